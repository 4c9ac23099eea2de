#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

namespace {

Case read(const std::string& text) {
  const CaseReading reading = read_case(text);
  for (const Error& e : reading.errors) MESSAGE(message(e, Language::english));
  REQUIRE(reading.good());
  return reading.facts;
}
std::vector<CaseMonth> months(const std::string& text, CaseQuestion question = {}) {
  return case_statement(read(text), RateTable::embedded(), question).value().months;
}
std::string days(const Exact& x) { return to_text(x, 4); }

}  // namespace

// ferieloven §§ 5-6; LAS § 74 e.
TEST_CASE("FERIE-1, LY-11: holiday earned, held and left, the year before first until 31 December") {
  const auto m = months(R"({"from": "2024-08", "to": "2025-01", "employments": [{"id": "a", "from": "2023-09-01"}],
    "holidays": [{"kind": "paid", "from": "2024-07-01", "to": "2024-07-12"}, {"kind": "paid", "from": "2024-10-14", "to": "2024-10-18"}]})");
  CHECK(days(m[0].holiday.earned_with_pay) == "25");
  CHECK(days(m[0].holiday.held_with_pay) == "10");
  CHECK(days(m[0].holiday.left_with_pay) == "15");
  CHECK(days(m[0].holiday.left_on_benefit) == "0");
  CHECK(days(m[1].holiday.earned_with_pay) == "2.08");
  CHECK(days(m[1].holiday.left_of_year_before) == "15");
  CHECK(days(m[2].holiday.left_of_year_before) == "10");
  CHECK(days(m[2].holiday.held_with_pay) == "0");
  CHECK(days(m[4].holiday.left_of_year_before) == "10");
  CHECK(days(m[5].holiday.left_of_year_before) == "0");  // lost
  CHECK(days(m[5].holiday.earned_with_pay) == "10.4");
  CHECK(days(m[5].holiday.left_on_benefit) == "14.6");
}

// LAS § 74 e stk. 3-5: 2,08 days a month, 25 together with those that are paid.
TEST_CASE("LY-8: holiday earned on ledighedsydelse, at most 25 days with the paid ones") {
  const auto m = months(R"({"from": "2024-08", "to": "2024-08", "employments": [{"id": "a", "from": "2023-01-01", "to": "2024-02-29"}],
    "ledighedsydelse": [{"from": "2024-03-01", "class": "full"}], "holidays": [{"kind": "ledighedsydelse", "from": "2024-07-01", "to": "2024-07-05"}]})");
  CHECK(days(m[0].holiday.earned_with_pay) == "12.48");
  CHECK(days(m[0].holiday.earned_on_benefit) == "12.48");
  CHECK(days(m[0].holiday.held_on_benefit) == "5");
  CHECK(days(m[0].holiday.left_on_benefit) == "7.48");
}

TEST_CASE("LY-14: the month in which the first period begins is counted, where it begins on its first weekday") {
  const auto m = months(R"({"from": "2024-02", "to": "2024-03", "employments": [],
    "ledighedsydelse": [{"from": "2024-03-01", "class": "full"}]})");
  CHECK(m[0].benefit_months == 0);
  CHECK(m[1].benefit_months == 1);
  CHECK(m[1].benefit_months_of_24 == 1);
}

// guidance; the case report's target group.
TEST_CASE("LY-14: whole months since the last fleksjob, and within 24") {
  const auto m = months(R"({"from": "2024-01", "to": "2025-08", "employments": [{"id": "a", "from": "2023-01-01", "to": "2023-12-15"}],
    "ledighedsydelse": [{"from": "2023-12-16", "class": "full"}]})");
  CHECK(m[0].benefit_months == 1);
  CHECK(m[10].benefit_months == 11);
  CHECK(!m[10].review_due);
  CHECK(m[11].review_due);
  CHECK(m[16].benefit_months_of_24 == 17);
  CHECK(!m[16].long_term);
  CHECK(m[17].long_term);
  // A fleksjob in between: the 24 months are those up to and with the one that is told, no more and no fewer.
  const auto twice = months(R"({"from": "2025-12", "to": "2026-02", "employments": [{"id": "a", "from": "2024-11-01", "to": "2025-05-31"}],
    "ledighedsydelse": [{"from": "2024-01-01", "to": "2024-10-31", "class": "full"}, {"from": "2025-06-01", "class": "full"}]})");
  CHECK(twice[0].benefit_months_of_24 == 17);
  CHECK(twice[1].benefit_months == 8);
  CHECK(twice[1].benefit_months_of_24 == 17);
  CHECK(!twice[1].long_term);
}

// LAS § 74 c stk. 1.
TEST_CASE("LY-14: a month with days in maternity or bereavement is not a whole one on ledighedsydelse, one with sickness is") {
  const auto march = [](const std::string& kind) {
    return months(R"({"from": "2024-03", "to": "2024-03", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
      "daily_benefits": [{"kind": ")" +
                  kind + R"(", "from": "2024-02-05", "to": "2024-02-09", "amount": 1000}]})")[0];
  };
  for (const char* leave : {"maternity", "bereavement"}) {
    CAPTURE(leave);
    CHECK(march(leave).benefit_months == 2);
    CHECK(march(leave).benefit_months_of_24 == 2);
  }
  CHECK(march("sickness").benefit_months == 3);
}

TEST_CASE("FERIE-1, LY-8: any job earns with pay, ledighedsydelse before any job earns too, and a corrected holiday is not held") {
  const auto m = months(R"({"from": "2024-08", "to": "2024-09", "employments": [{"id": "o", "kind": "other", "from": "2024-09-01"}],
    "ledighedsydelse": [{"from": "2023-09-01", "class": "full"}], "holidays": [{"id": "h", "kind": "ledighedsydelse", "from": "2024-07-01", "to": "2024-07-05"},
      {"corrects": "h", "kind": "ledighedsydelse", "from": "2024-07-01", "to": "2024-07-02"}]})");
  CHECK(days(m[0].holiday.earned_with_pay) == "0");
  CHECK(days(m[0].holiday.earned_on_benefit) == "25");
  CHECK(days(m[0].holiday.held_on_benefit) == "2");
  CHECK(days(m[0].holiday.left_on_benefit) == "23");
  CHECK(days(m[1].holiday.earned_with_pay) == "2.08");
}

TEST_CASE("LY-11: what is left on ledighedsydelse is that of a fleksjob where the month's last day is in one") {
  const auto march = [](const std::string& job, const std::string& periods) {
    return days(months(R"({"from": "2024-03", "to": "2024-03", "employments": [{"id": "a", )" + job + R"(}], "ledighedsydelse": [)" +
                       periods + "]}")[0]
                    .holiday.left_on_benefit);
  };
  const std::string until_march = R"({"from": "2024-01-01", "to": "2024-02-29", "class": "full"})";
  CHECK(march(R"("from": "2024-03-31")", R"({"from": "2024-01-01", "to": "2024-03-30", "class": "full"})") == "24.93");  // 25 - 0,07
  CHECK(march(R"("from": "2024-03-01", "to": "2024-03-31")", until_march) == "22.92");                                   // 25 - 2,08
  // 2 × 2,08 + 0,07 on ledighedsydelse
  CHECK(march(R"("from": "2024-03-01", "to": "2024-03-30")", until_march + R"(, {"from": "2024-03-31", "class": "full"})") == "4.23");
}

// LAS § 77 a.
TEST_CASE("LY-12: the days of a sanction, and the end of the right until a new fleksjob") {
  const std::string start = R"({"from": "2024-02", "to": "2024-12", "employments": [{"id": "a", "from": "2024-11-01"}],
    "ledighedsydelse": [{"from": "2024-01-01", "to": "2024-10-31", "class": "full"}], "sanctions": [{"date": "2024-02-19"})";
  const auto one = months(start + "]}");
  REQUIRE(one[0].days.size() == 2 + 2);  // ledighedsydelse, sanction, a weekend, sanction
  CHECK(one[0].days[1].on == Living::sanction);
  CHECK(to_text(one[0].days[1].days.first) == "2024-02-19");
  const auto two = months(start + R"(, {"date": "2025-02-18"}]})");
  CHECK(two[9].payout == one[9].payout);
  const auto ended = months(start + R"(, {"date": "2024-08-01"}]})");
  CHECK(ended[6].payout == Money{});
  CHECK(ended[8].days.front().on == Living::right_ended);
  CHECK(ended[10].in_fleksjob);
}

TEST_CASE("a wage that has not been reported is unknown, whichever job it is missing from") {
  const auto m =
      months(R"({"from": "2024-03", "to": "2024-03", "employments": [{"id": "a", "from": "2024-01-01"}, {"id": "b", "from": "2024-01-01"}],
    "wages": [{"employment": "a", "from": "2024-02-01", "to": "2024-02-29", "am_income": "5000"}]})");
  CHECK(m[0].status == MonthStatus::unknown);
  CHECK(!m[0].subsidy);
  REQUIRE(m[0].missing.size() == 1);
  CHECK(m[0].missing[0] == MissingFact{MissingFact::Kind::wage, 1, 2024y / 2, true});
}

TEST_CASE("the end of a job counts from the day it is known") {
  const std::string text =
      R"({"from": "2024-03", "to": "2024-05", "employments": [{"id": "a", "from": "2024-01-01", "to": "2024-03-31", "end_known": "2024-05-10"}]})";
  CHECK(months(text, {.as_of = Date{2024y / 5 / 1}})[2].in_fleksjob);
  CHECK(!months(text, {.as_of = Date{2024y / 5 / 10}})[2].in_fleksjob);
}

TEST_CASE("the last day on which something became known is the last of all facts, a job's end and a settled correction") {
  CHECK(last_known(Case{}) == Date{});
  const std::string start = R"({"from": "2024-03", "to": "2024-05", "employments": [{"id": "a", "from": "2024-01-01", "to": "2024-03-31")";
  CHECK(to_text(last_known(read(start + "}]}"))) == "2024-03-31");
  CHECK(to_text(last_known(read(start + R"(, "end_known": "2024-05-10"}]})"))) == "2024-05-10");
  CHECK(to_text(last_known(read(start + R"(, "ceilings": [{"from": "2024-01-01", "amount": 1, "known": "2024-05-11"}]}]})"))) ==
        "2024-05-11");
  CHECK(to_text(last_known(read(start + R"(}], "sanctions": [{"date": "2024-01-01", "known": "2024-05-12"}]})"))) == "2024-05-12");
  CHECK(to_text(last_known(read(start + R"(}], "corrections": [{"date": "2024-05-13", "from": "2024-03"}]})"))) == "2024-05-13");
}

TEST_CASE("a month is decided on its last weekday, or when the case says") {
  Case c = read(R"({"from": "2024-03", "to": "2024-06", "employments": [], "decisions": [{"month": "2024-05", "date": "2024-06-03"}]})");
  CHECK(to_text(decision_date(c, 2024y / 3)) == "2024-03-29");
  CHECK(to_text(decision_date(c, 2024y / 6)) == "2024-06-28");
  CHECK(to_text(decision_date(c, 2024y / 5)) == "2024-06-03");
}
