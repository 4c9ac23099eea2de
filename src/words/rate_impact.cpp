#include <fleks/words/rate_impact.hpp>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/padding.hpp>

#include "words/say.hpp"
#include "words/steps_json.hpp"

namespace fleks {
namespace {

std::string paid(const std::optional<MonthUnder>& under, const Say& say) {
  if (!under) return say.text("ingen sats", "no rate");
  if (under->status == MonthStatus::unknown) return say.text("ukendt", "unknown");
  return amount(under->payout, say.language());
}

Json json_of(const std::optional<MonthUnder>& under) {
  if (!under) return nullptr;
  return {{"status", to_text(under->status)},
          {"fleksloentilskud", to_text(under->fleksloentilskud)},
          {"ledighedsydelse", to_text(under->ledighedsydelse)},
          {"payout", to_text(under->payout)}};
}

}  // namespace

void ImpactCount::add(const CaseImpact& impact) noexcept {
  if (!impact.problem.empty()) {
    ++not_computed;
    return;
  }
  ++cases;
  changed += impact.months.empty() ? 0 : 1;
  months += static_cast<std::int64_t>(impact.months.size());
  for (const MonthImpact& month : impact.months) difference = difference + month.difference().value_or(Money{});
}

std::string breakdown(std::span<const CaseImpact> cases, const ImpactCount& count, Language l) {
  const Say say(l);
  std::string out;
  for (const CaseImpact& impact : cases) {
    if (!impact.problem.empty()) {
      out += impact.problem + "\n";
      continue;
    }
    out += shown(impact.name) + "\n";
    for (const MonthImpact& m : impact.months) {
      const auto difference = m.difference();
      out += "  " + padded(in_words(m.month, l), 16) + padded_left(paid(m.before, say), 14) + " -> " + padded_left(paid(m.after, say), 14) +
             padded_left(difference ? (*difference > Money{} ? "+" : "") + amount(*difference, l) : "", 14) + "\n";
    }
  }
  if (!out.empty()) out += "\n";
  out += say("{} sager beregnet med begge satstabeller: {} ændres, {} måneder, udbetalingen i alt {} kr.\n",
             "{} cases computed with both tables of rates: {} change, {} months, payout in all DKK {}\n", count.cases, count.changed,
             count.months, (count.difference > Money{} ? "+" : "") + amount(count.difference, l));
  if (count.not_computed != 0) out += say("{} sager kunne ikke beregnes\n", "{} cases could not be computed\n", count.not_computed);
  return out;
}

std::string to_json(std::span<const CaseImpact> cases, const ImpactCount& count, const RateTable& before, const RateTable& after) {
  Json j = result_json(after);
  j["against"] = before.version();
  Json& list = j["cases"] = Json::array();
  for (const CaseImpact& impact : cases) {
    Json months = Json::array();
    for (const MonthImpact& m : impact.months) {
      const auto difference = m.difference();
      months.push_back({{"month", to_text(m.month)},
                        {"before", json_of(m.before)},
                        {"after", json_of(m.after)},
                        {"difference", difference ? Json(to_text(*difference)) : Json(nullptr)}});
    }
    Json each{{"case", impact.name}, {"months", std::move(months)}};
    if (!impact.problem.empty()) each["problem"] = impact.problem;
    list.push_back(std::move(each));
  }
  j["summary"] = {{"cases", count.cases},
                  {"changed", count.changed},
                  {"months", count.months},
                  {"difference", to_text(count.difference)},
                  {"not_computed", count.not_computed}};
  return written(j);
}

}  // namespace fleks
