#pragma once

// LY-14: how long ledighedsydelse has been received.

namespace fleks::law {

/// LY-14: months on ledighedsydelse of how many that bring the review; that mark long-term.
inline constexpr int review_months = 12, review_window = 18, long_term_months = 18, long_term_window = 24;

/// One calendar month, as LY-14 sees it.
struct MonthOnBenefit {
  bool whole = false;  // every weekday of it on ledighedsydelse, and none of them in maternity or bereavement
  bool in_fleksjob = false;
};

/// Whole months on ledighedsydelse since the last fleksjob, of the last 18, and of the last 24.
struct BenefitMonths {
  int since = 0, of_review_window = 0, of_window = 0;
  [[nodiscard]] bool review_due() const noexcept { return of_review_window >= review_months; }
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
    count.of_review_window += month - m < review_window && here.whole;
    count.of_window += month - m < long_term_window && here.whole;
  }
  return count;
}

}  // namespace fleks::law
