#pragma once

#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/statement/explained.hpp>
#include <fleks/values/exact.hpp>

namespace fleks {

/// A month's ledighedsydelse with every amount on the way. Exact amounts are øre and unrounded; `Money` is what
/// the law rounds.
struct LedighedsydelseStatement {
  using Facts = LedighedsydelseFacts;  ///< what it is made from
  Month month{};                       ///< the month the benefit is for
  BenefitClass benefit_class{};        ///< the class that gave the rate
  Exact base{};                        ///< the month's amount of the class, LY-3
  Exact daily_amount{};                ///< LY-4
  Exact payable_weekdays{};            ///< LY-4
  Exact part_base{};                   ///< the amount of the payable weekdays, LY-4
  Exact income{};                      ///< what is offset, LY-5, LY-6, LY-10
  Exact offset{};                      ///< LY-5
  Exact holiday_reduction{};           ///< h × daily amount, taken out for paid holiday days, LY-9
  Exact holiday_top_up{};              ///< h × what the holiday pay lacks in the daily amount, LY-9
  Exact missed_cut{};                  ///< taken for a missed meeting and the like, LY-12
  Money ledighedsydelse{};             ///< rounded once, half up, to øre
  Money own_atp{};                     ///< LY-13
  Money payout{};                      ///< after own ATP, before tax
  Money public_atp{};                  ///< paid by the state
  Money obligatory_pension{};          ///< paid by the state
};

/// The ledighedsydelse of one month: LY-1 to LY-13. Rates are those of the month.
///
/// Exact throughout, one rounding half up to the øre (LY-9). Errors name the field as the program's option:
/// negative or too large facts, a rate that is not there. Pure, safe from any thread, no allocation unless it
/// fails. Source: LAS §§ 74 a-80 c.
/// Example: May 2022, class `full`, no income: 17.222,00 kr. with own ATP of 95 kr.; with 3.000 kr. of wage in
/// April 16.322,00 kr.
[[nodiscard]] Result<LedighedsydelseStatement> ledighedsydelse(const LedighedsydelseFacts& facts, const RateTable& rates);
/// The same with every step written to `trace` (cleared first). The result is the same to the øre.
[[nodiscard]] Result<LedighedsydelseStatement> ledighedsydelse(const LedighedsydelseFacts& facts, const RateTable& rates, Trace& trace);

/// The first day of the month.
[[nodiscard]] inline Date date_of_rates(const LedighedsydelseFacts& facts, const LedighedsydelseStatement&) noexcept {
  return first_day(facts.month);
}
/// `ledighedsydelse` with all that explains it. Errors as there.
[[nodiscard]] Result<Explained<LedighedsydelseStatement>> explained(const LedighedsydelseFacts& facts, const RateTable& rates,
                                                                    const Options& options = {});

/// The facts that decide the rate class (LY-1, LY-2).
struct BenefitClassFacts {
  bool sickness_benefit_right = false;  ///< could get, or got, sickness or maternity benefit when approved
  bool from_unsupported_work = false;   ///< came from *ustøttet arbejde*
  int fleksjob_months_of_18 = 0;        ///< whole months in fleksjob within the last 18
  bool provider = false;                ///< with children at home to provide for, LY-3
};

/// The rate class by the facts (LAS § 74 a): 9 months' fleksjob within the last 18 give `full`.
/// Example: no right to sickness benefit, 9 months in fleksjob: `BenefitClass::full`; 8 months: a low class.
[[nodiscard]] BenefitClass benefit_class(const BenefitClassFacts& facts) noexcept;

}  // namespace fleks
