#pragma once

#include <string>

#include <fleks/analysis/population_summary.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// A population's summary as JSON: amounts are text with two decimals, shares text in per cent with one.
[[nodiscard]] std::string to_json(const PopulationSummary& summary);
/// The same as tables to read.
[[nodiscard]] std::string table(const PopulationSummary& summary, Language language);
/// A picture (SVG) of how the subsidy, and the worth of one more hour, are spread.
[[nodiscard]] std::string picture(const PopulationSummary& summary, Language language);

}  // namespace fleks
