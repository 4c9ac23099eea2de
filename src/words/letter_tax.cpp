#include "words/letter_writer.hpp"

// What reaches the account, as guidance: the decision is the amount before tax.

namespace fleks {

void LetterWriter::after_tax() {
  if (!content_.tax || !content_.after_tax) return;
  const CitizensTax& tax = *content_.tax;
  const AfterTax& left = *content_.after_tax;
  const bool main = tax.card == TaxCard::main;
  auto& s = section("Efter skat (vejledende)", "After tax (guidance)");
  s.paragraphs.emplace_back(say_.text("Dette er ikke en del af afgørelsen. Det er Skattestyrelsen, der afgør din skat.",
                                      "This is no part of the decision. Your tax is decided by Skattestyrelsen."));
  std::string& text = s.paragraphs.back();
  text += main ? say_.text(" Vi har regnet med, at kommunen bruger dit hovedkort.",
                           " We have taken it that the municipality uses your main card.")
               : say_.text(" Vi har regnet med, at kommunen bruger dit bikort. På det er der ikke fradrag.",
                           " We have taken it that the municipality uses your secondary card. It has no deduction.");
  const std::string share = percent(tax.municipal, l_);
  if (tax.is_average)
    text += say(" Vi kender ikke din kommuneskat og har brugt landets gennemsnit, {}.",
                " We do not know your municipal tax and have used the country's average, {}.", share);
  else if (tax.municipality.empty())
    text += say(" Din kommuneskat er {}.", " Your municipal tax is {}.", share);
  else
    text += say(" Kommuneskatten i {} er {}.", " The municipal tax of {} is {}.", shown(tax.municipality), share);
  if (tax.church != Percent{}) text += say(" Kirkeskatten er {}.", " The church tax is {}.", percent(tax.church, l_));

  s.table.heads = amount_heads();
  row(s, say_.text("Til dig før skat", "To you before tax"), amount(left.base, l_));
  const std::string withheld = percent(left.percentage, l_);
  row(s,
      main ? say("Skat: {} over fradraget {}", "Tax: {} above the deduction {}", withheld, amount(left.deduction, l_))
           : say("Skat: {}", "Tax: {}", withheld),
      amount(-Exact::of(left.withheld), l_));
  row(s, say_.text("På din konto", "To your account"), kr(left.in_hand), true);

  if (main && tax.deduction)
    s.notes.emplace_back(say_.text("Fradraget er det, du har oplyst.", "The deduction is what you have stated."));
  else if (main)
    s.notes.emplace_back(
        say_.text("Fradraget er regnet ud fra tolv måneder som denne. Står der et andet på dit skattekort, får du et andet beløb.",
                  "The deduction is worked out from twelve months like this one. If your tax card has another, you get another amount."));
  else
    s.notes.emplace_back(
        say_.text("Vi har regnet med tolv måneder som denne. Står der en anden procent på dit skattekort, får du et "
                  "andet beløb.",
                  "We have taken twelve months like this one. If your tax card has another percentage, you get another "
                  "amount."));
}

}  // namespace fleks
