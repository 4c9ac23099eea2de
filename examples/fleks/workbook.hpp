#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <fleks/facts/case.hpp>
#include <fleks/history/case_statement.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/words/language.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "command.hpp"

namespace program {

/// The facts of a month that a workbook has input cells for, as far as its formulas ask for them.
inline constexpr std::array facts_of_the_sheet{
    fleks::Fact::am_income,          fleks::Fact::benefits_in_kind,     fleks::Fact::own_pension,     fleks::Fact::employer_pension,
    fleks::Fact::holiday_supplement, fleks::Fact::other_wage,           fleks::Fact::care_income,     fleks::Fact::daily_benefit,
    fleks::Fact::unclaimed_benefit,  fleks::Fact::ledighedsydelse_days, fleks::Fact::ledighedsydelse, fleks::Fact::ceiling,
    fleks::Fact::paid_hours};
/// What the name of an input cell begins with: `fleks_am_income`; `fleks_month` and `fleks_wage_month` are the months.
inline constexpr std::string_view cell_name = "fleks_";
/// Up to here every count of the sheet is a whole number that a spreadsheet holds exactly.
inline constexpr std::int64_t most_kroner = 1'000'000;

/// A month as a workbook (xlsx) with live formulas made from the law: facts in input cells, rates on a sheet of their own, a line a
/// step with its rule. Whole øre inside, kroner shown; the same bytes for the same month. Stops at what the formulas do not know.
[[nodiscard]] std::string workbook(const fleks::Explained<fleks::MonthStatement>& month, fleks::Language language);

/// The points of a curve as a workbook: a row a point with live formulas to the øre, the citizen's facts in input cells, the rates on a
/// sheet of their own, a chart of what is in hand. What does not fit in a cell of a spreadsheet stands in several, on a hidden sheet.
/// Stops at what the formulas do not know: benefits beside the work, deductions, a point without work, finer hours than hundredths.
[[nodiscard]] std::string workbook(const fleks::WorthOfHours& worth, const fleks::Options& options, fleks::Language language);

/// A case as a workbook: its file as rows, of which those that a month follows are input cells; a sheet a month with live formulas, the
/// year, the correction from a month (the case's first). `json` is the text that `facts` were read from. A month that has no formula stands
/// as the program has computed it. Stops at more months or values than a workbook is for.
[[nodiscard]] std::string workbook(const std::string& json, const fleks::CheckedCase& facts, const fleks::RateTable& rates,
                                   const fleks::CaseQuestion& question, std::optional<fleks::Month> correct_from, fleks::Language language);

/// The name of a formula's step. Example: `Tilskud før afrunding`.
[[nodiscard]] std::string name_of_step(std::string_view step, fleks::Language language);

/// The arguments with the facts of the workbook that `--from-xlsx` names, each as its option: what a person filled in, and nothing
/// that a spreadsheet computed. Of `case` the file that its rows are. Without that option they are what they were. Stops at a cell that
/// cannot be what it should be.
[[nodiscard]] Arguments with_workbook(std::string_view command, const Arguments& arguments);

}  // namespace program
