#include <fleks/words/case.hpp>
#include <fleks/words/explanation.hpp>

#include "history/used_fact.hpp"
#include "history/wage_parts.hpp"
#include "rules/fleksloentilskud.hpp"
#include "rules/steps.hpp"
#include "words/case_words.hpp"
#include "words/letter_writer.hpp"

// The names of a letter's amounts: what they are to the citizen, and not the names of the rules.

namespace fleks {

std::string LetterWriter::rule_label(Rule rule) const {
  switch (rule) {
    case Rule::FLT_4:
      return step_of(Rule::FLT_13) != nullptr
                 ? std::string(say_.text("Højeste tilskud for den del af måneden", "Highest subsidy for that part of the month"))
                 : say("Højeste tilskud i {}", "Highest subsidy in {}", int{m_.month.year()});
    case Rule::FLT_8: return say_.text("Fradrag for løn", "Deduction for wage");
    case Rule::FLT_9: return say_.text("Dagpenge, som vi trækker fra", "Daily benefits, which we take off");
    case Rule::FLT_10: return say_.text("Tilskuddet kan ikke blive under 0", "The subsidy cannot be below 0");
    case Rule::FLT_3: return say_.text("Ingen ret i måneden", "No right in the month");
    case Rule::FLT_11: return say_.text("Nedsat på grund af lønloftet", "Lowered by the ceiling");
    case Rule::FLT_12: return say_.text("Ferie med ledighedsydelse", "Holiday with ledighedsydelse");
    case Rule::FLT_13: return say_.text("Dage uden for fleksjobbet", "Days outside the fleksjob");
    case Rule::FLT_14:
    case Rule::LY_15: return say_.text("Afrundet", "Rounded");
    case Rule::FLT_17:
    case Rule::LY_13: return say_.text("Dit bidrag til ATP", "Your contribution to ATP");
    case Rule::LY_4: return say_.text("Ledighedsydelse", "Ledighedsydelse");
    case Rule::LY_5: return say_.text("Fradrag for indtægt", "Deduction for income");
    case Rule::LY_9: return say_.text("Ferie med egne feriepenge", "Holiday with your own holiday pay");
    case Rule::LY_12: return say_.text("Dage uden ydelse", "Days without benefit");
    default: return std::string(rule_name(rule, m_.month, l_));
  }
}

std::string LetterWriter::line_name(const LetterLine& line) const {
  if (line.share) return say("{} af {}", "{} of {}", percent(*line.share, l_), amount(*line.of, l_));
  if (line.rule == Rule::FLT_17)
    if (const Step* step = step_of(Rule::FLT_17); step != nullptr) {
      const auto atp = steps::as<steps::OwnAtpOfSubsidy>(*step);
      return say("Dit bidrag til ATP ({}, højst {})", "Your contribution to ATP ({}, at most {})", percent(atp.share, l_), kr(atp.most));
    }
  if (line.rule == Rule::LY_9)
    if (steps::find<steps::HolidayTopUp>(m_.steps) != nullptr) {
      Exact held;  // of every class
      for (const Step& step : m_.steps)
        if (steps::is<steps::HolidayTopUp>(step)) held += steps::as<steps::HolidayTopUp>(step).days;
      return line.amount.is_positive() ? std::string(say_.text("Tillæg til dine feriepenge", "Added to your holiday pay"))
                                       : say("Ferie med egne feriepenge ({})", "Holiday with your own holiday pay ({})", days(held, l_));
    }
  if (line.rule == Rule::LY_4) {
    const LedighedsydelseStatement& b = *m_.benefit;
    const Step* step = steps::find<steps::PayableDays>(m_.steps);
    if (step == nullptr || steps::as<steps::PayableDays>(*step).wording == steps::PayableDays::Wording::whole_month)
      return say_.text("Ledighedsydelse for hele måneden", "Ledighedsydelse for the whole month");
    return say("Ledighedsydelse ({} × {} / {} × {})", "Ledighedsydelse ({} × {} / {} × {})", amount(b.base, l_), law::months_a_year,
               law::weekdays_a_year, days(b.payable_weekdays, l_));
  }
  return rule_label(line.rule);
}

std::string LetterWriter::change_name(const LetterChange& change) const {
  if (!change.rule) return say_.text("Det udbetalte var et andet beløb", "What was paid was another amount");
  return change.rule == Rule::FLT_4 ? std::string(say_.text("Højeste tilskud", "Highest subsidy")) : rule_label(*change.rule);
}

std::string LetterWriter::income_name(const LetterIncome& income) const {
  if (income.fact.kind == FactUsed::Kind::income) return income_kind(c_.incomes[income.fact.index], say_);
  const WageRecord& w = c_.wages[income.fact.index];
  const std::string job = employer(income.fact.employment);
  if (income.supplement) return say("{} fra {}", "{} from {}", supplement_kind(w.supplements[*income.supplement].kind, say_), job);
  if (income.months > 1) return say("Del af løn fra {} for {} måneder", "Share of pay from {} for {} months", job, income.months);
  if (income.expected) return say("Forventet løn fra {}", "Expected wage from {}", job);
  if (income.split) return say("Del af løn fra {} {}", "Part of wage from {} {}", job, period_in_words(w.period, l_));
  if (history::is_after_end(w, c_.employments[income.fact.employment]))
    return say("Løn fra {} for tiden efter jobbet", "Pay from {} for the time after the job", job);
  if (income.pay == Exact::of(w.am_income)) return say("A-indkomst fra {} (felt 13)", "A-income from {} (field 13)", job);
  return say("Løn fra {} {}", "Wage from {} {}", job, period_in_words(w.period, l_));
}

}  // namespace fleks
