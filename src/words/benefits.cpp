#include <fleks/words/benefits.hpp>

#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>

#include "words/rule_words.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/steps_json.hpp"

namespace fleks {
namespace {

Json decimal(const Exact& oere) { return to_kroner_text(oere); }

void add_expected(Json& json, std::optional<Money> expected, Money computed) {
  if (!expected) return;
  json["expected"] = to_text(*expected);
  json["difference"] = to_text(computed - *expected);
}

/// Each step as a line with its rule and how sure it is.
template <class Statement>
std::string lines(const Explained<Statement>& explained, Language language) {
  const RatesOnDate rates = explained.rates_in_force();
  std::string text;
  for (const Step& step : explained.trace.steps()) {
    const std::string rule = left(std::string(info(step.rule).id), 9);
    text += "  " + rule + wrapped(in_words(step, rates, language), 11, text_columns) + "\n";
    text += "           " + wrapped(source_and_status(step, month_of(rates.date()), language), 11, text_columns) + "\n";
  }
  return text;
}

}  // namespace

std::string_view to_text(BenefitClass benefit_class) noexcept {
  switch (benefit_class) {
    case BenefitClass::full: return "full";
    case BenefitClass::low_provider: return "low_provider";
    case BenefitClass::low_nonprovider: return "low_nonprovider";
  }
  return "";
}

std::string to_json(const Explained<LedighedsydelseStatement>& benefit, Language language, std::optional<Money> expected) {
  const LedighedsydelseStatement& s = benefit.statement;
  Json json = result_json(benefit.rates);
  json["month"] = to_text(s.month);
  json["class"] = to_text(s.benefit_class);
  json["base"] = decimal(s.base);
  json["daily_amount"] = decimal(s.daily_amount);
  json["payable_weekdays"] = to_text(s.payable_weekdays, 4);
  json["part_base"] = decimal(s.part_base);
  json["income"] = decimal(s.income);
  json["offset"] = decimal(s.offset);
  json["holiday_reduction"] = decimal(s.holiday_reduction);
  json["holiday_top_up"] = decimal(s.holiday_top_up);
  json["ledighedsydelse"] = to_text(s.ledighedsydelse);
  json["own_atp"] = to_text(s.own_atp);
  json["payout"] = to_text(s.payout);
  json["public_atp"] = to_text(s.public_atp);
  json["obligatory_pension"] = to_text(s.obligatory_pension);
  add_expected(json, expected, s.ledighedsydelse);
  json["steps"] = steps_json(benefit, language);
  return written(json);
}

std::string breakdown(const Explained<LedighedsydelseStatement>& benefit, Language language) {
  const LedighedsydelseStatement& s = benefit.statement;
  const Say say(language);
  std::string text = say("Ledighedsydelse for {}\n\n", "Ledighedsydelse for {}\n\n", in_words(s.month, language));
  text += lines(benefit, language);
  Sheet sheet(language, s.month);
  sheet.line(say.text("Ledighedsydelse", "Ledighedsydelse"), Exact::of(s.ledighedsydelse));
  if (s.own_atp != Money{}) sheet.line(say.text("Eget ATP-bidrag", "Own ATP"), -Exact::of(s.own_atp));
  sheet.sum(say.text("Til udbetaling før skat", "Paid out before tax"), Exact::of(s.payout));
  return text + "\n" + sheet.text() +
         say.text("Der betales ikke AM-bidrag af ledighedsydelse.\n", "No AM-bidrag is due on ledighedsydelse.\n");
}

std::string to_json(const Explained<CeilingStatement>& ceiling, Language language) {
  Json json = result_json(ceiling.rates);
  json["normal_wage_ceiling"] = decimal(ceiling.statement.normal_wage_ceiling);
  json["steps"] = steps_json(ceiling, language);
  return written(json);
}

std::string breakdown(const Explained<CeilingStatement>& ceiling, Language language) {
  const Say say(language);
  std::string text =
      say("Lønloft: {} om måneden\n\n", "Normal-wage ceiling: {} a month\n\n", kroner(ceiling.statement.normal_wage_ceiling, language));
  text += lines(ceiling, language);
  return text + "\n" +
         wrapped(
             say.text("Lønloftet er løn på fuld tid i stillingen på ordinære vilkår, med alle faste tillæg og begge pensionsbidrag.",
                      "The ceiling is the full-time pay of the position on ordinary terms, with all regular supplements and both pension "
                      "shares."),
             0, text_columns) +
         "\n";
}

std::string to_json(const Explained<HolidayStatement>& earned, Language language) {
  const HolidayFacts& f = earned.facts;
  const HolidayStatement& s = earned.statement;
  Json json = result_json(earned.rates);
  json["from"] = to_text(f.from);
  json["to"] = to_text(f.to);
  json["kind"] = f.kind == HolidayKind::pay ? "pay" : "allowance";
  json["days_earned"] = to_text(s.days_earned, 4);
  json["qualifying_pay"] = decimal(s.qualifying_pay);
  json["holiday_allowance"] = f.kind == HolidayKind::allowance ? decimal(s.holiday_allowance) : Json();
  json["holiday_supplement"] = f.kind == HolidayKind::pay ? decimal(s.holiday_supplement) : Json();
  json["per_day"] = s.per_day ? decimal(*s.per_day) : Json();
  json["great_prayer_day_supplement"] = decimal(s.great_prayer_day_supplement);
  json["steps"] = steps_json(earned, language);
  return written(json);
}

std::string breakdown(const Explained<HolidayStatement>& earned, Language language) {
  const HolidayFacts& f = earned.facts;
  const HolidayStatement& s = earned.statement;
  const Say say(language);
  std::string text =
      say("Ferie optjent fra {} til {}\n\n", "Holiday earned from {} to {}\n\n", in_words(f.from, language), in_words(f.to, language));
  text += lines(earned, language);
  text += "\n" + sentence(say("Optjent: {}", "Earned: {}", days(s.days_earned, language)));
  if (s.per_day)
    text += sentence(f.kind == HolidayKind::allowance
                         ? say(" Feriegodtgørelse: {}, {} om dagen", " Holiday allowance: {}, {} a day",
                               kroner(s.holiday_allowance, language), kroner(*s.per_day, language))
                         : say(" Der er løn under ferien. Ferietillæg: {}", " There is pay during the holiday. Holiday supplement: {}",
                               kroner(s.holiday_supplement, language)));
  return text + "\n";
}

std::string to_json(const Explained<SelfEmployedGrant>& year, Language language, std::optional<Money> expected) {
  const SelfEmployedGrant& g = year.statement;
  Json json = result_json(year.rates);
  json["year"] = std::to_string(int{year.facts.year});
  json["maximum"] = decimal(g.maximum);
  json["business_income"] = decimal(g.business_income);
  json["other_income"] = to_text(year.facts.other_income);
  json["reduction"] = decimal(g.reduction);
  json["grant"] = to_text(g.grant);
  json["grant_a_month"] = to_text(g.a_month);
  add_expected(json, expected, g.grant);
  json["steps"] = steps_json(year, language);
  return written(json);
}

std::string breakdown(const Explained<SelfEmployedGrant>& year, Language language) {
  const SelfEmployedGrant& g = year.statement;
  const Say say(language);
  std::string text =
      say("Tilskud til selvstændigt erhvervsdrivende, {}\n\n", "Grant to a self-employed person, {}\n\n", int{year.facts.year});
  text += lines(year, language);
  return text + "\n" +
         sentence(say("Tilskud for året: {}, om måneden {}", "Grant of the year: {}, a month {}", kroner(g.grant, language),
                      kroner(g.a_month, language))) +
         "\n";
}

std::string to_json(const Explained<HousingStatement>& year, Language language) {
  const HousingStatement& s = year.statement;
  Json json = result_json(year.rates);
  json["year"] = std::to_string(year.facts.year);
  json["housing_benefit"] = to_text(s.housing_benefit);
  json["rent"] = decimal(s.rent);
  json["income"] = decimal(s.income);
  json["a_year"] = decimal(s.a_year);
  json["smallest_payment_known"] = s.smallest_known;
  json["steps"] = steps_json(year, language);
  return written(json);
}

std::string breakdown(const Explained<HousingStatement>& year, Language language) {
  const HousingStatement& s = year.statement;
  const Say say(language);
  std::string text = say("Boligsikring, {}\n\n", "Housing benefit, {}\n\n", year.facts.year);
  text += lines(year, language);
  return text + "\n" + sentence(say("Boligsikring om måneden: {}", "Housing benefit a month: {}", kroner(s.housing_benefit, language))) +
         "\n";
}

std::string to_json(const Explained<TaxStatement>& year, Language language) {
  const TaxStatement& s = year.statement;
  Json json = result_json(year.rates);
  json["year"] = std::to_string(year.facts.year);
  json["am_contribution"] = decimal(s.am_contribution);
  json["tax"] = decimal(s.tax);
  json["total"] = to_text(s.am_and_tax);
  json["personal_income"] = decimal(s.personal_income);
  json["employment_deduction"] = decimal(s.employment_deduction);
  json["single_parent_deduction"] = decimal(s.single_parent_deduction);
  json["job_deduction"] = decimal(s.job_deduction);
  json["senior_deduction"] = decimal(s.senior_deduction);
  json["other_deductions"] = decimal(s.other_deductions);
  json["bottom"] = decimal(s.bottom);
  json["municipal"] = decimal(s.municipal);
  json["church"] = decimal(s.church);
  json["health"] = decimal(s.health);
  json["middle"] = decimal(s.middle);
  json["top"] = decimal(s.top);
  json["toptop"] = decimal(s.toptop);
  json["allowance_value"] = decimal(s.allowance_value);
  json["before_truncation"] = decimal(s.am_contribution + s.before_truncation);
  json["steps"] = steps_json(year, language);
  return written(json);
}

std::string breakdown(const Explained<TaxStatement>& year, Language language) {
  const TaxStatement& s = year.statement;
  const Say say(language);
  std::string text = say("Skat af årets indkomst, {}\n\n", "Tax of the year's income, {}\n\n", year.facts.year);
  text += lines(year, language);
  Sheet sheet(language, month_of(year.rates_in_force().date()));
  sheet.line(say.text("AM-bidrag", "AM-bidrag"), s.am_contribution);
  sheet.line(say.text("Indkomstskat", "Income tax"), s.tax);
  const Exact all = Exact::of(s.am_and_tax);
  const bool whole = all == all.to_krone(Rounding::down);
  sheet.sum(whole ? say.text("I alt, hele kroner", "In all, whole kroner") : say.text("I alt", "In all"), all);
  return text + "\n" + sheet.text();
}

}  // namespace fleks
