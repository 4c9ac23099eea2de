#pragma once

#include <span>
#include <vector>

#include <fleks/facts/month_facts.hpp>
#include <fleks/history/case_statement.hpp>

#include "history/grounds.hpp"

namespace fleks::history {

/// The fleksjob of a month that are computed together.
struct PartOfSubsidy {
  Month month{};
  std::span<const Ground> grounds{};
  Exact share{};     // of the month that they cover
  Exact of_month{};  // that all fleksjob of the month cover
};

/// FLT-12, FLT-15: the holidays that belong to the fleksløntilskud of a part of a month, into its facts: days on
/// ledighedsydelse by the rule of the month, feriegodtgørelse in the month of the holiday, or that its pay is not known.
template <class Watch>
void add_holidays(MonthFacts& f, std::vector<MissingFact>& missing, const Known& known, const PartOfSubsidy& part, DayNumber as_of,
                  Watch& watch);

}  // namespace fleks::history
