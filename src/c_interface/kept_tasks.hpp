#pragma once

#include <string>
#include <string_view>

#include <fleks/errors/result.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/words/verification.hpp>

namespace c_interface {

/// A kept result of any task, or its record, computed again by `today`. A result of a task but a case says what it was given by the
/// options of the program, and is computed by the program's own task.
[[nodiscard]] fleks::Result<fleks::Verification> verified(std::string_view json, const fleks::RateTable& today);

/// What a task of the program gives, but a case: `asked` is what a result has in its member `facts`, and `form` a choice of the task's
/// `--format`.
[[nodiscard]] fleks::Result<std::string> task_result(std::string_view asked, const char* form, const fleks::RateTable& today);

}  // namespace c_interface
