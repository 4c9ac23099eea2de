#include "history/month_of_case.hpp"

#include "history/benefit_facts.hpp"
#include "history/subsidy_facts.hpp"

namespace fleks::history {
namespace {

void begin(NotTold&, CaseMonth&) noexcept {}
void begin(Told& told, CaseMonth& month) { told.about(month); }

Result<MonthStatement> statement(const MonthFacts& f, const Known& known, NotTold&) {
  return fleksloentilskud(f, known.rates, known.facts.options.month);
}
Result<MonthStatement> statement(const MonthFacts& f, const Known& known, Told& told) {
  auto s = fleksloentilskud(f, known.rates, known.facts.options.month, told.trace);
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

}  // namespace

template <class Watch>
Result<CaseMonth> month_of_case(const Known& known, Month month, DayNumber as_of, Watch& watch) {
  CaseMonth out;
  out.month = month;
  begin(watch, out);
  auto subsidy = subsidy_facts(known, month, as_of, watch);
  if (!subsidy) return std::move(subsidy).error();
  if (*subsidy) {
    out.in_fleksjob = true;
    out.wage_unknown = (*subsidy)->wage_unknown;
    auto s = statement((*subsidy)->facts, known, watch);
    if (!s) return std::move(s).error();
    out.payout += s->payout;
    out.subsidy = *std::move(s);
  }
  if (const auto benefit = benefit_facts(known, month, as_of, out.in_fleksjob, watch)) {
    auto s = statement(*benefit, known, watch);
    if (!s) return std::move(s).error();
    out.payout += s->payout;
    out.benefit = *std::move(s);
  }
  return out;
}
template Result<CaseMonth> month_of_case(const Known&, Month, DayNumber, NotTold&);
template Result<CaseMonth> month_of_case(const Known&, Month, DayNumber, Told&);

}  // namespace fleks::history
