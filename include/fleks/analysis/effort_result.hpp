#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <fleks/facts/effort.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/values/exact.hpp>

namespace fleks {

/// What an effort changes, exact øre: with it less what would have happened anyway. What a purse gets more is above zero.
struct EffortLine {
  Exact benefit{};       ///< ledighedsydelse, fleksløntilskud and other benefits paid (below zero: less is paid)
  Exact refund{};        ///< what the state refunds of them
  Exact fleksbidrag{};   ///< KOM-7
  Exact pool_wage{};     ///< the wage of the pool jobs that the municipality bears (KOM-12)
  Exact staff{};         ///< staff and other costs
  Exact kept_tax{};      ///< municipal tax that stays (KOM-11)
  Exact municipality{};  ///< refund + fleksbidrag + kept tax − benefit − pool wage − staff
  Exact state{};         ///< the state's purse
  Exact citizen{};       ///< what the participants have in hand
  Exact pension{};       ///< what is put aside for them
};

/// A calendar year of an effort.
struct EffortYear {
  int year = 0;              ///< the year
  EffortLine as_it_falls{};  ///< in the year's own prices
  EffortLine fixed{};        ///< in the prices of the chosen year
  bool tax_known = true;     ///< false where the rates have no tax of the year: the purses are then before tax
};

/// When an effort pays for the municipality.
struct BreakEven {
  std::optional<Exact> success{};  ///< the share that must move on to a fleksjob or a job; none: at no share
  std::optional<int> months{};     ///< after how many months it has paid itself back, and stays so; none: not within the time
};

/// What one input decides: the municipality's result at the least and the most of its range, the others most likely.
struct Decides {
  std::string input{};             ///< by its path in the file
  std::int64_t low = 0, high = 0;  ///< the range, in the input's counts
  Exact at_low{}, at_high{};       ///< the result, exact øre
  bool assumed = false;            ///< the file marks it as an assumption
  /// How much lies between the two.
  [[nodiscard]] Exact worth() const { return at_low < at_high ? at_high - at_low : at_low - at_high; }
};

/// What an effort gives and costs.
struct EffortResult {
  std::vector<EffortYear> years{};  ///< in order
  EffortLine all{};                 ///< of all years, as it falls
  EffortLine all_fixed{};           ///< of all years, in fixed prices
  std::vector<Exact> cumulated{};   ///< the municipality's result from the first month to the end of each, as it falls
  Exact success{};                  ///< the share that moves on to a fleksjob or a job
  BreakEven break_even{};           ///< when it pays
  std::vector<Decides> decides{};   ///< the ranges, what decides most first
};

/// An effort for a group in three purses, year by year: KOM-1 to KOM-13.
///
/// Each participant's month is the law's, by the rates of its half year; amounts in kroner follow the taper threshold from the
/// first month on. Exact: each month is whole øre, shares and participants are exact fractions. Errors: `problem`, a rate that is
/// not there. Pure, safe from any thread.
/// Example: an effort whose result is 0 at `break_even.success`.
[[nodiscard]] Result<EffortResult> effort_result(const Effort& effort, const RateTable& rates);

/// What cohorts drawn at random come to, for the municipality: whole øre.
struct EffortSpread {
  int cohorts = 0;                   ///< how many were drawn
  std::uint64_t seed = 0;            ///< from which number
  int paying = 0;                    ///< how many of them pay
  Exact mean{};                      ///< their mean, exact øre
  std::vector<Money> percentiles{};  ///< at 5, 25, 50, 75 and 95 of a hundred
};

/// Draws cohorts: each input from its range (a triangle about the most likely), each participant's outcome by its share, with
/// the effort and without it. The same seed gives the same result for any number of threads, on any machine.
/// Errors: as `effort_result`; no cohort. Example: `effort_spread(effort, rates, 100'000, 1, 4)`.
[[nodiscard]] Result<EffortSpread> effort_spread(const Effort& effort, const RateTable& rates, int cohorts, std::uint64_t seed,
                                                 int threads = 1);

}  // namespace fleks
