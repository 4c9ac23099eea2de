#include "history/subsidy_holidays.hpp"

#include <algorithm>

#include "history/class_of_case.hpp"
#include "history/days.hpp"
#include "history/holidays.hpp"
#include "history/told.hpp"
#include "rules/by_law.hpp"
#include "rules/ledighedsydelse.hpp"

namespace fleks::history {
namespace {

/// FLT-15: feriegodtgørelse counts gross, in proportion to the days, in the month of the holiday. On ledighedsydelse it
/// is topped up instead (LY-9).
template <class Watch>
void add_holiday_allowance(MonthFacts& f, const Known& known, std::size_t index, Month wage_month, DayNumber as_of, Watch& watch) {
  const HolidayTaken& h = known.facts.holidays[index];
  const Exact days = Exact::of(holiday_days_in(h, wage_month));
  if (days.is_zero() || !h.employment || (benefit_days(known, wage_month, as_of) & days_in(wage_month, days_of(h.period))) != 0) return;
  const Exact a_day = allowance_a_day(known, h, wage_month, as_of);
  const Exact amount = a_day * days;
  f.exact_wage += amount;
  watch.fact(FactUsed::Kind::holiday, index, amount);
  if constexpr (Watch::watching) watch.step(amount, steps::AllowanceOfHoliday{.days = days, .a_day = a_day});
}

/// FLT-12: the month whose holiday days on ledighedsydelse reduce the subsidy of a month. Each month's days follow the rule of
/// that month, so that those of December 2023 are not taken twice.
Month month_of_holiday_days(const Case& facts, Month month, Month wage_month) {
  if (facts.options.holiday_days_of == HolidayDaysOf::subsidy_month) return month;
  const auto after = [&](Month m) {
    return law::by_law(facts.options.month.holiday_days_of, Rule::FLT_12, m) == HolidayDaysRule::month_after;
  };
  if (!after(month)) return month;
  return after(month_before(month)) ? wage_month : Month{};
}

/// FLT-12, LY-4, LY-15: the ledighedsydelse of so many holiday days.
std::optional<Money> paid_for_holiday(const Known& known, Month month, Days days, DayNumber first, DayNumber as_of) {
  NotTold not_told;
  LedighedsydelseFacts benefit;
  benefit.month = month;
  set_class(benefit, known, first, as_of, not_told);
  const Rate* rate = known.rates.on(month).find(law::class_keys[static_cast<std::size_t>(benefit.benefit_class)]);
  if (rate == nullptr) return std::nullopt;
  const Exact due = law::daily_amount(rate->exact) * Exact::of(days);
  const bool krone = law::by_law(known.facts.options.month.round_to, Rule::LY_15, month) == RoundTo::krone;
  const auto paid = krone ? due.round_to_krone(Rounding::half_up) : due.round(Rounding::half_up);
  return paid ? std::optional(*paid) : std::nullopt;
}

}  // namespace

template <class Watch>
void add_holidays(MonthFacts& f, const Known& known, Month wage_month, DayNumber as_of, Watch& watch) {
  std::int64_t on_benefit = 0;
  DayNumber first = no_end;
  const Month days_of_month = month_of_holiday_days(known.facts, f.month, wage_month);
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    const bool allowance = h.kind == HolidayTaken::Kind::allowance;
    if (!allowance && h.kind != HolidayTaken::Kind::ledighedsydelse) continue;
    const Month month = allowance ? wage_month : days_of_month;
    if (month == Month{} || !touches(h, month) || !holiday_counts(known, i, as_of)) continue;
    if (allowance) {
      add_holiday_allowance(f, known, i, wage_month, as_of, watch);
      continue;
    }
    const Days days = holiday_days_in_job(known, h, month, as_of);
    if (days == Days{}) continue;
    on_benefit += days.ten_thousandths();
    first = std::min(first, std::max(number_of(h.period.first), number_of(first_day(month))));
    watch.fact(FactUsed::Kind::holiday, i, Exact::of(days));
  }
  // A month has at most as many days to lose as the text's month of 260/12 has.
  f.ledighedsydelse_days = Days::of_ten_thousandths(std::min(on_benefit, Days::whole(longest_month).ten_thousandths()));
  if (on_benefit > 0 && law::by_law(known.facts.options.month.holiday_days_of, Rule::FLT_12, f.month) == HolidayDaysRule::benefit_deducted)
    f.ledighedsydelse = paid_for_holiday(known, days_of_month, f.ledighedsydelse_days, first, as_of);
}
template void add_holidays(MonthFacts&, const Known&, Month, DayNumber, NotTold&);
template void add_holidays(MonthFacts&, const Known&, Month, DayNumber, Told&);

}  // namespace fleks::history
