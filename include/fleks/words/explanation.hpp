#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/rule.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/words/language.hpp>
#include <fleks/words/message.hpp>

namespace fleks {

/// What a rule is about, as a heading. Example: FLT-8 is `Fradrag for løn`, in English `Taper for wage`.
[[nodiscard]] std::string_view rule_name(Rule rule, Language language) noexcept;
/// The same in the period of a month.
[[nodiscard]] std::string_view rule_name(Rule rule, Month month, Language language) noexcept;
/// Where the rule stands: the paragraph, cited in Danish; where the law's text is silent, that it is.
[[nodiscard]] std::string_view rule_source(Rule rule, Language language) noexcept;
/// The same in the period of a month.
[[nodiscard]] std::string_view rule_source(Rule rule, Month month, Language language) noexcept;
/// Example: `læst i lovteksten`.
[[nodiscard]] std::string_view in_words(RuleStatus status, Language language) noexcept;
/// How sure a step of a month is: its rule's status in that month, and `interpretation` where an option decided it.
[[nodiscard]] RuleStatus status_of(const Step& step, Month month) noexcept;

/// A step as one sentence with its operands and the rates used, each with value, period and status.
///
/// Every rule of the library has its own wording; `rates` are those the step was computed with.
/// Example: FLT-10 is `Tilskud før lønloft: 19.952,00 - 4.680,00 = 15.272,00 kr.`
[[nodiscard]] std::string in_words(const Step& step, const RatesOnDate& rates, Language language);

/// The worked calculation as a text that can be sent on: what was given, each amount with rule and paragraph, the
/// rates with period, status and source, the choices made and what the other choice would give, and what is not
/// known. Ends with a line break; at most about 100 columns except for the sources' addresses. Another choice is named as
/// `reader` names it: `rates_of wage-month`, or `--rates-of wage-month` in a program.
[[nodiscard]] std::string breakdown(const Explained<MonthStatement>& month, Language language, const Reader& reader = {});

}  // namespace fleks
