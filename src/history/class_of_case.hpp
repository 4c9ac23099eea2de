#pragma once

#include <fleks/facts/ledighedsydelse_facts.hpp>

#include "history/known.hpp"

namespace fleks::history {

/// LY-1, LY-2: the rate class of a month's ledighedsydelse: as decided for each of its periods, or by the facts on its
/// first day; without a period by the facts on `holiday`, the first day of holiday in a fleksjob. Where periods have
/// different classes, the weekdays of each.
template <class Watch>
void set_class(LedighedsydelseFacts& out, const Known& known, DayNumber holiday, DayNumber as_of, Watch& watch);

}  // namespace fleks::history
