#include "history/used_fact.hpp"
#include "rules/regulation.hpp"
#include "words/case_words.hpp"
#include "words/letter_writer.hpp"

#include <fleks/words/case.hpp>

// The letter of months that are computed again: back pay, the hearing, and what is done with what was paid too much.

namespace fleks {

void LetterWriter::first_of_correction() {
  const Correction& c = *content_.correction;
  const std::string months = c.months.size() == 1 ? in(c.months.front().month)
                             : c.months.empty()   ? in(m_.month)
                                                  : say("{} til {}", "{} to {}", in(c.months.front().month), in(c.months.back().month));
  std::string text = say("Vi har beregnet {} igen.", "We have computed {} again.", months);
  switch (content_.kind) {
    case LetterKind::back_pay:
      text += say(" Du får {} mere før skat. Pengene kommer på din NemKonto.",
                  " You get {} more before tax. The money goes to your NemKonto.", kr(c.to_pay_out));
      break;
    case LetterKind::hearing:
      text += say(" Det er ikke en afgørelse endnu. Du kan sige din mening, før vi afgør sagen. Vi skal have dit svar senest den {}.",
                  " This is not a decision yet. You can say what you think before we decide. We must have your answer by {}.",
                  on(content_.answer_by));
      break;
    case LetterKind::regulation:
      text += say(" Du har fået {} for meget før skat.", " You were paid {} too much before tax.", kr(c.to_recover));
      break;
    case LetterKind::repayment:
      text += say(" Du har fået {} for meget før skat.", " You were paid {} too much before tax.", kr(c.not_regulated));
      break;
    case LetterKind::claim: text += say(" Din {} er den samme som før.", " Your {} is the same as before.", benefits_of(m_, say_)); break;
    default: text += say_.text(" Du skal have det samme som før.", " You are to have the same as before."); break;
  }
  out_.first.push_back(std::move(text));
  if (nothing_differs() || content_.kind == LetterKind::hearing) return;
  std::vector<std::string> days;
  for (const CorrectedMonth& m : c.months)
    if (m.basis != CorrectionBasis::none && !m.too_old) days.push_back(on(m.decided));
  out_.first.push_back(say("Brevet gælder i stedet for det, vi afgjorde den {}.", "This letter takes the place of what we decided on {}.",
                           listed(days, say_)));
}

void LetterWriter::why_corrected() {
  const Correction& c = *content_.correction;
  std::vector<FactUsed> now, before;
  const auto add = [](std::vector<FactUsed>& to, const std::vector<FactUsed>& from) {
    for (const FactUsed& f : from)
      if (std::find(to.begin(), to.end(), f) == to.end()) to.push_back(f);
  };
  for (const CorrectedMonth& m : c.months) add(now, m.new_facts), add(before, m.old_facts);
  if (nothing_differs()) return;
  auto& s = section("Det er nyt", "What is new");
  if (now.empty() && before.empty())
    s.paragraphs.emplace_back(say_.text("Satser, regler eller det udbetalte beløb er et andet, end vi regnede med.",
                                        "Rates, rules or the amount that was paid are not what we counted on."));
  for (const FactUsed& f : now) s.points.push_back(in_words(c_, f, l_));
  for (const FactUsed& f : before) s.points.push_back(say("Før regnede vi med: {}", "Before we used: {}", in_words(c_, f, l_)));
}

void LetterWriter::months_table() {
  const Correction& c = *content_.correction;
  for (const ReducedClaim& claim : c.claims) {
    const BackPayment& b = c_.back_payments[claim.index];
    section("Anden ydelse for samme tid", "Another benefit for the same time")
        .paragraphs.push_back(
            say("{} for {} er {} før skat. For de dage har du fået {} i ledighedsydelse før skat. Vi trækker {} fra, og "
                "du får {} udbetalt.",
                "{} for {} is {} before tax. For those days you had {} of ledighedsydelse before tax. We take {} off, and "
                "{} is paid out to you.",
                back_payment(b.kind, say_), period_in_words(b.period, l_), kr(b.amount), kr(claim.ledighedsydelse), kr(claim.deducted),
                kr(claim.left)));
  }
  if (nothing_differs()) return;
  auto& s = section("Måned for måned", "Month by month");
  s.table.heads = {say_.text("Måned", "Month"), say_.text("Du har fået", "You were paid"), say_.text("Du skal have", "You are to have"),
                   say_.text("Forskel", "Difference")};
  for (const CorrectedMonth& m : c.months)
    if (m.basis != CorrectionBasis::none && !m.too_old)
      s.table.rows.push_back({in(m.month), {amount(m.paid, l_), amount(m.due, l_), signed_amount(Exact::of(m.difference))}, false});
  s.table.rows.push_back(
      {say_.text("I alt før skat", "In all before tax"), {std::string(), std::string(), signed_amount(Exact::of(c.total))}, true});
  if (c.too_old != Money{})
    s.notes.push_back(say("Vi regner højst {} måneder tilbage. Før {} er der en forskel på {}. Den ændrer vi ikke.",
                          "We go back at most {} months. Before {} there is a difference of {}. We do not change that.",
                          law::regulated_months.count(), in(c.reaches), kr(c.too_old)));
  if (content_.kind == LetterKind::back_pay && c.not_regulated > Money{})
    s.notes.push_back(say("Du har også fået {} for meget. Det skriver vi til dig om for sig.",
                          "You were also paid {} too much. We write to you about that apart.", kr(c.not_regulated)));
}

void LetterWriter::corrected_rules() {
  if (nothing_differs() || content_.corrected.empty()) return;
  auto& s = section("Sådan er forskellen regnet ud", "How the difference is computed");
  s.table.heads = amount_heads();
  for (const LetterChange& change : content_.corrected) row(s, change_name(change), signed_amount(change.amount));
  row(s, say_.text("I alt før skat", "In all before tax"), signed_amount(Exact::of(content_.correction->total)), true);
  if (content_.lines.empty() || content_.kind == LetterKind::hearing) return;
  subsidy_and_benefit();
}

void LetterWriter::hearing() {
  if (content_.kind != LetterKind::hearing) return;
  const Correction& c = *content_.correction;
  auto& plan = section("Det tænker vi at gøre", "What we think of doing");
  if (c.to_recover > Money{})
    plan.paragraphs.push_back(
        say("Vi vil trække {} fra i dit tilskud. Det kaldes efterregulering. Det må vi, når løn eller anden indtægt er "
            "ændret. Reglen står nederst.",
            "We want to take {} off your subsidy. It is called efterregulering. We may do so when a wage or other income has "
            "changed. The rule is at the end.",
            kr(c.to_recover)));
  if (c.not_regulated > Money{})
    plan.paragraphs.push_back(say("{} kan vi kun kræve tilbage, hvis du vidste, at du ikke havde ret til pengene.",
                                  "We can only demand {} back if you knew that you had no right to the money.", kr(c.not_regulated)));
  auto& ask = section("Svar os gerne på", "Please tell us");
  ask.points = {say_.text("Er beløbene rigtige?", "Are the amounts right?"),
                say_.text("Gælder de andre måneder?", "Are they of other months?"),
                say_.text("Er der noget, vi ikke ved?", "Is there something we do not know?"),
                say_.text("Hvad kan du undvære om måneden?", "What can you do without each month?")};
  ask.notes.emplace_back(say_.text(
      "Svarer du ikke, afgør vi sagen ud fra det, vi ved. Du må gerne have en med til at hjælpe dig. Du har ret til at se papirerne i "
      "din sag.",
      "If you do not answer, we decide by what we know. You may bring someone to help you. You have the right to see the papers of your "
      "case."));
}

void LetterWriter::regulation() {
  const Correction& c = *content_.correction;
  if (content_.kind != LetterKind::regulation) return;
  auto& s = section("Sådan trækker vi pengene fra", "How we take the money");
  std::string text = say_.text("Vi må trække beløbet fra, fordi løn eller anden indtægt er ændret. Det kaldes efterregulering.",
                               "We may take the amount, as a wage or other income has changed. It is called efterregulering.");
  for (const Settlement& t : c.settlements) text += say(" I {} trækker vi {} fra.", " In {} we take off {}.", in(t.month), kr(t.amount));
  if (c.not_settled > Money{})
    text += say(" Vi trækker {} fra i det næste tilskud, du får.", " We take {} off the next subsidy that you get.", kr(c.not_settled));
  s.paragraphs.push_back(std::move(text));
  s.paragraphs.push_back(say("Ring til os på {}, hvis det er for meget på én gang.", "Call us at {} if that is too much at once.",
                             or_blank(c_.letters.phone, "telefon", "phone")));
  s.paragraphs.push_back(
      content_.hearing->answer.empty()
          ? say("Vi skrev til dig den {}. Du svarede ikke.", "We wrote to you on {}. You did not answer.", on(content_.hearing->sent))
          : say("Vi skrev til dig den {}. Du svarede: {}", "We wrote to you on {}. You answered: {}", on(content_.hearing->sent),
                sentence(shown(content_.hearing->answer))));
  if (c.not_regulated > Money{})
    s.paragraphs.push_back(say("Du har også fået {} for meget, som vi ikke må trække fra. Det skriver vi til dig om for sig.",
                               "You were also paid {} too much that we may not take off. We write to you about that apart.",
                               kr(c.not_regulated)));
}

void LetterWriter::repayment() {
  if (content_.kind != LetterKind::repayment) return;
  const Hearing& heard = *content_.hearing;
  auto& s = heard.knew.empty() ? section("Derfor beholder du pengene", "Why you keep the money")
                               : section("Derfor skal du betale tilbage", "Why you must repay");
  if (heard.knew.empty()) {
    s.paragraphs.emplace_back(say_.text("Ingen regel giver os ret til at tage pengene tilbage. Du vidste ikke, at beløbet var forkert.",
                                        "No rule lets us take the money back. You did not know that the amount was wrong."));
  } else {
    s.paragraphs.push_back(say("Du fik pengene uden at have ret til dem, og du vidste det. Det har vi lagt vægt på: {}",
                               "You had the money without a right to it, and you knew. This is why we find so: {}",
                               sentence(shown(heard.knew))));
    s.paragraphs.push_back(say("Vi tager hensyn til, hvad du har råd til. Ring til os på {}, så aftaler vi, hvordan du betaler.",
                               "We heed what you can afford. Call us at {}, and we agree on how you pay.",
                               or_blank(c_.letters.phone, "telefon", "phone")));
  }
  s.paragraphs.push_back(
      heard.answer.empty() ? say("Vi skrev til dig den {}. Du svarede ikke.", "We wrote to you on {}. You did not answer.", on(heard.sent))
                           : say("Vi skrev til dig den {}. Du svarede: {}", "We wrote to you on {}. You answered: {}", on(heard.sent),
                                 sentence(shown(heard.answer))));
}

}  // namespace fleks
