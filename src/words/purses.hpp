#pragma once

#include <cstddef>
#include <string>

#include <fleks/words/worth_in_words.hpp>

#include "words/steps_json.hpp"

// What the curve's outputs say of the purses of municipality and state.

namespace fleks {

[[nodiscard]] Json purses_json(const WorthOfHours& worth, std::size_t row);
[[nodiscard]] std::string purses_csv_heading();
[[nodiscard]] std::string purses_csv(const WorthOfHours& worth, std::size_t row);

}  // namespace fleks
