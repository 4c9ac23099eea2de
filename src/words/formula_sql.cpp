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
  SqlScript(Dialect dialect, Month first, Month last, const RateTable& rates, Language language)
      : rates_(rates), say_(language), laws_(laws_in_words(first, last, rates, columns_of_formula, dialect)) {
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
  [[nodiscard]] static bool counts_days(const LawText& law) {
    const auto& facts = law.formula.facts;
    return std::any_of(facts.begin(), facts.end(), [](const auto& fact) { return fact.fact == Fact::ledighedsydelse_days; });
  }
  /// Where a row of months can be computed.
  [[nodiscard]] std::string usable() const {
    std::string text = "m.month IN (SELECT month FROM fleks_rates)";
    for (const Fact fact : columns_of_formula) {
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
        text += fmt::format("\n    AND NOT (COALESCE(m.ledighedsydelse_days, 0) > 0 AND m.month BETWEEN '{}' AND '{}')",
                            to_text(laws_[first].first), to_text(laws_[at - 1].last));
    }
    return text;
  }

  void facts() {
    text_ += "CREATE VIEW fleks_month AS\nWITH facts AS (\n  SELECT m.id";
    for (const Fact fact : columns_of_formula) {
      const std::string column = fmt::format("CAST(m.{} AS BIGINT)", to_text(fact));
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
  std::vector<LawText> laws_;
  std::vector<Formula::RateInput> inputs_{};
  std::string text_{};
};

}  // namespace

std::string sql_script(Dialect dialect, Month first, Month last, const RateTable& rates, Language language) {
  return SqlScript(dialect, first, last, rates, language).text();
}

}  // namespace fleks
