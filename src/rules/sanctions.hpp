#pragma once

#include <span>

#include "values/day_number.hpp"

// LY-12: sanctions in ledighedsydelse.

namespace fleks::law {

/// LY-12 (LAS § 77 a): weekdays that a refused or ended job costs; a second within so many months ends the right.
inline constexpr int sanction_weekdays = 15, second_sanction_months = 12;

/// Whether two sanctions are within 12 months, the later named first.
[[nodiscard]] inline bool is_second_sanction(DayNumber second, DayNumber first) noexcept {
  const Date begin = date_of(first);
  return second >= first && date_of(second) < day_of(month_of(begin) + std::chrono::months{second_sanction_months}, begin.day());
}

/// LY-12 (LAS § 77): the day on which a second sanction within 12 months has ended the right, until a new fleksjob;
/// `no_end` when it has not. `jobs` are the fleksjob, `until` is the last day that is asked about.
[[nodiscard]] inline DayNumber right_ends(std::span<const DayNumber> sanctions, std::span<const Stretch> jobs, DayNumber until) noexcept {
  DayNumber ended = no_end;
  for (std::size_t i = 0; i < sanctions.size(); ++i) {
    const DayNumber second = sanctions[i];
    if (second > until || second >= ended) continue;
    bool is_second = false;
    for (std::size_t j = 0; j < sanctions.size(); ++j) is_second = is_second || (i != j && is_second_sanction(second, sanctions[j]));
    if (!is_second) continue;
    DayNumber again = no_end;
    for (const Stretch& job : jobs)
      if (job.first > second) again = std::min(again, job.first);
    if (again > until) ended = second;
  }
  return ended;
}

}  // namespace fleks::law
