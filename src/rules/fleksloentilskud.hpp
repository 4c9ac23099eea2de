#pragma once

#include "rules/concepts.hpp"
#include "rules/number.hpp"
#include "rules/paid_hours.hpp"
#include "rules/two_step_taper.hpp"
#include "rules/watch.hpp"

// FLT-3 to FLT-13: the subsidy of a month before it is rounded.

namespace fleks::law {

/// The rates of the subsidy (FLT-4, FLT-8).
template <class Numbers>
struct SubsidyRates {
  typename Numbers::Whole base;       // M
  typename Numbers::Whole threshold;  // T
  typename Numbers::Share low;        // of the wage up to T
  typename Numbers::Share high;       // of the wage above
};

/// What a month's subsidy is computed from.
template <class Numbers>
struct SubsidyFacts {
  typename Numbers::Whole wage{};           // L
  typename Numbers::Whole other_wage{};     // A, surplus of a side business included
  typename Numbers::Whole care_income{};    // counts as wage and gives a right without it, from 2024
  typename Numbers::Whole daily_benefit{};  // B, as paid
  typename Numbers::Whole unclaimed{};      // FLT-9: benefits deducted as if paid
  typename Numbers::Whole other_right{};    // FLT-20: above zero when there is a right without wage
  typename Numbers::Whole ceiling{};        // C, only read when has_ceiling
  bool has_ceiling = false;
  typename Numbers::Part part = all<typename Numbers::Part>();  // FLT-13: the share of the month that the job covers
  bool no_subsidy = false;                                      // FLT-20: by choice
  bool part_of_result = false;                  // FLT-13: it is taken of what the whole month gives: the wage is a whole month's
  typename Numbers::Days holiday{};             // FLT-12: the days' share of a month of 260/12 weekdays
  typename Numbers::Whole holiday_benefit{};    // FLT-12: ledighedsydelse paid for the days, only where that is deducted
  typename Numbers::Fine reduction_by_hours{};  // only read when a reform reduces by hours
};

/// How the law of the month reads, and what a reform may change in the text below.
struct SharedTerms {
  bool other_wage_under_ceiling = true;   // FLT-11, from July 2014
  bool benefits_under_ceiling = true;     // from 2024
  bool care_income_under_ceiling = true;  // from 2024
  bool holiday_benefit_deducted = false;  // FLT-12, to March 2022
  bool reduced_by_hours = false;          // in place of the taper of FLT-8
  bool daily_benefit_deducted = true;     // FLT-9
  bool whole_cut = true;                  // FLT-11: all that exceeds the ceiling is cut; else a reform's share of it
  // What of the terms an option has set against or beside the law: told, never computed with.
  bool ceiling_chosen = false, holiday_chosen = false;
};
template <class Numbers>
struct SubsidyTerms : SharedTerms {
  typename Numbers::Cut cut_share{};  // only read when not whole_cut
};

template <class Numbers>
struct Subsidy {
  typename Numbers::Whole right{};  // above zero when FLT-3 gives a right
  typename Numbers::Whole base{}, ceiling{};
  typename Numbers::Whole all_wage{};  // L + A + care income
  typename Numbers::Fine taper{}, before_ceiling{}, ceiling_cut{}, part_cut{}, holiday_cut{}, due{};
};

/// FLT-12, FLT-13: weekdays a year; a twelfth of it is the text's month (BEK-FLT § 2 stk. 2).
inline constexpr int weekdays_a_year = 260;
inline constexpr Exact weekdays_a_month = Exact::ratio(weekdays_a_year, months_a_year);

/// A reform's fixed subsidy less 1/37 per weekly paid hour: what is taken from base M, at most all of it.
template <class N>
N reduction_by_hours(const N& base, const N& paid_hours_a_month, const Exact& full_time_hours) {
  const Exact full_time = full_time_hours * weeks_a_month;
  return base * least(Cause::subsidy_gone, paid_hours_a_month * N(Exact::whole(1) / full_time), N(Exact::whole(1)));
}

/// FLT-11: what of the month's income stands under the ceiling beside the subsidy.
template <class Numbers>
[[gnu::always_inline]] inline typename Numbers::Whole stands_under_ceiling(const SubsidyFacts<Numbers>& f,
                                                                           const SubsidyTerms<Numbers>& terms) {
  typename Numbers::Whole under = f.wage;
  if (terms.other_wage_under_ceiling) under = under + f.other_wage;
  if (terms.care_income_under_ceiling) under = under + f.care_income;
  if (terms.benefits_under_ceiling) under = under + f.daily_benefit + f.unclaimed;
  return under;
}

template <class Numbers, Watcher W>
void tell_part(const SubsidyFacts<Numbers>& f, const Exact& amount, const Exact& whole, steps::PartOfMonth::Wording wording, W& watch) {
  watch.step(amount, steps::PartOfMonth{.whole = whole, .part = exact(f.part), .wording = wording}).rests_on_choice = true;
}

/// The steps down to the ceiling, for who watches.
template <class Numbers, Watcher W>
void tell_before_ceiling(const SubsidyFacts<Numbers>& f, const SubsidyRates<Numbers>& r, const SubsidyTerms<Numbers>& terms,
                         const Subsidy<Numbers>& s, W& watch) {
  const Exact deducted = terms.daily_benefit_deducted ? exact(f.daily_benefit) + exact(f.unclaimed) : Exact{};
  const bool has_right = exact(s.right).is_positive(), part_month = exact(f.part) != Exact::whole(1);
  const Exact other_wage = exact(f.other_wage) + exact(f.care_income);
  by_rates(watch.step(r.base, steps::HighestSubsidy{}), {RateKey::fleksloentilskud_max_month});
  if (part_month && !f.part_of_result) tell_part(f, exact(s.base), exact(r.base), steps::PartOfMonth::Wording::base, watch);
  if (!other_wage.is_zero()) watch.step(s.all_wage, steps::AllWage{.wage = exact(f.wage), .other_wage = other_wage});
  if (terms.reduced_by_hours) {
    Step& step = by_rates(watch.step(s.taper, steps::ReductionByHours{.base = exact(s.base)}), {RateKey::full_time_hours_week});
    step.changed_by_reform = true;
  } else {
    by_rates(watch.step(s.taper, steps::Taper{.up_to = exact(up_to_threshold(s.all_wage, r.threshold)),
                                              .low = exact(r.low),
                                              .above = exact(above_threshold(s.all_wage, r.threshold)),
                                              .high = exact(r.high)}),
             {RateKey::taper_threshold_month, RateKey::taper_low_pct, RateKey::taper_high_pct});
  }
  if (!exact(f.daily_benefit).is_zero())
    watch.step(terms.daily_benefit_deducted ? exact(f.daily_benefit) : Exact{}, steps::DailyBenefit{}).changed_by_reform =
        !terms.daily_benefit_deducted;
  if (!exact(f.unclaimed).is_zero())
    watch.step(terms.daily_benefit_deducted ? exact(f.unclaimed) : Exact{}, steps::UnclaimedBenefit{}).changed_by_reform =
        !terms.daily_benefit_deducted;
  if (has_right)
    watch.step(s.before_ceiling, steps::BeforeCeiling{.base = exact(s.base), .taper = exact(s.taper), .daily_benefit = deducted});
  else
    watch.step(typename Numbers::Fine{}, steps::NoRight{.other_wage = other_wage});
}

/// The ceiling and what comes after it, for who watches.
template <class Numbers, Watcher W>
void tell_from_ceiling(const SubsidyFacts<Numbers>& f, const SubsidyTerms<Numbers>& terms, const Subsidy<Numbers>& s, W& watch) {
  const bool has_right = exact(s.right).is_positive(), part_month = exact(f.part) != Exact::whole(1);
  const Exact under = exact(stands_under_ceiling(f, terms)), under_ceiling = exact(s.before_ceiling) - exact(s.ceiling_cut),
              before_holiday = exact(s.due) + exact(s.holiday_cut);
  if (f.has_ceiling && has_right) {
    if (part_month && !f.part_of_result) tell_part(f, exact(s.ceiling), exact(f.ceiling), steps::PartOfMonth::Wording::ceiling, watch);
    using Under = steps::UnderCeiling::Wording;
    const bool more_than_wage = under != exact(f.wage);
    const bool benefits_too = terms.benefits_under_ceiling && !(exact(f.daily_benefit) + exact(f.unclaimed)).is_zero();
    Step& step = watch.step(under_ceiling, steps::UnderCeiling{.ceiling = exact(s.ceiling),
                                                               .under = under,
                                                               .before = exact(s.before_ceiling),
                                                               .cut = exact(s.ceiling_cut),
                                                               .wording = benefits_too     ? Under::wage_and_benefits
                                                                          : more_than_wage ? Under::all_wage
                                                                                           : Under::wage});
    step.rests_on_choice = terms.ceiling_chosen;
    step.changed_by_reform = !terms.whole_cut;
  }
  if (part_month && f.part_of_result && has_right) tell_part(f, before_holiday, under_ceiling, steps::PartOfMonth::Wording::result, watch);
  if (terms.holiday_benefit_deducted) {
    if (!exact(f.holiday_benefit).is_zero())
      watch.step(s.due, steps::HolidayBenefit{.before = before_holiday, .benefit = exact(f.holiday_benefit), .cut = exact(s.holiday_cut)})
          .rests_on_choice = terms.holiday_chosen;
  } else if (!exact(f.holiday).is_zero()) {
    watch.step(s.due, steps::HolidayDays{.before = before_holiday, .share = exact(f.holiday), .cut = exact(s.holiday_cut)})
        .rests_on_choice = terms.holiday_chosen;
  }
}

/// The subsidy, written where it is to be: `s` as it begins.
template <class Numbers, Watcher W>
[[gnu::always_inline]] inline void work_out(Subsidy<Numbers>& s, const SubsidyFacts<Numbers>& f, const SubsidyRates<Numbers>& r,
                                            const SubsidyTerms<Numbers>& terms, W& watch) {
  using Fine = typename Numbers::Fine;
  using Whole = typename Numbers::Whole;

  // FLT-3 (LAB §§ 123, 124 stk. 3-4): a wage from the fleksjob's employer, care income, or a daily benefit, also one that
  // is deducted as if paid, gives the right; wage from other jobs alone does not.
  const Whole benefits = f.daily_benefit + f.unclaimed;
  s.right = f.wage + f.care_income + benefits + f.other_right;

  // FLT-4 (LAB § 123 stk. 1): base M, a whole dated rate; FLT-13: reduced where the wage is that of the same part month.
  s.base = r.base;
  if (!f.part_of_result) s.base = r.base * f.part;

  // FLT-7, FLT-8 (LAB § 123 stk. 2): 30 pct. of all wage up to one threshold T, 55 pct. above it.
  s.all_wage = f.wage + f.other_wage + f.care_income;
  s.taper = terms.reduced_by_hours ? f.reduction_by_hours : two_step_taper(s.all_wage, r.threshold, r.low, r.high);

  // FLT-9 (LAB § 124 stk. 3): a daily benefit is deducted in full. FLT-10: never below zero.
  Whole deducted = benefits;
  if (!terms.daily_benefit_deducted) deducted = {};
  const Fine reduced = not_below_zero(Cause::subsidy_gone, s.base - s.taper - deducted);
  s.before_ceiling = if_positive(Cause::no_wage, s.right, reduced, Fine{});
  if (f.no_subsidy) s.before_ceiling = {};

  // FLT-11 (LAB § 123 stk. 3): subsidy and what stands under the ceiling together at most the full-time pay of the position.
  const Whole under = stands_under_ceiling(f, terms);
  Fine left = s.before_ceiling;
  if (f.has_ceiling) {
    s.ceiling = f.ceiling;
    if (!f.part_of_result) s.ceiling = f.ceiling * f.part;
    left = least(Cause::ceiling_reached, s.before_ceiling, above(Cause::wage_at_ceiling, s.ceiling, under));
  }
  s.ceiling_cut = s.before_ceiling - left;
  if (!terms.whole_cut) {
    s.ceiling_cut = s.ceiling_cut * terms.cut_share;
    left = s.before_ceiling - s.ceiling_cut;
  }

  // FLT-13: where the wage is that of a whole month before, the part is taken of what the whole month gives.
  if (f.part_of_result) {
    s.part_cut = left - left * f.part;
    left = left - s.part_cut;
  }

  // FLT-12 (BEK-FLT § 10; older § 9): for holiday days on ledighedsydelse no subsidy by the day, or less what was paid.
  s.holiday_cut = left * f.holiday;
  if (terms.holiday_benefit_deducted) s.holiday_cut = least(Cause::subsidy_gone, left, f.holiday_benefit);
  s.due = left - s.holiday_cut;

  if constexpr (W::watching) {
    tell_before_ceiling(f, r, terms, s, watch);
    tell_from_ceiling(f, terms, s, watch);
  }
}

template <class Numbers, Watcher W>
[[gnu::always_inline]] inline Subsidy<Numbers> subsidy(const SubsidyFacts<Numbers>& f, const SubsidyRates<Numbers>& r,
                                                       const SubsidyTerms<Numbers>& terms, W& watch) {
  Subsidy<Numbers> s{};
  work_out(s, f, r, terms, watch);
  return s;
}

}  // namespace fleks::law
