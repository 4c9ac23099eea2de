#pragma once

#include <cstdint>
#include <string_view>

namespace fleks {

/// What a rate is counted in. Kroner have at most two decimals; percentages, hours, kilometres and square metres at most four.
enum class RateUnit : std::uint8_t {
  kroner_a_month,
  kroner_a_year,
  kroner_a_week,
  kroner_an_hour,
  percent,
  hours_a_week,
  kroner,
  kroner_a_kilometre,
  kroner_a_square_metre,
  kilometres,
  square_metres
};

/// A rate's name in the file and its unit.
struct RateKeyInfo {
  std::string_view name;  ///< as in the column `key`
  RateUnit unit;          ///< the only unit that its rows may have
};

/// The unit as the rates file writes it. Example: `kr/month`.
[[nodiscard]] constexpr std::string_view to_text(RateUnit unit) noexcept {
  switch (unit) {
    case RateUnit::kroner_a_month: return "kr/month";
    case RateUnit::kroner_a_year: return "kr/year";
    case RateUnit::kroner_a_week: return "kr/week";
    case RateUnit::kroner_an_hour: return "kr/hour";
    case RateUnit::percent: return "pct";
    case RateUnit::hours_a_week: return "hours/week";
    case RateUnit::kroner: return "kr";
    case RateUnit::kroner_a_kilometre: return "kr/km";
    case RateUnit::kroner_a_square_metre: return "kr/m2";
    case RateUnit::kilometres: return "km";
    case RateUnit::square_metres: return "m2";
  }
  return "";
}

/// Whether the unit is an amount of kroner, counted in øre.
[[nodiscard]] constexpr bool is_kroner(RateUnit unit) noexcept {
  switch (unit) {
    case RateUnit::percent:
    case RateUnit::hours_a_week:
    case RateUnit::kilometres:
    case RateUnit::square_metres: return false;
    default: return true;
  }
}

}  // namespace fleks
