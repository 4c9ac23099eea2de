#pragma once

#include <algorithm>

#include <fleks/facts/month_facts.hpp>
#include <fleks/values/exact.hpp>

#include "rules/fleksloentilskud.hpp"
#include "rules/part_of_month.hpp"

// From facts as they are given to what the rules are computed with.

namespace fleks {

/// The pension shares in øre: kroner as given, or a percentage of the pay before own pension.
[[nodiscard]] inline Exact contribution(const Contribution& c, const Exact& pay) {
  return c.is_share() ? pay * Exact::of(c.share()) : Exact::of(c.amount());
}

/// The days of employment that lie in a month.
[[nodiscard]] inline Period within(const Period& employed, Month month) {
  return {std::max(employed.first, first_day(month)), std::min(employed.last, last_day(month))};
}

/// FLT-13, by the wage month: weekdays covered / weekdays of it.
[[nodiscard]] inline Exact part_of_wage_month(const MonthFacts& f, Month wage_month) {
  if (!f.employed) return Exact::whole(1);
  const Period covered = within(*f.employed, wage_month);
  return Exact::ratio(weekdays(covered.first, covered.last), weekdays(wage_month));
}

/// FLT-18: calendar days covered / calendar days of the month.
[[nodiscard]] inline Exact calendar_part(const Period& covered, Month month) {
  const auto days = (std::chrono::sys_days{covered.last} - std::chrono::sys_days{covered.first}).count() + 1;
  return Exact::ratio(days, unsigned{last_day(month).day()});
}

/// FLT-13: how much of the month the job covers, and what that is a share of.
struct PartTaken {
  Exact part = Exact::whole(1), calendar_part = Exact::whole(1);
  bool of_result = false;
};
[[nodiscard]] inline PartTaken part_taken(const MonthFacts& f, Month month, Month wage_month) {
  PartTaken taken;
  if (f.job) {
    const Period covered = within(*f.job, month);
    taken.part = law::part_of_month(weekdays(covered.first, covered.last), month);
    taken.calendar_part = calendar_part(covered, month);
  } else if (f.in_parts->part) {
    taken.part = *f.in_parts->part;
  } else {
    taken.part = part_of_wage_month(f, wage_month);
  }
  taken.of_result = (f.job || f.in_parts->part) && wage_month != month;
  if (f.in_parts->calendar_part) taken.calendar_part = *f.in_parts->calendar_part;
  return taken;
}

/// FLT-12: the days' share of a month of 260/12 days, at most all of it.
template <class N>
[[nodiscard]] N holiday_share_of(const N& days) {
  using law::least;
  return least(Cause::none, N(Exact::whole(1)), days * Exact::ratio(law::months_a_year, law::weekdays_a_year));
}
/// FLT-12: where all of the month's days are such days, no subsidy is left, whatever was paid for them.
[[nodiscard]] inline bool is_all_holiday(const MonthFacts& f) noexcept { return f.in_parts->holiday_share == Exact::whole(1); }
[[nodiscard]] inline Exact holiday_share(Days days) { return days == Days{} ? Exact{} : holiday_share_of(Exact::of(days)); }
[[nodiscard]] inline Exact holiday_share(const MonthFacts& f) {
  return f.in_parts->holiday_share ? *f.in_parts->holiday_share : holiday_share(f.ledighedsydelse_days);
}

}  // namespace fleks
