#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <fleks/errors/result.hpp>

namespace fleks {

/// Decimal text to a whole count of 10^-decimals. A comma anywhere makes it Danish: comma before the
/// decimals, full stop between groups of three. `most` is the largest count allowed.
[[nodiscard]] Result<std::int64_t> parse_decimal(std::string_view text, int decimals, std::int64_t most);

/// A count of 10^-decimals as decimal text, with at least `least` decimals and no needless zeros beyond.
[[nodiscard]] std::string decimal_text(std::int64_t count, int decimals, int least);

}  // namespace fleks
