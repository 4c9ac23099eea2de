#include <fleks/words/rate_impact.hpp>

#include <algorithm>

#include <fleks/reading/case_file.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/padding.hpp>
#include <fleks/words/record.hpp>

#include "text/csv.hpp"
#include "words/kept_case.hpp"
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

Result<CheckedCase> facts_of(std::string_view json) {
  CaseReading reading = read_case(json);
  if (!reading.good()) return std::move(reading.errors.front());
  return std::move(reading).checked();
}

/// Whether a text is a kept result: a case file has no member `fleks`.
Result<std::optional<KeptResult>> kept_in(std::string_view text) {
  auto kept = KeptResult::read(text);
  if (kept) return std::optional(*std::move(kept));
  const Error& error = kept.error();
  const bool of_a_result = error.code == ErrorCode::missing_fact || error.code == ErrorCode::wrong_type;
  if (!of_a_result || error.field.text().empty() || error.field.text() == "fleks") return std::optional<KeptResult>{};
  return error;
}

/// The months of a case that is no result.
Result<CaseImpact> of_a_file(CaseImpact impact, std::string_view text, const ImpactQuestion& question) {
  if (!question.before) return Error{.code = ErrorCode::missing_fact, .field = "before"};
  const auto facts = facts_of(text);
  if (!facts) return facts.error();
  auto months = rate_impact(*facts, *question.before, question.after, question.months);
  if (!months) return std::move(months).error();
  impact.months = *std::move(months);
  return impact;
}

/// The months of a kept result, against what it says or, with rates before, as those of its case.
Result<CaseImpact> of_a_result(CaseImpact impact, const KeptResult& kept, const ImpactQuestion& question) {
  if (const auto changed = kept.changed_parts(); !changed.empty()) {
    impact.changed = changed.front();
    return impact;
  }
  const auto before = kept.months_of_case();
  if (!before) return before.error();
  const auto asked = asked_of(kept.given());
  if (!asked) return asked.error();
  if (asked->asked.correct_from)
    return Error{.code = ErrorCode::exclusive_facts, .field = "facts.given.correct_from", .allowed = NotWith{{"fleks impact"}}};
  CaseQuestion months = asked->asked.question;
  if (question.months.first) months.first = question.months.first;
  if (question.months.last) months.last = question.months.last;
  const auto facts = facts_of(*asked->text);
  if (!facts) return facts.error();
  if (question.before && question.months.as_of) months.as_of = question.months.as_of;
  if (!question.before && question.months.as_of)
    return Error{.code = ErrorCode::exclusive_facts, .field = "as_of", .allowed = OnlyWith{{"before"}}};
  if (!question.before) {
    impact.program = kept.program();
    impact.rates = kept.rates_version();
  }
  auto found = question.before ? rate_impact(*facts, *question.before, question.after, months)
                               : impact_since(*before, *facts, question.after, months);
  if (!found) return std::move(found).error();
  impact.months = *std::move(found);
  return impact;
}

}  // namespace

Result<CaseImpact> case_impact(std::string_view name, std::string_view text, const ImpactQuestion& question) {
  CaseImpact impact{.name = std::string(name)};
  const auto kept = kept_in(text);
  if (!kept) return kept.error();
  return *kept ? of_a_result(std::move(impact), **kept, question) : of_a_file(std::move(impact), text, question);
}

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
