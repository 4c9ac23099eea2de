#include "analysis/letter_content.hpp"

#include <algorithm>

#include "history/known.hpp"
#include "history/used_fact.hpp"
#include "history/wages.hpp"
#include "rules/sanctions.hpp"
#include "rules/steps.hpp"

namespace fleks {
namespace {

/// The day on which the last fact of the month became known.
Date last_known_of(const Case& c, const CaseMonth& m) {
  Date last{};
  for (const FactUsed& f : m.facts) last = std::max(last, record_of(c, f).known);
  return last;
}

Result<CaseMonth> month_on(const CheckedCase& checked, const RateTable& rates, Month month, std::optional<Date> as_of) {
  auto statement = case_statement(checked, rates, {.as_of = as_of, .first = month, .last = month, .explained = true});
  if (!statement) return std::move(statement).error();
  return std::move(statement->months.front());
}

/// The part of a wage record that a fact of the month is, for what it is made of.
const history::WagePart* part_of(const history::Known& known, const FactUsed& f, const CaseMonth& m) {
  for (const Month month : {m.subsidy ? m.subsidy->wage_month : m.income_month, month_before(m.month), m.month})
    for (const history::WagePart& part : known.parts.of(month))
      if (part.record == f.index && part.wage() == f.amount) return &part;
  return nullptr;
}

LetterIncome income_of(const history::Known& known, const FactUsed& f, const CaseMonth& m) {
  LetterIncome income{.fact = f, .pay = f.amount};
  if (f.kind != FactUsed::Kind::wage) return income;
  income.expected = known.facts.wages[f.index].expected;
  if (const history::WagePart* part = part_of(known, f, m)) {
    income.pay = part->pay;
    income.own_pension = part->own_pension;
    income.employer_pension = part->employer_pension;
    income.split = part->split;
    if (part->kind == history::WagePart::Kind::spread) income.months = part->months;
    if (part->kind == history::WagePart::Kind::supplement) income.supplement = part->item;
  }
  return income;
}

/// Whether the fact is wage of the fleksjob, and not other income.
bool is_fleksjob_wage(const Case& c, const FactUsed& f) {
  return f.kind == FactUsed::Kind::wage && c.employments[f.employment].kind == Employment::Kind::fleksjob &&
         !history::is_after_end(c.wages[f.index], c.employments[f.employment]);
}

void add_incomes(LetterContent& content, const Case& c, const RateTable& rates) {
  const CaseMonth& m = content.month;
  const history::Known known(c, rates);
  const bool subsidy = m.subsidy.has_value();
  content.rest_of_wage = subsidy ? m.subsidy->wage : Exact{};
  content.rest_of_incomes = subsidy ? m.subsidy->other_wage : m.benefit ? m.benefit->income : Exact{};
  for (const FactUsed& f : m.facts) {
    if (f.counts != Counts::yes || (f.kind != FactUsed::Kind::wage && f.kind != FactUsed::Kind::income)) continue;
    if (f.kind == FactUsed::Kind::income &&
        (c.incomes[f.index].kind == OtherIncome::Kind::uncounted || c.incomes[f.index].kind == OtherIncome::Kind::self_employment))
      continue;
    const bool wage = subsidy && is_fleksjob_wage(c, f);
    Exact& rest = wage ? content.rest_of_wage : content.rest_of_incomes;
    // A month on both benefits has facts of either; what does not go into this one belongs to the other.
    if (rest < f.amount) continue;
    rest -= f.amount;
    (wage ? content.wages : content.incomes).push_back(income_of(known, f, m));
  }
}

/// The lines of the payout, what the two steps of the taper take apart; they add up to the øre.
void add_lines(LetterContent& content) {
  const Step* taper = steps::find<steps::Taper>(content.month.steps);
  const Step* offset = steps::find<steps::Offset>(content.month.steps);
  Exact rounding;  // of ledighedsydelse, which is rounded last
  const auto round = [&] {
    if (!rounding.is_zero()) content.lines.push_back({Rule::LY_15, rounding, std::nullopt, std::nullopt});
    rounding = Exact{};
  };
  for (const auto& [rule, amount] : payout_by_rule(content.month)) {
    if (rule == Rule::LY_13) round();
    const auto two = [&, its_rule = rule, whole = amount](const Exact& up_to, const Exact& low, const Exact& above, const Exact& high) {
      const Exact first = above.is_positive() ? -(up_to * low).whole_part_exact(Rounding::half_up) : whole;
      content.lines.push_back({its_rule, first, up_to, low});
      if (above.is_positive()) content.lines.push_back({its_rule, whole - first, above, high});
    };
    if (rule == Rule::FLT_8 && taper != nullptr) {
      const auto s = steps::as<steps::Taper>(*taper);
      two(s.up_to, s.low, s.above, s.high);
    } else if (rule == Rule::LY_5 && amount == -content.month.benefit->offset.whole_part_exact(Rounding::half_up)) {
      const auto s = steps::as<steps::Offset>(*offset);
      two(s.up_to, s.low, s.above, s.high);
    } else if (rule == Rule::LY_9 && content.month.benefit->holiday_top_up.is_positive()) {
      const Exact taken = -content.month.benefit->holiday_reduction.whole_part_exact(Rounding::half_up);
      content.lines.push_back({rule, taken, std::nullopt, std::nullopt});
      content.lines.push_back({rule, amount - taken, std::nullopt, std::nullopt});
    } else if (rule == Rule::LY_4) {
      const Exact days = content.month.benefit->part_base.whole_part_exact(Rounding::half_up);
      content.lines.push_back({rule, days, std::nullopt, std::nullopt});
      rounding = amount - days;
    } else {
      content.lines.push_back({rule, amount, std::nullopt, std::nullopt});
    }
  }
  round();
}

/// What stands under the ceiling, and what the state pays beside the payout.
void add_ceiling_and_state(LetterContent& content) {
  const CaseMonth& m = content.month;
  if (const Step* step = steps::find<steps::UnderCeiling>(m.steps)) {
    const auto under = steps::as<steps::UnderCeiling>(*step);
    // What was given beside a cut is what is told, so that it adds up to the amounts above it.
    const bool whole = m.subsidy->ceiling_cut.is_zero() && m.subsidy->holiday_cut.is_zero() && m.subsidy->part_cut.is_zero();
    content.under_ceiling = under.under + (whole ? Exact::of(m.subsidy->fleksloentilskud) : under.before);
    content.wage_fills_ceiling = m.subsidy->has_ceiling && under.under >= under.ceiling;
  }
  if (m.subsidy) {
    content.state_pension += m.subsidy->obligatory_pension;
    content.state_atp += m.subsidy->public_atp.value_or(Money{});
  }
  if (m.benefit) {
    content.state_pension += m.benefit->obligatory_pension;
    content.state_atp += m.benefit->public_atp;
  }
}

void add_change(std::vector<LetterChange>& changes, std::optional<Rule> rule, const Exact& amount) {
  auto found = std::find_if(changes.begin(), changes.end(), [&](const LetterChange& c) { return c.rule == rule; });
  if (found == changes.end()) found = changes.insert(changes.end(), {rule, Exact{}});
  found->amount += amount;
}
void erase_nothing(std::vector<LetterChange>& changes) {
  std::erase_if(changes, [](const LetterChange& c) { return c.amount.is_zero(); });
}

/// What is paid more than was decided for the month before, rule by rule.
std::optional<Error> add_changes(LetterContent& content, const CheckedCase& checked, const RateTable& rates) {
  const Case& c = checked.facts();
  const Month last = month_before(content.month.month);
  if (last < c.first || decision_date(c, last) > content.date) return std::nullopt;
  const auto decided = correction(checked, rates, last, content.date, last);
  if (!decided) return decided.error();
  if (decided->months.empty()) return std::nullopt;
  const CorrectedMonth& before = decided->months.front();
  const auto then = month_on(checked, rates, last, before.decided);
  if (!then) return then.error();
  if (then->status == MonthStatus::unknown && !before.stated) return std::nullopt;
  content.last = last;
  content.more_than_last = content.month.payout - before.paid;
  if (content.month.subsidy && then->subsidy && content.month.subsidy->wage != then->subsidy->wage) content.last_wage = then->subsidy->wage;
  for (const auto& [rule, amount] : payout_by_rule(content.month)) add_change(content.changes, rule, amount);
  for (const auto& [rule, amount] : payout_by_rule(*then)) add_change(content.changes, rule, -amount);
  add_change(content.changes, std::nullopt, Exact::of(then->payout - before.paid));
  erase_nothing(content.changes);
  return std::nullopt;
}

/// LY-12: the second of two sanctions that are near enough to end the right, and the one before it.
void add_sanctions(LetterContent& content, const Case& c, const RateTable& rates) {
  const history::Known known(c, rates);
  std::vector<std::pair<DayNumber, std::size_t>> all;
  for (std::size_t i = 0; i < c.sanctions.size(); ++i)
    if (known.sanctions[i].at(number_of(content.date)) && !c.sanctions[i].record.withdrawn &&
        month_of(c.sanctions[i].date) <= content.month.month)
      all.emplace_back(number_of(c.sanctions[i].date), i);
  std::sort(all.begin(), all.end());
  for (std::size_t i = all.size(); i-- > 1;)
    if (law::is_second_sanction(all[i].first, all[i - 1].first)) {
      content.ended_by = {all[i - 1].second, all[i].second};
      return;
    }
}

void add_rule(LetterContent& content, Rule rule, Month month) {
  if (std::none_of(content.rules.begin(), content.rules.end(), [&](const auto& r) { return r.first == rule; }))
    content.rules.emplace_back(rule, month);
}
/// The rules of a month: what each step applies, and whose month's wage it is.
void add_rules(LetterContent& content) {
  const CaseMonth& m = content.month;
  const bool subsidy = m.in_fleksjob || m.subsidy;
  if (content.kind == LetterKind::no_right || content.kind == LetterKind::unknown) {
    // Of what was computed on the way only what decides is named.
    if (m.reason) add_rule(content, *m.reason, m.month);
    if (!subsidy && m.benefit) add_rule(content, Rule::LY_12, m.month);
    if (subsidy) add_rule(content, Rule::FLT_1, m.month);
    for (const Basis& basis : m.basis) add_rule(content, basis.rule, m.month);
    if (!content.incomes.empty()) add_rule(content, Rule::FLT_7, m.month);
    return;
  }
  if (m.in_fleksjob || m.subsidy) add_rule(content, Rule::FLT_1, m.month);
  for (const Basis& basis : m.basis) add_rule(content, basis.rule, m.month);
  for (const Step& step : m.steps)
    if (in_force(step.rule, m.month)) add_rule(content, step.rule, m.month);
  for (const LetterLine& line : content.lines) add_rule(content, line.rule, m.month);
}

LetterKind kind_of(const CaseMonth& m) {
  if (m.status == MonthStatus::unknown) return LetterKind::unknown;
  if (m.status == MonthStatus::no_right) return LetterKind::no_right;
  const auto ended = [](const LivingDays& d) { return d.on == Living::right_ended; };
  if (!m.subsidy && m.benefit->payable_weekdays.is_zero() && std::any_of(m.days.begin(), m.days.end(), ended)) return LetterKind::no_right;
  const bool expected = std::any_of(m.basis.begin(), m.basis.end(), [](const Basis& b) { return b.expected; });
  return expected || !m.otherwise.empty() ? LetterKind::preliminary : LetterKind::decision;
}

/// The hearing of these months, once the citizen has answered or the time to answer has passed.
const Hearing* heard(const Case& c, Month first, Date on) {
  const Hearing* found = nullptr;
  for (const Hearing& h : c.letters.hearings)
    if (h.from <= first && h.sent <= on && (h.answer_by < on || !h.answer.empty())) found = &h;
  return found;
}

LetterKind kind_of(const Correction& c, bool is_heard) {
  if (c.to_pay_out > Money{}) return LetterKind::back_pay;
  if (c.to_recover == Money{} && c.not_regulated == Money{}) {
    const bool takes = std::any_of(c.claims.begin(), c.claims.end(), [](const ReducedClaim& claim) { return claim.deducted > Money{}; });
    return takes ? LetterKind::claim : LetterKind::unchanged;
  }
  if (!is_heard) return LetterKind::hearing;
  return c.to_recover > Money{} ? LetterKind::regulation : LetterKind::repayment;
}

}  // namespace

Result<LetterContent> letter_of_correction(const CheckedCase& checked, const RateTable& rates, Month first, Month last,
                                           std::optional<Date> as_of) {
  auto corrected = correction(checked, rates, first, as_of, last);
  if (!corrected) return std::move(corrected).error();
  const Case& c = checked.facts();
  LetterContent content;
  content.date = corrected->as_of;
  content.answer_by = Date{std::chrono::sys_days{content.date} + time_to_answer};
  auto month = month_on(checked, rates, last, content.date);
  if (!month) return std::move(month).error();
  content.month = *std::move(month);
  content.hearing = heard(c, first, content.date);
  content.kind = kind_of(*corrected, content.hearing != nullptr);
  for (const CorrectedMonth& m : corrected->months) {
    if (m.too_old) continue;
    for (const CorrectionLine& line : m.lines) add_change(content.corrected, line.rule, line.difference);
    if (m.basis == CorrectionBasis::none) continue;
    add_rule(content, m.rule, m.month);
    for (const CorrectionLine& line : m.lines)
      if (line.rule) add_rule(content, *line.rule, m.month);
  }
  erase_nothing(content.corrected);
  add_rule(content, Rule::KOR_1, last);
  if (content.kind != LetterKind::back_pay && content.kind != LetterKind::claim)
    add_rule(content, content.month.subsidy ? Rule::KOR_2 : Rule::KOR_3, last);
  if (!corrected->claims.empty()) add_rule(content, Rule::KOR_4, last);
  if (first == last) {
    add_incomes(content, c, rates);
    add_lines(content);
    content.choices = choices_that_matter(c, rates, content.month, content.date);
  }
  content.correction = *std::move(corrected);
  return content;
}

Result<LetterContent> letter_of_month(const Case& c, const CheckedCase& checked, const RateTable& rates, Month month,
                                      std::optional<Date> as_of) {
  const Date decided = decision_date(c, month);
  auto now = month_on(checked, rates, month, as_of);
  if (!now) return std::move(now).error();
  LetterContent content;
  content.date = as_of ? *as_of : std::max(decided, last_known_of(c, *now));
  if (content.date > decided) {
    const auto then = correction(checked, rates, month, content.date, month);
    if (!then) return then.error();
    auto known_then = month_on(checked, rates, month, then->months.front().decided);
    if (!known_then) return std::move(known_then).error();
    const bool was_decided = known_then->status != MonthStatus::unknown || then->months.front().stated;
    if (was_decided && then->months.front().difference != Money{}) return letter_of_correction(checked, rates, month, month, content.date);
    // Nothing is another: the letter is the one that was sent.
    if (was_decided && !as_of) {
      content.date = then->months.front().decided;
      now = std::move(known_then);
    }
  }
  content.month = *std::move(now);
  content.kind = kind_of(content.month);
  add_incomes(content, c, rates);
  if (is_decision(content.kind) && content.kind != LetterKind::no_right) {
    add_lines(content);
    add_ceiling_and_state(content);
    if (auto wrong = add_changes(content, checked, rates)) return *std::move(wrong);
    content.choices = choices_that_matter(c, rates, content.month, content.date);
  }
  if (std::any_of(content.month.days.begin(), content.month.days.end(), [](const LivingDays& d) { return d.on == Living::right_ended; }))
    add_sanctions(content, c, rates);
  add_rules(content);
  return content;
}

}  // namespace fleks
