#include "history/incomes.hpp"

#include <algorithm>
#include <bit>

#include "history/days.hpp"
#include "history/sanctioned.hpp"
#include "history/wages.hpp"
#include "rules/income_kinds.hpp"

namespace fleks::history {
namespace {

/// Whether a month of the case would take a month's other income into its fleksløntilskud.
bool in_subsidy(const Known& known, Month subsidy, Month income, DayNumber as_of) {
  if (known.without_right && subsidy >= *known.without_right) return false;
  const auto jobs = grounds(known, subsidy, as_of);
  return std::any_of(jobs.begin(), jobs.end(), [&](const Ground& g) { return g.wage_month == income; });
}
/// The same of its ledighedsydelse.
bool in_benefit(const Known& known, Month benefit, Month income, DayNumber as_of) {
  if (known.without_right && benefit >= *known.without_right) return false;
  return (days_with_right(known, benefit, as_of) & weekdays_of(benefit)) != 0 && month_offset_in(known, benefit, as_of) == income;
}
/// Whether either the month itself or the one after takes it.
template <class In>
bool in_either(In in, const Known& known, Month income, DayNumber as_of) {
  return in(known, income, income, as_of) || in(known, month_after(income), income, as_of);
}

/// Why a known income counts nowhere, or that it does.
Counts why_not(const Known& known, const OtherIncome& income, DayNumber as_of) {
  const auto as_wage = [&](const Known& k, Month month, Month of, DayNumber day) {
    return law::counts_as_wage(income.kind, month) && in_subsidy(k, month, of, day);
  };
  const bool subsidy = in_either(in_subsidy, known, income.month, as_of), benefit = in_either(in_benefit, known, income.month, as_of);
  const bool by_hours = income.kind == OtherIncome::Kind::side_business;
  if ((benefit && !by_hours) || in_either(as_wage, known, income.month, as_of)) return Counts::yes;
  if (benefit) return Counts::hours_unknown;
  if (!subsidy) return Counts::neither_benefit;
  switch (income.kind) {
    case OtherIncome::Kind::care: return Counts::not_yet_law;
    case OtherIncome::Kind::self_employment: return Counts::surplus_unknown;
    case OtherIncome::Kind::paid_out_holiday_allowance: return Counts::only_with_holiday;
    default: return Counts::no_wage_by_kind;
  }
}

/// Why a part of a known wage counts nowhere, or that it does.
Counts why_not(const Known& known, const WagePart& p, DayNumber as_of) {
  const Month month = month_at(p.month);
  const Job& job = known.jobs[p.employment];
  for (const Month subsidy : {month, month_after(month)})
    for (const Ground& g : grounds(known, subsidy, as_of))
      if (g.job == p.employment && g.wage_month == month) return Counts::yes;
  const bool other = !job.gives_right() || p.kind == WagePart::Kind::after_end;
  if (other && in_either(in_subsidy, known, month, as_of)) return Counts::yes;
  if (in_either(in_benefit, known, month, as_of)) {
    const bool of_fleksjob = known.facts.options.first_month_on_benefit == FirstMonthOnBenefit::month_before;
    if (!job.fleks || of_fleksjob || p.kind == WagePart::Kind::after_end) return Counts::yes;
    return Counts::before_ledighedsydelse;
  }
  if (job.old_scheme) return Counts::out_of_scope;
  if (job.fleks && job.known(as_of).last < number_of(first_day(month_after(month)))) return Counts::after_the_job;
  return Counts::neither_benefit;
}

Counts why_not(const Known& known, const DailyBenefit& benefit, bool unclaimed, DayNumber as_of) {
  if (unclaimed && known.facts.options.unclaimed_benefit == UnclaimedBenefit::ignored) return Counts::by_choice;
  const Month month = month_of(benefit.paid);
  if (in_either(in_subsidy, known, month, as_of)) return Counts::yes;
  if (unclaimed || !in_either(in_benefit, known, month, as_of)) return Counts::neither_benefit;
  const bool month_before = known.facts.options.first_month_on_benefit == FirstMonthOnBenefit::month_before;
  return month_before || benefit_weekdays(known, days_of(benefit.period), as_of) != 0 ? Counts::yes : Counts::before_ledighedsydelse;
}

void tell(Told& told, FactUsed::Kind kind, std::size_t index, std::uint32_t employment, const Exact& amount, Counts why) {
  if (why != Counts::yes) told.fact({kind, static_cast<std::uint32_t>(index), employment, amount, why});
}

/// The first and last month a fact is about.
std::pair<Month, Month> months_of(const Case& c, FactUsed::Kind kind, std::size_t i) {
  const auto of = [](Date first, Date last) { return std::pair{month_of(first), month_of(last)}; };
  switch (kind) {
    case FactUsed::Kind::wage: return of(c.wages[i].period.first, std::max(c.wages[i].period.last, c.wages[i].disposal));
    case FactUsed::Kind::daily_benefit: return of(c.daily_benefits[i].paid, c.daily_benefits[i].paid);
    case FactUsed::Kind::unclaimed_benefit: return of(c.unclaimed_benefits[i].paid, c.unclaimed_benefits[i].paid);
    case FactUsed::Kind::holiday: return of(c.holidays[i].period.first, c.holidays[i].period.last);
    case FactUsed::Kind::sanction: return of(c.sanctions[i].date, c.sanctions[i].date);
    case FactUsed::Kind::day_sanction: return of(c.day_sanctions[i].from, c.day_sanctions[i].to.value_or(c.day_sanctions[i].from));
    case FactUsed::Kind::income: return {c.incomes[i].month, c.incomes[i].month};
    case FactUsed::Kind::back_payment: return of(c.back_payments[i].period.first, c.back_payments[i].period.last);
    case FactUsed::Kind::benefit_period: return of(c.ledighedsydelse[i].from, c.ledighedsydelse[i].to.value_or(last_day(c.last)));
    case FactUsed::Kind::ceiling: break;
  }
  return {c.first, c.last};
}

Counts why_in_no_month(const Known& known, FactUsed::Kind kind, std::size_t i, const Holds& holds, const std::vector<CaseMonth>& months,
                       DayNumber as_of) {
  if (holds.from > as_of) return Counts::not_known_yet;
  if (holds.until <= as_of) return Counts::corrected;
  const auto [first, last] = months_of(known.facts, kind, i);
  if (last < month_before(months.front().month) || first > months.back().month) return Counts::other_months;
  if (kind == FactUsed::Kind::wage && first >= months.back().month) return Counts::other_months;
  if (kind == FactUsed::Kind::back_payment) return Counts::no_benefit_paid;
  if (kind == FactUsed::Kind::sanction && ended_right(known, i, as_of)) return Counts::ended_right;
  return Counts::neither_benefit;
}

}  // namespace

bool first_month_on_benefit(const Known& known, Month month, DayNumber as_of) {
  const DaySet days = benefit_days(known, month, as_of) & weekdays_of(month);
  if (days == 0) return false;
  const DaySet earlier = weekdays_of(month) & ((days & -days) - 1);
  if (earlier != 0) return true;  // a weekday of the month lies before the first of them
  const Month before = month_before(month);
  return (benefit_days(known, before, as_of) & std::bit_floor(weekdays_of(before))) == 0;
}

Month month_offset_in(const Known& known, Month month, DayNumber as_of) {
  const bool own = known.facts.options.first_month_on_benefit == FirstMonthOnBenefit::own_wage;
  return own && first_month_on_benefit(known, month, as_of) ? month : month_before(month);
}

void tell_what_does_not_count(const Known& known, const CaseMonth& month, DayNumber as_of, Told& told) {
  const Month before = month_before(month.month);
  const auto words = whose_word(known, before, as_of);
  for (const WagePart& p : known.parts.of(before)) {
    if (!p.holds.at(as_of)) continue;
    if (!outranked(known, p, words, as_of)) tell(told, FactUsed::Kind::wage, p.record, p.employment, p.wage(), why_not(known, p, as_of));
  }
  for (std::size_t i = 0; i < known.incomes.size(); ++i) {
    const OtherIncome& income = known.facts.incomes[i];
    if (known.incomes[i].at(as_of) && income.month == before)
      tell(told, FactUsed::Kind::income, i, 0, Exact::of(income.amount), why_not(known, income, as_of));
  }
  const auto benefits = [&](const std::vector<Holds>& holds, const std::vector<DailyBenefit>& list, FactUsed::Kind kind) {
    for (std::size_t i = 0; i < list.size(); ++i)
      if (holds[i].at(as_of) && month_of(list[i].paid) == before)
        tell(told, kind, i, 0, Exact::of(list[i].amount), why_not(known, list[i], kind == FactUsed::Kind::unclaimed_benefit, as_of));
  };
  benefits(known.daily_benefits, known.facts.daily_benefits, FactUsed::Kind::daily_benefit);
  benefits(known.unclaimed_benefits, known.facts.unclaimed_benefits, FactUsed::Kind::unclaimed_benefit);
}

std::vector<FactUsed> told_by_no_month(const Known& known, const std::vector<CaseMonth>& months, DayNumber as_of) {
  std::vector<FactUsed> out;
  const auto each = [&](FactUsed::Kind kind, const std::vector<Holds>& holds, auto withdrawn) {
    std::vector<bool> told(holds.size());
    for (const CaseMonth& m : months)
      for (const FactUsed& f : m.facts)
        if (f.kind == kind) told[f.index] = true;
    for (std::size_t i = 0; i < holds.size(); ++i)
      if (!told[i] && !withdrawn(i))
        out.push_back({kind, static_cast<std::uint32_t>(i),
                       kind == FactUsed::Kind::wage ? static_cast<std::uint32_t>(known.facts.wages[i].employment) : 0, Exact{},
                       why_in_no_month(known, kind, i, holds[i], months, as_of)});
  };
  const Case& c = known.facts;
  each(FactUsed::Kind::wage, known.wages, [&](std::size_t i) { return c.wages[i].record.withdrawn; });
  each(FactUsed::Kind::daily_benefit, known.daily_benefits, [&](std::size_t i) { return c.daily_benefits[i].record.withdrawn; });
  each(FactUsed::Kind::unclaimed_benefit, known.unclaimed_benefits,
       [&](std::size_t i) { return c.unclaimed_benefits[i].record.withdrawn; });
  each(FactUsed::Kind::holiday, known.holidays, [&](std::size_t i) { return c.holidays[i].record.withdrawn; });
  each(FactUsed::Kind::sanction, known.sanctions, [&](std::size_t i) { return c.sanctions[i].record.withdrawn; });
  each(FactUsed::Kind::day_sanction, known.day_sanctions, [&](std::size_t i) { return c.day_sanctions[i].record.withdrawn; });
  each(FactUsed::Kind::income, known.incomes, [&](std::size_t i) { return c.incomes[i].record.withdrawn; });
  each(FactUsed::Kind::back_payment, known.back_payments, [&](std::size_t i) { return c.back_payments[i].record.withdrawn; });
  each(FactUsed::Kind::benefit_period, known.periods, [&](std::size_t i) { return c.ledighedsydelse[i].record.withdrawn; });
  return out;
}

}  // namespace fleks::history
