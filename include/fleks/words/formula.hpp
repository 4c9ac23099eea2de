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

/// What a formula is of.
enum class FormulaOf : std::uint8_t { month, ledighedsydelse, ceiling };
/// A formula that is asked for.
struct FormulaAsked {
  Dialect dialect{};                                ///< what it is written for
  FormulaOf of = FormulaOf::month;                  ///< a month's fleksløntilskud, its ledighedsydelse, or the ceiling from its parts
  std::optional<Month> month{};                     ///< by the law and rates of that month
  BenefitClass benefit_class = BenefitClass::full;  ///< of ledighedsydelse (LY-1)
  bool provider = false;                            ///< of ledighedsydelse: has dependent children (LY-13)
  /// Of a month's view: the table has also the column `ledighedsydelse`, what was paid for the holiday days, which is deducted to
  /// March 2022 (FLT-12). Without it a row of those months with holiday days has NULL.
  bool holiday_benefit = false;
};

/// The formula of a month's fleksløntilskud as below; or, of `ledighedsydelse` and `ceiling`, that of the month asked for or the last that
/// the rates know.
///
/// `ledighedsydelse`, SQL: the view `fleks_ledighedsydelse(id, ledighedsydelse, own_atp, payout, public_atp, obligatory_pension)`, in
/// øre, over a table `benefit_months(id, am_income, own_pension, employer_pension, replacing_income, paid_out_holiday_allowance,
/// self_employed_hours, entitled_weekdays, sanction_days, untaken_holiday_days, holiday_days, holiday_pay_per_day)`, amounts in øre, hours
/// and days in ten-thousandths. `ceiling`: the view `fleks_ceiling(id, base, normal_wage_ceiling)`, exact in the pieces of an øre that the
/// script names, over `ceilings(id, ceiling_hourly, ceiling_supplements, ceiling_bonus, ceiling_pension, ceiling_holiday_supplement)`, the
/// pension in ten-thousandths of a per cent. A column with NULL is a fact that is not there; a row that cannot be has NULL in all amounts.
/// Errors: `begins_before_2013`, and a rate that the month does not have.
/// Example: the ceiling for `excel` has the line `base = 52 * full_time_hours_week * ceiling_hourly`, in twelfths of an øre.
[[nodiscard]] Result<std::string> formula_text(const FormulaAsked& asked, const RateTable& rates, Language language);

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
