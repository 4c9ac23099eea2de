#pragma once

#include <span>
#include <string_view>

#include <fleks/statement/explained.hpp>
#include <fleks/words/explanation.hpp>

#include "text/json_value.hpp"

namespace fleks {

/// The steps of a month as `{rule, name, text, amount, unit, source, address, status, rates}`, in the order of calculation;
/// source and address are those of the order in force in the month.
[[nodiscard]] Json steps_json(std::span<const Step> steps, Month month, const RatesOnDate& rates, Language language);

/// The steps of a result; without a month of its own that of the rates' date.
template <class Statement>
[[nodiscard]] Json steps_json(const Explained<Statement>& explained, Language language) {
  const RatesOnDate rates = explained.rates_in_force();
  Month month = month_of(rates.date());
  if constexpr (requires { explained.statement.month; }) month = explained.statement.month;
  return steps_json(explained.trace.steps(), month, rates, language);
}

/// What every result begins with: `fleks: {program, rates, format}`, the versions of the code, of the rates and of the JSON's form.
[[nodiscard]] Json result_json(const RateTable& rates);

/// Rates as `{key, value, unit, valid_from, valid_to, status, source}`.
[[nodiscard]] Json rate_json(const Rate& rate);

/// Indented, with a line break at the end; what is not UTF-8 is replaced.
[[nodiscard]] std::string written(const Json& json);

}  // namespace fleks
