#include <fleks/analysis/correction.hpp>

#include <algorithm>

#include "history/month_of_case.hpp"

namespace fleks {

std::vector<std::pair<Rule, Exact>> payout_by_rule(const CaseMonth& month) {
  std::vector<std::pair<Rule, Exact>> lines;
  Exact so_far;
  const auto add = [&](Rule rule, const Exact& amount) {
    const Exact oere = amount.whole_part_exact(Rounding::half_up);
    so_far += oere;
    if (!oere.is_zero()) lines.emplace_back(rule, oere);
  };
  if (month.subsidy) {
    const MonthStatement& s = *month.subsidy;
    add(Rule::FLT_4, s.base);
    add(Rule::FLT_8, -s.taper);
    add(Rule::FLT_9, -s.daily_benefit);
    // What the two take beyond the base is not taken (FLT-10); without a right nothing is left (FLT-3).
    add(s.has_right ? Rule::FLT_10 : Rule::FLT_3, s.before_ceiling - (s.base - s.taper - s.daily_benefit));
    add(Rule::FLT_11, -s.ceiling_cut);
    add(Rule::FLT_12, -s.holiday_cut);
    add(Rule::FLT_14, Exact::of(s.fleksloentilskud) - so_far);
    add(Rule::FLT_17, -Exact::of(s.own_atp));
  }
  if (month.benefit) {
    const LedighedsydelseStatement& b = *month.benefit;
    // Never below zero: the offset takes no more than there is.
    const Exact room = b.part_base - b.holiday_reduction;
    const Exact offset = smaller(b.offset, room.is_positive() ? room : Exact{}).whole_part_exact(Rounding::half_up);
    const Exact holiday = (b.holiday_top_up - b.holiday_reduction).whole_part_exact(Rounding::half_up);
    add(Rule::LY_4, Exact::of(b.ledighedsydelse) + offset - holiday);
    add(Rule::LY_5, -offset);
    add(Rule::LY_9, holiday);
    add(Rule::LY_13, -Exact::of(b.own_atp));
  }
  return lines;
}

namespace {

/// The facts of `these` that are not among `those`.
std::vector<FactUsed> only_in(const std::vector<FactUsed>& these, const std::vector<FactUsed>& those) {
  std::vector<FactUsed> out;
  for (const FactUsed& fact : these)
    if (std::find(those.begin(), those.end(), fact) == those.end() && std::find(out.begin(), out.end(), fact) == out.end())
      out.push_back(fact);
  return out;
}

std::vector<CorrectionLine> lines_of(const CaseMonth& paid, const CaseMonth& due) {
  std::vector<CorrectionLine> lines;
  const auto line = [&](Rule rule) -> CorrectionLine& {
    for (CorrectionLine& l : lines)
      if (l.rule == rule) return l;
    lines.push_back({.rule = rule});
    return lines.back();
  };
  for (const auto& [rule, amount] : payout_by_rule(paid)) line(rule).paid += amount;
  for (const auto& [rule, amount] : payout_by_rule(due)) line(rule).due += amount;
  for (CorrectionLine& l : lines) l.difference = l.due - l.paid;
  std::erase_if(lines, [](const CorrectionLine& l) { return l.difference.is_zero(); });
  std::sort(lines.begin(), lines.end(), [](const CorrectionLine& a, const CorrectionLine& b) { return a.rule < b.rule; });
  return lines;
}

}  // namespace

Result<Correction> correction(const CheckedCase& checked, const RateTable& rates, Month first, std::optional<Date> as_of) {
  const Case& facts = checked.facts();
  if (!first.ok())
    return Error{.code = ErrorCode::no_such_date, .field = Fact::from_month, .given = to_text(first), .allowed = Form::month};
  Correction c;
  c.as_of = as_of.value_or(last_known(facts));
  c.first = first;
  const DayNumber now = number_of(c.as_of);
  const history::Known known(facts, rates);
  history::NotTold nobody;
  history::Told told;
  for (Month m = std::max(first, facts.first); m <= facts.last; m = month_after(m)) {
    DayNumber decided = number_of(decision_date(facts, m));
    if (decided > now) continue;
    for (const SettledCorrection& settled : facts.corrections)
      if (settled.from <= m && number_of(settled.date) <= now) decided = std::max(decided, number_of(settled.date));
    auto paid = month_of_case(known, m, decided, nobody), due = month_of_case(known, m, now, nobody);
    if (!paid) return std::move(paid).error();
    if (!due) return std::move(due).error();
    CorrectedMonth& month = c.months.emplace_back();
    month.month = m;
    month.decided = date_of(decided);
    month.paid = paid->payout;
    month.due = due->payout;
    month.difference = month.due - month.paid;
    month.lines = lines_of(*paid, *due);
    if (month.lines.empty()) continue;
    const CaseMonth then = month_of_case(known, m, decided, told).value(), today = month_of_case(known, m, now, told).value();
    month.new_facts = only_in(today.facts, then.facts);
    month.old_facts = only_in(then.facts, today.facts);
    c.total += month.difference;
  }
  return c;
}

Result<Correction> correction(const Case& facts, const RateTable& rates, Month first, std::optional<Date> as_of) {
  const auto checked = CheckedCase::of(facts);
  return checked ? correction(*checked, rates, first, as_of) : checked.error();
}

}  // namespace fleks
