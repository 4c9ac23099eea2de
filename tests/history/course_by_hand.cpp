#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// Kinds of months that random courses have shown, each worked out by hand from the rulebook. 2024: the highest subsidy is
// 19.952, 30 pct. of the wage up to 16.323; ledighedsydelse is 18.137 (full), a day of it 12/260: 837,0923.

namespace {

std::vector<CaseMonth> months(const std::string& text, CaseQuestion question = {.explained = true}) {
  const CaseReading reading = read_case("{" + text + "}");
  for (const Error& e : reading.errors) MESSAGE(e.field.text() << ": " << message(e, Language::english));
  REQUIRE(reading.good());
  return case_statement(reading.facts, RateTable::embedded(), question).value().months;
}
std::string subsidy(const CaseMonth& m) { return m.subsidy ? to_text(m.subsidy->fleksloentilskud) : "-"; }
std::string benefit(const CaseMonth& m) { return m.benefit ? to_text(m.benefit->ledighedsydelse) : "-"; }
std::string public_atp(const CaseMonth& m) { return m.subsidy && m.subsidy->public_atp ? to_text(*m.subsidy->public_atp) : "-"; }
bool told(const CaseMonth& m, FactUsed::Kind kind, Counts counts) {
  return std::any_of(m.facts.begin(), m.facts.end(), [&](const FactUsed& f) { return f.kind == kind && f.counts == counts; });
}

}  // namespace

// A rule holds for subsidy months from its first date; the income of a subsidy is that of the month before (FLT-1).
TEST_CASE("FLT-7: care income of December 2023 is deducted from the subsidy of January 2024, that of November from none") {
  const auto m = months(R"("from": "2023-12", "to": "2024-02", "employments": [{"id": "a", "from": "2023-01-01"}],
    "wages": [{"from": "2023-11-01", "to": "2023-11-30", "am_income": 10000}, {"from": "2023-12-01", "to": "2023-12-31", "am_income": 10000},
              {"from": "2024-01-01", "to": "2024-01-31", "am_income": 10000}],
    "incomes": [{"kind": "care", "month": "2023-11", "amount": 5000}, {"kind": "care", "month": "2023-12", "amount": 5000}])");
  CHECK(subsidy(m[0]) == "16333.00");  // 19.333 - 30 pct. of 10.000
  CHECK(told(m[0], FactUsed::Kind::income, Counts::not_yet_law));
  CHECK(subsidy(m[1]) == "15452.00");  // 19.952 - 30 pct. of 15.000
  CHECK(told(m[1], FactUsed::Kind::income, Counts::yes));
  CHECK(!told(m[1], FactUsed::Kind::income, Counts::not_yet_law));
  CHECK(subsidy(m[2]) == "16952.00");
}

// LAS § 77 a: three weeks from the day.
TEST_CASE("LY-12: a sanction's three weeks pass whether ledighedsydelse is had in them or not") {
  const std::string rest = R"("from": "2024-02", "to": "2024-05", "employments": [{"id": "a", "from": "2024-03-01", "to": "2024-04-30"}],
    "ledighedsydelse": [{"from": "2024-01-01", "to": "2024-02-29", "class": "full"}, {"from": "2024-05-01", "class": "full"}],
    "sanctions": [{"date": ")";
  // Monday 26 February: 17 of the month's 21 weekdays are left; the fleksjob has the rest of the three weeks.
  const auto before = months(rest + R"(2024-02-26"}])");
  CHECK(benefit(before[0]) == "14231.00");  // 17 × 837,0923
  CHECK(benefit(before[3]) == "18137.00");
  // Of a day in the fleksjob they begin when it has ended: 1 to 21 May, 15 weekdays of 23.
  for (const char* day : {"2024-04-30", "2024-04-08"}) CHECK(benefit(months(rest + day + R"("}])")[3]) == "6697.00");  // 8 × 837,0923
  // A job that has no end has no day of a sanction.
  CHECK(benefit(months(R"("from": "2024-05", "to": "2024-05", "employments": [{"id": "a", "from": "2024-05-20"}],
    "ledighedsydelse": [{"from": "2024-05-01", "to": "2024-05-19", "class": "full"}], "sanctions": [{"date": "2024-05-20"}])")[0]) ==
        "10882.00");  // 13 × 837,0923
}

// LAS § 74 e stk. 6.
TEST_CASE("LY-9: earned days that are not taken are those of each month they lie in") {
  const auto m =
      months(R"("from": "2024-05", "to": "2024-06", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
    "holidays": [{"kind": "untaken", "from": "2024-05-31", "to": "2024-06-04"}])");
  CHECK(benefit(m[0]) == "18137.00");  // 22 days of 23, at most the month's amount
  CHECK(benefit(m[1]) == "15068.00");  // 18 × 837,0923
}

// LAS § 77 stk. 5.
TEST_CASE("LY-12: a missed day costs as much less as the month's benefit is lower, its top-up included") {
  const std::string rest =
      R"("from": "2024-03", "to": "2024-03", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
    "day_sanctions": [{"kind": "missed_meeting", "from": "2024-03-18"}], "holidays": [{"kind": "paid", "from": "2024-03-04", "to": "2024-03-05", "pay_per_day": )";
  // Two days' pay of 500: 18.137 - 1.000 = 17.137; the day costs 12/260 of that.
  CHECK(benefit(months(rest + "500}]")[0]) == "16346.00");
  CHECK(benefit(months(rest + "0}]")[0]) == "17300.00");  // nothing is lower: 18.137 - 837,0923
}

TEST_CASE("LY-12: days without a right have no holiday to top up, and no missed day costs anything on them") {
  const std::string start =
      R"("from": "2024-03", "to": "2024-04", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}], "sanctions": [)";
  const std::string rest = R"(], "day_sanctions": [{"kind": "missed_meeting", "from": "2024-03-19"}], "holidays": [
    {"kind": "paid", "from": "2024-03-20", "to": "2024-03-21", "pay_per_day": 300}, {"kind": "paid", "from": "2024-04-15", "to": "2024-04-16", "pay_per_day": 300}])";
  // The right is lost on 4 March: 1 March is left.
  const auto lost = months(start + R"({"date": "2024-01-08"}, {"date": "2024-03-04"})" + rest);
  CHECK(benefit(lost[0]) == "837.00");
  CHECK(benefit(lost[1]) == "0.00");
  // Within the three weeks from 18 March: 11 days of March are left, and the holiday of April is topped up.
  const auto weeks = months(start + R"({"date": "2024-03-18"})" + rest);
  CHECK(benefit(weeks[0]) == "9208.00");   // 11 × 837,0923
  CHECK(benefit(weeks[1]) == "13631.00");  // 17 × 837,0923 - 2 × 300
  CHECK(!told(weeks[0], FactUsed::Kind::day_sanction, Counts::yes));
}

// BEK-FLT § 3 stk. 4, § 14: the register goes first for the days it has a word of.
TEST_CASE("FLT-6: a bonus of a better source's month counts by the days of the record it stands in") {
  const auto m = [](const std::string& more) {
    return months(R"("from": "2024-04", "to": "2024-06", "employments": [{"id": "a", "from": "2024-01-01"}],
      "wages": [{"from": "2024-03-01", "to": "2024-03-31", "am_income": 9000}, {"from": "2024-04-01", "to": "2024-04-30", "am_income": 9000},
                {"from": "2024-05-01", "to": "2024-05-31", "am_income": 12000, "source": "citizen",
                 "bonus": [{"amount": 3000, "from": "2024-03", "to": "2024-05"}]})" +
                  more + "]");
  };
  for (const CaseMonth& month : m("")) CHECK(subsidy(month) == "16952.00");  // 19.952 - 30 pct. of 9.000 + 1.000
  for (const CaseMonth& month : m(R"(, {"from": "2024-05-01", "to": "2024-05-31", "am_income": 9000})")) {
    CHECK(subsidy(month) == "17252.00");
    CHECK(told(month, FactUsed::Kind::wage, Counts::better_source));
  }
}

// BEK 1450/2023 § 1 stk. 3: for less than a month by calendar days.
TEST_CASE("FLT-18: the state's ATP of a month that lacks a day is less, though its subsidy is that of a whole month") {
  const auto july = [](const char* from) {
    return months(R"("from": "2025-07", "to": "2025-07", "employments": [{"id": "a", "from": ")" + std::string(from) +
                  R"("}], "wages": [{"from": ")" + from + R"(", "to": "2025-07-31", "am_income": 10000, "paid_hours": 30}])")[0];
  };
  CHECK(public_atp(july("2025-07-01")) == "297.00");
  CHECK(public_atp(july("2025-07-02")) == "287.00");  // × 30/31
  CHECK(july("2025-07-02").subsidy->fleksloentilskud == july("2025-07-01").subsidy->fleksloentilskud);
  // From Monday 3 June 2024 every weekday is covered, and 28 of 30 days: as the month's own calculation has it.
  MonthFacts facts{.month = 2024y / 6, .pay = Pay::am_income(Money::kroner(9'000)), .paid_hours = Hours::whole(30)};
  facts.wage_month = 2024y / 6;
  facts.job = Period{2024y / 6 / 3, 2024y / 6 / 30};
  const auto alone = fleksloentilskud(facts, RateTable::embedded()).value();
  const auto in_case = months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2024-06-03"}],
    "wages": [{"from": "2024-06-03", "to": "2024-06-30", "am_income": 9000, "paid_hours": 30}])")[0];
  CHECK(public_atp(in_case) == "277.00");  // 297 × 28/30
  CHECK(alone.public_atp == in_case.subsidy->public_atp);
  CHECK(alone.fleksloentilskud == in_case.subsidy->fleksloentilskud);
}

TEST_CASE("FLT-18: the state's ATP of a month in which a job follows another after a gap is of their calendar days") {
  const auto june = [](const char* ended, const char* began) {
    const std::string first = ended, second = began;
    return months(R"("from": "2025-06", "to": "2025-06", "employments": [{"id": "a", "from": "2025-01-01", "to": ")" + first +
                  R"("}, {"id": "b", "from": ")" + second + R"("}], "wages": [
      {"employment": "a", "from": "2025-05-01", "to": "2025-05-31", "am_income": 5000, "paid_hours": 20},
      {"employment": "b", "from": ")" +
                  second + R"(", "to": "2025-06-30", "am_income": 5000, "paid_hours": 10}])")[0];
  };
  CHECK(public_atp(june("2025-06-15", "2025-06-16")) == "297.00");
  CHECK(public_atp(june("2025-06-13", "2025-06-16")) == "277.00");  // × 28/30, a weekend between them
  CHECK(public_atp(june("2025-06-10", "2025-06-16")) == "248.00");  // × 25/30: 247,50
}

TEST_CASE("LY-1, LY-4: a month of two classes is at most the mean of its days, so that a day less never gives more") {
  const auto may = [](const char* from) {
    return benefit(months(R"("from": "2024-05", "to": "2024-05", "employments": [], "ledighedsydelse": [{"from": ")" + std::string(from) +
                          R"(", "to": "2024-05-08", "class": "full"}, {"from": "2024-05-09", "class": "low_nonprovider"}])")[0]);
  };
  CHECK(may("2024-05-01") == "13842.00");  // (6 × 18.137 + 17 × 12.326) / 23
  CHECK(may("2024-05-02") == "13647.00");  // (5 × 18.137 + 17 × 12.326) / 22
}

// LAS § 74 e stk. 6: at most what there is a right to on the day; § 77 stk. 5: of the ledighedsydelse there is. May 2024: 6 days of the
// highest class, 837,0923 a day, and 17 of the lowest, 568,8923; together 13.841,9130.
TEST_CASE("LY-1, LY-9, LY-12: a paid holiday day and a missed day of a month of two classes are of their own class") {
  const auto may = [](const std::string& rest) {
    return benefit(months(R"("from": "2024-05", "to": "2024-05", "employments": [], "ledighedsydelse": [{"from": "2024-05-01",
      "to": "2024-05-08", "class": "full"}, {"from": "2024-05-09", "class": "low_nonprovider"}], )" +
                          rest)[0]);
  };
  const auto holiday = [](const std::string& day) {
    return R"("holidays": [{"kind": "paid", "from": ")" + day + R"(", "to": ")" + day + R"(", "pay_per_day": 600}])";
  };
  CHECK(may(holiday("2024-05-06")) == "13242.00");  // 600 less, topped up to 837,0923
  CHECK(may(holiday("2024-05-13")) == "13273.00");  // 568,8923 less, and nothing on top of 600
  const auto missed = [](const std::string& day) { return R"("day_sanctions": [{"kind": "missed_meeting", "from": ")" + day + "\"}]"; };
  CHECK(may(missed("2024-05-06")) == "13005.00");
  CHECK(may(missed("2024-05-13")) == "13273.00");
}

TEST_CASE("LY-9, LY-11: earned days that are not taken take nothing of holiday on ledighedsydelse in a fleksjob") {
  const std::string rest =
      R"("from": "2024-05", "to": "2024-05", "sickness_benefit_right": true, "employments": [{"id": "a", "from": "2024-05-01", "to": "2024-05-17"}],
    "wages": [{"from": "2024-05-01", "to": "2024-05-17", "am_income": 5000}], "holidays": [
      {"kind": "ledighedsydelse", "from": "2024-05-13", "to": "2024-05-14"}, {"kind": "untaken", "from": "2024-05-20", "to": "2024-05-20"}])";
  CHECK(benefit(months(rest)[0]) == "1674.00");  // 2 × 837,0923
  // Ten weekdays after the job, one of them not paid for, of another class than the holiday.
  CHECK(benefit(months(rest + R"(, "ledighedsydelse": [{"from": "2024-05-18", "class": "low_nonprovider"}])")[0]) ==
        "6794.00");  // 2 × 837,0923 + 9 × 568,8923
}

TEST_CASE("LY-11, LY-12: holiday in a fleksjob after a lost right is not offset by the income of the days without it") {
  const auto m =
      months(R"("from": "2024-06", "to": "2024-06", "sickness_benefit_right": true, "employments": [{"id": "a", "from": "2024-06-05"}],
    "ledighedsydelse": [{"from": "2024-01-01", "to": "2024-06-04"}], "sanctions": [{"date": "2024-01-08"}, {"date": "2024-03-04"}],
    "wages": [{"from": "2024-06-05", "to": "2024-06-30", "am_income": 5000}],
    "incomes": [{"kind": "replacing_wage", "month": "2024-05", "amount": 5000}, {"kind": "replacing_wage", "month": "2024-06", "amount": 5000}],
    "holidays": [{"kind": "ledighedsydelse", "from": "2024-06-24", "to": "2024-06-25"}])");
  CHECK(benefit(m[0]) == "1674.00");  // 2 × 837,0923
}

TEST_CASE("FLT-20: a wage period of which only a weekend lies in a month says nothing of that month's wage") {
  const auto m = months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2024-06-17"}],
    "wages": [{"from": "2024-06-29", "to": "2024-07-12", "am_income": 5000}])");
  CHECK(m[0].status == MonthStatus::unknown);
  CHECK(subsidy(m[0]) == "-");
}

TEST_CASE("FLT-25: a daily benefit for days of ledighedsydelse counts in its first month, and is told once") {
  const std::string rest =
      R"("from": "2024-03", "to": "2024-04", "employments": [], "ledighedsydelse": [{"from": "2024-03-11", "class": "full"}],
    "daily_benefits": [{"kind": "sickness", "paid": "2024-03-29", "amount": 1000, "from": )";
  const auto during = months(rest + R"("2024-03-18", "to": "2024-03-19"}])");
  CHECK(benefit(during[0]) == "12256.00");  // 15 × 837,0923 - 30 pct. of 1.000
  CHECK(told(during[0], FactUsed::Kind::daily_benefit, Counts::yes));
  for (const CaseMonth& m : during) CHECK(!told(m, FactUsed::Kind::daily_benefit, Counts::before_ledighedsydelse));
  const auto before = months(rest + R"("2024-03-04", "to": "2024-03-05"}])");
  CHECK(benefit(before[0]) == "12556.00");
  CHECK(told(before[1], FactUsed::Kind::daily_benefit, Counts::before_ledighedsydelse));
}

TEST_CASE("LY-11: only a month with holiday on ledighedsydelse in a fleksjob tells of it") {
  const auto tells = [](const CaseMonth& m) {
    const auto step = std::find_if(m.steps.begin(), m.steps.end(), [](const Step& s) { return s.rule == Rule::LY_11; });
    // Whether the wage beside it counts is a choice.
    if (step != m.steps.end()) CHECK(step->rests_on_choice);
    return step != m.steps.end();
  };
  CHECK(!tells(
      months(R"("from": "2024-03", "to": "2024-03", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}])")[0]));
  CHECK(tells(months(R"("from": "2024-03", "to": "2024-03", "employments": [{"id": "a", "from": "2024-01-01"}],
    "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 10000}],
    "holidays": [{"kind": "ledighedsydelse", "from": "2024-03-04", "to": "2024-03-05"}])")[0]));
}

TEST_CASE("KOR-4: what of a month's ledighedsydelse is of a claim's days rests on a choice where they are not all of them") {
  for (const auto& [last, chosen] : {std::pair{"2024-03-31", false}, {"2024-03-15", true}}) {
    const auto m =
        months(R"("from": "2024-03", "to": "2024-03", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
      "back_payments": [{"kind": "disability_pension", "known": "2024-01-01", "from": "2024-03-01", "to": ")" +
               std::string(last) + R"(", "amount": 30000}])");
    const auto step = std::find_if(m[0].steps.begin(), m[0].steps.end(), [](const Step& s) { return s.rule == Rule::KOR_4; });
    REQUIRE(step != m[0].steps.end());
    CHECK(step->rests_on_choice == chosen);
  }
}

// BEK-FLT § 10: the days of a month are taken of the month after, or of the month itself where none follows.
TEST_CASE("FLT-12, FLT-23: holiday days of the last month before a pension are taken of that month") {
  const auto july = [](const std::string& ends) {
    return months(ends + R"("from": "2024-07", "to": "2024-07", "employments": [{"id": "a", "from": "2024-06-01"}],
      "wages": [{"from": "2024-06-01", "to": "2024-06-30", "am_income": 10000}],
      "holidays": [{"kind": "ledighedsydelse", "from": "2024-07-08", "to": "2024-07-12"}])")[0];
  };
  CHECK(subsidy(july("")) == "16952.00");
  // 5 × 12/260 of 16.952 less; a pension from a day of August is no last month, August itself is.
  CHECK(subsidy(july(R"("pension_from": "2024-07-15", )")) == "13040.00");
  CHECK(subsidy(july(R"("pension_from": "2024-08-15", )")) == "16952.00");
}

TEST_CASE("LY-12: the last day of a month is the first of a sanction's three weeks") {
  const auto m =
      months(R"("from": "2024-02", "to": "2024-03", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
    "sanctions": [{"date": "2024-02-29"}])");
  CHECK(benefit(m[0]) == "16742.00");  // 20 × 837,0923 of 21 weekdays
  CHECK(benefit(m[1]) == "5860.00");   // 7 × 837,0923: 14 of 21 weekdays are the sanction's
}

TEST_CASE("FLT-25: a fact of months that are not asked for is told as such, before them and after") {
  const CaseReading reading = read_case(R"({"from": "2024-01", "to": "2024-12", "employments": [{"id": "a", "from": "2024-01-01"}],
    "incomes": [{"kind": "care", "month": "2024-02", "amount": 100}, {"kind": "care", "month": "2024-11", "amount": 100}]})");
  REQUIRE(reading.good());
  const auto some =
      case_statement(reading.facts, RateTable::embedded(), {.first = Month{2024y / 6}, .last = Month{2024y / 8}, .explained = true})
          .value();
  REQUIRE(some.unused.size() == 2);
  for (const FactUsed& fact : some.unused) CHECK(fact.counts == Counts::other_months);
}

TEST_CASE("FLT-13: of a wage month with a gap between two jobs the part is that of its weekdays in both") {
  const auto m = months(R"("options": {"part_of": "wage-month", "after_part_month": "as-paid"}, "from": "2024-04", "to": "2024-04",
    "employments": [{"id": "a", "from": "2024-01-01", "to": "2024-03-08"}, {"id": "b", "from": "2024-03-25"}],
    "wages": [{"employment": "a", "from": "2024-03-01", "to": "2024-03-08", "am_income": 3000},
              {"employment": "b", "from": "2024-03-25", "to": "2024-03-31", "am_income": 2000}])");
  REQUIRE(m[0].subsidy);
  // 1 and 4-8 March, 25-29 March: 11 of 21 weekdays.
  CHECK(m[0].subsidy->base == Exact::whole(1'995'200) * Exact::ratio(11, 21));
}

TEST_CASE("LY-1: who had a right to sickness benefit has the full rate, and no month of fleksjob is counted for it") {
  const auto m = months(
      R"("sickness_benefit_right": true, "from": "2024-05", "to": "2024-05", "employments": [{"id": "a", "from": "2023-01-01", "to": "2024-04-30"}],
    "ledighedsydelse": [{"from": "2024-05-01"}])");
  const auto step = std::find_if(m[0].steps.begin(), m[0].steps.end(), [](const Step& s) { return s.rule == Rule::LY_1; });
  REQUIRE(step != m[0].steps.end());
  CHECK(step->amount.is_zero());
}
