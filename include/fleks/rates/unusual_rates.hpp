#pragma once

#include <cstdint>
#include <vector>

#include <fleks/rates/rate_table.hpp>

namespace fleks {

/// More per cent than a year changes a rate by.
inline constexpr std::int64_t unusual_change_pct = 10;
/// Per cent that no share of the law is under.
inline constexpr std::int64_t unusual_share_pct = 1;

/// Why a rate that may be right looks wrong.
enum class Unusual : std::uint8_t {
  ten_times,        ///< about ten times the rate before, or a tenth of it: a figure or a decimal mark too many
  much_changed,     ///< more than `unusual_change_pct` from the rate before
  share_as_number,  ///< a percentage under `unusual_share_pct` after one that is not: a share (0,30) where per cent (30) are meant
  inside_a_month,   ///< a monthly amount that begins on another day than the first
};

/// A row of a table and what is unusual of it.
struct UnusualRate {
  const Rate* rate = nullptr;    ///< the row, of `table`
  const Rate* before = nullptr;  ///< the row before it of the same key, of `table`; null for the first
  Unusual why{};                 ///< what
};

/// What a reader would look at twice, in the rows of `table` that `known` does not have: for a table that is good in form and may
/// yet be wrong. The rows must be together with those before them, as in `known.extended_by(file)`.
///
/// Example: 210000 a month after 21000 is `ten_times`.
[[nodiscard]] std::vector<UnusualRate> unusual_rates(const RateTable& table, const RateTable& known);

/// A period in which a rate of one table has another value in the other.
struct RateChange {
  RateKey key{};                            ///< which rate
  std::chrono::sys_days first{};            ///< the first day
  std::chrono::sys_days last = Rate::open;  ///< the last day, or `Rate::open`
  const Rate* before = nullptr;             ///< the row of the old table; null where it has none
  const Rate* after = nullptr;              ///< the row of the new table; null where it has none
};

/// Where two tables have other values, by key and day, each period as long as both stand still; whatever rows their periods are
/// put together from, and whatever their sources say.
///
/// Example: last year's table and this year's differ from 1 January in the rates of the year.
[[nodiscard]] std::vector<RateChange> rate_changes(const RateTable& from, const RateTable& to);

}  // namespace fleks
