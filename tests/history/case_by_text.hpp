#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include <fleks/fleks.hpp>

// A case from the text of its file, its months explained, and what is asked of them.
namespace case_by_text {

inline fleks::Case read(const std::string& text) {
  const fleks::CaseReading reading = fleks::read_case("{" + text + "}");
  for (const fleks::Error& e : reading.errors) MESSAGE(e.field.text() << ": " << fleks::message(e, fleks::Language::english));
  REQUIRE(reading.good());
  return reading.facts;
}
inline fleks::CaseStatement statement(const std::string& text, fleks::CaseQuestion question = {.explained = true}) {
  return fleks::case_statement(read(text), fleks::RateTable::embedded(), question).value();
}
inline std::vector<fleks::CaseMonth> months(const std::string& text, fleks::CaseQuestion question = {.explained = true}) {
  return statement(text, question).months;
}
inline std::string subsidy(const fleks::CaseMonth& m) { return m.subsidy ? to_text(m.subsidy->fleksloentilskud) : "-"; }
inline std::string benefit(const fleks::CaseMonth& m) { return m.benefit ? to_text(m.benefit->ledighedsydelse) : "-"; }
/// What the month's subsidy would be were a fact of that kind the other way, one after another.
inline std::vector<std::string> otherwise(const fleks::CaseMonth& m, fleks::MissingFact::Kind kind) {
  std::vector<std::string> found;
  for (const fleks::Otherwise& o : m.otherwise)
    if (o.missing.kind == kind) found.push_back(to_text(o.fleksloentilskud));
  return found;
}
/// The facts that are missing of a month, as "kind of job".
inline std::vector<std::pair<fleks::MissingFact::Kind, std::uint32_t>> missing(const fleks::CaseMonth& m) {
  std::vector<std::pair<fleks::MissingFact::Kind, std::uint32_t>> found;
  for (const fleks::MissingFact& f : m.missing) found.emplace_back(f.kind, f.employment);
  return found;
}
/// Why a fact of a list counts in none of the months; `yes` where it does.
inline fleks::Counts unused(const fleks::CaseStatement& s, fleks::FactUsed::Kind kind, std::uint32_t index) {
  for (const fleks::FactUsed& f : s.unused)
    if (f.kind == kind && f.index == index) return f.counts;
  return fleks::Counts::yes;
}
inline const fleks::Step* step_of(const fleks::CaseMonth& m, fleks::Rule rule) {
  const auto step = std::find_if(m.steps.begin(), m.steps.end(), [&](const fleks::Step& s) { return s.rule == rule; });
  return step == m.steps.end() ? nullptr : &*step;
}
inline std::string options(const std::string& o) { return R"("options": {)" + o + "}, "; }
/// A whole month's wage of a job.
inline std::string wage(const std::string& job, const std::string& month, const std::string& amount, const std::string& rest = "") {
  const fleks::Month m = fleks::parse_month(month).value();
  return R"({"employment": ")" + job + R"(", "from": ")" + month + R"(-01", "to": ")" + fleks::to_text(fleks::last_day(m)) +
         R"(", "am_income": )" + amount + rest + "}";
}

}  // namespace case_by_text
