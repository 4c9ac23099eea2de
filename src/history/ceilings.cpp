#include "history/ceilings.hpp"

#include <bit>

#include <fleks/statement/month_statement.hpp>

#include "history/told.hpp"
#include "rules/by_law.hpp"
#include "rules/ceiling_in_force.hpp"

namespace fleks::history {
namespace {

Exact half_up_to_oere(const Exact& amount) noexcept { return amount.whole_part_exact(Rounding::half_up); }

/// LOFT-4: the ceiling with the hours of a full-time month by the option, or by the law of the month.
Ceiling with_hours(Ceiling ceiling, const Known& known, Month month) noexcept {
  const CeilingHours option = known.facts.options.ceiling_hours;
  const bool rounded = law::by_law(option, Rule::LOFT_4, month) == CeilingHours::three_decimals &&
                       (option != CeilingHours::by_law || ceiling.stated_by == Ceiling::StatedBy::computed);
  if (rounded && ceiling.form == Ceiling::Form::from_hourly) ceiling.full_time_month = Ceiling::FullTimeMonth::three_decimals;
  return ceiling;
}

/// The ceiling weighed by the weekdays on which each was in force.
template <class At>
std::optional<Error> weigh_by_weekdays(CeilingInForce& out, const Known& known, const std::vector<DatedCeiling>& ceilings, Stretch days,
                                       At at_day, const RatesOnDate& rates) {
  Exact sum;
  int count = 0;
  for (DayNumber day = days.first; day <= days.last; ++day) {
    const int index = at_day(day);
    if (index < 0 || weekdays(date_of(day), date_of(day)) == 0) continue;
    auto of_day = normal_wage_ceiling(with_hours(ceilings[static_cast<std::size_t>(index)].ceiling, known, month_of(date_of(day))), rates);
    if (!of_day) return std::move(of_day).error();
    sum += *of_day;
    ++count;
  }
  if (count == 0) return std::nullopt;
  out.amount = half_up_to_oere(sum * Exact::ratio(1, count));
  out.ceiling = Ceiling::stated(out.amount.round(Rounding::never).value(), out.ceiling.stated_by);
  return std::nullopt;
}

steps::CeilingInForce::Wording wording_of(CeilingOfMonth option) noexcept {
  using enum steps::CeilingInForce::Wording;
  switch (option) {
    case CeilingOfMonth::last_day: return last_day;
    case CeilingOfMonth::first_day: return first_day;
    case CeilingOfMonth::by_weekdays: return by_weekdays;
  }
  return last_day;
}

void tell(NotTold&, const CeilingInForce&, std::uint32_t, CeilingOfMonth) noexcept {}
void tell(Told& told, const CeilingInForce& c, std::uint32_t job, CeilingOfMonth option) {
  told.fact({FactUsed::Kind::ceiling, c.index, job, c.amount, Counts::yes});
  told.step(c.amount, steps::CeilingInForce{c.changed ? wording_of(option) : steps::CeilingInForce::Wording::the_same}).rests_on_choice =
      c.changed;
}

/// Two fleksjob: their ceilings by the hours of each, when those are known.
struct ByHours {
  Exact sum{}, hours{};
  bool known = true;
  void add(const Exact& ceiling, const std::optional<Hours>& weekly) {
    if (!weekly || *weekly == Hours{}) {
      known = false;
      return;
    }
    sum += ceiling * Exact::of(*weekly);
    hours += Exact::of(*weekly);
  }
};

}  // namespace

Result<std::optional<CeilingInForce>> ceiling_of_job(const Known& known, std::size_t job, Month month, DayNumber as_of,
                                                     const RatesOnDate& rates) {
  const auto& ceilings = known.facts.employments[job].ceilings;
  const auto at_day = [&](DayNumber day) {
    return law::ceiling_in_force(ceilings, day, [&](std::size_t i) { return known.ceilings[job][i].at(as_of); });
  };
  const Stretch of_job = known.jobs[job].known(as_of);
  const Stretch days{std::max(of_job.first, number_of(first_day(month))), std::min(of_job.last, number_of(last_day(month)))};
  const CeilingOfMonth option = known.facts.options.ceiling_of_month;
  const int at_first = at_day(days.first), at_last = at_day(days.last);
  const int chosen = law::ceiling_of_month(option, at_first, at_last);
  if (chosen < 0) return std::optional<CeilingInForce>{};
  CeilingInForce out;
  out.index = static_cast<std::uint32_t>(chosen);
  out.ceiling = with_hours(ceilings[out.index].ceiling, known, month);
  out.changed = at_first != at_last && at_first >= 0;
  auto amount = normal_wage_ceiling(out.ceiling, rates);
  if (!amount) return std::move(amount).error();
  out.amount = *amount;
  if (out.changed && option == CeilingOfMonth::by_weekdays)
    if (auto wrong = weigh_by_weekdays(out, known, ceilings, days, at_day, rates)) return std::move(*wrong);
  return std::optional(out);
}

template <class Watch>
Result<CeilingTogether> ceiling_together(const Known& known, std::span<const Ground> grounds, DayNumber as_of, const RatesOnDate& rates,
                                         Watch& watch) {
  const CeilingOfTwoJobs option = known.facts.options.ceiling_of_two_jobs;
  CeilingTogether out;
  std::optional<CeilingInForce> together, lowest;
  std::vector<MissingFact> without_ceiling, without_hours;
  ByHours by_hours;
  int jobs = 0;
  for (const Ground& g : grounds) {
    auto of_job = ceiling_of_job(known, g.job, g.wage_month, as_of, rates);
    if (!of_job) return std::move(of_job).error();
    if (!*of_job) {
      without_ceiling.push_back({MissingFact::Kind::ceiling, g.job, g.wage_month, false});
      continue;
    }
    ++jobs;
    const CeilingInForce& c = **of_job;
    tell(watch, c, g.job, known.facts.options.ceiling_of_month);
    const auto& weekly = known.facts.employments[g.job].weekly_hours;
    by_hours.add(c.amount, weekly);
    if (!weekly || *weekly == Hours{}) without_hours.push_back({MissingFact::Kind::hours, g.job, g.wage_month, false});
    if (!together || law::goes_first(option, c.amount, together->amount)) together = c;
    if (!lowest || c.amount < lowest->amount) lowest = c;
  }
  if (!together) return out;
  const bool weighed = jobs > 1 && option == CeilingOfTwoJobs::by_hours;
  if (weighed && by_hours.known) {
    together->amount = half_up_to_oere(by_hours.sum / by_hours.hours);
    together->ceiling = Ceiling::stated(together->amount.round(Rounding::never).value(), together->ceiling.stated_by);
  }
  out.ceiling = together->ceiling;
  for (const MissingFact& missing : without_ceiling) out.otherwise.emplace_back(missing, std::nullopt);
  if (weighed)
    for (const MissingFact& missing : without_hours) out.otherwise.emplace_back(missing, lowest->ceiling);
  if constexpr (Watch::watching) {
    using Wording = steps::CeilingOfJobs::Wording;
    const Exact count = Exact::whole(static_cast<std::int64_t>(grounds.size()));
    if (jobs > 1)
      watch.choice(together->amount, steps::CeilingOfJobs{.jobs = count,
                                                          .wording = weighed ? by_hours.known ? Wording::by_hours : Wording::hours_unknown
                                                                     : option == CeilingOfTwoJobs::lowest ? Wording::lowest
                                                                                                          : Wording::highest});
    if (!without_ceiling.empty()) watch.choice(together->amount, steps::CeilingOfJobs{.jobs = count, .wording = Wording::one_unknown});
  }
  return out;
}
template Result<CeilingTogether> ceiling_together(const Known&, std::span<const Ground>, DayNumber, const RatesOnDate&, NotTold&);
template Result<CeilingTogether> ceiling_together(const Known&, std::span<const Ground>, DayNumber, const RatesOnDate&, Told&);

namespace {

/// Ceilings of jobs that follow each other.
struct ByDays {
  std::vector<CeilingTogether> of_stretch{};
  std::vector<int> days{};

  /// The mean by weekdays, with another ceiling for one of them.
  [[nodiscard]] Result<Ceiling> mean(const RatesOnDate& rates, std::size_t changed = 0, const std::optional<Ceiling>& other = {}) const {
    Exact sum;
    int count = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
      const auto amount = normal_wage_ceiling(other && i == changed ? *other : *of_stretch[i].ceiling, rates);
      if (!amount) return amount.error();
      sum += *amount * Exact::whole(days[i]);
      count += days[i];
    }
    const Exact amount = half_up_to_oere(sum * Exact::ratio(1, count));
    return Ceiling::stated(amount.round(Rounding::never).value(), of_stretch.front().ceiling->stated_by);
  }
};

}  // namespace

template <class Watch>
Result<CeilingTogether> ceiling_of_part(const Known& known, std::span<const Ground> grounds, DayNumber as_of, const RatesOnDate& rates,
                                        Watch& watch) {
  if (grounds.size() == 1) return ceiling_together(known, grounds, as_of, rates, watch);
  const auto stretches = that_share_days({grounds.begin(), grounds.end()});
  if (stretches.size() == 1) return ceiling_together(known, grounds, as_of, rates, watch);
  ByDays all;
  CeilingTogether out;
  for (const auto& stretch : stretches) {
    auto of_stretch = ceiling_together(known, stretch, as_of, rates, watch);
    if (!of_stretch) return of_stretch;
    if (!of_stretch->ceiling) {
      for (const Ground& g : stretch)
        out.otherwise.emplace_back(MissingFact{MissingFact::Kind::ceiling, g.job, g.wage_month, false}, std::nullopt);
      continue;
    }
    all.of_stretch.push_back(*std::move(of_stretch));
    all.days.push_back(std::popcount(covered_by(stretch)));
  }
  if (all.days.empty()) return CeilingTogether{};
  using Wording = steps::CeilingOfJobs::Wording;
  const bool all_known = out.otherwise.empty();
  for (std::size_t i = 0; i < all.days.size(); ++i)
    for (const auto& [missing, ceiling] : all.of_stretch[i].otherwise) {
      if (!ceiling) {
        out.otherwise.emplace_back(missing, std::nullopt);
        continue;
      }
      const auto mean = all.mean(rates, i, ceiling);
      if (!mean) return mean.error();
      out.otherwise.emplace_back(missing, *mean);
    }
  const auto mean = all.mean(rates);
  if (!mean) return mean.error();
  out.ceiling = all.days.size() == 1 ? *all.of_stretch.front().ceiling : *mean;
  if constexpr (Watch::watching)
    watch.choice(Exact::of(mean->amount), steps::CeilingOfJobs{.jobs = Exact::whole(static_cast<std::int64_t>(grounds.size())),
                                                               .wording = all_known ? Wording::by_days : Wording::one_unknown});
  return out;
}
template Result<CeilingTogether> ceiling_of_part(const Known&, std::span<const Ground>, DayNumber, const RatesOnDate&, NotTold&);
template Result<CeilingTogether> ceiling_of_part(const Known&, std::span<const Ground>, DayNumber, const RatesOnDate&, Told&);

}  // namespace fleks::history
