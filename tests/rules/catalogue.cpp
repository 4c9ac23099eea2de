#include "rules/catalogue.hpp"

#include <doctest/doctest.h>

#include <fleks/rules/rule.hpp>

// The rules have dates: rules.csv has one row for each period.

using namespace fleks;
using namespace std::chrono_literals;

TEST_CASE("an id belongs to its own rule, whatever stands before it") {
  // D5: a rule added in the middle of the enumeration alone once moved every id after it.
  CHECK(info(Rule::FLT_1).id == "FLT-1");
  CHECK(info(Rule::FLT_19).id == "FLT-19");
  CHECK(info(Rule::FLT_20).id == "FLT-20");
  CHECK(info(Rule::LOFT_1).id == "LOFT-1");
  CHECK(info(Rule::EFTER).id == "EFTER");
  for (std::size_t i = 0; i < rule_count; ++i) {
    const auto each = static_cast<Rule>(i);
    CHECK(info(each).rule == each);
    CHECK(rule(info(each).id) == each);
  }
  CHECK(rule("FLT-99") == std::nullopt);
  CHECK(rule("") == std::nullopt);
}

TEST_CASE("a month's period is the one that holds, at both its ends") {
  // FLT-11: other wage under the ceiling from 1 July 2014, benefits and care income from 2024.
  REQUIRE(periods(Rule::FLT_11).size() >= 3);
  CHECK(info(Rule::FLT_11, 2014y / 6).last == 2014y / 6);
  CHECK(info(Rule::FLT_11, 2014y / 7).first == 2014y / 7);
  CHECK(info(Rule::FLT_11, 2023y / 12).last == 2023y / 12);
  CHECK(info(Rule::FLT_11, 2024y / 1).first == 2024y / 1);
  CHECK(info(Rule::FLT_11).last == RuleInfo::open);
  // FLT-14: whole kroner from 30 April 2014, which is from the month after.
  CHECK(info(Rule::FLT_14, 2014y / 4).status == RuleStatus::interpretation);
  CHECK(info(Rule::FLT_14, 2014y / 5).status == RuleStatus::read);
  // Outside all periods: the first, the last.
  CHECK(info(Rule::FLT_22, 1999y / 1).first == 2020y / 1);
  CHECK(info(Rule::FLT_22, 2030y / 1).last == 2023y / 12);
}

TEST_CASE("a rule is in force from its first month to its last") {
  CHECK_FALSE(in_force(Rule::FLT_22, 2019y / 12));
  CHECK(in_force(Rule::FLT_22, 2020y / 1));
  CHECK(in_force(Rule::FLT_22, 2023y / 12));
  CHECK_FALSE(in_force(Rule::FLT_22, 2024y / 1));
  CHECK_FALSE(in_force(Rule::FLT_24, 2023y / 12));
  CHECK(in_force(Rule::FLT_24, 2024y / 1));
  CHECK_FALSE(in_force(Rule::FLT_19, 2019y / 12));
  CHECK(in_force(Rule::FLT_19, 2020y / 1));
  CHECK_FALSE(in_force(Rule::FLT_8, 2012y / 12));
  CHECK(in_force(Rule::FLT_8, 2013y / 1));
  CHECK(in_force(Rule::FLT_8, 2100y / 1));
}

TEST_CASE("periods of a rule follow each other without a hole, and have their own place") {
  std::size_t place = 0;
  for (std::size_t i = 0; i < rule_count; ++i) {
    Month next{};
    for (const RuleInfo& period : periods(static_cast<Rule>(i))) {
      CAPTURE(period.id);
      CHECK(place_of(period) == place++);
      CHECK(period.rule == static_cast<Rule>(i));
      CHECK(period.first <= period.last);
      if (next.ok()) CHECK(period.first == next);
      next = month_after(period.last);
    }
  }
}
