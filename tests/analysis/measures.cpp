#include <doctest/doctest.h>

#include <fleks/analysis/measures.hpp>

#include "analysis/random_citizens.hpp"

using namespace fleks;

namespace {

using oracle::Number;

/// 1 − rise in hand / rise of the gross pay, of the oracle's printed amounts.
Number lost(const oracle::NetResult& before, const oracle::NetResult& after) {
  return 1 - oracle::ratio(after.row.in_hand - before.row.in_hand, after.row.gross_pay - before.row.gross_pay);
}

Exact sum_of_parts(const LostShare& s) {
  return s.taper + s.ceiling + s.am_contribution + s.tax + s.housing_benefit + s.daycare + s.child_benefit + s.benefit + s.saved;
}

/// The citizen with the ceiling where it is, whatever the hourly wage becomes.
oracle::NetFacts with_fixed_ceiling(oracle::NetFacts f) {
  if (f.ceiling_from == oracle::NetCeiling::given) return f;
  f.ceiling_from = oracle::NetCeiling::given;
  f.ceiling.form = oracle::CeilingForm::amount;
  f.ceiling.amount = f.hourly_wage * oracle::ratio(37 * 52, 12) * (1 + f.employer_pension_pct / 100);
  return f;
}

}  // namespace

TEST_CASE("EMTR of an hour, PTR and replacement rate are the oracle's, and their parts add up") {
  const auto table = RateTable::embedded();
  std::mt19937_64 dice(21);
  for (int round = 0; round < citizens::rounds(3'000); ++round) {
    const auto c = citizens::random_case(dice);
    CAPTURE(round);
    const auto picture = NetPicture::of(c.citizen, table, c.options).value();
    const Hours hours = citizens::between(dice, 0, 5) == 0 ? Hours{} : Hours::of_ten_thousandths(citizens::between(dice, 10'000, 360'000));
    const Hours then = Hours::of_ten_thousandths(hours.ten_thousandths() + 10'000);
    const auto at = [&](Hours h) { return oracle::net(citizens::as_oracle(c, citizens::exact(h)), citizens::rates_of(c.citizen.year)); };
    const auto now = at(hours), more = at(then), without = at(Hours{});
    const PayMeasures m = measures(picture, picture.at(hours).value()).value();
    REQUIRE(m.hour.has_value());
    REQUIRE(citizens::number(m.hour->total) == lost(now, more));
    REQUIRE(m.hour->total == sum_of_parts(*m.hour));
    if (hours == Hours{}) {
      REQUIRE_FALSE(m.krone.has_value());
      REQUIRE_FALSE(m.participation.has_value());
      REQUIRE_FALSE(m.replacement_rate.has_value());
      continue;
    }
    REQUIRE(citizens::number(m.participation->total) == lost(without, now));
    REQUIRE(m.participation->total == sum_of_parts(*m.participation));
    REQUIRE(citizens::number(*m.replacement_rate) == oracle::ratio(without.row.in_hand, now.row.in_hand));
  }
}

TEST_CASE("EMTR of a krone is the slope of the oracle's unrounded month, by who takes it") {
  const auto table = RateTable::embedded();
  std::mt19937_64 dice(22);
  for (int round = 0; round < citizens::rounds(2'000); ++round) {
    const auto c = citizens::random_case(dice);
    CAPTURE(round);
    const Hours hours = Hours::of_ten_thousandths(citizens::between(dice, 10'000, 360'000));
    const auto& rates = citizens::rates_of(c.citizen.year);
    const auto facts = with_fixed_ceiling(citizens::as_oracle(c, citizens::exact(hours)));
    auto above = facts;
    // So little that no bend lies between, but for one at this very pay.
    above.hourly_wage += oracle::ratio(1, 1'000'000'000);
    const auto now = oracle::net_without_rounding(facts, rates).exact, then = oracle::net_without_rounding(above, rates).exact;
    const Number pay = then.gross_pay - now.gross_pay;
    const auto picture = NetPicture::of(c.citizen, table, c.options).value();
    const LostShare krone = *measures(picture, picture.at(hours).value()).value().krone;
    REQUIRE(krone.total == sum_of_parts(krone));
    REQUIRE(citizens::number(krone.total) == 1 - (then.in_hand - now.in_hand) / pay);
    REQUIRE(citizens::number(krone.am_contribution) == (then.am_contribution - now.am_contribution) / pay);
    REQUIRE(citizens::number(krone.tax) == (then.tax - now.tax) / pay);
    REQUIRE(citizens::number(krone.taper + krone.ceiling) == (now.fleksloentilskud - then.fleksloentilskud) / pay);
    REQUIRE(citizens::number(krone.housing_benefit) == (now.housing_benefit - then.housing_benefit) / pay);
  }
}

TEST_CASE("by hand: 2024, 200 kr. an hour, 10 hours, municipal tax 25") {
  Citizen z;
  z.year = 2024;
  z.hourly_wage = Money::kroner(200);
  z.municipal = Percent::whole(25);
  const auto picture = NetPicture::of(z, RateTable::embedded()).value();
  const LostShare krone = *measures(picture, picture.at(Hours::whole(10)).value()).value().krone;
  CHECK(krone.taper == Exact::ratio(3, 10));
  CHECK(krone.ceiling.is_zero());
  CHECK(krone.am_contribution == Exact::ratio(8, 100));
  // Bottom tax 12,01 and municipal tax 25 of 92 øre less 30 øre of subsidy; employment deduction 10,65 pct. of the krone.
  CHECK(krone.tax == Exact::ratio(62, 100) * Exact::ratio(3'701, 10'000) - Exact::ratio(1'065, 10'000) * Exact::ratio(25, 100));
}

TEST_CASE("what has no meaning is not a number") {
  Citizen z;
  z.year = 2024;
  z.municipal = Percent::whole(25);
  const auto unpaid = NetPicture::of(z, RateTable::embedded()).value();
  const auto nothing = measures(unpaid, unpaid.at(Hours::whole(10)).value()).value();
  CHECK_FALSE(nothing.hour.has_value());
  CHECK_FALSE(nothing.participation.has_value());
  z.hourly_wage = Money::kroner(100);
  const auto picture = NetPicture::of(z, RateTable::embedded()).value();
  // A week has no more than 168 hours.
  const auto most = measures(picture, picture.at(Hours::whole(168)).value()).value();
  CHECK_FALSE(most.hour.has_value());
  CHECK(most.participation.has_value());
  // At an intensity of nothing there are no paid hours for a krone to be of.
  const auto idle = measures(picture, picture.at(Work{Hours::whole(10), Percent{}, z.hourly_wage, false}).value()).value();
  CHECK_FALSE(idle.krone.has_value());
  CHECK_FALSE(lost_share(Extra{}).has_value());
}

TEST_CASE("SKAT-3: a senior's deduction is in the picture, and nobody else's is") {
  const auto table = RateTable::embedded();
  citizens::Case c;
  c.citizen.year = 2026;
  c.citizen.hourly_wage = Money::kroner(250);
  c.citizen.municipal = Percent::whole(25);
  const auto in_hand = [&](std::optional<int> birth_year) {
    c.citizen.birth_year = birth_year;
    const Hours hours = Hours::whole(30);
    const auto expected = oracle::net(citizens::as_oracle(c, citizens::exact(hours)), citizens::rates_of(c.citizen.year));
    const Money found = NetPicture::of(c.citizen, table, c.options).value().at(hours).value().in_hand;
    REQUIRE(found.in_oere() == expected.row.in_hand);
    return found;
  };
  const Money without = in_hand({});
  CHECK(in_hand(1960) > without);
  CHECK(in_hand(1970) == without);
}
