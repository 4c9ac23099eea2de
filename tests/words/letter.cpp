#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <fleks/fleks.hpp>

#include "analysis/letter_content.hpp"
#include "source_file.hpp"
#include "words/letter_writer.hpp"
#include "words/said.hpp"

using namespace fleks;
using namespace std::chrono_literals;
using said::has;

// The letter to the citizen: what a decision must have, what is no decision, and that every amount adds up to the next.

namespace {

Case read(const std::string& text) {
  const CaseReading reading = read_case("{" + text + "}");
  for (const Error& e : reading.errors) MESSAGE(e.field.text() << ": " << message(e, Language::english));
  REQUIRE(reading.good());
  return reading.facts;
}
std::string page(const Case& c, Language language = Language::danish) {
  return letter(c, RateTable::embedded(), c.last, std::nullopt, language).value();
}
std::string one_job(const std::string& rest, const char* month = "2024-03") {
  return R"("from": ")" + std::string(month) + R"(", "to": ")" + month + R"(", "employments": [{"id": "a", "from": "2024-01-01"}], )" +
         rest;
}
std::string february(const std::string& am_income) {
  return one_job(R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": )" + am_income + "}]");
}
std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// A letter of a file, with what it is.
struct Written {
  LetterKind kind;
  Language language;
  std::string name, text, html;
};
/// Every letter of every month and every correction of every case, in both languages.
std::vector<Written> write_every_letter() {
  const RateTable rates = RateTable::embedded();
  std::vector<Written> all;
  for (const char* folder : {"/tests/cases", "/tests/programs/letters"})
    for (const auto& entry : std::filesystem::directory_iterator(source_file(folder))) {
      if (entry.path().extension() != ".json") continue;
      const CaseReading reading = read_case(text_of(entry.path()));
      REQUIRE(reading.good());
      const Case& c = reading.facts;
      const auto checked = CheckedCase::of(c).value();
      const auto add = [&](const LetterContent& content) {
        for (const Language language : {Language::danish, Language::english}) {
          const LetterSheets sheets = LetterWriter(c, rates, content, language).write();
          all.push_back({content.kind, language, entry.path().stem().string() + " " + to_text(content.month.month), as_text(sheets),
                         as_html(sheets)});
        }
      };
      for (Month m = c.first; m <= c.last; m = month_after(m)) {
        auto content = letter_of_month(c, checked, rates, m, std::nullopt).value();
        add(content);
        // And with what reaches the account, where something does.
        CitizensTax tax{
            .municipality = "Ærøskøbing & omegn", .municipal = Percent::parse("25.67").value(), .church = Percent::parse("0.89").value()};
        if (int{m.year()} % 2 == 0) tax = {.municipal = Percent::whole(25), .is_average = true, .card = TaxCard::secondary};
        REQUIRE_FALSE(add_after_tax(content, c, rates, tax).has_value());
        if (content.after_tax) add(content);
        if (m == c.first) add(letter_of_month(c, checked, rates, m, decision_date(c, m)).value());
      }
      add(letter_of_correction(checked, rates, c.first, c.last, std::nullopt).value());
      // After every hearing, when its time to answer has passed.
      if (!c.letters.hearings.empty()) add(letter_of_correction(checked, rates, c.first, c.first, Date{2024y / 8 / 1}).value());
    }
  return all;
}
const std::vector<Written>& every_letter() {
  static const std::vector<Written> all = write_every_letter();
  return all;
}

/// An amount at the end of a row: øre, or nothing.
std::optional<long> last_amount(const std::string& line, Language language) {
  std::string row = line;
  if (row.ends_with(" kr.")) row.erase(row.size() - 4);
  const auto at = row.find_last_of(' ');
  std::string digits;
  for (const char c : row.substr(at + 1)) {
    if (c == (language == Language::danish ? ',' : '.')) {
      if (row.size() - row.rfind(c) != 3) return std::nullopt;
    } else if ((c >= '0' && c <= '9') || c == '-') {
      digits += c;
    } else if (c != '+' && c != '.' && c != ',') {
      return std::nullopt;
    }
  }
  if (digits.empty() || row.size() < 3 || row[row.size() - 3] != (language == Language::danish ? ',' : '.')) return std::nullopt;
  return std::stol(digits);
}

/// Every amount below a rule of dashes is the sum of those above it.
void check_sums(const Written& w) {
  std::istringstream lines(w.text);
  long sum = 0;
  bool due = false;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  ")) {
      sum = 0;
      continue;
    }
    if (line.find_first_not_of(" -") == std::string::npos) {
      due = true;
      continue;
    }
    const auto amount = last_amount(line, w.language);
    if (!amount) continue;
    if (due) {
      CHECK_MESSAGE(sum == *amount, w.name << ": " << line);
      due = false;
    } else {
      sum += *amount;
    }
  }
}

}  // namespace

TEST_CASE("forvaltningsloven §§ 22-25: every decision has what a decision must have, and what is no decision is not called one") {
  const auto& all = every_letter();
  std::vector<LetterKind> seen;
  for (const Written& w : all) {
    CAPTURE(w.name);
    const bool danish = w.language == Language::danish;
    seen.push_back(w.kind);
    const auto says = [&](const char* da, const char* en) { return has(w.text, danish ? da : en); };
    // Sender, case, receiver, date, rules and who wrote it.
    CHECK(says("Sagsnr. ", "Case no. "));
    CHECK(says("Reglerne", "The rules"));
    CHECK(says("Venlig hilsen", "Kind regards"));
    CHECK(w.text.find("{}") == std::string::npos);
    CHECK(w.text.find("..") == std::string::npos);
    const bool decision = is_decision(w.kind);
    CHECK(says("Afgørelse: ", "Decision: ") == decision);
    CHECK(says("Du kan klage", "You can complain") == decision);
    CHECK(says("Ankestyrelsen.", "Ankestyrelsen.") == decision);
    CHECK(says("senest 4 uger efter, at du fik brevet", "within 4 weeks of the day you got this letter") == decision);
    CHECK(says("Du har pligt til at fortælle os", "It is your duty to tell us") == decision);
    CHECK(says("Ændrer vi den ikke, sender vi klagen til Ankestyrelsen", "If we do not change it, we send the complaint") == decision);
    if (w.kind != LetterKind::unchanged && w.kind != LetterKind::unknown) {
      // A law by name with its paragraph, and the address of an order or law.
      CHECK(w.text.find("§ ") != std::string::npos);
      CHECK((w.text.find("Lov om ") != std::string::npos || w.text.find("Bekendtgørelse nr. ") != std::string::npos));
    }
    if (w.kind == LetterKind::decision || w.kind == LetterKind::preliminary) CHECK(says("Til dig før skat", "To you before tax"));
    CHECK(says("(foreløbig)", "(preliminary)") == (w.kind == LetterKind::preliminary));
    CHECK(says("Det er ikke et afslag.", "This is not a refusal.") == (w.kind == LetterKind::unknown));
    CHECK(says("Det er ikke en afgørelse endnu.", "This is not a decision yet.") == (w.kind == LetterKind::hearing));
    if (w.kind == LetterKind::unknown) CHECK(w.text.find(danish ? "0,00" : "0.00") == std::string::npos);
    check_sums(w);
  }
  for (const LetterKind kind :
       {LetterKind::decision, LetterKind::preliminary, LetterKind::no_right, LetterKind::unknown, LetterKind::back_pay, LetterKind::hearing,
        LetterKind::regulation, LetterKind::repayment, LetterKind::unchanged})
    CHECK(std::find(seen.begin(), seen.end(), kind) != seen.end());
}

TEST_CASE("a letter is wrapped at 80, is one page, and as HTML fetches nothing and leads to the law alone") {
  for (const Written& w : every_letter()) {
    CAPTURE(w.name);
    std::istringstream lines(w.text);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count)
      if (line.find("https://") == std::string::npos) CHECK_MESSAGE(letters(line) <= 80, line);
    CHECK(count <= 125);
    const auto count_of = [&](std::string_view part) {
      std::size_t n = 0;
      for (std::size_t at = w.html.find(part); at != std::string::npos; at = w.html.find(part, at + 1)) ++n;
      return n;
    };
    CHECK(w.html.starts_with("<!DOCTYPE html>\n<html lang=\"" + std::string(w.language == Language::danish ? "da" : "en") + "\">"));
    CHECK(count_of("http") == count_of("<a href=\"https://www.retsinformation.dk/eli/lta/"));
    CHECK(w.html.find("{{") == std::string::npos);
    for (const char* landmark : {"<header>", "<main>", "</main>", "<footer>", "<h1>"}) CHECK(count_of(landmark) == 1);
    // Every table says what its columns and its rows are.
    CHECK(count_of("<table>") == count_of("<thead><tr><th scope=\"col\">"));
    CHECK(count_of("<tr>") + count_of("<tr class=\"sum\">") == count_of("<th scope=\"row\">") + count_of("<thead>"));
    // No paragraph is torn from its sign.
    for (const char* torn : {"§ ", "§\n", "stk. ", "DKK "}) CHECK(w.html.find(torn) == std::string::npos);
  }
}

TEST_CASE("a letter's names are text and never markup, and what is not known is marked as to be filled in") {
  const Case c = read(R"("name": "A & B <\"C\">", "municipality": "{{title}}", "from": "2024-03", "to": "2024-03", "employments": [])");
  const std::string html = letter(c, RateTable::embedded(), c.first, std::nullopt, Language::danish, LetterForm::html).value();
  CHECK(has(html, "A &amp; B &lt;&quot;C&quot;&gt;"));
  CHECK(html.find("<\"C\">") == std::string::npos);
  CHECK(has(html, "&#123;{title}}, <mark>[afdeling]</mark>"));
  CHECK(has(html, "Du havde hverken fleksjob eller ledighedsydelse i marts 2024."));
  const std::string text = page(c);
  for (const char* blank : {"[afdeling]", "[adresse]", "[telefon], [digital post]", "Sagsnr. [sagsnummer]", "[navn og titel]"})
    CHECK(has(text, blank));
}

TEST_CASE("FLT-8: a letter has a line for each step of the taper, by the rates the month was computed with") {
  CHECK(has(page(read(february("16323"))), "30 pct. af 16.323,00 -4.896,90"));
  const std::string above = page(read(february("16324")));
  CHECK(has(above, "30 pct. af 16.323,00 -4.896,90"));
  CHECK(has(above, "55 pct. af 1,00 -0,55"));
  // D1: with other rates the letter once still said 30 and 55 øre of each krone.
  const RateTable rates =
      RateTable::embedded()
          .extended_by(
              "key,valid_from,valid_to,value,unit,status,source,note\ntaper_high_pct,2013-01-01,,50.5,pct,read,a test,\n"
              "taper_low_pct,2013-01-01,,25,pct,read,a test,\n")
          .value();
  const Case c = read(february("17000"));
  const std::string other = letter(c, rates, c.first, std::nullopt, Language::english).value();
  CHECK(has(other, "25 per cent of 16,323.00 -4,080.75"));
  CHECK(has(other, "50.5 per cent of 677.00 -341.88"));
  CHECK(has(other, "by 25 per cent of the wage up to DKK 16,323.00 and by 50.5 per cent of the rest."));
  // Only sickness benefit: it is taken off in full, and no wage is (FLT-9).
  const std::string sick =
      page(read(one_job(R"("daily_benefits": [{"kind": "sickness", "from": "2024-02-01", "to": "2024-02-29", "amount": 12000}])")));
  CHECK(sick.find("30 pct.") == std::string::npos);
  CHECK(has(sick, "Dagpenge, som vi trækker fra -12.000,00"));
}

TEST_CASE("each law is named once in a letter, its paragraphs in one place, with the order's address in its month") {
  const std::string rules = page(read(february("15905"))).substr(page(read(february("15905"))).find("Reglerne"));
  CHECK(has(rules, "- Lov om en aktiv beskæftigelsesindsats: § 123, stk. 1 og 2; § 137"));
  CHECK(has(rules, "https://www.retsinformation.dk/eli/lta/2024/227"));
  for (const char* law :
       {"Lov om en aktiv beskæftigelsesindsats", "Bekendtgørelse nr. 227 fra 2024", "Ankestyrelsens principmeddelelser"}) {
    CAPTURE(rules);
    CHECK(rules.find(law) != std::string::npos);
    CHECK(rules.find(law, rules.find(law) + 1) == std::string::npos);
  }
  const Case c = read(R"("from": "2014-06", "to": "2014-06", "employments": [{"id": "a", "from": "2014-01-01"}],
      "wages": [{"from": "2014-05-01", "to": "2014-05-31", "am_income": 10000}])");
  const std::string html = letter(c, RateTable::embedded(), c.first, std::nullopt, Language::danish, LetterForm::html).value();
  CHECK(has(html, "<a href=\"https://www.retsinformation.dk/eli/lta/2014/411\">Bekendtgørelse nr.&nbsp;411 fra 2014: §&nbsp;8"));
}

TEST_CASE("FLT-14: rounding is a line of the letter") {
  const std::string text = page(read(R"("options": {"round_to": "krone"}, )" + february("15905")));
  CHECK(has(text, "Afrundet 0,50"));  // 19.952 - 4.771,50 = 15.180,50, to 15.181
  CHECK(has(text, "Fleksløntilskud 15.181,00"));
  CHECK(has(text, "Til dig før skat 14.681,00 kr."));
}

TEST_CASE("a letter is of a month of the case, as known on a day when one is given") {
  const Case c = read(R"("from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01"}],
    "wages": [{"from": "2024-03-01", "to": "2024-03-31", "am_income": 5000, "known": "2024-05-02"}])");
  const RateTable rates = RateTable::embedded();
  for (const Month month : {2024y / 2, 2024y / 5}) {
    const auto wrong = letter(c, rates, month, std::nullopt, Language::danish);
    REQUIRE(!wrong);
    CHECK(wrong.error().field == Fact::month);
    CHECK(to_text(wrong.error().allowed) == "2024-03..2024-04");
    CHECK(!letter_of_correction(c, rates, c.first, month, std::nullopt, Language::danish));
  }
  const std::string then = letter(c, rates, c.last, Date{2024y / 5 / 1}, Language::danish).value();
  CHECK(has(then, "1. maj 2024"));
  CHECK(has(then, "Vi mangler din løn for marts 2024 fra a."));
  CHECK(has(then, "Vi har spurgt [hvem] den [dato]."));
  // It could not be decided before, so this is the first decision and no correction.
  const std::string now = letter(c, rates, c.last, std::nullopt, Language::danish).value();
  CHECK(has(now, "2. maj 2024"));  // when the wage became known
  CHECK(has(now, "Afgørelse: Dit fleksløntilskud for april 2024"));
  CHECK(has(now, "Løn, som tæller med 5.000,00 kr."));
}

TEST_CASE("a month that was decided and is another now is the letter of its correction, against what was decided") {
  const CaseReading late = read_case(text_of(source_file("/examples/cases/late_wage_report.json")));
  const RateTable rates = RateTable::embedded();
  const std::string april = letter(late.facts, rates, 2024y / 4, std::nullopt, Language::danish).value();
  // March's wage was corrected on 20 May: 8.064 to 10.192 kr., 30 pct. of 2.128 is 638,40, and the krone is rounded.
  CHECK(has(april, "20. maj 2024"));
  CHECK(has(april, "Vi regner med, at du har fået 639,00 kr. for meget. Hvad siger du?"));
  CHECK(has(april, "april 2024 17.033,00 16.394,00 -639,00"));
  // As it was known on the day it was decided it is what was sent; the month before had no decision to compare with.
  const std::string sent = letter(late.facts, rates, 2024y / 4, Date{2024y / 4 / 30}, Language::danish).value();
  CHECK(has(sent, "Du får 17.033,00 kr. før skat."));
}

TEST_CASE("what a reading of the law decides is said with what the other would give") {
  const std::string first = page(read(R"("from": "2024-04", "to": "2024-04", "employments": [{"id": "a", "from": "2024-04-01"}],
    "wages": [{"from": "2024-04-01", "to": "2024-04-30", "am_income": 9000, "known": "2024-03-20", "expected": true}])"));
  CHECK(has(first,
            "Vi har brugt lønnen i jobbets første måned, fordi tilskuddet skal følge den løn, du har i jobbet. Havde vi ikke trukket "
            "løn fra i jobbets første måned, ville du få 19.452,00 kr."));
  CHECK(page(read(february("9000"))).find("Loven siger ikke klart") == std::string::npos);
  // A ceiling that changed within the wage month, read in each way.
  const auto ceilings = [](const std::string& reading) {
    return page(read(R"("options": {"ceiling_of_month": ")" + reading + R"("}, "from": "2024-03", "to": "2024-03",
      "employments": [{"id": "a", "from": "2024-01-01", "ceilings": [{"from": "2024-01-01", "amount": 20000}, {"from": "2024-02-16", "amount": 21000}]}],
      "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 9000}])"));
  };
  CHECK(has(ceilings("last-day"),
            "Vi har brugt lønloftet på månedens sidste dag, fordi det er det nyeste. Havde vi brugt lønloftet på månedens første dag, "
            "ville du få 10.500,00 kr."));
  CHECK(has(ceilings("first-day"), "fordi det gjaldt, da måneden begyndte"));
  CHECK(has(ceilings("by-weekdays"), "fordi begge gjaldt i måneden"));
}

TEST_CASE("LIX of every letter is at most 30") {
  // Words a sentence, and a hundred times the share of words of more than six letters; of the running text, in Danish.
  for (const Written& w : every_letter()) {
    if (w.language != Language::danish) continue;
    std::string text = w.text.substr(w.text.find("==\n"));
    text = text.substr(0, text.find("\nReglerne"));
    std::istringstream lines(text);
    std::size_t words = 0, sentences = 0, long_words = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("  ") || line.starts_with("=") || line.starts_with("- Løn") || line.starts_with("- Før")) continue;
      std::istringstream in(line);
      for (std::string word; in >> word;) {
        const bool ends = (word.ends_with('.') || word.ends_with('?') || word.ends_with(':')) && !(word[0] >= '0' && word[0] <= '9');
        while (!word.empty() && std::string_view(".,:;?()-").find(word.back()) != std::string_view::npos) word.pop_back();
        if (word.empty()) continue;
        ++words;
        if (letters(word) > 6 && !(word[0] >= '0' && word[0] <= '9')) ++long_words;
        if (ends && word != "kr" && word != "pct") ++sentences;
        if (ends && word == "kr" && in.peek() == EOF) ++sentences;
      }
    }
    REQUIRE(words > 0);
    const std::size_t lix = words / std::max<std::size_t>(sentences, 1) + 100 * long_words / words;
    CHECK_MESSAGE(lix <= 30, w.name << ": LIX " << lix);
  }
}
