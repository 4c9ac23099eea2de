#pragma once

#include <optional>

#include "history/known.hpp"
#include "history/told.hpp"

namespace fleks::history {

/// Whether a holiday holds: known, not corrected, and no better source says otherwise of its days (BEK-FLT § 14).
[[nodiscard]] bool holiday_counts(const Known& known, std::size_t index, DayNumber as_of) noexcept;
/// The days of a holiday that lie in a month.
[[nodiscard]] Days holiday_days_in(const HolidayTaken& holiday, Month month) noexcept;
/// Whether any of its days do.
[[nodiscard]] inline bool touches(const HolidayTaken& holiday, Month month) noexcept {
  return month_of(holiday.period.first) <= month && month <= month_of(holiday.period.last);
}

/// LY-11: weekdays of a month on which holiday on ledighedsydelse is paid for: without public holidays, by the option.
[[nodiscard]] DaySet payable_holidays(const Known& known, Month month) noexcept;
/// LY-11: the days of a month that are paid for as holiday on ledighedsydelse in a fleksjob.
[[nodiscard]] DaySet holidays_on_benefit_in_job(const Known& known, Month month, DayNumber as_of) noexcept;
/// LY-11: the days of a holiday on ledighedsydelse within `days` of the month: those that are stated, at most those there are.
[[nodiscard]] Days days_on_benefit_within(const Known& known, const HolidayTaken& holiday, Month month, DaySet days) noexcept;
/// LY-11: of a holiday on ledighedsydelse in a fleksjob, only the days within the job.
[[nodiscard]] Days holiday_days_in_job(const Known& known, const HolidayTaken& holiday, Month month, DayNumber as_of) noexcept;
/// LY-8, LY-11: the days of a holiday that are taken from the account of its kind.
[[nodiscard]] Days days_of_account(const Known& known, const HolidayTaken& holiday, Month month, DayNumber as_of) noexcept;
/// LY-9: weekdays of the month on which earned holiday stands that was not taken, where whole days of it do.
[[nodiscard]] DaySet untaken_days(const Known& known, Month month, DayNumber as_of) noexcept;
/// FLT-22: whether a month has holiday in a fleksjob on ledighedsydelse or feriegodtgørelse.
[[nodiscard]] bool has_holiday_without_pay(const Known& known, Month month, DayNumber as_of) noexcept;

/// FLT-15, LY-9: feriegodtgørelse of one day of a holiday: as stated, or what the job's records have earned in the ferieår,
/// by its days; nothing when a month of it is not known, so that it cannot be told.
[[nodiscard]] std::optional<Exact> allowance_a_day(const Known& known, const HolidayTaken& holiday, Month month, DayNumber as_of);
/// What is missing where it cannot be told.
[[nodiscard]] MissingFact missing_holiday_pay(const Known& known, std::size_t index, Month month) noexcept;

/// FERIE-4 and FERIE-6: what the pay of a holiday has to be, for who checks the employer's report.
void check_holiday_pay(const Known& known, Month month, DayNumber as_of, Told& told);
inline void check_holiday_pay(const Known&, Month, DayNumber, NotTold&) noexcept {}

/// LY-11: the first holiday on ledighedsydelse in a fleksjob of more days than are left when what is earned with pay goes
/// first, with the account; everything known.
[[nodiscard]] std::optional<Error> claimed_beyond(const Known& known);

}  // namespace fleks::history
