#include "history/grounds.hpp"

#include <algorithm>

#include "rules/first_month.hpp"

namespace fleks::history {

std::vector<Ground> grounds(const Known& known, Month month, DayNumber as_of) {
  const CaseOptions& options = known.facts.options;
  std::vector<Ground> out;
  for (std::size_t i = 0; i < known.jobs.size(); ++i) {
    const Job& job = known.jobs[i];
    if (!job.gives_right()) continue;
    const DaySet days = days_in(month, job.known(as_of)) & weekdays_of(month);
    const bool own = law::rests_on_own_month(month, job.known(as_of), options.after_part_month);
    const bool first = month == month_of(date_of(job.days.first));
    if (days == 0 || (first && options.first_month == FirstMonth::no_subsidy)) continue;
    out.push_back({static_cast<std::uint32_t>(i), own ? month : month_before(month), own, law::expected_wage_holds(month, job.days), days});
  }
  return out;
}

Month month_of_other_income(std::span<const Ground> grounds, Month month) noexcept {
  const bool all_own = !grounds.empty() && std::all_of(grounds.begin(), grounds.end(), [](const Ground& g) { return g.own; });
  return all_own ? month : month_before(month);
}

std::vector<WageAs> wages_as(const Known& known, std::span<const Ground> grounds, Month wage_month, Month other_income) {
  std::vector<WageAs> as(known.jobs.size(), WageAs::nothing);
  for (std::size_t i = 0; i < known.jobs.size(); ++i)
    if (!known.jobs[i].gives_right() && wage_month == other_income) as[i] = WageAs::other;
  for (const Ground& g : grounds)
    if (g.wage_month == wage_month) as[g.job] = g.expected_holds ? WageAs::fleksjob : WageAs::fleksjob_real;
  return as;
}

DaySet covered_by(std::span<const Ground> grounds) noexcept {
  DaySet days = 0;
  for (const Ground& g : grounds) days |= g.days;
  return days;
}

}  // namespace fleks::history
