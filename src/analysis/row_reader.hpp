#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/analysis/table.hpp>

#include "analysis/columns.hpp"

namespace fleks {

/// Where the record that begins at `p` ends: just after its line break, or null when it does not end in the text.
[[nodiscard]] const char* record_end(const char* p, const char* end, char separator) noexcept;

/// Reads the rows of a table: plain ones at a few nanoseconds a field, any other by the general parsers.
class RowReader {
 public:
  explicit RowReader(const TableLayout& layout);

  /// The row at `p` when every field is plain, and where the next row begins; null when it has to be read by `any`. Nothing
  /// behind the row's line break is looked at, so there has to be one.
  [[nodiscard]] const char* plain(const char* p, TableRow& row) const noexcept;
  /// The row of a record, or what is wrong with it, by column; where reductions are read, what is reported may be negative.
  [[nodiscard]] std::optional<Error> any(std::string_view record, TableRow& row, bool reductions = false);
  /// A text that rows point into until `forget`.
  std::string_view kept(std::string text) { return texts_.emplace_back(std::move(text)); }
  void forget() noexcept { texts_.clear(); }

 private:
  /// How a plain field is read.
  enum class Plain : std::uint8_t { id, month, text, oere, units, whole, nothing };
  struct Field {
    TableColumn column;
    Plain plain;
    bool needed;
    std::string_view TableRow::*text = nullptr;  // where a text goes
  };
  [[nodiscard]] const char* plain_id(const char* p, TableRow& row) const noexcept;
  [[nodiscard]] const char* plain_text(const char* p, std::string_view& text) const noexcept;
  [[nodiscard]] const char* plain_figure(const char* p, const Field& field, TableRow& row) const noexcept;
  [[nodiscard]] bool ends_field(const char* p) const noexcept { return *p == separator_ || *p == '\n' || *p == '\r'; }

  char separator_;
  bool comma_too_;  // as the decimal mark
  std::vector<Field> fields_;
  std::vector<std::string> texts_of_record_;
  std::deque<std::string> texts_;
};

/// What is wrong with ledighedsydelse of a row that has no days of it.
[[nodiscard]] std::optional<Error> benefit_without_days(const TableRow& row);

}  // namespace fleks
