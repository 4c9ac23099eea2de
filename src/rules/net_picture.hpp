#pragma once

#include "rules/child_benefit.hpp"
#include "rules/daycare.hpp"
#include "rules/housing_benefit.hpp"
#include "rules/income_tax.hpp"
#include "rules/month.hpp"
#include "rules/paid_hours.hpp"

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
  N other_income{}, daycare{}, child_benefit{};  // where the citizen has them

  [[nodiscard]] N in_hand() const {
    return gross_pay - own_pension - wage_atp_own - am_contribution - tax + fleksloentilskud - subsidy_atp_own + ledighedsydelse -
           ledighedsydelse_atp_own + housing_benefit + other_income + child_benefit - daycare;
  }
};

/// The rules' number family for a number of the net picture.
template <class N>
struct NumbersOf;
template <>
struct NumbersOf<Exact> {
  using type = ExactNumbers;
};

/// What every citizen has, with the rates of the year, resolved once.
template <class Rate>
struct WorkTermsOf {
  Rate own_pension, employer_pension;  // of the pay
  Rate ceiling;                        // C, at the citizen's own wage
  MonthRates<typename NumbersOf<Rate>::type> month;
  MonthTerms<typename NumbersOf<Rate>::type> terms;  // of the year, with a reform in force that year

  TaxRatesOf<Rate> tax_rates;
  TaxScaleOf<Rate> tax_scale;
  bool single_parent{}, senior{};
  Rate other_deductions;  // a year
  Rate other_income;      // a month
};

/// The benefits beside the work.
struct BenefitTerms {
  bool with_housing{};
  Home home;
  Exact rent;       // of a year, as it counts
  Exact of_wealth;  // what the wealth adds to the income of a year
  HousingRates housing;

  bool with_daycare{};
  Exact daycare_fee;  // of a month, for all places
  DaycareRates daycare;

  bool with_child_benefit{};
  Exact child_benefit, child_allowance;  // of a year
  ChildRates child;
};

/// A citizen with the rates of the year, and the benefits beside the work.
template <class Rate>
struct NetTermsOf : WorkTermsOf<Rate>, BenefitTerms {};

/// The year's tax of twelve such months, and a twelfth of it; gives the year's personal income.
template <class N, class Rate>
N tax_of_the_month(NetMonth<N>& m, const WorkTermsOf<Rate>& terms) {
  Untraced untraced;
  static constexpr Exact months = Exact::whole(months_a_year), twelfth = Exact::ratio(1, months_a_year);
  TaxFacts<N, Rate> year;
  m.other_income = N(terms.other_income);
  const N base = am_base(m.gross_pay, m.own_pension, m.wage_atp_own);
  year.am_base = base * months;
  year.work_base = work_base(m.gross_pay, base, m.employer_pension, m.wage_atp_employer, terms.tax_rates) * months;
  year.without_am = (m.fleksloentilskud - m.subsidy_atp_own + m.ledighedsydelse - m.ledighedsydelse_atp_own + m.other_income) * months;
  year.single_parent = terms.single_parent;
  year.senior = terms.senior;
  year.other_deductions = terms.other_deductions;
  const auto tax = years_tax(year, terms.tax_rates, terms.tax_scale, untraced);
  m.am_contribution = tax.am_contribution * twelfth;
  m.tax = tax_after_truncation(tax, untraced) * twelfth;
  return tax.personal_income;
}

/// The year's tax and housing benefit of twelve such months, and a twelfth of them.
template <class N, class Rate>
void tax_the_month(NetMonth<N>& m, const NetTermsOf<Rate>& terms) {
  Untraced untraced;
  static constexpr Exact twelfth = Exact::ratio(1, months_a_year);
  const N personal_income = tax_of_the_month<N, Rate>(m, terms);
  if (terms.with_housing) {
    const N income = personal_income + N(terms.of_wealth);
    m.housing_benefit =
        housing_paid_a_month(housing_benefit(terms.rent, income, terms.home, terms.housing, untraced), terms.housing, untraced);
  }
  if (terms.with_daycare) m.daycare = parents_share(personal_income, terms.daycare) * terms.daycare_fee;
  if (terms.with_child_benefit)
    m.child_benefit = (child_benefit(terms.child_benefit, personal_income, terms.child) + N(terms.child_allowance)) * twelfth;
}

/// LOFT-3: the ceiling that the same hourly wage and employer's pension would give at full time.
template <class N, class Rate>
N ceiling_of_own_wage(const N& hourly_wage, const WorkTermsOf<Rate>& terms) {
  Untraced untraced;
  return ceiling_from_parts(full_time_base(hourly_wage, terms.month.full_time_hours, untraced), Rate{}, Rate{}, terms.employer_pension, N{},
                            untraced);
}

/// Terms in the numbers of a calculation: those that they are in already as they stand.
template <class Numbers, template <class> class Terms, class Others>
decltype(auto) in_numbers(const Terms<Others>& terms) {
  if constexpr (std::is_same_v<Numbers, Others>)
    return (terms);
  else
    return terms.template in<Numbers>();
}

/// A month in a fleksjob with so many paid hours a week at this hourly wage under this ceiling, before tax.
template <class N, class Rate>
NetMonth<N> month_of_work(const N& paid_hours_a_week, const N& hourly_wage, const N& ceiling, const WorkTermsOf<Rate>& terms) {
  using Numbers = typename NumbersOf<N>::type;
  Untraced untraced;
  NetMonth<N> m;
  MonthInput<Numbers> in;
  in.hours_known = true;
  in.paid_hours = hours_a_month(paid_hours_a_week, untraced);
  m.gross_pay = hourly_wage * in.paid_hours;
  m.own_pension = m.gross_pay * terms.own_pension;
  m.employer_pension = m.gross_pay * terms.employer_pension;
  in.wage = {.pay = m.gross_pay, .employer_pension = m.employer_pension, .before_contributions = true};
  in.ceiling = {.form = Ceiling::Form::stated, .amount = ceiling};
  const auto month = law::month(in, in_numbers<Numbers>(terms.month), in_numbers<Numbers>(terms.terms), untraced);
  m.wage_atp_own = month.atp_of_wage.own;
  m.wage_atp_employer = month.atp_of_wage.employer;
  m.ceiling_cut = month.subsidy.ceiling_cut;
  m.fleksloentilskud = month.paid;
  m.subsidy_atp_own = month.own_atp;
  m.public_atp = month.public_atp;
  m.obligatory_pension = month.obligatory_pension;
  return m;
}

/// The same after tax, with the benefits beside the work.
template <class N, class Rate>
NetMonth<N> month_in_fleksjob(const N& paid_hours_a_week, const N& hourly_wage, const N& ceiling, const NetTermsOf<Rate>& terms) {
  NetMonth<N> m = month_of_work<N, Rate>(paid_hours_a_week, hourly_wage, ceiling, terms);
  tax_the_month(m, terms);
  return m;
}

}  // namespace fleks::law
