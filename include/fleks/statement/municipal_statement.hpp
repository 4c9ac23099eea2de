#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <fleks/facts/municipal_facts.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/values/money.hpp>

namespace fleks {

/// By which rules the state refunds an expense (KOM-1, KOM-4 to KOM-6).
enum class RefundRules : std::uint8_t {
  staircase,  ///< by the weeks with benefits
  old,        ///< the rules before it
  old_offer,  ///< the same, ledighedsydelse during an offer
  old_alone,  ///< the same after 18 months on ledighedsydelse within 24: no refund of it
};

/// What a week of a month costs, and what decides its refund (KOM-9).
struct WeekOfExpense {
  Date monday{};            ///< of the calendar week, which may begin in the month before
  int days = 0;             ///< of the month that are in the week and have an expense
  int weeks = 0;            ///< weeks with benefits counted up to and with this one (KOM-1)
  RefundRules rules{};      ///< by which rules it is refunded
  Exact subsidy{};          ///< fleksløntilskud, exact øre
  Exact ledighedsydelse{};  ///< ledighedsydelse, exact øre
};

/// A month of a citizen, as the municipality pays it.
struct MunicipalFacts {
  Month month{};                       ///< the month
  std::vector<WeekOfExpense> weeks{};  ///< in order
  Exact base{};                        ///< M: the amount that the subsidy is computed from (FLT-4, FLT-13), øre
  std::optional<Exact> wage{};         ///< in the fleksjob and other, without pension, øre (KOM-7); none: not known
  Money own_atp{};                     ///< withheld from the benefits
  Money public_atp{};                  ///< the state's ATP of both benefits
  Money obligatory_pension{};          ///< of both benefits
};

/// A month in three purses: municipality + state = citizen + pension, to the øre. Before tax.
struct MunicipalStatement {
  Month month{};                 ///< the month
  Money benefit{};               ///< fleksløntilskud and ledighedsydelse
  std::optional<Exact> share{};  ///< the share that is refunded in the month's last week with an expense
  int weeks = 0;                 ///< the weeks with benefits that give it
  Money refund{};                ///< KOM-1, 5, 6: rounded once, half up, to øre
  Money fleksbidrag{};           ///< KOM-7
  Money municipality{};          ///< what it bears: benefit − refund − fleksbidrag
  Money state{};                 ///< what it bears: refund + fleksbidrag + public ATP + obligatorisk pension
  Money citizen{};               ///< paid out before tax: the benefits less own ATP
  Money pension{};               ///< ATP and obligatorisk pension put aside for the citizen
};

/// What a month of a citizen costs municipality and state: KOM-1, KOM-5 to KOM-7, KOM-9, KOM-10.
///
/// Exact throughout; the refund is rounded once, half up, to øre, and the fleksbidrag to the krone. Rates are those of the
/// month. Errors: a rate that is not there, an amount too precise. Pure, safe from any thread. Source: lov om kommunernes
/// finansiering (LBK 221/2021) §§ 5-7; LAS § 104; LAB § 122.
/// Example: 2015, subsidy 16.050 kr. in a week past the 52nd, wage 5.000 kr. without pension: refund 3.210, fleksbidrag
/// 3.212, the municipality bears 9.628 kr.
[[nodiscard]] Result<MunicipalStatement> municipal_statement(const MunicipalFacts& facts, const RateTable& rates,
                                                             const MunicipalOptions& options = {});
/// The same with every step written to `trace` (cleared first).
[[nodiscard]] Result<MunicipalStatement> municipal_statement(const MunicipalFacts& facts, const RateTable& rates,
                                                             const MunicipalOptions& options, Trace& trace);

/// How many weeks with benefits count at the end of each of a row of calendar weeks: KOM-1 to KOM-3. The first of `kinds` is of
/// the week of `first`; `weeks_before` were counted before it. Example: 30 weeks with benefits from January 2016 give 1 to 30.
[[nodiscard]] std::vector<int> benefit_weeks(Date first, std::span<const WeekOf> kinds, int weeks_before = 0);

/// The calendar week of a day as ISO 8601 names it. Example: 4 January 2016 is in `2016-W01`.
[[nodiscard]] std::string iso_week_of(Date date);

}  // namespace fleks
