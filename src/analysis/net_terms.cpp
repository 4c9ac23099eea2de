#include "analysis/net_terms.hpp"

#include "analysis/places.hpp"

namespace fleks::law {
namespace {

/// Counts rates, and sees whether each of them comes out even.
class Counting {
 public:
  RateCount operator()(const Exact& rate) noexcept {
    const auto count = RateCount::of(rate);
    even_ = even_ && count;
    return count.value_or(RateCount{});
  }
  CountedAmount amount(const Exact& amount) noexcept { return CountedAmount((*this)(amount)); }
  [[nodiscard]] bool even() const noexcept { return even_; }

 private:
  bool even_ = true;
};

MonthRates<CountedNumbers> counted_month(const MonthRates<ExactNumbers>& m, Counting& count) {
  AtpBandsOf<RateCount> bands;
  for (std::size_t i = 0; i < bands.own.size(); ++i) {
    bands.own[i] = count(m.atp_of_wage.own[i]);
    bands.employer[i] = count(m.atp_of_wage.employer[i]);
  }
  return {.subsidy = {count.amount(m.subsidy.base), count.amount(m.subsidy.threshold), count(m.subsidy.low), count(m.subsidy.high)},
          .own_atp_share = count(m.own_atp_share),
          .own_atp_most = count.amount(m.own_atp_most),
          .obligatory_share = count(m.obligatory_share),
          .public_atp = {count.amount(m.public_atp.an_hour), count.amount(m.public_atp.a_month_of_few_hours),
                         count.amount(m.public_atp.full_time), count.amount(m.public_atp.few_hours)},
          .atp_of_wage = bands,
          .full_time_hours = count(m.full_time_hours)};
}

TaxRatesOf<RateCount> counted_rates(const TaxRates& r, Counting& count) {
  return {.am = count(r.am),
          .bottom = count(r.bottom),
          .municipal = count(r.municipal),
          .church = count(r.church),
          .health = count(r.health),
          .middle = count(r.middle),
          .middle_threshold = count(r.middle_threshold),
          .middle_ceiling = count(r.middle_ceiling),
          .top = count(r.top),
          .top_threshold = count(r.top_threshold),
          .top_ceiling = count(r.top_ceiling),
          .toptop = count(r.toptop),
          .toptop_threshold = count(r.toptop_threshold),
          .toptop_ceiling = count(r.toptop_ceiling),
          .allowance = count(r.allowance),
          .employment_share = count(r.employment_share),
          .employment_most = count(r.employment_most),
          .single_parent_share = count(r.single_parent_share),
          .single_parent_most = count(r.single_parent_most),
          .job_share = count(r.job_share),
          .job_threshold = count(r.job_threshold),
          .job_most = count(r.job_most),
          .senior_share = count(r.senior_share),
          .senior_most = count(r.senior_most),
          .pension_in_work_base = r.pension_in_work_base};
}

/// How fine the amounts of a month of whole hours at a whole wage are.
Places places_of(const NetTermsOf<Exact>& terms) {
  const Places whole, ceiling = Places(terms.ceiling) + ceiling_of_own_wage(whole, terms);
  const NetMonth<Places> m = month_in_fleksjob(whole, whole, ceiling, terms);
  return m.in_hand() + m.employer_pension + m.wage_atp_employer + m.ceiling_cut + m.public_atp + m.obligatory_pension;
}

}  // namespace

std::optional<CountedTerms> CountedTerms::of(const NetTermsOf<Exact>& terms) {
  // A reform's reduction by hours is no part of the law in other numbers than exact ones.
  if (terms.terms.subsidy.reduced_by_hours) return std::nullopt;
  const Places places = places_of(terms);
  if (!places.counted(0)) return std::nullopt;
  Counting count;
  CountedTerms counted(static_cast<const BenefitTerms&>(terms));
  counted.decimals_ = places.decimals();
  counted.own_pension = count(terms.own_pension);
  counted.employer_pension = count(terms.employer_pension);
  counted.month = counted_month(terms.month, count);
  counted.terms = terms.terms.template in<CountedNumbers>();
  counted.tax_rates = counted_rates(terms.tax_rates, count);
  const TaxScale& scale = terms.tax_scale;
  counted.tax_scale.of_municipal_base = count(scale.of_municipal_base);
  counted.tax_scale.middle = count(scale.middle);
  counted.tax_scale.top = count(scale.top);
  counted.tax_scale.toptop = count(scale.toptop);
  counted.tax_scale.allowance_value = count(scale.allowance_value);
  counted.single_parent = terms.single_parent;
  counted.senior = terms.senior;
  counted.other_deductions = count(terms.other_deductions);
  counted.other_income = count(terms.other_income);
  // What has the same sign as a share of it, and is not worked out with.
  for (const Exact* amount : {&terms.rent, &terms.of_wealth, &terms.daycare_fee, &terms.child_benefit, &terms.child_allowance})
    count(*amount);
  if (!count.even()) return std::nullopt;
  return counted;
}

bool CountedTerms::hold(const Exact& paid_hours, Money hourly_wage) const noexcept {
  // With it a year's amounts are below 10^12 øre, and their counts times that of a share are in 128 bits.
  constexpr Money most = Money::kroner(100'000);
  return hourly_wage <= most && Places(paid_hours).counted(decimals_);
}

}  // namespace fleks::law
