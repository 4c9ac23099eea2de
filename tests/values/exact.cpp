#include <doctest/doctest.h>

#include <random>

#include "agreement/agreement.hpp"
#include "rules/number.hpp"

using namespace fleks;

namespace {

constexpr std::int64_t most64 = INT64_MAX;

Exact power(Exact base, int exponent) {
  Exact result = Exact::whole(1);
  for (int i = 0; i < exponent; ++i) result = result * base;
  return result;
}

std::int64_t rounded(const Exact& x, Rounding how) { return x.rounded(how).value(); }

}  // namespace

// The sign comes from the floored remainder, never from the quotient: −0,6, −0,5 and −0,4 all have the quotient 0.
TEST_CASE("Exact: every rounding, with ties and below zero") {
  struct Row {
    std::int64_t tenths;
    std::int64_t half_up, half_even, down, up, toward_zero;
  };
  const Row rows[] = {
      {26, 3, 3, 2, 3, 2},       {25, 3, 2, 2, 3, 2},       {24, 2, 2, 2, 3, 2},       {15, 2, 2, 1, 2, 1},       {6, 1, 1, 0, 1, 0},
      {5, 1, 0, 0, 1, 0},        {4, 0, 0, 0, 1, 0},        {0, 0, 0, 0, 0, 0},        {-4, 0, 0, -1, 0, 0},      {-5, 0, 0, -1, 0, 0},
      {-6, -1, -1, -1, 0, 0},    {-10, -1, -1, -1, -1, -1}, {-14, -1, -1, -2, -1, -1}, {-15, -1, -2, -2, -1, -1}, {-16, -2, -2, -2, -1, -1},
      {-24, -2, -2, -3, -2, -2}, {-25, -2, -2, -3, -2, -2}, {-26, -3, -3, -3, -2, -2}, {-35, -3, -4, -4, -3, -3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.tenths);
    for (const Exact& x : {Exact::ratio(row.tenths, 10), Exact::counted(row.tenths * 3, 30)}) {
      CHECK(rounded(x, Rounding::half_up) == row.half_up);
      CHECK(rounded(x, Rounding::half_even) == row.half_even);
      CHECK(rounded(x, Rounding::down) == row.down);
      CHECK(rounded(x, Rounding::up) == row.up);
      CHECK(rounded(x, Rounding::toward_zero) == row.toward_zero);
      const bool whole = row.tenths % 10 == 0;
      CHECK(x.rounded(Rounding::never).has_value() == whole);
      if (!whole) CHECK(x.rounded(Rounding::never).error().code == ErrorCode::not_exact);
      CHECK(x.whole_part_exact(Rounding::never).out_of_range() == !whole);
      CHECK(x.whole_part_exact(Rounding::half_up) == Exact::whole(row.half_up));
    }
  }
}

TEST_CASE("Exact: øre and kroner") {
  CHECK(Exact::ratio(1'533'333'5, 10).round(Rounding::half_up).value() == Money::oere(1'533'334));
  CHECK(Exact::of(Money::oere(76'350)).round_to_krone(Rounding::half_up).value() == Money::kroner(764));
  CHECK(Exact::of(Money::oere(76'349)).round_to_krone(Rounding::half_up).value() == Money::kroner(763));
  CHECK(Exact::of(Money::oere(-50)).to_krone(Rounding::half_up) == Exact{});
  CHECK(Exact::of(Money::oere(-51)).to_krone(Rounding::half_up) == Exact::whole(-100));
  CHECK(Exact::of(Money::oere(50)).round_to_krone(Rounding::never).error().code == ErrorCode::not_exact);
  CHECK(Exact::of(Money::oere(500)).round_to_krone(Rounding::never).value() == Money::kroner(5));
  CHECK((Exact::of(Money::kroner(200)) * Exact::ratio(37 * 52, 12)).round(Rounding::half_up).value() == Money::oere(3'206'667));
}

TEST_CASE("a number that left its range is never taken for zero at a bend of the law") {
  const Exact beyond = power(Exact::whole(10), 39), two = Exact::whole(2);
  REQUIRE(beyond.out_of_range());
  CHECK(law::above(Cause::none, beyond, two).out_of_range());
  CHECK(law::above(Cause::none, two, beyond).out_of_range());
  CHECK(law::not_below_zero(Cause::none, -beyond).out_of_range());
  CHECK(law::if_positive(Cause::none, beyond, two, Exact{}).out_of_range());
  CHECK(law::if_not_negative(Cause::none, beyond, two, Exact{}).out_of_range());
  CHECK(law::above(Cause::none, two, Exact::whole(3)) == Exact{});
  CHECK(law::not_below_zero(Cause::none, -two) == Exact{});
  CHECK(law::if_positive(Cause::none, Exact{}, two, -two) == -two);
  CHECK(law::if_not_negative(Cause::none, Exact{}, two, -two) == two);
}

TEST_CASE("Exact: what leaves 128 bits is out of range, stays so, and is an error when rounded") {
  const Exact big = power(Exact::whole(10), 38);
  REQUIRE(!big.out_of_range());
  const Exact beyond = big * Exact::whole(10);
  CHECK(beyond.out_of_range());
  CHECK(beyond.rounded(Rounding::half_up).error().code == ErrorCode::too_precise);
  CHECK(beyond.round(Rounding::never).error().code == ErrorCode::too_precise);
  CHECK(beyond.round_to_krone(Rounding::half_up).error().code == ErrorCode::too_precise);
  const Exact two = Exact::whole(2);
  for (const Exact& x :
       {beyond + two, two + beyond, beyond - two, two - beyond, beyond * two, two * beyond, beyond / two, two / beyond, -beyond,
        beyond * Exact{}, Exact{} * beyond, beyond.reduced(), beyond.to_krone(Rounding::half_up), beyond - beyond,
        beyond.whole_part_exact(Rounding::down), smaller(beyond, two), smaller(two, beyond), larger(beyond, two), larger(two, beyond)})
    CHECK(x.out_of_range());
  CHECK(!(beyond == beyond));
  CHECK(!(beyond < two));
  CHECK(!(beyond >= two));
  CHECK(to_text(beyond, 2) == "?");
  CHECK(to_kroner_text(beyond) == "?");
  CHECK(to_fraction_text(beyond) == "?");
  // In range, and yet more than Money holds.
  CHECK(big.rounded(Rounding::half_up).error().code == ErrorCode::too_precise);
  CHECK(Exact::whole(most64).round_to_krone(Rounding::up).error().code == ErrorCode::too_precise);
  CHECK(Exact::whole(most64).round(Rounding::never).value() == Money::oere(most64));
  CHECK(Exact::whole(INT64_MIN).round(Rounding::never).value() == Money::oere(INT64_MIN));
  CHECK((Exact::whole(most64) + Exact::whole(1)).round(Rounding::never).error().code == ErrorCode::too_precise);
}

TEST_CASE("Exact: the ends of 128 bits do not wrap") {
  const Exact half = power(Exact::whole(2), 126), top = half + (half - Exact::whole(1));  // 2^127 − 1
  CHECK(!top.out_of_range());
  CHECK((top + Exact::whole(1)).out_of_range());
  const Exact bottom = -top - Exact::whole(1);  // −2^127 has no negative
  for (const Exact& x : {-bottom, Exact::whole(1) / bottom, bottom * Exact::whole(-1), bottom * Exact::whole(3)}) CHECK(x.out_of_range());
  CHECK((-top).rounded(Rounding::half_up).error().code == ErrorCode::too_precise);
  CHECK((-top / Exact::whole(3)).whole_part_exact(Rounding::down) <= -top / Exact::whole(3));
  CHECK(bottom.rounded(Rounding::down).error().code == ErrorCode::too_precise);
  const Exact tiny = Exact::whole(1) / top;
  CHECK(tiny.is_positive());
  CHECK(rounded(tiny, Rounding::half_up) == 0);
  CHECK(rounded(tiny, Rounding::up) == 1);
  CHECK(rounded(-tiny, Rounding::down) == -1);
  CHECK(to_text(tiny, 4) == "0.0000");
  // It is a number like the others all the same, where the result can be held.
  CHECK(bottom / bottom == Exact::whole(1));
  CHECK(bottom / Exact::whole(4) == -half / Exact::whole(2));
  CHECK(Exact::whole(2) / bottom == Exact::whole(-1) / half);
  CHECK(-(bottom / Exact::whole(2)) == half);
  CHECK(bottom - bottom == Exact{});
  CHECK(Exact{} - bottom / Exact::whole(2) == half);
  CHECK(bottom < -top);
}

TEST_CASE("Exact: the steps between have room for what cancels out") {
  const Exact top = power(Exact::whole(2), 126), one = Exact::whole(1);
  const Exact a = one / (top - one), b = one / (top - Exact::whole(2)), large = top - Exact::whole(5);
  // Each product and each widened numerator has some 250 bits before it is reduced.
  CHECK(large / (top - one) * ((top - one) / large) == one);
  CHECK((large * b) / (large * b) == one);
  const Exact third = Exact::ratio(1, 3), wide = third + a;
  CHECK(wide - a == third);
  CHECK((a + one) - a == one);
  const Exact half = top / (top + (top - one)), rest = (top - one) / (top + (top - one));
  CHECK(half + rest == one);
}

TEST_CASE("Exact: a product and a sum in one step ask for no room for the product") {
  const Exact top = power(Exact::whole(2), 126), one = Exact::whole(1), three = Exact::whole(3), beyond = top * three;
  REQUIRE(beyond.out_of_range());
  CHECK(Exact::product_and_sum(top - one, three, -top) == top - three + top);
  CHECK(Exact::product_and_sum(top, three, -top - (top - one)) == top + one);
  CHECK(Exact::product_and_sum(one / top, one / three, one / (top * Exact::ratio(3, 2))) == one / top);
  CHECK(Exact::product_and_sum(Exact::ratio(2, 3), Exact::ratio(3, 4), Exact::ratio(1, 6)) == Exact::ratio(2, 3));
  CHECK(Exact::product_and_sum(top, three, top).out_of_range());
  for (const Exact& x :
       {Exact::product_and_sum(beyond, one, one), Exact::product_and_sum(one, beyond, one), Exact::product_and_sum(one, one, beyond)})
    CHECK(x.out_of_range());
}

TEST_CASE("Exact: kroner and text of whatever is in range") {
  const Exact top = power(Exact::whole(2), 126), one = Exact::whole(1);
  // A hundredth of these has no place in 128 bits.
  const Exact nearly_half = (Exact::whole(50) * power(Exact::whole(2), 120) - one) / power(Exact::whole(2), 120);
  REQUIRE((nearly_half * Exact::ratio(1, 100)).reduced().denominator() > (int128{1} << 120));
  const Exact a_little_more = Exact::whole(50) + one / power(Exact::whole(2), 121), tie = Exact::whole(50);
  REQUIRE((a_little_more * Exact::ratio(1, 100)).out_of_range());
  CHECK(a_little_more.to_krone(Rounding::half_even) == Exact::whole(100));
  CHECK(tie.to_krone(Rounding::half_even) == Exact{});
  CHECK((-a_little_more).to_krone(Rounding::half_up) == Exact::whole(-100));
  CHECK((-tie).to_krone(Rounding::half_up) == Exact{});
  CHECK(a_little_more.to_krone(Rounding::down) == Exact{});
  CHECK(a_little_more.to_krone(Rounding::up) == Exact::whole(100));
  CHECK((-a_little_more).to_krone(Rounding::toward_zero) == Exact{});
  CHECK(a_little_more.to_krone(Rounding::never).out_of_range());
  CHECK(a_little_more.round_to_krone(Rounding::half_even).value() == Money::kroner(1));
  CHECK(a_little_more.round_to_krone(Rounding::never).error().code == ErrorCode::not_exact);
  CHECK(nearly_half.to_krone(Rounding::half_up) == Exact{});
  CHECK(to_kroner_text(a_little_more).substr(0, 42) == "0.5000000000000000000000000000000000000037");
  CHECK(to_kroner_text(a_little_more).size() == 125);  // 1/(100 × 2^121) has 123 decimals, and all are written
  CHECK(to_text((top - one) / (top - Exact::whole(3)), 4) == "1.0000");
  CHECK(to_text(-(top + (top - one)), 2) == "-170141183460469231731687303715884105727");
  CHECK(to_text(-top / Exact::whole(3), 2) == "-28356863910078205288614550619314017621.33");
}

TEST_CASE("Exact: comparison is exact where the common denominator does not fit") {
  const Exact top = power(Exact::whole(2), 126);
  const Exact a = top / (top - Exact::whole(1)), b = (top - Exact::whole(1)) / (top - Exact::whole(2));
  REQUIRE((a - b).out_of_range());
  CHECK(a < b);  // 1 + 1/(t − 1) is less than 1 + 1/(t − 2)
  CHECK(b > a);
  CHECK(-b < -a);
  CHECK(a == a);
  CHECK(a != b);
  CHECK(a > Exact::whole(1));
  CHECK(Exact::whole(1) / a < Exact::whole(1));
  const Exact c = (top - Exact::whole(3)) / (top - Exact::whole(5)), d = (top - Exact::whole(5)) / (top - Exact::whole(7));
  CHECK(c < d);
  CHECK(smaller(c, d) == c);
  CHECK(larger(c, d) == d);
  CHECK(Exact::counted(300'000, 1'000'000) == Exact::ratio(3, 10));
}

TEST_CASE("Exact: as text") {
  CHECK(to_kroner_text(Exact::of(Money::kroner(15'600))) == "15600.00");
  CHECK(to_kroner_text(Exact::of(Money::oere(5))) == "0.05");
  CHECK(to_kroner_text(Exact::of(Money::oere(-5))) == "-0.05");
  CHECK(to_kroner_text(Exact::ratio(9'620'000, 3)) == "32066.67");
  CHECK(to_kroner_text(Exact::ratio(4'680'003, 10)) == "4680.003");
  CHECK(to_kroner_text(Exact::ratio(-1, 3)) == "0.00");
  CHECK(to_kroner_text(Exact::ratio(-1, 300)) == "0.00");
  CHECK(to_kroner_text(Exact::ratio(-5, 3)) == "-0.02");
  CHECK(to_text(Exact::ratio(27, 2), 4) == "13.5");
  CHECK(to_text(Exact::ratio(481, 3), 4) == "160.3333");
  CHECK(to_text(Exact::ratio(2, 3), 4) == "0.6667");
  CHECK(to_text(Exact::whole(INT64_MIN), 2) == "-9223372036854775808");
  CHECK(to_fraction_text(Exact::ratio(27, 2)) == "27/2");
  CHECK(to_fraction_text(Exact::ratio(-6, 4)) == "-3/2");
  CHECK(to_fraction_text(Exact::ratio(8, 4)) == "2");
  CHECK(to_fraction_text(Exact{}) == "0");
}

namespace {

constexpr int128 most128 = static_cast<int128>(~uint128{0} >> 1);

bool fits(const oracle::Number& x) {
  static const oracle::Integer most = agreement::integer(most128);
  return abs(numerator(x)) <= most && denominator(x) <= most;
}

/// A random expression of some depth, evaluated in both numbers at once.
class Expressions {
 public:
  struct Both {
    Exact ours;
    oracle::Number theirs;
    bool lost = false;  ///< it, or something it is made of, has no place in 128 bits
  };

  Both grow(int depth) {
    if (depth == 0 || below(8) == 0) return leaf();
    const Both a = grow(depth - 1), b = grow(depth - 1);
    switch (below(6)) {
      case 0: return of(a, b, a.ours + b.ours, a.theirs + b.theirs);
      case 1: return of(a, b, a.ours - b.ours, a.theirs - b.theirs);
      case 2: return of(a, b, a.ours * b.ours, a.theirs * b.theirs);
      case 3:
        if (b.theirs.is_zero() || b.lost) return a;
        return of(a, b, a.ours / b.ours, a.theirs / b.theirs);
      case 4: return of(a, b, smaller(a.ours, b.ours), a.theirs < b.theirs ? a.theirs : b.theirs);
      default: return of(a, b, larger(a.ours, b.ours), a.theirs > b.theirs ? a.theirs : b.theirs);
    }
  }
  std::int64_t below(std::int64_t end) { return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(end)); }

 private:
  static Both of(const Both& a, const Both& b, const Exact& ours, const oracle::Number& theirs) {
    return {ours, theirs, a.lost || b.lost || !fits(theirs)};
  }
  Both leaf() {
    static constexpr std::int64_t denominators[] = {1, 1, 2, 3, 10, 12, 20, 23, 65, 100, 260, 10'000, 1'000'000};
    const std::int64_t d = denominators[below(std::size(denominators))];
    const std::int64_t n = below(3) == 0 ? below(21) - 10 : below(20'000'001) - 10'000'000;
    return {below(2) == 0 ? Exact::ratio(n, d) : Exact::counted(n, d), oracle::ratio(n, d)};
  }
  std::mt19937_64 engine_{42};
};

/// Of so many expressions of a depth, how many are out of range; every one is checked.
int refused(int rounds, int depth) {
  Expressions random;
  int refused = 0, wrong = 0;
  for (int i = 0; i < rounds; ++i) {
    const auto [ours, theirs, lost] = random.grow(depth > 0 ? depth : 1 + static_cast<int>(random.below(3)));
    bool good = ours.out_of_range() == lost;
    if (lost) {
      ++refused;
    } else if (good) {
      good = agreement::same(ours, theirs, 1);
      if (const auto half_up = ours.rounded(Rounding::half_up)) good = good && *half_up == oracle::half_up(theirs);
      if (const auto down = ours.rounded(Rounding::down)) good = good && *down == oracle::floor_of(theirs);
    }
    if (!good && ++wrong <= 5) MESSAGE(to_fraction_text(ours) << " is not " << theirs.str());
  }
  CHECK(wrong == 0);
  return refused;
}

}  // namespace

TEST_CASE("Exact: a million random expressions agree with rational numbers") {
  CHECK(refused(agreement::rounds(1'000'000), 0) < agreement::rounds(1'000'000) / 100);
}

// What is out of range is what has no place in 128 bits itself, or is made of such. While the steps between had 128 bits as
// well, it was 220 of the same expressions.
TEST_CASE("Exact: nothing is refused but what needs more than 128 bits") { CHECK(refused(20'000, 4) == 176); }
