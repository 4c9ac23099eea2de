#pragma once

#include <span>
#include <string>

#include <fleks/rates/rate_table.hpp>

namespace fleks {

/// Rates as a rates file has them: a header line, then `key,valid_from,valid_to,value,unit,status,source,note`.
/// `RateTable::read` of it gives the same rates. A character of a source or note that a terminal would obey, other than a line break, is
/// written as its number.
[[nodiscard]] std::string to_csv(std::span<const Rate* const> rates);

}  // namespace fleks
