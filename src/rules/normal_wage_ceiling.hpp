#pragma once

#include "rules/number.hpp"
#include "rules/paid_hours.hpp"
#include "rules/watch.hpp"

// LOFT: the normal-wage ceiling of the position.

namespace fleks::law {

/// LOFT-3: full-time base pay a month from the hourly pay. Operands of the step: hourly pay, hours a week.
template <class N, class Watch>
N full_time_base(const N& hourly_pay, const Exact& full_time_hours, Watch& watch) {
  const N base = hourly_pay * N(full_time_hours * weeks_a_month);
  if constexpr (Watch::watching) {
    Step& step = by_rates(watch.step(Rule::LOFT_3, base, hourly_pay, full_time_hours), {RateKey::full_time_hours_week});
    step.variant = 1;
  }
  return base;
}

/// LOFT-2 and LOFT-3: (base + supplements + fixed bonus) × (1 + employer's pension pct.) + ferietillæg of the
/// month. Own pension is inside the pay. Operands of the step: base, supplements + bonus, pension, ferietillæg.
template <class N, class Watch>
N ceiling_from_parts(const N& base, const Exact& supplements, const Exact& fixed_bonus, const Exact& employer_pension,
                     const Exact& holiday_supplement, Watch& watch) {
  const N pay = base + N(supplements + fixed_bonus);
  const N ceiling = pay * N(Exact::whole(1) + employer_pension) + N(holiday_supplement);
  if constexpr (Watch::watching) watch.step(Rule::LOFT_3, ceiling, base, supplements + fixed_bonus, employer_pension, holiday_supplement);
  return ceiling;
}

}  // namespace fleks::law
