#include <fleks/analysis/calibration.hpp>
#include <fleks/analysis/sample.hpp>
#include <fleks/words/calibration.hpp>

#include "command.hpp"
#include "streams.hpp"
#include "tasks/facts.hpp"

// fleks sample: a synthetic population to start from.

namespace program {
namespace {

using namespace fleks;

std::uint64_t read_count(const Arguments& a, const char* option, std::uint64_t otherwise, std::uint64_t least, std::uint64_t most) {
  const std::string* text = a.text(option);
  if (text == nullptr) return otherwise;
  std::uint64_t count = 0;
  bool good = !text->empty() && text->size() <= 18;
  for (const char c : *text) {
    good = good && c >= '0' && c <= '9';
    count = good ? count * 10 + static_cast<std::uint64_t>(c - '0') : 0;
  }
  if (!good || count < least || count > most)
    throw Stop{{.code = ErrorCode::out_of_range, .field = asked(option), .given = *text, .allowed = Range{least, most}}};
  return count;
}

/// What contradicts each other is said in words: the message alone has only the two sums.
CalibratedSample calibrate(const Sample& sample, std::uint64_t rows, const std::string& csv, const std::string& file,
                           const RateTable& rates, Language language) {
  auto targets = read_calibration_targets(csv);
  if (!targets) throw Stop{std::move(targets).error(), file};
  auto calibrated = CalibratedSample::of(sample, rows, *std::move(targets), rates);
  if (calibrated) return *std::move(calibrated);
  if (calibrated.error().field == Field("rows")) throw Stop{std::move(calibrated).error().in(asked("rows"))};
  const bool sums = std::holds_alternative<Exactly>(calibrated.error().allowed);
  throw Stop{std::move(calibrated).error(), sums ? file : "",
             !sums                          ? ""
             : language == Language::danish ? "Begge tal omfatter alle personer; deres summer skal være ens."
                                            : "Both figures count all persons; their sums have to be equal."};
}

int run(const Arguments& a, Output& said, Files& files) {
  constexpr std::uint64_t most = 100'000'000'000;
  const std::string* path = a.text("output");
  if (!a.has("rows")) throw Stop{{.code = ErrorCode::missing_fact, .field = asked("rows"), .allowed = Range{1, most}}};
  const std::uint64_t rows = read_count(a, "rows", 0, 1, most), seed = read_count(a, "seed", 1, 0, 999'999'999'999'999'999);
  const int year = static_cast<int>(read_count(a, "year", 2025, 2013, 2099));
  const RateTable rates = read_rates(a);
  const Sample sample = or_stop(Sample::of(seed, year, rates), "year");
  std::optional<CalibratedSample> calibrated;
  if (const std::string* targets = a.text("calibrate"))
    calibrated = calibrate(sample, rows, a.read_file("calibrate", *targets), *targets, rates, a.language);
  OutputStream& out = files.own_output(path == nullptr ? "-" : *path);
  std::string text = calibrated ? calibrated->header() : std::string(Sample::header());
  for (std::uint64_t row = 0; row < rows; row += 10'000) {
    const std::uint64_t count = std::min<std::uint64_t>(10'000, rows - row);
    calibrated ? calibrated->add(row, count, text) : sample.add(row, count, text);
    out.write(text);
    text.clear();
  }
  if (!calibrated) return 0;
  (files.written.take_standard_output() ? said.note : said.text) = table(*calibrated, a.language);
  return calibrated->is_near() ? 0 : 1;
}

const Registered sample{{
    .name = "sample",
    .what = {"en syntetisk befolkning at begynde med: ingen virkelige personer", "a synthetic population to start from: no real persons"},
    .usage = {"--rows N [--seed S] [--year ÅR] [-o FIL]", "--rows N [--seed S] [--year YEAR] [-o FILE]"},
    .options = []() -> std::vector<Option> {
      return {{"rows", {"N", "N"}, {"rækker: tolv måneder for hver borger", "rows: twelve months a citizen"}},
              {"seed",
               {"S", "S"},
               {"frø (1): samme frø, samme fil på enhver maskine", "seed (1): the same seed, the same file on any machine"}},
              {"year", {"ÅR", "YEAR"}, {"tilskudsmånedernes år (2025)", "the year of the subsidy months (2025)"}},
              {"calibrate",
               {"MÅL.csv", "TARGETS.csv"},
               {"vægt borgerne, så de giver offentliggjorte tal (figure,group,total); personerne er\nstadig opdigtede. Kolonnen weight, "
                "og hvor nær hvert mål er; exit 1 hvis ikke alle nås",
                "weight the citizens to published totals (figure,group,total); the persons are\nstill invented. The column weight, "
                "and how near each target is; exit 1 if not all are reached"}},
              rates_option(),
              output_option({"skriv til en fil (ellers standardudskrift)", "write to a file (otherwise standard output)"})};
    },
    .example =
        {"  fleks sample --rows 1200 --seed 7 -o befolkning.csv\ngiver hundrede borgeres år; timer som i oktober 2022, løn antaget.",
         "  fleks sample --rows 1200 --seed 7 -o population.csv\ngives a hundred citizens' year; hours as in October 2022, pay assumed."},
    .run_with_files = run,
}};

}  // namespace
}  // namespace program
