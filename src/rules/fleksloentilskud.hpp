#pragma once

#include <type_traits>

#include "rules/number.hpp"
#include "rules/paid_hours.hpp"
#include "rules/two_step_taper.hpp"
#include "rules/watch.hpp"

#include <fleks/facts/options.hpp>

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
  typename Numbers::Whole other_wage{};     // A, care income included
  typename Numbers::Whole right_by_care{};  // care income from 2024, which gives a right without wage
  typename Numbers::Whole daily_benefit{};  // B
  typename Numbers::Whole ceiling{};        // C, only read when has_ceiling
  bool has_ceiling = false;
  typename Numbers::Part part{};                // FLT-13: the share of the month that the job covers
  bool part_of_result = false;                  // FLT-13: it is taken of what the whole month gives: the wage is a whole month's
  typename Numbers::Days holiday{};             // FLT-12: the days' share of a month of 260/12 weekdays
  typename Numbers::Fine reduction_by_hours{};  // only read when a reform reduces by hours
};

/// The law's own choice, and what a reform may change in the text below. As it stands: the law.
template <class Numbers>
struct SubsidyTerms {
  OtherWageUnderCeiling other_wage_under_ceiling = OtherWageUnderCeiling::excluded;
  bool reduced_by_hours = false;       // in place of the taper of FLT-8
  bool daily_benefit_deducted = true;  // FLT-9
  bool whole_cut = true;               // FLT-11: all that exceeds the ceiling is cut; else a reform's share of it
  typename Numbers::Cut cut_share{};   // only read when not whole_cut

  constexpr SubsidyTerms() = default;
  constexpr SubsidyTerms(OtherWageUnderCeiling choice) noexcept
      : other_wage_under_ceiling(choice) {}  // NOLINT(google-explicit-constructor)
};

template <class Numbers>
struct Subsidy {
  typename Numbers::Whole right{};  // above zero when FLT-3 gives a right
  typename Numbers::Whole base{}, ceiling{};
  typename Numbers::Fine taper{}, before_ceiling{}, ceiling_cut{}, part_cut{}, holiday_cut{}, due{};
};

/// FLT-12: weekdays a year; a twelfth of it is the text's month (BEK-FLT § 2 stk. 2).
inline constexpr int weekdays_a_year = 260;

/// A reform's fixed subsidy less 1/37 per weekly paid hour: what is taken from base M, at most all of it.
template <class N>
N reduction_by_hours(const N& base, const N& paid_hours_a_month, const Exact& full_time_hours) {
  const Exact full_time = full_time_hours * Exact::ratio(weeks_a_year, months_a_year);
  return base * least(Cause::subsidy_gone, paid_hours_a_month * N(Exact::whole(1) / full_time), N(Exact::whole(1)));
}

template <class Numbers, class Watch>
Subsidy<Numbers> subsidy(const SubsidyFacts<Numbers>& f, const SubsidyRates<Numbers>& r,
                         const std::type_identity_t<SubsidyTerms<Numbers>>& terms, Watch& watch) {
  using Fine = typename Numbers::Fine;
  Subsidy<Numbers> s{};

  // FLT-3 (vejl. 9154/2022 pkt. 2.1): a wage from the fleksjob's employer, care income or a daily benefit gives
  // the right; wage from other jobs alone does not.
  s.right = f.wage + f.right_by_care + f.daily_benefit;

  // FLT-4 (LAB § 123 stk. 1): base M, a whole dated rate; FLT-13: reduced where the wage is that of the same part month.
  s.base = r.base;
  if (!f.part_of_result) s.base = r.base * f.part;

  // FLT-7, FLT-8 (LAB § 123 stk. 2): 30 pct. of all wage up to one threshold T, 55 pct. above it.
  const auto all_wage = f.wage + f.other_wage;
  s.taper = terms.reduced_by_hours ? f.reduction_by_hours : two_step_taper(all_wage, r.threshold, r.low, r.high);

  // FLT-9 (LAB § 124 stk. 3): a daily benefit is deducted in full. FLT-10: never below zero.
  auto deducted = f.daily_benefit;
  if (!terms.daily_benefit_deducted) deducted = {};
  const Fine reduced = not_below_zero(Cause::subsidy_gone, s.base - s.taper - deducted);
  s.before_ceiling = if_positive(Cause::no_wage, s.right, reduced, Fine{});

  // FLT-11 (LAB § 123 stk. 3): subsidy and wage together at most the full-time pay of the position.
  auto wage_under = f.wage;
  if (terms.other_wage_under_ceiling == OtherWageUnderCeiling::included) wage_under = all_wage;
  Fine under_ceiling = s.before_ceiling;
  if (f.has_ceiling) {
    s.ceiling = f.ceiling;
    if (!f.part_of_result) s.ceiling = f.ceiling * f.part;
    under_ceiling = least(Cause::ceiling_reached, s.before_ceiling, above(Cause::wage_at_ceiling, s.ceiling, wage_under));
  }
  s.ceiling_cut = s.before_ceiling - under_ceiling;
  if (!terms.whole_cut) {
    s.ceiling_cut = s.ceiling_cut * terms.cut_share;
    under_ceiling = s.before_ceiling - s.ceiling_cut;
  }

  // FLT-13: where the wage is that of a whole month before, the part is taken of what the whole month gives.
  if (f.part_of_result) {
    s.part_cut = under_ceiling - under_ceiling * f.part;
    under_ceiling = under_ceiling - s.part_cut;
  }

  // FLT-12 (BEK-FLT § 10 stk. 2): no subsidy for holiday days on ledighedsydelse.
  s.holiday_cut = under_ceiling * f.holiday;
  s.due = under_ceiling - s.holiday_cut;

  if constexpr (Watch::watching) {
    const bool has_right = exact(s.right).is_positive(), part_month = exact(f.part) != Exact::whole(1);
    const bool has_other_wage = !exact(f.other_wage).is_zero();
    by_rates(watch.step(r.base, steps::HighestSubsidy{}), {RateKey::fleksloentilskud_max_month});
    if (part_month && !f.part_of_result)
      watch.step(s.base, steps::PartOfMonth{.whole = exact(r.base), .part = exact(f.part), .wording = steps::PartOfMonth::Wording::base})
          .rests_on_choice = true;
    if (has_other_wage) watch.step(all_wage, steps::AllWage{.wage = exact(f.wage), .other_wage = exact(f.other_wage)});
    if (terms.reduced_by_hours) {
      Step& step = by_rates(watch.step(s.taper, steps::ReductionByHours{.base = exact(s.base)}), {RateKey::full_time_hours_week});
      step.changed_by_reform = true;
    } else {
      by_rates(watch.step(s.taper, steps::Taper{.up_to = exact(up_to_threshold(all_wage, r.threshold)),
                                                .low = exact(r.low),
                                                .above = exact(above_threshold(all_wage, r.threshold)),
                                                .high = exact(r.high)}),
               {RateKey::taper_threshold_month, RateKey::taper_low_pct, RateKey::taper_high_pct});
    }
    if (!exact(f.daily_benefit).is_zero()) watch.step(deducted, steps::DailyBenefit{}).changed_by_reform = !terms.daily_benefit_deducted;
    if (has_right)
      watch.step(s.before_ceiling, steps::BeforeCeiling{.base = exact(s.base), .taper = exact(s.taper), .daily_benefit = exact(deducted)});
    else
      watch.step(Fine{}, steps::NoRight{.other_wage = exact(f.other_wage)});
    if (f.has_ceiling && has_right) {
      if (part_month && !f.part_of_result)
        watch
            .step(s.ceiling,
                  steps::PartOfMonth{.whole = exact(f.ceiling), .part = exact(f.part), .wording = steps::PartOfMonth::Wording::ceiling})
            .rests_on_choice = true;
      Step& step =
          watch.step(under_ceiling, steps::UnderCeiling{.ceiling = exact(s.ceiling),
                                                        .wage = exact(wage_under),
                                                        .before = exact(s.before_ceiling),
                                                        .cut = exact(s.ceiling_cut),
                                                        .wording = terms.other_wage_under_ceiling == OtherWageUnderCeiling::included
                                                                       ? steps::UnderCeiling::Wording::all_wage
                                                                       : steps::UnderCeiling::Wording::wage});
      step.rests_on_choice = has_other_wage;
      step.changed_by_reform = !terms.whole_cut;
    }
    if (part_month && f.part_of_result)
      watch
          .step(exact(under_ceiling), steps::PartOfMonth{.whole = exact(under_ceiling) + exact(s.part_cut),
                                                         .part = exact(f.part),
                                                         .wording = steps::PartOfMonth::Wording::result})
          .rests_on_choice = true;
    if (!exact(f.holiday).is_zero())
      watch.step(s.due, steps::HolidayDays{.before = exact(under_ceiling), .share = exact(f.holiday), .cut = exact(s.holiday_cut)})
          .rests_on_choice = true;
  }
  return s;
}

}  // namespace fleks::law
