#include "analysis/net_terms.hpp"

#include "analysis/places.hpp"
#include "rules/counted_rates.hpp"
#include "rules/year_rates.hpp"

namespace fleks::law {
namespace {

/// A month of whole hours at a whole wage: how fine its amounts are.
NetMonth<Places> places_of(const NetTermsOf<Exact>& terms) {
  const Places whole, ceiling = Places(terms.ceiling) + ceiling_of_own_wage(whole, terms);
  return month_in_fleksjob(whole, whole, ceiling, terms);
}
/// Of what is worked out before tax with a share of it still to come, and of all of it.
Places before_tax(const NetMonth<Places>& m) {
  return m.gross_pay + m.own_pension + m.employer_pension + m.wage_atp_own + m.wage_atp_employer + m.ceiling_cut + m.fleksloentilskud +
         m.subsidy_atp_own + m.public_atp;
}
Places in_all(const NetMonth<Places>& m) {
  return m.in_hand() + m.employer_pension + m.wage_atp_employer + m.ceiling_cut + m.public_atp + m.obligatory_pension;
}

}  // namespace

CountedTerms::CountedTerms(const RatesOnDate& rates, const RateTable& table, const RatesNeeded& needed, const Citizen& c, bool of_senior) {
  RateCounter read(rates);
  own_pension = RateCount::of_percent(c.own_pension);
  employer_pension = RateCount::of_percent(c.employer_pension);
  month = MonthRates<CountedNumbers>::of(read, table, needed);
  tax_rates = tax_rates_of(read, table, RateCount::of_percent(c.municipal), RateCount::of_percent(c.church), c.single_parent, of_senior);
  tax_scale = TaxScaleOf<RateCount>(tax_rates);
  single_parent = c.single_parent;
  senior = of_senior;
  has_narrow_ = are_narrow(rates);
}

bool CountedTerms::complete(const NetTermsOf<Exact>& all) {
  // A reform's reduction by hours is no part of the law in other numbers than exact ones.
  if (all.terms.subsidy.reduced_by_hours) return false;
  const NetMonth<Places> of_month = places_of(all);
  const Places places = in_all(of_month), places_before_tax = before_tax(of_month);
  if (!places.counted(0)) return false;
  decimals_ = places.decimals();
  decimals_before_tax_ = places_before_tax.decimals();
  terms = all.terms.template in<CountedNumbers>();
  // Beside what is worked out with: what has the same sign as a share of it.
  for (const Exact* amount :
       {&all.other_deductions, &all.other_income, &all.rent, &all.of_wealth, &all.daycare_fee, &all.child_benefit, &all.child_allowance})
    if (!RateCount::of(*amount)) return false;
  other_deductions = RateCount(all.other_deductions);
  other_income = RateCount(all.other_income);
  if (all.with_housing || all.with_daycare || all.with_child_benefit) static_cast<BenefitTerms&>(*this) = all;
  has_narrow_ = has_narrow_ && places_before_tax.counted<NarrowAmount>(0) && all.ceiling <= Exact::of(most_narrow);
  if (has_narrow_) {
    narrow_.own_pension = own_pension;
    narrow_.employer_pension = employer_pension;
    narrow_.month = month.in<NarrowNumbers>();
    narrow_.terms = all.terms.template in<NarrowNumbers>();
  }
  return true;
}

Held CountedTerms::held(const Exact& paid_hours, Money hourly_wage) const noexcept {
  // With it a year's amounts are below 10^12 øre, and their counts times that of a share are in 128 bits.
  constexpr Money most = Money::kroner(100'000);
  const Places places(paid_hours);
  if (hourly_wage > most || !places.counted(decimals_)) return Held::not_counted;
  return has_narrow_ && hourly_wage <= most_narrow_pay && places.counted<NarrowAmount>(decimals_before_tax_) ? Held::narrow : Held::counted;
}

}  // namespace fleks::law
