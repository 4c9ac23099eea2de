#pragma once

#include <string>
#include <string_view>

#include <fleks/analysis/population.hpp>
#include <fleks/analysis/population_summary.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// A population's summary by the rates of a table, as JSON that begins with `fleks`: amounts are text with two decimals, shares text in per
/// cent with one.
[[nodiscard]] std::string to_json(const PopulationSummary& summary, const RateTable& rates);
/// The same as tables to read.
[[nodiscard]] std::string table(const PopulationSummary& summary, Language language);
/// A picture (SVG) of how the subsidy, and the worth of one more hour, are spread.
[[nodiscard]] std::string picture(const PopulationSummary& summary, Language language);

/// The header of a table of rows that could not be computed: `line` and `reason` before the columns of the file, whose header is
/// given as it stands.
[[nodiscard]] std::string bad_rows_header(std::string_view header, const TableLayout& layout);
/// A row of it. Example: `4,"am_income: »abc« er ikke et tal …",9,2024-03,abc,0,0,`.
[[nodiscard]] std::string bad_row_line(const BadRow& row, const TableLayout& layout, Language language);

}  // namespace fleks
