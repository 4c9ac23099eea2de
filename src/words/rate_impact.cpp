#include <fleks/words/rate_impact.hpp>

#include <algorithm>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/padding.hpp>

#include "text/csv.hpp"
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

std::string cells(const MonthImpact& m) {
  const auto both = [&m](const auto& of) { return ',' + (m.before ? of(*m.before) : "") + ',' + (m.after ? of(*m.after) : ""); };
  const auto amounts = [&both](Money MonthUnder::*what) {
    return both([what](const MonthUnder& u) { return u.status == MonthStatus::unknown ? std::string{} : to_text(u.*what); });
  };
  const auto difference = m.difference();
  return both([](const MonthUnder& u) { return std::string(to_text(u.status)); }) + amounts(&MonthUnder::fleksloentilskud) +
         amounts(&MonthUnder::ledighedsydelse) + amounts(&MonthUnder::payout) + ',' + (difference ? to_text(*difference) : "");
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
      out += "  " + padded(in_words(m.month, l), 16) + padded(say("afgjort {}", "decided {}", in_words(m.decided, l)), 28) +
             padded_left(paid(m.before, say), 14) + " -> " + padded_left(paid(m.after, say), 14) +
             padded_left(difference ? (*difference > Money{} ? "+" : "") + amount(*difference, l) : "", 14) + "\n";
    }
  }
  if (!out.empty()) out += "\n";
  const bool kept = std::ranges::any_of(cases, [](const CaseImpact& impact) { return !impact.program.empty(); });
  out += say("{} sager beregnet {}: {} ændres, {} måneder, udbetalingen i alt {} kr.\n",
             "{} cases computed {}: {} change, {} months, payout in all DKK {}\n", count.cases,
             kept ? say.text("igen", "again") : say.text("med begge satstabeller", "with both tables of rates"), count.changed,
             count.months, (count.difference > Money{} ? "+" : "") + amount(count.difference, l));
  if (count.not_computed != 0) out += say("{} sager kunne ikke beregnes\n", "{} cases could not be computed\n", count.not_computed);
  return out;
}

std::string to_csv(std::span<const CaseImpact> cases) {
  std::string out = "case,month,decided";
  for (const char* what : {"status", "fleksloentilskud", "ledighedsydelse", "payout"})
    out += std::string(",") + what + "_before," + what + "_after";
  out += ",difference,problem\n";
  for (const CaseImpact& impact : cases) {
    if (!impact.problem.empty()) out += csv_field(impact.name) + ",,,,,,,,,,,," + csv_field(impact.problem) + '\n';
    for (const MonthImpact& m : impact.months)
      out += csv_field(impact.name) + ',' + to_text(m.month) + ',' + to_text(m.decided) + cells(m) + ",\n";
  }
  return out;
}

std::string to_json(std::span<const CaseImpact> cases, const ImpactCount& count, std::string_view against, const RateTable& after) {
  Json j = result_json(after);
  j["against"] = against.empty() ? Json(nullptr) : Json(against);
  Json& list = j["cases"] = Json::array();
  for (const CaseImpact& impact : cases) {
    Json months = Json::array();
    for (const MonthImpact& m : impact.months) {
      const auto difference = m.difference();
      months.push_back({{"month", to_text(m.month)},
                        {"decided", to_text(m.decided)},
                        {"before", json_of(m.before)},
                        {"after", json_of(m.after)},
                        {"difference", difference ? Json(to_text(*difference)) : Json(nullptr)}});
    }
    Json each{{"case", impact.name}};
    if (!impact.program.empty()) each["before"] = {{"program", impact.program}, {"rates", impact.rates}};
    each["months"] = std::move(months);
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
