#pragma once

#include <fleks/values/exact.hpp>

#include "rules/fleksloentilskud.hpp"

// FLT-13: how much of a month a fleksjob covers.

namespace fleks::law {

/// FLT-13 (BEK-FLT § 2 stk. 2): from BEK 250/2022 the subsidy is computed on 260/12 days a month.
inline constexpr Month first_month_of_260_days = std::chrono::year{2022} / std::chrono::April;

/// FLT-13: the share of a month: all of it when every weekday is covered; else the weekdays covered of 260/12, at most
/// all, and before April 2022 of the month's weekdays.
[[nodiscard]] inline Exact part_of_month(int covered_weekdays, Month month) noexcept {
  const int all = weekdays(month);
  if (covered_weekdays >= all) return Exact::whole(1);
  if (month < first_month_of_260_days) return Exact::ratio(covered_weekdays, all);
  return smaller(Exact::whole(1), Exact::ratio(std::int64_t{covered_weekdays} * months_a_year, weekdays_a_year));
}

}  // namespace fleks::law
