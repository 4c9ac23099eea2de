#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace fleks {

/// The rules of law the library computes, by the ids of its rulebook: FLT fleksløntilskud, LOFT the normal-wage
/// ceiling, TIME paid hours, ATP the wage's ATP, LY ledighedsydelse, FERIE holiday, SKAT income tax,
/// BOLIG housing benefit, SELV the grant to the self-employed, EFTER correction of the past.
enum class Rule : std::uint8_t {
  FLT_1,
  FLT_2,
  FLT_3,
  FLT_4,
  FLT_5,
  FLT_6,
  FLT_7,
  FLT_8,
  FLT_9,
  FLT_10,
  FLT_11,
  FLT_12,
  FLT_13,
  FLT_14,
  FLT_15,
  FLT_16,
  FLT_17,
  FLT_18,
  FLT_19,
  LOFT_1,
  LOFT_2,
  LOFT_3,
  LOFT_4,
  LOFT_5,
  TIME_1,
  TIME_2,
  ATP,
  LY_1,
  LY_2,
  LY_3,
  LY_4,
  LY_5,
  LY_6,
  LY_7,
  LY_8,
  LY_9,
  LY_10,
  LY_11,
  LY_12,
  LY_13,
  LY_14,
  FERIE_1,
  FERIE_2,
  FERIE_3,
  FERIE_4,
  FERIE_5,
  FERIE_6,
  FERIE_7,
  SKAT_1,
  SKAT_2,
  SKAT_3,
  SKAT_4,
  SKAT_5,
  BOLIG,
  SELV,
  EFTER,
};

/// How many rules there are.
inline constexpr std::size_t rule_count = static_cast<std::size_t>(Rule::EFTER) + 1;

/// How sure a rule is: the legal text itself was read; a ministry's, municipality's or board's page was read;
/// or the text leaves a choice, which is then a named option.
enum class RuleStatus : std::uint8_t { read, secondary, interpretation };

/// Example: `interpretation`.
[[nodiscard]] std::string_view to_text(RuleStatus status) noexcept;

/// A rule's id (`FLT-8`), its paragraph in Danish, and its status.
struct RuleInfo {
  std::string_view id;      ///< as in the rulebook
  std::string_view source;  ///< the paragraph
  RuleStatus status;        ///< how sure it is
};

/// Id, paragraph and status. Example: `info(Rule::FLT_8).id` is `FLT-8`.
[[nodiscard]] const RuleInfo& info(Rule rule) noexcept;
/// The rule of that id, or nothing. Example: `rule("FLT-8")`.
[[nodiscard]] std::optional<Rule> rule(std::string_view id) noexcept;

}  // namespace fleks
