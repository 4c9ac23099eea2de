#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/json_tree.hpp"

namespace fleks {

/// A text as JSON writes it, in quotation marks: only what must be escaped is (RFC 8785).
[[nodiscard]] std::string json_string(std::string_view text);

/// A node in the one form that every writer gives: members in the order of their names' bytes, no space, numbers as they were
/// written. `without` is a member of the node itself that is left out.
[[nodiscard]] std::string canonical_json(const JsonTree& tree, std::uint32_t at, std::string_view without = {});

/// A node on lines of its own, two letters further in at each level, in the order in which it was read. `indent` is that of the
/// line on which it begins.
[[nodiscard]] std::string indented_json(const JsonTree& tree, std::uint32_t at, std::size_t indent);

}  // namespace fleks
