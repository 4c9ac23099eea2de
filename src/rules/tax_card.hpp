#pragma once

#include "rules/income_tax.hpp"
#include "rules/paid_hours.hpp"

// SKAT-6: what is withheld of a month by the tax card (KSL § 48; kildeskattebekendtgørelsen § 9).

namespace fleks::law {

struct CardOfYear {
  Exact unrounded, percentage;
  Exact deduction;  // a month, whole kroner
};

/// SKAT-6: the percentages of the taxes that begin with the first krone, and those of higher incomes as a share of all of
/// it; raised to a whole per cent. The deduction is what leaves the year's tax with the percentage before that.
template <class Watch>
CardOfYear card_of_year(const YearsTax<Exact>& t, const TaxRates& r, const TaxScale& scale, Watch& watch) {
  static constexpr Exact hundred = Exact::whole(100);
  CardOfYear card;
  const Exact high = t.middle + t.top + t.toptop;
  card.unrounded = (r.bottom + scale.of_municipal_base).reduced();
  if (high.is_positive()) card.unrounded = (card.unrounded + high / t.personal_income).reduced();
  card.percentage = -((-card.unrounded * hundred).whole_part_exact(Rounding::down)) / hundred;
  if (card.unrounded.is_positive()) {
    const Exact year = at_least_zero(t.personal_income - t.tax / card.unrounded);
    card.deduction = whole_kroner(year * Exact::ratio(1, months_a_year));
  }
  if constexpr (Watch::watching)
    watch.step(card.deduction, steps::TaxCardDeduction{.income = t.personal_income,
                                                       .tax = t.tax,
                                                       .unrounded = card.unrounded,
                                                       .wording = steps::TaxCardDeduction::Wording::from_the_year});
  return card;
}

/// SKAT-6: A-skat of an amount, to the nearest krone.
inline Exact withheld(const Exact& base, const Exact& deduction, const Exact& percentage) {
  return nearest_krone(at_least_zero(base - deduction) * percentage);
}

}  // namespace fleks::law
