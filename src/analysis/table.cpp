#include <fleks/analysis/table.hpp>

#include <algorithm>
#include <cstring>

#include "analysis/columns.hpp"
#include "analysis/row_reader.hpp"
#include "text/csv.hpp"
#include "text/utf8.hpp"

namespace fleks {
namespace {

Error of_header(ErrorCode code, std::string field, std::string given, Allowed allowed, std::int64_t line) {
  return {.code = code, .field = std::move(field), .given = std::move(given), .allowed = std::move(allowed), .line = line};
}

OneOf names_of(TableKind kind) {
  OneOf names;
  for (std::size_t i = 0; i < column_count; ++i)
    if (may_have(kind, i)) names.choices.emplace_back(table_columns[i].name);
  return names;
}

/// `sep=;` as the first line: the separator it names, or 0.
char named_separator(std::string_view header) noexcept {
  if (!header.starts_with("sep=") || header.size() < 5 || (header[4] != ';' && header[4] != ',')) return 0;
  return header.size() == 5 || header[5] == '\r' || header[5] == '\n' ? header[4] : '\0';
}

}  // namespace

Result<TableLayout> TableLayout::read(std::string_view header, TableKind kind) {
  TableLayout layout;
  TableForm& form = layout.form_;
  if (header.size() > longest_record) return of_header(ErrorCode::record_too_long, "header", {}, AtMost{longest_record}, 1);
  while (header.ends_with('\n') || header.ends_with('\r')) header.remove_suffix(1);
  header = without_byte_order_mark(header);
  if (const char named = named_separator(header)) {
    form.separator = named;
    form.names_separator = true;
    const std::size_t stop = header.find('\n');
    header.remove_prefix(stop == std::string_view::npos ? header.size() : stop + 1);
  } else {
    const auto count = [&](char c) { return std::count(header.begin(), header.end(), c); };
    form.separator = count(';') > count(',') ? ';' : ',';
  }
  form.decimal_mark = form.separator == ';' ? ',' : '.';
  const std::int64_t line = layout.header_lines();

  if (const std::size_t bad = text_until(header); bad != header.size())
    return of_header(ErrorCode::not_text, "header", text_about(header, bad), {}, line);
  CsvLines lines(header, form.separator);
  std::vector<std::string> fields;
  if (!lines.next(fields) || lines.broken()) return of_header(ErrorCode::bad_header, "header", {}, names_of(kind), line);
  for (const auto& field : fields) {
    if (field.empty() && &field == &fields.back() && fields.size() > 1) {
      layout.columns_.push_back(TableColumn::nameless);
      continue;
    }
    if (field.empty()) return of_header(ErrorCode::empty, "header", std::to_string(&field - fields.data() + 1), names_of(kind), line);
    const auto found = std::ranges::find(table_columns, std::string_view(field), &Column::name);
    const auto at = static_cast<std::size_t>(found - table_columns.begin());
    if (at == column_count || !may_have(kind, at))
      return of_header(ErrorCode::unknown_field, field.substr(0, 80), "header", names_of(kind), line);
    const auto column = static_cast<TableColumn>(at);
    if (layout.has(column)) return of_header(ErrorCode::duplicate, field, "header", {}, line);
    layout.columns_.push_back(column);
  }
  for (std::size_t i = 0; i < column_count; ++i) {
    const Column& known = table_columns[i];
    if ((kind == TableKind::population ? known.needed : known.needed_for_payments) && !layout.has(static_cast<TableColumn>(i)))
      return of_header(ErrorCode::missing_fact, std::string(known.name), {}, names_of(kind), line);
  }
  return layout;
}

bool TableLayout::has(TableColumn column) const noexcept { return std::ranges::find(columns_, column) != columns_.end(); }

std::size_t whole_records(std::string_view text, char separator) noexcept {
  if (text.empty()) return 0;
  if (std::memchr(text.data(), '"', text.size()) == nullptr) {
    const auto last = text.rfind('\n');
    return last == std::string_view::npos ? 0 : last + 1;
  }
  const char *whole = text.data(), *const end = text.data() + text.size();
  while (const char* next = whole == end ? nullptr : record_end(whole, end, separator)) whole = next;
  return static_cast<std::size_t>(whole - text.data());
}

/// Adds what the table has next; false at its end.
bool RecordBlocks::fill(std::string& text) {
  const std::size_t before = text.size();
  text.resize(before + block_size_);
  std::size_t count = 0;
  while (count < block_size_) {
    const std::size_t more = read_(text.data() + before + count, block_size_ - count);
    if (more == 0) break;
    count += more;
  }
  text.resize(before + count);
  return count != 0;
}

std::string RecordBlocks::line() {
  std::size_t stop = std::string::npos;
  while ((stop = rest_.find('\n')) == std::string::npos && rest_.size() <= longest_record && fill(rest_)) {
  }
  std::string line = rest_.substr(0, stop);
  rest_.erase(0, stop == std::string::npos ? rest_.size() : stop + 1);
  return line;
}

std::string RecordBlocks::header() {
  std::string first = line();
  return named_separator(without_byte_order_mark(first)) == 0 ? first : first + '\n' + line();
}

bool RecordBlocks::next(std::string& block) {
  block.clear();
  if (ended_) return false;
  block.swap(rest_);
  for (;;) {
    if (!fill(block)) {
      ended_ = true;
      break;
    }
    const std::size_t whole = whole_records(block, separator_);
    const std::size_t now = whole != 0 && where_ ? where_(std::string_view(block).substr(0, whole)) : whole;
    if (now != 0) {
      rest_.assign(block, now, std::string::npos);
      block.resize(now);
      break;
    }
    if (block.size() - whole > longest_record) {
      ended_ = true;
      break;
    }
  }
  return !block.empty();
}

}  // namespace fleks
