// The net picture of a month and what an extra hour is worth. Readings where the rulebook leaves a choice:
// - one month stands for 12: the wage is exact, the subsidy and its ATP are as the law rounds them, and 12 times each
//   goes into the tax and the housing benefit of the year.
// - all rates are those of 1 January of the year, for the wage month as well.
// - own ATP of the wage is always withheld from in hand; `own_atp` only decides the wage of FLT-5.
// - the ceiling that is not given: hourly pay x 37 x 52/12 with the employer's pension per cent on top, ATP not taken out.
// - ledighedsydelse at 0 hours: the class's whole monthly amount; LY-13 then always gives ATP.
// - extra, taken.ceiling: the rise of the exact ceiling cut, rounded half up; taken.taper is the rest of the fall of the
//   printed subsidy. Into the first row with a job both are 0 and `given` is that row's subsidy.
// - verdict: on the printed amounts; exactly 30 pct. pays.
#include "oracle.hpp"

#include <stdexcept>

namespace oracle {

YearRates year_rates(const RateBook& book, int year) {
  return {month_rates(book, year, 1), tax_rates(book, year), housing_rates(book, year), daycare_rates(book, year), child_rates(book, year)};
}

namespace {

template <class Amount>
void sum_up(NetAmounts<Amount>& a) {
  a.in_hand = a.gross_pay - a.own_pension - a.wage_atp_own - a.am_contribution - a.tax + a.fleksloentilskud - a.subsidy_atp_own +
              a.ledighedsydelse - a.ledighedsydelse_atp_own + a.housing_benefit + a.other_income - a.daycare + a.child_benefit;
  a.pension_saved = a.own_pension + a.employer_pension + a.wage_atp_own + a.wage_atp_employer + a.subsidy_atp_own +
                    a.ledighedsydelse_atp_own + a.public_atp + a.obligatory_pension;
}

MonthFacts month_facts(const NetFacts& f) {
  MonthFacts m;
  // The rules of the month itself have stood still since then; the rates are given.
  m.subsidy_month = m.wage_month = {2024, 1};
  m.form = PayForm::hourly_wage;
  m.pay = f.hourly_wage;
  m.weekly_hours = f.weekly_hours;
  m.own_pension = {PensionForm::percent, f.own_pension_pct};
  m.employer_pension = {PensionForm::percent, f.employer_pension_pct};
  m.ceiling = f.ceiling;
  if (f.ceiling_from == NetCeiling::own_wage_at_full_time) {
    m.ceiling = Ceiling{};
    m.ceiling.form = CeilingForm::parts;
    m.ceiling.hourly = f.hourly_wage;
    m.ceiling.employer_pension_pct = f.employer_pension_pct;
  }
  return m;
}

void subsidy_as_rounded(NetAmounts<Number>& a, const MonthResult& m) {
  a.fleksloentilskud = kroner(m.fleksloentilskud);
  a.subsidy_atp_own = kroner(m.own_atp);
  a.public_atp = kroner(*m.public_atp);
  a.obligatory_pension = kroner(m.obligatory_pension);
}

void subsidy_unrounded(NetAmounts<Number>& a, const MonthResult& m, const MonthRates& r) {
  a.fleksloentilskud = m.after_holiday;
  a.subsidy_atp_own = r.subsidy_own_atp_share * m.after_holiday;
  if (a.subsidy_atp_own > r.subsidy_own_atp_max) a.subsidy_atp_own = r.subsidy_own_atp_max;
  if (!a.fleksloentilskud.is_zero()) {
    const Number missing_hours = r.full_time_hours_month - *m.paid_hours;
    a.public_atp = *m.paid_hours < Number(39) ? r.subsidy_public_atp_under_39h
                                              : Number(r.subsidy_public_atp_per_hour * below_zero_is_none(missing_hours));
  }
  a.obligatory_pension = r.obligatory_pension_share * (a.fleksloentilskud - a.subsidy_atp_own);
}

Number amount_of(BenefitClass c, const MonthRates& r) {
  switch (c) {
    case BenefitClass::full: return r.ledighedsydelse_full;
    case BenefitClass::low_provider: return r.ledighedsydelse_low_provider;
    case BenefitClass::low_nonprovider: return r.ledighedsydelse_low_nonprovider;
  }
  throw std::logic_error("no such class");
}

NetResult picture(const NetFacts& f, const YearRates& rates, bool as_rounded) {
  const MonthRates& r = rates.month;
  NetResult out;
  out.weekly_hours = f.weekly_hours;
  NetAmounts<Number>& a = out.exact;

  if (f.weekly_hours.is_zero()) {
    a.ledighedsydelse = amount_of(f.benefit_class, r);
    a.ledighedsydelse_atp_own = r.ledighedsydelse_own_atp;
    a.public_atp = r.ledighedsydelse_public_atp;
    a.obligatory_pension = r.obligatory_pension_share * (a.ledighedsydelse - a.ledighedsydelse_atp_own);
    if (as_rounded) a.obligatory_pension = kroner(to_krone(a.obligatory_pension));
  } else {
    MonthOptions options;
    options.own_atp = f.own_atp;
    out.subsidy = month(month_facts(f), options, r);
    const MonthResult& m = *out.subsidy;
    a.gross_pay = m.pay;
    a.own_pension = m.own_pension;
    a.employer_pension = m.employer_pension;
    a.wage_atp_own = own_atp_of_wage(*m.paid_hours, r);
    a.wage_atp_employer = employer_atp_of_wage(*m.paid_hours, r);
    out.ceiling_cut = m.ceiling_cut;
    if (as_rounded)
      subsidy_as_rounded(a, m);
    else
      subsidy_unrounded(a, m, r);
  }

  TaxFacts year;
  year.gross_pay = a.gross_pay * 12;
  year.own_pension = a.own_pension * 12;
  year.own_atp = a.wage_atp_own * 12;
  year.employer_pension = a.employer_pension * 12;
  year.employer_atp = a.wage_atp_employer * 12;
  year.income_without_am = (a.fleksloentilskud - a.subsidy_atp_own + a.ledighedsydelse - a.ledighedsydelse_atp_own) * 12;
  year.municipal_pct = f.municipal_pct;
  year.church_pct = f.church_pct;
  year.single_parent = f.single_parent;
  a.other_income = f.other_income;
  year.income_without_am += f.other_income * 12;
  year.other_deductions = f.other_deductions;
  year.birth_year = f.birth_year;
  out.tax_year = tax(year, rates.tax);
  a.am_contribution = out.tax_year.am_contribution / 12;
  a.tax = (as_rounded ? out.tax_year.tax : out.tax_year.tax_unrounded) / 12;

  if (f.rent) {
    if (!rates.housing) throw std::out_of_range("no housing benefit rates for the year");
    Home home = f.home;
    home.rent = *f.rent;
    home.children = f.children;
    a.housing_benefit = housing_a_month(home, out.tax_year.personal_income, *rates.housing, as_rounded);
  }

  if (f.daycare_places > 0)
    a.daycare = daycare(out.tax_year.personal_income, f.daycare_places, f.daycare_fee, f.children, f.single_parent, rates.daycare.value());
  if (!f.child_ages.empty())
    a.child_benefit = child_benefit(f.child_ages, f.single_parent, out.tax_year.personal_income, rates.child.value());

  sum_up(a);
  return out;
}

}  // namespace

NetResult net_without_rounding(const NetFacts& f, const YearRates& rates) { return picture(f, rates, false); }

NetResult net(const NetFacts& f, const YearRates& rates) {
  NetResult out = picture(f, rates, true);
  const NetAmounts<Number>& a = out.exact;
  NetAmounts<Ore>& row = out.row;
  row.gross_pay = to_ore(a.gross_pay);
  row.own_pension = to_ore(a.own_pension);
  row.employer_pension = to_ore(a.employer_pension);
  row.wage_atp_own = to_ore(a.wage_atp_own);
  row.wage_atp_employer = to_ore(a.wage_atp_employer);
  row.fleksloentilskud = to_ore(a.fleksloentilskud);
  row.subsidy_atp_own = to_ore(a.subsidy_atp_own);
  row.public_atp = to_ore(a.public_atp);
  row.obligatory_pension = to_ore(a.obligatory_pension);
  row.am_contribution = to_ore(a.am_contribution);
  row.tax = to_ore(a.tax);
  row.housing_benefit = to_ore(a.housing_benefit);
  row.ledighedsydelse = to_ore(a.ledighedsydelse);
  row.ledighedsydelse_atp_own = to_ore(a.ledighedsydelse_atp_own);
  row.other_income = to_ore(a.other_income);
  row.daycare = to_ore(a.daycare);
  row.child_benefit = to_ore(a.child_benefit);
  sum_up(row);
  return out;
}

Extra extra(const NetResult& before, const NetResult& after, const Number& hardly_pct) {
  const NetAmounts<Ore>& b = before.row;
  const NetAmounts<Ore>& a = after.row;
  Extra e;
  e.gross_pay = a.gross_pay - b.gross_pay;
  e.employer_pension = a.employer_pension - b.employer_pension;
  e.added = (a.wage_atp_employer + a.public_atp + a.obligatory_pension) - (b.wage_atp_employer + b.public_atp + b.obligatory_pension);
  e.in_hand = a.in_hand - b.in_hand;
  e.pension_saved = a.pension_saved - b.pension_saved;
  e.taken_am_contribution = a.am_contribution - b.am_contribution;
  e.taken_tax = a.tax - b.tax;
  e.taken_housing_benefit = b.housing_benefit - a.housing_benefit;
  e.taken_daycare = a.daycare - b.daycare;
  e.taken_child_benefit = b.child_benefit - a.child_benefit;
  const bool starts = !before.subsidy && after.subsidy;
  if (starts) {
    e.taken_ledighedsydelse = b.ledighedsydelse - a.ledighedsydelse;
    e.given = a.fleksloentilskud;
  } else {
    e.taken_ceiling = to_ore(after.ceiling_cut - before.ceiling_cut);
    e.taken_taper = b.fleksloentilskud - a.fleksloentilskud - e.taken_ceiling;
  }
  if (e.in_hand <= 0)
    e.verdict = Verdict::no;
  else if (kroner(e.in_hand) < share(hardly_pct, kroner(e.gross_pay)))
    e.verdict = Verdict::hardly;
  else
    e.verdict = Verdict::pays;
  return e;
}

bool identity_holds(const Extra& e) {
  return e.gross_pay + e.employer_pension + e.added + e.given == e.in_hand + e.pension_saved + e.taken_taper + e.taken_ceiling +
                                                                     e.taken_am_contribution + e.taken_tax + e.taken_housing_benefit +
                                                                     e.taken_daycare + e.taken_child_benefit + e.taken_ledighedsydelse;
}

Number no_gain_hourly_wage(const MonthRates& r) { return r.base / r.full_time_hours_month; }

}  // namespace oracle
