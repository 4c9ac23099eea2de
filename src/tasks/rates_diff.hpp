#pragma once

#include <string>

#include <fleks/rates/rate_table.hpp>

#include "tasks/task.hpp"

// What a reader of a rates file looks at before it is used.

namespace fleks::tasks {

/// The table of a file: of one that has every rate the table itself, of another the built-in one with its rows added.
[[nodiscard]] RateTable whole_table(const Arguments& a, std::string_view option, const std::string& path);

/// Where two tables have other values, a line for each rate and period; as JSON a list.
[[nodiscard]] std::string differences(const RateTable& from, const RateTable& to, Language language, bool json);

/// A line for each row of a file that looks wrong though it may be right.
[[nodiscard]] std::string warnings(const std::string& csv, const std::string& path, const Arguments& arguments);

}  // namespace fleks::tasks
