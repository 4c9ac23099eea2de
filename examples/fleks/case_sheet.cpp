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
  auto cells = named_cells(bytes, cell_name);
  if (!cells) throw Stop{std::move(cells).error(), file};
  const auto stop = [&](const SheetCell& cell, const std::string& path, Error error) {
    throw Stop{std::move(error).in(cell.place + (path.empty() ? "" : " (" + path + ")")), file};
  };
  std::map<std::size_t, CaseValue> values;
  for (const auto& [name, cell] : *cells) {
    const auto mark = name.find('_');
    std::size_t row = 0;
    const bool numbered = mark != std::string::npos &&
                          std::from_chars(name.data() + mark + 1, name.data() + name.size(), row).ptr == name.data() + name.size();
    const std::string kind = name.substr(0, mark);
    constexpr std::string_view kinds[] = {"text", "amount", "number", "flag", "list"};
    const auto known = std::ranges::find(kinds, kind);
    if (!numbered || (kind != "path" && known == std::end(kinds)))
      stop(cell, "", {.code = ErrorCode::unknown_field, .given = name.substr(0, 60)});
    if (kind == "path") continue;
    const auto path = cells->find("path_" + std::to_string(row));
    if (path == cells->end()) stop(cell, "", {.code = ErrorCode::missing_fact});
    if (path->second.kind != SheetCell::Kind::text)
      stop(path->second, "", {.code = ErrorCode::unknown_field, .given = path->second.text.substr(0, 60)});
    CaseValue value{static_cast<Kind>(known - std::begin(kinds)), path->second.text, cell.text};
    const std::string given = cell.text.substr(0, 60);
    switch (cell.kind) {
      case SheetCell::Kind::other: stop(cell, value.path, {.code = ErrorCode::not_a_number, .given = given}); break;
      case SheetCell::Kind::blank:
        if (value.kind != Kind::text) stop(cell, value.path, {.code = ErrorCode::empty});
        break;
      case SheetCell::Kind::text:
        if (value.kind == Kind::amount || value.kind == Kind::number)
          stop(cell, value.path, {.code = ErrorCode::not_a_number, .given = given});
        break;
      case SheetCell::Kind::number: {
        auto number = typed_number(cell.text);
        if (!number) stop(cell, value.path, std::move(number).error());
        value.value = *number;
        if (value.kind == Kind::text) break;
        if (value.kind != Kind::amount && value.kind != Kind::number)
          stop(cell, value.path, {.code = ErrorCode::unknown_field, .given = given});
        break;
      }
    }
    if (value.kind == Kind::flag && value.value != "true" && value.value != "false")
      stop(cell, value.path, {.code = ErrorCode::no_such_choice, .given = given, .allowed = OneOf{{"true", "false"}}});
    if (value.kind == Kind::list && value.value != "[]" && value.value != "{}" && value.value != "null")
      stop(cell, value.path, {.code = ErrorCode::no_such_choice, .given = given, .allowed = OneOf{{"[]", "{}"}}});
    if (!values.emplace(row, std::move(value)).second) stop(cell, "", {.code = ErrorCode::duplicate});
  }
  if (values.empty()) throw Stop{{.code = ErrorCode::missing_fact, .field = std::string(cell_name) + "path_1"}, file};
  std::vector<CaseValue> in_order;
  for (auto& [row, value] : values) in_order.push_back(std::move(value));
  return case_of_values(in_order);
}

}  // namespace program
