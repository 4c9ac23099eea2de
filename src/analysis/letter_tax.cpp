#include "analysis/letter_content.hpp"

// What is left of a letter's payout after tax: by the same code as a month's.

namespace fleks {
namespace {

/// On ledighedsydelse alone there is no statement of a pay: what it is offset by is the month's income.
AfterTaxFacts facts_of_benefit(const CaseMonth& m, const CitizensTax& tax) {
  AfterTaxFacts f;
  f.year = static_cast<int>(m.month.year());
  f.am_base = f.work_base = m.benefit->income;
  f.municipal = tax.municipal;
  f.church = tax.church;
  f.single_parent = tax.single_parent;
  f.card = tax.card;
  f.deduction = tax.deduction;
  return f;
}

}  // namespace

std::optional<Error> add_after_tax(LetterContent& content, const Case& c, const RateTable& rates, const CitizensTax& tax) {
  const CaseMonth& m = content.month;
  if ((content.kind != LetterKind::decision && content.kind != LetterKind::preliminary) || m.payout == Money{}) return std::nullopt;
  auto facts = m.subsidy ? after_tax_facts(*m.subsidy, c.options.month, rates, tax) : Result<AfterTaxFacts>(facts_of_benefit(m, tax));
  if (!facts) return std::move(facts).error();
  facts->payout = Exact::of(m.payout);
  auto left = after_tax(*facts, rates);
  if (!left) return std::move(left).error();
  content.tax = tax;
  content.after_tax = *std::move(left);
  return std::nullopt;
}

}  // namespace fleks
