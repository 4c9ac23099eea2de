#pragma once

#include <cstdint>

#include "rules/number.hpp"

// The law's numbers for facts in whole øre: 64-bit integers that count 1/Scale øre. Products are written so
// that nothing divides before the one rounding. Amounts of at most 100 million kroner cannot leave the range.

namespace fleks::law {

template <std::int64_t scale>
struct Scaled {
  std::int64_t count = 0;
};

using Whole = Scaled<1>;

/// A share as a count of 1/Scale: 30 pct. is 30 at 100 and 300.000 at 1.000.000.
template <std::int64_t scale>
struct Share {
  std::int64_t count = 0;
};

/// All of a month: FLT-13 does not apply.
struct AllOfIt {};
/// No days: FLT-12 does not apply.
struct NoneOfIt {};

template <std::int64_t a, std::int64_t b>
inline constexpr std::int64_t finer = a > b ? a : b;

template <std::int64_t to, std::int64_t from>
constexpr std::int64_t counted_in(Scaled<from> x) noexcept {
  static_assert(to % from == 0);
  return x.count * (to / from);
}
template <std::int64_t a, std::int64_t b>
constexpr Scaled<finer<a, b>> operator+(Scaled<a> x, Scaled<b> y) noexcept {
  return {counted_in<finer<a, b>>(x) + counted_in<finer<a, b>>(y)};
}
template <std::int64_t a, std::int64_t b>
constexpr Scaled<finer<a, b>> operator-(Scaled<a> x, Scaled<b> y) noexcept {
  return {counted_in<finer<a, b>>(x) - counted_in<finer<a, b>>(y)};
}
template <std::int64_t a, std::int64_t b>
constexpr Scaled<a * b> operator*(Scaled<a> x, Share<b> y) noexcept {
  return {x.count * y.count};
}
constexpr Whole operator*(Whole x, AllOfIt) noexcept { return x; }
template <std::int64_t scale>
constexpr Scaled<scale> operator*(Scaled<scale>, NoneOfIt) noexcept {
  return {};
}
template <std::int64_t a, std::int64_t b>
constexpr Scaled<finer<a, b>> least(Cause, Scaled<a> x, Scaled<b> y) noexcept {
  const auto m = counted_in<finer<a, b>>(x), n = counted_in<finer<a, b>>(y);
  return {m < n ? m : n};
}
template <std::int64_t scale>
constexpr Scaled<scale> not_below_zero(Cause, Scaled<scale> x) noexcept {
  return {x.count > 0 ? x.count : 0};
}
template <std::int64_t a, std::int64_t b>
constexpr Scaled<finer<a, b>> above(Cause cause, Scaled<a> x, Scaled<b> limit) noexcept {
  return not_below_zero(cause, x - limit);
}
template <std::int64_t a, std::int64_t b, std::int64_t c>
constexpr Scaled<finer<b, c>> if_positive(Cause, Scaled<a> test, Scaled<b> then, Scaled<c> otherwise) noexcept {
  return {test.count > 0 ? counted_in<finer<b, c>>(then) : counted_in<finer<b, c>>(otherwise)};
}
/// Half up; only for amounts that are not negative.
template <std::int64_t scale>
constexpr Whole nearest_krone(Scaled<scale> x) noexcept {
  return {(x.count + 50 * scale) / (100 * scale) * 100};
}
template <std::int64_t scale>
constexpr Whole nearest_oere(Scaled<scale> x) noexcept {
  return {(x.count + scale / 2) / scale};
}

/// The numbers of facts in whole øre.
template <std::int64_t scale>
struct ScaledNumbers {
  using Whole = law::Whole;
  using Fine = Scaled<scale>;
  using Share = law::Share<scale>;
  using Part = AllOfIt;
  using Days = NoneOfIt;
};

template <std::int64_t scale>
inline Exact exact(Scaled<scale> x) noexcept {
  return Exact::counted(x.count, scale);
}
template <std::int64_t scale>
inline Exact exact(Share<scale> x) noexcept {
  return Exact::counted(x.count, scale);
}
inline Exact exact(AllOfIt) noexcept { return Exact::whole(1); }
inline Exact exact(NoneOfIt) noexcept { return {}; }

}  // namespace fleks::law
