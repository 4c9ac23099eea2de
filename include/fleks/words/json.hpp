#pragma once

#include <optional>
#include <span>
#include <string>

#include <fleks/words/explanation.hpp>

namespace fleks {

/// The month as JSON (RFC 8259, UTF-8, indented, ends with a line break). Amounts are decimal text in kroner with two
/// decimals or all the exact amount has; what is unknown is null. The steps' sentences are in the language asked for.
/// With `expected` also that and the difference, computed less expected.
[[nodiscard]] std::string to_json(const ExplainedMonth& month, Language language, std::optional<Money> expected = std::nullopt);

/// Rates as a JSON list of `{key, value, unit, valid_from, valid_to, status, source, note}`.
[[nodiscard]] std::string rates_as_json(std::span<const Rate* const> rates);

}  // namespace fleks
