#include <fleks/words/rules.hpp>

#include <algorithm>
#include <array>

#include <fleks/facts/names.hpp>
#include <fleks/words/explanation.hpp>

#include "words/rule_words.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/steps_json.hpp"

namespace fleks {
namespace {

/// The words of an enumeration alone, the default first.
template <class Value>
constexpr auto words_of_values = [] {
  std::array<std::string_view, std::size(names<Value>.words)> words{};
  std::transform(std::begin(names<Value>.words), std::end(names<Value>.words), words.begin(), [](const auto& each) { return each.word; });
  return words;
}();
template <class... Values>
constexpr auto choices_with = std::array{RuleChoice{names<Values>.id, words_of_values<Values>}...};

/// Every choice of law; rules.csv says whose it is.
constexpr auto choices = choices_with<OwnAtp, RatesOf, OtherWageUnderCeiling, RoundTo, Ceiling::StatedBy>;

// In the order of the rules.
constexpr std::array tests{
#include "words/rule_tests.inc"
};

static_assert(std::is_sorted(tests.begin(), tests.end(), [](const RuleTest& a, const RuleTest& b) { return a.rule < b.rule; }));

std::string as_option(std::string_view id) {
  std::string option = "--" + std::string(id);
  std::replace(option.begin(), option.end(), '_', '-');
  return option;
}

}  // namespace

std::vector<RuleChoice> choices_of(Rule rule) {
  std::vector<RuleChoice> found;
  for (std::string_view rest = option_ids(rule); !rest.empty();) {
    const std::string_view id = rest.substr(0, rest.find(' '));
    const auto choice = std::find_if(choices.begin(), choices.end(), [&](const RuleChoice& each) { return each.id == id; });
    if (choice != choices.end()) found.push_back(*choice);
    rest.remove_prefix(std::min(rest.size(), id.size() + 1));
  }
  return found;
}

std::span<const RuleTest> tests_of(Rule rule) noexcept {
  const auto first = std::find_if(tests.begin(), tests.end(), [&](const RuleTest& each) { return each.rule == rule; });
  const auto last = std::find_if(first, tests.end(), [&](const RuleTest& each) { return each.rule != rule; });
  return {first, last};
}

std::string breakdown(std::span<const Rule> rules, Month month, const RateTable& rates, Language language) {
  constexpr std::size_t columns = 100, indent = 2;
  const Say say(language);
  std::string text;
  const auto line = [&](std::string_view label, std::string_view value) {
    const std::string start = std::string(indent, ' ') + left(std::string(label), 13);
    text += start + wrapped(value, width(start), columns) + "\n";
  };
  for (const Rule rule : rules) {
    if (!text.empty()) text += '\n';
    text += left(std::string(info(rule, month).id), 9) + std::string(rule_name(rule, month, language)) + "\n";
    text += std::string(indent, ' ') + wrapped(rule_text(rule, month, rates, language), indent, columns) + "\n";
    line(say.text("Paragraf:", "Paragraph:"), rule_source(rule, month, language));
    line("Status:", in_words(info(rule, month).status, language));
    for (const RuleChoice& choice : choices_of(rule)) {
      std::string values;
      for (const std::string_view value : choice.values) values += (values.empty() ? "" : " | ") + std::string(value);
      line(say.text("Valg:", "Option:"),
           say("{} {} (uden valg: {})", "{} {} (by default {})", as_option(choice.id), values, choice.values.front()));
    }
    std::string files;
    for (const RuleTest& test : tests_of(rule)) files += (files.empty() ? "" : ", ") + std::string(test.file);
    line(say.text("Afprøvet i:", "Tested in:"), files);
  }
  return text;
}

std::string to_json(std::span<const Rule> rules, Month month, const RateTable& rates, Language language) {
  Json json = result_json(rates);
  Json& list = json["rules"] = Json::array();
  for (const Rule rule : rules) {
    Json options = Json::array(), tested_in = Json::array();
    for (const RuleChoice& choice : choices_of(rule)) {
      options.push_back({{"option", as_option(choice.id)}, {"values", choice.values}, {"default", choice.values.front()}});
    }
    for (const RuleTest& test : tests_of(rule)) tested_in.push_back(test.file);
    list.push_back({{"id", info(rule, month).id},
                    {"name", rule_name(rule, month, language)},
                    {"text", rule_text(rule, month, rates, language)},
                    {"source", rule_source(rule, month, language)},
                    {"status", to_text(info(rule, month).status)},
                    {"options", std::move(options)},
                    {"tested_in", std::move(tested_in)}});
  }
  return written(json);
}

}  // namespace fleks
