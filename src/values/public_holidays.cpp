#include <fleks/values/public_holidays.hpp>

#include <algorithm>
#include <array>

#include <date/date.h>

namespace fleks {
namespace {

/// Easter Day by the Gregorian reckoning (Meeus, Jones and Butcher).
date::sys_days easter(int year) noexcept {
  const int golden = year % 19, century = year / 100, of_century = year % 100;
  const int corrected = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - corrected + 15) % 30;
  const int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int from_march = epact + to_sunday - 7 * late + 114;
  return date::sys_days{date::year{year} / (from_march / 31) / (from_march % 31 + 1)};
}

/// From Easter Day: Maundy Thursday, Good Friday, Easter Day and Monday, Ascension Day, Whit Sunday and Monday.
constexpr std::array from_easter{-3, -2, 0, 1, 39, 49, 50};
constexpr int store_bededag = 26, last_year_of_store_bededag = 2023;

}  // namespace

bool is_public_holiday(Date day) noexcept {
  const int year = int{day.year()};
  const unsigned month = unsigned{day.month()}, of_month = unsigned{day.day()};
  if ((month == 1 && of_month == 1) || (month == 12 && (of_month == 25 || of_month == 26))) return true;
  const date::sys_days here{date::year{year} / static_cast<int>(month) / static_cast<int>(of_month)};
  const auto days = (here - easter(year)).count();
  if (days == store_bededag) return year <= last_year_of_store_bededag;
  return std::find(from_easter.begin(), from_easter.end(), days) != from_easter.end();
}

}  // namespace fleks
