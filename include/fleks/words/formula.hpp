#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <fleks/errors/result.hpp>
#include <fleks/formula/formula.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// What a formula is written for.
enum class Dialect : std::uint8_t { excel, sqlite, postgresql, duckdb, smt };

/// The law of a month of fleksløntilskud as a script of that dialect: whole numbers only, no binary fractions, no rounding
/// but the law's own. With a month by its law and its rates, else from January 2013 to the last month the rates know.
///
/// `sqlite`, `postgresql`, `duckdb`: makes the view `fleks_month(id, month, fleksloentilskud, own_atp, payout,
/// obligatory_pension)`, in øre, over a table `months` with the columns of a population file in øre and whole days (`month` as
/// `2024-03`; no ceiling: NULL), and the table `fleks_rates` beside it, a row a month. A row that cannot be computed (an amount
/// below 0 or above the largest, a month without rates, holiday days before April 2022, where they need the benefit paid for
/// them) has NULL in all amounts. `excel`: a line a step, `name = formula`, over names. `smt`: SMT-LIB 2, a function a step.
/// Errors: `begins_before_2013`, and a rate that the month does not have.
/// Example: March 2024 for `excel` has the line `under_ceiling = MIN(before_ceiling, 100 * MAX(0, ceiling - all_wage - daily_benefit))`.
[[nodiscard]] Result<std::string> formula_text(Dialect dialect, std::optional<Month> month, const RateTable& rates, Language language);

/// The step of a formula in the words of a dialect, over the names of facts, rates and the steps before it.
/// Example: `wage` is `am_income + own_pension + employer_pension`.
[[nodiscard]] std::string formula_text(const Formula& formula, const Formula::Step& step, Dialect dialect);

}  // namespace fleks
