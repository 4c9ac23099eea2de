// One thing so many times, for who counts its instructions: counted WHAT TIMES (counts.py).
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <fleks/fleks.hpp>

#include "../case_of_ten_years.hpp"

namespace {

using namespace fleks;

const RateTable& table() {
  static const RateTable rates = RateTable::embedded();
  return rates;
}

template <class T>
void keep(const T& result) {
  asm volatile("" : : "r"(&result) : "memory");
}

const Citizen& citizen() {
  static const Citizen of_one = [] {
    Citizen c;
    c.year = 2025;
    c.hourly_wage = Money::kroner(200);
    c.own_pension = Percent::whole(4);
    c.employer_pension = Percent::whole(8);
    c.municipal = Percent::of_ten_thousandths(250'680);
    c.church = Percent::of_ten_thousandths(8'700);
    return c;
  }();
  return of_one;
}

const NetPicture& picture() {
  static const NetPicture of_one = NetPicture::of(citizen(), table()).value();
  return of_one;
}

/// 4.096 rows of four columns into eight, or of two into one.
void batch(bool whole) {
  constexpr std::size_t rows = 4'096;
  static const MonthBatch march = MonthBatch::of(std::chrono::year{2024} / 3, table()).value();
  static std::vector<std::int64_t> in[4], out[8];
  if (in[0].empty()) {
    for (auto& column : out) column.resize(rows);
    for (auto& column : in) column.resize(rows);
    for (std::size_t i = 0; i < rows; ++i) {
      const auto n = static_cast<std::int64_t>(i);
      in[0][i] = n * 811 % 3'500'000;
      in[1][i] = in[0][i] / 25;
      in[2][i] = in[0][i] / 12;
      in[3][i] = n % 5 == 0 ? no_ceiling : 2'500'000 + n * 97 % 1'500'000;
    }
  }
  MonthColumns facts{.am_income = in[0], .ceiling = in[3]};
  StatementColumns results{.fleksloentilskud = out[0]};
  if (whole) {
    facts.own_pension = in[1];
    facts.employer_pension = in[2];
    results = {out[1], out[2], out[3], out[4], out[0], out[5], out[6], out[7]};
  }
  if (march.run(facts, results)) std::abort();
  keep(out);
}

MonthFacts march() {
  MonthFacts f{.month = std::chrono::year{2024} / 3, .pay = Pay::am_income(Money::kroner(15'600))};
  f.own_pension = Contribution::of(Money::kroner(600));
  f.paid_hours = Hours::whole(78);
  f.ceiling = Ceiling::stated(Money::kroner(29'000));
  return f;
}

const std::map<std::string, std::function<void()>>& all() {
  static const Case of_ten_years = ten_years();
  static const std::map<std::string, std::function<void()>> things{
      {"month", [] { keep(fleksloentilskud(march(), table())); }},
      {"month_with_steps",
       [] {
         Trace trace;
         keep(fleksloentilskud(march(), table(), {}, trace));
       }},
      {"month_from_hourly_pay",
       [] {
         MonthFacts f{.month = std::chrono::year{2024} / 3, .pay = Pay::hourly(Money::kroner(187), Hours::whole(13))};
         f.own_pension = Contribution::of(Percent::whole(4));
         f.ceiling = Ceiling::stated(Money::kroner(29'000));
         keep(fleksloentilskud(f, table()));
       }},
      {"rates_again", [] { keep(RateTable::embedded()); }},
      {"a_citizens_terms", [] { keep(NetPicture::of(citizen(), table())); }},
      {"curve_of_38_points", [] { keep(picture().curve(Hours{}, Hours::whole(37), Hours::whole(1))); }},
      {"exact_kinks", [] { keep(picture().kinks_over_hours(Hours::whole(1), Hours::whole(37))); }},
      {"case_of_ten_years", [] { keep(case_statement(of_ten_years, table())); }},
      {"correction_of_ten_years", [] { keep(correction(of_ten_years, table(), of_ten_years.first)); }},
      {"rows_4_in_8_out", [] { batch(true); }},
      {"rows_2_in_1_out", [] { batch(false); }},
  };
  return things;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 1) {
    for (const auto& [name, thing] : all()) std::puts(name.c_str());
    return 0;
  }
  const auto& thing = all().at(arguments[1]);
  for (int times = count > 2 ? std::atoi(arguments[2]) : 1; times > 0; --times) thing();
}
