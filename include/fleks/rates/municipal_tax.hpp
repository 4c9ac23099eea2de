#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/values/percent.hpp>

namespace fleks {

/// Municipal and church tax (*kommuneskat, kirkeskat*) of one municipality and period.
struct MunicipalTax {
  std::string_view municipality{};
  std::chrono::sys_days first{};
  std::chrono::sys_days last{};
  Percent municipal{};
  Percent church{};
  RateStatus status{};
  std::string_view source{};
};

/// The municipal tax percentages built into the library, as in `municipal_tax.csv`.
[[nodiscard]] std::span<const MunicipalTax> municipal_taxes() noexcept;

/// The municipality's row of that day. The name in any letter case, also with ae, oe, aa for æ, ø, å.
/// Errors: `unknown_municipality`; `no_rate` when it is known but not for that day.
/// Example: `municipal_tax("koebenhavn", …)` finds København.
[[nodiscard]] Result<MunicipalTax> municipal_tax(std::string_view name, Date date);

}  // namespace fleks
