#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/money.hpp>

namespace fleks {

/// A reform as data: other rates from a month on, switches of named rules, and ceilings by agreement area.
struct Reform {
  /// A rate's value from a day on.
  struct ChangedRate {
    RateKey key{};                            ///< which rate
    std::int64_t count = 0;                   ///< øre, or ten-thousandths, as `Rate::count`
    std::chrono::sys_days first{};            ///< the first day of the new value
    std::chrono::sys_days last = Rate::open;  ///< the last day
  };
  /// The ceiling of an agreement area.
  struct AreaCeiling {
    std::string area;  ///< as in the column `agreement_area`
    Money ceiling{};   ///< full-time pay a month
  };
  std::string id;                     ///< a word: names columns of output
  std::string title;                  ///< a sentence
  Month from{};                       ///< first subsidy month
  std::vector<ChangedRate> rates;     ///< rates that change
  Policy policy{};                    ///< with the same first month
  std::vector<AreaCeiling> ceilings;  ///< by area, sorted; empty: each employer's own

  /// The ceiling of that area, or nothing when the reform has none for it.
  [[nodiscard]] std::optional<Money> ceiling(std::string_view area) const noexcept;
};

/// Reads a reform from the text of its file.
///
///     { "id": "floor", "title": "...", "from": "2024-01",
///       "rates": { "taper_low_pct": 25, "taper_high_pct": "45.5" },
///       "rules": { "FLT-11": { "cut_pct": 50 }, "FLT-12": "off" },
///       "ceilings": "ceilings.csv" }
///
/// Rules: `FLT-7` `"off"` (care income does not count), `FLT-8` `"by_hours"` (M × paid hours / full time instead of
/// the taper), `FLT-9` `"off"`, `FLT-11` `"off"` or `{"cut_pct": N}`, `FLT-12` `"off"`. Numbers are read from their
/// text, never through binary floating point. `ceilings` names a CSV of `agreement_area,ceiling` that
/// `read_file` is asked for. Errors have the path of the member: `rules.FLT-99`.
[[nodiscard]] Result<Reform> read_reform(std::string_view json, const std::function<Result<std::string>(std::string_view)>& read_file);

/// The table and the options under the reform: its rates in the table, marked, and its policy in the options.
struct Reformed {
  RateTable rates;  ///< with the reform's rates, each marked
  Options options;  ///< with the reform's policy
};
/// Errors: as `RateTable::extended_by`.
[[nodiscard]] Result<Reformed> apply(const Reform& reform, const RateTable& rates, const Options& options = {});

}  // namespace fleks
