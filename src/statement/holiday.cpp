#include "rules/holiday.hpp"

#include <fleks/statement/holiday_statement.hpp>

#include <algorithm>

#include "rates/rate_reader.hpp"
#include "values/bounded.hpp"

namespace fleks {
namespace {

constexpr auto first_year_of_great_prayer_day_supplement = std::chrono::year{2024};

template <class Watch>
Result<HolidayStatement> earned(const HolidayFacts& f, const RateTable& table, Watch watch) {
  for (const auto& [date, field] : {std::pair{f.from, Fact::from}, std::pair{f.to, Fact::to}})
    if (!date.ok()) return Error{.code = ErrorCode::no_such_date, .field = field, .given = to_text(date), .allowed = Form::date};
  if (f.to < f.from || f.to.year() - f.from.year() > std::chrono::years{100})
    return Error{.code = ErrorCode::out_of_range,
                 .field = Fact::to,
                 .given = to_text(f.to),
                 .allowed = Range{f.from, Date{(f.from.year() + std::chrono::years{100}) / std::chrono::December / 31}}};
  for (const auto& [amount, field] : {std::pair{f.monthly_pay, Fact::monthly_pay}, std::pair{f.employer_pension, Fact::employer_pension}})
    if (auto wrong = bounded(field, amount, largest_amount)) return *std::move(wrong);

  HolidayStatement s;
  Exact from_2024, days_this_year;
  int whole_months = 0;
  const Month last = month_of(f.to);
  for (Month month = month_of(f.from); month <= last; month = month_after(month)) {
    const auto all = static_cast<int>(unsigned{last_day(month).day()});
    const auto begin = std::max(f.from, first_day(month)), end = std::min(f.to, last_day(month));
    const int covered = static_cast<int>(unsigned{end.day()}) - static_cast<int>(unsigned{begin.day()}) + 1;
    days_this_year += law::holiday_days_of_month(covered, all);
    whole_months += covered == all;
    const Exact share = Exact::ratio(covered, all);
    s.qualifying_pay += Exact::of(f.monthly_pay) * share;
    if (month.year() >= first_year_of_great_prayer_day_supplement) from_2024 += Exact::of(f.monthly_pay + f.employer_pension) * share;
    if (month == last || unsigned{month_after(month).month()} == holiday_year_begins) {
      s.days_earned += law::holiday_days_of_year(days_this_year, whole_months);
      days_this_year = Exact{};
      whole_months = 0;
    }
  }
  if constexpr (Watch::watching) {
    watch.step(s.days_earned, steps::HolidayEarned{});
    watch.step(s.qualifying_pay, steps::QualifyingPay{.a_month = Exact::of(f.monthly_pay)});
  }

  const RatesOnDate rates = table.on(f.to);
  RateReader fetch(rates);
  if (f.kind == HolidayKind::allowance) {
    s.holiday_allowance = law::holiday_allowance(s.qualifying_pay, fetch(RateKey::holiday_allowance_pct), watch);
  } else {
    s.holiday_supplement = law::holiday_supplement(s.qualifying_pay, fetch(RateKey::holiday_supplement_pct), watch);
    const Exact share = fetch.if_in_force_yet(RateKey::great_prayer_day_supplement_pct, table);
    if (!share.is_zero()) s.great_prayer_day_supplement = law::great_prayer_day_supplement(from_2024, share, watch);
  }
  if (fetch.failed()) return fetch.error();
  s.per_day = (s.holiday_allowance + s.holiday_supplement) / s.days_earned;
  return s;
}

}  // namespace

Result<HolidayStatement> holiday(const HolidayFacts& facts, const RateTable& rates) { return earned(facts, rates, law::Untraced{}); }

Result<HolidayStatement> holiday(const HolidayFacts& facts, const RateTable& rates, Trace& trace) {
  trace.clear();
  return earned(facts, rates, law::Tracer(trace));
}

Result<Exact> pay_during_holiday(Money current_pay, Hours hours_then, Hours hours_now) {
  if (hours_now <= Hours{})
    return Error{.code = ErrorCode::out_of_range, .field = Fact::hours_now, .given = to_text(hours_now), .allowed = Above{Hours{}}};
  return law::pay_during_holiday(Exact::of(current_pay), Exact::of(hours_then), Exact::of(hours_now));
}

Exact unpaid_holiday_deduction(Money monthly_pay, Days days) noexcept {
  return law::unpaid_holiday(Exact::of(monthly_pay), Exact::of(days));
}

}  // namespace fleks
