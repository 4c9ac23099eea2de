// Ledighedsydelse of a month and the self-employed's grant, from the rulebook's sections 4 and 9. Readings:
// - LY-3, 5, 6  all rates, the conversion rate and the threshold too, are those of the benefit month, though the income
//               is the month before's.
// - LY-4        "all weekdays of the month payable" is payable >= the month's weekdays; fewer is days x daily amount.
// - LY-9        the paid holiday days and the offset may together take no more than the part base; the top-up stands apart.
// - LY-13       the benefit with its top-up, as rounded, is held against the low amount; class low_provider is a provider,
//               class low_nonprovider is not, and only class full asks the flag.
// - LY-13       obligatory pension: the percentage of (benefit - own ATP), nearest krone; 0 before 2020.
// - section 9   the grant is rounded once, half up, to øre; rates of 1 January.
#include "law.hpp"
#include "oracle.hpp"

#include <stdexcept>

namespace oracle {

BenefitResult ledighedsydelse(const BenefitFacts& f, const MonthRates& r) {
  BenefitResult out;

  // LY-3
  Number low = r.ledighedsydelse_low_nonprovider;
  switch (f.benefit_class) {
    case BenefitClass::full:
      out.base = r.ledighedsydelse_full;
      if (f.provider) low = r.ledighedsydelse_low_provider;
      break;
    case BenefitClass::low_provider:
      out.base = r.ledighedsydelse_low_provider;
      low = r.ledighedsydelse_low_provider;
      break;
    case BenefitClass::low_nonprovider: out.base = r.ledighedsydelse_low_nonprovider; break;
  }

  // LY-4
  const Number all_weekdays = weekdays_in(f.month);
  out.daily_amount = out.base * ratio(12, 260);
  out.payable_weekdays =
      below_zero_is_none((f.entitled_weekdays ? *f.entitled_weekdays : all_weekdays) - f.sanction_days - f.untaken_holiday_days);
  out.part_base = out.base;
  if (out.payable_weekdays < all_weekdays) {
    const Number by_days = out.daily_amount * out.payable_weekdays;
    if (by_days < out.base) out.part_base = by_days;
  }

  // LY-5, LY-6
  out.income = f.am_income + f.own_pension + f.employer_pension + f.replacing_income;
  if (!f.self_employed_hours.is_zero()) {
    if (!r.conversion_rate_hour) throw std::out_of_range("no conversion rate for the month");
    out.income += f.self_employed_hours * *r.conversion_rate_hour;
  }
  if (out.income <= r.threshold)
    out.offset = r.taper_low * out.income;
  else
    out.offset = r.taper_low * r.threshold + r.taper_high * (out.income - r.threshold);

  // LY-9
  out.holiday_days_amount = f.holiday_days * out.daily_amount;
  out.after_offset = below_zero_is_none(out.part_base - out.holiday_days_amount - out.offset);
  out.holiday_top_up = f.holiday_days * below_zero_is_none(out.daily_amount - f.holiday_pay_per_day);
  out.ledighedsydelse_exact = out.after_offset + out.holiday_top_up;
  out.ledighedsydelse = law::rounded(out.ledighedsydelse_exact, law::RoundTo::by_law, f.month);  // LY-15

  // LY-13
  const Number part = out.payable_weekdays < all_weekdays ? Number(out.payable_weekdays / all_weekdays) : Number(1);
  if (out.ledighedsydelse > 0 && kroner(out.ledighedsydelse) >= low * part) {
    out.own_atp = to_krone(r.ledighedsydelse_own_atp * part);
    out.public_atp = to_krone(r.ledighedsydelse_public_atp * part);
  }
  out.payout = out.ledighedsydelse - out.own_atp;
  out.obligatory_pension = to_krone(r.obligatory_pension_share * kroner(out.payout));
  return out;
}

GrantResult self_employed_grant(const RateBook& book, int year, const Number& income) {
  const Day day{year, 1, 1};
  GrantResult out;
  out.maximum = book.get("self_employed_grant_max_year", day);
  out.reduction = share(book.get("self_employed_taper_pct", day), income);
  out.grant_exact = below_zero_is_none(out.maximum - out.reduction);
  out.grant = to_ore(out.grant_exact);
  return out;
}

GrantResult self_employed_grant_of(const RateBook& book, int year, const std::vector<Number>& surplus, const Number& other, bool spouse) {
  GrantResult out;
  out.maximum = book.get("self_employed_grant_max_year", Day{year, 1, 1});
  if (surplus.empty()) return out;
  // Every pair of years: the best mean of two is the mean of the two best.
  Number best = below_zero_is_none(surplus.front());
  if (surplus.size() > 1) {
    best = 0;
    for (std::size_t i = 0; i < surplus.size(); ++i)
      for (std::size_t j = i + 1; j < surplus.size(); ++j) {
        const Number mean = (below_zero_is_none(surplus[i]) + below_zero_is_none(surplus[j])) / 2;
        if (mean > best) best = mean;
      }
  }
  return self_employed_grant(book, year, (spouse ? Number(best / 2) : best) + other);
}

}  // namespace oracle
