#include "history/holidays.hpp"

#include <bit>

#include <fleks/values/public_holidays.hpp>

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

DaySet payable_holidays(const Known& known, Month month) noexcept {
  DaySet days = weekdays_of(month);
  if (known.facts.options.public_holidays == PublicHolidays::counted) return days;
  for (DaySet rest = days; rest != 0; rest &= rest - 1) {
    const int bit = std::countr_zero(rest);
    if (is_public_holiday(day_at(month, bit))) days &= ~(1U << bit);
  }
  return days;
}

DaySet holidays_on_benefit_in_job(const Known& known, Month month, DayNumber as_of) noexcept {
  DaySet days = 0;
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    if (h.kind == HolidayTaken::Kind::ledighedsydelse && touches(h, month) && holiday_counts(known, i, as_of))
      days |= days_in(month, days_of(h.period));
  }
  return days == 0 ? 0 : days & job_days(known, month, as_of, true) & payable_holidays(known, month);
}

Days days_on_benefit_within(const Known& known, const HolidayTaken& h, Month month, DaySet days) noexcept {
  const Days within = Days::whole(std::popcount(days_in(month, days_of(h.period)) & payable_holidays(known, month) & days));
  return h.days && month_of(h.period.first) == month_of(h.period.last) ? std::min(*h.days, within) : within;
}

Days holiday_days_in_job(const Known& known, const HolidayTaken& h, Month month, DayNumber as_of) noexcept {
  return days_on_benefit_within(known, h, month, job_days(known, month, as_of, true));
}

Days days_of_account(const Known& known, const HolidayTaken& h, Month month, DayNumber as_of) noexcept {
  if (h.kind != HolidayTaken::Kind::ledighedsydelse) return holiday_days_in(h, month);
  return days_on_benefit_within(known, h, month, job_days(known, month, as_of, true) | benefit_days(known, month, as_of));
}

DaySet untaken_days(const Known& known, Month month, DayNumber as_of) noexcept {
  DaySet days = 0;
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    const bool whole = !h.days || *h.days == Days::whole(weekdays(h.period.first, h.period.last));
    if (h.kind == HolidayTaken::Kind::untaken && whole && holiday_counts(known, i, as_of)) days |= days_in(month, days_of(h.period));
  }
  return days & weekdays_of(month);
}

bool has_holiday_without_pay(const Known& known, Month month, DayNumber as_of) noexcept {
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    if (!touches(h, month)) continue;
    if (h.kind == HolidayTaken::Kind::ledighedsydelse) {
      if (holiday_counts(known, i, as_of) && holiday_days_in_job(known, h, month, as_of) != Days{}) return true;
    } else if (h.kind == HolidayTaken::Kind::allowance) {
      const DaySet in_job = days_in(month, days_of(h.period)) & job_days(known, month, as_of, true) & weekdays_of(month);
      if (holiday_counts(known, i, as_of) && in_job != 0 && holiday_days_in(h, month) != Days{}) return true;
    }
  }
  return false;
}

namespace {

/// What a job's records of a month say is earned of feriegodtgørelse; nothing when no real one does.
std::optional<Money> allowance_earned(const Known& known, std::size_t job, int month, DayNumber as_of) {
  std::optional<Money> sum;
  for (std::size_t i = 0; i < known.wages.size(); ++i) {
    const WageRecord& w = known.facts.wages[i];
    if (w.employment != job || w.expected || !known.wages[i].at(as_of) || number_of(month_of(w.period.last)) != month) continue;
    // After tax alone the gross is not known.
    if (!known.allowances[i]) return std::nullopt;
    sum = sum.value_or(Money{}) + *known.allowances[i];
  }
  return sum;
}

}  // namespace

std::optional<Exact> allowance_a_day(const Known& known, const HolidayTaken& h, Month month, DayNumber as_of) {
  if (h.pay_per_day) return Exact::of(*h.pay_per_day);
  if (h.net_per_day) {
    const auto gross = h.tax_share ? gross_of_net(*h.net_per_day, *h.tax_share, h.tax_deduction, month, known.rates) : std::nullopt;
    return gross ? std::optional(Exact::of(*gross)) : std::nullopt;
  }
  if (!h.employment) return std::nullopt;
  const Job& job = known.jobs[*h.employment];
  const law::EarningMonths earned = law::allowance_earned_in(month, job.days.first);
  Money allowance{};
  law::EarnedDays days;
  for (int m = earned.first; m <= earned.last; ++m) {
    const DaySet in_job = days_in(month_at(m), job.known(as_of));
    if (in_job == 0) continue;
    const auto of_month = allowance_earned(known, *h.employment, m, as_of);
    if (!of_month) return std::nullopt;
    allowance += *of_month;
    days.add(std::popcount(in_job), days_in(month_at(m)));
  }
  if (allowance == Money{}) return std::nullopt;
  return law::allowance_a_day(allowance, days.days());
}

MissingFact missing_holiday_pay(const Known& known, std::size_t index, Month month) noexcept {
  const auto job = known.facts.holidays[index].employment.value_or(0);
  const bool after_tax = known.facts.holidays[index].net_per_day.has_value();
  return {.kind = after_tax ? MissingFact::Kind::holiday_tax : MissingFact::Kind::holiday_pay,
          .employment = static_cast<std::uint32_t>(job),
          .month = month,
          .decides = true,
          .index = static_cast<std::uint32_t>(index),
          .item = static_cast<std::uint32_t>(after_tax)};
}

void check_holiday_pay(const Known& known, Month month, DayNumber as_of, Told& told) {
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    const bool of_employer = h.kind == HolidayTaken::Kind::paid || h.kind == HolidayTaken::Kind::unpaid;
    if (!of_employer || !touches(h, month) || !holiday_counts(known, i, as_of)) continue;
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
