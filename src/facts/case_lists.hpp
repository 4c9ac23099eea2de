#pragma once

#include <fleks/facts/case.hpp>

namespace fleks {

/// What of the facts contradicts another: `problems` of a case whose reader has named the dates that are none. Such a
/// date is passed over.
[[nodiscard]] std::vector<Error> contradictions(const Case& facts);

/// Calls `list(name, facts)` for each list of facts of a case that carry a `FactRecord`, ceilings apart.
template <class Facts, class Call>
void each_list_of_facts(Facts& facts, Call call) {
  call("wages", facts.wages);
  call("daily_benefits", facts.daily_benefits);
  call("unclaimed_benefits", facts.unclaimed_benefits);
  call("holidays", facts.holidays);
  call("ledighedsydelse", facts.ledighedsydelse);
  call("sanctions", facts.sanctions);
  call("day_sanctions", facts.day_sanctions);
  call("incomes", facts.incomes);
  call("back_payments", facts.back_payments);
}

/// Whether days of this kind are taken from the 25 of a holiday year (LY-8).
[[nodiscard]] constexpr bool counts_as_held(HolidayTaken::Kind kind) noexcept {
  return kind == HolidayTaken::Kind::paid || kind == HolidayTaken::Kind::allowance || kind == HolidayTaken::Kind::ledighedsydelse;
}

/// The days of a holiday: as stated, or the weekdays of its period.
[[nodiscard]] inline Days days_of(const HolidayTaken& holiday) {
  return holiday.days ? *holiday.days : Days::whole(weekdays(holiday.period.first, holiday.period.last));
}

}  // namespace fleks
