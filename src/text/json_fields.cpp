#include "text/json_fields.hpp"

namespace fleks {

void JsonFields::wrong(ErrorCode code, At at, Allowed allowed) {
  static constexpr const char* kinds[] = {"null", "true/false", "", "\"\"", "[]", "{}"};
  const auto& node = tree_[at];
  complain({.code = code,
            .field = tree_.path(at),
            .given = node.text.empty() ? kinds[static_cast<int>(node.kind)] : node.text.substr(0, 60),
            .allowed = std::move(allowed)});
}

void JsonFields::missing(At object, std::string_view field, Allowed allowed) {
  complain({.code = ErrorCode::missing_fact, .field = tree_.path(object, field), .allowed = std::move(allowed)});
}

JsonFields::At JsonFields::find(At object, std::string_view field) {
  for (At at = tree_[object].first; at != 0; at = tree_[at].next)
    if (tree_[at].key == field) {
      tree_[at].taken = true;
      return tree_[at].kind == Kind::nothing ? 0 : at;
    }
  return 0;
}

JsonFields::At JsonFields::required(At object, std::string_view field, Allowed allowed) {
  const At at = find(object, field);
  if (at == 0) missing(object, field, std::move(allowed));
  return at;
}

void JsonFields::no_other_fields(At object) {
  for (At at = tree_[object].first; at != 0; at = tree_[at].next)
    if (!tree_[at].taken) complain({.code = ErrorCode::unknown_field, .field = tree_.path(at), .given = tree_[at].key});
}

}  // namespace fleks
