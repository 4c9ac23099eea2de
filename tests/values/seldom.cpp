#include <doctest/doctest.h>

#include <optional>
#include <utility>

#include <fleks/facts/month_facts.hpp>
#include <fleks/values/seldom.hpp>

using namespace fleks;

namespace {

struct Two {
  std::optional<int> first{};
  int second = 7;
  friend bool operator==(const Two&, const Two&) = default;
};

Seldom<Two> said(int first) {
  Seldom<Two> two;
  two.say().first = first;
  return two;
}

}  // namespace

TEST_CASE("Seldom: unsaid it reads as what says nothing, and is a pointer wide") {
  const Seldom<Two> nothing;
  CHECK_FALSE(nothing);
  CHECK(*nothing == Two{});
  CHECK(nothing->second == 7);
  CHECK_FALSE(nothing->first);
  CHECK(sizeof(Seldom<Two>) == sizeof(void*));
}

TEST_CASE("Seldom: what is said is kept, each copy its own") {
  Seldom<Two> two = said(1);
  Seldom<Two> copy = two;
  copy.say().first = 2;
  CHECK(two);
  CHECK(two->first == 1);
  CHECK(copy->first == 2);
  CHECK(copy->second == 7);
  two = copy;
  copy.say().second = 3;
  CHECK(*two == Two{2, 7});
  const Seldom<Two>& itself = two;
  two = itself;
  CHECK(*two == Two{2, 7});
  two = Seldom<Two>{};
  CHECK_FALSE(two);
}

TEST_CASE("Seldom: what is moved from says nothing") {
  Seldom<Two> two = said(1);
  const Seldom<Two> taken = std::move(two);
  CHECK(taken->first == 1);
  CHECK_FALSE(two);  // NOLINT(bugprone-use-after-move)
  two = said(4);
  CHECK(two->first == 4);
}

TEST_CASE("Seldom: compares by value, and said to be nothing is as if unsaid") {
  CHECK(said(1) == said(1));
  CHECK(said(1) != said(2));
  CHECK(said(1) != Seldom<Two>{});
  Seldom<Two> nothing;
  CHECK(nothing.say() == Two{});
  CHECK(nothing == Seldom<Two>{});
}

// What a month without parts is copied for.
TEST_CASE("MonthFacts: a month takes at most 280 bytes, and a copy has parts of its own") {
  CHECK(sizeof(MonthFacts) <= 280);
  MonthFacts facts;
  facts.in_parts.say().part = Exact::ratio(1, 2);
  MonthFacts copy = facts;
  copy.in_parts.say().part = Exact::ratio(1, 3);
  CHECK(facts.in_parts->part == Exact::ratio(1, 2));
  CHECK(copy.in_parts->part == Exact::ratio(1, 3));
}

TEST_CASE("Contribution: kroner or a percentage, the other is zero") {
  const Contribution kroner = Contribution::of(Money::kroner(500)), share = Contribution::of(Percent::whole(8));
  CHECK_FALSE(kroner.is_share());
  CHECK(kroner.amount() == Money::kroner(500));
  CHECK(kroner.share() == Percent{});
  CHECK(share.is_share());
  CHECK(share.amount() == Money{});
  CHECK(share.share() == Percent::whole(8));
  CHECK_FALSE(Contribution{}.is_share());
  CHECK(Contribution{}.amount() == Money{});
}
