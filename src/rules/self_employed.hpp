#pragma once

#include "rules/number.hpp"
#include "rules/watch.hpp"

// SELV: the yearly grant to a self-employed person (LAB § 126 ff.).

namespace fleks::law {

template <class N>
struct Grant {
  N reduction{}, due{};
};

/// The maximum less 30 pct. of the year's income; no second step.
template <class N, class Watch>
Grant<N> self_employed_grant(const N& maximum, const N& income, const Exact& share, Watch& watch) {
  Grant<N> g{};
  g.reduction = income * N(share);
  g.due = not_below_zero(Cause::none, maximum - g.reduction);
  if constexpr (Watch::watching)
    by_rates(watch.step(g.due,
                        steps::SelfEmployedGrant{
                            .maximum = exact(maximum), .income = exact(income), .share = share, .reduction = exact(g.reduction)}),
             {RateKey::self_employed_grant_max_year, RateKey::self_employed_taper_pct});
  return g;
}

}  // namespace fleks::law
