#pragma once

#include <optional>
#include <span>
#include <string>

#include <fleks/rates/unusual_rates.hpp>
#include <fleks/statement/after_tax.hpp>
#include <fleks/words/explanation.hpp>

namespace fleks {

/// The version of the form of JSON that every result carries as `fleks.format`: it rises when a field changes or goes, not when one is
/// added.
inline constexpr int result_format = 1;

/// The month as JSON (RFC 8259, UTF-8, indented, ends with a line break). Amounts are decimal text in kroner with two
/// decimals or all the exact amount has; what is unknown is null. The steps' sentences are in the language asked for.
/// With `expected` also that and the difference, computed less expected.
[[nodiscard]] std::string to_json(const Explained<MonthStatement>& month, Language language, std::optional<Money> expected = std::nullopt);
/// The same with `tax`: what is withheld of it by the tax card.
[[nodiscard]] std::string to_json(const Explained<MonthStatement>& month, const Explained<AfterTax>& tax, Language language,
                                  std::optional<Money> expected = std::nullopt);

/// Rates of a table as JSON: `fleks`, and `rates`, a list of `{key, value, unit, valid_from, valid_to, status, source, note}`.
[[nodiscard]] std::string to_json(std::span<const Rate* const> rates, const RateTable& table);
/// What another table changes as JSON: `fleks` of the new one, `from` and `to`, the versions of both, and `changes`, a list of `{key,
/// valid_from, valid_to, before, after}`.
[[nodiscard]] std::string to_json(std::span<const RateChange> changes, const RateTable& from, const RateTable& to);

}  // namespace fleks
