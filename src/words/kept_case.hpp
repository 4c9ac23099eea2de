#pragma once

#include <string>

#include <fleks/words/verification.hpp>

// What a kept result of a case was asked, as it is needed to compute the case again.

namespace fleks {

/// What a kept case was asked, and the texts it was computed from, which are those of the `Given`.
struct AskedOfCase {
  CaseToKeep asked{};
  const std::string* text = nullptr;
  const std::string* rates = nullptr;
};
/// Errors: a result of another task, a fact that is none of a case's, or a file that is not there.
[[nodiscard]] Result<AskedOfCase> asked_of(const Given& given);

}  // namespace fleks
