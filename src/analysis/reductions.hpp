#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <fleks/analysis/table.hpp>
#include <fleks/errors/error.hpp>

#include "analysis/columns.hpp"

// A population file may have a month as the register's reports have it: several rows that stand together, of one id and month, with
// a reduction, which has negative amounts, among them. They are one row, with the sum of what they report. Rows of one month
// without a reduction stay what they are.

namespace fleks {

/// So many rows of one month are looked at together: more than any has reports.
inline constexpr std::size_t most_reports = 1'000;

/// Whether a column is what a report says of a month, which another may reduce: it is added up. The others say something of the
/// citizen or the job, and have one value in the month.
[[nodiscard]] bool is_reported(TableColumn column) noexcept;
/// Whether a row takes something from another.
[[nodiscard]] bool is_reduction(const TableRow& row) noexcept;

/// The rows of one month, on their way to be one.
class MonthOfReports {
 public:
  /// Where a row stands in the text.
  struct Place {
    const char *from, *to;
    std::int64_t line;
  };
  void clear() noexcept { places_.clear(); }
  /// Adds the row; false when it is of another month than those before it.
  bool add(const TableRow& row, const Place& place);
  [[nodiscard]] std::span<const Place> places() const noexcept { return places_; }
  /// The rows as one.
  [[nodiscard]] TableRow& sum() noexcept { return sum_; }
  /// What is wrong with them: one that is alone, or too many; a sum below zero or above the most; two values of what has one.
  [[nodiscard]] std::optional<Error> wrong() const;
  /// The month's error as that of one of its rows: how many lines before and after that one it is about is what is allowed.
  [[nodiscard]] Error of_one(const Place& one, Error of_month) const;

 private:
  void put_together(const TableRow& more);

  TableRow sum_;
  std::optional<Error> disagree_{};
  std::vector<Place> places_{};
};
[[nodiscard]] Error too_many_reports();

/// Finds the rows at the end of a text that are of one month, for more of it may follow.
class LastMonth {
 public:
  explicit LastMonth(const TableLayout& layout);
  /// Where they begin, in whole records; the text's end when they are more than `most_reports` or very long: then they are divided.
  [[nodiscard]] std::size_t begin(std::string_view records) const;
  /// The last record of a text.
  [[nodiscard]] std::string_view last(std::string_view records) const;

 private:
  [[nodiscard]] bool same(std::string_view a, std::string_view b) const;

  std::size_t id_ = 0, month_ = 0;
  char separator_;
};

}  // namespace fleks
