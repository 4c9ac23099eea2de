#include "text/json_tree.hpp"

#include <algorithm>
#include <utility>

#include "text/nlohmann.hpp"

#include "text/utf8.hpp"

namespace fleks {

/// Takes what the parser of nlohmann-json reports. The parser works without recursion, and a `false` stops it.
class JsonEvents {
 public:
  using Parser = nlohmann::json;
  JsonEvents(JsonTree& tree, std::string_view text, const JsonTree::Limits& limits, std::vector<Error>& errors)
      : tree_(tree), text_(text), limits_(limits), errors_(errors) {}

  bool null() { return add(JsonTree::Kind::nothing, {}); }
  bool boolean(bool truth) {
    if (!add(JsonTree::Kind::boolean, truth ? "true" : "false")) return false;
    tree_.nodes_.back().truth = truth;
    return true;
  }
  bool number_integer(Parser::number_integer_t value) { return add(JsonTree::Kind::number, std::to_string(value)); }
  bool number_unsigned(Parser::number_unsigned_t value) { return add(JsonTree::Kind::number, std::to_string(value)); }
  bool number_float(Parser::number_float_t, const std::string& as_written) { return add(JsonTree::Kind::number, as_written); }
  bool string(std::string& value) { return add(JsonTree::Kind::text, std::move(value)); }
  bool binary(Parser::binary_t&) { return false; }
  bool key(std::string& name) {
    const std::uint32_t object = open_.back();
    if (tree_.nodes_[object].count >= limits_.fields) return too_many(tree_.path(object), limits_.fields);
    for (std::uint32_t at = tree_.nodes_[object].first; at != 0; at = tree_.nodes_[at].next)
      if (tree_.nodes_[at].key == name) {
        // Named and read on: the file may have more that is wrong.
        if (errors_.size() >= JsonTree::most_errors) return false;
        errors_.push_back({.code = ErrorCode::duplicate, .field = tree_.path(at), .given = name});
        again_ = true;
        break;
      }
    key_ = std::move(name);
    return true;
  }
  bool start_object(std::size_t) { return open(JsonTree::Kind::object); }
  bool start_array(std::size_t) { return open(JsonTree::Kind::list); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t position, const std::string& last, const nlohmann::detail::exception&) {
    const auto before = text_.substr(0, std::min(position, text_.size()));
    errors_.push_back(
        {.code = ErrorCode::not_json, .given = last.substr(0, 60), .line = 1 + std::count(before.begin(), before.end(), '\n')});
    return false;
  }

 private:
  bool add(JsonTree::Kind kind, std::string text) {
    auto& nodes = tree_.nodes_;
    if (nodes.size() == limits_.values) return too_many(tree_.path(open_.back()), limits_.values);
    const auto at = static_cast<std::uint32_t>(nodes.size());
    auto& node = nodes.emplace_back();
    node.kind = kind;
    node.text = std::move(text);
    node.taken = std::exchange(again_, false);  // what is given twice is known, and said already
    if (open_.empty()) return true;
    auto& parent = nodes[open_.back()];
    node.parent = open_.back();
    node.index = parent.count++;
    node.key = std::move(key_);
    key_.clear();
    if (parent.last == 0)
      parent.first = at;
    else
      nodes[parent.last].next = at;
    parent.last = at;
    return true;
  }
  bool open(JsonTree::Kind kind) {
    if (open_.size() >= limits_.depth) return too_deep();
    if (!add(kind, {})) return false;
    open_.push_back(static_cast<std::uint32_t>(tree_.nodes_.size() - 1));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }
  bool too_many(std::string field, std::size_t most) {
    errors_.push_back({.code = ErrorCode::too_many, .field = std::move(field), .allowed = AtMost{most}});
    return false;
  }
  bool too_deep() {
    errors_.push_back({.code = ErrorCode::too_deep,
                       .field = key_.empty() ? tree_.path(open_.back()) : tree_.path(open_.back(), key_),
                       .given = std::to_string(limits_.depth)});
    return false;
  }

  JsonTree& tree_;
  std::string_view text_;
  const JsonTree::Limits& limits_;
  std::vector<Error>& errors_;
  std::vector<std::uint32_t> open_{};
  std::string key_{};
  bool again_ = false;
};

std::vector<Error> JsonTree::read(std::string_view json, const Limits& limits) {
  nodes_.clear();
  if (json.size() > most_bytes)
    return {{.code = ErrorCode::too_large, .given = std::to_string(json.size()) + " B", .allowed = AtMost{most_bytes}}};
  // The parser would take a NUL for the end, and leave what follows it unread.
  if (const std::size_t bad = text_until(json); bad != json.size())
    return {{.code = ErrorCode::not_text,
             .given = text_about(json, bad),
             .line = 1 + std::count(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(bad), '\n')}};
  std::vector<Error> errors;
  JsonEvents events(*this, json, limits, errors);
  const bool whole = JsonEvents::Parser::sax_parse(json.begin(), json.end(), &events);
  // The events name what is wrong; should they ever not, no half of a file is computed.
  if (!whole && errors.empty()) errors.push_back({.code = ErrorCode::not_json});
  return errors;
}

std::string JsonTree::path(std::uint32_t at) const {
  if (at == 0) return {};
  const Node& node = nodes_[at];
  std::string above = path(node.parent);  // as deep as the file, at most
  if (nodes_[node.parent].kind == Kind::list) return above + "[" + std::to_string(node.index) + "]";
  return above.empty() ? node.key : above + "." + node.key;
}

std::string JsonTree::path(std::uint32_t object, std::string_view field) const {
  std::string above = path(object);
  return above.empty() ? std::string(field) : above + "." + std::string(field);
}

}  // namespace fleks
