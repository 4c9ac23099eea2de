#include <doctest/doctest.h>

#include "statement/against_oracle.hpp"

using namespace fleks;
using namespace std::chrono_literals;

// LAB § 126 ff.: the maximum less 30 pct. of the year's income, no second step.
TEST_CASE("SELV: published check of 2019, income 48.000 kr.") {
  const auto grant = self_employed_grant(2019y, Money::kroner(48000), against::table()).value();
  CHECK(grant.maximum == Exact::of(Money::kroner(141206)));
  CHECK(grant.reduction == Exact::of(Money::kroner(14400)));
  CHECK(grant.grant == Money::kroner(126806));
}

TEST_CASE("SELV: never below zero, and agrees with the oracle in every year") {
  CHECK(self_employed_grant(2019y, Money::kroner(900000), against::table()).value().grant == Money{});
  against::Dice dice(126);
  for (int i = 0; i < 500; ++i) {
    const int year = static_cast<int>(dice.from_to(2013, 2026));
    const Money income = dice.oere_up_to(600000);
    Trace trace;
    const auto ours = self_employed_grant(std::chrono::year{year}, income, against::table(), trace).value();
    REQUIRE(ours.grant.in_oere() == oracle::self_employed_grant(against::book(), year, against::number(income)).grant);
    REQUIRE(trace.find(Rule::SELV) != nullptr);
  }
}

TEST_CASE("SELV: a year without a maximum and a negative income are errors") {
  CHECK(self_employed_grant(2012y, Money{}, against::table()).error().code == ErrorCode::no_rate);
  CHECK(self_employed_grant(2019y, -Money::kroner(1), against::table()).error().field == Fact::income);
  CHECK(self_employed_grant(2019y, -Money::kroner(1), against::table()).error().code == ErrorCode::negative);
  CHECK(self_employed_grant(2019y, largest_amount + Money::oere(1), against::table()).error().code == ErrorCode::too_large);
}
