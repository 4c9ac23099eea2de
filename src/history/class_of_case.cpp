#include "history/class_of_case.hpp"

#include <fleks/statement/ledighedsydelse_statement.hpp>

#include "history/days.hpp"
#include "history/told.hpp"
#include "rules/rate_class.hpp"

namespace fleks::history {
namespace {

template <class Watch>
BenefitClass class_by_facts(const Known& known, DayNumber day, DayNumber as_of, Watch& watch) {
  const Case& c = known.facts;
  BenefitClassFacts facts{c.sickness_benefit_right, c.from_unsupported_work, 0, c.provider};
  if (!facts.sickness_benefit_right && !facts.from_unsupported_work)
    facts.fleksjob_months_of_18 = law::fleksjob_months_before(fleksjob(known, as_of), day);
  const BenefitClass result = benefit_class(facts);
  if constexpr (Watch::watching) {
    const Exact months = Exact::whole(facts.fleksjob_months_of_18);
    using Wording = steps::ClassByFacts::Wording;
    if (facts.sickness_benefit_right)
      watch.step(months, steps::ClassByFacts{Wording::sickness_benefit_right});
    else if (facts.from_unsupported_work)
      watch.step(months, steps::ClassByFacts{Wording::unsupported_work});
    else if (result == BenefitClass::full)
      watch.step(months, steps::ClassByMonths{});
    else
      watch.step(months, steps::ClassByFacts{Wording::too_few_months});
  }
  return result;
}

/// The first of the periods that have days of the month, or none: as many as there are.
std::size_t period_of(const Known& known, Month month, DayNumber as_of) {
  const auto& periods = known.facts.ledighedsydelse;
  const DaySet days = benefit_days(known, month, as_of);
  std::size_t found = periods.size();
  for (std::size_t i = 0; i < periods.size() && days != 0; ++i)
    if (known.periods[i].at(as_of) && (days & days_in(month, days_of(periods[i]))) != 0 &&
        (found == periods.size() || periods[i].from < periods[found].from))
      found = i;
  return found;
}

}  // namespace

template <class Watch>
BenefitClass class_of_month(const Known& known, Month month, DayNumber holiday, DayNumber as_of, Watch& watch) {
  const std::size_t index = period_of(known, month, as_of);
  if (index == known.periods.size()) return class_by_facts(known, holiday, as_of, watch);
  const BenefitPeriod& p = known.facts.ledighedsydelse[index];
  watch.fact(FactUsed::Kind::benefit_period, index, Exact{});
  if (!p.benefit_class) return class_by_facts(known, number_of(p.from), as_of, watch);
  if constexpr (Watch::watching) watch.step(Exact{}, steps::ClassByFacts{steps::ClassByFacts::Wording::decided});
  return *p.benefit_class;
}
template BenefitClass class_of_month(const Known&, Month, DayNumber, DayNumber, NotTold&);
template BenefitClass class_of_month(const Known&, Month, DayNumber, DayNumber, Told&);

}  // namespace fleks::history
