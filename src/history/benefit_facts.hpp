#pragma once

#include <optional>

#include <fleks/facts/ledighedsydelse_facts.hpp>

#include "history/known.hpp"

namespace fleks::history {

/// What of a case belongs to the ledighedsydelse of a month; nothing when no day of it is on ledighedsydelse.
template <class Watch>
[[nodiscard]] std::optional<LedighedsydelseFacts> benefit_facts(const Known& known, Month month, DayNumber as_of, Watch& watch);

}  // namespace fleks::history
