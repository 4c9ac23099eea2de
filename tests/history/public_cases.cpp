#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fleks/fleks.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/letter.hpp>

#include "source_file.hpp"

using namespace fleks;
using namespace std::chrono_literals;

// tests/cases/public: small cases from public sources that once went wrong, with what is right of each by the rulebook.

namespace {

std::string text_of(const std::string& name) {
  std::ifstream in(source_file("/tests/cases/public/" + name + ".json"), std::ios::binary);
  REQUIRE(in.good());
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}
CaseReading read(const std::string& name) { return read_case(text_of(name)); }
std::vector<CaseMonth> months(const std::string& name) {
  const CaseReading reading = read(name);
  REQUIRE(reading.good());
  return case_statement(reading.facts, RateTable::embedded(), {.explained = true}).value().months;
}
std::string subsidy(const CaseMonth& m) { return m.subsidy ? to_text(m.subsidy->fleksloentilskud) : "-"; }
std::string benefit(const CaseMonth& m) { return m.benefit ? to_text(m.benefit->ledighedsydelse) : "-"; }
bool told(const CaseMonth& m, FactUsed::Kind kind, Counts counts) {
  return std::any_of(m.facts.begin(), m.facts.end(), [&](const FactUsed& f) { return f.kind == kind && f.counts == counts; });
}

struct Row {
  const char *file, *month, *subsidy, *benefit;
};
const std::vector<Row> right{
    // The first month rests on its own wage: 19.952 - 30 pct. of 9.000.
    {"start", "2024-03", "-", "18137.00"},
    {"start", "2024-04", "17252.00", "-"},
    {"start", "2024-05", "17252.00", "-"},
    {"start", "2024-06", "17252.00", "-"},
    // 12 × 12/260 × 19.952 - 30 pct. of 4.500, after ten days of 837,0923.
    {"start_mid_month", "2024-04", "9700.00", "8371.00"},
    {"start_mid_month", "2024-05", "17252.00", "-"},
    // The last wage is deducted once, in the job.
    {"end", "2024-06", "-", "18137.00"},
    {"end", "2024-07", "-", "18137.00"},
    // One weekday of 21 as full, 20 as low_nonprovider: 18.137/21 + 12.326 × 20/21.
    {"class_change_in_month", "2024-03", "-", "12603.00"},
    {"class_change_in_month", "2024-04", "-", "12326.00"},
    // Ten weekdays of a job, five on holiday: 10 × 12/260 × (19.952 - 2.400), half of it; 5 + 10 days of ledighedsydelse.
    {"holiday_over_job_end", "2024-06", "4050.00", "12556.00"},
    {"holiday_over_job_end", "2024-07", "-", "18137.00"},
    // The ceiling rises by the supplement of a full-time employee: 26.000 + 2.340 - 12.867.
    {"holiday_supplement", "2024-06", "15473.00", "-"},
    // Income in place of wage is no wage of a fleksjob, and is told of.
    {"income_vanishes", "2024-06", "17252.00", "-"},
    // The wage alone is above the ceiling.
    {"letter_below_ceiling", "2024-03", "0.00", "-"},
    {"old_scheme_in_history", "2024-06", "17252.00", "-"},
    // The first sanction's three weeks are over; the second ends the right on 8 January: five days are left.
    {"right_ended_new_job_same_month", "2024-01", "-", "4185.00"},
    {"right_ended_new_job_same_month", "2024-02", "-", "0.00"},
    {"right_ended_new_job_same_month", "2024-03", "-", "0.00"},
    // 8.000 less the feriegodtgørelse of field 201.
    {"holiday_account", "2024-07", "17852.00", "-"},
    {"free_choice", "2024-06", "12100.00", "-"},
    {"forged_lines", "2024-03", "15272.00", "-"},
};

}  // namespace

TEST_CASE("FLT, LY: every public case has its right amounts") {
  for (const Row& row : right) {
    CAPTURE(row.file);
    CAPTURE(row.month);
    const auto all = months(row.file);
    const auto m = std::find_if(all.begin(), all.end(), [&](const CaseMonth& each) { return to_text(each.month) == row.month; });
    REQUIRE(m != all.end());
    CHECK(subsidy(*m) == row.subsidy);
    CHECK(benefit(*m) == row.benefit);
  }
}

TEST_CASE("FLT-6: split pay is exact, whichever of the two pensions it is") {
  const auto a = months("split_exactly_a"), b = months("split_exactly_b");
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i].payout == b[i].payout);
}

TEST_CASE("FLT-25, LY-11: a public case that cannot be is refused, with the fact and what is allowed") {
  const CaseReading no_pay = read("wage_without_am_income");
  REQUIRE(no_pay.errors.size() == 1);
  CHECK(no_pay.errors[0].field.text() == "wages[0].am_income");
  const CaseReading holiday = read("holiday_beyond_25");
  const auto refused = case_statement(holiday.facts, RateTable::embedded(), {});
  const bool by_reading = !holiday.good();
  REQUIRE((by_reading || !refused.has_value()));
  const std::string said = message(by_reading ? holiday.errors[0] : refused.error(), Language::danish);
  CHECK(said.find("2,12") != std::string::npos);
  CHECK(said.find("22,88") != std::string::npos);
}

TEST_CASE("FLT-25: what a public case lacks is said, with what it would decide") {
  const auto holiday_pay = months("holiday_account");
  CHECK(holiday_pay[1].status == MonthStatus::unknown);
  REQUIRE(holiday_pay[1].missing.size() == 2);
  CHECK(holiday_pay[1].missing[0].kind == MissingFact::Kind::holiday_tax);
  CHECK(holiday_pay[1].missing[1].kind == MissingFact::Kind::holiday_pay);
  const auto hours = months("free_choice")[0];
  REQUIRE(hours.otherwise.size() == 1);
  CHECK(to_text(hours.otherwise[0].fleksloentilskud) == "16382.00");
  const auto supplement = months("holiday_supplement")[0];
  REQUIRE(supplement.otherwise.size() == 1);
  CHECK(to_text(supplement.otherwise[0].fleksloentilskud) == "13133.00");
  CHECK(told(months("income_vanishes")[0], FactUsed::Kind::income, Counts::no_wage_by_kind));
}

TEST_CASE("FLT-11: the letter of a wage above the ceiling does not call it below") {
  const Case facts = read("letter_below_ceiling").facts;
  const std::string text = letter(facts, RateTable::embedded(), 2024y / 3, std::nullopt, Language::danish).value();
  CHECK(text.find("under lønloftet") == std::string::npos);
}

TEST_CASE("FLT-20, KOR-2: an expected wage holds until the real one is known, and the difference is regulated") {
  std::string text = text_of("start");
  const std::string april = R"({"from":"2024-04-01","to":"2024-04-30","am_income":)", known = april + R"("9000"})";
  const std::size_t at = text.find(known);
  REQUIRE(at != std::string::npos);
  text.replace(at, known.size(), april + R"("9000","expected":true,"known":"2024-04-01"},)" + april + R"("9500","known":"2024-05-03"})");
  const CaseReading reading = read_case(text);
  for (const Error& e : reading.errors) MESSAGE(e.field.text() << ": " << message(e, Language::english));
  REQUIRE(reading.good());
  const RateTable rates = RateTable::embedded();
  CHECK(subsidy(case_statement(reading.facts, rates, {.as_of = Date{2024y / 4 / 30}}).value().months[1]) == "17252.00");
  CHECK(subsidy(case_statement(reading.facts, rates, {}).value().months[1]) == "17102.00");
  const Correction corrected = correction(reading.facts, rates, 2024y / 4).value();
  REQUIRE(!corrected.months.empty());
  CHECK(to_text(corrected.months[0].difference) == "-150.00");
  CHECK(corrected.months[0].rule == Rule::FLT_20);
  CHECK(corrected.months[0].recoverable == -corrected.months[0].difference);
}

TEST_CASE("FLT-20: the month after a part of one as paid, where that is chosen") {
  std::string text = text_of("start_mid_month");
  text.insert(text.find('{') + 1, R"("options": {"after_part_month": "as-paid"}, )");
  const auto m = case_statement(read_case(text).facts, RateTable::embedded(), {}).value().months;
  CHECK(subsidy(m[1]) == "18602.00");  // 19.952 - 30 pct. of 4.500
}

TEST_CASE("every public case is asked about") {
  std::set<std::string> asked{"split_exactly_a", "split_exactly_b", "wage_without_am_income", "holiday_beyond_25"};
  for (const Row& row : right) asked.insert(row.file);
  std::size_t count = 0;
  for (const auto& file : std::filesystem::directory_iterator(source_file("/tests/cases/public"))) {
    CAPTURE(file.path().stem().string());
    CHECK(asked.count(file.path().stem().string()) == 1);
    ++count;
  }
  CHECK(count == asked.size());
}
