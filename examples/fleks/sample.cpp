#include <fleks/analysis/sample.hpp>

#include "command.hpp"
#include "facts.hpp"
#include "streams.hpp"

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
    throw Stop{{.code = ErrorCode::out_of_range, .field = option, .given = *text, .allowed = Range{least, most}}};
  return count;
}

int run(const Arguments& a, Output& said) {
  constexpr std::uint64_t most = 100'000'000'000;
  const std::string* path = a.text("-o");
  if (!a.has("--rows")) throw Stop{{.code = ErrorCode::missing_fact, .field = "--rows", .allowed = Range{1, most}}};
  const std::uint64_t rows = read_count(a, "--rows", 0, 1, most), seed = read_count(a, "--seed", 1, 0, 999'999'999'999'999'999);
  const int year = static_cast<int>(read_count(a, "--year", 2025, 2013, 2099));
  const Sample sample = or_stop(Sample::of(seed, year, read_rates(a)), "--year");
  OutputStream& out = said.files.open(path == nullptr ? "-" : *path, "-o");
  std::string text(Sample::header());
  for (std::uint64_t row = 0; row < rows; row += 10'000) {
    sample.add(row, std::min<std::uint64_t>(10'000, rows - row), text);
    out.write(text);
    text.clear();
  }
  return 0;
}

const Registered sample{{
    .name = "sample",
    .what = {"en syntetisk befolkning at begynde med: ingen virkelige personer", "a synthetic population to start from: no real persons"},
    .usage = {"--rows N [--seed S] [--year ÅR] [-o FIL]", "--rows N [--seed S] [--year YEAR] [-o FILE]"},
    .options = {{"--rows", {"N", "N"}, {"rækker: tolv måneder for hver borger", "rows: twelve months a citizen"}},
                {"--seed",
                 {"S", "S"},
                 {"frø (1): samme frø, samme fil på enhver maskine", "seed (1): the same seed, the same file on any machine"}},
                {"--year", {"ÅR", "YEAR"}, {"tilskudsmånedernes år (2025)", "the year of the subsidy months (2025)"}},
                rates_option(),
                {"-o", {"FIL", "FILE"}, {"skriv til en fil (ellers standardudskrift)", "write to a file (otherwise standard output)"}}},
    .example =
        {"  fleks sample --rows 1200 --seed 7 -o befolkning.csv\ngiver hundrede borgeres år; timer som i oktober 2022, løn antaget.",
         "  fleks sample --rows 1200 --seed 7 -o population.csv\ngives a hundred citizens' year; hours as in October 2022, pay assumed."},
    .run = run,
}};

}  // namespace
}  // namespace program
