#pragma once

#include "history/known.hpp"
#include "history/told.hpp"

// LY-12, as known on a day.

namespace fleks::history {

/// The days of the month on which a second sanction has taken the right, and fleksjob has not given it back.
[[nodiscard]] DaySet days_without_right(const Known& known, Month month, DayNumber as_of);
/// Weekdays on ledighedsydelse that a missed meeting and the like takes.
template <class Watch>
[[nodiscard]] Days missed_days(const Known& known, Month month, DayNumber as_of, Watch& watch);
/// The weekdays of the month that sanctions take: each 15 weekdays on ledighedsydelse from its day on.
template <class Watch>
[[nodiscard]] Days sanction_days(const Known& known, Month month, DayNumber as_of, Watch& watch);
/// The days of the month that a sanction takes.
[[nodiscard]] DaySet days_of_sanction(const Known& known, std::size_t index, Month month, DayNumber as_of) noexcept;

}  // namespace fleks::history
