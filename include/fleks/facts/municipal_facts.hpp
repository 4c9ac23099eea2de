#pragma once

#include <cstdint>
#include <optional>

#include <fleks/values/calendar.hpp>
#include <fleks/values/percent.hpp>

namespace fleks {

/// KOM-3 (FIN § 30 stk. 1): weeks with benefits and of self-support are counted from this day.
inline constexpr Date first_counted_day = std::chrono::year{2014} / std::chrono::July / 1;

/// What a calendar week is in the count of weeks with benefits (KOM-1, KOM-2): a benefit of FIN § 3 was paid for a day of it,
/// or the person was self-supporting for the whole of it, or neither.
enum class WeekOf : std::uint8_t { neither, benefit, self_support };

/// KOM-7: what the share of the fleksbidrag is taken of: M less the refund, or M before the refund is taken off the
/// share. The first meets the cap of 2015 exactly.
enum class FleksbidragBase : std::uint8_t { after_refund, m_less_refund };
/// KOM-9: on which days of a month its expense is divided.
enum class WeeksOfMonth : std::uint8_t { calendar_days, weekdays };
/// KOM-4 (BEK 14/2026 § 21): whether the weeks with ledighedsydelse and fleksløntilskud from 1 July 2014 to the new fleksjob that
/// brought a person approved from 1 January 2013 to 30 June 2014 on the staircase are among the weeks with benefits. The text can
/// be read both ways; FIN § 30 stk. 3 names stk. 1, by which weeks count from 1 July 2014.
enum class WeeksBeforeNewJob : std::uint8_t { counted, not_counted };

/// The choices of the municipality's ledger (KOM), by name.
struct MunicipalOptions {
  FleksbidragBase fleksbidrag_base = FleksbidragBase::after_refund;     ///< KOM-7
  WeeksOfMonth weeks_of_month = WeeksOfMonth::calendar_days;            ///< KOM-9
  WeeksBeforeNewJob weeks_before_new_job = WeeksBeforeNewJob::counted;  ///< KOM-4
  std::optional<Percent> tax_share_kept{};                              ///< KOM-11; the rate of the date when not given
};

}  // namespace fleks
