#pragma once

#include "command.hpp"

namespace program {

/// fleks case --batch FOLDER --rates NEW --against OLD: which months of which cases another table of rates changes, and by how much.
/// The exit code: 1 when a case could not be read or computed.
[[nodiscard]] int impact_of_rates(const Arguments& arguments, Output& out);

}  // namespace program
