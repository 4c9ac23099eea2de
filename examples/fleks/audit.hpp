#pragma once

#include "command.hpp"

namespace program {

/// fleks audit --batch FILE: each payment of a table. The exit code: 1 when one of them is not right.
[[nodiscard]] int audit_batch(const Arguments& arguments, const std::string& path, Output& said, Files& files);

}  // namespace program
