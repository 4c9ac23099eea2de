#pragma once

#include <cstdint>

#include "rules/number.hpp"
#include "rules/scaled.hpp"

// The law's number for a curve of many points: an exact fraction of 64 bits over 64, which stays in registers.
// What would need more is out of reach, stays so, and the point is computed again with `Exact`: nothing is lost.

namespace fleks::law {

class Short {
 public:
  constexpr Short() = default;
  explicit constexpr Short(const Exact& x) noexcept
      : numerator_(static_cast<std::int64_t>(x.numerator())), denominator_(static_cast<std::int64_t>(x.denominator())) {
    if (numerator_ != x.numerator() || denominator_ != x.denominator() || numerator_ == INT64_MIN) *this = beyond();
  }
  [[nodiscard]] constexpr bool out_of_reach() const noexcept { return denominator_ == 0; }
  [[nodiscard]] constexpr bool is_positive() const noexcept { return numerator_ > 0; }
  [[nodiscard]] constexpr bool is_negative() const noexcept { return numerator_ < 0; }
  /// Only within reach.
  [[nodiscard]] constexpr Exact exact() const noexcept { return Exact::counted(numerator_, denominator_); }

  friend constexpr Short operator+(const Short& a, const Short& b) noexcept {
    std::int64_t n = 0;
    if (a.denominator_ != b.denominator_) return sum_of_unlike(a, b);
    return __builtin_add_overflow(a.numerator_, b.numerator_, &n) ? beyond() : of(n, a.denominator_);
  }
  friend constexpr Short operator-(const Short& a, const Short& b) noexcept { return a + Short(-b.numerator_, b.denominator_); }
  friend constexpr Short operator*(const Short& a, const Short& b) noexcept {
    std::int64_t n = 0, d = 0;
    if (__builtin_mul_overflow(a.numerator_, b.numerator_, &n) || __builtin_mul_overflow(a.denominator_, b.denominator_, &d))
      return beyond();
    return of(n, d);
  }
  friend constexpr Short operator*(const Short& a, const Exact& b) noexcept { return a * Short(b); }
  friend constexpr const Short& operator*(const Short& a, AllOfIt) noexcept { return a; }
  friend constexpr Short operator*(const Short&, NoneOfIt) noexcept { return {}; }

  /// a < b; both within reach.
  friend constexpr bool below(const Short& a, const Short& b) noexcept {
    if (a.denominator_ == b.denominator_) return a.numerator_ < b.numerator_;
    return int128{a.numerator_} * b.denominator_ < int128{b.numerator_} * a.denominator_;
  }
  /// The nearest multiple of `unit` half up, or the one towards zero.
  [[nodiscard]] constexpr Short to_multiple_of(std::int64_t unit, Rounding how) const noexcept {
    std::int64_t divisor = 0, whole = 0;
    if (out_of_reach() || __builtin_mul_overflow(denominator_, unit, &divisor)) return beyond();
    if (divisor == 1) return *this;
    std::int64_t quotient = numerator_ / divisor;
    const std::int64_t rest = numerator_ % divisor;  // with the sign of the numerator
    if (how == Rounding::half_up) {
      if (rest > 0 && rest >= divisor - rest) ++quotient;
      if (rest < 0 && -rest > divisor + rest) --quotient;
    }
    return __builtin_mul_overflow(quotient, unit, &whole) ? beyond() : Short(whole, 1);
  }
  /// Whole numbers within reach.
  [[nodiscard]] constexpr std::int64_t whole() const noexcept { return numerator_; }

 private:
  constexpr Short(std::int64_t numerator, std::int64_t denominator) noexcept : numerator_(numerator), denominator_(denominator) {}
  // The lowest number has no negative of its own.
  static constexpr Short of(std::int64_t n, std::int64_t d) noexcept { return n == INT64_MIN ? beyond() : Short(n, d); }
  static constexpr Short beyond() noexcept { return Short(0, 0); }
  static constexpr Short sum_of_unlike(const Short& a, const Short& b) noexcept {
    if (a.out_of_reach() || b.out_of_reach()) return beyond();
    if (a.numerator_ == 0) return b;
    if (b.numerator_ == 0) return a;
    const bool a_is_finer = a.denominator_ > b.denominator_;
    const Short& fine = a_is_finer ? a : b;
    const Short& coarse = a_is_finer ? b : a;
    std::int64_t widen_fine = 1, widen_coarse = fine.denominator_;
    if (coarse.denominator_ != 1) {
      const std::int64_t shared = common_divisor(fine.denominator_, coarse.denominator_);
      widen_fine = coarse.denominator_ / shared;
      widen_coarse = fine.denominator_ / shared;
    }
    std::int64_t x = 0, y = 0, n = 0, d = 0;
    if (__builtin_mul_overflow(fine.numerator_, widen_fine, &x) || __builtin_mul_overflow(coarse.numerator_, widen_coarse, &y) ||
        __builtin_mul_overflow(fine.denominator_, widen_fine, &d) || __builtin_add_overflow(x, y, &n))
      return beyond();
    return of(n, d);
  }
  static constexpr std::int64_t common_divisor(std::int64_t a, std::int64_t b) noexcept {
    while (b != 0) {
      const std::int64_t rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

constexpr Exact exact(const Short& x) noexcept { return x.exact(); }
constexpr Short not_below_zero(Cause, const Short& a) noexcept { return a.is_positive() || a.out_of_reach() ? a : Short{}; }
constexpr Short above(Cause cause, const Short& a, const Short& limit) noexcept { return not_below_zero(cause, a - limit); }
constexpr Short least(Cause, const Short& a, const Short& b) noexcept {
  return a.out_of_reach() || (!b.out_of_reach() && below(a, b)) ? a : b;
}
constexpr Short if_positive(Cause, const Short& test, const Short& then, const Short& otherwise) noexcept {
  return test.out_of_reach() ? test : test.is_positive() ? then : otherwise;
}
constexpr Short if_not_negative(Cause, const Short& test, const Short& then, const Short& otherwise) noexcept {
  return test.out_of_reach() ? test : test.is_negative() ? otherwise : then;
}
constexpr Short whole_steps(Cause, const Short& amount, const Exact& step) noexcept {
  return (amount * (Exact::whole(1) / step)).to_multiple_of(1, Rounding::toward_zero);
}
constexpr Short nearest_krone(const Short& oere) noexcept { return oere.to_multiple_of(100, Rounding::half_up); }
constexpr Short nearest_oere(const Short& oere) noexcept { return oere.to_multiple_of(1, Rounding::half_up); }
constexpr Short whole_kroner(const Short& oere) noexcept { return oere.to_multiple_of(100, Rounding::toward_zero); }

struct ShortNumbers {
  using Whole = Short;
  using Fine = Short;
  using Share = Exact;
  using Part = AllOfIt;
  using Cut = Exact;
  using Days = NoneOfIt;
  using AtpShare = Exact;
  using PensionShare = Exact;
  using Hours = Short;
  using AnHour = Short;
  using Rate = Exact;
};

}  // namespace fleks::law
