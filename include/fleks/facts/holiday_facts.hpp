#pragma once

#include <cstdint>

#include <fleks/values/calendar.hpp>
#include <fleks/values/money.hpp>

namespace fleks {

/// The month in which a *ferieår* begins: September (FERIE-1, ferieloven § 5).
inline constexpr unsigned holiday_year_begins = 9;

/// Pay during holiday with *ferietillæg*, or *feriegodtgørelse* (FERIE-2).
enum class HolidayKind : std::uint8_t { pay, allowance };

/// A period of employment in which holiday is earned.
struct HolidayFacts {
  Date from{};                                ///< the first day of the employment
  Date to{};                                  ///< the last day, counted
  Money monthly_pay{};                        ///< pay that counts for holiday (FERIE-3)
  HolidayKind kind = HolidayKind::allowance;  ///< with pay, or with holiday allowance
  Money employer_pension{};                   ///< a month; counts for store bededagstillæg only (FERIE-7)
};

}  // namespace fleks
