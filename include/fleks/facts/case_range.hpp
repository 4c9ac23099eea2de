#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <fleks/errors/fact.hpp>
#include <fleks/facts/case.hpp>

namespace fleks {

/// A fact of a case that is not known exactly: any count from `from` to `to`, both possible. Øre for amounts, ten-thousandths of hours.
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
  };
  List list{};                 ///< which list
  std::size_t index = 0;       ///< its place there; of a ceiling in the employment's list; of a part of a wage the wage's
  std::size_t employment = 0;  ///< of which employment, where it is a ceiling
  /// Of `wages` `am_income`, `own_pension`, `employer_pension` or `paid_hours`, of another part of a wage `am_income`; of a ceiling
  /// `ceiling` (the amount, or the full-time base), `ceiling_hourly`, `ceiling_supplements` or `ceiling_bonus`; of a benefit
  /// `daily_benefit` or `unclaimed_benefit`; of an income `replacing_income` or `self_employed_hours`; of a holiday `holiday_pay_per_day`.
  Fact fact{};
  std::int64_t from = 0;  ///< the least it may be
  std::int64_t to = 0;    ///< the most it may be
  std::size_t item = 0;   ///< which bonus or supplement of the wage

  friend bool operator==(const CaseRange&, const CaseRange&) = default;  ///< the same fact and range
};

/// Where the fact stands in the file. Example: `wages[3].am_income`, `employments[0].ceilings[1].amount`.
[[nodiscard]] std::string path_of(const Case& facts, const CaseRange& range);
/// Sets the fact to a count; false where the case has no such fact, or it can be no range.
bool set(Case& facts, const CaseRange& range, std::int64_t count) noexcept;

}  // namespace fleks
