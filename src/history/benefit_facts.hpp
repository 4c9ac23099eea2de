#pragma once

#include <optional>
#include <vector>

#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/history/case_statement.hpp>

#include "history/known.hpp"

namespace fleks::history {

/// What of a case belongs to the ledighedsydelse of a month; nothing when no day of it is on ledighedsydelse. `missing`:
/// what it cannot be computed without.
template <class Watch>
[[nodiscard]] std::optional<LedighedsydelseFacts> benefit_facts(const Known& known, Month month, std::vector<MissingFact>& missing,
                                                                DayNumber as_of, Watch& watch);

}  // namespace fleks::history
