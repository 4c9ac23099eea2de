#pragma once

#include <optional>
#include <utility>

#include <fleks/facts/case.hpp>

#include "rules/holiday_year.hpp"
#include "rules/paid_hours.hpp"
#include "rules/steps.hpp"

// FLT-15, FLT-16, FERIE-5: feriegodtgørelse in the holiday, and the ceiling in a month with a supplement.

namespace fleks::law {

/// FERIE-5 (ferieloven § 18): with which pay ferietillæg is paid.
inline constexpr unsigned may = 5, august = 8;
[[nodiscard]] constexpr SupplementPaidWith paid_with(Month month) noexcept {
  return unsigned{month.month()} == may      ? SupplementPaidWith::may
         : unsigned{month.month()} == august ? SupplementPaidWith::august
                                             : SupplementPaidWith::holiday;
}

/// The months a supplement was earned in, as numbers, both counted.
struct EarningMonths {
  int first = 0, last = 0;
};
/// FERIE-5: with May's pay that of September to May, with August's that of June to August, else that of the ferieår
/// so far.
[[nodiscard]] inline EarningMonths earned_in(const SupplementPaid& supplement, Month paid) noexcept {
  const int number = number_of(paid);
  if (supplement.first) return {number_of(*supplement.first), number_of(*supplement.last)};
  switch (paid_with(paid)) {
    case SupplementPaidWith::may: return {number - 8, number};
    case SupplementPaidWith::august: return {number - 2, number};
    case SupplementPaidWith::holiday: break;
  }
  return {first_month_of_holiday_year(holiday_year_of(paid)), number};
}

/// FLT-15 (BEK-FLT § 5): from September to December the ferieår before is held first, if anything was earned in it.
[[nodiscard]] inline EarningMonths allowance_earned_in(Month holiday, DayNumber job_begins) noexcept {
  int year = holiday_year_of(holiday);
  if (unsigned{holiday.month()} >= holiday_year_begins && job_begins < number_of(std::chrono::year{year} / std::chrono::September / 1))
    --year;
  const int first = first_month_of_holiday_year(year);
  return {first, std::min(first + months_a_year - 1, number_of(holiday) - 1)};
}
/// FLT-15: feriegodtgørelse of one day, by what was earned and its days.
[[nodiscard]] inline Exact allowance_a_day(Money allowance, const Exact& days) {
  return days.is_positive() ? Exact::of(allowance) / days : Exact{};
}

/// FLT-15 (BEK-FLT § 6 stk. 2-3): what is known after tax is made gross by adding tax and AM-bidrag to it. Where they are no amounts, but
/// the percentage and the deduction that were used: what is left after AM-bidrag is the net below the deduction, and else
/// (net - percentage of the deduction) / (1 - percentage). To the nearest øre, as the register has amounts (interpretation).
[[nodiscard]] inline std::optional<Money> gross_of_net(Money net, const Exact& share, Money deduction, const Exact& am_share) {
  static constexpr Exact one = Exact::whole(1);
  if (net < Money{}) {  // a reduction is of what was taxed before
    const auto taken = gross_of_net(-net, share, deduction, am_share);
    return taken ? std::optional(-*taken) : std::nullopt;
  }
  const Exact kept = Exact::of(net), free = Exact::of(deduction);
  const Exact after_am = net <= deduction ? kept : (kept - share * free) / (one - share);
  const auto gross = (after_am / (one - am_share)).round(Rounding::half_up);
  return gross ? std::optional(*gross) : std::nullopt;
}

/// FLT-16 (BEK-FLT § 12 stk. 2): what a supplement for so many paid hours a month would have been in full time.
[[nodiscard]] inline Exact supplement_of_full_time(Money paid, const Exact& hours, const Exact& full_time_hours_a_week) {
  return Exact::of(paid) * (full_time_hours_a_week * weeks_a_month / hours);
}

}  // namespace fleks::law
