#include <doctest/doctest.h>

#include "values/day_number.hpp"

// The weekdays of a month as bits, beside the calendar's own day of the week.

TEST_CASE("the weekdays of every month of three hundred years") {
  using namespace fleks;
  std::int64_t wrong = 0;
  for (Month month = std::chrono::year{1850} / 1; month <= std::chrono::year{2149} / 12; month += std::chrono::months{1}) {
    DaySet expected = 0;
    for (int bit = 0; bit < days_in(month); ++bit) {
      const std::chrono::weekday day{std::chrono::sys_days{day_at(month, bit)}};
      if (day != std::chrono::Saturday && day != std::chrono::Sunday) expected |= 1U << bit;
    }
    wrong += weekdays_of(month) != expected;
  }
  CHECK(wrong == 0);
}
