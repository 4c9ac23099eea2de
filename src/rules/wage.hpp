#pragma once

#include "rules/number.hpp"
#include "rules/watch.hpp"

// FLT-5: what counts as the wage of the fleksjob.

namespace fleks::law {

/// The wording of the FLT-5 step.
enum class WageForm : std::uint8_t { am_income, before_atp, atp_counted };

/// FLT-5 (BEK-FLT § 1 nr. 1-2) from field 13: pay on which AM-bidrag is due, less benefits in kind inside it
/// (P 39-19), + own and employer's pension + ferietillæg. ATP is in neither.
/// Operands of the step: AM income less benefits in kind, own pension, employer's pension, ferietillæg.
template <class N, class Watch>
N wage_from_am_income(const N& am_income, const N& in_kind, const N& own_pension, const N& employer_pension, const N& holiday_supplement,
                      Watch& watch) {
  const N counted = am_income - in_kind;
  const N wage = counted + own_pension + employer_pension + holiday_supplement;
  if constexpr (Watch::watching)
    watch.step(Rule::FLT_5, wage, counted, own_pension, employer_pension, holiday_supplement).variant =
        static_cast<std::uint8_t>(WageForm::am_income);
  return wage;
}

/// FLT-5 from pay before own pension and own ATP: own pension is inside it; own ATP is taken out unless the
/// option counts it as STAR's calculator does (then `own_atp` is zero here).
/// Operands of the step: pay, own ATP taken out, employer's pension, ferietillæg.
template <class N, class Watch>
N wage_from_pay(const N& pay, const N& own_atp, const N& employer_pension, const N& holiday_supplement, bool atp_counted, Watch& watch) {
  const N taken_out = least(Cause::small_pay, own_atp, pay);  // never more than there is of a very small pay
  const N wage = pay - taken_out + employer_pension + holiday_supplement;
  if constexpr (Watch::watching) {
    Step& step = watch.step(Rule::FLT_5, wage, pay, taken_out, employer_pension, holiday_supplement);
    step.variant = static_cast<std::uint8_t>(atp_counted ? WageForm::atp_counted : WageForm::before_atp);
    step.rests_on_choice = atp_counted;
  }
  return wage;
}

}  // namespace fleks::law
