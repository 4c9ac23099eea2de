#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <fleks/fleks.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/letter.hpp>

#include "source_file.hpp"

using namespace fleks;

// Each tests/cases/NAME.json has a NAME.expected beside it, worked out by hand:
//   MONTH SUBSIDY LEDIGHEDSYDELSE PAYOUT      "-" where there is none
//   correct MONTH RULE DIFFERENCE             a line of the correction from the case's first month
//   total AMOUNT                              of the correction; 0.00 where it is not said
//   rules ID...                               rules that must be among the steps, or the correction's lines

namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void check_against(const Case& facts, const std::string& expected) {
  const RateTable rates = RateTable::embedded();
  const CaseStatement statement = case_statement(facts, rates, {.explained = true}).value();
  const Correction corrected = correction(facts, rates, facts.first).value();
  std::set<std::string_view> rules;
  for (const CaseMonth& m : statement.months)
    for (const Step& step : m.steps) rules.insert(info(step.rule).id);
  if (corrected.total != Money{}) rules.insert(info(Rule::EFTER).id);

  std::istringstream lines(expected);
  std::string line, total = "0.00";
  std::size_t months = 0, corrections = 0;
  while (std::getline(lines, line)) {
    if (line.empty() || line.front() == '#') continue;
    CAPTURE(line);
    std::istringstream words(line);
    std::string first;
    words >> first;
    if (first == "rules") {
      for (std::string id; words >> id;) {
        CAPTURE(id);
        CHECK(rules.contains(id));
      }
    } else if (first == "total") {
      words >> total;
    } else if (first == "correct") {
      std::string month, rule_id, difference;
      words >> month >> rule_id >> difference;
      ++corrections;
      bool found = false;
      for (const CorrectedMonth& m : corrected.months)
        for (const CorrectionLine& l : m.lines)
          if (to_text(m.month) == month && l.rule && info(*l.rule).id == rule_id) {
            found = true;
            CHECK(to_kroner_text(l.difference) == difference);
          }
      CHECK(found);
    } else {
      std::string subsidy, benefit, payout;
      words >> subsidy >> benefit >> payout;
      REQUIRE(months < statement.months.size());
      const CaseMonth& m = statement.months[months++];
      CHECK(to_text(m.month) == first);
      CHECK((m.subsidy ? to_text(m.subsidy->fleksloentilskud) : "-") == subsidy);
      CHECK((m.benefit ? to_text(m.benefit->ledighedsydelse) : "-") == benefit);
      CHECK(to_text(m.payout) == payout);
    }
  }
  CHECK(months == statement.months.size());
  CHECK(to_text(corrected.total) == total);
  std::size_t lines_in_all = 0;
  for (const CorrectedMonth& m : corrected.months) lines_in_all += m.lines.size();
  CHECK(corrections == lines_in_all);
}

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("every worked case comes out as it was worked out by hand, and shows its rules") {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_file("/tests/cases"))) {
    if (entry.path().extension() != ".json") continue;
    const std::string name = entry.path().stem().string();
    CAPTURE(name);
    const CaseReading reading = read_case(text_of(entry.path()));
    for (const Error& e : reading.errors) MESSAGE(name << ": " << message(e, Language::english));
    REQUIRE(reading.good());
    auto expected = entry.path();
    expected.replace_extension(".expected");
    REQUIRE(std::filesystem::exists(expected));
    check_against(reading.facts, text_of(expected));
    ++count;
  }
  CHECK(count >= 25);
}

TEST_CASE("every worked case has its words: statement, correction and letter of every month, in both languages") {
  const RateTable rates = RateTable::embedded();
  for (const auto& entry : std::filesystem::directory_iterator(source_file("/tests/cases"))) {
    if (entry.path().extension() != ".json") continue;
    CAPTURE(entry.path().stem().string());
    const Case facts = read_case(text_of(entry.path())).facts;
    const auto statement = case_statement(facts, rates, {.explained = true}).value();
    for (const Language language : {Language::danish, Language::english}) {
      const std::string text = breakdown(facts, statement, rates, language, true);
      CHECK(text.find("..") == std::string::npos);
      CHECK(!breakdown(facts, correction(facts, rates, facts.first).value(), language).empty());
      for (const CaseMonth& m : statement.months) {
        const std::string page = letter(facts, rates, m.month, std::nullopt, language).value();
        CHECK(page.find("..") == std::string::npos);
        CHECK(page.find("{}") == std::string::npos);
        CHECK(!page.empty());
        const std::string html = letter(facts, rates, m.month, std::nullopt, language, LetterForm::html).value();
        CHECK(html.starts_with("<!DOCTYPE html>"));
        // It fetches nothing, and leads to the law alone.
        CHECK(count_of(html, "http") == count_of(html, "<a href=\"https://www.retsinformation.dk/eli/lta/"));
      }
    }
  }
}
