#pragma once

#include <algorithm>

#include "rules/number.hpp"
#include "rules/watch.hpp"

// BOLIG (rulebook 8): boligsikring of a year, in the steady state.

namespace fleks::law {

struct HousingRates {
  Exact rent_share, income_share, income_limit, per_child, own_payment_least, most, childless_share;
};

/// The children that raise the income limit are the 2nd to the 4th.
inline int children_above_the_first(int children) noexcept { return std::clamp(children - 1, 0, 3); }

/// BOLIG (boligstøtteloven §§ 21-22): 60 pct. of the rent less 18 pct. of the household income above the limit; at most
/// the rent less the lowest own payment; at most the highest benefit; without children at most 15 pct. of the rent;
/// never below zero.
template <class N, class Watch>
N housing_benefit(const Exact& rent, const N& income, int children, const HousingRates& r, Watch& watch) {
  const Exact limit = r.income_limit + r.per_child * Exact::whole(children_above_the_first(children));
  const N income_above = above(Cause::housing_income_limit, income, N(limit));
  N benefit = N(rent * r.rent_share) - income_above * r.income_share;
  benefit = least(Cause::housing_own_payment, benefit, N(rent - r.own_payment_least));
  benefit = least(Cause::housing_most, benefit, N(r.most));
  if (children == 0) benefit = least(Cause::housing_childless_most, benefit, N(rent * r.childless_share));
  benefit = not_below_zero(Cause::housing_gone, benefit);
  if constexpr (Watch::watching) {
    using enum steps::HousingBenefit::Wording;
    by_rates(
        watch.step(benefit, steps::HousingBenefit{.rent = rent,
                                                  .income = exact(income),
                                                  .limit = limit,
                                                  .childless_share = r.childless_share,
                                                  .wording = children == 0 ? childless : with_children}),
        {RateKey::housing_benefit_rent_share_pct, RateKey::housing_benefit_income_share_pct, RateKey::housing_benefit_income_limit_year});
  }
  return benefit;
}

}  // namespace fleks::law
