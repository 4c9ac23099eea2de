#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

#include <set>

using namespace fleks;

namespace {

constexpr auto da = Language::danish, en = Language::english;

/// Everything the built-in tables say of where they are from.
std::set<std::string_view> all_said() {
  static const RateTable rates = RateTable::embedded();
  static const MunicipalTaxTable taxes = MunicipalTaxTable::embedded();
  std::set<std::string_view> all;
  for (const Rate& rate : rates.rows()) all.insert({rate.source, rate.note});
  for (const MunicipalTax& tax : taxes.rows()) all.insert(tax.source);
  all.erase("");
  return all;
}

/// The words of a text in small letters, but for addresses, files and names of repositories.
std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string token = text.substr(at, end - at);
    std::string word;
    for (const char c : token.find_first_of("/@_") == std::string::npos ? token + ' ' : "") {
      if (std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80) {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      } else if (!word.empty()) {
        words.insert(word);
        word.clear();
      }
    }
    at = end + 1;
  }
  return words;
}

}  // namespace

// To the reader of a Danish letter a rate "derived: nearest krone" is from nowhere.
TEST_CASE("no source or note of the tables has an English word in Danish") {
  const std::set<std::string> english{
      "about",   "abolished", "added",        "after",     "age",        "agree",      "all",          "amendment",  "amount",
      "amounts", "an",        "and",          "another",   "are",        "assumed",    "assumption",   "base",       "be",
      "before",  "below",     "between",      "both",      "by",         "calculator", "change",       "changes",    "check",
      "checked", "child",     "children",     "church",    "citing",     "computed",   "contribution", "correction", "counts",
      "country", "current",   "day",          "deduction", "derived",    "each",       "earlier",      "edited",     "exists",
      "factor",  "figure",    "file",         "first",     "five",       "follows",    "found",        "from",       "full",
      "gives",   "half",      "has",          "hours",     "household",  "identified", "in",           "is",         "it",
      "its",     "law",       "less",         "level",     "limit",      "lists",      "maximum",      "members",    "month",
      "monthly", "nearest",   "not",          "number",    "of",         "official",   "older",        "on",         "one",
      "only",    "or",        "order",        "other",     "own",        "page",       "pages",        "parent",     "payment",
      "pension", "per",       "place",        "policy",    "prints",     "public",     "quarter",      "quarterly",  "rate",
      "rates",   "ratio",     "rent",         "report",    "reproduces", "rise",       "rounded",      "rule",       "same",
      "says",    "second",    "secondary",    "see",       "shown",      "shows",      "since",        "single",     "source",
      "stated",  "step",      "steps",        "table",     "tables",     "tax",        "tested",       "text",       "that",
      "the",     "there",     "third",        "thirds",    "three",      "threshold",  "total",        "two",        "unchanged",
      "until",   "value",     "verification", "was",       "week",       "weekly",     "weeks",        "with",       "within",
      "without", "would",     "year",         "years"};
  std::size_t other = 0;
  for (const std::string_view text : all_said()) {
    const std::string danish = source_in_words(text, da);
    for (const std::string& word : words_of(danish))
      if (english.contains(word)) FAIL_CHECK(danish << " has " << word);
    for (const std::string& word : words_of(std::string(text)))
      if (english.contains(word)) {
        ++other;
        break;
      }
  }
  // What is looked for is found in the tables themselves.
  CHECK(other > 100);
}

TEST_CASE("sources in English are the tables' own text, letter for letter") {
  for (const std::string_view text : all_said()) CHECK(source_in_words(text, en) == text);
}

TEST_CASE("sources and notes in Danish, with the numbers as Danish writes them") {
  struct {
    const char *english, *danish;
  } const rows[] = {
      {"derived: 98 pct. of 21092, nearest krone", "udledt: 98 pct. af 21.092, nærmeste krone"},
      {"not found", "ikke fundet"},
      {"2025 and 2026 assumed unchanged", "2025 og 2026 antaget uændret"},
      {"per child; quarterly (15-17: monthly); from 2022 half to each parent",
       "pr. barn; hvert kvartal (15-17 år: hver måned); fra 2022 halvdelen til hver forælder"},
      {"https://www.tax.dk/skat/boernefamilieydelse.htm; not found", "https://www.tax.dk/skat/boernefamilieydelse.htm; ikke fundet"},
      // A semicolon inside a bracket does not part the note.
      {"from 2018 the base includes own and employer pension and ATP (LL § 9 J; EUROMOD report)",
       "fra 2018 er eget og arbejdsgivers pensionsbidrag og ATP-bidrag med i grundlaget (LL § 9 J; EUROMODs rapport)"},
      {"BEK 4/2026 § 15", "BEK 4/2026 § 15"},
  };
  for (const auto& row : rows) CHECK(source_in_words(row.english, da) == row.danish);
}

TEST_CASE("what a table of one's own says of its sources stands as it is") {
  for (const char* text : {"", "a letter", "Not found", "not found, a letter", "brev; a letter; ", "; ", " not found"}) {
    CHECK(source_in_words(text, da) == text);
    CHECK(source_in_words(text, en) == text);
  }
  CHECK(source_in_words("a letter; not found; ", da) == "a letter; ikke fundet; ");
}
