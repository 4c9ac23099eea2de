#pragma once

#include <span>
#include <string>

#include <fleks/analysis/bounds.hpp>
#include <fleks/words/bounds.hpp>

#include "words/steps_json.hpp"

// What bounds of every kind say alike.

namespace fleks {

/// `{amount: {from, to}}`.
[[nodiscard]] Json bounds_json(std::span<const AmountBounds> amounts);
/// `[{fact, worth, from, to, starts_at, stops_at}]`.
[[nodiscard]] Json decides_json(std::span<const DecidingFact> decides);

/// A count of a fact as decimal text, and with its unit. Example: `30872.00`, `30.872,00 kr.`.
[[nodiscard]] std::string count_text(const FactRange& range, std::int64_t count);
[[nodiscard]] std::string count_in_words(const FactRange& range, std::int64_t count, Language language);
/// A name of a fact as it is in the middle of a sentence.
[[nodiscard]] std::string within_sentence(std::string name, Language language);
/// What a fact of that name is worth, and between which of its values, as a line.
[[nodiscard]] std::string what_decides(const DecidingFact& fact, const std::string& name, const char* the_result, Language language);
/// The heading over the facts that are not known, and over what decides.
[[nodiscard]] const char* heading_of_not_known(Language language) noexcept;
[[nodiscard]] const char* heading_of_decides(Language language) noexcept;
/// A line of a table of amounts: least and most, or that both are the same.
[[nodiscard]] std::string bounds_heading(std::string title, Language language);
[[nodiscard]] std::string bounds_line(std::string_view amount, const Exact& from, const Exact& to, Language language);

/// The facts with their ranges, under a heading.
[[nodiscard]] std::string not_known(std::span<const DecidingFact> facts, Language language);
/// What each of them is worth, under a heading. `the_result` in the language: `tilskuddet`.
[[nodiscard]] std::string what_decides(std::span<const DecidingFact> facts, const char* the_result, Language language);

}  // namespace fleks
