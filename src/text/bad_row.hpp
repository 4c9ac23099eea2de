#pragma once

#include <cstddef>

#include <fleks/errors/error.hpp>

namespace fleks {

/// What is wrong with a line of so many fields where there have to be `columns`, or whose quotation marks are `broken`.
[[nodiscard]] Error bad_row(std::size_t fields, bool broken, std::size_t columns);

}  // namespace fleks
