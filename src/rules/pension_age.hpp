#pragma once

#include <array>
#include <optional>

#include <fleks/values/calendar.hpp>

// FLT-23: the state pension age.

namespace fleks::law {

/// Who is born up to a day has the state pension age at so many months (lov om social pension § 1 a).
struct PensionAge {
  Date born_until{};
  int months = 0;
};
inline constexpr int months_of_pension_age_of_the_rest = 69 * 12;
inline constexpr std::array<PensionAge, 6> pension_ages{{
    {std::chrono::year{1953} / 12 / 31, 65 * 12},
    {std::chrono::year{1954} / 6 / 30, 65 * 12 + 6},
    {std::chrono::year{1954} / 12 / 31, 66 * 12},
    {std::chrono::year{1955} / 6 / 30, 66 * 12 + 6},
    {std::chrono::year{1962} / 12 / 31, 67 * 12},
    {std::chrono::year{1966} / 12 / 31, 68 * 12},
}};

/// FLT-23: the day of the state pension age; the last day of the month where its month has no such day.
[[nodiscard]] constexpr Date day_of_pension_age(Date birth) noexcept {
  int months = months_of_pension_age_of_the_rest;
  for (std::size_t i = pension_ages.size(); i-- > 0;)
    if (birth <= pension_ages[i].born_until) months = pension_ages[i].months;
  const Month month = month_of(birth) + std::chrono::months{months};
  return std::min(Date{month / birth.day()}, last_day(month));
}

/// FLT-23 (LAB § 116 stk. 1): the first month without the right: after the one in which a pension or the pension age
/// comes. Nothing is assumed of what is not stated.
[[nodiscard]] constexpr std::optional<Month> first_month_without_right(std::optional<Date> birth,
                                                                       std::optional<Date> pension_from) noexcept {
  std::optional<Date> ends = pension_from;
  if (birth && (!ends || day_of_pension_age(*birth) < *ends)) ends = day_of_pension_age(*birth);
  return ends ? std::optional(month_after(month_of(*ends))) : std::nullopt;
}

}  // namespace fleks::law
