#pragma once

#include <cassert>
#include <cstdint>

#include "analysis/counted.hpp"

// Lines of counted amounts: what an amount is at zero, and its slope, both whole in the parts of `CountedAmount` however odd the place is
// at which the line is looked at. The place is a fraction, and only asked on which side of zero an amount is.

namespace fleks::law {

/// Two 128-bit numbers' product, without a sign.
struct Product {
  uint128 high{}, low{};
  constexpr Product(uint128 a, uint128 b) noexcept {
    const auto upper = [](uint128 x) { return static_cast<std::uint64_t>(x >> 64); };
    const auto lower = [](uint128 x) { return static_cast<std::uint64_t>(x); };
    const uint128 ll = uint128{lower(a)} * lower(b), lh = uint128{lower(a)} * upper(b), hl = uint128{upper(a)} * lower(b);
    const uint128 middle = uint128{upper(ll)} + lower(lh) + lower(hl);
    low = middle << 64 | lower(ll);
    high = uint128{upper(a)} * upper(b) + upper(lh) + upper(hl) + upper(middle);
  }
  friend constexpr bool operator<(const Product& a, const Product& b) noexcept {
    return a.high != b.high ? a.high < b.high : a.low < b.low;
  }
};

/// Where the piece that begins at a place may end, and why: `Sweep` for counted lines. The place is not below zero.
class CountedSweep {
 public:
  CountedSweep(std::int64_t numerator, std::int64_t denominator) noexcept : numerator_(numerator), denominator_(denominator) {
    assert(numerator >= 0 && denominator > 0);
  }
  /// Whether an amount at the place is below zero, zero or above: -1, 0, 1. Above the place where a tested difference reaches zero it
  /// bends; that is told.
  int consider(Cause cause, int128 at_zero, int128 slope) noexcept {
    // What is above zero and does not fall, or below and does not rise, is so everywhere.
    if (at_zero > 0 && slope >= 0) return 1;
    if (at_zero < 0 && slope <= 0) return -1;
    if (at_zero == 0) return numerator_ == 0 || slope == 0 ? 0 : slope > 0 ? 1 : -1;
    const bool falls = at_zero > 0;
    const auto n = static_cast<uint128>(falls ? at_zero : -at_zero), d = static_cast<uint128>(falls ? -slope : slope);
    const int ahead = compare(n, static_cast<std::uint64_t>(denominator_), d, static_cast<std::uint64_t>(numerator_));
    if (ahead <= 0) return falls ? ahead : -ahead;
    if (!found_ || is_before(n, next_denominator_, next_numerator_, d)) {
      found_ = true;
      next_numerator_ = n;
      next_denominator_ = d;
      cause_ = cause;
    }
    return falls ? 1 : -1;
  }
  [[nodiscard]] bool has_next() const noexcept { return found_; }
  [[nodiscard]] Cause cause() const noexcept { return cause_; }
  /// Where the next bend may be.
  [[nodiscard]] Exact next() const noexcept {
    return exact(CountedAmount(static_cast<int128>(next_numerator_))) / exact(CountedAmount(static_cast<int128>(next_denominator_)));
  }

 private:
  // What lies between the products of the upper halves alone is nearly always apart; the lower ones are then not asked.
  static constexpr std::uint64_t upper(uint128 x) noexcept { return static_cast<std::uint64_t>(x >> 64); }
  static int compare(uint128 a, std::uint64_t b, uint128 c, std::uint64_t d) noexcept {
    const uint128 ab = uint128{upper(a)} * b, cd = uint128{upper(c)} * d;
    if (ab >= cd + d && ab != cd) return 1;
    if (cd >= ab + b && ab != cd) return -1;
    return compare_all(a, b, c, d);
  }
  static bool is_before(uint128 a, uint128 b, uint128 c, uint128 d) noexcept {
    if (a == c && b == d) return false;  // the same test again, as of own ATP and of the employer's
    const uint128 ab = uint128{upper(a)} * upper(b), cd = uint128{upper(c)} * upper(d);
    if (ab >= cd + upper(c) + upper(d) + 1) return false;
    if (cd >= ab + upper(a) + upper(b) + 1) return true;
    return compare_all(a, b, c, d) < 0;
  }
  [[gnu::noinline, gnu::cold]] static int compare_all(uint128 a, uint128 b, uint128 c, uint128 d) noexcept {
    const Product ab(a, b), cd(c, d);
    return ab < cd ? -1 : static_cast<int>(cd < ab);
  }

  std::int64_t numerator_, denominator_;
  uint128 next_numerator_ = 0, next_denominator_ = 1;
  Cause cause_ = Cause::none;
  bool found_ = false;
};

class CountedLine {
 public:
  CountedLine() = default;
  explicit CountedLine(CountedAmount constant) noexcept : at_zero_(constant) {}
  explicit CountedLine(RateCount constant) noexcept : at_zero_(constant) {}
  explicit CountedLine(const Exact& constant) noexcept : at_zero_(constant) {}
  /// What moves by one for one: the hours or the pay itself.
  [[nodiscard]] static CountedLine moving(CountedSweep& sweep) noexcept { return {{}, CountedAmount::oere(1), &sweep}; }

  [[nodiscard]] CountedAmount at_zero() const noexcept { return at_zero_; }
  [[nodiscard]] CountedAmount slope() const noexcept { return slope_; }

  friend CountedLine operator+(const CountedLine& a, const CountedLine& b) noexcept {
    return {a.at_zero_ + b.at_zero_, a.slope_ + b.slope_, a.sweep_ != nullptr ? a.sweep_ : b.sweep_};
  }
  friend CountedLine operator-(const CountedLine& a, const CountedLine& b) noexcept {
    return {a.at_zero_ - b.at_zero_, a.slope_ - b.slope_, a.sweep_ != nullptr ? a.sweep_ : b.sweep_};
  }
  template <class Share>
  requires(std::is_same_v<Share, Exact> || std::is_same_v<Share, RateCount>) friend CountedLine operator*(const CountedLine& a,
                                                                                                          const Share& b) noexcept {
    if (a.sweep_ == nullptr) return CountedLine(a.at_zero_ * b);
    return {a.at_zero_ * b, a.slope_ * b, a.sweep_};
  }
  /// One of the two stands still: the law multiplies hours by pay, never two things that move.
  friend CountedLine operator*(const CountedLine& a, const CountedLine& b) noexcept {
    assert(a.sweep_ == nullptr || b.sweep_ == nullptr);
    return b.sweep_ == nullptr ? CountedLine{a.at_zero_ * b.at_zero_, a.slope_ * b.at_zero_, a.sweep_}
                               : CountedLine{b.at_zero_ * a.at_zero_, b.slope_ * a.at_zero_, b.sweep_};
  }
  friend const CountedLine& operator*(const CountedLine& a, AllOfIt) noexcept { return a; }
  friend CountedLine operator*(const CountedLine&, NoneOfIt) noexcept { return {}; }

  /// Tells the sweep where it reaches zero. Above zero at the place or just to the right of it: 1; below: -1.
  [[nodiscard]] int tested(Cause cause) const noexcept {
    const int128 at_zero = at_zero_.count(), slope = slope_.count();
    const auto sign = [](int128 x) { return static_cast<int>(x > 0) - static_cast<int>(x < 0); };
    if (sweep_ == nullptr) return sign(at_zero);
    const int here = sweep_->consider(cause, at_zero, slope);
    return here != 0 ? here : sign(slope);
  }

 private:
  CountedLine(CountedAmount at_zero, CountedAmount slope, CountedSweep* sweep) noexcept : at_zero_(at_zero), slope_(slope), sweep_(sweep) {}
  CountedAmount at_zero_{}, slope_{};
  CountedSweep* sweep_ = nullptr;
};

inline CountedLine not_below_zero(Cause cause, const CountedLine& a) noexcept { return a.tested(cause) > 0 ? a : CountedLine{}; }
inline CountedLine above(Cause cause, const CountedLine& a, const CountedLine& limit) noexcept { return not_below_zero(cause, a - limit); }
inline CountedLine least(Cause cause, const CountedLine& a, const CountedLine& b) noexcept { return (a - b).tested(cause) > 0 ? b : a; }
inline CountedLine if_positive(Cause cause, const CountedLine& test, const CountedLine& then, const CountedLine& otherwise) noexcept {
  return test.tested(cause) > 0 ? then : otherwise;
}
inline CountedLine if_not_negative(Cause cause, const CountedLine& test, const CountedLine& then, const CountedLine& otherwise) noexcept {
  return test.tested(cause) < 0 ? otherwise : then;
}
/// Steps are left to `Line`: `counted_lines` says so beforehand.
inline CountedLine whole_steps(Cause, const CountedLine&, const Exact&) noexcept {
  assert(false);
  return {};
}
inline CountedLine nearest_krone(const CountedLine& a) noexcept { return a; }
inline CountedLine nearest_oere(const CountedLine& a) noexcept { return a; }
inline CountedLine whole_kroner(const CountedLine& a) noexcept { return a; }

struct CountedLineNumbers : CountedNumbers {
  using Whole = CountedLine;
  using Fine = CountedLine;
  using Hours = CountedLine;
  using AnHour = CountedLine;
};
template <>
struct NumbersOf<CountedLine> {
  using type = CountedLineNumbers;
};

}  // namespace fleks::law
