#pragma once

#include <optional>
#include <string>

#include <fleks/statement/ceiling_statement.hpp>
#include <fleks/statement/holiday_statement.hpp>
#include <fleks/statement/housing_statement.hpp>
#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/self_employed_grant.hpp>
#include <fleks/statement/tax_statement.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// The class as the program writes it. Example: `low_provider`.
[[nodiscard]] std::string_view to_text(BenefitClass benefit_class) noexcept;

// Each benefit in the manner of a month's subsidy: `breakdown` is a text, each step a line with its rule and then the result;
// `to_json` is JSON that begins with `fleks`, amounts as decimal text, and ends with `steps`. Both end with a line break. With
// `expected` also that and the difference, computed less expected.

/// A month's ledighedsydelse.
[[nodiscard]] std::string breakdown(const Explained<LedighedsydelseStatement>& month, Language language);
/// The same as JSON.
[[nodiscard]] std::string to_json(const Explained<LedighedsydelseStatement>& month, Language language,
                                  std::optional<Money> expected = std::nullopt);

/// A ceiling from its parts.
[[nodiscard]] std::string breakdown(const Explained<CeilingStatement>& ceiling, Language language);
/// The same as JSON.
[[nodiscard]] std::string to_json(const Explained<CeilingStatement>& ceiling, Language language);

/// Holiday earned in a period.
[[nodiscard]] std::string breakdown(const Explained<HolidayStatement>& earned, Language language);
/// The same as JSON.
[[nodiscard]] std::string to_json(const Explained<HolidayStatement>& earned, Language language);

/// The self-employed's grant of a year.
[[nodiscard]] std::string breakdown(const Explained<SelfEmployedGrant>& year, Language language);
/// The same as JSON.
[[nodiscard]] std::string to_json(const Explained<SelfEmployedGrant>& year, Language language,
                                  std::optional<Money> expected = std::nullopt);

/// Housing benefit of a month.
[[nodiscard]] std::string breakdown(const Explained<HousingStatement>& year, Language language);
/// The same as JSON.
[[nodiscard]] std::string to_json(const Explained<HousingStatement>& year, Language language);

/// The tax of a year; `total` is AM-bidrag and tax in whole kroner (SKAT-5).
[[nodiscard]] std::string breakdown(const Explained<TaxStatement>& year, Language language);
/// The same as JSON.
[[nodiscard]] std::string to_json(const Explained<TaxStatement>& year, Language language);

}  // namespace fleks
