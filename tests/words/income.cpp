#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// What is said of an answer of the register: every question and reason has words in both languages, and nothing is said twice.

TEST_CASE("every question and every reason has its words") {
  for (const Language language : {Language::danish, Language::english}) {
    std::vector<std::string> said;
    for (int kind = 0; kind <= static_cast<int>(IncomeQuestion::Kind::unknown_reversal); ++kind)
      said.push_back(in_words(IncomeQuestion{static_cast<IncomeQuestion::Kind>(kind), "wages[0]", "12345678/A", 2024y / 2}, language));
    for (int why = 0; why <= static_cast<int>(IncomeLeftOut::Why::nothing); ++why)
      said.emplace_back(in_words(static_cast<IncomeLeftOut::Why>(why), language));
    std::sort(said.begin(), said.end());
    CHECK(said.front().size() > 4);
    CHECK(std::adjacent_find(said.begin(), said.end()) == said.end());
  }
}

TEST_CASE("names from outside cannot forge a line") {
  IncomeCase made;
  made.facts.first = made.facts.last = 2024y / 2;
  made.left_out.push_back({IncomeLeftOut::Why::twice, "12345678/A\nNyt", {2024y / 2 / 1, 2024y / 2 / 29}, "x\x1b[2J", {}});
  RegisterAnswer answer;
  answer.advice.push_back({"1", "a\nb"});
  answer.unknown.emplace_back("q\n");
  answer.persons.push_back({"0213990017", true, {}});
  const std::string text = breakdown(made, answer, Language::danish);
  CHECK(text.find("A\\x0aNyt") != std::string::npos);
  CHECK(text.find("x\\x1b[2J") != std::string::npos);
  CHECK(text.find("a\\x0ab") != std::string::npos);
  CHECK(text.find("q\\x0a") != std::string::npos);
  CHECK(text.find("foranstillede nul") != std::string::npos);
  CHECK(text.find("0213990017") == std::string::npos);
}
