#pragma once

#include <chrono>

#include <fleks/values/calendar.hpp>

// KOR-1: how far back a month is regulated.

namespace fleks::law {

/// KOR-1 (BEK-FLT § 4 stk. 4, BEK-LY § 19 stk. 3): at most so many months back, counted from the month it is decided.
inline constexpr std::chrono::months regulated_months{12};

/// The first month that may be regulated when it is decided in `decided`.
[[nodiscard]] constexpr Month regulation_reaches(Month decided) noexcept { return decided - regulated_months; }

}  // namespace fleks::law
