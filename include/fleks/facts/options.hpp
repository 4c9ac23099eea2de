#pragma once

#include <chrono>
#include <cstdint>

#include <fleks/values/percent.hpp>

namespace fleks {

/// Whether the employee's own ATP counts in the wage of FLT-5, for pay given before ATP. `excluded` as in
/// the income register's field 13; `counted` as in STAR's calculator.
enum class OwnAtp : std::uint8_t { excluded, counted };
/// FLT-2: whose rates hold when the wage month lies in another year. The text does not say.
enum class RatesOf : std::uint8_t { subsidy_month, wage_month };
/// FLT-11: whether wage from other jobs also fills the space under the ceiling.
enum class OtherWageUnderCeiling : std::uint8_t { excluded, included };
/// FLT-14: what the result is rounded to, half up.
enum class RoundTo : std::uint8_t { oere, krone };

/// What a reform changes in the rules themselves, from a subsidy month on. As it stands: the law.
///
/// Rates are changed in the `RateTable`. Each member is one rule's switch; a step that comes out of a changed
/// rule or rate is marked `changed_by_reform`.
struct Policy {
  std::chrono::year_month from{};                   ///< first subsidy month; not ok(): no reform
  bool reduced_by_hours = false;                    ///< FLT-8: M × paid weekly hours / 37 in place of the taper
  bool care_income_counts = true;                   ///< FLT-7
  bool daily_benefit_deducted = true;               ///< FLT-9
  bool ceiling_applies = true;                      ///< FLT-11
  Percent ceiling_cut_share = Percent::whole(100);  ///< FLT-11: how much of what exceeds the ceiling is cut
  bool holiday_days_cut = true;                     ///< FLT-12

  /// Whether the reform holds for a subsidy month.
  [[nodiscard]] constexpr bool in_force(std::chrono::year_month subsidy_month) const noexcept { return from.ok() && subsidy_month >= from; }
  friend constexpr bool operator==(const Policy&, const Policy&) = default;  ///< member by member
};

/// The choices the law leaves, by name. The defaults are the rulebook's.
struct Options {
  OwnAtp own_atp = OwnAtp::excluded;          ///< own ATP in the wage, FLT-5
  RatesOf rates_of = RatesOf::subsidy_month;  ///< whose month's rates, FLT-2
  /// Whether wage from other jobs fills the ceiling, FLT-11.
  OtherWageUnderCeiling other_wage_under_ceiling = OtherWageUnderCeiling::excluded;
  RoundTo round_to = RoundTo::oere;  ///< what the subsidy is rounded to, FLT-14
  Policy policy{};                   ///< of a reform; the law as it is when not given

  friend bool operator==(const Options&, const Options&) = default;  ///< member by member
};

}  // namespace fleks
