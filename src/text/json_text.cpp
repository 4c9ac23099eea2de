#include "text/json_text.hpp"

#include <algorithm>
#include <vector>

namespace fleks {
namespace {

using Node = JsonTree::Node;
using Kind = JsonTree::Kind;

std::vector<std::uint32_t> members(const JsonTree& tree, std::uint32_t at) {
  std::vector<std::uint32_t> all;
  all.reserve(tree[at].count);
  for (std::uint32_t child = tree[at].first; child != 0; child = tree[child].next) all.push_back(child);
  return all;
}

/// What has nothing in it.
std::string scalar(const Node& node) {
  switch (node.kind) {
    case Kind::nothing: return "null";
    case Kind::boolean: return node.truth ? "true" : "false";
    case Kind::text: return json_string(node.text);
    case Kind::list: return "[]";
    case Kind::object: return "{}";
    case Kind::number: break;
  }
  return node.text;
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (byte < 0x20)
          out.append("\\u00").append(1, "01"[byte >> 4]).append(1, "0123456789abcdef"[byte & 0xFU]);
        else
          out += c;
    }
  }
  return out + '"';
}

std::string canonical_json(const JsonTree& tree, std::uint32_t at, std::string_view without) {
  const Node& node = tree[at];
  if (node.kind != Kind::list && node.kind != Kind::object) return scalar(node);
  const bool object = node.kind == Kind::object;
  auto all = members(tree, at);
  if (object) std::ranges::sort(all, {}, [&](std::uint32_t child) -> const std::string& { return tree[child].key; });
  std::string out(1, object ? '{' : '[');
  for (const std::uint32_t child : all) {
    if (object && !without.empty() && tree[child].key == without) continue;
    if (out.size() > 1) out += ',';
    if (object) out += json_string(tree[child].key) + ':';
    out += canonical_json(tree, child);  // as deep as the text, which the reader limits
  }
  return out + (object ? '}' : ']');
}

std::string indented_json(const JsonTree& tree, std::uint32_t at, std::size_t indent) {
  const Node& node = tree[at];
  if (node.count == 0) return scalar(node);
  const bool object = node.kind == Kind::object;
  std::string out(1, object ? '{' : '[');
  for (std::uint32_t child = node.first; child != 0; child = tree[child].next) {
    if (out.size() > 1) out += ',';
    out += '\n' + std::string(indent + 2, ' ');
    if (object) out += json_string(tree[child].key) + ": ";
    out += indented_json(tree, child, indent + 2);
  }
  return out + '\n' + std::string(indent, ' ') + (object ? '}' : ']');
}

}  // namespace fleks
