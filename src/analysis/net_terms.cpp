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
  static_cast<BenefitTerms&>(*this) = all;
  has_narrow_ = places_before_tax.counted<NarrowAmount>(0) && rates_are_narrow(all.ceiling);
  if (has_narrow_) {
    narrow_.own_pension = own_pension;
    narrow_.employer_pension = employer_pension;
    narrow_.month = month.in<NarrowNumbers>();
    narrow_.terms = all.terms.template in<NarrowNumbers>();
  }
  return true;
}

// 64 bits count a million kroner. A week of 168 hours at the most a narrow wage may be is 364.000 kr. a month, twice that with the
// employer's pension; no rate beside it adds more than the most here, and no hour more than a thousand kroner.
bool CountedTerms::rates_are_narrow(const Exact& of_position) const noexcept {
  constexpr std::int64_t most = Money::kroner(50'000).in_oere();
  bool all_narrow = of_position <= Exact::whole(most) && month.public_atp.an_hour.count() <= CountedAmount::oere(most / 50).count();
  for (const CountedAmount amount :
       {month.subsidy.base, month.subsidy.threshold, month.own_atp_most, month.public_atp.a_month_of_few_hours})
    all_narrow &= amount.count() <= CountedAmount::oere(most).count();
  for (std::size_t band = 0; band < month.atp_of_wage.own.size(); ++band)
    all_narrow &= month.atp_of_wage.own[band].count() + month.atp_of_wage.employer[band].count() <= most * RateCount::one;
  return all_narrow;
}

Held CountedTerms::held(const Exact& paid_hours, Money hourly_wage) const noexcept {
  // With it a year's amounts are below 10^12 øre, and their counts times that of a share are in 128 bits.
  constexpr Money most = Money::kroner(100'000), most_narrow = Money::kroner(500);
  const Places places(paid_hours);
  if (hourly_wage > most || !places.counted(decimals_)) return Held::not_counted;
  return has_narrow_ && hourly_wage <= most_narrow && places.counted<NarrowAmount>(decimals_before_tax_) ? Held::narrow : Held::counted;
}

}  // namespace fleks::law
