#pragma once

#include <bit>

#include "rules/holiday.hpp"
#include "values/day_number.hpp"

// FERIE-1, LY-8: holiday by the ferieår it is earned in.

namespace fleks::law {

/// FERIE-1 (ferieloven § 5): the ferieår that a month lies in, by the year it begins in.
[[nodiscard]] constexpr int holiday_year_of(Month month) noexcept {
  return int{month.year()} - (unsigned{month.month()} < holiday_year_begins);
}
/// The first month of a ferieår, as a number.
[[nodiscard]] constexpr int first_month_of_holiday_year(int year) noexcept { return year * 12 + static_cast<int>(holiday_year_begins) - 1; }

/// FERIE-1: days earned in a ferieår, month by month.
class EarnedDays {
 public:
  void add(int days_covered, int days_of_month) {
    of_months_ += holiday_days_of_month(days_covered, days_of_month);
    whole_months_ += days_covered >= days_of_month;
  }
  [[nodiscard]] Exact days() const { return holiday_days_of_year(of_months_, whole_months_); }

 private:
  Exact of_months_{};
  int whole_months_ = 0;
};

/// What is earned and held of one ferieår, with pay and on ledighedsydelse (LY-8).
struct HolidayYear {
  EarnedDays in_jobs{}, on_ledighedsydelse{};
  Exact held_with_pay{}, held_on_benefit{};

  [[nodiscard]] Exact with_pay() const { return in_jobs.days(); }
  /// LY-8 (LAS § 74 e): 25 days together with those that are paid.
  [[nodiscard]] Exact on_benefit() const { return smaller(on_ledighedsydelse.days(), holiday_days_a_year - with_pay()); }
};

/// The ferieår that runs and, until 31 December, the one before, of which days are held first.
struct HolidayYears {
  HolidayYear now{}, before{};

  void begin(Month month) {
    const unsigned calendar = unsigned{month.month()};
    if (calendar == holiday_year_begins) {
      before = now;
      now = {};
    }
    if (calendar == 1) before = {};  // lost after 31 December
  }
  void hold(const Exact& days, bool on_benefit) {
    Exact& held_before = on_benefit ? before.held_on_benefit : before.held_with_pay;
    const Exact left = (on_benefit ? before.on_benefit() : before.with_pay()) - held_before;
    const Exact of_before = left.is_positive() ? smaller(days, left) : Exact{};
    held_before += of_before;
    (on_benefit ? now.held_on_benefit : now.held_with_pay) += days - of_before;
  }
};

}  // namespace fleks::law
