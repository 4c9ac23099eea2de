#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <fleks/fleks.hpp>
#include <fleks/rates/municipal_tax.hpp>

#include "source_file.hpp"

using namespace fleks;

// Whole letters: what the library writes is what is stored (and worked out in programs/letters/README.md), byte for byte. The
// program writes the same ones in programs/letters.sh.

namespace {

const std::string folder = "/tests/programs/letters/";

std::string text_of(const std::string& path) {
  std::ifstream in(source_file(path), std::ios::binary);
  REQUIRE_MESSAGE(in.good(), path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// A row of stored.txt: the letter's name, its case, and the options of the program it is written with.
struct Stored {
  std::string name, file;
  std::map<std::string, std::string> options{};

  [[nodiscard]] bool has(const std::string& option) const { return options.contains(option); }
  template <class Parse>
  [[nodiscard]] auto read(const std::string& option, Parse parse) const {
    return has(option) ? std::optional(parse(options.at(option)).value()) : std::nullopt;
  }
};
Stored row_of(const std::string& line) {
  std::istringstream words(line);
  Stored row;
  words >> row.name >> row.file;
  std::string option;
  for (std::string word; words >> word;)
    if (word.starts_with("--"))
      row.options.emplace(option = word, "");
    else
      row.options[option] = word;
  return row;
}

std::optional<CitizensTax> tax_of(const Stored& row, const Case& c, Month month) {
  if (!row.has("--after-tax")) return std::nullopt;
  LocalTaxFacts facts{.municipal = row.read("--municipal-tax", Percent::parse), .church_member = row.has("--church")};
  if (row.has("--municipality"))
    facts.municipality = row.options.at("--municipality");
  else if (!facts.municipal && !c.municipality.empty())
    facts.municipality = c.municipality;
  const LocalTax local = local_tax(facts, RateTable::embedded().on(month.year() / std::chrono::January)).value();
  return CitizensTax{.municipality = std::string(local.municipality),
                     .municipal = local.municipal,
                     .church = local.church,
                     .is_average = local.is_average,
                     .single_parent = row.has("--single-parent"),
                     .card = row.has("--tax-card") ? TaxCard::secondary : TaxCard::main,
                     .deduction = row.read("--deduction", Money::parse)};
}

std::string written(const Stored& row, Language language) {
  const CaseReading reading = read_case(text_of(folder + row.file + ".json"));
  REQUIRE_MESSAGE(reading.good(), row.name);
  const Case& c = reading.facts;
  const LetterForm form = row.has("--format") ? LetterForm::html : LetterForm::text;
  const RateTable rates = RateTable::embedded();
  const Month month = row.read("--letter", parse_month).value();
  const auto as_of = row.read("--as-of", parse_date);
  const auto from = row.read("--correct-from", parse_month);
  return (from ? letter_of_correction(c, rates, *from, month, as_of, language, form)
               : letter(c, rates, month, as_of, language, form, tax_of(row, c, month)))
      .value();
}

}  // namespace

TEST_CASE("whole letters are those that are stored, in both languages") {
  std::istringstream rows(text_of(folder + "stored.txt"));
  int count = 0;
  for (std::string line; std::getline(rows, line);) {
    if (line.starts_with("#")) continue;
    const Stored row = row_of(line);
    for (const Language language : {Language::danish, Language::english}) {
      const std::string name = row.name + (language == Language::danish ? "_da." : "_en.") + (row.has("--format") ? "html" : "txt");
      CHECK_MESSAGE(written(row, language) == text_of("/tests/programs/expected/letter_" + name), name);
      ++count;
    }
  }
  CHECK(count >= 40);
}
