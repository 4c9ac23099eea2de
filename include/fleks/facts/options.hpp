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
/// FLT-11: whether wage from other jobs and a side business stand under the ceiling too; by law from July 2014.
enum class OtherWageUnderCeiling : std::uint8_t { by_law, excluded, included };
/// FLT-11: whether daily benefits stand under the ceiling; by law from 2024.
enum class BenefitsUnderCeiling : std::uint8_t { by_law, excluded, included };
/// FLT-11: whether care income stands under the ceiling; by law from 2024.
enum class CareIncomeUnderCeiling : std::uint8_t { by_law, excluded, included };
/// FLT-14, LY-15: what the result is rounded to, half up; by law whole kroner from May 2014.
enum class RoundTo : std::uint8_t { by_law, oere, krone };
/// FLT-12: what holiday days on ledighedsydelse take of the subsidy. By law the benefit paid for them, krone for krone
/// (to March 2022), the days' share of the same month's subsidy (to 2023), that of the month after (from 2024).
enum class HolidayDaysRule : std::uint8_t { by_law, benefit_deducted, holiday_month, month_after };
/// FLT-20: what the subsidy of a job's first month rests on.
enum class FirstMonth : std::uint8_t { own_wage, no_deduction, no_subsidy };
/// FLT-17: what own ATP of the subsidy is 5 pct. of. The text can be read both ways.
enum class OwnAtpOf : std::uint8_t { paid_subsidy, before_ceiling };
/// LOFT-4: the hours of a full-time month of a ceiling from hourly pay. By law three decimals (160,333) of one that the
/// municipality has computed, from 2024.
enum class CeilingHours : std::uint8_t { by_law, exact, three_decimals };
/// ATP: which contributions of the wage the employer pays; most pay A.
enum class AtpContribution : std::uint8_t { a, c, d, e, f };

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
  OtherWageUnderCeiling other_wage_under_ceiling = OtherWageUnderCeiling::by_law;
  BenefitsUnderCeiling benefits_under_ceiling = BenefitsUnderCeiling::by_law;         ///< daily benefits there, FLT-11
  CareIncomeUnderCeiling care_income_under_ceiling = CareIncomeUnderCeiling::by_law;  ///< care income there, FLT-11
  RoundTo round_to = RoundTo::by_law;                                                 ///< what the subsidy is rounded to, FLT-14
  HolidayDaysRule holiday_days_of = HolidayDaysRule::by_law;                          ///< what holiday days take, FLT-12
  OwnAtpOf own_atp_of = OwnAtpOf::paid_subsidy;                                       ///< what own ATP is a share of, FLT-17
  AtpContribution atp_contribution = AtpContribution::a;                              ///< ATP of the wage
  Policy policy{};                                                                    ///< of a reform; the law as it is when not given

  friend bool operator==(const Options&, const Options&) = default;  ///< member by member
};

}  // namespace fleks
