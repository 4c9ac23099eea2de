#pragma once

#include <optional>
#include <string>

#include <fleks/analysis/correction.hpp>
#include <fleks/errors/result.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/history/case_statement.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// Example: `indkomstregisteret`.
[[nodiscard]] std::string_view in_words(FactSource source, Language language) noexcept;
/// What the citizen lives on. Example: `ledighedsydelse`.
[[nodiscard]] std::string_view in_words(Living living, Language language) noexcept;
/// Why a fact does not count in a month (FLT-25). Example: `den faktiske løn er kendt`.
[[nodiscard]] std::string_view in_words(Counts counts, Language language) noexcept;
/// A fact with where it comes from and when it became known.
/// Example: `Løn 1. februar 2024 - 29. februar 2024, Brugsen: 7.000,00 kr. (indkomstregisteret, kendt 29. februar 2024)`.
[[nodiscard]] std::string in_words(const Case& facts, const FactUsed& used, Language language);

/// The case as a text, a statement a month: days, amounts by rule, holiday, and where each fact comes from; with
/// `steps` also every step as a sentence. The statement must have been made with `explained` for facts and steps.
[[nodiscard]] std::string breakdown(const Case& facts, const CaseStatement& statement, const RateTable& rates, Language language,
                                    bool steps = false);
/// The same as JSON: amounts as decimal text, steps with rule, text, source and status.
[[nodiscard]] std::string to_json(const Case& facts, const CaseStatement& statement, const RateTable& rates, Language language);

/// The correction as a text: per month and rule what was paid, what was due, the difference, and why.
[[nodiscard]] std::string breakdown(const Case& facts, const Correction& correction, Language language);
/// The same as JSON: amounts as decimal text; `rates` are those it was computed by.
[[nodiscard]] std::string to_json(const Case& facts, const Correction& correction, const RateTable& rates, Language language);

}  // namespace fleks
