#include <doctest/doctest.h>

#include <random>

#include <fleks/fleks.hpp>

#include "agreement/agreement.hpp"
#include "oracle/municipality.hpp"
#include "values/day_number.hpp"

using namespace fleks;
using namespace std::chrono_literals;

namespace {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  std::int64_t below(std::int64_t end) { return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(end)); }
  bool chance(int of_a_hundred) { return below(100) < of_a_hundred; }
  /// About the amounts of a month, in øre.
  Money amount(std::int64_t kroner) {
    return chance(20) ? Money{} : chance(50) ? Money::kroner(below(kroner)) : Money::oere(below(kroner * 100));
  }

 private:
  std::mt19937_64 engine_;
};

/// A life in runs of weeks: long ones, or of a few weeks with gaps.
std::vector<WeekOf> history(Random& random) {
  std::vector<WeekOf> weeks;
  const int length = 200 + static_cast<int>(random.below(500)), longest = random.chance(50) ? 120 : 12;
  while (static_cast<int>(weeks.size()) < length) {
    const WeekOf kind = random.chance(45) ? WeekOf::self_support : random.chance(70) ? WeekOf::benefit : WeekOf::neither;
    weeks.insert(weeks.end(), static_cast<std::size_t>(1 + random.below(longest)), kind);
  }
  return weeks;
}

/// What a month of random weeks costs, as the library has it and as the oracle does.
struct Both {
  MunicipalFacts facts;
  std::vector<oracle::PurseWeek> weeks;
};
Both random_month(Random& random, Money subsidy, Money benefit) {
  Both both;
  const std::int64_t parts = 1 + random.below(6);
  int count = random.chance(50) ? 1 + static_cast<int>(random.below(60)) : static_cast<int>(random.below(400));
  for (std::int64_t i = 0; i < parts; ++i) {
    WeekOfExpense w;
    w.rules = random.chance(70) ? RefundRules::staircase : static_cast<RefundRules>(1 + random.below(3));
    w.weeks = ++count;
    w.subsidy = Exact::of(subsidy) * Exact::ratio(1, parts);
    w.ledighedsydelse = Exact::of(benefit) * Exact::ratio(1, parts);
    both.weeks.push_back(
        {w.weeks, static_cast<oracle::Scheme>(w.rules), agreement::number(w.subsidy) / 100, agreement::number(w.ledighedsydelse) / 100});
    both.facts.weeks.push_back(w);
  }
  return both;
}

}  // namespace

// KOM-1 to KOM-3, against a count that looks back at every week anew.
TEST_CASE("random week histories count as the oracle's") {
  Random random(20140701);
  const int histories = agreement::rounds(10'000);
  int wrong = 0, over = 0;
  for (int i = 0; i < histories; ++i) {
    const auto weeks = history(random);
    const DayNumber first = monday_of(week_of(number_of(2013y / 9 / 2)) + static_cast<std::int32_t>(random.below(300)));
    const int before = random.chance(70) ? 0 : static_cast<int>(random.below(80));
    std::vector<oracle::Week> theirs;
    for (const WeekOf w : weeks) theirs.push_back(static_cast<oracle::Week>(w));
    const auto counted = benefit_weeks(date_of(first), weeks, before);
    wrong += counted != oracle::benefit_weeks(agreement::day(date_of(first)), theirs, before);
    for (std::size_t w = 1; w < counted.size(); ++w) over += counted[w] < counted[w - 1];
  }
  MESSAGE(histories << " histories, " << over << " times started over, " << wrong << " of them different");
  CHECK(wrong == 0);
  CHECK(over > histories / 4);
}

// KOM-5 to KOM-7: amounts of any kind, weeks under any rules.
TEST_CASE("random months cost municipality and state what the oracle says") {
  Random random(20160104);
  const int months = agreement::rounds(100'000);
  int wrong = 0, with_fleksbidrag = 0;
  for (int i = 0; i < months; ++i) {
    const Month month = Month{2016y, std::chrono::January} + std::chrono::months{random.below(11 * 12)};
    Both both = random_month(random, random.amount(22'000), random.chance(50) ? Money{} : random.amount(22'000));
    both.facts.month = month;
    const Money base = random.chance(80) ? Money::kroner(17'000 + random.below(5'000)) : random.amount(22'000);
    std::optional<Money> wage;
    if (!random.chance(10)) wage = random.amount(30'000);
    both.facts.base = Exact::of(base);
    if (wage) both.facts.wage = Exact::of(*wage);
    const bool other_base = random.chance(30);
    const auto ours = municipal_statement(
        both.facts, agreement::table(), {.fleksbidrag_base = other_base ? FleksbidragBase::m_less_refund : FleksbidragBase::after_refund});
    REQUIRE(ours);
    const auto theirs = oracle::purses(both.weeks, agreement::kroner(base), wage ? std::optional(agreement::kroner(*wage)) : std::nullopt,
                                       agreement::book().get("fleksbidrag_max_month", agreement::day(first_day(month))), other_base);
    wrong += ours->refund.in_oere() != theirs.refund || ours->fleksbidrag.in_oere() != theirs.fleksbidrag ||
             ours->municipality.in_oere() != theirs.municipality;
    with_fleksbidrag += ours->fleksbidrag != Money{};
  }
  MESSAGE(months << " months, " << with_fleksbidrag << " with fleksbidrag, " << wrong << " of them different");
  CHECK(wrong == 0);
  CHECK(with_fleksbidrag > months / 20);
}
