#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "text/json_tree.hpp"

namespace fleks {

/// The fields of a file of ours: each is asked for by its name, and every fault is told with the path of its field. A field that nobody
/// asked for is one of them.
class JsonFields {
 protected:
  using Kind = JsonTree::Kind;
  using At = std::uint32_t;  // 0: not there

  explicit JsonFields(JsonTree& tree) noexcept : tree_(tree) {}
  JsonFields(const JsonFields&) = delete;
  ~JsonFields() = default;

  virtual void complain(Error error) = 0;
  void wrong(ErrorCode code, At at, Allowed allowed);
  void wrong_type(At at, Allowed allowed) { wrong(ErrorCode::wrong_type, at, std::move(allowed)); }
  void missing(At object, std::string_view field, Allowed allowed = {});

  /// The field, marked as known; 0 when it is absent or null.
  [[nodiscard]] At find(At object, std::string_view field);
  /// The field is known, and what it says is for people.
  void take(At object, std::string_view field) { static_cast<void>(find(object, field)); }
  [[nodiscard]] At required(At object, std::string_view field, Allowed allowed = {});
  /// Complains of every field that nobody asked for.
  void no_other_fields(At object);

  JsonTree& tree_;
};

}  // namespace fleks
