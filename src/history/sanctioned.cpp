#include "history/sanctioned.hpp"

#include <bit>

#include "history/days.hpp"
#include "rules/sanctions.hpp"

namespace fleks::history {
namespace {

/// Whatever lies longer back has taken its days.
constexpr DayNumber longest_sanction = longest_year;

}  // namespace

DaySet days_without_right(const Known& known, Month month, DayNumber as_of) {
  std::vector<DayNumber> sanctions;
  for (std::size_t i = 0; i < known.sanctions.size(); ++i)
    if (known.sanctions[i].at(as_of)) sanctions.push_back(number_of(known.facts.sanctions[i].date));
  DaySet days = 0;
  for (const Stretch& lost : law::lost_rights(sanctions, fleksjob(known, as_of), number_of(last_day(month)))) days |= days_in(month, lost);
  return days;
}

template <class Watch>
Days missed_days(const Known& known, Month month, DayNumber as_of, Watch& watch) {
  const DaySet on_benefit = days_with_right(known, month, as_of) & weekdays_of(month);
  int sum = 0;
  for (std::size_t i = 0; i < known.day_sanctions.size(); ++i) {
    const DaySanction& s = known.facts.day_sanctions[i];
    if (!known.day_sanctions[i].at(as_of)) continue;
    const int here = std::popcount(on_benefit & days_in(month, days_of(Period{s.from, s.to.value_or(s.from)})));
    if (here == 0) continue;
    sum += here;
    watch.fact(FactUsed::Kind::day_sanction, i, Exact::whole(here));
  }
  return Days::whole(std::min(sum, std::popcount(on_benefit)));
}
template Days missed_days(const Known&, Month, DayNumber, NotTold&);
template Days missed_days(const Known&, Month, DayNumber, Told&);

template <class Watch>
Days sanction_days(const Known& known, Month month, DayNumber as_of, Watch& watch) {
  int days = 0;
  const DayNumber begin = number_of(first_day(month)), end = number_of(last_day(month));
  const DaySet entitled = days_with_right(known, month, as_of) & weekdays_of(month);
  for (std::size_t i = 0; i < known.sanctions.size(); ++i) {
    if (!known.sanctions[i].at(as_of)) continue;
    const DayNumber from = number_of(known.facts.sanctions[i].date);
    if (from > end || begin - from > longest_sanction) continue;
    const int used = from < begin ? benefit_weekdays(known, {from, begin - 1}, as_of) : 0;
    const int here = std::min(law::sanction_weekdays - used, std::popcount(entitled & days_in(month, {from, no_end})));
    if (here <= 0) continue;
    days += here;
    watch.fact(FactUsed::Kind::sanction, i, Exact::whole(here));
  }
  return Days::whole(std::min(days, std::popcount(weekdays_of(month))));
}
template Days sanction_days(const Known&, Month, DayNumber, NotTold&);
template Days sanction_days(const Known&, Month, DayNumber, Told&);

DaySet days_of_sanction(const Known& known, std::size_t index, Month month, DayNumber as_of) noexcept {
  const DayNumber from = number_of(known.facts.sanctions[index].date), begin = number_of(first_day(month));
  if (!known.sanctions[index].at(as_of) || begin - from > longest_sanction) return 0;
  DaySet days = 0;
  for (DaySet rest = benefit_days(known, month, as_of) & days_in(month, {from, no_end}) & weekdays_of(month); rest != 0; rest &= rest - 1) {
    const int bit = std::countr_zero(rest);
    if (benefit_weekdays(known, {from, begin + bit}, as_of) <= law::sanction_weekdays) days |= 1U << bit;
  }
  return days;
}

}  // namespace fleks::history
