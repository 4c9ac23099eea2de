#pragma once

#include <optional>
#include <string>

#include <fleks/rules/step.hpp>
#include <fleks/statement/holiday_statement.hpp>
#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/self_employed_grant.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// The class as the program writes it. Example: `low_provider`.
[[nodiscard]] std::string_view to_text(BenefitClass benefit_class) noexcept;

/// A month's ledighedsydelse as JSON, in the manner of a month's subsidy; `rates` are those of the month.
[[nodiscard]] std::string to_json(const LedighedsydelseStatement& statement, const Trace& trace, const RatesOnDate& rates,
                                  Language language, std::optional<Money> expected = std::nullopt);
/// The same as a text: each step a line with its rule, then the result. Ends with a line break.
[[nodiscard]] std::string breakdown(const LedighedsydelseStatement& statement, const Trace& trace, const RatesOnDate& rates,
                                    Language language);

/// A ceiling from its parts.
[[nodiscard]] std::string ceiling_json(const Exact& ceiling, const Trace& trace, const RatesOnDate& rates, Language language);
/// The same as a text.
[[nodiscard]] std::string ceiling_breakdown(const Exact& ceiling, const Trace& trace, const RatesOnDate& rates, Language language);

/// Holiday earned; `rates` are those of the last day.
[[nodiscard]] std::string to_json(const HolidayFacts& facts, const HolidayStatement& statement, const Trace& trace,
                                  const RatesOnDate& rates, Language language);
/// The same as a text.
[[nodiscard]] std::string breakdown(const HolidayFacts& facts, const HolidayStatement& statement, const Trace& trace,
                                    const RatesOnDate& rates, Language language);

/// The self-employed's grant; `rates` are those of 1 January.
[[nodiscard]] std::string to_json(const SelfEmployedGrant& grant, const Trace& trace, const RatesOnDate& rates, Language language,
                                  std::optional<Money> expected = std::nullopt);
/// The same as a text.
[[nodiscard]] std::string breakdown(const SelfEmployedGrant& grant, const Trace& trace, const RatesOnDate& rates, Language language);

}  // namespace fleks
