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
  /// Whose amount changed; nothing: what was paid is not what the facts known then give today, so that rates or rules have
  /// changed since, or something else was paid (`Decision::paid`).
  std::optional<Rule> rule{};
  Exact paid{};        ///< what stands in the month as it was decided, exact øre
  Exact due{};         ///< what is due with what is known now, exact øre
  Exact difference{};  ///< due less paid
};

/// Why a month is computed again (KOR-2), the first that holds; it decides whether what was paid too much is regulated.
enum class CorrectionBasis : std::uint8_t {
  none,             ///< nothing differs
  expected_wage,    ///< an expected wage is replaced by the real one: FLT-20 (BEK-FLT § 4 stk. 2), LY-5 (BEK-LY § 19 stk. 2)
  pay_over_months,  ///< pay for several months: FLT-6 (BEK-FLT § 3 stk. 4)
  after_holiday,    ///< 2020-2023 the wage of the month after a holiday: FLT-22
  other_facts,      ///< wage, other income, benefits or holiday changed later (BEK-FLT § 4 stk. 4, BEK-LY § 19 stk. 3)
  ceiling,          ///< a ceiling changed back in time: an interpretation
  not_regulated,    ///< rates or rules, a period or a sanction: only repaid under LAB § 125 stk. 1 or LAS § 91 stk. 1 (KOR-3)
};
/// The name scripts use. Example: `expected_wage`.
[[nodiscard]] std::string_view to_text(CorrectionBasis basis) noexcept;

/// A month that is corrected.
struct CorrectedMonth {
  Month month{};       ///< the subsidy month
  Date decided{};      ///< what was known that day was paid
  Money paid{};        ///< paid out when it was decided: as stated (`Decision::paid`), or what was known then gives
  Money due{};         ///< to be paid out with what is known now
  Money difference{};  ///< above zero: to pay out; below zero: paid too much
  /// What of too much paid is regulated in later months (KOR-2); the rest is recovered only as repayment, if at all.
  Money recoverable{};
  CorrectionBasis basis{};              ///< why
  Rule rule{};                          ///< the rule of the basis: FLT-20, LY-5, FLT-6, FLT-22, KOR-2, LOFT-5 or KOR-3
  bool too_old = false;                 ///< more than 12 months back: shown, not regulated and not paid out (KOR-1)
  bool stated = false;                  ///< what was paid is stated
  std::vector<CorrectionLine> lines{};  ///< the rules that differ
  std::vector<FactUsed> new_facts{};    ///< used now and not then
  std::vector<FactUsed> old_facts{};    ///< used then and not now
};

/// What is taken from a later month's payout, after that month is computed (FLT-6, BEK-FLT § 3 stk. 4, BEK-LY § 16).
struct Settlement {
  Month month{};   ///< the month it is taken in
  Money amount{};  ///< above zero
};

/// Another benefit in arrears for the same time (KOR-4): of the claim the ledighedsydelse already paid for its days is taken, both
/// before tax, and the citizen has the rest.
struct ReducedClaim {
  std::uint32_t index = 0;  ///< in the case's `back_payments`
  Money ledighedsydelse{};  ///< paid for its days, before tax; of a month of which they are some, in proportion to the days
  Money deducted{};         ///< at most the claim
  Money left{};             ///< of the claim
};

/// The correction of a case's past (*efterregulering*, rulebook 10).
struct Correction {
  Date as_of{};                           ///< what was known on this day is used
  Month first{};                          ///< the first month that was computed again
  Month reaches{};                        ///< the first month that may be regulated (KOR-1)
  std::vector<CorrectedMonth> months{};   ///< every month that was decided, changed or not
  Money total{};                          ///< the differences of the months that may be regulated
  Money to_pay_out{};                     ///< underpaid less what is regulated, where that is above zero
  Money to_recover{};                     ///< what is regulated less what is underpaid, where that is above zero
  Money not_regulated{};                  ///< paid too much, and not regulated: by KOR-2 and KOR-3, or too old
  Money too_old{};                        ///< the differences of months more than 12 months back
  std::vector<Settlement> settlements{};  ///< how `to_recover` is settled in the case's months decided later
  std::vector<ReducedClaim> claims{};     ///< other benefits for days on ledighedsydelse, those that are known (KOR-4)
  Money not_settled{};                    ///< what of `to_recover` those months do not hold
};

/// Recomputes every month from `first` that was decided by `as_of` with what is known then, and holds it against
/// what was paid: as stated, or each month as known at its decision date or at the last settled correction of it.
///
/// KOR-1: months more than 12 months before the month of `as_of` are shown and not regulated. KOR-2, KOR-3: each
/// month names its basis and what may be regulated. `as_of` is the day the last fact became known when not given.
/// `last` is the last month that is computed again; the case's when not given.
/// Errors as `case_statement`; `out_of_range` when `first` or `last` is not a month of the case, or `last` is before `first`.
/// KOR-4: every back payment that is known is reduced by the ledighedsydelse of its days as it was decided, whatever `first` is.
/// Source: LAB §§ 125, 139; BEK-FLT § 3 stk. 4, § 4 stk. 2-4; BEK-LY §§ 16, 19; LAS §§ 91, 94 stk. 3.
/// Example: a bonus of 6.000 kr. for January to June, known in August, takes 30 pct. of 1.000 kr. from each of the six
/// subsidies: the total is −1.800,00 kr. before ATP.
[[nodiscard]] Result<Correction> correction(const CheckedCase& facts, const RateTable& rates, Month first,
                                            std::optional<Date> as_of = std::nullopt, std::optional<Month> last = std::nullopt);
/// The same of a case that has not been looked through.
[[nodiscard]] Result<Correction> correction(const Case& facts, const RateTable& rates, Month first,
                                            std::optional<Date> as_of = std::nullopt, std::optional<Month> last = std::nullopt);

/// What each rule gives or takes in a month, in whole øre, so that the lines add up to its payout as they are shown;
/// what rounding leaves stands with FLT-14 and LY-4.
[[nodiscard]] std::vector<std::pair<Rule, Exact>> payout_by_rule(const CaseMonth& month);

}  // namespace fleks
