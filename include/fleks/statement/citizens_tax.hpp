#pragma once

#include <optional>
#include <string>

#include <fleks/statement/after_tax.hpp>

namespace fleks {

/// What is known of a citizen's tax, where a month of a case is to be told after tax.
struct CitizensTax {
  std::string municipality{};        ///< its name, when one was named
  Percent municipal{};               ///< municipal tax, pct.
  Percent church{};                  ///< church tax, pct.; 0 for who is no member
  bool is_average = false;           ///< the municipal tax is the country's average, since none was given
  bool single_parent = false;        ///< *enlig forsørger*
  TaxCard card = TaxCard::main;      ///< of the municipality
  std::optional<Money> deduction{};  ///< of the main card a month, as stated; nothing: from the year's figures
};

/// The facts of a month's withholding whose pay is field 13, as that of every case is, with what is known of the citizen's tax. Its daily
/// benefits are those deducted. Errors: a rate that is not there. Example: pay 10.192 and payout 16.394 with the average tax: the facts
/// whose `after_tax` is what `fleks month --after-tax` says.
[[nodiscard]] Result<AfterTaxFacts> after_tax_facts(const MonthStatement& month, const Options& options, const RateTable& rates,
                                                    const CitizensTax& tax);

}  // namespace fleks
