#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <fleks/words/language.hpp>

#include "streams.hpp"

// The sheet of a morning: a row a citizen, for a spreadsheet.

namespace program {

/// `sheet.csv` and `sheet.xlsx` of a folder, each written a row at a time beside itself and kept when all rows are there.
///
/// What fails before both are whole leaves both as they were. Memory does not grow with the rows. The same rows are the same bytes: no day,
/// no zone and no machine stands in them.
class IncomeSheet {
 public:
  IncomeSheet(const std::filesystem::path& folder, fleks::Language language);
  /// A row as it stands in the file of comma-separated values, without its line break.
  void add(std::string_view row);
  /// Both files as they are now; one that was the same before is left alone. Stops when one cannot be written.
  void keep();
  /// Whether there were more rows than a sheet of a workbook can have, which is then not there.
  [[nodiscard]] bool too_long() const noexcept { return rows_ > most_rows; }

  static constexpr std::uint64_t most_rows = 1'048'575;  // one more, the heads, is what spreadsheets take

 private:
  std::filesystem::path book_;
  fleks::Language language_;
  PartFile text_, cells_;  // the cells are of no use beside the workbook, and never come into a place
  std::uint64_t rows_ = 0;
};

/// A field of a row; what a spreadsheet would take for a formula is text. Example: `=1` is `"'=1"`.
[[nodiscard]] std::string sheet_field(std::string_view text);

}  // namespace program
