#pragma once

#include <optional>
#include <span>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/history/case_statement.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/values/money.hpp>

namespace fleks {

/// What a month of a case comes to under one table of rates.
struct MonthUnder {
  MonthStatus status = MonthStatus::computed;                              ///< whether it could be computed from its facts
  Money fleksloentilskud{};                                                ///< the subsidy
  Money ledighedsydelse{};                                                 ///< the benefit
  Money payout{};                                                          ///< of both, after own ATP
  friend bool operator==(const MonthUnder&, const MonthUnder&) = default;  ///< member by member
};

/// A month that is not the same under both tables.
struct MonthImpact {
  Month month{};                       ///< the month
  Date decided{};                      ///< the day it is decided: the case's own date, or the last weekday of the month
  std::optional<MonthUnder> before{};  ///< under the old table; nothing where a rate of the month is not in it
  std::optional<MonthUnder> after{};   ///< under the new one
  /// What is paid out more under the new table; nothing where one of the two is not known.
  [[nodiscard]] std::optional<Money> difference() const noexcept {
    if (!before || !after || before->status == MonthStatus::unknown || after->status == MonthStatus::unknown) return std::nullopt;
    return after->payout - before->payout;
  }
};

/// A month as it was computed before, by another version of the library or with other rates.
struct MonthBefore {
  Month month{};       ///< the month
  MonthUnder under{};  ///< what it came to then
};

/// The months of a case that a change of rates changes, in order: what a new year's table does to decisions.
///
/// Each month is computed under both tables by `case_statement`; one that lacks a rate under a table has no result there, and does
/// not take the others with it. Errors: those of `case_statement` but for missing rates, and those where no month of the case can be
/// computed under the new table. Example: a base higher by 100 kr. from March changes March and what follows, and not February.
[[nodiscard]] Result<std::vector<MonthImpact>> rate_impact(const CheckedCase& facts, const RateTable& before, const RateTable& after,
                                                           const CaseQuestion& question = {});
/// The same against what was computed before, in order: what an upgrade of the library does to decisions.
///
/// A month of the question that is not among them has no result before. Errors: those of `rate_impact` under the new table.
/// Example: a month kept with a payout of 16,933.00 that comes to 17,033.00 today differs by 100.00.
[[nodiscard]] Result<std::vector<MonthImpact>> impact_since(std::span<const MonthBefore> before, const CheckedCase& facts,
                                                            const RateTable& now, const CaseQuestion& question = {});

}  // namespace fleks
