#pragma once

#include <array>

#include "rules/contributions.hpp"
#include "rules/number.hpp"
#include "rules/scaled.hpp"

// The law's number for an amount that moves: its value at a point, and its slope to the right of it. Run with
// lines, a rule gives the piece of the broken line that begins at the point; every bend that the rule tests tells
// the sweep where that piece will end. So the kinks come from the rules themselves, exactly.

namespace fleks::law {

/// Where the piece that begins at `at` may end, and why.
class Sweep {
 public:
  explicit Sweep(const Exact& at) noexcept : at_(at) {}
  [[nodiscard]] const Exact& at() const noexcept { return at_; }
  [[nodiscard]] bool has_next() const noexcept { return found_; }
  /// How far to the right the next bend may be; out of range where that has too many digits for a number.
  [[nodiscard]] const Exact& distance() const noexcept { return distance_; }
  /// Where that is.
  [[nodiscard]] Exact next() const noexcept { return place_of(distance_, next_); }
  [[nodiscard]] Cause cause() const noexcept { return cause_; }

  /// A tested difference stands at `value` and moves by `slope`: it bends where it reaches zero.
  void consider(Cause cause, const Exact& value, const Exact& slope) noexcept {
    const bool falls_to_zero = value.is_positive() ? slope.numerator() < 0 : value.numerator() < 0 && slope.is_positive();
    if (!falls_to_zero) return;
    const Exact distance = -value / slope;
    // The way there may have more digits than the place.
    const Exact next = distance.out_of_range() ? Exact::product_and_sum(-value, Exact::whole(1) / slope, at_) : Exact{};
    if (found_ && !(distance.out_of_range() || distance_.out_of_range() ? place_of(distance, next) < this->next() : distance < distance_))
      return;
    found_ = true;
    distance_ = distance;
    next_ = next;
    cause_ = cause;
  }

 private:
  [[nodiscard]] Exact place_of(const Exact& distance, const Exact& next) const noexcept {
    return distance.out_of_range() ? next : at_ + distance;
  }

  Exact at_;
  Exact distance_{};
  Exact next_{};  // only where the distance is out of range
  Cause cause_ = Cause::none;
  bool found_ = false;
};

class Line {
 public:
  Line() = default;
  explicit Line(const Exact& constant) noexcept : value_(constant) {}
  /// A piece by itself, which no sweep asks where it bends.
  Line(const Exact& value, const Exact& slope) noexcept : value_(value), slope_(slope) {}
  /// What moves by one for one: the hours or the pay itself.
  [[nodiscard]] static Line moving(Sweep& sweep) noexcept { return Line(sweep.at(), Exact::whole(1), &sweep); }

  [[nodiscard]] const Exact& value() const noexcept { return value_; }
  [[nodiscard]] const Exact& slope() const noexcept { return slope_; }
  [[nodiscard]] bool stands_still() const noexcept { return sweep_ == nullptr; }

  friend Line operator+(const Line& a, const Line& b) noexcept {
    if (b.stands_still()) return {a.value_ + b.value_, a.slope_, a.sweep_};
    if (a.stands_still()) return {a.value_ + b.value_, b.slope_, b.sweep_};
    return {a.value_ + b.value_, a.slope_ + b.slope_, a.sweep_};
  }
  friend Line operator-(const Line& a, const Line& b) noexcept {
    if (b.stands_still()) return {a.value_ - b.value_, a.slope_, a.sweep_};
    if (a.stands_still()) return {a.value_ - b.value_, -b.slope_, b.sweep_};
    return {a.value_ - b.value_, a.slope_ - b.slope_, a.sweep_};
  }
  friend Line operator*(const Line& a, const Exact& b) noexcept {
    if (a.stands_still()) return Line(a.value_ * b);
    return {(a.value_ * b).reduced(), (a.slope_ * b).reduced(), a.sweep_};
  }
  /// One of the two stands still: the law multiplies hours by pay, never two things that move.
  friend Line operator*(const Line& a, const Line& b) noexcept {
    assert(a.stands_still() || b.stands_still());
    return b.stands_still() ? a * b.value_ : b * a.value_;
  }
  friend const Line& operator*(const Line& a, AllOfIt) noexcept { return a; }
  friend Line operator*(const Line&, NoneOfIt) noexcept { return {}; }

  /// Above zero at the point or just to the right of it.
  [[nodiscard]] bool is_positive() const noexcept { return value_.is_positive() || (value_.is_zero() && slope_.is_positive()); }
  [[nodiscard]] bool is_negative() const noexcept { return value_.numerator() < 0 || (value_.is_zero() && slope_.numerator() < 0); }
  void bends_at_zero(Cause cause) const noexcept {
    if (sweep_ != nullptr) sweep_->consider(cause, value_, slope_);
  }

 private:
  Line(const Exact& value, const Exact& slope, Sweep* sweep) noexcept : value_(value), slope_(slope), sweep_(sweep) {}
  Exact value_{};
  Exact slope_{};
  Sweep* sweep_ = nullptr;
};

inline Line not_below_zero(Cause cause, const Line& a) noexcept {
  a.bends_at_zero(cause);
  return a.is_positive() ? a : Line{};
}
inline Line above(Cause cause, const Line& a, const Line& limit) noexcept { return not_below_zero(cause, a - limit); }
inline Line least(Cause cause, const Line& a, const Line& b) noexcept {
  const Line difference = a - b;
  difference.bends_at_zero(cause);
  return difference.is_positive() ? b : a;
}
inline Line if_positive(Cause cause, const Line& test, const Line& then, const Line& otherwise) noexcept {
  test.bends_at_zero(cause);
  return test.is_positive() ? then : otherwise;
}
inline Line if_not_negative(Cause cause, const Line& test, const Line& then, const Line& otherwise) noexcept {
  test.bends_at_zero(cause);
  return test.is_negative() ? otherwise : then;
}
inline Line whole_steps(Cause cause, const Line& amount, const Exact& step) noexcept {
  Exact past = (amount.value() / step).whole_part_exact(Rounding::down);
  // Falling from the edge of a step is in the one below it.
  if (amount.slope().numerator() < 0 && amount.value() == past * step) past = past - Exact::whole(1);
  const Exact edge = amount.slope().numerator() < 0 ? past * step : (past + Exact::whole(1)) * step;
  (amount - Line(edge)).bends_at_zero(cause);
  return Line(past);
}
// Lines are the law before any rounding.
inline Line nearest_krone(const Line& a) noexcept { return a; }
inline Line nearest_oere(const Line& a) noexcept { return a; }
inline Line whole_kroner(const Line& a) noexcept { return a; }

struct LineNumbers {
  using Whole = Line;
  using Fine = Line;
  using Share = Exact;
  using Part = AllOfIt;
  using Cut = Exact;
  using Days = NoneOfIt;
  using AtpShare = Exact;
  using PensionShare = Exact;
  using Hours = Line;
  using AnHour = Line;
  using Rate = Exact;
};

}  // namespace fleks::law
