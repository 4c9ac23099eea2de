#pragma once

#include "rules/number.hpp"

// FRIPLADS (rulebook 8): what parents pay for daycare after the free place of the household's income and sibling discount.

namespace fleks::law {

struct DaycareRates {
  Exact free_below, full_from, step;  // a year, raised for further children and a single parent
  Exact first_share, step_share, sibling_discount;
};

/// FRIPLADS (dagtilbudsloven § 43): the parents' share of the fee: none below the free limit, a first share from it, more at
/// each step, and all from the upper limit.
template <class N>
N parents_share(const N& household_income, const DaycareRates& r) {
  const N over = household_income - N(r.free_below);
  // What bends first at a place is its cause: the free place ends where the first step begins.
  const N past = above(Cause::daycare_free_ends, household_income, N(r.free_below));
  const N by_steps = N(r.first_share) + whole_steps(Cause::daycare_step, past, r.step) * r.step_share;
  const N share = if_not_negative(Cause::daycare_full_payment, household_income - N(r.full_from), N(Exact::whole(1)), by_steps);
  return if_not_negative(Cause::daycare_free_ends, over, share, N{});
}

/// FRIPLADS (dagtilbudsloven § 43): every place but the dearest has sibling discount; the fee is that of each place.
inline Exact full_fee(const Exact& fee, int places, const DaycareRates& r) {
  return fee + fee * (Exact::whole(1) - r.sibling_discount) * Exact::whole(places - 1);
}

}  // namespace fleks::law
