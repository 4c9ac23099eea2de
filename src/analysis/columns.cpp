#include "analysis/columns.hpp"

#include "values/day_number.hpp"

#include <algorithm>

#include <fleks/values/calendar.hpp>

#include "text/csv.hpp"
#include "text/decimal.hpp"

namespace fleks {
namespace {

template <class T>
std::optional<Error> put(TableRow& row, TableColumn column, Result<T> value, std::int64_t (T::*units)() const noexcept) {
  if (!value) return std::move(value).error();
  row[column] = ((*value).*units)();
  return std::nullopt;
}
std::optional<Error> money(TableRow& row, TableColumn column, const std::string& text) {
  return put(row, column, Money::parse(text), &Money::in_oere);
}
std::optional<Error> days(TableRow& row, TableColumn column, const std::string& text) {
  return put(row, column, Days::parse(text, Days::of_ten_thousandths(info(column).most)), &Days::ten_thousandths);
}
std::optional<Error> hours(TableRow& row, TableColumn column, const std::string& text) {
  return put(row, column, Hours::parse(text, Hours::of_ten_thousandths(info(column).most)), &Hours::ten_thousandths);
}
std::optional<Error> weight(TableRow& row, TableColumn column, const std::string& text) {
  auto count = parse_decimal(text, 4, info(column).most);
  if (!count) {
    Error wrong = std::move(count).error();
    if (wrong.code != ErrorCode::too_many_decimals) wrong.allowed = allowed_weight();
    return wrong;
  }
  row[column] = *count;
  return std::nullopt;
}
std::optional<Error> percent(TableRow& row, TableColumn column, const std::string& text) {
  return put(row, column, Percent::parse(text), &Percent::ten_thousandths);
}
std::optional<Error> id(TableRow& row, TableColumn, const std::string& text) {
  if (text.empty()) return Error{.code = ErrorCode::empty};
  row.id = text;
  return std::nullopt;
}
std::optional<Error> month(TableRow& row, TableColumn, const std::string& text) {
  auto parsed = parse_month(text);
  if (!parsed) return std::move(parsed).error();
  row.year = int{parsed->year()};
  row.month = static_cast<int>(unsigned{parsed->month()});
  row.month_text = text;
  return std::nullopt;
}
template <std::string_view TableRow::*where>
std::optional<Error> text(TableRow& row, TableColumn, const std::string& given) {
  row.*where = given;
  return std::nullopt;
}
constexpr auto area = text<&TableRow::area>;
std::optional<Error> whole(TableRow& row, TableColumn column, const std::string& text) {
  const std::int64_t most = info(column).most;
  const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
  if (text.empty()) return Error{.code = ErrorCode::empty};
  if (!digits) return Error{.code = ErrorCode::not_a_number, .given = text.substr(0, 60), .allowed = Range{0, most}};
  std::int64_t count = 0;
  for (const char c : text) count = std::min<std::int64_t>(count * 10 + (c - '0'), most + 1);
  if (count > most) return Error{.code = ErrorCode::out_of_range, .given = text.substr(0, 60), .allowed = Range{0, most}};
  row[column] = count;
  return std::nullopt;
}

constexpr int no_figure = 0, oere = 2, units = 4, count = whole_number;
constexpr std::int64_t most_oere = largest_amount.in_oere(), days_in_a_month = Days::whole(longest_month).ten_thousandths();
constexpr std::int64_t all_of_it = Percent::whole(100).ten_thousandths(), most_measure = Hours::whole(1'000).ten_thousandths();
constexpr std::int64_t month_hours = hours_in_a_month.ten_thousandths(), week_hours = hours_in_a_week.ten_thousandths();

}  // namespace

constexpr std::array<Column, column_count> table_columns{{
    {"id", true, true, no_figure, 0, 0, id},
    {"month", true, true, no_figure, 0, 0, month},
    {"am_income", true, true, oere, most_oere, 0, money},
    {"own_pension", true, true, oere, most_oere, 0, money},
    {"employer_pension", true, true, oere, most_oere, 0, money},
    {"other_wage", false, false, oere, most_oere, 0, money},
    {"daily_benefit", false, false, oere, most_oere, 0, money},
    {"ledighedsydelse_days", false, false, units, days_in_a_month, 0, days},
    {"ledighedsydelse", false, false, oere, most_oere, not_known, money},
    {"ceiling", false, false, oere, most_oere, no_ceiling, money},
    {"paid_hours", false, false, units, month_hours, not_known, hours},
    {"hourly_wage", false, false, oere, most_oere, not_known, money},
    {"weekly_hours", false, false, units, week_hours, not_known, hours},
    {"agreement_area", false, false, no_figure, 0, 0, area},
    {"paid", false, true, oere, most_oere, 0, money},
    {"care_income", false, false, oere, most_oere, 0, money},
    {"benefits_in_kind", false, false, oere, most_oere, 0, money},
    {"holiday_supplement", false, false, oere, most_oere, 0, money},
    {"wage_of_same_month", false, false, oere, most_oere, not_known, money},
    {"wage_two_months_before", false, false, oere, most_oere, not_known, money},
    {"holiday_allowance", false, false, oere, most_oere, 0, money},
    {"ceiling_supplements", false, false, oere, most_oere, 0, money},
    {"ceiling_bonus", false, false, oere, most_oere, 0, money},
    {"ceiling_pension", false, false, units, all_of_it, 0, percent},
    {"ceiling_holiday_supplement", false, false, oere, most_oere, 0, money},
    {"weight", false, false, units, heaviest_row * 10'000, not_known, weight},
    {"own_pension_pct", false, false, units, all_of_it, not_known, percent},
    {"employer_pension_pct", false, false, units, all_of_it, not_known, percent},
    {"municipality", false, false, no_figure, 0, 0, text<&TableRow::municipality>},
    {"municipal_tax", false, false, units, all_of_it, not_known, percent},
    {"church", false, false, count, 1, 0, whole},
    {"church_tax", false, false, units, all_of_it, not_known, percent},
    {"children", false, false, count, 30, 0, whole},
    {"single_parent", false, false, count, 1, 0, whole},
    {"rent", false, false, oere, most_oere, not_known, money},
    {"area", false, false, units, most_measure, 0, hours},
    {"heat_apart", false, false, count, 1, 0, whole},
    {"heat_included", false, false, count, 1, 0, whole},
    {"hot_water_included", false, false, count, 1, 0, whole},
    {"wealth", false, false, oere, most_oere, 0, money},
    {"pensioner", false, false, count, 1, 0, whole},
    {"other_income", false, false, oere, most_oere, 0, money},
    {"daycare_places", false, false, count, 30, 0, whole},
    {"daycare_fee", false, false, oere, most_oere, 0, money},
    {"child_ages", false, false, no_figure, 0, 0, text<&TableRow::child_ages>},
    {"transport_km", false, false, units, most_measure, 0, hours},
    {"transport_days", false, false, count, 366, 0, whole},
    {"union_fee", false, false, oere, most_oere, 0, money},
    {"birth_year", false, false, count, 9'999, not_known, whole},
    {"class", false, false, no_figure, 0, 0, text<&TableRow::benefit_class>},
}};
static_assert(std::ranges::none_of(table_columns, &std::string_view::empty, &Column::name), "every column has its row");
static_assert(table_columns[static_cast<std::size_t>(TableColumn::agreement_area)].set == area &&
                  table_columns[static_cast<std::size_t>(TableColumn::ceiling_pension)].set == percent &&
                  table_columns[column_count - 1].name == "class",
              "the rows stand in the order of TableColumn");

namespace {

/// What a row has before any field of it is read.
constexpr auto nothing_given = [] {
  std::array<std::int64_t, column_count> figures{};
  for (std::size_t i = 0; i < column_count; ++i) figures[i] = table_columns[i].when_empty;
  return figures;
}();

}  // namespace

TableRow::TableRow() noexcept : figures(nothing_given) {}

Allowed allowed_weight() {
  return Above{.bound = {LimitUnit::ten_thousandths, 0}, .most = Limit{LimitUnit::ten_thousandths, heaviest_row * 10'000}};
}

std::string_view to_text(TableColumn column) noexcept { return column == TableColumn::nameless ? std::string_view{} : info(column).name; }

bool is_formula(std::string_view text) noexcept {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string id_field(std::string_view id, const TableForm& form) {
  return csv_field(form.safe_for_sheets && is_formula(id) ? "'" + std::string(id) : std::string(id), form.separator);
}

}  // namespace fleks
