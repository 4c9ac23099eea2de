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

/// The facts with their ranges, under a heading.
[[nodiscard]] std::string not_known(std::span<const DecidingFact> facts, Language language);
/// What each of them is worth, under a heading. `the_result` in the language: `tilskuddet`.
[[nodiscard]] std::string what_decides(std::span<const DecidingFact> facts, const char* the_result, Language language);

}  // namespace fleks
