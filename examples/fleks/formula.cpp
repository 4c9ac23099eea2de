#include <fleks/words/formula.hpp>

#include "command.hpp"
#include "tasks/facts.hpp"

// fleks formula: the law of a month as an expression.

namespace program {
namespace {

using namespace fleks;

int run(const Arguments& a, Output& out) {
  if (!a.has("dialect"))
    throw Stop{
        {.code = ErrorCode::missing_fact, .field = asked("dialect"), .allowed = OneOf{{"excel", "sqlite", "postgresql", "duckdb", "smt"}}}};
  const auto dialect = static_cast<Dialect>(a.choice("dialect", {"excel", "sqlite", "postgresql", "duckdb", "smt"}));
  FormulaAsked wanted{.dialect = dialect, .month = a.read("month", parse_month)};
  if (a.has("of")) wanted.of = static_cast<FormulaOf>(a.choice("of", {"month", "ledighedsydelse", "ceiling"}));
  for (const char* option : {"class", "provider"})
    if (a.has(option) && wanted.of != FormulaOf::ledighedsydelse)
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(option), .allowed = OnlyWith{{asked("of ledighedsydelse")}}}};
  const bool is_sql = dialect != Dialect::excel && dialect != Dialect::smt;
  if (a.has("holiday_benefit") && wanted.of != FormulaOf::month)
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("holiday_benefit"), .allowed = NotWith{{asked("of " + *a.text("of"))}}}};
  if (a.has("holiday_benefit") && !is_sql)
    throw Stop{{.code = ErrorCode::exclusive_facts,
                .field = asked("holiday_benefit"),
                .allowed = OnlyWith{{asked("dialect sqlite"), asked("dialect postgresql"), asked("dialect duckdb")}}}};
  if (a.has("class")) wanted.benefit_class = read_class(a);
  wanted.provider = a.has("provider");
  wanted.holiday_benefit = a.has("holiday_benefit");
  const RateTable rates = read_rates(a);
  out.text = or_stop(formula_text(wanted, rates, a.language));
  return 0;
}

const Registered formula{{
    .name = "formula",
    .what = {"loven som formel: SQL, regneark eller SMT-LIB", "the law as a formula: SQL, spreadsheet or SMT-LIB"},
    .usage = {"--dialect excel|sqlite|postgresql|duckdb|smt [--of month|ledighedsydelse|ceiling] [--month ÅÅÅÅ-MM] [valg]",
              "--dialect excel|sqlite|postgresql|duckdb|smt [--of month|ledighedsydelse|ceiling] [--month YYYY-MM] [options]"},
    .options = []() -> std::vector<Option> {
      return {
          {"dialect",
           {"SPROG", "DIALECT"},
           {"excel (et navngivet trin ad gangen), sqlite, postgresql, duckdb (en visning) eller smt (SMT-LIB 2)",
            "excel (one named step at a time), sqlite, postgresql, duckdb (a view) or smt (SMT-LIB 2)"},
           {"excel", "sqlite", "postgresql", "duckdb", "smt"}},
          {"of",
           {"HVAD", "WHAT"},
           {"month (fleksløntilskud), ledighedsydelse (med fradrag) eller ceiling (lønloftet af sine dele)",
            "month (fleksløntilskud), ledighedsydelse (with offsets) or ceiling (from its parts)"},
           {"month", "ledighedsydelse", "ceiling"}},
          {"month",
           {"ÅÅÅÅ-MM", "YYYY-MM"},
           {"kun månedens lov og satser (ellers alle måneder; smt, ledighedsydelse og ceiling: den sidste)",
            "only the law and rates of that month (else all months; smt, ledighedsydelse and ceiling: the last one)"}},
          {"class",
           {"KLASSE", "CLASS"},
           {"ledighedsydelsens sats: full, low_provider eller low_nonprovider",
            "rate of ledighedsydelse: full, low_provider or low_nonprovider"},
           {"full", "low_provider", "low_nonprovider"}},
          {"provider", {}, {"forsørger: grænsen for ATP ved satsen full (LY-13)", "a provider: the limit of ATP of class full (LY-13)"}},
          {"holiday_benefit",
           {},
           {"tabellen har også kolonnen ledighedsydelse: hvad der er betalt for feriedagene, som trækkes fra til og med marts 2022",
            "the table has also the column ledighedsydelse: what was paid for the holiday days, deducted to March 2022"}},
          rates_option()};
    },
    .example =
        {"  fleks formula --dialect sqlite | sqlite3 kommunen.db\nlaver visningen fleks_month over tabellen months, i hele øre.",
         "  fleks formula --dialect sqlite | sqlite3 municipality.db --lang en\nmakes the view fleks_month over the table months, in "
         "whole øre."},
    .run = run,
}};

}  // namespace
}  // namespace program
