#include "analysis/net_terms.hpp"

#include "analysis/places.hpp"
#include "rules/year_rates.hpp"

namespace fleks::law {
namespace {

/// A rate, or an amount that is one, as the table counts it.
struct RateRead : RateCount {
  explicit constexpr RateRead(RateCount count) noexcept : RateCount(count) {}
  operator CountedAmount() const noexcept { return CountedAmount(static_cast<RateCount>(*this)); }
  friend constexpr RateRead operator*(RateRead a, const Exact& b) noexcept { return RateRead(static_cast<RateCount>(a) * b); }
};

/// Reads rates as counts; which is missing, a `RateReader` says.
class RateCounter {
 public:
  explicit RateCounter(const RatesOnDate& rates) noexcept : rates_(rates) {}
  RateRead operator()(RateKey key) const noexcept { return RateRead(RateCount::of_table(key, rates_.count(key))); }
  // What is not in force yet counts nothing.
  RateRead if_in_force_yet(RateKey key, const RateTable&) const noexcept { return (*this)(key); }
  [[nodiscard]] bool not_yet(RateKey key, const RateTable& table) const noexcept { return RateReader(rates_).not_yet(key, table); }
  [[nodiscard]] Date date() const noexcept { return rates_.date(); }

 private:
  const RatesOnDate& rates_;
};

/// A percentage comes out even.
RateCount counted(Percent share) noexcept { return RateCount::of_table(RateKey::tax_am_pct, share.ten_thousandths()); }

/// How fine the amounts of a month of whole hours at a whole wage are.
Places places_of(const NetTermsOf<Exact>& terms) {
  const Places whole, ceiling = Places(terms.ceiling) + ceiling_of_own_wage(whole, terms);
  const NetMonth<Places> m = month_in_fleksjob(whole, whole, ceiling, terms);
  return m.in_hand() + m.employer_pension + m.wage_atp_employer + m.ceiling_cut + m.public_atp + m.obligatory_pension;
}

}  // namespace

CountedTerms::CountedTerms(const RatesOnDate& rates, const RateTable& table, const RatesNeeded& needed, const Citizen& c, bool of_senior) {
  RateCounter read(rates);
  own_pension = counted(c.own_pension);
  employer_pension = counted(c.employer_pension);
  month = MonthRates<CountedNumbers>::of(read, table, needed);
  tax_rates = tax_rates_of(read, table, counted(c.municipal), counted(c.church), c.single_parent, of_senior);
  tax_scale = TaxScaleOf<RateCount>(tax_rates);
  single_parent = c.single_parent;
  senior = of_senior;
}

bool CountedTerms::complete(const NetTermsOf<Exact>& all) {
  // A reform's reduction by hours is no part of the law in other numbers than exact ones.
  if (all.terms.subsidy.reduced_by_hours) return false;
  const Places places = places_of(all);
  if (!places.counted(0)) return false;
  decimals_ = places.decimals();
  terms = all.terms.template in<CountedNumbers>();
  // Beside what is worked out with: what has the same sign as a share of it.
  for (const Exact* amount :
       {&all.other_deductions, &all.other_income, &all.rent, &all.of_wealth, &all.daycare_fee, &all.child_benefit, &all.child_allowance})
    if (!RateCount::of(*amount)) return false;
  other_deductions = RateCount(all.other_deductions);
  other_income = RateCount(all.other_income);
  static_cast<BenefitTerms&>(*this) = all;
  return true;
}

bool CountedTerms::hold(const Exact& paid_hours, Money hourly_wage) const noexcept {
  // With it a year's amounts are below 10^12 øre, and their counts times that of a share are in 128 bits.
  constexpr Money most = Money::kroner(100'000);
  return hourly_wage <= most && Places(paid_hours).counted(decimals_);
}

}  // namespace fleks::law
