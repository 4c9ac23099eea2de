#pragma once

#include <optional>
#include <vector>

#include <fleks/history/case_statement.hpp>

namespace fleks {

/// What one rule gave in a month: when it was decided, and when all that is known now is used.
///
/// Whole øre, with the sign it has in the payout: FLT-4 adds, FLT-8 takes away. The lines of a month add up to its
/// payout.
struct CorrectionLine {
  Rule rule{};         ///< whose amount changed
  Exact paid{};        ///< what stands in the month as it was decided, exact øre
  Exact due{};         ///< what is due with what is known now, exact øre
  Exact difference{};  ///< due less paid
};

/// A month that is corrected.
struct CorrectedMonth {
  Month month{};                        ///< the subsidy month
  Date decided{};                       ///< what was known that day was paid
  Money paid{};                         ///< paid out when it was decided
  Money due{};                          ///< to be paid out with what is known now
  Money difference{};                   ///< above zero: to pay out; below zero: to recover
  std::vector<CorrectionLine> lines{};  ///< the rules that differ
  std::vector<FactUsed> new_facts{};    ///< used now and not then
  std::vector<FactUsed> old_facts{};    ///< used then and not now
};

/// The correction of a case's past (*efterregulering*, rulebook 10).
struct Correction {
  Date as_of{};                          ///< what was known on this day is used
  Month first{};                         ///< the first month that was computed again
  std::vector<CorrectedMonth> months{};  ///< every month that was decided, changed or not
  Money total{};                         ///< above zero: to pay out in all; below zero: to recover
};

/// Recomputes every month from `first` that was decided by `as_of` with what is known then, and holds it against
/// what was decided: each month as known at its decision date, or at the last settled correction of it.
/// `as_of` is the day the last fact became known when not given. Errors as `case_statement`. Source: LAB § 139.
/// Example: a bonus of 6.000 kr. for January to June, known in August, takes 30 pct. of 1.000 kr. from each of the six
/// subsidies: the total is −1.800,00 kr. before ATP.
[[nodiscard]] Result<Correction> correction(const CheckedCase& facts, const RateTable& rates, Month first,
                                            std::optional<Date> as_of = std::nullopt);
/// The same of a case that has not been looked through.
[[nodiscard]] Result<Correction> correction(const Case& facts, const RateTable& rates, Month first,
                                            std::optional<Date> as_of = std::nullopt);

/// What each rule gives or takes in a month, in whole øre, so that the lines add up to its payout as they are shown;
/// what rounding leaves stands with FLT-14 and LY-4.
[[nodiscard]] std::vector<std::pair<Rule, Exact>> payout_by_rule(const CaseMonth& month);

}  // namespace fleks
