#include "history/grounds.hpp"

#include <algorithm>
#include <bit>

#include "history/holidays.hpp"
#include "rules/first_month.hpp"

namespace fleks::history {

namespace {

/// FLT-22: whether the subsidy of a month is regulated on its own wage, as the month before had holiday.
bool regulated_after_holiday(const Known& known, Month month, DayNumber as_of) {
  const AfterHoliday option = known.facts.options.after_holiday;
  const bool by_rule = option == AfterHoliday::by_law ? in_force(Rule::FLT_22, month) : option == AfterHoliday::regulated;
  return by_rule && !known.holidays.empty() && has_holiday_without_pay(known, month_before(month), as_of);
}

/// The month's own wage for jobs whose real wage is known; jobs that follow each other in the month have it already.
void rest_on_own_wage(Grounds& grounds, const Known& known, Month month, DayNumber as_of) {
  if (that_share_days(grounds).size() > 1) return;
  const auto words = whose_word(known, month, as_of);
  const auto real = [&](const Ground& g) { return words[g.job].best_rank < law::first_rank_of_expected; };
  if (!std::all_of(grounds.begin(), grounds.end(), real)) return;
  for (Ground& g : grounds) {
    if (g.own) continue;
    g.wage_month = month;
    g.own = true;
    g.rule = Rule::FLT_22;
  }
}

}  // namespace

Grounds grounds(const Known& known, Month month, DayNumber as_of) {
  const CaseOptions& options = known.facts.options;
  Grounds out;
  for (std::size_t i = 0; i < known.jobs.size(); ++i) {
    const Job& job = known.jobs[i];
    if (!job.gives_right()) continue;
    const DaySet days = days_in(month, job.known(as_of)) & weekdays_of(month);
    const bool own = law::rests_on_own_month(month, job.known(as_of), options.after_part_month);
    const bool first = month == month_of(date_of(job.days.first));
    if (days == 0 || (first && options.first_month == FirstMonth::no_subsidy)) continue;
    out.push_back({static_cast<std::uint32_t>(i), own ? month : month_before(month), own, own ? Rule::FLT_20 : Rule::FLT_1,
                   law::expected_wage_holds(month, job.days), days});
  }
  if (!out.empty() && regulated_after_holiday(known, month, as_of)) rest_on_own_wage(out, known, month, as_of);
  return out;
}

Month month_of_other_income(std::span<const Ground> grounds, Month month) noexcept {
  const bool all_own = !grounds.empty() && std::all_of(grounds.begin(), grounds.end(), [](const Ground& g) { return g.own; });
  return all_own ? month : month_before(month);
}

OfEachJob<WageAs> wages_as(const Known& known, std::span<const Ground> grounds, Month wage_month, Month other_income) {
  OfEachJob<WageAs> as(known.jobs.size(), WageAs::nothing);
  for (std::size_t i = 0; i < known.jobs.size(); ++i)
    if (!known.jobs[i].gives_right() && wage_month == other_income) as[i] = WageAs::other;
  for (const Ground& g : grounds)
    if (g.wage_month == wage_month) as[g.job] = g.expected_holds ? WageAs::fleksjob : WageAs::fleksjob_real;
  return as;
}

GroupsOfGrounds that_share_days(Grounds jobs) {
  GroupsOfGrounds groups;
  if (jobs.size() == 1) {
    groups.push_back(std::move(jobs));
    return groups;
  }
  std::stable_sort(jobs.begin(), jobs.end(),
                   [](const Ground& a, const Ground& b) { return std::countr_zero(a.days) < std::countr_zero(b.days); });
  for (const Ground& job : jobs) {
    if (groups.empty() || (covered_by(groups.back()) & job.days) == 0) groups.emplace_back();
    groups.back().push_back(job);
  }
  return groups;
}

GroupsOfGrounds that_are_computed_together(Grounds jobs) {
  GroupsOfGrounds groups;
  Grounds* on_own_month = nullptr;
  auto sharing = that_share_days(std::move(jobs));
  groups.reserve(sharing.size());
  for (auto& group : sharing) {
    const bool own = std::ranges::all_of(group, &Ground::own);
    if (own && on_own_month != nullptr) {
      on_own_month->insert(on_own_month->end(), group.begin(), group.end());
      continue;
    }
    groups.push_back(std::move(group));
    if (own) on_own_month = &groups.back();
  }
  return groups;
}

DaySet covered_by(std::span<const Ground> grounds) noexcept {
  DaySet days = 0;
  for (const Ground& g : grounds) days |= g.days;
  return days;
}

}  // namespace fleks::history
