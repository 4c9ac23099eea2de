#include <algorithm>

#include <fleks/analysis/audit.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/audit.hpp>
#include <fleks/words/explanation.hpp>

#include "words/rule_words.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/steps_json.hpp"

// A finding as a note, and as JSON.

namespace fleks {
namespace {

std::string clause(const AuditExplanation& e, const Say& say) {
  std::string text;
  for (const Misreading m : e.misreadings())
    text += (text.empty() ? "" : say.text(", og ", ", and ")) + std::string(in_words(m, say.language()));
  return text;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string gives(const AuditExplanation& e, const Say& say) {
  const std::string amount = kroner(e.amount, say.language());
  if (e.exact()) return say("Det giver nøjagtig {}", "That gives exactly {}", amount);
  return say("Det giver {}, {} fra det udbetalte beløb", "That gives {}, {} from what was paid", amount,
             kroner(e.distance, say.language()));
}

void add(std::string& text, std::size_t indent, const std::string& paragraph) {
  text += std::string(indent, ' ') + wrapped(paragraph, indent, text_columns) + "\n";
}

void add_rules(std::string& text, const AuditExplanation& e, Month month, const Say& say) {
  for (const Misreading m : e.misreadings()) {
    const Rule rule = broken_rule(m);
    add(text, 2,
        std::string(info(rule).id) + " (" + cited_source(rule, month, say.language()) +
            "): " + sentence(std::string(remedy(m, say.language()))));
  }
}

std::string to_do(const Audit& a, const Say& say) {
  const Language l = say.language();
  if (a.difference > Money{})
    return say("Måneden beregnes igen, og {} udbetales ({}).", "The month is computed again and {} is paid out ({}).",
               kroner(a.difference, l), cited_source(Rule::EFTER, a.month, l));
  return say(
      "Måneden beregnes igen; der er udbetalt {} for meget ({}). Det kan kun trækkes fra som efterregulering, når en regel giver grundlag "
      "for det. Ellers kan det kun kræves tilbage, hvis det er modtaget mod bedre vidende (LAB § 125; P 48-22).",
      "The month is computed again; {} too much was paid ({}). It can only be regulated where a rule gives ground for it. Else it can only "
      "be reclaimed if it was received against better knowledge (LAB § 125; P 48-22).",
      kroner(-a.difference, l), cited_source(Rule::EFTER, a.month, l));
}

/// Whether the amount is right under the other reading of a law that does not say which (FLT-2).
bool is_another_reading(const Audit& a) {
  return std::any_of(a.explanations.begin(), a.explanations.end(), [](const AuditExplanation& e) {
    const auto misreadings = e.misreadings();
    return e.exact() &&
           std::all_of(misreadings.begin(), misreadings.end(), [](Misreading m) { return m == Misreading::rates_of_wage_month; });
  });
}

std::string verdict(const Audit& a, const std::string& month, const Say& say) {
  if (!is_another_reading(a)) return say("Fleksløntilskuddet for {} er ikke rigtigt.", "The fleksløntilskud of {} is not right.", month);
  return say(
      "Fleksløntilskuddet for {} afviger, hvis satserne er tilskudsmånedens. Loven siger det ikke udtrykkeligt. Med lønmånedens "
      "satser er det rigtigt.",
      "The fleksløntilskud of {} differs if the rates are those of the subsidy month. The law does not say so expressly. By the rates "
      "of the wage month it is right.",
      month);
}

std::string what_to_do(const Audit& a, const Say& say) {
  if (is_another_reading(a))
    return say.text("Først afgøres, hvilke satser der gælder. Er det lønmånedens, skal intet beregnes igen.",
                    "First it is to be settled which rates hold. If they are those of the wage month, nothing is computed again.");
  // Only what is explained is paid out or taken back.
  return !a.explanations.empty() && a.explanations.front().exact()
             ? to_do(a, say)
             : say.text("Forskellen er ikke forklaret: oplysningerne efterprøves, før noget udbetales eller kræves tilbage.",
                        "The difference is not explained: the facts are to be checked before anything is paid out or "
                        "recovered.");
}

std::string fitting(const Audit& a, const Say& say) {
  const Language l = say.language();
  std::string text;
  if (a.wage_that_fits)
    text = say("Beløbet ville passe til en løn på {} i lønmåneden: er lønnen indberettet rigtigt?",
               "The amount would fit a wage of {} in the wage month: was the wage reported rightly?", kroner(*a.wage_that_fits, l));
  if (a.ceiling_that_fits)
    text += (text.empty() ? "" : " ") + say("Det ville passe til et lønloft på {}: var det lønloftet i lønmåneden?",
                                            "It would fit a ceiling of {}: was that the ceiling of the wage month?",
                                            kroner(*a.ceiling_that_fits, l));
  return text;
}

std::string ceiling_rise_reserve(const Say& say) {
  return say.text(
      "Forbehold: der er betalt ferietillæg, og lønloftet stiger i måneden med det, en fuldtidsansat ville have fået (FLT-16, "
      "P 14-22). Det er ikke oplyst, så tilskuddet kan være højere.",
      "Reserve: a holiday supplement was paid, and the month's ceiling rises by what a full-time employee would have had "
      "(FLT-16, P 14-22). That was not given, so the subsidy may be higher.");
}

/// What else would give the amount, or come near it.
void add_other_explanations(std::string& text, const Audit& a, const Say& say) {
  text += "\n";
  add(text, 0,
      a.explanations.front().exact() ? say.text("Det samme beløb ville komme af, at", "The same amount would come of this:")
                                     : say.text("Også tæt på er, at", "Also near:"));
  constexpr std::size_t most_shown = 5;
  for (std::size_t i = 1; i < a.explanations.size() && i <= most_shown; ++i) {
    const AuditExplanation& e = a.explanations[i];
    std::string line = "- " + clause(e, say);
    if (!e.exact()) line += " (" + kroner(e.amount, say.language()) + ")";
    add(text, 2, sentence(line));
  }
  if (a.explanations.size() > most_shown + 1) {
    const std::size_t rest = a.explanations.size() - most_shown - 1;
    add(text, 2, say("- og {} andre, som resultatet i JSON har alle.", "- and {} others, all of them in the result as JSON.", rest));
  }
}

}  // namespace

std::string breakdown(const Explained<Audit>& found, Language language) {
  const Audit& a = found.statement;
  const Say say(language);
  const std::string month = in_words(a.month, language);
  const auto reserve = [&](std::string text) {
    if (a.ceiling_rise_unknown) text += wrapped(ceiling_rise_reserve(say), 0, text_columns) + "\n";
    return text;
  };
  if (a.is_payout)
    return reserve(wrapped(say("Fleksløntilskuddet for {} er rigtigt: {} er udbetalt, og det er {} efter eget ATP-bidrag.",
                               "The fleksløntilskud of {} is right: {} was paid out, which is {} after own ATP.", month,
                               kroner(a.paid, language), kroner(a.due, language)),
                           0, text_columns) +
                   "\n");
  if (a.right)
    return reserve(wrapped(say("Fleksløntilskuddet for {} er rigtigt: det udbetalte, {}, svarer til beregningen.",
                               "The fleksløntilskud of {} is right: {} was paid, as computed.", month, kroner(a.paid, language)),
                           0, text_columns) +
                   "\n");

  std::string text = wrapped(verdict(a, month, say), 0, text_columns) + "\n\n";
  Sheet sheet(language, a.month);
  sheet.line(say.text("Tilskud før ATP-bidrag, beregnet", "Subsidy before own ATP, as computed"), Exact::of(a.due));
  sheet.line(say.text("Tilskud før ATP-bidrag, som kommunen har beregnet det", "Subsidy before own ATP, as the municipality has it"),
             Exact::of(a.paid));
  sheet.sum(
      a.difference > Money{} ? say.text("Mangler at blive udbetalt", "Still to be paid") : say.text("Udbetalt for meget", "Paid too much"),
      Exact::of(a.difference > Money{} ? a.difference : -a.difference));
  text += sheet.text() + "\n";

  if (a.explanations.empty()) {
    add(text, 0,
        say.text("Ingen af de kendte fejl giver det udbetalte beløb, hverken én alene eller to sammen.",
                 "None of the known mistakes gives what was paid, neither one alone nor two together."));
    if (const std::string fits = fitting(a, say); !fits.empty()) add(text, 0, fits);
  } else {
    const AuditExplanation& best = a.explanations.front();
    add(text, 0,
        (best.exact() ? say.text("Forklaring: ", "Explanation: ") : say.text("Nærmeste forklaring: ", "Nearest explanation: ")) +
            clause(best, say) + ". " + sentence(gives(best, say)));
    add_rules(text, best, a.month, say);
    if (!best.exact())
      if (const std::string fits = fitting(a, say); !fits.empty()) add(text, 0, fits);
    if (a.explanations.size() > 1) add_other_explanations(text, a, say);
  }
  text += "\n";
  add(text, 0, what_to_do(a, say));
  text = reserve(std::move(text));
  return text;
}

std::string to_json(const Explained<Audit>& found, Language language) {
  const Audit& a = found.statement;
  const Say say(language);
  Json json = result_json(found.rates);
  json["month"] = to_text(a.month);
  json["due"] = to_text(a.due);
  json["paid"] = to_text(a.paid);
  json["difference"] = to_text(a.difference);
  json["verdict"] = a.right ? "right" : is_another_reading(a) ? "right_by_other_reading" : "wrong";
  json["is_payout"] = a.is_payout;
  json["reserve"] = a.ceiling_rise_unknown ? Json(ceiling_rise_reserve(say)) : Json();
  json["explanations"] = Json::array();
  for (const AuditExplanation& e : a.explanations) {
    Json one{{"misreadings", Json::array()},
             {"amount", to_text(e.amount)},
             {"exact", e.exact()},
             {"distance", to_text(e.distance)},
             {"text", sentence(capital(clause(e, say)))},
             {"remedy", Json::array()},
             {"rules", Json::array()},
             {"sources", Json::array()}};
    for (const Misreading m : e.misreadings()) {
      one["misreadings"].push_back(to_text(m));
      one["remedy"].push_back(sentence(std::string(remedy(m, language))));
      one["rules"].push_back(info(broken_rule(m)).id);
      one["sources"].push_back(rule_source(broken_rule(m), a.month, language));
    }
    json["explanations"].push_back(std::move(one));
  }
  json["wage_that_fits"] = a.wage_that_fits ? Json(to_text(*a.wage_that_fits)) : Json();
  json["ceiling_that_fits"] = a.ceiling_that_fits ? Json(to_text(*a.ceiling_that_fits)) : Json();
  json["text"] = breakdown(found, language);
  json["steps"] = steps_json(found, language);
  return written(json);
}

}  // namespace fleks
