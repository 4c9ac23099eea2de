#include <algorithm>

#include <fleks/values/money.hpp>
#include <fleks/words/explanation.hpp>

#include "words/formula_names.hpp"
#include "words/say.hpp"

namespace fleks {
namespace {

/// A chain of steps, each a query over the one before.
class SqlScript {
 public:
  SqlScript(const FormulaAsked& asked, Month first, Month last, const RateTable& rates, Language language)
      : rates_(rates), say_(language), columns_(columns_of_formula.begin(), columns_of_formula.end()) {
    if (asked.holiday_benefit) columns_.push_back(Fact::ledighedsydelse);
    laws_ = laws_in_words(first, last, rates, columns_, asked.dialect);
    for (const LawText& law : laws_)
      for (const Formula::RateInput& rate : law.formula.rates)
        if (std::none_of(inputs_.begin(), inputs_.end(), [&](const auto& known) { return known.key == rate.key; })) inputs_.push_back(rate);
    rates_of(first, last);
    facts();
    for (std::size_t i = 0; i < laws_.back().formula.steps.size(); ++i) step(i);
    result();
  }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  void rates_of(Month first, Month last) {
    text_ = say_(
        "-- Fleksløntilskud efter loven, i hele øre og hele tal; satser {}\n"
        "-- Tabellen months: id, month (ÅÅÅÅ-MM), am_income, own_pension, employer_pension, other_wage, daily_benefit, ceiling (øre),\n"
        "-- ledighedsydelse_days (hele dage). Intet lønloft: NULL. En række, der ikke kan beregnes, får NULL.\n",
        "-- Fleksløntilskud by the law, in whole øre and whole numbers; rates {}\n"
        "-- The table months: id, month (YYYY-MM), am_income, own_pension, employer_pension, other_wage, daily_benefit, ceiling (øre),\n"
        "-- ledighedsydelse_days (whole days). No ceiling: NULL. A row that cannot be computed gets NULL.\n",
        rates_.version());
    if (with_benefit())
      text_ += say_.text("-- og ledighedsydelse (øre): hvad der er betalt for feriedagene; den trækkes fra til og med marts 2022.\n",
                         "-- and ledighedsydelse (øre): what was paid for the holiday days; it is deducted to March 2022.\n");
    else if (std::any_of(laws_.begin(), laws_.end(), [](const LawText& law) { return !counts_days(law); }))
      text_ += say_.text("-- Feriedage før april 2022 kræver også kolonnen ledighedsydelse; uden den er de NULL.\n",
                         "-- Holiday days before April 2022 need the column ledighedsydelse too; without it they are NULL.\n");
    text_ +=
        "DROP VIEW IF EXISTS fleks_month;\nDROP TABLE IF EXISTS fleks_rates;\nCREATE TABLE fleks_rates (\n  month VARCHAR(7) PRIMARY KEY";
    for (const Formula::RateInput& rate : inputs_)
      text_ += fmt::format(",\n  {} BIGINT NOT NULL /* {}{} */", info(rate.key).name, rate.pieces == 1 ? "" : "1/",
                           rate.pieces == 1 ? "øre" : std::to_string(rate.pieces));
    text_ += "\n);\nINSERT INTO fleks_rates VALUES";
    const char* comma = "\n";
    for (Month month = first; month <= last; month = month_after(month)) {
      std::string row = fmt::format("  ('{}'", to_text(month));
      bool known = true;
      for (const Formula::RateInput& rate : inputs_) {
        const auto count = counted(rate, month, rates_);
        known = known && count.has_value();
        row += fmt::format(", {}", count.value_or(0));
      }
      if (!known) continue;  // its rows are not computed
      text_ += comma + row + ")";
      comma = ",\n";
    }
    text_ += ";\n";
  }

  [[nodiscard]] static bool is_needed(Fact fact) noexcept {
    return fact == Fact::am_income || fact == Fact::own_pension || fact == Fact::employer_pension;
  }
  [[nodiscard]] bool with_benefit() const noexcept { return columns_.back() == Fact::ledighedsydelse; }
  [[nodiscard]] static bool counts_days(const LawText& law) {
    const auto& facts = law.formula.facts;
    return std::any_of(facts.begin(), facts.end(), [](const auto& fact) { return fact.fact == Fact::ledighedsydelse_days; });
  }
  /// Where a row of months can be computed.
  [[nodiscard]] std::string usable() const {
    std::string text = "m.month IN (SELECT month FROM fleks_rates)";
    for (const Fact fact : columns_) {
      const std::string_view name = to_text(fact);
      const std::int64_t most = fact == Fact::ledighedsydelse_days ? 31 : largest_amount.in_oere();
      const std::string whole =
          fmt::format("CASE WHEN m.{0} BETWEEN 0 AND {1} THEN CAST(m.{0} AS BIGINT) = m.{0} ELSE FALSE END", name, most);
      text += is_needed(fact) ? fmt::format("\n    AND {}", whole) : fmt::format("\n    AND (m.{} IS NULL OR {})", name, whole);
    }
    // Where what was paid for the days is deducted, the number of them is not enough.
    for (std::size_t at = 0; at < laws_.size(); ++at) {
      const std::size_t first = at;
      while (at < laws_.size() && !counts_days(laws_[at])) ++at;
      if (at != first)
        text +=
            fmt::format("\n    AND NOT (COALESCE(m.ledighedsydelse_days, 0) > 0 AND m.month BETWEEN '{}' AND '{}'{})",
                        to_text(laws_[first].first), to_text(laws_[at - 1].last), with_benefit() ? " AND m.ledighedsydelse IS NULL" : "");
    }
    return text;
  }

  void facts() {
    text_ += "CREATE VIEW fleks_month AS\nWITH facts AS (\n  SELECT m.id";
    for (const Fact fact : columns_) {
      const bool benefit = fact == Fact::ledighedsydelse;  // of no days it is no matter
      const std::string column = benefit ? "CASE WHEN m.ledighedsydelse_days > 0 THEN CAST(m.ledighedsydelse AS BIGINT) END"
                                         : fmt::format("CAST(m.{} AS BIGINT)", to_text(fact));
      const std::int64_t otherwise = fact == Fact::ceiling ? Formula::no_ceiling : 0;
      text_ += is_needed(fact) ? fmt::format(",\n    {} AS {}", column, to_text(fact))
                               : fmt::format(",\n    COALESCE({}, {}) AS {}", column, otherwise, to_text(fact));
    }
    text_ += fmt::format(",\n    r.*\n  FROM months m JOIN fleks_rates r ON r.month = m.month\n  WHERE {}\n)", usable());
  }

  /// One text for all months, or by the reading of each.
  void step(std::size_t i) {
    const Formula::Step& step = laws_.back().formula.steps[i];
    const auto same = [&](const LawText& law) { return law.steps[i] == laws_.back().steps[i]; };
    std::string formula = laws_.back().steps[i], pieces = pieces_in_words(step.pieces);
    if (!std::all_of(laws_.begin(), laws_.end(), same)) {
      formula = "CASE";
      pieces.clear();
      for (std::size_t at = 0; at < laws_.size(); ++at) {
        const LawText& law = laws_[at];
        const std::string counts = pieces_in_words(law.formula.steps[i].pieces);
        if (pieces.find(counts) == std::string::npos) pieces += (pieces.empty() ? "" : ", ") + counts;
        if (at + 1 == laws_.size())
          formula += fmt::format("\n      ELSE {}\n    END", law.steps[i]);
        else if (law.steps[i] != laws_[at + 1].steps[i])
          formula += fmt::format("\n      WHEN month <= '{}' THEN {}", to_text(law.last), law.steps[i]);
      }
    }
    text_ +=
        fmt::format(",\n-- {}: {}; {}\nstep_{} AS (\n  SELECT *, {} AS {}\n  FROM {}\n)", info(step.rule).id,
                    rule_name(step.rule, say_.language()), pieces, i + 1, formula, step.name, i == 0 ? "facts" : fmt::format("step_{}", i));
  }

  void result() {
    text_ += fmt::format(
        "\nSELECT id, month, fleksloentilskud, own_atp, payout, obligatory_pension FROM step_{}\nUNION ALL\n"
        "SELECT m.id, m.month, NULL, NULL, NULL, NULL FROM months m\n  WHERE NOT COALESCE({}, FALSE);\n",
        laws_.back().formula.steps.size(), usable());
  }

  const RateTable& rates_;
  Say say_;
  std::vector<Fact> columns_;
  std::vector<LawText> laws_{};
  std::vector<Formula::RateInput> inputs_{};
  std::string text_{};
};

}  // namespace

std::string sql_script(const FormulaAsked& asked, Month first, Month last, const RateTable& rates, Language language) {
  return SqlScript(asked, first, last, rates, language).text();
}

Result<std::string> sql_of_facts(const FormulaAsked& asked, const LawText& law, const RateTable& rates, Language language) {
  const Say say(language);
  const bool of_ceiling = asked.of == FormulaOf::ceiling;
  const char* table = of_ceiling ? "ceilings" : "benefit_months";
  const char* view = of_ceiling ? "fleks_ceiling" : "fleks_ledighedsydelse";
  std::string text = say("-- {} for {} efter loven, i hele tal; satser {}\n-- Tabellen {}: id",
                         "-- {} of {} by the law, in whole numbers; rates {}\n-- The table {}: id", title_of(asked, language),
                         to_text(law.last), rates.version(), table);
  std::string columns, usable;
  for (const Formula::FactInput& fact : law.formula.facts) {
    const std::string_view name = to_text(fact.fact);
    text += fmt::format(",\n--   {} ({})", name, fact.pieces == 1 ? "øre" : "1/" + std::to_string(fact.pieces));
    // Days with a right that are not stated are all of the month's.
    const std::int64_t otherwise = fact.fact == Fact::entitled_weekdays ? weekdays(law.last) * fact.pieces : 0;
    columns += fmt::format(",\n    COALESCE(CAST(m.{0} AS BIGINT), {1}) AS {0}", name, otherwise);
    usable += fmt::format("{0}(m.{1} IS NULL OR CASE WHEN m.{1} BETWEEN 0 AND {2} THEN CAST(m.{1} AS BIGINT) = m.{1} ELSE FALSE END)",
                          usable.empty() ? "" : "\n    AND ", name, most_of(fact, law.last));
  }
  text += "\n";
  for (const Formula::RateInput& rate : law.formula.rates) {
    const auto count = counted_or_why_not(rate, law.last, rates);
    if (!count) return count.error();
    columns += fmt::format(",\n    CAST({} AS BIGINT) AS {}", *count, info(rate.key).name);
  }
  text += fmt::format("DROP VIEW IF EXISTS {0};\nCREATE VIEW {0} AS\nWITH facts AS (\n  SELECT m.id{1}\n  FROM {2} m\n  WHERE {3}\n)", view,
                      columns, table, usable);
  std::string from = "facts", amounts, nothing;
  for (std::size_t i = 0; i < law.steps.size(); ++i) {
    const Formula::Step& step = law.formula.steps[i];
    const std::string name = fmt::format("step_{}", i + 1);
    text +=
        fmt::format(",\n-- {}: {}; {}\n{} AS (\n  SELECT *, {} AS {}\n  FROM {}\n)", info(step.rule).id,
                    rule_name(step.rule, law.last, language), pieces_in_words(step.pieces), name, law.steps[i], sql_name(step.name), from);
    from = name;
    if (!of_ceiling && step.rule != Rule::LY_15 && step.rule != Rule::LY_13 && step.rule != Rule::FLT_19) continue;
    amounts += fmt::format(", {}", step.name);
    nothing += ", NULL";
  }
  return text + fmt::format("\nSELECT id{} FROM {}\nUNION ALL\nSELECT m.id{} FROM {} m\n  WHERE NOT COALESCE({}, FALSE);\n", amounts, from,
                            nothing, table, usable);
}

}  // namespace fleks
