#include <fleks/words/after_tax.hpp>

#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>

#include "words/say.hpp"
#include "words/sheet.hpp"

namespace fleks {

std::string breakdown(const Explained<AfterTax>& tax, Language language) {
  const AfterTax& s = tax.statement;
  const Say say(language);
  const bool main = tax.facts.card == TaxCard::main;
  const std::string card_here = main ? say.text("hovedkortet", "the main card") : say.text("bikortet", "the secondary card");
  const std::string card_there = main ? say.text("bikortet", "the secondary card") : say.text("hovedkortet", "the main card");
  const auto taxed = [&](const std::string& card, bool with_deduction) {
    const std::string share = percent(s.percentage, language);
    return with_deduction ? say("A-skat på {}: {} over fradraget {}", "Tax on {}: {} above the deduction {}", card, share,
                                amount(s.deduction, language))
                          : say("A-skat på {}: {}", "Tax on {}: {}", card, share);
  };
  Sheet sheet(language, month_of(tax.rates_in_force().date()));
  sheet.line(say.text("Til udbetaling før skat", "Paid out, before tax"), s.base);
  sheet.line(taxed(card_here, main), -Exact::of(s.withheld), Rule::SKAT_6);
  sheet.sum(say.text("Til udbetaling efter skat", "Paid out, after tax"), s.in_hand);
  sheet.gap();
  sheet.line(say.text("Løn efter egen pension og eget ATP-bidrag", "Pay after own pension and own ATP"), tax.facts.am_base);
  sheet.line(say.text("AM-bidrag", "AM-bidrag"), -Exact::of(s.am_contribution), Rule::SKAT_1);
  sheet.line(taxed(card_there, !main), -Exact::of(s.wage_withheld), Rule::SKAT_6);
  sheet.sum(say.text("Løn i hånden", "Pay in hand"), s.wage_in_hand);
  sheet.gap();
  sheet.line(say.text("Tilskud og løn i hånden", "Subsidy and pay in hand"), s.all_in_hand);
  const std::string year = kroner(s.year_tax_per_month, language);
  std::string difference;
  if (s.difference.is_zero())
    difference = say("Årets egen skat er {} om måneden: det samme.", "The year's own tax is {} a month: the same.", year);
  else if (s.difference.is_positive())
    difference = say("Årets egen skat er {} om måneden; der trækkes {} mere, som kommer tilbage i årsopgørelsen.",
                     "The year's own tax is {} a month; {} more is withheld, which comes back with the year's tax.", year,
                     kroner(s.difference, language));
  else
    difference = say("Årets egen skat er {} om måneden; der trækkes {} mindre, som skal betales i årsopgørelsen.",
                     "The year's own tax is {} a month; {} less is withheld, which is to be paid with the year's tax.", year,
                     kroner(-s.difference, language));
  return say("\nEfter skat, med tolv ens måneder og {} hos kommunen\n",
             "\nAfter tax, with twelve equal months and {} at the municipality\n", card_here) +
         sheet.text() + "  " + wrapped(difference, 2, text_columns) + "\n";
}

}  // namespace fleks
