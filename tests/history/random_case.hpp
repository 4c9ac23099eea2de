#pragma once

#include <algorithm>

#include "statement/against_oracle.hpp"

#include <fleks/analysis/correction.hpp>
#include <fleks/facts/case.hpp>

namespace random_case {

using namespace fleks;

inline Date later(Date date, std::int64_t days) { return Date{std::chrono::sys_days{date} + std::chrono::days{days}}; }
inline Date day_in(Month month, std::int64_t day) {
  return Date{month / std::chrono::day{static_cast<unsigned>(std::min<std::int64_t>(day, unsigned{last_day(month).day()}))}};
}

/// A case that can be: jobs, ceilings, wages reported late and corrected, bonuses, sickness, holiday and months
/// without a job.
inline Case make(against::Dice& dice, int months = 14) {
  Case c;
  c.sickness_benefit_right = dice.one_in(2);
  c.provider = dice.one_in(2);
  c.first = std::chrono::year{static_cast<int>(dice.from_to(2014, 2024))} / static_cast<int>(dice.from_to(1, 12));
  c.last = c.first + std::chrono::months{months - 1};
  const Month begin = c.first - std::chrono::months{2};
  int id = 0;
  const auto record = [&](FactSource source, Date known) {
    FactRecord r;
    r.id = "f" + std::to_string(++id);
    r.source = source;
    r.known = known;
    return r;
  };

  // A fleksjob for the first part, perhaps a second beside it, then ledighedsydelse or another fleksjob.
  const Month change = begin + std::chrono::months{dice.from_to(3, months)};
  const Date job_ends = day_in(change, dice.one_in(3) ? 31 : dice.from_to(1, 31));
  const auto add_job = [&](Employment::Kind kind, Date from, std::optional<Date> to) {
    Employment e;
    e.id = "job" + std::to_string(c.employments.size());
    e.employer = e.id;
    e.kind = kind;
    e.from = from;
    e.to = to;
    if (to && dice.one_in(3)) e.end_known = later(*to, dice.from_to(0, 60));
    if (kind == Employment::Kind::fleksjob && !dice.one_in(4)) {
      const auto count = dice.from_to(1, 3);
      for (std::int64_t i = 0; i < count; ++i) {
        const Date day = i == 0 ? from : day_in(begin + std::chrono::months{i * 4}, dice.from_to(1, 28));
        if (i > 0 && (day <= from || (to && day > *to))) continue;
        DatedCeiling ceiling{record(FactSource::employer, later(day, dice.one_in(2) ? 0 : dice.from_to(0, 150))),
                             day,
                             {},
                             Ceiling::stated(dice.oere_up_to(40000))};
        e.ceilings.push_back(ceiling);
      }
    }
    c.employments.push_back(std::move(e));
  };
  add_job(Employment::Kind::fleksjob, day_in(begin, dice.one_in(2) ? 1 : dice.from_to(1, 31)), job_ends);
  if (dice.one_in(3)) add_job(Employment::Kind::fleksjob, day_in(begin + std::chrono::months{1}, dice.from_to(1, 28)), job_ends);
  if (dice.one_in(2)) add_job(Employment::Kind::other, day_in(begin, 1), {});
  if (dice.one_in(2))
    add_job(Employment::Kind::fleksjob, later(job_ends, 1 + dice.from_to(0, 20)), {});
  else
    c.ledighedsydelse.push_back(
        {record(FactSource::municipality, later(job_ends, 1)), later(job_ends, 1), {}, static_cast<BenefitClass>(dice.from_to(0, 2))});

  for (std::size_t e = 0; e < c.employments.size(); ++e)
    for (Month m = begin; m <= c.last; m = month_after(m)) {
      const Employment& job = c.employments[e];
      const Date first = std::max(first_day(m), job.from), last = job.to ? std::min(last_day(m), *job.to) : last_day(m);
      if (first > last || dice.one_in(12)) continue;
      WageRecord w;
      w.employment = e;
      w.period = {first, last};
      w.disposal = last;
      w.record = record(FactSource::income_register, later(last, dice.one_in(5) ? dice.from_to(0, 200) : dice.from_to(0, 5)));
      w.am_income = dice.oere_up_to(18000);
      if (dice.one_in(2)) w.own_pension = dice.oere_up_to(900);
      if (dice.one_in(2)) w.employer_pension = dice.oere_up_to(1800);
      if (dice.one_in(3)) w.paid_hours = Hours::of_ten_thousandths(dice.from_to(0, 1'600'000));
      if (dice.one_in(8)) w.benefits_in_kind = Money::oere(w.am_income.in_oere() / 7);
      if (dice.one_in(10)) w.gifts = Money::oere(w.am_income.in_oere() / 9);
      if (dice.one_in(8))
        w.spread.push_back(
            {Money::oere(w.am_income.in_oere() / 3), std::max(month_of(job.from), m - std::chrono::months{dice.from_to(0, 6)}), m});
      const WageRecord original = w;
      c.wages.push_back(w);
      if (dice.one_in(6)) {
        w.record = record(FactSource::income_register, later(original.record.known, dice.from_to(0, 120)));
        w.record.corrects = original.record.id;
        w.am_income += Money::kroner(dice.from_to(0, 900));
        c.wages.push_back(w);
      } else if (dice.one_in(20)) {
        WageRecord none;
        none.record = record(FactSource::income_register, later(original.record.known, dice.from_to(0, 90)));
        none.record.corrects = original.record.id;
        none.record.withdrawn = true;
        c.wages.push_back(none);
      } else if (dice.one_in(8)) {
        w.record = record(FactSource::citizen, later(last, dice.from_to(0, 3)));
        w.am_income += Money::kroner(500);
        c.wages.push_back(w);
      }
    }
  for (Month m = begin; m <= c.last; m = month_after(m)) {
    if (dice.one_in(9)) {
      DailyBenefit b{record(FactSource::municipality, later(last_day(m), dice.from_to(-3, 40))),
                     DailyBenefit::Kind::sickness,
                     {day_in(m, 3), day_in(m, 17)},
                     day_in(m, 28),
                     dice.oere_up_to(9000)};
      c.daily_benefits.push_back(b);
    }
    if (dice.one_in(10)) {
      HolidayTaken h;
      h.kind = HolidayTaken::Kind::ledighedsydelse;
      h.period = {day_in(m, 20), day_in(m, 22)};
      h.record = record(FactSource::citizen, later(first_day(m), dice.from_to(-10, 40)));
      if (weekdays(h.period.first, h.period.last) > 0) c.holidays.push_back(h);
    }
    if (dice.one_in(12)) {
      OtherIncome i;
      i.record = record(FactSource::citizen, later(last_day(m), dice.from_to(0, 60)));
      i.month = m;
      i.kind = dice.one_in(2) ? OtherIncome::Kind::care : OtherIncome::Kind::replacing_wage;
      i.amount = dice.oere_up_to(5000);
      c.incomes.push_back(i);
    }
  }
  // What is claimed on ledighedsydelse has to be left of the account (LY-11).
  while (!c.holidays.empty() && !case_statement(c, against::table(), {.last = c.first})) c.holidays.pop_back();
  return c;
}

/// The same facts in another order; what refers to a place in a list follows.
inline Case shuffled(Case c, against::Dice& dice) {
  const auto shuffle = [&](auto& list) {
    for (std::size_t i = list.size(); i > 1; --i)
      std::swap(list[i - 1], list[static_cast<std::size_t>(dice.from_to(0, static_cast<std::int64_t>(i) - 1))]);
  };
  std::vector<std::string> names;
  for (const Employment& e : c.employments) names.push_back(e.id);
  shuffle(c.employments);
  const auto place = [&](std::size_t old) {
    for (std::size_t i = 0; i < c.employments.size(); ++i)
      if (c.employments[i].id == names[old]) return i;
    return old;
  };
  for (WageRecord& w : c.wages) w.employment = place(w.employment);
  for (HolidayTaken& h : c.holidays)
    if (h.employment) h.employment = place(*h.employment);
  for (Employment& e : c.employments) shuffle(e.ceilings);
  shuffle(c.wages);
  shuffle(c.daily_benefits);
  shuffle(c.holidays);
  shuffle(c.ledighedsydelse);
  shuffle(c.incomes);
  return c;
}

}  // namespace random_case
