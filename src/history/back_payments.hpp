#pragma once

#include <fleks/history/case_statement.hpp>

#include "history/known.hpp"
#include "history/told.hpp"

// KOR-4: another benefit in arrears for the same time.

namespace fleks::history {

/// Of the ledighedsydelse of a month, before tax, what was paid for some days of it: in proportion to its days.
struct PaidForDays {
  Exact amount{};
  int days = 0, all_days = 0;
};
[[nodiscard]] PaidForDays paid_for_days(const Known& known, Month month, Money of_month, Stretch days, DayNumber as_of);

/// Tells what of a month's ledighedsydelse is taken of other benefits for its days.
void tell_back_payments(const Known& known, const CaseMonth& month, DayNumber as_of, Told& told);
inline void tell_back_payments(const Known&, const CaseMonth&, DayNumber, NotTold&) noexcept {}

}  // namespace fleks::history
