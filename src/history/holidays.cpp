#include "history/holidays.hpp"

#include <bit>

#include "history/days.hpp"
#include "rules/holiday_pay.hpp"
#include "rules/source_order.hpp"

namespace fleks::history {

bool holiday_counts(const Known& known, std::size_t index, DayNumber as_of) noexcept {
  if (!known.holidays[index].at(as_of)) return false;
  const HolidayTaken& h = known.facts.holidays[index];
  if (h.kind == HolidayTaken::Kind::untaken) return true;
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& other = known.facts.holidays[i];
    if (i != index && other.kind != HolidayTaken::Kind::untaken && known.holidays[i].at(as_of) &&
        law::rank_for_holiday(other.record.source) < law::rank_for_holiday(h.record.source) && other.period.first <= h.period.last &&
        h.period.first <= other.period.last)
      return false;
  }
  return true;
}

Days holiday_days_in(const HolidayTaken& h, Month month) noexcept {
  if (h.days && month_of(h.period.first) == month_of(h.period.last)) return month_of(h.period.first) == month ? *h.days : Days{};
  const Date first = std::max(h.period.first, first_day(month)), last = std::min(h.period.last, last_day(month));
  return first > last ? Days{} : Days::whole(weekdays(first, last));
}

Days holiday_days_in_job(const Known& known, const HolidayTaken& h, Month month, DayNumber as_of) noexcept {
  const DaySet its_days = days_in(month, days_of(h.period));
  const DaySet inside = its_days & job_days(known, month, as_of, true);
  const Days within = Days::whole(std::popcount(inside & weekdays_of(month)));
  return its_days == inside ? holiday_days_in(h, month) : std::min(holiday_days_in(h, month), within);
}

Exact allowance_a_day(const Known& known, const HolidayTaken& h, Month month, DayNumber as_of) {
  if (h.pay_per_day) return Exact::of(*h.pay_per_day);
  if (!h.employment) return Exact{};
  const Job& job = known.jobs[*h.employment];
  const law::EarningMonths earned = law::allowance_earned_in(month, job.days.first);
  Money allowance{};
  for (std::size_t i = 0; i < known.wages.size(); ++i) {
    const WageRecord& w = known.facts.wages[i];
    if (w.employment != *h.employment || !known.wages[i].at(as_of)) continue;
    const int in = number_of(month_of(w.period.last));
    if (earned.first <= in && in <= earned.last) allowance += w.holiday_allowance;
  }
  law::EarnedDays days;
  for (int m = earned.first; m <= earned.last; ++m) days.add(std::popcount(days_in(month_at(m), job.known(as_of))), days_in(month_at(m)));
  return law::allowance_a_day(allowance, days.days());
}

void check_holiday_pay(const Known& known, Month month, DayNumber as_of, Told& told) {
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    if ((h.kind != HolidayTaken::Kind::paid && h.kind != HolidayTaken::Kind::unpaid) || !holiday_counts(known, i, as_of)) continue;
    const Exact days = Exact::of(holiday_days_in(h, month));
    if (days.is_zero()) continue;
    told.fact(FactUsed::Kind::holiday, i, days);
    if (!h.monthly_pay) continue;
    const Exact pay = Exact::of(*h.monthly_pay);
    if (h.kind == HolidayTaken::Kind::unpaid) {
      told.step(law::unpaid_holiday(pay, days), steps::UnpaidHoliday{.monthly_pay = pay, .days = days});
    } else if (h.hours_then) {
      const Exact then = Exact::of(*h.hours_then), now = Exact::of(*h.hours_now);
      told.step(law::pay_during_holiday(pay, then, now), steps::PayDuringHoliday{.pay = pay, .hours_then = then, .hours_now = now});
    }
  }
}

}  // namespace fleks::history
