#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <fleks/errors/fact.hpp>
#include <fleks/errors/result.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/statement/month_statement.hpp>

namespace fleks {

/// A fact that is not known exactly: any count from `from` to `to`, both possible. Øre for amounts; ten-thousandths for hours and days.
struct FactRange {
  Fact fact{};            ///< which
  std::int64_t from = 0;  ///< the least it may be
  std::int64_t to = 0;    ///< the most it may be

  friend bool operator==(const FactRange&, const FactRange&) = default;  ///< the same fact and range
};

/// All that a fact of a month may be, for one that is not known; nothing where it cannot be a range (a month, a share).
/// Example: a ceiling is from 0,00 to 100.000.000,00 kr.
[[nodiscard]] std::optional<FactRange> all_of(Fact fact) noexcept;

/// What a month's subsidy is at least and at most while facts are not known, and which of them would decide it.
struct MonthBounds {
  /// An amount that is not fixed: exact øre; `paid_hours` in hours.
  struct Amount {
    std::string_view name;  ///< as in the month's JSON
    Exact from{};           ///< the least it can be, and is for some facts in the ranges
    Exact to{};             ///< the most, likewise
  };
  /// A fact that is not known, and what it is worth to know it.
  struct Decider {
    FactRange range{};                        ///< the fact as given
    Money worth{};                            ///< what it alone can take of the highest subsidy
    std::optional<std::int64_t> starts_at{};  ///< up to here it does not change the unrounded subsidy; nothing: it matters from its least
    std::optional<std::int64_t> stops_at{};   ///< from here on likewise; nothing: it matters up to its most
  };
  MonthStatement lowest{};         ///< the month where the subsidy is lowest
  MonthStatement highest{};        ///< the month where it is highest
  MonthFacts facts{};              ///< of `highest`
  std::vector<Amount> amounts{};   ///< those that are not fixed
  std::vector<Decider> decides{};  ///< the facts that are not known, what is worth most first

  /// The bounds of the amount of that name, or null where it is fixed.
  [[nodiscard]] const Amount* find(std::string_view name) const noexcept;
};

/// The exact bounds of every amount of a month, for facts that lie in ranges: each bound is reached by facts in them.
///
/// What a range gives of a fact in `facts` is not looked at. By the law each amount rises or falls with each fact; where it does
/// neither, as wage and subsidy together, which fall at each rounding, its turning points are gone through. Errors: those of the month
/// for any corner of the ranges; `exclusive_facts` for what cannot be with ranges: a fact that cannot be one, pay by the hour or with
/// a share of it as pension together with another part of the wage, hourly wage and weekly hours both, a reform, own ATP of the subsidy
/// before the ceiling, care income set beside the ceiling, and before May 2014 (rounding to øre) several ranges of which one is a share,
/// hours or days. Example: March 2024, field 13 of 15.600 kr. and a ceiling from 30.000 to 31.000 kr. give from 14.400,00 to 15.272,00 kr.;
/// from 30.872,00 kr. on the ceiling takes nothing.
[[nodiscard]] Result<MonthBounds> bounds(const MonthFacts& facts, std::span<const FactRange> ranges, const RateTable& rates,
                                         const Options& options = {});

}  // namespace fleks
