#include <fleks/words/income.hpp>

#include <algorithm>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>

#include "words/say.hpp"

namespace fleks {
namespace {

using Ask = IncomeQuestion::Kind;
using Why = IncomeLeftOut::Why;

std::string days_of(const Period& p) { return to_text(p.first) + ".." + to_text(p.last); }

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

std::string in_words(const IncomeQuestion& q, Language language) {
  const Say say(language);
  const std::string about = shown(q.about, 80);
  const std::string month = q.month ? " (" + to_text(*q.month) + ")" : "";
  switch (q.kind) {
    case Ask::job_kind:
      return say("Er jobbet hos SE {} fleksjobbet (fleksjob) eller et andet (other)?",
                 "Is the job at SE {} the fleksjob (fleksjob) or another (other)?", about);
    case Ask::same_job:
      return say("Er SE {} arbejdsgiveren i sagens eneste job? Det regnes der med.",
                 "Is SE {} the employer of the only job of the case? That is taken for granted.", about);
    case Ask::job_begins:
      return say("Hvornår begyndte jobbet hos SE {}? Foreløbig den første dag, registret har løn for.",
                 "When did the job at SE {} begin? For now the first day that the register has pay for.", about);
    case Ask::ceiling:
      return say("Hvad er fuldtidslønnen (lønloftet) i {}? Uden den er tilskuddet før lønloftet.",
                 "What is the full-time pay (the ceiling) of {}? Without it the subsidy is before the ceiling.", about);
    case Ask::holiday:
      return say.text("Har borgeren holdt ferie, og hvordan (løn, feriegodtgørelse, ledighedsydelse)?",
                      "Has the citizen held holiday, and how (pay, feriegodtgørelse, ledighedsydelse)?");
    case Ask::private_pension:
      return say("Har borgeren en pension hos SE {}, som registret ikke har?",
                 "Has the citizen a pension at SE {} that the register does not have?", about);
    case Ask::supplements:
      return say("Er der ferietillæg, fritvalg eller søgnehelligdagsbetaling i felt 13 hos SE {} (FLT-16)?",
                 "Does felt 13 at SE {} contain ferietillæg, fritvalg or pay for public holidays (FLT-16)?", about);
    case Ask::bonus_months:
      return say("Er {}{} betaling for flere måneder (bonus, efterbetaling), og for hvilke (FLT-6)?",
                 "Is {}{} pay for several months (a bonus, back pay), and for which (FLT-6)?", about, month);
    case Ask::corrected_months:
      return say("Hvilke tidligere måneder retter {}{} (R-mærke)? Foreløbig tæller den i sin egen.",
                 "Which earlier months does {}{} correct (R mark)? For now it counts in its own.", about, month);
    case Ask::two_employees:
      return say("SE {} har flere medarbejdernumre: er det ét job eller flere? Sig det pr. nummer som SE/NUMMER.",
                 "SE {} has several numbers of employee: is it one job or more? Say it by number as SE/NUMBER.", about);
    case Ask::unknown_kind:
      return say("Indkomsttype eller -art kendes ikke her: {}{}. Hvad er det?",
                 "The type or kind of income is not known here: {}{}. What is it?", about, month);
    case Ask::holiday_pay:
      return say("{}{} har feriepenge: hvor mange dage, hvad er beløbet før skat, og er ferien holdt (FLT-15)?",
                 "{}{} has holiday pay: how many days, what is the amount before tax, and was the holiday held (FLT-15)?", about, month);
    case Ask::holiday_tax:
      return say(
          "{}{} har feriegodtgørelse efter skat: hvad er A-skat og AM-bidrag af den, eller trækprocent og fradrag (FLT-15)? Indtil da "
          "kan måneden ikke regnes.",
          "{}{} has holiday pay after tax: what are the A-tax and AM-bidrag of it, or percentage and deduction (FLT-15)? Until then "
          "the month cannot be computed.",
          about, month);
    case Ask::unknown_reversal:
      return say("{}{} tilbagefører en indberetning, der ikke er med i svaret. Hent en længere periode.",
                 "{}{} takes back a report that the answer does not have. Fetch a longer time.", about, month);
  }
  return {};
}

std::string_view in_words(Why why, Language language) noexcept {
  const Say say(language);
  switch (why) {
    case Why::own_subsidy:
      return say.text("fleksløntilskuddet selv, holdes op mod det beregnede", "the fleksløntilskud itself, held against what is computed");
    case Why::other_benefit: return say.text("en anden offentlig ydelse", "another public benefit");
    case Why::not_wage: return say.text("ikke løn", "no wage");
    case Why::unknown_income: return say.text("indkomsttype, der ikke kendes her", "a type of income that is not known here");
    case Why::unknown_field: return say.text("felt, der ikke kendes her", "a field that is not known here");
    case Why::reversed: return say.text("tilbageført", "taken back");
    case Why::reversal: return say.text("tilbagefører", "takes back");
    case Why::unknown_reversal: return say.text("tilbagefører noget, der ikke er med", "takes back what is not here");
    case Why::twice: return say.text("den samme indberetning én gang til", "the same report once more");
    case Why::before_job: return say.text("før jobbet i sagen begynder", "before the job of the case begins");
    case Why::nothing: return say.text("uden beløb", "without an amount");
  }
  return {};
}

std::string breakdown(const IncomeCase& made, const RegisterAnswer& answer, Language language) {
  const Say say(language);
  std::size_t reports = 0;
  for (const RegisterPerson& person : answer.persons) reports += person.reports.size();
  const bool danish = language == Language::danish;
  std::string out =
      say("Læst: {}", "Read: {}", danish ? counted(reports, "indberetning", "indberetninger") : counted(reports, "report", "reports"));
  const Case& c = made.facts;
  out += say(". Sagen: {} til {}\n", ". The case: {} to {}\n", to_text(c.first), to_text(c.last));
  for (const RegisterAdvice& advice : answer.advice)
    out += say("Registret oplyser: {} {}\n", "The register says: {} {}\n", shown(advice.id, 40), shown(advice.text, 200));
  for (const RegisterPerson& person : answer.persons)
    if (person.zero_restored)
      out += say.text("Personnummeret manglede sit foranstillede nul, som er sat på igen.\n",
                      "The person's number lacked its leading zero, which has been put back.\n");
  out += say("Nyt i sagen: {} lønposter, {} ydelser, {} andre indkomster; genkendt: {}, rettet: {}\n",
             "New in the case: {} wage records, {} benefits, {} other incomes; known already: {}, corrected: {}\n",
             c.wages.size() - made.wages, c.daily_benefits.size() - made.daily_benefits, c.incomes.size() - made.incomes, made.recognised,
             made.corrected);
  for (std::size_t i = made.wages; i < c.wages.size(); ++i) {
    const WageRecord& w = c.wages[i];
    if (w.record.withdrawn)
      out += say("  tilbageført {} (oplyst {})\n", "  taken back {} (known {})\n", shown(w.record.corrects, 80), to_text(w.record.known));
    else
      out += "  " + shown(w.record.id, 80) + "  " + days_of(w.period) + "  " + kroner(w.am_income, language) +
             say(" (oplyst {})\n", " (known {})\n", to_text(w.record.known));
  }
  if (!made.left_out.empty()) out += say.text("\nIkke en del af sagen\n", "\nNo part of the case\n");
  for (const IncomeLeftOut& left : made.left_out) {
    out += "  " + shown(left.report, 80) + "  " + days_of(left.period) + "  ";
    if (left.amount != Money{}) out += kroner(left.amount, language) + "  ";
    out += std::string(in_words(left.why, language)) + (left.detail.empty() ? "" : ": " + shown(left.detail, 80)) + "\n";
  }
  if (!answer.unknown.empty()) out += say.text("\nElementer, der ikke kendes her:", "\nElements that are not known here:");
  for (const std::string& name : answer.unknown) out += " " + shown(name, 60);
  if (!answer.unknown.empty()) out += "\n";
  if (!made.questions.empty())
    out += say.text("\nSpørgsmål (svaret skrives i sagen ved …)\n", "\nQuestions (the answer goes in the case at …)\n");
  for (const IncomeQuestion& q : made.questions)
    out += "  " + (q.place.empty() ? std::string() : q.place + ": ") + in_words(q, language) + "\n";
  return out;
}

}  // namespace fleks
