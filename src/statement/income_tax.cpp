#include <fleks/statement/tax_statement.hpp>

#include "rules/year_rates.hpp"
#include "values/bounded.hpp"

namespace fleks {
namespace {

/// A year's amounts may be twelve of the largest a month.
constexpr Money largest_a_year = Money::oere(12 * largest_amount.in_oere());

std::optional<Error> what_is_wrong(const YearsIncome& i) {
  if (i.year < 1900 || i.year > 9999)
    return Error{.code = ErrorCode::no_such_date, .field = Fact::year, .given = std::to_string(i.year), .allowed = Form::year};
  for (const auto& [amount, field] : {std::pair{i.pay, Fact::pay},
                                      {i.own_pension, Fact::own_pension},
                                      {i.own_atp, Fact::own_atp},
                                      {i.employer_pension, Fact::employer_pension},
                                      {i.employer_atp, Fact::employer_atp},
                                      {i.without_am, Fact::without_am}})
    if (auto wrong = bounded(field, amount, largest_a_year)) return wrong;
  if (auto wrong = what_is_wrong(i.deductions)) return wrong;
  if (i.birth_year && (*i.birth_year < 1900 || *i.birth_year > i.year))
    return Error{
        .code = ErrorCode::out_of_range, .field = Fact::birth_year, .given = std::to_string(*i.birth_year), .allowed = Range{1900, i.year}};
  if (i.own_pension + i.own_atp > i.pay)
    return Error{.code = ErrorCode::pension_above_wage,
                 .field = Fact::own_pension,
                 .given = to_text(i.own_pension + i.own_atp),
                 .allowed = Range{Money{}, i.pay}};
  for (const auto& [share, field] : {std::pair{i.municipal, Fact::municipal_tax}, {i.church, Fact::church_tax}})
    if (auto wrong = bounded(field, share, Percent::whole(100))) return wrong;
  return std::nullopt;
}

template <class Watch>
Result<TaxStatement> tax(const YearsIncome& i, const RateTable& table, Watch watch) {
  if (auto wrong = what_is_wrong(i)) return std::move(*wrong);
  const RatesOnDate rates = table.on(std::chrono::year{i.year} / std::chrono::January);
  RateReader fetch(rates);
  const bool senior = is_senior(i.year, i.birth_year);
  const law::TaxRates r = tax_rates(fetch, table, i.municipal, i.church, i.single_parent, senior);
  law::TaxFacts<Exact> facts;
  facts.other_deductions = other_deductions(fetch, i.deductions, watch);
  if (fetch.failed()) return fetch.error();
  const law::TaxScale scale(r);
  const Exact pay = Exact::of(i.pay);
  facts.am_base = law::am_base(pay, Exact::of(i.own_pension), Exact::of(i.own_atp));
  facts.work_base = law::work_base(pay, facts.am_base, Exact::of(i.employer_pension), Exact::of(i.employer_atp), r);
  facts.without_am = Exact::of(i.without_am);
  facts.single_parent = i.single_parent;
  facts.senior = senior;
  const auto t = law::years_tax(facts, r, scale, watch);
  TaxStatement s;
  s.am_contribution = t.am_contribution;
  s.personal_income = t.personal_income;
  s.work_base = facts.work_base;
  s.employment_deduction = t.employment_deduction;
  s.single_parent_deduction = t.single_parent_deduction;
  s.job_deduction = t.job_deduction;
  s.senior_deduction = t.senior_deduction;
  s.other_deductions = facts.other_deductions;
  s.bottom = t.bottom;
  s.municipal = t.municipal_base * r.municipal;
  s.church = t.municipal_base * r.church;
  s.health = t.municipal_base * r.health;
  s.middle = t.middle;
  s.top = t.top;
  s.toptop = t.toptop;
  s.allowance_value = scale.allowance_value;
  s.before_truncation = t.tax;
  s.tax = law::tax_after_truncation(t, watch);
  const auto all = (s.tax + s.am_contribution).round(Rounding::half_up);  // whole kroner, or AM-bidrag alone
  if (!all) return Error{.code = ErrorCode::too_precise, .field = Fact::pay};
  s.am_and_tax = *all;
  return s;
}

}  // namespace

std::optional<Error> what_is_wrong(const OtherDeductions& d) {
  constexpr int most_days = 366, most_kilometres = 1'000;
  if (auto wrong = bounded(Fact::union_fee, d.union_fee, largest_amount)) return wrong;
  if (d.transport_days < 0 || d.transport_days > most_days)
    return Error{.code = ErrorCode::out_of_range,
                 .field = Fact::transport_days,
                 .given = std::to_string(d.transport_days),
                 .allowed = Range{0, most_days}};
  if (d.transport_km < Exact{} || Exact::whole(most_kilometres) < d.transport_km)
    return Error{.code = ErrorCode::out_of_range,
                 .field = Fact::transport_km,
                 .given = to_text(d.transport_km, 4),
                 .allowed = Range{0, most_kilometres}};
  if (d.transport_km.is_zero() != (d.transport_days == 0))
    return Error{.code = ErrorCode::missing_fact,
                 .field = d.transport_days == 0 ? Fact::transport_days : Fact::transport_km,
                 .allowed = d.transport_days == 0 ? Range{1, most_days} : Range{1, most_kilometres}};
  return std::nullopt;
}

Result<TaxStatement> income_tax(const YearsIncome& income, const RateTable& rates) { return tax(income, rates, law::Untraced{}); }

Result<TaxStatement> income_tax(const YearsIncome& income, const RateTable& rates, Trace& trace) {
  trace.clear();
  return tax(income, rates, law::Tracer(trace));
}

}  // namespace fleks
