#include <fleks/values/calendar.hpp>

#include <date/date.h>

#include <bit>
#include <cstdio>

namespace fleks {
namespace {

Error no_such_date(std::string_view text, Form form) {
  return Error{
      .code = text.empty() ? ErrorCode::empty : ErrorCode::no_such_date, .given = std::string(text.substr(0, 60)), .allowed = form};
}

// date::parse takes one-digit fields, signs and trailing text, and a stream costs more than a month's calculation:
// the form is checked here, and only whether the day exists is asked of date.
bool has_form(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '-' ? text[i] != '-' : !digit) return false;
  }
  return true;
}

/// Up to four digits as a number.
int digits(std::string_view text) {
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

std::string padded(int year, unsigned month) {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u", year, month);
  return text;
}

}  // namespace

Result<Month> parse_month(std::string_view text) {
  if (!has_form(text, "YYYY-MM")) return no_such_date(text, Form::month);
  const date::year_month month = date::year{digits(text.substr(0, 4))} / digits(text.substr(5, 2));
  if (!month.ok() || int{month.year()} < 1900) return no_such_date(text, Form::month);
  return Month{std::chrono::year{int{month.year()}}, std::chrono::month{unsigned{month.month()}}};
}

Result<Date> parse_date(std::string_view text) {
  if (!has_form(text, "YYYY-MM-DD")) return no_such_date(text, Form::date);
  const date::year_month_day day = date::year{digits(text.substr(0, 4))} / digits(text.substr(5, 2)) / digits(text.substr(8, 2));
  if (!day.ok() || int{day.year()} < 1900) return no_such_date(text, Form::date);
  return Date{std::chrono::year{int{day.year()}}, std::chrono::month{unsigned{day.month()}}, std::chrono::day{unsigned{day.day()}}};
}

std::string to_text(Month month) { return padded(int{month.year()}, unsigned{month.month()}); }

std::string to_text(Date date) {
  char day[8];
  std::snprintf(day, sizeof day, "-%02u", unsigned{date.day()});
  return padded(int{date.year()}, unsigned{date.month()}) + day;
}

int weekdays(Date first, Date last) noexcept {
  const std::chrono::sys_days from{first}, to{last};
  if (to < from) return 0;
  constexpr unsigned two_weeks = 0xF9F;  // five days of seven, from a Monday
  const auto days = static_cast<unsigned>((to - from).count()) + 1;
  const unsigned start = std::chrono::weekday{from}.iso_encoding() - 1;  // Monday 0
  return static_cast<int>(days / 7 * 5) + std::popcount((two_weeks >> start) & ((1U << days % 7) - 1));
}

}  // namespace fleks
