#include <fleks/analysis/effort_result.hpp>

#include <algorithm>

#include "analysis/effort_paths.hpp"

namespace fleks {
namespace {

Exact share_of(const Ranged& share) { return Exact::ratio(share.value, 1'000'000); }
bool is_success(const Outcome& o) noexcept { return o.to == Outcome::To::fleksjob || o.to == Outcome::To::job; }

void add(PersonMonth& sum, const PersonMonth& m) {
  sum.benefit += m.benefit;
  sum.refund += m.refund;
  sum.fleksbidrag += m.fleksbidrag;
  sum.wage += m.wage;
  sum.kept_tax += m.kept_tax;
  sum.municipality += m.municipality;
  sum.state += m.state;
  sum.citizen += m.citizen;
  sum.pension += m.pension;
}

/// One participant for each month of intake, all with the same outcome: sums by year, and the municipality's by month.
struct Course {
  std::vector<PersonMonth> years{};
  std::vector<std::int64_t> municipality{};
  std::int64_t all = 0;
};

int year_at(const Effort& e, int month) { return int{(e.from + std::chrono::months{month}).year()} - int{e.from.year()}; }

Course course(const Effort& e, PersonMonths& months, bool with_effort, std::size_t outcome) {
  Course c;
  c.years.resize(static_cast<std::size_t>(year_at(e, e.months - 1)) + 1);
  c.municipality.resize(static_cast<std::size_t>(e.months));
  for (int start = 0; start < e.intake_months; ++start) {
    const auto standings = path(e, start, with_effort, outcome);
    for (std::size_t i = 0; i < standings.size(); ++i) {
      const int at = start + static_cast<int>(i);
      const PersonMonth& m = months(standings[i], e.from + std::chrono::months{at});
      add(c.years[static_cast<std::size_t>(year_at(e, at))], m);
      c.municipality[static_cast<std::size_t>(at)] += m.municipality;
      c.all += m.municipality;
    }
  }
  return c;
}

/// What is computed of an effort before it is put together.
struct Courses {
  std::vector<Course> with{}, without{};  // one an outcome, and one more for the rest, who are back
};

Courses courses(const Effort& e, PersonMonths& months) {
  Courses c;
  for (std::size_t i = 0; i <= e.outcomes.size(); ++i) c.with.push_back(course(e, months, true, i));
  for (std::size_t i = 0; i <= e.anyway.size(); ++i) c.without.push_back(course(e, months, false, i));
  return c;
}

/// The shares of the outcomes, and of the rest.
std::vector<Exact> shares(const std::vector<Outcome>& outcomes) {
  std::vector<Exact> all;
  Exact rest = Exact::whole(1);
  for (const Outcome& o : outcomes) {
    all.push_back(share_of(o.share));
    rest = rest - all.back();
  }
  all.push_back(rest);
  return all;
}

/// Staff and other costs of a month, øre: while participants begin and are in pool jobs.
std::int64_t staff_of(const Effort& e, PersonMonths& months, int month) {
  if (month >= e.intake_months + static_cast<int>(e.pool_months.value)) return 0;
  return (Exact::whole(months.indexed(e.staff.value, e.from + std::chrono::months{month})) * Exact::ratio(1, months_in_a_year))
      .rounded(Rounding::half_up)
      .value_or(0);
}
std::int64_t cost_of(const Effort& e, PersonMonths& months, int month) {
  return month < e.intake_months ? months.indexed(e.cost_a_participant.value, e.from + std::chrono::months{month}) : 0;
}

void add(EffortLine& line, const PersonMonth& sum, const Exact& weight) {
  const auto of = [&](std::int64_t amount) { return Exact::whole(amount) * weight; };
  line.benefit += of(sum.benefit);
  line.refund += of(sum.refund);
  line.fleksbidrag += of(sum.fleksbidrag);
  line.pool_wage += of(sum.wage);
  line.kept_tax += of(sum.kept_tax);
  line.municipality += of(sum.municipality);
  line.state += of(sum.state);
  line.citizen += of(sum.citizen);
  line.pension += of(sum.pension);
}
void add(EffortLine& sum, const EffortLine& line, const Exact& factor) {
  for (Exact EffortLine::*each :
       {&EffortLine::benefit, &EffortLine::refund, &EffortLine::fleksbidrag, &EffortLine::pool_wage, &EffortLine::staff,
        &EffortLine::kept_tax, &EffortLine::municipality, &EffortLine::state, &EffortLine::citizen, &EffortLine::pension})
    sum.*each = (sum.*each + line.*each * factor).reduced();
}

/// The months' weight: participants by the months in which they begin.
Exact participants_a_month(const Effort& e) { return Exact::ratio(e.participants, e.intake_months); }

void add_years(EffortResult& r, const Effort& e, PersonMonths& months, const Courses& c) {
  const auto years = c.with.front().years.size();
  r.years.resize(years);
  const Exact each = participants_a_month(e);
  const auto with = shares(e.outcomes), without = shares(e.anyway);
  for (std::size_t y = 0; y < years; ++y) {
    EffortYear& year = r.years[y];
    year.year = int{e.from.year()} + static_cast<int>(y);
    for (std::size_t o = 0; o < with.size(); ++o) add(year.as_it_falls, c.with[o].years[y], each * with[o]);
    for (std::size_t o = 0; o < without.size(); ++o) add(year.as_it_falls, c.without[o].years[y], Exact{} - each * without[o]);
    year.tax_known = months.tax_known(std::chrono::year{year.year} / std::chrono::January);
  }
  for (int m = 0; m < e.months; ++m) {
    const Exact cost = Exact::whole(staff_of(e, months, m)) + Exact::whole(cost_of(e, months, m)) * each;
    EffortLine& line = r.years[static_cast<std::size_t>(year_at(e, m))].as_it_falls;
    line.staff += cost;
    line.municipality -= cost;
  }
  const int prices_of = e.prices_of.value_or(int{e.from.year()});
  const Exact to = months.index(std::chrono::year{prices_of} / std::chrono::January);
  for (EffortYear& year : r.years) {
    add(year.fixed, year.as_it_falls, to / months.index(std::chrono::year{year.year} / std::chrono::January));
    add(r.all, year.as_it_falls, Exact::whole(1));
    add(r.all_fixed, year.fixed, Exact::whole(1));
  }
}

void add_months(EffortResult& r, const Effort& e, PersonMonths& months, const Courses& c) {
  const Exact each = participants_a_month(e);
  const auto with = shares(e.outcomes), without = shares(e.anyway);
  Exact sum{};
  for (int m = 0; m < e.months; ++m) {
    const auto at = static_cast<std::size_t>(m);
    for (std::size_t o = 0; o < with.size(); ++o) sum += Exact::whole(c.with[o].municipality[at]) * each * with[o];
    for (std::size_t o = 0; o < without.size(); ++o) sum -= Exact::whole(c.without[o].municipality[at]) * each * without[o];
    sum -= Exact::whole(staff_of(e, months, m)) + Exact::whole(cost_of(e, months, m)) * each;
    sum = sum.reduced();
    r.cumulated.push_back(sum);
  }
  // Paid back, and so to the end.
  for (int m = e.months; m > 0 && !(r.cumulated[static_cast<std::size_t>(m) - 1] < Exact{}); --m) r.break_even.months = m;
}

/// The share of success at which the result is 0: it is a line in the share, the others' shares as they are.
void add_break_even(EffortResult& r, const Effort& e, const Courses& c) {
  const Exact each = participants_a_month(e), back = Exact::whole(c.with.back().all);
  Exact of_success{}, most = Exact::whole(1);
  for (std::size_t o = 0; o < e.outcomes.size(); ++o) {
    const Exact share = share_of(e.outcomes[o].share);
    if (is_success(e.outcomes[o])) {
      r.success += share;
      of_success += Exact::whole(c.with[o].all) * share;
    } else {
      most -= share;
    }
  }
  if (r.success.is_zero()) return;
  const Exact slope = (of_success / r.success - back) * each;
  if (!slope.is_positive()) return;
  const Exact at = (r.success - r.all.municipality / slope).reduced();
  if (at <= most) r.break_even.success = at.is_positive() ? at : Exact{};
}

/// The municipality's result alone, for the ranges.
Result<Exact> municipality_of(const Effort& e, const RateTable& rates) {
  PersonMonths months(e, rates);
  const Courses c = courses(e, months);
  const Exact each = participants_a_month(e);
  Exact sum{};
  const auto with = shares(e.outcomes), without = shares(e.anyway);
  for (std::size_t o = 0; o < with.size(); ++o) sum += Exact::whole(c.with[o].all) * each * with[o];
  for (std::size_t o = 0; o < without.size(); ++o) sum -= Exact::whole(c.without[o].all) * each * without[o];
  for (int m = 0; m < e.months; ++m) sum -= Exact::whole(staff_of(e, months, m)) + Exact::whole(cost_of(e, months, m)) * each;
  if (months.error()) return *months.error();
  return sum.reduced();
}

std::optional<Error> add_decides(EffortResult& r, const Effort& effort, const RateTable& rates) {
  std::vector<Decides> found;
  each_input(effort, [&](const std::string& input, const Ranged& range) {
    if (range.is_range()) found.push_back({.input = input, .low = range.low, .high = range.high, .assumed = range.assumed});
  });
  for (Decides& d : found)
    for (const bool high : {false, true}) {
      Effort other = effort;
      each_input(other, [&](const std::string& input, Ranged& range) {
        if (input == d.input) range.value = high ? d.high : d.low;
      });
      auto result = municipality_of(other, rates);
      if (!result) return std::move(result).error();
      (high ? d.at_high : d.at_low) = *result;
    }
  std::stable_sort(found.begin(), found.end(), [](const Decides& a, const Decides& b) { return a.worth() > b.worth(); });
  r.decides = std::move(found);
  return std::nullopt;
}

}  // namespace

Result<EffortResult> effort_result(const Effort& effort, const RateTable& rates) {
  if (auto wrong = problem(effort)) return std::move(*wrong);
  PersonMonths months(effort, rates);
  const Courses c = courses(effort, months);
  EffortResult r;
  add_years(r, effort, months, c);
  add_months(r, effort, months, c);
  if (months.error()) return *months.error();
  add_break_even(r, effort, c);
  if (auto wrong = add_decides(r, effort, rates)) return std::move(*wrong);
  return r;
}

}  // namespace fleks
