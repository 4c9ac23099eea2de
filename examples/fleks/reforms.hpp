#pragma once

#include <fleks/rules/reform.hpp>

#include "command.hpp"

// Reforms that several subcommands read from --reform.

namespace program {

[[nodiscard]] Option reform_option(bool repeatable);
/// The reforms of every --reform, in the order given. Stops on what is wrong in one, with its file and path.
[[nodiscard]] std::vector<fleks::Reform> read_reforms(const Arguments& arguments);

}  // namespace program
