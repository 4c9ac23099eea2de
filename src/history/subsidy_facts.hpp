#pragma once

#include <optional>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/history/case_statement.hpp>

#include "history/known.hpp"

namespace fleks::history {

/// What of a case belongs to the fleksløntilskud of a month.
struct SubsidyFacts {
  std::vector<MonthFacts> parts{};  // two where one fleksjob follows another within the month; none when it is unknown
  std::vector<Basis> basis{};
  std::vector<MissingFact> missing{};
  std::vector<std::pair<MissingFact, std::optional<Ceiling>>> otherwise{};  // of the first part: what the ceiling would be
};

/// Nothing when no fleksjob gives a right in the month.
template <class Watch>
[[nodiscard]] Result<std::optional<SubsidyFacts>> subsidy_facts(const Known& known, Month month, DayNumber as_of, Watch& watch);

}  // namespace fleks::history
