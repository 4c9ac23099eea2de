#pragma once

#include <span>

#include <fleks/rules/rule.hpp>

#include "history/wages.hpp"

// On which months' wages a subsidy month rests: FLT-1, FLT-20, FLT-21.

namespace fleks::history {

/// One fleksjob of a subsidy month.
struct Ground {
  std::uint32_t job = 0;
  Month wage_month{};
  bool own = false;            // the wage of the month itself (FLT-20, FLT-22)
  Rule rule = Rule::FLT_1;     // why that month
  bool expected_holds = true;  // where the real wage is not known yet (FLT-20)
  DaySet days = 0;             // weekdays of the subsidy month that the job covers
};

/// Those of a month: one or two, rarely more.
using Grounds = Few<Ground, 4>;
using GroupsOfGrounds = Few<Grounds, 2>;

/// Every fleksjob with a weekday in the month that gives a right in it; in the order of the jobs.
[[nodiscard]] Grounds grounds(const Known& known, Month month, DayNumber as_of);
/// Whose month other income is of: the month before, unless every job rests on the month itself.
[[nodiscard]] Month month_of_other_income(std::span<const Ground> grounds, Month month) noexcept;
/// As what each job's wage of a wage month counts.
[[nodiscard]] OfEachJob<WageAs> wages_as(const Known& known, std::span<const Ground> grounds, Month wage_month, Month other_income);
/// The jobs in groups that share days, in the order of their first days.
[[nodiscard]] GroupsOfGrounds that_share_days(Grounds jobs);
/// The jobs in groups of which each has one deduction: those that share days, and all those that rest on the wage of the month itself,
/// which is one wage and has one threshold (FLT-8), also where they follow each other.
[[nodiscard]] GroupsOfGrounds that_are_computed_together(Grounds jobs);
/// Weekdays of the month that the jobs cover together.
[[nodiscard]] DaySet covered_by(std::span<const Ground> grounds) noexcept;

}  // namespace fleks::history
