#pragma once

#include <cstdint>

#include <fleks/values/exact.hpp>

// FLT-6: pay for work over several months belongs to each of them.

namespace fleks::law {

/// FLT-6 (BEK-FLT § 3 stk. 4): of `total`, what falls on the weights from `so_far` to `up_to` of `whole`. Rounded down;
/// what is left over goes to the later parts, so that they sum to the total.
[[nodiscard]] inline std::int64_t part_of_spread(std::int64_t total, std::int64_t so_far, std::int64_t up_to, std::int64_t whole) noexcept {
  return static_cast<std::int64_t>(int128{total} * up_to / whole) - static_cast<std::int64_t>(int128{total} * so_far / whole);
}

}  // namespace fleks::law
