#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

#include <fleks/rates/rate_key.hpp>

#include "rules/net_picture.hpp"
#include "rules/number.hpp"
#include "rules/scaled.hpp"

// The law's number for whom fractions would take too long, as the points of a curve: an amount as a count of so small a part of an øre that
// every share the law takes of it is whole. Its unit is 1/(9 × 10^18): eighteen decimals, and the thirds of 52/12 of a week and of a
// twelfth. An addition is one of whole numbers; a product is divided by the unit it has too much, which comes out even and is therefore a
// multiplication by an inverse. `Places` tells beforehand whether eighteen decimals are enough; where ten are, of amounts of ordinary size,
// 64 bits hold them.

namespace fleks::law {

/// What is divided by the inverse of an odd divisor, in 128 bits, where it comes out even.
template <std::uint64_t divisor>
inline constexpr uint128 inverse_of = [] {
  static_assert(divisor % 2 == 1);
  uint128 x = 1;
  for (int bits = 1; bits < 128; bits *= 2) x *= 2 - divisor * x;
  return x;
}();

/// A rate as a count of its own unit, 1/(9 × 10^6): four decimals of a percentage point, and a third of the ninth that ATP has.
class RateCount {
 public:
  static constexpr std::int64_t one = 9'000'000;
  constexpr RateCount() = default;
  explicit constexpr RateCount(const Exact& rate) noexcept : count_(static_cast<std::int64_t>(rate.numerator()) * pieces(rate)) {}
  /// Nothing of a rate that does not come out even, or is larger than those of the law.
  [[nodiscard]] static constexpr std::optional<RateCount> of(const Exact& rate) noexcept {
    constexpr std::int64_t most = 100'000'000'000;
    const int128 n = rate.numerator(), d = rate.denominator();
    if (n > most || n < -most || d <= 0 || d > one) return std::nullopt;
    const std::int64_t each = pieces(rate);
    if (each * static_cast<std::int64_t>(d) != one) return std::nullopt;
    return RateCount(static_cast<std::int64_t>(n) * each);
  }
  /// A rate as its table counts it: none has too many places, or is too large.
  [[nodiscard]] static constexpr RateCount of_table(RateKey key, std::int64_t count) noexcept {
    return RateCount(count * of_each_key[static_cast<std::size_t>(key)]);
  }
  [[nodiscard]] static constexpr RateCount of_percent(Percent share) noexcept {
    return RateCount(share.ten_thousandths() * (one / 1'000'000));
  }
  [[nodiscard]] constexpr std::int64_t count() const noexcept { return count_; }

  friend constexpr RateCount operator+(RateCount a, RateCount b) noexcept { return RateCount(a.count_ + b.count_); }
  friend constexpr RateCount operator-(RateCount a, RateCount b) noexcept { return RateCount(a.count_ - b.count_); }
  /// A share of an amount, or of a share.
  friend constexpr RateCount operator*(RateCount a, RateCount b) noexcept {
    return RateCount(static_cast<std::int64_t>(int128{a.count_} * b.count_ / one));
  }
  friend constexpr RateCount operator*(RateCount a, const Exact& b) noexcept {
    return RateCount(static_cast<std::int64_t>(int128{a.count_} * b.numerator() / b.denominator()));
  }
  friend constexpr bool takes_anything(RateCount share) noexcept { return share.count_ > 0; }

 private:
  explicit constexpr RateCount(std::int64_t count) noexcept : count_(count) {}
  static constexpr std::int64_t pieces(const Exact& rate) noexcept {
    return rate.denominator() == 1 ? one : one / static_cast<std::int64_t>(rate.denominator());
  }
  /// What one of a key's counts is.
  static constexpr auto of_each_key = [] {
    std::array<std::int64_t, rate_key_count> each{};
    for (std::size_t key = 0; key < each.size(); ++key) {
      const RateUnit unit = info(static_cast<RateKey>(key)).unit;
      each[key] = unit == RateUnit::percent ? one / 1'000'000 : is_kroner(unit) ? one : one / 10'000;
    }
    return each;
  }();
  std::int64_t count_ = 0;
};
inline constexpr RateCount least(Cause, RateCount a, RateCount b) noexcept { return a.count() < b.count() ? a : b; }
inline constexpr RateCount not_below_zero(Cause, RateCount a) noexcept { return a.count() > 0 ? a : RateCount{}; }
inline constexpr RateCount in_smallest_terms(RateCount rate) noexcept { return rate; }

/// An amount in one or the other count.
template <class CountOfIt>
class CountedIn {
 public:
  using Count = CountOfIt;
  static constexpr bool narrow = sizeof(Count) == sizeof(std::int64_t);
  static constexpr int decimals = narrow ? 10 : 18;
  static constexpr std::int64_t one = narrow ? 90'000'000'000 : 9'000'000'000'000'000'000;
  static constexpr int twos = decimals;  // 2^decimals divides it, and what is left is odd
  static constexpr std::int64_t odd = one >> twos;

  constexpr CountedIn() = default;
  explicit constexpr CountedIn(Count count) noexcept : count_(count) {}
  explicit constexpr CountedIn(RateCount amount) noexcept : count_(Count{amount.count()} * (one / RateCount::one)) {}
  explicit constexpr CountedIn(const Exact& amount) noexcept
      : count_(static_cast<Count>(amount.numerator()) *
               (amount.denominator() == 1 ? one : one / static_cast<std::int64_t>(amount.denominator()))) {}
  /// The same amount in the other count; a narrow one is asked for only where it holds it.
  template <class Other>
  requires(!std::is_same_v<Other, Count>) explicit constexpr CountedIn(CountedIn<Other> same) noexcept {
    constexpr int finer_twos = 8;
    if constexpr (narrow)
      *this = even<(finer >> finer_twos)>(same.count() >> finer_twos);
    else
      count_ = Count{same.count()} * finer;
  }
  [[nodiscard]] constexpr Count count() const noexcept { return count_; }

  friend constexpr CountedIn operator+(CountedIn a, CountedIn b) noexcept { return CountedIn(a.count_ + b.count_); }
  friend constexpr CountedIn operator-(CountedIn a, CountedIn b) noexcept { return CountedIn(a.count_ - b.count_); }
  friend constexpr CountedIn operator*(CountedIn a, RateCount b) noexcept {
    constexpr int rate_twos = 6;
    static_assert(RateCount::one % (1 << rate_twos) == 0);
    return even<(RateCount::one >> rate_twos)>((int128{a.count_} * b.count()) >> rate_twos);
  }
  friend constexpr CountedIn operator*(CountedIn a, const Exact& b) noexcept {
    const auto n = static_cast<std::int64_t>(b.numerator()), d = static_cast<std::int64_t>(b.denominator());
    if (d == 1) return CountedIn(a.count_ * n);
    if (d == 12) return even<3>((a.count_ * n) >> 2);
    return a * RateCount(b);
  }
  friend constexpr CountedIn operator*(CountedIn a, CountedIn b) noexcept {
    if constexpr (narrow) return even<odd>((int128{a.count_} * b.count_) >> twos);
    // The factors of two that are too many are taken from the one and from the other: together they have them.
    if (a.count_ == 0 || b.count_ == 0) return {};
    int from_a = twos_in(a.count_);
    if (from_a > twos) from_a = twos;
    return even<odd>(static_cast<int128>(static_cast<uint128>(a.count_ >> from_a) * static_cast<uint128>(b.count_ >> (twos - from_a))));
  }
  friend constexpr CountedIn operator*(CountedIn a, AllOfIt) noexcept { return a; }
  friend constexpr CountedIn operator*(CountedIn, NoneOfIt) noexcept { return {}; }

  [[nodiscard]] constexpr bool is_positive() const noexcept { return count_ > 0; }
  [[nodiscard]] constexpr bool is_negative() const noexcept { return count_ < 0; }
  /// How many times so many øre are in it, rounded down.
  template <std::int64_t oere>
  [[nodiscard]] constexpr std::int64_t whole_parts() const noexcept {
    if constexpr (narrow) {
      // Moved above zero and back, it is one division of numbers without a sign.
      constexpr std::uint64_t parts = std::uint64_t{one} * oere, above_zero = (std::uint64_t{1} << 63) / parts;
      return static_cast<std::int64_t>((static_cast<std::uint64_t>(count_) + above_zero * parts) / parts - above_zero);
    }
    constexpr std::uint64_t divisor = static_cast<std::uint64_t>(odd) * oere;
    // Of what is no less than the number, by what is no less than the reciprocal, the quotient is right or one too large.
    constexpr int left_out = 40;
    constexpr auto reciprocal = static_cast<std::uint64_t>((uint128{1} << (64 + left_out)) / divisor) + 1;
    const int128 all = count_ >> twos, high = all >> left_out;
    if (high < 0 || high >= INT64_MAX) [[unlikely]]
      return floor_quotient(all, static_cast<std::int64_t>(divisor));
    const auto quotient = static_cast<std::uint64_t>((uint128{static_cast<std::uint64_t>(high) + 1} * reciprocal) >> 64);
    const uint128 rest = static_cast<uint128>(all) - uint128{quotient} * divisor;
    return static_cast<std::int64_t>(quotient - static_cast<std::uint64_t>(rest >> 127));
  }
  [[nodiscard]] static constexpr CountedIn oere(std::int64_t amount) noexcept { return CountedIn(Count{amount} * one); }

 private:
  static constexpr std::int64_t finer = 100'000'000;  // times as fine the wide count is
  template <std::uint64_t divisor>
  static constexpr CountedIn even(int128 multiple) noexcept {
    using Bits = std::conditional_t<narrow, std::uint64_t, uint128>;
    return CountedIn(static_cast<Count>(static_cast<Bits>(multiple) * static_cast<Bits>(inverse_of<divisor>)));
  }
  static constexpr int twos_in(int128 x) noexcept {
    const auto low = static_cast<std::uint64_t>(x);
    return low != 0 ? std::countr_zero(low) : 64;
  }
  static constexpr std::int64_t floor_quotient(int128 n, std::int64_t d) noexcept {
    return static_cast<std::int64_t>(n / d - static_cast<int>(n % d < 0));
  }

  Count count_ = 0;
};
using CountedAmount = CountedIn<int128>;
/// For what a month is before tax, at ordinary pay: half as many words, and its products are divided in one.
using NarrowAmount = CountedIn<std::int64_t>;

/// Takes out of a count, and of the count of one, the odd divisors that both have.
template <class Count, std::uint64_t... divisors>
constexpr void divide_out(Count& n, std::uint64_t& one, std::integer_sequence<std::uint64_t, divisors...>) noexcept {
  // What an odd divisor divides is, times its inverse, no more than a whole number over the divisor can be.
  const auto divide = [&]<std::uint64_t divisor>(std::integral_constant<std::uint64_t, divisor>) {
    const Count quotient = n * static_cast<Count>(inverse_of<divisor>);
    if (quotient > static_cast<Count>(~Count{0}) / divisor) return;
    n = quotient;
    one /= divisor;
  };
  (divide(std::integral_constant<std::uint64_t, divisors>{}), ...);
}

/// The same number as a fraction, in its smallest terms.
inline Exact exact(RateCount x) noexcept {
  if (x.count() == 0) return {};
  auto n = static_cast<std::uint64_t>(x.count() < 0 ? -x.count() : x.count()), d = std::uint64_t{RateCount::one};
  const int halves = std::min(std::countr_zero(n), std::countr_zero(d));
  n >>= halves;
  d >>= halves;
  // 5^3, 5^2 and 5: every power up to 5^6.
  divide_out(n, d, std::integer_sequence<std::uint64_t, 3, 3, 125, 25, 5>{});
  return Exact::counted(x.count() < 0 ? -static_cast<std::int64_t>(n) : static_cast<std::int64_t>(n), static_cast<std::int64_t>(d));
}
template <class Count>
Exact exact(CountedIn<Count> x) noexcept {
  using Bits = std::conditional_t<CountedIn<Count>::narrow, std::uint64_t, uint128>;
  constexpr std::int64_t one = CountedIn<Count>::one;
  if constexpr (CountedIn<Count>::narrow)
    if (const std::int64_t whole = x.count() / one; whole * one == x.count()) return Exact::whole(whole);
  const bool negative = x.is_negative();
  auto n = static_cast<Bits>(negative ? -x.count() : x.count());
  if (n == 0) return {};
  auto d = std::uint64_t{one};
  const auto low = static_cast<std::uint64_t>(n);
  const int halves = low == 0 ? CountedIn<Count>::twos : std::min(std::countr_zero(low), CountedIn<Count>::twos);
  n >>= halves;
  d >>= halves;
  // 5^5, 5^2, 5^2 and 5: every power up to 5^10; 5^9, 5^5, 5^2, 5 and 5: up to 5^18.
  using Divisors = std::conditional_t<CountedIn<Count>::narrow, std::integer_sequence<std::uint64_t, 3, 3, 3'125, 25, 25, 5>,
                                      std::integer_sequence<std::uint64_t, 3, 3, 1'953'125, 3'125, 25, 5, 5>>;
  if (n <= Bits{UINT64_MAX}) {
    auto in_one_word = static_cast<std::uint64_t>(n);
    divide_out(in_one_word, d, Divisors{});
    n = in_one_word;
  } else {
    divide_out(n, d, Divisors{});
  }
  if (n <= Bits{INT64_MAX}) [[likely]]
    return Exact::counted(negative ? -static_cast<std::int64_t>(n) : static_cast<std::int64_t>(n), static_cast<std::int64_t>(d));
  const auto whole = x.count() / one, rest = x.count() % one;
  return Exact::whole(static_cast<std::int64_t>(whole)) + Exact::ratio(static_cast<std::int64_t>(rest), one);
}
template <class Count>
constexpr CountedIn<Count> not_below_zero(Cause, CountedIn<Count> a) noexcept {
  return a.is_positive() ? a : CountedIn<Count>{};
}
template <class Count>
constexpr CountedIn<Count> above(Cause cause, CountedIn<Count> a, CountedIn<Count> limit) noexcept {
  return not_below_zero(cause, a - limit);
}
template <class Count>
constexpr CountedIn<Count> least(Cause, CountedIn<Count> a, CountedIn<Count> b) noexcept {
  return a.count() < b.count() ? a : b;
}
template <class Count>
constexpr CountedIn<Count> if_positive(Cause, CountedIn<Count> test, CountedIn<Count> then, CountedIn<Count> otherwise) noexcept {
  return test.is_positive() ? then : otherwise;
}
template <class Count>
constexpr CountedIn<Count> if_not_negative(Cause, CountedIn<Count> test, CountedIn<Count> then, CountedIn<Count> otherwise) noexcept {
  return test.is_negative() ? otherwise : then;
}
inline CountedAmount whole_steps(Cause, CountedAmount amount, const Exact& step) noexcept {
  return CountedAmount::oere(static_cast<std::int64_t>(amount.count() / (CountedAmount(step).count())));
}
/// Half up.
template <class Count>
constexpr CountedIn<Count> nearest_krone(CountedIn<Count> a) noexcept {
  using Amount = CountedIn<Count>;
  return Amount::oere((a + Amount::oere(50)).template whole_parts<100>() * 100);
}
template <class Count>
constexpr std::int64_t in_oere(CountedIn<Count> a) noexcept {
  return CountedIn<Count>(a.count() + CountedIn<Count>::one / 2).template whole_parts<1>();
}
template <class Count>
constexpr CountedIn<Count> nearest_oere(CountedIn<Count> a) noexcept {
  return CountedIn<Count>::oere(in_oere(a));
}
/// What is whole øre already.
template <class Count>
constexpr Money whole_oere(CountedIn<Count> a) noexcept {
  return Money::oere(a.template whole_parts<1>());
}
/// Towards zero.
constexpr CountedAmount whole_kroner(CountedAmount a) noexcept {
  return a.is_negative() ? CountedAmount::oere(-CountedAmount(-a.count()).whole_parts<100>() * 100)
                         : CountedAmount::oere(a.whole_parts<100>() * 100);
}

/// The family of an amount, or of a line of amounts.
template <class Amount>
struct CountedNumbersOf {
  using Whole = Amount;
  using Fine = Amount;
  using Share = RateCount;
  using Part = AllOfIt;
  using Cut = Exact;
  using Days = NoneOfIt;
  using AtpShare = RateCount;
  using PensionShare = RateCount;
  using Hours = Amount;
  using AnHour = Amount;
  using Rate = RateCount;
};
using CountedNumbers = CountedNumbersOf<CountedAmount>;
using NarrowNumbers = CountedNumbersOf<NarrowAmount>;
/// A rate beside narrow amounts.
struct NarrowRate : RateCount {
  constexpr NarrowRate() = default;
  constexpr NarrowRate(RateCount rate) noexcept : RateCount(rate) {}
  explicit constexpr NarrowRate(const Exact& rate) noexcept : RateCount(rate) {}
};
template <class Count>
struct NumbersOf<CountedIn<Count>> {
  using type = CountedNumbersOf<CountedIn<Count>>;
};
template <>
struct NumbersOf<RateCount> {
  using type = CountedNumbers;
};
template <>
struct NumbersOf<NarrowRate> {
  using type = NarrowNumbers;
};

inline TaxScale exact(const TaxScaleOf<RateCount>& scale) noexcept {
  TaxScale same;
  same.of_municipal_base = exact(scale.of_municipal_base);
  same.middle = exact(scale.middle);
  same.top = exact(scale.top);
  same.toptop = exact(scale.toptop);
  same.allowance_value = exact(scale.allowance_value);
  return same;
}

}  // namespace fleks::law
