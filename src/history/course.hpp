#pragma once

#include <vector>

#include <fleks/history/case_statement.hpp>

#include "history/known.hpp"

// What a row of months shows beside the amounts of each.

namespace fleks::history {

/// What the citizen lives on in a month, day by day; neighbours of one kind together.
[[nodiscard]] std::vector<LivingDays> living(const Known& known, Month month, DayNumber as_of);
/// LY-14: whole months on ledighedsydelse, since the last fleksjob and within 24.
void count_months(CaseMonth& out, const Known& known, DayNumber as_of);
/// FERIE-1, LY-8, LY-11: what is earned and held, ferieår by ferieår; in September to December the year before first.
void keep_accounts(std::vector<CaseMonth>& months, const Known& known, DayNumber as_of);

}  // namespace fleks::history
