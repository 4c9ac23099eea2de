#pragma once

#include <fleks/facts/year_facts.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/statement/explained.hpp>

namespace fleks {

/// AM-bidrag and income tax of a year, exact øre, none below zero; only `am_and_tax` is rounded, down to whole kroner (SKAT-5): what is
/// cut off is the tax's. Where there is less tax than that, it is the AM-bidrag alone, to the nearest øre.
struct TaxStatement {
  using Facts = YearsIncome;  ///< what it is made from
  Exact am_contribution{};    ///< SKAT-1
  Exact personal_income{};    ///< SKAT-2
  Exact work_base{};          ///< W of SKAT-3
  /// SKAT-3: *beskæftigelsesfradrag*, its part for single parents, *jobfradrag*.
  Exact employment_deduction{}, single_parent_deduction{}, job_deduction{};
  Exact senior_deduction{};  ///< SKAT-3, in the two years before that of the state pension age
  Exact other_deductions{};  ///< SKAT-3: transport and union fee
  /// SKAT-4: *bundskat*, municipal and church tax, *mellemskat*, *topskat*, *toptopskat*.
  Exact bottom{}, municipal{}, church{}, middle{}, top{}, toptop{};
  Exact health{};             ///< *sundhedsbidrag*, to 2018
  Exact allowance_value{};    ///< what the personal allowance takes off
  Exact before_truncation{};  ///< tax after the allowance, SKAT-4
  Money am_and_tax{};         ///< SKAT-5
  Exact tax{};                ///< am_and_tax − am_contribution, at least 0
};

/// Income tax of a year (*indkomstskat*), rulebook 7: AM-bidrag 8 pct., bottom, municipal, church, middle, top and
/// top-top tax with tax ceilings, beskæftigelsesfradrag, single parents' and job deduction, personal allowance.
///
/// To 2018 also the health contribution (*sundhedsbidrag*); to 2017 the work base is the pay after pension and ATP.
///
/// Exact; AM-bidrag and tax are summed and truncated to whole kroner. `known_months` says which years the rates have;
/// rates of 1 January. Errors: a negative or too large amount, a percentage, a year without rates. Pure, thread-safe.
/// Example: 2021, municipal 23,80, bottom tax 12,11, pay 120.000 kr.: AM-bidrag and tax are 29.447 kr.
[[nodiscard]] Result<TaxStatement> income_tax(const YearsIncome& income, const RateTable& rates);
/// The same with every step written to `trace` (cleared first).
[[nodiscard]] Result<TaxStatement> income_tax(const YearsIncome& income, const RateTable& rates, Trace& trace);

/// What of the deductions cannot be, or nothing.
[[nodiscard]] std::optional<Error> what_is_wrong(const OtherDeductions& deductions);

/// 1 January.
[[nodiscard]] inline Date date_of_rates(const YearsIncome& facts, const TaxStatement&) noexcept {
  return std::chrono::year{facts.year} / std::chrono::January / 1;
}
/// `income_tax` with all that explains it. Errors as there.
[[nodiscard]] Result<Explained<TaxStatement>> explained(const YearsIncome& facts, const RateTable& rates, const Options& options = {});

}  // namespace fleks
