// Readings where the rulebook leaves a choice:
// - FLT-13, FLT-20  a job covers a month when it covers every weekday of it.
// - FLT-18  the calendar days are those of the job, also where the weekdays it covers are all of the month.
// - FLT-20  the other incomes of a subsidy month are those of the month its wage is of; with two fleksjob that rest on
//           different months, of the month before.
// - FLT-21  jobs that follow each other within a month have each its part, and the parts are rounded together.
// - FLT-8   those of them that rest on the month itself have one wage, the month's, and one threshold; their other incomes are
//           taken once, and each ceiling stands for the weekdays of its jobs.
// - LY-5    the first month of ledighedsydelse is that of the first weekday of days that hang together; every fleksjob's
//           wage is left out, what a job pays after its end is income.
// - FLT-20  before July 2017 an expected wage holds for the first month of a job only, and a month after a part of one is
//           as any other.
// - FLT-23  what ends is the right to fleksjob, and with it ledighedsydelse: neither from the month after.
// - LY-12   the right is regained on the day on which the months in fleksjob within the last 18 and after the loss are
//           nine: whole ones by the calendar, and 30 days beyond them one.
// - LY-12   a second sanction within 12 months: before the same day of the year after. Three weeks are 21 days,
//           and of a day in a fleksjob they begin when that has ended: nothing is lost of them before.
// - Rulebook 11  a record of a source that goes first pushes out those of the same job whose days it shares.
#include "course.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace oracle::course {

// ---- days --------------------------------------------------------------------------------------------------------------

Date date(int y, int m, int d) {
  // Days from the civil date, counted from March.
  y -= m <= 2 ? 1 : 0;
  const int era = y / 400, of_era = y - era * 400;
  const int of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Day day_of(Date d) {
  int year = 1970 + (d < 0 ? d / 365 - 2 : d / 366);
  while (date(year + 1, 1, 1) <= d) ++year;
  int month = 1;
  while (month < 12 && date(year, month + 1, 1) <= d) ++month;
  return {year, month, d - date(year, month, 1) + 1};
}

Month month_of(Date d) {
  const Day day = day_of(d);
  return {day.year, day.month};
}

Date first_of(const Month& m) { return date(m.year, m.month, 1); }
Date last_of(const Month& m) { return first_of(law::later(m, 1)) - 1; }

bool weekday(Date d) { return (d + 3) % 7 < 5; }  // 1 January 1970 was a Thursday

namespace {

bool share_days(const WageRecord& a, const WageRecord& b) { return a.job == b.job && a.from <= b.to && b.from <= a.to; }

}  // namespace

std::vector<const WageRecord*> wages_in_force(const Course& c, Date as_of) {
  std::vector<const WageRecord*> known;
  for (const WageRecord* w : in_force(c.wages, as_of))
    if (!w->after_end) known.push_back(w);
  std::vector<const WageRecord*> out;
  for (const WageRecord* w : known) {
    const bool pushed_out = std::any_of(known.begin(), known.end(), [&](const WageRecord* other) {
      if (other == w || !share_days(*w, *other)) return false;
      if (w->expected != other->expected) return w->expected;
      return other->record.source < w->record.source;
    });
    if (!pushed_out) out.push_back(w);
  }
  return out;
}

Number part_in(const WageRecord& w, const Month& m) {
  const int all = weekdays(w.from, w.to);
  return ratio(weekdays(std::max(w.from, first_of(m)), std::min(w.to, last_of(m))), all);
}

namespace {

struct JobWage {
  bool known = false;
  Number wage;
  std::optional<Number> hours;
  Number ceiling_rise;
};

JobWage job_wage(const Course& c, std::size_t job, const Month& m, Date as_of, bool expected = true) {
  JobWage out;
  Number hours;
  bool all_hours = true;
  for (const WageRecord* w : wages_in_force(c, as_of)) {
    if (w->job != job || (w->expected && !expected)) continue;
    Number ordinary = w->am_income + w->own_pension + w->employer_pension - w->not_wage;
    for (const Spread& s : w->spread) {
      ordinary -= s.amount;
      if (!(m < s.first) && !(s.last < m)) out.wage += s.amount / (law::months_between(s.first, s.last) + 1);
    }
    const Number part = part_in(*w, m);
    if (part.is_zero()) continue;
    out.known = true;
    out.wage += ordinary * part;
    if (w->ceiling_rise) out.ceiling_rise += *w->ceiling_rise;
    if (w->paid_hours)
      hours += *w->paid_hours * part;
    else
      all_hours = false;
  }
  if (all_hours)
    out.hours = hours;
  else if (c.jobs[job].weekly_hours)
    out.hours = *c.jobs[job].weekly_hours * 52 / 12;
  return out;
}

Date end_of(const Job& j, Date as_of) { return as_of < j.end_known.value_or(j.to) ? open : j.to; }

struct Span {
  Date from, to;
  int weekdays() const { return course::weekdays(from, to); }
};

// The days of a job in a month; empty when to < from.
Span days_in_month(const Job& j, const Month& m, Date as_of) {
  return {std::max(j.from, first_of(m)), std::min(end_of(j, as_of), last_of(m))};
}

bool covers(const Span& s, const Month& m) { return s.weekdays() == weekdays_in(m); }

}  // namespace

// ---- holiday on ledighedsydelse ----------------------------------------------------------------------------------------

bool in_fleksjob(const Course& c, Date d, Date as_of) {
  return std::any_of(c.jobs.begin(), c.jobs.end(), [&](const Job& j) { return j.fleksjob && j.from <= d && d <= end_of(j, as_of); });
}

namespace {

struct HolidayDays {
  int on_benefit = 0;      // that are paid
  int of_the_job = 0;      // weekdays of the fleksjob that could have been
  bool allowance = false;  // holiday with feriegodtgørelse
  Number allowance_pay;    // what counts as wage (FLT-15)
};

// Of all days of a month, or of those from one to another.
HolidayDays holiday_in(const Course& c, const Month& m, Date as_of, const CourseChoices& choices, Date from = always, Date to = open) {
  HolidayDays out;
  std::set<Date> taken;
  for (const Holiday* h : in_force(c.holidays, as_of)) {
    for (Date d = std::max({h->from, first_of(m), from}); d <= std::min({h->to, last_of(m), to}); ++d) {
      if (!weekday(d) || !in_fleksjob(c, d, as_of)) continue;
      if (h->kind == Holiday::Kind::allowance) {
        out.allowance = true;
        if (h->pay_per_day) out.allowance_pay += *h->pay_per_day;
      }
      if (h->kind == Holiday::Kind::ledighedsydelse) taken.insert(d);
    }
  }
  for (Date d = std::max(first_of(m), from); d <= std::min(last_of(m), to); ++d) {
    if (!weekday(d) || !in_fleksjob(c, d, as_of)) continue;
    if (choices.public_holidays_excluded && law::is_public_holiday(day_of(d))) continue;
    ++out.of_the_job;
    if (taken.count(d)) ++out.on_benefit;
  }
  return out;
}

// ---- what is not wage of the fleksjob ----------------------------------------------------------------------------------

struct Incomes {
  Number other_wage, care, daily_benefit, unclaimed;  // of a subsidy
  Number of_benefit, self_employed_hours;             // of ledighedsydelse
};

Incomes incomes_in(const Course& c, const Month& m, Date as_of) {
  Incomes out;
  for (std::size_t j = 0; j < c.jobs.size(); ++j) {
    if (c.jobs[j].fleksjob) continue;
    const Number wage = job_wage(c, j, m, as_of).wage;
    out.other_wage += wage;
    out.of_benefit += wage;
  }
  // FLT-24: what a job pays after its end, in the month it is paid
  for (const WageRecord* w : in_force(c.wages, as_of)) {
    if (!w->after_end || !(month_of(w->disposal) == m)) continue;
    const Number pay = w->am_income + w->own_pension + w->employer_pension - w->not_wage;
    out.other_wage += pay;
    out.of_benefit += pay;
  }
  for (const Income* i : in_force(c.incomes, as_of)) {
    if (!(i->month == m)) continue;
    switch (i->kind) {
      case Income::Kind::care:  // stands in place of wage: BEK-LY § 5 stk. 2 nr. 1
        out.care += i->amount;
        out.of_benefit += i->amount;
        break;
      case Income::Kind::side_business: out.other_wage += i->amount; break;
      case Income::Kind::replacing_wage: out.of_benefit += i->amount; break;
      case Income::Kind::self_employed_hours: out.self_employed_hours += i->amount; break;
    }
  }
  for (const DailyBenefit* b : in_force(c.daily_benefits, as_of))
    if (month_of(b->paid) == m) (b->unclaimed ? out.unclaimed : out.daily_benefit) += b->amount;
  return out;
}

// ---- ledighedsydelse ---------------------------------------------------------------------------------------------------

}  // namespace

Date same_day_later(const Day& d, int months) {
  const Month m = law::later({d.year, d.month}, months);
  return date(m.year, m.month, std::min(d.day, days_in(m)));
}

namespace {

// Months of fleksjob from a day to another, the last not counted: by the calendar, 30 of the days that are left one more.
int months_in_fleksjob(const Course& c, Date from, Date end, Date as_of) {
  int months = 0, days = 0;
  for (Date d = from; d < end; ++d) {
    if (!in_fleksjob(c, d, as_of)) continue;
    const Day first = day_of(d);
    while (d < end && in_fleksjob(c, d, as_of)) ++d;
    int whole = 0;
    while (same_day_later(first, whole + 1) <= d) ++whole;
    months += whole;
    days += d - same_day_later(first, whole);
  }
  return months + days / 30;
}

}  // namespace

bool regained(const Course& c, Date lost, Date on, Date as_of) {
  for (Date end = lost; end <= on; ++end) {
    const int months = months_in_fleksjob(c, std::max(lost, same_day_later(day_of(end), -18)), end, as_of);
    if (months >= 9) return true;
    end += std::max(0, (8 - months) * 28);
  }
  return false;
}

Sanctions sanctions_of(const Course& c, Date as_of) {
  Sanctions out;
  std::vector<Date> days;
  for (const Sanction* s : in_force(c.sanctions, as_of)) days.push_back(s->day);
  std::sort(days.begin(), days.end());
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (i > 0) {
      const Day first = day_of(days[i - 1]);
      if (days[i] < date(first.year + 1, first.month, first.day)) out.right_lost.push_back(days[i]);
    }
    Date begin = days[i];
    while (begin <= last_of(c.last) && in_fleksjob(c, begin, as_of)) ++begin;
    for (Date d = begin; d < begin + 21; ++d) out.days.push_back(d);
  }
  return out;
}

namespace {

struct DayOnBenefit {
  Date day = 0;
  BenefitClass benefit_class = BenefitClass::full;
};

std::vector<DayOnBenefit> days_on_benefit(const Course& c, Date as_of, Date from, Date to) {
  std::vector<DayOnBenefit> out;
  const auto periods = in_force(c.ledighedsydelse, as_of);
  for (Date d = from; d <= to; ++d) {
    for (const BenefitPeriod* p : periods) {
      if (p->from <= d && d <= p->to && !in_fleksjob(c, d, as_of)) {
        out.push_back({d, p->benefit_class});
        break;
      }
    }
  }
  return out;
}

// Whether the days on ledighedsydelse that the month has are the first of those that hang together.
bool begins_in(const Course& c, const Month& m, Date as_of) {
  const auto days = days_on_benefit(c, as_of, first_of(m), last_of(m));
  const auto first = std::find_if(days.begin(), days.end(), [](const DayOnBenefit& d) { return weekday(d.day); });
  if (first == days.end()) return false;
  Date before = first->day - 1;
  while (!weekday(before)) --before;
  return before < first_of(m) ? days_on_benefit(c, as_of, before, before).empty() : true;
}

// LY-9: an earned day that was not taken is one of its own class; one on a day that is not paid for anyway is of all alike.
void take_untaken(law::BenefitMonth& f, const std::set<Date>& untaken, const std::map<Date, std::size_t>& payable) {
  int more = 0;
  for (const Date d : untaken) {
    const auto day = payable.find(d);
    if (day == payable.end())
      ++more;
    else
      f.days[day->second].weekdays -= 1;
  }
  Number left;
  for (const law::ClassDays& d : f.days) left += d.weekdays;
  const Number gone = std::min(Number(more), Number(static_cast<int>(payable.size()) - static_cast<int>(untaken.size()) + more));
  for (law::ClassDays& d : f.days)
    if (left > 0) d.weekdays -= d.weekdays * gone / left;
}

std::optional<law::Benefit> benefit_of(const Course& c, const Month& m, Date as_of, const CourseChoices& choices, const RateBook& book,
                                       int holiday_days, Days& count) {
  law::BenefitMonth f;
  f.month = m;
  f.provider = c.provider;
  f.round_to = choices.month.round_to;
  const Sanctions sanctions = sanctions_of(c, as_of);
  std::map<Date, std::size_t> payable;  // by the days of its class; no other day has holiday to top up or a meeting to miss
  std::set<Date> untaken;
  bool any = false;
  for (const DayOnBenefit& d : days_on_benefit(c, as_of, first_of(m), last_of(m))) {
    if (!weekday(d.day)) continue;
    ++count.ledighedsydelse;
    if (std::any_of(sanctions.right_lost.begin(), sanctions.right_lost.end(),
                    [&](Date lost) { return lost <= d.day && !regained(c, lost, d.day, as_of); }))
      continue;
    any = true;
    if (f.days.empty() || f.days.back().benefit_class != d.benefit_class) f.days.push_back({d.benefit_class, 0});
    if (std::find(sanctions.days.begin(), sanctions.days.end(), d.day) != sanctions.days.end()) continue;
    f.days.back().weekdays += 1;
    payable[d.day] = f.days.size() - 1;
  }
  if (any) {
    const Month of = begins_in(c, m, as_of) && choices.first_benefit_month_own ? m : month_before(m);
    const Incomes incomes = incomes_in(c, of, as_of);
    f.income = incomes.of_benefit;
    // Daily benefits stand in place of wage; those for days before the ledighedsydelse are not income of it
    for (const DailyBenefit* b : in_force(c.daily_benefits, as_of)) {
      if (b->unclaimed || !(month_of(b->paid) == of)) continue;
      const auto days = days_on_benefit(c, as_of, b->from, b->to);
      if (std::any_of(days.begin(), days.end(), [](const DayOnBenefit& d) { return weekday(d.day); })) f.income += b->amount;
    }
    f.self_employed_hours = incomes.self_employed_hours;
    for (const DaySanction* s : in_force(c.day_sanctions, as_of))
      for (const auto& [day, part] : payable)
        if (s->from <= day && day <= s->to) f.missed.push_back({f.days[part].benefit_class, 0});
    for (const Holiday* h : in_force(c.holidays, as_of)) {
      for (Date d = std::max(h->from, first_of(m)); d <= std::min(h->to, last_of(m)); ++d) {
        if (!weekday(d) || in_fleksjob(c, d, as_of)) continue;
        if (h->kind == Holiday::Kind::untaken) untaken.insert(d);
        if (payable.count(d) && (h->kind == Holiday::Kind::paid || h->kind == Holiday::Kind::allowance)) {
          f.holidays.push_back({f.days[payable[d]].benefit_class, h->pay_per_day.value_or(zero())});
        }
      }
    }
    if (holiday_days > 0) f.days.push_back({c.holiday_class, holiday_days});
    take_untaken(f, untaken, payable);
  } else if (holiday_days > 0) {
    // LY-11: no offset during holiday in a fleksjob
    f.days = {{c.holiday_class, holiday_days}};
  } else {
    return std::nullopt;
  }
  return law::benefit(f, book);
}

// ---- fleksløntilskud ---------------------------------------------------------------------------------------------------

struct Part {  // fleksjob that share days
  std::vector<std::size_t> jobs;
  Date from = 0, to = 0;
};

std::vector<Part> parts_of(const Course& c, const Month& m, Date as_of) {
  std::vector<std::size_t> in;
  for (std::size_t j = 0; j < c.jobs.size(); ++j) {
    const Span days = days_in_month(c.jobs[j], m, as_of);
    if (c.jobs[j].fleksjob && days.from <= days.to) in.push_back(j);
  }
  std::sort(in.begin(), in.end(), [&](std::size_t a, std::size_t b) {
    return days_in_month(c.jobs[a], m, as_of).from < days_in_month(c.jobs[b], m, as_of).from;
  });
  std::vector<Part> out;
  for (const std::size_t j : in) {
    const Span days = days_in_month(c.jobs[j], m, as_of);
    if (!out.empty() && days.from <= out.back().to) {
      out.back().jobs.push_back(j);
      out.back().to = std::max(out.back().to, days.to);
    } else {
      out.push_back({{j}, days.from, days.to});
    }
  }
  return out;
}

// FLT-1, FLT-20: the month whose wage a job's subsidy rests on.
Month wage_month(const Course& c, std::size_t j, const Month& m, Date as_of, const CourseChoices& choices) {
  const Month first = month_of(c.jobs[j].from);
  if (first == m) return m;
  if (choices.after_part_month_regulated && law::is_from(m, 2017, 7) && law::later(first, 1) == m &&
      !covers(days_in_month(c.jobs[j], first, as_of), first))
    return m;
  return month_before(m);
}

std::optional<Number> ceiling_in(const Course& c, const Part& part, const std::vector<Month>& months, Date as_of) {
  std::optional<Number> highest;
  for (std::size_t i = 0; i < part.jobs.size(); ++i) {
    const Job& j = c.jobs[part.jobs[i]];
    const Date on = std::min(last_of(months[i]), end_of(j, as_of));
    const DatedCeiling* last = nullptr;
    for (const DatedCeiling* x : in_force(j.ceilings, as_of))
      if (x->from <= on && on <= x->to && (!last || last->from < x->from)) last = x;
    if (last && (!highest || *highest < last->amount)) highest = last->amount;
  }
  return highest;
}

}  // namespace

int weekdays(Date from, Date to) {
  int count = 0;
  for (Date d = from; d <= to; ++d) count += weekday(d) ? 1 : 0;
  return count;
}

Date last_weekday_of(const Month& m) {
  Date d = last_of(m);
  while (!weekday(d)) --d;
  return d;
}

std::optional<Number> wage_in(const Course& c, std::size_t job, const Month& m, Date as_of) {
  const JobWage w = job_wage(c, job, m, as_of);
  if (!w.known) return std::nullopt;
  return w.wage;
}

Date decided(const Course& c, const Month& m) {
  for (const auto& [month, day] : c.decisions)
    if (month == m) return day;
  return last_weekday_of(m);
}

Month pension_age_month(Date birth) {
  const Day born = day_of(birth);
  const auto until = [&](int year, int month) { return !(Month{year, month} < Month{born.year, born.month}); };
  int months = 69 * 12;
  if (until(1953, 12))
    months = 65 * 12;
  else if (until(1954, 6))
    months = 65 * 12 + 6;
  else if (until(1954, 12))
    months = 66 * 12;
  else if (until(1955, 6))
    months = 66 * 12 + 6;
  else if (until(1962, 12))
    months = 67 * 12;
  else if (until(1966, 12))
    months = 68 * 12;
  return law::later({born.year, born.month}, months);
}

std::optional<Month> right_ends_after(const Course& c) {
  std::optional<Month> last;
  if (c.birth) last = pension_age_month(*c.birth);
  if (c.pension_from && (!last || month_of(*c.pension_from) < *last)) last = month_of(*c.pension_from);
  return last;
}

namespace {

// The fleksjob of a month that have one deduction.
struct Together {
  std::vector<Part> parts;
  std::vector<std::vector<Month>> of;  // the month each job of a part rests on
  bool own = false;                    // all of them on the month itself

  int covered() const {
    int days = 0;
    for (const Part& p : parts) days += weekdays(p.from, p.to);
    return days;
  }
  int calendar_days() const {
    int days = 0;
    for (const Part& p : parts) days += p.to - p.from + 1;
    return days;
  }
};

// FLT-22: whether every job of a part has a real wage of the month itself.
bool real_wage_known(const Course& c, const Part& part, const Month& m, Date as_of) {
  return std::all_of(part.jobs.begin(), part.jobs.end(), [&](std::size_t j) {
    const auto all = wages_in_force(c, as_of);
    return std::any_of(all.begin(), all.end(),
                       [&](const WageRecord* w) { return w->job == j && !w->expected && !part_in(*w, m).is_zero(); });
  });
}

std::optional<Number> ceiling_in(const Course& c, const Together& t, Date as_of) {
  Number sum;
  int days = 0, known = 0;
  for (std::size_t i = 0; i < t.parts.size(); ++i) {
    const auto x = ceiling_in(c, t.parts[i], t.of[i], as_of);
    if (!x) continue;
    const int here = weekdays(t.parts[i].from, t.parts[i].to);
    sum += *x * here;
    days += here;
    ++known;
  }
  if (known == 0) return std::nullopt;
  return known == 1 ? Number(sum / days) : kroner(to_ore(sum / days));
}

HolidayDays holiday_in(const Course& c, const Month& m, Date as_of, const CourseChoices& choices, const Together& t) {
  HolidayDays out;
  for (const Part& p : t.parts) {
    const HolidayDays here = holiday_in(c, m, as_of, choices, p.from, p.to);
    out.on_benefit += here.on_benefit;
    out.of_the_job += here.of_the_job;
  }
  return out;
}

}  // namespace

CourseMonth month(const Course& c, const Month& m, Date as_of, const CourseChoices& choices, const RateBook& book) {
  CourseMonth out;
  out.month = m;
  const auto ends = right_ends_after(c);
  if (ends && *ends < m) {
    out.days.neither = weekdays_in(m);
    return out;
  }
  const HolidayDays holiday = holiday_in(c, m, as_of, choices);
  const HolidayDays holiday_before = holiday_in(c, month_before(m), as_of, choices);
  out.benefit = benefit_of(c, m, as_of, choices, book, holiday.on_benefit, out.days);

  const std::vector<Part> parts = parts_of(c, m, as_of);
  for (const Part& p : parts) out.days.fleksjob += weekdays(p.from, p.to);
  out.days.neither = weekdays_in(m) - out.days.fleksjob - out.days.ledighedsydelse;

  int covered = 0;
  Number of_calendar;
  for (const Part& p : parts) {
    covered += weekdays(p.from, p.to);
    of_calendar += ratio(p.to - p.from + 1, days_in(m));
  }

  Number exact, before_ceiling;
  std::optional<Number> hours = Number(0);
  std::vector<Together> groups;
  for (const Part& part : parts) {
    std::vector<Month> of;
    for (const std::size_t j : part.jobs) of.push_back(wage_month(c, j, m, as_of, choices));
    if (law::regulated_after_holiday(m) && (holiday_before.on_benefit > 0 || holiday_before.allowance) && parts.size() == 1 &&
        real_wage_known(c, part, m, as_of)) {
      of.assign(of.size(), m);
      out.regulated = true;
    }
    const bool own = std::all_of(of.begin(), of.end(), [&](const Month& w) { return w == m; });
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const Together& t) { return own && t.own; });
    Together& t = same == groups.end() ? groups.emplace_back() : *same;
    t.own = own;
    t.parts.push_back(part);
    t.of.push_back(of);
  }
  for (const Together& part : groups) {
    law::SubsidyFacts f;
    f.month = m;
    const bool own = part.own;
    f.wage_month = own ? m : month_before(m);
    Number rise;
    for (std::size_t p = 0; p < part.parts.size(); ++p)
      for (std::size_t i = 0; i < part.parts[p].jobs.size(); ++i) {
        const std::size_t job = part.parts[p].jobs[i];
        const Month of = part.of[p][i];
        const bool expected_holds = law::is_from(m, 2017, 7) || month_of(c.jobs[job].from) == m;
        const JobWage w = job_wage(c, job, of, as_of, expected_holds);
        out.wage_missing = out.wage_missing || !w.known;
        f.wage += w.wage;
        rise += w.ceiling_rise;
        if (w.hours && hours)
          *hours += *w.hours;
        else
          hours.reset();
        out.rests_on.push_back(of);
      }
    f.wage += holiday_in(c, f.wage_month, as_of, choices).allowance_pay;
    const Incomes incomes = incomes_in(c, f.wage_month, as_of);
    f.other_wage = incomes.other_wage;
    f.care_income = incomes.care;
    f.daily_benefit = incomes.daily_benefit;
    f.unclaimed_benefit = incomes.unclaimed;
    f.ceiling = ceiling_in(c, part, as_of);
    if (f.ceiling) *f.ceiling += rise;
    const auto of_month = [&](int days) { return days == weekdays_in(m) ? Number(1) : law::part_of_month(m, days); };
    const Number all_parts = of_month(std::max(covered, 1)),
                 this_part = all_parts * ratio(std::max(part.covered(), 1), std::max(covered, 1));
    // FLT-13: parts that follow each other are together no more than the month
    if (parts.size() > 1) f.part = this_part;
    f.covered_weekdays = part.covered();
    if (f.covered_weekdays != weekdays_in(m)) {
      f.covered = own ? law::Covered::own_wage : law::Covered::wage_of_whole;
    }
    f.calendar_part = ratio(part.calendar_days(), days_in(m));
    // FLT-12: days of the part itself are a share of that part; those of the month before, of all that this month has
    const HolidayDays own_days = holiday_in(c, m, as_of, choices, part);
    const bool all_own = own_days.on_benefit > 0 && own_days.on_benefit == own_days.of_the_job;
    if (law::holiday_cut_of(m) != law::HolidayCut::share_month_after) {
      f.holiday_days = own_days.on_benefit;
      f.holiday_share = own_days.on_benefit * ratio(12, 260) / this_part;
      f.all_days_on_holiday = all_own;
      if (own_days.on_benefit > 0) {
        law::BenefitMonth of_holiday;
        of_holiday.month = m;
        of_holiday.round_to = choices.month.round_to;
        of_holiday.days = {{c.holiday_class, own_days.on_benefit}};
        f.holiday_benefit = kroner(law::benefit(of_holiday, book).ledighedsydelse);
      }
    } else {
      const bool before_counts = law::holiday_cut_of(month_before(m)) == law::HolidayCut::share_month_after;
      const int before = before_counts ? holiday_before.on_benefit : 0;
      // The days of a job's last month find no later subsidy: they are taken of the month's own.
      const bool no_more = parts_of(c, month_after(m), as_of).empty() || (ends && *ends < month_after(m));
      const int last = no_more ? own_days.on_benefit : 0;
      f.holiday_days = before + last;
      f.holiday_share = last * ratio(12, 260) / this_part + before * ratio(12, 260) / all_parts;
      int whole_before = 0;
      for (Date d = first_of(month_before(m)); d < first_of(m); ++d) whole_before += weekday(d) && !in_fleksjob(c, d, as_of) ? 1 : 0;
      f.all_days_on_holiday = (last > 0 && all_own) || (before > 0 && whole_before == 0 && before == holiday_before.of_the_job);
    }
    f.paid_hours = hours;
    const law::Subsidy s = law::subsidy(f, choices.month, book);
    exact += s.exact;
    before_ceiling += s.before_ceiling;
    out.subsidy_facts = f;
    out.subsidy = s;
  }
  if (groups.size() > 1) {
    const MonthRates r = month_rates(book, m.year, m.month);
    out.subsidy->exact = exact;
    out.subsidy->fleksloentilskud = law::rounded(exact, choices.month.round_to, m);
    law::add_contributions(*out.subsidy, before_ceiling, hours, choices.month, r, of_calendar);
  }
  if (out.wage_missing) out.subsidy.reset();

  if (out.subsidy) out.payout += out.subsidy->payout;
  if (out.benefit) out.payout += out.benefit->payout;
  if (out.wage_missing)
    out.status = Status::unknown;
  else if (out.subsidy || out.benefit)
    out.status = Status::computed;
  return out;
}

Correction correction(const Course& c, const Month& from, Date as_of, const CourseChoices& choices, const RateBook& book) {
  Correction out;
  for (Month m = from; !(c.last < m); m = month_after(m)) {
    Date then = decided(c, m);
    if (then > as_of) continue;
    for (const Settled& s : c.settled)
      if (!(m < s.from) && s.day <= as_of && s.day > then && law::months_between(m, month_of(s.day)) <= 12) then = s.day;
    Corrected line;
    line.month = m;
    line.then = month(c, m, then, choices, book);
    line.now = month(c, m, as_of, choices, book);
    line.paid = line.then.payout;
    line.due = line.now.payout;
    line.difference = line.due - line.paid;
    line.regulated = law::months_between(m, month_of(as_of)) <= 12;  // KOR-1
    if (line.regulated) out.total += line.difference;
    out.months.push_back(line);
  }
  return out;
}

namespace {

// The weekdays of a month for which ledighedsydelse is paid.
std::set<Date> paid_for(const Course& c, const Month& m, Date as_of, const CourseChoices& choices) {
  const Sanctions sanctions = sanctions_of(c, as_of);
  std::set<Date> out;
  for (const DayOnBenefit& d : days_on_benefit(c, as_of, first_of(m), last_of(m))) {
    const bool lost = std::any_of(sanctions.right_lost.begin(), sanctions.right_lost.end(),
                                  [&](Date l) { return l <= d.day && !regained(c, l, d.day, as_of); });
    const bool sanctioned = std::find(sanctions.days.begin(), sanctions.days.end(), d.day) != sanctions.days.end();
    if (weekday(d.day) && !lost && !sanctioned) out.insert(d.day);
  }
  for (const Holiday* h : in_force(c.holidays, as_of))
    for (Date d = std::max(h->from, first_of(m)); d <= std::min(h->to, last_of(m)); ++d) {
      if (h->kind == Holiday::Kind::untaken) out.erase(d);
      if (h->kind == Holiday::Kind::ledighedsydelse && weekday(d) && in_fleksjob(c, d, as_of) &&
          !(choices.public_holidays_excluded && law::is_public_holiday(day_of(d))))
        out.insert(d);
    }
  return out;
}

}  // namespace

ReducedClaim reduced_claim(const Course& c, Date from, Date to, Ore claim, Date as_of, const CourseChoices& choices, const RateBook& book) {
  ReducedClaim out;
  for (Month m = c.first; !(c.last < m); m = month_after(m)) {
    const Date then = decided(c, m);
    if (then > as_of) continue;
    const CourseMonth paid = month(c, m, then, choices, book);
    if (!paid.benefit) continue;
    int days = 0;
    const std::set<Date> all = paid_for(c, m, then, choices);
    for (const Date d : all) days += from <= d && d <= to ? 1 : 0;
    if (days > 0) out.ledighedsydelse += to_ore(kroner(paid.benefit->ledighedsydelse) * ratio(days, static_cast<int>(all.size())));
  }
  out.deducted = std::min(claim, out.ledighedsydelse);
  out.left = claim - out.deducted;
  return out;
}

SettledForward settle_forward(Ore difference, const std::vector<Ore>& room) {
  SettledForward out;
  for (const Ore r : room) {
    const Ore here = difference < 0 ? std::max(difference, -r) : difference;
    out.in_month.push_back(here);
    difference -= here;
  }
  out.repaid = difference;
  return out;
}

}  // namespace oracle::course
