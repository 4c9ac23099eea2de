// Fleksløntilskud of a month by the rule of its month. Readings where the rulebook leaves a choice:
// - A rule's date is that of the subsidy month (the rulebook's head). FLT-12's is the month of the holiday: with another
//   date the days of December 2023 would be taken twice, or those of March 2022 never.
// - FLT-12  what is cut is the subsidy after ceiling and part of month; krone for krone it is never below 0.
// - FLT-13  T is not cut. U is as paid.
// - FLT-17  "before ceiling" takes 5 pct. of S0, and never withholds more than the subsidy.
// - FLT-18  unknown when the paid hours are, also when the subsidy is 0 (the interface: null when they are unknown).
// - Section 6: contributions C to F are full, two thirds and one third by the bands of A, own one third of each.
#include "law.hpp"

#include <stdexcept>

namespace oracle::law {

bool is_from(const Month& m, int year, int month) { return !(m < Month{year, month}); }

int months_between(const Month& from, const Month& to) { return (to.year - from.year) * 12 + to.month - from.month; }

Month later(const Month& m, int months) {
  const int count = m.year * 12 + m.month - 1 + months;
  return {count / 12, count % 12 + 1};
}

namespace {

Number smaller(const Number& a, const Number& b) { return b < a ? b : a; }
Number larger(const Number& a, const Number& b) { return a < b ? b : a; }

bool counts(Under option, bool by_law) { return option == Under::by_law ? by_law : option == Under::included; }

// Gauss' Easter, in the form of Meeus.
Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, n / 31, n % 31 + 1};
}

}  // namespace

Day next(const Day& d) {
  if (d.day < days_in({d.year, d.month})) return {d.year, d.month, d.day + 1};
  const Month m = month_after({d.year, d.month});
  return {m.year, m.month, 1};
}

bool is_weekday(const Day& d) { return weekdays_between(d, d) == 1; }

bool is_public_holiday(const Day& d) {
  if (d.month == 1 && d.day == 1) return true;
  if (d.month == 12 && (d.day == 25 || d.day == 26)) return true;
  // Counted from Easter day: skærtorsdag, langfredag, 2. påskedag, store bededag, Kristi himmelfart, 2. pinsedag
  const Day sunday = easter(d.year);
  for (const int days : {-3, -2, 0, 1, 26, 39, 49, 50}) {
    if (days == 26 && d.year >= 2024) continue;
    Day day = sunday;
    if (days < 0) {
      day.day += days;
      if (day.day < 1) day = {day.year, day.month - 1, days_in({day.year, day.month - 1}) + day.day};
    }
    for (int i = 0; i < days; ++i) day = next(day);
    if (day == d) return true;
  }
  return false;
}

HolidayCut holiday_cut_of(const Month& holiday_month) {
  if (is_from(holiday_month, 2024, 1)) return HolidayCut::share_month_after;
  if (is_from(holiday_month, 2022, 4)) return HolidayCut::share_same_month;
  return HolidayCut::benefit_same_month;
}

bool regulated_after_holiday(const Month& m) { return is_from(m, 2020, 1) && !is_from(m, 2024, 1); }

Number part_of_month(const Month& month, const Number& covered) {
  const Number p = is_from(month, 2022, 4) ? Number(covered * 12 / 260) : Number(covered / weekdays_in(month));
  return smaller(p, 1);
}

bool care_counts(const Month& subsidy_month) { return is_from(subsidy_month, 2024, 1); }

Number under_the_ceiling(const SubsidyFacts& f, const Choices& c) {
  const bool other_by_law = is_from(f.month, 2014, 7);
  const bool benefits_by_law = is_from(f.month, 2024, 1);
  Number u = f.wage;
  if (counts(c.other_wage, other_by_law)) u += f.other_wage;
  if (counts(c.benefits, benefits_by_law)) u += f.daily_benefit + (c.unclaimed_counts ? f.unclaimed_benefit : zero());
  if (care_counts(f.month) && counts(c.care, true)) u += f.care_income;
  return u;
}

Ore rounded(const Number& amount, RoundTo to, const Month& month) {
  const bool whole_kroner = to == RoundTo::by_law ? is_from(month, 2014, 5) : to == RoundTo::krone;
  return whole_kroner ? to_krone(amount) : to_ore(amount);
}

Subsidy subsidy(const SubsidyFacts& f, const Choices& c, const RateBook& book) {
  const Month of = c.rates_of == RatesOf::subsidy_month ? f.month : f.wage_month;
  const MonthRates r = month_rates(book, of.year, of.month);
  Subsidy out;
  const Number care = care_counts(f.month) ? f.care_income : zero();
  out.benefits = f.daily_benefit + (c.unclaimed_counts ? f.unclaimed_benefit : zero());
  out.right = f.wage > 0 || out.benefits > 0 || care > 0;

  // FLT-4, FLT-13
  Number p = f.covered == Covered::whole ? Number(1) : part_of_month(f.month, f.covered_weekdays);
  if (f.part) p = *f.part;
  out.base = f.covered == Covered::own_wage ? Number(r.base * p) : r.base;
  if (f.ceiling) out.ceiling = f.covered == Covered::own_wage ? Number(*f.ceiling * p) : *f.ceiling;

  // FLT-8
  const Number x = f.wage + f.other_wage + care;
  out.threshold = r.threshold;
  out.taper = r.taper_low * smaller(x, r.threshold) + r.taper_high * larger(x - r.threshold, 0);
  out.under_ceiling = under_the_ceiling(f, c);

  if (out.right) {
    out.before_ceiling = larger(out.base - out.taper - out.benefits, 0);  // FLT-10
    out.after_ceiling = out.before_ceiling;                               // FLT-11
    if (out.ceiling) out.after_ceiling = larger(smaller(out.before_ceiling, *out.ceiling - out.under_ceiling), 0);
    out.of_the_part = f.covered == Covered::wage_of_whole ? Number(out.after_ceiling * p) : out.after_ceiling;
    // FLT-12
    out.exact = out.of_the_part;
    if (f.all_days_on_holiday) {
      out.exact = 0;
    } else if (f.holiday_days > 0) {
      const Number share = f.holiday_share ? *f.holiday_share : Number(f.holiday_days * 12 / 260);
      if (!is_from(f.month, 2022, 4))
        out.exact = larger(out.of_the_part - f.holiday_benefit, 0);
      else
        out.exact = larger(out.of_the_part * (1 - share), 0);
    }
  }
  out.fleksloentilskud = rounded(out.exact, c.round_to, f.month);
  add_contributions(out, out.before_ceiling, f.paid_hours, c, r, f.calendar_part);
  out.total = f.wage + care + kroner(out.fleksloentilskud);
  return out;
}

void add_contributions(Subsidy& s, const Number& before_ceiling, const std::optional<Number>& paid_hours, const Choices& c,
                       const MonthRates& r, const Number& part_of_calendar) {
  const Number paid = kroner(s.fleksloentilskud);
  const Number of = c.own_atp_of == OwnAtpOf::paid_subsidy ? paid : before_ceiling;
  s.own_atp = to_krone(smaller(r.subsidy_own_atp_share * of, r.subsidy_own_atp_max));
  if (s.own_atp > s.fleksloentilskud) s.own_atp = s.fleksloentilskud;
  s.payout = s.fleksloentilskud - s.own_atp;
  s.obligatory_pension = to_krone(r.obligatory_pension_share * kroner(s.payout));
  s.public_atp.reset();
  if (paid_hours && s.fleksloentilskud == 0) {
    s.public_atp = 0;
  } else if (paid_hours) {
    const Number full = *paid_hours < 39
                            ? r.subsidy_public_atp_under_39h
                            : Number(r.subsidy_public_atp_per_hour * larger(r.full_time_hours_week * 52 / 12 - *paid_hours, 0));
    s.public_atp = to_krone(full * part_of_calendar);
  }
}

Number own_atp_of_pay(const Number& hours, AtpTable table, const Month& month, const MonthRates& r) {
  const int thirds = hours < 39 ? 0 : hours < 78 ? 1 : hours < 117 ? 2 : 3;
  if (thirds == 0) return 0;
  if (table == AtpTable::A) return thirds == 1 ? r.wage_own_atp_39h : thirds == 2 ? r.wage_own_atp_78h : r.wage_own_atp_117h;
  if (!is_from(month, 2016, 1)) throw std::out_of_range("contributions C to F are known from 2016");
  const bool from_2024 = is_from(month, 2024, 1);
  Number full;
  switch (table) {
    case AtpTable::C: full = decimal(from_2024 ? "199.80" : "186.80"); break;
    case AtpTable::D: full = decimal(from_2024 ? "171.00" : "158.00"); break;
    case AtpTable::E: full = decimal(from_2024 ? "232.20" : "219.20"); break;
    case AtpTable::F: full = decimal(from_2024 ? "264.60" : "251.60"); break;
    case AtpTable::A: break;
  }
  return full * thirds / 9;
}

Wage wage(const WageFacts& f, const Choices& c, const MonthRates& r) {
  Wage out;
  out.pay = f.pay;
  out.paid_hours = f.paid_hours;
  if (f.form == PayForm::hourly_wage) {
    const Number hours = f.weekly_hours * f.intensity_pct / 100 * 52 / 12;
    if (!out.paid_hours) out.paid_hours = hours;
    out.pay = f.pay * hours;
  }
  // The pay that a percentage is of: before own pension.
  Number before_pension = out.pay;
  if (f.form == PayForm::am_income) {
    if (f.own_pension.form == PensionForm::percent)
      before_pension = out.pay / (1 - f.own_pension.amount / 100);
    else
      before_pension += f.own_pension.amount;
  }
  const auto of = [&](const Pension& p) { return p.form == PensionForm::percent ? Number(p.amount * before_pension / 100) : p.amount; };
  out.own_pension = of(f.own_pension);
  out.employer_pension = of(f.employer_pension);
  if (f.form == PayForm::am_income) {
    out.wage = out.pay - f.benefits_in_kind + out.own_pension + out.employer_pension;
    return out;
  }
  if (c.own_atp == OwnAtp::excluded) {
    if (!out.paid_hours) throw std::invalid_argument("own ATP needs the paid hours");
    out.own_atp = smaller(own_atp_of_pay(*out.paid_hours, c.atp, f.month, r), out.pay);
  }
  out.wage = out.pay - out.own_atp + out.employer_pension;
  return out;
}

}  // namespace oracle::law
