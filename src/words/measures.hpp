#pragma once

#include <cstddef>
#include <string>

#include <fleks/words/worth_in_words.hpp>

#include "words/steps_json.hpp"

// What the curve's outputs say of EMTR, PTR and replacement rate.

namespace fleks {

[[nodiscard]] Json measures_json(const WorthOfHours& worth, std::size_t row);
[[nodiscard]] std::string measures_csv_heading();
[[nodiscard]] std::string measures_csv(const WorthOfHours& worth, std::size_t row);

}  // namespace fleks
