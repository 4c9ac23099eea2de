#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <fleks/values/exact.hpp>

#include "book.hpp"

// A formula in cells that a spreadsheet computes exactly. A spreadsheet keeps 15 digits; what does not fit in a cell stands in several,
// each with six digits of it, and is added, multiplied and divided as on paper.

namespace program {

/// A line of the sheet of intermediate results: a cell for each point, or one for all of them.
struct Line {
  std::string cell{};  ///< `Mellemregning!#$7`, `#` the letters of the point's column; `$E$5` of what is the same for all points
  std::vector<std::int64_t> count{};  ///< of each point, or one
  [[nodiscard]] std::int64_t at(std::size_t point) const { return count.size() == 1 ? count[0] : count[point]; }
};

/// A number of that sheet with the least and the most that it can be.
struct LongNumber {
  std::vector<Line> digits{};  ///< six digits each, the last first; the first has the sign. One alone may have thirteen digits
  fleks::int128 least = 0, most = 0;
};

/// Writes the operations of formulas into a sheet, a line each.
class LongNumbers {
 public:
  /// `points` columns for each line, the first in column C.
  LongNumbers(Book& book, lxw_worksheet* sheet, std::string name, std::size_t points)
      : book_(book), sheet_(sheet), name_(std::move(name)), points_(points) {}

  /// A line of counts of facts: a formula for each point, or one for all of them.
  [[nodiscard]] Line input(const std::string& label, std::span<const std::string> formulas, std::span<const std::int64_t> counts);
  /// The formula's nodes, for its facts and rates as they stand in cells; writes what its steps need.
  [[nodiscard]] std::vector<LongNumber> of(const fleks::Formula& formula, std::span<const LongNumber> facts,
                                           std::span<const LongNumber> rates);
  /// Such a number where it fits in one cell; steps in øre do.
  [[nodiscard]] Line in_one_cell(const LongNumber& number, const std::string& label);
  /// Such a number of one point as an amount that is only shown, and so near it as a spreadsheet comes.
  [[nodiscard]] static std::string text_of(const LongNumber& number);
  [[nodiscard]] static double value_of(const LongNumber& number);
  /// The letters of a point's column.
  [[nodiscard]] static std::string column_of(std::size_t point) { return letters_of(static_cast<lxw_col_t>(2 + point)); }

 private:
  /// What stands in a place of six digits: products, each so many times.
  using Place = std::vector<std::pair<std::int64_t, std::vector<Line>>>;
  using Columns = std::vector<Place>;

  [[nodiscard]] Line emit(const std::string& formula, std::vector<std::int64_t> count);
  template <class Value>
  [[nodiscard]] Line emitted(const std::string& formula, std::initializer_list<const LongNumber*> of, Value value);
  [[nodiscard]] static std::string text_of_place(const Place& place, std::size_t& points);
  [[nodiscard]] static std::int64_t value_of_place(const Place& place, std::size_t point);
  [[nodiscard]] LongNumber carried(Columns columns, fleks::int128 least, fleks::int128 most);
  [[nodiscard]] LongNumber shortened(LongNumber number);
  [[nodiscard]] LongNumber in_digits(const LongNumber& number, std::size_t count);
  [[nodiscard]] LongNumber sum(const LongNumber& a, const LongNumber& b, std::int64_t sign);
  [[nodiscard]] LongNumber product(const LongNumber& a, const LongNumber& b);
  [[nodiscard]] LongNumber quotient(LongNumber a, std::int64_t divisor);
  [[nodiscard]] LongNumber short_quotient(const LongNumber& a, std::int64_t divisor);
  [[nodiscard]] LongNumber chosen(const std::string& test, const std::vector<bool>& holds, const LongNumber& then,
                                  const LongNumber& otherwise);
  [[nodiscard]] std::string is_positive(const LongNumber& number, bool or_zero) const;
  [[nodiscard]] std::vector<bool> where_positive(const LongNumber& number, bool or_zero) const;
  [[nodiscard]] std::size_t points_of(std::initializer_list<const LongNumber*> numbers) const;

  Book& book_;
  lxw_worksheet* sheet_;
  std::string name_;
  std::size_t points_;
  lxw_row_t row_ = 1;
  std::string label_{};
};

/// A number that stands in a formula.
[[nodiscard]] LongNumber constant(std::int64_t number);

}  // namespace program
