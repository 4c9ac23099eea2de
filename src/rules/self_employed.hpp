#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include <fleks/values/money.hpp>

#include "rules/concepts.hpp"
#include "rules/number.hpp"
#include "rules/paid_hours.hpp"
#include "rules/steps.hpp"
#include "rules/watch.hpp"

// SELV: the yearly grant to a self-employed person (LAB § 126 ff.).

namespace fleks::law {

/// BEK 1794/2025 § 9: how many of how many whole accounting years the income is the mean of.
inline constexpr std::size_t best_years = 2, accounting_years = 3;

/// BEK 1794/2025 § 13: spouses who run the business together have half of its income each.
template <Watcher W>
Exact of_one_spouse(const Exact& income, W& watch) {
  const Exact half = income / Exact::whole(2);
  if constexpr (W::watching)
    watch.step(half, steps::BusinessIncome{.best = income, .second = {}, .wording = steps::BusinessIncome::Wording::half});
  return half;
}

/// BEK 1794/2025 §§ 9, 11, 13: the business's income a year, from the surplus of its last whole accounting years; half
/// of it where spouses run it together.
template <Watcher W>
Exact business_income(std::span<const Money> surplus, bool with_spouse, W& watch) {
  std::array<Money, accounting_years> best{};
  for (std::size_t i = 0; i < surplus.size(); ++i) best[i] = std::max(surplus[i], Money{});
  std::sort(best.begin(), best.end(), std::greater<>{});
  const std::size_t counted = std::min(surplus.size(), best_years);
  Exact sum;
  for (std::size_t i = 0; i < counted; ++i) sum += Exact::of(best[i]);
  using Wording = steps::BusinessIncome::Wording;
  Wording wording = Wording::none;
  if (counted > 0) sum = sum / Exact::whole(static_cast<std::int64_t>(counted));
  if (counted == 1) wording = Wording::only_year;
  if (counted == best_years) wording = Wording::two_best;
  if constexpr (W::watching)
    watch.step(sum, steps::BusinessIncome{.best = Exact::of(best[0]), .second = Exact::of(best[1]), .wording = wording});
  return with_spouse ? of_one_spouse(sum, watch) : sum;
}

/// BEK 1794/2025 § 10: other earned income of the same years counts like that of the business.
template <Watcher W>
Exact with_other_income(const Exact& business, const Exact& other, W& watch) {
  const Exact income = business + other;
  if constexpr (W::watching) watch.step(income, steps::OtherEarnedIncome{.business = business, .other = other});
  return income;
}

/// BEK 1794/2025 § 7: the grant is paid by months.
template <Watcher W>
Exact grant_a_month(const Exact& a_year, W& watch) {
  const Exact a_month = a_year / Exact::whole(months_a_year);
  if constexpr (W::watching) watch.step(a_month, steps::GrantAMonth{a_year});
  return a_month;
}

struct Grant {
  Exact reduction{}, due{};
};

/// The maximum less a share of the year's income of the business and of other earned income; no second step.
template <Watcher W>
Grant self_employed_grant(const Exact& maximum, const Exact& income, const Exact& share, W& watch) {
  Grant g{};
  g.reduction = income * share;
  g.due = at_least_zero(maximum - g.reduction);
  if constexpr (W::watching)
    by_rates(watch.step(g.due, steps::SelfEmployedGrant{.maximum = maximum, .income = income, .share = share, .reduction = g.reduction}),
             {RateKey::self_employed_grant_max_year, RateKey::self_employed_taper_pct});
  return g;
}

}  // namespace fleks::law
