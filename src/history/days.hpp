#pragma once

#include "history/known.hpp"

// Which days of a month are whose, as known on a day.

namespace fleks::history {

/// Days in a job; in a fleksjob only, or in any.
[[nodiscard]] DaySet job_days(const Known& known, Month month, DayNumber as_of, bool fleks_only) noexcept;
/// Days on ledighedsydelse, which end where a fleksjob begins.
[[nodiscard]] DaySet benefit_days(const Known& known, Month month, DayNumber as_of) noexcept;
/// Those of them before a second sanction has ended the right (LY-12).
[[nodiscard]] DaySet days_with_right(const Known& known, Month month, DayNumber as_of);
/// Weekdays on ledighedsydelse from the first day to the last, both counted.
[[nodiscard]] int benefit_weekdays(const Known& known, Stretch days, DayNumber as_of) noexcept;

}  // namespace fleks::history
