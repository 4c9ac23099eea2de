#pragma once

#include <chrono>

#include "rules/number.hpp"
#include "rules/watch.hpp"

// SKAT (rulebook 7): AM-bidrag and income tax of a year, a single person without capital income.

namespace fleks::law {

/// SKAT-4: the health contribution (sundhedsbidrag) was paid to 2018; SKAT-3: the work base has pension in it from 2018.
inline constexpr std::chrono::year first_year_without_health_contribution{2019}, first_year_with_pension_in_work_base{2018};

/// The year's rates, and the citizen's own percentages. A tax that the year does not have has the rate 0.
template <class Rate>
struct TaxRatesOf {
  Rate am, bottom, municipal, church;
  Rate health;                                    // sundhedsbidrag, to 2018
  Rate middle, middle_threshold, middle_ceiling;  // mellemskat, from 2026
  Rate top, top_threshold, top_ceiling;
  Rate toptop, toptop_threshold, toptop_ceiling;  // toptopskat, from 2026
  Rate allowance;
  Rate employment_share, employment_most;
  Rate single_parent_share, single_parent_most;
  Rate job_share, job_threshold, job_most;
  Rate senior_share, senior_most;  // from 2026
  bool pension_in_work_base = true;
};
using TaxRates = TaxRatesOf<Exact>;

template <class N, class Rate = Exact>
struct TaxFacts {
  N am_base{};     // SKAT-1
  N without_am{};  // subsidy, ledighedsydelse (after own ATP), daily benefits, pensions
  N work_base{};   // SKAT-3
  bool single_parent = false, senior = false;
  Rate other_deductions{};  // SKAT-3: transport and union fee
};

/// SKAT-1 (AMBL §§ 1-2): AM-bidrag is due on the wage after own pension and own ATP; never on the benefits. Where they are more than the
/// wage there is none left: what is withheld of a wage is taken out of that wage and of nothing else.
template <class N>
N am_base(const N& pay, const N& own_pension, const N& own_atp) {
  return above(Cause::am_base_begins, pay, own_pension + own_atp);
}

/// SKAT-3: the work base is the pay before own pension and own ATP, with the employer's pension and ATP; before 2018 it is
/// the pay after pension and ATP, the base of AM-bidrag.
template <class N, class Rate>
N work_base(const N& pay, const N& am_base, const N& employer_pension, const N& employer_atp, const TaxRatesOf<Rate>& rates) {
  return rates.pension_in_work_base ? pay + employer_pension + employer_atp : am_base;
}

template <class N>
struct YearsTax {
  N am_contribution{}, personal_income{};
  N employment_deduction{}, single_parent_deduction{}, job_deduction{}, senior_deduction{};
  N municipal_base{};  // of municipal and church tax and health contribution
  N bottom{}, middle{}, top{}, toptop{};
  N tax{};  // after the personal allowance, before SKAT-5
};

/// SKAT-4: the part of a tax that keeps all up to it within its ceiling (skatteloft).
template <class Rate>
Rate within_tax_ceiling(const Rate& share, const Rate& ceiling, const Rate& below) {
  return least(Cause::none, share, not_below_zero(Cause::none, ceiling - below));
}

/// A rate worked out once, in its smallest terms where it is a number.
inline Exact in_smallest_terms(const Exact& rate) noexcept { return rate.reduced(); }
/// Whether a tax takes anything.
inline bool takes_anything(const Exact& share) noexcept { return share.is_positive(); }

/// What of the rates does not depend on the income; worked out once for a citizen.
template <class Rate>
struct TaxScaleOf {
  TaxScaleOf() = default;
  explicit TaxScaleOf(const TaxRatesOf<Rate>& r)
      : of_municipal_base(in_smallest_terms(r.municipal + r.church + r.health)),
        // SKAT-4 (PSL § 19): the last taxes are lowered so that bottom + municipal + health contribution + those stay within
        // the tax ceiling; church tax is not counted.
        middle(in_smallest_terms(within_tax_ceiling(r.middle, r.middle_ceiling, r.bottom + r.municipal + r.health))),
        top(in_smallest_terms(within_tax_ceiling(r.top, r.top_ceiling, r.bottom + r.municipal + r.health + middle))),
        toptop(in_smallest_terms(within_tax_ceiling(r.toptop, r.toptop_ceiling, r.bottom + r.municipal + r.health + middle + top))),
        allowance_value(in_smallest_terms((r.bottom + of_municipal_base) * r.allowance)) {}
  Rate of_municipal_base{}, middle{}, top{}, toptop{}, allowance_value{};
};
using TaxScale = TaxScaleOf<Exact>;

/// The personal income and the deductions, for who watches.
template <class N, class Watch>
void tell_deductions(const TaxFacts<N>& f, const TaxRates& r, const YearsTax<N>& t, Watch& watch) {
  using Deduction = steps::DeductionByWork;
  by_rates(watch.step(t.am_contribution, steps::AmContribution{.base = exact(f.am_base), .share = r.am}), {RateKey::tax_am_pct});
  watch.step(t.personal_income, steps::PersonalIncome{.after_am = exact(f.am_base - t.am_contribution), .without_am = exact(f.without_am)});
  by_rates(watch.step(t.employment_deduction,
                      Deduction{exact(f.work_base), r.employment_share, r.employment_most, Deduction::Wording::employment}),
           {RateKey::tax_employment_deduction_pct, RateKey::tax_employment_deduction_max_year});
  if (f.single_parent)
    by_rates(watch.step(t.single_parent_deduction,
                        Deduction{exact(f.work_base), r.single_parent_share, r.single_parent_most, Deduction::Wording::single_parent}),
             {RateKey::tax_single_parent_deduction_pct, RateKey::tax_single_parent_deduction_max_year});
  if (const N work_above = f.work_base - N(r.job_threshold); exact(work_above).is_positive())
    by_rates(watch.step(t.job_deduction, Deduction{exact(work_above), r.job_share, r.job_most, Deduction::Wording::job}),
             {RateKey::tax_job_deduction_pct, RateKey::tax_job_deduction_threshold_year, RateKey::tax_job_deduction_max_year});
  if (f.senior)
    by_rates(watch.step(t.senior_deduction, Deduction{exact(f.work_base), r.senior_share, r.senior_most, Deduction::Wording::senior}),
             {RateKey::tax_senior_deduction_pct, RateKey::tax_senior_deduction_max_year});
}

/// The taxes and the allowance, for who watches.
template <class N, class Watch>
void tell_taxes(const TaxRates& r, const TaxScale& scale, const YearsTax<N>& t, const N& before_allowance, Watch& watch) {
  using Tax = steps::OneTax;
  by_rates(watch.step(t.bottom, Tax{exact(t.personal_income), r.bottom, Tax::Wording::bottom}), {RateKey::tax_bottom_pct});
  watch.step(t.municipal_base * r.municipal, Tax{exact(t.municipal_base), r.municipal, Tax::Wording::municipal});
  if (r.church.is_positive()) watch.step(t.municipal_base * r.church, Tax{exact(t.municipal_base), r.church, Tax::Wording::church});
  if (r.health.is_positive())
    by_rates(watch.step(t.municipal_base * r.health, Tax{exact(t.municipal_base), r.health, Tax::Wording::health}),
             {RateKey::tax_health_pct});
  if (t.middle.is_positive())
    by_rates(watch.step(t.middle, Tax{exact(t.personal_income - r.middle_threshold), scale.middle, Tax::Wording::middle}),
             {RateKey::tax_middle_pct, RateKey::tax_middle_threshold_year});
  if (t.top.is_positive())
    by_rates(watch.step(t.top, Tax{exact(t.personal_income - r.top_threshold), scale.top, Tax::Wording::top}),
             {RateKey::tax_top_pct, RateKey::tax_top_threshold_year});
  if (t.toptop.is_positive())
    by_rates(watch.step(t.toptop, Tax{exact(t.personal_income - r.toptop_threshold), scale.toptop, Tax::Wording::toptop}),
             {RateKey::tax_toptop_pct, RateKey::tax_toptop_threshold_year});
  by_rates(watch.step(scale.allowance_value, steps::AllowanceValue{.share = r.bottom + scale.of_municipal_base, .allowance = r.allowance}),
           {RateKey::tax_personal_allowance_year});
  watch.step(t.tax, steps::TaxAfterAllowance{.taxes = exact(before_allowance), .allowance_value = scale.allowance_value});
}

template <class N, class Rate, class Watch>
YearsTax<N> years_tax(const TaxFacts<N, Rate>& f, const TaxRatesOf<Rate>& r, const TaxScaleOf<Rate>& scale, Watch& watch) {
  YearsTax<N> t{};

  // SKAT-1: AM-bidrag.
  t.am_contribution = f.am_base * r.am;

  // SKAT-2 (PSL § 3): personal income.
  const N after_am = f.am_base - t.am_contribution;
  t.personal_income = after_am + f.without_am;

  // SKAT-3 (LL §§ 9 C, 9 J, 9 K, 13): deductions, from the base of municipal and church tax only.
  t.employment_deduction = least(Cause::employment_deduction_most, f.work_base * r.employment_share, N(r.employment_most));
  if (f.single_parent)
    t.single_parent_deduction = least(Cause::single_parent_deduction_most, f.work_base * r.single_parent_share, N(r.single_parent_most));
  const N work_above = above(Cause::job_deduction_begins, f.work_base, N(r.job_threshold));
  t.job_deduction = least(Cause::job_deduction_most, work_above * r.job_share, N(r.job_most));
  if (f.senior) t.senior_deduction = least(Cause::senior_deduction_most, f.work_base * r.senior_share, N(r.senior_most));
  const N deductions = t.employment_deduction + t.single_parent_deduction + t.job_deduction + t.senior_deduction + N(f.other_deductions);

  // SKAT-4 (PSL §§ 5-12, § 19): the taxes, less the value of the personal allowance, never below zero in all.
  t.municipal_base = above(Cause::municipal_base_begins, t.personal_income, deductions);
  t.bottom = t.personal_income * r.bottom;
  N before_allowance = t.bottom + t.municipal_base * scale.of_municipal_base;
  if (takes_anything(scale.middle)) {
    t.middle = above(Cause::middle_tax_begins, t.personal_income, N(r.middle_threshold)) * scale.middle;
    before_allowance = before_allowance + t.middle;
  }
  if (takes_anything(scale.top)) {
    t.top = above(Cause::top_tax_begins, t.personal_income, N(r.top_threshold)) * scale.top;
    before_allowance = before_allowance + t.top;
  }
  if (takes_anything(scale.toptop)) {
    t.toptop = above(Cause::toptop_tax_begins, t.personal_income, N(r.toptop_threshold)) * scale.toptop;
    before_allowance = before_allowance + t.toptop;
  }
  t.tax = above(Cause::allowance_used_up, before_allowance, N(scale.allowance_value));

  if constexpr (Watch::watching) {
    tell_deductions(f, r, t, watch);
    tell_taxes(r, scale, t, before_allowance, watch);
  }
  return t;
}

/// SKAT-5: AM-bidrag and tax of the year are summed exactly and the sum truncated to whole kroner; the tax is
/// that sum less the exact AM-bidrag. What is cut off is taken of the tax, and no more than there is of it.
template <class N, class Watch>
N tax_after_truncation(const YearsTax<N>& t, Watch& watch) {
  const N sum = t.am_contribution + t.tax;
  const N whole = whole_kroner(sum);
  const N tax = above(Cause::allowance_used_up, whole, t.am_contribution);
  if constexpr (Watch::watching) {
    using enum steps::TaxInWholeKroner::Wording;
    const bool too_little = exact(whole) < exact(t.am_contribution);
    watch.step(tax, steps::TaxInWholeKroner{.exact = exact(sum), .whole = exact(whole), .wording = too_little ? too_little_tax : cut})
        .rests_on_choice = too_little;
  }
  return tax;
}

}  // namespace fleks::law
