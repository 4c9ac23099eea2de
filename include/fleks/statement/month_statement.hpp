#pragma once

#include <optional>

#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/statement/explained.hpp>
#include <fleks/values/exact.hpp>

namespace fleks {

/// A month's fleksløntilskud with every amount on the way. Exact amounts are øre and unrounded; `Money` is
/// what the law rounds. `before_ceiling − ceiling_cut − part_cut − holiday_cut`, rounded
/// by FLT-14, is the subsidy.
struct MonthStatement {
  using Facts = MonthFacts;  ///< what it is made from
  // A constructor of its own: an aggregate, or a constant one, would be cleared as a whole before it is written.
  MonthStatement() noexcept {}  // NOLINT(modernize-use-equals-default)

  Month month{};                      ///< the month the subsidy is for
  Month wage_month{};                 ///< the month the wage is for, FLT-1
  Month rates_month{};                ///< FLT-2
  bool has_right = false;             ///< FLT-3; without it the subsidy is 0
  bool has_ceiling = false;           ///< whether a ceiling was given and applies
  bool ceiling_rise_unknown = false;  ///< FLT-16: a ferietillæg was paid, and what it would be in full time is not known
  Exact pay{};                        ///< pay before own pension and own ATP; field 13 in that form
  Exact own_pension{};                ///< exact øre
  Exact employer_pension{};           ///< exact øre
  std::optional<Exact> paid_hours{};  ///< a month
  Exact wage{};                       ///< L, FLT-5
  Exact other_wage{};                 ///< A, FLT-7, with care income
  Exact daily_benefit{};              ///< B, FLT-9, what is deducted as if paid included
  Exact base{};                       ///< M, FLT-4, after FLT-13
  Exact threshold{};                  ///< T
  Exact taper{};                      ///< D, FLT-8
  Exact before_ceiling{};             ///< S0, FLT-10
  Exact normal_wage_ceiling{};        ///< C after FLT-13; only when has_ceiling
  Exact ceiling_cut{};                ///< S0 − S1, FLT-11
  Exact part_cut{};                   ///< what is not had for days without the job, FLT-13, where the wage is a whole month's
  Exact holiday_cut{};                ///< S1 − S2, FLT-12
  Money fleksloentilskud{};           ///< FLT-14
  Money own_atp{};                    ///< FLT-17
  Money payout{};                     ///< the subsidy less own ATP, before tax
  std::optional<Money> public_atp{};  ///< FLT-18; unknown when the paid hours are
  Money obligatory_pension{};         ///< FLT-19
  Exact total{};                      ///< wage + care income + subsidy
};

/// The fleksløntilskud (*fleksløntilskud*, flex-wage subsidy) of one month: FLT-1 to FLT-19.
///
/// Exact throughout, one rounding half up (FLT-14: whole kroner from May 2014, whole øre before), and the law's own
/// roundings to the krone of ATP and pension. Errors name the field (`MonthFacts` member as the program's option): negative or
/// contradicting facts, a rate that is not there on the date. Pure and safe from any thread; no allocation
/// unless it fails. Source: LAB §§ 123-124, 137-138 a; BEK-FLT.
/// Example: February 2024 wage of 15.600 kr., ceiling 32.067 kr.: the subsidy of March is 15.272,00 kr.
[[nodiscard]] Result<MonthStatement> fleksloentilskud(const MonthFacts& facts, const RateTable& rates, const Options& options = {});
/// The same with every step written to `trace` (cleared first). The result is the same to the øre.
[[nodiscard]] Result<MonthStatement> fleksloentilskud(const MonthFacts& facts, const RateTable& rates, const Options& options,
                                                      Trace& trace);

/// The first day of the month whose rates hold (FLT-2).
[[nodiscard]] inline Date date_of_rates(const MonthFacts&, const MonthStatement& statement) noexcept {
  return first_day(statement.rates_month);
}
/// `fleksloentilskud` with all that explains it, the other choices included. Errors as there.
/// Example: `breakdown(*explained(facts, RateTable::embedded()), Language::danish)` is the worked calculation.
[[nodiscard]] Result<Explained<MonthStatement>> explained(const MonthFacts& facts, const RateTable& rates, const Options& options = {});

/// FLT-16: what the ceiling would rise by when `ceiling_rise_unknown`: what was paid, in proportion to full time where the
/// paid hours are known, else at least as much as was paid. Whole øre, half up.
/// Example: 900 kr. paid for 60 hours a month is 2.405,00 kr. in full time.
[[nodiscard]] Money likely_ceiling_rise(const MonthFacts& facts, const MonthStatement& statement, const RateTable& rates) noexcept;

/// The normal-wage ceiling from its parts (LOFT-2, LOFT-3), exact øre, unrounded.
/// Errors: `missing_fact` when no ceiling is given; a part that is negative or too large.
/// Example: 200 kr. an hour with 8 pct. employer's pension is 34.632,00 kr.
[[nodiscard]] Result<Exact> normal_wage_ceiling(const Ceiling& ceiling, const RatesOnDate& rates);
/// The same with every step written to `trace` (cleared first).
[[nodiscard]] Result<Exact> normal_wage_ceiling(const Ceiling& ceiling, const RatesOnDate& rates, Trace& trace);

}  // namespace fleks
