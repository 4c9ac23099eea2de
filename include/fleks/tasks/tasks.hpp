#pragma once

#include <string>
#include <string_view>

#include <fleks/errors/result.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/words/verification.hpp>

namespace fleks {

/// What a task gives, asked by its name: `audit`, `ceiling`, `holiday`, `hours`, `housing`, `ledighedsydelse`, `month`, `municipality`,
/// `rates`, `rules`, `self-employed` or `tax`. A case is `kept_case`'s.
///
/// `asked` is JSON: what a result has in its member `facts`, as `{"task": "month", "language": "da", "given": {"month": "2024-03",
/// "am_income": "15600"}}`; `form` is a choice of the task's `format`. No file is read: what a task takes of one stands in `files`.
/// Errors: an unknown task or fact, named as a fact (`given.am_income`), and those of the task itself.
/// Example: of those facts, in form `json`, the result's `fleksloentilskud` is 15272.00.
[[nodiscard]] Result<std::string> task_result(std::string_view asked, std::string_view form, const RateTable& today);

/// A kept result of any task, or its record, computed again by `today`: rates that the result was given as a file of its own count above
/// them.
///
/// Errors: no kept result, or one of a task that is not known here; facts that the task no longer takes. Example: a record of today is
/// the same; with one amount changed it differs, and `changed` names `result`.
[[nodiscard]] Result<Verification> verified_result(std::string_view json, const RateTable& today);

}  // namespace fleks
