#include "words/steps.hpp"

#include "rules/contributions.hpp"
#include "rules/fleksloentilskud.hpp"

// The words of FLT, LOFT, TIME and ATP.

namespace fleks {
namespace {

/// " + own pension 1.200,00" where there is any.
std::string and_also(const Telling& t, const char* danish, const char* english, const Exact& amount) {
  return amount.is_zero() ? "" : t.say.text(danish, english) + t.plain(amount);
}

std::string contributions(const Telling& t, const Exact& employer_pension, const Exact& holiday_supplement) {
  return and_also(t, " + arbejdsgivers pensionsbidrag ", " + employer's pension ", employer_pension) +
         and_also(t, " + ferietillæg ", " + holiday supplement ", holiday_supplement) + " = " + t.result;
}

const char* stated_by(Ceiling::StatedBy who, const Say& say) {
  switch (who) {
    case Ceiling::StatedBy::employer: return say.text("oplyst af arbejdsgiveren", "stated by the employer");
    case Ceiling::StatedBy::computed: return say.text("beregnet af kommunen", "computed by the municipality");
    case Ceiling::StatedBy::agreement_table: return say.text("taget fra overenskomstens tabel", "taken from the agreement's table");
  }
  return "";
}

}  // namespace

std::string said(const steps::FirstMonth& s, const Telling& t) {
  switch (s.wording) {
    case steps::FirstMonth::Wording::expected_wage:
      return t.say("Den første måned i jobbet beregnes af månedens egen, forventede løn ({}) og reguleres, når den faktiske løn er kendt",
                   "The first month of the job is computed from its own, expected wage ({}) and is regulated when the real wage is known",
                   t.result);
    case steps::FirstMonth::Wording::own_wage:
      return t.say("Den første måned i jobbet beregnes af månedens egen løn ({})",
                   "The first month of the job is computed from its own wage ({})", t.result);
    case steps::FirstMonth::Wording::no_deduction:
      return t.say.text("Den første måned i jobbet har intet fradrag for løn efter det valg, der er truffet",
                        "The first month of the job has no taper for wage, by the choice made");
    case steps::FirstMonth::Wording::no_subsidy:
      return t.say.text("Den første måned i jobbet har intet tilskud efter det valg, der er truffet",
                        "The first month of the job has no subsidy, by the choice made");
  }
  return {};
}

std::string said(const steps::RatesOfMonth& s, const Telling& t) {
  const std::string month = in_words(month_of(t.rates.date()), t.language);
  switch (s.wording) {
    case RatesOf::subsidy_month:
      return t.say("Der er brugt satserne for tilskudsmåneden, {}", "The rates are those of the subsidy month, {}", month);
    case RatesOf::wage_month: return t.say("Der er brugt satserne for lønmåneden, {}", "The rates are those of the wage month, {}", month);
  }
  return {};
}

std::string said(const steps::NoRight& s, const Telling& t) {
  if (s.other_wage.is_zero())
    return t.say.text(
        "Ingen ret til fleksløntilskud: der er hverken løn fra arbejdsgiveren i fleksjobbet, tabt arbejdsfortjeneste, plejevederlag "
        "eller dagpenge i lønmåneden",
        "No right to the subsidy: in the wage month there is neither wage from the fleksjob's employer, nor compensation for lost "
        "earnings, care pay or a daily benefit");
  return t.say("Ingen ret til fleksløntilskud: løn fra andre job ({}) er ikke nok, når arbejdsgiveren i fleksjobbet ikke har betalt løn",
               "No right to the subsidy: wage from other jobs ({}) is not enough when the fleksjob's employer has paid no wage",
               t.kr(s.other_wage));
}

std::string said(const steps::HighestSubsidy&, const Telling& t) {
  return t.say("Det højeste fleksløntilskud er {}", "The highest subsidy is {}", t.result);
}

std::string said(const steps::WageFromAmIncome& s, const Telling& t) {
  return t.say("Lønnen i fleksjobbet er AM-bidragspligtig indkomst {}", "The wage of the fleksjob is pay on which AM-bidrag is due {}",
               t.plain(s.am_income)) +
         and_also(t, " + eget pensionsbidrag ", " + own pension ", s.own_pension) +
         contributions(t, s.employer_pension, s.holiday_supplement);
}

std::string said(const steps::WageFromPay& s, const Telling& t) {
  const std::string text = t.say("Lønnen i fleksjobbet er løn før egne bidrag {}",
                                 "The wage of the fleksjob is pay before own contributions {}", t.plain(s.pay)) +
                           and_also(t, " - eget ATP-bidrag ", " - own ATP ", s.own_atp) +
                           contributions(t, s.employer_pension, s.holiday_supplement);
  switch (s.wording) {
    case steps::WageFromPay::Wording::own_atp_taken_out: return text;
    case steps::WageFromPay::Wording::own_atp_counted: return text + t.say.text(", og eget ATP-bidrag er talt med", ", own ATP counted");
  }
  return text;
}

std::string said(const steps::AllWage& s, const Telling& t) {
  return t.say("Løn i fleksjobbet {} + anden løn {} = {}", "Wage of the fleksjob {} + other wage {} = {}", t.plain(s.wage),
               t.plain(s.other_wage), t.result);
}

std::string said(const steps::Taper& s, const Telling& t) {
  if (s.above.is_zero()) return t.say("Fradrag for løn: {} af {} = {}", "Taper: {} of {} = {}", t.pct(s.low), t.plain(s.up_to), t.result);
  return t.say("Fradrag for løn: {} af {} + {} af {} = {}", "Taper: {} of {} + {} of {} = {}", t.pct(s.low), t.plain(s.up_to),
               t.pct(s.high), t.plain(s.above), t.result);
}

std::string said(const steps::ReductionByHours&, const Telling& t) {
  return t.say("Nedsættelse efter løntimer: {}", "Reduction by paid hours: {}", t.result);
}

std::string said(const steps::DailyBenefit&, const Telling& t) {
  if (t.step.changed_by_reform) return t.say.text("Dagpenge m.v. trækkes ikke fra", "Daily benefits are not deducted");
  return t.say("Dagpenge m.v. trækkes fra krone for krone: {}", "Daily benefits are deducted krone for krone: {}", t.result);
}

std::string said(const steps::BeforeCeiling& s, const Telling& t) {
  std::string text = t.say("Tilskud før lønloft: {} - {}", "Subsidy before the ceiling: {} - {}", t.plain(s.base), t.plain(s.taper));
  if (!s.daily_benefit.is_zero()) text += " - " + t.plain(s.daily_benefit);
  const Exact left = s.base - s.taper - s.daily_benefit;
  if (left.is_positive() || t.step.amount == left) return text + " = " + t.result;
  return text + t.say(" er under 0, så tilskuddet er {}", " is below 0, so the subsidy is {}", t.result);
}

std::string said(const steps::UnclaimedBenefit&, const Telling& t) {
  if (t.step.changed_by_reform) return t.say.text("Ydelser, der ikke er hævet, trækkes ikke fra", "Benefits not claimed are not deducted");
  return t.say("En ydelse, retten til er mistet eller søgt for sent, trækkes fra, som om den var udbetalt: {}",
               "A benefit whose right was lost or asked for too late is deducted as if it had been paid: {}", t.result);
}

std::string said(const steps::UnderCeiling& s, const Telling& t) {
  if (t.step.changed_by_reform && s.cut.is_zero() && s.ceiling - s.under < s.before)
    return t.say("Lønloftet på {} gælder ikke: {}", "The ceiling of {} does not apply: {}", t.plain(s.ceiling), t.result);
  if (t.step.changed_by_reform && !s.cut.is_zero())
    return t.say("Af det, der overstiger lønloftet {} - løn {}, trækkes kun en del fra: {}; tilbage er {}",
                 "Of what exceeds the ceiling {} - wage {}, only a part is cut: {}; what is left is {}", t.plain(s.ceiling),
                 t.plain(s.under), t.kr(s.cut), t.result);
  const char* under = "";
  switch (s.wording) {
    case steps::UnderCeiling::Wording::wage: under = t.say.text("løn", "wage"); break;
    case steps::UnderCeiling::Wording::all_wage: under = t.say.text("al løn", "all wage"); break;
    case steps::UnderCeiling::Wording::wage_and_benefits: under = t.say.text("løn og dagpenge m.v.", "wage and daily benefits"); break;
  }
  const std::string room = t.say("Lønloft {} - {} {}", "Ceiling {} - {} {}", t.plain(s.ceiling), under, t.plain(s.under));
  if (s.cut.is_zero()) return t.say("{} giver plads til hele tilskuddet: {}", "{} leaves room for all of the subsidy: {}", room, t.result);
  if (t.step.amount.is_zero())
    return t.say("{}: lønnen fylder loftet ud, og hele tilskuddet ({}) bortfalder",
                 "{}: the wage fills the ceiling, and all of the subsidy ({}) is lost", room, t.kr(s.before));
  return t.say("{} = {}; tilskuddet nedsættes med {}", "{} = {}; the subsidy is reduced by {}", room, t.result, t.kr(s.cut));
}

std::string said(const steps::HolidayDays& s, const Telling& t) {
  if (t.step.changed_by_reform)
    return t.say("Feriedage med ledighedsydelse nedsætter ikke tilskuddet: {}",
                 "Holiday days on ledighedsydelse do not reduce the subsidy: {}", t.result);
  const Exact count = s.share * law::weekdays_a_month;
  return t.say("Feriedage med ledighedsydelse: {} af 21,6667 nedsætter tilskuddet med {} til {}",
               "Holiday days on ledighedsydelse: {} of 21.6667 reduce the subsidy by {} to {}", days(count, t.language), t.kr(s.cut),
               t.result);
}

std::string said(const steps::HolidayBenefit& s, const Telling& t) {
  return t.say("Ledighedsydelse betalt for feriedage trækkes fra krone for krone: {} - {} = {}",
               "Ledighedsydelse paid for holiday days is deducted krone for krone: {} - {} = {}", t.plain(s.before), t.plain(s.benefit),
               t.result);
}

std::string said(const steps::PartOfMonth& s, const Telling& t) {
  switch (s.wording) {
    case steps::PartOfMonth::Wording::base:
      return t.say("Det højeste tilskud for den del af måneden, jobbet dækker ({} af måneden): {}",
                   "The highest subsidy for the part of the month that the job covers ({} of the month): {}", to_fraction_text(s.part),
                   t.result);
    case steps::PartOfMonth::Wording::ceiling:
      return t.say("Lønloftet for den del af måneden, jobbet dækker ({} af måneden): {}",
                   "The ceiling for the part of the month that the job covers ({} of the month): {}", to_fraction_text(s.part), t.result);
    case steps::PartOfMonth::Wording::result:
      return t.say("Jobbet dækker {} af måneden; af det, en hel måned giver ({}), er tilskuddet {}",
                   "The job covers {} of the month; of what a whole month gives ({}), the subsidy is {}", to_fraction_text(s.part),
                   t.kr(s.whole), t.result);
  }
  return {};
}

std::string said(const steps::Rounded& s, const Telling& t) {
  if (t.step.amount == s.before)
    return t.say("Fleksløntilskud: {}; der er intet at afrunde", "Fleksløntilskud: {}; there is nothing to round", t.result);
  switch (s.wording) {
    case RoundTo::by_law:
    case RoundTo::krone:
      return t.say("Fleksløntilskud, afrundet til nærmeste krone: {}", "Fleksløntilskud, rounded to the nearest krone: {}", t.result);
    case RoundTo::oere:
      return t.say("Fleksløntilskud, afrundet til nærmeste øre: {}", "Fleksløntilskud, rounded to the nearest øre: {}", t.result);
  }
  return {};
}

std::string said(const steps::OwnAtpOfSubsidy& s, const Telling& t) {
  switch (s.wording) {
    case OwnAtpOf::paid_subsidy:
      return t.say("Eget ATP-bidrag: {} af {}, højst {}, i hele kroner: {}", "Own ATP: {} of {}, at most {}, in whole kroner: {}",
                   t.pct(s.share), t.plain(s.subsidy), t.kr(s.most), t.result);
    case OwnAtpOf::before_ceiling:
      return t.say("Eget ATP-bidrag: {} af tilskuddet før lønloft {}, højst {}, i hele kroner: {}",
                   "Own ATP: {} of the subsidy before the ceiling {}, at most {}, in whole kroner: {}", t.pct(s.share), t.plain(s.subsidy),
                   t.kr(s.most), t.result);
  }
  return {};
}

std::string said(const steps::PublicAtpOfSubsidy& s, const Telling& t) {
  switch (s.wording) {
    case steps::PublicAtpOfSubsidy::Wording::by_hours:
      return t.say("Statens ATP-bidrag for de {}, der mangler til fuld tid, i hele kroner: {}",
                   "The state's ATP for the {} that lack to full time, in whole kroner: {}", hours(s.not_worked, t.language), t.result);
    case steps::PublicAtpOfSubsidy::Wording::few_hours:
      return t.say("Statens ATP-bidrag ved under {} løntimer om måneden ({}): {}",
                   "The state's ATP with under {} paid hours a month ({}): {}", law::few_hours_a_month, number(s.paid_hours, t.language),
                   t.result);
    case steps::PublicAtpOfSubsidy::Wording::no_subsidy:
      return t.say("Staten betaler intet ATP-bidrag, når tilskuddet er 0: {}", "The state pays no ATP when the subsidy is 0: {}", t.result);
  }
  return {};
}

std::string said(const steps::ObligatoryPension& s, const Telling& t) {
  if (s.share.is_zero())
    return t.say("Obligatorisk pension: ordningen var ikke begyndt ({})", "Obligatory pension: the scheme had not begun ({})", t.result);
  return t.say("Obligatorisk pension, betalt af staten: {} af {}, i hele kroner: {}",
               "Obligatory pension, paid by the state: {} of {}, in whole kroner: {}", t.pct(s.share), t.plain(s.benefit), t.result);
}

std::string said(const steps::CeilingRaised& s, const Telling& t) {
  return t.say("Lønloftet hæves i måneden med det ferietillæg, en fuldtidsansat ville have fået: {} + {} = {}",
               "The month's ceiling rises by the holiday supplement a full-time employee would have had: {} + {} = {}", t.plain(s.stated),
               t.plain(s.holiday_supplement), t.result);
}

std::string said(const steps::StatedCeiling& s, const Telling& t) {
  return t.say("Lønloftet er {}, {}", "The ceiling is {}, {}", t.result, stated_by(s.wording, t.say));
}

std::string said(const steps::FullTimeBase& s, const Telling& t) {
  if (!s.rounded_hours_a_month.is_zero())
    return t.say("Løn på fuld tid, beregnet af kommunen: {} i timen × {} om måneden = {}",
                 "Full-time pay, computed by the municipality: {} an hour × {} a month = {}", t.kr(s.hourly_pay),
                 hours(s.rounded_hours_a_month, t.language), t.result);
  return t.say("Løn på fuld tid: {} i timen × {} om ugen × 52/12 = {}", "Full-time pay: {} an hour × {} a week × 52/12 = {}",
               t.kr(s.hourly_pay), hours(s.hours_a_week, t.language), t.result);
}

std::string said(const steps::CeilingFromParts& s, const Telling& t) {
  std::string text = t.plain(s.base);
  if (!s.supplements.is_zero()) text = "(" + text + " + " + t.plain(s.supplements) + ")";
  if (!s.employer_pension.is_zero()) text = t.say("{} × (1 + {})", "{} × (1 + {})", text, t.pct(s.employer_pension));
  if (!s.holiday_supplement.is_zero()) text += " + " + t.plain(s.holiday_supplement);
  return t.say("Lønloftet: {} = {}", "The ceiling: {} = {}", text, t.result);
}

std::string said(const steps::PaidHours& s, const Telling& t) {
  return t.say("{} om ugen × arbejdsintensitet {} = {} løntimer om ugen", "{} a week × work intensity {} = {} paid hours a week",
               hours(s.present, t.language), t.pct(s.intensity), number(t.step.amount, t.language));
}

std::string said(const steps::HoursAMonth& s, const Telling& t) {
  return t.say("{} om ugen × 52/12 = {} om måneden", "{} a week × 52/12 = {} a month", hours(s.a_week, t.language),
               hours(t.step.amount, t.language));
}

std::string said(const steps::AtpOfWage& s, const Telling& t) {
  switch (s.wording) {
    case steps::AtpOfWage::Wording::by_band:
      return t.say("Eget ATP-bidrag af lønnen ved {} om måneden: {}", "Own ATP of the wage at {} a month: {}",
                   hours(s.paid_hours, t.language), t.result);
    case steps::AtpOfWage::Wording::few_hours:
      return t.say("Under {} løntimer om måneden ({}): intet ATP-bidrag af lønnen", "Under {} paid hours a month ({}): no ATP of the wage",
                   law::few_hours_a_month, number(s.paid_hours, t.language));
  }
  return {};
}

}  // namespace fleks
