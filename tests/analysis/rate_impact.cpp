#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include <fleks/analysis/rate_impact.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/words/rate_impact.hpp>

#include "source_file.hpp"

using namespace fleks;
using namespace std::chrono;

namespace {

const std::string heading = "key,valid_from,valid_to,value,unit,status,source,note\n";

RateTable with_base(std::string_view from, std::string_view to, int kroner) {
  return RateTable::embedded()
      .extended_by(heading + "fleksloentilskud_max_month," + std::string(from) + "," + std::string(to) + "," + std::to_string(kroner) +
                   ",kr/month,read,a test,\n")
      .value();
}

/// The built-in table, but for the base, of which nothing is known after February 2024.
RateTable ending_with_february_2024() {
  const std::string key = "fleksloentilskud_max_month,";
  std::string csv;
  std::ifstream lines(source_file("/src/rates/rates.csv"));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(key + "2024-01-01,2024-12-31,")) line.replace(key.size() + 11, 10, "2024-02-29");
    if (!line.starts_with(key) || line.substr(key.size(), 4) <= "2024") csv += line + "\n";
  }
  return RateTable::read(csv).value();
}

CheckedCase example(const std::string& name) {
  std::ifstream file(source_file("/examples/cases/" + name + ".json"));
  return read_case(std::string(std::istreambuf_iterator<char>(file), {})).checked();
}

}  // namespace

TEST_CASE("a base that is 100 kr. higher from March changes March and what follows, by what both tables give") {
  const auto facts = example("late_wage_report");
  const auto before = RateTable::embedded(), after = with_base("2024-03-01", "2024-12-31", 20'052);
  const auto then = case_statement(facts, before).value(), now = case_statement(facts, after).value();
  const auto changed = rate_impact(facts, before, after).value();
  std::size_t found = 0;
  for (std::size_t i = 0; i < now.months.size(); ++i) {
    if (now.months[i].payout == then.months[i].payout) continue;
    REQUIRE(found < changed.size());
    CHECK(changed[found].month == now.months[i].month);
    CHECK(changed[found].month >= 2024y / March);
    CHECK(changed[found].before->payout == then.months[i].payout);
    CHECK(changed[found].after->fleksloentilskud == now.months[i].subsidy->fleksloentilskud);
    CHECK(changed[found].difference() == now.months[i].payout - then.months[i].payout);
    ++found;
  }
  CHECK(found > 0);
  CHECK(found == changed.size());
  // 100 kr. more before own ATP of 5 pct., which is at its most.
  CHECK(changed.front().difference() == Money::kroner(100));
}

TEST_CASE("the same table changes nothing; a month that is not asked about neither") {
  const auto facts = example("late_wage_report");
  const auto table = RateTable::embedded(), other = with_base("2024-03-01", "2024-12-31", 20'052);
  CHECK(rate_impact(facts, table, table).value().empty());
  CHECK(rate_impact(facts, table, other, {.last = 2024y / February}).value().empty());
  CHECK(rate_impact(facts, table, other, {.first = 1999y / May}).error().code == ErrorCode::out_of_range);
}

TEST_CASE("a month without rates under one table has no result there, and takes no other with it") {
  const auto shorter = ending_with_february_2024();
  const auto facts = example("late_wage_report");
  const auto changed = rate_impact(facts, shorter, RateTable::embedded()).value();
  REQUIRE_FALSE(changed.empty());
  for (const MonthImpact& m : changed) {
    CHECK(m.month >= 2024y / March);
    CHECK_FALSE(m.before.has_value());
    CHECK(m.after.has_value());
    CHECK_FALSE(m.difference().has_value());
  }
  // The other way round they are lost.
  CHECK_FALSE(rate_impact(facts, RateTable::embedded(), shorter).value().front().after.has_value());
  const CaseImpact impact{.name = "sag", .months = changed};
  ImpactCount count;
  count.add(impact);
  CHECK(count.changed == 1);
  CHECK(count.difference == Money{});
  CHECK(breakdown(std::span(&impact, 1), count, Language::danish).find("ingen sats") != std::string::npos);
  CHECK(to_json(std::span(&impact, 1), count, shorter.version(), RateTable::embedded()).find("\"before\": null") != std::string::npos);
}

TEST_CASE("a case of which no month has rates under the new table is an error, under the old one it is new") {
  const auto shorter = ending_with_february_2024();
  const auto facts = example("late_wage_report");
  const CaseQuestion april{.first = 2024y / April, .last = 2024y / April};
  CHECK(rate_impact(facts, RateTable::embedded(), shorter, april).error().code == ErrorCode::no_rate);
  CHECK(rate_impact(facts, shorter, RateTable::embedded(), april).value().size() == 1);
}

TEST_CASE("what was computed before is held against today: only the months that are not the same, with the day they are decided") {
  const auto facts = example("late_wage_report");
  const auto table = RateTable::embedded();
  const auto now = case_statement(facts, table).value();
  std::vector<MonthBefore> before;
  for (const CaseMonth& m : now.months)
    before.push_back({m.month,
                      {.status = m.status,
                       .fleksloentilskud = m.subsidy ? m.subsidy->fleksloentilskud : Money{},
                       .ledighedsydelse = m.benefit ? m.benefit->ledighedsydelse : Money{},
                       .payout = m.payout}});
  CHECK(impact_since(before, facts, table).value().empty());
  before[1].under.payout = before[1].under.payout - Money::kroner(100);
  before.pop_back();
  const auto changed = impact_since(before, facts, table).value();
  REQUIRE(changed.size() == 2);
  CHECK(changed[0].month == 2024y / March);
  CHECK(changed[0].decided == 2024y / March / 29);
  CHECK(changed[0].difference() == Money::kroner(100));
  // A month that was not computed before has no difference.
  CHECK(changed[1].month == 2024y / June);
  CHECK_FALSE(changed[1].before.has_value());
  CHECK_FALSE(changed[1].difference().has_value());
}

TEST_CASE("a month whose amount was not known then, or is not now, has no difference") {
  const MonthUnder known{.payout = Money::kroner(100)}, unknown{.status = MonthStatus::unknown};
  CHECK(MonthImpact{.before = known, .after = known}.difference() == Money{});
  CHECK_FALSE(MonthImpact{.before = unknown, .after = known}.difference().has_value());
  CHECK_FALSE(MonthImpact{.before = known, .after = unknown}.difference().has_value());
}

TEST_CASE("the table of what changes: what is not known is empty, and a problem has its row") {
  const CaseImpact changed{
      .name = "a,b.json",
      .months = {{.month = 2024y / March,
                  .decided = 2024y / March / 29,
                  .before = MonthUnder{.payout = Money::kroner(100)},
                  .after = MonthUnder{.fleksloentilskud = Money::kroner(120), .payout = Money::kroner(110)}},
                 {.month = 2024y / April, .decided = 2024y / April / 30, .after = MonthUnder{.status = MonthStatus::unknown}}}};
  const CaseImpact problem{.name = "c.json", .problem = "c.json: \"from\""};
  const std::vector both{changed, problem};
  CHECK(to_csv(both) ==
        "case,month,decided,status_before,status_after,fleksloentilskud_before,fleksloentilskud_after,ledighedsydelse_before,"
        "ledighedsydelse_after,payout_before,payout_after,difference,problem\n"
        "\"a,b.json\",2024-03,2024-03-29,computed,computed,0.00,120.00,0.00,0.00,100.00,110.00,10.00,\n"
        "\"a,b.json\",2024-04,2024-04-30,,unknown,,,,,,,,\n"
        "c.json,,,,,,,,,,,,\"c.json: \"\"from\"\"\"\n");
}
