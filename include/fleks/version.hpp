#pragma once

#include <string>
#include <string_view>

#include <fleks/version_number.h>
#include <fleks/rates/rate_table.hpp>

namespace fleks {

/// The version of the code, `MAJOR.MINOR.PATCH`. It says nothing of the rates: see `rates_version`.
[[nodiscard]] std::string_view library_version() noexcept;

/// Which rates a table holds, apart from the version of the code: how far it reaches, and a fingerprint.
///
/// Before the full stop the last day on which it has `fleksloentilskud_max_month` (`open` when the rate has no end yet, `none`
/// without it; a month needs other rates too: ask `known_months`); after it the first 12 hexadecimal digits of the SHA-256 of its rows as
/// `to_csv` writes them, sources and notes included. The same rows give the same text whatever version of the library has them; any other
/// row, another. The municipal taxes are not in it: they go with the code. Example: `fleks rates --format csv | sha256sum | cut -c1-12` is
/// what follows the full stop.
[[nodiscard]] std::string rates_version(const RateTable& rates);

}  // namespace fleks
