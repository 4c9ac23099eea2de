#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// The fleksløntilskud that a municipality has reported (kind 0083) is no income of the case: it is held against what was due.

TEST_CASE("what was paid is held against what is due, month by month") {
  const CaseReading reading = read_case(R"({"from": "2024-03", "to": "2024-05", "employments": [{"id": "a", "from": "2020-01-01",
    "ceilings": [{"from": "2020-01-01", "amount": "32067"}]}],
    "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": "15600", "paid_hours": "78"},
              {"from": "2024-03-01", "to": "2024-03-31", "am_income": "15600", "paid_hours": "78"}]})");
  REQUIRE(reading.good());
  const CheckedCase facts = CheckedCase::of(reading.facts).value();
  const RateTable rates = RateTable::embedded();
  const auto held = held_against_due({{2024y / 3, Money::kroner(14'000), "a"},
                                      {2024y / 3, Money::kroner(772), "b"},
                                      {2024y / 4, Money::kroner(1), "c"},
                                      {2024y / 5, Money::kroner(2), "d"},
                                      {2023y / 1, Money::kroner(3), "e"}},
                                     facts, rates)
                        .value();
  REQUIRE(held.size() == 4);
  CHECK(held[0].month == 2023y / 1);
  CHECK_FALSE(held[0].due.has_value());
  CHECK(held[0].differs());
  CHECK(held[1].month == 2024y / 3);
  CHECK(held[1].paid == Money::kroner(14'772));
  CHECK(held[1].due == Money::kroner(14'772));
  CHECK_FALSE(held[1].differs());
  CHECK(held[2].due == Money::kroner(14'772));
  CHECK(held[2].differs());
  CHECK_FALSE(held[3].due.has_value());  // April's wage is not known
  CHECK(held_against_due({}, facts, rates).value().empty());
}

TEST_CASE("a month without a rate is an error of the rates") {
  const CaseReading reading = read_case(R"({"from": "2012-03", "to": "2012-05", "employments": [{"id": "a", "from": "2010-01-01"}]})");
  REQUIRE(reading.good());
  const auto held = held_against_due({{2012y / 3, Money::kroner(1), "a"}}, CheckedCase::of(reading.facts).value(), RateTable::embedded());
  CHECK((!held || !(*held)[0].due || *(*held)[0].due == Money{}));
}
