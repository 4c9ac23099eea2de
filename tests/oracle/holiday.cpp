// Holiday earned and the ceiling from its parts, from the rulebook's sections 5 and 2. Readings:
// - FERIE-1  counted by calendar month: a whole one earns 2,08 days; part of one 0,07 a calendar day, at most 2,08.
//            A whole ferieår (1/9-31/8) within the period earns 25; no ferieår earns more. Months of different ferieår
//            are added, so twelve months across 1 September make 24,96.
// - FERIE-2  the qualifying pay is the monthly pay for each whole month and, of part of a month, calendar days of the
//            month covered / calendar days of the month; nothing is rounded.
// - FERIE-2  per_day is the allowance (kind allowance) or the supplement (kind pay) divided by the days earned.
// - FERIE-2, FERIE-7  the percentages are those of the last day of the period.
// - FERIE-7  of the qualifying pay from 1/1 2024 on, kind pay only; the employer's pension is not known here and left out.
#include "oracle.hpp"

#include <stdexcept>

namespace oracle {

namespace {

// The ferieår that a month belongs to, by the year it begins in.
int holiday_year(const Month& m) { return m.month >= 9 ? m.year : m.year - 1; }

}  // namespace

HolidayResult holiday(const HolidayFacts& f, const RateBook& book) {
  if (f.to < f.from) throw std::invalid_argument("the period ends before it begins");
  HolidayResult out;
  Number pay_from_2024;
  Number days_this_year;
  int whole_months_this_year = 0;
  const Month last{f.to.year, f.to.month};
  for (Month m{f.from.year, f.from.month}; !(last < m); m = month_after(m)) {
    const int all = days_in(m);
    const int first_day = m == Month{f.from.year, f.from.month} ? f.from.day : 1;
    const int last_day = m == last ? f.to.day : all;
    const int covered = last_day - first_day + 1;
    const Number most = ratio(208, 100);
    Number earned = ratio(7, 100) * covered;
    if (covered == all || earned > most) earned = most;
    days_this_year += earned;
    if (covered == all) ++whole_months_this_year;
    if (m == last || holiday_year(month_after(m)) != holiday_year(m)) {
      out.days_earned += whole_months_this_year == 12 ? Number(25) : days_this_year;
      days_this_year = 0;
      whole_months_this_year = 0;
    }
    const Number pay = f.monthly_pay * ratio(covered, all);
    out.qualifying_pay += pay;
    if (m.year >= 2024) pay_from_2024 += pay;
  }

  if (f.kind == HolidayKind::allowance) {
    out.holiday_allowance = share(book.get("holiday_allowance_pct", f.to), out.qualifying_pay);
  } else {
    out.holiday_supplement = share(book.get("holiday_supplement_pct", f.to), out.qualifying_pay);
    if (f.to.year >= 2024) {
      out.great_prayer_day_supplement = share(book.get("great_prayer_day_supplement_pct", f.to), pay_from_2024);
    }
  }
  if (!out.days_earned.is_zero()) out.per_day = (out.holiday_allowance + out.holiday_supplement) / out.days_earned;
  return out;
}

// LOFT-2, LOFT-3
Number normal_wage_ceiling(const CeilingParts& p, const Number& full_time_hours_week) {
  if (p.hourly.has_value() == p.monthly_base.has_value()) {
    throw std::invalid_argument("either an hourly or a monthly base");
  }
  Ceiling parts;
  parts.supplements = p.supplements;
  parts.bonus = p.bonus;
  parts.employer_pension_pct = p.employer_pension_pct;
  parts.holiday_supplement = p.holiday_supplement;
  return ceiling_from_parts(p.hourly ? full_time_base(*p.hourly, full_time_hours_week) : *p.monthly_base, parts);
}

}  // namespace oracle
