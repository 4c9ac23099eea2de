#include "history/wages.hpp"

#include <algorithm>

#include "history/told.hpp"
#include "rules/paid_hours.hpp"

namespace fleks::history {
namespace {

constexpr std::int64_t hour_units = 10'000;

steps::SplitWagePeriod::Wording wording_of(SplitWage split) noexcept {
  using enum steps::SplitWagePeriod::Wording;
  switch (split) {
    case SplitWage::by_weekdays: return by_weekdays;
    case SplitWage::evenly: return evenly;
    case SplitWage::by_disposal: return by_disposal;
  }
  return by_weekdays;
}

void tell(NotTold&, const Known&, const WagePart&, Month, bool) noexcept {}
void tell(Told& told, const Known& known, const WagePart& p, Month month, bool outranked) {
  told.fact({FactUsed::Kind::wage, p.record, p.employment, Exact::of(p.pay - p.in_kind + p.own_pension + p.employer_pension), outranked});
  if (outranked) return;
  const WageRecord& w = known.facts.wages[p.record];
  if (p.kind == WagePart::Kind::spread)
    told.step(Exact::of(p.pay), steps::SpreadPay{.all = Exact::of(w.spread[p.item].amount), .months = Exact::whole(p.months)});
  if (p.split)
    told.choice(Exact::of(p.pay),
                steps::SplitWagePeriod{.all = Exact::of(w.am_income), .wording = wording_of(known.facts.options.split_wage)});
  if (p.kind != WagePart::Kind::wage) return;
  if (w.holiday_allowance != Money{} && month_of(w.period.last) == month)
    told.step(Exact::of(w.holiday_allowance), steps::AllowanceTakenOut{});
  if (w.great_prayer_day_supplement != Money{}) told.step(Exact::of(w.great_prayer_day_supplement), steps::GreatPrayerDayInWage{});
}

/// FLT-5, FLT-7: one part into the sums; `hours` are those of records that have them.
void add(Wages& sum, const Known& known, const WagePart& p, std::int64_t& hours) {
  if (!known.jobs[p.employment].fleks) {
    sum.other += p.pay - p.in_kind + p.own_pension + p.employer_pension;
    sum.other_own += p.own_pension;
    sum.other_employer += p.employer_pension;
    return;
  }
  if (p.kind == WagePart::Kind::supplement) {
    sum.supplements += p.pay;
    return;
  }
  sum.pay += p.pay;
  sum.in_kind += p.in_kind;
  sum.own_pension += p.own_pension;
  sum.employer_pension += p.employer_pension;
  if (p.kind != WagePart::Kind::wage) return;
  sum.any = true;
  if (p.has_hours)
    hours += p.hours.ten_thousandths();
  else
    sum.jobs[p.employment].without_hours = true;
}

/// The hours of records without them are those of the job's week (TIME-2), where that is known.
void add_hours(Wages& sum, const Known& known, std::int64_t hours) {
  for (std::size_t i = 0; i < sum.jobs.size(); ++i) {
    if (!sum.jobs[i].without_hours) continue;
    if (const auto& weekly = known.facts.employments[i].weekly_hours)
      hours += (Exact::of(*weekly) * law::weeks_a_month * Exact::whole(hour_units)).rounded(Rounding::half_up).value();
    else
      sum.hours_known = false;
  }
  sum.hours = Hours::of_ten_thousandths(std::min(hours, hours_in_a_month.ten_thousandths()));
}

}  // namespace

std::span<const WagePart> parts_of(const Known& known, Month month) noexcept {
  const auto [begin, end] = std::equal_range(known.parts.begin(), known.parts.end(), WagePart{.month = number_of(month)},
                                             [](const WagePart& a, const WagePart& b) { return a.month < b.month; });
  return {begin, end};
}

template <class Watch>
Wages wages_of(const Known& known, Month month, DayNumber as_of, Watch& watch) {
  Wages sum;
  sum.jobs.resize(known.jobs.size());
  const auto parts = parts_of(known, month);
  for (const WagePart& p : parts)
    if (p.kind == WagePart::Kind::wage && p.holds.at(as_of)) {
      int& best = sum.jobs[p.employment].best_rank;
      best = std::min(best, p.rank);
    }
  std::int64_t hours = 0;
  for (const WagePart& p : parts) {
    if (!p.holds.at(as_of)) continue;
    const bool outranked = sum.outranked(p);
    tell(watch, known, p, month, outranked);
    if (!outranked) add(sum, known, p, hours);
  }
  add_hours(sum, known, hours);
  return sum;
}
template Wages wages_of(const Known&, Month, DayNumber, NotTold&);
template Wages wages_of(const Known&, Month, DayNumber, Told&);

}  // namespace fleks::history
