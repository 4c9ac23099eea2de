#include <fleks/words/amounts.hpp>
#include <fleks/words/worth_in_words.hpp>

#include <algorithm>

#include "words/bounds_words.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"

namespace fleks {
namespace {

const AmountBounds* found(const NetRowBounds& row, std::string_view name) noexcept {
  const auto amount = std::find_if(row.amounts.begin(), row.amounts.end(), [&](const AmountBounds& each) { return each.name == name; });
  return amount == row.amounts.end() ? nullptr : &*amount;
}

/// The least and the most of an amount; twice the same where it is fixed.
std::string both(const NetRowBounds& row, std::string_view name, Money fixed, Language language) {
  const AmountBounds* bounds = found(row, name);
  const Exact from = bounds != nullptr ? bounds->from : Exact::of(fixed), to = bounds != nullptr ? bounds->to : from;
  return right(amount(from, language), 18) + right(amount(to, language), 12);
}

}  // namespace

std::string to_json(const WorthOfHours& worth, const HoursBounds& bounds, Language language) {
  Json json = Json::parse(to_json(worth, language));
  for (const AmountBounds& amount : bounds.amounts) json[std::string(amount.name)] = nullptr;
  for (std::size_t i = 0; i < bounds.rows.size(); ++i) {
    Json& row = json["rows"][i];
    for (const AmountBounds& amount : bounds.rows[i].amounts) row[std::string(amount.name)] = nullptr;
    if (i > 0 && !(bounds.rows[i].amounts.empty() && bounds.rows[i - 1].amounts.empty())) row["extra"] = nullptr;
    row["bounds"] = bounds_json(bounds.rows[i].amounts);
  }
  json["kinks"] = json["summary"] = nullptr;
  json["bounds"] = bounds_json(bounds.amounts);
  json["decides"] = decides_json(bounds.decides);
  return written(json);
}

std::string table(const WorthOfHours& worth, const HoursBounds& bounds, Language language) {
  const Say say(language);
  std::string text = say("I hånden efter timer, {}, hvor ikke alt er kendt\n", "In hand by hours, {}, of which not all is known\n",
                         worth.picture.citizen().year);
  text += not_known(bounds.decides, language);
  text += "\n" + right(say.text("timer", "hours"), 7) + right(say.text("i hånden mindst", "in hand, least"), 18) +
          right(say.text("højst", "most"), 12) + right(say.text("tilskud mindst", "subsidy, least"), 18) +
          right(say.text("højst", "most"), 12) + "\n";
  for (const NetRowBounds& row : bounds.rows) {
    text += right(number(Exact::of(row.highest.hours), language), 7) + both(row, "in_hand", row.highest.in_hand, language) +
            both(row, "fleksloentilskud", row.highest.fleksloentilskud, language) + "\n";
  }
  text += what_decides(bounds.decides, say.text("det, der er i hånden", "what is in hand"), language);
  return text + say.text("\nBeløb er om måneden. Hvad en time mere giver, kan ikke siges, før alt er kendt.\n",
                         "\nAmounts are a month. What one more hour gives cannot be said before all is known.\n");
}

}  // namespace fleks
