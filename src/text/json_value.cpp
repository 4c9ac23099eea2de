#include "text/json_value.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "text/json_text.hpp"
#include "text/json_tree.hpp"
#include "text/utf8.hpp"

namespace fleks {
namespace {

/// The same text, with the sign for what cannot be read in the place of each byte that is no UTF-8.
std::string as_utf8(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    out += length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}
bool is_utf8(std::string_view text) noexcept {
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

void write_text(std::string& to, const std::string& text) { to += json_string(is_utf8(text) ? text : as_utf8(text)); }

}  // namespace

Json Json::object() {
  Json json;
  json.value_.emplace<Object>();
  return json;
}

Json Json::array(std::initializer_list<JsonPart> parts) {
  Json json;
  List& list = json.value_.emplace<List>();
  list.reserve(parts.size());
  for (const JsonPart& part : parts) list.push_back(part.taken());
  return json;
}

bool Json::is_named_value() const noexcept {
  const List* list = std::get_if<List>(&value_);
  return list != nullptr && list->size() == 2 && list->front().text() != nullptr;
}

Json::Json(std::initializer_list<JsonPart> parts) {
  if (!std::all_of(parts.begin(), parts.end(), [](const JsonPart& part) { return part.value().is_named_value(); })) {
    *this = array(parts);
    return;
  }
  Object& members = value_.emplace<Object>();
  members.reserve(parts.size());
  for (const JsonPart& part : parts) {
    Json pair = part.taken();
    List& both = std::get<List>(pair.value_);
    members.push_back({std::move(std::get<std::string>(both.front().value_)), std::move(both.back())});
  }
}

Json& Json::operator[](std::string_view name) {
  if (std::holds_alternative<std::nullptr_t>(value_)) value_.emplace<Object>();
  if (Json* there = find(name)) return *there;
  return std::get<Object>(value_).emplace_back(std::string(name), Json()).second;
}

const Json* Json::find(std::string_view name) const noexcept {
  const Object* members = std::get_if<Object>(&value_);
  if (members == nullptr) return nullptr;
  const auto found = std::find_if(members->begin(), members->end(), [&](const Member& member) { return member.first == name; });
  return found == members->end() ? nullptr : &found->second;
}
Json* Json::find(std::string_view name) noexcept { return const_cast<Json*>(std::as_const(*this).find(name)); }

void Json::push_back(Json item) {
  if (std::holds_alternative<std::nullptr_t>(value_)) value_.emplace<List>();
  std::get<List>(value_).push_back(std::move(item));
}

void Json::update(Json members) {
  for (Member& member : std::get<Object>(members.value_)) (*this)[member.first] = std::move(member.second);
}

std::vector<Json>::const_iterator Json::begin() const noexcept {
  const List* list = std::get_if<List>(&value_);
  return list == nullptr ? List::const_iterator{} : list->begin();
}
std::vector<Json>::const_iterator Json::end() const noexcept {
  const List* list = std::get_if<List>(&value_);
  return list == nullptr ? List::const_iterator{} : list->end();
}
std::size_t Json::size() const noexcept {
  if (const List* list = std::get_if<List>(&value_)) return list->size();
  const Object* members = std::get_if<Object>(&value_);
  return members == nullptr ? 0 : members->size();
}

// ------------------------------------------------------------------------------------------------------------ to text and back

void Json::write(std::string& to, std::size_t indent) const {
  // As deep as what is put together here, which is what our own formats are.
  const auto each = [&](const auto& all, char opens, char closes, auto one) {
    to += opens;
    for (const auto& item : all) {
      if (&item != &all.front()) to += ',';
      to.append(1, '\n').append(indent + 2, ' ');
      one(item);
    }
    if (!all.empty()) to.append(1, '\n').append(indent, ' ');
    to += closes;
  };
  if (const auto* list = std::get_if<List>(&value_)) {
    each(*list, '[', ']', [&](const Json& item) { item.write(to, indent + 2); });
  } else if (const auto* members = std::get_if<Object>(&value_)) {
    each(*members, '{', '}', [&](const Member& member) {
      write_text(to, member.first);
      to += ": ";
      member.second.write(to, indent + 2);
    });
  } else if (const std::string* of_text = text()) {
    write_text(to, *of_text);
  } else if (const auto* number = std::get_if<std::int64_t>(&value_)) {
    to += std::to_string(*number);
  } else if (const bool* truth = std::get_if<bool>(&value_)) {
    to += *truth ? "true" : "false";
  } else {
    to += "null";
  }
}

std::string Json::written() const {
  std::string all;
  write(all, 0);
  return all;
}

Json Json::of(const JsonTree& tree, std::uint32_t at) {
  const JsonTree::Node& node = tree[at];
  switch (node.kind) {
    case JsonTree::Kind::nothing: return {};
    case JsonTree::Kind::boolean: return node.truth;
    case JsonTree::Kind::text: return node.text;
    case JsonTree::Kind::number: {
      std::int64_t number = 0;
      const auto [end, error] = std::from_chars(node.text.data(), node.text.data() + node.text.size(), number);
      if (error != std::errc{} || end != node.text.data() + node.text.size()) throw std::invalid_argument("no whole number: " + node.text);
      return number;
    }
    case JsonTree::Kind::list: {
      Json json = array();
      for (std::uint32_t child = node.first; child != 0; child = tree[child].next) json.push_back(of(tree, child));
      return json;
    }
    case JsonTree::Kind::object: {
      Json json = object();
      for (std::uint32_t child = node.first; child != 0; child = tree[child].next) json[tree[child].key] = of(tree, child);
      return json;
    }
  }
  return {};
}

Json Json::parse(std::string_view written) {
  JsonTree tree;
  if (!tree.read(written, {.values = 4'000'000, .depth = 64, .fields = 10'000}).empty()) throw std::invalid_argument("not JSON");
  return of(tree, 0);
}

}  // namespace fleks
