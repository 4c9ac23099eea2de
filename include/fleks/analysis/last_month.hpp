#pragma once

#include <cstdint>
#include <optional>

#include <fleks/rates/rate_table.hpp>
#include <fleks/values/calendar.hpp>

namespace fleks {

/// What rates are needed for.
enum class RatesNeededFor : std::uint8_t {
  month,            ///< a month's fleksløntilskud
  ledighedsydelse,  ///< a month's ledighedsydelse
  self_employed,    ///< the grant of a year
  tax,              ///< the tax of a year, at the average municipal tax
  hours,            ///< what an hour is worth, without housing benefit
};

/// The last month for which a table has every rate that is needed; of a year, its December. Nothing when there is none, and
/// December 9999 when no rate of it has an end.
///
/// Found by computing: no list says which rates those are. Example: of the embedded rates December 2026; one row for 2027 alone
/// changes nothing.
[[nodiscard]] std::optional<Month> last_month(const RateTable& rates, RatesNeededFor what);

}  // namespace fleks
