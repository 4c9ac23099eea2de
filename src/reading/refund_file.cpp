#include <fleks/reading/refund_file.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "text/bad_row.hpp"
#include "text/csv.hpp"
#include "text/utf8.hpp"

// The state's own calculation of a municipality's refund, week by week.

namespace fleks {
namespace {

constexpr std::size_t most_bytes = 16'000'000, most_rows = 50'000, most_in_a_row = 100'000;

enum class Column : std::uint8_t { week, person, benefit, reported, computed, share, refund, other };
struct Named {
  const char* name;
  Column column;
  bool needed;
};
constexpr std::array<Named, 7> names_of_columns{{
    {"Uge", Column::week, true},
    {"CPR nummer", Column::person, false},
    {"Ydelse", Column::benefit, true},
    {"Indberetning udbetalingsbeløb", Column::reported, false},
    {"Beregnet udbetalingsbeløb", Column::computed, true},
    {"Refusionssats", Column::share, true},
    {"Refusionsbeløb", Column::refund, true},
}};
const char* name_of(Column column) noexcept {
  for (const Named& each : names_of_columns)
    if (each.column == column) return each.name;
  return "";
}

std::string_view trimmed(std::string_view text) noexcept {
  const auto from = text.find_first_not_of(" \t");
  return from == std::string_view::npos ? std::string_view{} : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}
bool digits(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// `2024-06-03`, `03-06-2024`, `03.06.2024`, also with a time after it.
Result<Date> day(std::string_view text) {
  const std::string all(text.substr(0, text.find_first_of(" T")));
  if (all.size() == 10 && (all[2] == '-' || all[2] == '.'))
    return parse_date(all.substr(6) + "-" + all.substr(3, 2) + "-" + all.substr(0, 2));
  return parse_date(all);
}

Result<Money> amount_of(std::string_view text) {
  if (!text.starts_with('-')) return Money::parse(text);
  auto amount = Money::parse(text.substr(1));
  if (!amount) return amount;
  return -*amount;
}

Result<Percent> share_of(std::string_view text) {
  if (text.ends_with('%')) text = trimmed(text.substr(0, text.size() - 1));
  auto share = Percent::parse(text);
  // No rate of the law lies between none and one per cent.
  if (share && *share > Percent{} && *share <= Percent::whole(1)) return Percent::of_ten_thousandths(share->ten_thousandths() * 100);
  return share;
}

RefundRowKind kind_of(std::string_view benefit) {
  std::string small(benefit);
  std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (small.starts_with("fleksbidrag")) return RefundRowKind::fleksbidrag;
  if (small.starts_with("fleksløntilskud")) return RefundRowKind::fleksloentilskud;
  if (small.starts_with("ledighedsydelse")) return RefundRowKind::ledighedsydelse;
  return RefundRowKind::other;
}

class Rows {
 public:
  std::optional<Error> read(std::string_view text) {
    CsvLines lines(without_byte_order_mark(text), ';');
    std::vector<std::string> fields;
    while (lines.next(fields)) {
      line_ = lines.line();
      if (lines.broken() || lines.size() > most_in_a_row) return Error{.code = ErrorCode::record_too_long, .field = "row", .line = line_};
      if (auto wrong = columns_.empty() ? header(fields) : row(fields)) return wrong;
    }
    if (columns_.empty()) return Error{.code = ErrorCode::empty, .field = "header"};
    return {};
  }
  RefundFile file{};

 private:
  std::optional<Error> header(const std::vector<std::string>& fields) {
    for (const std::string& field : fields) {
      const auto found = std::ranges::find_if(names_of_columns, [&](const Named& n) { return n.name == trimmed(field); });
      columns_.push_back(found == names_of_columns.end() ? Column::other : found->column);
    }
    for (const Named& n : names_of_columns) {
      const auto count = std::ranges::count(columns_, n.column);
      if (count > 1) return Error{.code = ErrorCode::duplicate, .field = n.name, .line = line_};
      if (count == 0 && n.needed)
        return Error{
            .code = ErrorCode::bad_header, .field = "header", .given = fields.front().substr(0, 60), .allowed = needed(), .line = line_};
    }
    return {};
  }
  static OneOf needed() {
    OneOf all;
    for (const Named& n : names_of_columns)
      if (n.needed) all.choices.emplace_back(n.name);
    return all;
  }

  std::optional<Error> row(const std::vector<std::string>& fields) {
    if (fields.size() != columns_.size()) {
      Error error = bad_row(fields.size(), false, columns_.size());
      error.line = line_;
      return error;
    }
    if (file.rows.size() == most_rows)
      return Error{.code = ErrorCode::too_many, .field = "row", .allowed = AtMost{most_rows}, .line = line_};
    RefundRow& r = file.rows.emplace_back();
    r.line = line_;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      auto wrong = put(columns_[i], trimmed(fields[i]), r);
      if (!wrong) continue;
      wrong->field = name_of(columns_[i]);
      wrong->line = line_;
      return wrong;
    }
    return {};
  }

  std::optional<Error> put(Column column, std::string_view text, RefundRow& r) {
    switch (column) {
      case Column::week: return keep(day(text), r.week);
      case Column::person: return person(text);
      case Column::benefit:
        r.benefit = text;
        r.kind = kind_of(text);
        if (text.empty()) return Error{.code = ErrorCode::empty};
        return {};
      case Column::reported: return text.empty() ? std::nullopt : keep(amount_of(text), r.reported);
      case Column::computed: return text.empty() ? std::nullopt : keep(amount_of(text), r.computed);
      case Column::share: return text.empty() ? std::nullopt : keep(share_of(text), r.share);
      case Column::refund: return text.empty() ? std::nullopt : keep(amount_of(text), r.refund);
      case Column::other: break;
    }
    return {};
  }
  template <class T, class To>
  static std::optional<Error> keep(Result<T> read, To& to) {
    if (!read) return std::move(read).error();
    to = *read;
    return {};
  }

  /// A number that a spreadsheet has taken the leading zero from is the same person's.
  std::optional<Error> person(std::string_view text) {
    std::string number(text);
    std::erase(number, '-');
    if (!digits(number) || number.size() > 10)
      return Error{.code = ErrorCode::no_such_choice, .given = "**********", .allowed = OneOf{{"0000000000"}}};
    number.insert(0, 10 - number.size(), '0');
    if (file.person.empty()) file.person = number;
    if (number != file.person) return Error{.code = ErrorCode::too_many, .allowed = AtMost{1}};
    return {};
  }

  std::vector<Column> columns_{};
  std::int64_t line_ = 0;
};

}  // namespace

Result<RefundFile> read_refund_file(std::string_view csv) {
  if (csv.size() > most_bytes)
    return Error{.code = ErrorCode::too_large, .field = "file", .given = std::to_string(csv.size()), .allowed = AtMost{most_bytes}};
  if (const std::size_t at = text_until(csv); at != csv.size())
    return Error{.code = ErrorCode::not_text,
                 .field = "row",
                 .line = 1 + std::count(csv.begin(), csv.begin() + static_cast<std::ptrdiff_t>(at), '\n')};
  Rows rows;
  if (auto wrong = rows.read(csv)) return *std::move(wrong);
  return std::move(rows.file);
}

std::string without_person(std::string csv, const RefundFile& file) {
  if (file.person.find_first_not_of('0') == std::string::npos) return csv;
  const std::string zeros(10, '0'), with_dash = file.person.substr(0, 6) + "-" + file.person.substr(6),
                                    shortened = file.person.substr(file.person.find_first_not_of('0'));
  for (const std::string& number : {with_dash, file.person, shortened})
    for (std::size_t at = 0; (at = csv.find(number, at)) != std::string::npos; at += zeros.size()) csv.replace(at, number.size(), zeros);
  return csv;
}

}  // namespace fleks
