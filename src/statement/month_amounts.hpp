#pragma once

#include <optional>
#include <string_view>

#include <fleks/statement/month_statement.hpp>

#include "rules/month.hpp"

// The amounts of a month's statement, listed once: JSON, bounds, the sum of parts and what follows the rounding ask here. A
// statement with one more member does not compile until that member has its place in these lists.

namespace fleks {

/// Each amount that is shown, by its id, in the order it is worked out; none where it is not known or does not apply. Amounts of
/// money are exact øre, `paid_hours` hours.
template <class Visit>
void each_shown_amount(const MonthStatement& s, Visit visit) {
  const auto& [month, wage_month, rates_month, has_right, has_ceiling, ceiling_rise_unknown, pay, own_pension, employer_pension, paid_hours,
               wage, other_wage, daily_benefit, base, threshold, taper, before_ceiling, normal_wage_ceiling, ceiling_cut, part_cut,
               holiday_cut, fleksloentilskud, own_atp, payout, public_atp, obligatory_pension, total] = s;
  using Amount = std::optional<Exact>;
  visit("wage", Amount(wage));
  visit("other_wage", Amount(other_wage));
  visit("daily_benefit", Amount(daily_benefit));
  visit("paid_hours", paid_hours);
  visit("base", Amount(base));
  visit("threshold", Amount(threshold));
  visit("taper", Amount(taper));
  visit("before_ceiling", Amount(before_ceiling));
  visit("normal_wage_ceiling", has_ceiling ? Amount(normal_wage_ceiling) : Amount());
  visit("ceiling_cut", Amount(ceiling_cut));
  visit("part_cut", Amount(part_cut));
  visit("holiday_cut", Amount(holiday_cut));
  visit("fleksloentilskud", Amount(Exact::of(fleksloentilskud)));
  visit("own_atp", Amount(Exact::of(own_atp)));
  visit("payout", Amount(Exact::of(payout)));
  visit("public_atp", public_atp ? Amount(Exact::of(*public_atp)) : Amount());
  visit("obligatory_pension", Amount(Exact::of(obligatory_pension)));
  visit("total", Amount(total));
}

/// Another part's amounts before the rounding into the sum; the threshold is one, and what follows the rounding follows the sum's.
inline void add(MonthStatement& sum, const MonthStatement& more) {
  auto& [month, wage_month, rates_month, has_right, has_ceiling, ceiling_rise_unknown, pay, own_pension, employer_pension, paid_hours, wage,
         other_wage, daily_benefit, base, threshold, taper, before_ceiling, normal_wage_ceiling, ceiling_cut, part_cut, holiday_cut,
         fleksloentilskud, own_atp, payout, public_atp, obligatory_pension, total] = sum;
  has_right = has_right || more.has_right;
  has_ceiling = has_ceiling || more.has_ceiling;
  pay += more.pay;
  own_pension += more.own_pension;
  employer_pension += more.employer_pension;
  paid_hours = paid_hours && more.paid_hours ? std::optional(*paid_hours + *more.paid_hours) : std::nullopt;
  wage += more.wage;
  other_wage += more.other_wage;
  daily_benefit += more.daily_benefit;
  base += more.base;
  taper += more.taper;
  before_ceiling += more.before_ceiling;
  normal_wage_ceiling += more.normal_wage_ceiling;
  ceiling_cut += more.ceiling_cut;
  part_cut += more.part_cut;
  holiday_cut += more.holiday_cut;
  fleksloentilskud += more.fleksloentilskud;
  total += more.total;
}

/// FLT-17 to FLT-19: each amount that follows the rounding, by its id and rule, in their order.
template <class Numbers, class Visit>
void each_that_follows(const law::MonthAmounts<Numbers>& m, bool hours_known, Visit visit) {
  const auto& [wage, atp_of_wage, subsidy, paid, own_atp, public_atp, obligatory_pension] = m;
  visit("own_atp", Rule::FLT_17, own_atp);
  visit("payout", Rule::FLT_17, paid - own_atp);
  if (hours_known) visit("public_atp", Rule::FLT_18, public_atp);
  visit("obligatory_pension", Rule::FLT_19, obligatory_pension);
}

/// What is whole øre already.
[[nodiscard]] inline Money whole_oere(const Exact& x) noexcept {
  const auto count = static_cast<std::int64_t>(x.numerator());
  if (x.denominator() == 1 && x.numerator() == count) [[likely]]
    return Money::oere(count);
  return *x.round(Rounding::never);
}
template <class Count>
[[nodiscard, gnu::always_inline]] inline Money whole_oere(const Count& x) noexcept requires requires {
  Money::oere(x.count);
}
{ return Money::oere(x.count); }

/// FLT-14, FLT-17 to FLT-19: the rounded subsidy, and what follows it.
struct AmountsPaid {
  Money fleksloentilskud, own_atp, payout, public_atp, obligatory_pension;
  bool hours_known;

  template <class Numbers>
  [[gnu::always_inline]] static AmountsPaid of(Money paid, const law::MonthAmounts<Numbers>& m, bool hours_known) noexcept {
    const Money own_atp = whole_oere(m.own_atp), payout = paid - own_atp, pension = whole_oere(m.obligatory_pension);
    const Money public_atp = hours_known ? whole_oere(m.public_atp) : Money{};
    return {.fleksloentilskud = paid,
            .own_atp = own_atp,
            .payout = payout,
            .public_atp = public_atp,
            .obligatory_pension = pension,
            .hours_known = hours_known};
  }
};
inline void state_paid(MonthStatement& s, const AmountsPaid& paid) noexcept {
  s.fleksloentilskud = paid.fleksloentilskud;
  s.own_atp = paid.own_atp;
  s.payout = paid.payout;
  s.obligatory_pension = paid.obligatory_pension;
  if (paid.hours_known)
    s.public_atp = paid.public_atp;
  else
    s.public_atp.reset();
}

}  // namespace fleks
