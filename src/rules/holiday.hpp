#pragma once

#include <fleks/facts/holiday_facts.hpp>

#include "rules/concepts.hpp"
#include "rules/number.hpp"
#include "rules/watch.hpp"

// FERIE-1 to FERIE-7: holiday earned and held in a fleksjob.

namespace fleks::law {

/// FERIE-1 (ferieloven § 5): days earned in a whole month, a calendar day of a part month, a whole ferieår; its first
/// month.
inline const Exact holiday_days_a_month = Exact::ratio(208, 100), holiday_days_a_day = Exact::ratio(7, 100),
                   holiday_days_a_year = Exact::whole(25);

/// FERIE-1: days earned in one calendar month.
inline Exact holiday_days_of_month(int days_covered, int days_of_month) {
  if (days_covered >= days_of_month) return holiday_days_a_month;
  return smaller(holiday_days_a_day * Exact::whole(days_covered), holiday_days_a_month);
}

/// FERIE-1: days earned in one ferieår, from those of its months, which are fewer than 25; twelve whole months are 25 days.
inline Exact holiday_days_of_year(const Exact& days_of_months, int whole_months) {
  return whole_months == 12 ? holiday_days_a_year : days_of_months;
}

/// FERIE-2 (ferieloven §§ 16, 18, 19): the share of the qualifying pay.
template <Watcher W>
Exact holiday_allowance(const Exact& qualifying_pay, const Exact& share, W& watch) {
  const Exact amount = qualifying_pay * share;
  if constexpr (W::watching)
    by_rates(watch.step(amount, steps::HolidayAllowance{.qualifying_pay = qualifying_pay, .share = share}),
             {RateKey::holiday_allowance_pct});
  return amount;
}
template <Watcher W>
Exact holiday_supplement(const Exact& qualifying_pay, const Exact& share, W& watch) {
  const Exact amount = qualifying_pay * share;
  if constexpr (W::watching)
    by_rates(watch.step(amount, steps::HolidaySupplement{.qualifying_pay = qualifying_pay, .share = share}),
             {RateKey::holiday_supplement_pct});
  return amount;
}

/// FERIE-4 (ferieloven § 17 stk. 2): pay during holiday follows the hours at the time of earning. `hours_now` is
/// above zero.
inline Exact pay_during_holiday(const Exact& current_pay, const Exact& hours_then, const Exact& hours_now) {
  return current_pay * (hours_then / hours_now);
}

/// FERIE-6 (ferieloven § 15 stk. 3): what an unpaid holiday day costs of the monthly pay.
inline constexpr Exact unpaid_day_share = Exact::ratio(48, 1000);

/// FERIE-6: unpaid holiday days, at most all of the monthly pay.
inline Exact unpaid_holiday(const Exact& monthly_pay, const Exact& days) {
  return smaller(monthly_pay * (days * unpaid_day_share), monthly_pay);
}

/// FERIE-7 (lov 214/2023 §§ 3-4): store bededagstillæg of the monthly paid.
template <Watcher W>
Exact great_prayer_day_supplement(const Exact& pay_with_pension, const Exact& share, W& watch) {
  const Exact amount = pay_with_pension * share;
  if constexpr (W::watching)
    by_rates(watch.step(amount, steps::GreatPrayerDaySupplement{.pay_with_pension = pay_with_pension, .share = share}),
             {RateKey::great_prayer_day_supplement_pct});
  return amount;
}

}  // namespace fleks::law
