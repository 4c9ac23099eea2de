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
        LetterKind::regulation, LetterKind::repayment, LetterKind::unchanged, LetterKind::claim})
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

TEST_CASE("what belongs together in a page's line stays there: paragraphs with a letter, amounts, and nothing more") {
  LetterSheets sheets;
  sheets.sections.emplace_back().paragraphs = {"§ 74 d, stk. 1", "§ 9 og § 10", "§ 90 a.",      "§ 19 z x", "§ 1 A.",
                                               "§ 5 ab",         "§ 6 b",       "kr.. pct.. x", "[a] [b",   "1 kr. og 2 pct. i nr. 3"};
  const std::string html = as_html(sheets);
  for (const char* part : {"<p>§&nbsp;74&nbsp;d, stk.&nbsp;1</p>", "<p>§&nbsp;9 og §&nbsp;10</p>", "<p>§&nbsp;90&nbsp;a.</p>",
                           "<p>§&nbsp;19&nbsp;z x</p>", "<p>§&nbsp;1 A.</p>", "<p>§&nbsp;5 ab</p>", "<p>§&nbsp;6 b</p>",
                           "<p>kr.&nbsp;pct. x</p>", "<p><mark>[a]</mark> [b</p>", "<p>1&nbsp;kr. og 2&nbsp;pct. i nr.&nbsp;3</p>"})
    CHECK_MESSAGE(html.find(part) != std::string::npos, part);
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

TEST_CASE("an address stands below the law that it is of, and no calculator is a law") {
  for (const Written& w : every_letter()) {
    CAPTURE(w.name);
    std::istringstream lines(w.text.substr(w.text.find(w.language == Language::danish ? "\nReglerne\n" : "\nThe rules\n")));
    std::string law;
    std::vector<std::string> addresses;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("- ")) law = line;
      if (line.find("https://") == std::string::npos) continue;
      CHECK(std::find(addresses.begin(), addresses.end(), line) == addresses.end());
      addresses.push_back(line);
      // `- Bekendtgørelse nr. 227 fra 2024: ...`
      if (law.find(" nr. ") == 16) {
        const std::string number = law.substr(20, law.find(' ', 20) - 20);
        CHECK_MESSAGE(line.ends_with("/" + number), law);
      }
      if (law.starts_with("- Lov om aktiv socialpolitik")) CHECK(line.ends_with("/2025/1004"));
      if (law.starts_with("- Lov om en aktiv")) CHECK_MESSAGE(!line.ends_with("/227"), line);
    }
    CHECK(w.text.find("STAR") == std::string::npos);
  }
  // FLT-3 gives the law's own address beside that of the order.
  const Case c = read_case(text_of(source_file("/tests/programs/letters/no_right.json"))).facts;
  CHECK(has(page(c), "https://www.retsinformation.dk/eli/lta/2024/280"));
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

TEST_CASE("the two steps of the taper are whole øre and add up, whatever the rates") {
  // 25,5 pct. of 16.323 is 4.162,365 and 25,7 pct. is 4.195,011.
  const auto by = [](const char* low) {
    const RateTable rates = RateTable::embedded()
                                .extended_by("key,valid_from,valid_to,value,unit,status,source,note\ntaper_low_pct,2013-01-01,," +
                                             std::string(low) + ",pct,read,a test,\n")
                                .value();
    const Case c = read(february("16324.10"));
    return letter(c, rates, c.first, std::nullopt, Language::danish).value();
  };
  CHECK(has(by("25.5"), "25,5 pct. af 16.323,00 -4.162,37"));
  CHECK(has(by("25.7"), "25,7 pct. af 16.323,00 -4.195,01"));
  // Ledighedsydelse is offset by 30 pct. of 4.688,85, which is 1.406,655.
  const Case c =
      read(R"("from": "2024-03", "to": "2024-03", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
    "incomes": [{"kind": "severance", "month": "2024-02", "amount": "4688.85"}])");
  CHECK(has(page(c), "30 pct. af 4.688,85 -1.406,66"));
  // What would be more than the benefit takes all of it and no more: no two steps add up to that.
  const std::string gone =
      page(read(R"("from": "2024-03", "to": "2024-03", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
    "incomes": [{"kind": "severance", "month": "2024-02", "amount": "60000"}])"));
  CHECK(has(gone, "Fradrag for indtægt -18.137,00"));
  CHECK(gone.find("55 pct. af") == std::string::npos);
  // One day with holiday pay: 18.137 × 12 / 260 is 837,0923 less, and the pay is made up to it.
  const std::string held =
      page(read(R"("from": "2024-03", "to": "2024-03", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
    "holidays": [{"kind": "allowance", "from": "2024-03-04", "to": "2024-03-04", "pay_per_day": "500"}])"));
  CHECK(has(held, "Ferie med egne feriepenge (1 dag) -837,09 Tillæg til dine feriepenge 337,09"));
}

TEST_CASE("a hearing is over the day after its last day, when it was sent, and not before") {
  const Case c = read_case(text_of(source_file("/tests/programs/letters/regulation_unanswered.json"))).facts;
  const auto kind_on = [&](Date day) {
    return letter_of_correction(CheckedCase::of(c).value(), RateTable::embedded(), c.first, c.last, day).value().kind;
  };
  CHECK(kind_on(2024y / 7 / 1) == LetterKind::hearing);   // not sent
  CHECK(kind_on(2024y / 7 / 16) == LetterKind::hearing);  // the last day to answer
  CHECK(kind_on(2024y / 7 / 17) == LetterKind::regulation);
}

TEST_CASE("another benefit of which nothing is taken is no decision") {
  const Case c = read(R"("from": "2024-04", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01"}],
    "wages": [{"from": "2024-03-01", "to": "2024-03-31", "am_income": 9000}],
    "back_payments": [{"kind": "sickness_benefit", "from": "2024-04-01", "to": "2024-04-30", "amount": "9000", "known": "2024-06-10"}])");
  const auto content = letter_of_correction(CheckedCase::of(c).value(), RateTable::embedded(), c.first, c.last, std::nullopt).value();
  CHECK(content.kind == LetterKind::unchanged);
}

TEST_CASE("where a later fact changes nothing the letter is the one that was sent") {
  const Case c = read(R"("from": "2024-03", "to": "2024-03", "employments": [{"id": "a", "from": "2024-01-01"}], "wages": [
    {"id": "first", "from": "2024-02-01", "to": "2024-02-29", "am_income": 9000, "known": "2024-03-02"},
    {"id": "again", "corrects": "first", "from": "2024-02-01", "to": "2024-02-29", "am_income": 9000, "known": "2024-05-02"}])");
  const RateTable rates = RateTable::embedded();
  const std::string sent = letter(c, rates, c.first, std::nullopt, Language::danish).value();
  CHECK(has(sent, "29. marts 2024"));
  CHECK(has(sent, "Tallene er fra indkomstregisteret (oplyst den 2. marts 2024)."));
  // What is asked of a day is of that day.
  CHECK(has(letter(c, rates, c.first, Date{2024y / 6 / 1}, Language::danish).value(), "oplyst den 2. maj 2024"));
}

TEST_CASE("a letter that decides nothing says nothing of other readings of the law") {
  // Under another reading the first month needs no wage; which of them was made decides nothing yet.
  const std::string text =
      page(read(R"("from": "2024-04", "to": "2024-04", "employments": [{"id": "a", "from": "2024-04-01"}], "wages": [])"));
  CHECK(has(text, "Det er ikke et afslag."));
  CHECK(text.find("Loven siger ikke klart") == std::string::npos);
}

TEST_CASE("what changed since last time is against what was decided, also where that is known as stated alone") {
  // February's wage is not known, but what was decided for March is.
  const auto april = [](const char* decisions) {
    return page(read(R"("from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01"}],
      "wages": [{"from": "2024-03-01", "to": "2024-03-31", "am_income": 9000}])" +
                     std::string(decisions)));
  };
  CHECK(has(april(R"(, "decisions": [{"month": "2024-03", "date": "2024-03-27", "paid": "16000.00"}])"),
            "Du får 752,00 kr. mere end for marts 2024."));
  CHECK(april("").find("Ændret siden sidst") == std::string::npos);
}

TEST_CASE("a share of pay for two months, and a subsidy of nothing beside ledighedsydelse, have their lines") {
  CHECK(has(page(read(one_job(R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 11000,
              "bonus": [{"amount": 2000, "from": "2024-02", "to": "2024-03"}]}])"))),
            "Del af løn fra a for 2 måneder 1.000,00"));
  const std::string nothing = page(read(R"("from": "2024-03", "to": "2024-03",
      "employments": [{"id": "a", "from": "2024-01-01", "to": "2024-03-15", "ceilings": [{"from": "2024-01-01", "amount": 20000}]}],
      "ledighedsydelse": [{"from": "2024-03-16", "class": "full"}],
      "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 25000}])"));
  CHECK(has(nothing, "Fleksløntilskud 0,00 Ledighedsydelse ("));
}

TEST_CASE("what was asked on the day of the letter is in it") {
  const Case c = read_case(text_of(source_file("/tests/programs/letters/unknown_two.json"))).facts;
  const auto on = [&](Date day) { return letter(c, RateTable::embedded(), c.first, day, Language::danish).value(); };
  CHECK(has(on(2024y / 3 / 20), "Vi har spurgt Cafeen den 20. marts 2024."));
  CHECK(on(2024y / 3 / 19).find("Cafeen den") == std::string::npos);
}

TEST_CASE("a letter of the day on which the month before was decided tells what has changed since") {
  const Case c = read(R"("from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01"}], "wages": [
    {"from": "2024-02-01", "to": "2024-02-29", "am_income": 9000, "known": "2024-03-01"},
    {"from": "2024-03-01", "to": "2024-03-31", "am_income": 8000, "known": "2024-03-20"}])");
  const auto on = [&](Date day) { return letter(c, RateTable::embedded(), c.last, day, Language::danish).value(); };
  const Date decided = decision_date(c, c.first);
  CHECK(has(on(decided), "Du får 300,00 kr. mere end for marts 2024."));
  CHECK(on(Date{std::chrono::sys_days{decided} - std::chrono::days{1}}).find("Ændret siden sidst") == std::string::npos);
}

TEST_CASE("each reading of the law has its own words and its own reason, in both languages") {
  using Of = LetterChoice::Of;
  const Case c = read(february("9000"));
  const RateTable rates = RateTable::embedded();
  LetterContent content = letter_of_month(c, CheckedCase::of(c).value(), rates, c.first, std::nullopt).value();
  for (const Language language : {Language::danish, Language::english}) {
    const bool danish = language == Language::danish;
    std::vector<std::string> said;
    for (int made = 0; made <= static_cast<int>(Of::benefit_month_before); ++made) {
      content.choices = {{static_cast<Of>(made), Of::no_rise, Money::kroner(1'234)},
                         {static_cast<Of>(made), Of::split_evenly, Money::kroner(5)}};
      const std::string text = said::on_one_line(as_text(LetterWriter(c, rates, content, language).write()));
      const std::string start = danish ? "Loven siger ikke klart, hvordan der skal regnes her. Vi har "
                                       : "The law does not say clearly how to compute here. We have ";
      const auto at = text.find(start);
      REQUIRE(at != std::string::npos);
      CHECK(text.find(start, at + 1) == std::string::npos);  // said once for the two that it could have been
      const std::string sentence = text.substr(at + start.size(), text.find('.', at + start.size()) - at - start.size());
      CHECK_MESSAGE(sentence.find(danish ? ", fordi " : ", as ") > 10, sentence);
      CHECK_MESSAGE(std::find(said.begin(), said.end(), sentence) == said.end(), sentence);
      said.push_back(sentence);
      CHECK(has(
          text,
          danish ? "Havde vi ladet lønloftet være, som det er, ville du få 1.234,00 kr. Havde vi delt lønnen lige, ville du få 5,00 kr."
                 : "Had we left the ceiling as it is, you would get DKK 1,234.00. Had we split the wage evenly, you would get DKK 5.00."));
    }
    // Another reading with its own reasons begins anew.
    content.choices = {{Of::highest_ceiling, Of::lowest_ceiling, Money::kroner(1)},
                       {Of::split_by_days, Of::split_evenly, Money::kroner(2)}};
    const std::string text = as_text(LetterWriter(c, rates, content, language).write());
    CHECK(has(text, danish ? "ville du få 1,00 kr. Loven siger ikke klart" : "you would get DKK 1.00. The law does not say"));
  }
}

TEST_CASE("a sanction that ended no right is no reason, and the days of others are named") {
  const auto letter_of = [](const std::string& name, Month month) {
    return letter(read_case(text_of(source_file("/tests/programs/letters/" + name + ".json"))).facts, RateTable::embedded(), month,
                  std::nullopt, Language::danish)
        .value();
  };
  // 13 May 2024 is more than twelve months before 7 July 2025, and 2 March 2026 is less than twelve after it.
  const std::string ended = letter_of("sanctions", 2026y / 3);
  CHECK(ended.find("13. maj 2024") == std::string::npos);
  CHECK(has(ended, "Den 7. juli 2025 sagde du nej til et tilbud."));
  CHECK(has(ended, "Den 2. marts 2026 holdt du op i et tilbud."));
  // One that is withdrawn was none, and one that is known on the day of the letter is.
  const Case withdrawn =
      read(R"("from": "2024-10", "to": "2024-10", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
    "sanctions": [{"date": "2024-02-19", "kind": "refused_job", "known": "2024-02-20"},
                  {"id": "x", "date": "2024-08-05", "kind": "ended_offer", "known": "2024-08-06"},
                  {"id": "y", "corrects": "x", "withdrawn": true, "known": "2024-08-20"},
                  {"date": "2024-10-14", "kind": "ended_job", "known": "2024-10-31"},
                  {"date": "2024-10-15", "kind": "refused_offer", "known": "2024-11-04"}])");
  const std::string text = letter(withdrawn, RateTable::embedded(), withdrawn.first, Date{2024y / 10 / 31}, Language::danish).value();
  CHECK(has(text, "Den 19. februar 2024 sagde du nej til et fleksjob."));
  CHECK(has(text, "Den 14. oktober 2024 holdt du op i et fleksjob."));
  CHECK(has(text, "Sker det to gange inden for 12 måneder, ophører retten til ledighedsydelse."));
  CHECK(text.find("5. august") == std::string::npos);
  CHECK(text.find("15. oktober") == std::string::npos);
  // 18.137 × 12 / 260 × 5 = 4.185,46.
  CHECK(has(letter_of("sanctions", 2024y / 3), "I dagene 12.-13. marts 2024 havde du ikke booket et møde."));
  CHECK(has(letter_of("sanctions", 2024y / 3), "Derfor mister du ydelsen for 5 dage: 4.185,46 kr."));
}

TEST_CASE("KOR-4: what is taken of another benefit is a decision, with its rule and the way to complain") {
  const Case c = read_case(text_of(source_file("/tests/programs/letters/claim.json"))).facts;
  const std::string text = letter_of_correction(c, RateTable::embedded(), c.first, c.last, std::nullopt, Language::danish).value();
  CHECK(has(text, "Afgørelse: Vi trækker 18.137,00 kr. fra i en anden ydelse for april 2024"));
  CHECK(has(text, "Vi trækker 18.137,00 kr. fra, og du får 1.863,00 kr. udbetalt."));
  CHECK(has(text, "Du kan klage"));
  CHECK(has(text, "- Lov om aktiv socialpolitik: § 94, stk. 3."));
  CHECK(text.find("§ 91") == std::string::npos);  // nothing is demanded back
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
