#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <fleks/errors/fact.hpp>
#include <fleks/facts/case.hpp>

namespace fleks {

/// A percentage of a case in a range is counted in steps of 0,01 pct.: so many ten-thousandths of a per cent.
inline constexpr std::int64_t share_step = 100;

/// A fact of a case that is not known exactly: any count from `from` to `to`, both possible. Øre for amounts, ten-thousandths of hours
/// and days, hundredths of a per cent.
struct CaseRange {
  /// Which list of the case the fact stands in, and of a wage which part of it.
  enum class List : std::uint8_t {
    wages,
    ceilings,
    daily_benefits,
    unclaimed_benefits,
    incomes,
    holidays,               ///< holiday pay of a day
    b_incomes,              ///< of a wage
    gifts,                  ///< inside the pay of a wage
    holiday_allowances,     ///< likewise
    bonuses,                ///< one of a wage's: a payment that is spread over the months it covers
    supplements,            ///< one of a wage's: holiday supplement etc.
    full_time_supplements,  ///< what a full-time employee would have had of it
    allowance_nets,         ///< holiday allowance of a wage after tax
    allowance_taxes,        ///< the tax of it
    allowance_tax_shares,   ///< or the percentage that it was withheld by
    allowance_deductions,   ///< and the deduction used in it
    holiday_nets,           ///< the same of a holiday, a day
    holiday_taxes,          ///< the tax of it
    holiday_tax_shares,     ///< or its percentage
    holiday_deductions,     ///< and the deduction
    holiday_days,           ///< days of a holiday
    back_payments,          ///< the claim of another benefit (KOR-4): it moves no month
  };
  List list{};                 ///< which list
  std::size_t index = 0;       ///< its place there; of a ceiling in the employment's list; of a part of a wage the wage's
  std::size_t employment = 0;  ///< of which employment, where it is a ceiling
  /// Of `wages` `am_income`, `own_pension`, `employer_pension` or `paid_hours`, of another part of a wage `am_income`; of a ceiling
  /// `ceiling` (the amount, or the full-time base), `ceiling_hourly`, `ceiling_supplements`, `ceiling_bonus` or `ceiling_pension`; of a
  /// benefit and a back payment `daily_benefit`, or `unclaimed_benefit`; of an income `replacing_income` or `self_employed_hours`; of a
  /// holiday `holiday_pay_per_day`, or `holiday_days`.
  Fact fact{};
  std::int64_t from = 0;  ///< the least it may be
  std::int64_t to = 0;    ///< the most it may be
  std::size_t item = 0;   ///< which bonus or supplement of the wage
  bool is_share = false;  ///< a percentage: a pension as a share of the pay, or that of a tax
  Money beside{};         ///< of a holiday's pay after tax the known tax of it, and of the tax the known rest: together they are its pay

  friend bool operator==(const CaseRange&, const CaseRange&) = default;  ///< the same fact and range
};

/// Where the fact stands in the file. Example: `wages[3].am_income`, `employments[0].ceilings[1].amount`.
[[nodiscard]] std::string path_of(const Case& facts, const CaseRange& range);
/// Sets the fact to a count; false where the case has no such fact, or it can be no range.
bool set(Case& facts, const CaseRange& range, std::int64_t count) noexcept;

}  // namespace fleks
