#pragma once

#include <array>
#include <vector>

#include "history/known.hpp"
#include "history/told.hpp"

// LY-12, as known on a day.

namespace fleks::history {

/// The days of the month on which a second sanction has taken the right, and fleksjob has not given it back.
[[nodiscard]] DaySet days_without_right(const Known& known, Month month, DayNumber as_of);
/// Weekdays of `days_without_sanction` that a missed meeting and the like takes, of each class of days.
template <class Watch>
[[nodiscard]] OfEachClass<Days> missed_days(const Known& known, Month month, const OfEachClass<DaySet>& of_class, DayNumber as_of,
                                            Watch& watch);
/// The weekdays of the month that sanctions take: those on ledighedsydelse within the three weeks of each.
template <class Watch>
[[nodiscard]] Days sanction_days(const Known& known, Month month, DayNumber as_of, Watch& watch);
/// The weekdays on ledighedsydelse of a month that lie in the three weeks of each sanction: what they share is found once.
class SanctionDays {
 public:
  SanctionDays(const Known& known, Month month, DayNumber as_of);
  [[nodiscard]] DaySet of(std::size_t index) const;

 private:
  const Known& known_;
  Month month_;
  DayNumber as_of_;
  std::vector<Stretch> jobs_{};
  DaySet on_benefit_ = 0;
};
/// Whether a sanction ended the right: a second within 12 months (LY-12).
[[nodiscard]] bool ended_right(const Known& known, std::size_t index, DayNumber as_of);
/// Every day of the month in the three weeks of a sanction.
[[nodiscard]] DaySet days_of_sanctions(const Known& known, Month month, DayNumber as_of);
/// The weekdays of the month with a right to ledighedsydelse that no sanction takes.
[[nodiscard]] DaySet days_without_sanction(const Known& known, Month month, DayNumber as_of);

}  // namespace fleks::history
