#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

#include "rules/number.hpp"

// The law's numbers for facts in whole øre: integers that count 1/Scale øre. Products are written so that nothing divides
// before the one rounding. In 64 bits amounts of at most 100 million kroner cannot leave the range.

namespace fleks::law {

/// `narrow` numbers are counted in 32 bits, twice as many at once in a vector, and there they are multiplied, compared and divided by a
/// constant as 64 bits are not. Who uses them promises that what is rounded stays below 2^32, the half that is added included. They are
/// never negative: a difference ends at zero, which is what the law asks wherever it takes more than there is.
template <std::int64_t scale, bool narrow = false>
struct Scaled {
  using Count = std::conditional_t<narrow, std::uint32_t, std::int64_t>;
  Count count = 0;
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

template <bool n>
using CountOf = typename Scaled<1, n>::Count;

template <std::int64_t to, std::int64_t from, bool n>
constexpr CountOf<n> counted_in(Scaled<from, n> x) noexcept {
  static_assert(to % from == 0);
  return x.count * static_cast<CountOf<n>>(to / from);
}
template <std::int64_t a, std::int64_t b, bool n>
constexpr Scaled<finer<a, b>, n> operator+(Scaled<a, n> x, Scaled<b, n> y) noexcept {
  return {counted_in<finer<a, b>>(x) + counted_in<finer<a, b>>(y)};
}
template <std::int64_t a, std::int64_t b, bool n>
constexpr Scaled<finer<a, b>, n> operator-(Scaled<a, n> x, Scaled<b, n> y) noexcept {
  const auto m = counted_in<finer<a, b>>(x), k = counted_in<finer<a, b>>(y);
  if constexpr (n)
    return {(m > k ? m : k) - k};
  else
    return {m - k};
}
template <std::int64_t a, std::int64_t b, bool n>
constexpr Scaled<a * b, n> operator*(Scaled<a, n> x, Share<b> y) noexcept {
  return {x.count * static_cast<CountOf<n>>(y.count)};
}
template <std::int64_t scale, bool n>
constexpr Scaled<scale, n> operator*(Scaled<scale, n> x, AllOfIt) noexcept {
  return x;
}
template <std::int64_t scale, bool n>
constexpr Scaled<scale, n> operator*(Scaled<scale, n>, NoneOfIt) noexcept {
  return {};
}
/// The same, of what may be far more than what it is compared with: no more than 32 bits hold.
template <std::int64_t to, std::int64_t from, bool n>
constexpr CountOf<n> counted_at_most_in(Scaled<from, n> x) noexcept {
  if constexpr (n && to != from) {
    constexpr auto most = std::numeric_limits<std::uint32_t>::max() / static_cast<std::uint32_t>(to / from);
    x.count = x.count < most ? x.count : most;
  }
  return counted_in<to>(x);
}
template <std::int64_t a, std::int64_t b, bool n>
constexpr Scaled<finer<a, b>, n> least(Cause, Scaled<a, n> x, Scaled<b, n> y) noexcept {
  const auto m = counted_at_most_in<finer<a, b>>(x), k = counted_at_most_in<finer<a, b>>(y);
  return {m < k ? m : k};
}
template <std::int64_t scale, bool n>
constexpr Scaled<scale, n> not_below_zero(Cause, Scaled<scale, n> x) noexcept {
  return {x.count > 0 ? x.count : CountOf<n>{}};
}
template <std::int64_t a, std::int64_t b, bool n>
constexpr Scaled<finer<a, b>, n> above(Cause cause, Scaled<a, n> x, Scaled<b, n> limit) noexcept {
  return not_below_zero(cause, x - limit);
}
template <std::int64_t a, std::int64_t b, std::int64_t c, bool n>
constexpr Scaled<finer<b, c>, n> if_positive(Cause, Scaled<a, n> test, Scaled<b, n> then, Scaled<c, n> otherwise) noexcept {
  return {test.count > 0 ? counted_in<finer<b, c>>(then) : counted_in<finer<b, c>>(otherwise)};
}

template <std::int64_t divisor, class Count>
constexpr Count divided(Count count) noexcept {
  static_assert(std::in_range<Count>(divisor));
  return count / static_cast<Count>(divisor);
}
/// Half up; only for amounts that are not negative.
template <std::int64_t scale, bool n>
constexpr Scaled<1, n> nearest_krone(Scaled<scale, n> x) noexcept {
  return {divided<100 * scale>(x.count + CountOf<n>{50 * scale}) * 100};
}
template <std::int64_t scale, bool n>
constexpr Scaled<1, n> nearest_oere(Scaled<scale, n> x) noexcept {
  return {divided<scale>(x.count + CountOf<n>{scale / 2})};
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
