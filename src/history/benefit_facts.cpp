#include "history/benefit_facts.hpp"

#include <algorithm>
#include <bit>

#include "facts/case_lists.hpp"
#include "history/class_of_case.hpp"
#include "history/days.hpp"
#include "history/holidays.hpp"
#include "history/incomes.hpp"
#include "history/sanctioned.hpp"
#include "history/told.hpp"
#include "history/wages.hpp"

namespace fleks::history {
namespace {

/// The month's holidays, as ledighedsydelse sees them.
struct Holidays {
  std::int64_t untaken = 0, in_fleksjob = 0;  // days, in ten-thousandths
  OfEachClass<Days> paid{};                   // of each class
  OfEachClass<Exact> pay{};                   // of the paid days
  DayNumber first_in_fleksjob = no_end;
  std::vector<MissingFact> missing{};  // the pay of paid days
};

/// LY-9: paid holiday while unemployed, day by day from the first, each of its own class.
void add_paid(Holidays& sum, Days taken, DaySet payable, const Exact& a_day, const OfEachClass<DaySet>& of_class) {
  constexpr std::int64_t whole_day = Days::whole(1).ten_thousandths();
  for (std::int64_t left = taken.ten_thousandths(); payable != 0 && left > 0; payable &= payable - 1, left -= whole_day) {
    const DaySet day = payable & -payable;
    const Days here = Days::of_ten_thousandths(std::min(left, whole_day));
    for (std::size_t c = 0; c < of_class.size(); ++c) {
      if ((of_class[c] & day) == 0) continue;
      sum.paid[c] = Days::of_ten_thousandths(sum.paid[c].ten_thousandths() + here.ten_thousandths());
      sum.pay[c] += a_day * Exact::of(here);
    }
  }
}

/// What of one holiday counts in the month, added to `sum`.
Days add_holiday(Holidays& sum, const Known& known, std::size_t index, Month month, const OfEachClass<DaySet>& of_class, DayNumber as_of) {
  const HolidayTaken& h = known.facts.holidays[index];
  const DaySet its_days = days_in(month, days_of(h.period));
  Days taken{};
  switch (h.kind) {
    case HolidayTaken::Kind::untaken:
      taken = holiday_days_in(h, month);
      sum.untaken += taken.ten_thousandths();
      break;
    case HolidayTaken::Kind::ledighedsydelse:
      // LY-11 in a fleksjob; without one the days are on ledighedsydelse anyway.
      taken = holiday_days_in_job(known, h, month, as_of);
      if (taken == Days{}) break;
      sum.in_fleksjob += taken.ten_thousandths();
      sum.first_in_fleksjob = std::min(sum.first_in_fleksjob, std::max(number_of(h.period.first), number_of(first_day(month))));
      break;
    case HolidayTaken::Kind::allowance:
    case HolidayTaken::Kind::paid: {
      const DaySet payable_days = days_without_sanction(known, month, as_of) & its_days;
      const Days payable = Days::whole(std::popcount(payable_days));
      if (payable == Days{}) break;
      taken = h.days ? std::min(*h.days, payable) : payable;
      if (taken == Days{}) break;
      const auto a_day = allowance_a_day(known, h, month, as_of);
      if (!a_day) sum.missing.push_back(missing_holiday_pay(known, index, month));
      add_paid(sum, taken, payable_days, a_day.value_or(Exact{}), of_class);
      break;
    }
    case HolidayTaken::Kind::unpaid: break;
  }
  return taken;
}

template <class Watch>
Holidays holidays_of(const Known& known, Month month, const OfEachClass<DaySet>& of_class, DayNumber as_of, Watch& watch) {
  Holidays sum;
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    if (!touches(h, month) || !holiday_counts(known, i, as_of)) continue;
    if (const Days taken = add_holiday(sum, known, i, month, of_class, as_of); taken != Days{})
      watch.fact(FactUsed::Kind::holiday, i, Exact::of(taken));
  }
  return sum;
}

void add_income(LedighedsydelseFacts& f, const OtherIncome& income) {
  switch (income.kind) {
    case OtherIncome::Kind::self_employment:
      f.self_employed_hours =
          std::min(Hours::of_ten_thousandths(f.self_employed_hours.ten_thousandths() + income.hours.ten_thousandths()), hours_in_a_month);
      break;
    case OtherIncome::Kind::side_business: break;  // by its hours (LY-6)
    case OtherIncome::Kind::paid_out_holiday_allowance: f.paid_out_holiday_allowance += income.amount; break;
    case OtherIncome::Kind::uncounted: f.uncounted[static_cast<std::size_t>(income.uncounted)] += income.amount; break;
    default: f.replacing_income += income.amount;
  }
}

/// LY-1, LY-9: the paid holiday days of each class with the mean of their pay.
void set_paid_holidays(LedighedsydelseFacts& f, const Holidays& holidays, Days all) {
  for (std::size_t c = 0; c < holidays.paid.size(); ++c) {
    if (holidays.paid[c] == Days{}) continue;
    f.holiday_days_of_class[c] = std::min(holidays.paid[c], all);
    f.holiday_pay_of_class[c] = (holidays.pay[c] / Exact::of(holidays.paid[c])).round(Rounding::half_up).value();
  }
}

/// LY-5: as what each job's wages of the month count. A fleksjob's is for days before the ledighedsydelse, but where the
/// wage of the month before is chosen, or the benefit is for holiday in the fleksjob itself.
OfEachJob<WageAs> wages_of_benefit(const Known& known, Month month, bool of_fleksjob) {
  OfEachJob<WageAs> as(known.jobs.size(), WageAs::other);
  for (std::size_t i = 0; i < known.jobs.size(); ++i)
    if (known.jobs[i].fleks && !of_fleksjob && days_in(month, known.jobs[i].days) != 0) as[i] = WageAs::nothing;
  return as;
}

/// LY-5: the income that ledighedsydelse is offset by.
template <class Watch>
void add_income_of(LedighedsydelseFacts& f, std::vector<MissingFact>& missing, const Known& known, Month month, bool of_fleksjob,
                   DayNumber as_of, Watch& watch) {
  const auto as = wages_of_benefit(known, month, of_fleksjob);
  const Wages wages = wages_of(known, month, as_of, as, true, watch);
  find_untaxed(missing, known, month, as_of, as);
  const Exact whole = wages.other.whole_part_exact(Rounding::toward_zero);
  f.am_income = whole.round(Rounding::never).value();
  f.exact_income = wages.other - whole;
  const auto add = [&](const std::vector<Holds>& holds, const std::vector<DailyBenefit>& list, FactUsed::Kind kind) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!holds[i].at(as_of) || month_of(list[i].paid) != month) continue;
      // For days before the ledighedsydelse it is no income of it.
      if (!of_fleksjob && benefit_weekdays(known, days_of(list[i].period), as_of) == 0) continue;
      f.replacing_income += list[i].amount;
      watch.fact(kind, i, Exact::of(list[i].amount));
    }
  };
  add(known.daily_benefits, known.facts.daily_benefits, FactUsed::Kind::daily_benefit);
  for (std::size_t i = 0; i < known.incomes.size(); ++i) {
    const OtherIncome& income = known.facts.incomes[i];
    if (!known.incomes[i].at(as_of) || income.month != month) continue;
    add_income(f, income);
    if (income.kind != OtherIncome::Kind::side_business) watch.fact(FactUsed::Kind::income, i, Exact::of(income.amount));
  }
}

}  // namespace

template <class Watch>
std::optional<LedighedsydelseFacts> benefit_facts(const Known& known, Month month, std::vector<MissingFact>& missing, DayNumber as_of,
                                                  Watch& watch) {
  if (known.without_right && month >= *known.without_right) return std::nullopt;
  const DaySet days = benefit_days(known, month, as_of);
  if (days == 0 && std::ranges::none_of(known.facts.holidays, [&](const HolidayTaken& h) { return touches(h, month); }))
    return std::nullopt;
  const DaySet entitled = days_with_right(known, month, as_of);
  if constexpr (Watch::watching)
    if (entitled != days) watch.step(Exact{}, steps::RightEnded{});
  const auto of_class = days_of_each_class(known, month, as_of);
  const Holidays holidays = holidays_of(known, month, of_class, as_of, watch);
  if ((days & weekdays_of(month)) == 0 && holidays.in_fleksjob == 0) return std::nullopt;
  missing = holidays.missing;

  LedighedsydelseFacts f;
  f.month = month;
  f.provider = known.facts.provider;
  f.round_to = known.facts.options.month.round_to;
  const Days all = Days::whole(weekdays(month));
  const auto at_most_all = [&](std::int64_t units) { return std::min(Days::of_ten_thousandths(units), all); };
  f.entitled_weekdays = at_most_all(Days::whole(std::popcount(entitled & weekdays_of(month))).ten_thousandths() + holidays.in_fleksjob);
  f.untaken_holiday_days =
      std::min(Days::of_ten_thousandths(holidays.untaken), Days::whole(std::popcount(days_without_sanction(known, month, as_of))));
  set_paid_holidays(f, holidays, all);
  if (!known.sanctions.empty()) f.sanction_days = sanction_days(known, month, as_of, watch);

  if (!known.day_sanctions.empty()) {
    f.missed_days_of_class = missed_days(known, month, of_class, as_of, watch);
    for (const Days missed : f.missed_days_of_class)
      f.missed_days = Days::of_ten_thousandths(f.missed_days.ten_thousandths() + missed.ten_thousandths());
  }

  const HolidayBenefitOffset offset = known.facts.options.holiday_benefit_offset;
  if constexpr (Watch::watching)
    if (holidays.in_fleksjob > 0) {
      using Wording = steps::HolidayInJob::Wording;
      watch
          .step(Exact::of(Days::of_ten_thousandths(holidays.in_fleksjob)),
                steps::HolidayInJob{offset == HolidayBenefitOffset::wage ? Wording::offset_by_wage : Wording::not_offset})
          .rests_on_choice = days == 0;
    }
  set_class(f, known, holidays.first_in_fleksjob, Days::of_ten_thousandths(holidays.in_fleksjob), as_of, watch);
  // Holiday in a fleksjob is not offset by the wage that it stands beside, unless chosen.
  if ((entitled & weekdays_of(month)) != 0) {
    const bool month_before_chosen = known.facts.options.first_month_on_benefit == FirstMonthOnBenefit::month_before;
    const Month of = month_offset_in(known, month, as_of);
    if constexpr (Watch::watching)
      if (of == month) watch.choice(Exact{}, steps::FirstMonthOnBenefit{});
    add_income_of(f, missing, known, of, month_before_chosen, as_of, watch);
  } else if (offset == HolidayBenefitOffset::wage) {
    add_income_of(f, missing, known, month_before(month), true, as_of, watch);
  }
  return f;
}
template std::optional<LedighedsydelseFacts> benefit_facts(const Known&, Month, std::vector<MissingFact>&, DayNumber, NotTold&);
template std::optional<LedighedsydelseFacts> benefit_facts(const Known&, Month, std::vector<MissingFact>&, DayNumber, Told&);

}  // namespace fleks::history
