// Tax of a year and housing benefit, from the rulebook's sections 7 and 8. Readings where it leaves a choice:
// - a year's rates are those of 1 January.
// - 7.3  single parents' extra follows the flag alone, not the number of children.
// - 7.4  bottom, municipal and church tax use the rates as they are; the tax ceilings lower middle, then top, then
//        top-top, each seeing the ones before it as already lowered, none below 0. In 2020-2025 only top exists.
// - 7.4  an unused allowance value reduces the other taxes, top taxes too: it comes off the sum, which is never below 0.
// - 7.1  own pension and own ATP above the pay leave a base of 0, in personal income too; nothing of them is taken of other income.
// - 7.5  what is cut off AM + tax is the tax's, at most all of it: with too little tax the AM-bidrag stands alone, exact.
// - 8    income H is the personal income PI of section 7; the limit rises per child from the 2nd to the 4th; the highest rent
//        with children is rounded to the nearest hundred; the smallest payment is held against the year in whole kroner.
// - 8    daycare and child benefit follow PI too.
#include <algorithm>

#include "oracle.hpp"

namespace oracle {

namespace {

Number least(const Number& a, const Number& b) { return b < a ? b : a; }

// A bracket's rate, so that it and all below it stay within the ceiling.
Number lowered(const Number& rate, const Number& ceiling, const Number& below) { return least(rate, below_zero_is_none(ceiling - below)); }

// The two income years before the one in which the state pension age is reached; of those who are seniors from 2026 on.
bool is_senior(int birth_year, int year) {
  const int age = birth_year <= 1962 ? 67 : birth_year <= 1966 ? 68 : 69;
  const int reached = birth_year + age;
  return year == reached - 1 || year == reached - 2;
}

}  // namespace

Number transport_and_union(const Number& km, int days, const Number& union_fee, const RateBook& book, int year) {
  const Day day{year, 1, 1};
  Number a_day = 0;
  if (km > 24) a_day += (least(km, 120) - 24) * book.get("transport_deduction_25_120_km", day);
  if (km > 120) a_day += (km - 120) * book.get("transport_deduction_over_120_km", day);
  Number fee = 0;
  if (!union_fee.is_zero()) fee = least(union_fee, book.get("union_fee_deduction_max_year", day));
  return a_day * days + fee;
}

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
  if (const auto share = book.find("tax_single_parent_deduction_pct", day)) r.single_parent_deduction = *share / 100;
  r.single_parent_deduction_max = book.find("tax_single_parent_deduction_max_year", day);
  if (year <= 2018) r.health = pct("tax_health_pct");
  r.pension_in_work_base = year >= 2018;
  r.year = year;
  if (year >= 2026) {
    r.senior_deduction = pct("tax_senior_deduction_pct");
    r.senior_deduction_max = kr("tax_senior_deduction_max_year");
  }
  r.job_deduction = pct("tax_job_deduction_pct");
  if (year >= 2018) {  // before, there is none
    r.job_deduction_max = kr("tax_job_deduction_max_year");
    r.job_deduction_threshold = kr("tax_job_deduction_threshold_year");
  }
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
  const Number am_base = below_zero_is_none(sum(sum(f.gross_pay, -f.own_pension), -f.own_atp));
  out.am_contribution = r.am * am_base;

  // 2. Personal income.
  out.personal_income = sum(sum(am_base, -out.am_contribution), f.income_without_am);

  // 3. Deductions by work.
  out.work_base = r.pension_in_work_base ? sum(sum(f.gross_pay, f.employer_pension), f.employer_atp) : am_base;
  out.employment_deduction = least(r.employment_deduction * out.work_base, r.employment_deduction_max);
  if (f.single_parent) {
    out.single_parent_deduction = least(r.single_parent_deduction.value() * out.work_base, r.single_parent_deduction_max.value());
  }
  out.job_deduction = least(r.job_deduction * below_zero_is_none(out.work_base - r.job_deduction_threshold), r.job_deduction_max);

  // 4. Tax before the allowance.
  const Number municipal = f.municipal_pct / 100;
  const Number church = f.church_pct / 100;
  if (f.birth_year && r.senior_deduction && is_senior(*f.birth_year, r.year))
    out.senior_deduction = least(*r.senior_deduction * out.work_base, *r.senior_deduction_max);
  const Number deductions =
      out.employment_deduction + out.single_parent_deduction + out.job_deduction + out.senior_deduction + f.other_deductions;
  out.municipal_base = below_zero_is_none(out.personal_income - deductions);
  out.bottom = r.bottom * out.personal_income;
  out.municipal = municipal * out.municipal_base;
  out.church = church * out.municipal_base;
  out.health = r.health * out.municipal_base;
  Number so_far = r.bottom + municipal + r.health;  // church tax is outside the ceilings
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

  out.allowance_value = (r.bottom + municipal + church + r.health) * r.personal_allowance;
  const Number before_allowance = out.bottom + out.municipal + out.church + out.health + out.middle + out.top + out.toptop;
  out.tax_unrounded = below_zero_is_none(before_allowance - out.allowance_value);

  // 5. The only rounding: the sum down to whole kroner.
  out.tax = below_zero_is_none(Number(floor_of(out.am_contribution + out.tax_unrounded)) - out.am_contribution);
  out.am_and_tax = out.am_contribution + out.tax;
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
  r.max_rent = book.get("housing_benefit_max_rent_year", day);
  r.smallest = book.find("housing_benefit_min_payout_year", day);
  r.wealth_low = book.find("housing_benefit_wealth_low_year", day);
  r.wealth_high = book.find("housing_benefit_wealth_high_year", day);
  r.heat_apart = book.find("housing_benefit_heat_apart_m2_year", day);
  r.heat_included = book.find("housing_benefit_heat_included_m2_year", day);
  r.hot_water_included = book.find("housing_benefit_hot_water_included_m2_year", day);
  return r;
}

namespace {

Number rent_of(const Home& home, const HousingRates& r) {
  Number rent = home.rent * 12;
  if (home.heat_apart) rent += *r.heat_apart * home.area;
  if (home.heat_included) rent -= *r.heat_included * home.area;
  if (home.hot_water_included) rent -= *r.hot_water_included * home.area;
  const Number allowed_area = 65 + 20 * home.children;
  if (home.area > allowed_area) rent = rent * allowed_area / home.area;
  Number highest = r.max_rent;
  for (int child = 1; child <= 4 && child <= home.children; ++child) highest += r.max_rent / 20;
  highest = Number(floor_of(highest / 100 + Number(1) / 2)) * 100;
  return least(rent, highest);
}

Number with_wealth(const Home& home, const Number& income, const HousingRates& r) {
  if (home.wealth.is_zero()) return income;
  return income + below_zero_is_none(least(home.wealth, *r.wealth_high) - *r.wealth_low) / 10 +
         below_zero_is_none(home.wealth - *r.wealth_high) / 5;
}

}  // namespace

Number housing_benefit(const Home& home, const Number& income, const HousingRates& r) {
  int counting = 0;  // the 2nd to the 4th child
  for (int child = 2; child <= 4; ++child) {
    if (child <= home.children) ++counting;
  }
  const Number rent = rent_of(home, r);
  const Number limit = r.income_limit + r.per_child * counting;
  Number benefit = r.rent_share * rent - r.income_share * below_zero_is_none(with_wealth(home, income, r) - limit);
  benefit = least(benefit, rent - r.own_payment_min);
  benefit = least(benefit, home.children >= 4 ? Number(r.maximum * 5 / 4) : r.maximum);
  if (home.children == 0 && !home.pensioner) benefit = least(benefit, r.childless_max_share * rent);
  return below_zero_is_none(benefit);
}

Number housing_a_month(const Home& home, const Number& income, const HousingRates& r, bool rounded) {
  Number year = housing_benefit(home, income, r);
  if (rounded) year = Number(floor_of(year + Number(1) / 2));
  if (r.smallest && year < *r.smallest) return 0;
  return rounded ? Number(floor_of(year / 12 + Number(1) / 2)) : Number(year / 12);
}

std::optional<DaycareRates> daycare_rates(const RateBook& book, int year) {
  const Day day{year, 1, 1};
  const auto free_below = book.find("daycare_free_below_year", day), discount = book.find("daycare_sibling_discount_pct", day);
  if (!free_below || !discount) return std::nullopt;
  return DaycareRates{*free_below,
                      book.get("daycare_full_payment_from_year", day),
                      book.get("daycare_step_year", day),
                      book.get("daycare_first_step_pct", day) / 100,
                      book.get("daycare_step_pct", day) / 100,
                      book.get("daycare_addition_per_extra_child_year", day),
                      book.get("daycare_single_parent_addition_year", day),
                      *discount / 100};
}

Number daycare(const Number& income, int places, const Number& fee, int children, bool single_parent, const DaycareRates& r) {
  Number up = 0;
  for (int child = 2; child <= std::max(children, places); ++child) up += r.per_extra_child;
  if (single_parent) up += r.single_parent;
  Number share = 0;
  if (income >= r.full_from + up) {
    share = 1;
  } else if (income >= r.free_below + up) {
    share = r.first_share;
    for (Number edge = r.free_below + up + r.step; edge <= income; edge += r.step) share += r.step_share;
  }
  Number fees = fee;
  for (int place = 2; place <= places; ++place) fees += fee * (1 - r.sibling_discount);
  return share * fees;
}

std::optional<ChildRates> child_rates(const RateBook& book, int year) {
  const Day day{year, 1, 1};
  const auto youngest = book.find("child_benefit_0_2_year", day), threshold = book.find("child_benefit_taper_threshold_year", day);
  const auto allowance = book.find("child_allowance_ordinary_year", day);
  if (!youngest || !threshold || !allowance) return std::nullopt;
  return ChildRates{*youngest,
                    book.get("child_benefit_3_6_year", day),
                    book.get("child_benefit_7_17_year", day),
                    book.get("child_benefit_taper_pct", day) / 100,
                    *threshold,
                    *allowance,
                    book.get("child_allowance_extra_year", day)};
}

Number child_benefit(const std::vector<int>& ages, bool single_parent, const Number& personal_income, const ChildRates& r) {
  Number benefit = 0, allowance = 0;
  for (const int age : ages) {
    benefit += age <= 2 ? r.youngest : age <= 6 ? r.middle : r.oldest;
    allowance += r.allowance;
  }
  if (!ages.empty()) allowance += r.extra;
  benefit = below_zero_is_none(benefit - r.taper * below_zero_is_none(personal_income - r.threshold));
  return (single_parent ? Number(benefit + allowance) : benefit) / 12;
}

}  // namespace oracle
