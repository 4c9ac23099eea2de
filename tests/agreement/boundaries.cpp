#include <doctest/doctest.h>

#include "agreement/agreement.hpp"

namespace {

using namespace fleks;
using agreement::table;

std::int64_t oere_of(Month month, RateKey key) { return table().on(month).find(key)->count; }

/// The amount and two øre to either side.
template <class Check>
void about(std::int64_t oere, Check check) {
  for (int beside = -2; beside <= 2; ++beside)
    if (oere + beside >= 0) check(Money::oere(oere + beside));
}

}  // namespace

TEST_CASE("every bend of the rules, two øre to either side, in every month of the rates") {
  agreement::Comparison compare;
  for (Month month{std::chrono::year{2013}, std::chrono::January}; month <= Month{std::chrono::year{2026}, std::chrono::December};
       month = month_after(month)) {
    const auto base = oere_of(month, RateKey::fleksloentilskud_max_month), threshold = oere_of(month, RateKey::taper_threshold_month);
    const auto gone = threshold + (base - threshold * 3 / 10) * 100 / 55;
    MonthFacts f{.month = month};
    for (const bool exact_path : {false, true}) {
      if (exact_path) f.employed = Period{first_day(month_before(month)), last_day(month_before(month))};
      for (const auto wage : {std::int64_t{0}, threshold, gone, base}) {
        about(wage, [&](Money pay) {
          f.pay = Pay::am_income(pay);
          f.ceiling = {};
          compare(f);
          // The ceiling at the wage alone, and where wage and subsidy reach it.
          const auto subsidy = fleksloentilskud(f, table())->fleksloentilskud;
          for (const Money ceiling : {pay, pay + subsidy})
            about(ceiling.in_oere(), [&](Money c) {
              f.ceiling = Ceiling::stated(c);
              compare(f);
            });
          // The most own ATP is reached at 9.990 kr. of subsidy; each krone of it at 10 kr. + 20 kr. a krone.
          for (const std::int64_t room : {99'00, 999'000, 1'000'000, 763'000})
            about(pay.in_oere() + room, [&](Money c) {
              f.ceiling = Ceiling::stated(c);
              compare(f);
            });
          // Other wage and a benefit up to the same places.
          f.ceiling = {};
          f.other_wage = Money::oere(threshold);
          compare(f);
          f.other_wage = {};
          about(base, [&](Money benefit) {
            f.daily_benefit = benefit;
            compare(f);
          });
          f.daily_benefit = {};
        });
      }
      // ATP's bands and full time, by ten-thousandths of an hour.
      for (const auto hours : {390'000, 780'000, 1'170'000, 1'603'333, 0})
        for (int beside = -2; beside <= 2; ++beside)
          if (hours + beside >= 0)
            for (const auto& pay : {Pay::am_income(Money::kroner(12'000)), Pay::monthly(Money::kroner(12'000))}) {
              MonthFacts by_hours{
                  .month = month, .pay = pay, .paid_hours = Hours::of_ten_thousandths(hours + beside), .employed = f.employed};
              compare(by_hours);
            }
    }
  }
  MESSAGE(compare.months() << " months, " << compare.wrong() << " of them different");
  CHECK(compare.wrong() == 0);
}
