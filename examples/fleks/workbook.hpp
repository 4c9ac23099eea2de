#pragma once

#include <string>

#include <fleks/statement/month_statement.hpp>
#include <fleks/words/language.hpp>

// A month as a workbook with live formulas, made from the law's own text.

namespace program {

/// The bytes of an .xlsx file: facts in cells to write in, rates on a sheet of their own, a line a step. The same month gives the
/// same bytes. Stops where the month has facts or choices that the sheet's formulas do not know.
[[nodiscard]] std::string workbook(const fleks::Explained<fleks::MonthStatement>& month, fleks::Language language);

}  // namespace program
