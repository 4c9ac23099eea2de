#include <fleks/analysis/audit_file.hpp>
#include <fleks/analysis/population.hpp>

#include <algorithm>
#include <array>

#include "text/csv.hpp"
#include "text/utf8.hpp"

namespace fleks {
namespace {

struct Row {
  std::string id;
  MonthFacts facts;
  AuditFacts more;
  Money paid;
};

template <class T, class Parse>
std::optional<Error> read_into(T& to, std::string_view text, Parse parse) {
  auto value = parse(text);
  if (!value) return std::move(value).error();
  to = *value;
  return std::nullopt;
}
std::optional<Error> money(Money& to, std::string_view text) { return read_into(to, text, Money::parse); }
std::optional<Error> pension(Contribution& to, std::string_view text) {
  Money amount;
  auto wrong = money(amount, text);
  if (!wrong) to = Contribution::of(amount);
  return wrong;
}

struct Column {
  std::string_view name;
  bool needed;
  std::optional<Error> (*read)(Row&, std::string_view);
};

using Text = std::string_view;
constexpr std::array<Column, 24> columns{{
    {"id", true,
     [](Row& r, Text t) -> std::optional<Error> {
       r.id = t;
       return std::nullopt;
     }},
    {"month", true, [](Row& r, Text t) { return read_into(r.facts.month, t, parse_month); }},
    {"am_income", true,
     [](Row& r, Text t) {
       Money amount;
       auto wrong = money(amount, t);
       r.facts.pay = Pay::am_income(amount);
       return wrong;
     }},
    {"own_pension", true, [](Row& r, Text t) { return pension(r.facts.own_pension, t); }},
    {"employer_pension", true, [](Row& r, Text t) { return pension(r.facts.employer_pension, t); }},
    {"paid", true, [](Row& r, Text t) { return money(r.paid, t); }},
    {"other_wage", false, [](Row& r, Text t) { return money(r.facts.other_wage, t); }},
    {"daily_benefit", false, [](Row& r, Text t) { return money(r.facts.daily_benefit, t); }},
    {"ledighedsydelse_days", false,
     [](Row& r, Text t) {
       return read_into(r.facts.ledighedsydelse_days, t, [](Text text) { return Days::parse(text, Days::whole(31)); });
     }},
    {"ceiling", false,
     [](Row& r, Text t) {
       Money amount;
       auto wrong = money(amount, t);
       r.facts.ceiling = Ceiling::stated(amount);
       return wrong;
     }},
    {"paid_hours", false,
     [](Row& r, Text t) { return read_into(r.facts.paid_hours, t, [](Text text) { return Hours::parse(text, hours_in_a_month); }); }},
    // Of a population file, and not of a month's facts.
    {"hourly_wage", false, [](Row&, Text) -> std::optional<Error> { return std::nullopt; }},
    {"weekly_hours", false, [](Row&, Text) -> std::optional<Error> { return std::nullopt; }},
    {"agreement_area", false, [](Row&, Text) -> std::optional<Error> { return std::nullopt; }},
    {"care_income", false, [](Row& r, Text t) { return money(r.facts.care_income, t); }},
    {"benefits_in_kind", false, [](Row& r, Text t) { return money(r.facts.benefits_in_kind, t); }},
    {"holiday_supplement", false, [](Row& r, Text t) { return money(r.facts.holiday_supplement, t); }},
    {"wage_of_same_month", false, [](Row& r, Text t) { return read_into(r.more.pay_of_same_month, t, Money::parse); }},
    {"wage_two_months_before", false, [](Row& r, Text t) { return read_into(r.more.pay_of_two_months_before, t, Money::parse); }},
    {"holiday_allowance", false, [](Row& r, Text t) { return money(r.more.holiday_allowance, t); }},
    {"ceiling_supplements", false, [](Row& r, Text t) { return money(r.more.ceiling_supplements, t); }},
    {"ceiling_bonus", false, [](Row& r, Text t) { return money(r.more.ceiling_bonus, t); }},
    {"ceiling_pension", false, [](Row& r, Text t) { return read_into(r.more.ceiling_pension, t, Percent::parse); }},
    {"ceiling_holiday_supplement", false, [](Row& r, Text t) { return money(r.more.ceiling_holiday_supplement, t); }},
}};

std::string all_names() {
  std::string text;
  for (const Column& column : columns) text += (text.empty() ? "" : ", ") + std::string(column.name);
  return text;
}

std::string field(std::string_view text, char separator) {
  if (text.find_first_of("\"\n\r") == std::string_view::npos && text.find(separator) == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string ids(const AuditExplanation& e) {
  std::string text = e.exact() ? "" : "~";
  for (const Misreading m : e.misreadings()) text += (text.empty() || text == "~" ? "" : "+") + std::string(to_text(m));
  return text;
}

}  // namespace

Result<AuditFile> AuditFile::read(std::string_view header, const RateTable& rates, const Options& options) {
  AuditFile file(rates, options);
  const auto count = [&](char c) { return std::count(header.begin(), header.end(), c); };
  file.separator_ = count(';') > count(',') ? ';' : ',';
  if (header.size() > longest_record)
    return Error{.code = ErrorCode::record_too_long, .field = "header", .allowed = std::to_string(longest_record), .line = 1};
  if (const std::size_t bad = text_until(header); bad != header.size())
    return Error{.code = ErrorCode::not_text, .field = "header", .given = text_about(header, bad), .line = 1};
  CsvLines lines(without_byte_order_mark(header), file.separator_);
  std::vector<std::string> fields;
  if (!lines.next(fields) || lines.broken())
    return Error{.code = ErrorCode::bad_header, .field = "header", .allowed = all_names(), .line = 1};
  for (const std::string& name : fields) {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
    if (found == columns.end())
      return Error{.code = ErrorCode::unknown_field, .field = name.substr(0, 80), .given = "header", .allowed = all_names(), .line = 1};
    const auto place = static_cast<std::size_t>(found - columns.begin());
    if (std::find(file.columns_.begin(), file.columns_.end(), place) != file.columns_.end())
      return Error{.code = ErrorCode::duplicate, .field = name, .given = "header", .line = 1};
    file.columns_.push_back(place);
  }
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].needed && std::find(file.columns_.begin(), file.columns_.end(), i) == file.columns_.end())
      return Error{.code = ErrorCode::missing_fact, .field = std::string(columns[i].name), .allowed = all_names(), .line = 1};
  return file;
}

std::string AuditFile::output_header() const {
  std::string text = "id,month,due,paid,difference,verdict,explanation,also_possible\n";
  std::replace(text.begin(), text.end(), ',', separator_);
  return text;
}

std::optional<Error> AuditFile::run(std::string_view records, std::string& out) {
  CsvLines lines(records, separator_);
  std::vector<std::string> fields;
  while (lines.next(fields)) {
    const auto at = [&](Error error, std::string_view field_name = {}) {
      error.line = lines.line();
      if (!field_name.empty()) error.field = field_name;
      return error;
    };
    if (lines.size() > longest_record)
      return at({.code = ErrorCode::record_too_long, .field = "row", .allowed = std::to_string(longest_record)});
    if (lines.broken() || fields.size() != columns_.size())
      return at(
          {.code = ErrorCode::bad_row, .field = "row", .given = std::to_string(fields.size()), .allowed = std::to_string(columns_.size())});
    Row row;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (const std::size_t bad = text_until(fields[i]); bad != fields[i].size())
        return at({.code = ErrorCode::not_text, .field = "row", .given = text_about(fields[i], bad)});
      const Column& column = columns[columns_[i]];
      if (fields[i].empty() && !column.needed) continue;
      if (auto wrong = column.read(row, fields[i])) return at(std::move(*wrong), column.name);
    }
    auto found = audit(row.facts, row.paid, rates_, options_, row.more);
    if (!found) {
      Error wrong = std::move(found).error();
      // The facts' names are the program's options there, and columns here.
      std::string name = wrong.field.starts_with("--") ? wrong.field.substr(2) : wrong.field;
      std::replace(name.begin(), name.end(), '-', '_');
      return at(std::move(wrong), name);
    }
    std::string explanation, also;
    for (const AuditExplanation& e : found->explanations)
      if (explanation.empty())
        explanation = ids(e);
      else
        also += (also.empty() ? "" : " ") + ids(e);
    ++count_.rows;
    if (found->right) ++count_.right;
    if (!found->explanations.empty() && found->explanations.front().exact()) ++count_.explained;
    const std::string s(1, separator_);
    out += field(row.id, separator_) + s + to_text(found->month) + s + to_text(found->due) + s + to_text(found->paid) + s +
           to_text(found->difference) + s + (found->right ? "right" : "wrong") + s + explanation + s + also + "\n";
  }
  count_.lines += std::count(records.begin(), records.end(), '\n');
  return std::nullopt;
}

}  // namespace fleks
