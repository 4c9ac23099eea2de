#include <algorithm>

#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>

#include "case_sheet.hpp"
#include "sheet_cells.hpp"
#include "tasks/facts.hpp"
#include "tasks/ranges.hpp"
#include "workbook.hpp"

// The way back of the workbook: from the cells that a person filled in to the options of fleks month.

namespace program {

using namespace fleks;

namespace {

using Cells = std::map<std::string, SheetCell, std::less<>>;

class Reading {
 public:
  Reading(const Cells& cells, std::string file) : cells_(cells), file_(std::move(file)) {}

  [[nodiscard]] bool has(std::string_view name) const { return cells_.find(name) != cells_.end(); }
  /// A month, which is a text.
  [[nodiscard]] Month month(std::string_view name) const {
    const SheetCell& cell = found(name);
    if (cell.kind == SheetCell::Kind::blank) stop(name, {.code = ErrorCode::empty, .allowed = Form::month});
    if (cell.kind != SheetCell::Kind::text)
      stop(name, {.code = ErrorCode::no_such_date, .given = cell.text.substr(0, 60), .allowed = Form::month});
    return or_stop_at(name, parse_month(cell.text));
  }
  /// A number as its option takes it, or nothing where the cell is empty.
  [[nodiscard]] std::optional<std::string> number(Fact fact) const {
    const std::string_view name = to_text(fact);
    const SheetCell& cell = found(name);
    if (cell.kind == SheetCell::Kind::blank) return std::nullopt;
    if (cell.kind != SheetCell::Kind::number)
      stop(name, {.code = ErrorCode::not_a_number, .given = cell.text.substr(0, 60), .allowed = allowed(fact)});
    std::string text = or_stop_at(name, typed_number(cell.text));
    switch (fact) {
      case Fact::paid_hours: return to_text(or_stop_at(name, Hours::parse(text, hours_in_a_month)));
      case Fact::ledighedsydelse_days: {
        const Days days = or_stop_at(name, Days::parse(text, Days::whole(31)));
        if (days.ten_thousandths() % 10'000 != 0) stop(name, {.code = ErrorCode::out_of_range, .given = text, .allowed = allowed(fact)});
        return to_text(days);
      }
      default: {
        const Money amount = or_stop_at(name, Money::parse(text));
        if (amount > Money::kroner(most_kroner)) stop(name, {.code = ErrorCode::too_large, .given = text, .allowed = allowed(fact)});
        return to_text(amount);
      }
    }
  }
  [[noreturn]] void stop(std::string_view name, Error error) const {
    const auto cell = cells_.find(name);
    std::string field =
        cell == cells_.end() ? std::string(cell_name) + std::string(name) : cell->second.place + " (" + std::string(name) + ")";
    throw Stop{std::move(error).in(std::move(field)), file_};
  }

 private:
  [[nodiscard]] static Allowed allowed(Fact fact) {
    if (fact == Fact::paid_hours) return Range{Hours{}, hours_in_a_month};
    if (fact == Fact::ledighedsydelse_days) return Range{0, 31};
    return Range{Money{}, Money::kroner(most_kroner)};
  }
  [[nodiscard]] const SheetCell& found(std::string_view name) const {
    const auto cell = cells_.find(name);
    if (cell == cells_.end()) stop(name, {.code = ErrorCode::missing_fact});
    return cell->second;
  }
  template <class T>
  [[nodiscard]] T or_stop_at(std::string_view name, Result<T> result) const {
    if (!result) stop(name, std::move(result).error());
    return *std::move(result);
  }

  const Cells& cells_;
  std::string file_;
};

bool is_zero(const std::string& number) { return number.find_first_of("123456789") == std::string::npos; }

/// What an option means where its cell is empty or zero: nothing, but for a pay, a ceiling and hours, of which none is known then.
bool says_nothing(Fact fact, const std::string& number) {
  return fact != Fact::am_income && fact != Fact::ceiling && fact != Fact::paid_hours && is_zero(number);
}

}  // namespace

Arguments with_workbook(std::string_view command, const Arguments& given) {
  const std::string* path = given.text("from_xlsx");
  if (path == nullptr) return given;
  const std::string file = spelled("from_xlsx " + *path);
  if (command == "case") {
    if (!given.files.empty())
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = given.files.front(), .allowed = NotWith{{asked("from_xlsx")}}}};
    Arguments all = given;
    all.options.erase("from_xlsx");
    all.files = {*path};
    all.files_read->texts[*path] = case_of_workbook(read_file("from_xlsx", *path), file);
    return all;
  }
  auto cells = named_cells(read_file("from_xlsx", *path), cell_name);
  if (!cells) throw Stop{std::move(cells).error(), file};
  const Reading sheet(*cells, file);
  Arguments all = given;
  all.options.erase("from_xlsx");
  const auto set = [&](const std::string& option, std::string value) { all.options[option] = {std::move(value)}; };
  const auto refuse = [&](const std::string& option) {
    if (given.has(option))
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(option), .allowed = NotWith{{asked("from_xlsx")}}}};
  };

  for (const auto& each : *cells) {
    const std::string& name = each.first;
    const bool known = name == "month" || name == "wage_month" ||
                       std::ranges::any_of(facts_of_the_sheet, [&](Fact fact) { return to_text(fact) == name; });
    if (!known) sheet.stop(name, {.code = ErrorCode::unknown_field});
  }
  const Month month = sheet.month("month"), wage_month = sheet.month("wage_month");
  for (const char* option : {"month", "wage_month"}) refuse(option);
  set("month", to_text(month));
  if (wage_month != month_before(month)) set("wage_month", to_text(wage_month));
  if (!sheet.has("am_income")) sheet.stop("am_income", {.code = ErrorCode::missing_fact});
  std::map<Fact, std::string> numbers;
  for (const Fact fact : facts_of_the_sheet) {
    if (!sheet.has(to_text(fact))) continue;
    refuse(std::string(to_text(fact)));
    if (auto number = sheet.number(fact)) numbers.emplace(fact, *std::move(number));
  }
  if (!numbers.contains(Fact::am_income)) sheet.stop("am_income", {.code = ErrorCode::empty, .allowed = Form::amount});
  const bool days = numbers.contains(Fact::ledighedsydelse_days) && !is_zero(numbers[Fact::ledighedsydelse_days]);
  if (!days && numbers.contains(Fact::ledighedsydelse) && !is_zero(numbers[Fact::ledighedsydelse]))
    sheet.stop("ledighedsydelse_days", {.code = ErrorCode::empty, .allowed = Range{1, 31}});
  for (auto& [fact, number] : numbers)
    if (!says_nothing(fact, number) || (fact == Fact::ledighedsydelse && days)) set(std::string(to_text(fact)), std::move(number));
  return all;
}

}  // namespace program
