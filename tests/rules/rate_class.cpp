#include "rules/rate_class.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "rules/long_term.hpp"
#include "rules/sanctions.hpp"

using namespace fleks;
using namespace fleks::law;
using namespace std::chrono_literals;

namespace {

Stretch days(Date first, Date last) { return {number_of(first), number_of(last)}; }

}  // namespace

// LY-2 (LAS § 74 a stk. 4): 9 months of fleksjob within the last 18.
TEST_CASE("LY-2: months of fleksjob within the 18 before a day, jobs that follow one another taken together") {
  struct Row {
    std::vector<Stretch> jobs;
    int months;
  };
  const DayNumber day = number_of(Date{2024y / 7 / 1});  // the window begins on 1 January 2023
  for (const Row& row : {Row{{}, 0}, Row{{days(2023y / 10 / 1, 2024y / 6 / 30)}, 9}, Row{{days(2023y / 10 / 2, 2024y / 6 / 30)}, 8},
                         Row{{days(2020y / 1 / 1, 2023y / 1 / 31)}, 1}, Row{{days(2020y / 1 / 1, 2022y / 12 / 31)}, 0},
                         // without a day between them
                         Row{{days(2023y / 10 / 1, 2024y / 1 / 15), days(2024y / 1 / 16, 2024y / 6 / 30)}, 9},
                         // 3 months and 15 days, and 5 months and 15 days: the days make one month more
                         Row{{days(2023y / 9 / 1, 2023y / 12 / 15), days(2024y / 1 / 16, 2024y / 6 / 30)}, 9},
                         // side by side is once
                         Row{{days(2023y / 10 / 1, 2024y / 6 / 30), days(2023y / 11 / 1, 2024y / 3 / 31)}, 9},
                         Row{{Stretch{number_of(Date{2020y / 1 / 1}), no_end}}, 18}}) {
    CAPTURE(row.jobs.size());
    CHECK(fleksjob_months_before(row.jobs, day) == row.months);
  }
}

// LY-12 (LAS § 77): a second sanction within 12 months.
TEST_CASE("LY-12: a second sanction within 12 months ends the right, and not a day later") {
  constexpr DayNumber until = 30'000;
  const auto ends = [](Date first, Date second) {
    const auto lost = lost_rights(std::vector{number_of(first), number_of(second)}, {}, until);
    return lost.empty() ? no_end : lost.front().first;
  };
  CHECK(ends(2024y / 3 / 4, 2025y / 3 / 3) == number_of(Date{2025y / 3 / 3}));
  CHECK(ends(2024y / 3 / 4, 2025y / 3 / 4) == no_end);
  CHECK(ends(2025y / 3 / 3, 2024y / 3 / 4) == number_of(Date{2025y / 3 / 3}));  // whatever their order
  CHECK(lost_rights({}, {}, until).empty());
  CHECK(lost_rights(std::vector{number_of(Date{2024y / 3 / 4})}, {}, until).empty());
}

TEST_CASE("LY-12: a lost right is regained by nine months of fleksjob within 18 after the loss, and by nothing less") {
  constexpr DayNumber until = 30'000;
  const std::vector sanctions{number_of(Date{2024y / 1 / 8}), number_of(Date{2024y / 3 / 4})};
  const auto last_day_lost = [&](std::vector<Stretch> jobs) {
    const auto lost = lost_rights(sanctions, jobs, until);
    REQUIRE(lost.size() == 1);
    CHECK(lost[0].first == sanctions[1]);
    return lost[0].last;
  };
  CHECK(last_day_lost({}) == no_end);
  // A new job alone does not give it back: nine months of it do (eight and 30 days, as LY-2 counts), the day after them.
  CHECK(last_day_lost({days(2024y / 4 / 1, 2024y / 12 / 29)}) == no_end);
  CHECK(last_day_lost({days(2024y / 4 / 1, 2024y / 12 / 30)}) == number_of(Date{2024y / 12 / 30}));
  CHECK(last_day_lost({Stretch{number_of(Date{2024y / 4 / 1}), no_end}}) == number_of(Date{2024y / 12 / 30}));
  // Months before the loss are not counted.
  CHECK(last_day_lost({days(2023y / 1 / 1, 2024y / 3 / 3)}) == no_end);
  // Four and five months with a year between them are not within 18.
  CHECK(last_day_lost({days(2024y / 4 / 1, 2024y / 7 / 31), days(2025y / 8 / 1, 2025y / 12 / 31)}) == no_end);
  CHECK(last_day_lost({days(2024y / 4 / 1, 2024y / 7 / 31), days(2024y / 12 / 1, 2025y / 4 / 30)}) == number_of(Date{2025y / 4 / 30}));
  // Lost once more after it was regained.
  std::vector again = sanctions;
  again.push_back(number_of(Date{2025y / 2 / 3}));
  CHECK(lost_rights(again, std::vector{days(2024y / 4 / 1, 2024y / 12 / 31)}, until).size() == 2);
}

// LY-14 (LAS §§ 74 c, 104)
TEST_CASE("LY-14: months on ledighedsydelse since the last fleksjob, and of the last 24") {
  const auto count = [](int from, int job) { return benefit_months(100, from, [&](int m) { return MonthOnBenefit{m != job, m == job}; }); };
  CHECK(count(90, -1).since == 11);
  CHECK(!count(90, -1).review_due());
  CHECK(count(89, -1).review_due());
  // 12 within 18: a month in a fleksjob between them does not begin anew.
  CHECK(count(88, 95).review_due());
  CHECK(!count(89, 95).review_due());
  CHECK(count(95, 97).since == 3);
  CHECK(count(95, 97).of_window == 5);
  CHECK(count(0, -1).of_window == 24);
  CHECK(count(83, -1).long_term());
  CHECK(!count(84, -1).long_term());
}
