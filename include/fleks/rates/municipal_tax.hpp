#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/values/percent.hpp>

namespace fleks {

/// Municipal and church tax (*kommuneskat, kirkeskat*) of one municipality and period.
struct MunicipalTax {
  std::string_view municipality{};  ///< the municipality's name in Danish
  std::chrono::sys_days first{};    ///< the first day it holds
  std::chrono::sys_days last{};     ///< the last day
  /// Municipal tax, pct.
  Percent municipal{};
  /// Church tax, pct.
  Percent church{};
  RateStatus status{};        ///< whether it was read in the source
  std::string_view source{};  ///< where it was read
};

/// The municipal tax percentages built into the library, as in `municipal_tax.csv`.
[[nodiscard]] std::span<const MunicipalTax> municipal_taxes() noexcept;

/// The municipality's row of that day. The name in any letter case, also with ae, oe, aa for æ, ø, å.
/// Errors: `unknown_municipality`; `no_rate` when it is known but not for that day.
/// Example: `municipal_tax("koebenhavn", …)` finds København.
[[nodiscard]] Result<MunicipalTax> municipal_tax(std::string_view name, Date date);

/// What is known of a citizen's municipal and church tax. All of it may be left out.
struct LocalTaxFacts {
  std::optional<std::string> municipality{};  ///< its name, in any letter case
  std::optional<Percent> municipal{};         ///< not with a municipality
  std::optional<Percent> church{};            ///< not with `church_member`
  bool church_member = false;                 ///< of the municipality, or anywhere; not with `municipal`
};

/// The percentages that are reckoned with.
struct LocalTax {
  Percent municipal{};              ///< municipal tax, pct.
  Percent church{};                 ///< church tax, pct.; 0 without membership
  std::string_view municipality{};  ///< its name in the table, when one was named
  bool is_average = false;          ///< the municipal tax is the year's average, since none was given
};

/// The municipality's percentages, those given, or the year's average (without church tax unless a member).
/// Errors: two facts that exclude each other, as `municipal_tax`, and `missing_fact` at `--municipal-tax` where the
/// year's average is not known. Example: 2025 with nothing given is the average of 2025 and no church tax.
[[nodiscard]] Result<LocalTax> local_tax(const LocalTaxFacts& facts, const RatesOnDate& rates);

}  // namespace fleks
