#include <fleks/analysis/purses.hpp>

#include <fleks/statement/municipal_statement.hpp>
#include <fleks/statement/tax_statement.hpp>

#include "rates/rate_reader.hpp"
#include "rules/concepts.hpp"
#include "rules/municipal_refund.hpp"

namespace fleks {
namespace {

Money rounded(const Exact& amount) { return amount.round(Rounding::half_up).value_or(Money{}); }
Money a_year(Money a_month) { return Money::oere(a_month.in_oere() * months_in_a_year); }

/// KOM-11: the municipal part of the row's tax, after its part of the personal allowance, never above all of the tax.
Result<Money> municipal_tax_of(const Citizen& c, const NetRow& r, const Exact& allowance, const RateTable& rates) {
  const YearsIncome year{
      .year = c.year,
      .pay = a_year(r.gross_pay),
      .own_pension = a_year(r.own_pension),
      .own_atp = a_year(r.wage_atp_own),
      .employer_pension = a_year(r.employer_pension),
      .employer_atp = a_year(r.wage_atp_employer),
      .without_am = a_year(r.fleksloentilskud - r.subsidy_atp_own + r.ledighedsydelse - r.ledighedsydelse_atp_own + r.other_income),
      .municipal = c.municipal,
      .church = c.church,
      .single_parent = c.single_parent,
      .birth_year = c.birth_year,
      .deductions = c.deductions};
  const auto tax = income_tax(year, rates);
  if (!tax) return tax.error();
  const Exact after_allowance = law::at_least_zero(tax->municipal - Exact::of(c.municipal) * allowance);
  return std::min(rounded(after_allowance * Exact::ratio(1, months_in_a_year)), std::max(Money{}, r.tax));
}

MunicipalFacts expense_of(const Citizen& c, const NetRow& r, const Exact& base, int weeks) {
  MunicipalFacts f;
  f.month = std::chrono::year{c.year} / std::chrono::January;
  f.weeks = {{.monday = first_day(f.month),
              .days = days_in(f.month),
              .weeks = weeks,
              .subsidy = Exact::of(r.fleksloentilskud),
              .ledighedsydelse = Exact::of(r.ledighedsydelse)}};
  f.base = base;
  f.wage = Exact::of(r.gross_pay - r.own_pension - r.wage_atp_own);
  return f;
}

}  // namespace

Result<std::vector<RowPurses>> purses_of(const Citizen& c, std::span<const NetRow> rows, const RateTable& rates,
                                         const PursesQuestion& question) {
  if (question.benefit_weeks < 1)
    return Error{
        .code = ErrorCode::out_of_range, .field = "benefit_weeks", .given = std::to_string(question.benefit_weeks), .allowed = AtLeast{1}};
  const RatesOnDate on = rates.on(std::chrono::year{c.year} / std::chrono::January / 1);
  RateReader fetch(on);
  const Exact base = fetch(RateKey::fleksloentilskud_max_month), allowance = fetch(RateKey::tax_personal_allowance_year);
  const auto& stated = question.options.tax_share_kept;
  const Exact kept = stated ? Exact::of(*stated) : fetch(RateKey::tax_share_kept_pct);
  if (fetch.failed()) return fetch.error();
  std::vector<RowPurses> out;
  out.reserve(rows.size());
  for (const NetRow& r : rows) {
    const auto cost = municipal_statement(expense_of(c, r, base, question.benefit_weeks), rates, question.options);
    if (!cost) return cost.error();
    const auto municipal_tax = municipal_tax_of(c, r, allowance, rates);
    if (!municipal_tax) return municipal_tax.error();
    RowPurses p;
    p.employer = r.gross_pay + r.employer_pension + r.wage_atp_employer + r.other_income;
    p.refund = cost->refund;
    p.fleksbidrag = cost->fleksbidrag;
    p.municipal_tax = *municipal_tax;
    p.kept_tax = rounded(law::kept_tax(Exact::of(p.municipal_tax), kept));
    p.municipality = p.kept_tax + p.refund + p.fleksbidrag - r.fleksloentilskud - r.ledighedsydelse + r.daycare;
    p.state = r.am_contribution + r.tax - p.kept_tax - p.refund - p.fleksbidrag - r.public_atp - r.obligatory_pension - r.housing_benefit -
              r.child_benefit;
    out.push_back(p);
  }
  return out;
}

}  // namespace fleks
