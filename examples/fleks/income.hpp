#pragma once

#include <string>
#include <vector>

#include <fleks/reading/income_case.hpp>
#include <fleks/reading/income_register.hpp>

#include "command.hpp"

// What the two ways of `fleks income` share.

namespace program {

/// The answer of a file, read as it comes; stops with what is wrong in it.
[[nodiscard]] fleks::RegisterAnswer read_answer(const std::string& path);
/// What the options say beside the answer.
[[nodiscard]] fleks::IncomeChoices income_choices(const Arguments& a);
/// A folder of answers: see `--batch`.
[[nodiscard]] int income_batch(const Arguments& a, Output& out, Files& files);

/// The case of one person, checked, with its text.
struct MadeCase {
  fleks::IncomeCase made;
  fleks::CheckedCase checked;
  std::string text;
};
/// Stops with what the case cannot have; `old` is the text of the case that is extended, or empty.
[[nodiscard]] MadeCase make_case(const fleks::RegisterPerson& person, const fleks::IncomeChoices& choices, const std::string& old,
                                 const std::string& old_path, fleks::Language language);

}  // namespace program
