#include <algorithm>

#include "case_impact.hpp"
#include "folders.hpp"
#include "tasks/rates_diff.hpp"

// fleks impact: which decisions change, and by how much, at an upgrade of the rates or of the library.

namespace program {
namespace {

using namespace fleks;

std::optional<RateTable> table_of(const Arguments& a, const char* option) {
  const std::string* path = a.text(option);
  if (path == nullptr) return std::nullopt;
  return whole_table(a, option, *path);
}

int run(const Arguments& a, Output& out) {
  const auto form = a.choice("format", {"text", "csv", "json"});
  const Error no_file{
      .code = ErrorCode::missing_fact, .field = a.language == Language::danish ? "SAG" : "CASE", .allowed = OneOf{{"*.json"}}};
  if (a.files.empty()) throw Stop{no_file};
  // What is computed again is the one file that was kept; a folder is none.
  const bool again = a.files_read->again;
  std::vector<std::string> paths;
  for (const std::string& path : a.files) {
    const auto more = again ? std::vector{path} : sorted_files(path);
    paths.insert(paths.end(), more.begin(), more.end());
  }
  if (paths.empty()) throw Stop{no_file};
  auto after = table_of(a, "new_rates");
  const ImpactQuestion question{
      .before = table_of(a, "old_rates"),
      .after = after ? *std::move(after) : RateTable::embedded(),
      .months = {.as_of = a.read("as_of", parse_date), .first = a.read("from", parse_month), .last = a.read("to", parse_month)}};
  const bool one = paths.size() == 1 && paths == a.files;
  const auto all =
      impacts(paths, question, a.language, [&](const std::string& path) { return one ? a.read_file("", path) : read_file("", path); });
  const std::string against = question.before ? question.before->version() : std::string{};
  out.text = form == 0   ? breakdown(all.cases, all.count, a.language)
             : form == 1 ? to_csv(all.cases)
                         : to_json(all.cases, all.count, against, question.after);
  return all.count.not_computed > 0 ? 1 : 0;
}

const Registered impact_command{{
    .name = "impact",
    .what = {"hvilke afgørelser nye satser eller en ny version ændrer, og med hvor meget",
             "which decisions new rates or a new version change, and by how much"},
    .usage = {"SAG.json|MAPPE... --old-rates GAMMEL [--new-rates NY] [valg]\n      fleks impact RESULTAT.json|MAPPE... [valg]",
              "CASE.json|FOLDER... --old-rates OLD [--new-rates NEW] [options]\n       fleks impact RESULT.json|FOLDER... [options]"},
    .options = []() -> std::vector<Option> {
      return {
          {"old_rates",
           {"FIL", "FILE"},
           {"satserne før; en fil, der ikke har alle satser, føjes til de indbyggede.\nUden dem er SAG gemte resultater af fleks case, og "
            "før er, hvad de siger",
            "the rates before; a file without all rates adds to the built-in ones.\nWithout them each CASE is a kept result of fleks "
            "case, and before is what it says"}},
          {"new_rates", {"FIL", "FILE"}, {"satserne nu (de indbyggede)", "the rates now (the built-in ones)"}},
          {"as_of", {"DATO", "DATE"}, {"kun det, der var kendt den dag", "only what was known that day"}},
          {"from", {"ÅÅÅÅ-MM", "YYYY-MM"}, {"kun fra den måned (sagens første)", "only from that month (the case's first)"}},
          {"to", {"ÅÅÅÅ-MM", "YYYY-MM"}, {"kun til den måned (sagens sidste)", "only to that month (the case's last)"}},
          format_option({"text, csv eller json", "text, csv or json"}, {"text", "csv", "json"})};
    },
    .example =
        {"  fleks impact examples/cases --old-rates satser-2026.csv --new-rates satser-2027.csv\nviser hver måned, som de nye satser "
         "ændrer, med det udbetalte før og nu. Et resultat, der er gemt med\nfleks case --format json eller fleks record, regnes igen "
         "med denne version: fleks impact gemt/\nAfslutningskoden er 1, når en sag ikke kunne beregnes.",
         "  fleks impact examples/cases --old-rates rates-2026.csv --new-rates rates-2027.csv --lang en\nshows each month that the new "
         "rates change, with what is paid out before and now. A result that was kept by\nfleks case --format json or fleks record is "
         "computed again with this version: fleks impact kept/\nExit 1 when a case could not be computed."},
    .most_files = 100'000,
    .run = run,
}};

}  // namespace
}  // namespace program
