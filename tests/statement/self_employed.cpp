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

namespace {
SelfEmployedFacts of_accounts(int year, std::vector<Money> accounts) {
  SelfEmployedFacts facts{.year = std::chrono::year{year}};
  facts.by_accounts = true;
  facts.accounts = std::move(accounts);
  return facts;
}
Money kr(int amount) { return Money::kroner(amount); }
}  // namespace

// BEK 1794/2025 §§ 9, 11: the mean of the two best of the last three whole years; a year with a loss counts as nothing.
TEST_CASE("SELV: the two best accounting years of three count, in any order, and a loss is nothing") {
  for (const auto& accounts : {std::vector{kr(100'000), kr(60'000), kr(-20'000)}, std::vector{kr(-20'000), kr(60'000), kr(100'000)},
                               std::vector{kr(60'000), kr(100'000)}}) {
    const auto grant = self_employed_grant(of_accounts(2024, accounts), against::table()).value();
    CHECK(grant.business_income == Exact::of(kr(80'000)));
    CHECK(grant.grant == kr(156'953 - 24'000));
    CHECK(grant.a_month == Money::oere(1'107'942));  // 132.953 / 12 = 11.079,42
  }
  CHECK(self_employed_grant(of_accounts(2024, {kr(100'000), kr(-1), kr(-50'000)}), against::table()).value().business_income ==
        Exact::of(kr(50'000)));
  CHECK(self_employed_grant(of_accounts(2024, {kr(-1), kr(-2), kr(-3)}), against::table()).value().grant == kr(156'953));
  CHECK(self_employed_grant(of_accounts(2024, {kr(70'000)}), against::table()).value().business_income == Exact::of(kr(70'000)));
}

TEST_CASE("SELV: without a whole accounting year the grant is nothing, whatever else is earned") {
  SelfEmployedFacts facts = of_accounts(2024, {});
  Trace trace;
  const auto grant = self_employed_grant(facts, against::table(), trace).value();
  CHECK(grant.grant == Money{});
  CHECK(grant.a_month == Money{});
  CHECK(trace.steps().size() == 1);
}

TEST_CASE("SELV: other earned income counts like that of the business, and spouses have half of it each") {
  SelfEmployedFacts facts = of_accounts(2024, {kr(100'000), kr(60'000), kr(-20'000)});
  facts.other_income = kr(30'000);
  CHECK(self_employed_grant(facts, against::table()).value().grant == kr(123'953));
  facts.with_spouse = true;
  const auto half = self_employed_grant(facts, against::table()).value();
  CHECK(half.business_income == Exact::of(kr(40'000)));
  CHECK(half.grant == kr(156'953 - 21'000));
  facts = {.year = 2024y, .income = kr(80'000), .with_spouse = true};
  CHECK(self_employed_grant(facts, against::table()).value().business_income == Exact::of(kr(40'000)));
}

TEST_CASE("SELV: random accounts, other income and spouses agree with the oracle") {
  against::Dice dice(1794);
  for (int i = 0; i < 1000; ++i) {
    SelfEmployedFacts facts = of_accounts(static_cast<int>(dice.from_to(2013, 2026)), {});
    std::vector<oracle::Number> surplus;
    for (auto years = dice.from_to(0, 3); years > 0; --years) {
      const Money amount = dice.oere_up_to(500000);
      facts.accounts.push_back(dice.from_to(0, 3) == 0 ? -amount : amount);
      surplus.push_back(against::number(facts.accounts.back()));
    }
    if (dice.from_to(0, 1) == 1) facts.other_income = dice.oere_up_to(300000);
    facts.with_spouse = dice.from_to(0, 1) == 1;
    const auto ours = self_employed_grant(facts, against::table()).value();
    const auto theirs =
        oracle::self_employed_grant_of(against::book(), int{facts.year}, surplus, against::number(facts.other_income), facts.with_spouse);
    REQUIRE(ours.grant.in_oere() == theirs.grant);
    REQUIRE(ours.a_month.in_oere() == oracle::to_ore(theirs.grant_exact / 12));
  }
}

TEST_CASE("SELV: more than three accounting years, a negative other income and amounts that are too large are errors") {
  CHECK(self_employed_grant(of_accounts(2024, {kr(1), kr(1), kr(1), kr(1)}), against::table()).error().code == ErrorCode::too_many);
  CHECK(self_employed_grant(of_accounts(2024, {largest_amount + Money::oere(1)}), against::table()).error().code == ErrorCode::too_large);
  CHECK(self_employed_grant(of_accounts(2024, {-largest_amount - Money::oere(1)}), against::table()).error().code == ErrorCode::too_large);
  SelfEmployedFacts facts = of_accounts(2024, {kr(1)});
  facts.other_income = -kr(1);
  CHECK(self_employed_grant(facts, against::table()).error().field == Fact::other_income);
}
