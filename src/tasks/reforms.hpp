#pragma once

#include <fleks/reading/reform.hpp>

#include "tasks/task.hpp"

// Reforms that several subcommands read from `reform`.

namespace fleks::tasks {

[[nodiscard]] Option reform_option(bool repeatable);
/// The reforms of every `reform`, in the order given. Stops on what is wrong in one, with its file and path.
[[nodiscard]] std::vector<Reform> read_reforms(const Arguments& arguments);
/// What the reform changes, in one line: its title, the rates and the rules.
[[nodiscard]] std::string in_words(const Reform& reform, Language language);

}  // namespace fleks::tasks
