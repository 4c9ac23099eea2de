#pragma once

#include <vector>

#include <fleks/facts/case.hpp>

#include "values/day_number.hpp"

// LOFT-5: the ceiling in force.

namespace fleks::law {

/// LOFT-5 (P 48-22): which of a job's ceilings is in force on a day: of those that hold, the one with the latest first
/// day. `known(i)` says whether the ceiling is known. Below zero when there is none.
template <class Known>
[[nodiscard]] int ceiling_in_force(const std::vector<DatedCeiling>& ceilings, DayNumber day, Known known) {
  int found = -1;
  for (std::size_t i = 0; i < ceilings.size(); ++i) {
    const DatedCeiling& c = ceilings[i];
    if (!known(i) || number_of(c.from) > day || (c.to && number_of(*c.to) < day)) continue;
    if (found < 0 || ceilings[static_cast<std::size_t>(found)].from <= c.from) found = static_cast<int>(i);
  }
  return found;
}

/// Which ceiling a month has when it changes within the month: the text does not say, the option does.
[[nodiscard]] constexpr int ceiling_of_month(CeilingOfMonth option, int at_first_day, int at_last_day) noexcept {
  return option == CeilingOfMonth::first_day ? at_first_day : at_last_day;
}

/// Whether a second job's ceiling takes the place of the first's.
[[nodiscard]] inline bool goes_first(CeilingOfTwoJobs option, const Exact& this_one, const Exact& that_one) noexcept {
  return option == CeilingOfTwoJobs::lowest ? this_one < that_one : this_one > that_one;
}

}  // namespace fleks::law
