#pragma once

#include <optional>
#include <vector>

#include <fleks/facts/case.hpp>
#include <fleks/history/case_statement.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/statement/municipal_statement.hpp>

namespace fleks {

/// A month of a case in the municipality's ledger.
struct LedgerMonth {
  MunicipalFacts facts{};             ///< what it is made from: the expense of each week, the weeks counted, the wage
  MunicipalStatement statement{};     ///< what municipality and state bear, and what the citizen gets
  MonthStatus status{};               ///< whether the case's month could be computed; the purses are empty where it could not
  bool public_atp_known = true;       ///< false where the paid hours are not: the state's ATP of the subsidy is then left out
  std::optional<Month> wage_month{};  ///< whose wage reduces the fleksbidrag, where it is not the month's own
  Exact pension{};                    ///< own and employer's pension of that wage, which KOM-7 leaves out: exact øre
  bool rests_on_choice = false;       ///< a percentage is another by the other reading of KOM-4 (`weeks_before_new_job`)
  std::vector<Step> steps{};          ///< how, rule by rule
};

/// A case in the municipality's ledger, month by month.
struct MunicipalLedger {
  std::optional<Date> as_of{};               ///< only what was known on this day was used; none: all
  std::optional<Date> staircase_from{};      ///< the first day of the staircase for the person; none: never (KOM-4)
  bool approval_known = false;               ///< else the staircase is assumed to hold
  bool weeks_stated = false;                 ///< whether the case says how many weeks were counted before its first month
  WeeksBeforeNewJob weeks_before_new_job{};  ///< how KOM-4 was read
  std::vector<LedgerMonth> months{};         ///< one a month, in order
};

/// What is asked of a ledger.
struct LedgerQuestion {
  std::optional<Date> as_of{};  ///< only what was known that day; all that is known when not given
  MunicipalOptions options{};   ///< the choices
};

/// What a case costs municipality and state, month by month (*refusion, fleksbidrag*): KOM-1 to KOM-10.
///
/// The months are those of `case_statement`. Each expense is divided on the days it covers: none of a sanction or of earned
/// holiday not taken, and holiday on ledighedsydelse in a fleksjob by itself. Weeks with benefits are counted from the case's
/// dated facts since 1 July 2014, or from `benefit_weeks_before` and the week of the first month's first day; of days before
/// the first month and of months that cannot be computed it is taken that a benefit was paid. Days of other work
/// without a benefit are self-support; days of which nothing is known are neither. Errors: as `case_statement`; a rate that
/// is not there. Pure, safe from any thread.
/// Example: a fleksjob since 2020 with a wage of 9.000 kr. has in June 2024 a subsidy of 17.252 kr., refund 3.450,40 kr.
[[nodiscard]] Result<MunicipalLedger> municipal_ledger(const CheckedCase& facts, const RateTable& rates,
                                                       const LedgerQuestion& question = {});

}  // namespace fleks
