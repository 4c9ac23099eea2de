#pragma once

#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>

#include "tasks/task.hpp"

// One month's facts and choices, for the subcommands that judge a month.

namespace fleks::tasks {

/// The facts of `month` and the options that go with it; stops where they cannot be.
[[nodiscard]] MonthFacts read_month_facts(const Arguments& arguments);
[[nodiscard]] Options read_month_options(const Arguments& arguments);
/// All these options with `rates`, and then those of the subcommand's own.
[[nodiscard]] std::vector<Option> month_options(const std::vector<Option>& more);

}  // namespace fleks::tasks
