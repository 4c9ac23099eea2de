#include <fleks/words/bounds.hpp>

#include <algorithm>
#include <array>

#include <fleks/words/amounts.hpp>
#include <fleks/words/json.hpp>

#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/steps_json.hpp"

namespace fleks {
namespace {

struct Name {
  std::string_view id;
  const char* danish;
  const char* english;
};

constexpr std::array fact_names{
    Name{"am_income", "AM-bidragspligtig indkomst (felt 13)", "Pay on which AM-bidrag is due (field 13)"},
    Name{"monthly_wage", "Månedsløn før egne bidrag", "Monthly pay before own contributions"},
    Name{"hourly_wage", "Timeløn før egne bidrag", "Hourly pay before own contributions"},
    Name{"weekly_hours", "Fremmødetimer om ugen", "Hours present a week"},
    Name{"paid_hours", "Løntimer i måneden", "Paid hours in the month"},
    Name{"benefits_in_kind", "Personalegoder i felt 13", "Benefits in kind inside field 13"},
    Name{"own_pension", "Eget pensionsbidrag", "Own pension"},
    Name{"employer_pension", "Arbejdsgivers pensionsbidrag", "Employer's pension"},
    Name{"holiday_supplement", "Ferietillæg m.v. betalt med måneden", "Holiday supplement etc. paid with the month"},
    Name{"other_wage", "Løn fra andre job", "Wage from other jobs"},
    Name{"care_income", "Tabt arbejdsfortjeneste, plejevederlag", "Lost earnings, care pay"},
    Name{"daily_benefit", "Dagpenge m.v. i lønmåneden", "Daily benefits of the wage month"},
    Name{"unclaimed_benefit", "Ydelse, der trækkes fra som udbetalt", "Benefit deducted as if paid"},
    Name{"ledighedsydelse", "Ledighedsydelse betalt for feriedagene", "Ledighedsydelse paid for the holiday days"},
    Name{"ledighedsydelse_days", "Feriedage med ledighedsydelse", "Holiday days on ledighedsydelse"},
    Name{"ceiling", "Lønloft", "Ceiling"},
    Name{"ceiling_hourly", "Timeløn på fuld tid i stillingen", "Full-time hourly pay of the position"},
    Name{"ceiling_supplements", "Lønloftets tillæg", "Supplements of the ceiling"},
    Name{"ceiling_bonus", "Lønloftets faste bonus", "Fixed bonus of the ceiling"},
    Name{"ceiling_holiday_supplement", "Ferietillæg på fuld tid", "Holiday supplement of full time"}};

constexpr std::array amount_names{Name{"wage", "Løn i fleksjobbet", "Wage of the fleksjob"},
                                  Name{"other_wage", "Anden løn", "Other wage"},
                                  Name{"daily_benefit", "Dagpenge m.v.", "Daily benefits"},
                                  Name{"taper", "Fradrag for løn", "Taper for wage"},
                                  Name{"before_ceiling", "Tilskud før lønloft", "Subsidy before the ceiling"},
                                  Name{"normal_wage_ceiling", "Lønloft", "Ceiling"},
                                  Name{"ceiling_cut", "Nedsat på grund af lønloftet", "Cut because of the ceiling"},
                                  Name{"part_cut", "Nedsat for en del af måneden", "Reduced for part of the month"},
                                  Name{"holiday_cut", "Nedsat for feriedage", "Reduced for holiday days"},
                                  Name{"fleksloentilskud", "Fleksløntilskud", "Fleksløntilskud"},
                                  Name{"own_atp", "Eget ATP-bidrag", "Own ATP contribution"},
                                  Name{"payout", "Til udbetaling før skat", "Paid out, before tax"},
                                  Name{"public_atp", "Statens ATP-bidrag", "ATP paid by the state"},
                                  Name{"obligatory_pension", "Obligatorisk pension", "Obligatory pension"},
                                  Name{"total", "Løn og tilskud i alt", "Wage and subsidy together"}};

template <class Names>
std::string name_of(const Names& names, std::string_view id, Language language) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const Name& each) { return each.id == id; });
  return found == names.end() ? std::string(id) : language == Language::danish ? found->danish : found->english;
}

bool is_money(Fact fact) noexcept { return fact != Fact::paid_hours && fact != Fact::weekly_hours && fact != Fact::ledighedsydelse_days; }
std::string plain(Fact fact, std::int64_t count) {
  return is_money(fact) ? to_text(Money::oere(count)) : to_text(Exact::ratio(count, 10'000), 4);
}
std::string in_words(Fact fact, std::int64_t count, Language language) {
  if (is_money(fact)) return kroner(Money::oere(count), language);
  const Exact value = Exact::ratio(count, 10'000);
  return fact == Fact::ledighedsydelse_days ? days(value, language) : hours(value, language);
}

/// Facts that are named in the middle of a sentence.
std::string lower_case(std::string text, Language language) {
  if (language == Language::danish && text.starts_with("AM")) return text;
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::string sentence_of(const MonthBounds::Decider& d, Language language) {
  const Say say(language);
  const Fact fact = d.range.fact;
  const std::string name = lower_case(name_of(fact_names, to_text(fact), language), language);
  if (d.worth == Money{}) return say("  {}: ændrer ikke tilskuddet.\n", "  {}: does not change the subsidy.\n", name);
  std::string text = say("  {}: op til {}", "  {}: up to {}", name, kroner(d.worth, language));
  if (d.starts_at)
    text += say("; til og med {} ændrer den intet", "; up to and including {} it changes nothing", in_words(fact, *d.starts_at, language));
  if (d.stops_at)
    text += say("; fra {} ændrer den intet mere", "; from {} on it changes nothing more", in_words(fact, *d.stops_at, language));
  return sentence(std::move(text)) + "\n";
}

}  // namespace

std::string fact_name(Fact fact, Language language) { return name_of(fact_names, to_text(fact), language); }
std::string amount_name(std::string_view amount, Language language) { return name_of(amount_names, amount, language); }

std::string to_json(const MonthBounds& bounds, const Explained<MonthStatement>& highest, Language language) {
  Json json = Json::parse(to_json(highest, language));
  Json found = Json::object(), decides = Json::array();
  for (const MonthBounds::Amount& amount : bounds.amounts) {
    const bool is_hours = amount.name == "paid_hours";
    const auto text = [&](const Exact& x) { return is_hours ? to_text(x, 4) : to_kroner_text(x); };
    json[std::string(amount.name)] = nullptr;
    found[std::string(amount.name)] = {{"from", text(amount.from)}, {"to", text(amount.to)}};
  }
  for (const MonthBounds::Decider& d : bounds.decides) {
    const auto optional = [&](std::optional<std::int64_t> count) { return count ? Json(plain(d.range.fact, *count)) : Json(); };
    decides.push_back({{"fact", to_text(d.range.fact)},
                       {"worth", to_text(d.worth)},
                       {"from", plain(d.range.fact, d.range.from)},
                       {"to", plain(d.range.fact, d.range.to)},
                       {"starts_at", optional(d.starts_at)},
                       {"stops_at", optional(d.stops_at)}});
  }
  if (bounds.lowest.has_right != bounds.highest.has_right) json["has_right"] = nullptr;
  json["ceiling_rise"] = json["reason"] = nullptr;
  json["steps"] = Json::array();
  json["bounds"] = std::move(found);
  json["decides"] = std::move(decides);
  return written(json);
}

std::string breakdown(const MonthBounds& bounds, const Explained<MonthStatement>& highest, Language language) {
  const Say say(language);
  const MonthStatement& s = bounds.highest;
  std::string text =
      say("Fleksløntilskud for {}, hvor ikke alt er kendt\n\nIkke kendt\n",
          "Fleksløntilskud (flex-wage subsidy) for {}, of which not all is known\n\nNot known\n", in_words(s.month, language));
  for (const MonthBounds::Decider& d : bounds.decides)
    text += say("  {}: fra {} til {}\n", "  {}: from {} to {}\n", name_of(fact_names, to_text(d.range.fact), language),
                in_words(d.range.fact, d.range.from, language), in_words(d.range.fact, d.range.to, language));
  text +=
      "\n" + left(say.text("Beløb", "Amount"), 36) + right(say.text("mindst", "least"), 16) + right(say.text("højst", "most"), 18) + "\n";
  const Json fixed = Json::parse(to_json(highest, language));
  for (const Name& name : amount_names) {
    const std::string label = "  " + left(name_of(amount_names, name.id, language), 34);
    if (const MonthBounds::Amount* amount_found = bounds.find(name.id))
      text += label + right(amount(amount_found->from, language), 16) + right(amount(amount_found->to, language), 18) + "\n";
    else if (const Json& value = fixed[std::string(name.id)]; value.is_string() && value != "0.00")
      text += label + right(localized(value.get<std::string>(), language), 16) + right(say.text("det samme", "the same"), 18) + "\n";
  }
  text += say.text("\nDet afgør\n", "\nWhat decides\n");
  for (const MonthBounds::Decider& d : bounds.decides) text += sentence_of(d, language);
  text += say.text("\nEt tilskud kan ikke udbetales efter grænser: oplys det, der mangler.\n",
                   "\nA subsidy cannot be paid by bounds: give what is missing.\n");
  return text;
}

}  // namespace fleks
