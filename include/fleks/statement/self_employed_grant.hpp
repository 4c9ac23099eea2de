#pragma once

#include <fleks/facts/year_facts.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/statement/explained.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/values/money.hpp>

namespace fleks {

/// The grant to a self-employed person (*tilskud til selvstændigt erhvervsdrivende*), a year.
struct SelfEmployedGrant {
  using Facts = SelfEmployedFacts;  ///< what it is made from
  Exact maximum{};                  ///< the most a year
  Exact business_income{};          ///< computed income of the business a year
  Exact reduction{};                ///< a share of that and of other earned income, all of it: no second step
  Money grant{};                    ///< a year, rounded once, half up, to øre
  Money a_month{};                  ///< 1/12 of it, paid a month, half up to øre
};

/// The yearly grant of an approved self-employed person: the maximum less a share of the year's computed income of the
/// business and of other earned income, never below zero, and nothing without a whole accounting year. Rates of 1
/// January. Errors: `negative` or `too_large` income, `too_many` accounts, a rate that is not there. Source: LAB § 126;
/// BEK 1794/2025 §§ 7-13.
/// Example: 2024, accounts of 100.000, 60.000 and −20.000 kr. and other income of 30.000 kr.: 123.953,00 kr.
[[nodiscard]] Result<SelfEmployedGrant> self_employed_grant(const SelfEmployedFacts& facts, const RateTable& rates);
/// The same with every step written to `trace` (cleared first).
[[nodiscard]] Result<SelfEmployedGrant> self_employed_grant(const SelfEmployedFacts& facts, const RateTable& rates, Trace& trace);

/// The same of one figure of income and nothing else. Example: 2019, income 48.000 kr.: 126.806,00 kr.
[[nodiscard]] Result<SelfEmployedGrant> self_employed_grant(std::chrono::year year, Money income, const RateTable& rates);
/// The same with every step written to `trace` (cleared first).
[[nodiscard]] Result<SelfEmployedGrant> self_employed_grant(std::chrono::year year, Money income, const RateTable& rates, Trace& trace);

/// 1 January.
[[nodiscard]] inline Date date_of_rates(const SelfEmployedFacts& facts, const SelfEmployedGrant&) noexcept {
  return facts.year / std::chrono::January / 1;
}
/// `self_employed_grant` with all that explains it. Errors as there.
[[nodiscard]] Result<Explained<SelfEmployedGrant>> explained(const SelfEmployedFacts& facts, const RateTable& rates,
                                                             const Options& options = {});

}  // namespace fleks
