#include "case_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>

#include <nlohmann/json.hpp>

#include "command.hpp"
#include "sheet_cells.hpp"
#include "workbook.hpp"

namespace program {

using namespace fleks;

namespace {

using Json = nlohmann::ordered_json;
using Kind = CaseValue::Kind;

/// Whether a text is a number as a person writes it into a cell: so it comes back the same.
bool is_amount(std::string_view text) {
  const auto mark = text.find('.');
  const std::string_view whole = text.substr(0, mark), rest = mark == std::string_view::npos ? "" : text.substr(mark + 1);
  const auto digits = [](std::string_view part) { return part.find_first_not_of("0123456789") == std::string_view::npos; };
  const bool plain = !whole.empty() && whole.size() <= 9 && digits(whole) && (whole.size() == 1 || whole[0] != '0');
  return plain && digits(rest) && rest.size() <= 4 && (mark == std::string_view::npos || !rest.empty());
}

void collect(const Json& json, const std::string& path, std::vector<CaseValue>& values) {
  if (json.is_object() && !json.empty()) {
    for (const auto& [name, member] : json.items()) collect(member, path.empty() ? name : path + "." + name, values);
  } else if (json.is_array() && !json.empty()) {
    for (std::size_t i = 0; i < json.size(); ++i) collect(json[i], path + "[" + std::to_string(i) + "]", values);
  } else if (json.is_string()) {
    auto text = json.get<std::string>();
    const Kind kind = is_amount(text) ? Kind::amount : Kind::text;
    values.push_back({kind, path, std::move(text)});
  } else {
    values.push_back({json.is_number() ? Kind::number : json.is_boolean() ? Kind::flag : Kind::list, path, json.dump()});
  }
}

[[noreturn]] void leads_nowhere(const std::string& path) { throw Stop{{.code = ErrorCode::unknown_field, .field = path.substr(0, 100)}}; }

/// The place of a path, made where it is the next of its list.
Json& place_in(Json& all, const std::string& path) {
  Json* at = &all;
  for (std::size_t begin = 0; begin < path.size();) {
    if (path[begin] == '[') {
      std::size_t index = 0;
      const char* const first = path.data() + begin + 1;
      const auto [end, wrong] = std::from_chars(first, path.data() + path.size(), index);
      if (wrong != std::errc{} || end == path.data() + path.size() || *end != ']') leads_nowhere(path);
      if (at->is_null()) *at = Json::array();
      if (!at->is_array() || index > at->size()) leads_nowhere(path);
      if (index == at->size()) at->push_back(nullptr);
      at = &(*at)[index];
      begin = static_cast<std::size_t>(end - path.data()) + 1;
    } else {
      if (path[begin] == '.') ++begin;
      const std::size_t end = std::min(path.find_first_of(".[", begin), path.size());
      if (end == begin) leads_nowhere(path);
      if (at->is_null()) *at = Json::object();
      if (!at->is_object()) leads_nowhere(path);
      at = &(*at)[path.substr(begin, end - begin)];
      begin = end;
    }
  }
  return *at;
}

/// The rows of a workbook, each from the cells that its names lead to.
class Rows {
 public:
  using Cells = std::map<std::string, SheetCell, std::less<>>;
  Rows(const Cells& cells, const std::string& file) : cells_(cells), file_(file) {}

  void add(const std::string& name, const SheetCell& cell) {
    static constexpr std::string_view kinds[] = {"text", "amount", "number", "flag", "list"};
    const auto mark = name.find('_');
    const std::string kind = name.substr(0, mark);
    std::size_t row = 0;
    const bool numbered = mark != std::string::npos &&
                          std::from_chars(name.data() + mark + 1, name.data() + name.size(), row).ptr == name.data() + name.size();
    const auto* const known = std::ranges::find(kinds, kind);
    if (!numbered || (kind != "path" && known == std::end(kinds)))
      stop(cell, "", {.code = ErrorCode::unknown_field, .given = name.substr(0, 60)});
    if (kind == "path") return;
    CaseValue value{static_cast<Kind>(known - std::begin(kinds)), path_of(row, cell), cell.text};
    read(value, cell);
    if (!values_.emplace(row, std::move(value)).second) stop(cell, "", {.code = ErrorCode::duplicate});
  }
  [[nodiscard]] std::vector<CaseValue> in_order() && {
    std::vector<CaseValue> all;
    for (auto& [row, value] : values_) all.push_back(std::move(value));
    return all;
  }

 private:
  [[noreturn]] void stop(const SheetCell& cell, const std::string& path, Error error) const {
    throw Stop{std::move(error).in(cell.place + (path.empty() ? "" : " (" + path + ")")), file_};
  }
  [[nodiscard]] std::string path_of(std::size_t row, const SheetCell& cell) const {
    const auto path = cells_.find("path_" + std::to_string(row));
    if (path == cells_.end()) stop(cell, "", {.code = ErrorCode::missing_fact});
    if (path->second.kind != SheetCell::Kind::text)
      stop(path->second, "", {.code = ErrorCode::unknown_field, .given = path->second.text.substr(0, 60)});
    return path->second.text;
  }
  /// A value as its kind is written in the file.
  void read(CaseValue& value, const SheetCell& cell) const {
    const std::string given = cell.text.substr(0, 60);
    const bool counts = value.kind == Kind::amount || value.kind == Kind::number;
    if (cell.kind == SheetCell::Kind::other || (counts && cell.kind == SheetCell::Kind::text))
      stop(cell, value.path, {.code = ErrorCode::not_a_number, .given = given});
    if (cell.kind == SheetCell::Kind::blank && value.kind != Kind::text) stop(cell, value.path, {.code = ErrorCode::empty});
    if (cell.kind == SheetCell::Kind::number) {
      auto number = typed_number(cell.text);
      if (!number) stop(cell, value.path, std::move(number).error());
      value.value = *number;
    }
    if (value.kind == Kind::flag && value.value != "true" && value.value != "false")
      stop(cell, value.path, {.code = ErrorCode::no_such_choice, .given = given, .allowed = OneOf{{"true", "false"}}});
    if (value.kind == Kind::list && value.value != "[]" && value.value != "{}" && value.value != "null")
      stop(cell, value.path, {.code = ErrorCode::no_such_choice, .given = given, .allowed = OneOf{{"[]", "{}"}}});
  }

  const Cells& cells_;
  const std::string& file_;
  std::map<std::size_t, CaseValue> values_{};
};

}  // namespace

std::vector<CaseValue> values_of_case(std::string_view json) {
  std::vector<CaseValue> values;
  collect(Json::parse(json), "", values);
  return values;
}

std::string case_of_values(const std::vector<CaseValue>& values) {
  Json all = Json::object();
  for (const CaseValue& value : values) {
    if (value.path.empty()) leads_nowhere(value.path);
    Json& place = place_in(all, value.path);
    if (!place.is_null()) throw Stop{{.code = ErrorCode::duplicate, .field = value.path.substr(0, 100)}};
    const bool is_text = value.kind == Kind::text || value.kind == Kind::amount;
    place = is_text ? Json(value.value) : Json::parse(value.value);
  }
  return all.dump(2) + "\n";
}

std::string case_of_workbook(std::string_view bytes, const std::string& file) {
  const auto cells = named_cells(bytes, cell_name);
  if (!cells) throw Stop{cells.error(), file};
  Rows rows(*cells, file);
  for (const auto& [name, cell] : *cells) rows.add(name, cell);
  const std::vector<CaseValue> values = std::move(rows).in_order();
  if (values.empty()) throw Stop{{.code = ErrorCode::missing_fact, .field = std::string(cell_name) + "path_1"}, file};
  return case_of_values(values);
}

}  // namespace program
