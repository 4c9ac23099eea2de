#pragma once

#include <fleks/facts/ledighedsydelse_facts.hpp>

#include "history/known.hpp"

namespace fleks::history {

/// LY-1, LY-2: the rate class of a month's ledighedsydelse: as decided for its period, or by the facts on its first day;
/// without a period by the facts on `holiday`, the first day of holiday in a fleksjob.
template <class Watch>
[[nodiscard]] BenefitClass class_of_month(const Known& known, Month month, DayNumber holiday, DayNumber as_of, Watch& watch);

}  // namespace fleks::history
