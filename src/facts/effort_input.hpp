#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <fleks/values/money.hpp>
#include <fleks/values/percent.hpp>

// An input of an effort by its path, as the file writes it.

namespace fleks {

/// Kroner, per cent, hours or a count, by what the path ends with.
inline std::string input_text(std::string_view input, std::int64_t value) {
  const auto ends = [&](std::string_view with) { return input.ends_with(with); };
  if (ends("months")) return std::to_string(value);
  if (ends("pct") || ends("own_pension") || ends("employer_pension") || ends("weekly_hours"))
    return to_text(Percent::of_ten_thousandths(value));
  return to_text(Money::oere(value));
}

}  // namespace fleks
