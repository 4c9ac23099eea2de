#pragma once

#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/values/exact.hpp>

namespace fleks {

/// Whether every fact of the month can be. A few nanoseconds.
[[nodiscard]] bool is_possible(const MonthFacts& facts, const Month& wage_month, const Options& options) noexcept;
/// The first fact of the month that cannot be.
[[nodiscard]] Error what_is_wrong(const MonthFacts& facts, Month wage_month, const Options& options);
/// The first part of a ceiling that cannot be, or nothing.
[[nodiscard]] std::optional<Error> what_is_wrong(const Ceiling& ceiling);

/// FLT-3, FLT-7: tabt arbejdsfortjeneste and plejevederlag count from the subsidy of January 2024.
[[nodiscard]] constexpr bool care_income_counts(Month subsidy_month) noexcept {
  return subsidy_month >= std::chrono::year{2024} / std::chrono::January;
}

}  // namespace fleks
