#pragma once

#include <algorithm>
#include <cstdint>

#include "rules/number.hpp"

// The law's numbers for facts in whole øre: 64-bit integers that count 1/Scale øre. Products are written so
// that nothing divides before the one rounding. Amounts of at most 100 million kroner cannot leave the range.

namespace fleks::law {

/// `narrow` numbers promise less than 2^32 wherever they are rounded: dividing is then a multiplication and a
/// shift, which vectorises as no 64-bit division does.
template <std::int64_t scale, bool narrow = false>
struct Scaled {
  std::int64_t count = 0;
};

using WholeOere = Scaled<1>;

/// A share as a count of 1/Scale: 30 pct. is 30 at 100 and 300.000 at 1.000.000.
template <std::int64_t scale>
struct Share {
  std::int64_t count{};
};

/// All of a month (FLT-13 does not apply), or of what exceeds the ceiling (FLT-11 as the law has it).
struct AllOfIt {};
/// No days: FLT-12 does not apply.
struct NoneOfIt {};

template <std::int64_t a, std::int64_t b>
inline constexpr std::int64_t finer = std::max(a, b);

template <std::int64_t to, std::int64_t from, bool n>
constexpr std::int64_t counted_in(Scaled<from, n> x) noexcept {
  static_assert(to % from == 0);
  return x.count * (to / from);
}
template <std::int64_t a, std::int64_t b, bool n>
constexpr Scaled<finer<a, b>, n> operator+(Scaled<a, n> x, Scaled<b, n> y) noexcept {
  return {counted_in<finer<a, b>>(x) + counted_in<finer<a, b>>(y)};
}
template <std::int64_t a, std::int64_t b, bool n>
constexpr Scaled<finer<a, b>, n> operator-(Scaled<a, n> x, Scaled<b, n> y) noexcept {
  return {counted_in<finer<a, b>>(x) - counted_in<finer<a, b>>(y)};
}
template <std::int64_t a, std::int64_t b, bool n>
constexpr Scaled<a * b, n> operator*(Scaled<a, n> x, Share<b> y) noexcept {
  return {x.count * y.count};
}
template <std::int64_t scale, bool n>
constexpr Scaled<scale, n> operator*(Scaled<scale, n> x, AllOfIt) noexcept {
  return x;
}
template <std::int64_t scale, bool n>
constexpr Scaled<scale, n> operator*(Scaled<scale, n>, NoneOfIt) noexcept {
  return {};
}
template <std::int64_t a, std::int64_t b, bool n>
constexpr Scaled<finer<a, b>, n> least(Cause, Scaled<a, n> x, Scaled<b, n> y) noexcept {
  const auto m = counted_in<finer<a, b>>(x), k = counted_in<finer<a, b>>(y);
  return {m < k ? m : k};
}
template <std::int64_t scale, bool n>
constexpr Scaled<scale, n> not_below_zero(Cause, Scaled<scale, n> x) noexcept {
  return {x.count > 0 ? x.count : 0};
}
template <std::int64_t a, std::int64_t b, bool n>
constexpr Scaled<finer<a, b>, n> above(Cause cause, Scaled<a, n> x, Scaled<b, n> limit) noexcept {
  return not_below_zero(cause, x - limit);
}
template <std::int64_t a, std::int64_t b, std::int64_t c, bool n>
constexpr Scaled<finer<b, c>, n> if_positive(Cause, Scaled<a, n> test, Scaled<b, n> then, Scaled<c, n> otherwise) noexcept {
  return {test.count > 0 ? counted_in<finer<b, c>>(then) : counted_in<finer<b, c>>(otherwise)};
}

/// Multiplying by `factor` and shifting right by `shift` divides every count under 2^32 by `divisor` exactly:
/// the factor's excess over 2^shift / divisor, times 2^32, stays within 2^shift (Granlund and Montgomery).
struct Reciprocal {
  std::uint64_t factor = 0;
  int shift = 0;
};
constexpr Reciprocal reciprocal(std::uint64_t divisor) {
  for (int shift = 32; shift < 64; ++shift) {
    const std::uint64_t factor = ((std::uint64_t{1} << shift) - 1) / divisor + 1;
    if (factor * divisor - (std::uint64_t{1} << shift) <= std::uint64_t{1} << (shift - 32)) return {factor, shift};
  }
  return {};
}
template <std::int64_t divisor, bool narrow>
constexpr std::int64_t divided(std::int64_t count) noexcept {
  if constexpr (narrow) {
    constexpr Reciprocal by = reciprocal(divisor);
    static_assert(by.factor != 0 && by.factor < std::uint64_t{1} << 32);
    return static_cast<std::int64_t>((static_cast<std::uint64_t>(count) & 0xFFFF'FFFF) * by.factor >> by.shift);
  } else {
    return count / divisor;
  }
}
/// Half up; only for amounts that are not negative.
template <std::int64_t scale, bool n>
constexpr Scaled<1, n> nearest_krone(Scaled<scale, n> x) noexcept {
  return {divided<100 * scale, n>(x.count + 50 * scale) * 100};
}
template <std::int64_t scale, bool n>
constexpr Scaled<1, n> nearest_oere(Scaled<scale, n> x) noexcept {
  return {divided<scale, n>(x.count + scale / 2)};
}

/// Hours in parts that 52/12 of a week comes out even in.
inline constexpr std::int64_t hour_parts = 12 * 10'000;
template <bool narrow = false>
using CountedHours = Scaled<hour_parts, narrow>;

/// The numbers of facts in whole øre.
template <std::int64_t scale, bool narrow = false, std::int64_t pension_scale = scale>
struct ScaledNumbers {
  using Whole = Scaled<1, narrow>;
  using Fine = Scaled<scale, narrow>;
  using Share = law::Share<scale>;
  using Part = AllOfIt;
  using Cut = AllOfIt;
  using Days = NoneOfIt;
  using AtpShare = law::Share<scale>;
  using PensionShare = law::Share<pension_scale>;
  using Hours = CountedHours<narrow>;
  using AnHour = law::Share<1>;
  using Rate = Exact;
};

template <std::int64_t scale, bool n>
inline Exact exact(Scaled<scale, n> x) noexcept {
  return Exact::counted(x.count, scale);
}
template <std::int64_t scale>
inline Exact exact(Share<scale> x) noexcept {
  return Exact::counted(x.count, scale);
}
inline Exact exact(AllOfIt) noexcept { return Exact::whole(1); }
inline Exact exact(NoneOfIt) noexcept { return {}; }

}  // namespace fleks::law
