#include "history/days.hpp"

#include <bit>

#include "history/sanctioned.hpp"

namespace fleks::history {

DaySet job_days(const Known& known, Month month, DayNumber as_of, bool fleks_only) noexcept {
  DaySet set = 0;
  for (const Job& job : known.jobs)
    if (job.fleks || !fleks_only) set |= days_in(month, job.known(as_of));
  return set;
}

DaySet benefit_days(const Known& known, Month month, DayNumber as_of) noexcept {
  DaySet set = 0;
  for (std::size_t i = 0; i < known.periods.size(); ++i)
    if (known.periods[i].at(as_of)) set |= days_in(month, known.period_days[i]);
  return set == 0 ? 0 : set & ~job_days(known, month, as_of, true);
}

DaySet days_with_right(const Known& known, Month month, DayNumber as_of) {
  const DaySet days = benefit_days(known, month, as_of);
  if (days == 0 || known.sanctions.empty()) return days;
  return days & ~days_without_right(known, month, as_of);
}

int benefit_weekdays(const Known& known, Stretch days, DayNumber as_of) noexcept {
  int count = 0;
  for (int m = number_of(month_of(date_of(days.first))), end = number_of(month_of(date_of(days.last))); m <= end; ++m) {
    const Month month = month_at(m);
    count += std::popcount(benefit_days(known, month, as_of) & weekdays_of(month) & days_in(month, days));
  }
  return count;
}

}  // namespace fleks::history
