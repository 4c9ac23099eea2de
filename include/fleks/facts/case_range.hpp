#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <fleks/errors/fact.hpp>
#include <fleks/facts/case.hpp>

namespace fleks {

/// A fact of a case that is not known exactly: any count from `from` to `to`, both possible. Øre for amounts, ten-thousandths of hours.
struct CaseRange {
  /// Which list of the case the fact stands in.
  enum class List : std::uint8_t { wages, ceilings, daily_benefits, unclaimed_benefits, incomes };
  List list{};                 ///< which list
  std::size_t index = 0;       ///< its place there; of a ceiling in the employment's list
  std::size_t employment = 0;  ///< of which employment, where it is a ceiling
  /// Of a wage `am_income`, `own_pension`, `employer_pension` or `paid_hours`; of a ceiling `ceiling` (the amount, or the full-time base),
  /// `ceiling_hourly`, `ceiling_supplements` or `ceiling_bonus`; of a benefit `daily_benefit` or `unclaimed_benefit`; of an income
  /// `replacing_income`.
  Fact fact{};
  std::int64_t from = 0;  ///< the least it may be
  std::int64_t to = 0;    ///< the most it may be

  friend bool operator==(const CaseRange&, const CaseRange&) = default;  ///< the same fact and range
};

/// Where the fact stands in the file. Example: `wages[3].am_income`, `employments[0].ceilings[1].amount`.
[[nodiscard]] std::string path_of(const Case& facts, const CaseRange& range);
/// Sets the fact to a count; false where the case has no such fact, or it can be no range.
bool set(Case& facts, const CaseRange& range, std::int64_t count) noexcept;

}  // namespace fleks
