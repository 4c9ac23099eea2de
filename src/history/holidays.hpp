#pragma once

#include "history/known.hpp"
#include "history/told.hpp"

namespace fleks::history {

/// Whether a holiday holds: known, not corrected, and no better source says otherwise of its days (BEK-FLT § 14).
[[nodiscard]] bool holiday_counts(const Known& known, std::size_t index, DayNumber as_of) noexcept;
/// The days of a holiday that lie in a month.
[[nodiscard]] Days holiday_days_in(const HolidayTaken& holiday, Month month) noexcept;
/// LY-11: of a holiday on ledighedsydelse in a fleksjob, only the days within the job.
[[nodiscard]] Days holiday_days_in_job(const Known& known, const HolidayTaken& holiday, Month month, DayNumber as_of) noexcept;
/// Whether any of its days do.
[[nodiscard]] inline bool touches(const HolidayTaken& holiday, Month month) noexcept {
  return month_of(holiday.period.first) <= month && month <= month_of(holiday.period.last);
}
/// FLT-15: feriegodtgørelse of one day of a holiday: as stated, or what the job's records have earned in the ferieår, by
/// its days; nothing when it is from no job.
[[nodiscard]] Exact allowance_a_day(const Known& known, const HolidayTaken& holiday, Month month, DayNumber as_of);
/// FERIE-4 and FERIE-6: what the pay of a holiday has to be, for who checks the employer's report.
void check_holiday_pay(const Known& known, Month month, DayNumber as_of, Told& told);
inline void check_holiday_pay(const Known&, Month, DayNumber, NotTold&) noexcept {}

}  // namespace fleks::history
