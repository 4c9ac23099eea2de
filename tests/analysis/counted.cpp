#include <doctest/doctest.h>

#include <boost/multiprecision/cpp_int.hpp>

#include "analysis/counted_line.hpp"
#include "analysis/net_terms.hpp"
#include "analysis/places.hpp"
#include "analysis/random_citizens.hpp"

using namespace fleks;
using law::CountedAmount;
using law::Places;
using law::RateCount;

namespace {

using Wide = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<512, 512>>;

Exact random_fraction(std::mt19937_64& dice, std::span<const std::int64_t> pieces, int bits) {
  const auto size = std::int64_t{1} << citizens::between(dice, 1, bits);
  return Exact::ratio(citizens::between(dice, -size, size), pieces[dice() % pieces.size()]);
}

int128 random_128(std::mt19937_64& dice, int bits) {
  const int128 all = static_cast<int128>((uint128{dice()} << 64 | dice()) >> 1);
  const int128 some = all >> (126 - citizens::between(dice, 0, bits));
  return dice() % 2 == 0 ? some : -some;
}

Wide wide(int128 x) {
  const auto size = static_cast<uint128>(x < 0 ? -x : x);
  const Wide w = (Wide(static_cast<std::uint64_t>(size >> 64)) << 64) + static_cast<std::uint64_t>(size);
  return x < 0 ? Wide(-w) : w;
}

}  // namespace

TEST_CASE("a counted amount is the exact one: sums, shares, products, roundings, bends") {
  static constexpr std::int64_t amounts[] = {1, 2, 3, 4, 9, 10, 12, 25, 100, 10'000, 30'000'000},
                                shares[] = {1, 3, 4, 9, 10, 12, 90, 100, 1'000'000};
  std::mt19937_64 dice(5);
  for (int round = 0; round < citizens::rounds(200'000); ++round) {
    const Exact a = random_fraction(dice, amounts, 34), b = random_fraction(dice, amounts, 34), share = random_fraction(dice, shares, 6);
    if (!(Places(a) * share).counted(0)) continue;
    const CountedAmount x(a), y(b);
    for (const auto& [c, e] :
         {std::pair{x + y, a + b}, std::pair{x - y, a - b}, std::pair{x * share, a * share}, std::pair{x * RateCount(share), a * share},
          std::pair{CountedAmount(RateCount(share)), share}, std::pair{nearest_oere(x), law::nearest_oere(a)},
          std::pair{nearest_krone(x), law::nearest_krone(a)}, std::pair{whole_kroner(x), law::whole_kroner(a)},
          std::pair{least(Cause::none, x, y), law::least(Cause::none, a, b)},
          std::pair{above(Cause::none, x, y), law::above(Cause::none, a, b)},
          std::pair{if_positive(Cause::none, x, y, x), law::if_positive(Cause::none, a, b, a)},
          std::pair{if_not_negative(Cause::none, x, y, x), law::if_not_negative(Cause::none, a, b, a)}}) {
      REQUIRE(exact(c) == e);
      REQUIRE(exact(c).denominator() == e.reduced().denominator());
    }
    if ((Places(share) * Places(a)).counted(0)) REQUIRE(exact(x * CountedAmount(share)) == a * share);
  }
}

TEST_CASE("ties go up, below zero too; whole kroner go towards zero") {
  for (const auto& [halves, up] : {std::pair{5, 3}, {3, 2}, {1, 1}, {-1, 0}, {-3, -1}, {-5, -2}})
    CHECK(in_oere(CountedAmount(Exact::ratio(halves, 2))) == up);
  CHECK(in_oere(CountedAmount(Exact::ratio(-7, 10))) == -1);
  CHECK(exact(nearest_krone(CountedAmount::oere(-150))) == Exact::whole(-100));
  CHECK(exact(nearest_krone(CountedAmount::oere(-151))) == Exact::whole(-200));
  CHECK(exact(whole_kroner(CountedAmount::oere(-199))) == Exact::whole(-100));
  CHECK(exact(whole_kroner(CountedAmount::oere(199))) == Exact::whole(100));
  CHECK(exact(whole_steps(Cause::none, CountedAmount::oere(299), Exact::whole(100))) == Exact::whole(2));
}

TEST_CASE("every whole amount up to a million kroner, and the part of an øre below it, is rounded as it is") {
  constexpr int128 part = 1;
  for (std::int64_t oere = 0; oere < 100'000'000; oere += 997) {
    const int128 whole = CountedAmount::oere(oere).count();
    REQUIRE(CountedAmount(whole).whole_parts<1>() == oere);
    REQUIRE(CountedAmount(whole - part).whole_parts<1>() == oere - 1);
    REQUIRE(CountedAmount(whole).whole_parts<100>() == oere / 100);
    REQUIRE(CountedAmount(CountedAmount::oere(oere * 100).count() - part).whole_parts<100>() == oere - 1);
  }
}

TEST_CASE("how fine an amount is") {
  CHECK(Places(Exact::whole(7)).decimals() == 0);
  CHECK(Places(Exact::ratio(1, 8)).decimals() == 3);
  CHECK(Places(Exact::ratio(52, 12)).counted(18));
  CHECK_FALSE(Places(Exact::ratio(1, 10)).counted(18));
  CHECK_FALSE(Places(Exact::ratio(1, 27)).counted(0));
  CHECK_FALSE(Places(Exact::ratio(3, 481)).counted(0));
  CHECK_FALSE((Places{} * Exact::ratio(1, 10'000'000)).counted(0));
  CHECK((Places(Exact::ratio(1, 100)) * Places(Exact::ratio(1, 1000))).decimals() == 5);
  CHECK(RateCount::of(Exact::ratio(1, 9)));
  CHECK_FALSE(RateCount::of(Exact::ratio(1, 27)));
  CHECK_FALSE(RateCount::of(Exact::whole(1'000'000'000'000)));
}

TEST_CASE("on which side of zero a counted line is, and which of two places comes first, in all their digits") {
  std::mt19937_64 dice(7);
  for (int round = 0; round < citizens::rounds(200'000); ++round) {
    const int128 a = random_128(dice, 120), b = round % 3 == 0 ? -a : random_128(dice, 120);
    const auto p = static_cast<std::int64_t>(dice() >> 1 >> (dice() % 63)), q = 1 + static_cast<std::int64_t>(dice() >> 2 >> (dice() % 62));
    const std::int64_t at = round % 9 == 0 ? q : p;  // where the two take each other away
    law::CountedSweep sweep(at, q);
    const int sign = (wide(a) * q + wide(b) * at).compare(0);
    REQUIRE(sweep.consider(Cause::none, a, b) == sign);
    REQUIRE(sweep.has_next() == (sign != 0 && b != 0 && (sign > 0) == (b < 0)));
    const auto c = static_cast<uint128>(random_128(dice, 126) & INT64_MAX), d = static_cast<uint128>(a < 0 ? -a : a);
    const auto e = static_cast<uint128>(b < 0 ? -b : b), f = static_cast<uint128>(p);
    const auto unsigned_wide = [](uint128 x) { return wide(static_cast<int128>(x)); };
    REQUIRE((law::Product(c, d) < law::Product(e, f)) == (unsigned_wide(c) * unsigned_wide(d) < unsigned_wide(e) * unsigned_wide(f)));
  }
}

// Pay that is too large, with pension and tax of all their decimals: the point is computed by exact fractions, and is as exact.
TEST_CASE("a point that cannot be counted is the oracle's too") {
  const auto table = RateTable::embedded();
  std::mt19937_64 dice(23);
  for (int round = 0; round < citizens::rounds(500); ++round) {
    auto c = citizens::random_case(dice);
    c.citizen.hourly_wage = Money::oere(citizens::between(dice, 1'000'000'007, 9'999'999'999));
    c.citizen.own_pension = Percent::of_ten_thousandths(citizens::between(dice, 1, 99'999));
    c.citizen.employer_pension = Percent::of_ten_thousandths(citizens::between(dice, 1, 99'999));
    c.citizen.municipal = Percent::of_ten_thousandths(citizens::between(dice, 200'001, 299'999));
    const Hours hours = Hours::of_ten_thousandths(citizens::between(dice, 10'000, 370'000));
    const auto row = NetPicture::of(c.citizen, table, c.options).value().at(hours).value();
    const auto expected = oracle::net(citizens::as_oracle(c, citizens::exact(hours)), citizens::rates_of(c.citizen.year)).row;
    CAPTURE(round);
    REQUIRE(row.gross_pay.in_oere() == expected.gross_pay);
    REQUIRE(row.am_contribution.in_oere() == expected.am_contribution);
    REQUIRE(row.tax.in_oere() == expected.tax);
    REQUIRE(row.in_hand.in_oere() == expected.in_hand);
    REQUIRE(row.pension_saved.in_oere() == expected.pension_saved);
  }
}
