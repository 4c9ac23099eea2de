#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/result.hpp>

namespace fleks {

/// The columns a table of citizens' months may have. An amount is in kroner, a pension too. Those up to `agreement_area` are of
/// every table; those up to `ceiling_holiday_supplement` of a table of payments, which `AuditFile` audits; `weight` of a population;
/// those after it of a population whose net picture is asked for, with the names of the options of `fleks hours`.
enum class TableColumn : std::uint8_t {
  id,
  month,  ///< the subsidy month, `YYYY-MM`
  am_income,
  own_pension,
  employer_pension,
  other_wage,  ///< from here to `agreement_area`: empty is the same as no such column
  daily_benefit,
  ledighedsydelse_days,
  ledighedsydelse,  ///< what was paid for those days, where that is deducted (FLT-12): needed to March 2022, empty: not known
  ceiling,          ///< empty: none is known
  paid_hours,       ///< a month
  hourly_wage,      ///< for the summary and for reforms that ask for hours
  weekly_hours,     ///< paid hours a week
  agreement_area,   ///< for a reform with ceilings by agreement area
  paid,             ///< the fleksløntilskud that was paid
  care_income,
  benefits_in_kind,
  holiday_supplement,
  wage_of_same_month,  ///< empty: not known
  wage_two_months_before,
  holiday_allowance,
  ceiling_supplements,
  ceiling_bonus,
  ceiling_pension,  ///< per cent
  ceiling_holiday_supplement,
  weight,           ///< what a row counts as in the summary: above 0, at most 100000, up to four decimals; in every row, or no such column
  own_pension_pct,  ///< per cent of the pay; needed in the net picture where `own_pension` is not 0
  employer_pension_pct,
  municipality,   ///< its name
  municipal_tax,  ///< per cent
  church,         ///< 1 for a member, 0
  church_tax,     ///< per cent
  children,
  single_parent,  ///< 1 or 0
  rent,           ///< empty: no housing benefit
  area,
  heat_apart,
  heat_included,
  hot_water_included,
  wealth,
  pensioner,
  other_income,
  daycare_places,
  daycare_fee,
  child_ages,  ///< between spaces
  transport_km,
  transport_days,
  union_fee,
  birth_year,
  benefit_class,  ///< `class` in the file: of the ledighedsydelse without the job
  nameless,       ///< what stands after a separator that ends the header: nothing, in any row
};

/// The column's name in the header of a file. Example: `am_income`; of `nameless` the empty text.
[[nodiscard]] std::string_view to_text(TableColumn column) noexcept;

/// Which of the columns a table has to have, and which it may.
enum class TableKind : std::uint8_t {
  population,  ///< `id` to `employer_pension` must be there, those of payments may not
  payments,    ///< `paid` must be there too, and `weight` and those of the net picture may not
};

/// How a table is written.
struct TableForm {
  char separator = ',';          ///< between the columns: a comma or a semicolon
  char decimal_mark = '.';       ///< of the amounts that are written; both are read where the separator is a semicolon
  bool names_separator = false;  ///< the first line is `sep=;`, as Excel writes it
  bool safe_for_sheets = false;  ///< an id that a spreadsheet would compute (`=1+1`) is written with a `'` before it
  friend bool operator==(const TableForm&, const TableForm&) = default;  ///< member by member
};

/// What the header of a table says: which column stands where, and how the table is written. Commas with decimal points, or
/// semicolons with decimal commas, as Danish spreadsheets write.
class TableLayout {
 public:
  /// Reads the header, and before it the line `sep=;` where there is one.
  /// Errors: `bad_header` when a needed column is not there, `unknown_field`, `duplicate`, `record_too_long`, `not_text`.
  /// Example: `id;month;am_income;own_pension;employer_pension` is a table with semicolons and decimal commas.
  [[nodiscard]] static Result<TableLayout> read(std::string_view header, TableKind kind = TableKind::population);
  /// How the table is written: the form of an answer to it.
  [[nodiscard]] const TableForm& form() const noexcept { return form_; }
  /// What separates the columns: a comma or a semicolon.
  [[nodiscard]] char separator() const noexcept { return form_.separator; }
  /// The lines before the first row: one, or two with `sep=;`.
  [[nodiscard]] std::int64_t header_lines() const noexcept { return form_.names_separator ? 2 : 1; }
  /// The columns in the file's order.
  [[nodiscard]] std::span<const TableColumn> columns() const noexcept { return columns_; }
  /// Whether the file has that column.
  [[nodiscard]] bool has(TableColumn column) const noexcept;

 private:
  TableForm form_;
  std::vector<TableColumn> columns_;
};

/// The most bytes that a row, or the header, of a table may have. A longer one, such as a quotation mark that is
/// never closed, is `record_too_long`.
inline constexpr std::size_t longest_record = std::size_t{1} << 20;

/// How much of the text is whole records: what follows the last line break outside a quoted field is not.
/// Example: `7,2024-03,1\n8,20` has one whole record of 12 bytes.
[[nodiscard]] std::size_t whole_records(std::string_view text, char separator) noexcept;

/// How much of whole records stands before the rows of the last month, of which more may follow: those of a month with a reduction are
/// computed together. All of them when that month has more than 1000 rows, and none when there is no other.
[[nodiscard]] std::size_t whole_months(std::string_view records, const TableLayout& layout);

/// A table's rows in blocks of whole ones, in memory that does not grow with the table.
class RecordBlocks {
 public:
  /// Reads up to `size` bytes; 0 at the end.
  using Read = std::function<std::size_t(char* to, std::size_t size)>;
  /// Blocks of about `block_size` bytes.
  explicit RecordBlocks(Read read, std::size_t block_size = std::size_t{1} << 20) : read_(std::move(read)), block_size_(block_size) {}

  /// The header as `TableLayout` reads it: the first line, or as much of it as shows that it is too long; two lines where the
  /// first is `sep=;`. Without its last line break.
  [[nodiscard]] std::string header();
  /// What separates the columns of the rows to come.
  void separated_by(char separator) noexcept { separator_ = separator; }
  /// What is asked of every block but the last: how much of its whole rows comes now, the others with the next; 0: with more than
  /// these.
  void divided_by(std::function<std::size_t(std::string_view records)> where) { where_ = std::move(where); }
  /// The next whole rows; false when there are no more. A row longer than `longest_record` comes unfinished and
  /// is the last: whoever computes it refuses it, and names its line.
  [[nodiscard]] bool next(std::string& block);

 private:
  bool fill(std::string& text);
  std::string line();

  Read read_;
  std::function<std::size_t(std::string_view)> where_{};
  std::size_t block_size_;
  char separator_ = ',';
  bool ended_ = false;
  std::string rest_{};
};

}  // namespace fleks
