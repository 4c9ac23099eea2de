#pragma once

#include <span>
#include <string_view>

#include <fleks/statement/explained.hpp>
#include <fleks/words/explanation.hpp>

#include "text/nlohmann.hpp"

namespace fleks {

using Json = nlohmann::ordered_json;

/// The steps as `{rule, name, text, amount, unit, source, status, rates}`, in the order of calculation.
[[nodiscard]] Json steps_json(std::span<const Step> steps, const RatesOnDate& rates, Language language);

/// The steps of a result.
template <class Statement>
[[nodiscard]] Json steps_json(const Explained<Statement>& explained, Language language) {
  return steps_json(explained.trace.steps(), explained.rates_in_force(), language);
}

/// What every result begins with: `fleks: {program, rates, format}`, the versions of the code, of the rates and of the JSON's form.
[[nodiscard]] Json result_json(const RateTable& rates);

/// Rates as `{key, value, unit, valid_from, valid_to, status, source}`.
[[nodiscard]] Json rate_json(const Rate& rate);

/// Indented, with a line break at the end; what is not UTF-8 is replaced.
[[nodiscard]] std::string written(const Json& json);

}  // namespace fleks
