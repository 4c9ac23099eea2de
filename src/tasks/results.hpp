#pragma once

#include <optional>
#include <utility>

#include <fleks/errors/result.hpp>
#include <fleks/values/money.hpp>

#include "tasks/task.hpp"

// What every benefit's subcommand does with its result.

namespace fleks::tasks {

/// The value, or a stop; where a rate is what is missing it says what was asked, as `month 2030-01`.
template <class T>
T computed(Result<T> result, const std::string& of_what) {
  if (result) return *std::move(result);
  const ErrorCode code = result.error().code;
  const bool of_the_date = code == ErrorCode::no_rate || code == ErrorCode::rate_is_missing;
  throw Stop{std::move(result).error(), of_the_date ? asked(of_what) : Field{}};
}

/// Says how the result differs from `expect`: with the text, or beside the JSON. The exit code.
[[nodiscard]] int compare(std::optional<Money> expected, Money result, bool json, Language language, Output& out);

}  // namespace fleks::tasks
