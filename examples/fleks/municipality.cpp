#include <fleks/facts/municipal_facts.hpp>
#include <fleks/history/municipal_ledger.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/words/municipality.hpp>

#include "command.hpp"
#include "facts.hpp"

// fleks municipality: what a case, or an effort for many, costs municipality and state.

namespace program {
namespace {

using namespace fleks;

CheckedCase read_case_file(const std::string& path, Language language) {
  CaseReading reading = read_case(read_file("--case", path));
  if (reading.good()) return std::move(reading).checked();
  std::string rest;
  for (std::size_t i = 1; i < reading.errors.size(); ++i) rest += "\n" + shown(path) + ": " + in_words(reading.errors[i], language);
  throw Stop{.error = std::move(reading.errors.front()), .about = path, .rest = std::move(rest)};
}

MunicipalOptions options_of(const Arguments& a) {
  return {.fleksbidrag_base = a.choice<FleksbidragBase>("--fleksbidrag-base"),
          .weeks_of_month = a.choice<WeeksOfMonth>("--weeks-of-month")};
}

std::string of_case(const Arguments& a, const std::string& path) {
  const CheckedCase facts = read_case_file(path, a.language);
  const RateTable rates = read_rates(a);
  const auto ledger = or_stop(municipal_ledger(facts, rates, {.as_of = a.read("--as-of", parse_date), .options = options_of(a)}));
  switch (a.choice("--format", {"text", "json", "csv", "svg"})) {
    case 1: return to_json(facts.facts(), ledger, rates, a.language);
    case 2: return to_csv(ledger);
    case 3: return picture(facts.facts(), ledger, a.language);
    default: return breakdown(facts.facts(), ledger, rates, a.language);
  }
}

int run(const Arguments& a, Output& out) {
  if (const std::string* file = a.text("-o")) out.file = *file;
  if (const std::string* file = a.text("--case")) {
    out.text = of_case(a, *file);
    return 0;
  }
  throw Stop{{.code = ErrorCode::missing_fact, .field = "--case", .allowed = OneOf{{"*.json"}}}};
}

const Registered municipality{{
    .name = "municipality",
    .what = {"hvad en sag koster kommune og stat", "what a case costs municipality and state"},
    .usage = {"--case SAG.json [valg]", "--case CASE.json [options]"},
    .options = {{"--case",
                 {"FIL", "FILE"},
                 {"en borgers sag, måned for måned: ydelse, uger, refusion,\nfleksbidrag, og hvad kommune og stat bærer",
                  "a citizen's case, month by month: benefit, weeks, refund,\nfleksbidrag, and what municipality and state bear"}},
                {"--as-of", {"DATO", "DATE"}, {"kun det, der var kendt den dag", "only what was known that day"}},
                {"--fleksbidrag-base",
                 {"HVAD", "WHAT"},
                 {"fleksbidragets andel tages af det højeste tilskud efter refusion\n(after-refund), eller refusionen trækkes fra andelen "
                  "(m-less-refund)",
                  "the fleksbidrag's share is of the highest subsidy after the\nrefund (after-refund), or less it (m-less-refund)"},
                 words<FleksbidragBase>()},
                {"--weeks-of-month",
                 {"DAGE", "DAYS"},
                 {"månedens udgift deles på kalenderdage (calendar-days)\neller hverdage (weekdays)",
                  "the month's expense is divided on calendar days\n(calendar-days) or weekdays"},
                 words<WeeksOfMonth>()},
                rates_option(),
                format_option({"text, json, csv eller svg", "text, json, csv or svg"}, {"text", "json", "csv", "svg"}),
                {"-o", {"FIL", "FILE"}, {"skriv til en fil", "write to a file"}}},
    .example =
        {"  fleks municipality --case examples/cases/late_wage_report.json\nviser, hvad kommune og stat bærer af hver måned, og hvorfor.",
         "  fleks municipality --case examples/cases/late_wage_report.json --lang en\nshows what municipality and state bear of each "
         "month, and why."},
    .run = run,
}};

}  // namespace
}  // namespace program
