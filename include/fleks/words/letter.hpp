#pragma once

#include <optional>
#include <string>

#include <fleks/errors/result.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// A letter as plain text, or as one HTML page that needs no other file and prints on one sheet.
enum class LetterForm : std::uint8_t { text, html };

/// The citizen's letter about a month: what was earned, what that means for the benefit and why, what is paid out,
/// what changed since the month before, where to complain, and the paragraphs. Made from the month's own amounts.
///
/// From what was known at `as_of` (all that is known when not given). Errors as `case_statement`, and
/// `out_of_range` when the month is not one of the case's.
[[nodiscard]] Result<std::string> letter(const CheckedCase& facts, const RateTable& rates, Month month, std::optional<Date> as_of,
                                         Language language, LetterForm form = LetterForm::text);
/// The same of a case that has not been looked through.
[[nodiscard]] Result<std::string> letter(const Case& facts, const RateTable& rates, Month month, std::optional<Date> as_of,
                                         Language language, LetterForm form = LetterForm::text);

}  // namespace fleks
