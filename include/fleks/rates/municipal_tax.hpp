#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/values/percent.hpp>

namespace fleks {

/// Municipal and church tax (*kommuneskat, kirkeskat*) of one municipality and period. The texts live as long as their table.
struct MunicipalTax {
  std::string_view municipality{};  ///< the municipality's name in Danish
  std::chrono::sys_days first{};    ///< the first day it holds
  std::chrono::sys_days last{};     ///< the last day, or `Rate::open`
  /// Municipal tax, pct.
  Percent municipal{};
  /// Church tax, pct.; nothing where it is not known.
  std::optional<Percent> church{};
  RateStatus status{};        ///< whether it was read in the source
  std::string_view source{};  ///< where it was read
};

/// The dated tax percentages of the municipalities, immutable; copies share one table. Safe from any thread.
///
/// Example: `MunicipalTaxTable::embedded().extended_by(file)` has next year's percentages beside the built-in ones.
class MunicipalTaxTable {
 public:
  /// The percentages built into the library, as published in `municipal_tax.csv`.
  [[nodiscard]] static MunicipalTaxTable embedded();
  /// A table from the text of a file with the columns `municipality,valid_from,valid_to,municipal_pct,church_pct,status,source`.
  /// The error names the first wrong row; `check` finds all.
  [[nodiscard]] static Result<MunicipalTaxTable> read(std::string_view csv);
  /// Everything wrong with the text of such a file; empty when it is a good table.
  [[nodiscard]] static std::vector<Error> check(std::string_view csv);
  /// This table with the rows of a file added; for a municipality and period that both have, the file's row holds.
  [[nodiscard]] Result<MunicipalTaxTable> extended_by(std::string_view csv) const;

  /// The municipality's row of that day. The name as people write it: in any letter case, with ae, oe, aa or a, o, a for æ, ø,
  /// å, with `Kommune` after it. Errors: `unknown_municipality`, with the names that are spelled nearly so; `no_rate` when it is known but
  /// not for that day. Example: `find("koebenhavn", …)` finds København.
  [[nodiscard]] Result<MunicipalTax> find(std::string_view name, Date date) const;
  /// All rows; those of a municipality stand together, by date.
  [[nodiscard]] std::span<const MunicipalTax> rows() const noexcept;

 private:
  struct Data;
  explicit MunicipalTaxTable(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}
  static Result<MunicipalTaxTable> of(std::vector<MunicipalTax> rows);
  std::shared_ptr<const Data> data_;
};

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
  std::string_view municipality{};  ///< its name in the table, when one was named; lives as long as that
  bool is_average = false;          ///< the municipal tax is the year's average, since none was given
};

/// The municipality's percentages of the rates' day, those given, or the year's average (without church tax unless a member).
/// Errors: two facts that exclude each other, as `MunicipalTaxTable::find`, and `missing_fact` at `municipal_tax` where the
/// year's average is not known. Example: 2025 with nothing given is the average of 2025 and no church tax.
[[nodiscard]] Result<LocalTax> local_tax(const LocalTaxFacts& facts, const RatesOnDate& rates,
                                         const MunicipalTaxTable& taxes = MunicipalTaxTable::embedded());

}  // namespace fleks
