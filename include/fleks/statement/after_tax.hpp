#pragma once

#include <cstdint>
#include <optional>

#include <fleks/facts/year_facts.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/statement/explained.hpp>
#include <fleks/statement/month_statement.hpp>

namespace fleks {

/// Which tax card (*skattekort*) the municipality withholds by; the employer has the other one.
enum class TaxCard : std::uint8_t {
  main,       ///< *hovedkort*, with the deduction
  secondary,  ///< *bikort*, without it
};

/// What the withholding of a month is computed from; the year is twelve months like it. Amounts a month.
struct AfterTaxFacts {
  int year = 0;                      ///< the year whose rates hold
  Exact am_base{};                   ///< pay of all jobs after own pension and own ATP, exact øre
  Exact work_base{};                 ///< pay before those with the employer's pension and ATP (SKAT-3)
  Exact other_benefits{};            ///< daily benefits: taxed, paid by neither of the two
  Exact payout{};                    ///< what the municipality pays, before tax
  Percent municipal{};               ///< municipal tax, pct.
  Percent church{};                  ///< church tax, pct.; 0 for who is no member
  bool single_parent = false;        ///< *enlig forsørger*
  std::optional<int> birth_year{};   ///< for seniors' deduction
  OtherDeductions deductions{};      ///< transport and union fee
  TaxCard card = TaxCard::main;      ///< of the municipality
  std::optional<Money> deduction{};  ///< of the main card, as stated; nothing: from the year's figures
};

/// The tax withheld of a month (*A-skat*), and the year's own.
struct AfterTax {
  using Facts = AfterTaxFacts;  ///< what it is made from
  Exact unrounded{};            ///< the year's tax percentages as a share, before they are raised to a whole per cent
  Exact percentage{};           ///< *trækprocent* as a share
  Money deduction{};            ///< *fradrag* of the main card a month, whole kroner; 0 on a secondary card as used
  Exact base{};                 ///< what is paid out, before tax
  Money withheld{};             ///< of it, whole kroner
  Exact in_hand{};              ///< paid out after tax
  Money am_contribution{};      ///< AM-bidrag of the pay, whole kroner
  Money wage_withheld{};        ///< A-skat of the pay, by the other card
  Exact wage_in_hand{};         ///< the pay after own pension, ATP, AM-bidrag and A-skat
  Exact all_in_hand{};          ///< both
  Exact year_tax_per_month{};   ///< a twelfth of the year's own tax (SKAT-5), without AM-bidrag
  Exact difference{};           ///< withheld of both less that: above zero, too much is withheld
};

/// What is withheld by the tax card (SKAT-6): the year's percentages raised to a whole per cent; the deduction is the year's
/// income less its tax divided by the percentage before that, a twelfth in whole kroner; A-skat and AM-bidrag to the nearest
/// krone. Twelve equal months. KSL § 48; kildeskattebekendtgørelsen § 9.
///
/// Errors: a percentage above 100, a negative amount, a rate that is not there. Pure, thread-safe.
/// Example: 2025, municipal tax 25, pay 15.600 and payout 14.772: 38 pct. of what exceeds the deduction.
[[nodiscard]] Result<AfterTax> after_tax(const AfterTaxFacts& facts, const RateTable& rates);
/// The same with every step written to `trace` (cleared first).
[[nodiscard]] Result<AfterTax> after_tax(const AfterTaxFacts& facts, const RateTable& rates, Trace& trace);

/// The facts of a month's fleksløntilskud for it: pay, ATP where the paid hours are known, other wage and daily benefits.
/// Errors: a rate that is not there.
[[nodiscard]] Result<AfterTaxFacts> after_tax_facts(const Explained<MonthStatement>& month);

/// 1 January.
[[nodiscard]] inline Date date_of_rates(const AfterTaxFacts& facts, const AfterTax&) noexcept {
  return std::chrono::year{facts.year} / std::chrono::January / 1;
}
/// `after_tax` with all that explains it. Errors as there.
[[nodiscard]] Result<Explained<AfterTax>> explained(const AfterTaxFacts& facts, const RateTable& rates, const Options& options = {});

}  // namespace fleks
