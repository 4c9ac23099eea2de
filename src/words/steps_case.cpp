#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/words/amounts.hpp>

#include "words/steps.hpp"

// The words of ledighedsydelse (LY), holiday (FERIE), the self-employed's grant (SELV), and of what only a row of
// months has (FLT-6, 15, 16, LOFT-5): what each operand is, is said where the step is made (src/rules, src/statement).

namespace fleks {
namespace {

/// LY-7: the kind of income, and why it is not offset.
std::string uncounted_income(std::uint8_t kind, const std::string& amount, const Say& say) {
  switch (static_cast<UncountedIncome>(kind)) {
    case UncountedIncome::work_injury:
      return say("Arbejdsskadeerstatning {} giver intet fradrag: den erstatter et tab og er ikke indtægt ved arbejde",
                 "Work injury compensation {} is not offset: it makes good a loss and is not income from work", amount);
    case UncountedIncome::private_insurance:
      return say("Udbetaling fra privat forsikring {} giver intet fradrag: borgeren har selv betalt den",
                 "Private insurance {} is not offset: it was paid for privately", amount);
    case UncountedIncome::capital_pension:
      return say("Kapitalpension {} giver intet fradrag: den er opsparing", "Capital pension {} is not offset: it is savings", amount);
    case UncountedIncome::lost_capacity:
      return say("Arbejdsmarkedspension ved tab af erhvervsevne {} giver intet fradrag: den er undtaget i reglerne",
                 "A work pension for loss of earning capacity {} is not offset: the rules except it", amount);
    case UncountedIncome::atp:
      return say("Udbetaling fra ATP {} giver intet fradrag: den er opsparing", "A payment from ATP {} is not offset: it is savings",
                 amount);
    case UncountedIncome::ld:
      return say("Udbetaling fra LD {} giver intet fradrag: den er opsparing", "A payment from LD {} is not offset: it is savings", amount);
    case UncountedIncome::interest:
      return say("Renter {} giver intet fradrag: de er ikke indtægt ved arbejde", "Interest {} is not offset: it is not income from work",
                 amount);
    case UncountedIncome::gift:
      return say("Gave {} giver intet fradrag: den er ikke indtægt ved arbejde", "A gift {} is not offset: it is not income from work",
                 amount);
    case UncountedIncome::inheritance:
      return say("Arv {} giver intet fradrag: den er ikke indtægt ved arbejde", "Inheritance {} is not offset: it is not income from work",
                 amount);
  }
  return amount;
}

std::string benefit_class(std::uint8_t number, const Say& say) {
  switch (static_cast<BenefitClass>(number)) {
    case BenefitClass::full:
      return say.text("fuld sats, 89 pct. af højeste dagpenge", "the full rate, 89 per cent of the highest unemployment benefit");
    case BenefitClass::low_provider: return say.text("lav sats for forsørgere", "the low rate of providers");
    case BenefitClass::low_nonprovider: return say.text("lav sats for ikke-forsørgere", "the low rate of non-providers");
  }
  return {};
}

std::string ceiling_rise(const Step& step, const Say& say) {
  const auto o = step.given();
  const Language l = say.language();
  const std::string paid = kroner(o[0], l), rise = kroner(step.amount, l);
  switch (step.variant) {
    case 0:
      return say("Ferietillæg m.v. {} hæver lønloftet med {}, som en fuldtidsansat ville have fået",
                 "Holiday supplement etc. {} raises the ceiling by {}, which a full-time employee would have had", paid, rise);
    case 1:
      return say("Ferietillæg {} hæver lønloftet i måneden med 1 pct. af fuldtidslønnen i optjeningsperioden ({}): {}",
                 "Holiday supplement {} raises the month's ceiling by 1 per cent of the full-time pay of the earning period ({}): {}", paid,
                 kroner(o[1], l), rise);
    case 2:
      return say("Tillæg {} for {} om måneden hæver lønloftet med det, fuld tid ville have givet: {}",
                 "A supplement {} for {} a month raises the ceiling by what full time would have given: {}", paid, hours(o[1], l), rise);
    case 3:
      return say("Ferietillæg m.v. {}: lønloftet hæves ikke efter det valg, der er truffet",
                 "Holiday supplement etc. {}: the ceiling is not raised, by the choice made", paid);
    default:
      return say("Tillæg {}: lønloftet hæves ikke, for timerne kendes ikke",
                 "A supplement {}: the ceiling is not raised, as the hours are unknown", paid);
  }
}

std::string ceiling_in_force(const Step& step, const Say& say) {
  const std::string c = kroner(step.amount, say.language());
  switch (step.variant) {
    case 0: return say("Lønloft i lønmåneden: {}", "The ceiling of the wage month: {}", c);
    case 1:
      return say("Lønloftet blev ændret i måneden; det, der gjaldt den sidste dag, bruges: {}",
                 "The ceiling changed within the month; that of its last day is used: {}", c);
    case 2:
      return say("Lønloftet blev ændret i måneden; det, der gjaldt den første dag, bruges: {}",
                 "The ceiling changed within the month; that of its first day is used: {}", c);
    case 3:
      return say("Lønloftet blev ændret i måneden og vejes efter hverdage: {}",
                 "The ceiling changed within the month and is weighed by weekdays: {}", c);
    case 5:
      return say("To fleksjob i måneden: det laveste af deres lønlofter bruges: {}",
                 "Two fleksjob in the month: the lower of their ceilings is used: {}", c);
    case 6:
      return say("To fleksjob i måneden: deres lønlofter vejes efter timer: {}",
                 "Two fleksjob in the month: their ceilings are weighed by hours: {}", c);
    default:
      return say("To fleksjob i måneden: det højeste af deres lønlofter bruges: {}",
                 "Two fleksjob in the month: the higher of their ceilings is used: {}", c);
  }
}

std::string class_reason(const Step& step, const Say& say) {
  const std::string months = number(step.amount, say.language());
  switch (step.variant) {
    case 0:
      return say.text("Fuld sats: ret til syge- eller barselsdagpenge ved visitationen",
                      "Full rate: right to sickness or maternity benefit when approved");
    case 1: return say.text("Fuld sats: kom fra ustøttet arbejde", "Full rate: came from ordinary work");
    case 2:
      return say("Lav sats: {} måneders fleksjob inden for de sidste 18, og der skal 9 til den fulde",
                 "Low rate: {} months of fleksjob within the last 18, and the full rate takes 9", months);
    default: return say.text("Sats som afgjort for perioden", "The rate as decided for the period");
  }
}

}  // namespace

std::string case_step(const Step& step, const RatesOnDate&, const Say& say) {
  const auto o = step.given();
  const Language l = say.language();
  const auto plain = [&](const Exact& x) { return amount(x, l); };
  const std::string result = kroner(step.amount, l);
  switch (step.rule) {
    case Rule::FLT_6:
      if (step.variant == 0)
        return say("Af en betaling på {}, der dækker {} måneder, hører {} til lønmåneden",
                   "Of a payment of {} that covers {} months, {} belongs to the wage month", kroner(o[0], l), number(o[1], l), result);
      if (step.variant == 3)
        return say("Lønperioden ligger i to måneder; lønnen {} regnes til den måned, den kom til rådighed",
                   "The wage period lies in two months; the wage {} counts in the month it came to disposal", result);
      return say("Lønperioden ligger i to måneder; {} af {} hører til lønmåneden",
                 "The wage period lies in two months; {} of {} belongs to the wage month", result, kroner(o[0], l));
    case Rule::FLT_15:
      if (step.variant == 0)
        return say("Feriegodtgørelse {} til FerieKonto tages ud af lønnen ved optjeningen; den regnes med, når ferien holdes",
                   "Holiday allowance {} to FerieKonto is taken out of the wage when earned; it counts when the holiday is held", result);
      return say("Feriegodtgørelse for {} à {}: {} regnes som løn i ferien",
                 "Holiday allowance for {} at {}: {} counts as wage of the holiday", days(o[0], l), kroner(o[1], l), result);
    case Rule::FLT_16: return ceiling_rise(step, say);
    case Rule::LOFT_5: return ceiling_in_force(step, say);
    case Rule::LY_1: return class_reason(step, say);
    case Rule::LY_2:
      return say("Fuld sats: {} måneders fleksjob inden for de sidste 18", "Full rate: {} months of fleksjob within the last 18",
                 number(step.amount, l));
    case Rule::LY_3:
      return say("Ledighedsydelse for hele måneden, {}: {}", "Ledighedsydelse of the whole month, {}: {}", benefit_class(step.variant, say),
                 result);
    case Rule::LY_4:
      if (step.variant == 0) return say("Alle månedens {} hverdage: {}", "All {} weekdays of the month: {}", number(o[1], l), result);
      return say("{} af månedens {} hverdage à {}: {}", "{} of the month's {} weekdays at {}: {}", number(o[0], l), number(o[1], l),
                 plain(o[2]), result);
    case Rule::LY_5:
      if (step.variant == 0) {
        if (o[2].is_zero())
          return say("Fradrag for indtægt måneden før: {} af {} = {}", "Offset for the month before's income: {} of {} = {}",
                     percent(o[1], l), plain(o[0]), result);
        return say("Fradrag for indtægt måneden før: {} af {} + {} af {} = {}",
                   "Offset for the month before's income: {} of {} + {} of {} = {}", percent(o[1], l), plain(o[0]), percent(o[3], l),
                   plain(o[2]), result);
      } else {
        std::string text = plain(o[0]);
        if (!o[2].is_zero()) text += " - " + plain(o[2]);
        if (!o[1].is_zero()) text += " - " + plain(o[1]);
        if (!o[3].is_zero()) text += " + " + plain(o[3]);
        if (text == plain(step.amount)) return say("Ledighedsydelse: {}", "Ledighedsydelse: {}", result);
        const bool below = !(o[0] - o[1] - o[2]).is_positive() && o[0] != o[1] + o[2];
        return below ? say("Ledighedsydelse: {}, dog fradrag højst til 0: {}", "Ledighedsydelse: {}, the offset at most to 0: {}", text,
                           result)
                     : say("Ledighedsydelse: {} = {}", "Ledighedsydelse: {} = {}", text, result);
      }
    case Rule::LY_6:
      return say("{} med eget arbejde à {} (omregningssats): {}", "{} of self-employment at {} (conversion rate): {}", hours(o[0], l),
                 kroner(o[1], l), result);
    case Rule::LY_7: return uncounted_income(step.variant, kroner(o[0], l), say);
    case Rule::LY_8:
      return say("Ferie på ledighedsydelse: {} optjent i ferieåret, {} holdt",
                 "Holiday on ledighedsydelse: {} earned in the holiday year, {} held", days(step.amount, l), number(o[0], l));
    case Rule::LY_9:
      if (step.variant == 1)
        return say("{} optjent ferie er ikke holdt; for dem er der ingen ledighedsydelse",
                   "{} of earned holiday were not taken; there is no ledighedsydelse for them", days(step.amount, l));
      if (step.amount.is_zero())
        return say("{} ferie med feriepenge {} om dagen: ingen supplering, for de når dagsbeløbet {}",
                   "{} of holiday with holiday pay {} a day: nothing is added, as they reach the daily amount {}", days(o[0], l),
                   plain(o[2]), plain(o[1]));
      return say("{} ferie med feriepenge {} om dagen suppleres op til dagsbeløbet {}: {}",
                 "{} of holiday with holiday pay {} a day are topped up to the daily amount {}: {}", days(o[0], l), plain(o[2]),
                 plain(o[1]), result);
    case Rule::LY_10:
      return say("Feriegodtgørelse udbetalt uden ferie er indtægt: {}", "Holiday allowance paid out without holiday is income: {}", result);
    case Rule::LY_11:
      if (step.variant == 1)
        return say("{} ferie i fleksjobbet uden optjent løn, på ledighedsydelse med fradrag for månedens indtægt før",
                   "{} of holiday in the fleksjob without earned pay, on ledighedsydelse, offset by the month before's income",
                   days(step.amount, l));
      return say("{} ferie i fleksjobbet uden optjent løn, på ledighedsydelse uden fradrag for lønnen",
                 "{} of holiday in the fleksjob without earned pay, on ledighedsydelse, not offset by the wage", days(step.amount, l));
    case Rule::LY_12:
      if (step.variant == 1)
        return say.text("Ingen ret: den anden sanktion inden for 12 måneder", "No right: the second sanction within 12 months");
      return say("Sanktion: {} uden ledighedsydelse", "Sanction: {} without ledighedsydelse", days(step.amount, l));
    case Rule::LY_13:
      if (step.variant == 1) return say("Statens ATP-bidrag: {}", "The state's ATP: {}", result);
      if (step.variant == 2)
        return say("Intet ATP-bidrag: ydelsen {} er under {}", "No ATP: the benefit {} is below {}", plain(o[0]), kroner(o[1], l));
      return say("Eget ATP-bidrag: {}", "Own ATP: {}", result);
    case Rule::LY_14:
      if (step.variant == 1)
        return say("{} hele måneder på ledighedsydelse af de sidste 24: langvarig",
                   "{} whole months on ledighedsydelse of the last 24: long-term", number(o[0], l));
      return say("{} hele måneder på ledighedsydelse: sagen skal vurderes igen",
                 "{} whole months on ledighedsydelse: the case is to be reviewed", number(step.amount, l));
    case Rule::FERIE_1: return say("Optjent ferie: {}", "Holiday earned: {}", days(step.amount, l));
    case Rule::FERIE_2:
      if (step.variant == 1)
        return say("Ferietillæg: {} af {} = {}", "Holiday supplement: {} of {} = {}", percent(o[1], l), plain(o[0]), result);
      return say("Feriegodtgørelse: {} af {} = {}", "Holiday allowance: {} of {} = {}", percent(o[1], l), plain(o[0]), result);
    case Rule::FERIE_3:
      return say("Ferieberettiget løn i perioden, {} om måneden: {}", "Holiday-qualifying pay of the period, {} a month: {}", plain(o[0]),
                 result);
    case Rule::FERIE_4:
      return say("Løn i ferien følger timerne ved optjeningen: {} × {} / {} = {} om måneden",
                 "Pay during holiday follows the hours when it was earned: {} × {} / {} = {} a month", plain(o[0]), number(o[1], l),
                 number(o[2], l), result);
    case Rule::FERIE_5:
      if (step.variant == 0)
        return say("Ferietillæg for september til maj, betalt med maj: {}", "Holiday supplement for September to May, paid with May: {}",
                   result);
      if (step.variant == 1)
        return say("Ferietillæg for juni til august, betalt med august: {}", "Holiday supplement for June to August, paid with August: {}",
                   result);
      return say("Ferietillæg betalt med ferien: {}", "Holiday supplement paid with the holiday: {}", result);
    case Rule::FERIE_6:
      return say("Ferie uden løn: 4,8 pct. af {} for hver af {}: lønnen skal være {} lavere",
                 "Holiday without pay: 4.8 per cent of {} for each of {}: the wage is to be {} lower", plain(o[0]), days(o[1], l), result);
    case Rule::FERIE_7:
      if (step.variant == 1)
        return say("Store bededagstillæg {} er almindelig løn", "Great Prayer Day supplement {} is ordinary wage", result);
      return say("Store bededagstillæg: {} af {} = {}", "Great Prayer Day supplement: {} of {} = {}", percent(o[1], l), plain(o[0]),
                 result);
    case Rule::SELV:
      return say("Tilskud: {} - {} af {} = {}", "Grant: {} - {} of {} = {}", plain(o[0]), percent(o[2], l), plain(o[1]), result);
    default: return {};
  }
}

}  // namespace fleks
