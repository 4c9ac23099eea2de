#include <fleks/words/explanation.hpp>

#include <fleks/words/amounts.hpp>

#include "words/steps.hpp"

namespace fleks {

std::string said(const Step& step, const RatesOnDate& rates, const Say& say) {
  const Telling telling{step, rates, say};
  const auto tell = [&](const auto& named) { return said(named, telling); };
  return steps::visit(step, tell, std::string(), steps::All{});
}

std::string in_words(const Step& step, const RatesOnDate& rates, Language language) {
  const Say say(language);
  std::string text = said(step, rates, say);
  if (text.empty()) text = say("{}: {}", "{}: {}", rule_name(step.rule, language), kroner(step.amount, language));
  if (step.changed_by_reform) text = say("Efter reformen: {}", "Under the reform: {}", text);
  std::string used;
  for (const RateKey key : step.rates()) {
    const Rate* rate = rates.row(key);
    if (rate == nullptr) continue;
    if (!used.empty()) used += "; ";
    used += say("{} {}, {}, {}", "{} {}, {}, {}", rate_name(key, language), value_in_words(*rate, language),
                period_in_words(*rate, language), in_words(rate->status, language));
  }
  if (used.empty()) return sentence(text);
  return text + say(" (sats: {}).", " (rate: {}).", used);
}

}  // namespace fleks
