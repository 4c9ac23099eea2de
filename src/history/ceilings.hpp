#pragma once

#include <optional>

#include <fleks/errors/result.hpp>

#include "history/wages.hpp"

namespace fleks::history {

/// A ceiling in force.
struct CeilingInForce {
  Exact amount{};
  Ceiling ceiling{};
  std::uint32_t index = 0;  // in the job's list
  bool changed = false;     // within the month
};

/// LOFT-5: the ceiling of a job in a wage month, by the option for a change within it.
[[nodiscard]] Result<std::optional<CeilingInForce>> ceiling_of_job(const Known& known, std::size_t job, Month month, DayNumber as_of,
                                                                   const RatesOnDate& rates);
/// LOFT-5: the ceiling of all fleksjob of a wage month together, without FLT-16; none: no ceiling is applied.
template <class Watch>
[[nodiscard]] Result<std::optional<Ceiling>> ceiling_of_month(const Known& known, Month month, DayNumber as_of, const RatesOnDate& rates,
                                                              Watch& watch);
/// FLT-16: how much the ceiling rises in a month with a supplement: what a full-time employee would have had of it, in
/// whole øre as it is paid.
template <class Watch>
[[nodiscard]] Result<Money> ceiling_rise(const Known& known, const Wages& wages, Month month, DayNumber as_of, const RatesOnDate& rates,
                                         Watch& watch);

}  // namespace fleks::history
