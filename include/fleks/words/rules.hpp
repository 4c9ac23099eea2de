#pragma once

#include <span>
#include <string>
#include <string_view>

#include <fleks/rules/rule.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// What a rule says, in a sentence or two.
/// Example: FLT-14 in English is `The subsidy is rounded once, at the end: to the nearest øre, halves up.`
[[nodiscard]] std::string_view rule_text(Rule rule, Language language) noexcept;

/// A choice that a rule's text leaves open: the program's option, its values, and the one that holds by default.
struct RuleChoice {
  Rule rule{};                  ///< whose text leaves it
  std::string_view option;      ///< as the program's option
  std::string_view values;      ///< separated by `|`
  std::string_view by_default;  ///< the value that holds when none is given
};
/// The choices of a rule; most have none. Example: FLT-11 has `--other-wage-under-ceiling`, by default `excluded`.
[[nodiscard]] std::span<const RuleChoice> choices_of(Rule rule) noexcept;

/// A file of the project's tests that names a rule.
struct RuleTest {
  Rule rule{};            ///< the rule it names
  std::string_view file;  ///< its path in the project
};
/// Where a rule is tested: files under `tests/`. A test of the project checks that none is without, and that each file
/// still names the rule. Example: FLT-8 has `tests/rules/fleksloentilskud.cpp`.
[[nodiscard]] std::span<const RuleTest> tests_of(Rule rule) noexcept;

/// Rules as a list to read: id, name, text, paragraph, status, choices and tests. Ends with a line break.
[[nodiscard]] std::string rules_as_text(std::span<const Rule> rules, Language language);
/// The same as a JSON list of `{id, name, text, source, status, options, tested_in}`. Ends with a line break.
[[nodiscard]] std::string rules_as_json(std::span<const Rule> rules, Language language);

}  // namespace fleks
