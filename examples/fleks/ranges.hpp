#pragma once

#include <vector>

#include <fleks/analysis/bounds.hpp>

#include "command.hpp"

// `?` and `A..B` for facts of a month that are not known.

namespace program {

/// Takes the ranges out of the options: each such option is left with the least it may be, so that the rest can be read as it stands.
[[nodiscard]] std::vector<fleks::FactRange> take_ranges(Arguments& arguments);

}  // namespace program
