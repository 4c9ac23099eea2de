#include <fleks/analysis/rate_impact.hpp>

#include <map>

namespace fleks {
namespace {

using Outcomes = std::map<Month, MonthUnder>;

void put(Outcomes& outcomes, const CaseStatement& statement) {
  for (const CaseMonth& m : statement.months)
    outcomes[m.month] = {.status = m.status,
                         .fleksloentilskud = m.subsidy ? m.subsidy->fleksloentilskud : Money{},
                         .ledighedsydelse = m.benefit ? m.benefit->ledighedsydelse : Money{},
                         .payout = m.payout};
}

bool lacks_a_rate(const Error& error) { return error.code == ErrorCode::no_rate || error.code == ErrorCode::rate_is_missing; }

/// The months that can be computed; the error of a case of which none can, or which is wrong for more than its rates.
Result<Outcomes> outcomes_of(const CheckedCase& facts, const RateTable& rates, const CaseQuestion& question) {
  Outcomes outcomes;
  const auto whole = case_statement(facts, rates, question);
  if (whole) {
    put(outcomes, *whole);
    return outcomes;
  }
  if (!lacks_a_rate(whole.error())) return whole.error();
  CaseQuestion one = question;
  const Month last = question.last.value_or(facts.facts().last);
  for (Month month = question.first.value_or(facts.facts().first); month <= last; month = month_after(month)) {
    one.first = one.last = month;
    const auto alone = case_statement(facts, rates, one);
    if (alone)
      put(outcomes, *alone);
    else if (!lacks_a_rate(alone.error()))
      return alone.error();
  }
  if (outcomes.empty()) return whole.error();
  return outcomes;
}

/// The months that are not the same, in order.
std::vector<MonthImpact> changed_months(const Outcomes& before, const Outcomes& after, const Case& facts, const CaseQuestion& question) {
  std::vector<MonthImpact> changed;
  const Month last = question.last.value_or(facts.last);
  for (Month month = question.first.value_or(facts.first); month <= last; month = month_after(month)) {
    const auto under = [month](const Outcomes& all) {
      const auto found = all.find(month);
      return found == all.end() ? std::nullopt : std::optional(found->second);
    };
    MonthImpact impact{.month = month, .decided = decision_date(facts, month), .before = under(before), .after = under(after)};
    if (impact.before != impact.after) changed.push_back(std::move(impact));
  }
  return changed;
}

}  // namespace

Result<std::vector<MonthImpact>> rate_impact(const CheckedCase& facts, const RateTable& before, const RateTable& after,
                                             const CaseQuestion& question) {
  CaseQuestion plain = question;
  plain.explained = false;
  const auto now = outcomes_of(facts, after, plain);
  if (!now) return now.error();
  const auto then = outcomes_of(facts, before, plain);
  if (!then && !lacks_a_rate(then.error())) return then.error();
  return changed_months(then ? *then : Outcomes{}, *now, facts.facts(), plain);
}

Result<std::vector<MonthImpact>> impact_since(std::span<const MonthBefore> before, const CheckedCase& facts, const RateTable& now,
                                              const CaseQuestion& question) {
  CaseQuestion plain = question;
  plain.explained = false;
  const auto today = outcomes_of(facts, now, plain);
  if (!today) return today.error();
  Outcomes then;
  for (const MonthBefore& each : before) then[each.month] = each.under;
  return changed_months(then, *today, facts.facts(), plain);
}

}  // namespace fleks
