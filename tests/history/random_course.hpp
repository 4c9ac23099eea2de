#pragma once

#include <algorithm>
#include <random>

#include <fleks/facts/case.hpp>

#include "oracle/course.hpp"

// Random courses: jobs that begin and end anywhere, gaps, a second fleksjob, another job, late and expected wages,
// corrections, holiday, sickness, sanctions. One course is made in the oracle's facts and told to the library in its own.
namespace random_course {

namespace oc = oracle::course;
using oracle::Month;
using oracle::Number;

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int from_to(int first, int last) { return std::uniform_int_distribution<int>(first, last)(engine_); }
  bool one_in(int n) { return from_to(1, n) == 1; }
  Number amount_up_to(int kroner) { return oracle::ratio(from_to(0, kroner * 100), 100); }
  Number amount_between(int low, int high) { return oracle::ratio(from_to(low * 100, high * 100), 100); }

 private:
  std::mt19937 engine_;
};

/// What a course may have.
struct Kinds {
  bool corrections = true;  // late, corrected and withdrawn records
  bool expected = true;     // expected wages
  bool second_fleksjob = true;
  bool other_job = true;
  bool incomes = true;  // care, side business, replacing wage, hours, daily benefits
  bool unclaimed = true;
  bool after_end = true;
  bool holidays = true;
  bool sanctions = true;
  bool bonus = true;
  bool parts_of_months = true;  // jobs that begin and end within a month
  int first_year = 2013, last_year = 2025;
  int least_months = 9, most_months = 16;
};

class Maker {
 public:
  Maker(Dice& dice, const Kinds& kinds) : dice_(dice), kinds_(kinds) {}

  oc::Course make() {
    const int months = dice_.from_to(kinds_.least_months, kinds_.most_months);
    c_.first = {dice_.from_to(kinds_.first_year, kinds_.last_year), dice_.from_to(1, 12)};
    if (c_.first.year == 2013 && c_.first.month < 4) c_.first.month = 4;
    c_.last = std::min(oracle::law::later(c_.first, months - 1), Month{2026, 12});  // the last year of the rates
    begin_ = oracle::law::later(c_.first, -dice_.from_to(1, 3));
    end_ = oc::last_of(c_.last);
    c_.provider = dice_.one_in(3);
    others_ = dice_.one_in(2);
    jobs_and_benefit();
    if (others_ && kinds_.other_job && dice_.one_in(2)) {
      oc::Job job;
      job.fleksjob = false;
      job.from = oc::first_of(oracle::law::later(begin_, dice_.one_in(2) ? 0 : dice_.from_to(0, 6)));
      if (dice_.one_in(3)) job.to = oc::last_of(oracle::law::later(oc::month_of(job.from), dice_.from_to(1, 9)));
      c_.jobs.push_back(job);
    }
    for (std::size_t j = 0; j < c_.jobs.size(); ++j) wages(j);
    if (others_ && kinds_.incomes) incomes();
    if (kinds_.sanctions && dice_.one_in(3)) sanctions();
    if (kinds_.holidays && dice_.one_in(3)) holidays();
    if (dice_.one_in(12)) c_.pension_from = oc::first_of(c_.first) + dice_.from_to(0, 400);
    if (dice_.one_in(12)) c_.birth = oc::first_of(c_.first) + dice_.from_to(0, 400) - dice_.from_to(65, 67) * 365;
    if (dice_.one_in(4))
      for (Month m = c_.first; !(c_.last < m); m = oracle::month_after(m))
        if (dice_.one_in(4)) c_.decisions.emplace_back(m, oc::last_of(m) + dice_.from_to(-2, 40));
    return c_;
  }

 private:
  oc::Record record(oc::Source source, oc::Date known) {
    oc::Record r;
    r.id = "f" + std::to_string(++ids_);
    r.source = source;
    r.known = known;
    return r;
  }

  // The years whose conversion rate the table has had all along.
  static bool has_conversion_rate(const Month& m) { return m.year != 2015 && m.year != 2016 && m.year != 2018; }

  static bool is_weekday(oc::Date d) { return oc::weekdays(d, d) == 1; }
  // A day on which a job can begin: with a weekday left in its month.
  static oc::Date can_begin(oc::Date d) {
    const oc::Date last = oc::last_of(oc::month_of(d));
    return oc::weekdays(d, last) > 0 ? d : last + 1;
  }
  // A day on which a job can end: after a weekday of its month.
  static oc::Date can_end(oc::Date d) {
    const oc::Date first = oc::first_of(oc::month_of(d));
    return oc::weekdays(first, d) > 0 ? d : first - 1;
  }

  void ceilings(oc::Job& job) {
    if (dice_.one_in(4)) return;
    const int count = dice_.from_to(1, 3);
    oc::Date day = job.from;
    for (int i = 0; i < count; ++i) {
      oc::DatedCeiling x;
      x.from = day;
      x.amount = dice_.amount_between(12000, 40000);
      x.record = record(oc::Source::employer, day + (kinds_.corrections && dice_.one_in(6) ? dice_.from_to(0, 120) : 0));
      job.ceilings.push_back(x);
      day += dice_.from_to(20, 200);
      if (day > std::min(job.to, end_)) break;
    }
  }

  void jobs_and_benefit() {
    oc::Date day = oc::first_of(begin_);
    if (kinds_.parts_of_months && dice_.one_in(3)) day = can_begin(day + dice_.from_to(0, 27));
    bool benefit = dice_.one_in(3);
    while (day <= end_) {
      // Some jobs last a few days or weeks, so that two or three of them rest on the wage of one month.
      const bool brief = !benefit && kinds_.parts_of_months && dice_.one_in(6);
      const oc::Date until = brief ? day + dice_.from_to(4, 34) : dice_.one_in(3) ? oc::open : day + dice_.from_to(31, 270);
      const bool within = kinds_.parts_of_months && !dice_.one_in(3);
      oc::Date to = until == oc::open || until > end_ ? oc::open : within || brief ? can_end(until) : oc::last_of(oc::month_of(until));
      if (benefit) {
        oc::BenefitPeriod p;
        p.from = day;
        p.to = to;
        p.benefit_class = static_cast<oracle::BenefitClass>(dice_.from_to(0, 2));
        p.record = record(oc::Source::municipality, day - dice_.from_to(0, 20));
        if (dice_.one_in(4) && to != oc::open && to - day > 40) {  // one period over a boundary, or two
          oc::BenefitPeriod rest = p;
          p.to = day + dice_.from_to(5, to - day - 5);
          rest.from = p.to + 1;
          if (dice_.one_in(2)) rest.benefit_class = static_cast<oracle::BenefitClass>(dice_.from_to(0, 2));
          rest.record = record(oc::Source::municipality, p.record.known);
          c_.ledighedsydelse.push_back(p);
          c_.ledighedsydelse.push_back(rest);
        } else {
          c_.ledighedsydelse.push_back(p);
        }
      } else {
        oc::Job job;
        job.from = day;
        job.to = to;
        if (dice_.one_in(3)) job.weekly_hours = dice_.from_to(3, 30);
        ceilings(job);
        c_.jobs.push_back(job);
        const Month first = oracle::law::later(oc::month_of(day), 1);
        const Month last = oracle::law::later(oc::month_of(std::min(to, end_)), -1);
        if (kinds_.second_fleksjob && dice_.one_in(5) && oracle::law::months_between(first, last) >= 3) {
          oc::Job beside;
          beside.from = oc::first_of(oracle::law::later(first, dice_.from_to(0, 1)));
          if (kinds_.parts_of_months && dice_.one_in(2)) beside.from = can_begin(beside.from + dice_.from_to(0, 20));
          beside.to = oc::last_of(last);
          if (dice_.one_in(2)) {
            const oc::Date ends = beside.from + dice_.from_to(32, 100);
            if (ends < beside.to) beside.to = kinds_.parts_of_months ? can_end(ends) : oc::last_of(oc::month_of(ends));
          }
          if (to == oc::open && beside.to == oc::last_of(last) && dice_.one_in(2)) beside.to = oc::open;
          ceilings(beside);
          c_.jobs.push_back(beside);
        }
      }
      if (to == oc::open) break;
      day = to + 1;
      // What follows: ledighedsydelse after a job or a job after ledighedsydelse at once, a job after a job, or a gap.
      const bool was_job = !benefit;
      benefit = was_job ? !dice_.one_in(3) : false;
      if (dice_.one_in(4)) day += dice_.from_to(1, 50);
      if (was_job && !benefit && dice_.one_in(3) && oc::month_of(day) == oc::month_of(to)) day = oc::last_of(oc::month_of(to)) + 1;
      if (!benefit) day = can_begin(day);
    }
  }

  void wages(std::size_t j) {
    const oc::Job& job = c_.jobs[j];
    const oc::Date last = std::min(job.to, end_);
    const bool fortnights = dice_.one_in(10);
    const bool by_hours = dice_.one_in(3);
    oc::Date from = job.from;
    while (from <= last) {
      const Month m = oc::month_of(from);
      oc::Date to = fortnights ? from + 13 : oc::last_of(m);
      if (to > last) to = last;
      if (oc::weekdays(from, to) == 0) {
        from = to + 1;
        continue;
      }
      oc::WageRecord w;
      w.job = j;
      w.from = from;
      w.to = to;
      w.disposal = to;
      w.am_income = dice_.amount_up_to(dice_.one_in(6) ? 26000 : 14000);
      if (dice_.one_in(2)) w.own_pension = dice_.amount_up_to(900);
      if (dice_.one_in(2)) w.employer_pension = dice_.amount_up_to(1800);
      if (by_hours) w.paid_hours = oracle::ratio(dice_.from_to(0, 1'500'000), 10'000);
      if (dice_.one_in(12)) w.not_wage = oracle::ratio(oracle::to_ore(w.am_income) / 7, 100);
      const bool first = oc::month_of(job.from) == m || (oracle::law::later(oc::month_of(job.from), 1) == m);
      if (kinds_.bonus && job.fleksjob && !fortnights && dice_.one_in(12)) {
        oc::Spread s;
        s.amount = oracle::ratio(oracle::to_ore(w.am_income) / 3, 100);
        s.last = m;
        s.first = std::max(oc::month_of(job.from), oracle::law::later(m, -dice_.from_to(0, 6)));
        w.spread.push_back(s);
      }
      const bool late = kinds_.corrections && !fortnights && dice_.one_in(6);
      w.record = record(oc::Source::income_register, fortnights ? oc::always : to + dice_.from_to(0, late ? 200 : 5));
      if (kinds_.expected && !fortnights && (first ? !dice_.one_in(8) : dice_.one_in(12))) {
        oc::WageRecord e;
        e.job = j;
        e.from = w.from;
        e.to = w.to;
        e.disposal = w.to;
        e.expected = true;
        e.am_income = dice_.one_in(2) ? w.am_income : dice_.amount_up_to(14000);
        e.record = record(oc::Source::employer, first ? job.from - dice_.from_to(0, 10) : from - dice_.from_to(0, 10));
        c_.wages.push_back(e);
      }
      if (!dice_.one_in(60)) {
        c_.wages.push_back(w);
        if (kinds_.corrections && !fortnights) again(w);
      }
      from = to + 1;
    }
    if (kinds_.after_end && job.fleksjob && job.to < end_ - 40 && dice_.one_in(5)) {
      oc::WageRecord w;
      w.job = j;
      w.after_end = true;
      w.from = job.to + 1;
      w.to = oc::last_of(oc::month_of(w.from));
      w.disposal = w.to;
      w.am_income = dice_.amount_up_to(12000);
      w.record = record(oc::Source::income_register, w.to + dice_.from_to(0, 5));
      c_.wages.push_back(w);
    }
  }

  void again(const oc::WageRecord& original) {
    oc::WageRecord w = original;
    const int kind = dice_.from_to(1, 24);
    if (kind <= 3) {
      w.record = record(oc::Source::income_register, original.record.known + dice_.from_to(0, 120));
      w.record.corrects = original.record.id;
      w.am_income += dice_.from_to(0, 900);
      c_.wages.push_back(w);
    } else if (kind == 4) {
      oc::WageRecord none;
      none.job = original.job;
      none.from = original.from;
      none.to = original.to;
      none.disposal = original.disposal;
      none.record = record(oc::Source::income_register, original.record.known + dice_.from_to(0, 90));
      none.record.corrects = original.record.id;
      none.record.withdrawn = true;
      c_.wages.push_back(none);
    } else if (kind <= 6) {
      w.record = record(oc::Source::citizen, original.to + dice_.from_to(0, 3));
      w.am_income += 500;
      c_.wages.push_back(w);
    }
  }

  void incomes() {
    for (Month m = begin_; !(c_.last < m); m = oracle::month_after(m)) {
      if (dice_.one_in(7)) {
        oc::DailyBenefit b;
        b.from = oc::first_of(m) + 2;
        b.to = oc::first_of(m) + 16;
        b.paid = oc::first_of(m) + 27;
        b.amount = dice_.amount_up_to(9000);
        b.unclaimed = kinds_.unclaimed && dice_.one_in(3);
        b.record = record(oc::Source::municipality, oc::last_of(m) + dice_.from_to(-3, 40));
        if (all_in_fleksjob(b.from, b.to)) c_.daily_benefits.push_back(b);
      }
      if (dice_.one_in(5)) {
        oc::Income i;
        i.month = m;
        i.kind = static_cast<oc::Income::Kind>(dice_.from_to(0, 3));
        i.amount = i.kind == oc::Income::Kind::self_employed_hours ? Number(dice_.from_to(1, 40)) : dice_.amount_up_to(6000);
        if (i.kind == oc::Income::Kind::self_employed_hours && !(has_conversion_rate(m) && has_conversion_rate(oracle::month_after(m))))
          continue;
        i.record = record(oc::Source::citizen, oc::last_of(m) + dice_.from_to(0, 60));
        c_.incomes.push_back(i);
      }
    }
  }

  bool all_in_fleksjob(oc::Date from, oc::Date to) const {
    return std::any_of(c_.jobs.begin(), c_.jobs.end(), [&](const oc::Job& j) { return j.fleksjob && j.from <= from && to <= j.to; });
  }

  void sanctions() {
    for (const oc::BenefitPeriod& p : std::vector<oc::BenefitPeriod>(c_.ledighedsydelse)) {
      if (!dice_.one_in(2)) continue;
      const oc::Date last = std::min(p.to, end_);
      if (last - p.from < 3) continue;
      oc::Sanction s;
      s.day = p.from + dice_.from_to(1, last - p.from - 1);
      while (!is_weekday(s.day)) --s.day;
      s.record = record(oc::Source::municipality, s.day + dice_.from_to(0, 20));
      c_.sanctions.push_back(s);
    }
    for (const oc::BenefitPeriod& p : c_.ledighedsydelse) {
      if (!dice_.one_in(3)) continue;
      oc::DaySanction s;
      s.from = p.from + dice_.from_to(0, 60);
      s.to = s.from + dice_.from_to(0, 4);
      s.record = record(oc::Source::municipality, s.to + dice_.from_to(0, 10));
      if (s.to <= std::min(p.to, end_)) c_.day_sanctions.push_back(s);
    }
  }

  // Days of holiday with pay earned in a job before a day (FERIE-1), whole ones.
  int earned(const oc::Job& j, oc::Date before) const {
    Number days;
    for (Month m = oc::month_of(j.from); oc::first_of(m) < before; m = oracle::month_after(m)) {
      const int count = std::min(std::min(oc::last_of(m), j.to), before - 1) - std::max(oc::first_of(m), j.from) + 1;
      days += count == oracle::days_in(m) ? oracle::ratio(208, 100) : std::min(oracle::ratio(7 * count, 100), oracle::ratio(208, 100));
    }
    return static_cast<int>(oracle::floor_of(days));
  }

  bool free_of_holiday(oc::Date from, oc::Date to) const {
    return std::none_of(c_.holidays.begin(), c_.holidays.end(), [&](const oc::Holiday& h) { return h.from <= to && from <= h.to; });
  }

  void put_holiday(oc::Holiday::Kind kind, std::optional<std::size_t> job, oc::Date from, oc::Date to,
                   std::optional<Number> pay_per_day = {}) {
    oc::Holiday h;
    h.kind = kind;
    h.job = job;
    h.from = from;
    h.to = to;
    h.pay_per_day = pay_per_day;
    h.record = record(oc::Source::citizen, from - dice_.from_to(0, 30));
    c_.holidays.push_back(h);
  }

  // In a fleksjob: what is earned with pay is held just before, then days on ledighedsydelse (LY-11). After one: days with
  // holiday pay, or days not taken (LY-9).
  void holidays() {
    for (std::size_t j = 0; j < c_.jobs.size(); ++j) {
      const oc::Job& job = c_.jobs[j];
      if (!job.fleksjob) continue;
      const oc::Date last = std::min(job.to, end_);
      int held = 0;
      if (dice_.one_in(2) && last - job.from > 40) {
        oc::Date from = job.from + dice_.from_to(10, std::min(150, last - job.from - 10));
        while (!is_weekday(from)) ++from;
        const oc::Date to = from + dice_.from_to(0, 6);
        held = earned(job, from);
        oc::Date paid_from = from;
        for (int left = held; left > 0;) left -= is_weekday(--paid_from) ? 1 : 0;
        if (to <= last && paid_from >= job.from && free_of_holiday(paid_from, to)) {
          if (held > 0) put_holiday(oc::Holiday::Kind::paid, j, paid_from, from - 1);
          put_holiday(oc::Holiday::Kind::ledighedsydelse, j, from, to);
        } else {
          held = 0;
        }
      }
      if (job.to >= end_ || dice_.one_in(2)) continue;
      const int left = earned(job, job.to + 1) - held;
      for (const oc::BenefitPeriod& p : c_.ledighedsydelse) {
        if (p.from != job.to + 1 || left < 1 || p.to < p.from + 40) continue;
        oc::Date from = p.from + dice_.from_to(0, 25);
        while (!is_weekday(from)) ++from;
        oc::Date to = from;
        for (int days = dice_.from_to(1, std::min(left, 5)); days > 1;) days -= is_weekday(++to) ? 1 : 0;
        if (to > std::min(p.to, end_) || !free_of_holiday(from, to)) continue;
        if (dice_.one_in(3))
          put_holiday(oc::Holiday::Kind::untaken, {}, from, to);
        else
          put_holiday(oc::Holiday::Kind::paid, {}, from, to, dice_.amount_up_to(900));
      }
    }
  }

  Dice& dice_;
  Kinds kinds_;
  oc::Course c_;
  Month begin_;
  oc::Date end_ = 0;
  bool others_ = false;
  int ids_ = 0;
};

inline oc::Course make(Dice& dice, const Kinds& kinds = {}) { return Maker(dice, kinds).make(); }

// ---- the same course as the library is told it -------------------------------------------------------------------------

inline fleks::Month month(const Month& m) { return std::chrono::year{m.year} / m.month; }
inline fleks::Date day(oc::Date d) { return fleks::Date{std::chrono::sys_days{std::chrono::days{d}}}; }
inline fleks::Money money(const Number& kroner) { return fleks::Money::oere(oracle::to_ore(kroner)); }
inline fleks::Hours hours(const Number& h) { return fleks::Hours::of_ten_thousandths(oracle::half_up(h * 10'000)); }

inline fleks::FactRecord record(const oc::Record& r) {
  fleks::FactRecord out;
  out.id = r.id;
  out.corrects = r.corrects;
  out.withdrawn = r.withdrawn;
  if (r.known != oc::always) out.known = day(r.known);
  switch (r.source) {
    case oc::Source::income_register: out.source = fleks::FactSource::income_register; break;
    case oc::Source::holiday_account: out.source = fleks::FactSource::holiday_account; break;
    case oc::Source::employer: out.source = fleks::FactSource::employer; break;
    case oc::Source::citizen: out.source = fleks::FactSource::citizen; break;
    case oc::Source::municipality: out.source = fleks::FactSource::municipality; break;
  }
  return out;
}

/// What the library has no word for is not told.
template <class Wage>
bool tell_kind(Wage& x, const oc::WageRecord& w) {
  if constexpr (requires {
                  x.expected;
                  x.after_end;
                }) {
    x.expected = w.expected;
    x.after_end = w.after_end;
    return true;
  } else {
    return !w.expected && !w.after_end;
  }
}

template <class Case>
void tell_unclaimed(Case& out, const oc::DailyBenefit& b) {
  if constexpr (requires { out.unclaimed_benefits; })
    out.unclaimed_benefits.push_back(
        {record(b.record), fleks::DailyBenefit::Kind::sickness, {day(b.from), day(b.to)}, day(b.paid), money(b.amount)});
}

template <class Kind>
bool tell_side_business(Kind& kind) {
  if constexpr (requires { Kind::side_business; }) {
    kind = Kind::side_business;
    return true;
  } else {
    return false;
  }
}

template <class Case>
void tell_right(Case& out, const oc::Course& c) {
  if constexpr (requires {
                  out.birth_date;
                  out.pension_from;
                  out.day_sanctions;
                }) {
    if (c.birth) out.birth_date = day(*c.birth);
    if (c.pension_from) out.pension_from = day(*c.pension_from);
    for (const oc::DaySanction& s : c.day_sanctions) {
      auto& missed = out.day_sanctions.emplace_back();
      missed.record = record(s.record);
      missed.from = day(s.from);
      missed.to = day(s.to);
    }
  }
}

inline fleks::Case told(const oc::Course& c) {
  fleks::Case out;
  out.first = month(c.first);
  out.last = month(c.last);
  out.provider = c.provider;
  out.sickness_benefit_right = true;
  for (const oc::Job& j : c.jobs) {
    fleks::Employment e;
    e.id = "job" + std::to_string(out.employments.size());
    e.employer = e.id;
    e.kind = j.fleksjob ? fleks::Employment::Kind::fleksjob : fleks::Employment::Kind::other;
    e.from = day(j.from);
    if (j.to != oc::open) e.to = day(j.to);
    if (j.end_known) e.end_known = day(*j.end_known);
    if (j.weekly_hours) e.weekly_hours = hours(*j.weekly_hours);
    for (const oc::DatedCeiling& x : j.ceilings) {
      fleks::DatedCeiling dated;
      dated.record = record(x.record);
      dated.from = day(x.from);
      if (x.to != oc::open) dated.to = day(x.to);
      dated.ceiling = fleks::Ceiling::stated(money(x.amount));
      e.ceilings.push_back(dated);
    }
    out.employments.push_back(e);
  }
  for (const oc::WageRecord& w : c.wages) {
    fleks::WageRecord x;
    if (!tell_kind(x, w)) continue;
    x.record = record(w.record);
    x.employment = w.job;
    x.period = {day(w.from), day(w.to)};
    x.disposal = day(w.disposal);
    x.am_income = money(w.am_income);
    x.own_pension = money(w.own_pension);
    x.employer_pension = money(w.employer_pension);
    x.benefits_in_kind = money(w.not_wage);
    if (w.paid_hours) x.paid_hours = hours(*w.paid_hours);
    for (const oc::Spread& s : w.spread) x.spread.push_back({money(s.amount), month(s.first), month(s.last)});
    out.wages.push_back(x);
  }
  for (const oc::DailyBenefit& b : c.daily_benefits) {
    if (b.unclaimed) {
      tell_unclaimed(out, b);
      continue;
    }
    out.daily_benefits.push_back(
        {record(b.record), fleks::DailyBenefit::Kind::sickness, {day(b.from), day(b.to)}, day(b.paid), money(b.amount)});
  }
  for (const oc::Holiday& h : c.holidays) {
    fleks::HolidayTaken x;
    x.record = record(h.record);
    x.kind = static_cast<fleks::HolidayTaken::Kind>(h.kind);
    x.employment = h.job;
    x.period = {day(h.from), day(h.to)};
    if (h.pay_per_day) x.pay_per_day = money(*h.pay_per_day);
    out.holidays.push_back(x);
  }
  for (const oc::BenefitPeriod& p : c.ledighedsydelse) {
    fleks::BenefitPeriod x;
    x.record = record(p.record);
    x.from = day(p.from);
    if (p.to != oc::open) x.to = day(p.to);
    x.benefit_class = static_cast<fleks::BenefitClass>(p.benefit_class);
    out.ledighedsydelse.push_back(x);
  }
  for (const oc::Sanction& s : c.sanctions) {
    fleks::Sanction sanction;
    sanction.record = record(s.record);
    sanction.date = day(s.day);
    out.sanctions.push_back(sanction);
  }
  for (const oc::Income& i : c.incomes) {
    fleks::OtherIncome x;
    x.record = record(i.record);
    x.month = month(i.month);
    switch (i.kind) {
      case oc::Income::Kind::care: x.kind = fleks::OtherIncome::Kind::care; break;
      case oc::Income::Kind::side_business:
        if (!tell_side_business(x.kind)) continue;
        break;
      case oc::Income::Kind::replacing_wage: x.kind = fleks::OtherIncome::Kind::replacing_wage; break;
      case oc::Income::Kind::self_employed_hours: x.kind = fleks::OtherIncome::Kind::self_employment; break;
    }
    (i.kind == oc::Income::Kind::self_employed_hours ? void(x.hours = hours(i.amount)) : void(x.amount = money(i.amount)));
    out.incomes.push_back(x);
  }
  tell_right(out, c);
  for (const auto& [m, d] : c.decisions) {
    fleks::Decision decision;
    decision.month = month(m);
    decision.date = day(d);
    out.decisions.push_back(decision);
  }
  for (const oc::Settled& s : c.settled) out.corrections.push_back({day(s.day), month(s.from)});
  return out;
}

}  // namespace random_course
