#pragma once

#include <vector>

#include <fleks/analysis/table.hpp>

#include "command.hpp"

// How the answer to a table is written.

namespace program {

/// The form of a table's answer: that of the table, but for what the options say.
[[nodiscard]] fleks::TableForm read_form(const Arguments& arguments, fleks::TableForm of_the_table);
/// Those options.
[[nodiscard]] std::vector<Option> form_options();

}  // namespace program
