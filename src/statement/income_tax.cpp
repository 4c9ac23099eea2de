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
  const law::TaxRates r = tax_rates(fetch, table, i.municipal, i.church);
  if (fetch.failed()) return fetch.error();
  const law::TaxScale scale(r);
  law::TaxFacts<Exact> facts;
  const Exact pay = Exact::of(i.pay);
  facts.am_base = law::am_base(pay, Exact::of(i.own_pension), Exact::of(i.own_atp));
  facts.work_base = law::work_base(pay, Exact::of(i.employer_pension), Exact::of(i.employer_atp));
  facts.without_am = Exact::of(i.without_am);
  facts.single_parent = i.single_parent;
  const auto t = law::years_tax(facts, r, scale, watch);
  TaxStatement s;
  s.am_contribution = t.am_contribution;
  s.personal_income = t.personal_income;
  s.work_base = facts.work_base;
  s.employment_deduction = t.employment_deduction;
  s.single_parent_deduction = t.single_parent_deduction;
  s.job_deduction = t.job_deduction;
  s.bottom = t.bottom;
  s.municipal = t.municipal_base * r.municipal;
  s.church = t.municipal_base * r.church;
  s.middle = t.middle;
  s.top = t.top;
  s.toptop = t.toptop;
  s.allowance_value = scale.allowance_value;
  s.before_truncation = t.tax;
  s.tax = law::tax_after_truncation(t, watch);
  auto whole = (s.tax + s.am_contribution).round(Rounding::never);
  if (!whole) return Error{.code = ErrorCode::too_precise, .field = Fact::pay};
  s.am_and_tax = *whole;
  return s;
}

}  // namespace

Result<TaxStatement> income_tax(const YearsIncome& income, const RateTable& rates) { return tax(income, rates, law::Untraced{}); }

Result<TaxStatement> income_tax(const YearsIncome& income, const RateTable& rates, Trace& trace) {
  trace.clear();
  return tax(income, rates, law::Tracer(trace));
}

}  // namespace fleks
