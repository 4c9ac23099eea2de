#include <doctest/doctest.h>

#include <set>
#include <string>

#include <fleks/values/public_holidays.hpp>

using namespace fleks;
using namespace std::chrono_literals;

namespace {

std::set<std::string> public_holidays(int year) {
  std::set<std::string> found;
  for (Date day{std::chrono::year{year} / 1 / 1}; int{day.year()} == year; day = day_after(day))
    if (is_public_holiday(day)) found.insert(to_text(day).substr(5));
  return found;
}

}  // namespace

// Lov om helligdage; lov 214/2023: no store bededag from 2024.
TEST_CASE("the Danish public holidays of a year") {
  CHECK(public_holidays(2023) ==
        std::set<std::string>{"01-01", "04-06", "04-07", "04-09", "04-10", "05-05", "05-18", "05-28", "05-29", "12-25", "12-26"});
  CHECK(public_holidays(2024) ==
        std::set<std::string>{"01-01", "03-28", "03-29", "03-31", "04-01", "05-09", "05-19", "05-20", "12-25", "12-26"});
  // The earliest and the latest Easter there can be, and one that the reckoning's exceptions are about.
  CHECK(public_holidays(2285).contains("03-22"));
  CHECK(public_holidays(2038).contains("04-25"));
  CHECK(public_holidays(1954).contains("04-18"));
  CHECK(public_holidays(2049).contains("04-18"));
  CHECK(!is_public_holiday(2024y / 6 / 5));
  CHECK(!is_public_holiday(2024y / 12 / 24));
  CHECK(!is_public_holiday(2024y / 12 / 31));
}
