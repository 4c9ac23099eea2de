#include <fleks/words/pay_for_payout.hpp>

#include <fleks/words/amounts.hpp>

#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/steps_json.hpp"

namespace fleks {
namespace {

std::string pay_in_words(const PayRange& range, const Say& say) {
  const Language l = say.language();
  if (range.from == range.to) return kroner(range.from, l);
  if (range.to == largest_amount) return say("{} og mere", "{} and more", kroner(range.from, l));
  return say("fra {} til {}", "from {} to {}", amount(range.from, l), kroner(range.to, l));
}

}  // namespace

std::string breakdown(const PayForPayout& found, Money payout, const MonthFacts& facts, Language language) {
  const Say say(language);
  const std::string wanted = kroner(payout, language);
  std::string text = say("Hvilken løn giver {} udbetalt før skat for {}?\n\n", "Which pay gives {} paid out before tax for {}?\n\n", wanted,
                         in_words(facts.month, language));
  for (const PayRange& range : found.ranges)
    text += wrapped(sentence(say("AM-bidragspligtig indkomst (felt 13): {} Så er fleksløntilskuddet {} og eget ATP-bidrag {}",
                                 "Pay on which AM-bidrag is due (field 13): {} Then the fleksløntilskud is {} and own ATP {}",
                                 sentence(pay_in_words(range, say)), kroner(range.fleksloentilskud, language),
                                 kroner(range.own_atp, language))),
                    0, text_columns) +
            "\n";
  if (found.most)
    text += wrapped(sentence(say("Ingen løn giver {} Mest udbetales ved {}: {}", "No pay gives {} The most is paid out at {}: {}",
                                 sentence(wanted), kroner(found.most->pay, language), kroner(found.most->payout, language))),
                    0, text_columns) +
            "\n";
  if (facts.ceiling.form == Ceiling::Form::none)
    text += wrapped(say.text("Lønloftet er ikke oplyst: svaret er før lønloftet.", "The ceiling was not given: the answer is before it."),
                    0, text_columns) +
            "\n";
  return text;
}

std::string to_json(const PayForPayout& found, Money payout, const MonthFacts& facts, const RateTable& rates) {
  Json json = result_json(rates);
  json["month"] = to_text(facts.month);
  json["target_payout"] = to_text(payout);
  Json targets = Json::array();
  for (const PayRange& range : found.ranges)
    targets.push_back({{"am_income_from", to_text(range.from)},
                       {"am_income_to", to_text(range.to)},
                       {"fleksloentilskud", to_text(range.fleksloentilskud)},
                       {"own_atp", to_text(range.own_atp)},
                       {"payout", to_text(range.fleksloentilskud - range.own_atp)}});
  json["targets"] = std::move(targets);
  json["most"] = found.most ? Json{{"am_income", to_text(found.most->pay)}, {"payout", to_text(found.most->payout)}} : Json();
  return written(json);
}

}  // namespace fleks
