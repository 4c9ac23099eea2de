#include <fleks/values/money.hpp>
#include <fleks/words/explanation.hpp>

#include "words/formula_names.hpp"
#include "words/say.hpp"

namespace fleks {

Result<std::string> smt_script(const FormulaAsked& asked, const LawText& law, const RateTable& rates, Language language) {
  const Say say(language);
  const Month month = law.last;
  std::string parameters, text = say("; {} for {} efter loven, i hele øre; satser {}\n", "; {} of {} by the law, in whole øre; rates {}\n",
                                     title_of(asked, language), to_text(month), rates.version());
  if (asked.of == FormulaOf::month)
    text += say("; Hvert trin er en funktion af fakta: (fleksloentilskud am_income own_pension ...). Intet lønloft: {}\n(set-logic ALL)\n",
                "; Each step is a function of the facts: (fleksloentilskud am_income own_pension ...). No ceiling: {}\n(set-logic ALL)\n",
                Formula::no_ceiling);
  else
    text +=
        say.text("; Hvert trin er en funktion af fakta.\n(set-logic ALL)\n", "; Each step is a function of the facts.\n(set-logic ALL)\n");
  for (const Formula::RateInput& rate : law.formula.rates) {
    const auto count = counted_or_why_not(rate, month, rates);
    if (!count) return count.error();
    text += fmt::format("(define-fun {} () Int {})\n", info(rate.key).name, *count);
  }
  std::string possible;
  for (const Formula::FactInput& fact : law.formula.facts) {
    const std::string_view name = to_text(fact.fact);
    parameters += fmt::format("{}({} Int)", parameters.empty() ? "" : " ", name);
    possible += fmt::format(" (<= 0 {} {})", name, most_of(fact, month));
  }
  text += fmt::format("(define-fun possible ({}) Bool (and{}))\n", parameters, possible);
  for (std::size_t i = 0; i < law.steps.size(); ++i) {
    const Formula::Step& step = law.formula.steps[i];
    text += fmt::format("; {}: {}; {}\n(define-fun {} ({}) Int {})\n", info(step.rule).id, rule_name(step.rule, month, language),
                        pieces_in_words(step.pieces), step.name, parameters, law.steps[i]);
  }
  return text;
}

}  // namespace fleks
