#pragma once

#include <span>
#include <string_view>

#include <fleks/words/explanation.hpp>

#include "text/nlohmann.hpp"

namespace fleks {

using Json = nlohmann::ordered_json;

/// The steps as `{rule, name, text, amount, unit, source, status, rates}`, in the order of calculation.
[[nodiscard]] Json steps_json(std::span<const Step> steps, const RatesOnDate& rates, Language language);

/// Rates as `{key, value, unit, valid_from, valid_to, status, source}`.
[[nodiscard]] Json rate_json(const Rate& rate);

/// Indented, with a line break at the end; what is not UTF-8 is replaced.
[[nodiscard]] std::string written(const Json& json);

}  // namespace fleks
