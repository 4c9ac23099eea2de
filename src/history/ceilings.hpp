#pragma once

#include <optional>

#include <fleks/errors/result.hpp>
#include <fleks/history/case_statement.hpp>

#include "history/grounds.hpp"

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

/// The ceiling of a month with one fleksjob or more.
struct CeilingTogether {
  std::optional<Ceiling> ceiling{};  // none: no ceiling is applied
  /// What is missing, and the ceiling were that the other way: none there, no ceiling would apply.
  std::vector<std::pair<MissingFact, std::optional<Ceiling>>> otherwise{};
};
/// LOFT-5: the ceiling of the fleksjob of a month together, each of its wage month, without FLT-16.
template <class Watch>
[[nodiscard]] Result<CeilingTogether> ceiling_together(const Known& known, std::span<const Ground> grounds, DayNumber as_of,
                                                       const RatesOnDate& rates, Watch& watch);
/// The same of jobs of which some may follow each other: those of each stretch of days together, and the stretches by their weekdays.
template <class Watch>
[[nodiscard]] Result<CeilingTogether> ceiling_of_part(const Known& known, std::span<const Ground> grounds, DayNumber as_of,
                                                      const RatesOnDate& rates, Watch& watch);
/// FLT-16: how much the ceiling rises in a month with a supplement: what a full-time employee would have had of it, in
/// whole øre as it is paid.
struct CeilingRises {
  Money sum{};
  /// What is missing where the full-time supplement is not stated, and what the rise is without that supplement; none there, it
  /// may be so high that the ceiling cuts nothing.
  std::vector<std::pair<MissingFact, std::optional<Money>>> otherwise{};
};
template <class Watch>
[[nodiscard]] Result<CeilingRises> ceiling_rise(const Known& known, std::span<const Ground> grounds, DayNumber as_of,
                                                const RatesOnDate& rates, Watch& watch);

}  // namespace fleks::history
