#pragma once

#include <fleks/rules/rule.hpp>

#include "rates/rate_reader.hpp"
#include "rules/housing_benefit.hpp"
#include "rules/income_tax.hpp"

namespace fleks {

/// The tax rates in force on the day of `fetch`, with the citizen's own percentages.
[[nodiscard]] inline law::TaxRates tax_rates(RateReader& fetch, const RateTable& table, Percent municipal, Percent church) {
  law::TaxRates r;
  r.am = fetch(RateKey::tax_am_pct);
  r.bottom = fetch(RateKey::tax_bottom_pct);
  r.municipal = Exact::of(municipal);
  r.church = Exact::of(church);
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
  r.single_parent_share = fetch(RateKey::tax_single_parent_deduction_pct);
  r.single_parent_most = fetch(RateKey::tax_single_parent_deduction_max_year);
  r.job_share = fetch(RateKey::tax_job_deduction_pct);
  r.job_threshold = fetch(RateKey::tax_job_deduction_threshold_year);
  r.job_most = fetch(RateKey::tax_job_deduction_max_year);
  // To 2018 a health contribution had the municipal base: a tax without it would be too low.
  if (!in_force(Rule::SKAT_4, month_of(fetch.date()))) fetch.lacks("tax_health_pct");
  return r;
}

[[nodiscard]] inline law::HousingRates housing_rates(RateReader& fetch) {
  return {fetch(RateKey::housing_benefit_rent_share_pct),         fetch(RateKey::housing_benefit_income_share_pct),
          fetch(RateKey::housing_benefit_income_limit_year),      fetch(RateKey::housing_benefit_per_child_year),
          fetch(RateKey::housing_benefit_own_payment_min_year),   fetch(RateKey::housing_benefit_max_year),
          fetch(RateKey::housing_benefit_childless_max_share_pct)};
}

}  // namespace fleks
