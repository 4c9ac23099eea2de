#include <algorithm>

#include <fleks/words/amounts.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/explanation.hpp>

#include "rules/regulation.hpp"
#include "words/case_words.hpp"
#include "words/rule_words.hpp"
#include "words/sheet.hpp"

namespace fleks {
namespace {

std::string line_name(const CorrectionLine& l, const Say& say) {
  return l.rule ? amount_name(*l.rule, say)
                : std::string(say.text("Satser, regler eller betaling ændret", "Rates, rules or payment changed"));
}

std::string why(CorrectionBasis basis, const Say& say) {
  switch (basis) {
    case CorrectionBasis::expected_wage:
      return say.text("den faktiske løn er kendt i stedet for den forventede", "the real wage is known in place of the expected one");
    case CorrectionBasis::pay_over_months:
      return say.text("løn for flere måneder er fordelt på dem", "pay for several months is spread over them");
    case CorrectionBasis::after_holiday:
      return say.text("lønnen i måneden efter ferien er kendt", "the wage of the month after the holiday is known");
    case CorrectionBasis::other_facts:
      return say.text("løn, anden indtægt, ydelse eller ferie er ændret", "wage, other income, benefit or holiday has changed");
    case CorrectionBasis::ceiling:
      return say.text("lønloftet er ændret bagud i tid (fortolkning)", "the ceiling is changed back in time (interpretation)");
    case CorrectionBasis::not_regulated:
      return say.text("det er ikke løn eller anden indtægt, der er ændret", "it is not wage or other income that has changed");
    case CorrectionBasis::none: break;
  }
  return "";
}

/// What is done with the difference, and by which rule.
std::string consequence(const CorrectedMonth& m, const Say& say) {
  const Language language = say.language();
  const RuleInfo& basis = info(m.rule, m.month);
  std::string text = say("Grundlag: {} ({}, {}).", "Basis: {} ({}, {}).", why(m.basis, say), basis.id, cited(basis.source));
  if (m.too_old)
    return text + say(" Mere end {} måneder tilbage: vises, men reguleres ikke ({}).",
                      " More than {} months back: shown, not regulated ({}).", law::regulated_months.count(),
                      info(Rule::KOR_1, m.month).id);
  if (m.difference > Money{}) return text + say(" {} kr. udbetales.", " DKK {} is paid out.", amount(m.difference, language));
  if (m.recoverable != Money{})
    text += say(" {} kr. reguleres i de følgende måneder.", " DKK {} is settled in the following months.", amount(m.recoverable, language));
  if (const Money rest = -m.difference - m.recoverable; rest > Money{})
    text += say(" {} kr. reguleres ikke; beløbet kan kun kræves tilbage, hvis det er modtaget mod bedre vidende ({}).",
                " DKK {} is not settled; it can only be reclaimed if it was received against better knowledge ({}).",
                amount(rest, language), cited_source(m.rule == Rule::KOR_3 ? Rule::KOR_3 : Rule::KOR_2, m.month, language));
  return text;
}

void add_table(std::string& text, const CorrectedMonth& m, const Say& say) {
  const Language language = say.language();
  struct Row {
    std::string name, rule, paid, due, difference;
  };
  std::vector<Row> rows{{"", "", say.text("udbetalt", "paid"), say.text("ret til", "due"), say.text("forskel", "difference")}};
  for (const CorrectionLine& l : m.lines)
    rows.push_back({line_name(l, say), l.rule ? std::string(info(*l.rule).id) : std::string(), amount(l.paid, language),
                    amount(l.due, language), amount(l.difference, language)});
  rows.push_back(
      {say.text("Hele måneden", "The whole month"), "", amount(m.paid, language), amount(m.due, language), amount(m.difference, language)});
  Row widest;
  for (const Row& r : rows)
    for (auto [cell, most] : {std::pair{&r.name, &widest.name},
                              {&r.rule, &widest.rule},
                              {&r.paid, &widest.paid},
                              {&r.due, &widest.due},
                              {&r.difference, &widest.difference}})
      if (width(*cell) > most->size()) most->assign(width(*cell), ' ');
  for (const Row& r : rows)
    text += "  " + left(r.name, widest.name.size()) + "  " + left(r.rule, widest.rule.size()) + "  " + right(r.paid, widest.paid.size()) +
            "  " + right(r.due, widest.due.size()) + "  " + right(r.difference, widest.difference.size()) + "\n";
}

std::string outcome(const Correction& c, const Say& say) {
  const Language language = say.language();
  std::string text;
  const auto line = [&](std::string said) { text += sentence(std::move(said)) + "\n"; };
  if (c.to_pay_out > Money{})
    line(say("Efterbetaling i alt: {}", "To pay out in all: {}", kroner(c.to_pay_out, language)));
  else if (c.to_recover > Money{})
    line(say("I alt at regulere: {}", "To settle in all: {}", kroner(c.to_recover, language)));
  else if (c.not_regulated == Money{} && c.too_old == Money{})
    text += say.text("I alt 0,00 kr.: månederne går lige op.\n", "In all DKK 0.00: the months even out.\n");
  else
    text += say.text("I alt 0,00 kr. til udbetaling eller regulering.\n", "In all DKK 0.00 to pay out or settle.\n");
  for (const Settlement& s : c.settlements)
    line(say("Trækkes fra i {}: {}", "Settled in {}: {}", in_words(s.month, language), kroner(s.amount, language)));
  if (c.not_settled > Money{} && c.to_recover > Money{})
    line(say("Ikke trukket fra i sagens måneder: {}", "Not settled within the months of the case: {}", kroner(c.not_settled, language)));
  if (c.not_regulated > Money{})
    line(say("Udbetalt for meget, som ikke reguleres: {}. Om beløbet kan kræves tilbage, skal afgøres for sig",
             "Paid too much, and not settled: {}. Whether it can be reclaimed is decided apart", kroner(c.not_regulated, language)));
  if (c.too_old != Money{})
    line(say("Forskel i måneder før {}, som er for gamle til at blive reguleret: {}",
             "Difference of months before {}, which are too old to be settled: {}", in_words(c.reaches, language),
             kroner(c.too_old, language)));
  return text;
}

/// KOR-4.
std::string claims(const Case& c, const Correction& correction, const Say& say) {
  const Language language = say.language();
  std::string text;
  for (const ReducedClaim& claim : correction.claims) {
    const BackPayment& b = c.back_payments[claim.index];
    const RuleInfo& rule = info(Rule::KOR_4, month_of(b.period.first));
    text += wrapped(say("{} bagud for {}: {} før skat. For de dage er der udbetalt {} i ledighedsydelse før skat. Fra kravet trækkes {}, "
                        "og {} udbetales ({}, {}).",
                        "{} in arrears for {}: {} before tax. For those days {} of ledighedsydelse was paid before tax. {} is taken of the "
                        "claim, and {} is paid out ({}, {}).",
                        back_payment(b.kind, say), period_in_words(b.period, language), kroner(b.amount, language),
                        kroner(claim.ledighedsydelse, language), kroner(claim.deducted, language), kroner(claim.left, language), rule.id,
                        cited(rule.source)),
                    0, text_columns) +
            "\n";
  }
  return text.empty() ? text : "\n" + text;
}

Json claims_json(const Case& c, const Correction& correction) {
  Json all = Json::array();
  for (const ReducedClaim& claim : correction.claims) {
    const BackPayment& b = c.back_payments[claim.index];
    const RuleInfo& rule = info(Rule::KOR_4, month_of(b.period.first));
    all.push_back({{"place", "back_payments[" + std::to_string(claim.index) + "]"},
                   {"from", to_text(b.period.first)},
                   {"to", to_text(b.period.last)},
                   {"amount", to_text(b.amount)},
                   {"ledighedsydelse", to_text(claim.ledighedsydelse)},
                   {"deducted", to_text(claim.deducted)},
                   {"left", to_text(claim.left)},
                   {"rule", rule.id},
                   {"source", rule.source}});
  }
  return all;
}

std::string decimal(const Exact& oere) { return to_kroner_text(oere); }

Json month_json(const Case& c, const CorrectedMonth& m, Language language) {
  const Say say(language);
  Json lines = Json::array();
  for (const CorrectionLine& l : m.lines)
    lines.push_back({{"rule", l.rule ? Json(info(*l.rule).id) : Json()},
                     {"name", line_name(l, say)},
                     {"paid", decimal(l.paid)},
                     {"due", decimal(l.due)},
                     {"difference", decimal(l.difference)}});
  const bool changed = m.basis != CorrectionBasis::none;
  return {{"month", to_text(m.month)},
          {"decided", to_text(m.decided)},
          {"paid", to_text(m.paid)},
          {"paid_is_stated", m.stated},
          {"due", to_text(m.due)},
          {"difference", to_text(m.difference)},
          {"recoverable", to_text(m.recoverable)},
          {"basis", changed ? Json(info(m.rule, m.month).id) : Json()},
          {"ground", changed ? Json(to_text(m.basis)) : Json()},
          {"too_old", m.too_old},
          {"text", changed ? Json(consequence(m, say)) : Json()},
          {"lines", std::move(lines)},
          {"new_facts", facts_json(c, m.new_facts, language)},
          {"old_facts", facts_json(c, m.old_facts, language)}};
}

}  // namespace

std::string breakdown(const Case& c, const Correction& correction, Language language) {
  const Say say(language);
  std::string text = heading(c, say) + "\n";
  text += say("Efterregulering fra {}, på grundlag af oplysningerne den {}\n", "Correction from {}, on the information of {}\n",
              in_words(correction.first, language), in_words(correction.as_of, language));
  std::size_t changed = 0;
  for (const CorrectedMonth& m : correction.months) {
    if (m.lines.empty()) continue;
    ++changed;
    text += say("\n{} (afgjort {})\n", "\n{} (decided {})\n", in_words(m.month, language), in_words(m.decided, language));
    add_table(text, m, say);
    for (const FactUsed& f : m.new_facts) text += "  + " + wrapped(in_words(c, f, language), 4, text_columns) + "\n";
    for (const FactUsed& f : m.old_facts) text += "  - " + wrapped(in_words(c, f, language), 4, text_columns) + "\n";
    text += "  " + wrapped(consequence(m, say), 2, text_columns) + "\n";
  }
  if (changed == 0) return text + say.text("\nIngen måned ændres.\n", "\nNo month changes.\n") + claims(c, correction, say);
  return text + "\n" + outcome(correction, say) + claims(c, correction, say);
}

std::string to_json(const Case& c, const Correction& correction, const RateTable& rates, Language language) {
  Json json = result_json(rates);
  json["name"] = c.name.empty() ? Json() : Json(c.name);
  json["as_of"] = to_text(correction.as_of);
  json["correct_from"] = to_text(correction.first);
  json["reaches"] = to_text(correction.reaches);
  Json months = Json::array();
  for (const CorrectedMonth& m : correction.months) months.push_back(month_json(c, m, language));
  json["months"] = std::move(months);
  json["total"] = to_text(correction.total);
  json["to_pay_out"] = to_text(correction.to_pay_out);
  json["to_recover"] = to_text(correction.to_recover);
  json["not_regulated"] = to_text(correction.not_regulated);
  json["too_old"] = to_text(correction.too_old);
  Json settlements = Json::array();
  for (const Settlement& s : correction.settlements) settlements.push_back({{"month", to_text(s.month)}, {"amount", to_text(s.amount)}});
  json["settlements"] = std::move(settlements);
  json["not_settled"] = to_text(correction.not_settled);
  if (!correction.claims.empty()) json["back_payments"] = claims_json(c, correction);
  json["rule"] = info(Rule::EFTER).id;
  json["source"] = info(Rule::EFTER).source;
  return written(json);
}

std::string amount_name(Rule rule, const Say& say) {
  switch (rule) {
    case Rule::FLT_3: return say.text("Ingen ret i måneden", "No right in the month");
    case Rule::FLT_10: return say.text("Tilskuddet kan ikke blive under 0", "The subsidy cannot be below 0");
    case Rule::FLT_11: return say.text("Nedsat på grund af lønloftet", "Cut because of the ceiling");
    case Rule::LY_4: return "Ledighedsydelse";
    case Rule::LY_9: return say.text("Ferie med egne feriepenge", "Holiday with own holiday pay");
    default: return std::string(rule_name(rule, say.language()));
  }
}

}  // namespace fleks
