#pragma once

#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/values/names.hpp>

// The words of the choices of law: as the command line and the case file read them, as every output writes them.

namespace fleks {

/// FLT-5.
template <>
inline constexpr Names<OwnAtp, 2> names<OwnAtp>{"own_atp", {{OwnAtp::excluded, "excluded"}, {OwnAtp::counted, "counted"}}};
/// FLT-2.
template <>
inline constexpr Names<RatesOf, 2> names<RatesOf>{"rates_of",
                                                  {{RatesOf::subsidy_month, "subsidy-month"}, {RatesOf::wage_month, "wage-month"}}};
/// FLT-11.
template <>
inline constexpr Names<OtherWageUnderCeiling, 3> names<OtherWageUnderCeiling>{"other_wage_under_ceiling",
                                                                              {{OtherWageUnderCeiling::by_law, "by-law"},
                                                                               {OtherWageUnderCeiling::excluded, "excluded"},
                                                                               {OtherWageUnderCeiling::included, "included"}}};
/// FLT-11, benefits.
template <>
inline constexpr Names<BenefitsUnderCeiling, 3> names<BenefitsUnderCeiling>{
    "benefits_under_ceiling",
    {{BenefitsUnderCeiling::by_law, "by-law"}, {BenefitsUnderCeiling::excluded, "excluded"}, {BenefitsUnderCeiling::included, "included"}}};
/// FLT-11, care income.
template <>
inline constexpr Names<CareIncomeUnderCeiling, 3> names<CareIncomeUnderCeiling>{"care_income_under_ceiling",
                                                                                {{CareIncomeUnderCeiling::by_law, "by-law"},
                                                                                 {CareIncomeUnderCeiling::excluded, "excluded"},
                                                                                 {CareIncomeUnderCeiling::included, "included"}}};
/// FLT-14, LY-15.
template <>
inline constexpr Names<RoundTo, 3> names<RoundTo>{"round_to",
                                                  {{RoundTo::by_law, "by-law"}, {RoundTo::oere, "oere"}, {RoundTo::krone, "krone"}}};
/// FLT-12.
template <>
inline constexpr Names<HolidayDaysRule, 4> names<HolidayDaysRule>{"holiday_days_of",
                                                                  {{HolidayDaysRule::by_law, "by-law"},
                                                                   {HolidayDaysRule::benefit_deducted, "benefit-deducted"},
                                                                   {HolidayDaysRule::holiday_month, "holiday-month"},
                                                                   {HolidayDaysRule::month_after, "month-after"}}};
/// FLT-20.
template <>
inline constexpr Names<FirstMonth, 3> names<FirstMonth>{
    "first_month",
    {{FirstMonth::own_wage, "own-wage"}, {FirstMonth::no_deduction, "no-deduction"}, {FirstMonth::no_subsidy, "no-subsidy"}}};
/// FLT-17.
template <>
inline constexpr Names<OwnAtpOf, 2> names<OwnAtpOf>{
    "own_atp_of", {{OwnAtpOf::paid_subsidy, "paid-subsidy"}, {OwnAtpOf::before_ceiling, "before-ceiling"}}};
/// ATP.
template <>
inline constexpr Names<AtpContribution, 5> names<AtpContribution>{"atp_contribution",
                                                                  {{AtpContribution::a, "A"},
                                                                   {AtpContribution::c, "C"},
                                                                   {AtpContribution::d, "D"},
                                                                   {AtpContribution::e, "E"},
                                                                   {AtpContribution::f, "F"}}};
/// LOFT-4.
template <>
inline constexpr Names<Ceiling::StatedBy, 3> names<Ceiling::StatedBy>{"ceiling_stated_by",
                                                                      {{Ceiling::StatedBy::employer, "employer"},
                                                                       {Ceiling::StatedBy::computed, "computed"},
                                                                       {Ceiling::StatedBy::agreement_table, "agreement-table"}}};
/// LOFT-4.
template <>
inline constexpr Names<CeilingHours, 3> names<CeilingHours>{
    "ceiling_hours", {{CeilingHours::by_law, "by-law"}, {CeilingHours::exact, "exact"}, {CeilingHours::three_decimals, "160.333"}}};

}  // namespace fleks
