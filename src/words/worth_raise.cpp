#include <tuple>

#include <fleks/words/amounts.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/steps_json.hpp"

namespace fleks {

Result<std::string> raise_in_words(const WorthOfHours& worth, Hours hours_a_week, Money raise, Language language, bool as_json) {
  const NetPicture& picture = worth.picture;
  const Citizen& c = picture.citizen();
  Work work{hours_a_week, c.intensity, c.hourly_wage, false};
  auto before = picture.at(work);
  work.hourly_wage += raise;
  auto following = picture.at(work);
  work.ceiling_stays = true;
  auto staying = picture.at(work);
  for (const auto* row : {&before, &following, &staying})
    if (!*row) return row->error();

  const Say say(language);
  // A share to the nearest hundredth of a percentage point.
  const auto in_hundredths = [](const Exact& x) {
    return (x * Exact::whole(10'000)).whole_part_exact(Rounding::half_up) / Exact::whole(10'000);
  };
  const auto kr = [&](Money m) { return kroner(m, language); };
  Json json = as_json ? result_json(worth.rates) : Json();
  std::string text = say("En lønstigning på {} i timen ved {} om ugen, {}\nfra {} til {} i timen; beløbene er kr. om måneden\n\n",
                         "A raise of {} an hour at {} a week, {}\nfrom {} to {} an hour; the amounts are DKK a month\n\n", kr(raise),
                         hours(Exact::of(hours_a_week), language), c.year, kr(c.hourly_wage), kr(work.hourly_wage));
  const auto tell = [&](const char* key, const std::string& heading, const NetRow& after) {
    const Extra e = picture.extra(*before, after, worth.hardly_below);
    const Exact pay = after.exact_pay - before->exact_pay, both = pay + Exact::of(after.fleksloentilskud - before->fleksloentilskud);
    const bool has_share = pay.is_positive();
    const Exact share = has_share ? both / pay : Exact{};
    const auto nearest = [](const Exact& oere) { return Money::oere(oere.rounded(Rounding::half_up).value_or(0)); };
    const Money wage_and_subsidy = nearest(both);
    auto& j = json[key];
    j["gross_pay"] = to_text(nearest(pay));
    j["gross_pay_and_subsidy"] = to_text(wage_and_subsidy);
    j["share_of_raise_pct"] = has_share ? Json(to_text(in_hundredths(share) * Exact::whole(100), 2)) : Json(nullptr);
    j["in_hand"] = to_text(e.in_hand);
    j["pension_saved"] = to_text(e.pension_saved);
    const auto of_raise = [&](Money m) { return in_hundredths(Exact::of(m) / pay); };
    j["in_hand_pct"] = has_share ? Json(to_text(of_raise(e.in_hand) * Exact::whole(100), 2)) : Json(nullptr);
    auto& taken_pct = j["taken_pct"] = Json::object();
    std::string rest;
    if (has_share)
      for (const auto& [key_of_part, danish, english, taken] :
           {std::tuple{"taper", "fradraget for løn", "the taper", e.taken_by_taper},
            {"ceiling", "lønloftet", "the ceiling", e.taken_by_ceiling},
            {"am_contribution", "AM-bidrag", "AM-bidrag", e.taken_by_am_contribution},
            {"tax", "skat", "tax", e.taken_by_tax},
            {"housing_benefit", "mindre boligsikring", "less housing benefit", e.taken_by_housing_benefit},
            {"daycare", "dyrere dagtilbud", "dearer daycare", e.taken_by_daycare},
            {"child_benefit", "mindre børneydelse", "less child benefit", e.taken_by_child_benefit}}) {
        if (taken == Money{}) continue;
        taken_pct[key_of_part] = to_text(of_raise(taken) * Exact::whole(100), 2);
        rest += (rest.empty() ? "" : ", ") + std::string(say.text(danish, english)) + " " + percent(of_raise(taken), language);
      }
    text += say(
        "{}\n  løn før skat            {:>14}\n  løn og tilskud          {:>14}{}\n  i hånden                {:>14}\n  sparet op til "
        "pension   {:>14}\n",
        "{}\n  pay before tax          {:>14}\n  pay and subsidy         {:>14}{}\n  in hand                 {:>14}\n  saved for pension   "
        "    {:>14}\n",
        heading, amount(nearest(pay), language), amount(wage_and_subsidy, language),
        has_share ? say("  ({} af stigningen)", "  ({} of the raise)", percent(in_hundredths(share), language)) : std::string(),
        amount(e.in_hand, language), amount(e.pension_saved, language));
    if (has_share)
      text += "  " +
              wrapped(sentence(say("Af stigningen: {} i hånden; resten tager {}", "Of the raise: {} in hand; the rest is taken by {}",
                                   percent(of_raise(e.in_hand), language), rest.empty() ? say.text("ingen", "nobody") : rest)),
                      2, 80) +
              "\n";
    text += "\n";
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
