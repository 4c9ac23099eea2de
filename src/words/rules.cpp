#include <fleks/words/rules.hpp>

#include <algorithm>
#include <array>

#include <fleks/facts/municipal_names.hpp>
#include <fleks/facts/names.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>

#include "rules/dated_readings.hpp"
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
constexpr auto choices =
    choices_with<OwnAtp, RatesOf, OtherWageUnderCeiling, BenefitsUnderCeiling, CareIncomeUnderCeiling, HolidayDaysRule, RoundTo, OwnAtpOf,
                 AtpContribution, Ceiling::StatedBy, CeilingHours, FleksbidragBase, WeeksOfMonth, WeeksBeforeNewJob>;

// In the order of the rules.
constexpr RuleTest tests[] = {
#include "words/rule_tests.inc"
};

static_assert(std::is_sorted(std::begin(tests), std::end(tests), [](const RuleTest& a, const RuleTest& b) { return a.rule < b.rule; }));

/// The months in which a rule has read as in a period, whatever order it stood in.
struct Months {
  Month first, last;
};
Months months_of(const RuleInfo& period) {
  Months same{period.first, period.last};
  bool passed = false;
  for (const RuleInfo& each : periods(period.rule)) {
    const bool new_text = &each == periods(period.rule).data() || !rule_change(each, Language::danish).empty();
    if (passed && new_text) break;
    if (new_text) same.first = each.first;
    same.last = each.last;
    passed = passed || &each == &period;
  }
  return same;
}
/// Those months: `fra januar 2024`.
std::string in_words(const Months& months, const Say& say) {
  const std::string first = in_words(months.first, say.language());
  if (months.last == RuleInfo::open) return say("fra {}", "from {}", first);
  return say("{} til {}", "{} to {}", first, in_words(months.last, say.language()));
}

/// The periods up to a month that read otherwise than the one before them, the newest first.
std::vector<const RuleInfo*> changes_until(Rule rule, Month month) {
  std::vector<const RuleInfo*> changed;
  for (const RuleInfo& period : periods(rule))
    if (period.first <= month && !rule_change(period, Language::danish).empty()) changed.insert(changed.begin(), &period);
  return changed;
}

std::string as_option(std::string_view id) {
  std::string option = "--" + std::string(id);
  std::replace(option.begin(), option.end(), '_', '-');
  return option;
}

}  // namespace

std::string_view reading_of(Rule rule, std::string_view option, Month month) {
  std::string_view word;
  for (const law::DatedReading& each : law::dated_readings)
    if (each.rule == rule && each.option == option && (word.empty() || each.first <= month)) word = each.word;
  return word;
}

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
  const auto first = std::find_if(std::begin(tests), std::end(tests), [&](const RuleTest& each) { return each.rule == rule; });
  const auto last = std::find_if(first, std::end(tests), [&](const RuleTest& each) { return each.rule != rule; });
  return {first, last};
}

std::string breakdown(std::span<const Rule> rules, Month month, const RateTable& rates, Language language) {
  constexpr std::size_t indent = 2;
  const Say say(language);
  std::string text;
  const auto line = [&](std::string_view label, std::string_view value) {
    const std::string start = std::string(indent, ' ') + left(std::string(label), 13);
    text += start + wrapped(value, width(start), text_columns) + "\n";
  };
  for (const Rule rule : rules) {
    if (!text.empty()) text += '\n';
    text += left(std::string(info(rule, month).id), 9) + std::string(rule_name(rule, month, language)) + "\n";
    text += std::string(indent, ' ') + wrapped(rule_text(rule, month, rates, language), indent, text_columns) + "\n";
    const RuleInfo& period = info(rule, month);
    line(say.text("Gælder:", "Holds:"),
         in_words(months_of(period), say) +
             (in_force(rule, month) || month == RuleInfo::open ? "" : say(", ikke i {}", ", not in {}", in_words(month, language))));
    for (const RuleInfo* changed : changes_until(rule, month))
      line(say.text("Ændret:", "Changed:"), in_words(changed->first, language) + ": " + std::string(rule_change(*changed, language)));
    const std::string source = cited_source(rule, month, language);
    // A calculator is no legal basis.
    const bool is_law = period.source.empty() || source.find("§") != std::string::npos || source.starts_with("P ");
    line(is_law ? say.text("Hjemmel:", "Legal basis:") : say.text("Kilde:", "Source:"), source);
    if (!period.eli.empty()) line(say.text("Adresse:", "Address:"), period.eli);
    line("Status:", in_words(period.status, language));
    for (const RuleChoice& choice : choices_of(rule)) {
      std::string values;
      for (const std::string_view value : choice.values) values += (values.empty() ? "" : " | ") + std::string(value);
      const std::string_view law = reading_of(rule, choice.id, month);
      line(say.text("Valg:", "Option:"),
           say("{} {} (uden valg: {})", "{} {} (by default {})", as_option(choice.id), values, choice.values.front()) +
               (law.empty() ? "" : say("; loven: {}", "; the law: {}", law)));
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
      const std::string_view law = reading_of(rule, choice.id, month);
      Json values = Json::array();
      for (const auto& value : choice.values) values.push_back(value);
      options.push_back({{"option", as_option(choice.id)},
                         {"values", std::move(values)},
                         {"default", choice.values.front()},
                         {"by_law", law.empty() ? Json() : Json(law)}});
    }
    for (const RuleTest& test : tests_of(rule)) tested_in.push_back(test.file);
    const RuleInfo& period = info(rule, month);
    const Months months = months_of(period);
    Json changes = Json::array();
    for (const RuleInfo* changed : changes_until(rule, month))
      changes.push_back({{"from", to_text(changed->first)}, {"why", rule_change(*changed, language)}});
    list.push_back({{"id", period.id},
                    {"name", rule_name(rule, month, language)},
                    {"text", rule_text(rule, month, rates, language)},
                    {"source", rule_source(rule, month, language)},
                    {"address", period.eli.empty() ? Json() : Json(period.eli)},
                    {"status", to_text(period.status)},
                    {"from", to_text(months.first)},
                    {"to", months.last == RuleInfo::open ? Json() : Json(to_text(months.last))},
                    {"in_force", in_force(rule, month)},
                    {"changes", std::move(changes)},
                    {"options", std::move(options)},
                    {"tested_in", std::move(tested_in)}});
  }
  return written(json);
}

std::vector<RuleChange> rule_changes(std::span<const Rule> rules, Month month) {
  std::vector<RuleChange> all;
  for (const Rule rule : rules)
    for (const RuleInfo* period : changes_until(rule, month)) all.push_back({period});
  std::stable_sort(all.begin(), all.end(), [](const RuleChange& a, const RuleChange& b) {
    return a.period->first != b.period->first ? a.period->first > b.period->first : a.period->rule < b.period->rule;
  });
  return all;
}

std::string breakdown(std::span<const RuleChange> changes, Language language) {
  constexpr std::size_t indent = 11;
  const Say say(language);
  if (changes.empty()) return say.text("Ingen af reglerne er ændret.\n", "None of the rules has changed.\n");
  std::string text;
  const RuleInfo* before = nullptr;
  for (const auto& [period] : changes) {
    if (before == nullptr || before->first != period->first)
      text += (before == nullptr ? "" : "\n") + say("Fra {}", "From {}", in_words(period->first, language)) + "\n";
    before = period;
    text += "  " + left(std::string(period->id), indent - 2) + std::string(rule_name(period->rule, period->first, language)) + "\n";
    const std::string source = cited_source(period->rule, period->first, language);
    text += std::string(indent, ' ') + wrapped(rule_change(*period, language), indent, text_columns) + "\n";
    if (!source.empty()) text += std::string(indent, ' ') + wrapped(source, indent, text_columns) + "\n";
  }
  return text;
}

std::string to_json(std::span<const RuleChange> changes, const RateTable& rates, Language language) {
  Json json = result_json(rates);
  Json& list = json["changes"] = Json::array();
  for (const auto& [period] : changes)
    list.push_back({{"from", to_text(period->first)},
                    {"rule", period->id},
                    {"name", rule_name(period->rule, period->first, language)},
                    {"why", rule_change(*period, language)},
                    {"source", rule_source(period->rule, period->first, language)},
                    {"address", period->eli.empty() ? Json() : Json(period->eli)}});
  return written(json);
}

}  // namespace fleks
