#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/error.hpp>

namespace fleks {

/// A JSON text as a tree in which a number keeps its text. Reading stops at the first thing that is not JSON, that
/// is too deep, or that no file of ours can be.
class JsonTree {
 public:
  enum class Kind : std::uint8_t { nothing, boolean, number, text, list, object };
  struct Node {
    Kind kind = Kind::nothing;
    bool truth = false;
    bool taken = false;  // a reader has asked for it
    std::uint32_t parent = 0, first = 0, next = 0, last = 0, count = 0, index = 0;
    std::string key{};
    std::string text{};  // of a number or a string
  };
  /// What a file of ours can be.
  struct Limits {
    std::size_t values, depth, fields;  // in all, nested, in one object
  };
  static constexpr std::size_t most_bytes = 16'000'000, most_errors = 100;

  /// The errors found while reading, if any; then there is no tree, unless all of them are of fields that are given twice.
  std::vector<Error> read(std::string_view json, const Limits& limits);

  [[nodiscard]] Node& operator[](std::uint32_t at) noexcept { return nodes_[at]; }
  [[nodiscard]] const Node& operator[](std::uint32_t at) const noexcept { return nodes_[at]; }
  /// Where a node stands. Example: `employments[1].ceilings[0].from`.
  [[nodiscard]] std::string path(std::uint32_t at) const;
  [[nodiscard]] std::string path(std::uint32_t object, std::string_view field) const;

 private:
  friend class JsonEvents;
  std::vector<Node> nodes_{};
};

}  // namespace fleks
