#pragma once

#include <cstdint>
#include <optional>

#include <fleks/facts/holiday_facts.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/statement/explained.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>

namespace fleks {

/// Holiday earned in a period, unrounded: days, and exact øre.
struct HolidayStatement {
  using Facts = HolidayFacts;           ///< what it is made from
  Exact days_earned{};                  ///< FERIE-1
  Exact qualifying_pay{};               ///< FERIE-3
  Exact holiday_allowance{};            ///< kind `allowance`, FERIE-2
  Exact holiday_supplement{};           ///< kind `pay`, FERIE-2
  std::optional<Exact> per_day{};       ///< the one that applies, a day earned; nothing when no day is earned
  Exact great_prayer_day_supplement{};  ///< kind `pay`, from 2024, FERIE-7
};

/// Holiday earned in a period of employment: FERIE-1, 2, 3 and 7. Exact, nothing is rounded.
///
/// Counted by calendar month: 2,08 days for a whole one, 0,07 a calendar day (at most 2,08) for a part; a whole
/// ferieår (1/9-31/8) is 25 days. Part of a month earns pay by its calendar days. Percentages are those of the
/// last day. Errors: `out_of_range` when the period ends before it begins or lasts above 100 years, a rate that
/// is not there. Source: ferieloven §§ 5-6, 16-19; lov 214/2023.
/// Example: 1/9 2024 to 31/8 2025 at 12.000 kr. a month, kind `allowance`: 25 days and 18.000,00 kr.
[[nodiscard]] Result<HolidayStatement> holiday(const HolidayFacts& facts, const RateTable& rates);
/// The same with every step written to `trace` (cleared first).
[[nodiscard]] Result<HolidayStatement> holiday(const HolidayFacts& facts, const RateTable& rates, Trace& trace);

/// The last day.
[[nodiscard]] inline Date date_of_rates(const HolidayFacts& facts, const HolidayStatement&) noexcept { return facts.to; }
/// `holiday` with all that explains it. Errors as there.
[[nodiscard]] Result<Explained<HolidayStatement>> explained(const HolidayFacts& facts, const RateTable& rates, const Options& options = {});

/// Pay during holiday when the hours have changed (FERIE-4, ferieloven § 17 stk. 2): current pay × hours at the
/// time of earning / hours now, exact øre. Errors: `out_of_range` when the hours now are 0.
/// Example: 12.000 kr. now at 15 hours a week, earned at 10 hours: 8.000,00 kr.
[[nodiscard]] Result<Exact> pay_during_holiday(Money current_pay, Hours hours_then, Hours hours_now);
/// What unpaid holiday days cost (FERIE-6, ferieloven § 15 stk. 3): 4,8 pct. of the monthly pay a day, exact øre,
/// never above the pay.
/// Example: two days of 12.000 kr. a month: 1.152,00 kr.
[[nodiscard]] Exact unpaid_holiday_deduction(Money monthly_pay, Days days) noexcept;

}  // namespace fleks
