#include <algorithm>
#include <bit>
#include <cassert>

#include <fleks/history/case_statement.hpp>

#include "facts/case_lists.hpp"
#include "history/course.hpp"
#include "history/holidays.hpp"
#include "history/incomes.hpp"
#include "history/month_of_case.hpp"

namespace fleks {

Date decision_date(const Case& facts, Month month) noexcept {
  for (const Decision& d : facts.decisions)
    if (d.month == month) return d.date;
  return day_at(month, 31 - std::countl_zero(weekdays_of(month)));
}

Date last_known(const Case& facts) noexcept {
  Date last = facts.first.ok() ? first_day(facts.first) : Date{};
  each_list_of_facts(facts, [&](std::string_view, const auto& list) {
    for (const auto& fact : list) last = std::max(last, fact.record.known);
  });
  for (const Employment& e : facts.employments) {
    last = std::max(last, e.from);
    if (e.to) last = std::max(last, e.end_known ? *e.end_known : *e.to);
    for (const DatedCeiling& c : e.ceilings) last = std::max(last, c.record.known);
  }
  for (const SettledCorrection& c : facts.corrections) last = std::max(last, c.date);
  return last;
}

namespace {

using namespace history;

void tell_of_counters(NotTold&, CaseMonth&) noexcept {}
void tell_of_counters(Told& told, CaseMonth& m) {
  if (!m.benefit || !(m.review_due || m.long_term)) return;
  told.about(m);
  using Wording = steps::Review::Wording;
  told.step(Exact::whole(m.benefit_months), steps::Review{.months_of_24 = Exact::whole(m.benefit_months_of_24),
                                                          .wording = m.long_term ? Wording::long_term : Wording::to_be_reviewed});
}
void tell_of_account(NotTold&, CaseMonth&) noexcept {}
void tell_of_account(Told& told, CaseMonth& m) {
  const HolidayAccount& a = m.holiday;
  if (!m.benefit || !a.earned_on_benefit.is_positive()) return;
  told.about(m);
  told.step(a.earned_on_benefit, steps::HolidayOnBenefit{.held = a.held_on_benefit, .left = a.left_on_benefit});
}

template <class Watch>
Result<std::vector<CaseMonth>> months(const Known& known, Month first, Month last, DayNumber as_of, Watch watch) {
  assert(first.ok() && last.ok() && first <= last);
  std::vector<CaseMonth> out;
  out.reserve(static_cast<std::size_t>((last - first).count() + 1));
  MonthsOnBenefit on_benefit(known, as_of);
  for (Month m = first; m <= last; m = month_after(m)) {
    CaseMonth& month = out.emplace_back();
    if (auto wrong = month_of_case(month, known, m, as_of, watch)) return std::move(*wrong);
    month.days = living(known, m, as_of);
    on_benefit.count(month);
    tell_of_counters(watch, month);
  }
  keep_accounts(out, known, as_of);
  for (CaseMonth& m : out) tell_of_account(watch, m);
  return out;
}

/// The months that are asked about, or why they cannot be.
Result<std::pair<Month, Month>> asked_for(const Case& facts, const CaseQuestion& question) {
  for (const auto& [month, field] : {std::pair{question.first, Fact::first}, {question.last, Fact::last}})
    if (month && (!month->ok() || *month < facts.first || *month > facts.last))
      return Error{.code = ErrorCode::out_of_range, .field = field, .given = to_text(*month), .allowed = Range{facts.first, facts.last}};
  const Month first = question.first.value_or(facts.first), last = question.last.value_or(facts.last);
  if (last < first) return Error{.code = ErrorCode::out_of_range, .field = Fact::last, .given = to_text(last), .allowed = AtLeast{first}};
  return std::pair{first, last};
}

Result<CaseStatement> statement_of(const Case& facts, const RateTable& rates, const CaseQuestion& question) {
  const auto asked = asked_for(facts, question);
  if (!asked) return asked.error();
  const Known known(facts, rates);
  if (auto wrong = claimed_beyond(known)) return std::move(*wrong);
  const DayNumber as_of = question.as_of ? number_of(*question.as_of) : all_is_known;
  auto computed = question.explained ? months(known, asked->first, asked->second, as_of, Told{})
                                     : months(known, asked->first, asked->second, as_of, NotTold{});
  if (!computed) return std::move(computed).error();
  CaseStatement statement;
  statement.as_of = question.as_of;
  statement.months = *std::move(computed);
  if (question.explained) statement.unused = told_by_no_month(known, statement.months, as_of);
  return statement;
}

}  // namespace

Result<CaseStatement> case_statement(const CheckedCase& checked, const RateTable& rates, const CaseQuestion& question) {
  return statement_of(checked.facts(), rates, question);
}

Result<CaseStatement> case_statement(const Case& facts, const RateTable& rates, const CaseQuestion& question) {
  if (auto wrong = problems(facts); !wrong.empty()) return std::move(wrong.front());
  return statement_of(facts, rates, question);
}

}  // namespace fleks
