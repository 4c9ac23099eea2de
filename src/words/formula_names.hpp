#pragma once

#include <string>

#include <fleks/formula/formula.hpp>
#include <fleks/words/formula.hpp>

namespace fleks {

/// The law of consecutive months with one reading, as texts of one dialect.
struct LawText {
  Month first{}, last{};
  Formula formula{};
  std::vector<std::string> steps{};  // of formula.steps
};
/// The readings of those months in order, each with its texts; facts are the columns of a population file.
[[nodiscard]] std::vector<LawText> laws_in_words(Month first, Month last, const RateTable& rates, std::span<const Fact> facts,
                                                 Dialect dialect);

/// A step as the name of a column, which some words of SQL are none.
[[nodiscard]] std::string sql_name(std::string_view step);

/// What a step counts: `1/100 øre`.
[[nodiscard]] std::string pieces_in_words(std::int64_t pieces);

/// The facts of a population file's row, in the order of its columns.
inline constexpr std::array columns_of_formula{Fact::am_income,     Fact::own_pension,          Fact::employer_pension, Fact::other_wage,
                                               Fact::daily_benefit, Fact::ledighedsydelse_days, Fact::ceiling};

/// A rate of the month in the pieces of the formula, or why not.
[[nodiscard]] Result<std::int64_t> counted_or_why_not(const Formula::RateInput& rate, Month month, const RateTable& rates);

/// What a formula is called at the head of a script. Example: `Ledighedsydelse (full)`.
[[nodiscard]] std::string title_of(const FormulaAsked& asked, Language language);
/// The most that a fact can be in a month, in its pieces.
[[nodiscard]] std::int64_t most_of(const Formula::FactInput& fact, Month month) noexcept;

[[nodiscard]] std::string sql_script(const FormulaAsked& asked, Month first, Month last, const RateTable& rates, Language language);
/// A view over a table of facts, by the rates of one month.
[[nodiscard]] Result<std::string> sql_of_facts(const FormulaAsked& asked, const LawText& law, const RateTable& rates, Language language);
[[nodiscard]] Result<std::string> smt_script(const FormulaAsked& asked, const LawText& law, const RateTable& rates, Language language);

}  // namespace fleks
