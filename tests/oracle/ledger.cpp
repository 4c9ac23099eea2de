// Readings where the law leaves a choice:
// - KOM-1   a week is touched by a benefit that is paid for one of its days, a Sunday too. The days a benefit covers are all
//           days of the fleksjob, or on ledighedsydelse, but for those without a right to it: of a sanction, not taken, lost.
// - KOM-1   of days before the first month, and of a month that could not be computed, it is not known what was paid: a fleksjob
//           had a subsidy.
// - KOM-1   sickness benefit is one of the law's benefits (FIN § 3 stk. 1 nr. 7), so that its days count too.
// - KOM-2   self-support is a whole week of other work, without a benefit and without a fleksjob; one of a sanction can be.
// - KOM-3   what is counted from 1 July 2014 is days: neither a benefit of 30 June nor a whole week of self-support is of its week.
// - KOM-4   who comes on the staircase later brings the weeks since 1 July 2014 (FIN § 30 stk. 3 names stk. 1); as a choice, BEK
//           14/2026 § 21 is read as counting a week of ledighedsydelse or fleksløntilskud only from the new fleksjob on.
// - KOM-5   months are counted whole, as in LY-14: every weekday of them. Those of a sanction are on ledighedsydelse, those of a
//           lost right are not.
// - KOM-7   wage is reported when the income register has it; a wage for several months stands in each of them (FLT-6).
#include "ledger.hpp"

#include <algorithm>
#include <map>

namespace oracle::ledger {
namespace {

using namespace course;

enum class Of { nothing, subsidy, holiday, ledighedsydelse };

struct OneDay {
  Of of = Of::nothing;
  bool other_job = false;
  bool other_benefit = false;   // sickness benefit
  bool benefit_period = false;  // with a right to it
};

struct Life {
  Date first = 0;
  std::vector<OneDay> days;
  OneDay at(Date d) const { return d < first || d >= first + static_cast<Date>(days.size()) ? OneDay{} : days[at_place(d)]; }
  OneDay& of(Date d) { return days[at_place(d)]; }
  Date end() const { return first + static_cast<Date>(days.size()); }

 private:
  std::size_t at_place(Date d) const { return static_cast<std::size_t>(d - first); }
};

Date monday_of(Date d) { return d - (d + 3) % 7; }

Life life_of(const Course& c, Date as_of, const Choices& choices) {
  Life life;
  life.first = first_of(c.first);
  for (const Job& j : c.jobs) life.first = std::min(life.first, j.from);
  for (const BenefitPeriod& p : c.ledighedsydelse) life.first = std::min(life.first, p.from);
  const Date end = last_of(c.last) + 8;
  life.days.resize(static_cast<std::size_t>(end - life.first));
  const auto each = [&](Date from, Date to, auto change) {
    for (Date d = std::max(from, life.first); d <= std::min(to, end - 1); ++d) change(life.of(d), d);
  };
  for (const BenefitPeriod* p : in_force(c.ledighedsydelse, as_of))
    each(p->from, p->to, [](OneDay& day, Date) {
      day.of = Of::ledighedsydelse;
      day.benefit_period = true;
    });
  for (const Date d : sanctions_of(c, as_of).days) each(d, d, [](OneDay& day, Date) { day.of = Of::nothing; });
  for (const Date lost : sanctions_of(c, as_of).right_lost)
    each(lost, end - 1, [&](OneDay& day, Date d) {
      if (!day.benefit_period || regained(c, lost, d, as_of)) return;
      day.of = Of::nothing;
      day.benefit_period = false;
    });
  for (const Holiday* h : in_force(c.holidays, as_of))
    if (h->kind == Holiday::Kind::untaken) each(h->from, h->to, [](OneDay& day, Date d) { day.of = weekday(d) ? Of::nothing : day.of; });
  for (const Job& j : c.jobs)
    each(j.from, as_of < j.end_known.value_or(j.to) ? open : j.to, [&](OneDay& day, Date) {
      if (!j.fleksjob) day.other_job = true;
      if (j.fleksjob) day.of = Of::subsidy;
      if (j.fleksjob) day.benefit_period = false;
    });
  for (const Holiday* h : in_force(c.holidays, as_of))
    if (h->kind == Holiday::Kind::ledighedsydelse)
      each(h->from, h->to, [&](OneDay& day, Date d) {
        const bool paid_for = weekday(d) && !(choices.public_holidays_excluded && law::is_public_holiday(day_of(d)));
        if (day.of == Of::subsidy && paid_for) day.of = Of::holiday;
      });
  for (const DailyBenefit* b : in_force(c.daily_benefits, as_of))
    if (!b->unclaimed) each(b->from, b->to, [](OneDay& day, Date) { day.other_benefit = true; });
  return life;
}

// What a benefit of the month is divided on: its days; where it is paid and covers none of the kind, all days of any kind.
std::vector<Date> covered(const Life& life, const Month& m, bool subsidy, bool on_weekdays) {
  std::vector<Date> out;
  for (const bool weekdays_only : {on_weekdays, false}) {
    for (Date d = first_of(m); d <= last_of(m); ++d) {
      const Of of = life.at(d).of;
      if (subsidy ? of == Of::subsidy : of == Of::ledighedsydelse || of == Of::holiday)
        if (!weekdays_only || weekday(d)) out.push_back(d);
    }
    if (!out.empty()) return out;
  }
  for (Date d = first_of(m); d <= last_of(m); ++d)
    if (subsidy && life.at(d).of == Of::holiday) out.push_back(d);
  return out;
}

// KOM-4: the first new fleksjob of one approved from 2013 to June 2014.
std::optional<Date> new_job_of(const Course& c, const std::optional<Date>& approved) {
  if (!approved || *approved < date(2013, 1, 1) || *approved >= date(2014, 7, 1)) return std::nullopt;
  std::optional<Date> first;
  for (const Job& j : c.jobs)
    if (j.fleksjob && j.from >= date(2014, 7, 1) && (!first || j.from < *first)) first = j.from;
  return first;
}

std::set<Date> days_with_benefit(const Course& c, const Facts& facts, const Life& life) {
  std::set<Date> out;
  for (Date d = life.first; d < first_of(c.first); ++d)
    if (life.at(d).of != Of::nothing) out.insert(d);
  Month m = c.first;
  for (const Paid& paid : facts.paid) {
    if (paid.subsidy > 0 || paid.subsidy_unknown)
      for (const Date d : covered(life, m, true, false)) out.insert(d);
    if (paid.ledighedsydelse > 0 || paid.ledighedsydelse_unknown)
      for (const Date d : covered(life, m, false, false)) out.insert(d);
    m = month_after(m);
  }
  for (Date d = life.first; d < life.end(); ++d)
    if (life.at(d).other_benefit) out.insert(d);
  return out;
}

// KOM-1 to KOM-3: the count after the week of each Monday.
std::map<Date, int> counts(const Course& c, const Facts& facts, const Life& life, const Choices& choices) {
  const std::set<Date> with_benefit = days_with_benefit(c, facts, life);
  const std::optional<Date> new_job = choices.not_before_new_job ? new_job_of(c, facts.approved) : std::nullopt;
  const Date begin = monday_of(facts.weeks_before ? first_of(c.first) : std::min(life.first, first_of(c.first)));
  const Date from = date(2014, 7, 1);
  std::vector<oracle::Week> kinds;
  for (Date monday = begin; monday <= last_of(c.last) + 7; monday += 7) {
    bool benefit = false, self_support = true;
    for (Date d = monday; d < monday + 7; ++d) {
      const OneDay day = life.at(d);
      const bool counts = !new_job || d >= *new_job || day.other_benefit;
      benefit = benefit || (with_benefit.count(d) > 0 && d >= from && counts);
      self_support = self_support && d >= from && day.other_job && day.of != Of::subsidy && day.of != Of::holiday && !with_benefit.count(d);
    }
    kinds.push_back(benefit ? oracle::Week::benefit : self_support ? oracle::Week::self_support : oracle::Week::neither);
  }
  const std::vector<int> counted = benefit_weeks(day_of(begin), kinds, facts.weeks_before.value_or(0));
  std::map<Date, int> out;
  for (std::size_t i = 0; i < counted.size(); ++i) out[begin + 7 * static_cast<Date>(i)] = counted[i];
  return out;
}

// KOM-5: the months for which the municipality bears all of the ledighedsydelse: after 18 whole ones on it of the 24 before,
// until nine whole ones in a fleksjob, of 18, have followed.
std::set<Date> alone_in(const Course& c, const Life& life) {
  std::set<Date> out;
  std::vector<bool> on_benefit, in_fleksjob;
  bool alone = false;
  std::size_t since = 0;
  const auto of_the_last = [](const std::vector<bool>& months, std::size_t count, std::size_t from) {
    const std::size_t begin = std::max(from, months.size() > count ? months.size() - count : 0);
    return std::count(months.begin() + static_cast<std::ptrdiff_t>(std::min(begin, months.size())), months.end(), true);
  };
  for (Month m = month_of(life.first); !(c.last < m); m = month_after(m)) {
    const std::size_t now = on_benefit.size();
    if (alone) {
      alone = of_the_last(in_fleksjob, 18, since) < 9;
    } else if (of_the_last(on_benefit, 24, 0) >= 18) {
      alone = true;
      since = now;
    }
    if (alone) out.insert(first_of(m));
    bool benefit = true, fleksjob = true;
    for (Date d = first_of(m); d <= last_of(m); ++d) {
      if (!weekday(d)) continue;
      benefit = benefit && life.at(d).benefit_period;
      fleksjob = fleksjob && (life.at(d).of == Of::subsidy || life.at(d).of == Of::holiday);
    }
    on_benefit.push_back(benefit);
    in_fleksjob.push_back(fleksjob);
  }
  return out;
}

std::vector<oracle::ledger::Week> weeks_of(const Month& m, const Paid& paid, const Life& life, const Choices& choices,
                                           const std::optional<Date>& staircase, bool alone, const std::map<Date, int>& counted) {
  std::map<std::pair<Date, Scheme>, oracle::ledger::Week> weeks;
  std::set<Date> with_expense;
  for (const bool subsidy : {true, false}) {
    const Number& amount = subsidy ? paid.subsidy : paid.ledighedsydelse;
    if (amount <= 0) continue;
    const std::vector<Date> days = covered(life, m, subsidy, choices.on_weekdays);
    for (const Date d : days) {
      const Date monday = monday_of(d);
      const bool on_it = staircase && *staircase <= d;
      const Scheme scheme = on_it ? Scheme::staircase : alone ? Scheme::old_alone : Scheme::old;
      oracle::ledger::Week& week = weeks[{monday, scheme}];
      week.monday = monday;
      week.scheme = scheme;
      // FIN § 29 stk. 3
      week.weeks = counted.at(on_it && monday == date(2015, 12, 28) ? date(2016, 1, 4) : monday);
      week.days += with_expense.insert(d).second ? 1 : 0;
      (subsidy ? week.subsidy : week.ledighedsydelse) += amount / static_cast<int>(days.size());
    }
  }
  std::vector<oracle::ledger::Week> out;
  for (const auto& [key, week] : weeks) out.push_back(week);
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.monday != b.monday ? a.monday < b.monday : a.scheme != Scheme::staircase && b.scheme == Scheme::staircase;
  });
  return out;
}

Number share_of(const oracle::ledger::Week& w) {
  if (w.scheme == Scheme::staircase) return staircase(w.weeks);
  if (w.ledighedsydelse == 0) return ratio(65, 100);
  return w.scheme == Scheme::old ? ratio(30, 100) : Number(0);
}

bool starts_over_in(const Month& m, const std::map<Date, int>& counted) {
  for (const auto& [monday, count] : counted) {
    const auto before = counted.find(monday - 7);
    if (month_of(monday + 6) == m && before != counted.end() && count < before->second) return true;
  }
  return false;
}

struct Reported {
  bool any = false;
  Number wage, pension;
};

Reported reported_in(const Course& c, const Month& m, Date as_of) {
  Reported out;
  for (const WageRecord* w : wages_in_force(c, as_of)) {
    if (w->expected || w->record.source != Source::income_register) continue;
    Number spread;
    for (const Spread& s : w->spread) {
      spread += s.amount;
      if (!(m < s.first) && !(s.last < m)) out.wage += s.amount / (law::months_between(s.first, s.last) + 1);
    }
    const Number part = part_in(*w, m);
    if (part.is_zero()) continue;
    out.any = true;
    out.wage += (w->am_income - w->not_wage - spread) * part;
    out.pension += (w->own_pension + w->employer_pension) * part;
  }
  for (const WageRecord* w : in_force(c.wages, as_of)) {
    if (!w->after_end || w->record.source != Source::income_register || !(month_of(w->disposal) == m)) continue;
    out.any = true;
    out.wage += w->am_income - w->not_wage;
    out.pension += w->own_pension + w->employer_pension;
  }
  return out;
}

void find_wage(Line& line, const Course& c, Date as_of, Date begin) {
  for (Month m = line.month; first_of(m) >= first_of(month_of(begin)); m = month_before(m)) {
    const Reported found = reported_in(c, m, as_of);
    if (!found.any) continue;
    line.wage = found.wage;
    line.pension = found.pension;
    line.wage_month = m;
    return;
  }
}

}  // namespace

std::optional<Date> staircase_from(const Course& c, const std::optional<Date>& approved) {
  const Date law_from = date(2016, 1, 1), counted_from = date(2014, 7, 1);
  if (!approved || *approved >= counted_from) return law_from;
  if (*approved < date(2013, 1, 1)) return std::nullopt;
  const auto first = new_job_of(c, approved);
  if (!first) return std::nullopt;
  return std::max(*first, law_from);
}

std::vector<Line> months(const Course& c, const Facts& facts, Date as_of, const Choices& choices, const RateBook& book) {
  const Life life = life_of(c, as_of, choices);
  const std::map<Date, int> counted = counts(c, facts, life, choices);
  const std::set<Date> alone = alone_in(c, life);
  const std::optional<Date> staircase = staircase_from(c, facts.approved);
  std::vector<Line> out;
  Month m = c.first;
  for (const Paid& paid : facts.paid) {
    Line line;
    line.month = m;
    line.known = paid.known;
    line.starts_over = starts_over_in(m, counted);
    if (paid.known) {
      line.weeks = weeks_of(m, paid, life, choices, staircase, alone.count(first_of(m)) > 0, counted);
      if (!line.weeks.empty()) line.share = share_of(line.weeks.back());
      find_wage(line, c, as_of, life.first);
      std::vector<PurseWeek> weeks;
      for (const oracle::ledger::Week& w : line.weeks) weeks.push_back({w.weeks, w.scheme, w.subsidy, w.ledighedsydelse});
      line.purses = purses(weeks, paid.base, line.wage, book.find("fleksbidrag_max_month", {m.year, m.month, 1}).value_or(zero()),
                           choices.m_less_refund);
      line.state = line.purses.refund + line.purses.fleksbidrag + paid.public_atp + paid.obligatory_pension;
      line.citizen = to_ore(line.purses.benefit) - paid.own_atp;
      line.set_aside = paid.own_atp + paid.public_atp + paid.obligatory_pension;
    }
    out.push_back(line);
    m = month_after(m);
  }
  return out;
}

}  // namespace oracle::ledger
