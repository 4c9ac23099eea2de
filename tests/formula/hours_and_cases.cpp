#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <random>

#include <fleks/fleks.hpp>

#include "source_file.hpp"

using namespace fleks;
using namespace std::chrono_literals;

// The formula of a month of work after tax is the row of the net picture; the formula of a case's facts is its month.

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}

/// The counts of all nodes, of which those between the steps do not fit 64 bits.
std::vector<int128> values_of(const Formula& f, const std::vector<std::int64_t>& facts, Month month) {
  using Op = Formula::Op;
  std::vector<int128> values;
  for (const Formula::Node& n : f.nodes) {
    const auto of = [&](std::size_t which) { return values[static_cast<std::size_t>(n.of[which])]; };
    const auto place = static_cast<std::size_t>(n.number);
    int128 value = 0;
    switch (n.op) {
      case Op::constant: value = n.number; break;
      case Op::fact: value = facts[place]; break;
      case Op::rate: value = counted(f.rates[place], month, rates()).value(); break;
      case Op::sum: value = of(0) + of(1); break;
      case Op::difference: value = of(0) - of(1); break;
      case Op::product: value = of(0) * of(1); break;
      case Op::quotient: value = of(0) / of(1); break;
      case Op::least: value = std::min(of(0), of(1)); break;
      case Op::above_zero: value = std::max<int128>(of(0), 0); break;
      case Op::if_positive: value = of(0) > 0 ? of(1) : of(2); break;
      case Op::if_not_negative: value = of(0) >= 0 ? of(1) : of(2); break;
    }
    values.push_back(value);
  }
  return values;
}

std::int64_t step_of(const Formula& f, const std::vector<int128>& values, std::string_view name) {
  const Formula::Step* step = f.step(name);
  REQUIRE(step != nullptr);
  REQUIRE(step->pieces == 1);
  return static_cast<std::int64_t>(values[static_cast<std::size_t>(step->node)]);
}

std::vector<std::pair<std::string_view, Money>> amounts_of(const NetRow& r) {
  return {{"gross_pay", r.gross_pay},
          {"own_pension", r.own_pension},
          {"employer_pension", r.employer_pension},
          {"wage_atp_own", r.wage_atp_own},
          {"wage_atp_employer", r.wage_atp_employer},
          {"fleksloentilskud", r.fleksloentilskud},
          {"subsidy_atp_own", r.subsidy_atp_own},
          {"public_atp", r.public_atp},
          {"obligatory_pension", r.obligatory_pension},
          {"am_contribution", r.am_contribution},
          {"tax", r.tax},
          {"in_hand", r.in_hand},
          {"pension_saved", r.pension_saved}};
}

}  // namespace

TEST_CASE("the formula of a month of work is the row of the net picture") {
  std::mt19937_64 dice(16);
  const auto up_to = [&](std::int64_t most) { return static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most + 1)); };
  int pictures = 0;
  for (int i = 0; i < 1'500; ++i) {
    Citizen c{.year = static_cast<int>(2013 + dice() % 14)};
    c.hourly_wage = Money::oere(up_to(60'000));
    c.own_pension = Percent::of_ten_thousandths(up_to(i % 50 == 0 ? 10'000 : 1'500) * 100);
    c.employer_pension = Percent::of_ten_thousandths(up_to(2'000) * 100);
    c.intensity = Percent::whole(static_cast<int>(1 + dice() % 100));
    c.municipal = Percent::of_ten_thousandths(up_to(3'000) * 100);
    c.church = Percent::of_ten_thousandths(up_to(150) * 100);
    c.other_income = i % 3 == 0 ? Money::oere(up_to(6'000'000)) : Money{};
    c.single_parent = i % 4 == 0;
    if (i % 5 == 0) c.birth_year = 1958;
    if (i % 2 == 0) c.ceiling = Ceiling::stated(Money::oere(up_to(4'500'000)));
    Options options;
    if (i % 7 == 0) options.own_atp = OwnAtp::counted;
    const Hours hours = Hours::of_ten_thousandths((1 + up_to(16'799)) * 100);
    std::vector<Fact> named{Fact::weekly_hours,     Fact::intensity,  Fact::hourly_wage,   Fact::own_pension,
                            Fact::employer_pension, Fact::church_tax, Fact::municipal_tax, Fact::other_income};
    if (c.ceiling) named.push_back(Fact::ceiling);
    const Formula f = formula_of_hours(c, rates(), options, named);
    std::map<Fact, std::int64_t> counts{{Fact::weekly_hours, hours.ten_thousandths() / 100},
                                        {Fact::intensity, c.intensity.ten_thousandths() / 10'000},
                                        {Fact::hourly_wage, c.hourly_wage.in_oere()},
                                        {Fact::own_pension, c.own_pension.ten_thousandths() / 100},
                                        {Fact::employer_pension, c.employer_pension.ten_thousandths() / 100},
                                        {Fact::church_tax, c.church.ten_thousandths() / 100},
                                        {Fact::municipal_tax, c.municipal.ten_thousandths() / 100},
                                        {Fact::other_income, c.other_income.in_oere()}};
    if (c.ceiling) counts[Fact::ceiling] = c.ceiling->amount.in_oere();
    std::vector<std::int64_t> facts;
    for (const Formula::FactInput& fact : f.facts) facts.push_back(counts.at(fact.fact));
    const auto picture = NetPicture::of(c, rates(), options);
    // One rate of single parents is not known of 2016.
    if (!picture) continue;
    ++pictures;
    const auto values = values_of(f, facts, std::chrono::year{c.year} / std::chrono::January);
    const NetRow row = picture->at(hours).value();
    for (const auto& each : amounts_of(row)) {
      INFO(c.year, " ", to_text(hours), " ", to_text(c.hourly_wage), " ", std::string(each.first));
      CHECK(step_of(f, values, each.first) == each.second.in_oere());
    }
  }
  CHECK(pictures > 1'400);
}

TEST_CASE("a formula of hours: the example of its documentation") {
  const Citizen c{.year = 2024, .hourly_wage = Money::kroner(200)};
  const Fact named[] = {Fact::weekly_hours, Fact::intensity, Fact::hourly_wage};
  const Formula f = formula_of_hours(c, rates(), {}, named);
  const auto values = values_of(f, {1'800, 100, 20'000}, Month{2024y / 1});
  CHECK(step_of(f, values, "gross_pay") == 1'560'000);
  CHECK(f.step("gross_pay")->rule == Rule::TIME_2);
  CHECK(f.step("tax")->rule == Rule::SKAT_5);
}

TEST_CASE("the formula of the facts of a case's month is its fleksløntilskud") {
  int months = 0, parts = 0;
  for (const char* name :
       {"bonus_over_months", "ceiling_raised_back_in_time", "holiday_partly_on_ledighedsydelse", "holiday_supplement_may",
        "job_ends_mid_month", "late_wage_report", "three_years", "two_fleksjob", "wage_during_holiday_on_benefit"}) {
    std::ifstream file(source_file(std::string("/examples/cases/") + name + ".json"));
    const CaseReading reading = read_case(std::string(std::istreambuf_iterator<char>(file), {}));
    REQUIRE(reading.good());
    const auto statement = case_statement(reading.facts, rates(), {.explained = true});
    REQUIRE(statement);
    for (const CaseMonth& m : statement->months) {
      if (m.subsidy_facts.size() != 1) continue;
      const auto of = formula_of_facts(m.subsidy_facts[0], rates(), reading.facts.options.month);
      REQUIRE(of);
      const auto values = values_of(of->formula, of->counts, m.subsidy->rates_month);
      CAPTURE(name);
      CAPTURE(to_text(m.month));
      CHECK(step_of(of->formula, values, "fleksloentilskud") == m.subsidy->fleksloentilskud.in_oere());
      CHECK(step_of(of->formula, values, "own_atp") == m.subsidy->own_atp.in_oere());
      CHECK(step_of(of->formula, values, "payout") == m.subsidy->payout.in_oere());
      CHECK(step_of(of->formula, values, "obligatory_pension") == m.subsidy->obligatory_pension.in_oere());
      ++months;
      parts += m.subsidy_facts[0].in_parts->part && *m.subsidy_facts[0].in_parts->part != Exact::whole(1);
    }
    const auto plain = case_statement(reading.facts, rates());
    REQUIRE(plain);
    for (const CaseMonth& m : plain->months) CHECK((m.subsidy_facts.empty() && !m.benefit_facts));
  }
  CHECK(months > 50);
  CHECK(parts > 0);
}

TEST_CASE("facts that no case has are no formula") {
  MonthFacts f{.month = Month{2024y / 3}, .pay = Pay::am_income(Money::kroner(10'000))};
  CHECK(formula_of_facts(f, rates(), {}));
  f.own_pension = Contribution::of(Percent::whole(4));
  CHECK_FALSE(formula_of_facts(f, rates(), {}));
  f.own_pension = {};
  f.pay = Pay::hourly(Money::kroner(200), Hours::whole(10));
  CHECK_FALSE(formula_of_facts(f, rates(), {}));
}
