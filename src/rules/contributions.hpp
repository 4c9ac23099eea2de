#pragma once

#include "rules/concepts.hpp"
#include "rules/number.hpp"
#include "rules/paid_hours.hpp"
#include "rules/watch.hpp"

// FLT-17 to FLT-19: what is withheld from the subsidy and what the state pays on top.

namespace fleks::law {

/// FLT-17 (LAB § 137): own ATP, 5 pct. of the subsidy to the nearest krone, at most 500 kr. a month. Of the subsidy that is
/// paid, or, as the text can also be read, of what it is before the ceiling; never more than there is to withhold it from.
template <class N, class S, Watcher W>
N own_atp_of_subsidy(const N& paid, const N& base, const S& share, const N& most_a_month, OwnAtpOf of, W& watch) {
  N own = least(Cause::subsidy_atp_most, nearest_krone(base * share), most_a_month);
  if (of == OwnAtpOf::before_ceiling) own = least(Cause::none, own, paid);
  if constexpr (W::watching)
    by_rates(
        watch.step(own, steps::OwnAtpOfSubsidy{.subsidy = exact(base), .share = exact(share), .most = exact(most_a_month), .wording = of}),
        {RateKey::atp_subsidy_own_pct, RateKey::atp_subsidy_own_max_month});
  return own;
}

/// FLT-18 (LAB § 138 stk. 3): below it the whole amount of a month.
inline constexpr int few_hours_a_month = 39;

/// The rates of FLT-18, with full time and the few hours of the whole amount a month.
template <class N, class Hours = N, class AnHour = N>
struct PublicAtpTerms {
  AnHour an_hour{};
  N a_month_of_few_hours{};
  Hours full_time{};
  Hours few_hours{};
};

/// FLT-18 (LAB § 138): the hourly amount for each hour between paid hours and full time, or under 39 paid
/// hours a month the whole monthly amount; for less than a month by its calendar days; nearest krone; none when there is
/// no subsidy.
template <class N, class Hours, class Part, class AnHour, Watcher W>
N public_atp_of_subsidy(const N& subsidy, const Hours& paid_hours_a_month, const Part& part_of_month,
                        const PublicAtpTerms<N, Hours, AnHour>& terms, W& watch) {
  const Hours not_worked = not_below_zero(Cause::full_time, terms.full_time - paid_hours_a_month);
  const auto by_hours = not_worked * terms.an_hour;
  const Hours few_hours = terms.few_hours - paid_hours_a_month;
  const N amount = nearest_krone(if_positive(Cause::atp_band, few_hours, terms.a_month_of_few_hours, by_hours) * part_of_month);
  const N paid = if_positive(Cause::subsidy_gone, subsidy, amount, N{});
  if constexpr (W::watching) {
    using Wording = steps::PublicAtpOfSubsidy::Wording;
    const bool few = exact(few_hours).is_positive();
    Step& step = watch.step(paid, steps::PublicAtpOfSubsidy{.paid_hours = exact(paid_hours_a_month),
                                                            .not_worked = exact(not_worked),
                                                            .part = exact(part_of_month),
                                                            .wording = !exact(subsidy).is_positive() ? Wording::no_subsidy
                                                                       : few                         ? Wording::few_hours
                                                                                                     : Wording::by_hours});
    step.rate_count = 1;
    step.rate_keys[0] = few ? RateKey::atp_subsidy_public_under_39h_month : RateKey::atp_subsidy_public_per_hour;
  }
  return paid;
}

/// FLT-19 (LAB § 138 a): obligatorisk pension, the year's share of the benefit after own ATP, nearest krone,
/// paid by the state.
template <class N, class S, Watcher W>
N obligatory_pension(const N& after_own_atp, const S& share, W& watch) {
  const N pension = nearest_krone(after_own_atp * share);
  if constexpr (W::watching)
    by_rates(watch.step(pension, steps::ObligatoryPension{.benefit = exact(after_own_atp), .share = exact(share)}),
             {RateKey::obligatory_pension_pct});
  return pension;
}

}  // namespace fleks::law
