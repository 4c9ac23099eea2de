#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <fleks/errors/result.hpp>

namespace fleks {

/// A month of a year. Example: `2024y / 3`.
using Month = std::chrono::year_month;
/// A day.
using Date = std::chrono::year_month_day;

/// Reads a month, strictly `YYYY-MM`, 1900 to 9999. Example: `parse_month("2024-3")` is an error.
[[nodiscard]] Result<Month> parse_month(std::string_view text);
/// Reads a day that exists, strictly `YYYY-MM-DD`. Example: `parse_date("2024-02-30")` is an error.
[[nodiscard]] Result<Date> parse_date(std::string_view text);

/// Example: `2024-03`.
[[nodiscard]] std::string to_text(Month month);
/// Example: `2024-03-01`.
[[nodiscard]] std::string to_text(Date date);

/// The month before.
[[nodiscard]] constexpr Month month_before(Month month) noexcept {
  // Asked for with every month that is computed: without the division of `std::chrono`.
  if (month.month() == std::chrono::January) return (month.year() - std::chrono::years{1}) / std::chrono::December;
  return month.year() / std::chrono::month{unsigned{month.month()} - 1};
}
/// The month after.
[[nodiscard]] constexpr Month month_after(Month month) noexcept { return month + std::chrono::months{1}; }
/// The first day of a month.
[[nodiscard]] constexpr Date first_day(Month month) noexcept { return month / std::chrono::day{1}; }
/// The last day of a month.
[[nodiscard]] constexpr Date last_day(Month month) noexcept { return Date{month / std::chrono::last}; }
/// The month of a day.
[[nodiscard]] constexpr Month month_of(Date date) noexcept { return date.year() / date.month(); }
/// The day after.
[[nodiscard]] constexpr Date day_after(Date date) noexcept { return Date{std::chrono::sys_days{date} + std::chrono::days{1}}; }
/// The day before.
[[nodiscard]] constexpr Date day_before(Date date) noexcept { return Date{std::chrono::sys_days{date} - std::chrono::days{1}}; }

/// Weekdays (*hverdage*, Monday to Friday, public holidays included) from `first` to `last`, both counted;
/// 0 when `last` is before `first`. Example: February 2024 has 21.
[[nodiscard]] int weekdays(Date first, Date last) noexcept;
/// All weekdays, Monday to Friday, of a month.
[[nodiscard]] inline int weekdays(Month month) noexcept { return weekdays(first_day(month), last_day(month)); }

}  // namespace fleks
