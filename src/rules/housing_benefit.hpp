#pragma once

#include <algorithm>
#include <optional>

#include "rules/number.hpp"
#include "rules/paid_hours.hpp"
#include "rules/watch.hpp"

// BOLIG (rulebook 8): boligsikring of a year, in the steady state.

namespace fleks::law {

struct HousingRates {
  Exact rent_share, income_share, income_limit, per_child, own_payment_least, most, childless_share;
  Exact most_rent, most_rent_per_child, most_with_many_children;
  Exact area_first, area_further;   // square metres of the first person, and of each further one
  std::optional<Exact> smallest{};  // a year; of some years it is not known
  Exact wealth_low, wealth_high;    // only fetched where there is wealth
  Exact wealth_low_share, wealth_high_share;
};

/// A home, and who lives there.
struct Home {
  Exact rent{};  // a year, without consumption
  Exact area{};  // square metres; zero: not known, and then it is not too large
  Exact heat{};  // a year: added when heat is paid apart, below zero for what the rent includes
  int children = 0;
  bool pensioner = false;
};

/// boligstøtteloven §§ 14, 22, 23: children beyond the fourth change nothing.
inline constexpr int children_that_count = 4;

/// The children that raise the income limit are the 2nd to the 4th.
inline int children_above_the_first(int children) noexcept { return std::clamp(children - 1, 0, children_that_count - 1); }

/// BOLIG (boligstøtteloven §§ 10, 12, 14): the rent of a year with heat, of the area that counts, up to the highest rent,
/// which rises with each child and is then rounded to the nearest hundred kroner.
template <class Watch>
Exact rent_that_counts(const Home& home, const HousingRates& r, Watch& watch) {
  static constexpr Exact one = Exact::whole(1), hundred = Exact::whole(100);
  const Exact area = r.area_first + r.area_further * Exact::whole(home.children);
  const bool too_large = area < home.area;
  const Exact part = too_large ? (area / home.area).reduced() : one;
  const Exact rise = one + r.most_rent_per_child * Exact::whole(std::min(home.children, children_that_count));
  const Exact most = nearest_krone(r.most_rent * rise / hundred) * hundred;
  const Exact rent = smaller((home.rent + home.heat) * part, most).reduced();
  if constexpr (Watch::watching) {
    using enum steps::HousingRent::Wording;
    by_rates(
        watch.step(
            rent,
            steps::HousingRent{
                .rent = home.rent, .heat = home.heat, .counted_part = part, .most = most, .wording = too_large ? area_too_large : as_paid}),
        {RateKey::housing_benefit_max_rent_year});
  }
  return rent;
}

/// BOLIG (boligstøtteloven § 8 a): what a share of the wealth adds to the income.
inline Exact income_of_wealth(const Exact& wealth, const HousingRates& r) {
  return at_least_zero(smaller(wealth, r.wealth_high) - r.wealth_low) * r.wealth_low_share +
         at_least_zero(wealth - r.wealth_high) * r.wealth_high_share;
}

/// BOLIG (boligstøtteloven § 8): the household's income with that.
template <class N, class Watch>
N income_with_wealth(const N& income, const Exact& wealth, const HousingRates& r, Watch& watch) {
  const Exact of_wealth = income_of_wealth(wealth, r);
  const N all = income + N(of_wealth);
  if constexpr (Watch::watching)
    by_rates(
        watch.step(all, steps::HousingIncome{.income = exact(income), .of_wealth = of_wealth}),
        {RateKey::housing_benefit_wealth_low_year, RateKey::housing_benefit_wealth_high_year, RateKey::housing_benefit_wealth_low_pct});
  return all;
}

/// BOLIG (boligstøtteloven §§ 21-23): 60 pct. of the rent less 18 pct. of the household income above the limit; at most
/// the rent less the lowest own payment; at most the highest benefit; without children at most 15 pct. of the rent, but
/// not for pensioners; never below zero.
template <class N, class Watch>
N housing_benefit(const Exact& rent, const N& income, const Home& home, const HousingRates& r, Watch& watch) {
  const Exact limit = r.income_limit + r.per_child * Exact::whole(children_above_the_first(home.children));
  const N income_above = above(Cause::housing_income_limit, income, N(limit));
  const bool childless = home.children == 0 && !home.pensioner;
  const bool many = home.children >= children_that_count;
  N benefit = N(rent * r.rent_share) - income_above * r.income_share;
  benefit = least(Cause::housing_own_payment, benefit, N(rent - r.own_payment_least));
  benefit = least(Cause::housing_most, benefit, N(many ? r.most + r.most * r.most_with_many_children : r.most));
  if (childless) benefit = least(Cause::housing_childless_most, benefit, N(rent * r.childless_share));
  benefit = not_below_zero(Cause::housing_gone, benefit);
  if constexpr (Watch::watching) {
    using Wording = steps::HousingBenefit::Wording;
    by_rates(
        watch.step(benefit, steps::HousingBenefit{.rent = rent,
                                                  .income = exact(income),
                                                  .limit = limit,
                                                  .childless_share = r.childless_share,
                                                  .wording = childless ? Wording::childless : Wording::with_children}),
        {RateKey::housing_benefit_rent_share_pct, RateKey::housing_benefit_income_share_pct, RateKey::housing_benefit_income_limit_year});
  }
  return benefit;
}

/// BOLIG (boligstøtteloven § 24): whole kroner a year, and a twelfth of them a month to the nearest krone; below the smallest
/// payment nothing, where it is known.
template <class N, class Watch>
N housing_paid_a_month(const N& benefit, const HousingRates& r, Watch& watch) {
  static constexpr Exact twelfth = Exact::ratio(1, months_a_year);
  const N year = nearest_krone(benefit);
  const N month = nearest_krone(year * twelfth);
  const N paid = r.smallest ? if_not_negative(Cause::housing_least_payment, year - N(*r.smallest), month, N{}) : month;
  if constexpr (Watch::watching) {
    const bool is_paid = !r.smallest || !(exact(year) < *r.smallest);
    using enum steps::HousingPaid::Wording;
    Step& step = watch.step(paid, steps::HousingPaid{.a_year = exact(year),
                                                     .smallest = r.smallest.value_or(Exact{}),
                                                     .wording = !is_paid     ? below_smallest
                                                                : r.smallest ? a_month
                                                                             : smallest_unknown});
    if (r.smallest) by_rates(step, {RateKey::housing_benefit_min_payout_year});
  }
  return paid;
}

}  // namespace fleks::law
