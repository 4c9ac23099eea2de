#pragma once

#include "rules/number.hpp"
#include "rules/watch.hpp"

// TIME: paid hours.

namespace fleks::law {

/// TIME-1 (LAB § 122): the employer pays for the work actually done: hours present × work intensity.
template <class N, class Watch>
N paid_hours_a_week(const N& present_a_week, const Exact& intensity, Watch& watch) {
  const N paid = present_a_week * N(intensity);
  if constexpr (Watch::watching) watch.step(paid, steps::PaidHours{.present = exact(present_a_week), .intensity = intensity});
  return paid;
}

inline constexpr int weeks_a_year = 52, months_a_year = 12;
inline constexpr Exact weeks_a_month = Exact::ratio(weeks_a_year, months_a_year);

/// TIME-2: monthly hours = weekly hours × 52 / 12.
template <class N, class Watch>
N hours_a_month(const N& a_week, Watch& watch) {
  const N a_month = a_week * N(weeks_a_month);
  if constexpr (Watch::watching) watch.step(a_month, steps::HoursAMonth{.a_week = exact(a_week)});
  return a_month;
}

}  // namespace fleks::law
