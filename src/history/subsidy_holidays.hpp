#pragma once

#include <fleks/facts/month_facts.hpp>

#include "history/known.hpp"

namespace fleks::history {

/// FLT-12, FLT-15: the holidays that belong to the fleksløntilskud of a month, into its facts: days on ledighedsydelse by
/// the rule of the month, feriegodtgørelse in the month of the holiday.
template <class Watch>
void add_holidays(MonthFacts& f, const Known& known, Month wage_month, DayNumber as_of, Watch& watch);

}  // namespace fleks::history
