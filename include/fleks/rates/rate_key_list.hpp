// Written by embed_lists from src/rates/keys.csv; build the target `lists` after a change of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <fleks/rates/rate_unit.hpp>

namespace fleks {

/// The rates of the law by the names of the rates file (*satser*).
enum class RateKey : std::uint8_t {
  atp_ledighedsydelse_own_month,            ///< own ATP of ledighedsydelse a month (LAS § 80)
  atp_ledighedsydelse_public_month,         ///< public ATP of ledighedsydelse a month (LAS § 80)
  atp_subsidy_own_max_month,                ///< most own ATP of the subsidy a month (LAB § 137)
  atp_subsidy_own_pct,                      ///< own ATP of the subsidy (LAB § 137)
  atp_subsidy_public_per_hour,              ///< public ATP of the subsidy per hour not worked (LAB § 138)
  atp_subsidy_public_under_39h_month,       ///< public ATP of the subsidy under 39 paid hours a month (LAB § 138 stk. 3)
  atp_wage_c_month,                         ///< ATP contribution C of the wage of a month of 117 hours or more, own and employer's
  atp_wage_d_month,                         ///< ATP contribution D of the wage of a month of 117 hours or more, own and employer's
  atp_wage_e_month,                         ///< ATP contribution E of the wage of a month of 117 hours or more, own and employer's
  atp_wage_employer_117h_month,             ///< employer's ATP of the wage, 117 hours a month and more
  atp_wage_employer_39h_month,              ///< employer's ATP of the wage, 39 to under 78 hours a month
  atp_wage_employer_78h_month,              ///< employer's ATP of the wage, 78 to under 117 hours a month
  atp_wage_f_month,                         ///< ATP contribution F of the wage of a month of 117 hours or more, own and employer's
  atp_wage_own_117h_month,                  ///< own ATP of the wage, 117 hours a month and more
  atp_wage_own_39h_month,                   ///< own ATP of the wage, 39 to under 78 hours a month
  atp_wage_own_78h_month,                   ///< own ATP of the wage, 78 to under 117 hours a month
  conversion_rate_hour,                     ///< omregningssats: what an hour of self-employment counts as (BEK-LY § 15)
  fleksbidrag_max_month,                    ///< cap of the fleksbidrag a month (FIN § 7 stk. 2)
  fleksbidrag_share_pct,                    ///< fleksbidrag: share of M less the refund (FIN § 7 stk. 2)
  fleksbidrag_wage_pct,                     ///< fleksbidrag: share of the wage without pension that reduces it (FIN § 7 stk. 3)
  fleksloentilskud_max_month,               ///< base M: 98 pct. of the highest unemployment benefit (LAB § 123 stk. 1)
  full_time_hours_week,                     ///< full time
  great_prayer_day_supplement_pct,          ///< store bededagstillæg (lov 214/2023)
  holiday_allowance_pct,                    ///< feriegodtgørelse (ferieloven § 19)
  holiday_supplement_pct,                   ///< ferietillæg (ferieloven § 18)
  housing_benefit_childless_max_share_pct,  ///< boligsikring: most share of the rent without children (boligstøtteloven § 22)
  housing_benefit_income_limit_year,        ///< boligsikring: income limit
  housing_benefit_income_share_pct,         ///< boligsikring: share of the income above the limit
  housing_benefit_max_year,                 ///< boligsikring: highest benefit
  housing_benefit_own_payment_min_year,     ///< boligsikring: lowest own payment
  housing_benefit_per_child_year,           ///< boligsikring: what the limit rises per child from the 2nd to the 4th
  housing_benefit_rent_share_pct,           ///< boligsikring: share of the rent
  ledighedsydelse_full_month,               ///< ledighedsydelse, full: 89 pct. of the highest unemployment benefit
  ledighedsydelse_low_nonprovider_month,    ///< ledighedsydelse, low amount, without dependent children
  ledighedsydelse_low_provider_month,       ///< ledighedsydelse, low amount, with dependent children (forsørger)
  obligatory_pension_pct,                   ///< obligatorisk pension; the scheme began on 1 January 2020
  refund_first_weeks_pct,                   ///< refund of the staircase, weeks 1 to 4 (FIN § 5 stk. 2 nr. 1)
  refund_first_year_pct,                    ///< refund of the staircase, weeks 27 to 52 (FIN § 5 stk. 2 nr. 3)
  refund_half_year_pct,                     ///< refund of the staircase, weeks 5 to 26 (FIN § 5 stk. 2 nr. 2)
  refund_later_weeks_pct,                   ///< refund of the staircase from week 53 (FIN § 5 stk. 2 nr. 4)
  refund_ledighedsydelse_offer_pct,         ///< refund of ledighedsydelse in offers of LAB chapter 11 by the old rules (LAS § 104)
  refund_ledighedsydelse_pct,               ///< refund of ledighedsydelse by the old rules (LAS § 104)
  refund_subsidy_pct,                       ///< refund of fleksløntilskud and of the self-employed grant by the old rules (LAB § 122)
  self_employed_grant_max_year,             ///< highest grant to the self-employed (LAB § 126 ff.)
  self_employed_taper_pct,                  ///< share of the income that reduces the grant to the self-employed
  sickness_benefit_max_hour,                ///< highest sickness benefit per hour
  sickness_benefit_max_week,                ///< highest sickness benefit per week
  taper_high_pct,                           ///< taper above the threshold (LAB § 123 stk. 2)
  taper_low_pct,                            ///< taper up to the threshold (LAB § 123 stk. 2)
  taper_threshold_month,                    ///< threshold T of the taper (LAB § 123 stk. 2)
  tax_am_pct,                               ///< AM-bidrag
  tax_bottom_pct,                           ///< bundskat
  tax_ceiling_middle_pct,                   ///< skatteloft with mellemskat, from 2026
  tax_ceiling_pct,                          ///< skatteloft, to 2025
  tax_ceiling_top_pct,                      ///< skatteloft with topskat, from 2026
  tax_ceiling_toptop_pct,                   ///< skatteloft with toptopskat, from 2026
  tax_church_average_pct,                   ///< average church tax
  tax_employment_deduction_max_year,        ///< highest beskæftigelsesfradrag
  tax_employment_deduction_pct,             ///< beskæftigelsesfradrag
  tax_job_deduction_max_year,               ///< highest jobfradrag
  tax_job_deduction_pct,                    ///< jobfradrag
  tax_job_deduction_threshold_year,         ///< work base above which jobfradrag begins
  tax_middle_pct,                           ///< mellemskat, from 2026
  tax_middle_threshold_year,                ///< threshold of mellemskat
  tax_municipal_average_pct,                ///< average municipal tax
  tax_personal_allowance_year,              ///< personfradrag
  tax_share_kept_pct,                       ///< what a municipality keeps of a change in municipal tax after equalisation: an assumption (udligningsloven § 2)
  tax_single_parent_deduction_max_year,     ///< highest extra beskæftigelsesfradrag of single parents
  tax_single_parent_deduction_pct,          ///< extra beskæftigelsesfradrag of single parents
  tax_top_pct,                              ///< topskat
  tax_top_threshold_year,                   ///< threshold of topskat
  tax_toptop_pct,                           ///< toptopskat, from 2026
  tax_toptop_threshold_year,                ///< threshold of toptopskat
  unemployment_benefit_max_month,           ///< highest unemployment benefit (ALF § 47)
};

/// How many keys there are.
inline constexpr std::size_t rate_key_count = 74;

/// Name and unit of each key, in the order of `RateKey`.
inline constexpr std::array<RateKeyInfo, rate_key_count> rate_keys{{
    {"atp_ledighedsydelse_own_month", RateUnit::kroner_a_month},
    {"atp_ledighedsydelse_public_month", RateUnit::kroner_a_month},
    {"atp_subsidy_own_max_month", RateUnit::kroner_a_month},
    {"atp_subsidy_own_pct", RateUnit::percent},
    {"atp_subsidy_public_per_hour", RateUnit::kroner_an_hour},
    {"atp_subsidy_public_under_39h_month", RateUnit::kroner_a_month},
    {"atp_wage_c_month", RateUnit::kroner_a_month},
    {"atp_wage_d_month", RateUnit::kroner_a_month},
    {"atp_wage_e_month", RateUnit::kroner_a_month},
    {"atp_wage_employer_117h_month", RateUnit::kroner_a_month},
    {"atp_wage_employer_39h_month", RateUnit::kroner_a_month},
    {"atp_wage_employer_78h_month", RateUnit::kroner_a_month},
    {"atp_wage_f_month", RateUnit::kroner_a_month},
    {"atp_wage_own_117h_month", RateUnit::kroner_a_month},
    {"atp_wage_own_39h_month", RateUnit::kroner_a_month},
    {"atp_wage_own_78h_month", RateUnit::kroner_a_month},
    {"conversion_rate_hour", RateUnit::kroner_an_hour},
    {"fleksbidrag_max_month", RateUnit::kroner_a_month},
    {"fleksbidrag_share_pct", RateUnit::percent},
    {"fleksbidrag_wage_pct", RateUnit::percent},
    {"fleksloentilskud_max_month", RateUnit::kroner_a_month},
    {"full_time_hours_week", RateUnit::hours_a_week},
    {"great_prayer_day_supplement_pct", RateUnit::percent},
    {"holiday_allowance_pct", RateUnit::percent},
    {"holiday_supplement_pct", RateUnit::percent},
    {"housing_benefit_childless_max_share_pct", RateUnit::percent},
    {"housing_benefit_income_limit_year", RateUnit::kroner_a_year},
    {"housing_benefit_income_share_pct", RateUnit::percent},
    {"housing_benefit_max_year", RateUnit::kroner_a_year},
    {"housing_benefit_own_payment_min_year", RateUnit::kroner_a_year},
    {"housing_benefit_per_child_year", RateUnit::kroner_a_year},
    {"housing_benefit_rent_share_pct", RateUnit::percent},
    {"ledighedsydelse_full_month", RateUnit::kroner_a_month},
    {"ledighedsydelse_low_nonprovider_month", RateUnit::kroner_a_month},
    {"ledighedsydelse_low_provider_month", RateUnit::kroner_a_month},
    {"obligatory_pension_pct", RateUnit::percent},
    {"refund_first_weeks_pct", RateUnit::percent},
    {"refund_first_year_pct", RateUnit::percent},
    {"refund_half_year_pct", RateUnit::percent},
    {"refund_later_weeks_pct", RateUnit::percent},
    {"refund_ledighedsydelse_offer_pct", RateUnit::percent},
    {"refund_ledighedsydelse_pct", RateUnit::percent},
    {"refund_subsidy_pct", RateUnit::percent},
    {"self_employed_grant_max_year", RateUnit::kroner_a_year},
    {"self_employed_taper_pct", RateUnit::percent},
    {"sickness_benefit_max_hour", RateUnit::kroner_an_hour},
    {"sickness_benefit_max_week", RateUnit::kroner_a_week},
    {"taper_high_pct", RateUnit::percent},
    {"taper_low_pct", RateUnit::percent},
    {"taper_threshold_month", RateUnit::kroner_a_month},
    {"tax_am_pct", RateUnit::percent},
    {"tax_bottom_pct", RateUnit::percent},
    {"tax_ceiling_middle_pct", RateUnit::percent},
    {"tax_ceiling_pct", RateUnit::percent},
    {"tax_ceiling_top_pct", RateUnit::percent},
    {"tax_ceiling_toptop_pct", RateUnit::percent},
    {"tax_church_average_pct", RateUnit::percent},
    {"tax_employment_deduction_max_year", RateUnit::kroner_a_year},
    {"tax_employment_deduction_pct", RateUnit::percent},
    {"tax_job_deduction_max_year", RateUnit::kroner_a_year},
    {"tax_job_deduction_pct", RateUnit::percent},
    {"tax_job_deduction_threshold_year", RateUnit::kroner_a_year},
    {"tax_middle_pct", RateUnit::percent},
    {"tax_middle_threshold_year", RateUnit::kroner_a_year},
    {"tax_municipal_average_pct", RateUnit::percent},
    {"tax_personal_allowance_year", RateUnit::kroner_a_year},
    {"tax_share_kept_pct", RateUnit::percent},
    {"tax_single_parent_deduction_max_year", RateUnit::kroner_a_year},
    {"tax_single_parent_deduction_pct", RateUnit::percent},
    {"tax_top_pct", RateUnit::percent},
    {"tax_top_threshold_year", RateUnit::kroner_a_year},
    {"tax_toptop_pct", RateUnit::percent},
    {"tax_toptop_threshold_year", RateUnit::kroner_a_year},
    {"unemployment_benefit_max_month", RateUnit::kroner_a_month},
}};

}  // namespace fleks
