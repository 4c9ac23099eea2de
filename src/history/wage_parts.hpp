#pragma once

#include <vector>

#include <fleks/facts/case.hpp>

#include "values/day_number.hpp"

namespace fleks::history {

/// From when until when (not included) a fact holds.
struct Holds {
  DayNumber from = 0, until = no_end;
  [[nodiscard]] bool at(DayNumber day) const noexcept { return from <= day && day < until; }
};

/// What of a wage record counts in one month.
struct WagePart {
  enum class Kind : std::uint8_t { wage, spread, supplement };
  int month = 0;
  Kind kind = Kind::wage;
  bool split = false;  // of a wage period across months
  std::uint32_t record = 0, employment = 0, item = 0;
  int rank = 0;
  int months = 1;  // FLT-6: over how many
  Holds holds{};
  Money pay{}, in_kind{}, own_pension{}, employer_pension{};
  Hours hours{};
  bool has_hours = false;
};

/// Every wage record of a case divided into what counts in each month, by month. `holds` is as long as the records.
[[nodiscard]] std::vector<WagePart> wage_parts(const Case& facts, const std::vector<Holds>& holds);

}  // namespace fleks::history
