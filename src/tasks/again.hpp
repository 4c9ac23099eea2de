#pragma once

#include <fleks/rates/rate_table.hpp>
#include <fleks/words/verification.hpp>

#include "tasks/task.hpp"

// From a run to what it was given, and back.

namespace fleks::tasks {

/// What a task was given, as its result keeps it. How the result is written is no part of it.
[[nodiscard]] Given given(const Command& task, const Arguments& arguments);

/// A task to be run again.
struct Again {
  const Command* command = nullptr;
  Arguments arguments;
};
/// Stops when none of the tasks is that, or it has no such fact.
[[nodiscard]] Again again(const Given& given, std::span<const Command> tasks);

/// The result of a task that was kept, computed now: with the rates of `today` (none: the embedded ones), or with `own_rates` above them.
[[nodiscard]] KeptResult computed_again(const Given& given, std::span<const Command> tasks, const RateTable* today = nullptr,
                                        std::string own_rates = {});
/// A kept result held against the same computed now. Stops where it cannot be.
[[nodiscard]] Verification verified(KeptResult kept, std::span<const Command> tasks, const RateTable* today = nullptr);

}  // namespace fleks::tasks
