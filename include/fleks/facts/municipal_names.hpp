#pragma once

#include <fleks/facts/municipal_facts.hpp>
#include <fleks/values/names.hpp>

// The words of the choices of the municipality's ledger.

namespace fleks {

/// KOM-7.
template <>
inline constexpr Names<FleksbidragBase, 2> names<FleksbidragBase>{
    "fleksbidrag_base", {{FleksbidragBase::after_refund, "after-refund"}, {FleksbidragBase::m_less_refund, "m-less-refund"}}};
/// KOM-9.
template <>
inline constexpr Names<WeeksOfMonth, 2> names<WeeksOfMonth>{
    "weeks_of_month", {{WeeksOfMonth::calendar_days, "calendar-days"}, {WeeksOfMonth::weekdays, "weekdays"}}};
/// KOM-4.
template <>
inline constexpr Names<WeeksBeforeNewJob, 2> names<WeeksBeforeNewJob>{
    "weeks_before_new_job", {{WeeksBeforeNewJob::counted, "counted"}, {WeeksBeforeNewJob::not_counted, "not-counted"}}};

}  // namespace fleks
