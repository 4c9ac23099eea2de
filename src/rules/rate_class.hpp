#pragma once

#include <span>

#include "values/day_number.hpp"

// LY-1, LY-2: the rate class of ledighedsydelse.

namespace fleks::law {

/// LY-1, LY-2 (LAS § 74 a stk. 2-4): months of fleksjob, of how many, that give the full rate.
inline constexpr int full_rate_months = 9, full_rate_window = 18;

/// The first stretch of days in any of `jobs` on or after a day, jobs that follow one another taken together; it begins
/// at `no_end` when there is none, and ends with the day that is not in a job, at most `until`.
[[nodiscard]] inline Stretch next_stretch(std::span<const Stretch> jobs, DayNumber from, DayNumber until) noexcept {
  Stretch found{no_end, no_end};
  for (const Stretch& job : jobs)
    if (job.last >= from) found.first = std::min(found.first, std::max(job.first, from));
  if (found.first >= until) return found;
  found.last = found.first;
  for (bool grown = true; grown;) {
    grown = false;
    for (const Stretch& job : jobs)
      if (job.has(found.last)) {
        found.last = std::min<DayNumber>(job.last == no_end ? until : job.last + 1, until);
        grown = found.last < until;
      }
  }
  return found;
}

/// Whole months from a day, each to the same day of the next, that end by another, and the days that are left.
struct MonthsAndDays {
  int months = 0, days = 0;
};
[[nodiscard]] inline MonthsAndDays months_between(DayNumber first, DayNumber end) noexcept {
  const Date from = date_of(first);
  const auto after = [&](int months) { return number_of(day_of(month_of(from) + std::chrono::months{months}, from.day())); };
  MonthsAndDays count;
  while (after(count.months + 1) <= end) ++count.months;
  count.days = end - after(count.months);
  return count;
}

/// Whole months of fleksjob from a day to another, the last not counted; days beyond whole months make one for 30. `jobs`
/// are the fleksjob, in any order.
[[nodiscard]] inline int fleksjob_months(std::span<const Stretch> jobs, DayNumber first, DayNumber end) noexcept {
  MonthsAndDays sum;
  for (DayNumber at = first; at < end;) {
    const Stretch job = next_stretch(jobs, at, end);
    if (job.first >= end) break;
    const MonthsAndDays here = months_between(job.first, job.last);
    sum.months += here.months;
    sum.days += here.days;
    at = job.last + 1;
  }
  return sum.months + sum.days / 30;
}
/// The same day so many months later, or the last of that month.
[[nodiscard]] inline DayNumber months_later(DayNumber day, int months) noexcept {
  const Date date = date_of(day);
  return number_of(day_of(month_of(date) + std::chrono::months{months}, date.day()));
}

/// LY-2 (LAS § 74 a stk. 4): whole months of fleksjob within the 18 months before a day.
[[nodiscard]] inline int fleksjob_months_before(std::span<const Stretch> jobs, DayNumber day) noexcept {
  return fleksjob_months(jobs, months_later(day, -full_rate_window), day);
}

}  // namespace fleks::law
