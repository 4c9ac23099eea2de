#include <algorithm>

#include <fleks/statement/case_statement.hpp>

#include "facts/case_lists.hpp"
#include "statement/case_calculation.hpp"

namespace fleks {

Date decision_date(const Case& facts, Month month) noexcept {
  for (const Decision& d : facts.decisions)
    if (d.month == month) return d.date;
  Date day = last_day(month);
  while (weekdays(day, day) == 0) day = day_before(day);
  return day;
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

Result<CaseStatement> case_statement(const Case& facts, const RateTable& rates, const CaseQuestion& question) {
  if (auto wrong = problems(facts); !wrong.empty()) return std::move(wrong.front());
  for (const auto& [month, field] : {std::pair{question.first, "--from"}, {question.last, "--to"}})
    if (month && (!month->ok() || *month < facts.first || *month > facts.last))
      return Error{.code = ErrorCode::out_of_range,
                   .field = field,
                   .given = to_text(*month),
                   .allowed = to_text(facts.first) + ".." + to_text(facts.last)};
  const Month first = question.first.value_or(facts.first), last = question.last.value_or(facts.last);
  if (last < first)
    return Error{.code = ErrorCode::out_of_range, .field = "--to", .given = to_text(last), .allowed = ">= " + to_text(first)};
  CaseCalculation calculation(facts, rates);
  auto months = calculation.months(first, last, question.as_of ? number_of(*question.as_of) : never - 1, question.explained);
  if (!months) return std::move(months).error();
  CaseStatement statement;
  statement.as_of = question.as_of;
  statement.months = *std::move(months);
  return statement;
}

}  // namespace fleks
