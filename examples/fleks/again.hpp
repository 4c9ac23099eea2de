#pragma once

#include <fleks/rates/rate_table.hpp>
#include <fleks/words/verification.hpp>

#include "command.hpp"

// From a run to what it was given, and back.

namespace program {

/// What a task was given, as its result keeps it. How the result is written is no part of it.
[[nodiscard]] fleks::Given given(std::string_view task, const Arguments& arguments);

/// A task to be run again.
struct Again {
  const Command* command = nullptr;
  Arguments arguments;
};
/// Stops when the program has no such task, or the task no such fact.
[[nodiscard]] Again again(const fleks::Given& given);

/// The result of a task that was kept, computed now: with the rates of `today` (none: the embedded ones), or with `own_rates` above them.
[[nodiscard]] fleks::KeptResult computed_again(const fleks::Given& given, const fleks::RateTable* today = nullptr,
                                               std::string own_rates = {});
/// A kept result held against the same computed now. Stops where it cannot be.
[[nodiscard]] fleks::Verification verified(fleks::KeptResult kept, const fleks::RateTable* today = nullptr);

}  // namespace program
