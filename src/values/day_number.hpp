#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include <fleks/values/calendar.hpp>

namespace fleks {

/// A day as a number: cheap to compare.
using DayNumber = std::int32_t;
inline constexpr DayNumber no_end = std::numeric_limits<DayNumber>::max();
[[nodiscard]] inline DayNumber number_of(Date date) noexcept {
  return static_cast<DayNumber>(std::chrono::sys_days{date}.time_since_epoch().count());
}
[[nodiscard]] inline Date date_of(DayNumber day) noexcept { return Date{std::chrono::sys_days{std::chrono::days{day}}}; }

inline constexpr int days_a_week = 7, longest_month = 31, longest_year = 366, months_in_a_year = 12;

[[nodiscard]] constexpr int number_of(Month month) noexcept {
  return int{month.year()} * months_in_a_year + static_cast<int>(unsigned{month.month()}) - 1;
}
[[nodiscard]] inline Month month_at(int number) noexcept {
  return std::chrono::year{number / months_in_a_year} / std::chrono::month{static_cast<unsigned>(number % months_in_a_year) + 1};
}
[[nodiscard]] constexpr int days_in(Month month) noexcept { return static_cast<int>(unsigned{last_day(month).day()}); }
/// That day of the month, or its last where it has none: a month after 31 January ends with February.
[[nodiscard]] inline Date day_of(Month month, std::chrono::day day) noexcept { return std::min(Date{month / day}, last_day(month)); }

/// The calendar week of a day as a number: it begins on Monday, and the one after has the next number.
[[nodiscard]] constexpr std::int32_t week_of(DayNumber day) noexcept {
  const DayNumber since_monday = day + 3;  // 1 January 1970 was a Thursday
  return since_monday / days_a_week - static_cast<std::int32_t>(since_monday % days_a_week < 0);
}
/// The Monday of such a week.
[[nodiscard]] constexpr DayNumber monday_of(std::int32_t week) noexcept { return week * days_a_week - 3; }

/// Days from the first to the last, both counted.
struct Stretch {
  DayNumber first = 0, last = no_end;
  [[nodiscard]] constexpr bool has(DayNumber day) const noexcept { return first <= day && day <= last; }
};

/// The days of one month as bits: bit 0 is the first.
using DaySet = std::uint32_t;

[[nodiscard]] inline DaySet days_in(Month month, Stretch days) noexcept {
  const DayNumber begin = number_of(first_day(month));
  const int length = days_in(month);
  if (days.last < begin || days.first > begin + length - 1 || days.last < days.first) return 0;
  const int from = std::max(0, days.first - begin),
            to = std::min(length - 1, static_cast<int>(std::min<std::int64_t>(std::int64_t{days.last} - begin, length)));
  const DaySet up_to = to == longest_month - 1 ? 0x7FFF'FFFFU : (1U << (to + 1)) - 1;
  return up_to & ~((1U << from) - 1);
}

/// Monday to Friday.
[[nodiscard]] inline DaySet weekdays_of(Month month) noexcept {
  constexpr std::uint64_t weeks = 0xF9'F3E7'CF9F;  // five days of seven, six weeks from a Monday
  const unsigned start = std::chrono::weekday{std::chrono::sys_days{first_day(month)}}.iso_encoding() - 1;  // Monday 0
  return static_cast<DaySet>(weeks >> start) & ((1U << days_in(month)) - 1);
}

/// The day of a bit.
[[nodiscard]] inline Date day_at(Month month, int bit) noexcept { return Date{month / std::chrono::day{static_cast<unsigned>(bit) + 1}}; }

}  // namespace fleks
