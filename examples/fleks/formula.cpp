#include <fleks/words/formula.hpp>

#include "command.hpp"
#include "facts.hpp"

// fleks formula: the law of a month as an expression.

namespace program {
namespace {

using namespace fleks;

int run(const Arguments& a, Output& out) {
  if (!a.has("--dialect"))
    throw Stop{
        {.code = ErrorCode::missing_fact, .field = "--dialect", .allowed = OneOf{{"excel", "sqlite", "postgresql", "duckdb", "smt"}}}};
  const auto dialect = static_cast<Dialect>(a.choice("--dialect", {"excel", "sqlite", "postgresql", "duckdb", "smt"}));
  const auto month = a.read("--month", parse_month);
  const RateTable rates = read_rates(a);
  out.text = or_stop(formula_text(dialect, month, rates, a.language));
  if (const std::string* file = a.text("-o")) out.file = *file;
  return 0;
}

const Registered formula{{
    .name = "formula",
    .what = {"loven som formel: SQL, regneark eller SMT-LIB", "the law as a formula: SQL, spreadsheet or SMT-LIB"},
    .usage = {"--dialect excel|sqlite|postgresql|duckdb|smt [--month ÅÅÅÅ-MM] [valg]",
              "--dialect excel|sqlite|postgresql|duckdb|smt [--month YYYY-MM] [options]"},
    .options = {{"--dialect",
                 {"SPROG", "DIALECT"},
                 {"excel (et navngivet trin ad gangen), sqlite, postgresql, duckdb (en visning) eller smt (SMT-LIB 2)",
                  "excel (one named step at a time), sqlite, postgresql, duckdb (a view) or smt (SMT-LIB 2)"},
                 {"excel", "sqlite", "postgresql", "duckdb", "smt"}},
                {"--month",
                 {"ÅÅÅÅ-MM", "YYYY-MM"},
                 {"kun månedens lov og satser (ellers alle måneder; smt: den sidste)",
                  "only the law and rates of that month (else all months; smt: the last one)"}},
                rates_option(),
                {"-o", {"FIL", "FILE"}, {"skriv til en fil", "write to a file"}}},
    .example =
        {"  fleks formula --dialect sqlite | sqlite3 kommunen.db\nlaver visningen fleks_month over tabellen months, i hele øre.",
         "  fleks formula --dialect sqlite | sqlite3 municipality.db --lang en\nmakes the view fleks_month over the table months, in "
         "whole øre."},
    .run = run,
}};

}  // namespace
}  // namespace program
