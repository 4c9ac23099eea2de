#pragma once

#include "history/grounds.hpp"
#include "history/told.hpp"

// Where each income of a case counts, and why where it does not (FLT-25).

namespace fleks::history {

/// LY-5: the month whose income ledighedsydelse of a month is offset by: the first month on it its own, else the month
/// before.
[[nodiscard]] Month month_offset_in(const Known& known, Month month, DayNumber as_of);
/// Whether the month is the first of a time on ledighedsydelse.
[[nodiscard]] bool first_month_on_benefit(const Known& known, Month month, DayNumber as_of);

/// Tells of every income and wage of the month before that counts neither in this month nor in its own, with its reason.
void tell_what_does_not_count(const Known& known, const CaseMonth& month, DayNumber as_of, Told& told);
inline void tell_what_does_not_count(const Known&, const CaseMonth&, DayNumber, NotTold&) noexcept {}

/// Every fact that no month has told of, with its reason.
[[nodiscard]] std::vector<FactUsed> told_by_no_month(const Known& known, const std::vector<CaseMonth>& months, DayNumber as_of);

}  // namespace fleks::history
