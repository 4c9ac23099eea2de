#pragma once

#include <fleks/facts/year_facts.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/statement/explained.hpp>

namespace fleks {

/// Housing benefit of a household that rents its home (*boligsikring*), in the steady state of a year.
struct HousingStatement {
  using Facts = HousingFacts;   ///< what it is made from
  Exact rent{};                 ///< of a year, as it counts
  Exact income{};               ///< of the household a year, with what the wealth adds
  Exact a_year{};               ///< before any rounding
  Money housing_benefit{};      ///< a month, whole kroner, as paid
  bool smallest_known = false;  ///< whether the year's smallest payment is known and was applied
};

/// Boligsikring of a month, by the rates of 1 January: rent with heat of the area that counts up to the highest rent, income
/// with a share of the wealth, 60 pct. of the rent less 18 pct. of the income above the limit within own payment and highest
/// amounts, whole kroner a year, a twelfth to the nearest krone, nothing below the smallest payment. Boligstøtteloven §§ 8-24.
///
/// Exact up to those roundings. Errors: a negative or too large amount, more than 30 children, heat both apart and in the
/// rent, heat without an area, a rate that is not there. Pure, thread-safe.
/// Example: 2026, income 432.000 kr. a year, rent 7.600 kr. a month, 60 m² with heat apart: 740 kr. a month.
[[nodiscard]] Result<HousingStatement> housing_benefit(const HousingFacts& facts, const RateTable& rates);
/// The same with every step written to `trace` (cleared first).
[[nodiscard]] Result<HousingStatement> housing_benefit(const HousingFacts& facts, const RateTable& rates, Trace& trace);

/// What of a home cannot be, or nothing; `children` are at home.
[[nodiscard]] std::optional<Error> what_is_wrong(const HomeFacts& home, int children);

/// 1 January.
[[nodiscard]] inline Date date_of_rates(const HousingFacts& facts, const HousingStatement&) noexcept {
  return std::chrono::year{facts.year} / std::chrono::January / 1;
}
/// `housing_benefit` with all that explains it. Errors as there.
[[nodiscard]] Result<Explained<HousingStatement>> explained(const HousingFacts& facts, const RateTable& rates, const Options& options = {});

}  // namespace fleks
