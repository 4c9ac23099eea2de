#include "rules/holiday.hpp"
#include "rules/paid_hours.hpp"
#include "rules/sanctions.hpp"
#include "words/steps.hpp"

#include "rules/holiday.hpp"
#include "rules/rate_class.hpp"

// The words of ledighedsydelse (LY), holiday (FERIE), the self-employed's grant (SELV), and of what only a row of
// months has (FLT-6, 15, 16, LOFT-5).

namespace fleks {
namespace {

/// LY-7: the kinds that the order names beside those of `uncounted_income`.
std::string excepted_income(UncountedIncome kind, const std::string& amount, const Say& say) {
  switch (kind) {
    case UncountedIncome::prize:
      return say("Gevinst {} trækkes ikke fra: det er ikke indtægt ved arbejde", "A prize {} is not offset: it is not income from work",
                 amount);
    case UncountedIncome::survivor_pension:
      return say("Pension efter ægtefælle, samlever eller forælder {} trækkes ikke fra: det er undtaget i reglerne",
                 "A survivor's pension {} is not offset: the rules except it", amount);
    case UncountedIncome::war_damage:
      return say("Krigsskadeerstatning eller hædersgave {} trækkes ikke fra: det er undtaget i reglerne",
                 "War damages or a gift of honour {} is not offset: the rules except it", amount);
    case UncountedIncome::artist_grant:
      return say("Livsvarig kunstnerydelse {} trækkes ikke fra: det er undtaget i reglerne",
                 "A lifelong artist's grant {} is not offset: the rules except it", amount);
    case UncountedIncome::invalidity_benefit:
      return say("Invaliditetsydelse {} trækkes ikke fra: det er undtaget i reglerne",
                 "Invaliditetsydelse {} is not offset: the rules except it", amount);
    case UncountedIncome::dismissal_compensation:
      return say("Godtgørelse ved afskedigelse efter lov eller aftale {} trækkes ikke fra: det er undtaget i reglerne",
                 "Compensation for dismissal by law or agreement {} is not offset: the rules except it", amount);
    case UncountedIncome::sale_of_property:
      return say("Indtægt ved salg af virksomhed eller ejendom {} trækkes ikke fra: det er ikke indtægt ved arbejde",
                 "Income from the sale of a business or property {} is not offset: it is not income from work", amount);
    case UncountedIncome::rent:
      return say("Leje, der ikke er erhvervsmæssig, {} trækkes ikke fra: det er ikke indtægt ved arbejde",
                 "Rent that is no business {} is not offset: it is not income from work", amount);
    case UncountedIncome::maintenance:
      return say("Underholdsbidrag {} trækkes ikke fra: det er ikke indtægt ved arbejde",
                 "Maintenance {} is not offset: it is not income from work", amount);
    case UncountedIncome::injury_pension:
      return say("Tilskadekomstpension {} trækkes ikke fra: det er undtaget i reglerne",
                 "A pension after an injury in service {} is not offset: the rules except it", amount);
    case UncountedIncome::competition_clause:
      return say("Vederlag for en konkurrenceklausul {} trækkes ikke fra: det er undtaget i reglerne",
                 "Pay for a competition clause {} is not offset: the rules except it", amount);
    case UncountedIncome::holiday_hindrance:
      return say("Feriepenge udbetalt på grund af en feriehindring {} trækkes ikke fra: det er undtaget i reglerne",
                 "Holiday pay paid because of a hindrance {} is not offset: the rules except it", amount);
    case UncountedIncome::licence_fees:
      return say("Licens, biblioteks-, Koda- eller Gramexafgift {} trækkes ikke fra: det er undtaget i reglerne",
                 "Licence, library, Koda or Gramex fees {} is not offset: the rules except them", amount);
    case UncountedIncome::council_member:
      return say("Vederlag som medlem af kommunalbestyrelse eller regionsråd {} trækkes ikke fra: det er undtaget i reglerne",
                 "Pay as member of a municipal or regional council {} is not offset: the rules except it", amount);
    case UncountedIncome::lay_office:
      return say("Godtgørelse som vidne, domsmand, nævning eller valgtilforordnet {} trækkes ikke fra: det er undtaget i reglerne",
                 "Pay as witness, lay judge, juror or election official {} is not offset: the rules except it", amount);
    case UncountedIncome::fire_fighter:
      return say("Rådighedsvederlag som frivillig brandmand {} trækkes ikke fra: det er undtaget i reglerne",
                 "A volunteer fire-fighter's pay for being on call {} is not offset: the rules except it", amount);
    case UncountedIncome::bonus:
      return say("Tantieme, gratiale, bonus eller opsparet søgnehelligdagsbetaling {} trækkes ikke fra: det er undtaget i reglerne",
                 "A bonus or saved pay for public holidays {} is not offset: the rules except it", amount);
    default: return amount;
  }
}

/// LY-7: the kind of income, and why it is not offset.
std::string uncounted_income(UncountedIncome kind, const std::string& amount, const Say& say) {
  switch (kind) {
    case UncountedIncome::work_injury:
      return say("Arbejdsskadeerstatning {} trækkes ikke fra: den erstatter et tab og er ikke indtægt ved arbejde",
                 "Work injury compensation {} is not offset: it makes good a loss and is not income from work", amount);
    case UncountedIncome::private_insurance:
      return say("Udbetaling fra privat forsikring {} trækkes ikke fra: borgeren har selv betalt den",
                 "Private insurance {} is not offset: it was paid for privately", amount);
    case UncountedIncome::capital_pension:
      return say("Kapitalpension {} trækkes ikke fra: den er opsparing", "Capital pension {} is not offset: it is savings", amount);
    case UncountedIncome::lost_capacity:
      return say("Arbejdsmarkedspension ved tab af erhvervsevne {} trækkes ikke fra: den er undtaget i reglerne",
                 "A work pension for loss of earning capacity {} is not offset: the rules except it", amount);
    case UncountedIncome::atp:
      return say("Udbetaling fra ATP {} trækkes ikke fra: den er opsparing", "A payment from ATP {} is not offset: it is savings", amount);
    case UncountedIncome::ld:
      return say("Udbetaling fra LD {} trækkes ikke fra: den er opsparing", "A payment from LD {} is not offset: it is savings", amount);
    case UncountedIncome::interest:
      return say("Renter {} trækkes ikke fra: de er ikke indtægt ved arbejde", "Interest {} is not offset: it is not income from work",
                 amount);
    case UncountedIncome::gift:
      return say("Gave {} trækkes ikke fra: den er ikke indtægt ved arbejde", "A gift {} is not offset: it is not income from work",
                 amount);
    case UncountedIncome::inheritance:
      return say("Arv {} trækkes ikke fra: den er ikke indtægt ved arbejde", "Inheritance {} is not offset: it is not income from work",
                 amount);
    default: return excepted_income(kind, amount, say);
  }
}

const char* benefit_class(BenefitClass benefit, const Say& say) {
  switch (benefit) {
    case BenefitClass::full: return say.text("højeste sats", "the full rate");
    case BenefitClass::low_provider: return say.text("lav sats for forsørgere", "the low rate of providers");
    case BenefitClass::low_nonprovider: return say.text("lav sats for ikke-forsørgere", "the low rate of non-providers");
  }
  return "";
}

}  // namespace

std::string said(const steps::SpreadPay& s, const Telling& t) {
  return t.say("Af en betaling på {}, der dækker {} måneder, hører {} til lønmåneden",
               "Of a payment of {} that covers {} months, {} belongs to the wage month", t.kr(s.all), number(s.months, t.language),
               t.result);
}

std::string said(const steps::SplitWagePeriod& s, const Telling& t) {
  switch (s.wording) {
    case steps::SplitWagePeriod::Wording::by_weekdays:
    case steps::SplitWagePeriod::Wording::evenly:
      return t.say("Lønperioden ligger i to måneder; {} af {} hører til lønmåneden",
                   "The wage period lies in two months; {} of {} belongs to the wage month", t.result, t.kr(s.all));
    case steps::SplitWagePeriod::Wording::by_disposal:
      return t.say("Lønperioden ligger i to måneder; lønnen {} medregnes i den måned, hvor dispositionsdatoen ligger",
                   "The wage period lies in two months; the wage {} counts in the month in which it became available", t.result);
  }
  return {};
}

std::string said(const steps::AllowanceTakenOut&, const Telling& t) {
  return t.say("Feriegodtgørelse {} til FerieKonto tages ud af lønnen ved optjeningen; den regnes med, når ferien holdes",
               "Holiday allowance {} to FerieKonto is taken out of the wage when earned; it counts when the holiday is held", t.result);
}

std::string said(const steps::AllowanceOfHoliday& s, const Telling& t) {
  return t.say("Feriegodtgørelse for {} à {}: {} regnes som løn i ferien",
               "Holiday allowance for {} at {}: {} counts as wage of the holiday", days(s.days, t.language), t.kr(s.a_day), t.result);
}

std::string said(const steps::CeilingRise& s, const Telling& t) {
  const std::string paid = t.kr(s.paid);
  switch (s.wording) {
    case steps::CeilingRise::Wording::full_time_known:
      return t.say("Ferietillæg m.v. {} hæver lønloftet med {}, som en fuldtidsansat ville have fået",
                   "Holiday supplement etc. {} raises the ceiling by {}, which a full-time employee would have had", paid, t.result);
    case steps::CeilingRise::Wording::share_of_full_time_pay:
      return t.say("Ferietillæg {} hæver lønloftet i måneden med {} af fuldtidslønnen i optjeningsperioden ({}): {}",
                   "Holiday supplement {} raises the month's ceiling by {} of the full-time pay of the earning period ({}): {}", paid,
                   t.pct(s.share), t.kr(s.from), t.result);
    case steps::CeilingRise::Wording::by_hours:
      return t.say("Tillæg {} for {} om måneden hæver lønloftet med det, fuld tid ville have givet: {}",
                   "A supplement {} for {} a month raises the ceiling by what full time would have given: {}", paid,
                   hours(s.from, t.language), t.result);
    case steps::CeilingRise::Wording::not_by_choice:
      return t.say("Ferietillæg m.v. {}: lønloftet hæves ikke efter det valg, der er truffet",
                   "Holiday supplement etc. {}: the ceiling is not raised, by the choice made", paid);
    case steps::CeilingRise::Wording::hours_unknown:
      return t.say("Tillæg {}: lønloftet hæves ikke, for timerne kendes ikke",
                   "A supplement {}: the ceiling is not raised, as the hours are unknown", paid);
  }
  return {};
}

std::string said(const steps::CeilingInForce& s, const Telling& t) {
  switch (s.wording) {
    case steps::CeilingInForce::Wording::the_same: return t.say("Lønloft i lønmåneden: {}", "The ceiling of the wage month: {}", t.result);
    case steps::CeilingInForce::Wording::last_day:
      return t.say("Lønloftet blev ændret i måneden; det, der gjaldt den sidste dag, bruges: {}",
                   "The ceiling changed within the month; that of its last day is used: {}", t.result);
    case steps::CeilingInForce::Wording::first_day:
      return t.say("Lønloftet blev ændret i måneden; det, der gjaldt den første dag, bruges: {}",
                   "The ceiling changed within the month; that of its first day is used: {}", t.result);
    case steps::CeilingInForce::Wording::by_weekdays:
      return t.say("Lønloftet blev ændret i måneden og er vejet efter dage fra mandag til fredag: {}",
                   "The ceiling changed within the month and is weighted by weekdays: {}", t.result);
  }
  return {};
}

std::string said(const steps::WageOfMonth& s, const Telling& t) {
  using Wording = steps::WageOfMonth::Wording;
  switch (s.wording) {
    case Wording::first_month:
      return t.say.text("Jobbets første måned regnes af månedens egen løn", "The first month of a job rests on its own wage");
    case Wording::first_month_expected:
      return t.say.text("Jobbets første måned regnes af månedens egen løn: den forventede, indtil den faktiske er kendt",
                        "The first month of a job rests on its own wage: the expected one, until the real one is known");
    case Wording::after_part_month:
      return t.say.text("Jobbets første hele måned regnes af månedens egen løn", "The first whole month of a job rests on its own wage");
    case Wording::after_part_month_expected:
      return t.say.text("Jobbets første hele måned regnes af månedens egen løn: den forventede, indtil den faktiske er kendt",
                        "The first whole month of a job rests on its own wage: the expected one, until the real one is known");
    case Wording::expected:
      return t.say.text("Lønnen er den forventede, indtil den faktiske er kendt",
                        "The wage is the expected one, until the real one is known");
  }
  return {};
}

std::string said(const steps::WageAfterHoliday&, const Telling& t) {
  return t.say.text("Måneden efter ferie: tilskuddet er reguleret efter månedens egen løn",
                    "The month after a holiday: the subsidy is regulated on the month's own wage");
}

std::string said(const steps::HolidayOfLastMonth&, const Telling& t) {
  return t.say("{} ferie med ledighedsydelse i jobbets sidste måned tages af månedens eget tilskud, for der følger intet",
               "{} of holiday on ledighedsydelse in the last month of the job are taken off the month's own subsidy, as none follows",
               days(t.step.amount, t.language));
}

std::string said(const steps::FirstMonthOnBenefit&, const Telling& t) {
  return t.say.text("Den første måned på ledighedsydelse regnes med månedens egen indtægt",
                    "The first month on ledighedsydelse is offset by its own income");
}

std::string said(const steps::CeilingOfJobs& s, const Telling& t) {
  switch (s.wording) {
    case steps::CeilingOfJobs::Wording::highest:
      return t.say("To fleksjob i måneden: det højeste af deres lønlofter bruges: {}",
                   "Two fleksjob in the month: the higher of their ceilings is used: {}", t.result);
    case steps::CeilingOfJobs::Wording::lowest:
      return t.say("To fleksjob i måneden: det laveste af deres lønlofter bruges: {}",
                   "Two fleksjob in the month: the lower of their ceilings is used: {}", t.result);
    case steps::CeilingOfJobs::Wording::by_hours:
      return t.say("To fleksjob i måneden: deres lønlofter vejes efter timer: {}",
                   "Two fleksjob in the month: their ceilings are weighted by hours: {}", t.result);
    case steps::CeilingOfJobs::Wording::hours_unknown:
      return t.say("To fleksjob i måneden: deres lønlofter skulle vejes efter timer, men timerne kendes ikke; det højeste bruges: {}",
                   "Two fleksjob in the month: their ceilings were to be weighted by hours, which are unknown; the higher is used: {}",
                   t.result);
    case steps::CeilingOfJobs::Wording::by_days:
      return t.say(
          "Fleksjob efter hinanden i måneden: hvert lønloft gælder jobbets egne dage, og loftet er deres gennemsnit efter dage: {}",
          "Fleksjob that follow each other in the month: each ceiling holds for its job's days, and they are weighted by days: {}",
          t.result);
    case steps::CeilingOfJobs::Wording::one_unknown:
      return t.say("Flere fleksjob i måneden, og ikke alle lønlofter kendes: lønnen fra dem alle regnes under det, der kendes: {}",
                   "Several fleksjob in the month, and not every ceiling is known: the wage of all of them stands under the known one: {}",
                   t.result);
  }
  return {};
}

std::string said(const steps::ClassByFacts& s, const Telling& t) {
  switch (s.wording) {
    case steps::ClassByFacts::Wording::sickness_benefit_right:
      return t.say.text("Højeste sats: ret til syge- eller barselsdagpenge ved visitationen",
                        "Full rate: right to sickness or maternity benefit when approved");
    case steps::ClassByFacts::Wording::unsupported_work:
      return t.say.text("Højeste sats: kom fra ustøttet arbejde", "Full rate: came from ordinary work");
    case steps::ClassByFacts::Wording::too_few_months:
      return t.say("Lav sats: har været i fleksjob i {} af de sidste {} måneder; højeste sats kræver {}",
                   "Low rate: {} months in a fleksjob of the last {}; the highest rate takes {}", number(t.step.amount, t.language),
                   law::full_rate_window, law::full_rate_months);
    case steps::ClassByFacts::Wording::decided: return t.say.text("Sats som afgjort for perioden", "The rate as decided for the period");
  }
  return {};
}

std::string said(const steps::HigherClassUsed&, const Telling& t) {
  return t.say.text("Lav sats for ikke-forsørgere: de 6 måneder på en højere sats efter fleksydelsesalderen er brugt",
                    "The low rate of non-providers: the 6 months on a higher rate after the age of fleksydelse are used");
}
std::string said(const steps::ClassByMonths&, const Telling& t) {
  return t.say("Højeste sats: har været i fleksjob i {} af de sidste {} måneder", "Full rate: {} months of fleksjob within the last {}",
               number(t.step.amount, t.language), law::full_rate_window);
}

std::string said(const steps::BenefitOfMonth& s, const Telling& t) {
  return t.say("Ledighedsydelse for hele måneden, {}: {}", "Ledighedsydelse of the whole month, {}: {}", benefit_class(s.wording, t.say),
               t.result);
}

std::string said(const steps::PayableDays& s, const Telling& t) {
  switch (s.wording) {
    case steps::PayableDays::Wording::whole_month:
      return t.say("Alle månedens {} dage fra mandag til fredag: {}", "All {} weekdays of the month: {}", number(s.weekdays, t.language),
                   t.result);
    case steps::PayableDays::Wording::by_days:
      return t.say("{} af månedens {} dage fra mandag til fredag, {} om dagen: {}", "{} of the month's {} weekdays at {}: {}",
                   number(s.payable, t.language), number(s.weekdays, t.language), t.plain(s.daily_amount), t.result);
  }
  return {};
}

std::string said(const steps::Offset& s, const Telling& t) {
  if (s.above.is_zero())
    return t.say("Fradrag for indtægt i måneden før: {} af {} = {}", "Offset for the month before's income: {} of {} = {}", t.pct(s.low),
                 t.plain(s.up_to), t.result);
  return t.say("Fradrag for indtægt i måneden før: {} af {} + {} af {} = {}",
               "Offset for the month before's income: {} of {} + {} of {} = {}", t.pct(s.low), t.plain(s.up_to), t.pct(s.high),
               t.plain(s.above), t.result);
}

std::string said(const steps::BenefitDue& s, const Telling& t) {
  std::string text = t.plain(s.part_base);
  if (!s.holiday_reduction.is_zero()) text += " - " + t.plain(s.holiday_reduction);
  if (!s.offset.is_zero()) text += " - " + t.plain(s.offset);
  if (!s.holiday_top_up.is_zero()) text += " + " + t.plain(s.holiday_top_up);
  if (text == t.plain(t.step.amount)) return t.say("Ledighedsydelse: {}", "Ledighedsydelse: {}", t.result);
  const bool below = !(s.part_base - s.offset - s.holiday_reduction).is_positive() && s.part_base != s.offset + s.holiday_reduction;
  return below ? t.say("Ledighedsydelse: {}; fradraget kan ikke sætte ydelsen under 0 kr.: {}",
                       "Ledighedsydelse: {}, the offset at most to 0: {}", text, t.result)
               : t.say("Ledighedsydelse: {} = {}", "Ledighedsydelse: {} = {}", text, t.result);
}

std::string said(const steps::SelfEmployedHours& s, const Telling& t) {
  return t.say("{} med selvstændig bibeskæftigelse eller ulønnet arbejde à {} (omregningssats): {}",
               "{} of self-employment at {} (conversion rate): {}", hours(s.hours, t.language), t.kr(s.an_hour), t.result);
}

std::string said(const steps::IncomeNotOffset& s, const Telling& t) { return uncounted_income(s.wording, t.kr(s.income), t.say); }

std::string said(const steps::HolidayOnBenefit& s, const Telling& t) {
  return t.say("Ferie med ledighedsydelse: {} optjent i ferieåret, {} holdt",
               "Holiday on ledighedsydelse: {} earned in the holiday year, {} held", days(t.step.amount, t.language),
               number(s.held, t.language));
}

std::string said(const steps::UntakenHoliday&, const Telling& t) {
  return t.say("Der er ingen ledighedsydelse for {} optjent ferie, som ikke er holdt",
               "There is no ledighedsydelse for {} of earned holiday not taken", days(t.step.amount, t.language));
}

std::string said(const steps::HolidayTopUp& s, const Telling& t) {
  if (t.step.amount.is_zero())
    return t.say("{} ferie med feriepenge {} om dagen: intet supplement, for feriepengene er mindst lige så store som dagsbeløbet {}",
                 "{} of holiday with holiday pay {} a day: nothing is added, as they reach the daily amount {}", days(s.days, t.language),
                 t.plain(s.holiday_pay_a_day), t.plain(s.daily_amount));
  return t.say("{} ferie med feriepenge {} om dagen suppleres op til dagsbeløbet {}: {}",
               "{} of holiday with holiday pay {} a day are topped up to the daily amount {}: {}", days(s.days, t.language),
               t.plain(s.holiday_pay_a_day), t.plain(s.daily_amount), t.result);
}

std::string said(const steps::PaidOutAllowance&, const Telling& t) {
  return t.say("Feriegodtgørelse udbetalt uden ferie er indtægt: {}", "Holiday allowance paid out without holiday is income: {}", t.result);
}

std::string said(const steps::HolidayInJob& s, const Telling& t) {
  const std::string length = days(t.step.amount, t.language);
  switch (s.wording) {
    case steps::HolidayInJob::Wording::not_offset:
      return t.say("{} ferie i fleksjobbet uden optjent løn, på ledighedsydelse uden fradrag for lønnen",
                   "{} of holiday in the fleksjob without earned pay, on ledighedsydelse, not offset by the wage", length);
    case steps::HolidayInJob::Wording::offset_by_wage:
      return t.say("{} ferie i fleksjobbet uden optjent løn, på ledighedsydelse med fradrag for indtægten i måneden før",
                   "{} of holiday in the fleksjob without earned pay, on ledighedsydelse, offset by the month before's income", length);
  }
  return {};
}

std::string said(const steps::SanctionDays&, const Telling& t) {
  return t.say("Sanktion: {} uden ledighedsydelse", "Sanction: {} without ledighedsydelse", days(t.step.amount, t.language));
}

std::string said(const steps::MissedDays& s, const Telling& t) {
  return t.say("Udeblevet eller ikke tilmeldt i {}: {} tages af det, der ellers er at udbetale",
               "A missed meeting and the like on {}: {} is taken of what is otherwise due", days(t.step.amount, t.language), t.kr(s.cut));
}
std::string said(const steps::BackPayment& s, const Telling& t) {
  if (s.days == s.all_days)
    return t.say("Anden ydelse bagud for samme tid nedsættes med månedens ledighedsydelse før skat: {}",
                 "Another benefit in arrears for the same time is reduced by the month's ledighedsydelse before tax: {}", t.result);
  return t.say(
      "Anden ydelse bagud for samme tid nedsættes med ledighedsydelsen før skat for {} af månedens {}: {} af {}",
      "Another benefit in arrears for the same time is reduced by the ledighedsydelse before tax of {} of the month's {}: {} of {}",
      number(s.days, t.language), days(s.all_days, t.language), t.result, t.plain(s.paid));
}
std::string said(const steps::RightEnded&, const Telling& t) {
  return t.say("Ingen ret: den anden sanktion inden for {} måneder", "No right: the second sanction within {} months",
               law::second_sanction_months);
}

std::string said(const steps::BenefitRounded& s, const Telling& t) {
  if (t.step.amount == s.before)
    return t.say("Ledighedsydelse: {}; der er intet at afrunde", "Ledighedsydelse: {}; there is nothing to round", t.result);
  switch (s.wording) {
    case RoundTo::by_law:
    case RoundTo::krone:
      return t.say("Ledighedsydelse, afrundet til nærmeste krone: {}", "Ledighedsydelse, rounded to the nearest krone: {}", t.result);
    case RoundTo::oere:
      return t.say("Ledighedsydelse, afrundet til nærmeste øre: {}", "Ledighedsydelse, rounded to the nearest øre: {}", t.result);
  }
  return {};
}

std::string said(const steps::AtpOfBenefit& s, const Telling& t) {
  switch (s.wording) {
    case steps::AtpOfBenefit::Wording::own: return t.say("Eget ATP-bidrag: {}", "Own ATP: {}", t.result);
    case steps::AtpOfBenefit::Wording::state: return t.say("Statens ATP-bidrag: {}", "The state's ATP: {}", t.result);
    case steps::AtpOfBenefit::Wording::below_low_amount:
      if (s.benefit.is_zero()) return t.say.text("Intet ATP-bidrag: der er ingen ydelse", "No ATP: there is no benefit");
      return t.say("Intet ATP-bidrag: ydelsen {} er under {}", "No ATP: the benefit {} is below {}", t.plain(s.benefit),
                   t.kr(s.low_amount));
  }
  return {};
}

std::string said(const steps::Review& s, const Telling& t) {
  switch (s.wording) {
    case steps::Review::Wording::to_be_reviewed:
      return t.say("{} hele måneder på ledighedsydelse: opfølgning efter 12 måneder",
                   "{} whole months on ledighedsydelse: the case is to be reviewed", number(t.step.amount, t.language));
    case steps::Review::Wording::long_term:
      return t.say("{} hele måneder på ledighedsydelse af de sidste 24: langvarig",
                   "{} whole months on ledighedsydelse of the last 24: long-term", number(s.months_of_24, t.language));
  }
  return {};
}

std::string said(const steps::HolidayEarned&, const Telling& t) {
  return t.say("Optjent ferie: {}", "Holiday earned: {}", days(t.step.amount, t.language));
}

std::string said(const steps::HolidayAllowance& s, const Telling& t) {
  return t.say("Feriegodtgørelse: {} af {} = {}", "Holiday allowance: {} of {} = {}", t.pct(s.share), t.plain(s.qualifying_pay), t.result);
}

std::string said(const steps::HolidaySupplement& s, const Telling& t) {
  return t.say("Ferietillæg: {} af {} = {}", "Holiday supplement: {} of {} = {}", t.pct(s.share), t.plain(s.qualifying_pay), t.result);
}

std::string said(const steps::QualifyingPay& s, const Telling& t) {
  return t.say("Ferieberettiget løn i perioden, {} om måneden: {}", "Holiday-qualifying pay of the period, {} a month: {}",
               t.plain(s.a_month), t.result);
}

std::string said(const steps::PayDuringHoliday& s, const Telling& t) {
  return t.say("Løn i ferien følger timerne ved optjeningen: {} × {} / {} = {} om måneden",
               "Pay during holiday follows the hours when it was earned: {} × {} / {} = {} a month", t.plain(s.pay),
               number(s.hours_then, t.language), number(s.hours_now, t.language), t.result);
}

std::string said(const steps::SupplementWhenPaid& s, const Telling& t) {
  switch (s.wording) {
    case law::SupplementPaidWith::may:
      return t.say("Ferietillæg for september til maj, betalt med maj: {}", "Holiday supplement for September to May, paid with May: {}",
                   t.result);
    case law::SupplementPaidWith::august:
      return t.say("Ferietillæg for juni til august, betalt med august: {}", "Holiday supplement for June to August, paid with August: {}",
                   t.result);
    case law::SupplementPaidWith::holiday:
      return t.say("Ferietillæg betalt med ferien: {}", "Holiday supplement paid with the holiday: {}", t.result);
  }
  return {};
}

std::string said(const steps::UnpaidHoliday& s, const Telling& t) {
  return t.say("Ferie uden løn: {} af {} for hver af {}: lønnen skal være {} lavere",
               "Holiday without pay: {} of {} for each of {}: the wage is to be {} lower", t.pct(law::unpaid_day_share),
               t.plain(s.monthly_pay), days(s.days, t.language), t.result);
}

std::string said(const steps::GreatPrayerDaySupplement& s, const Telling& t) {
  return t.say("Store bededagstillæg: {} af {} = {}", "Great Prayer Day supplement: {} of {} = {}", t.pct(s.share),
               t.plain(s.pay_with_pension), t.result);
}

std::string said(const steps::GreatPrayerDayInWage&, const Telling& t) {
  return t.say("Store bededagstillæg {} er almindelig løn", "Great Prayer Day supplement {} is ordinary wage", t.result);
}

std::string said(const steps::BusinessIncome& s, const Telling& t) {
  switch (s.wording) {
    case steps::BusinessIncome::Wording::two_best:
      return t.say("Virksomhedens indtægt: gennemsnittet af de to bedste regnskabsår, ({} + {}) / 2 = {}",
                   "Income of the business: the mean of the two best accounting years, ({} + {}) / 2 = {}", t.plain(s.best),
                   t.plain(s.second), t.result);
    case steps::BusinessIncome::Wording::only_year:
      return t.say("Virksomhedens indtægt: det ene hele regnskabsår, {}", "Income of the business: the one whole accounting year, {}",
                   t.result);
    case steps::BusinessIncome::Wording::none:
      return t.say.text("Der er intet helt regnskabsår: tilskuddet er 0", "There is no whole accounting year: the grant is 0");
    case steps::BusinessIncome::Wording::half:
      return t.say("Ægtefæller i én virksomhed: halvdelen af {} = {}", "Spouses in one business: half of {} = {}", t.plain(s.best),
                   t.result);
  }
  return {};
}

std::string said(const steps::OtherEarnedIncome& s, const Telling& t) {
  return t.say("Med anden arbejdsindkomst: {} + {} = {}", "With other earned income: {} + {} = {}", t.plain(s.business), t.plain(s.other),
               t.result);
}

std::string said(const steps::SelfEmployedGrant& s, const Telling& t) {
  return t.say("Tilskud: {} - {} af {} = {}", "Grant: {} - {} of {} = {}", t.plain(s.maximum), t.pct(s.share), t.plain(s.income), t.result);
}

std::string said(const steps::GrantAMonth& s, const Telling& t) {
  return t.say("Om måneden en tolvtedel: {} / {} = {}", "A month one twelfth: {} / {} = {}", t.plain(s.a_year), law::months_a_year,
               t.result);
}

}  // namespace fleks
