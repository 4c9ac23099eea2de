#include <fleks/words/rules.hpp>

#include <algorithm>
#include <array>

#include <fleks/words/explanation.hpp>

#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/steps_json.hpp"

namespace fleks {
namespace {

// Both in the order of the rules.
constexpr std::array choices{
    RuleChoice{Rule::FLT_2, "--rates-of", "subsidy-month|wage-month", "subsidy-month"},
    RuleChoice{Rule::FLT_5, "--own-atp", "excluded|counted", "excluded"},
    RuleChoice{Rule::FLT_11, "--other-wage-under-ceiling", "excluded|included", "excluded"},
    RuleChoice{Rule::FLT_14, "--round-to", "oere|krone", "oere"},
    RuleChoice{Rule::LOFT_4, "--ceiling-stated-by", "employer|computed|agreement-table", "employer"},
};
constexpr std::array tests{
#include "words/rule_tests.inc"
};

template <class Entry>
constexpr bool in_order(std::span<const Entry> all) {
  return std::is_sorted(all.begin(), all.end(), [](const Entry& a, const Entry& b) { return a.rule < b.rule; });
}
static_assert(in_order<RuleChoice>(choices) && in_order<RuleTest>(tests));

template <class Entry>
std::span<const Entry> of(Rule rule, std::span<const Entry> all) noexcept {
  const auto first = std::find_if(all.begin(), all.end(), [&](const Entry& e) { return e.rule == rule; });
  const auto last = std::find_if(first, all.end(), [&](const Entry& e) { return e.rule != rule; });
  return {first, last};
}

}  // namespace

std::span<const RuleChoice> choices_of(Rule rule) noexcept { return of<RuleChoice>(rule, choices); }
std::span<const RuleTest> tests_of(Rule rule) noexcept { return of<RuleTest>(rule, tests); }

std::string rules_as_text(std::span<const Rule> rules, Language language) {
  constexpr std::size_t columns = 100, indent = 2;
  const Say say(language);
  std::string text;
  const auto line = [&](std::string_view label, std::string_view value) {
    const std::string start = std::string(indent, ' ') + left(std::string(label), 13);
    text += start + wrapped(value, width(start), columns) + "\n";
  };
  for (const Rule rule : rules) {
    if (!text.empty()) text += '\n';
    text += left(std::string(info(rule).id), 9) + std::string(rule_name(rule, language)) + "\n";
    text += std::string(indent, ' ') + wrapped(rule_text(rule, language), indent, columns) + "\n";
    line(say.text("Paragraf:", "Paragraph:"), rule_source(rule, language));
    line("Status:", in_words(info(rule).status, language));
    for (const RuleChoice& choice : choices_of(rule)) {
      std::string values(choice.values);
      for (std::size_t at = 0; (at = values.find('|', at)) != std::string::npos; at += 3) values.replace(at, 1, " | ");
      line(say.text("Valg:", "Option:"), say("{} {} (uden valg: {})", "{} {} (by default {})", choice.option, values, choice.by_default));
    }
    std::string files;
    for (const RuleTest& test : tests_of(rule)) files += (files.empty() ? "" : ", ") + std::string(test.file);
    line(say.text("Afprøvet i:", "Tested in:"), files);
  }
  return text;
}

std::string rules_as_json(std::span<const Rule> rules, Language language) {
  Json list = Json::array();
  for (const Rule rule : rules) {
    Json options = Json::array(), tested_in = Json::array();
    for (const RuleChoice& choice : choices_of(rule)) {
      Json values = Json::array();
      for (std::string_view rest = choice.values; !rest.empty();) {
        const auto one = rest.substr(0, rest.find('|'));
        values.push_back(one);
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
      }
      options.push_back({{"option", choice.option}, {"values", std::move(values)}, {"default", choice.by_default}});
    }
    for (const RuleTest& test : tests_of(rule)) tested_in.push_back(test.file);
    list.push_back({{"id", info(rule).id},
                    {"name", rule_name(rule, language)},
                    {"text", rule_text(rule, language)},
                    {"source", rule_source(rule, language)},
                    {"status", to_text(info(rule).status)},
                    {"options", std::move(options)},
                    {"tested_in", std::move(tested_in)}});
  }
  return written(list);
}

}  // namespace fleks
