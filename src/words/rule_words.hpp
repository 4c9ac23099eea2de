#pragma once

#include <string>
#include <string_view>

#include <fleks/rules/rule.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// The ids of a rule's options, as rules.csv lists them, separated by spaces.
[[nodiscard]] std::string_view option_ids(Rule rule) noexcept;

/// Where a step's rule stands in its month, and how sure it is, in parentheses.
[[nodiscard]] std::string source_and_status(const Step& step, Month month, Language language);

}  // namespace fleks
