#include "history/subsidy_facts.hpp"

#include <bit>

#include "history/ceilings.hpp"
#include "history/days.hpp"
#include "history/holidays.hpp"
#include "history/told.hpp"

namespace fleks::history {
namespace {

void take_wages(MonthFacts& f, const Wages& wages) {
  f.pay = Pay::am_income(wages.pay);
  f.benefits_in_kind = wages.in_kind;
  f.own_pension = Contribution::of(wages.own_pension);
  f.employer_pension = Contribution::of(wages.employer_pension);
  f.holiday_supplement = wages.supplements;
  f.other_wage = wages.other;
  if (wages.any && wages.hours_known) f.paid_hours = wages.hours;
}

/// A wage that has not been reported is unknown, not zero: whatever job it is missing from.
bool any_wage_missing(const Known& known, const Wages& wages, Month month, DayNumber as_of) {
  for (std::size_t i = 0; i < known.jobs.size(); ++i)
    if (known.jobs[i].fleks && wages.jobs[i].best_rank == law::no_rank && days_in(month, known.jobs[i].known(as_of)) != 0) return true;
  return false;
}

/// FLT-7, FLT-9: what was paid in the wage month.
template <class Watch>
void add_benefits(MonthFacts& f, const Known& known, Month wage_month, DayNumber as_of, Watch& watch) {
  for (std::size_t i = 0; i < known.daily_benefits.size(); ++i) {
    const DailyBenefit& b = known.facts.daily_benefits[i];
    if (!known.daily_benefits[i].at(as_of) || month_of(b.paid) != wage_month) continue;
    f.daily_benefit += b.amount;
    watch.fact(FactUsed::Kind::daily_benefit, i, Exact::of(b.amount));
  }
  for (std::size_t i = 0; i < known.incomes.size(); ++i) {
    const OtherIncome& income = known.facts.incomes[i];
    if (!known.incomes[i].at(as_of) || income.month != wage_month || income.kind != OtherIncome::Kind::care) continue;
    f.care_income += income.amount;
    watch.fact(FactUsed::Kind::income, i, Exact::of(income.amount));
  }
}

/// FLT-15: feriegodtgørelse counts gross, in proportion to the days, in the month of the holiday. On ledighedsydelse it
/// is topped up instead (LY-9).
template <class Watch>
void add_holiday_allowance(MonthFacts& f, const Known& known, std::size_t index, Month wage_month, DayNumber as_of, Watch& watch) {
  const HolidayTaken& h = known.facts.holidays[index];
  const Exact days = Exact::of(holiday_days_in(h, wage_month));
  if (days.is_zero() || !h.employment || (benefit_days(known, wage_month, as_of) & days_in(wage_month, days_of(h.period))) != 0) return;
  const Exact a_day = allowance_a_day(known, h, wage_month, as_of);
  const Money amount = (a_day * days).round(Rounding::half_up).value();
  f.pay.amount += amount;
  watch.fact(FactUsed::Kind::holiday, index, Exact::of(amount));
  if constexpr (Watch::watching) watch.step(Exact::of(amount), steps::AllowanceOfHoliday{.days = days, .a_day = a_day});
}

/// FLT-12, FLT-15.
template <class Watch>
void add_holidays(MonthFacts& f, const Known& known, Month wage_month, DayNumber as_of, Watch& watch) {
  std::int64_t on_benefit = 0;
  const Month days_of_month = known.facts.options.holiday_days_of == HolidayDaysOf::wage_month ? wage_month : f.month;
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    const bool allowance = h.kind == HolidayTaken::Kind::allowance;
    if (!allowance && h.kind != HolidayTaken::Kind::ledighedsydelse) continue;
    const Month month = allowance ? wage_month : days_of_month;
    if (!touches(h, month) || !holiday_counts(known, i, as_of)) continue;
    if (allowance) {
      add_holiday_allowance(f, known, i, wage_month, as_of, watch);
      continue;
    }
    const Days days = holiday_days_in(h, month);
    if (days == Days{}) continue;
    on_benefit += days.ten_thousandths();
    watch.fact(FactUsed::Kind::holiday, i, Exact::of(days));
  }
  // A month has at most as many days to lose as the text's month of 260/12 has.
  f.ledighedsydelse_days = Days::of_ten_thousandths(std::min(on_benefit, Days::whole(31).ten_thousandths()));
}

/// FLT-13: a part of the month, as the span of as many weekdays where two jobs leave a gap between them.
std::optional<Period> part_of_month(Month month, DaySet covered) {
  const DaySet all_weekdays = weekdays_of(month);
  const int worked = std::popcount(covered & all_weekdays);
  if (worked == std::popcount(all_weekdays)) return std::nullopt;
  const Period span{day_at(month, std::countr_zero(covered)), day_at(month, 31 - std::countl_zero(covered))};
  if (weekdays(span.first, span.last) == worked) return span;
  int end = 0;
  while (std::popcount(all_weekdays & ((2U << end) - 1)) < worked) ++end;
  return Period{first_day(month), day_at(month, end)};
}

/// LOFT-5, FLT-16: the ceiling of the wage month.
template <class Watch>
std::optional<Error> set_ceiling(MonthFacts& f, const Known& known, const Wages& wages, Month wage_month, DayNumber as_of, Watch& watch) {
  const bool of_subsidy_month = known.facts.options.month.rates_of == RatesOf::subsidy_month;
  const RatesOnDate rates = known.rates.on(of_subsidy_month ? f.month : wage_month);
  auto ceiling = ceiling_of_month(known, wage_month, as_of, rates, watch);
  if (!ceiling) return std::move(ceiling).error();
  if (!*ceiling) return std::nullopt;
  auto rise = ceiling_rise(known, wages, wage_month, as_of, rates, watch);
  if (!rise) return std::move(rise).error();
  f.ceiling = **ceiling;
  if (*rise == Money{}) return std::nullopt;
  // LOFT-3 adds the ferietillæg of the month to the ceiling.
  if (f.ceiling.form == Ceiling::Form::stated) f.ceiling.form = Ceiling::Form::from_monthly;
  f.ceiling.holiday_supplement += *rise;
  return std::nullopt;
}

}  // namespace

template <class Watch>
Result<std::optional<SubsidyFacts>> subsidy_facts(const Known& known, Month month, DayNumber as_of, Watch& watch) {
  const Month wage_month = month_before(month);
  const DaySet covered = job_days(known, wage_month, as_of, true);
  if (covered == 0) return std::optional<SubsidyFacts>{};
  SubsidyFacts out;
  MonthFacts& f = out.facts;
  f.month = month;
  const Wages wages = wages_of(known, wage_month, as_of, watch);
  out.wage_unknown = any_wage_missing(known, wages, wage_month, as_of);
  take_wages(f, wages);
  add_benefits(f, known, wage_month, as_of, watch);
  add_holidays(f, known, wage_month, as_of, watch);
  f.employed = part_of_month(wage_month, covered);
  if (auto wrong = set_ceiling(f, known, wages, wage_month, as_of, watch)) return std::move(*wrong);
  check_holiday_pay(known, wage_month, as_of, watch);
  return std::optional(std::move(out));
}
template Result<std::optional<SubsidyFacts>> subsidy_facts(const Known&, Month, DayNumber, NotTold&);
template Result<std::optional<SubsidyFacts>> subsidy_facts(const Known&, Month, DayNumber, Told&);

}  // namespace fleks::history
