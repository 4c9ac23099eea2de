#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <fleks/rates/municipal_tax.hpp>
#include <fleks/rates/rate_table.hpp>

#include "rates/rate_index.hpp"

namespace fleks {

/// The rows of rates.csv as the generator wrote them at build: constants, by key and date.
[[nodiscard]] std::span<const Rate> embedded_rates() noexcept;
/// What is asked of them.
[[nodiscard]] const RateIndex& embedded_index() noexcept;
/// Their name, as `version_of` gives it.
[[nodiscard]] std::string_view embedded_version() noexcept;
/// The rows of municipal_tax.csv as the generator wrote them at build.
[[nodiscard]] std::vector<MunicipalTax> embedded_municipal_taxes();

}  // namespace fleks
