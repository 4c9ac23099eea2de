#include <doctest/doctest.h>

#include "history/random_case.hpp"

using namespace fleks;

namespace {

const RateTable& table() { return against::table(); }

}  // namespace

TEST_CASE("EFTER: the sum of the corrections is the difference of the two histories, and each month's lines add up") {
  against::Dice dice(139);
  for (int i = 0; i < 150; ++i) {
    const Case c = random_case::make(dice);
    const Correction all = correction(c, table(), c.first).value();
    Money sum{}, histories{};
    for (const CorrectedMonth& m : all.months) {
      const auto then = case_statement(c, table(), {.as_of = decision_date(c, m.month), .first = m.month, .last = m.month}).value();
      const auto now = case_statement(c, table(), {.as_of = all.as_of, .first = m.month, .last = m.month}).value();
      histories += now.months.front().payout - then.months.front().payout;
      Exact lines;
      for (const CorrectionLine& l : m.lines) {
        lines += l.difference;
        REQUIRE(l.difference == l.due - l.paid);
      }
      REQUIRE(lines == Exact::of(m.difference));
      REQUIRE(m.difference == m.due - m.paid);
      // KOR-1: what is older than twelve months is shown apart.
      REQUIRE(m.too_old == (m.month < month_of(all.as_of) - std::chrono::months{12}));
      sum += m.too_old ? Money{} : m.difference;
      REQUIRE(m.recoverable >= Money{});
      REQUIRE(m.recoverable <= (m.too_old || m.difference > Money{} ? Money{} : -m.difference));
    }
    REQUIRE(sum == all.total);
    REQUIRE(histories == all.total + all.too_old);
  }
}

TEST_CASE("EFTER: no correction when nothing changed after the decision") {
  against::Dice dice(1);
  for (int i = 0; i < 60; ++i) {
    Case c = random_case::make(dice);
    const auto known_at_once = [&](auto& list) {
      for (auto& fact : list) fact.record.known = Date{std::chrono::year{2000} / 1 / 1};
    };
    known_at_once(c.wages);
    known_at_once(c.daily_benefits);
    known_at_once(c.holidays);
    known_at_once(c.ledighedsydelse);
    known_at_once(c.incomes);
    for (Employment& e : c.employments) {
      known_at_once(e.ceilings);
      if (e.to) e.end_known = Date{std::chrono::year{2000} / 1 / 1};
    }
    const Correction none = correction(c, table(), c.first, last_day(c.last)).value();
    CHECK(none.total == Money{});
    for (const CorrectedMonth& m : none.months) CHECK(m.lines.empty());
    CHECK(!none.months.empty());
  }
}

TEST_CASE("EFTER: correcting twice changes nothing") {
  against::Dice dice(2);
  for (int i = 0; i < 60; ++i) {
    Case c = random_case::make(dice);
    const Correction first = correction(c, table(), c.first).value();
    c.corrections.push_back({first.as_of, c.first});
    const Correction second = correction(c, table(), c.first).value();
    CHECK(second.total == Money{});
    for (const CorrectedMonth& m : second.months) CHECK(m.lines.empty());
  }
}

TEST_CASE("as of the last date is the plain result, and the order of the facts does not matter") {
  against::Dice dice(3);
  for (int i = 0; i < 60; ++i) {
    const Case c = random_case::make(dice);
    const Case other = random_case::shuffled(c, dice);
    const auto plain = case_statement(c, table()).value(), last = case_statement(c, table(), {.as_of = last_known(c)}).value(),
               explained = case_statement(c, table(), {.explained = true}).value(), mixed = case_statement(other, table()).value();
    REQUIRE(plain.months.size() == mixed.months.size());
    for (std::size_t m = 0; m < plain.months.size(); ++m) {
      CHECK(plain.months[m].payout == last.months[m].payout);
      CHECK(plain.months[m].payout == explained.months[m].payout);
      CHECK(plain.months[m].payout == mixed.months[m].payout);
      CHECK(plain.months[m].holiday.left_with_pay == mixed.months[m].holiday.left_with_pay);
    }
    CHECK(correction(c, table(), c.first).value().total == correction(other, table(), c.first).value().total);
  }
}

TEST_CASE("a month's days are each lived on once") {
  against::Dice dice(4);
  for (int i = 0; i < 30; ++i) {
    const Case c = random_case::make(dice);
    const auto statement = case_statement(c, table()).value();
    for (const CaseMonth& m : statement.months) {
      REQUIRE(!m.days.empty());
      CHECK(m.days.front().days.first == first_day(m.month));
      CHECK(m.days.back().days.last == last_day(m.month));
      for (std::size_t d = 1; d < m.days.size(); ++d) CHECK(m.days[d].days.first == day_after(m.days[d - 1].days.last));
    }
  }
}
