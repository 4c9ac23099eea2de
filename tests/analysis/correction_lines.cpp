#include <fleks/analysis/correction.hpp>

#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <fleks/reading/case_file.hpp>
#include <fleks/rules/rule.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/words/message.hpp>

// Each line of a correction, worked out by hand. 2024: the highest subsidy is 19.952, 30 pct. of the wage up to 16.323 and 55 above,
// own ATP 5 pct. of the subsidy and at most 500; ledighedsydelse 18.137 (full), a day 12/260 of it = 837,0923, own ATP 99 from 12.326.

using namespace fleks;
using namespace std::chrono_literals;

namespace {

Correction corrected(const std::string& members, Month first, std::optional<Date> as_of = {}) {
  const CaseReading reading = read_case("{" + members + "}");
  for (const Error& e : reading.errors) MESSAGE(e.field.text() << ": " << message(e, Language::english));
  REQUIRE(reading.good());
  return correction(reading.facts, RateTable::embedded(), first, as_of).value();
}
/// The lines of the first month, what they change in all, and what the payout changes by.
std::string lines(const std::string& members, Month first) {
  const CorrectedMonth m = corrected(members, first).months.at(0);
  std::string all;
  for (const CorrectionLine& l : m.lines) {
    CHECK(l.difference == l.due - l.paid);
    all += std::string(l.rule ? info(*l.rule).id : "-") + " " + to_kroner_text(l.difference) + "; ";
  }
  return all + "= " + to_text(m.difference);
}

const std::string march = R"("from": "2024-03", "to": "2024-03", )";
const std::string job = R"("employments": [{"id": "a", "from": "2023-01-01"}], )";
std::string wages(const std::string& more = {}, const std::string& pay = "8000") {
  return R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": )" + pay + R"(, "known": "2024-03-02"})" + more + "]";
}
std::string late_wage(const std::string& pay) {
  return R"(, {"from": "2024-02-01", "to": "2024-02-29", "known": "2024-05-02", "am_income": )" + pay + "}";
}
std::string late_sickness(const std::string& amount) {
  return R"(, "daily_benefits": [{"kind": "sickness", "from": "2024-02-12", "to": "2024-02-29", "known": "2024-05-02", "amount": )" +
         amount + "}]";
}
const std::string without_job =
    R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "o", "kind": "other", "from": "2023-01-01"}],
    "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}])";
std::string late_holiday(const std::string& pay_per_day) {  // five days
  return R"(, "holidays": [{"kind": "allowance", "from": "2024-06-10", "to": "2024-06-14", "known": "2024-07-10", "pay_per_day": )" +
         pay_per_day + "}]";
}
std::string late_income(const std::string& pay) {
  return R"(, "wages": [{"from": "2024-05-01", "to": "2024-05-31", "known": "2024-07-10", "am_income": )" + pay + "}]";
}

}  // namespace

TEST_CASE("FLT-9: sickness benefit known later is a line of its own, and what it takes beyond the subsidy another") {
  // 19.952 - 2.400 = 17.552; of the 5.200 all can be taken.
  CHECK(lines(march + job + wages() + late_sickness("5200"), 2024y / 3) == "FLT-9 -5200.00; = -5200.00");
  // Of 20.000 no more than 17.552; own ATP of 500 falls away.
  CHECK(lines(march + job + wages() + late_sickness("20000"), 2024y / 3) == "FLT-9 -20000.00; FLT-10 2448.00; FLT-17 500.00; = -17052.00");
}

TEST_CASE("FLT-8, FLT-14: a wage to half an øre is rounded up in its line, and the rest is the subsidy's rounding") {
  // 30 pct. of 0,05 is 1,5 øre less: 2.400,015 is 2.400,01 off, up to a whole krone.
  CHECK(lines(march + job + wages(late_wage("0.05")), 2024y / 3) == "FLT-8 -0.01; FLT-14 0.01; = 0.00");
  // 16.323 at 30 pct. and 3.677 at 55: 4.896,90 + 2.022,35 = 6.919,25 in place of 2.400; 13.032,75 is 13.033.
  CHECK(lines(march + job + wages(late_wage("12000")), 2024y / 3) == "FLT-8 -4519.25; FLT-14 0.25; = -4519.00");
}

TEST_CASE("FLT-11: a lower ceiling takes what it is lower by") {
  // 19.952 - 3.000 = 16.952; up to 26.000 there is room for 16.000, up to 25.000 for 15.000.
  CHECK(lines(march + R"("employments": [{"id": "a", "from": "2023-01-01", "ceilings": [
      {"id": "c", "from": "2023-01-01", "amount": 26000, "known": "2023-01-01"},
      {"corrects": "c", "from": "2023-01-01", "amount": 25000, "known": "2024-05-02"}]}], )" +
                  wages({}, "10000"),
              2024y / 3) == "FLT-11 -1000.00; = -1000.00");
}

TEST_CASE("FLT-13: the end of a job known later takes the days after it") {
  // 11 of 260/12 days of 17.552 are 8.911,0154: 8.640,9846 less; own ATP is 446 (5 pct. of 8.911 is 445,55) and was 500.
  CHECK(lines(march + R"("employments": [{"id": "a", "from": "2023-01-01", "to": "2024-03-15", "end_known": "2024-05-02"}], )" + wages(),
              2024y / 3) == "FLT-13 -8640.98; FLT-14 -0.02; FLT-17 54.00; = -8587.00");
}

TEST_CASE("LY-5: the offset of an income known later is no more than there is") {
  CHECK(lines(without_job + late_income("3000"), 2024y / 6) == "LY-5 -900.00; = -900.00");
  // 900,045: half an øre up, and 17.236,955 is 17.237.
  CHECK(lines(without_job + late_income("3000.15"), 2024y / 6) == "LY-4 0.05; LY-5 -900.05; = -900.00");
  // 4.896,90 + 55 pct. of 33.677 would be more than 18.137; without benefit there is no own ATP.
  CHECK(lines(without_job + late_income("50000"), 2024y / 6) == "LY-5 -18137.00; LY-13 99.00; = -18038.00");
}

TEST_CASE("LY-9: a holiday known later takes its days' benefit, and gives what its pay is less") {
  // 5 × 837,0923 out and 5 × 337,0923 in: 5 × 500 less.
  CHECK(lines(without_job + late_holiday("500"), 2024y / 6) == "LY-9 -2500.00; = -2500.00");
  // Nothing to top up: 4.185,4615 out of 18.137 leaves 13.951,5385, which is 13.952.
  CHECK(lines(without_job + late_holiday("900"), 2024y / 6) == "LY-4 0.46; LY-9 -4185.46; = -4185.00");
  CHECK(lines(without_job + late_income("3000") + late_holiday("500"), 2024y / 6) == "LY-5 -900.00; LY-9 -2500.00; = -3400.00");
  // The offset takes what the holiday leaves, 13.951,54, and never the top-up: 1.685,4615 is 1.685, of which there is no own ATP.
  CHECK(lines(without_job + late_income("50000") + late_holiday("500"), 2024y / 6) ==
        "LY-4 -0.46; LY-5 -13951.54; LY-9 -2500.00; LY-13 99.00; = -16353.00");
}

TEST_CASE("LY-12: a missed day known later takes a day's benefit") {
  CHECK(lines(without_job + R"(, "day_sanctions": [{"kind": "missed_meeting", "from": "2024-06-18", "known": "2024-07-10"}])", 2024y / 6) ==
        "LY-4 0.09; LY-12 -837.09; = -837.00");
}

TEST_CASE("EFTER: a settled correction moves what is paid forward in time, never back before a month's decision") {
  const Correction c =
      corrected(R"("from": "2024-03", "to": "2024-05", "corrections": [{"date": "2024-04-10", "from": "2024-03"}], )" + job +
                    wages(R"(, {"from": "2024-03-01", "to": "2024-03-31", "am_income": 8000, "known": "2024-04-02"},
    {"from": "2024-04-01", "to": "2024-04-30", "am_income": 8000, "known": "2024-05-02"})" +
                          late_wage("500")),
                2024y / 3, Date{2024y / 6 / 30});
  REQUIRE(c.months.size() == 3);
  CHECK(c.months[0].decided == Date{2024y / 4 / 10});
  CHECK(c.months[2].decided > Date{2024y / 5 / 2});  // its own decision, which knew April's wage
  CHECK(to_text(c.months[0].difference) == "-150.00");
  CHECK(to_text(c.months[2].paid) == "17052.00");
  CHECK(c.months[2].lines.empty());
  CHECK(to_text(c.total) == "-150.00");
}
