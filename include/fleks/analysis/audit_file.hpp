#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/analysis/audit.hpp>

namespace fleks {

/// A file of payments on its way through the audit: text in, text out, a block of whole records at a time.
///
/// Columns are those of a population file and `paid`, and where they are known `care_income`, `benefits_in_kind`,
/// `holiday_supplement`, `wage_of_same_month`, `wage_two_months_before`, `holiday_allowance`, and of the ceiling
/// `ceiling_supplements`, `ceiling_bonus`, `ceiling_pension` (per cent), `ceiling_holiday_supplement`. An empty
/// field is a fact that is not there. Separator comma, or semicolon with decimal commas allowed.
class AuditFile {
 public:
  /// How many rows came out how.
  struct Count {
    /// Rows that were audited, rows that are right, rows that are wrong and explained; and the lines of the file.
    std::int64_t rows = 0, right = 0, explained = 0, lines = 0;
  };

  /// Errors: `missing_fact` for a needed column, `unknown_field`, `duplicate`, `bad_header`.
  [[nodiscard]] static Result<AuditFile> read(std::string_view header, const RateTable& rates, const Options& options = {});
  /// `id,month,due,paid,difference,verdict,explanation,also_possible` and a line break.
  [[nodiscard]] std::string output_header() const;
  /// Audits whole records and adds a line for each to `out`. The error of the first row that cannot be audited names
  /// its line, counted from the first of `records`.
  /// Explanations are the ids of `Misreading`, two at once joined by `+`, several separated by a space; `~` marks one
  /// that is near and not exact.
  /// Example: `7,2024-03,14400,0,1200,32067,15632` gives
  /// `7,2024-03,15272.00,15632.00,-360.00,wrong,employer_pension_left_out_of_wage,`.
  [[nodiscard]] std::optional<Error> run(std::string_view records, std::string& out);
  /// The rows so far.
  [[nodiscard]] const Count& count() const noexcept { return count_; }
  /// What separates the columns: a comma or a semicolon.
  [[nodiscard]] char separator() const noexcept { return separator_; }

 private:
  AuditFile(const RateTable& rates, const Options& options) : rates_(rates), options_(options) {}

  RateTable rates_;
  Options options_;
  char separator_ = ',';
  std::vector<std::size_t> columns_;
  Count count_;
};

}  // namespace fleks
