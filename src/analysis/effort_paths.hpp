#pragma once

#include <vector>

#include <fleks/facts/effort.hpp>

#include "analysis/person_month.hpp"
#include "values/day_number.hpp"

namespace fleks {

/// A participant's months from the first with the effort to the end: with it to an outcome, or without it.
/// `outcome`: which, or as many as there are for back on ledighedsydelse.
[[nodiscard]] std::vector<Standing> path(const Effort& effort, int start, bool with_effort, std::size_t outcome);

}  // namespace fleks
