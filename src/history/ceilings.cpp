#include "history/ceilings.hpp"

#include <fleks/statement/month_statement.hpp>

#include "history/told.hpp"
#include "rules/ceiling_in_force.hpp"

namespace fleks::history {
namespace {

Exact half_up_to_oere(const Exact& amount) noexcept { return amount.whole_part_exact(Rounding::half_up); }

/// The ceiling weighed by the weekdays on which each was in force.
template <class At>
std::optional<Error> weigh_by_weekdays(CeilingInForce& out, const std::vector<DatedCeiling>& ceilings, Stretch days, At at_day,
                                       const RatesOnDate& rates) {
  Exact sum;
  int count = 0;
  for (DayNumber day = days.first; day <= days.last; ++day) {
    const int index = at_day(day);
    if (index < 0 || weekdays(date_of(day), date_of(day)) == 0) continue;
    auto of_day = normal_wage_ceiling(ceilings[static_cast<std::size_t>(index)].ceiling, rates);
    if (!of_day) return std::move(of_day).error();
    sum += *of_day;
    ++count;
  }
  if (count == 0) return std::nullopt;
  out.amount = half_up_to_oere(sum * Exact::ratio(1, count));
  out.ceiling = Ceiling::stated(out.amount.round(Rounding::half_up).value(), out.ceiling.stated_by);
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
  told.fact({FactUsed::Kind::ceiling, c.index, job, c.amount, false});
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
  out.ceiling = ceilings[out.index].ceiling;
  out.changed = at_first != at_last && at_first >= 0;
  auto amount = normal_wage_ceiling(out.ceiling, rates);
  if (!amount) return std::move(amount).error();
  out.amount = *amount;
  if (out.changed && option == CeilingOfMonth::by_weekdays)
    if (auto wrong = weigh_by_weekdays(out, ceilings, days, at_day, rates)) return std::move(*wrong);
  return std::optional(out);
}

template <class Watch>
Result<std::optional<Ceiling>> ceiling_of_month(const Known& known, Month month, DayNumber as_of, const RatesOnDate& rates, Watch& watch) {
  const CeilingOfTwoJobs option = known.facts.options.ceiling_of_two_jobs;
  std::optional<CeilingInForce> together;
  ByHours by_hours;
  int jobs = 0;
  for (std::uint32_t i = 0; i < known.jobs.size(); ++i) {
    if (!known.jobs[i].fleks || days_in(month, known.jobs[i].known(as_of)) == 0) continue;
    auto of_job = ceiling_of_job(known, i, month, as_of, rates);
    if (!of_job) return std::move(of_job).error();
    if (!*of_job) continue;
    ++jobs;
    const CeilingInForce& c = **of_job;
    tell(watch, c, i, known.facts.options.ceiling_of_month);
    by_hours.add(c.amount, known.facts.employments[i].weekly_hours);
    if (!together || law::goes_first(option, c.amount, together->amount)) together = c;
  }
  if (!together) return std::optional<Ceiling>{};
  const bool weighed = jobs > 1 && option == CeilingOfTwoJobs::by_hours && by_hours.known;
  if (weighed) {
    together->amount = half_up_to_oere(by_hours.sum / by_hours.hours);
    together->ceiling = Ceiling::stated(together->amount.round(Rounding::half_up).value(), together->ceiling.stated_by);
  }
  using Of = steps::CeilingOfJobs::Wording;
  if constexpr (Watch::watching)
    if (jobs > 1)
      watch.choice(together->amount, steps::CeilingOfJobs{.jobs = Exact::whole(jobs),
                                                          .wording = weighed                              ? Of::by_hours
                                                                     : option == CeilingOfTwoJobs::lowest ? Of::lowest
                                                                                                          : Of::highest});
  return std::optional(together->ceiling);
}
template Result<std::optional<Ceiling>> ceiling_of_month(const Known&, Month, DayNumber, const RatesOnDate&, NotTold&);
template Result<std::optional<Ceiling>> ceiling_of_month(const Known&, Month, DayNumber, const RatesOnDate&, Told&);

}  // namespace fleks::history
