#include <algorithm>
#include <map>

#include "facts/case_lists.hpp"
#include "facts/case_problems.hpp"
#include "values/day_number.hpp"

namespace fleks::case_problems {

void Problems::check_daily_benefits(const char* list, const std::vector<DailyBenefit>& benefits) {
  for (std::size_t i = 0; i < benefits.size(); ++i) {
    const DailyBenefit& b = benefits[i];
    if (b.record.withdrawn) continue;
    in_order(b.period, {nullptr, list, i});
    corrects_others(b.amount, {nullptr, list, i}, [&] {
      Money sum{};
      for (const DailyBenefit& other : benefits)
        if (other.kind == b.kind && holds(other.record) && other.paid.ok() && month_of(other.paid) == month_of(b.paid)) sum += other.amount;
      return holds(b.record) ? sum : Money{};
    });
  }
}

void Problems::check_holiday(std::size_t i) {
  const HolidayTaken& h = case_.holidays[i];
  const Place path{nullptr, "holidays", i};
  if (h.record.withdrawn || !in_order(h.period, path)) return;
  not_negative(h.pay_per_day.value_or(Money{}), path, "pay_per_day");
  not_negative(h.net_per_day.value_or(Money{}), path, "net_per_day");
  not_negative(h.tax_deduction, path, "tax_deduction");
  not_negative(h.monthly_pay.value_or(Money{}), path, "monthly_pay");
  const Days most = Days::whole(weekdays(h.period.first, h.period.last));
  if (h.days && *h.days > most) complain(ErrorCode::too_many_days, path + ".days", to_text(*h.days), Range{Days{}, most});
  if (h.days && month_of(h.period.first) != month_of(h.period.last) && *h.days != most)
    complain(ErrorCode::out_of_range, path + ".to", to_text(h.period.last), AtMost{last_day(month_of(h.period.first))});
  if (h.kind != HolidayTaken::Kind::untaken && !h.days && most > Days::whole(25))
    complain(ErrorCode::too_many_days, path + ".to", to_text(most), Range{Days{}, Days::whole(25)});
  if (h.hours_then.has_value() != h.hours_now.has_value())
    complain(ErrorCode::missing_fact, path + (h.hours_then ? ".hours_now" : ".hours_then"));
  if (h.hours_now && *h.hours_now == Hours{}) complain(ErrorCode::out_of_range, path + ".hours_now", "0", Above{Hours{}});
  if (h.kind == HolidayTaken::Kind::allowance && !h.employment && !h.pay_per_day && !h.net_per_day && holds(h.record))
    complain(ErrorCode::missing_fact, path + ".pay_per_day");
  if (!holds(h.record)) return;
  const bool of_employer = h.kind == HolidayTaken::Kind::paid || h.kind == HolidayTaken::Kind::unpaid;
  if (h.kind == HolidayTaken::Kind::ledighedsydelse || (of_employer && !h.employment)) check_days_of_holiday(h, path);
  if (h.employment) check_holiday_job(h, case_.employments[*h.employment], path);
}

// LY-11: holiday on ledighedsydelse is within a fleksjob or on ledighedsydelse, holiday with or without pay of no named job in
// any job or on ledighedsydelse; a day outside would vanish.
void Problems::check_days_of_holiday(const HolidayTaken& h, const Place& path) {
  if (weekdays(h.period.first, h.period.last) > longest_year) return;  // said already
  const auto has = [](Date from, const std::optional<Date>& to, Date day) { return from.ok() && from <= day && (!to || day <= *to); };
  for (Date day = h.period.first; day <= h.period.last; day = day_after(day)) {
    if (weekdays(day, day) == 0) continue;
    const bool in_job = std::any_of(case_.employments.begin(), case_.employments.end(), [&](const Employment& e) {
      return (e.kind == Employment::Kind::fleksjob || h.kind != HolidayTaken::Kind::ledighedsydelse) && has(e.from, e.to, day);
    });
    if (in_job || std::any_of(case_.ledighedsydelse.begin(), case_.ledighedsydelse.end(),
                              [&](const BenefitPeriod& b) { return holds(b.record) && has(b.from, b.to, day); }))
      continue;
    const bool before = day == h.period.first;
    return complain(ErrorCode::outside_employment, path + (before ? ".from" : ".to"), to_text(before ? day : h.period.last),
                    before ? Allowed{} : Allowed{AtMost{day_before(day)}});
  }
}

void Problems::check_holiday_job(const HolidayTaken& h, const Employment& e, const Place& path) {
  // Holiday allowance may be used after the job has ended; pay during holiday may not.
  if (h.kind != HolidayTaken::Kind::paid && h.kind != HolidayTaken::Kind::unpaid) return;
  if (e.from.ok() && h.period.first < e.from)
    complain(ErrorCode::outside_employment, path + ".from", to_text(h.period.first), AtLeast{e.from});
  if (e.to && h.period.last > *e.to) complain(ErrorCode::outside_employment, path + ".to", to_text(h.period.last), AtMost{*e.to});
}

// One citizen is on ledighedsydelse or in a fleksjob, not both on one day.
void Problems::check_benefit_periods() {
  for (std::size_t i = 0; i < case_.ledighedsydelse.size(); ++i) {
    const BenefitPeriod& b = case_.ledighedsydelse[i];
    if (!holds(b.record) || !b.from.ok()) continue;
    const Place path{nullptr, "ledighedsydelse", i};
    const auto end = [](const std::optional<Date>& to) { return to ? *to : Date{std::chrono::year{9999} / 12 / 31}; };
    if (b.to && *b.to < b.from) complain(ErrorCode::out_of_range, path + ".to", to_text(*b.to), AtLeast{b.from});
    for (std::size_t e = 0; e < case_.employments.size(); ++e) {
      const Employment& job = case_.employments[e];
      if (job.kind != Employment::Kind::fleksjob || !job.from.ok()) continue;
      if (b.from <= end(job.to) && job.from <= end(b.to)) complain(ErrorCode::overlapping_periods, path + ".from", to_text(b.from));
    }
    for (std::size_t j = 0; j < i; ++j) {
      const BenefitPeriod& other = case_.ledighedsydelse[j];
      if (holds(other.record) && other.from.ok() && b.from <= end(other.to) && other.from <= end(b.to))
        complain(ErrorCode::overlapping_periods, path + ".from", to_text(b.from));
    }
  }
}

// Holidays of one source, and daily benefits of one kind, do not overlap; sorted, so that long lists stay cheap.
void Problems::check_overlaps() {
  struct Placed {
    Period period;
    std::size_t index;
  };
  const auto check = [&](std::vector<Placed>& placed, const char* list) {
    std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) { return a.period.first < b.period.first; });
    for (std::size_t i = 1; i < placed.size(); ++i)
      if (placed[i].period.first <= placed[i - 1].period.last) {
        const auto [before, later] = std::minmax(placed[i - 1].index, placed[i].index);
        const Period& named = placed[i].index == later ? placed[i].period : placed[i - 1].period;
        complain(ErrorCode::overlapping_periods, at(list, later) + ".from", text_of(named));
      }
    placed.clear();
  };
  std::vector<Placed> placed;
  for (const FactSource source :
       {FactSource::income_register, FactSource::holiday_account, FactSource::employer, FactSource::citizen, FactSource::municipality}) {
    for (std::size_t i = 0; i < case_.holidays.size(); ++i) {
      const HolidayTaken& h = case_.holidays[i];
      if (h.record.source == source && holds(h.record) && h.kind != HolidayTaken::Kind::untaken && are_dates(h.period))
        placed.push_back({h.period, i});
    }
    check(placed, "holidays");
  }
  for (const DailyBenefit::Kind kind :
       {DailyBenefit::Kind::sickness, DailyBenefit::Kind::maternity, DailyBenefit::Kind::bereavement, DailyBenefit::Kind::resource}) {
    for (std::size_t i = 0; i < case_.daily_benefits.size(); ++i) {
      const DailyBenefit& b = case_.daily_benefits[i];
      if (b.kind == kind && holds(b.record) && are_dates(b.period) && !is_of_report(b.record)) placed.push_back({b.period, i});
    }
    check(placed, "daily_benefits");
  }
}

// FERIE-1, LY-8: at most 25 days of each ferieår, held from 1/9 to 31/12 of the next year; the oldest first.
void Problems::check_holiday_years() {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < case_.holidays.size(); ++i) {
    const HolidayTaken& h = case_.holidays[i];
    if (holds(h.record) && counts_as_held(h.kind) && are_dates(h.period) && h.period.first <= h.period.last) order.push_back(i);
  }
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return case_.holidays[a].period.first < case_.holidays[b].period.first; });
  std::map<int, std::int64_t> held;  // of the ferieår that begins in that year, in ten-thousandths
  const std::int64_t most = Days::whole(25).ten_thousandths();
  for (const std::size_t i : order) {
    const HolidayTaken& h = case_.holidays[i];
    std::int64_t days = days_of(h).ten_thousandths();
    const unsigned month = unsigned{h.period.first.month()};
    const int year = int{h.period.first.year()} - (month < holiday_year_begins);
    const auto take = [&](int of) {
      const std::int64_t taken = std::min(days, most - held[of]);
      held[of] += taken;
      days -= taken;
    };
    if (month >= holiday_year_begins) take(year - 1);
    take(year);
    if (days > 0) complain(ErrorCode::too_many_days, at("holidays", i) + ".from", text_of(h.period), Range{Days{}, Days::whole(25)});
  }
}

}  // namespace fleks::case_problems
