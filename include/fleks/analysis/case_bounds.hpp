#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <fleks/analysis/bounds.hpp>
#include <fleks/facts/case_range.hpp>
#include <fleks/history/case_statement.hpp>

namespace fleks {

/// What it is worth to know a fact of a case.
struct CaseDecider {
  std::size_t range = 0;                    ///< which of the ranges
  Money worth{};                            ///< what it alone can take of the highest fleksløntilskud and ledighedsydelse
  std::optional<std::int64_t> starts_at{};  ///< of a month: up to here it does not change the unrounded result; as in `DecidingFact`
  std::optional<std::int64_t> stops_at{};   ///< of a month: from here on likewise
};

/// A month of a case while facts are not known.
struct CaseMonthBounds {
  CaseMonth lowest{};                        ///< where fleksløntilskud and ledighedsydelse are lowest
  CaseMonth highest{};                       ///< where they are highest
  std::vector<AmountBounds> subsidy{};       ///< the amounts of `highest.subsidy` that are not fixed, by their name in the JSON
  std::vector<AmountBounds> benefit{};       ///< those of `highest.benefit`
  std::optional<AmountBounds> payout{};      ///< of both; nothing where it is fixed
  bool payout_reached = true;                ///< else it lies in these bounds and need not reach them
  std::vector<std::string_view> left_out{};  ///< amounts of the subsidy that are neither fixed nor bounded here
  std::vector<CaseDecider> decides{};        ///< the facts that move the month, what is worth most first
};

/// The months of a case, each with its bounds.
struct CaseBounds {
  std::vector<CaseRange> ranges{};        ///< as given
  CaseStatement highest{};                ///< the row of months with each fact where it gives most
  std::vector<CaseMonthBounds> months{};  ///< of each of them
  std::vector<CaseDecider> decides{};     ///< of all months together: `worth` is the sum of theirs; the most first
};

/// The exact bounds of every amount of a case's months, for facts that lie in ranges: each bound is reached by facts in them.
///
/// More wage, pension, benefit or income is less fleksløntilskud and less ledighedsydelse, and a higher ceiling is more, in whichever month
/// they count (FLT-5 to FLT-11, FLT-15, LY-5, LY-9). What goes now up, now down is gone through: the cut of the ceiling, what own ATP
/// leaves of ledighedsydelse (LY-13), the state's ATP by hours (FLT-18). Two things are said as they are: `left_out` has the ceiling cut
/// where a fleksjob follows another within the month, or several parts of the wage of which one is not counted øre by øre move it; and
/// `payout_reached` is false where both benefits of a month move and own ATP of ledighedsydelse does.
/// A supplement that lowers the subsidy and lifts the ceiling, and the days of a holiday (LY-9), are gone through count by count, with what
/// else moves the month, at most 100.000 points of it. A back payment (KOR-4) moves no month: it decides a correction.
/// Errors: those of the case at either end of the ranges; `out_of_range` for a range that cannot be; `too_large` for more points than that;
/// `exclusive_facts` at its path with `NoRange` for a fact that can be none, for months that round to øre, for paid hours that a ceiling
/// rests on, and where what a month lacks hangs on it.
/// Example: a case whose wage of February 2024 is from 8.000 to 9.000 kr. has a subsidy of March from 17.252,00 to 17.552,00 kr.
[[nodiscard]] Result<CaseBounds> bounds(const Case& facts, std::span<const CaseRange> ranges, const RateTable& rates,
                                        const CaseQuestion& question = {});

}  // namespace fleks
