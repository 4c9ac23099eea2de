#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include <fleks/analysis/pay_for_payout.hpp>
#include <fleks/statement/month_statement.hpp>

#include "words/said.hpp"

#include <fleks/words/pay_for_payout.hpp>

// From a payout back to the pay: every pay that is found gives it, the øre beside it does not, and none is missed.

using namespace fleks;
using namespace std::chrono_literals;

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}
MonthFacts march(Money ceiling = {}) {
  MonthFacts f{.month = 2024y / std::chrono::March, .pay = Pay::am_income(Money{})};
  if (ceiling != Money{}) f.ceiling = Ceiling::stated(ceiling);
  return f;
}
Money payout_at(MonthFacts facts, Money pay, const Options& options = {}) {
  facts.pay.amount = pay;
  return fleksloentilskud(facts, rates(), options).value().payout;
}
bool is_in(const PayForPayout& found, Money pay) {
  return std::any_of(found.ranges.begin(), found.ranges.end(), [&](const PayRange& r) { return r.from <= pay && pay <= r.to; });
}
void check_ends(const PayForPayout& found, const MonthFacts& facts, Money payout, const Options& options = {}) {
  for (const PayRange& r : found.ranges) {
    REQUIRE(r.from <= r.to);
    CHECK(r.fleksloentilskud - r.own_atp == payout);
    CHECK(payout_at(facts, r.from, options) == payout);
    CHECK(payout_at(facts, r.to, options) == payout);
    for (const Money beside : {r.from - Money::oere(1), r.to + Money::oere(1)})
      if (!(beside < Money{}) && beside <= largest_amount) CHECK((payout_at(facts, beside, options) == payout) == is_in(found, beside));
  }
}

}  // namespace

// 19.952 - 30 pct. of the pay is 15.272 to the nearest krone from 15.598,34 (15.272,498) to 15.601,66 kr. (15.271,502).
TEST_CASE("March 2024, 14.772 kr.: the pay to the øre") {
  const auto found = pay_for_payout(Money::kroner(14'772), march(Money::kroner(32'067)), rates()).value();
  REQUIRE(found.ranges.size() == 1);
  CHECK(found.ranges[0].from == Money::oere(15'598'34));
  CHECK(found.ranges[0].to == Money::oere(15'601'66));
  CHECK(found.ranges[0].fleksloentilskud == Money::kroner(15'272));
  CHECK(found.ranges[0].own_atp == Money::kroner(500));
  CHECK(!found.most);
}

TEST_CASE("nothing paid out: from where the subsidy is gone, and without any pay") {
  const auto found = pay_for_payout(Money{}, march(), rates()).value();
  REQUIRE(found.ranges.size() == 2);
  CHECK(found.ranges[0].from == Money{});
  CHECK(found.ranges[0].to == Money{});
  CHECK(found.ranges[1].to == largest_amount);
  check_ends(found, march(), Money{});
}

TEST_CASE("what no pay gives: above the most, between two kroner") {
  const auto above = pay_for_payout(Money::kroner(30'000), march(), rates()).value();
  CHECK(above.ranges.empty());
  REQUIRE(above.most);
  CHECK(above.most->pay == Money::oere(1));
  CHECK(above.most->payout == Money::kroner(19'452));
  CHECK(pay_for_payout(Money::oere(14'772'50), march(), rates()).value().ranges.empty());
  // A benefit gives a right without pay: then the most is without any.
  MonthFacts f = march();
  f.daily_benefit = Money::kroner(3'000);
  const auto with_benefit = pay_for_payout(Money::kroner(30'000), f, rates()).value();
  REQUIRE(with_benefit.most);
  CHECK(with_benefit.most->pay == Money{});
  CHECK(with_benefit.most->payout == payout_at(f, Money{}));
}

TEST_CASE("random months: the pay of a payout is found again, and its ends are ends") {
  std::mt19937_64 dice(7);
  const auto between = [&](std::int64_t low, std::int64_t high) { return std::uniform_int_distribution<std::int64_t>(low, high)(dice); };
  const auto some = [&](std::int64_t high) { return Money::oere(between(0, 2) == 0 ? between(0, high) : 0); };
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    MonthFacts f{
        .month = std::chrono::year{static_cast<int>(between(2013, 2026))} / std::chrono::month{static_cast<unsigned>(between(2, 12))},
        .pay = Pay::am_income(Money{})};
    f.own_pension = between(0, 1) == 0 ? Contribution::of(some(100'000)) : Contribution::of(Percent::whole(between(0, 10)));
    f.employer_pension = between(0, 1) == 0 ? Contribution::of(some(200'000)) : Contribution::of(Percent::whole(between(0, 15)));
    f.holiday_supplement = some(100'000);
    f.other_wage = some(500'000);
    f.care_income = some(300'000);
    f.daily_benefit = some(400'000);
    f.unclaimed_benefit = some(200'000);
    if (between(0, 1) == 0)
      f.ceiling = between(0, 2) == 0 ? Ceiling::from_hourly(Money::oere(between(12'000, 25'000)))
                                     : Ceiling::stated(Money::oere(between(1'500'000, 3'500'000)));
    const Money pay = Money::oere(between(0, 4'000'000)), payout = payout_at(f, pay);
    const auto found = pay_for_payout(payout, f, rates()).value();
    CHECK(is_in(found, pay));
    check_ends(found, f, payout);
    // Beside it, and above all: what is not found is nowhere on a fine grid.
    const auto other = pay_for_payout(payout + Money::oere(between(1, 300)), f, rates()).value();
    CHECK(other.ranges.empty() == other.most.has_value());
    check_ends(other, f, other.ranges.empty() ? Money{} : other.ranges[0].fleksloentilskud - other.ranges[0].own_atp);
    if (other.most) {
      CHECK(payout_at(f, other.most->pay) == other.most->payout);
      for (std::int64_t at = 0; at <= 4'000'000; at += 50'021) CHECK(payout_at(f, Money::oere(at)) <= other.most->payout);
    }
  }
}

// To April 2014 the subsidy is in øre: an øre less may take a krone less of own ATP, so that the most is not at the least pay.
TEST_CASE("in øre the most is where own ATP is a krone less") {
  MonthFacts f{.month = 2013y / std::chrono::March, .pay = Pay::am_income(Money{})};
  f.daily_benefit = Money::oere(payout_at(f, Money::oere(1)).in_oere()) + Money::kroner(500) - Money::oere(5'010'00);
  const Money without = payout_at(f, Money{});
  const auto found = pay_for_payout(Money::kroner(30'000), f, rates()).value();
  REQUIRE(found.most);
  CHECK(without < found.most->payout);
  CHECK(payout_at(f, found.most->pay) == found.most->payout);
}

TEST_CASE("facts with which it is not solved are refused, and so is a payout that cannot be") {
  const auto refused = [](const MonthFacts& f, const Options& options = {}) {
    return pay_for_payout(Money::kroner(10'000), f, rates(), options).error().code;
  };
  MonthFacts hourly = march();
  hourly.pay = Pay::hourly(Money::kroner(200), Hours::whole(10));
  CHECK(refused(hourly) == ErrorCode::exclusive_facts);
  MonthFacts days = march();
  days.ledighedsydelse_days = Days::whole(1);
  CHECK(refused(days) == ErrorCode::exclusive_facts);
  Options before_ceiling;
  before_ceiling.own_atp_of = OwnAtpOf::before_ceiling;
  CHECK(refused(march(), before_ceiling) == ErrorCode::exclusive_facts);
  CHECK(pay_for_payout(Money::oere(-1), march(), rates()).error().field == Fact::target);
  MonthFacts early = march();
  early.month = 2012y / std::chrono::March;
  CHECK(!pay_for_payout(Money{}, early, rates()));
}

TEST_CASE("in words") {
  const MonthFacts f = march();
  const auto said = [&](Money payout, Language l) { return breakdown(pay_for_payout(payout, f, rates()).value(), payout, f, l); };
  CHECK(said::has(said(Money::kroner(14'772), Language::danish), "AM-bidragspligtig indkomst (felt 13): fra 15.598,34 til 15.601,66 kr."));
  CHECK(said::has(said(Money::kroner(14'772), Language::danish), "svaret er før lønloftet."));
  CHECK(said::has(said(Money{}, Language::danish), "(felt 13): 0,00 kr. Så er"));
  CHECK(said::has(said(Money{}, Language::english), " and more. Then the fleksløntilskud is DKK 0.00 and own ATP DKK 0.00."));
  CHECK(
      said::has(said(Money::kroner(30'000), Language::danish), "Ingen løn giver 30.000,00 kr. Mest udbetales ved 0,01 kr.: 19.452,00 kr."));
}
