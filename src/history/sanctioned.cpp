#include "history/sanctioned.hpp"

#include <algorithm>
#include <bit>

#include "history/days.hpp"
#include "rules/sanctions.hpp"

namespace fleks::history {
namespace {

std::vector<Stretch> lost_rights(const Known& known, DayNumber until, DayNumber as_of) {
  std::vector<DayNumber> sanctions;
  for (std::size_t i = 0; i < known.sanctions.size(); ++i)
    if (known.sanctions[i].at(as_of)) sanctions.push_back(number_of(known.facts.sanctions[i].date));
  return law::lost_rights(sanctions, fleksjob(known, as_of), until);
}

}  // namespace

DaySet days_without_right(const Known& known, Month month, DayNumber as_of) {
  DaySet days = 0;
  for (const Stretch& lost : lost_rights(known, number_of(last_day(month)), as_of)) days |= days_in(month, lost);
  return days;
}

bool ended_right(const Known& known, std::size_t index, DayNumber as_of) {
  const DayNumber day = number_of(known.facts.sanctions[index].date);
  return std::ranges::any_of(lost_rights(known, day, as_of), [&](const Stretch& lost) { return lost.first == day; });
}

template <class Watch>
OfEachClass<Days> missed_days(const Known& known, Month month, const OfEachClass<DaySet>& of_class, DayNumber as_of, Watch& watch) {
  const DaySet on_benefit = days_without_sanction(known, month, as_of);
  OfEachClass<int> sum{};
  for (std::size_t i = 0; i < known.day_sanctions.size(); ++i) {
    const DaySanction& s = known.facts.day_sanctions[i];
    if (!known.day_sanctions[i].at(as_of)) continue;
    const DaySet here = on_benefit & days_in(month, days_of(Period{s.from, s.to.value_or(s.from)}));
    if (here == 0) continue;
    for (std::size_t c = 0; c < sum.size(); ++c) sum[c] += std::popcount(here & of_class[c]);
    watch.fact(FactUsed::Kind::day_sanction, i, Exact::whole(std::popcount(here)));
  }
  OfEachClass<Days> missed{};
  for (std::size_t c = 0; c < sum.size(); ++c) missed[c] = Days::whole(std::min(sum[c], std::popcount(on_benefit & of_class[c])));
  return missed;
}
template OfEachClass<Days> missed_days(const Known&, Month, const OfEachClass<DaySet>&, DayNumber, NotTold&);
template OfEachClass<Days> missed_days(const Known&, Month, const OfEachClass<DaySet>&, DayNumber, Told&);

SanctionDays::SanctionDays(const Known& known, Month month, DayNumber as_of) : known_(known), month_(month), as_of_(as_of) {
  if (known.sanctions.empty()) return;
  jobs_ = fleksjob(known, as_of);
  std::ranges::sort(jobs_, {}, &Stretch::first);
  on_benefit_ = benefit_days(known, month, as_of) & weekdays_of(month);
}

DaySet SanctionDays::of(std::size_t index) const {
  const DayNumber day = number_of(known_.facts.sanctions[index].date);
  if (!known_.sanctions[index].at(as_of_)) return 0;
  return on_benefit_ & days_in(month_, law::weeks_of_sanction(day, jobs_));
}

DaySet days_of_sanctions(const Known& known, Month month, DayNumber as_of) {
  if (known.sanctions.empty()) return 0;
  std::vector<Stretch> jobs = fleksjob(known, as_of);
  std::ranges::sort(jobs, {}, &Stretch::first);
  DaySet days = 0;
  for (std::size_t i = 0; i < known.sanctions.size(); ++i)
    if (known.sanctions[i].at(as_of)) days |= days_in(month, law::weeks_of_sanction(number_of(known.facts.sanctions[i].date), jobs));
  return days;
}

DaySet days_without_sanction(const Known& known, Month month, DayNumber as_of) {
  DaySet days = days_with_right(known, month, as_of) & weekdays_of(month);
  const SanctionDays sanctions(known, month, as_of);
  for (std::size_t i = 0; days != 0 && i < known.sanctions.size(); ++i) days &= ~sanctions.of(i);
  return days;
}

template <class Watch>
Days sanction_days(const Known& known, Month month, DayNumber as_of, Watch& watch) {
  const DaySet entitled = days_with_right(known, month, as_of);
  const SanctionDays sanctions(known, month, as_of);
  DaySet days = 0;
  for (std::size_t i = 0; i < known.sanctions.size(); ++i) {
    const DaySet here = entitled & sanctions.of(i);
    if (here == 0) continue;
    days |= here;
    watch.fact(FactUsed::Kind::sanction, i, Exact::whole(std::popcount(here)));
  }
  return Days::whole(std::popcount(days));
}
template Days sanction_days(const Known&, Month, DayNumber, NotTold&);
template Days sanction_days(const Known&, Month, DayNumber, Told&);

}  // namespace fleks::history
