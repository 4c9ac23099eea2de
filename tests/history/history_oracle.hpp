#pragma once

#include <set>
#include <string>

#include "statement/against_oracle.hpp"

#include <fleks/facts/case.hpp>

// A case's months a second time, by brute force: every fact is asked about every month and every day, and the
// oracle's month functions do the sums. Of the library it uses the facts only.

namespace history {

using fleks::Case;

inline bool not_after(fleks::Date a, fleks::Date b) { return against::day(a) == against::day(b) || against::day(a) < against::day(b); }

template <class List>
bool holds(const List& list, std::size_t index, fleks::Date as_of) {
  const auto& r = list[index].record;
  if (r.withdrawn || !not_after(r.known, as_of)) return false;
  for (const auto& other : list)
    if (!r.id.empty() && other.record.corrects == r.id && not_after(other.record.known, as_of)) return false;
  return true;
}

struct Payout {
  bool subsidy = false, benefit = false;
  oracle::Ore subsidy_amount = 0, benefit_amount = 0, payout = 0;
};

inline std::vector<oracle::Day> days_of(const oracle::Month& m) {
  std::vector<oracle::Day> out;
  for (int d = 1; d <= oracle::days_in(m); ++d) out.push_back({m.year, m.month, d});
  return out;
}
inline bool is_weekday(const oracle::Day& d) { return oracle::weekdays_between(d, d) == 1; }

/// Whether the job has that day, as known.
inline bool works(const fleks::Employment& e, const oracle::Day& day, fleks::Date as_of) {
  if (day < against::day(e.from)) return false;
  if (!e.to || !not_after(e.end_known ? *e.end_known : *e.to, as_of)) return true;
  return !(against::day(*e.to) < day);
}

inline Payout month(const Case& c, fleks::Month asked, fleks::Date as_of) {
  using oracle::Number;
  const oracle::Month s = against::month(asked), w = oracle::month_before(s);
  const auto is_fleks = [](const fleks::Employment& e) { return e.kind == fleks::Employment::Kind::fleksjob; };
  Payout out;

  // The wages of the wage month. A worse source is not asked when a better one has reported an ordinary wage.
  oracle::MonthFacts f;
  f.subsidy_month = s;
  f.wage_month = w;
  f.form = oracle::PayForm::am_income;
  Number other_before{}, own{}, employer{}, hours{}, other_wage{};
  bool any = false, hours_known = true;
  for (std::size_t e = 0; e < c.employments.size(); ++e) {
    std::set<int> sources;
    for (std::size_t i = 0; i < c.wages.size(); ++i)
      if (holds(c.wages, i, as_of) && c.wages[i].employment == e && against::month(fleks::month_of(c.wages[i].period.first)) == w)
        sources.insert(c.wages[i].record.source == fleks::FactSource::income_register ? 0 : 1);
    for (std::size_t i = 0; i < c.wages.size(); ++i) {
      const auto& r = c.wages[i];
      if (!holds(c.wages, i, as_of) || r.employment != e) continue;
      const int source = r.record.source == fleks::FactSource::income_register ? 0 : 1;
      if (!sources.empty() && source > *sources.begin()) continue;
      Number pay{}, pension{};
      if (against::month(fleks::month_of(r.period.first)) == w) {
        pay = against::number(r.am_income) - against::number(r.gifts) - against::number(r.benefits_in_kind);
        for (const auto& spread : r.spread) pay -= against::number(spread.amount);
        pension = against::number(r.own_pension) + against::number(r.employer_pension);
        if (is_fleks(c.employments[e])) {
          any = true;
          if (r.paid_hours)
            hours += against::number(*r.paid_hours);
          else
            hours_known = false;
        }
      }
      for (const auto& spread : r.spread) {
        const int first = int{spread.first.year()} * 12 + static_cast<int>(unsigned{spread.first.month()});
        const int count = int{spread.last.year()} * 12 + static_cast<int>(unsigned{spread.last.month()}) - first + 1;
        const int place = w.year * 12 + w.month - first;
        if (place < 0 || place >= count) continue;
        const std::int64_t whole = spread.amount.in_oere();
        pay += oracle::ratio(whole * (place + 1) / count - whole * place / count, 100);
      }
      if (is_fleks(c.employments[e])) {
        f.pay += pay;
        own += pension;
      } else {
        other_wage += pay + pension;
      }
    }
  }
  f.own_pension.amount = own;
  f.other_wage = other_wage;
  if (any && hours_known) f.paid_hours = hours > Number(744) ? Number(744) : hours;

  Number replacing{};
  for (std::size_t i = 0; i < c.daily_benefits.size(); ++i)
    if (holds(c.daily_benefits, i, as_of) && against::month(fleks::month_of(c.daily_benefits[i].paid)) == w)
      f.daily_benefit += against::number(c.daily_benefits[i].amount);
  for (std::size_t i = 0; i < c.incomes.size(); ++i) {
    if (!holds(c.incomes, i, as_of) || !(against::month(c.incomes[i].month) == w)) continue;
    replacing += against::number(c.incomes[i].amount);
    if (c.incomes[i].kind == fleks::OtherIncome::Kind::care) f.care_income += against::number(c.incomes[i].amount);
  }
  replacing += f.daily_benefit;

  // The days of the fleksjob in the wage month, and its ceiling on the last of them.
  f.all_weekdays = oracle::weekdays_in(w);
  f.covered_weekdays = 0;
  bool in_fleksjob = false;
  std::optional<Number> ceiling;
  for (const auto& day : days_of(w)) {
    bool here = false;
    for (const auto& e : c.employments) here = here || (is_fleks(e) && works(e, day, as_of));
    in_fleksjob = in_fleksjob || here;
    f.covered_weekdays += here && is_weekday(day);
  }
  for (const auto& e : c.employments) {
    if (!is_fleks(e)) continue;
    std::optional<oracle::Day> last;
    for (const auto& day : days_of(w))
      if (works(e, day, as_of)) last = day;
    if (!last) continue;
    std::optional<std::size_t> in_force;
    for (std::size_t i = 0; i < e.ceilings.size(); ++i)
      if (holds(e.ceilings, i, as_of) && !(*last < against::day(e.ceilings[i].from)) &&
          (!in_force || against::day(e.ceilings[*in_force].from) < against::day(e.ceilings[i].from)))
        in_force = i;
    if (!in_force) continue;
    const Number amount = against::number(e.ceilings[*in_force].ceiling.amount);
    if (!ceiling || *ceiling < amount) ceiling = amount;
  }
  if (ceiling) {
    f.ceiling.form = oracle::CeilingForm::amount;
    f.ceiling.amount = *ceiling;
  }
  // Holiday on ledighedsydelse: the days in a month, whoever they belong to.
  const auto holiday_days = [&](const oracle::Month& m, bool only_in_fleksjob) {
    int count = 0;
    for (std::size_t i = 0; i < c.holidays.size(); ++i) {
      if (!holds(c.holidays, i, as_of)) continue;
      bool job = !only_in_fleksjob;
      int days = 0;
      for (const auto& day : days_of(m)) {
        if (day < against::day(c.holidays[i].period.first) || against::day(c.holidays[i].period.last) < day) continue;
        for (const auto& e : c.employments) job = job || (is_fleks(e) && works(e, day, as_of));
        days += is_weekday(day);
      }
      if (job) count += days;
    }
    return count;
  };
  f.ledighedsydelse_days = holiday_days(w, false);
  if (in_fleksjob) {
    const auto r = oracle::month(f, {}, against::book());
    out.subsidy = true;
    out.subsidy_amount = r.fleksloentilskud;
    out.payout += r.payout;
  }

  // Ledighedsydelse of the month's own days.
  oracle::BenefitFacts b;
  b.month = s;
  b.provider = c.provider;
  int entitled = 0;
  bool on_benefit = false;
  for (const auto& day : days_of(s)) {
    bool period = false, job = false;
    for (std::size_t i = 0; i < c.ledighedsydelse.size(); ++i) {
      const auto& p = c.ledighedsydelse[i];
      if (!holds(c.ledighedsydelse, i, as_of) || day < against::day(p.from)) continue;
      period = true;
      b.benefit_class = static_cast<oracle::BenefitClass>(*p.benefit_class);
    }
    for (const auto& e : c.employments) job = job || (is_fleks(e) && works(e, day, as_of));
    if (period && !job) {
      on_benefit = true;
      entitled += is_weekday(day);
    }
  }
  const int in_job = holiday_days(s, true);
  if (!on_benefit && in_job == 0) return out;
  if (!on_benefit) {
    // The cases that are drawn have the right to sickness benefit, or are in their first 18 months: both are said.
    b.benefit_class = oracle::BenefitClass::full;
  } else {
    b.am_income = f.pay + own + other_wage;
    b.replacing_income = replacing;
  }
  b.entitled_weekdays = std::min(entitled + in_job, oracle::weekdays_in(s));
  const auto r = oracle::ledighedsydelse(b, oracle::month_rates(against::book(), s.year, s.month));
  out.benefit = true;
  out.benefit_amount = r.ledighedsydelse;
  out.payout += r.payout;
  return out;
}

}  // namespace history
