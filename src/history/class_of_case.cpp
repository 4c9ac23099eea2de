#include "history/class_of_case.hpp"

#include <algorithm>
#include <bit>

#include <fleks/statement/ledighedsydelse_statement.hpp>

#include "history/days.hpp"
#include "history/holidays.hpp"
#include "history/sanctioned.hpp"
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

/// LY-16 (LAS § 74 b stk. 2): months on the higher classes from the age of fleksydelse on.
constexpr int months_after_fleksydelse_age = 6;

/// Whether the six months of LY-16 are used before a month: every month with a day on ledighedsydelse since is one.
bool higher_class_is_used(const Known& known, Month month, DayNumber as_of) {
  if (!known.facts.fleksydelse_age) return false;
  int used = 0;
  for (Month m = month_of(*known.facts.fleksydelse_age); m < month; m = month_after(m)) {
    used += days_with_right(known, m, as_of) != 0;
    if (used == months_after_fleksydelse_age) return true;
  }
  return false;
}

template <class Watch>
BenefitClass class_of_period(const Known& known, std::size_t index, DayNumber as_of, Watch& watch) {
  const BenefitPeriod& p = known.facts.ledighedsydelse[index];
  watch.fact(FactUsed::Kind::benefit_period, index, Exact{});
  if (!p.benefit_class) return class_by_facts(known, number_of(p.from), as_of, watch);
  if constexpr (Watch::watching) watch.step(Exact{}, steps::ClassByFacts{steps::ClassByFacts::Wording::decided});
  return *p.benefit_class;
}

/// The periods with weekdays of the month, the earliest first.
std::vector<std::size_t> periods_of(const Known& known, DaySet days, Month month, DayNumber as_of) {
  const auto& periods = known.facts.ledighedsydelse;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < periods.size(); ++i)
    if (known.periods[i].at(as_of) && (days & days_in(month, known.period_days[i])) != 0) found.push_back(i);
  std::ranges::sort(found, {}, [&](std::size_t i) { return periods[i].from; });
  return found;
}

}  // namespace

template <class Watch>
void set_class(LedighedsydelseFacts& out, const Known& known, DayNumber holiday, Days holiday_days, DayNumber as_of, Watch& watch) {
  const auto add = [&](BenefitClass of_days, Days days) {
    Days& sum = out.weekdays_of_class[static_cast<std::size_t>(of_days)];
    sum = Days::of_ten_thousandths(sum.ten_thousandths() + days.ten_thousandths());
  };
  const DaySet on_benefit = benefit_days(known, out.month, as_of);
  const DaySet payable = days_without_sanction(known, out.month, as_of) & ~untaken_days(known, out.month, as_of);
  const auto periods = periods_of(known, on_benefit, out.month, as_of);
  if (periods.empty()) out.benefit_class = class_by_facts(known, holiday, as_of, watch);
  for (const std::size_t index : periods) {
    const BenefitClass of_period = class_of_period(known, index, as_of, watch);
    if (index == periods.front()) out.benefit_class = of_period;
    const DaySet days = payable & days_in(out.month, known.period_days[index]);
    add(of_period, Days::whole(std::popcount(days)));
  }
  if (!periods.empty() && holiday_days != Days{}) add(class_by_facts(known, holiday, as_of, watch), holiday_days);
  if (higher_class_is_used(known, out.month, as_of)) {
    out.benefit_class = BenefitClass::low_nonprovider;
    out.weekdays_of_class = {};
    if constexpr (Watch::watching) watch.step(Exact{}, steps::HigherClassUsed{});
  }
}
template void set_class(LedighedsydelseFacts&, const Known&, DayNumber, Days, DayNumber, NotTold&);
template void set_class(LedighedsydelseFacts&, const Known&, DayNumber, Days, DayNumber, Told&);

OfEachClass<DaySet> days_of_each_class(const Known& known, Month month, DayNumber as_of) {
  OfEachClass<DaySet> days{};
  const DaySet on_benefit = benefit_days(known, month, as_of);
  if (higher_class_is_used(known, month, as_of)) {
    days[static_cast<std::size_t>(BenefitClass::low_nonprovider)] = on_benefit;
    return days;
  }
  NotTold not_told;
  for (const std::size_t index : periods_of(known, on_benefit, month, as_of))
    days[static_cast<std::size_t>(class_of_period(known, index, as_of, not_told))] |= on_benefit & days_in(month, known.period_days[index]);
  return days;
}

BenefitClass class_of_holiday(const Known& known, DayNumber day, DayNumber as_of) {
  NotTold not_told;
  return higher_class_is_used(known, month_of(date_of(day)), as_of) ? BenefitClass::low_nonprovider
                                                                    : class_by_facts(known, day, as_of, not_told);
}

}  // namespace fleks::history
