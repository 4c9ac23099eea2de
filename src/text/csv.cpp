#include "text/csv.hpp"

namespace fleks {

std::string_view without_byte_order_mark(std::string_view file) noexcept {
  if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
  return file;
}

std::string csv_field(std::string_view text, char separator) {
  const bool plain = text.find_first_of("\"\r\n") == std::string_view::npos && text.find(separator) == std::string_view::npos;
  return plain ? std::string(text) : csv_quoted(text);
}

std::string csv_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

bool CsvLines::next(std::vector<std::string>& fields) {
  while (!rest_.empty() && (rest_.front() == '\n' || rest_.starts_with("\r\n"))) {
    rest_.remove_prefix(rest_.front() == '\n' ? 1 : 2);
    ++next_line_;
  }
  fields.clear();
  if (rest_.empty()) return false;
  line_ = next_line_;
  broken_ = false;
  std::string field;
  bool quoted = false, closed = false;
  std::size_t i = 0;
  for (; i < rest_.size(); ++i) {
    const char c = rest_[i];
    if (c == '\n') ++next_line_;
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (rest_.substr(i + 1).starts_with('"')) {
        field += c;
        ++i;
      } else {
        quoted = false;
        closed = true;
      }
    } else if (c == '"' && field.empty()) {
      quoted = true;
    } else if (c == separator_) {
      fields.push_back(std::move(field));
      field.clear();
      closed = false;
    } else if (c == '\n') {
      break;
    } else if (c != '\r' || !rest_.substr(i + 1).starts_with('\n')) {
      broken_ = broken_ || closed;
      field += c;
    }
  }
  broken_ = broken_ || quoted;
  fields.push_back(std::move(field));
  size_ = i;
  rest_.remove_prefix(i < rest_.size() ? i + 1 : i);
  return true;
}

}  // namespace fleks
