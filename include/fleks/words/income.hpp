#pragma once

#include <string>
#include <string_view>

#include <fleks/reading/income_case.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// The case as the text of a case file. `old` is the text that was extended: every letter of it stays, what is new is put
/// in behind, and the last month is moved on; empty for a new case. Amounts are text with two decimals, a line break ends it.
/// Example: `read_case(case_text(made, old))` is `made.facts`.
[[nodiscard]] std::string case_text(const IncomeCase& made, std::string_view old = {});

/// What is asked, as a sentence. Example: `Er SE 12345678 fleksjobbet?`
[[nodiscard]] std::string in_words(const IncomeQuestion& question, Language language);
/// Why something of the answer is no fact of the case. Example: `er ikke løn`.
[[nodiscard]] std::string_view in_words(IncomeLeftOut::Why why, Language language) noexcept;

/// What was read of the register's answer, what is new in the case, what was left out and why, and the questions with their
/// places. Without the person's number.
[[nodiscard]] std::string breakdown(const IncomeCase& made, const RegisterAnswer& answer, Language language);

}  // namespace fleks
