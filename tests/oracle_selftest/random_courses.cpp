// What must hold of any course, asked of the oracle itself on random ones.
#include "history/random_course.hpp"

#include <doctest/doctest.h>
#include "source_file.hpp"

namespace oc = oracle::course;
using oracle::Month;

namespace {

const oracle::RateBook& book() {
  static const oracle::RateBook rates = oracle::RateBook::read(source_file("/src/rates/rates.csv"));
  return rates;
}

oc::CourseMonth at(const oc::Course& c, const Month& m, oc::Date as_of = oc::open - 1) { return oc::month(c, m, as_of, {}, book()); }

template <class Action>
void each_month(const oc::Course& c, Action action) {
  for (Month m = c.first; !(c.last < m); m = oracle::month_after(m)) action(m);
}

constexpr int courses = 120;

}  // namespace

TEST_CASE("the days of a month are each in a fleksjob, on ledighedsydelse or neither, and no month has two whole benefits") {
  random_course::Dice dice(1);
  int both = 0;
  for (int i = 0; i < courses; ++i) {
    const oc::Course c = random_course::make(dice);
    each_month(c, [&](const Month& m) {
      const oc::CourseMonth out = at(c, m);
      const int all = oracle::weekdays_in(m);
      CHECK(out.days.fleksjob + out.days.ledighedsydelse + out.days.neither == all);
      CHECK(out.days.neither >= 0);
      if (out.subsidy && out.benefit && out.days.ledighedsydelse > 0) {
        ++both;
        CHECK(out.days.fleksjob < all);
        CHECK(out.days.ledighedsydelse < all);
      }
      if (out.days.fleksjob == 0) CHECK_FALSE(out.subsidy.has_value());
    });
  }
  CHECK(both > 10);
}

TEST_CASE("a subsidy rests on its own month or the one before, on one a job, and on no month after the job's end") {
  random_course::Dice dice(2);
  for (int i = 0; i < courses; ++i) {
    const oc::Course c = random_course::make(dice);
    each_month(c, [&](const Month& m) {
      const oc::CourseMonth out = at(c, m);
      int jobs = 0;
      for (const oc::Job& j : c.jobs) jobs += j.fleksjob && j.from <= oc::last_of(m) && oc::first_of(m) <= j.to ? 1 : 0;
      if (const auto last = oc::right_ends_after(c); last && *last < m) jobs = 0;  // FLT-23
      CHECK(out.rests_on.size() == static_cast<std::size_t>(jobs));
      for (const Month& of : out.rests_on) CHECK((of == m || of == oracle::month_before(m)));
    });
  }
}

TEST_CASE("one record over a boundary or two is the same") {
  random_course::Dice dice(3);
  for (int i = 0; i < courses; ++i) {
    const oc::Course one = random_course::make(dice);
    oc::Course two = one;
    for (std::size_t p = one.ledighedsydelse.size(); p-- > 0;) {
      const oc::BenefitPeriod whole = one.ledighedsydelse[p];
      const oc::Date last = std::min(whole.to, oc::last_of(one.last));
      if (last - whole.from < 3) continue;
      oc::BenefitPeriod rest = whole;
      two.ledighedsydelse[p].to = whole.from + dice.from_to(0, last - whole.from - 1);
      rest.from = two.ledighedsydelse[p].to + 1;
      rest.record.id += "b";
      two.ledighedsydelse.push_back(rest);
    }
    for (std::size_t w = one.wages.size(); w-- > 0;) {
      const oc::WageRecord whole = one.wages[w];
      const int days = oc::weekdays(whole.from, whole.to);
      if (!whole.spread.empty() || !whole.record.corrects.empty() || whole.after_end || days < 2 || dice.one_in(2)) continue;
      bool corrected = false;
      for (const oc::WageRecord& other : one.wages) corrected = corrected || other.record.corrects == whole.record.id;
      if (corrected) continue;
      oc::WageRecord rest = whole;
      oc::WageRecord& first = two.wages[w];
      first.to = first.from + dice.from_to(0, whole.to - whole.from - 1);
      rest.from = first.to + 1;
      rest.record.id += "b";
      const int before = oc::weekdays(first.from, first.to);
      if (before == 0 || before == days) {
        first = whole;
        continue;
      }
      const auto split = [&](oracle::Number oc::WageRecord::*amount) {
        first.*amount = whole.*amount * before / days;
        rest.*amount = whole.*amount - first.*amount;
      };
      split(&oc::WageRecord::am_income);
      split(&oc::WageRecord::own_pension);
      split(&oc::WageRecord::employer_pension);
      split(&oc::WageRecord::not_wage);
      if (whole.paid_hours) {
        first.paid_hours = oracle::Number(*whole.paid_hours * before / days);
        rest.paid_hours = oracle::Number(*whole.paid_hours - *first.paid_hours);
      }
      two.wages.push_back(rest);
    }
    each_month(one, [&](const Month& m) {
      const oc::CourseMonth a = at(one, m), b = at(two, m);
      CHECK(a.payout == b.payout);
      CHECK(a.status == b.status);
      CHECK((a.subsidy ? a.subsidy->public_atp : std::nullopt) == (b.subsidy ? b.subsidy->public_atp : std::nullopt));
    });
  }
}

TEST_CASE("KOR-1: what is settled leaves nothing, and what was known at once is never corrected") {
  random_course::Dice dice(4);
  for (int i = 0; i < courses; ++i) {
    oc::Course c = random_course::make(dice);
    const oc::Date later = oc::last_of(c.last) + 300;
    const oc::Correction first = oc::correction(c, c.first, later, {}, book());
    c.settled.push_back({later, c.first});
    const oc::Correction again = oc::correction(c, c.first, later + 10, {}, book());
    REQUIRE(again.months.size() == first.months.size());
    for (std::size_t m = 0; m < again.months.size(); ++m)
      if (first.months[m].regulated) CHECK(again.months[m].difference == 0);

    c.settled.clear();
    const auto at_once = [](auto& list) {
      for (auto& fact : list) fact.record.known = oc::always;
    };
    at_once(c.wages);
    at_once(c.daily_benefits);
    at_once(c.holidays);
    at_once(c.ledighedsydelse);
    at_once(c.sanctions);
    at_once(c.day_sanctions);
    at_once(c.incomes);
    for (oc::Job& j : c.jobs) {
      at_once(j.ceilings);
      if (j.to != oc::open) j.end_known = oc::always;
    }
    for (const oc::Corrected& m : oc::correction(c, c.first, later, {}, book()).months) CHECK(m.difference == 0);
  }
}
