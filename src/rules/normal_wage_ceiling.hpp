#pragma once

#include <type_traits>

#include <fleks/facts/month_facts.hpp>

#include "rules/number.hpp"
#include "rules/paid_hours.hpp"
#include "rules/watch.hpp"

// LOFT: the normal-wage ceiling of the position.

namespace fleks::law {

/// LOFT-4 (BEK-FLT § 13 stk. 2): the hours of a full-time month to three decimals.
inline Exact hours_to_three_decimals(const Exact& full_time_hours) {
  constexpr int thousandths = 1000;
  return (full_time_hours * weeks_a_month * Exact::whole(thousandths)).whole_part_exact(Rounding::half_up) * Exact::ratio(1, thousandths);
}

/// LOFT-3: full-time base pay a month from the hourly pay.
template <class N, class Rate, class Watch>
N full_time_base(const N& hourly_pay, const Rate& full_time_hours, Watch& watch,
                 Ceiling::FullTimeMonth hours = Ceiling::FullTimeMonth::exact) {
  [[maybe_unused]] const bool rounded = hours == Ceiling::FullTimeMonth::three_decimals;
  Rate a_month = full_time_hours * weeks_a_month;
  if constexpr (std::is_same_v<Rate, Exact>)  // symbols are the hours as they are
    if (rounded) a_month = hours_to_three_decimals(full_time_hours);
  const N base = hourly_pay * N(a_month);
  if constexpr (Watch::watching)
    by_rates(watch.step(base, steps::FullTimeBase{.hourly_pay = exact(hourly_pay),
                                                  .hours_a_week = full_time_hours,
                                                  .rounded_hours_a_month = rounded ? a_month : Exact{}}),
             {RateKey::full_time_hours_week});
  return base;
}

/// LOFT-2 and LOFT-3: (base + supplements + fixed bonus) × (1 + employer's pension pct.) + ferietillæg of the
/// month. Own pension is inside the pay.
template <class N, class Rate, class Watch>
N ceiling_from_parts(const N& base, const Rate& supplements, const Rate& fixed_bonus, const Rate& employer_pension,
                     const N& holiday_supplement, Watch& watch) {
  const N pay = base + N(supplements + fixed_bonus);
  const N ceiling = pay * N(Rate(Exact::whole(1)) + employer_pension) + holiday_supplement;
  if constexpr (Watch::watching)
    watch.step(ceiling, steps::CeilingFromParts{.base = exact(base),
                                                .supplements = supplements + fixed_bonus,
                                                .employer_pension = employer_pension,
                                                .holiday_supplement = exact(holiday_supplement)});
  return ceiling;
}

}  // namespace fleks::law
