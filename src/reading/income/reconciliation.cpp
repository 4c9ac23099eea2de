#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "reading/income/answer_builder.hpp"
#include "text/bad_row.hpp"
#include "text/csv.hpp"

// SKAT's reconciliation file: a line for each person, payer and period, with a column for each felt. It has no ids, no days of disposal and
// no reversals, so nothing in it was known before the last day of its period, and two lines that are the same are two.

namespace fleks::income {
namespace {

constexpr std::size_t most_lines = 50'000;

bool all_of(std::string_view text, char c) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char each) { return each == c; });
}
bool digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
std::string padded(std::string_view text, std::size_t size) {
  return text.size() >= size ? std::string(text) : std::string(size - text.size(), '0') + std::string(text);
}

/// `2024-03-01`, `20240301`, `01-03-2024` or `01.03.2024`.
Result<Date> day(std::string_view text) {
  const std::string all(text);
  if (all.size() == 8 && digits(all)) return parse_date(all.substr(0, 4) + "-" + all.substr(4, 2) + "-" + all.substr(6));
  if (all.size() == 10 && (all[2] == '-' || all[2] == '.'))
    return parse_date(all.substr(6) + "-" + all.substr(3, 2) + "-" + all.substr(0, 2));
  return parse_date(all);
}

/// `Feltnr 0013` is felt 13; -1: no felt.
int felt_number(std::string_view column) {
  const auto at = column.rfind(' ');
  const std::string_view number = at == std::string_view::npos ? std::string_view() : column.substr(at + 1);
  if (!column.starts_with("Feltnr") || !digits(number) || number.size() > 6) return -1;
  return std::stoi(std::string(number));
}

struct Column {
  enum class Is : std::uint8_t { payer, person, from, to, type, felt, other } is = Is::other;
  int felt = -1;
  std::string name{};
};

Column column_of(const std::string& name) {
  using enum Column::Is;
  static const std::map<std::string_view, Column::Is> known = {
      {"I-SE-nr", payer}, {"CPR-nr", person}, {"Per-start", from}, {"Per-slut", to}, {"Kode68", type}};
  if (const auto found = known.find(name); found != known.end()) return {found->second, -1, name};
  const int number = felt_number(name);
  return {number < 0 ? other : felt, number, name};
}

class Lines {
 public:
  std::optional<Error> read(std::string_view text, RegisterAnswer& answer) {
    CsvLines lines(without_byte_order_mark(text), ';');
    std::vector<std::string> fields;
    std::size_t count = 0;
    while (lines.next(fields)) {
      line_ = lines.line();
      if (++count > most_lines + 3)
        return Error{.code = ErrorCode::too_many, .field = "rows", .allowed = AtMost{most_lines}, .line = line_};
      if (all_of(fields.front(), '0') || all_of(fields.front(), '9')) continue;
      if (columns_.empty()) {
        for (const std::string& name : fields) columns_.push_back(column_of(name));
        for (const Column::Is needed : {Column::Is::payer, Column::Is::person, Column::Is::from, Column::Is::to})
          if (std::none_of(columns_.begin(), columns_.end(), [&](const Column& c) { return c.is == needed; }))
            return Error{.code = ErrorCode::bad_header,
                         .field = "header",
                         .given = without_person(fields.front()),
                         .allowed = OneOf{{"I-SE-nr", "CPR-nr", "Per-start", "Per-slut"}},
                         .line = line_};
        continue;
      }
      if (auto wrong = row(fields, answer)) return wrong;
    }
    return {};
  }

 private:
  std::optional<Error> wrong(Error error, const Column& column, std::string_view given) const {
    error.field = column.name;
    error.given = without_person(given);
    error.line = line_;
    return error;
  }

  std::optional<Error> row(const std::vector<std::string>& fields, RegisterAnswer& answer) {
    if (fields.size() != columns_.size()) {
      Error error = bad_row(fields.size(), false, columns_.size());
      error.line = line_;
      return error;
    }
    RegisterReport report;
    report.line = line_;
    RegisterPart& part = report.parts.emplace_back();
    std::string number;
    bool restored = false;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const Column& column = columns_[i];
      const std::string& value = fields[i];
      using enum Column::Is;
      switch (column.is) {
        case payer:
          report.payer = padded(value, 8);
          if (!digits(value) || value.size() > 8)
            return wrong({.code = ErrorCode::no_such_choice, .allowed = OneOf{{"00000000"}}}, column, value);
          break;
        case person:
          restored = value.size() < 10;
          number = padded(value, 10);
          if (!digits(value) || value.size() > 10)
            return wrong({.code = ErrorCode::no_such_choice, .allowed = OneOf{{"0000000000"}}}, column, "**********");
          break;
        case from:
        case to: {
          auto date = day(value);
          if (!date) return wrong(std::move(date).error(), column, value);
          (column.is == from ? report.period.first : report.period.last) = *date;
          break;
        }
        case type: report.income_type = padded(value, 2); break;
        case felt:
          if (auto error = put(column, value, part)) return error;
          break;
        case other: break;
      }
    }
    if (report.period.last < report.period.first)
      return Error{.code = ErrorCode::out_of_range,
                   .field = "Per-slut",
                   .given = to_text(report.period.last),
                   .allowed = AtLeast{report.period.first},
                   .line = line_};
    const auto [place, is_new] = place_of_.try_emplace(number, answer.persons.size());
    if (is_new) answer.persons.push_back({number, restored, {}});
    answer.persons[place->second].reports.push_back(std::move(report));
    return {};
  }

  std::optional<Error> put(const Column& column, const std::string& value, RegisterPart& part) const {
    if (value.empty()) return {};
    if (column.felt == 200) {
      const bool below = value.starts_with('-');
      auto hours = Hours::parse(std::string_view(value).substr(below ? 1 : 0), hours_in_a_month);
      if (!hours) return wrong(std::move(hours).error(), column, value);
      part.paid_hours = Hours::of_ten_thousandths(below ? -hours->ten_thousandths() : hours->ten_thousandths());
      return {};
    }
    const std::string felt = "felt " + std::to_string(column.felt);
    for (std::size_t i = 0; i < register_amounts; ++i) {
      const auto amount = static_cast<RegisterAmount>(i);
      if (felt_of(amount) != felt) continue;
      auto money = signed_amount(value);
      if (!money) return wrong(std::move(money).error(), column, value);
      if (*money != Money{}) part.add(amount, *money);
      return {};
    }
    if (value.find_first_not_of("0,.") != std::string::npos) part.others.push_back({0, column.name, without_person(value), line_});
    return {};
  }

  std::vector<Column> columns_{};
  std::map<std::string, std::size_t> place_of_{};
  std::int64_t line_ = 0;
};

}  // namespace

bool begins_a_reconciliation(std::string_view text) noexcept {
  const std::string_view first = text.substr(0, text.find_first_of(";\r\n"));
  return text.size() > first.size() && (first == "I-SE-nr" || (first.size() >= 4 && all_of(first, '0')));
}

Result<RegisterAnswer> read_reconciliation(std::string_view text) {
  RegisterAnswer answer;
  if (auto wrong = Lines().read(text, answer)) return *std::move(wrong);
  if (answer.persons.empty()) return Error{.code = ErrorCode::missing_fact, .field = "CPR-nr"};
  return answer;
}

}  // namespace fleks::income
