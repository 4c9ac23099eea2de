#pragma once

#include <array>
#include <type_traits>

#include <fleks/facts/ledighedsydelse_facts.hpp>

#include "rules/concepts.hpp"
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
struct LedighedsydelseRatesOf {
  N base{};       // of the class, LY-3
  N threshold{};  // T, LY-5
  N low{};        // of the income up to T
  N high{};       // of the income above
  N an_hour{};    // the conversion rate, LY-6
};
using LedighedsydelseRates = LedighedsydelseRatesOf<Exact>;

/// LY-1: paid holiday days and missed days of one class, which take its daily amount.
template <class N>
struct DaysOfClassOf {
  N daily_amount{}, holiday{}, holiday_pay_a_day{}, missed{};
};
using DaysOfClass = DaysOfClassOf<Exact>;

template <class N>
struct LedighedsydelseMonthOf {
  BenefitClass benefit_class{};
  N wage{};  // of the month before, with own and employer's pension
  N replacing_income{};
  N paid_out_holiday_allowance{};  // LY-10
  N self_employed_hours{};
  std::array<N, uncounted_income_kinds> uncounted{};
  N weekdays{};  // of the month
  N entitled{};  // weekdays
  N sanctioned{}, untaken{};
  N missed{};  // days of a missed meeting and the like
  std::array<DaysOfClassOf<N>, 3> of_class{};
};
using LedighedsydelseMonth = LedighedsydelseMonthOf<Exact>;

template <class N>
struct Ledighedsydelse {
  N daily_amount{}, part_base{}, income{}, offset{}, holiday_reduction{}, holiday_top_up{}, missed_cut{}, due{};
  N payable{};
};

/// LY-4 (LAS § 74 d stk. 1): the amount of a day is 12/260 of the month's, exact.
template <class N>
N daily_amount(const N& a_month) {
  return a_month * Exact::ratio(months_a_year, weekdays_a_year);
}

/// LY-9: what is paid on top of the holiday pay of its days.
template <class N>
N top_up(const DaysOfClassOf<N>& d) {
  return not_below_zero(Cause::none, d.daily_amount - d.holiday_pay_a_day) * d.holiday;
}

/// LY-3 to LY-7, LY-9, LY-10.
template <class N, Watcher W>
Ledighedsydelse<N> ledighedsydelse(const LedighedsydelseMonthOf<N>& f, const LedighedsydelseRatesOf<N>& r, W& watch) {
  Ledighedsydelse<N> s{};

  // LY-4, LY-9 (LAS § 74 e stk. 6): no benefit for sanction days and for earned holiday days that were not taken.
  s.daily_amount = daily_amount(r.base);
  s.payable = not_below_zero(Cause::none, f.entitled - f.sanctioned - f.untaken);
  s.part_base = if_not_negative(Cause::none, s.payable - f.weekdays, r.base, least(Cause::none, s.daily_amount * s.payable, r.base));

  // LY-6 (BEK-LY § 15): hours of self-employment count by the conversion rate. LY-10: so does holiday allowance
  // that is paid out without holiday. LY-7: what is in `uncounted` does not.
  const N by_hours = f.self_employed_hours * r.an_hour;
  s.income = f.wage + f.replacing_income + f.paid_out_holiday_allowance + by_hours;

  // LY-5 (LAS § 74 d stk. 2-3): 30 pct. up to the threshold, 55 pct. above.
  s.offset = two_step_taper(s.income, r.threshold, r.low, r.high);

  // LY-9 (LAS § 74 e stk. 6): a paid holiday day takes a day's amount out, and is topped up to it: what there is a right to on it.
  N missed_amount{};
  for (const DaysOfClassOf<N>& d : f.of_class) {
    s.holiday_reduction = s.holiday_reduction + d.daily_amount * d.holiday;
    s.holiday_top_up = s.holiday_top_up + top_up(d);
    missed_amount = missed_amount + d.daily_amount * d.missed;
  }
  s.due = not_below_zero(Cause::none, s.part_base - s.holiday_reduction - s.offset) + s.holiday_top_up;

  // LY-12 (LAS §§ 76-77 b): a missed meeting and the like takes each day's amount; of a reduced benefit, reduced alike.
  if constexpr (std::is_same_v<N, Exact>) {  // of symbols none is missed: a share of what is left is no whole number of pieces
    if (!f.missed.is_zero() && s.part_base.is_positive()) s.missed_cut = smaller(missed_amount * s.due / s.part_base, s.due);
    s.due = s.due - s.missed_cut;
  }

  if constexpr (W::watching) {
    by_rates(watch.step(r.base, steps::BenefitOfMonth{f.benefit_class}), {class_keys[static_cast<std::size_t>(f.benefit_class)]});
    if (!f.sanctioned.is_zero()) watch.step(f.sanctioned, steps::SanctionDays{});
    if (!f.untaken.is_zero()) watch.step(f.untaken, steps::UntakenHoliday{});
    using Payable = steps::PayableDays::Wording;
    const bool whole_month = s.payable >= f.weekdays;
    watch
        .step(s.part_base, steps::PayableDays{.payable = s.payable,
                                              .weekdays = f.weekdays,
                                              .daily_amount = s.daily_amount,
                                              .month = r.base,
                                              .wording = whole_month ? Payable::whole_month : Payable::by_days})
        .rests_on_choice = !whole_month;
    for (std::size_t kind = 0; kind < f.uncounted.size(); ++kind)
      if (!f.uncounted[kind].is_zero())
        watch.step(Exact{}, steps::IncomeNotOffset{.income = f.uncounted[kind], .wording = static_cast<UncountedIncome>(kind)});
    if (!f.self_employed_hours.is_zero())
      by_rates(watch.step(by_hours, steps::SelfEmployedHours{.hours = f.self_employed_hours, .an_hour = r.an_hour}),
               {RateKey::conversion_rate_hour});
    if (!f.paid_out_holiday_allowance.is_zero()) watch.step(f.paid_out_holiday_allowance, steps::PaidOutAllowance{});
    by_rates(watch.step(s.offset, steps::Offset{.up_to = (up_to_threshold(s.income, r.threshold)),
                                                .low = r.low,
                                                .above = (above_threshold(s.income, r.threshold)),
                                                .high = r.high}),
             {RateKey::taper_threshold_month, RateKey::taper_low_pct, RateKey::taper_high_pct});
    for (const DaysOfClass& d : f.of_class)
      if (!d.holiday.is_zero())
        watch.step(top_up(d), steps::HolidayTopUp{.days = d.holiday,
                                                  .daily_amount = d.daily_amount,
                                                  .holiday_pay_a_day = d.holiday_pay_a_day,
                                                  .reduction = d.daily_amount * d.holiday});
    if (!f.missed.is_zero()) watch.step(f.missed, steps::MissedDays{.cut = s.missed_cut});
    watch.step(
        s.due,
        steps::BenefitDue{
            .part_base = s.part_base, .offset = s.offset, .holiday_reduction = s.holiday_reduction, .holiday_top_up = s.holiday_top_up});
  }
  return s;
}

template <class N>
struct LedighedsydelseAtp {
  N own{}, state{};
};

/// LY-13 (LAS §§ 79-80 c): the monthly amounts to the nearest krone, only when the month's benefit is at least the low
/// amount; for part of a month both the limit and the amounts in proportion to its payable weekdays.
template <class N, Watcher W>
LedighedsydelseAtp<N> atp_of_ledighedsydelse(const N& benefit, const N& part_of_month, const N& low_amount, RateKey low_key, const N& own,
                                             const N& state, W& watch) {
  const N limit = low_amount * part_of_month;
  const auto where_reached = [&](const N& a_month) {
    const N amount = nearest_krone(a_month * part_of_month);
    return if_positive(Cause::none, benefit, if_not_negative(Cause::none, benefit - limit, amount, N{}), N{});
  };
  const LedighedsydelseAtp<N> atp{where_reached(own), where_reached(state)};
  if constexpr (W::watching) {
    const bool reached = benefit.is_positive() && benefit >= limit;
    using Wording = steps::AtpOfBenefit::Wording;
    steps::AtpOfBenefit told{.benefit = benefit, .low_amount = limit, .wording = reached ? Wording::own : Wording::below_low_amount};
    Step& first = watch.step(atp.own, told);
    if (reached) by_rates(first, {RateKey::atp_ledighedsydelse_own_month});
    by_rates(first, {low_key});
    first.rests_on_choice = part_of_month != Exact::whole(1);
    if (reached) {
      told.wording = Wording::state;
      by_rates(watch.step(atp.state, told), {RateKey::atp_ledighedsydelse_public_month, low_key});
    }
  }
  return atp;
}

}  // namespace fleks::law
