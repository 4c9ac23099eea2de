#pragma once

#include "rules/number.hpp"

namespace fleks::law {

/// What a two-step taper takes a low share of, and a high share of.
template <class N>
N up_to_threshold(const N& income, const N& threshold) {
  return least(Cause::taper_threshold, income, threshold);
}
template <class N>
N above_threshold(const N& income, const N& threshold) {
  return above(Cause::taper_threshold, income, threshold);
}

/// LAB § 123 stk. 2 (FLT-8) and LAS § 74 d stk. 2-3 (LY-5) in the same words: a low share of the income up to a
/// threshold, a high share of what lies above it.
template <class N, class Share>
auto two_step_taper(const N& income, const N& threshold, const Share& low, const Share& high) {
  const auto above = above_threshold(income, threshold);
  return up_to_threshold(income, threshold) * low + above * high;
}

}  // namespace fleks::law
