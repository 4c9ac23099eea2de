#pragma once

#include <vector>

#include <fleks/statement/month_statement.hpp>

namespace fleks {

/// The fleksløntilskud of a month in which one fleksjob follows another: each part by itself up to the rounding, which is
/// of their sum, and so are ATP and pension (FLT-13, FLT-14, FLT-17 to FLT-19). `parts` are of one month, at least one.
[[nodiscard]] Result<MonthStatement> fleksloentilskud_of_parts(const std::vector<MonthFacts>& parts, const RateTable& rates,
                                                               const Options& options);
/// The same with every step written to `trace`, which is cleared first; the rounding and what follows once.
[[nodiscard]] Result<MonthStatement> fleksloentilskud_of_parts(const std::vector<MonthFacts>& parts, const RateTable& rates,
                                                               const Options& options, Trace& trace);

}  // namespace fleks
