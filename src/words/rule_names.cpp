#include <iterator>

#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/rules.hpp>

#include "rules/catalogue.hpp"
#include "words/rule_words.hpp"

namespace fleks {
namespace {

struct RuleWords {
  std::string_view options, name_da, name_en, text_da, text_en, why_da, why_en;
};

#include "rule_words.inc"

const RuleWords& words_of(const RuleInfo& period) noexcept { return rule_words[place_of(period)]; }

}  // namespace

std::string_view rule_name(Rule rule, Language language) noexcept { return rule_name(rule, RuleInfo::open, language); }

std::string_view rule_name(Rule rule, Month month, Language language) noexcept {
  const RuleWords& words = words_of(info(rule, month));
  return language == Language::danish ? words.name_da : words.name_en;
}

std::string rule_text(Rule rule, Month month, const RateTable& rates, Language language) {
  const RuleWords& words = words_of(info(rule, month));
  std::string text;
  for (std::string_view rest = language == Language::danish ? words.text_da : words.text_en; !rest.empty();) {
    const std::size_t open = rest.find('{'), close = rest.find('}');
    text += rest.substr(0, open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    // The row of the month, or the newest one before it.
    const Rate* newest = nullptr;
    if (const auto key = rate_key(rest.substr(open + 1, close - open - 1)))
      for (const Rate& rate : rates.rows(*key))
        if (newest == nullptr || rate.first <= std::chrono::sys_days{first_day(month)}) newest = &rate;
    if (newest != nullptr) text += value_in_words(*newest, language);
    rest.remove_prefix(close + 1);
  }
  return text;
}

std::string_view rule_change(const RuleInfo& period, Language language) noexcept {
  const RuleWords& words = words_of(period);
  return language == Language::danish ? words.why_da : words.why_en;
}

std::string_view option_ids(Rule rule) noexcept { return words_of(info(rule)).options; }

std::string_view rule_source(Rule rule, Language language) noexcept { return rule_source(rule, RuleInfo::open, language); }

std::string_view rule_source(Rule rule, Month month, Language language) noexcept {
  const std::string_view source = info(rule, month).source;
  if (!source.empty()) return source;
  return language == Language::danish ? "lovteksten siger det ikke; valgt her" : "the text of the law does not say; chosen here";
}

std::string_view in_words(RuleStatus status, Language language) noexcept {
  const bool danish = language == Language::danish;
  switch (status) {
    case RuleStatus::read: return danish ? "læst i lovteksten" : "read in the legal text";
    case RuleStatus::secondary: return danish ? "læst i vejledning eller praksis" : "read in guidance or practice";
    case RuleStatus::interpretation: return danish ? "fortolkning" : "interpretation";
  }
  return "";
}

RuleStatus status_of(const Step& step) noexcept { return step.rests_on_choice ? RuleStatus::interpretation : info(step.rule).status; }

}  // namespace fleks
