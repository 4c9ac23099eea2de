#include <fleks/words/bounds.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include <fleks/words/amounts.hpp>
#include <fleks/words/benefits.hpp>
#include <fleks/words/json.hpp>

#include "words/bounds_words.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/steps_json.hpp"

namespace fleks {
namespace {

struct Name {
  std::string_view id;
  const char* danish;
  const char* english;
  [[nodiscard]] const char* in(Language language) const noexcept { return language == Language::danish ? danish : english; }
};

constexpr std::array fact_names{
    Name{"am_income", "AM-bidragspligtig indkomst (felt 13)", "Pay on which AM-bidrag is due (field 13)"},
    Name{"monthly_wage", "Månedsløn før egne bidrag", "Monthly pay before own contributions"},
    Name{"hourly_wage", "Timeløn før egne bidrag", "Hourly pay before own contributions"},
    Name{"intensity", "Arbejdsintensitet", "Work intensity"},
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
    Name{"rent", "Husleje om måneden", "Rent a month"},
    Name{"other_income", "Anden skattepligtig indkomst om måneden", "Other taxed income a month"},
    Name{"daycare_fee", "Fuld takst for en plads om måneden", "Full fee of a place a month"},
    Name{"wealth", "Formue", "Wealth"},
    Name{"union_fee", "Fagligt kontingent om året", "Union fee a year"},
    Name{"transport_km", "Befordring frem og tilbage om dagen", "Transport there and back a day"},
    Name{"transport_days", "Arbejdsdage med befordring om året", "Days of work with transport a year"},
    Name{"birth_year", "Fødselsår", "Year of birth"},
    Name{"area", "Boligens areal", "Area of the home"},
    Name{"children", "Børn hjemme", "Children at home"},
    Name{"daycare_places", "Pladser i dagtilbud", "Places in daycare"},
    Name{"municipal_tax", "Kommuneskat", "Municipal tax"},
    Name{"church_tax", "Kirkeskat", "Church tax"},
    Name{"ceiling_pension", "Arbejdsgivers pension i lønloftet", "Employer's pension of the ceiling"},
    Name{"ceiling_hourly", "Timeløn på fuld tid i stillingen", "Full-time hourly pay of the position"},
    Name{"ceiling_supplements", "Lønloftets tillæg", "Supplements of the ceiling"},
    Name{"ceiling_bonus", "Lønloftets faste bonus", "Fixed bonus of the ceiling"},
    Name{"ceiling_holiday_supplement", "Ferietillæg på fuld tid", "Holiday supplement of full time"}};

constexpr std::array benefit_fact_names{
    Name{"replacing_income", "Indtægt i stedet for løn", "Income in place of wage"},
    Name{"paid_out_holiday_allowance", "Feriegodtgørelse udbetalt uden ferie", "Holiday allowance paid out without holiday"},
    Name{"self_employed_hours", "Timer med eget eller ulønnet arbejde", "Hours of self-employment or unpaid work"},
    Name{"entitled_weekdays", "Dage med ret (mandag til fredag)", "Weekdays with a right"},
    Name{"sanction_days", "Dage med sanktion", "Days of a sanction"},
    Name{"untaken_holiday_days", "Optjente feriedage, der ikke er holdt", "Earned holiday days that were not taken"},
    Name{"holiday_days", "Feriedage med feriepenge", "Paid holiday days"},
    Name{"holiday_pay_per_day", "Feriepenge om dagen", "Holiday pay a day"}};

constexpr std::array benefit_amount_names{Name{"payable_weekdays", "Dage, der betales for", "Days that are paid for"},
                                          Name{"part_base", "Sats for de dage", "Rate of those days"},
                                          Name{"income", "Indtægt, der trækkes fra", "Income that is offset"},
                                          Name{"offset", "Fradrag for indtægt", "Offset for income"},
                                          Name{"holiday_reduction", "Nedsat for feriedage", "Reduced for holiday days"},
                                          Name{"missed_cut", "Taget for udeblivelse m.v.", "Taken for absence etc."},
                                          Name{"holiday_top_up", "Supplement til feriepenge", "Top-up of holiday pay"},
                                          Name{"ledighedsydelse", "Ledighedsydelse", "Ledighedsydelse"},
                                          Name{"own_atp", "Eget ATP-bidrag", "Own ATP contribution"},
                                          Name{"payout", "Til udbetaling før skat", "Paid out, before tax"},
                                          Name{"public_atp", "Statens ATP-bidrag", "ATP paid by the state"},
                                          Name{"obligatory_pension", "Obligatorisk pension", "Obligatory pension"}};

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

/// What a fact is counted in.
enum class Unit : std::uint8_t { money, hours, days, per_cent, kilometres, square_metres, whole_days, number, year };
Unit unit_of(const FactRange& range) noexcept {
  if (range.is_share) return Unit::per_cent;
  switch (range.fact) {
    case Fact::paid_hours:
    case Fact::weekly_hours:
    case Fact::self_employed_hours: return Unit::hours;
    case Fact::ledighedsydelse_days:
    case Fact::entitled_weekdays:
    case Fact::sanction_days:
    case Fact::untaken_holiday_days:
    case Fact::holiday_days: return Unit::days;
    case Fact::municipal_tax:
    case Fact::church_tax:
    case Fact::ceiling_pension:
    case Fact::intensity: return Unit::per_cent;
    case Fact::transport_km: return Unit::kilometres;
    case Fact::area: return Unit::square_metres;
    case Fact::transport_days: return Unit::whole_days;
    case Fact::children:
    case Fact::daycare_places: return Unit::number;
    case Fact::birth_year: return Unit::year;
    default: return Unit::money;
  }
}
/// How a result's bounds are told: its amounts in the order of the table, and what it is called.
struct Manner {
  std::span<const Name> amounts;
  Name result, the_result, a_result;
};
const Manner of_subsidy{amount_names,
                        {"", "Fleksløntilskud", "Fleksløntilskud (flex-wage subsidy)"},
                        {"", "tilskuddet", "the subsidy"},
                        {"", "Et tilskud", "A subsidy"}};
const Manner of_benefit{
    benefit_amount_names, {"", "Ledighedsydelse", "Ledighedsydelse"}, {"", "ydelsen", "the benefit"}, {"", "En ydelse", "A benefit"}};

/// An amount that is counted in hours, days or per cent, with up to four decimals.
bool is_count(std::string_view amount) noexcept { return amount == "paid_hours" || amount == "payable_weekdays" || amount == "intensity"; }

/// The result with null for what is not fixed; and the bounds and what decides.
template <class Statement>
Json json_of(const BoundsOf<Statement>& bounds, const std::string& highest) {
  Json json = Json::parse(highest);
  for (const AmountBounds& amount : bounds.amounts) json[std::string(amount.name)] = nullptr;
  json["steps"] = Json::array();
  json["bounds"] = bounds_json(bounds.amounts);
  json["decides"] = decides_json(bounds.decides);
  if (bounds.left_out.empty()) return json;
  json["left_out"] = Json::array();
  for (const std::string_view name : bounds.left_out) {
    json[std::string(name)] = nullptr;
    json["left_out"].push_back(name);
  }
  return json;
}

}  // namespace

std::string count_text(const FactRange& range, std::int64_t count) {
  switch (unit_of(range)) {
    case Unit::money: return to_text(Money::oere(count));
    case Unit::per_cent: return to_text(Exact::ratio(count, 100), 4);
    case Unit::whole_days:
    case Unit::number:
    case Unit::year: return std::to_string(count);
    default: return to_text(Exact::ratio(count, 10'000), 4);
  }
}
std::string count_in_words(const FactRange& range, std::int64_t count, Language language) {
  const Exact value = Exact::ratio(count, 10'000);
  switch (unit_of(range)) {
    case Unit::money: return kroner(Money::oere(count), language);
    case Unit::per_cent: return percent(Percent::of_ten_thousandths(count * intensity_step), language);
    case Unit::hours: return hours(value, language);
    case Unit::days: return days(value, language);
    case Unit::kilometres: return number(value, language) + " km";
    case Unit::square_metres: return number(value, language) + " m²";
    case Unit::whole_days: return days(Exact::whole(count), language);
    default: return std::to_string(count);
  }
}

std::string within_sentence(std::string text, Language language) {
  if (language == Language::danish && text.starts_with("AM")) return text;
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::string what_decides(const DecidingFact& d, const std::string& name, const char* the_result, Language language) {
  const Say say(language);
  const FactRange& fact = d.range;
  if (d.worth == Money{}) return say("  {}: ændrer ikke {}.\n", "  {}: does not change {}.\n", name, the_result);
  std::string text = say("  {}: op til {}", "  {}: up to {}", name, kroner(d.worth, language));
  if (d.starts_at)
    text +=
        say("; uden betydning til og med {}", "; up to and including {} it changes nothing", count_in_words(fact, *d.starts_at, language));
  if (d.stops_at)
    text += say("; uden betydning fra {}", "; from {} on it changes nothing more", count_in_words(fact, *d.stops_at, language));
  return sentence(std::move(text)) + "\n";
}

const char* heading_of_not_known(Language language) noexcept { return language == Language::danish ? "\nIkke kendt\n" : "\nNot known\n"; }
const char* heading_of_decides(Language language) noexcept { return language == Language::danish ? "\nDet afgør\n" : "\nWhat decides\n"; }

std::string bounds_heading(std::string title, Language language) {
  const Say say(language);
  return "\n" + left(std::move(title), 36) + right(say.text("mindst", "least"), 16) + right(say.text("højst", "most"), 18) + "\n";
}
std::string bounds_line(std::string_view name, const Exact& from, const Exact& to, Language language) {
  const auto shown = [&](const Exact& x) { return is_count(name) ? number(x, language) : amount(x, language); };
  return "  " + left(amount_name(name, language), 34) + right(shown(from), 16) +
         right(from == to ? Say(language).text("det samme", "the same") : shown(to), 18) + "\n";
}

Json bounds_json(std::span<const AmountBounds> amounts) {
  Json json = Json::object();
  for (const AmountBounds& amount : amounts) {
    const auto text = [&](const Exact& x) { return is_count(amount.name) ? to_text(x, 4) : to_kroner_text(x); };
    json[std::string(amount.name)] = {{"from", text(amount.from)}, {"to", text(amount.to)}};
  }
  return json;
}

Json decides_json(std::span<const DecidingFact> decides) {
  Json json = Json::array();
  for (const DecidingFact& d : decides) {
    const auto optional = [&](std::optional<std::int64_t> count) { return count ? Json(count_text(d.range, *count)) : Json(); };
    json.push_back({{"fact", to_text(d.range.fact)},
                    {"worth", to_text(d.worth)},
                    {"from", count_text(d.range, d.range.from)},
                    {"to", count_text(d.range, d.range.to)},
                    {"starts_at", optional(d.starts_at)},
                    {"stops_at", optional(d.stops_at)}});
  }
  return json;
}

std::string not_known(std::span<const DecidingFact> facts, Language language) {
  const Say say(language);
  std::string text = heading_of_not_known(language);
  for (const DecidingFact& d : facts)
    text += say("  {}: fra {} til {}\n", "  {}: from {} to {}\n", fact_name(d.range.fact, language),
                count_in_words(d.range, d.range.from, language), count_in_words(d.range, d.range.to, language));
  return text;
}

std::string what_decides(std::span<const DecidingFact> facts, const char* the_result, Language language) {
  std::string text = heading_of_decides(language);
  for (const DecidingFact& d : facts) {
    const std::string line = what_decides(d, within_sentence(fact_name(d.range.fact, language), language), the_result, language);
    text += "  " + wrapped(line.substr(2, line.size() - 3), 4, text_columns) + "\n";
  }
  return text;
}

namespace {

template <class Statement>
std::string told(const BoundsOf<Statement>& bounds, const std::string& highest, const Manner& manner, Language language) {
  const Say say(language);
  std::string text = say("{} for {}, hvor ikke alt er kendt\n", "{} for {}, of which not all is known\n", manner.result.in(language),
                         fleks::in_words(bounds.highest.month, language));
  text += not_known(bounds.decides, language);
  text += bounds_heading(say.text("Beløb", "Amount"), language);
  const Json fixed = Json::parse(highest);
  for (const Name& name : manner.amounts) {
    if (const AmountBounds* found = bounds.find(name.id))
      text += bounds_line(name.id, found->from, found->to, language);
    else if (const Json* value = std::ranges::find(bounds.left_out, name.id) == bounds.left_out.end() ? fixed.find(name.id) : nullptr;
             value != nullptr && value->text() != nullptr && *value->text() != "0.00")
      text += "  " + left(amount_name(name.id, language), 34) + right(localized(*value->text(), language), 16) +
              right(say.text("det samme", "the same"), 18) + "\n";
  }
  for (const std::string_view name : bounds.left_out)
    text += "  " + left(amount_name(name, language), 34) + right(say.text("ikke fundet", "not found"), 16) + "\n";
  text += what_decides(bounds.decides, manner.the_result.in(language), language);
  return text + say("\n{} kan ikke udbetales efter grænser: oplys det, der mangler.\n",
                    "\n{} cannot be paid by bounds: give what is missing.\n", manner.a_result.in(language));
}

}  // namespace

std::string fact_name(Fact fact, Language language) {
  const std::string_view id = to_text(fact);
  const std::string name = name_of(fact_names, id, language);
  return name == id ? name_of(benefit_fact_names, id, language) : name;
}
std::string amount_name(std::string_view amount, Language language) {
  const std::string name = name_of(amount_names, amount, language);
  return name == amount ? name_of(benefit_amount_names, amount, language) : name;
}

std::string to_json(const MonthBounds& bounds, const Explained<MonthStatement>& highest, Language language) {
  Json json = json_of(bounds, to_json(highest, language));
  if (bounds.lowest.has_right != bounds.highest.has_right) json["has_right"] = nullptr;
  json["ceiling_rise"] = json["reason"] = nullptr;
  return written(json);
}
std::string to_json(const LedighedsydelseBounds& bounds, const Explained<LedighedsydelseStatement>& highest, Language language) {
  return written(json_of(bounds, to_json(highest, language)));
}

std::string right_if(const RightIf& found, Language language) {
  const Say say(language);
  const std::string month = fleks::in_words(found.month, language), paid = kroner(found.paid, language),
                    name = say("»{}«", "\"{}\"", fact_name(found.range.fact, language));
  const auto line = [](const std::string& text) { return wrapped(text, 0, text_columns) + "\n"; };
  if (found.where.empty())
    return line(sentence(say("Fleksløntilskuddet for {} er ikke rigtigt, uanset {}: udbetalt er {}",
                             "The fleksløntilskud for {} is not right, whatever {} is: paid is {}", month, name, paid)));
  std::string text;
  for (const FactRange& r : found.where) {
    const std::string from = count_in_words(r, r.from, language), to = count_in_words(r, r.to, language);
    if (!text.empty()) text += say.text(", eller ", ", or ");
    text += r.from == found.range.from && r.to == found.range.to ? say("uanset {}", "whatever {} is", name)
            : r.from == r.to                                     ? say("hvis {} er {}", "if {} is {}", name, from)
            : r.to == found.range.to                             ? say("hvis {} er mindst {}", "if {} is at least {}", name, from)
            : r.from == found.range.from                         ? say("hvis {} er højst {}", "if {} is at most {}", name, to)
                                         : say("hvis {} er fra {} til {}", "if {} is from {} to {}", name, from, to);
  }
  return line(sentence(found.after_atp ? say("Fleksløntilskuddet for {} er rigtigt, {}: udbetalt er {} efter eget ATP-bidrag",
                                             "The fleksløntilskud for {} is right {}: paid is {} after own ATP", month, text, paid)
                                       : say("Fleksløntilskuddet for {} er rigtigt, {}: udbetalt er {}",
                                             "The fleksløntilskud for {} is right {}: paid is {}", month, text, paid)));
}

std::string to_json(const RightIf& found, const RateTable& rates) {
  Json json = result_json(rates);
  json["month"] = to_text(found.month);
  json["paid"] = to_text(found.paid);
  const bool all = found.where.size() == 1 && found.where.front() == found.range;
  json["right"] = all ? Json(true) : found.where.empty() ? Json(false) : Json();
  json["paid_out"] = found.after_atp;
  Json where = Json::array();
  for (const FactRange& r : found.where)
    where.push_back({{"fact", to_text(r.fact)}, {"from", count_text(r, r.from)}, {"to", count_text(r, r.to)}});
  json["right_if"] = std::move(where);
  return written(json);
}

std::string breakdown(const MonthBounds& bounds, const Explained<MonthStatement>& highest, Language language) {
  return told(bounds, to_json(highest, language), of_subsidy, language);
}
std::string breakdown(const LedighedsydelseBounds& bounds, const Explained<LedighedsydelseStatement>& highest, Language language) {
  return told(bounds, to_json(highest, language), of_benefit, language);
}

}  // namespace fleks
