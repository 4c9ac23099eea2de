#include <fleks/statement/after_tax.hpp>
#include <fleks/statement/citizens_tax.hpp>

#include <fleks/statement/tax_statement.hpp>

#include "rules/atp_of_wage.hpp"
#include "rules/tax_card.hpp"
#include "rules/year_rates.hpp"
#include "values/bounded.hpp"

namespace fleks {
namespace {

std::optional<Error> what_is_wrong(const AfterTaxFacts& f) {
  for (const auto& [share, field] : {std::pair{f.municipal, Fact::municipal_tax}, {f.church, Fact::church_tax}})
    if (auto wrong = bounded(field, share, Percent::whole(100))) return wrong;
  if (f.deduction)
    if (auto wrong = bounded(Fact::deduction, *f.deduction, largest_amount)) return wrong;
  return what_is_wrong(f.deductions);
}

Money whole(const Exact& kroner) noexcept { return Money::oere(kroner.rounded(Rounding::half_up).value_or(0)); }

template <class Watch>
Result<AfterTax> withholding(const AfterTaxFacts& f, const RateTable& table, Watch watch) {
  if (auto wrong = what_is_wrong(f)) return std::move(*wrong);
  const RatesOnDate rates = table.on(std::chrono::year{f.year} / std::chrono::January);
  RateReader fetch(rates);
  law::Untraced untraced;
  static constexpr Exact months = Exact::whole(law::months_a_year);
  law::TaxFacts<Exact> year;
  year.single_parent = f.single_parent;
  year.senior = is_senior(f.year, f.birth_year);
  const law::TaxRates r = tax_rates(fetch, table, f.municipal, f.church, year.single_parent, year.senior);
  year.other_deductions = other_deductions(fetch, f.deductions, untraced);
  if (fetch.failed()) return fetch.error();
  const law::TaxScale scale(r);
  year.am_base = f.am_base * months;
  year.work_base = (r.pension_in_work_base ? f.work_base : f.am_base) * months;
  year.without_am = (f.payout + f.other_benefits) * months;
  const auto tax = law::years_tax(year, r, scale, untraced);
  const auto card = law::card_of_year(tax, r, scale, watch);

  AfterTax s;
  s.unrounded = card.unrounded;
  s.percentage = card.percentage;
  s.deduction = f.deduction.value_or(whole(card.deduction));
  using steps::TaxCardDeduction;
  if constexpr (Watch::watching)
    if (f.deduction)
      watch.step(Exact::of(s.deduction),
                 TaxCardDeduction{.income = {}, .tax = {}, .unrounded = {}, .wording = TaxCardDeduction::Wording::stated});
  const bool main = f.card == TaxCard::main;
  const Exact deduction = Exact::of(s.deduction);
  s.base = f.payout;
  s.withheld = whole(law::withheld(s.base, main ? deduction : Exact{}, s.percentage));
  s.in_hand = s.base - Exact::of(s.withheld);
  s.am_contribution = whole(law::nearest_krone(f.am_base * r.am));
  const Exact wage = f.am_base - Exact::of(s.am_contribution);
  s.wage_withheld = whole(law::withheld(wage, main ? Exact{} : deduction, s.percentage));
  s.wage_in_hand = wage - Exact::of(s.wage_withheld);
  s.all_in_hand = s.in_hand + s.wage_in_hand;
  s.year_tax_per_month = law::tax_after_truncation(tax, untraced) * Exact::ratio(1, law::months_a_year);
  s.difference = Exact::of(s.withheld + s.wage_withheld) - s.year_tax_per_month;
  if constexpr (Watch::watching) {
    using enum steps::TaxWithheld::Wording;
    watch.step(Exact::of(s.withheld), steps::TaxWithheld{.base = s.base,
                                                         .deduction = main ? deduction : Exact{},
                                                         .percentage = s.percentage,
                                                         .wording = main ? main_card : secondary_card});
  }
  return s;
}

}  // namespace

Result<AfterTax> after_tax(const AfterTaxFacts& facts, const RateTable& rates) { return withholding(facts, rates, law::Untraced{}); }

Result<AfterTax> after_tax(const AfterTaxFacts& facts, const RateTable& rates, Trace& trace) {
  trace.clear();
  return withholding(facts, rates, law::Tracer(trace));
}

namespace {

/// What of a month's pay is not in its statement.
struct PayOfMonth {
  bool after_contributions = false;  ///< field 13
  Exact holiday_supplement{}, other_benefits{};
};

Result<AfterTaxFacts> facts_of(const MonthStatement& s, const PayOfMonth& more, const Options& options, const RatesOnDate& rates) {
  law::Untraced untraced;
  law::AtpOfWage<Exact> atp;
  if (s.paid_hours) {
    RateReader fetch(rates);
    const law::AtpBands bands = law::AtpBands::of(fetch, options.atp_contribution);
    if (fetch.failed()) return fetch.error();
    atp = law::atp_of_wage(bands, *s.paid_hours, untraced);
  }
  const Exact pay = more.after_contributions ? s.pay + s.own_pension + atp.own : s.pay;
  AfterTaxFacts f;
  f.year = static_cast<int>(s.month.year());
  f.am_base = law::am_base(pay + more.holiday_supplement, s.own_pension, atp.own) + s.other_wage;
  f.work_base = pay + s.employer_pension + atp.employer + more.holiday_supplement + s.other_wage;
  f.other_benefits = more.other_benefits;
  f.payout = Exact::of(s.payout);
  return f;
}

}  // namespace

Result<AfterTaxFacts> after_tax_facts(const Explained<MonthStatement>& month) {
  return facts_of(month.statement,
                  {.after_contributions = month.facts.pay.form == Pay::Form::am_income,
                   .holiday_supplement = Exact::of(month.facts.holiday_supplement),
                   .other_benefits = Exact::of(month.facts.daily_benefit)},
                  month.options, month.rates_in_force());
}

Result<AfterTaxFacts> after_tax_facts(const MonthStatement& s, const Options& options, const RateTable& rates, const CitizensTax& tax) {
  auto f = facts_of(s,
                    {.after_contributions = true,
                     .holiday_supplement = s.wage - s.pay - s.own_pension - s.employer_pension,
                     .other_benefits = s.daily_benefit},
                    options, rates.on(s.rates_month));
  if (!f) return f;
  f->municipal = tax.municipal;
  f->church = tax.church;
  f->single_parent = tax.single_parent;
  f->card = tax.card;
  f->deduction = tax.deduction;
  return f;
}

}  // namespace fleks
