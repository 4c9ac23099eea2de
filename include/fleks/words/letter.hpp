#pragma once

#include <optional>
#include <string>

#include <fleks/errors/result.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/statement/citizens_tax.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// A letter as plain text, or as one HTML page that needs no other file and prints on one sheet.
enum class LetterForm : std::uint8_t { text, html };

/// The letter to the citizen about a month: a decision (*afgørelse*) with its facts, calculation, ceiling, change since
/// what was decided last, duty to inform, complaint and rules (forvaltningsloven §§ 22-25); or, without a decision, what is
/// missing. A month that was decided before and is another now is the letter of its correction.
///
/// From what was known at `as_of` (all that is known when not given). What the case does not say of sender and receiver
/// stands as `[address]`, to be filled in. With `tax` it also says, as guidance that is no part of the decision, what the tax card
/// takes and what reaches the account, where it pays something out and is no correction. Errors as `case_statement`, and `out_of_range`
/// when the month is not one of the case's. Source: forvaltningsloven §§ 19, 22-25, 32 b; retssikkerhedsloven §§ 10-12, 66-67. Example: of
/// a month whose wage is not reported it is no decision, and names the wage and the employer.
[[nodiscard]] Result<std::string> letter(const CheckedCase& facts, const RateTable& rates, Month month, std::optional<Date> as_of,
                                         Language language, LetterForm form = LetterForm::text,
                                         const std::optional<CitizensTax>& tax = std::nullopt);
/// The same of a case that has not been looked through.
[[nodiscard]] Result<std::string> letter(const Case& facts, const RateTable& rates, Month month, std::optional<Date> as_of,
                                         Language language, LetterForm form = LetterForm::text,
                                         const std::optional<CitizensTax>& tax = std::nullopt);

/// The letter about months that are computed again, `first` to `last`: back pay; a hearing (*partshøring*) before anything
/// is recovered; once the citizen is heard (`Correspondence::hearings`) the decision on what is regulated in later months,
/// repaid or kept.
///
/// Errors as `correction`. Source: BEK-FLT § 3 stk. 4, § 4; LAB § 125; LAS § 91; forvaltningsloven § 19.
/// Example: a bonus for January to June, known in July, is first a hearing with the months' differences.
[[nodiscard]] Result<std::string> letter_of_correction(const CheckedCase& facts, const RateTable& rates, Month first, Month last,
                                                       std::optional<Date> as_of, Language language, LetterForm form = LetterForm::text);
/// The same of a case that has not been looked through.
[[nodiscard]] Result<std::string> letter_of_correction(const Case& facts, const RateTable& rates, Month first, Month last,
                                                       std::optional<Date> as_of, Language language, LetterForm form = LetterForm::text);

}  // namespace fleks
