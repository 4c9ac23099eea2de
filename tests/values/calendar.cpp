#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono;
using namespace std::string_view_literals;

TEST_CASE("months and dates are read strictly") {
  CHECK(parse_month("2024-03").value() == Month{year{2024}, March});
  CHECK(parse_date("2024-02-29").value() == Date{year{2024}, February, day{29}});
  for (const auto text : {"2024-3", "2024-13", "2024-00", "24-03", "2024/03", "2024-03-01", " 2024-03", "2024-03 ", "+024-03", "-024-03",
                          "1899-12", "0000-01", "2024-0x", "2024-+3", "2024 03"}) {
    CAPTURE(text);
    REQUIRE(!parse_month(text));
    CHECK(parse_month(text).error().code == ErrorCode::no_such_date);
  }
  for (const auto text : {"2023-02-29", "2024-02-30", "2024-04-31", "2024-1-02", "2024-01-2", "2024-01-00", "2024-01-32", "2100-02-29",
                          "2024-01-01T00", "2024-01", "01-01-2024", "1899-12-31", "2024-01- 1"}) {
    CAPTURE(text);
    REQUIRE(!parse_date(text));
    CHECK(parse_date(text).error().code == ErrorCode::no_such_date);
  }
  CHECK(parse_month("").error().code == ErrorCode::empty);
  CHECK(parse_date("").error().code == ErrorCode::empty);
  CHECK(!parse_month("2024-0\0"sv));
  CHECK(
      !parse_month("\xD9\xA1"
                   "24-03"));
  CHECK(parse_month("9999-12"));
  CHECK(parse_date("1900-01-01"));
}

TEST_CASE("every day from 1900 to 2100 is read as it is written") {
  for (sys_days day{year{1900} / 1 / 1}; day <= sys_days{year{2100} / 12 / 31}; day += std::chrono::days{1}) {
    const Date date{day};
    const auto read = parse_date(to_text(date));
    if (!read || *read != date) FAIL(to_text(date));
  }
}

TEST_CASE("weekdays are those a count day by day finds") {
  const sys_days begin{year{2015} / 12 / 25};
  for (int first = 0; first < 30; ++first) {
    int counted = 0;
    for (int length = 0; length < 120; ++length) {
      const sys_days end = begin + std::chrono::days{first + length};
      const auto today = weekday{end};
      counted += static_cast<int>(today != Saturday && today != Sunday);
      if (weekdays(Date{begin + std::chrono::days{first}}, Date{end}) != counted) FAIL(first << ' ' << length);
    }
  }
  CHECK(weekdays(Month{year{2024}, February}) == 21);
  CHECK(weekdays(Month{year{2021}, February}) == 20);
  CHECK(weekdays(Month{year{2024}, May}) == 23);
  CHECK(weekdays(Date{year{2024}, May, day{5}}, Date{year{2024}, May, day{4}}) == 0);
  CHECK(weekdays(Date{year{2024}, May, day{4}}, Date{year{2024}, May, day{5}}) == 0);
}

TEST_CASE("months follow each other over the year's end") {
  const Month december{year{2023}, December}, january{year{2024}, January};
  CHECK(month_after(december) == january);
  CHECK(month_before(january) == december);
  CHECK(last_day(Month{year{2024}, February}) == Date{year{2024}, February, day{29}});
  CHECK(day_after(Date{year{2023}, December, day{31}}) == Date{year{2024}, January, day{1}});
  CHECK(day_before(Date{year{2024}, March, day{1}}) == Date{year{2024}, February, day{29}});
}
