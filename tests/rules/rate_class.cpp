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
  const auto ends = [](Date first, Date second, std::vector<Stretch> jobs = {}) {
    return right_ends(std::vector{number_of(first), number_of(second)}, jobs, number_of(Date{2025y / 12 / 31}));
  };
  CHECK(ends(2024y / 3 / 4, 2025y / 3 / 3) == number_of(Date{2025y / 3 / 3}));
  CHECK(ends(2024y / 3 / 4, 2025y / 3 / 4) == no_end);
  CHECK(ends(2025y / 3 / 3, 2024y / 3 / 4) == number_of(Date{2025y / 3 / 3}));  // whatever their order
  CHECK(right_ends({}, {}, number_of(Date{2025y / 12 / 31})) == no_end);
  CHECK(right_ends(std::vector{number_of(Date{2024y / 3 / 4})}, {}, number_of(Date{2025y / 12 / 31})) == no_end);
}

// LY-14 (LAS §§ 74 c, 104)
TEST_CASE("LY-14: months on ledighedsydelse since the last fleksjob, and of the last 24") {
  const auto count = [](int from, int job) { return benefit_months(100, from, [&](int m) { return MonthOnBenefit{m != job, m == job}; }); };
  CHECK(count(90, -1).since == 11);
  CHECK(!count(90, -1).review_due());
  CHECK(count(89, -1).review_due());
  CHECK(count(95, 97).since == 3);
  CHECK(count(95, 97).of_window == 5);
  CHECK(count(0, -1).of_window == 24);
  CHECK(count(83, -1).long_term());
  CHECK(!count(84, -1).long_term());
}
