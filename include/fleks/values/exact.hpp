#pragma once

#include <cassert>
#include <compare>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include <fleks/errors/result.hpp>
#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>
#include <fleks/values/percent.hpp>
#include <fleks/values/rounding.hpp>

namespace fleks {

/// 128 bits, as the compilers have them.
__extension__ typedef __int128 int128;
/// The same without a sign.
__extension__ typedef unsigned __int128 uint128;

/// An exact fraction between facts and result: shares of amounts, 52/12 of a week, 3/65 of a month.
///
/// An amount of money is carried in øre. Numerator and denominator have 128 bits, and the steps between have more:
/// a result that needs more than 128 even with the smallest denominator becomes `out_of_range()`, stays so through
/// every further step, and is an error (`too_precise`) when it is rounded: it never wraps. The only way back to
/// `Money` is `round`, which names how.
/// Example: `Exact::of(Money::kroner(200)) * Exact::ratio(37 * 52, 12)` rounds to `32.066,67`.
class Exact {
 public:
  constexpr Exact() = default;
  /// A whole number.
  [[nodiscard]] static constexpr Exact whole(std::int64_t number) noexcept { return Exact(number, 1); }
  /// A fraction, reduced; `denominator` is above zero.
  [[nodiscard]] static constexpr Exact ratio(std::int64_t numerator, std::int64_t denominator) noexcept {
    assert(denominator > 0);
    return Exact(numerator, denominator).reduced();
  }
  template <class NotWhole>
  requires(!std::is_integral_v<NotWhole>) static Exact whole(NotWhole) = delete;
  template <class N, class D>
  requires(!std::is_integral_v<N> || !std::is_integral_v<D>) static Exact ratio(N, D) = delete;
  /// `count` pieces of 1/`pieces`, as it stands: equal to `ratio`, but not reduced.
  [[nodiscard]] static constexpr Exact counted(std::int64_t count, std::int64_t pieces) noexcept {
    assert(pieces > 0);
    return Exact(count, pieces);
  }
  /// An amount, in øre.
  [[nodiscard]] static constexpr Exact of(Money amount) noexcept { return Exact(amount.in_oere(), 1); }
  /// A share: 30 pct. is 3/10.
  [[nodiscard]] static constexpr Exact of(Percent share) noexcept { return Exact(share.numerator(), share.denominator()); }
  /// Hours.
  [[nodiscard]] static constexpr Exact of(Hours hours) noexcept { return of_ten_thousandths(hours.ten_thousandths()); }
  /// Days.
  [[nodiscard]] static constexpr Exact of(Days days) noexcept { return of_ten_thousandths(days.ten_thousandths()); }

  /// Above the line, with the sign; not always reduced.
  [[nodiscard]] constexpr int128 numerator() const noexcept { return numerator_; }
  /// Below the line, above zero; 0 when out of range.
  [[nodiscard]] constexpr int128 denominator() const noexcept { return denominator_; }
  /// Whether it could not be held, or came from what could not.
  [[nodiscard]] constexpr bool out_of_range() const noexcept { return denominator_ == 0; }
  /// Above zero.
  [[nodiscard]] constexpr bool is_positive() const noexcept { return numerator_ > 0; }
  /// Zero.
  [[nodiscard]] constexpr bool is_zero() const noexcept { return numerator_ == 0; }
  /// The same with the smallest denominator.
  [[nodiscard]] constexpr Exact reduced() const noexcept {
    if (denominator_ <= 1) return *this;
    if (numerator_ == lowest) return denominator_ % 2 == 0 ? Exact(lowest / 2, denominator_ / 2).reduced() : *this;
    const int128 divisor = common_divisor(numerator_ < 0 ? -numerator_ : numerator_, denominator_);
    if (fits(numerator_) && fits(denominator_)) [[likely]] {
      const auto d = static_cast<std::int64_t>(divisor);
      return Exact(static_cast<std::int64_t>(numerator_) / d, static_cast<std::int64_t>(denominator_) / d);
    }
    return Exact(numerator_ / divisor, denominator_ / divisor);
  }

  /// Exact, or out of range.
  [[gnu::always_inline]] friend constexpr Exact operator+(const Exact& a, const Exact& b) noexcept { return sum(a, b); }
  /// Exact, or out of range.
  [[gnu::always_inline]] friend constexpr Exact operator-(const Exact& a, const Exact& b) noexcept {
    int128 n = 0;
    if (a.denominator_ == b.denominator_) [[likely]]
      if (!__builtin_sub_overflow(a.numerator_, b.numerator_, &n)) return Exact(n, a.denominator_);
    return difference_of_unlike(a, b);
  }
  /// Exact, or out of range.
  constexpr Exact operator-() const noexcept {
    return numerator_ == lowest ? difference_of_unlike(Exact{}, *this) : Exact(-numerator_, denominator_);
  }
  /// Exact, or out of range.
  [[gnu::always_inline]] friend constexpr Exact operator*(const Exact& a, const Exact& b) noexcept {
    if (fits(a.numerator_) && fits(b.numerator_) && fits(a.denominator_) && fits(b.denominator_)) [[likely]]
      return Exact(int128{static_cast<std::int64_t>(a.numerator_)} * static_cast<std::int64_t>(b.numerator_),
                   int128{static_cast<std::int64_t>(a.denominator_)} * static_cast<std::int64_t>(b.denominator_));
    return product_of_wide(a, b);
  }
  /// Dividing by zero is a broken contract (assert), and `out_of_range()` in a release build.
  friend constexpr Exact operator/(const Exact& a, const Exact& b) noexcept {
    assert(b.numerator_ != 0 || b.out_of_range());
    if (b.numerator_ == 0 || b.out_of_range()) return beyond();
    if (b.numerator_ == lowest) return a / Exact(lowest / 2, b.denominator_) * Exact(1, 2);
    return a * (b.numerator_ < 0 ? Exact(-b.denominator_, -b.numerator_) : Exact(b.denominator_, b.numerator_));
  }
  /// Exact, or out of range.
  Exact& operator+=(const Exact& other) noexcept { return *this = *this + other; }
  /// Exact, or out of range.
  Exact& operator-=(const Exact& other) noexcept { return *this = *this - other; }

  /// `a` × `b` + `c` as one step: only the sum has to be in range, not the product.
  /// Example: (2^127 − 1) × 3 − (2^127 − 2) × 3 is out of range in two steps, and 3 in one.
  [[nodiscard]] static Exact product_and_sum(const Exact& a, const Exact& b, const Exact& c) noexcept;

  /// Unordered when either side is out of range.
  friend constexpr std::partial_ordering operator<=>(const Exact& a, const Exact& b) noexcept {
    if (a.out_of_range() || b.out_of_range()) return std::partial_ordering::unordered;
    if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
    if (fits(a.numerator_) && fits(b.numerator_) && fits(a.denominator_) && fits(b.denominator_)) [[likely]]
      return int128{static_cast<std::int64_t>(a.numerator_)} * static_cast<std::int64_t>(b.denominator_) <=>
             int128{static_cast<std::int64_t>(b.numerator_)} * static_cast<std::int64_t>(a.denominator_);
    return compare_wide(a, b);
  }
  /// The same number, however it is written; out of range equals nothing.
  friend constexpr bool operator==(const Exact& a, const Exact& b) noexcept { return (a <=> b) == 0; }

  /// The whole number of øre (or of whatever is counted), rounded as named; `too_precise` when the value
  /// is out of range, `not_exact` when `Rounding::never` would have lost something.
  [[nodiscard]] Result<std::int64_t> rounded(Rounding how) const {
    if (out_of_range()) return Error{.code = ErrorCode::too_precise};
    if (how == Rounding::never && numerator_ % denominator_ != 0) return Error{.code = ErrorCode::not_exact};
    const int128 result = whole_part(how);
    if (result > INT64_MAX || result < INT64_MIN) return Error{.code = ErrorCode::too_precise};
    return static_cast<std::int64_t>(result);
  }
  /// The amount in whole øre. Example: 15.333,335 kr. `round(half_up)` is 15.333,34 kr.
  [[nodiscard]] Result<Money> round(Rounding how) const {
    auto count = rounded(how);
    if (!count) return std::move(count).error();
    return Money::oere(*count);
  }
  /// The amount in whole kroner: the law's "nearest krone". Example: 763,50 kr. is 764 kr.
  [[nodiscard]] Result<Money> round_to_krone(Rounding how) const {
    const Exact krone = to_krone(how);
    if (krone.out_of_range())
      return Error{.code = out_of_range() || how != Rounding::never ? ErrorCode::too_precise : ErrorCode::not_exact};
    return krone.round(Rounding::never);
  }
  /// The rounded value as an `Exact` again, for rules that go on after a rounding; stays out of range, and
  /// becomes so where `Rounding::never` would have lost something.
  [[nodiscard]] constexpr Exact whole_part_exact(Rounding how) const noexcept {
    if (out_of_range() || (how == Rounding::never && numerator_ % denominator_ != 0)) return beyond();
    return Exact(whole_part(how), 1);
  }
  /// An amount in øre at the nearest krone, in øre again. Example: 763,50 kr. `to_krone(half_up)` is 764 kr.
  [[nodiscard]] constexpr Exact to_krone(Rounding how) const noexcept {
    Exact kroner = *this * Exact(1, 100);
    if (kroner.out_of_range() && !out_of_range()) {
      // Half an øre in place of any part of one rounds to the same krone, and needs no wide denominator.
      const int128 halves = 2 * whole_part(Rounding::down) + static_cast<int>(numerator_ % denominator_ != 0);
      kroner = Exact(halves, 200);
    }
    return kroner.whole_part_exact(how) * Exact(100, 1);
  }

 private:
  constexpr Exact(int128 numerator, int128 denominator) noexcept : numerator_(numerator), denominator_(denominator) {}
  [[nodiscard]] static constexpr Exact beyond() noexcept { return Exact(0, 0); }
  // Most are whole or quarters: a division by a constant in place of a search for what the two share.
  [[nodiscard]] static constexpr Exact of_ten_thousandths(std::int64_t count) noexcept {
    if (count % 10'000 == 0) [[likely]]
      return Exact(count / 10'000, 1);
    return ratio(count, 10'000);
  }

  // Has no negative of its own.
  static constexpr int128 lowest = int128{-1} << 126 << 1;

  static constexpr bool fits(int128 a) noexcept { return a == static_cast<std::int64_t>(a); }
  static constexpr int128 common_divisor(int128 a, int128 b) noexcept {
    while (!fits(a) || !fits(b)) {
      if (b == 0) return a == 0 ? 1 : a;
      const int128 rest = a % b;
      a = b;
      b = rest;
    }
    auto x = static_cast<std::int64_t>(a), y = static_cast<std::int64_t>(b);
    while (y != 0) {
      const std::int64_t rest = x % y;
      x = y;
      y = rest;
    }
    return x == 0 ? 1 : x;
  }
  // What the 64 bits of the common case do not hold: in 128, and where those do not suffice either, in 512.
  static Exact product_of_wide(const Exact& a, const Exact& b) noexcept;
  static Exact sum_of_unlike(const Exact& a, const Exact& b) noexcept;
  static Exact difference_of_unlike(const Exact& a, const Exact& b) noexcept;
  static std::strong_ordering compare_wide(const Exact& a, const Exact& b) noexcept;
  [[gnu::always_inline]] static constexpr Exact sum(const Exact& a, const Exact& b) noexcept {
    int128 n = 0;
    if (a.denominator_ == b.denominator_) [[likely]]
      if (!__builtin_add_overflow(a.numerator_, b.numerator_, &n)) return Exact(n, a.denominator_);
    return sum_of_unlike(a, b);
  }
  static constexpr int128 floor_quotient(int128 n, int128 d) noexcept {
    if (fits(n) && fits(d)) [[likely]] {
      const auto x = static_cast<std::int64_t>(n), y = static_cast<std::int64_t>(d);
      return x / y - static_cast<int>(x % y < 0);
    }
    return n / d - static_cast<int>(n % d < 0);
  }
  /// What the floored quotient leaves: never negative.
  static constexpr int128 floor_rest(int128 n, int128 d) noexcept {
    const int128 rest = n % d;
    return rest < 0 ? rest + d : rest;
  }
  [[nodiscard]] constexpr int128 whole_part(Rounding how) const noexcept {
    if (denominator_ == 1) return numerator_;
    const int128 floor = floor_quotient(numerator_, denominator_);
    // Never negative: the sign is in the floor.
    const int128 rest = fits(numerator_) ? numerator_ - floor * denominator_ : floor_rest(numerator_, denominator_);
    const int128 beyond_half = rest - (denominator_ - rest);
    switch (how) {
      case Rounding::half_up: return floor + static_cast<int>(beyond_half >= 0);
      case Rounding::half_even: return floor + static_cast<int>(beyond_half > 0 || (beyond_half == 0 && floor % 2 != 0));
      case Rounding::up: return floor + static_cast<int>(rest != 0);
      case Rounding::toward_zero: return floor + static_cast<int>(floor < 0 && rest != 0);
      case Rounding::down:
      case Rounding::never: break;
    }
    return floor;
  }

  int128 numerator_ = 0;
  int128 denominator_ = 1;
};

/// The smaller and the larger of two exact values; out of range if either is.
[[nodiscard]] constexpr Exact smaller(const Exact& a, const Exact& b) noexcept {
  if (a.out_of_range()) return a;
  return a < b ? a : b;
}
/// The larger; out of range if either is.
[[nodiscard]] constexpr Exact larger(const Exact& a, const Exact& b) noexcept {
  if (a.out_of_range()) return a;
  return a > b ? a : b;
}

/// An amount carried in øre, as decimal text in kroner: all its decimals when they end, at least two;
/// rounded half up to two when they do not end.
/// Example: 32.066,666… kr. is `32066.67`; 4.680,003 kr. is `4680.003`.
[[nodiscard]] std::string to_kroner_text(const Exact& oere);

/// A plain exact number as decimal text: all its decimals when they end, else rounded half up to `decimals`.
[[nodiscard]] std::string to_text(const Exact& number, int decimals);

/// A plain exact number as a reduced fraction. Example: `27/2`; a whole number has no slash.
[[nodiscard]] std::string to_fraction_text(const Exact& number);

}  // namespace fleks
