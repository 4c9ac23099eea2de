#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <fleks/rules/rule_list.hpp>
#include <fleks/values/calendar.hpp>

namespace fleks {

/// How sure a rule is: the legal text itself was read; a ministry's, municipality's or board's page was read;
/// or the text leaves a choice, which is then a named option.
enum class RuleStatus : std::uint8_t { read, secondary, interpretation };

/// Example: `interpretation`.
[[nodiscard]] std::string_view to_text(RuleStatus status) noexcept;

/// One period of a rule (*regel*): how it read from one subsidy month, or benefit month, to another, and where it stood.
///
/// A change in the middle of a month holds from the next month.
struct RuleInfo {
  /// The last month of a period that still holds.
  static constexpr Month open{std::chrono::year{9999}, std::chrono::December};
  Rule rule{};              ///< which rule
  std::string_view id;      ///< as in the rulebook: `FLT-8`
  Month first{};            ///< the first month it holds for
  Month last{};             ///< the last one, or `open`
  std::string_view source;  ///< the paragraph, in Danish; empty where the law is silent
  std::string_view eli;     ///< the address of the order or law that carries it, or empty
  RuleStatus status{};      ///< how sure it is
};

/// The period of a rule that holds in a month; before the first one that, after the last one that.
/// Example: `info(Rule::FLT_14, 2014y / 4).status` is `interpretation`, in May 2014 `read`.
[[nodiscard]] const RuleInfo& info(Rule rule, Month month) noexcept;
/// The newest period: what holds now, or held last. Example: `info(Rule::FLT_8).id` is `FLT-8`.
[[nodiscard]] const RuleInfo& info(Rule rule) noexcept;
/// All periods of a rule, the oldest first.
[[nodiscard]] std::span<const RuleInfo> periods(Rule rule) noexcept;
/// Whether the rule holds in a month. Example: FLT-22 holds from January 2020 to December 2023.
[[nodiscard]] bool in_force(Rule rule, Month month) noexcept;

/// The rule of that id, or nothing. Example: `rule("FLT-8")`.
[[nodiscard]] std::optional<Rule> rule(std::string_view id) noexcept;

}  // namespace fleks
