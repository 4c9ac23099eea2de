#pragma once

#include <span>
#include <vector>

#include <fleks/analysis/bounds.hpp>
#include <fleks/analysis/worth_of_hours.hpp>

namespace fleks {

/// What a point of a citizen's curve is at least and at most while facts are not known.
struct NetRowBounds {
  NetRow lowest{};                      ///< the row with least in hand
  NetRow highest{};                     ///< the row with most
  std::vector<AmountBounds> amounts{};  ///< those that are not fixed, by their name in the row's JSON; exact øre
};

/// The bounds of a curve, and which fact would decide it.
struct HoursBounds {
  Citizen citizen{};                    ///< with the facts that give the highest subsidy and housing benefit
  std::vector<NetRowBounds> rows{};     ///< of each point asked for
  std::vector<AmountBounds> amounts{};  ///< `normal_wage_ceiling` where it is not fixed
  std::vector<DecidingFact> decides{};  ///< worth: in hand a month, at the point where it is most; of a rent by the benefit as paid
};

/// The exact bounds of every amount of a citizen's points, for facts that lie in ranges: each bound is reached by facts in them.
///
/// A ceiling (stated, or its parts), the rent and the area of the home, other taxed income, the fee of daycare, the wealth, the union fee,
/// the kilometres and days of transport, the year of birth and the children can be ranges; and the hourly wage, the intensity, the
/// municipal and the church tax and the pensions, of which each øre and each 0,01 pct. is computed, and the places in daycare and, where a
/// point is without a job, the children, each number of which is: at most 100.000 points of them, at most 5.000 with other facts. Where
/// nothing of a fact is nothing of another (no kilometres, no places), that is so in the range. A higher ceiling is more subsidy and more
/// tax, and less housing benefit; what that leaves in hand goes now up, now down with the roundings of the law, and is found exactly by
/// halving the box where what is had and what is taken still leave room for more. Errors: those of the picture for any facts in the ranges;
/// `exclusive_facts` with `NoRange` for a fact that cannot be a range, a stated ceiling with a part of one, and a reform; `too_large` for
/// more points; `out_of_range` for a year of birth after the year. Example: 2024, 200 kr. an hour, municipal tax 25, 20 hours, a ceiling
/// from 26.000 to 32.000 kr.: in hand is from 17.230,08 to 20.845,74 kr.
[[nodiscard]] Result<HoursBounds> bounds(const Citizen& citizen, std::span<const FactRange> ranges, std::span<const Work> points,
                                         const RateTable& rates, const Options& options = {});

}  // namespace fleks
