#pragma once

#include <fleks/reading/reform.hpp>

#include "command.hpp"

// Reforms that several subcommands read from --reform.

namespace program {

[[nodiscard]] Option reform_option(bool repeatable);
/// The reforms of every --reform, in the order given. Stops on what is wrong in one, with its file and path.
[[nodiscard]] std::vector<fleks::Reform> read_reforms(const Arguments& arguments);
/// What the reform changes, in one line: its title, the rates and the rules.
[[nodiscard]] std::string in_words(const fleks::Reform& reform, fleks::Language language);

}  // namespace program
