#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <xlsxwriter.h>
#include <fleks/formula/formula.hpp>
#include <fleks/words/language.hpp>

// What every workbook of the program has: its bytes, its formats, its sheet of rates.

namespace program {

/// The library that writes a workbook writes to a place of its own only: what it writes is read from there, so that the output is all of
/// it or nothing.
class TemporaryFile {
 public:
  TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

/// A column by its letters. Example: 27 is `AB`.
[[nodiscard]] std::string letters_of(lxw_col_t column);

/// One workbook while it is written; the same content gives the same bytes.
class Book {
 public:
  explicit Book(fleks::Language language);
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book();

  [[nodiscard]] lxw_worksheet* add_sheet(const std::string& name);
  [[nodiscard]] lxw_chart* add_chart(lxw_chart_type type) { return workbook_add_chart(book_, static_cast<std::uint8_t>(type)); }
  /// A cell by a name, so that it is found again in a sheet that a person filled in.
  void name(const std::string& what, const std::string& place);
  /// The whole of it; nothing can be written after.
  [[nodiscard]] std::string bytes();

  [[nodiscard]] fleks::Language language() const noexcept { return language_; }
  [[nodiscard]] bool danish() const noexcept { return language_ == fleks::Language::danish; }
  [[nodiscard]] const char* text(const char* in_danish, const char* in_english) const { return danish() ? in_danish : in_english; }
  static void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& what, lxw_format* format = nullptr) {
    worksheet_write_string(sheet, row, column, what.c_str(), format);
  }
  /// What an input cell takes: a number from `least` to `most`, whole or not; `allowed` says so to who writes in it.
  static void allow(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double least, double most, std::string allowed,
                    bool whole = false);
  /// A page of A4, lying, all on one; nothing but the input cells can be written in.
  void to_one_page(lxw_worksheet* sheet, lxw_row_t last_row, lxw_col_t last_column);

  /// Headings; input cells, also in whole numbers; amounts; results; counts; a text that runs over lines.
  lxw_format *bold = nullptr, *input = nullptr, *number = nullptr, *result = nullptr, *whole = nullptr, *wrapped = nullptr;

 private:
  TemporaryFile file_;
  fleks::Language language_;
  lxw_workbook* book_;
};

/// The sheet of the rates that formulas ask for: each rate of a period once, with value, period, status and source.
class RatesSheet {
 public:
  RatesSheet(Book& book, const fleks::RateTable& rates);
  struct Place {
    std::string cell;  ///< `Satser!$B$2`
    std::int64_t count = 0;
  };
  /// Where a rate of a month stands.
  [[nodiscard]] Place of(const fleks::Formula::RateInput& rate, fleks::Month month);
  void finish();

 private:
  Book& book_;
  const fleks::RateTable& rates_;
  lxw_worksheet* sheet_;
  lxw_row_t row_ = 1;
  std::map<std::tuple<fleks::RateKey, std::int64_t, std::string>, Place> places_{};
};

}  // namespace program
