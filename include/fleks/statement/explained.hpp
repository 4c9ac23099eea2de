#pragma once

#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/values/money.hpp>

namespace fleks {

/// What would be due by the other choice of an option that decided a step.
struct OtherChoice {
  Rule rule{};           ///< whose step rests on the choice
  Options options{};     ///< as they were, with the other choice
  Result<Money> amount;  ///< what is due by it, or why that cannot be computed
};

/// A result with all that its explanation is made from: what was asked, by which rates and choices, what came out, and how.
///
/// Made by `explained(facts, rates, options)`, which every benefit has beside its plain function; put into words by
/// `breakdown(explained, language)` and `to_json(explained, language)`.
/// Example: `breakdown(*explained(facts, RateTable::embedded()), Language::danish)`.
template <class Statement>
struct Explained {
  typename Statement::Facts facts{};     ///< what was asked
  RateTable rates;                       ///< the whole table it was computed by
  Options options{};                     ///< the choices
  Statement statement{};                 ///< what came out
  Trace trace{};                         ///< every step
  std::vector<OtherChoice> otherwise{};  ///< in the order of the steps; only of those that have another choice

  /// The rates it was computed by. They hold as long as this does.
  [[nodiscard]] RatesOnDate rates_in_force() const noexcept { return rates.on(date_of_rates(facts, statement)); }
};

}  // namespace fleks
