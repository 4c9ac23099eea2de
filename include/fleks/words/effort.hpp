#pragma once

#include <optional>
#include <string>

#include <fleks/analysis/effort_result.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// An effort that has been worked out and is ready to be told.
struct ToldEffort {
  const Effort& effort;                  ///< as given
  const EffortResult& result;            ///< what it comes to
  const RateTable& rates;                ///< by which rates
  std::optional<EffortSpread> spread{};  ///< cohorts drawn at random, when asked for
};

/// What an effort gives and costs, year by year and purse by purse, when it pays, and what decides it: a text a council can read.
[[nodiscard]] std::string breakdown(const ToldEffort& told, Language language);
/// The same as JSON: `years`, `break_even: {success_pct, months}`, `decides`, `simulation`.
[[nodiscard]] std::string to_json(const ToldEffort& told, Language language);
/// The years as a table, decimal point and comma between the columns.
[[nodiscard]] std::string to_csv(const ToldEffort& told);
/// A picture (SVG): how the municipality's money comes back month by month, and what each range decides.
[[nodiscard]] std::string picture(const ToldEffort& told, Language language);

}  // namespace fleks
