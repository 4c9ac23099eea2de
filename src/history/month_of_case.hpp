#pragma once

#include <fleks/history/case_statement.hpp>

#include "history/known.hpp"
#include "history/told.hpp"

namespace fleks::history {

/// One month as known at the end of `as_of`, without what only a row of months shows.
template <class Watch>
[[nodiscard]] Result<CaseMonth> month_of_case(const Known& known, Month month, DayNumber as_of, Watch& watch);

}  // namespace fleks::history
