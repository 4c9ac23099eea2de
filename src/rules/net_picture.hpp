#pragma once

#include "rules/atp_of_wage.hpp"
#include "rules/contributions.hpp"
#include "rules/fleksloentilskud.hpp"
#include "rules/housing_benefit.hpp"
#include "rules/income_tax.hpp"
#include "rules/normal_wage_ceiling.hpp"
#include "rules/paid_hours.hpp"
#include "rules/wage.hpp"

// From gross to net: one of twelve equal months of a citizen in a fleksjob, or on ledighedsydelse without one.
// It only puts the rules together; each of them stands in its own file.

namespace fleks::law {

/// What is paid and withheld in a month.
template <class N>
struct NetMonth {
  N gross_pay{}, own_pension{}, employer_pension{}, wage_atp_own{}, wage_atp_employer{};
  N ceiling_cut{}, fleksloentilskud{}, subsidy_atp_own{}, public_atp{}, obligatory_pension{};
  N ledighedsydelse{}, ledighedsydelse_atp_own{};
  N am_contribution{}, tax{}, housing_benefit{};

  [[nodiscard]] N in_hand() const {
    return gross_pay - own_pension - wage_atp_own - am_contribution - tax + fleksloentilskud - subsidy_atp_own + ledighedsydelse -
           ledighedsydelse_atp_own + housing_benefit;
  }
};

/// A citizen with the rates of the year, resolved once.
struct NetTerms {
  Exact own_pension, employer_pension;  // of the pay
  bool atp_counted{};                   // in the wage of FLT-5
  AtpBands atp;

  Exact full_time_hours;  // a week
  Exact ceiling;          // C, at the citizen's own wage

  Exact base, threshold, low, high;  // FLT-4, FLT-8
  OtherWageUnderCeiling other_wage_under_ceiling{};
  Policy policy{};  // of a reform in force that year; else the law
  Exact subsidy_atp_share, subsidy_atp_most;
  PublicAtpRates public_atp;
  Exact obligatory_share;

  TaxRates tax_rates;
  TaxScale tax_scale{TaxRates{}};
  bool single_parent{};

  NetMonth<Exact> without_job;  // the same citizen on ledighedsydelse

  bool with_housing{};
  Exact rent;  // a year
  int children{};
  HousingRates housing;
};

/// The rules' number family for a number of the net picture.
template <class N>
struct NumbersOf;
template <>
struct NumbersOf<Exact> {
  using type = ExactNumbers;
  static constexpr Exact whole_month() noexcept { return Exact::whole(1); }
};

/// The year's tax and housing benefit of twelve such months, and a twelfth of them.
template <class N>
void tax_the_month(NetMonth<N>& m, const NetTerms& terms) {
  Nobody nobody;
  static constexpr Exact months = Exact::whole(months_a_year), twelfth = Exact::ratio(1, months_a_year);
  TaxFacts<N> year;
  year.am_base = am_base(m.gross_pay, m.own_pension, m.wage_atp_own) * months;
  year.work_base = work_base(m.gross_pay, m.employer_pension, m.wage_atp_employer) * months;
  year.without_am = (m.fleksloentilskud - m.subsidy_atp_own + m.ledighedsydelse - m.ledighedsydelse_atp_own) * months;
  year.single_parent = terms.single_parent;
  const auto tax = years_tax(year, terms.tax_rates, terms.tax_scale, nobody);
  m.am_contribution = tax.am_contribution * twelfth;
  m.tax = tax_after_truncation(tax, nobody) * twelfth;
  if (terms.with_housing)
    m.housing_benefit = housing_benefit(terms.rent, tax.personal_income, terms.children, terms.housing, nobody) * twelfth;
}

/// LOFT-3: the ceiling that the same hourly wage and employer's pension would give at full time.
template <class N>
N ceiling_of_own_wage(const N& hourly_wage, const NetTerms& terms) {
  Nobody nobody;
  return ceiling_from_parts(full_time_base(hourly_wage, terms.full_time_hours, nobody), Exact{}, Exact{}, terms.employer_pension, Exact{},
                            nobody);
}

/// A month in a fleksjob with so many paid hours a week at this hourly wage under this ceiling.
template <class N>
NetMonth<N> month_in_fleksjob(const N& paid_hours_a_week, const N& hourly_wage, const N& ceiling, const NetTerms& terms) {
  Nobody nobody;
  NetMonth<N> m;
  const N hours = hours_a_month(paid_hours_a_week, nobody);
  m.gross_pay = hourly_wage * hours;
  m.own_pension = m.gross_pay * terms.own_pension;
  m.employer_pension = m.gross_pay * terms.employer_pension;
  const auto atp = atp_of_wage(terms.atp, hours, nobody);
  m.wage_atp_own = atp.own;
  m.wage_atp_employer = atp.employer;

  SubsidyFacts<typename NumbersOf<N>::type> facts;
  facts.wage = wage_from_pay(m.gross_pay, terms.atp_counted ? N{} : m.wage_atp_own, m.employer_pension, N{}, terms.atp_counted, nobody);
  facts.part = NumbersOf<N>::whole_month();
  facts.has_ceiling = terms.policy.ceiling_applies;
  facts.ceiling = ceiling;
  const SubsidyRates<typename NumbersOf<N>::type> rates{N(terms.base), N(terms.threshold), terms.low, terms.high};
  SubsidyTerms<typename NumbersOf<N>::type> of_reform{terms.other_wage_under_ceiling};
  of_reform.whole_cut = terms.policy.ceiling_cut_share == Percent::whole(100);
  of_reform.cut_share = Exact::of(terms.policy.ceiling_cut_share);
  of_reform.reduced_by_hours = terms.policy.reduced_by_hours;
  if (of_reform.reduced_by_hours) facts.reduction_by_hours = reduction_by_hours(N(terms.base), hours, terms.full_time_hours);
  const auto s = subsidy(facts, rates, of_reform, nobody);
  m.ceiling_cut = s.ceiling_cut;
  m.fleksloentilskud = nearest_oere(s.due);
  m.subsidy_atp_own = own_atp_of_subsidy(m.fleksloentilskud, terms.subsidy_atp_share, N(terms.subsidy_atp_most), nobody);
  m.public_atp = public_atp_of_subsidy(m.fleksloentilskud, hours, terms.public_atp, nobody);
  m.obligatory_pension = obligatory_pension(m.fleksloentilskud - m.subsidy_atp_own, terms.obligatory_share, nobody);
  tax_the_month(m, terms);
  return m;
}

}  // namespace fleks::law
