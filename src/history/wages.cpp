#include "history/wages.hpp"

#include <algorithm>

#include "history/told.hpp"
#include "rules/paid_hours.hpp"

namespace fleks::history {
namespace {

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
  const Counts counts = !outranked ? Counts::yes : p.expected ? Counts::real_wage_known : Counts::better_source;
  told.fact({FactUsed::Kind::wage, p.record, p.employment, p.wage(), counts});
  if (outranked) return;
  const WageRecord& w = known.facts.wages[p.record];
  if (p.kind == WagePart::Kind::spread)
    told.step(p.pay, steps::SpreadPay{.all = Exact::of(w.spread[p.item].amount), .months = Exact::whole(p.months)});
  if (p.split)
    told.choice(p.pay, steps::SplitWagePeriod{.all = Exact::of(w.am_income), .wording = wording_of(known.facts.options.split_wage)});
  if (p.kind != WagePart::Kind::wage) return;
  const Money allowance = known.allowances[p.record].value_or(Money{});
  if (allowance != Money{} && month_of(w.period.last) == month) {
    if (w.holiday_tax_share)
      told.choice(Exact::of(allowance), steps::AllowanceTakenOut{});
    else
      told.step(Exact::of(allowance), steps::AllowanceTakenOut{});
  }
  if (w.great_prayer_day_supplement != Money{}) told.step(Exact::of(w.great_prayer_day_supplement), steps::GreatPrayerDayInWage{});
}

/// FLT-5: one part of a fleksjob's wage into the sums.
void add_wage(Wages& sum, const WagePart& p) {
  if (p.kind == WagePart::Kind::supplement) {
    sum.supplements += p.pay;
    return;
  }
  sum.pay += p.pay;
  sum.own_pension += p.own_pension;
  sum.employer_pension += p.employer_pension;
  if (p.kind != WagePart::Kind::wage) return;
  sum.any = true;
  sum.jobs[p.employment].expected = sum.jobs[p.employment].expected || p.expected;
  if (p.has_hours)
    sum.hours += p.hours;
  else
    sum.jobs[p.employment].without_hours = true;
}

/// The hours of records without them are those of the job's week (TIME-2), where that is known.
void add_hours(Wages& sum, const Known& known) {
  for (std::size_t i = 0; i < sum.jobs.size(); ++i) {
    if (!sum.jobs[i].without_hours) continue;
    if (const auto& weekly = known.facts.employments[i].weekly_hours)
      sum.hours += Exact::of(*weekly) * law::weeks_a_month;
    else
      sum.hours_known = false;
  }
}

}  // namespace

OfEachJob<Wages::OfJob> whose_word(const Known& known, Month month, DayNumber as_of) {
  OfEachJob<Wages::OfJob> jobs(known.jobs.size());
  for (const WagePart& p : known.parts.of(month))
    if (p.kind == WagePart::Kind::wage && p.holds.at(as_of)) {
      int& best = jobs[p.employment].best_rank;
      best = std::min(best, p.rank);
    }
  return jobs;
}

bool outranked(const Known& known, const WagePart& part, std::span<const Wages::OfJob> words, DayNumber as_of) {
  if (part.kind == WagePart::Kind::after_end) return false;
  if (part.kind == WagePart::Kind::wage) return part.rank > words[part.employment].best_rank;
  const Period days = known.facts.wages[part.record].period;
  for (Month month = month_of(days.first); month <= month_of(days.last); month = month_after(month))
    if (part.rank > whose_word(known, month, as_of)[part.employment].best_rank) return true;
  return false;
}

template <class Watch>
Wages wages_of(const Known& known, Month month, DayNumber as_of, std::span<const WageAs> as, bool after_end, Watch& watch) {
  Wages sum;
  sum.jobs = whose_word(known, month, as_of);
  for (const WagePart& p : known.parts.of(month)) {
    if (!p.holds.at(as_of)) continue;
    const bool is_after_end = p.kind == WagePart::Kind::after_end;
    const WageAs counts_as = !is_after_end ? as[p.employment] : after_end ? WageAs::other : WageAs::nothing;
    if (counts_as == WageAs::nothing || (counts_as == WageAs::fleksjob_real && p.expected)) continue;
    const bool other_word = outranked(known, p, sum.jobs, as_of);
    tell(watch, known, p, month, other_word);
    if (other_word) continue;
    if (counts_as == WageAs::other)
      sum.other += p.wage();
    else
      add_wage(sum, p);
  }
  add_hours(sum, known);
  return sum;
}

void find_untaxed(std::vector<MissingFact>& missing, const Known& known, Month month, DayNumber as_of, std::span<const WageAs> as) {
  if (!known.allowance_unknown) return;
  const OfEachJob<Wages::OfJob> words = whose_word(known, month, as_of);
  for (const WagePart& p : known.parts.of(month)) {
    const bool counts =
        p.kind == WagePart::Kind::wage && as[p.employment] != WageAs::nothing && !(as[p.employment] == WageAs::fleksjob_real && p.expected);
    if (!counts || known.allowances[p.record] || !p.holds.at(as_of) || outranked(known, p, words, as_of)) continue;
    missing.push_back(
        {.kind = MissingFact::Kind::holiday_tax, .employment = p.employment, .month = month, .decides = true, .index = p.record});
  }
}

template Wages wages_of(const Known&, Month, DayNumber, std::span<const WageAs>, bool, NotTold&);
template Wages wages_of(const Known&, Month, DayNumber, std::span<const WageAs>, bool, Told&);

}  // namespace fleks::history
