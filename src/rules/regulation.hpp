#pragma once

#include <chrono>

#include <fleks/values/calendar.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/values/money.hpp>

// KOR-1: how far back a month is regulated. KOR-4: another benefit for the same time.

namespace fleks::law {

/// KOR-1 (BEK-FLT § 4 stk. 4, BEK-LY § 19 stk. 3): at most so many months back, counted from the month it is decided.
inline constexpr std::chrono::months regulated_months{12};

/// The first month that may be regulated when it is decided in `decided`.
[[nodiscard]] constexpr Month regulation_reaches(Month decided) noexcept { return decided - regulated_months; }

/// KOR-4: of the ledighedsydelse of a month what was paid for some of its days, in whole øre.
[[nodiscard]] inline Exact paid_for_days(const Exact& of_month, int days, int all_days) {
  return (of_month * Exact::ratio(days, all_days)).whole_part_exact(Rounding::half_up);
}

/// KOR-4 (LAS § 94 stk. 3): what a claim for another benefit is reduced by: the ledighedsydelse paid for its days, both before tax.
[[nodiscard]] inline Money taken_of_claim(Money claim, Money paid) noexcept { return paid < claim ? paid : claim; }

}  // namespace fleks::law
