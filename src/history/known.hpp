#pragma once

#include <array>
#include <optional>
#include <vector>

#include <fleks/facts/case.hpp>
#include <fleks/rates/rate_table.hpp>

#include "history/wage_parts.hpp"
#include "values/day_number.hpp"

namespace fleks::history {

/// A job's days, and when its end is known.
struct Job {
  Stretch days{};
  DayNumber end_known = 0;
  bool fleks = false;
  bool old_scheme = false;  // begun before 2013: the subsidy is paid to the employer (LAB § 133)
  /// Whether it is a fleksjob whose subsidy is the citizen's.
  [[nodiscard]] bool gives_right() const noexcept { return fleks && !old_scheme; }
  [[nodiscard]] Stretch known(DayNumber as_of) const noexcept { return {days.first, end_known <= as_of ? days.last : no_end}; }
};

/// A case put so that each month can be asked as it was known on any day: from when until when each fact holds, the jobs'
/// days, and the wages by month. Made once; it keeps the case and the rates by reference.
struct Known {
  Known(const Case& facts, const RateTable& rates);

  const Case& facts;
  const RateTable& rates;
  std::vector<Job> jobs{};
  // As long as the lists of the case.
  std::vector<Holds> wages{}, daily_benefits{}, unclaimed_benefits{}, holidays{}, periods{}, sanctions{}, day_sanctions{}, incomes{},
      back_payments{};
  std::vector<std::vector<Holds>> ceilings{};      // of each job
  std::vector<Stretch> period_days{};              // of each period of ledighedsydelse
  std::vector<std::optional<Money>> allowances{};  // FLT-15: feriegodtgørelse of each wage, gross; nothing where it is not known
  bool allowance_unknown = false;                  // of any
  PartsByMonth parts{};
  std::optional<Month> without_right{};  // FLT-23: the first month
};

/// LY-1: something of each rate class of ledighedsydelse.
template <class T>
using OfEachClass = std::array<T, 3>;

/// FLT-15: gross from what is after tax, by the AM-bidrag of the month.
[[nodiscard]] std::optional<Money> gross_of_net(Money net, const Percent& share, Money deduction, Month month, const RateTable& rates);
/// FLT-15: a wage's feriegodtgørelse, gross; nothing where only what is left after tax is known.
[[nodiscard]] std::optional<Money> gross_allowance(const WageRecord& wage, const RateTable& rates);

/// A day on which all is known that a case holds.
inline constexpr DayNumber all_is_known = no_end - 1;

/// The days of each fleksjob, as known.
[[nodiscard]] std::vector<Stretch> fleksjob(const Known& known, DayNumber as_of);
/// The days of a period of ledighedsydelse.
[[nodiscard]] inline Stretch days_of(const BenefitPeriod& period) noexcept {
  return {number_of(period.from), period.to ? number_of(*period.to) : no_end};
}
[[nodiscard]] inline Stretch days_of(const Period& period) noexcept { return {number_of(period.first), number_of(period.last)}; }

}  // namespace fleks::history
