// What must hold of any course, asked of the library on random ones.
#include <doctest/doctest.h>

#include <cstdlib>

#include "agreement/agreement.hpp"
#include "history/against_course.hpp"

using namespace fleks;
namespace oc = oracle::course;
using against::table;

namespace {

constexpr int courses = agreement::rounds(6'000);

void same(const CaseStatement& a, const CaseStatement& b) {
  REQUIRE(a.months.size() == b.months.size());
  for (std::size_t m = 0; m < a.months.size(); ++m) {
    CHECK(a.months[m].payout == b.months[m].payout);
    CHECK(against_course::amounts(a.months[m]) == against_course::amounts(b.months[m]));
  }
}

}  // namespace

// 100.000 by FLEKS_COURSES=100000; what differs is told as the smallest course that still does.
TEST_CASE("every amount of a random course is the oracle's, with all that is known and as it was known") {
  const char* asked = std::getenv("FLEKS_COURSES");
  const int count = asked != nullptr ? std::atoi(asked) : 800, told = 20;
  random_course::Dice dice(2026);
  int compared = 0, wrong = 0;
  for (int i = 0; i < count; ++i) {
    const oc::Course c = random_course::make(dice);
    const Case facts = random_course::told(c);
    // Claims beyond what is left are refused (LY-11).
    if (!problems(facts).empty() || !case_statement(facts, table(), {.last = facts.first})) continue;
    ++compared;
    const oc::Date day = oc::first_of(c.first) + dice.from_to(0, 400);
    for (const std::optional<oc::Date> as_of : {std::optional<oc::Date>{}, std::optional(day)}) {
      const std::string difference = against_course::difference(c, as_of);
      if (difference.empty()) continue;
      if (++wrong > told) break;
      const oc::Course small = against_course::smallest(c, [&](const oc::Course& x) { return against_course::difference(x, as_of); });
      MESSAGE(difference << "\n" << against_course::difference(small, as_of) << "\n" << against_course::text(small));
      break;
    }
  }
  MESSAGE(compared << " courses compared, " << wrong << " wrong");
  CHECK(wrong == 0);
  CHECK(compared > count * 3 / 4);
}

TEST_CASE("KOR-4: a claim for another benefit is reduced by the ledighedsydelse of its days, as the oracle has it") {
  random_course::Dice dice(94);
  int reduced = 0, whole = 0;
  for (int i = 0; i < courses / 8; ++i) {
    const oc::Course c = random_course::make(dice);
    Case facts = random_course::told(c);
    const oc::Date from = oc::first_of(c.first) + dice.from_to(0, 200), to = from + dice.from_to(0, 150);
    const oracle::Ore claim = dice.from_to(0, 12'000'000);
    const oc::Date as_of = oc::first_of(c.first) + dice.from_to(100, 500);
    BackPayment& payment = facts.back_payments.emplace_back();
    payment.kind = BackPayment::Kind::disability_pension;
    payment.period = {random_course::day(from), random_course::day(to)};
    payment.amount = Money::oere(claim);
    if (!problems(facts).empty()) continue;
    const auto found = correction(facts, table(), facts.first, random_course::day(as_of));
    if (!found) continue;
    REQUIRE(found->claims.size() == 1);
    const oc::ReducedClaim expected = oc::reduced_claim(c, from, to, claim, as_of, {}, agreement::book());
    CAPTURE(against_course::text(c));
    CHECK(found->claims[0].ledighedsydelse.in_oere() == expected.ledighedsydelse);
    CHECK(found->claims[0].deducted.in_oere() == expected.deducted);
    CHECK(found->claims[0].left.in_oere() == expected.left);
    ++(expected.left == 0 ? whole : reduced);
  }
  CHECK(reduced > courses / 80);
  CHECK(whole > 0);
}

TEST_CASE("a course with a period over a boundary, or with two, is the same") {
  random_course::Dice dice(11);
  int told = 0;
  for (int i = 0; i < courses; ++i) {
    const oc::Course c = random_course::make(dice);
    const Case one = random_course::told(c);
    Case two = one;
    for (std::size_t p = one.ledighedsydelse.size(); p-- > 0;) {
      const BenefitPeriod& whole = one.ledighedsydelse[p];
      const Date last = whole.to ? *whole.to : last_day(one.last);
      const auto days = (std::chrono::sys_days{last} - std::chrono::sys_days{whole.from}).count();
      if (days < 3) continue;
      BenefitPeriod rest = whole;
      rest.from = Date{std::chrono::sys_days{whole.from} + std::chrono::days{dice.from_to(1, static_cast<int>(days))}};
      rest.record.id += "b";
      two.ledighedsydelse[p].to = day_before(rest.from);
      two.ledighedsydelse.push_back(rest);
    }
    // A ceiling that is stated again says nothing new.
    for (Employment& e : two.employments)
      if (e.ceilings.size() == 1 && !e.ceilings[0].to) {
        const Date again = Date{std::chrono::sys_days{e.ceilings[0].from} + std::chrono::days{dice.from_to(1, 200)}};
        if (e.to && again > *e.to) continue;
        e.ceilings.push_back(e.ceilings[0]);
        e.ceilings.back().from = again;
        e.ceilings.back().record.id += "b";
      }
    if (!problems(one).empty() || !problems(two).empty()) continue;
    const auto once = case_statement(one, table()), twice = case_statement(two, table());
    // A holiday outside every job, or beyond the account, is refused in both ways of telling.
    REQUIRE(once.has_value() == twice.has_value());
    if (!once) continue;
    ++told;
    same(*once, *twice);
  }
  CHECK(told > courses / 2);
}

TEST_CASE("a wage over two months is the same as its weekdays' parts") {
  random_course::Dice dice(12);
  for (int i = 0; i < courses; ++i) {
    random_course::Kinds kinds;
    kinds.corrections = kinds.expected = kinds.after_end = false;
    const Case one = random_course::told(random_course::make(dice, kinds));
    Case apart = one, together = one;
    // Two months' records of a job as one, of so much a weekday that both ways are whole øre.
    for (std::size_t w = 0; w + 1 < one.wages.size(); ++w) {
      WageRecord &a = apart.wages[w], &b = apart.wages[w + 1];
      if (a.employment != b.employment || a.period.last >= b.period.first || day_after(a.period.last) != b.period.first ||
          !a.spread.empty() || !b.spread.empty() || dice.one_in(2))
        continue;
      const int before = weekdays(a.period.first, a.period.last), after = weekdays(b.period.first, b.period.last);
      const Money a_day = Money::oere(dice.from_to(0, 60000));
      for (WageRecord* x : {&a, &b}) {
        x->own_pension = x->employer_pension = x->benefits_in_kind = {};
        x->paid_hours.reset();
      }
      a.am_income = Money::oere(a_day.in_oere() * before);
      b.am_income = Money::oere(a_day.in_oere() * after);
      WageRecord whole = a;
      whole.period.last = b.period.last;
      whole.am_income += b.am_income;
      together.wages[w] = whole;
      together.wages.erase(together.wages.begin() + static_cast<std::ptrdiff_t>(w) + 1);
      break;
    }
    if (!problems(apart).empty() || !problems(together).empty()) continue;
    const auto once = case_statement(apart, table()), twice = case_statement(together, table());
    REQUIRE(once.has_value() == twice.has_value());
    if (once) same(*once, *twice);
  }
}

TEST_CASE("EFTER: a course that is corrected and settled is not corrected again") {
  random_course::Dice dice(13);
  for (int i = 0; i < courses / 2; ++i) {
    Case c = random_course::told(random_course::make(dice));
    if (!problems(c).empty()) continue;
    const auto first = correction(c, table(), c.first);
    if (!first.has_value()) continue;
    c.corrections.push_back({first.value().as_of, c.first});
    const auto again = correction(c, table(), c.first);
    REQUIRE(again.has_value());
    CHECK(again.value().total == Money{});
  }
}
