#pragma once

#include <array>

#include <fleks/facts/ledighedsydelse_facts.hpp>

#include "history/known.hpp"

namespace fleks::history {

/// LY-1, LY-2: the rate class of a month's ledighedsydelse: as decided for each of its periods, or by the facts on its
/// first day; without a period by the facts on `holiday`, the first day of holiday in a fleksjob. Where periods have
/// different classes, the weekdays of each; so too of `holiday_days` beside a period.
template <class Watch>
void set_class(LedighedsydelseFacts& out, const Known& known, DayNumber holiday, Days holiday_days, DayNumber as_of, Watch& watch);
/// LY-1, LY-16: the days on ledighedsydelse of a month by the class of each.
[[nodiscard]] OfEachClass<DaySet> days_of_each_class(const Known& known, Month month, DayNumber as_of);
/// LY-1, LY-2, LY-16: of holiday in a fleksjob that begins on a day.
[[nodiscard]] BenefitClass class_of_holiday(const Known& known, DayNumber day, DayNumber as_of);

}  // namespace fleks::history
