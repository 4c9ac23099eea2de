#pragma once

#include <fleks/analysis/known_months.hpp>

/// The first month of which the built-in rates know nothing. Tests ask for it: a new year is no reason to change one.
inline fleks::Month first_unknown_month() {
  return fleks::month_after(fleks::known_months(fleks::RateTable::embedded(), fleks::RatesNeededFor::month).value().last);
}
