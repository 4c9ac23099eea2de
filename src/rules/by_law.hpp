#pragma once

#include <array>
#include <cstddef>
#include <iterator>

#include <fleks/facts/names.hpp>
#include <fleks/rules/rule.hpp>

#include "rules/dated_readings.hpp"

// What the law of a month says where an option is left to it: rules.csv has the reading of each period.

namespace fleks::law {
namespace detail {

template <class Choice>
struct Reading {
  Rule rule{};
  Month first{};
  Choice choice{};
};

template <class Choice>
constexpr std::size_t reading_count() {
  std::size_t count = 0;
  for (const DatedReading& each : dated_readings)
    if (each.option == names<Choice>.id) ++count;
  return count;
}

/// The readings of one option as values; a word that the option does not have does not compile.
template <class Choice>
inline constexpr auto readings = [] {
  std::array<Reading<Choice>, reading_count<Choice>()> found{};
  std::size_t count = 0;
  for (const DatedReading& each : dated_readings)
    if (each.option == names<Choice>.id) found[count++] = {each.rule, each.first, named<Choice>(each.word).value()};
  return found;
}();

}  // namespace detail

/// The option, or when it is left to the law the reading of the rule's period; before the first period that one's.
/// Example: FLT-14 rounds to `oere` for April 2014 and to `krone` for May 2014.
template <class Choice>
[[nodiscard]] constexpr Choice by_law(Choice option, Rule rule, Month month) noexcept {
  static_assert(detail::reading_count<Choice>() > 0, "rules.csv has no reading of this option");
  if (option != Choice::by_law) return option;
  // From the newest back: today's month meets its reading first.
  const auto& all = detail::readings<Choice>;
  for (std::size_t at = all.size(); at-- > 0;) {
    if (all[at].rule != rule) continue;
    option = all[at].choice;
    if (all[at].first <= month) break;
  }
  return option;
}

}  // namespace fleks::law
