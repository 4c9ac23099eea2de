#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// LAS § 74 e stk. 3-5, ferieloven §§ 5-6: 25 days of a ferieår from 1/9 to 31/8, held until 31/12 after it, the oldest first.
// July 2024 has 23 weekdays, August 22, September 21, October 23, November 21.

namespace {

Case case_of() {
  Case c;
  c.first = c.last = 2024y / 7;
  c.employments.push_back({.id = "a", .employer = "a", .from = 2022y / 1 / 1});
  return c;
}
HolidayTaken held(Date first, Date last, FactRecord record = {}) {
  return {.record = std::move(record), .kind = HolidayTaken::Kind::paid, .employment = 0, .period = {first, last}};
}
/// The facts that more than 25 days are said of.
std::string beyond(const Case& c) {
  std::string all;
  for (const Error& e : problems(c)) {
    CHECK(e.code == ErrorCode::too_many_days);
    all += std::string(e.field.text()) + " ";
  }
  return all;
}

}  // namespace

TEST_CASE("LY-8: from September to December what is left of the year before goes first, and 25 days of the new one after") {
  Case c = case_of();
  c.holidays = {held(2024y / 7 / 1, 2024y / 7 / 26),     // 20 of the ferieår from September 2023
                held(2024y / 10 / 1, 2024y / 11 / 4),    // 25: the 5 that were left, and 20 of the ferieår from September 2024
                held(2024y / 11 / 5, 2024y / 11 / 11)};  // its last 5
  CHECK(beyond(c).empty());
  c.holidays.push_back(held(2024y / 11 / 12, 2024y / 11 / 12));
  CHECK(beyond(c) == "holidays[3].from ");
  // Of the same year there is nothing left in January either; the year before is lost by then.
  c.holidays.back() = held(2025y / 1 / 2, 2025y / 1 / 2);
  CHECK(beyond(c) == "holidays[3].from ");
  // What is held in August is of the year before alone: the sixth of 20 and 6.
  c.holidays = {held(2024y / 7 / 1, 2024y / 7 / 26), held(2024y / 8 / 5, 2024y / 8 / 12)};
  CHECK(beyond(c) == "holidays[1].from ");
  // On 1 September the next one begins.
  c.holidays[1] = held(2024y / 9 / 2, 2024y / 9 / 9);
  CHECK(beyond(c).empty());
}

TEST_CASE("LY-8: of the 25 days only those that hold are held: not what was corrected or withdrawn") {
  Case c = case_of();
  const Date june = 2024y / 6 / 1;
  c.holidays = {held(2024y / 7 / 1, 2024y / 8 / 2, {.id = "five weeks", .known = june}),
                held(2024y / 7 / 1, 2024y / 7 / 5, {.corrects = "five weeks", .known = june}), held(2024y / 8 / 5, 2024y / 8 / 30)};
  CHECK(beyond(c).empty());  // 5 + 20
  c.holidays[1].period.last = 2024y / 7 / 8;
  CHECK(beyond(c) == "holidays[2].from ");
  // A withdrawal has the days of what it withdraws, and is none itself.
  c.holidays[1] = held(2024y / 7 / 1, 2024y / 8 / 2, {.corrects = "five weeks", .withdrawn = true, .known = june});
  c.holidays[2] = held(2024y / 7 / 8, 2024y / 8 / 9);  // 25
  CHECK(beyond(c).empty());
}
