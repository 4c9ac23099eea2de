#include "analysis/row_reader.hpp"

#include "analysis/population_text.hpp"
#include "analysis/reductions.hpp"
#include "text/bad_row.hpp"
#include "text/csv.hpp"
#include "text/utf8.hpp"

namespace fleks {
namespace {

constexpr int first_year = 1000;  // of four digits

const char* plain_month(const char* p, TableRow& row) noexcept {
  for (int at = 0; at < 7; ++at)
    if (at == 4 ? p[at] != '-' : !is_digit(p[at])) return nullptr;
  row.year = (p[0] - '0') * 1000 + (p[1] - '0') * 100 + (p[2] - '0') * 10 + (p[3] - '0');
  row.month = (p[5] - '0') * 10 + (p[6] - '0');
  if (row.month < 1 || row.month > 12 || row.year < first_year) return nullptr;
  row.month_text = {p, 7};
  return p + 7;
}

/// Where the text of a column goes; null where it is no text, or one of its own kind.
std::string_view TableRow::*text_of(TableColumn column) noexcept {
  switch (column) {
    case TableColumn::agreement_area: return &TableRow::area;
    case TableColumn::municipality: return &TableRow::municipality;
    case TableColumn::child_ages: return &TableRow::child_ages;
    case TableColumn::benefit_class: return &TableRow::benefit_class;
    default: return nullptr;
  }
}

/// Sets what a row takes from another; false where it is not that.
bool set_reduction(TableRow& row, TableColumn column, const std::string& text) {
  if (info(column).set(row, column, text.substr(1)) || row[column] == 0) return false;
  row[column] = -row[column];
  return row[column] != info(column).when_empty;
}

}  // namespace

const char* record_end(const char* p, const char* end, char separator) noexcept {
  bool quoted = false, field_begins = true;
  for (; p != end; ++p) {
    const char c = *p;
    if (quoted) {
      if (c != '"') continue;
      if (p + 1 != end && p[1] == '"') {
        ++p;
      } else {
        quoted = false;
        field_begins = false;
      }
    } else if (c == '"' && field_begins) {
      quoted = true;
    } else if (c == '\n') {
      return p + 1;
    } else {
      field_begins = c == separator;
    }
  }
  return nullptr;
}

std::optional<Error> benefit_without_days(const TableRow& row) {
  const std::int64_t paid = row[TableColumn::ledighedsydelse];
  if (row[TableColumn::ledighedsydelse_days] != 0 || paid == not_known || paid == 0) return std::nullopt;
  return Error{.code = ErrorCode::exclusive_facts,
               .field = std::string(to_text(TableColumn::ledighedsydelse)),
               .given = to_text(Money::oere(paid)),
               .allowed = OnlyWith{{std::string(to_text(TableColumn::ledighedsydelse_days))}}};
}

RowReader::RowReader(const TableLayout& layout) : separator_(layout.separator()), comma_too_(layout.separator() == ';') {
  for (const TableColumn column : layout.columns()) {
    Plain plain = Plain::nothing;
    std::string_view TableRow::*text = nullptr;
    if (column == TableColumn::id)
      plain = Plain::id;
    else if (column == TableColumn::month)
      plain = Plain::month;
    else if ((text = text_of(column)) != nullptr)
      plain = Plain::text;
    else if (column != TableColumn::nameless)
      plain = info(column).decimals == 2 ? Plain::oere : info(column).decimals == whole_number ? Plain::whole : Plain::units;
    fields_.push_back({column, plain, column != TableColumn::nameless && info(column).needed_for_payments, text});
  }
}

const char* RowReader::plain_id(const char* p, TableRow& row) const noexcept {
  const char* const start = p;
  while (is_plain(*p) && *p != ',' && *p != ';') ++p;
  if (p == start || !ends_field(p)) return nullptr;
  row.id = {start, static_cast<std::size_t>(p - start)};
  return p;
}
const char* RowReader::plain_text(const char* p, std::string_view& text) const noexcept {
  const char* const start = p;
  while (is_plain(*p) && *p != separator_) ++p;
  text = {start, static_cast<std::size_t>(p - start)};
  return p;
}
const char* RowReader::plain_figure(const char* p, const Field& field, TableRow& row) const noexcept {
  if (!field.needed && ends_field(p)) return p;
  if (field.plain == Plain::oere) return read_plain<2>(p, comma_too_, row[field.column]);
  p = field.plain == Plain::whole ? read_plain<0>(p, false, row[field.column]) : read_plain<4>(p, comma_too_, row[field.column]);
  // Eight digits before the mark may be more than is allowed.
  return row[field.column] <= info(field.column).most ? p : nullptr;
}

const char* RowReader::plain(const char* p, TableRow& row) const noexcept {
  for (const Field& field : fields_) {
    if (&field != fields_.data() && *p++ != separator_) return nullptr;
    switch (field.plain) {
      case Plain::id: p = plain_id(p, row); break;
      case Plain::month: p = plain_month(p, row); break;
      case Plain::text: p = plain_text(p, row.*field.text); break;
      case Plain::oere:
      case Plain::whole:
      case Plain::units: p = plain_figure(p, field, row); break;
      case Plain::nothing: break;
    }
    if (p == nullptr) return nullptr;
  }
  if (*p == '\r') ++p;
  return *p == '\n' ? p + 1 : nullptr;
}

std::optional<Error> RowReader::any(std::string_view record, TableRow& row, bool reductions) {
  row = {};
  CsvLines lines(record, separator_);
  lines.next(texts_of_record_);  // a record is not empty
  // A separator that ends the header may end a row too, or not.
  if (fields_.back().column == TableColumn::nameless && texts_of_record_.size() + 1 == fields_.size()) texts_of_record_.emplace_back();
  if (texts_of_record_.size() != fields_.size() || lines.broken()) return bad_row(texts_of_record_.size(), lines.broken(), fields_.size());
  if (const std::size_t bad = text_until(record); bad != record.size())
    return Error{.code = ErrorCode::not_text, .field = "row", .given = text_about(record, bad)};
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    std::string& text = texts_of_record_[i];
    const Field& field = fields_[i];
    if (text.empty() && !field.needed) continue;
    if (field.plain == Plain::nothing)
      return Error{.code = ErrorCode::bad_row, .field = "row", .given = std::to_string(i + 1), .allowed = Exactly{i}};
    if (reductions && text.front() == '-' && is_reported(field.column) && set_reduction(row, field.column, text)) continue;
    const bool is_text = info(field.column).decimals == 0;
    if (auto wrong = info(field.column).set(row, field.column, is_text ? texts_.emplace_back(std::move(text)) : text))
      return std::move(*wrong).in(to_text(field.column));
  }
  return std::nullopt;
}

}  // namespace fleks
