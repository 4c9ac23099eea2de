#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/reading/reform.hpp>

namespace fleks {

/// The columns a population file may have; the first five it must.
enum class PopulationColumn : std::uint8_t {
  id,
  month,  ///< the subsidy month, `YYYY-MM`
  am_income,
  own_pension,
  employer_pension,
  other_wage,  ///< from here on: empty is the same as no such column
  daily_benefit,
  ledighedsydelse_days,
  ceiling,         ///< empty: none is known
  paid_hours,      ///< a month
  hourly_wage,     ///< for the summary and for reforms that ask for hours
  weekly_hours,    ///< paid hours a week
  agreement_area,  ///< for a reform with ceilings by agreement area
};
/// How many columns there are.
inline constexpr std::size_t population_column_count = 13;

/// The column's name in the header of a file. Example: `am_income`.
[[nodiscard]] std::string_view to_text(PopulationColumn column) noexcept;

/// What the header of a population file says: which column stands where, and what separates them. Commas, or
/// semicolons with decimal commas allowed, as Danish spreadsheets write.
class PopulationLayout {
 public:
  /// Errors: `bad_header` when a needed column is not there, `unknown_field`, `duplicate`.
  /// Example: `id;month;am_income;own_pension;employer_pension` is a file with semicolons.
  [[nodiscard]] static Result<PopulationLayout> read(std::string_view header);
  /// What separates the columns: a comma or a semicolon.
  [[nodiscard]] char separator() const noexcept { return separator_; }
  /// The columns in the file's order.
  [[nodiscard]] std::span<const PopulationColumn> columns() const noexcept { return columns_; }
  /// Whether the file has that column.
  [[nodiscard]] bool has(PopulationColumn column) const noexcept;

 private:
  char separator_ = ',';
  std::vector<PopulationColumn> columns_;
};

/// The most bytes that a row, or the header, of a population or audit file may have. A longer one, such as a
/// quotation mark that is never closed, is `record_too_long`.
inline constexpr std::size_t longest_record = std::size_t{1} << 20;

/// How much of the text is whole records: what follows the last line break outside a quoted field is not.
/// Example: `7,2024-03,1\n8,20` has one whole record of 12 bytes.
[[nodiscard]] std::size_t whole_records(std::string_view text, char separator) noexcept;

/// Rates and options to compute a population by.
struct Scenario {
  RateTable rates = RateTable::embedded();  ///< the rates of the law, or others in their place
  Options options{};                        ///< the choices for every row
};

/// Text that grows without being cleared first, and is used again.
class TextBuffer {
 public:
  /// Forgets the text and keeps the memory.
  void clear() noexcept { size_ = 0; }
  /// The text so far; it holds until the next change.
  [[nodiscard]] std::string_view text() const noexcept { return {data_.get(), size_}; }
  /// Room for so many bytes more; `wrote` says how many were used.
  [[nodiscard]] char* room(std::size_t bytes);
  /// Says where the writing that `room` allowed has ended.
  void wrote(const char* end) noexcept { size_ = static_cast<std::size_t>(end - data_.get()); }
  /// Adds a text at the end.
  void add(std::string_view text);

 private:
  std::unique_ptr<char[]> data_;
  std::size_t size_ = 0, capacity_ = 0;
};

struct PopulationSummary;

/// A row that could not be computed.
struct BadRow {
  Error error;      ///< `line` counts from the first line of the text, from 1
  std::string row;  ///< as it stood
};

/// Computes population rows, text in and text out. One a thread; rows of any months, mixed.
///
/// The øre are those of `fleksloentilskud()` for every row. With reforms each row is computed once more for
/// each, and gets its subsidy, its payout and the subsidy's difference to today as further columns.
/// Example: `8,2020-06,16000.00,0,0,` gives `8,2020-06,5110.75,13642.25,0.00,0.00,13642.25,500.00,13142.25,39.00`.
class PopulationWorker {
 public:
  /// A worker for files of that layout: the law as `today` has it, and beside it each reform. Workers share nothing.
  PopulationWorker(const PopulationLayout& layout, const Scenario& today, std::span<const Reform> reforms = {},
                   PopulationSummary* summary = nullptr);
  /// A worker can be moved, and not copied.
  PopulationWorker(PopulationWorker&&) noexcept;
  PopulationWorker(const PopulationWorker&) = delete;
  ~PopulationWorker();

  /// Whole records in, a line for each added to `out`, those that cannot be computed to `bad`, in order.
  /// Gives the number of lines read.
  std::int64_t run(std::string_view records, TextBuffer& out, std::vector<BadRow>& bad);

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

/// The header of the output, with its line break.
[[nodiscard]] std::string population_output_header(std::span<const Reform> reforms);

}  // namespace fleks
