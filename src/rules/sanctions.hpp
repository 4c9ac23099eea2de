#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "rules/rate_class.hpp"
#include "values/day_number.hpp"

// LY-12: sanctions in ledighedsydelse.

namespace fleks::law {

/// LY-12 (LAS § 77 a): weeks, and their weekdays, that a refused or ended job costs; a second within so many months ends the
/// right.
inline constexpr int sanction_weeks = 3, sanction_weekdays = sanction_weeks * 5, second_sanction_months = 12;

/// LY-12: the three weeks of a sanction, 15 weekdays. One of a day in a fleksjob begins when that has ended.
[[nodiscard]] inline Stretch weeks_of_sanction(DayNumber day, std::span<const Stretch> jobs) {
  // Of jobs in order of their first day one round finds all that follow each other.
  for (bool moved = true; moved;) {
    moved = false;
    for (const Stretch& job : jobs) {
      if (!job.has(day)) continue;
      if (job.last == no_end) return {no_end, no_end};
      day = job.last + 1;
      moved = true;
    }
  }
  return {day, day + sanction_weeks * days_a_week - 1};
}

/// Whether two sanctions are within 12 months, the later named first.
[[nodiscard]] inline bool is_second_sanction(DayNumber second, DayNumber first) noexcept {
  const Date begin = date_of(first);
  return second >= first && date_of(second) < day_of(month_of(begin) + std::chrono::months{second_sanction_months}, begin.day());
}

/// LY-12 (LAS §§ 76, 77 a, 77 b): months of fleksjob within the last 18, and after the loss, that give a lost right back.
inline constexpr int regaining_months = full_rate_months;

/// LY-12: the day on which a right lost on `lost` is regained, at most `until`; `no_end` when it is not.
[[nodiscard]] inline DayNumber right_regained(std::span<const Stretch> jobs, DayNumber lost, DayNumber until) {
  std::vector<Stretch> since;
  for (const Stretch& job : jobs)
    if (job.last >= lost) since.push_back({std::max(job.first, lost), job.last});
  if (since.empty()) return no_end;
  constexpr DayNumber shortest_month = 28;
  for (DayNumber day = lost + regaining_months * shortest_month; day <= until;) {
    const int lacking = regaining_months - fleksjob_months_before(since, day);
    if (lacking <= 0) return day;
    day += std::max(1, (lacking - 1) * shortest_month);
  }
  return no_end;
}

/// LY-12 (LAS § 77 a stk. 4, 6): the days on which the right is lost: from a second sanction within 12 months until it is
/// regained by fleksjob. `until` is the last day that is asked about.
[[nodiscard]] inline std::vector<Stretch> lost_rights(std::span<const DayNumber> sanctions, std::span<const Stretch> jobs,
                                                      DayNumber until) {
  std::vector<DayNumber> in_order(sanctions.begin(), sanctions.end());
  std::sort(in_order.begin(), in_order.end());
  std::vector<Stretch> lost;
  for (std::size_t i = 1; i < in_order.size() && in_order[i] <= until; ++i) {
    if (!is_second_sanction(in_order[i], in_order[i - 1])) continue;
    if (!lost.empty() && lost.back().has(in_order[i])) continue;
    const DayNumber again = right_regained(jobs, in_order[i], until);
    lost.push_back({in_order[i], again == no_end ? no_end : again - 1});
  }
  return lost;
}

}  // namespace fleks::law
