#pragma once

#include <optional>

#include <fleks/errors/error.hpp>

namespace fleks {

/// What is wrong with a value that has to lie from zero to a most, or nothing.
template <class Value>
[[nodiscard]] std::optional<Error> bounded(Field field, Value value, Value most) {
  const bool negative = value < Value{};
  if (!negative && value <= most) return std::nullopt;
  return Error{.code = negative ? ErrorCode::negative : ErrorCode::too_large,
               .field = std::move(field),
               .given = to_text(value),
               .allowed = Range{Value{}, most}};
}

}  // namespace fleks
