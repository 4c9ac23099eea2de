#pragma once

#include <bit>
#include <cassert>
#include <cstdint>
#include <optional>
#include <type_traits>

#include <fleks/errors/fact.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/values/exact.hpp>

#include "values/day_number.hpp"

namespace fleks {

/// What each fact may lie between: listed once, for who asks quickly and for who tells which.
namespace limits {

inline Fact pay_field(Pay::Form form) noexcept {
  switch (form) {
    case Pay::Form::am_income: return Fact::am_income;
    case Pay::Form::monthly: return Fact::monthly_wage;
    case Pay::Form::hourly: return Fact::hourly_wage;
  }
  return Fact::am_income;
}

inline std::int64_t count_of(Money money) noexcept { return money.in_oere(); }
template <class T>
std::int64_t count_of(T value) noexcept {
  return value.ten_thousandths();
}

/// Calls `check(value, most, field)` for every part of a ceiling that has to lie from 0 to a most; stops at the first false.
template <class Check>
[[gnu::always_inline]] inline bool each_bounded(const Ceiling& c, Check check) {
  return check(c.amount, largest_amount, c.form == Ceiling::Form::from_hourly ? Fact::ceiling_hourly : Fact::ceiling) &&
         check(c.supplements, largest_amount, Fact::ceiling_supplements) && check(c.fixed_bonus, largest_amount, Fact::ceiling_bonus) &&
         check(c.holiday_supplement, largest_amount, Fact::ceiling_holiday_supplement) &&
         check(c.employer_pension, Percent::whole(100), Fact::ceiling_pension);
}

/// The same for every fact of a month.
template <class Check>
[[gnu::always_inline]] inline bool each_bounded(const MonthFacts& f, Check check) {
  return check(f.pay.amount, largest_amount, pay_field(f.pay.form)) && check(f.pay.weekly_hours, hours_in_a_week, Fact::weekly_hours) &&
         check(f.pay.intensity, Percent::whole(100), Fact::intensity) &&
         check(f.benefits_in_kind, largest_amount, Fact::benefits_in_kind) &&
         check(f.own_pension.amount(), largest_amount, Fact::own_pension) &&
         check(f.own_pension.share(), Percent::whole(100), Fact::own_pension) &&
         check(f.employer_pension.amount(), largest_amount, Fact::employer_pension) &&
         check(f.employer_pension.share(), Percent::whole(100), Fact::employer_pension) &&
         check(f.holiday_supplement, largest_amount, Fact::holiday_supplement) &&
         (!f.paid_hours || check(*f.paid_hours, hours_in_a_month, Fact::paid_hours)) &&
         check(f.other_wage, largest_amount, Fact::other_wage) && check(f.care_income, largest_amount, Fact::care_income) &&
         check(f.daily_benefit, largest_amount, Fact::daily_benefit) &&
         check(f.unclaimed_benefit, largest_amount, Fact::unclaimed_benefit) &&
         (!f.ledighedsydelse || check(*f.ledighedsydelse, largest_amount, Fact::ledighedsydelse)) &&
         check(f.ledighedsydelse_days, Days::whole(longest_month), Fact::ledighedsydelse_days) && each_bounded(f.ceiling, check);
}

inline bool months_are_possible(const MonthFacts& f, const Month& wage_month) noexcept {
  return f.month.ok() && wage_month.ok() && wage_month <= f.month;
}

}  // namespace limits

/// Whether a month of AM income in kroner is possible without more being asked; what is not may still be.
[[nodiscard, gnu::always_inline]] inline bool is_surely_possible(const MonthFacts& f) noexcept {
  // All at once, by the bits that no count within its bounds has: what is negative has them all, and so has what is left of a bound that
  // is passed. Amounts from 2^33 øre, which few are, are asked for one by one.
  constexpr auto low = std::bit_floor(static_cast<std::uint64_t>(largest_amount.in_oere()));
  std::uint64_t bits = 0;
  limits::each_bounded(f, [&](auto value, auto most, Fact) {
    const auto count = static_cast<std::uint64_t>(limits::count_of(value)), limit = static_cast<std::uint64_t>(limits::count_of(most));
    constexpr bool is_amount = std::is_same_v<decltype(value), Money>;
    assert(is_amount ? limit >= low : limit < low);
    bits |= is_amount ? count : count | (limit - count);
    return true;
  });
  const bool months =
      f.month.month().ok() && f.month.year() > std::chrono::year::min() && (!f.wage_month || limits::months_are_possible(f, *f.wage_month));
  return bits < low && f.benefits_in_kind <= f.pay.amount && months;
}
/// Whether every fact of the month can be. A few nanoseconds.
[[nodiscard]] bool is_possible(const MonthFacts& facts, const Month& wage_month, const Options& options) noexcept;
/// The first fact of the month that cannot be.
[[nodiscard]] Error what_is_wrong(const MonthFacts& facts, Month wage_month, const Options& options);
/// The first part of a ceiling that cannot be, or nothing.
[[nodiscard]] std::optional<Error> what_is_wrong(const Ceiling& ceiling);

/// FLT-3, FLT-7: tabt arbejdsfortjeneste and plejevederlag count from the subsidy of January 2024.
[[nodiscard]] constexpr bool care_income_counts(Month subsidy_month) noexcept {
  return subsidy_month >= std::chrono::year{2024} / std::chrono::January;
}

}  // namespace fleks
