// Ledighedsydelse of a month by the rule of its month, and the grant to the self-employed. Readings:
// - LY-3 to LY-6: every rate is that of the benefit month, though the income is the month before's.
// - LY-4  with several classes in a month in which every weekday is payable each class has its share of the monthly
//         amount by weekdays; else the daily amounts are added, at most the monthly amount that those days are the mean of,
//         so that a day less never gives more.
// - LY-12 days of missed meetings: the day's deduction falls as the month's benefit does, which is what LY-9 gives, top-up
//         included.
// - LY-13 the benefit with its top-up, as rounded, is held against the limit; for part of a month limit and ATP are
//         multiplied by payable weekdays / weekdays of the month.
// - LY-13 whose limit: a provider's is that of low_provider; class low_nonprovider is no provider's.
// - Section 9: the year's grant is rounded half up to øre, its twelfth is exact.
#include "law.hpp"

#include <algorithm>

namespace oracle::law {

Number monthly_amount(BenefitClass c, const MonthRates& r) {
  switch (c) {
    case BenefitClass::full: return r.ledighedsydelse_full;
    case BenefitClass::low_provider: return r.ledighedsydelse_low_provider;
    case BenefitClass::low_nonprovider: return r.ledighedsydelse_low_nonprovider;
  }
  throw std::logic_error("no such class");
}

Benefit benefit(const BenefitMonth& f, const RateBook& book) {
  const MonthRates r = month_rates(book, f.month.year, f.month.month);
  const Number all = weekdays_in(f.month);
  Benefit out;

  // LY-4: the days that are left of each class; what is lost is taken from the end.
  std::vector<ClassDays> days = f.days;
  Number lost = f.sanction_days + f.untaken_holiday_days;
  for (auto part = days.rbegin(); part != days.rend(); ++part) {
    const Number gone = std::min(lost, part->weekdays);
    part->weekdays -= gone;
    lost -= gone;
  }
  Number daily_sum, monthly_share, monthly_sum, daily_of_holiday;
  for (const ClassDays& part : days) {
    const Number month = monthly_amount(part.benefit_class, r);
    out.payable += part.weekdays;
    daily_sum += month * 12 / 260 * part.weekdays;
    monthly_share += month * part.weekdays / all;
    monthly_sum += month * part.weekdays;
    if (part.weekdays > 0) daily_of_holiday = month * 12 / 260;
  }
  out.part_base = out.payable < all && out.payable > 0 ? std::min(daily_sum, Number(monthly_sum / out.payable)) : monthly_share;

  // LY-5, LY-6
  out.income = f.income;
  if (f.self_employed_hours > 0) {
    if (!r.conversion_rate_hour) throw std::out_of_range("no conversion rate for the month");
    out.income += f.self_employed_hours * *r.conversion_rate_hour;
  }
  out.offset = r.taper_low * std::min(out.income, r.threshold) + r.taper_high * std::max(Number(out.income - r.threshold), zero());

  // A day of a month with several classes, when it is not known which: what they are together, by days
  if (out.payable > 0) daily_of_holiday = daily_sum / out.payable;

  // LY-9, LY-12: a day that is known is one of its own class
  const auto a_day = [&](const DayOfClass& d) { return Number(monthly_amount(d.benefit_class, r) * 12 / 260); };
  Number held = f.holiday_days * daily_of_holiday, missed = f.day_sanctions * daily_of_holiday;
  out.top_up = f.holiday_days * std::max(Number(daily_of_holiday - f.holiday_pay_per_day), zero());
  for (const DayOfClass& d : f.holidays) {
    held += a_day(d);
    out.top_up += std::max(Number(a_day(d) - d.holiday_pay), zero());
  }
  for (const DayOfClass& d : f.missed) missed += a_day(d);
  out.exact = std::max(Number(out.part_base - held - out.offset), zero()) + out.top_up;
  if (missed > 0 && out.part_base > 0) out.exact = std::max(Number(out.exact - missed * out.exact / out.part_base), zero());
  out.ledighedsydelse = rounded(out.exact, f.round_to, f.month);  // LY-15

  // LY-13
  // The limit too by the days of each class (interpretation)
  const auto low_of = [&](const ClassDays& d) {
    const bool provider = d.benefit_class == BenefitClass::low_provider || (d.benefit_class == BenefitClass::full && f.provider);
    return provider ? r.ledighedsydelse_low_provider : r.ledighedsydelse_low_nonprovider;
  };
  Number low_sum;
  for (const ClassDays& d : days) low_sum += low_of(d) * d.weekdays;
  const Number part = std::min(Number(out.payable / all), Number(1));
  const Number limit = out.payable > 0 ? Number(low_sum / out.payable * part) : zero();
  if (out.ledighedsydelse > 0 && kroner(out.ledighedsydelse) >= limit) {
    out.own_atp = to_krone(r.ledighedsydelse_own_atp * part);
    out.public_atp = to_krone(r.ledighedsydelse_public_atp * part);
  }
  out.payout = out.ledighedsydelse - out.own_atp;
  out.obligatory_pension = to_krone(r.obligatory_pension_share * kroner(out.payout));
  return out;
}

Grant grant(const RateBook& book, int year, const std::vector<AccountingYear>& years) {
  const Day day{year, 1, 1};
  Grant out;
  std::vector<AccountingYear> best;
  for (const AccountingYear& y : years) best.push_back({std::max(y.business, zero()), y.other_income});
  if (best.empty()) return out;
  std::stable_sort(best.begin(), best.end(), [](const AccountingYear& a, const AccountingYear& b) { return b.business < a.business; });
  if (best.size() > 2) best.resize(2);
  Number income;
  for (const AccountingYear& y : best) income += y.business + y.other_income;
  out.income = income / static_cast<int>(best.size());
  out.exact =
      std::max(Number(book.get("self_employed_grant_max_year", day) - share(book.get("self_employed_taper_pct", day), out.income)), zero());
  out.year = to_ore(out.exact);
  out.month = kroner(out.year) / 12;
  return out;
}

}  // namespace oracle::law
