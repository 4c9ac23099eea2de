#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fleks {

/// A file's text after the byte-order mark that it may begin with.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view file) noexcept;

/// A field of a CSV line, in quotation marks where it needs them. Example: `a "b", c` is `"a ""b"", c"`.
[[nodiscard]] std::string csv_field(std::string_view text, char separator = ',');
/// The same in quotation marks whether it needs them or not.
[[nodiscard]] std::string csv_quoted(std::string_view text);

/// Walks the lines of a CSV text: commas, fields in double quotes where needed, CRLF or LF. A quoted field may hold
/// a line break.
class CsvLines {
 public:
  explicit CsvLines(std::string_view text, char separator = ',') noexcept : rest_(text), separator_(separator) {}
  /// The fields of the next line that is not empty; false at the end.
  bool next(std::vector<std::string>& fields);
  /// The number of the line that `next` gave, from 1.
  [[nodiscard]] int line() const noexcept { return line_; }
  /// The last line ended inside an open quote, or had text after a closing one.
  [[nodiscard]] bool broken() const noexcept { return broken_; }
  /// The bytes of the last line, its line break not counted.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

 private:
  std::string_view rest_;
  char separator_;
  std::size_t size_ = 0;
  int line_ = 0, next_line_ = 1;
  bool broken_ = false;
};

}  // namespace fleks
