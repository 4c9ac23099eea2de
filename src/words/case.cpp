#include <fleks/words/case.hpp>

#include <algorithm>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>

#include "facts/case_lists.hpp"
#include "statement/month_amounts.hpp"
#include "words/case_words.hpp"
#include "words/rule_words.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"

namespace fleks {
namespace {

/// In place of the name of a missing fact, as the subject of its sentence.
const char* pronoun(MissingFact::Kind kind, const Say& say) {
  switch (kind) {
    case MissingFact::Kind::hours:
    case MissingFact::Kind::holiday_pay: return say.text("de", "they are");
    case MissingFact::Kind::ceiling:
    case MissingFact::Kind::full_time_supplement: return say.text("det", "it is");
    case MissingFact::Kind::wage:
    case MissingFact::Kind::capped:
    case MissingFact::Kind::holiday_tax: break;
  }
  return say.text("den", "it is");
}

/// A month's amounts: every line is a rule's, and they add up to what is paid out.
void add_amounts(Sheet& sheet, const CaseMonth& m, const Say& say) {
  if (m.subsidy) {
    const MonthStatement& s = *m.subsidy;
    sheet.line(say("Løn i fleksjob, {}", "Wage of the fleksjob, {}", in_words(s.wage_month, say.language())), s.wage, Rule::FLT_5);
    if (!s.other_wage.is_zero()) sheet.line(say.text("Anden løn m.v.", "Other wage etc."), s.other_wage, Rule::FLT_7);
    if (s.has_ceiling) sheet.line(say.text("Lønloft", "Normal-wage ceiling"), s.normal_wage_ceiling, Rule::LOFT_1);
    sheet.gap();
  }
  if (m.benefit && !m.benefit->income.is_zero()) {
    sheet.line(m.income_month == m.month ? std::string(say.text("Indtægt i måneden", "Income of the month"))
                                         : std::string(say.text("Indtægt i måneden før", "Income of the month before")),
               m.benefit->income, Rule::LY_5);
    sheet.gap();
  }
  for (const auto& [rule, amount] : payout_by_rule(m)) sheet.line(amount_name(rule, say), amount, rule);
  sheet.sum(say.text("Til udbetaling før skat", "Paid out before tax"), Exact::of(m.payout));
}

std::string holiday_line(const CaseMonth& m, const Say& say) {
  const HolidayAccount& h = m.holiday;
  const Language l = say.language();
  std::string text = say("Ferie med løn: optjent {}, holdt {}, tilbage {}", "Holiday with pay: earned {}, held {}, left {}",
                         days(h.earned_with_pay, l), number(h.held_with_pay, l), number(h.left_with_pay, l));
  if (!h.left_of_year_before.is_zero()) text += say(" (+ {} fra året før)", " (+ {} of the year before)", number(h.left_of_year_before, l));
  return text + say(". Ferie med ledighedsydelse: holdt {}, kan endnu holdes {}.",
                    ". Holiday on ledighedsydelse: held {}, may still be held {}.", number(h.held_on_benefit, l),
                    days(h.left_on_benefit, l));
}

}  // namespace

std::vector<FactUsed> once(const std::vector<FactUsed>& facts) {
  std::vector<FactUsed> out;
  for (const FactUsed& f : facts)
    if (std::find(out.begin(), out.end(), f) == out.end()) out.push_back(f);
  return out;
}

Month rates_month(const Case& c, Month month) { return c.options.month.rates_of == RatesOf::subsidy_month ? month : month_before(month); }

std::string breakdown(const Case& c, const CaseStatement& statement, const RateTable& rates, Language language, bool steps) {
  const Say say(language);
  std::string text = heading(c, say) + "\n";
  if (statement.as_of)
    text += say("På grundlag af oplysningerne den {}\n", "On the information of {}\n", in_words(*statement.as_of, language));
  for (const CaseMonth& m : statement.months) {
    text += "\n" + in_words(m.month, language) + "\n";
    for (const LivingDays& d : m.days) {
      text += "  " + left(period_in_words(d.days, language), 26) + std::string(in_words(d.on, language));
      if (d.on == Living::fleksjob || d.on == Living::other_work) text += ", " + shown(c.employments[d.employment].employer);
      text += '\n';
    }
    for (const MissingFact& missing : m.missing) text += "  " + wrapped(missing_fact(c, missing, say), 2, text_columns) + "\n";
    for (const Otherwise& o : m.otherwise)
      text += "  " +
              wrapped(sentence(say("Er {} oplyst, kan tilskuddet blive {}", "When {} known, the subsidy may be {}",
                                   pronoun(o.missing.kind, say), kroner(o.fleksloentilskud, language))),
                      2, text_columns) +
              "\n";
    if (m.subsidy || m.benefit) {
      Sheet sheet(language, m.month);
      add_amounts(sheet, m, say);
      text += sheet.text();
    } else if (m.status == MonthStatus::unknown) {
      text += say.text("  Fleksløntilskuddet er ukendt.\n", "  The fleksløntilskud is unknown.\n");
    } else if (m.reason == Rule::FLT_23) {
      text += say.text("  Ingen ydelse for måneden: retten er ophørt ved pension eller pensionsalder (FLT-23).\n",
                       "  No benefit for the month: the right has ended with pension or pension age (FLT-23).\n");
    } else {
      text += say.text("  Ingen ydelse for måneden.\n", "  No benefit for the month.\n");
    }
    text += "  " + wrapped(holiday_line(m, say), 2, text_columns) + "\n";
    if (m.benefit_months > 0 || m.benefit_months_of_24 > 0)
      text += say("  Hele måneder på ledighedsydelse: {} siden sidste fleksjob, {} af de sidste 24{}\n",
                  "  Whole months on ledighedsydelse: {} since the last fleksjob, {} of the last 24{}\n", m.benefit_months,
                  m.benefit_months_of_24,
                  m.long_term    ? say.text(" (langvarig)", " (long-term)")
                  : m.review_due ? say.text(" (opfølgning efter 12 måneder)", " (to be reviewed)")
                                 : "");
    for (const FactUsed& f : once(m.facts)) text += "  - " + wrapped(in_words(c, f, language), 4, text_columns) + "\n";
    if (!steps) continue;
    const RatesOnDate in_force = rates.on(rates_month(c, m.month));
    for (const Step& step : m.steps) {
      text += "  " + left(std::string(info(step.rule).id), 9) + wrapped(in_words(step, in_force, language), 11, text_columns) + "\n";
      text += "           " + wrapped(source_and_status(step, m.month, language), 11, text_columns) + "\n";
    }
  }
  if (!statement.unused.empty()) {
    text += say.text("\nOplysninger, der ikke tæller i nogen af månederne\n", "\nFacts that count in none of the months\n");
    for (const FactUsed& f : statement.unused) text += "  - " + wrapped(in_words(c, f, language), 4, text_columns) + "\n";
  }
  return text;
}

std::string period_in_words(const Period& p, Language language) {
  if (p.first == p.last) return in_words(p.first, language);
  const bool danish = language == Language::danish;
  const std::string last = in_words(p.last, language);
  if (month_of(p.first) == month_of(p.last)) return std::to_string(unsigned{p.first.day()}) + (danish ? ".-" : "-") + last;
  std::string first = in_words(p.first, language);
  if (p.first.year() == p.last.year()) first.erase(first.find_last_of(' '));
  return first + " - " + last;
}

std::string heading(const Case& c, const Say& say) {
  return c.name.empty() ? std::string(say.text("Sag", "Case")) : say("Sag: {}", "Case: {}", shown(c.name));
}

}  // namespace fleks
