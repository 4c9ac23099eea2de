#pragma once

#include <cstdint>

#include <fleks/values/exact.hpp>

// FLT-6: pay for work over several months belongs to each of them.

namespace fleks::law {

/// FLT-6 (BEK-FLT § 3 stk. 4, § 4 stk. 3): what of a payment falls on `weight` of `whole`, an exact fraction: evenly by
/// month, or by the weekdays of a wage period in each month.
[[nodiscard]] inline Exact part_of_spread(const Exact& total, std::int64_t weight, std::int64_t whole) noexcept {
  return total * Exact::ratio(weight, whole);
}

}  // namespace fleks::law
