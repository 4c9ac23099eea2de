#pragma once

#include <optional>
#include <string_view>

#include <fleks/rates/rate_key_list.hpp>
#include <fleks/rates/rate_unit.hpp>

namespace fleks {

/// Name and unit of a rate. Example: `info(RateKey::taper_low_pct).name` is `taper_low_pct`.
[[nodiscard]] constexpr const RateKeyInfo& info(RateKey key) noexcept { return rate_keys[static_cast<std::size_t>(key)]; }

/// The key of that name, or nothing. Example: `rate_key("taper_low_pct")`.
[[nodiscard]] constexpr std::optional<RateKey> rate_key(std::string_view name) noexcept {
  for (std::size_t i = 0; i < rate_key_count; ++i)
    if (rate_keys[i].name == name) return static_cast<RateKey>(i);
  return std::nullopt;
}

}  // namespace fleks
