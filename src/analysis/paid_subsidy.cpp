#include <fleks/analysis/paid_subsidy.hpp>

#include <algorithm>
#include <map>

#include <fleks/history/case_statement.hpp>

namespace fleks {

Result<std::vector<HeldSubsidy>> held_against_due(const std::vector<PaidSubsidy>& paid, const CheckedCase& facts, const RateTable& rates) {
  std::map<Month, Money> by_month;
  for (const PaidSubsidy& each : paid) by_month[each.month] += each.amount;
  std::vector<HeldSubsidy> held;
  const Case& c = facts.facts();
  const auto first = by_month.lower_bound(c.first), behind = by_month.upper_bound(c.last);
  std::vector<CaseMonth> months;
  if (first != behind) {
    auto statement = case_statement(facts, rates, {.first = first->first, .last = std::prev(behind)->first});
    if (!statement) return std::move(statement).error();
    months = std::move(statement->months);
  }
  for (const auto& [month, amount] : by_month) {
    HeldSubsidy& h = held.emplace_back();
    h.month = month;
    h.paid = amount;
    const auto found = std::find_if(months.begin(), months.end(), [&, m = month](const CaseMonth& each) { return each.month == m; });
    if (found == months.end() || found->status == MonthStatus::unknown) continue;
    h.due = found->subsidy ? found->subsidy->fleksloentilskud - found->subsidy->own_atp : Money{};
  }
  return held;
}

}  // namespace fleks
