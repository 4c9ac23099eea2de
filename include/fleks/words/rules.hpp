#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/rule.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// What a rule says in a month, in a sentence or two, with the rates of that month, or the newest before it.
/// Example: FLT-14 of March 2024 in English is
/// `The computed subsidy is rounded once, at the end: to the nearest whole krone, halves up.`
[[nodiscard]] std::string rule_text(Rule rule, Month month, const RateTable& rates, Language language);
/// Why a period of a rule differs from the one before it; empty for the first, and where only the paragraph has moved.
[[nodiscard]] std::string_view rule_change(const RuleInfo& period, Language language) noexcept;

/// A choice that a rule's text leaves open, or that forces one of its readings: the option and its words, of which the
/// first holds by default.
struct RuleChoice {
  std::string_view id;                       ///< as in files: `rates_of`; the program's option is `--rates-of`
  std::span<const std::string_view> values;  ///< the words, the default first
};
/// The choices of a rule; most have none. Example: FLT-2 has `rates_of`, by default `subsidy-month`.
[[nodiscard]] std::vector<RuleChoice> choices_of(Rule rule);

/// What the law of a month says where an option is left to it: one of its words, or nothing where the law says nothing.
/// Example: of FLT-14 `round_to` is `oere` for April 2014 and `krone` for May 2014.
[[nodiscard]] std::string_view reading_of(Rule rule, std::string_view option, Month month);

/// A file of the project's tests that names a rule.
struct RuleTest {
  Rule rule{};            ///< the rule it names
  std::string_view file;  ///< its path in the project
};
/// Where a rule is tested: files under `tests/`. A test of the project checks that none is without, and that each file
/// still names the rule. Example: FLT-8 has `tests/rules/fleksloentilskud.cpp`.
[[nodiscard]] std::span<const RuleTest> tests_of(Rule rule) noexcept;

/// Rules as they stood in a month (`RuleInfo::open`: as they stand last) as a list to read: id, name, text, the months
/// they hold, what has changed and why, paragraph, address, status, choices and tests. Ends with a line break.
[[nodiscard]] std::string breakdown(std::span<const Rule> rules, Month month, const RateTable& rates, Language language);
/// The same as JSON: `fleks`, and `rules`, a list of `{id, name, text, source, address, status, from, to, in_force, changes,
/// options, tested_in}`. Ends with a line break.
[[nodiscard]] std::string to_json(std::span<const Rule> rules, Month month, const RateTable& rates, Language language);

/// A change of a rule (*regelændring*): from the first month of a period a month is computed otherwise than before.
struct RuleChange {
  const RuleInfo* period = nullptr;  ///< the period that begins
};
/// What changed in some rules up to a month (`RuleInfo::open`: all there is), the newest first; of a month in the order of the rules.
/// Example: of FLT-7 up to 2023 the first is that of April 2022.
[[nodiscard]] std::vector<RuleChange> rule_changes(std::span<const Rule> rules, Month month = RuleInfo::open);
/// The same as a list by month: the rule, why it is computed otherwise from then on, and the paragraph. Ends with a line break.
[[nodiscard]] std::string breakdown(std::span<const RuleChange> changes, Language language);
/// The same as JSON: `fleks`, and `changes`, a list of `{from, rule, name, why, source, address}`. Ends with a line break.
[[nodiscard]] std::string to_json(std::span<const RuleChange> changes, const RateTable& rates, Language language);

}  // namespace fleks
