#pragma once

#include <fleks/facts/case.hpp>
#include <fleks/rules/rule.hpp>

#include "values/day_number.hpp"

// FLT-1, FLT-20: on which month's wage the subsidy of a month rests.

namespace fleks::law {

/// LAB § 133: fleksjob begun before that day are of the old scheme.
inline constexpr Date first_day_of_scheme = std::chrono::year{2013} / std::chrono::January / 1;

/// FLT-20: from BEK 891/2017 until a whole month's wage is known, before it the first month only.
inline constexpr Month first_month_of_whole_wage = std::chrono::year{2017} / std::chrono::July;

/// FLT-1 (BEK-FLT § 4 stk. 1): the wage of the month before, taken in arrears. FLT-20 (§ 4 stk. 2): the first month of a
/// job rests on its own wage, and after a first month that the job covers only in part the next month too.
[[nodiscard]] inline bool rests_on_own_month(Month subsidy, Stretch job, AfterPartMonth option) noexcept {
  const Month first = month_of(date_of(job.first));
  if (subsidy == first) return true;
  if (subsidy != month_after(first) || option == AfterPartMonth::as_paid) return false;
  if (option == AfterPartMonth::by_law && subsidy < first_month_of_whole_wage) return false;
  const DaySet all = weekdays_of(first);
  return (days_in(first, job) & all) != all;
}

/// FLT-20: whether an expected wage holds for a subsidy month: before July 2017 in the first month of the job only.
[[nodiscard]] inline bool expected_wage_holds(Month subsidy, Stretch job) noexcept {
  return subsidy >= first_month_of_whole_wage || subsidy == month_of(date_of(job.first));
}

}  // namespace fleks::law
