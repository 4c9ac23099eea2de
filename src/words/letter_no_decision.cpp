#include "history/used_fact.hpp"
#include "words/case_words.hpp"
#include "words/letter_writer.hpp"

#include <fleks/words/case.hpp>

// The letter of a month without a right, and of one that cannot be decided yet.

namespace fleks {
namespace {

bool lives_on(const CaseMonth& m, Living on) {
  return std::any_of(m.days.begin(), m.days.end(), [&](const LivingDays& d) { return d.on == on; });
}

}  // namespace

void LetterWriter::no_right() {
  out_.first.push_back(say("Du får ikke {} for {}.", "You get no {} for {}.", benefits_of(m_, say_), in(m_.month)));
  auto& s = section("Derfor", "Why");
  const auto say_it = [&](std::string text) { s.paragraphs.push_back(std::move(text)); };
  if (m_.reason == Rule::FLT_23) {
    say_it(c_.pension_from ? say("Du får pension fra den {}. Så ophører retten måneden efter.",
                                 "You have a pension from {}. The right then ends the month after.", on(*c_.pension_from))
                           : std::string(say_.text("Du har nået pensionsalderen. Så ophører retten måneden efter.",
                                                   "You have reached the pension age. The right then ends the month after.")));
  } else if (m_.subsidy) {
    const std::string month = in(m_.subsidy->wage_month);
    say_it(say_.text("Du kan kun få tilskud, når arbejdsgiveren i dit fleksjob har betalt løn i måneden før.",
                     "You can only get the subsidy when the employer of your fleksjob has paid a wage in the month before."));
    for (const LivingDays& d : m_.days)
      if (d.on == Living::fleksjob) {
        s.paragraphs.back() += say(" {} har ikke betalt dig løn i {}.", " {} paid you no wage in {}.", employer(d.employment), month);
        break;
      }
    if (const std::string from = sources(content_.wages); !from.empty())
      s.paragraphs.back() += say(" Det har vi fra {}.", " We have that from {}.", from);
    for (const LetterIncome& income : content_.incomes)
      say_it(say("Du fik {}: {}. Løn eller indtægt fra andet end fleksjobbet er ikke nok.",
                 "You had {}: {}. Wage or income from other than the fleksjob is not enough.", kr(income.fact.amount),
                 income_name(income)));
  } else if (lives_on(m_, Living::right_ended)) {
    for (const std::size_t each : content_.ended_by) say_it(sanction(c_.sanctions[each]));
    say_it(second_sanction());
  } else if (lives_on(m_, Living::old_scheme)) {
    say_it(say_.text("Dit fleksjob begyndte før 2013. Så er det din arbejdsgiver, der får tilskuddet.",
                     "Your fleksjob began before 2013. Then it is your employer who gets the subsidy."));
  } else {
    say_it(say("Du havde hverken fleksjob eller ledighedsydelse i {}.", "You had neither a fleksjob nor ledighedsydelse in {}.",
               in(m_.month)));
  }
  auto& then = section("Hvad kan du gøre?", "What can you do?");
  then.paragraphs.push_back(
      say("Har du fået løn i et fleksjob? Så send os din lønseddel. Er du ledig, syg eller på ferie? Så kan du måske få en "
          "anden ydelse. Ring til os på {}.",
          "Were you paid in a fleksjob? Then send us your payslip. Are you without work, ill or on holiday? Then you may "
          "get another benefit. Call us at {}.",
          or_blank(c_.letters.phone, "telefon", "phone")));
}

void LetterWriter::unknown() {
  const auto decides = [](const MissingFact& f) { return f.decides; };
  std::string what;
  for (const MissingFact& f : m_.missing) {
    if (!decides(f)) continue;
    const std::string job = employer(f.employment), month = in(f.month);
    if (f.kind == MissingFact::Kind::wage)
      what += say("Vi mangler din løn for {} fra {}.", "We lack your wage of {} from {}.", month, job);
    else
      what += missing_fact(c_, f, say_);
    what += " ";
  }
  out_.first.push_back(what + say_.text("Derfor kan vi ikke regne beløbet ud. Det er ikke et afslag.",
                                        "So we cannot compute the amount. This is not a refusal."));
  auto& asked = section("Det gør vi", "What we do");
  bool any = false;
  for (const Inquiry& i : c_.letters.inquiries)
    if (i.month == m_.month && i.sent <= content_.date) {
      any = true;
      asked.paragraphs.push_back(
          say("Vi har spurgt {} den {}.", "We asked {} on {}.", shown(i.to), on(i.sent)) +
          (i.answer.empty() ? std::string() : say(" Svaret var: {}", " The answer was: {}", sentence(shown(i.answer)))));
    }
  if (!any)
    asked.paragraphs.push_back(
        say("Vi har spurgt {} den {}.", "We asked {} on {}.", or_blank("", "hvem", "whom"), or_blank("", "dato", "date")));
  asked.paragraphs.emplace_back(say_.text("Når vi har svaret, regner vi beløbet ud og skriver til dig.",
                                          "When we have the answer, we compute the amount and write to you."));
  auto& then = section("Det kan du gøre", "What you can do");
  then.paragraphs.push_back(
      say("Send os din lønseddel, hvis du har den. Så går det hurtigere. Har du brug for penge nu? Ring til os på {} i dag.",
          "Send us your payslip if you have it. Then it goes faster. Do you need money now? Call us at {} today.",
          or_blank(c_.letters.phone, "telefon", "phone")));
}

}  // namespace fleks
