#include "rules/first_month.hpp"

#include <doctest/doctest.h>

#include "rules/part_of_month.hpp"
#include "rules/pension_age.hpp"

using namespace fleks;
using namespace fleks::law;
using namespace std::chrono_literals;

namespace {

Stretch job(Date first, Date last = 2030y / 1 / 1) { return {number_of(first), number_of(last)}; }

}  // namespace

// FLT-20 (BEK-FLT § 4 stk. 2): the first month of a job rests on its own wage, later ones on the month before.
TEST_CASE("FLT-20, FLT-1: the first month of a job rests on its own wage, the next on the wage of the month before") {
  const Stretch whole = job(2024y / 4 / 1);
  CHECK(rests_on_own_month(2024y / 4, whole, AfterPartMonth::by_law));
  CHECK(!rests_on_own_month(2024y / 5, whole, AfterPartMonth::by_law));
  CHECK(!rests_on_own_month(2024y / 6, whole, AfterPartMonth::regulated));
}

// FLT-20: until a whole month's wage is known; from 1/7 2017, before it the first month only.
TEST_CASE("FLT-20: after a first month that the job covers only in part the next rests on its own wage, from July 2017") {
  const Stretch part = job(2024y / 4 / 15);
  CHECK(rests_on_own_month(2024y / 5, part, AfterPartMonth::by_law));
  CHECK(!rests_on_own_month(2024y / 6, part, AfterPartMonth::by_law));
  CHECK(!rests_on_own_month(2024y / 5, part, AfterPartMonth::as_paid));
  // The month after July 2017's eve: June by the old order, July by the new.
  CHECK(!rests_on_own_month(2017y / 6, job(2017y / 5 / 15), AfterPartMonth::by_law));
  CHECK(rests_on_own_month(2017y / 6, job(2017y / 5 / 15), AfterPartMonth::regulated));
  CHECK(rests_on_own_month(2017y / 7, job(2017y / 6 / 15), AfterPartMonth::by_law));
  // 1 September 2024 is a Sunday: from Monday the 2nd every weekday is covered.
  CHECK(!rests_on_own_month(2024y / 10, job(2024y / 9 / 2), AfterPartMonth::by_law));
  CHECK(rests_on_own_month(2024y / 10, job(2024y / 9 / 3), AfterPartMonth::by_law));
}

// FLT-13 (BEK-FLT § 2 stk. 2): 260/12 days a month from 1/4 2022, before it the weekdays of the month.
TEST_CASE("FLT-13: the part of a month that a job covers") {
  struct Row {
    Month month;
    int weekdays;
    Exact part;
  };
  for (const Row& row :
       {Row{2024y / 4, 12, Exact::ratio(144, 260)}, Row{2024y / 4, 22, Exact::whole(1)}, Row{2024y / 4, 21, Exact::ratio(252, 260)},
        Row{2024y / 4, 0, Exact{}},
        // 23 weekdays, of which 22 are more than the text's month has
        Row{2024y / 7, 22, Exact::whole(1)}, Row{2022y / 3, 12, Exact::ratio(12, 23)}, Row{2022y / 4, 12, Exact::ratio(144, 260)}}) {
    CAPTURE(to_text(row.month));
    CAPTURE(row.weekdays);
    CHECK(part_of_month(row.weekdays, row.month) == row.part);
  }
}

// FLT-23 (lov om social pension § 1 a): both sides of each limit.
TEST_CASE("FLT-23: the state pension age by the day of birth") {
  struct Row {
    Date birth, age;
  };
  for (const Row& row : {Row{1953y / 12 / 31, 2018y / 12 / 31}, Row{1954y / 1 / 1, 2019y / 7 / 1}, Row{1954y / 6 / 30, 2019y / 12 / 30},
                         Row{1954y / 7 / 1, 2020y / 7 / 1}, Row{1954y / 12 / 31, 2020y / 12 / 31}, Row{1955y / 1 / 1, 2021y / 7 / 1},
                         Row{1955y / 6 / 30, 2021y / 12 / 30}, Row{1955y / 7 / 1, 2022y / 7 / 1}, Row{1962y / 12 / 31, 2029y / 12 / 31},
                         Row{1963y / 1 / 1, 2031y / 1 / 1}, Row{1966y / 12 / 31, 2034y / 12 / 31}, Row{1967y / 1 / 1, 2036y / 1 / 1},
                         // a month without that day ends with its last
                         Row{1954y / 2 / 28, 2019y / 8 / 28}, Row{1955y / 3 / 31, 2021y / 9 / 30}}) {
    CAPTURE(to_text(row.birth));
    CHECK(day_of_pension_age(row.birth) == row.age);
  }
}

TEST_CASE("FLT-23: the right ends with the month of pension or pension age, whichever is first; nothing is assumed") {
  CHECK(!first_month_without_right({}, {}));
  CHECK(first_month_without_right(Date{1955y / 7 / 1}, {}) == Month{2022y / 8});
  CHECK(first_month_without_right({}, Date{2021y / 3 / 31}) == Month{2021y / 4});
  CHECK(first_month_without_right(Date{1955y / 7 / 1}, Date{2021y / 3 / 1}) == Month{2021y / 4});
  CHECK(first_month_without_right(Date{1955y / 7 / 1}, Date{2023y / 3 / 1}) == Month{2022y / 8});
}
