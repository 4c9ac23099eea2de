// Tax of a year and housing benefit, from the rulebook's sections 7 and 8. Readings where it leaves a choice:
// - a year's rates are those of 1 January.
// - 7.3  single parents' extra follows the flag alone, not the number of children.
// - 7.4  bottom, municipal and church tax use the rates as they are; the tax ceilings lower middle, then top, then
//        top-top, each seeing the ones before it as already lowered, none below 0. In 2020-2025 only top exists.
// - 7.4  an unused allowance value reduces the other taxes, top taxes too: it comes off the sum, which is never below 0.
// - 7.5  AM + tax is cut down to whole kroner also when the tax before it is 0; the tax left may then be some øre below 0.
// - 8    income H is the personal income PI of section 7; the limit rises per child from the 2nd to the 4th; no rounding.
#include "oracle.hpp"

namespace oracle {

namespace {

Number least(const Number& a, const Number& b) { return b < a ? b : a; }

// A bracket's rate, so that it and all below it stay within the ceiling.
Number lowered(const Number& rate, const Number& ceiling, const Number& below) { return least(rate, below_zero_is_none(ceiling - below)); }

}  // namespace

TaxRates tax_rates(const RateBook& book, int year) {
  const Day day{year, 1, 1};
  const auto pct = [&](std::string_view key) { return Number(book.get(key, day) / 100); };
  const auto kr = [&](std::string_view key) { return book.get(key, day); };
  TaxRates r;
  r.am = pct("tax_am_pct");
  r.bottom = pct("tax_bottom_pct");
  r.personal_allowance = kr("tax_personal_allowance_year");
  r.employment_deduction = pct("tax_employment_deduction_pct");
  r.employment_deduction_max = kr("tax_employment_deduction_max_year");
  r.single_parent_deduction = pct("tax_single_parent_deduction_pct");
  r.single_parent_deduction_max = kr("tax_single_parent_deduction_max_year");
  r.job_deduction = pct("tax_job_deduction_pct");
  r.job_deduction_max = kr("tax_job_deduction_max_year");
  r.job_deduction_threshold = kr("tax_job_deduction_threshold_year");
  r.top = pct("tax_top_pct");
  r.top_threshold = kr("tax_top_threshold_year");
  if (year < 2026) {
    r.top_ceiling = pct("tax_ceiling_pct");
  } else {
    r.top_ceiling = pct("tax_ceiling_top_pct");
    r.middle = pct("tax_middle_pct");
    r.middle_threshold = kr("tax_middle_threshold_year");
    r.middle_ceiling = pct("tax_ceiling_middle_pct");
    r.toptop = pct("tax_toptop_pct");
    r.toptop_threshold = kr("tax_toptop_threshold_year");
    r.toptop_ceiling = pct("tax_ceiling_toptop_pct");
  }
  return r;
}

TaxResult tax(const TaxFacts& f, const TaxRates& r) {
  TaxResult out;

  // 1. AM-bidrag of the wage after own pension and own ATP.
  const Number am_base = sum(sum(f.gross_pay, -f.own_pension), -f.own_atp);
  out.am_contribution = r.am * am_base;

  // 2. Personal income.
  out.personal_income = sum(sum(am_base, -out.am_contribution), f.income_without_am);

  // 3. Deductions by work.
  out.work_base = sum(sum(f.gross_pay, f.employer_pension), f.employer_atp);
  out.employment_deduction = least(r.employment_deduction * out.work_base, r.employment_deduction_max);
  if (f.single_parent) {
    out.single_parent_deduction = least(r.single_parent_deduction * out.work_base, r.single_parent_deduction_max);
  }
  out.job_deduction = least(r.job_deduction * below_zero_is_none(out.work_base - r.job_deduction_threshold), r.job_deduction_max);

  // 4. Tax before the allowance.
  const Number municipal = f.municipal_pct / 100;
  const Number church = f.church_pct / 100;
  const Number deductions = out.employment_deduction + out.single_parent_deduction + out.job_deduction;
  out.municipal_base = below_zero_is_none(out.personal_income - deductions);
  out.bottom = r.bottom * out.personal_income;
  out.municipal = municipal * out.municipal_base;
  out.church = church * out.municipal_base;
  Number so_far = r.bottom + municipal;  // church tax is outside the ceilings
  if (r.middle) {
    out.middle_rate = lowered(*r.middle, *r.middle_ceiling, so_far);
    out.middle = out.middle_rate * below_zero_is_none(out.personal_income - *r.middle_threshold);
    so_far += out.middle_rate;
  }
  out.top_rate = lowered(r.top, r.top_ceiling, so_far);
  out.top = out.top_rate * below_zero_is_none(out.personal_income - r.top_threshold);
  so_far += out.top_rate;
  if (r.toptop) {
    out.toptop_rate = lowered(*r.toptop, *r.toptop_ceiling, so_far);
    out.toptop = out.toptop_rate * below_zero_is_none(out.personal_income - *r.toptop_threshold);
  }

  out.allowance_value = (r.bottom + municipal + church) * r.personal_allowance;
  const Number before_allowance = out.bottom + out.municipal + out.church + out.middle + out.top + out.toptop;
  out.tax_unrounded = below_zero_is_none(before_allowance - out.allowance_value);

  // 5. The only rounding: the sum down to whole kroner.
  out.am_and_tax = Number(floor_of(out.am_contribution + out.tax_unrounded));
  out.tax = out.am_and_tax - out.am_contribution;
  return out;
}

std::optional<HousingRates> housing_rates(const RateBook& book, int year) {
  const Day day{year, 1, 1};
  const std::optional<Number> limit = book.find("housing_benefit_income_limit_year", day);
  if (!limit) return std::nullopt;
  HousingRates r;
  r.income_limit = *limit;
  r.rent_share = book.get("housing_benefit_rent_share_pct", day) / 100;
  r.income_share = book.get("housing_benefit_income_share_pct", day) / 100;
  r.per_child = book.get("housing_benefit_per_child_year", day);
  r.own_payment_min = book.get("housing_benefit_own_payment_min_year", day);
  r.maximum = book.get("housing_benefit_max_year", day);
  r.childless_max_share = book.get("housing_benefit_childless_max_share_pct", day) / 100;
  return r;
}

Number housing_benefit(const Number& rent, const Number& income, int children, const HousingRates& r) {
  int counting = 0;  // the 2nd to the 4th child
  for (int child = 2; child <= 4; ++child) {
    if (child <= children) ++counting;
  }
  const Number limit = r.income_limit + r.per_child * counting;
  Number benefit = r.rent_share * rent - r.income_share * below_zero_is_none(income - limit);
  benefit = least(benefit, rent - r.own_payment_min);
  benefit = least(benefit, r.maximum);
  if (children == 0) benefit = least(benefit, r.childless_max_share * rent);
  return below_zero_is_none(benefit);
}

}  // namespace oracle
