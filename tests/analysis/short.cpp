#include <doctest/doctest.h>

#include "analysis/random_citizens.hpp"
#include "analysis/short.hpp"

using namespace fleks;
using law::Short;

namespace {

Exact random_fraction(std::mt19937_64& dice) {
  static constexpr std::int64_t pieces[] = {1, 3, 10, 12, 25, 100, 10'000, 1'000'000, 30'000'000};
  const auto size = std::int64_t{1} << citizens::between(dice, 1, 44);
  return Exact::ratio(citizens::between(dice, -size, size), pieces[citizens::between(dice, 0, 8)]);
}

void same(const Short& s, const Exact& e) {
  if (!s.out_of_reach()) REQUIRE(s.exact() == e);
}

}  // namespace

TEST_CASE("a short fraction is the exact one, or says that it is out of reach") {
  std::mt19937_64 dice(5);
  int within = 0, beyond = 0;
  for (int round = 0; round < citizens::rounds(200'000); ++round) {
    const Exact a = random_fraction(dice), b = random_fraction(dice);
    const Short x(a), y(b);
    for (const auto& [s, e] :
         {std::pair{x + y, a + b}, std::pair{x - y, a - b}, std::pair{x * y, a * b}, std::pair{x * b, a * b},
          std::pair{nearest_oere(x), law::nearest_oere(a)}, std::pair{nearest_krone(x), law::nearest_krone(a)},
          std::pair{whole_kroner(x), law::whole_kroner(a)}, std::pair{least(Cause::none, x, y), law::least(Cause::none, a, b)},
          std::pair{above(Cause::none, x, y), law::above(Cause::none, a, b)},
          std::pair{if_positive(Cause::none, x, y, x), law::if_positive(Cause::none, a, b, a)},
          std::pair{if_not_negative(Cause::none, x, y, x), law::if_not_negative(Cause::none, a, b, a)}}) {
      same(s, e);
      s.out_of_reach() ? ++beyond : ++within;
    }
  }
  CHECK(within > 10 * beyond);
  CHECK(beyond > 0);
}

TEST_CASE("ties go up, below zero too; whole kroner go towards zero") {
  for (const auto& [halves, up] : {std::pair{5, 3}, {3, 2}, {1, 1}, {-1, 0}, {-3, -1}, {-5, -2}})
    CHECK(nearest_oere(Short(Exact::ratio(halves, 2))).whole() == up);
  CHECK(nearest_oere(Short(Exact::ratio(-7, 10))).whole() == -1);
  CHECK(nearest_krone(Short(Exact::whole(-150))).whole() == -100);
  CHECK(nearest_krone(Short(Exact::whole(-151))).whole() == -200);
  CHECK(whole_kroner(Short(Exact::whole(-199))).whole() == -100);
  CHECK(whole_kroner(Short(Exact::whole(199))).whole() == 100);
}

TEST_CASE("out of reach stays out of reach") {
  const Short far = Short(Exact::whole(INT64_MAX)) * Short(Exact::whole(2)), one(Exact::whole(1));
  REQUIRE(far.out_of_reach());
  CHECK(Short(Exact::whole(INT64_MAX) * Exact::whole(2)).out_of_reach());
  CHECK((far + one).out_of_reach());
  CHECK((one - far).out_of_reach());
  CHECK((Short{} + far).out_of_reach());
  CHECK((far * Short{}).out_of_reach());
  CHECK(least(Cause::none, far, one).out_of_reach());
  CHECK(least(Cause::none, one, far).out_of_reach());
  CHECK(above(Cause::none, one, far).out_of_reach());
  CHECK(not_below_zero(Cause::none, far).out_of_reach());
  CHECK(if_positive(Cause::none, far, one, one).out_of_reach());
  CHECK(nearest_krone(far).out_of_reach());
  CHECK((Short(Exact::whole(INT64_MAX)) + one).out_of_reach());
  CHECK((Short(Exact::whole(-INT64_MAX)) - one).out_of_reach());
}

// Pay, pension and tax with all their decimals need more than 64 bits: the point is then computed again, and is as exact.
TEST_CASE("a point out of reach of short fractions is the oracle's too") {
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
