// Written by embed_lists from src/rates/keys.csv; build the target `lists` after a change of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <fleks/rates/rate_unit.hpp>

namespace fleks {

// clang-format off
/// The rates of the law by the names of the rates file (*satser*).
enum class RateKey : std::uint8_t {
  atp_ledighedsydelse_own_month,               ///< own ATP of ledighedsydelse a month (LAS § 80)
  atp_ledighedsydelse_public_month,            ///< public ATP of ledighedsydelse a month (LAS § 80)
  atp_subsidy_own_max_month,                   ///< most own ATP of the subsidy a month (LAB § 137)
  atp_subsidy_own_pct,                         ///< own ATP of the subsidy (LAB § 137)
  atp_subsidy_public_per_hour,                 ///< public ATP of the subsidy per hour not worked (LAB § 138)
  atp_subsidy_public_under_39h_month,          ///< public ATP of the subsidy under 39 paid hours a month (LAB § 138 stk. 3)
  atp_wage_c_month,                            ///< ATP contribution C of the wage of a month of 117 hours or more, own and employer's
  atp_wage_d_month,                            ///< ATP contribution D of the wage of a month of 117 hours or more, own and employer's
  atp_wage_e_month,                            ///< ATP contribution E of the wage of a month of 117 hours or more, own and employer's
  atp_wage_employer_117h_month,                ///< employer's ATP of the wage, 117 hours a month and more
  atp_wage_employer_39h_month,                 ///< employer's ATP of the wage, 39 to under 78 hours a month
  atp_wage_employer_78h_month,                 ///< employer's ATP of the wage, 78 to under 117 hours a month
  atp_wage_f_month,                            ///< ATP contribution F of the wage of a month of 117 hours or more, own and employer's
  atp_wage_own_117h_month,                     ///< own ATP of the wage, 117 hours a month and more
  atp_wage_own_39h_month,                      ///< own ATP of the wage, 39 to under 78 hours a month
  atp_wage_own_78h_month,                      ///< own ATP of the wage, 78 to under 117 hours a month
  child_allowance_extra_year,                  ///< ekstra børnetilskud of a single parent
  child_allowance_ordinary_year,               ///< ordinært børnetilskud per child of a single parent
  child_benefit_0_2_year,                      ///< børne- og ungeydelse per child under three years
  child_benefit_3_6_year,                      ///< børne- og ungeydelse per child from three to under seven years
  child_benefit_7_17_year,                     ///< børne- og ungeydelse per child from seven to under eighteen years
  child_benefit_taper_pct,                     ///< share of the top-tax base above the limit that reduces børne- og ungeydelse
  child_benefit_taper_threshold_year,          ///< top-tax base above which børne- og ungeydelse is reduced
  conversion_rate_hour,                        ///< omregningssats: what an hour of self-employment counts as (BEK-LY § 15)
  daycare_addition_per_extra_child_year,       ///< økonomisk friplads: what both limits rise per child beyond the first
  daycare_first_step_pct,                      ///< økonomisk friplads: parents' share of the fee in the first step
  daycare_free_below_year,                     ///< økonomisk friplads: household income below it pays nothing
  daycare_full_payment_from_year,              ///< økonomisk friplads: household income from which all is paid
  daycare_sibling_discount_pct,                ///< søskendetilskud: discount of every place but the dearest (dagtilbudsloven § 43)
  daycare_single_parent_addition_year,         ///< økonomisk friplads: what both limits rise for a single parent
  daycare_step_pct,                            ///< økonomisk friplads: what the parents' share rises each step
  daycare_step_year,                           ///< økonomisk friplads: width of a step of the income
  fleksbidrag_max_month,                       ///< cap of the fleksbidrag a month (FIN § 7 stk. 2)
  fleksbidrag_share_pct,                       ///< fleksbidrag: share of M less the refund (FIN § 7 stk. 2)
  fleksbidrag_wage_pct,                        ///< fleksbidrag: share of the wage without pension that reduces it (FIN § 7 stk. 3)
  fleksloentilskud_max_month,                  ///< base M: 98 pct. of the highest unemployment benefit (LAB § 123 stk. 1)
  full_time_hours_week,                        ///< full time
  great_prayer_day_supplement_pct,             ///< store bededagstillæg (lov 214/2023)
  holiday_allowance_pct,                       ///< feriegodtgørelse (ferieloven § 19)
  holiday_supplement_pct,                      ///< ferietillæg (ferieloven § 18)
  housing_benefit_area_first_m2,               ///< boligsikring: area that counts for one person (boligstøtteloven § 12)
  housing_benefit_area_further_m2,             ///< boligsikring: area that counts for each further person (boligstøtteloven § 12)
  housing_benefit_childless_max_share_pct,     ///< boligsikring: most share of the rent without children (boligstøtteloven § 22)
  housing_benefit_heat_apart_m2_year,          ///< boligsikring: rise of the rent per m² a year when heat is paid apart (boligstøtteloven § 10 stk. 5)
  housing_benefit_heat_included_m2_year,       ///< boligsikring: fall of the rent per m² a year when it includes heat (boligstøtteloven § 10 stk. 2)
  housing_benefit_hot_water_included_m2_year,  ///< boligsikring: fall of the rent per m² a year when it includes hot water (boligstøtteloven § 10 stk. 2)
  housing_benefit_income_limit_year,           ///< boligsikring: income limit
  housing_benefit_income_share_pct,            ///< boligsikring: share of the income above the limit
  housing_benefit_max_many_children_pct,       ///< boligsikring: what the highest benefit rises with four children or more (boligstøtteloven § 23)
  housing_benefit_max_rent_per_child_pct,      ///< boligsikring: what the highest rent rises per child to the 4th (boligstøtteloven § 14)
  housing_benefit_max_rent_year,               ///< boligsikring: highest rent that counts (boligstøtteloven § 14)
  housing_benefit_max_year,                    ///< boligsikring: highest benefit
  housing_benefit_min_payout_year,             ///< boligsikring: below it nothing is paid
  housing_benefit_own_payment_min_year,        ///< boligsikring: lowest own payment
  housing_benefit_per_child_year,              ///< boligsikring: what the limit rises per child from the 2nd to the 4th
  housing_benefit_rent_share_pct,              ///< boligsikring: share of the rent
  housing_benefit_wealth_high_pct,             ///< boligsikring: share of wealth above the upper limit that is income (boligstøtteloven § 8 a)
  housing_benefit_wealth_high_year,            ///< boligsikring: wealth above it counts by the higher share (boligstøtteloven § 8 a)
  housing_benefit_wealth_low_pct,              ///< boligsikring: share of wealth between the limits that is income (boligstøtteloven § 8 a)
  housing_benefit_wealth_low_year,             ///< boligsikring: wealth up to it does not count (boligstøtteloven § 8 a)
  ledighedsydelse_full_month,                  ///< ledighedsydelse, full: 89 pct. of the highest unemployment benefit
  ledighedsydelse_low_nonprovider_month,       ///< ledighedsydelse, low amount, without dependent children
  ledighedsydelse_low_provider_month,          ///< ledighedsydelse, low amount, with dependent children (forsørger)
  obligatory_pension_pct,                      ///< obligatorisk pension; the scheme began on 1 January 2020
  refund_first_weeks_pct,                      ///< refund of the staircase, weeks 1 to 4 (FIN § 5 stk. 2 nr. 1)
  refund_first_year_pct,                       ///< refund of the staircase, weeks 27 to 52 (FIN § 5 stk. 2 nr. 3)
  refund_half_year_pct,                        ///< refund of the staircase, weeks 5 to 26 (FIN § 5 stk. 2 nr. 2)
  refund_later_weeks_pct,                      ///< refund of the staircase from week 53 (FIN § 5 stk. 2 nr. 4)
  refund_ledighedsydelse_offer_pct,            ///< refund of ledighedsydelse in offers of LAB chapter 11 by the old rules (LAS § 104)
  refund_ledighedsydelse_pct,                  ///< refund of ledighedsydelse by the old rules (LAS § 104)
  refund_subsidy_pct,                          ///< refund of fleksløntilskud and of the self-employed grant by the old rules (LAB § 122)
  self_employed_grant_max_year,                ///< highest grant to the self-employed (LAB § 126 ff.)
  self_employed_taper_pct,                     ///< share of the income that reduces the grant to the self-employed
  sickness_benefit_max_hour,                   ///< highest sickness benefit per hour
  sickness_benefit_max_week,                   ///< highest sickness benefit per week
  taper_high_pct,                              ///< taper above the threshold (LAB § 123 stk. 2)
  taper_low_pct,                               ///< taper up to the threshold (LAB § 123 stk. 2)
  taper_threshold_month,                       ///< threshold T of the taper (LAB § 123 stk. 2)
  tax_am_pct,                                  ///< AM-bidrag
  tax_bottom_pct,                              ///< bundskat
  tax_ceiling_middle_pct,                      ///< skatteloft with mellemskat, from 2026
  tax_ceiling_pct,                             ///< skatteloft, to 2025
  tax_ceiling_top_pct,                         ///< skatteloft with topskat, from 2026
  tax_ceiling_toptop_pct,                      ///< skatteloft with toptopskat, from 2026
  tax_church_average_pct,                      ///< average church tax
  tax_employment_deduction_max_year,           ///< highest beskæftigelsesfradrag
  tax_employment_deduction_pct,                ///< beskæftigelsesfradrag
  tax_health_pct,                              ///< sundhedsbidrag: to 2018, of the base of municipal tax
  tax_job_deduction_max_year,                  ///< highest jobfradrag
  tax_job_deduction_pct,                       ///< jobfradrag
  tax_job_deduction_threshold_year,            ///< work base above which jobfradrag begins
  tax_middle_pct,                              ///< mellemskat, from 2026
  tax_middle_threshold_year,                   ///< threshold of mellemskat
  tax_municipal_average_pct,                   ///< average municipal tax
  tax_personal_allowance_year,                 ///< personfradrag
  tax_senior_deduction_max_year,               ///< highest extra beskæftigelsesfradrag of seniors
  tax_senior_deduction_pct,                    ///< extra beskæftigelsesfradrag in the two years before that of the state pension age (LL § 9 J stk. 5)
  tax_share_kept_pct,                          ///< what a municipality keeps of a change in municipal tax after equalisation: an assumption (udligningsloven § 2)
  tax_single_parent_deduction_max_year,        ///< highest extra beskæftigelsesfradrag of single parents
  tax_single_parent_deduction_pct,             ///< extra beskæftigelsesfradrag of single parents
  tax_top_pct,                                 ///< topskat
  tax_top_threshold_year,                      ///< threshold of topskat
  tax_toptop_pct,                              ///< toptopskat, from 2026
  tax_toptop_threshold_year,                   ///< threshold of toptopskat
  transport_deduction_25_120_km,               ///< befordringsfradrag per km above the free ones (LL § 9 C)
  transport_deduction_free_km_day,             ///< km a day without befordringsfradrag (LL § 9 C)
  transport_deduction_long_km_day,             ///< km a day above which the lower amount per km holds (LL § 9 C)
  transport_deduction_over_120_km,             ///< befordringsfradrag per km beyond the long distance (LL § 9 C)
  unemployment_benefit_max_month,              ///< highest unemployment benefit (ALF § 47)
  union_fee_deduction_max_year,                ///< highest deduction of a union fee (LL § 13)
};
// clang-format on

/// How many keys there are.
inline constexpr std::size_t rate_key_count = 110;

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
    {"child_allowance_extra_year", RateUnit::kroner_a_year},
    {"child_allowance_ordinary_year", RateUnit::kroner_a_year},
    {"child_benefit_0_2_year", RateUnit::kroner_a_year},
    {"child_benefit_3_6_year", RateUnit::kroner_a_year},
    {"child_benefit_7_17_year", RateUnit::kroner_a_year},
    {"child_benefit_taper_pct", RateUnit::percent},
    {"child_benefit_taper_threshold_year", RateUnit::kroner_a_year},
    {"conversion_rate_hour", RateUnit::kroner_an_hour},
    {"daycare_addition_per_extra_child_year", RateUnit::kroner_a_year},
    {"daycare_first_step_pct", RateUnit::percent},
    {"daycare_free_below_year", RateUnit::kroner_a_year},
    {"daycare_full_payment_from_year", RateUnit::kroner_a_year},
    {"daycare_sibling_discount_pct", RateUnit::percent},
    {"daycare_single_parent_addition_year", RateUnit::kroner_a_year},
    {"daycare_step_pct", RateUnit::percent},
    {"daycare_step_year", RateUnit::kroner_a_year},
    {"fleksbidrag_max_month", RateUnit::kroner_a_month},
    {"fleksbidrag_share_pct", RateUnit::percent},
    {"fleksbidrag_wage_pct", RateUnit::percent},
    {"fleksloentilskud_max_month", RateUnit::kroner_a_month},
    {"full_time_hours_week", RateUnit::hours_a_week},
    {"great_prayer_day_supplement_pct", RateUnit::percent},
    {"holiday_allowance_pct", RateUnit::percent},
    {"holiday_supplement_pct", RateUnit::percent},
    {"housing_benefit_area_first_m2", RateUnit::square_metres},
    {"housing_benefit_area_further_m2", RateUnit::square_metres},
    {"housing_benefit_childless_max_share_pct", RateUnit::percent},
    {"housing_benefit_heat_apart_m2_year", RateUnit::kroner_a_square_metre},
    {"housing_benefit_heat_included_m2_year", RateUnit::kroner_a_square_metre},
    {"housing_benefit_hot_water_included_m2_year", RateUnit::kroner_a_square_metre},
    {"housing_benefit_income_limit_year", RateUnit::kroner_a_year},
    {"housing_benefit_income_share_pct", RateUnit::percent},
    {"housing_benefit_max_many_children_pct", RateUnit::percent},
    {"housing_benefit_max_rent_per_child_pct", RateUnit::percent},
    {"housing_benefit_max_rent_year", RateUnit::kroner_a_year},
    {"housing_benefit_max_year", RateUnit::kroner_a_year},
    {"housing_benefit_min_payout_year", RateUnit::kroner_a_year},
    {"housing_benefit_own_payment_min_year", RateUnit::kroner_a_year},
    {"housing_benefit_per_child_year", RateUnit::kroner_a_year},
    {"housing_benefit_rent_share_pct", RateUnit::percent},
    {"housing_benefit_wealth_high_pct", RateUnit::percent},
    {"housing_benefit_wealth_high_year", RateUnit::kroner},
    {"housing_benefit_wealth_low_pct", RateUnit::percent},
    {"housing_benefit_wealth_low_year", RateUnit::kroner},
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
    {"tax_health_pct", RateUnit::percent},
    {"tax_job_deduction_max_year", RateUnit::kroner_a_year},
    {"tax_job_deduction_pct", RateUnit::percent},
    {"tax_job_deduction_threshold_year", RateUnit::kroner_a_year},
    {"tax_middle_pct", RateUnit::percent},
    {"tax_middle_threshold_year", RateUnit::kroner_a_year},
    {"tax_municipal_average_pct", RateUnit::percent},
    {"tax_personal_allowance_year", RateUnit::kroner_a_year},
    {"tax_senior_deduction_max_year", RateUnit::kroner_a_year},
    {"tax_senior_deduction_pct", RateUnit::percent},
    {"tax_share_kept_pct", RateUnit::percent},
    {"tax_single_parent_deduction_max_year", RateUnit::kroner_a_year},
    {"tax_single_parent_deduction_pct", RateUnit::percent},
    {"tax_top_pct", RateUnit::percent},
    {"tax_top_threshold_year", RateUnit::kroner_a_year},
    {"tax_toptop_pct", RateUnit::percent},
    {"tax_toptop_threshold_year", RateUnit::kroner_a_year},
    {"transport_deduction_25_120_km", RateUnit::kroner_a_kilometre},
    {"transport_deduction_free_km_day", RateUnit::kilometres},
    {"transport_deduction_long_km_day", RateUnit::kilometres},
    {"transport_deduction_over_120_km", RateUnit::kroner_a_kilometre},
    {"unemployment_benefit_max_month", RateUnit::kroner_a_month},
    {"union_fee_deduction_max_year", RateUnit::kroner_a_year},
}};

}  // namespace fleks
