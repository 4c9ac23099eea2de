#pragma once

#include <fleks/facts/month_facts.hpp>
#include <fleks/statement/explained.hpp>
#include <fleks/values/exact.hpp>

namespace fleks {

/// A ceiling to be worked out, and the day whose hours of full time hold.
struct CeilingFacts {
  Ceiling ceiling{};  ///< the parts
  Date date{};        ///< the day
};

/// The normal-wage ceiling (*lønloft*) from its parts, LOFT-1 to LOFT-3.
struct CeilingStatement {
  using Facts = CeilingFacts;   ///< what it is made from
  Exact normal_wage_ceiling{};  ///< exact øre, unrounded
};
/// The day of the rates.
[[nodiscard]] inline Date date_of_rates(const CeilingFacts& facts, const CeilingStatement&) noexcept { return facts.date; }

/// `normal_wage_ceiling` with all that explains it. Errors as there.
/// Example: 200 kr. an hour with 8 pct. employer's pension is 34.632,00 kr.
[[nodiscard]] Result<Explained<CeilingStatement>> explained(const CeilingFacts& facts, const RateTable& rates, const Options& options = {});

}  // namespace fleks
