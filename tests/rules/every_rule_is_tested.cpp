#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <fleks/words/explanation.hpp>
#include <fleks/words/rules.hpp>

#include "source_file.hpp"
#include "words/rule_words.hpp"

// Every rule of the rulebook is in the library, has words, and has a test that names it; rulebook.csv is the
// rulebook's own list of ids and statuses (several where the rulebook says so of parts of a rule; none where it says
// none). The list of tests in the library is written anew by running this with FLEKS_WRITE_EXPECTED=1.

using namespace fleks;
namespace fs = std::filesystem;

namespace {

const fs::path root = source_file("");

bool part_of_a_word(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; }

/// Whether a text names the rule: `FLT-1` is not named by `FLT-11`.
bool names_rule(std::string_view text, std::string_view id) {
  for (std::size_t at = text.find(id); at != std::string_view::npos; at = text.find(id, at + 1)) {
    const bool starts = at == 0 || !part_of_a_word(text[at - 1]);
    const std::size_t end = at + id.size();
    if (starts && (end == text.size() || !part_of_a_word(text[end]))) return true;
  }
  return false;
}

/// The lines of a test in which a rule's id says that it is tested: the names of test cases, the rules of a worked
/// case, the checks of a program's test.
std::string naming_lines(const fs::path& path) {
  const std::string kind = path.extension().string();
  std::ifstream in(path);
  std::string all;
  for (std::string line; std::getline(in, line);) {
    if ((kind == ".expected" && line.starts_with("rules ")) || (kind == ".sh" && !line.starts_with("#"))) all += line + '\n';
    // A test case's rules stand first in its name, before the colon: elsewhere a word like ATP need not be the rule.
    constexpr std::string_view test_case = "TEST_CASE(\"";
    if (kind != ".cpp" || !line.starts_with(test_case)) continue;
    const std::string name = line.substr(test_case.size(), line.find(':') - test_case.size());
    if (rule(name.substr(0, name.find_first_of(" ,\"")))) all += name + '\n';
  }
  return all;
}

/// Which files test which rule, found anew.
const std::map<Rule, std::set<std::string>>& found() {
  static const auto tests = [] {
    std::map<Rule, std::set<std::string>> by_rule;
    for (const auto& entry : fs::recursive_directory_iterator(root / "tests")) {
      const std::string file = fs::relative(entry.path(), root).generic_string();
      // The oracle's own tests are not the library's, and the list of rules tests none.
      if (!entry.is_regular_file() || file.starts_with("tests/oracle") || file == "tests/programs/rules.sh") continue;
      const std::string lines = naming_lines(entry.path());
      for (std::size_t i = 0; i < rule_count && !lines.empty(); ++i)
        if (names_rule(lines, info(static_cast<Rule>(i)).id)) by_rule[static_cast<Rule>(i)].insert(file);
    }
    return by_rule;
  }();
  return tests;
}

void write_list() {
  std::ofstream out(root / "src/words/rule_tests.inc");
  out << "// Written by tests/rules/every_rule_is_tested.cpp with FLEKS_WRITE_EXPECTED=1.\n";
  for (const auto& [rule, files] : found())
    for (const auto& file : files) {
      std::string name(info(rule).id);
      std::replace(name.begin(), name.end(), '-', '_');
      out << "RuleTest{Rule::" << name << ", \"" << file << "\"},\n";
    }
}

}  // namespace

TEST_CASE("the catalogue is the rulebook: the same ids, and a status that the rulebook says") {
  std::ifstream in(root / "tests/rules/rulebook.csv");
  std::set<std::string> ids;
  std::string line;
  std::getline(in, line);
  CHECK(line == "id,status");
  while (std::getline(in, line)) {
    const auto comma = line.find(',');
    REQUIRE(comma != std::string::npos);
    const std::string id = line.substr(0, comma), statuses = line.substr(comma + 1);
    CAPTURE(id);
    ids.insert(id);
    const auto known = rule(id);
    REQUIRE(known);
    CHECK((statuses.empty() || names_rule(statuses, to_text(info(*known).status))));
  }
  for (std::size_t i = 0; i < rule_count; ++i) {
    CAPTURE(info(static_cast<Rule>(i)).id);
    CHECK(ids.contains(std::string(info(static_cast<Rule>(i)).id)));
  }
}

TEST_CASE("every rule has its words in both languages, and its place in the law or that the law is silent") {
  for (std::size_t i = 0; i < rule_count; ++i) {
    const auto each = static_cast<Rule>(i);
    CAPTURE(info(each).id);
    for (const RuleInfo& period : periods(each)) {
      CAPTURE(to_text(period.first));
      for (const Language language : {Language::danish, Language::english}) {
        CHECK(!rule_name(each, period.first, language).empty());
        const std::string text = rule_text(each, period.first, RateTable::embedded(), language);
        CHECK(text.ends_with('.'));
        CHECK(text.find_first_of("{}") == std::string::npos);
        CHECK(!rule_source(each, period.first, language).empty());
      }
      CHECK(rule_text(each, period.first, RateTable::embedded(), Language::danish) !=
            rule_text(each, period.first, RateTable::embedded(), Language::english));
      CHECK(rule_change(period, Language::danish).empty() == rule_change(period, Language::english).empty());
    }
  }
}

TEST_CASE("every rule has a test that names it, and the list of them holds") {
  if (std::getenv("FLEKS_WRITE_EXPECTED") != nullptr) write_list();
  for (std::size_t i = 0; i < rule_count; ++i) {
    const auto each = static_cast<Rule>(i);
    CAPTURE(info(each).id);
    const auto there = found().find(each);
    REQUIRE(there != found().end());
    std::set<std::string> listed;
    for (const RuleTest& test : tests_of(each)) listed.emplace(test.file);
    // The list is written anew with FLEKS_WRITE_EXPECTED=1, and then compiled in.
    CHECK(listed == there->second);
  }
}

TEST_CASE("a rule's choices are known, and have words") {
  for (std::size_t i = 0; i < rule_count; ++i) {
    const auto each = static_cast<Rule>(i);
    CAPTURE(info(each).id);
    const std::string_view listed = option_ids(each);
    CHECK(choices_of(each).size() == (listed.empty() ? 0U : 1U + static_cast<std::size_t>(std::count(listed.begin(), listed.end(), ' '))));
    for (const RuleChoice& choice : choices_of(each)) CHECK(choice.values.size() > 1);
  }
}
