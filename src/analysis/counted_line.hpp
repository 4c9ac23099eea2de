#pragma once

#include <cassert>
#include <cstdint>

#include "rules/counted.hpp"

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
  template <class Count>
  int consider(Cause cause, Count at_zero, Count slope) noexcept {
    // What is above zero and does not fall, or below and does not rise, is so everywhere.
    if (at_zero > 0 && slope >= 0) return 1;
    if (at_zero < 0 && slope <= 0) return -1;
    if (at_zero == 0) return numerator_ == 0 || slope == 0 ? 0 : slope > 0 ? 1 : -1;
    using Size = std::conditional_t<CountedIn<Count>::narrow, std::uint64_t, uint128>;
    const bool falls = at_zero > 0;
    const auto n = static_cast<Size>(falls ? at_zero : -at_zero), d = static_cast<Size>(falls ? -slope : slope);
    const int ahead = compare(n, static_cast<std::uint64_t>(denominator_), d, static_cast<std::uint64_t>(numerator_));
    if (ahead <= 0) return falls ? ahead : -ahead;
    const uint128 wide_n = widened(n), wide_d = widened(d);
    if (!found_ || is_before(wide_n, next_denominator_, next_numerator_, wide_d)) {
      found_ = true;
      next_numerator_ = wide_n;
      next_denominator_ = wide_d;
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
  static constexpr uint128 widened(uint128 count) noexcept { return count; }
  static constexpr uint128 widened(std::uint64_t count) noexcept { return uint128{count} * (CountedAmount::one / NarrowAmount::one); }
  static int compare(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) noexcept {
    const uint128 ab = uint128{a} * b, cd = uint128{c} * d;
    return ab < cd ? -1 : static_cast<int>(cd < ab);
  }
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

template <class CountOfIt>
class CountedLineIn {
 public:
  using Amount = CountedIn<CountOfIt>;
  CountedLineIn() = default;
  explicit CountedLineIn(Amount constant) noexcept : at_zero_(constant) {}
  explicit CountedLineIn(RateCount constant) noexcept : at_zero_(constant) {}
  explicit CountedLineIn(const Exact& constant) noexcept : at_zero_(constant) {}
  /// The same line in the other count.
  template <class Other>
  requires(!std::is_same_v<Other, CountOfIt>) explicit CountedLineIn(const CountedLineIn<Other>& same) noexcept
      : at_zero_(same.at_zero()), slope_(same.slope()), sweep_(same.sweep()) {}
  /// What moves by one for one: the hours or the pay itself.
  [[nodiscard]] static CountedLineIn moving(CountedSweep& sweep) noexcept { return {{}, Amount::oere(1), &sweep}; }

  [[nodiscard]] Amount at_zero() const noexcept { return at_zero_; }
  [[nodiscard]] Amount slope() const noexcept { return slope_; }
  [[nodiscard]] CountedSweep* sweep() const noexcept { return sweep_; }

  friend CountedLineIn operator+(const CountedLineIn& a, const CountedLineIn& b) noexcept {
    return {a.at_zero_ + b.at_zero_, a.slope_ + b.slope_, a.sweep_ != nullptr ? a.sweep_ : b.sweep_};
  }
  friend CountedLineIn operator-(const CountedLineIn& a, const CountedLineIn& b) noexcept {
    return {a.at_zero_ - b.at_zero_, a.slope_ - b.slope_, a.sweep_ != nullptr ? a.sweep_ : b.sweep_};
  }
  template <class Share>
  requires(std::is_same_v<Share, Exact> || std::is_base_of_v<RateCount, Share>) friend CountedLineIn operator*(const CountedLineIn& a,
                                                                                                               const Share& b) noexcept {
    if (a.sweep_ == nullptr) return CountedLineIn(a.at_zero_ * b);
    return {a.at_zero_ * b, a.slope_ * b, a.sweep_};
  }
  /// One of the two stands still: the law multiplies hours by pay, never two things that move.
  friend CountedLineIn operator*(const CountedLineIn& a, const CountedLineIn& b) noexcept {
    assert(a.sweep_ == nullptr || b.sweep_ == nullptr);
    return b.sweep_ == nullptr ? CountedLineIn{a.at_zero_ * b.at_zero_, a.slope_ * b.at_zero_, a.sweep_}
                               : CountedLineIn{b.at_zero_ * a.at_zero_, b.slope_ * a.at_zero_, b.sweep_};
  }
  friend const CountedLineIn& operator*(const CountedLineIn& a, AllOfIt) noexcept { return a; }
  friend CountedLineIn operator*(const CountedLineIn&, NoneOfIt) noexcept { return {}; }

  /// Tells the sweep where it reaches zero. Above zero at the place or just to the right of it: 1; below: -1.
  [[nodiscard]] int tested(Cause cause) const noexcept {
    const auto at_zero = at_zero_.count(), slope = slope_.count();
    const auto sign = [](auto x) { return static_cast<int>(x > 0) - static_cast<int>(x < 0); };
    if (sweep_ == nullptr) return sign(at_zero);
    const int here = sweep_->consider(cause, at_zero, slope);
    return here != 0 ? here : sign(slope);
  }

 private:
  CountedLineIn(Amount at_zero, Amount slope, CountedSweep* sweep) noexcept : at_zero_(at_zero), slope_(slope), sweep_(sweep) {}
  Amount at_zero_{}, slope_{};
  CountedSweep* sweep_ = nullptr;
};

template <class Count>
CountedLineIn<Count> not_below_zero(Cause cause, const CountedLineIn<Count>& a) noexcept {
  return a.tested(cause) > 0 ? a : CountedLineIn<Count>{};
}
template <class Count>
CountedLineIn<Count> above(Cause cause, const CountedLineIn<Count>& a, const CountedLineIn<Count>& limit) noexcept {
  return not_below_zero(cause, a - limit);
}
template <class Count>
CountedLineIn<Count> least(Cause cause, const CountedLineIn<Count>& a, const CountedLineIn<Count>& b) noexcept {
  return (a - b).tested(cause) > 0 ? b : a;
}
template <class Count>
CountedLineIn<Count> if_positive(Cause cause, const CountedLineIn<Count>& test, const CountedLineIn<Count>& then,
                                 const CountedLineIn<Count>& otherwise) noexcept {
  return test.tested(cause) > 0 ? then : otherwise;
}
template <class Count>
CountedLineIn<Count> if_not_negative(Cause cause, const CountedLineIn<Count>& test, const CountedLineIn<Count>& then,
                                     const CountedLineIn<Count>& otherwise) noexcept {
  return test.tested(cause) < 0 ? otherwise : then;
}
/// Steps are left to `Line`: `counted_lines` says so beforehand.
template <class Count>
CountedLineIn<Count> whole_steps(Cause, const CountedLineIn<Count>&, const Exact&) noexcept {
  assert(false);
  return {};
}
template <class Count>
CountedLineIn<Count> nearest_krone(const CountedLineIn<Count>& a) noexcept {
  return a;
}
template <class Count>
CountedLineIn<Count> nearest_oere(const CountedLineIn<Count>& a) noexcept {
  return a;
}
template <class Count>
CountedLineIn<Count> whole_kroner(const CountedLineIn<Count>& a) noexcept {
  return a;
}

using CountedLine = CountedLineIn<int128>;
using NarrowLine = CountedLineIn<std::int64_t>;

template <class Count>
struct NumbersOf<CountedLineIn<Count>> {
  using type = CountedNumbersOf<CountedLineIn<Count>>;
};

}  // namespace fleks::law
