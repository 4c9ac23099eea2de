#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace fleks {

/// One value of an enumeration and the word it has wherever it is written or read.
template <class Value>
struct Named {
  Value value;            ///< the value
  std::string_view word;  ///< its word, parts joined by `-`
};

/// The words of an enumeration: its own name, and each value's. The first value is the one that holds when none is said.
template <class Value, std::size_t count>
struct Names {
  std::string_view id;        ///< the enumeration's name in files, parts joined by `_`
  Named<Value> words[count];  ///< each value once, in the order of the enumeration
};

/// What an enumeration without words has.
struct Unnamed {};

/// The words of an enumeration; each enumeration that is read or written has its own. Example: `names<RoundTo>`.
template <class Value>
inline constexpr Unnamed names{};

/// The word of a value. Example: `word_of(RatesOf::subsidy_month)` is `subsidy-month`.
template <class Value>
[[nodiscard]] constexpr std::string_view word_of(Value value) noexcept {
  for (const Named<Value>& each : names<Value>.words)
    if (each.value == value) return each.word;
  return {};
}

/// The value of a word, or nothing. Example: `named<RatesOf>("wage-month")`.
template <class Value>
[[nodiscard]] constexpr std::optional<Value> named(std::string_view word) noexcept {
  for (const Named<Value>& each : names<Value>.words)
    if (each.word == word) return each.value;
  return std::nullopt;
}

}  // namespace fleks
