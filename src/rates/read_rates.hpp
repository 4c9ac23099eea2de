#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/rates/municipal_tax.hpp>
#include <fleks/rates/rate_table.hpp>

namespace fleks {

/// What a rates file says, and everything wrong with it. The rows' texts point into `texts`.
struct RateRows {
  std::vector<Rate> rows;
  std::vector<int> lines;  ///< the line of each row
  std::vector<Error> errors;
  std::vector<std::unique_ptr<const std::string>> texts;
};

[[nodiscard]] RateRows read_rates(std::string_view csv);

struct MunicipalTaxRows {
  std::vector<MunicipalTax> rows;
  std::vector<Error> errors;
  std::vector<std::unique_ptr<const std::string>> texts;
};

[[nodiscard]] MunicipalTaxRows read_municipal_tax(std::string_view csv);

/// The largest count a rate may have.
[[nodiscard]] std::int64_t largest_count(RateUnit unit) noexcept;

/// The exact value of a count in the key's unit.
[[nodiscard]] constexpr Exact exact_rate(RateUnit unit, std::int64_t count) noexcept {
  if (unit == RateUnit::percent) return Exact::of(Percent::of_ten_thousandths(count));
  if (unit == RateUnit::hours_a_week) return Exact::of(Hours::of_ten_thousandths(count));
  return is_kroner(unit) ? Exact::of(Money::oere(count)) : Exact::counted(count, 10'000);
}

/// The order of a table.
[[nodiscard]] constexpr bool by_key_and_date(const Rate& a, const Rate& b) noexcept {
  return a.key != b.key ? a.key < b.key : a.first < b.first;
}

}  // namespace fleks
