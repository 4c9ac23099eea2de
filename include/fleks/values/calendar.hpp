#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <fleks/errors/result.hpp>

namespace fleks {

using Month = std::chrono::year_month;
using Date = std::chrono::year_month_day;

/// Reads a month, strictly `YYYY-MM`, 1900 to 9999. Example: `parse_month("2024-3")` is an error.
[[nodiscard]] Result<Month> parse_month(std::string_view text);
/// Reads a day that exists, strictly `YYYY-MM-DD`. Example: `parse_date("2024-02-30")` is an error.
[[nodiscard]] Result<Date> parse_date(std::string_view text);

[[nodiscard]] std::string to_text(Month month);
[[nodiscard]] std::string to_text(Date date);

[[nodiscard]] constexpr Month month_before(Month month) noexcept { return month - std::chrono::months{1}; }
[[nodiscard]] constexpr Month month_after(Month month) noexcept { return month + std::chrono::months{1}; }
[[nodiscard]] constexpr Date first_day(Month month) noexcept { return month / std::chrono::day{1}; }
[[nodiscard]] constexpr Date last_day(Month month) noexcept { return Date{month / std::chrono::last}; }
[[nodiscard]] constexpr Month month_of(Date date) noexcept { return date.year() / date.month(); }
[[nodiscard]] constexpr Date day_after(Date date) noexcept { return Date{std::chrono::sys_days{date} + std::chrono::days{1}}; }
[[nodiscard]] constexpr Date day_before(Date date) noexcept { return Date{std::chrono::sys_days{date} - std::chrono::days{1}}; }

/// Weekdays (*hverdage*, Monday to Friday, public holidays included) from `first` to `last`, both counted;
/// 0 when `last` is before `first`. Example: February 2024 has 21.
[[nodiscard]] int weekdays(Date first, Date last) noexcept;
[[nodiscard]] inline int weekdays(Month month) noexcept { return weekdays(first_day(month), last_day(month)); }

}  // namespace fleks
