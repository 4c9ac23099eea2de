#include "history/used_fact.hpp"
#include "rules/rate_class.hpp"
#include "rules/sanctions.hpp"
#include "rules/steps.hpp"
#include "words/case_words.hpp"
#include "words/letter_writer.hpp"

// Why ledighedsydelse is what it is: its rate, sanctions, and holiday with one's own pay.

namespace fleks {
namespace {

std::string of_class(const steps::ClassByFacts& s, const Step& step, const Say& say) {
  using Wording = steps::ClassByFacts::Wording;
  switch (s.wording) {
    case Wording::sickness_benefit_right:
      return say.text("Du får højeste sats, fordi du havde ret til sygedagpenge, da du blev visiteret.",
                      "You get the highest rate, as you had a right to sickness benefit when you were approved.");
    case Wording::unsupported_work:
      return say.text("Du får højeste sats, fordi du kom fra et job uden støtte.",
                      "You get the highest rate, as you came from ordinary work.");
    case Wording::too_few_months:
      return say("Du får den lave sats. Du har haft fleksjob i {} af de sidste {} måneder. Højeste sats kræver {}.",
                 "You get the low rate. You have had a fleksjob in {} of the last {} months. The highest rate takes {}.",
                 number(step.amount, say.language()), law::full_rate_window, law::full_rate_months);
    case Wording::decided:
      return say.text("Du får den sats, som vi har afgjort for perioden.", "You get the rate that we have decided for the period.");
  }
  return {};
}

const char* what_was_done(Sanction::Kind kind, const Say& say) {
  switch (kind) {
    case Sanction::Kind::refused_job: return say.text("sagde du nej til et fleksjob", "you refused a fleksjob");
    case Sanction::Kind::ended_job: return say.text("holdt du op i et fleksjob", "you left a fleksjob");
    case Sanction::Kind::refused_offer: return say.text("sagde du nej til et tilbud", "you refused an offer");
    case Sanction::Kind::ended_offer: return say.text("holdt du op i et tilbud", "you left an offer");
  }
  return "";
}

const char* what_was_missed(DaySanction::Kind kind, const Say& say) {
  switch (kind) {
    case DaySanction::Kind::missed_meeting: return say.text("kom du ikke til et møde", "you did not come to a meeting");
    case DaySanction::Kind::no_booking: return say.text("havde du ikke booket et møde", "you had not booked a meeting");
    case DaySanction::Kind::no_cv: return say.text("havde du ikke et cv på jobnet.dk", "you had no CV at jobnet.dk");
    case DaySanction::Kind::absence: return say.text("kom du ikke til et tilbud", "you did not come to an offer");
  }
  return "";
}

}  // namespace

std::string LetterWriter::sanction(const Sanction& sanction) const {
  return say("Den {} {}. Vi fandt, at du ikke havde en rimelig grund.", "On {} {}. We found that you had no good reason.",
             on(sanction.date), what_was_done(sanction.kind, say_));
}

std::string LetterWriter::second_sanction() const {
  return say("Sker det to gange inden for {} måneder, ophører retten til ledighedsydelse.",
             "When that happens twice within {} months, the right to ledighedsydelse ends.", law::second_sanction_months);
}

void LetterWriter::benefit() {
  if (!m_.benefit) return;
  std::vector<std::string> all;
  // A month divided by a job or a holiday has the class of each part: it is said once.
  const auto once = [&](std::string text) {
    if (std::find(all.begin(), all.end(), text) == all.end()) all.push_back(std::move(text));
  };
  for (const Step& step : m_.steps) {
    if (steps::is<steps::ClassByFacts>(step))
      once(of_class(steps::as<steps::ClassByFacts>(step), step, say_));
    else if (steps::is<steps::ClassByMonths>(step))
      once(say("Du får højeste sats, fordi du har haft fleksjob i {} af de sidste {} måneder.",
               "You get the highest rate, as you have had a fleksjob in {} of the last {} months.", number(step.amount, l_),
               law::full_rate_window));
    else if (steps::is<steps::HigherClassUsed>(step))
      all.emplace_back(say_.text("Du har nået den alder, hvor højeste sats kun gives et halvt år. Det er brugt.",
                                 "You have reached the age at which the highest rate is given for half a year only. That is used."));
  }
  for (const std::size_t each : content_.ended_by) once(sanction(c_.sanctions[each]));
  if (!content_.ended_by.empty()) all.push_back(second_sanction());
  for (const FactUsed& f : m_.facts) {
    if (f.counts != Counts::yes) continue;
    if (f.kind == FactUsed::Kind::sanction) once(sanction(c_.sanctions[f.index]));
    if (f.kind == FactUsed::Kind::day_sanction) {
      const DaySanction& d = c_.day_sanctions[f.index];
      all.push_back(!d.to || *d.to == d.from ? say("Den {} {}.", "On {} {}.", on(d.from), what_was_missed(d.kind, say_))
                                             : say("I dagene {} {}.", "In the days {} {}.", period_in_words({d.from, *d.to}, l_),
                                                   what_was_missed(d.kind, say_)));
    }
  }
  for (const Step& step : m_.steps) {
    if (steps::is<steps::SanctionDays>(step))
      all.push_back(say("Derfor får du ikke ydelsen i {} fra mandag til fredag.", "So you get no benefit on {} from Monday to Friday.",
                        days(step.amount, l_)));
    else if (steps::is<steps::MissedDays>(step))
      all.push_back(say("Derfor mister du ydelsen for {}: {}.", "So you lose the benefit of {}: {}.", days(step.amount, l_),
                        kr(steps::as<steps::MissedDays>(step).cut)));
    else if (steps::is<steps::HolidayTopUp>(step))
      all.push_back(
          say("Du holdt {} ferie med egne feriepenge. For de dage får du feriepengene. Er de under {} om dagen, lægger vi resten til.",
              "You held {} of holiday with your own holiday pay. For those days you have the holiday pay. If it is below {} a day, "
              "we add the rest.",
              days(steps::as<steps::HolidayTopUp>(step).days, l_), kr(steps::as<steps::HolidayTopUp>(step).daily_amount)));
    else if (steps::is<steps::UntakenHoliday>(step))
      all.push_back(say("Du har ikke holdt {} optjent ferie. For den tid får du ikke ydelsen.",
                        "You have not held {} of earned holiday. You get no benefit for that time.", days(step.amount, l_)));
  }
  if (all.empty()) return;
  auto& s = section("Derfor", "Why");
  s.paragraphs = std::move(all);
}

}  // namespace fleks
