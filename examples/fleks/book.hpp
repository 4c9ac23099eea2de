#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <xlsxwriter.h>
#include <fleks/formula/formula.hpp>
#include <fleks/words/language.hpp>

#include "sheet_cells.hpp"

// What every workbook of the program has: its bytes, its formats, its sheet of rates.

namespace program {

/// A column by its letters. Example: 27 is `AB`.
[[nodiscard]] std::string letters_of(lxw_col_t column);

/// One workbook while it is written; the same content gives the same bytes. What the library refuses is thrown, and each cell is found
/// again in the file.
class Book {
 public:
  Book(fleks::Language language, const std::string& path);
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book();

  [[nodiscard]] lxw_worksheet* add_sheet(const std::string& name);
  [[nodiscard]] lxw_chart* add_chart(lxw_chart_type type);
  [[nodiscard]] static lxw_chart_series* add_series(lxw_chart* chart);
  static void insert(lxw_worksheet* sheet, lxw_row_t row, lxw_chart* chart, double x_scale, double y_scale);
  /// A cell by a name, so that it is found again in a sheet that a person filled in.
  void name(const std::string& what, const std::string& place);
  /// Nothing can be written after. Stops where not all of it is there: the library does not look whether its temporary files took what it
  /// wrote to them.
  void finish();

  [[nodiscard]] fleks::Language language() const noexcept { return language_; }
  [[nodiscard]] bool danish() const noexcept { return language_ == fleks::Language::danish; }
  [[nodiscard]] const char* text(const char* in_danish, const char* in_english) const { return danish() ? in_danish : in_english; }
  void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& what, lxw_format* format = nullptr);
  void write_number(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double what, lxw_format* format = nullptr);
  /// `value` is what it gives now.
  void write_formula(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& formula, lxw_format* format, double value);
  /// An input cell that is empty.
  void write_blank(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column);
  void set_width(lxw_worksheet* sheet, lxw_col_t first, lxw_col_t last, double width);
  void set_height(lxw_worksheet* sheet, lxw_row_t row, double height);
  /// What an input cell takes: a number from `least` to `most`, whole or not; `allowed` says so to who writes in it.
  void allow(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double least, double most, std::string allowed, bool whole = false);
  /// A sheet that is for the formulas alone.
  void hide(lxw_worksheet* sheet);
  /// A page of A4, lying, all on one; nothing but the input cells can be written in.
  void to_one_page(lxw_worksheet* sheet, lxw_row_t last_row, lxw_col_t last_column);

  /// Headings; input cells, also in whole numbers; amounts; results; counts; a text that runs over lines.
  lxw_format *bold = nullptr, *input = nullptr, *number = nullptr, *result = nullptr, *whole = nullptr, *wrapped = nullptr;

 private:
  void expect(const lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, SheetCell::Kind kind, std::string what);

  fleks::Language language_;
  std::string path_;
  lxw_workbook* book_ = nullptr;
  std::map<const lxw_worksheet*, std::string> names_{};
  std::vector<SheetCell> written_{};
};

/// The bytes of a workbook that `fill` writes. The library checks neither all of its requests for memory nor its temporary files: refused
/// one, it crashes or leaves something out. So a process of its own makes the workbook, twice, and both must be the same and whole.
[[nodiscard]] std::string workbook_of(fleks::Language language, const std::function<void(Book&)>& fill);

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
