#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/analysis/audit.hpp>
#include <fleks/analysis/table.hpp>

namespace fleks {

class RowReader;

/// A file of payments on its way through the audit: text in, text out, a block of whole records at a time.
///
/// Columns are those of a population file and `paid`, and where they are known `care_income`, `benefits_in_kind`,
/// `holiday_supplement`, `wage_of_same_month`, `wage_two_months_before`, `holiday_allowance`, and of the ceiling
/// `ceiling_supplements`, `ceiling_bonus`, `ceiling_pension` (per cent), `ceiling_holiday_supplement`. An empty
/// field is a fact that is not there. The answer has the form of the file: semicolons and decimal commas where that has them.
class AuditFile {
 public:
  /// How many rows came out how.
  struct Count {
    /// Rows that were audited, rows that are right, rows that are wrong and explained; and the lines of the file.
    std::int64_t rows = 0, right = 0, explained = 0, lines = 0;
  };

  /// Errors: `missing_fact` for a needed column, `unknown_field`, `duplicate`, `bad_header`.
  [[nodiscard]] static Result<AuditFile> read(std::string_view header, const RateTable& rates, const Options& options = {});
  /// `id,month,due,paid,difference,verdict,explanation,also_possible` and a line break, in the form of the answer.
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
  /// What the header says.
  [[nodiscard]] const TableLayout& layout() const noexcept;
  /// The form of the answer: that of the file, unless `answer_as` says another.
  [[nodiscard]] const TableForm& form() const noexcept { return form_; }
  /// What separates the columns of the file: a comma or a semicolon.
  [[nodiscard]] char separator() const noexcept { return layout().separator(); }
  /// The answer is written in that form.
  void answer_as(const TableForm& form) noexcept { form_ = form; }

 private:
  struct Terms;
  explicit AuditFile(std::shared_ptr<const Terms> terms);
  [[nodiscard]] std::optional<Error> audit_record(std::string_view record, RowReader& reader, std::string& out);

  std::shared_ptr<const Terms> terms_;
  TableForm form_;
  Count count_;
};

}  // namespace fleks
