#include <optional>
#include <tuple>
#include <vector>

#include <fleks/words/amounts.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/steps_json.hpp"

namespace fleks {
namespace {

Money nearest(const Exact& oere) { return Money::oere(oere.rounded(Rounding::half_up).value_or(0)); }

/// A share to the nearest hundredth of a percentage point.
Exact in_hundredths(const Exact& share) {
  return (share * Exact::whole(10'000)).whole_part_exact(Rounding::half_up) / Exact::whole(10'000);
}

/// What one raise gives, and who takes the rest of it.
struct RaiseGives {
  struct Taken {
    const char *key, *danish, *english;
    Exact share;
  };
  Exact pay;  ///< more of it before tax, exact øre a month
  Money wage_and_subsidy, in_hand, pension_saved;
  std::optional<Exact> both_share{}, in_hand_share{};  ///< of the raise, where it is one
  std::vector<Taken> taken{};                          ///< what is not zero
};

RaiseGives given_by(const Extra& e, const NetRow& before, const NetRow& after) {
  const Exact pay = after.exact_pay - before.exact_pay, both = pay + Exact::of(after.fleksloentilskud - before.fleksloentilskud);
  RaiseGives given{.pay = pay, .wage_and_subsidy = nearest(both), .in_hand = e.in_hand, .pension_saved = e.pension_saved};
  if (!pay.is_positive()) return given;
  const auto of_raise = [&](Money m) { return in_hundredths(Exact::of(m) / pay); };
  given.both_share = in_hundredths(both / pay);
  given.in_hand_share = of_raise(e.in_hand);
  for (const auto& [key, danish, english, taken] :
       {std::tuple{"taper", "fradraget for løn", "the taper", e.taken_by_taper},
        {"ceiling", "lønloftet", "the ceiling", e.taken_by_ceiling},
        {"am_contribution", "AM-bidrag", "AM-bidrag", e.taken_by_am_contribution},
        {"tax", "skat", "tax", e.taken_by_tax},
        {"housing_benefit", "mindre boligsikring", "less housing benefit", e.taken_by_housing_benefit},
        {"daycare", "dyrere dagtilbud", "dearer daycare", e.taken_by_daycare},
        {"child_benefit", "mindre børneydelse", "less child benefit", e.taken_by_child_benefit}})
    if (taken != Money{}) given.taken.push_back({key, danish, english, of_raise(taken)});
  return given;
}

Json in_percent(const std::optional<Exact>& share) { return share ? Json(to_text(*share * Exact::whole(100), 2)) : Json(nullptr); }

Json to_json(const RaiseGives& given) {
  Json j = Json::object();
  j["gross_pay"] = to_text(nearest(given.pay));
  j["gross_pay_and_subsidy"] = to_text(given.wage_and_subsidy);
  j["share_of_raise_pct"] = in_percent(given.both_share);
  j["in_hand"] = to_text(given.in_hand);
  j["pension_saved"] = to_text(given.pension_saved);
  j["in_hand_pct"] = in_percent(given.in_hand_share);
  auto& taken = j["taken_pct"] = Json::object();
  for (const auto& each : given.taken) taken[each.key] = in_percent(each.share);
  return j;
}

std::string in_words(const RaiseGives& given, const std::string& heading, const Say& say) {
  const Language language = say.language();
  std::string text = say(
      "{}\n  løn før skat            {:>14}\n  løn og tilskud          {:>14}{}\n  i hånden                {:>14}\n  sparet op til "
      "pension   {:>14}\n",
      "{}\n  pay before tax          {:>14}\n  pay and subsidy         {:>14}{}\n  in hand                 {:>14}\n  saved for pension   "
      "    {:>14}\n",
      heading, amount(nearest(given.pay), language), amount(given.wage_and_subsidy, language),
      given.both_share ? say("  ({} af stigningen)", "  ({} of the raise)", percent(*given.both_share, language)) : std::string(),
      amount(given.in_hand, language), amount(given.pension_saved, language));
  if (given.in_hand_share) {
    std::string rest;
    for (const auto& each : given.taken)
      rest += (rest.empty() ? "" : ", ") + std::string(say.text(each.danish, each.english)) + " " + percent(each.share, language);
    text += "  " +
            wrapped(sentence(say("Af stigningen: {} i hånden; resten tager {}", "Of the raise: {} in hand; the rest is taken by {}",
                                 percent(*given.in_hand_share, language), rest.empty() ? say.text("ingen", "nobody") : rest)),
                    2, 80) +
            "\n";
  }
  return text + "\n";
}

}  // namespace

Result<std::string> raise_in_words(const WorthOfHours& worth, Hours hours_a_week, Money raise, Language language, bool as_json) {
  const NetPicture& picture = worth.picture;
  const Citizen& c = picture.citizen();
  Work work{hours_a_week, c.intensity, c.hourly_wage, false};
  const auto before = picture.at(work);
  work.hourly_wage += raise;
  const auto following = picture.at(work);
  work.ceiling_stays = true;
  const auto staying = picture.at(work);
  for (const auto* row : {&before, &following, &staying})
    if (!*row) return row->error();

  const Say say(language);
  const auto kr = [&](Money m) { return kroner(m, language); };
  Json json = as_json ? result_json(worth.rates) : Json::object();
  std::string text = say("En lønstigning på {} i timen ved {} om ugen, {}\nfra {} til {} i timen; beløbene er kr. om måneden\n\n",
                         "A raise of {} an hour at {} a week, {}\nfrom {} to {} an hour; the amounts are DKK a month\n\n", kr(raise),
                         hours(Exact::of(hours_a_week), language), c.year, kr(c.hourly_wage), kr(work.hourly_wage));
  const auto tell = [&](const char* key, const std::string& heading, const NetRow& after) {
    const RaiseGives given = given_by(picture.extra(*before, after, worth.hardly_below), *before, after);
    json[key] = to_json(given);
    text += in_words(given, heading, say);
  };
  if (picture.ceiling_follows_wage()) {
    tell("ceiling_follows",
         say.text("Lønloftet følger stigningen (kolleger på fuld tid får den også):",
                  "The ceiling follows the raise (full-time colleagues get it too):"),
         *following);
    tell("ceiling_stays", say.text("Lønloftet bliver, hvor det er:", "The ceiling stays where it is:"), *staying);
  } else {
    tell("ceiling_stays",
         say("Lønloftet er oplyst til {} og bliver der:", "The ceiling is stated as {} and stays there:",
             kroner(picture.ceiling(c.hourly_wage), language)),
         *staying);
  }
  return as_json ? written(json) : text;
}

}  // namespace fleks
