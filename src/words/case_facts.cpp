#include <algorithm>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/case.hpp>

#include "facts/case_lists.hpp"
#include "history/used_fact.hpp"
#include "history/wage_parts.hpp"
#include "words/case_words.hpp"

// The facts of a case in words: where each comes from, what it is, and why it does not count.

namespace fleks {

std::string_view in_words(FactSource source, Language language) noexcept {
  const bool danish = language == Language::danish;
  switch (source) {
    case FactSource::income_register: return danish ? "indkomstregisteret" : "income register";
    case FactSource::holiday_account: return "FerieKonto";
    case FactSource::employer: return danish ? "arbejdsgiveren" : "employer";
    case FactSource::citizen: return danish ? "borgeren" : "citizen";
    case FactSource::municipality: return danish ? "kommunen" : "municipality";
  }
  return "";
}

std::string_view in_words(Living living, Language language) noexcept {
  const bool danish = language == Language::danish;
  switch (living) {
    case Living::fleksjob: return "fleksjob";
    case Living::other_work: return danish ? "andet arbejde" : "other work";
    case Living::daily_benefit: return danish ? "dagpenge m.v." : "daily benefit";
    case Living::paid_holiday: return danish ? "ferie med løn eller feriegodtgørelse" : "holiday with pay or holiday allowance";
    case Living::holiday_on_benefit: return danish ? "ferie med ledighedsydelse" : "holiday on ledighedsydelse";
    case Living::unpaid_holiday: return danish ? "ferie uden løn" : "holiday without pay";
    case Living::ledighedsydelse: return "ledighedsydelse";
    case Living::sanction: return danish ? "sanktion" : "sanction";
    case Living::right_ended: return danish ? "ingen ret efter anden sanktion" : "no right after a second sanction";
    case Living::nothing_known: return danish ? "intet oplyst" : "nothing known";
    case Living::old_scheme: return danish ? "fleksjob fra før 2013 (LAB § 133)" : "fleksjob from before 2013 (LAB § 133)";
  }
  return "";
}

std::string_view in_words(Counts counts, Language language) noexcept {
  const bool danish = language == Language::danish;
  switch (counts) {
    case Counts::yes: return danish ? "det tæller" : "it counts";
    case Counts::better_source: return danish ? "en anden kilde går forud" : "another source goes first";
    case Counts::real_wage_known: return danish ? "den faktiske løn er kendt" : "the real wage is known";
    case Counts::after_the_job:
      return danish ? "den sidste løn i et ophørt job trækkes ikke fra én gang til (FLT-21)"
                    : "the last wage of an ended job is not deducted once more (FLT-21)";
    case Counts::before_ledighedsydelse:
      return danish ? "løn fra fleksjobbet for dage før ledighedsydelsen (LY-5)"
                    : "wage of the fleksjob for days before the ledighedsydelse (LY-5)";
    case Counts::bonus_on_benefit:
      return danish ? "bonus og lignende trækkes ikke fra i ledighedsydelse (LY-7)"
                    : "bonus and the like is not offset in ledighedsydelse (LY-7)";
    case Counts::no_wage_by_kind:
      return danish ? "indtægt af den art er ikke løn og trækkes ikke fra i fleksløntilskud (FLT-5)"
                    : "income of that kind is no wage and is not deducted from fleksløntilskud (FLT-5)";
    case Counts::only_with_holiday:
      return danish ? "feriegodtgørelse regnes med, når ferien holdes (FLT-15)"
                    : "holiday allowance counts when the holiday is held (FLT-15)";
    case Counts::hours_unknown:
      return danish ? "timerne i bibeskæftigelsen kendes ikke; ledighedsydelsen nedsættes efter dem (LY-6)"
                    : "the hours of the side business are not known; ledighedsydelse is offset by them (LY-6)";
    case Counts::surplus_unknown:
      return danish ? "i fleksløntilskud tæller overskuddet af egen virksomhed, ikke timerne (FLT-7)"
                    : "in fleksløntilskud the surplus of one's own business counts, not the hours (FLT-7)";
    case Counts::not_yet_law: return danish ? "den regnes først med fra januar 2024 (FLT-7)" : "it counts from January 2024 only (FLT-7)";
    case Counts::by_choice: return danish ? "efter det valg, der er truffet" : "by the choice made";
    case Counts::neither_benefit:
      return danish ? "der er hverken fleksløntilskud eller ledighedsydelse, den kan trækkes fra i"
                    : "there is neither fleksløntilskud nor ledighedsydelse that it could be deducted from";
    case Counts::out_of_scope:
      return danish ? "fleksjob fra før 2013: tilskuddet udbetales til arbejdsgiveren (LAB § 133)"
                    : "fleksjob from before 2013: the subsidy is paid to the employer (LAB § 133)";
    case Counts::other_months: return danish ? "hører til måneder, der ikke er vist" : "belongs to months that are not shown";
    case Counts::not_known_yet: return danish ? "bliver først kendt senere" : "becomes known later";
    case Counts::corrected: return danish ? "rettet af en senere oplysning" : "corrected by a later fact";
    case Counts::no_benefit_paid:
      return danish ? "ingen måned har ledighedsydelse for de dage (KOR-4)" : "no month has ledighedsydelse for those days (KOR-4)";
    case Counts::ended_right:
      return danish ? "den endte retten til ledighedsydelse: anden sanktion inden for 12 måneder (LY-12)"
                    : "it ended the right to ledighedsydelse: the second sanction within 12 months (LY-12)";
  }
  return "";
}

std::string missing_fact(const Case& c, const MissingFact& m, const Say& say) {
  const bool of_job = m.employment < c.employments.size();  // holiday pay may be from a job that is not in the case
  const std::string job = of_job ? shown(c.employments[m.employment].employer) : std::string();
  const std::string month = in_words(m.month, say.language());
  switch (m.kind) {
    case MissingFact::Kind::wage:
      return say("Lønnen for {} fra {} mangler, og den er heller ikke forventet. Måneden beregnes, når lønnen er oplyst.",
                 "The wage of {} from {} is neither reported nor expected: the month cannot be computed before it is known.", month, job);
    case MissingFact::Kind::ceiling:
      return say("Lønloftet for {} hos {} er ikke oplyst.", "The ceiling of {} at {} is not known.", month, job);
    case MissingFact::Kind::hours: return say("Timerne for {} hos {} er ikke oplyst.", "The hours of {} at {} are not known.", month, job);
    case MissingFact::Kind::holiday_pay:
      return say(
          "Feriepengene pr. dag for ferien i {} er hverken oplyst eller til at regne ud af optjeningen: måneden kan ikke regnes, før de "
          "kendes.",
          "The holiday pay a day of the holiday in {} is neither known nor to be computed from what was earned: the month cannot be "
          "computed before it is.",
          month);
    case MissingFact::Kind::holiday_tax:
      return say(
          "Feriegodtgørelsen i {} er kun kendt efter skat: dens A-skat og AM-bidrag mangler, eller trækprocenten og fradraget. Måneden kan "
          "ikke regnes, før de kendes.",
          "The holiday allowance in {} is known only after tax: its A-tax and AM-bidrag are missing, or the percentage and the deduction. "
          "The "
          "month cannot be computed before they are known.",
          month);
    case MissingFact::Kind::capped:
      return say(
          "I {} er fleksløntilskuddet begrænset, fordi borgeren er dømt eller unddrager sig i en straffesag (FLT-26, LAB §§ 131-132 a). "
          "Det begrænsede tilskud regnes ikke her.",
          "In {} the fleksløntilskud is capped, as the citizen is convicted or absent in a criminal case (FLT-26, LAB §§ 131-132 a). "
          "The capped subsidy is not computed here.",
          month);
    case MissingFact::Kind::full_time_supplement:
      return say("Fuldtidstillægget for {} hos {} er ikke oplyst.", "The full-time supplement of {} at {} is not known.", month, job);
  }
  return {};
}

namespace {

const char* daily_benefit(DailyBenefit::Kind kind, const Say& say) {
  switch (kind) {
    case DailyBenefit::Kind::sickness: return say.text("Sygedagpenge", "Sickness benefit");
    case DailyBenefit::Kind::maternity: return say.text("Barselsdagpenge", "Maternity benefit");
    case DailyBenefit::Kind::bereavement: return say.text("Sorgorlovsdagpenge", "Bereavement benefit");
    case DailyBenefit::Kind::resource: return say.text("Ressourceforløbsydelse", "Ressourceforløbsydelse");
  }
  return "";
}
const char* holiday(HolidayTaken::Kind kind, const Say& say) {
  switch (kind) {
    case HolidayTaken::Kind::paid: return say.text("Ferie med løn", "Holiday with pay");
    case HolidayTaken::Kind::allowance: return say.text("Ferie med feriegodtgørelse", "Holiday with holiday allowance");
    case HolidayTaken::Kind::ledighedsydelse: return say.text("Ferie med ledighedsydelse", "Holiday on ledighedsydelse");
    case HolidayTaken::Kind::unpaid: return say.text("Ferie uden løn", "Holiday without pay");
    case HolidayTaken::Kind::untaken: return say.text("Optjent ferie, der ikke er holdt", "Earned holiday that was not taken");
  }
  return "";
}

/// An amount as it is told: of a share that is no whole øre the nearest, and that it is about so much.
std::string in_oere(const Exact& amount, Language language) {
  const auto nearest = amount.round(Rounding::half_up);
  if (!nearest || Exact::of(*nearest) == amount) return kroner(amount, language);
  return (language == Language::danish ? "ca. " : "about ") + kroner(*nearest, language);
}

/// The pay for several months that an amount is one month's share of, if it is one.
const SpreadPay* spread_of(const WageRecord& w, const Exact& amount) {
  for (const SpreadPay& s : w.spread) {
    const Exact months = Exact::whole((s.last - s.first).count() + 1), off = amount * months - Exact::of(s.amount);
    if (off < months && -off < months) return &s;  // a share is whole øre
  }
  return nullptr;
}

/// The supplement that an amount is, if it is one and not the pay beside it.
const SupplementPaid* supplement_of(const WageRecord& w, const Exact& amount) {
  Money pay = w.am_income;
  for (const SupplementPaid& s : w.supplements) pay -= s.amount;
  for (const SupplementPaid& s : w.supplements)
    if (amount == Exact::of(s.amount) && amount != Exact::of(pay)) return &s;
  return nullptr;
}

/// A wage record, and what of it does not count.
std::string wage_in_words(const Case& c, const FactUsed& f, Language language) {
  const Say say(language);
  const WageRecord& w = c.wages[f.index];
  if (const SpreadPay* s = spread_of(w, f.amount))
    return say("Bonus m.v. {} for {} til {}, {}, heraf {} om måneden", "Bonus etc. {} for {} to {}, {}, of it {} a month",
               kroner(s->amount, language), in_words(s->first, language), in_words(s->last, language),
               shown(c.employments[w.employment].employer), in_oere(f.amount, language));
  if (const SupplementPaid* paid = supplement_of(w, f.amount))
    return say("{} {}, {}: {}", "{} {}, {}: {}", supplement_kind(paid->kind, say), period_in_words(w.period, language),
               shown(c.employments[w.employment].employer), in_oere(f.amount, language));
  const char* what = history::is_after_end(w, c.employments[w.employment])
                         ? say.text("Løn for tiden efter jobbet", "Pay for the time after the job")
                     : w.expected ? say.text("Forventet løn", "Expected wage")
                                  : say.text("Løn", "Wage");
  std::string text = say("{} {}, {}: {}", "{} {}, {}: {}", what, period_in_words(w.period, language),
                         shown(c.employments[w.employment].employer), in_oere(f.amount, language));
  if (w.gifts != Money{}) text += say("; gaver {} tæller ikke", "; gifts {} do not count", kroner(w.gifts, language));
  if (w.benefits_in_kind != Money{})
    text += say("; personalegoder {} tæller ikke", "; benefits in kind {} do not count", kroner(w.benefits_in_kind, language));
  return text;
}

/// A ceiling as it was stated; what a month counts of it is computed, where it is another amount.
std::string ceiling_in_words(const Case& c, const FactUsed& f, Language language) {
  const Say say(language);
  const DatedCeiling& dated = c.employments[f.employment].ceilings[f.index];
  const bool weighed = dated.ceiling.form == Ceiling::Form::stated && Exact::of(dated.ceiling.amount) != f.amount;
  std::string text =
      say("Lønloft fra {}, {}: {}", "Ceiling from {}, {}: {}", in_words(dated.from, language), shown(c.employments[f.employment].employer),
          in_oere(weighed ? Exact::of(dated.ceiling.amount) : f.amount, language));
  if (weighed) text += say("; beregnet for måneden: {}", "; computed for the month: {}", in_oere(f.amount, language));
  return text;
}

}  // namespace

const char* back_payment(BackPayment::Kind kind, const Say& say) {
  switch (kind) {
    case BackPayment::Kind::disability_pension: return say.text("Førtidspension", "Disability pension");
    case BackPayment::Kind::senior_pension: return say.text("Seniorpension", "Senior pension");
    case BackPayment::Kind::early_pension: return say.text("Tidlig pension", "Early pension");
    case BackPayment::Kind::sickness_benefit: return say.text("Sygedagpenge", "Sickness benefit");
    case BackPayment::Kind::maternity_benefit: return say.text("Barselsdagpenge", "Maternity benefit");
    case BackPayment::Kind::resource_benefit: return say.text("Ressourceforløbsydelse", "Ressourceforløbsydelse");
    case BackPayment::Kind::other: return say.text("Anden ydelse", "Another benefit");
  }
  return "";
}

const char* supplement_kind(SupplementPaid::Kind kind, const Say& say) {
  switch (kind) {
    case SupplementPaid::Kind::holiday_supplement: return say.text("Ferietillæg", "Holiday supplement");
    case SupplementPaid::Kind::free_choice: return say.text("Udbetaling fra fritvalgskonto", "Payment from a free-choice account");
    case SupplementPaid::Kind::public_holidays:
      return say.text("Udbetaling fra søgnehelligdagskonto", "Payment from a public-holidays account");
    case SupplementPaid::Kind::holiday_difference: return say.text("Feriedifference", "Difference in holiday pay");
  }
  return "";
}

const char* income_kind(const OtherIncome& i, const Say& say) {
  switch (i.kind) {
    case OtherIncome::Kind::care: return say.text("Tabt arbejdsfortjeneste, plejevederlag", "Lost earnings, care pay");
    case OtherIncome::Kind::side_business: return say.text("Overskud af selvstændig bibeskæftigelse", "Surplus of a side business");
    case OtherIncome::Kind::lost_earnings: return say.text("Erstatning for tabt arbejdsfortjeneste", "Compensation for lost earnings");
    case OtherIncome::Kind::guarantee_fund: return say.text("Lønmodtagernes Garantifond", "Lønmodtagernes Garantifond");
    case OtherIncome::Kind::severance: return say.text("Fratrædelsesgodtgørelse", "Severance pay");
    case OtherIncome::Kind::office_pay: return say.text("Vederlag for hverv", "Pay of an office");
    case OtherIncome::Kind::royalties: return say.text("Indtægt af egne værker", "Income from one's own works");
    case OtherIncome::Kind::working_grant: return say.text("Legat med arbejdspligt", "A grant with a duty to work");
    case OtherIncome::Kind::running_pension: return say.text("Løbende pension", "Running pension");
    case OtherIncome::Kind::replacing_wage: return say.text("Indtægt i stedet for løn", "Income in place of wage");
    case OtherIncome::Kind::self_employment:
      return say.text("Selvstændig bibeskæftigelse eller ulønnet arbejde", "Self-employment or unpaid work");
    case OtherIncome::Kind::paid_out_holiday_allowance:
      return say.text("Feriegodtgørelse udbetalt uden ferie", "Holiday allowance paid out without holiday");
    case OtherIncome::Kind::uncounted: return say.text("Indtægt, der ikke tæller", "Income that does not count");
  }
  return "";
}

std::string in_words(const Case& c, const FactUsed& f, Language language) {
  const Say say(language);
  const FactRecord& r = record_of(c, f);
  std::string text;
  switch (f.kind) {
    case FactUsed::Kind::wage: text = wage_in_words(c, f, language); break;
    case FactUsed::Kind::ceiling: text = ceiling_in_words(c, f, language); break;
    case FactUsed::Kind::daily_benefit: {
      const DailyBenefit& b = c.daily_benefits[f.index];
      text = say("{} {}: {}", "{} {}: {}", daily_benefit(b.kind, say), period_in_words(b.period, language), kroner(b.amount, language));
      break;
    }
    case FactUsed::Kind::unclaimed_benefit: {
      const DailyBenefit& b = c.unclaimed_benefits[f.index];
      text = say("{}, der kunne være fået, {}: {}", "{} that could have been had {}: {}", daily_benefit(b.kind, say),
                 period_in_words(b.period, language), kroner(b.amount, language));
      break;
    }
    case FactUsed::Kind::day_sanction: {
      const DaySanction& s = c.day_sanctions[f.index];
      text = say("Sanktion {}", "Sanction {}", period_in_words({s.from, s.to.value_or(s.from)}, language));
      break;
    }
    case FactUsed::Kind::back_payment: {
      const BackPayment& b = c.back_payments[f.index];
      text = say("{} bagud for {}: {}", "{} in arrears for {}: {}", back_payment(b.kind, say), period_in_words(b.period, language),
                 kroner(b.amount, language));
      break;
    }
    case FactUsed::Kind::holiday: {
      const HolidayTaken& h = c.holidays[f.index];
      text = say("{} {}, {}", "{} {}, {}", holiday(h.kind, say), period_in_words(h.period, language),
                 days(Exact::of(h.days ? *h.days : Days::whole(weekdays(h.period.first, h.period.last))), language));
      break;
    }
    case FactUsed::Kind::benefit_period: {
      const BenefitPeriod& b = c.ledighedsydelse[f.index];
      text = b.to ? say("Ledighedsydelse {}", "Ledighedsydelse {}", period_in_words({b.from, *b.to}, language))
                  : say("Ledighedsydelse fra {}", "Ledighedsydelse from {}", in_words(b.from, language));
      break;
    }
    case FactUsed::Kind::sanction: text = say("Sanktion {}", "Sanction {}", in_words(c.sanctions[f.index].date, language)); break;
    case FactUsed::Kind::income: {
      const OtherIncome& i = c.incomes[f.index];
      text = say("{}, {}: {}", "{}, {}: {}", income_kind(i, say), in_words(i.month, language),
                 i.kind == OtherIncome::Kind::self_employment ? hours(Exact::of(i.hours), language) : kroner(i.amount, language));
      break;
    }
  }
  text += r.known == Date{} ? say(" ({})", " ({})", in_words(r.source, language))
                            : say(" ({}, oplyst {})", " ({}, known {})", in_words(r.source, language), in_words(r.known, language));
  if (f.counts == Counts::ended_right)
    text += "; " + std::string(in_words(f.counts, language));
  else if (f.counts != Counts::yes)
    text += say("; tæller ikke: {}", "; does not count: {}", in_words(f.counts, language));
  return text;
}

}  // namespace fleks
