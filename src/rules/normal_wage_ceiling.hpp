#pragma once

#include "rules/number.hpp"
#include "rules/paid_hours.hpp"
#include "rules/watch.hpp"

// LOFT: the normal-wage ceiling of the position.

namespace fleks::law {

/// LOFT-3: full-time base pay a month from the hourly pay.
template <class N, class Watch>
N full_time_base(const N& hourly_pay, const Exact& full_time_hours, Watch& watch) {
  const N base = hourly_pay * N(full_time_hours * weeks_a_month);
  if constexpr (Watch::watching)
    by_rates(watch.step(base, steps::FullTimeBase{.hourly_pay = exact(hourly_pay), .hours_a_week = full_time_hours}),
             {RateKey::full_time_hours_week});
  return base;
}

/// LOFT-2 and LOFT-3: (base + supplements + fixed bonus) × (1 + employer's pension pct.) + ferietillæg of the
/// month. Own pension is inside the pay.
template <class N, class Watch>
N ceiling_from_parts(const N& base, const Exact& supplements, const Exact& fixed_bonus, const Exact& employer_pension,
                     const N& holiday_supplement, Watch& watch) {
  const N pay = base + N(supplements + fixed_bonus);
  const N ceiling = pay * N(Exact::whole(1) + employer_pension) + holiday_supplement;
  if constexpr (Watch::watching)
    watch.step(ceiling, steps::CeilingFromParts{.base = exact(base),
                                                .supplements = supplements + fixed_bonus,
                                                .employer_pension = employer_pension,
                                                .holiday_supplement = exact(holiday_supplement)});
  return ceiling;
}

}  // namespace fleks::law
