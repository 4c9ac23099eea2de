#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

using namespace std::chrono_literals;

// What the guide shows in C++ is this, line by line: tests/programs/guide.sh.
TEST_CASE("the month of the guide in C++ is that of its commands") {
  fleks::MonthFacts facts{.month = 2024y / 6,
                          .pay = fleks::Pay::hourly(fleks::Money::kroner(190), fleks::Hours::whole(25), fleks::Percent::whole(80))};
  facts.own_pension = fleks::Contribution::of(fleks::Percent::whole(4));
  facts.employer_pension = fleks::Contribution::of(fleks::Percent::whole(8));
  facts.other_wage = fleks::Money::kroner(2'500);
  facts.daily_benefit = fleks::Money::kroner(500);
  facts.ceiling = fleks::Ceiling::from_hourly(fleks::Money::kroner(165), fleks::Money::kroner(600), fleks::Percent::whole(8));
  facts.ledighedsydelse_days = fleks::Days::whole(2);

  const auto month = fleks::fleksloentilskud(facts, fleks::RateTable::embedded());

  REQUIRE(month);
  CHECK(month->fleksloentilskud == fleks::Money::kroner(7'717));
  CHECK(month->payout == fleks::Money::kroner(7'331));
  CHECK(*month->public_atp == fleks::Money::kroner(91));
  CHECK(month->obligatory_pension == fleks::Money::kroner(110));
}
