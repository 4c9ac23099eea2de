#include <doctest/doctest.h>

#include <boost/multiprecision/cpp_int.hpp>

#include <fleks/statement/month_statement.hpp>

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

TEST_CASE_TEMPLATE("a counted amount is the exact one: sums, shares, products, roundings, bends", Amount, CountedAmount,
                   law::NarrowAmount) {
  static constexpr std::int64_t amounts[] = {1, 2, 3, 4, 9, 10, 12, 25, 100, 10'000, 30'000'000},
                                shares[] = {1, 3, 4, 9, 10, 12, 90, 100, 1'000'000};
  // What 64 bits hold is below a million kroner.
  constexpr int bits = Amount::narrow ? 20 : 34;
  std::mt19937_64 dice(5);
  for (int round = 0; round < citizens::rounds(200'000); ++round) {
    const Exact a = random_fraction(dice, amounts, bits), b = random_fraction(dice, amounts, bits),
                share = random_fraction(dice, shares, 6);
    if (!(Places(a) * share).template counted<Amount>(0) || !Places(b).counted<Amount>(0)) continue;
    const Amount x(a), y(b);
    for (const auto& [c, e] :
         {std::pair{x + y, a + b}, std::pair{x - y, a - b}, std::pair{x * share, a * share}, std::pair{x * RateCount(share), a * share},
          std::pair{Amount(RateCount(share)), share}, std::pair{nearest_oere(x), law::nearest_oere(a)},
          std::pair{nearest_krone(x), law::nearest_krone(a)}, std::pair{least(Cause::none, x, y), law::least(Cause::none, a, b)},
          std::pair{above(Cause::none, x, y), law::above(Cause::none, a, b)},
          std::pair{if_positive(Cause::none, x, y, x), law::if_positive(Cause::none, a, b, a)},
          std::pair{if_not_negative(Cause::none, x, y, x), law::if_not_negative(Cause::none, a, b, a)}}) {
      REQUIRE(exact(c) == e);
      REQUIRE(exact(c).denominator() == e.reduced().denominator());
    }
    if constexpr (Amount::narrow)
      REQUIRE(CountedAmount(x).count() == CountedAmount(a).count());
    else
      REQUIRE(exact(whole_kroner(x)) == law::whole_kroner(a));
    REQUIRE(Amount(CountedAmount(a)).count() == x.count());
    REQUIRE(exact(RateCount(share)) == share);
    REQUIRE(exact(RateCount(share)).denominator() == share.denominator());
    if ((Places(share) * Places(a)).template counted<Amount>(0)) REQUIRE(exact(x * Amount(share)) == a * share);
  }
}

TEST_CASE_TEMPLATE("ties go up, below zero too", Amount, CountedAmount, law::NarrowAmount) {
  for (const auto& [halves, up] : {std::pair{5, 3}, {3, 2}, {1, 1}, {-1, 0}, {-3, -1}, {-5, -2}})
    CHECK(in_oere(Amount(Exact::ratio(halves, 2))) == up);
  CHECK(in_oere(Amount(Exact::ratio(-7, 10))) == -1);
  CHECK(exact(nearest_krone(Amount::oere(-150))) == Exact::whole(-100));
  CHECK(exact(nearest_krone(Amount::oere(-151))) == Exact::whole(-200));
}

TEST_CASE("whole kroner go towards zero, and of steps only the whole ones count") {
  CHECK(exact(whole_kroner(CountedAmount::oere(-199))) == Exact::whole(-100));
  CHECK(exact(whole_kroner(CountedAmount::oere(199))) == Exact::whole(100));
  CHECK(exact(whole_steps(Cause::none, CountedAmount::oere(299), Exact::whole(100))) == Exact::whole(2));
}

TEST_CASE_TEMPLATE("every whole amount up to a million kroner, and the part of an øre below it, is rounded as it is", Amount, CountedAmount,
                   law::NarrowAmount) {
  constexpr typename Amount::Count part = 1;
  constexpr std::int64_t most = 100'000'000;
  for (std::int64_t oere = Amount::narrow ? 1 - most : 0; oere < most; oere += 997) {
    const auto whole = Amount::oere(oere).count();
    const std::int64_t kroner = oere / 100 - static_cast<int>(oere % 100 < 0);
    REQUIRE(Amount(whole).template whole_parts<1>() == oere);
    REQUIRE(Amount(whole - part).template whole_parts<1>() == oere - 1);
    REQUIRE(Amount(whole).template whole_parts<100>() == kroner);
    REQUIRE(Amount(Amount::oere(kroner * 100).count() - part).template whole_parts<100>() == kroner - 1);
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

// The lines of a month before tax are narrow, those after it wide: one sweep sees both.
TEST_CASE("a narrow line tells a sweep the same places as the wide one") {
  std::mt19937_64 dice(11);
  for (int round = 0; round < citizens::rounds(100'000); ++round) {
    law::CountedSweep narrow(round % 41, 1 + round % 7), wide(round % 41, 1 + round % 7);
    for (const Cause cause : {Cause::taper_threshold, Cause::ceiling_reached, Cause::subsidy_gone, Cause::no_wage}) {
      const auto at_zero = static_cast<std::int64_t>(random_128(dice, 62)), slope = static_cast<std::int64_t>(random_128(dice, 58));
      const int128 wide_at_zero = CountedAmount(law::NarrowAmount(at_zero)).count(),
                   wide_slope = CountedAmount(law::NarrowAmount(slope)).count();
      const int side = wide.consider(cause, wide_at_zero, wide_slope);
      REQUIRE((cause == Cause::no_wage ? narrow.consider(cause, wide_at_zero, wide_slope) : narrow.consider(cause, at_zero, slope)) ==
              side);
    }
    REQUIRE(narrow.has_next() == wide.has_next());
    if (!wide.has_next()) continue;
    REQUIRE(narrow.cause() == wide.cause());
    REQUIRE(narrow.next() == wide.next());
  }
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

namespace {

/// A point of a citizen beside the oracle's.
void check_point(const citizens::Case& c, Hours hours) {
  static const auto table = RateTable::embedded();
  const auto row = NetPicture::of(c.citizen, table, c.options).value().at(hours).value();
  const auto expected = oracle::net(citizens::as_oracle(c, citizens::exact(hours)), citizens::rates_of(c.citizen.year)).row;
  CAPTURE(c.citizen.hourly_wage.in_oere());
  CAPTURE(hours.ten_thousandths());
  REQUIRE(row.gross_pay.in_oere() == expected.gross_pay);
  REQUIRE(row.fleksloentilskud.in_oere() == expected.fleksloentilskud);
  REQUIRE(row.public_atp.in_oere() == expected.public_atp);
  REQUIRE(row.am_contribution.in_oere() == expected.am_contribution);
  REQUIRE(row.tax.in_oere() == expected.tax);
  REQUIRE(row.in_hand.in_oere() == expected.in_hand);
  REQUIRE(row.pension_saved.in_oere() == expected.pension_saved);
}

}  // namespace

// 500 kr. an hour is the most that 64 bits are asked to hold, with all of a week's hours and as much pension again; hours or pension of
// more decimals than ten leave room for, and a ceiling above 50.000 kr., are counted in 128.
TEST_CASE("a point on either side of what 64 bits hold is the oracle's") {
  std::mt19937_64 dice(29);
  for (int round = 0; round < citizens::rounds(2'000); ++round) {
    auto c = citizens::random_case(dice);
    c.citizen.hourly_wage = Money::oere(citizens::between(dice, 49'998, 50'003));
    const int places = static_cast<int>(dice() % 3);
    if (places > 0) c.citizen.own_pension = Percent::of_ten_thousandths(citizens::between(dice, 0, 1'000'000));
    if (places > 1) c.citizen.employer_pension = Percent::of_ten_thousandths(citizens::between(dice, 0, 1'000'000));
    if (round % 3 == 0) c.citizen.ceiling = Ceiling::stated(Money::oere(citizens::between(dice, 4'999'998, 5'000'003)));
    check_point(c, round % 2 == 0 ? Hours::whole(citizens::between(dice, 1, 168))
                                  : Hours::of_ten_thousandths(citizens::between(dice, 1, 1'680'000)));
  }
}

TEST_CASE("rates that 64 bits do not hold give the month's own subsidy") {
  constexpr std::chrono::year year{2025};
  static constexpr std::int64_t bases[] = {4'999'999, 5'000'000, 5'000'001, 100'000'000, 10'000'000'000},
                                thresholds[] = {1'500'000, 5'000'001, 2'000'000'000};
  for (const std::int64_t base : bases)
    for (const std::int64_t threshold : thresholds) {
      std::vector<Rate> rows;
      for (const auto& [key, count] :
           {std::pair{RateKey::fleksloentilskud_max_month, base}, std::pair{RateKey::taper_threshold_month, threshold}})
        rows.push_back({.key = key,
                        .first = std::chrono::sys_days{year / 1 / 1},
                        .last = std::chrono::sys_days{year / 12 / 31},
                        .count = count,
                        .source = "a test"});
      const auto table = RateTable::embedded().extended_by(rows).value();
      Citizen c;
      c.year = 2025;
      c.hourly_wage = Money::kroner(200);
      c.own_pension = Percent::whole(4);
      c.employer_pension = Percent::whole(8);
      c.municipal = Percent::whole(25);
      c.ceiling = Ceiling::stated(largest_amount);
      MonthFacts f{.month = year / std::chrono::January, .pay = Pay::hourly(c.hourly_wage, Hours::whole(13))};
      f.own_pension = Contribution::of(c.own_pension);
      f.employer_pension = Contribution::of(c.employer_pension);
      f.ceiling = *c.ceiling;
      const auto month = fleksloentilskud(f, table, Options{.rates_of = RatesOf::subsidy_month}).value();
      const auto row = NetPicture::of(c, table).value().at(Hours::whole(13)).value();
      CHECK(row.fleksloentilskud == month.fleksloentilskud);
      CHECK(row.obligatory_pension == month.obligatory_pension);
      CHECK(row.public_atp == month.public_atp);
    }
}

// Pay that is too large, with pension and tax of all their decimals: the point is computed by exact fractions, and is as exact.
TEST_CASE("a point that cannot be counted is the oracle's too") {
  std::mt19937_64 dice(23);
  for (int round = 0; round < citizens::rounds(500); ++round) {
    auto c = citizens::random_case(dice);
    c.citizen.hourly_wage = Money::oere(citizens::between(dice, 1'000'000'007, 9'999'999'999));
    c.citizen.own_pension = Percent::of_ten_thousandths(citizens::between(dice, 1, 99'999));
    c.citizen.employer_pension = Percent::of_ten_thousandths(citizens::between(dice, 1, 99'999));
    c.citizen.municipal = Percent::of_ten_thousandths(citizens::between(dice, 200'001, 299'999));
    check_point(c, Hours::of_ten_thousandths(citizens::between(dice, 10'000, 370'000)));
  }
}
