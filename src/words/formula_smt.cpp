#include <fleks/values/money.hpp>
#include <fleks/words/explanation.hpp>

#include "words/formula_names.hpp"
#include "words/say.hpp"

namespace fleks {

Result<std::string> smt_script(Month month, const RateTable& rates, Language language) {
  const Say say(language);
  const LawText law = laws_in_words(month, month, rates, columns_of_formula, Dialect::smt).front();
  std::string parameters,
      text =
          say("; Fleksløntilskud for {} efter loven, i hele øre; satser {}\n"
              "; Hvert trin er en funktion af fakta: (fleksloentilskud am_income own_pension ...). Intet lønloft: {}\n(set-logic ALL)\n",
              "; Fleksløntilskud of {} by the law, in whole øre; rates {}\n"
              "; Each step is a function of the facts: (fleksloentilskud am_income own_pension ...). No ceiling: {}\n(set-logic ALL)\n",
              to_text(month), rates.version(), Formula::no_ceiling);
  for (const Formula::RateInput& rate : law.formula.rates) {
    const auto count = counted_or_why_not(rate, month, rates);
    if (!count) return count.error();
    text += fmt::format("(define-fun {} () Int {})\n", info(rate.key).name, *count);
  }
  std::string possible;
  for (const Formula::FactInput& fact : law.formula.facts) {
    const std::string_view name = to_text(fact.fact);
    parameters += fmt::format("{}({} Int)", parameters.empty() ? "" : " ", name);
    possible += fmt::format(" (<= 0 {} {})", name,
                            fact.fact == Fact::ceiling                ? Formula::no_ceiling
                            : fact.fact == Fact::ledighedsydelse_days ? 31
                                                                      : largest_amount.in_oere());
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
