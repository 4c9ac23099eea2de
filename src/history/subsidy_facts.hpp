#pragma once

#include <optional>

#include <fleks/errors/result.hpp>
#include <fleks/facts/month_facts.hpp>

#include "history/known.hpp"

namespace fleks::history {

/// What of a case belongs to the fleksløntilskud of a month.
struct SubsidyFacts {
  MonthFacts facts{};
  bool wage_unknown = false;  // the wage of a fleksjob of the wage month is not known
};

/// Nothing when there was no fleksjob in the wage month.
template <class Watch>
[[nodiscard]] Result<std::optional<SubsidyFacts>> subsidy_facts(const Known& known, Month month, DayNumber as_of, Watch& watch);

}  // namespace fleks::history
