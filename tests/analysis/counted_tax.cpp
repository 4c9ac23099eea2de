#include <doctest/doctest.h>

#include "analysis/counted_tax.hpp"
#include "analysis/random_citizens.hpp"
#include "rules/net_picture.hpp"
#include "rules/year_rates.hpp"

using namespace fleks;
using law::CountedRate;
using law::CountedTax;

namespace {

/// Both to a millionth of an øre.
bool same(CountedTax counted, const Exact& exact) {
  return counted.times(CountedRate::millionths).nearest_oere_of(1) ==
         (exact * Exact::whole(CountedRate::millionths)).rounded(Rounding::half_up).value();
}

}  // namespace

TEST_CASE("SKAT: counted taxes are the exact ones, in every year, with and without middle, top and top-top tax") {
  const auto table = RateTable::embedded();
  std::mt19937_64 dice(17);
  for (int year = 2013; year <= 2026; ++year) {
    const RatesOnDate on = table.on(std::chrono::year{year} / std::chrono::January);
    for (int round = 0; round < citizens::rounds(2'000); ++round) {
      RateReader fetch(on);
      const Exact municipal = Exact::of(Percent::of_ten_thousandths(citizens::between(dice, 220'000, 280'000)));
      const law::TaxRates rates = tax_rates_of(fetch, table, municipal, Exact{}, false, false);
      const law::TaxScale scale(rates);
      law::EvenRates even(fetch);
      const auto counted_rates = tax_rates_of(even, table, CountedRate(municipal), CountedRate{}, false, false);
      const law::TaxScaleOf<CountedRate> counted_scale(counted_rates);
      REQUIRE_FALSE(fetch.failed());
      REQUIRE(even.all_even());
      const std::int64_t most = round % 10 == 0 ? 12 * 10'000'000'000 : 150'000'000;
      const std::int64_t base = citizens::between(dice, 0, most), other = citizens::between(dice, 0, most / 3),
                         work = citizens::between(dice, 0, most);
      law::TaxFacts<Exact> exact{.am_base = Exact::whole(base), .without_am = Exact::whole(other), .work_base = Exact::whole(work)};
      law::TaxFacts<CountedTax, CountedRate> counted{
          .am_base = CountedTax::oere(base), .without_am = CountedTax::oere(other), .work_base = CountedTax::oere(work)};
      law::Untraced untraced;
      const auto e = law::years_tax(exact, rates, scale, untraced);
      const auto c = law::years_tax(counted, counted_rates, counted_scale, untraced);
      CAPTURE(year);
      CAPTURE(base);
      CAPTURE(other);
      CAPTURE(work);
      for (const auto& [got, expected] : {std::pair{c.am_contribution, e.am_contribution},
                                          {c.personal_income, e.personal_income},
                                          {c.employment_deduction, e.employment_deduction},
                                          {c.job_deduction, e.job_deduction},
                                          {c.municipal_base, e.municipal_base},
                                          {c.bottom, e.bottom},
                                          {c.middle, e.middle},
                                          {c.top, e.top},
                                          {c.toptop, e.toptop},
                                          {c.tax, e.tax},
                                          {law::tax_after_truncation(c, untraced), law::tax_after_truncation(e, untraced)}})
        REQUIRE(same(got, expected));
      const Exact sum = e.am_contribution + law::tax_after_truncation(e, untraced);
      REQUIRE((c.am_contribution + law::tax_after_truncation(c, untraced)).nearest_oere_of(12) ==
              (sum * Exact::ratio(1, 12)).rounded(Rounding::half_up).value());
    }
  }
}

TEST_CASE("a rate with more decimals than a millionth does not come out even, nor one far too large") {
  CHECK(CountedRate(Exact::ratio(25'068, 100'000)).is_counted());
  CHECK(CountedRate(Exact::whole(597'900'000)).is_counted());
  CHECK_FALSE(CountedRate(Exact::ratio(1, 3)).is_counted());
  CHECK_FALSE(CountedRate(Exact::counted(1, 10'000'000)).is_counted());
  CHECK_FALSE(CountedRate(Exact::whole(INT64_MAX)).is_counted());
}

TEST_CASE("a twelfth is rounded half up to the øre") {
  for (const auto& [oere, twelfth] : {std::pair{0, 0}, {5, 0}, {6, 1}, {17, 1}, {18, 2}, {1'200, 100}})
    CHECK(CountedTax::oere(oere).nearest_oere_of(12) == twelfth);
  CHECK(CountedTax::oere(199).kroner_only().nearest_oere_of(1) == 100);
  CHECK(CountedTax::ten_thousandths(390'000).nearest_oere_of(1) == 39);
}
