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

/// A random expression of some depth, evaluated in both numbers at once.
class Expressions {
 public:
  struct Both {
    Exact ours;
    oracle::Number theirs;
  };

  Both grow(int depth) {
    if (depth == 0 || below(8) == 0) return leaf();
    Both a = grow(depth - 1), b = grow(depth - 1);
    switch (below(6)) {
      case 0: return {a.ours + b.ours, a.theirs + b.theirs};
      case 1: return {a.ours - b.ours, a.theirs - b.theirs};
      case 2: return {a.ours * b.ours, a.theirs * b.theirs};
      case 3:
        if (b.theirs.is_zero() || b.ours.out_of_range()) return a;
        return {a.ours / b.ours, a.theirs / b.theirs};
      case 4: return {smaller(a.ours, b.ours), a.theirs < b.theirs ? a.theirs : b.theirs};
      default: return {larger(a.ours, b.ours), a.theirs > b.theirs ? a.theirs : b.theirs};
    }
  }
  std::int64_t below(std::int64_t end) { return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(end)); }

 private:
  Both leaf() {
    static constexpr std::int64_t denominators[] = {1, 1, 2, 3, 10, 12, 20, 23, 65, 100, 260, 10'000, 1'000'000};
    const std::int64_t d = denominators[below(std::size(denominators))];
    const std::int64_t n = below(3) == 0 ? below(21) - 10 : below(20'000'001) - 10'000'000;
    return {below(2) == 0 ? Exact::ratio(n, d) : Exact::counted(n, d), oracle::ratio(n, d)};
  }
  std::mt19937_64 engine_{42};
};

}  // namespace

TEST_CASE("Exact: a million random expressions agree with rational numbers") {
  Expressions random;
  int out_of_range = 0, wrong = 0;
  for (int i = 0; i < agreement::rounds(1'000'000); ++i) {
    const auto [ours, theirs] = random.grow(1 + static_cast<int>(random.below(3)));
    if (ours.out_of_range()) {
      ++out_of_range;
      continue;
    }
    bool good = agreement::same(ours, theirs, 1);
    if (const auto half_up = ours.rounded(Rounding::half_up)) good = good && *half_up == oracle::half_up(theirs);
    if (const auto down = ours.rounded(Rounding::down)) good = good && *down == oracle::floor_of(theirs);
    if (!good && ++wrong <= 5) MESSAGE(to_fraction_text(ours) << " is not " << theirs.str());
  }
  MESSAGE(out_of_range << " out of range");
  CHECK(wrong == 0);
  CHECK(out_of_range < agreement::rounds(1'000'000) / 100);
}
