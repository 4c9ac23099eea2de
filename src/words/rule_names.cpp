#include <iterator>

#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/rules.hpp>

#include "rules/catalogue.hpp"
#include "rules/contributions.hpp"
#include "rules/fleksloentilskud.hpp"
#include "rules/holiday.hpp"
#include "rules/long_term.hpp"
#include "rules/municipal_refund.hpp"
#include "rules/paid_hours.hpp"
#include "rules/rate_class.hpp"
#include "rules/sanctions.hpp"
#include "words/rule_words.hpp"

namespace fleks {
namespace {

struct RuleWords {
  std::string_view options, name_da, name_en, text_da, text_en, why_da, why_en;
};

#include "rule_words.inc"

/// The constants of the rules that a text names.
std::string constant(std::string_view name, Language language) {
  if (name == "few_hours_a_month") return std::to_string(law::few_hours_a_month);
  if (name == "weekdays_a_year") return std::to_string(law::weekdays_a_year);
  if (name == "weeks_a_year") return std::to_string(law::weeks_a_year);
  if (name == "months_a_year") return std::to_string(law::months_a_year);
  if (name == "full_rate_months") return std::to_string(law::full_rate_months);
  if (name == "full_rate_window") return std::to_string(law::full_rate_window);
  if (name == "sanction_weekdays") return std::to_string(law::sanction_weekdays);
  if (name == "second_sanction_months") return std::to_string(law::second_sanction_months);
  if (name == "review_months") return std::to_string(law::review_months);
  if (name == "long_term_months") return std::to_string(law::long_term_months);
  if (name == "long_term_window") return std::to_string(law::long_term_window);
  if (name == "holiday_days_a_month") return number(law::holiday_days_a_month, language);
  if (name == "holiday_days_a_day") return number(law::holiday_days_a_day, language);
  if (name == "holiday_days_a_year") return number(law::holiday_days_a_year, language);
  if (name == "first_step_weeks") return std::to_string(law::last_week_of_step[0]);
  if (name == "second_step_weeks") return std::to_string(law::last_week_of_step[1]);
  if (name == "third_step_weeks") return std::to_string(law::last_week_of_step[2]);
  if (name == "self_support_weeks") return std::to_string(law::weeks_of_self_support);
  if (name == "self_support_years") return std::to_string(law::years_of_self_support);
  if (name == "unrefunded_months") return std::to_string(law::unrefunded_months);
  if (name == "unrefunded_window") return std::to_string(law::unrefunded_window);
  if (name == "restoring_months") return std::to_string(law::restoring_months);
  if (name == "restoring_window") return std::to_string(law::restoring_window);
  if (name == "unpaid_day_pct") return percent(law::unpaid_day_share, language);
  return '{' + std::string(name) + '}';
}

/// A rate of the month, or the newest before it, or its first one.
std::string rate_of(RateKey key, Month month, const RateTable& rates, Language language) {
  const Rate* found = nullptr;
  for (const Rate& rate : rates.rows(key))
    if (found == nullptr || rate.first <= std::chrono::sys_days{first_day(month)}) found = &rate;
  return found == nullptr ? std::string{} : value_in_words(*found, language);
}

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
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    const auto key = rate_key(name);
    text += key ? rate_of(*key, month, rates, language) : constant(name, language);
    rest.remove_prefix(close + 1);
    // The full stop of an abbreviation ends the sentence too.
    if (text.ends_with('.') && rest.starts_with('.')) rest.remove_prefix(1);
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
  return language == Language::danish ? "står ikke i lovteksten; valgt i programmet" : "not in the text of the law; chosen in the program";
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

RuleStatus status_of(const Step& step, Month month) noexcept {
  return step.rests_on_choice ? RuleStatus::interpretation : info(step.rule, month).status;
}

std::string cited(std::string_view source) {
  std::string text;
  std::string_view before, last;  // the two words before
  bool of_paragraph = false;
  std::string_view rest = source;
  for (bool first = true;; first = false) {
    const auto end = rest.find(' ');
    const std::string_view word = rest.substr(0, end);
    const bool part = word == "stk." ? of_paragraph : word == "nr." && (before == "stk." || before == "§");
    if (part && !text.ends_with(',')) text += ',';
    if (!first) text += ' ';
    text += word;
    if (end == std::string_view::npos) return text;
    of_paragraph = (of_paragraph || word.find("§") != std::string_view::npos) && !word.ends_with(';');
    before = last;
    last = word;
    rest.remove_prefix(end + 1);
  }
}

std::string cited_source(Rule rule, Month month, Language language) { return cited(rule_source(rule, month, language)); }

std::string first_source(Rule rule, Month month, Language language) {
  const std::string_view all = info(rule, month).source;
  if (all.empty()) return language == Language::danish ? "fortolkning" : "interpretation";
  return cited(all.substr(0, all.find(';')));
}

std::string source_and_status(const Step& step, Month month, Language language) {
  return "(" + cited_source(step.rule, month, language) + "; " + std::string(in_words(status_of(step, month), language)) + ")";
}

}  // namespace fleks
