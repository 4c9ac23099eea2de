#pragma once

#include <algorithm>

#include "rules/number.hpp"
#include "rules/pension_age.hpp"
#include "rules/steps.hpp"
#include "rules/watch.hpp"

// SKAT-3: deductions from the base of municipal and church tax that do not follow the pay.

namespace fleks::law {

/// Kilometres a day, and øre a kilometre.
struct TransportRates {
  Exact free, long_distance, near, far;
};

/// SKAT-3 (LL § 9 C): the kilometres of a day there and back above the free ones, up to the long distance by one amount and
/// beyond it by another, for each day of work of the year.
template <class Watch>
Exact transport_deduction(const Exact& kilometres, int days, const TransportRates& r, Watch& watch) {
  const Exact near = at_least_zero(smaller(kilometres, r.long_distance) - r.free) * r.near;
  const Exact far = at_least_zero(kilometres - r.long_distance) * r.far;
  const Exact deduction = (near + far) * Exact::whole(days);
  if constexpr (Watch::watching)
    by_rates(
        watch.step(deduction, steps::TransportDeduction{.kilometres = kilometres, .days = Exact::whole(days), .near = near, .far = far}),
        {RateKey::transport_deduction_25_120_km, RateKey::transport_deduction_over_120_km, RateKey::transport_deduction_free_km_day});
  return deduction;
}

/// SKAT-3 (LL § 13): the fee of a trade union, up to a most.
template <class Watch>
Exact union_fee_deduction(const Exact& fee, const Exact& most, Watch& watch) {
  const Exact deduction = smaller(fee, most);
  if constexpr (Watch::watching)
    by_rates(watch.step(deduction, steps::UnionFeeDeduction{.fee = fee, .most = most}), {RateKey::union_fee_deduction_max_year});
  return deduction;
}

/// LL § 9 J stk. 5: the income years before that of the state pension age with seniors' deduction.
inline constexpr int senior_years = 2;

/// SKAT-3 (LL § 9 J stk. 5): whether a year is one of the two before that of the state pension age. Where half a year of
/// birth has an age of its own, that of the second half of the year holds; none of them is a senior since 2026.
[[nodiscard]] constexpr bool is_senior(int year, int birth_year) noexcept {
  const int pension_year = static_cast<int>(day_of_pension_age(std::chrono::year{birth_year} / std::chrono::July / 1).year());
  return year < pension_year && year >= pension_year - senior_years;
}

}  // namespace fleks::law
