#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <fleks/errors/allowed.hpp>
#include <fleks/values/calendar.hpp>

namespace fleks {

/// A row of a synthetic population. Amounts are øre, paid hours ten-thousandths, the rest whole.
struct SyntheticRow {
  static constexpr std::uint64_t months = 12;  // of a citizen
  std::uint64_t citizen = 0;                   // from 0
  Month month{};
  std::int64_t am_income = 0, own_pension = 0, employer_pension = 0, other_wage = 0, daily_benefit = 0, ledighedsydelse_days = 0;
  std::optional<std::int64_t> ceiling{};
  std::int64_t paid_hours = 0, hourly_wage = 0;
  int weekly_hours = 0;
  const char* area = "";
};

/// The row as the line of a file, without its end.
void put_row(const SyntheticRow& row, std::string& text);
/// Whether rows are drawn in an agreement area of that name, and what they are called.
[[nodiscard]] bool is_sample_area(std::string_view name) noexcept;
[[nodiscard]] OneOf sample_areas();

}  // namespace fleks
