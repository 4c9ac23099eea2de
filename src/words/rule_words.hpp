#pragma once

#include <string>
#include <string_view>

#include <fleks/rules/rule.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// The ids of a rule's options, as rules.csv lists them, separated by spaces.
[[nodiscard]] std::string_view option_ids(Rule rule) noexcept;

/// A source as Danish cites the law, with its commas: `LAB § 123 stk. 3 nr. 1` of the table is `LAB § 123, stk. 3, nr. 1`.
[[nodiscard]] std::string cited(std::string_view source);
/// Where a rule stands in a month, as it is cited in a text; a field of JSON has the table's own words.
[[nodiscard]] std::string cited_source(Rule rule, Month month, Language language);
/// The first of a rule's paragraphs: all of them stand below the calculation.
[[nodiscard]] std::string first_source(Rule rule, Month month, Language language);

/// Where a step's rule stands in its month, and how sure it is, in parentheses.
[[nodiscard]] std::string source_and_status(const Step& step, Month month, Language language);

}  // namespace fleks
