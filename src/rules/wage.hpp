#pragma once

#include <fleks/facts/month_facts.hpp>

#include "rules/number.hpp"
#include "rules/watch.hpp"

// FLT-5: what counts as the wage of the fleksjob.

namespace fleks::law {

/// FLT-5 (BEK-FLT § 1 nr. 1-2) from field 13: pay on which AM-bidrag is due, less benefits in kind inside it
/// (P 39-19), + own and employer's pension + ferietillæg. ATP is in neither.
template <class N, class Watch>
N wage_from_am_income(const N& am_income, const N& in_kind, const N& own_pension, const N& employer_pension, const N& holiday_supplement,
                      Watch& watch) {
  const N counted = am_income - in_kind;
  const N wage = counted + own_pension + employer_pension + holiday_supplement;
  if constexpr (Watch::watching)
    watch.step(wage, steps::WageFromAmIncome{.am_income = exact(counted),
                                             .own_pension = exact(own_pension),
                                             .employer_pension = exact(employer_pension),
                                             .holiday_supplement = exact(holiday_supplement)});
  return wage;
}

/// FLT-5: the pay before own pension, which a percentage is of, from field 13: own pension in kroner is added, a share of
/// the pay is what has been taken off it.
inline Exact pay_before_own_pension(const Exact& am_income, const Contribution& own_pension) {
  if (!own_pension.is_share()) return am_income + Exact::of(own_pension.amount());
  return am_income / (Exact::whole(1) - Exact::of(own_pension.share()));
}

/// FLT-5 from pay before own pension and own ATP: own pension is inside it; own ATP is taken out unless the
/// option counts it as STAR's calculator does (then `own_atp` is zero here).
template <class N, class Watch>
N wage_from_pay(const N& pay, const N& own_atp, const N& employer_pension, const N& holiday_supplement, bool atp_counted, Watch& watch) {
  const N taken_out = least(Cause::small_pay, own_atp, pay);  // never more than there is of a very small pay
  const N wage = pay - taken_out + employer_pension + holiday_supplement;
  if constexpr (Watch::watching) {
    using enum steps::WageFromPay::Wording;
    Step& step = watch.step(wage, steps::WageFromPay{.pay = exact(pay),
                                                     .own_atp = exact(taken_out),
                                                     .employer_pension = exact(employer_pension),
                                                     .holiday_supplement = exact(holiday_supplement),
                                                     .wording = atp_counted ? own_atp_counted : own_atp_taken_out});
    step.rests_on_choice = atp_counted;
  }
  return wage;
}

}  // namespace fleks::law
