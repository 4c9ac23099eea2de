#include <fleks/facts/options.hpp>
#include <fleks/words/amounts.hpp>

#include "words/steps.hpp"

// The words of FLT, LOFT, TIME and ATP: what each operand is, is said where the rule is written (src/rules).

namespace fleks {
namespace {

/// "1.200,00 + 300,00": the parts of a sum that are not zero, the first always.
std::string sum_of(std::span<const Exact> parts, Language language) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (i == 0 || !parts[i].is_zero()) text += (i == 0 ? "" : " + ") + amount(parts[i], language);
  return text;
}

std::string wage_step(const Step& step, const Say& say) {
  const auto o = step.given();
  const Language l = say.language();
  std::string text = step.variant == 0 ? say("Lønnen i fleksjobbet er AM-bidragspligtig indkomst {}",
                                             "The wage of the fleksjob is pay on which AM-bidrag is due {}", amount(o[0], l))
                                       : say("Lønnen i fleksjobbet er løn før egne bidrag {}",
                                             "The wage of the fleksjob is pay before own contributions {}", amount(o[0], l));
  if (step.variant == 0 && !o[1].is_zero()) text += say(" + eget pensionsbidrag {}", " + own pension {}", amount(o[1], l));
  if (step.variant != 0 && !o[1].is_zero()) text += say(" - eget ATP-bidrag {}", " - own ATP {}", amount(o[1], l));
  if (!o[2].is_zero()) text += say(" + arbejdsgivers pensionsbidrag {}", " + employer's pension {}", amount(o[2], l));
  if (!o[3].is_zero()) text += say(" + ferietillæg {}", " + holiday supplement {}", amount(o[3], l));
  text += " = " + kroner(step.amount, l);
  if (step.variant == 2) text += say(", og eget ATP-bidrag er talt med", ", own ATP counted");
  return text;
}

std::string stated_by(std::uint8_t who, const Say& say) {
  switch (who) {
    case 1: return say.text("beregnet af kommunen", "computed by the municipality");
    case 2: return say.text("taget fra overenskomstens tabel", "taken from the agreement's table");
    default: return say.text("oplyst af arbejdsgiveren", "stated by the employer");
  }
}

}  // namespace

std::string month_step(const Step& step, const RatesOnDate& rates, const Say& say) {
  const auto o = step.given();
  const Language l = say.language();
  const auto kr = [&](const Exact& x) { return kroner(x, l); };
  const auto plain = [&](const Exact& x) { return amount(x, l); };
  const std::string result = kr(step.amount);
  switch (step.rule) {
    case Rule::FLT_2: {
      const std::string month = in_words(month_of(rates.date()), l);
      if (step.variant == 0) return say("Satserne er dem for tilskudsmåneden {}", "The rates are those of the subsidy month, {}", month);
      return say("Satserne er dem for lønmåneden {}", "The rates are those of the wage month, {}", month);
    }
    case Rule::FLT_3:
      if (o[0].is_zero())
        return say.text(
            "Ingen ret til fleksløntilskud: der er hverken løn fra arbejdsgiveren i fleksjobbet, tabt arbejdsfortjeneste, plejevederlag "
            "eller dagpenge i lønmåneden",
            "No right to the subsidy: in the wage month there is neither wage from the fleksjob's employer, nor compensation for lost "
            "earnings, care pay or a daily benefit");
      return say("Ingen ret til fleksløntilskud: løn fra andre job ({}) er ikke nok, når arbejdsgiveren i fleksjobbet ikke har betalt løn",
                 "No right to the subsidy: wage from other jobs ({}) is not enough when the fleksjob's employer has paid no wage",
                 kr(o[0]));
    case Rule::FLT_4: return say("Det højeste fleksløntilskud er {}", "The highest subsidy is {}", result);
    case Rule::FLT_5: return wage_step(step, say);
    case Rule::FLT_7:
      return say("Løn i fleksjobbet {} + anden løn {} = {}", "Wage of the fleksjob {} + other wage {} = {}", plain(o[0]), plain(o[1]),
                 result);
    case Rule::FLT_8:
      if (step.variant == 1) return say("Nedsættelse efter betalte timer: {}", "Reduction by paid hours: {}", result);
      if (o[2].is_zero()) return say("Fradrag for løn: {} af {} = {}", "Taper: {} of {} = {}", percent(o[1], l), plain(o[0]), result);
      return say("Fradrag for løn: {} af {} + {} af {} = {}", "Taper: {} of {} + {} of {} = {}", percent(o[1], l), plain(o[0]),
                 percent(o[3], l), plain(o[2]), result);
    case Rule::FLT_9:
      if (step.changed_by_reform) return say("Dagpenge m.v. trækkes ikke fra", "Daily benefits are not deducted");
      return say("Dagpenge m.v. trækkes fra krone for krone: {}", "Daily benefits are deducted krone for krone: {}", result);
    case Rule::FLT_10: {
      std::string text = say("Tilskud før lønloft: {} - {}", "Subsidy before the ceiling: {} - {}", plain(o[0]), plain(o[1]));
      if (!o[2].is_zero()) text += " - " + plain(o[2]);
      if ((o[0] - o[1] - o[2]).is_positive() || step.amount == o[0] - o[1] - o[2]) return text + " = " + result;
      return text + say(" er under 0, så tilskuddet er {}", " is below 0, so the subsidy is {}", result);
    }
    case Rule::FLT_11: {
      if (step.changed_by_reform && o[3].is_zero() && o[0] - o[1] < o[2])
        return say("Lønloftet på {} gælder ikke: {}", "The ceiling of {} does not apply: {}", plain(o[0]), result);
      if (step.changed_by_reform && !o[3].is_zero())
        return say("Af det, der overstiger lønloftet {} - løn {}, skæres kun en del: {}; tilbage er {}",
                   "Of what exceeds the ceiling {} - wage {}, only a part is cut: {}; what is left is {}", plain(o[0]), plain(o[1]),
                   kr(o[3]), result);
      const bool other_wage_too = step.variant == static_cast<std::uint8_t>(OtherWageUnderCeiling::included) && step.rests_on_choice;
      const char* wage = other_wage_too ? say.text("al løn", "all wage") : say.text("løn", "wage");
      const std::string room = say("Lønloft {} - {} {}", "Ceiling {} - {} {}", plain(o[0]), wage, plain(o[1]));
      if (o[3].is_zero()) return say("{} giver plads til hele tilskuddet: {}", "{} leaves room for all of the subsidy: {}", room, result);
      if (step.amount.is_zero())
        return say("{}: lønnen fylder loftet ud, og hele tilskuddet ({}) bortfalder",
                   "{}: the wage fills the ceiling, and all of the subsidy ({}) is lost", room, kr(o[2]));
      return say("{} = {}; tilskuddet nedsættes med {}", "{} = {}; the subsidy is reduced by {}", room, result, kr(o[3]));
    }
    case Rule::FLT_12: {
      if (step.changed_by_reform)
        return say("Feriedage på ledighedsydelse nedsætter ikke tilskuddet: {}",
                   "Holiday days on ledighedsydelse do not reduce the subsidy: {}", result);
      const Exact count = o[1] * Exact::ratio(65, 3);
      return say("Feriedage på ledighedsydelse: {} af 21,6667 nedsætter tilskuddet med {} til {}",
                 "Holiday days on ledighedsydelse: {} of 21.6667 reduce the subsidy by {} to {}", days(count, l), kr(o[2]), result);
    }
    case Rule::FLT_13:
      if (step.variant == 1)
        return say("Lønloftet for den del af måneden, jobbet dækker ({} af hverdagene): {}",
                   "The ceiling for the part of the month that the job covers ({} of the weekdays): {}", to_fraction_text(o[1]), result);
      return say("Det højeste tilskud for den del af måneden, jobbet dækker ({} af hverdagene): {}",
                 "The highest subsidy for the part of the month that the job covers ({} of the weekdays): {}", to_fraction_text(o[1]),
                 result);
    case Rule::FLT_14:
      if (step.amount == o[0])
        return say("Fleksløntilskud: {}; der er intet at afrunde", "Fleksløntilskud: {}; there is nothing to round", result);
      if (step.variant == 1)
        return say("Fleksløntilskud, afrundet til nærmeste krone: {}", "Fleksløntilskud, rounded to the nearest krone: {}", result);
      return say("Fleksløntilskud, afrundet til nærmeste øre: {}", "Fleksløntilskud, rounded to the nearest øre: {}", result);
    case Rule::FLT_17:
      return say("Eget ATP-bidrag: {} af {}, højst {}, i hele kroner: {}", "Own ATP: {} of {}, at most {}, in whole kroner: {}",
                 percent(o[1], l), plain(o[0]), kr(o[2]), result);
    case Rule::FLT_18:
      if (step.variant == 2)
        return say("Staten betaler intet ATP-bidrag, når tilskuddet er 0: {}", "The state pays no ATP when the subsidy is 0: {}", result);
      if (step.variant == 1)
        return say("Statens ATP-bidrag ved under 39 betalte timer om måneden ({}): {}",
                   "The state's ATP with under 39 paid hours a month ({}): {}", number(o[0], l), result);
      return say("Statens ATP-bidrag for {} op til fuld tid, i hele kroner: {}",
                 "The state's ATP for {} up to full time, in whole kroner: {}", hours(o[1], l), result);
    case Rule::FLT_19:
      if (o[1].is_zero())
        return say("Obligatorisk pension: ordningen var ikke begyndt ({})", "Obligatory pension: the scheme had not begun ({})", result);
      return say("Obligatorisk pension, betalt af staten: {} af {}, i hele kroner: {}",
                 "Obligatory pension, paid by the state: {} of {}, in whole kroner: {}", percent(o[1], l), plain(o[0]), result);
    case Rule::LOFT_1: return say("Lønloftet er {}, {}", "The ceiling is {}, {}", result, stated_by(step.variant, say));
    case Rule::LOFT_3: {
      if (step.variant == 1)
        return say("Løn på fuld tid: {} i timen × {} om ugen × 52/12 = {}", "Full-time pay: {} an hour × {} a week × 52/12 = {}", kr(o[0]),
                   hours(o[1], l), result);
      std::string text = sum_of(o.first(2), l);
      if (!o[2].is_zero()) text = say("({}) × (1 + {})", "({}) × (1 + {})", text, percent(o[2], l));
      if (!o[3].is_zero()) text += " + " + amount(o[3], l);
      return say("Lønloftet: {} = {}", "The ceiling: {} = {}", text, result);
    }
    case Rule::TIME_1:
      return say("{} om ugen × arbejdsintensitet {} = {} betalte timer om ugen", "{} a week × work intensity {} = {} paid hours a week",
                 hours(o[0], l), percent(o[1], l), number(step.amount, l));
    case Rule::TIME_2:
      return say("{} om ugen × 52/12 = {} om måneden", "{} a week × 52/12 = {} a month", hours(o[0], l), hours(step.amount, l));
    case Rule::ATP:
      if (step.rate_count == 0)
        return say("Under 39 betalte timer om måneden ({}): intet ATP-bidrag af lønnen",
                   "Under 39 paid hours a month ({}): no ATP of the wage", number(o[0], l));
      return say("Eget ATP-bidrag af lønnen ved {} om måneden: {}", "Own ATP of the wage at {} a month: {}", hours(o[0], l), result);
    default: return {};
  }
}

}  // namespace fleks
