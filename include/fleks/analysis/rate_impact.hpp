#pragma once

#include <optional>
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
  std::optional<MonthUnder> before{};  ///< under the old table; nothing where a rate of the month is not in it
  std::optional<MonthUnder> after{};   ///< under the new one
  /// What is paid out more under the new table; nothing where one of the two is not known.
  [[nodiscard]] std::optional<Money> difference() const noexcept {
    if (!before || !after) return std::nullopt;
    return after->payout - before->payout;
  }
};

/// The months of a case that a change of rates changes, in order: what a new year's table does to decisions.
///
/// Each month is computed under both tables by `case_statement`; one that lacks a rate under a table has no result there, and does
/// not take the others with it. Errors: those of `case_statement` but for missing rates, and those where no month of the case can be
/// computed under the new table. Example: a base higher by 100 kr. from March changes March and what follows, and not February.
[[nodiscard]] Result<std::vector<MonthImpact>> rate_impact(const CheckedCase& facts, const RateTable& before, const RateTable& after,
                                                           const CaseQuestion& question = {});

}  // namespace fleks
