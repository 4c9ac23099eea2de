#include "history/month_of_case.hpp"

#include <algorithm>

#include "history/back_payments.hpp"
#include "history/benefit_facts.hpp"
#include "history/incomes.hpp"
#include "history/subsidy_facts.hpp"
#include "statement/job_change.hpp"

namespace fleks {

std::string_view to_text(MonthStatus status) noexcept {
  switch (status) {
    case MonthStatus::computed: return "computed";
    case MonthStatus::unknown: return "unknown";
    case MonthStatus::no_right: return "no_right";
  }
  return "";
}

}  // namespace fleks

namespace fleks::history {
namespace {

void begin(NotTold&, CaseMonth&) noexcept {}
void begin(Told& told, CaseMonth& month) { told.about(month); }

Result<MonthStatement> statement(const std::vector<MonthFacts>& parts, const Known& known, NotTold&) {
  return fleksloentilskud_of_parts(parts, known.rates, known.facts.options.month);
}
Result<MonthStatement> statement(const std::vector<MonthFacts>& parts, const Known& known, Told& told) {
  auto s = fleksloentilskud_of_parts(parts, known.rates, known.facts.options.month, told.trace);
  if (s) told.take_over_trace();
  return s;
}
Result<LedighedsydelseStatement> statement(const LedighedsydelseFacts& f, const Known& known, NotTold&) {
  return ledighedsydelse(f, known.rates);
}
Result<LedighedsydelseStatement> statement(const LedighedsydelseFacts& f, const Known& known, Told& told) {
  auto s = ledighedsydelse(f, known.rates, told.trace);
  if (s) told.take_over_trace();
  return s;
}

/// What a benefit is computed from: only who is told wants to see it.
void keep(CaseMonth&, const std::vector<MonthFacts>&, NotTold&) noexcept {}
void keep(CaseMonth& out, const std::vector<MonthFacts>& parts, Told&) { out.subsidy_facts = parts; }
void keep(CaseMonth&, const LedighedsydelseFacts&, NotTold&) noexcept {}
void keep(CaseMonth& out, const LedighedsydelseFacts& facts, Told&) { out.benefit_facts = facts; }

/// The subsidy were a missing fact the other way: only who is told wants to know.
void look_otherwise(CaseMonth&, const SubsidyFacts&, const Known&, NotTold&) noexcept {}
void look_otherwise(CaseMonth& out, SubsidyFacts subsidy, const Known& known, Told&) {
  for (const auto& [missing, ceiling] : subsidy.otherwise) {
    subsidy.parts.front().ceiling = ceiling.value_or(Ceiling{});
    const auto other = fleksloentilskud_of_parts(subsidy.parts, known.rates, known.facts.options.month);
    if (!other) continue;
    // A full-time supplement that decides nothing is not missed (FLT-16); what is missing of a ceiling is said in any case.
    const bool is_said = std::find(out.missing.begin(), out.missing.end(), missing) != out.missing.end();
    if (!is_said && other->fleksloentilskud == out.subsidy->fleksloentilskud) continue;
    if (!is_said) out.missing.push_back(missing);
    out.otherwise.push_back({missing, other->fleksloentilskud});
  }
}

/// FLT-26: whether the subsidy is above the level it is capped at on a day of the month.
bool is_capped(const Case& c, Month month, Money subsidy) {
  return std::any_of(c.capped.begin(), c.capped.end(), [&](const CappedTime& t) {
    return month_of(t.from) <= month && (!t.to || month <= month_of(*t.to)) && subsidy > t.level;
  });
}

template <class Watch>
std::optional<Error> add_subsidy(CaseMonth& out, const Known& known, DayNumber as_of, Watch& watch) {
  auto subsidy = subsidy_facts(known, out.month, as_of, watch);
  if (!subsidy) return std::move(subsidy).error();
  if (!*subsidy) return std::nullopt;
  SubsidyFacts& facts = **subsidy;
  out.in_fleksjob = true;
  out.basis = facts.basis;
  out.missing = facts.missing;
  if (std::any_of(out.missing.begin(), out.missing.end(), [](const MissingFact& m) { return m.decides; })) {
    out.status = MonthStatus::unknown;
    return std::nullopt;
  }
  auto s = statement(facts.parts, known, watch);
  if (!s) return std::move(s).error();
  if (is_capped(known.facts, out.month, s->fleksloentilskud)) {
    out.missing.push_back({MissingFact::Kind::capped, out.basis.front().employment, out.month, true});
    out.status = MonthStatus::unknown;
    return std::nullopt;
  }
  out.payout += s->payout;
  out.subsidy = *std::move(s);
  keep(out, facts.parts, watch);
  look_otherwise(out, std::move(facts), known, watch);
  return std::nullopt;
}

template <class Watch>
std::optional<Error> add_benefit(CaseMonth& out, const Known& known, DayNumber as_of, Watch& watch) {
  std::vector<MissingFact> missing;
  const auto benefit = benefit_facts(known, out.month, missing, as_of, watch);
  if (!benefit) return std::nullopt;
  if (!missing.empty()) {
    out.missing.insert(out.missing.end(), missing.begin(), missing.end());
    out.status = MonthStatus::unknown;
    return std::nullopt;
  }
  out.income_month = month_offset_in(known, out.month, as_of);
  auto s = statement(*benefit, known, watch);
  if (!s) return std::move(s).error();
  out.payout += s->payout;
  out.benefit = *std::move(s);
  keep(out, *benefit, watch);
  return std::nullopt;
}

/// Why there is neither benefit, where a rule says so.
void find_status(CaseMonth& out, const Known& known) {
  if (out.status == MonthStatus::unknown) return;
  if (out.benefit || (out.subsidy && out.subsidy->has_right)) return;
  out.status = MonthStatus::no_right;
  if (known.without_right && out.month >= *known.without_right)
    out.reason = Rule::FLT_23;
  else if (out.subsidy)
    out.reason = Rule::FLT_3;
  else
    out.reason = Rule::FLT_21;
}

}  // namespace

template <class Watch>
std::optional<Error> month_of_case(CaseMonth& out, const Known& known, Month month, DayNumber as_of, Watch& watch) {
  out.month = month;
  begin(watch, out);
  if (auto wrong = add_subsidy(out, known, as_of, watch)) return wrong;
  if (auto wrong = add_benefit(out, known, as_of, watch)) return wrong;
  tell_back_payments(known, out, as_of, watch);
  find_status(out, known);
  tell_what_does_not_count(known, out, as_of, watch);
  return std::nullopt;
}
template std::optional<Error> month_of_case(CaseMonth&, const Known&, Month, DayNumber, NotTold&);
template std::optional<Error> month_of_case(CaseMonth&, const Known&, Month, DayNumber, Told&);

}  // namespace fleks::history
