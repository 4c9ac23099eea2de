#pragma once

#include <fleks/history/case_statement.hpp>

#include "history/known.hpp"
#include "history/told.hpp"

namespace fleks::history {

/// Into `out`, a month of which nothing is said yet: the month as known at the end of `as_of`, without what only a row of months
/// shows. Or what stands in the way.
template <class Watch>
[[nodiscard]] std::optional<Error> month_of_case(CaseMonth& out, const Known& known, Month month, DayNumber as_of, Watch& watch);

}  // namespace fleks::history
