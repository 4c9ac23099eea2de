#pragma once

// LY-14: how long ledighedsydelse has been received.

namespace fleks::law {

/// LY-14: months on ledighedsydelse before the review; months of how many that mark long-term.
inline constexpr int review_months = 12, long_term_months = 18, long_term_window = 24;

/// One calendar month, as LY-14 sees it.
struct MonthOnBenefit {
  bool whole = false;  // every weekday of it on ledighedsydelse
  bool in_fleksjob = false;
};

/// Whole months on ledighedsydelse since the last fleksjob, and of the last 24.
struct BenefitMonths {
  int since = 0, of_window = 0;
  [[nodiscard]] bool review_due() const noexcept { return since >= review_months; }
  [[nodiscard]] bool long_term() const noexcept { return of_window >= long_term_months; }
};

/// LY-14 (LAS §§ 74 c, 104): counted back from a month to the first that can be one. `of(month)` is a `MonthOnBenefit`.
template <class Of>
[[nodiscard]] BenefitMonths benefit_months(int month, int first, Of of) {
  BenefitMonths count;
  bool counting = true;
  for (int m = month; m >= first && (counting || month - m < long_term_window); --m) {
    const MonthOnBenefit here = of(m);
    if (here.in_fleksjob) counting = false;
    count.since += counting && here.whole;
    count.of_window += month - m < long_term_window && here.whole;
  }
  return count;
}

}  // namespace fleks::law
