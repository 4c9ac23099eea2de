#pragma once

#include <fleks/rules/rule.hpp>

#include <fleks/facts/year_facts.hpp>

#include "rates/rate_reader.hpp"
#include "rules/child_benefit.hpp"
#include "rules/daycare.hpp"
#include "rules/deductions.hpp"
#include "rules/housing_benefit.hpp"
#include "rules/income_tax.hpp"

namespace fleks {

/// The tax rates in force on the day of `fetch`, with the citizen's own percentages; those of a deduction that the citizen
/// does not have are not asked for.
template <class Rate, class Reader>
[[nodiscard]] law::TaxRatesOf<Rate> tax_rates_of(Reader& fetch, const RateTable& table, const Rate& municipal, const Rate& church,
                                                 bool single_parent, bool senior) {
  law::TaxRatesOf<Rate> r;
  r.am = fetch(RateKey::tax_am_pct);
  r.bottom = fetch(RateKey::tax_bottom_pct);
  r.municipal = municipal;
  r.church = church;
  if (fetch.date().year() < law::first_year_without_health_contribution) r.health = fetch(RateKey::tax_health_pct);
  r.pension_in_work_base = fetch.date().year() >= law::first_year_with_pension_in_work_base;
  r.middle = fetch.if_in_force_yet(RateKey::tax_middle_pct, table);
  r.middle_threshold = fetch.if_in_force_yet(RateKey::tax_middle_threshold_year, table);
  r.middle_ceiling = fetch.if_in_force_yet(RateKey::tax_ceiling_middle_pct, table);
  r.top = fetch(RateKey::tax_top_pct);
  r.top_threshold = fetch(RateKey::tax_top_threshold_year);
  // One tax ceiling up to the year in which middle and top-top tax begin, then one for each of them.
  const bool one_ceiling = fetch.not_yet(RateKey::tax_ceiling_top_pct, table);
  r.top_ceiling = fetch(one_ceiling ? RateKey::tax_ceiling_pct : RateKey::tax_ceiling_top_pct);
  r.toptop = fetch.if_in_force_yet(RateKey::tax_toptop_pct, table);
  r.toptop_threshold = fetch.if_in_force_yet(RateKey::tax_toptop_threshold_year, table);
  r.toptop_ceiling = fetch.if_in_force_yet(RateKey::tax_ceiling_toptop_pct, table);
  r.allowance = fetch(RateKey::tax_personal_allowance_year);
  r.employment_share = fetch(RateKey::tax_employment_deduction_pct);
  r.employment_most = fetch(RateKey::tax_employment_deduction_max_year);
  if (single_parent) {
    r.single_parent_share = fetch(RateKey::tax_single_parent_deduction_pct);
    r.single_parent_most = fetch(RateKey::tax_single_parent_deduction_max_year);
  }
  r.job_share = fetch(RateKey::tax_job_deduction_pct);
  r.job_threshold = fetch.if_in_force_yet(RateKey::tax_job_deduction_threshold_year, table);
  r.job_most = fetch.if_in_force_yet(RateKey::tax_job_deduction_max_year, table);
  if (senior) {
    r.senior_share = fetch.if_in_force_yet(RateKey::tax_senior_deduction_pct, table);
    r.senior_most = fetch.if_in_force_yet(RateKey::tax_senior_deduction_max_year, table);
  }
  return r;
}
[[nodiscard]] inline law::TaxRates tax_rates(RateReader& fetch, const RateTable& table, Percent municipal, Percent church,
                                             bool single_parent = true, bool senior = false) {
  return tax_rates_of(fetch, table, Exact::of(municipal), Exact::of(church), single_parent, senior);
}

/// Whether seniors' deduction is due in a year (SKAT-3).
[[nodiscard]] inline bool is_senior(int year, std::optional<int> birth_year) noexcept {
  return birth_year && law::is_senior(year, *birth_year);
}

/// SKAT-3: transport and union fee of a year.
template <class Watch>
Exact other_deductions(RateReader& fetch, const OtherDeductions& d, Watch& watch) {
  Exact all;
  if (d.transport_days > 0) {
    const law::TransportRates r{.free = fetch(RateKey::transport_deduction_free_km_day),
                                .long_distance = fetch(RateKey::transport_deduction_long_km_day),
                                .near = fetch(RateKey::transport_deduction_25_120_km),
                                .far = fetch(RateKey::transport_deduction_over_120_km)};
    all += law::transport_deduction(d.transport_km, d.transport_days, r, watch);
  }
  if (d.union_fee != Money{}) all += law::union_fee_deduction(Exact::of(d.union_fee), fetch(RateKey::union_fee_deduction_max_year), watch);
  return all;
}

/// The rates of housing benefit; those of wealth only where there is some. The smallest payment is not known of every year.
[[nodiscard]] inline law::HousingRates housing_rates(RateReader& fetch, const RateTable& table, bool with_wealth) {
  law::HousingRates r;
  r.rent_share = fetch(RateKey::housing_benefit_rent_share_pct);
  r.income_share = fetch(RateKey::housing_benefit_income_share_pct);
  r.income_limit = fetch(RateKey::housing_benefit_income_limit_year);
  r.per_child = fetch(RateKey::housing_benefit_per_child_year);
  r.own_payment_least = fetch(RateKey::housing_benefit_own_payment_min_year);
  r.most = fetch(RateKey::housing_benefit_max_year);
  r.childless_share = fetch(RateKey::housing_benefit_childless_max_share_pct);
  r.most_rent = fetch(RateKey::housing_benefit_max_rent_year);
  r.most_rent_per_child = fetch(RateKey::housing_benefit_max_rent_per_child_pct);
  r.most_with_many_children = fetch(RateKey::housing_benefit_max_many_children_pct);
  r.area_first = fetch(RateKey::housing_benefit_area_first_m2);
  r.area_further = fetch(RateKey::housing_benefit_area_further_m2);
  if (!fetch.not_yet(RateKey::housing_benefit_min_payout_year, table)) r.smallest = fetch(RateKey::housing_benefit_min_payout_year);
  if (with_wealth) {
    r.wealth_low = fetch(RateKey::housing_benefit_wealth_low_year);
    r.wealth_high = fetch(RateKey::housing_benefit_wealth_high_year);
    r.wealth_low_share = fetch(RateKey::housing_benefit_wealth_low_pct);
    r.wealth_high_share = fetch(RateKey::housing_benefit_wealth_high_pct);
  }
  return r;
}

/// BOLIG (boligstøtteloven § 10): what heat adds to the rent of a year, or takes from it.
[[nodiscard]] inline Exact heat_of_rent(RateReader& fetch, const HomeFacts& home) {
  Exact a_square_metre;
  if (home.heat_apart) a_square_metre += fetch(RateKey::housing_benefit_heat_apart_m2_year);
  if (home.heat_included) a_square_metre = a_square_metre - fetch(RateKey::housing_benefit_heat_included_m2_year);
  if (home.hot_water_included) a_square_metre = a_square_metre - fetch(RateKey::housing_benefit_hot_water_included_m2_year);
  return a_square_metre * home.area;
}

/// A home as the rules see it.
[[nodiscard]] inline law::Home home_of(RateReader& fetch, Money rent_a_month, int children, const HomeFacts& home) {
  return {.rent = Exact::of(rent_a_month) * Exact::whole(law::months_a_year),
          .area = home.area,
          .heat = heat_of_rent(fetch, home),
          .children = children,
          .pensioner = home.pensioner};
}

/// The rates of daycare, with its limits raised for further children and a single parent (FRIPLADS).
[[nodiscard]] inline law::DaycareRates daycare_rates(RateReader& fetch, int children, bool single_parent) {
  law::DaycareRates r{.free_below = fetch(RateKey::daycare_free_below_year),
                      .full_from = fetch(RateKey::daycare_full_payment_from_year),
                      .step = fetch(RateKey::daycare_step_year),
                      .first_share = fetch(RateKey::daycare_first_step_pct),
                      .step_share = fetch(RateKey::daycare_step_pct),
                      .sibling_discount = {}};
  Exact rise;
  if (children > 1) {
    r.sibling_discount = fetch(RateKey::daycare_sibling_discount_pct);
    rise += fetch(RateKey::daycare_addition_per_extra_child_year) * Exact::whole(children - 1);
  }
  if (single_parent) rise += fetch(RateKey::daycare_single_parent_addition_year);
  r.free_below += rise;
  r.full_from += rise;
  return r;
}

/// The rates of child benefit, and of the allowance of a single parent (BOERN).
[[nodiscard]] inline law::ChildRates child_rates(RateReader& fetch, bool single_parent) {
  law::ChildRates r{.youngest = fetch(RateKey::child_benefit_0_2_year),
                    .before_school = fetch(RateKey::child_benefit_3_6_year),
                    .school = fetch(RateKey::child_benefit_7_17_year),
                    .taper_share = fetch(RateKey::child_benefit_taper_pct),
                    .taper_threshold = fetch(RateKey::child_benefit_taper_threshold_year),
                    .allowance = {},
                    .extra_allowance = {}};
  if (single_parent) {
    r.allowance = fetch(RateKey::child_allowance_ordinary_year);
    r.extra_allowance = fetch(RateKey::child_allowance_extra_year);
  }
  return r;
}

}  // namespace fleks
