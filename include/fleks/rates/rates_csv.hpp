#pragma once

#include <span>
#include <string>

#include <fleks/rates/rate_table.hpp>

namespace fleks {

/// Rates as a rates file has them: a header line, then `key,valid_from,valid_to,value,unit,status,source,note`.
/// `RateTable::read` of it gives the same rates.
[[nodiscard]] std::string to_csv(std::span<const Rate* const> rates);

}  // namespace fleks
