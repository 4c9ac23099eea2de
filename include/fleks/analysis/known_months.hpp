#pragma once

#include <cstdint>
#include <optional>

#include <fleks/rates/municipal_tax.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/values/calendar.hpp>

namespace fleks {

/// What rates are needed for.
enum class RatesNeededFor : std::uint8_t {
  month,            ///< a month's fleksløntilskud
  ledighedsydelse,  ///< a month's ledighedsydelse
  self_employed,    ///< the grant of a year
  tax,              ///< the tax of a year, at the average municipal tax
  hours,            ///< what an hour is worth, at the average municipal tax and without housing benefit
  own_tax,          ///< the same as `hours`, with the municipal tax given
  housing_benefit,  ///< and with housing benefit
};

/// The months of which a table knows all that is needed, from the first to the last, without a hole between them.
struct KnownMonths {
  Month first{};  ///< the first month
  Month last{};   ///< the last month; the next one is refused
};

/// The last months in a row for which a table has every rate that is needed; of a year, from its January to its December.
/// Nothing when there are none; to December 9999 when no rate of them has an end.
///
/// Found by computing: no list says which rates those are. Example: a month of the embedded rates, January 2013 to December 2026;
/// one row for 2027 alone changes nothing.
[[nodiscard]] std::optional<KnownMonths> known_months(const RateTable& rates, RatesNeededFor what);

/// The months of which every municipality of a table has a row.
[[nodiscard]] std::optional<KnownMonths> known_months(const MunicipalTaxTable& taxes);

}  // namespace fleks
