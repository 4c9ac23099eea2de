#pragma once

#include <array>

#include <fleks/facts/ledighedsydelse_facts.hpp>

#include "rules/fleksloentilskud.hpp"
#include "rules/number.hpp"
#include "rules/paid_hours.hpp"
#include "rules/two_step_taper.hpp"
#include "rules/watch.hpp"

// LY-1 to LY-13: ledighedsydelse of a month before it is rounded, and its ATP.

namespace fleks::law {

inline constexpr std::array class_keys{RateKey::ledighedsydelse_full_month, RateKey::ledighedsydelse_low_provider_month,
                                       RateKey::ledighedsydelse_low_nonprovider_month};

template <class N>
struct LedighedsydelseRates {
  N base;         // of the class, LY-3
  N threshold;    // T, LY-5
  Exact low;      // of the income up to T
  Exact high;     // of the income above
  Exact an_hour;  // the conversion rate, LY-6
};

template <class N>
struct LedighedsydelseMonth {
  BenefitClass benefit_class{};
  N wage{};  // of the month before, with own and employer's pension
  N replacing_income{};
  N paid_out_holiday_allowance{};  // LY-10
  Exact self_employed_hours{};
  std::array<Exact, uncounted_income_kinds> uncounted{};
  Exact weekdays{};  // of the month
  Exact entitled{};  // weekdays
  Exact sanctioned{}, untaken{};
  Exact holiday_days{};
  N holiday_pay_a_day{};
};

template <class N>
struct Ledighedsydelse {
  N daily_amount{}, part_base{}, income{}, offset{}, holiday_reduction{}, holiday_top_up{}, due{};
  Exact payable{};
};

/// LY-4 (LAS § 74 d stk. 1): the amount of a day is 12/260 of the month's, exact.
template <class N>
N daily_amount(const N& a_month) {
  return a_month * N(Exact::ratio(months_a_year, weekdays_a_year));
}

/// LY-3 to LY-7, LY-9, LY-10.
/// Operands of the steps: LY-3 none; LY-12 days; LY-9 variant 1 days not taken; LY-4 payable weekdays, weekdays of the
/// month, daily amount, month's amount (variant 0 the whole month, 1 by days); LY-7 the amount (variant: the kind);
/// LY-6 hours, conversion rate; LY-10 the allowance; LY-5 as FLT-8; LY-9 variant 0 paid holiday days, daily amount,
/// holiday pay a day, top-up; last LY-5 variant 1 part base, offset, taken out for holiday, top-up.
template <class N, class Watch>
Ledighedsydelse<N> ledighedsydelse(const LedighedsydelseMonth<N>& f, const LedighedsydelseRates<N>& r, Watch& watch) {
  Ledighedsydelse<N> s{};

  // LY-4, LY-9 (LAS § 74 e stk. 6): no benefit for sanction days and for earned holiday days that were not taken.
  s.daily_amount = daily_amount(r.base);
  s.payable = not_below_zero(Cause::none, f.entitled - f.sanctioned - f.untaken);
  const bool whole_month = s.payable >= f.weekdays;
  s.part_base = whole_month ? r.base : least(Cause::none, s.daily_amount * N(s.payable), r.base);

  // LY-6 (BEK-LY § 15): hours of self-employment count by the conversion rate. LY-10: so does holiday allowance
  // that is paid out without holiday. LY-7: what is in `uncounted` does not.
  const N by_hours = N(f.self_employed_hours * r.an_hour);
  s.income = f.wage + f.replacing_income + f.paid_out_holiday_allowance + by_hours;

  // LY-5 (LAS § 74 d stk. 2-3): 30 pct. up to the threshold, 55 pct. above.
  s.offset = two_step_taper(s.income, r.threshold, r.low, r.high);

  // LY-9 (LAS § 74 e stk. 6): a paid holiday day takes a day's amount out, and is topped up to it.
  s.holiday_reduction = s.daily_amount * N(f.holiday_days);
  const N lacking = above(Cause::none, s.daily_amount, f.holiday_pay_a_day);
  s.holiday_top_up = lacking * N(f.holiday_days);
  s.due = not_below_zero(Cause::none, s.part_base - s.holiday_reduction - s.offset) + s.holiday_top_up;

  if constexpr (Watch::watching) {
    Step& base = by_rates(watch.step(Rule::LY_3, r.base), {class_keys[static_cast<std::size_t>(f.benefit_class)]});
    base.variant = static_cast<std::uint8_t>(f.benefit_class);
    if (!f.sanctioned.is_zero()) watch.step(Rule::LY_12, f.sanctioned).unit = StepUnit::days;
    if (!f.untaken.is_zero()) {
      Step& step = watch.step(Rule::LY_9, f.untaken);
      step.unit = StepUnit::days;
      step.variant = 1;
    }
    Step& days = watch.step(Rule::LY_4, s.part_base, s.payable, f.weekdays, s.daily_amount, r.base);
    days.variant = whole_month ? 0 : 1;
    days.rests_on_choice = !whole_month;
    std::uint8_t kind = 0;
    for (const N& income : f.uncounted) {
      if (!income.is_zero()) watch.step(Rule::LY_7, Exact{}, income).variant = kind;
      ++kind;
    }
    if (!f.self_employed_hours.is_zero())
      by_rates(watch.step(Rule::LY_6, by_hours, f.self_employed_hours, r.an_hour), {RateKey::conversion_rate_hour});
    if (!exact(f.paid_out_holiday_allowance).is_zero()) watch.step(Rule::LY_10, f.paid_out_holiday_allowance);
    by_rates(
        watch.step(Rule::LY_5, s.offset, up_to_threshold(s.income, r.threshold), r.low, above_threshold(s.income, r.threshold), r.high),
        {RateKey::taper_threshold_month, RateKey::taper_low_pct, RateKey::taper_high_pct});
    if (!f.holiday_days.is_zero())
      watch.step(Rule::LY_9, s.holiday_top_up, f.holiday_days, s.daily_amount, f.holiday_pay_a_day, s.holiday_reduction);
    watch.step(Rule::LY_5, s.due, s.part_base, s.offset, s.holiday_reduction, s.holiday_top_up).variant = 1;
  }
  return s;
}

template <class N>
struct LedighedsydelseAtp {
  N own{}, state{};
};

/// LY-13 (LAS §§ 79-80 c): fixed monthly amounts, only when the month's benefit is at least the low amount.
/// Operands of the steps: benefit, low amount (variant 0 own, 1 paid by the state, 2 none because the benefit is lower).
template <class N, class Watch>
LedighedsydelseAtp<N> atp_of_ledighedsydelse(const N& benefit, const N& low_amount, RateKey low_key, const N& own, const N& state,
                                             Watch& watch) {
  const N lies_above = benefit - low_amount;
  const LedighedsydelseAtp<N> atp{if_not_negative(Cause::none, lies_above, own, N{}), if_not_negative(Cause::none, lies_above, state, N{})};
  if constexpr (Watch::watching) {
    if (exact(lies_above) >= Exact{}) {
      by_rates(watch.step(Rule::LY_13, atp.own, benefit, low_amount), {RateKey::atp_ledighedsydelse_own_month, low_key});
      by_rates(watch.step(Rule::LY_13, atp.state, benefit, low_amount), {RateKey::atp_ledighedsydelse_public_month, low_key}).variant = 1;
    } else {
      by_rates(watch.step(Rule::LY_13, atp.own, benefit, low_amount), {low_key}).variant = 2;
    }
  }
  return atp;
}

}  // namespace fleks::law
