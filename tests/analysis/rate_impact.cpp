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
  CHECK(to_json(std::span(&impact, 1), count, shorter, RateTable::embedded()).find("\"before\": null") != std::string::npos);
}

TEST_CASE("a case of which no month has rates under the new table is an error, under the old one it is new") {
  const auto shorter = ending_with_february_2024();
  const auto facts = example("late_wage_report");
  const CaseQuestion april{.first = 2024y / April, .last = 2024y / April};
  CHECK(rate_impact(facts, RateTable::embedded(), shorter, april).error().code == ErrorCode::no_rate);
  CHECK(rate_impact(facts, shorter, RateTable::embedded(), april).value().size() == 1);
}
