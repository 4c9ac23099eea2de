#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <fleks/facts/municipal_facts.hpp>
#include <fleks/rates/rate_key.hpp>

#include "rules/concepts.hpp"
#include "rules/number.hpp"
#include "rules/watch.hpp"
#include "values/day_number.hpp"

// KOM-1 to KOM-11: what the state refunds a municipality of ledighedsydelse and fleksløntilskud.

namespace fleks::law {

/// KOM-1 (FIN § 5 stk. 2): the last week with benefits of each step of the staircase but the last.
inline constexpr std::array<int, 3> last_week_of_step{4, 26, 52};
inline constexpr std::size_t refund_steps = last_week_of_step.size() + 1;
inline constexpr std::array<RateKey, refund_steps> refund_keys{RateKey::refund_first_weeks_pct, RateKey::refund_half_year_pct,
                                                               RateKey::refund_first_year_pct, RateKey::refund_later_weeks_pct};
/// KOM-1 (FIN § 29): from 4 January 2016, and for the three days before it as in that week.
inline constexpr Date first_day_of_staircase = std::chrono::year{2016} / std::chrono::January / 1;

/// KOM-1: which step the week with benefits of that number is on, from 0. Example: week 27 is on step 2.
[[nodiscard]] constexpr std::size_t refund_step(int weeks) noexcept {
  std::size_t step = 0;
  while (step < last_week_of_step.size() && weeks > last_week_of_step[step]) ++step;
  return step;
}

/// KOM-2 (FIN § 6): whole weeks of self-support within how many years that let the count start over.
inline constexpr int weeks_of_self_support = 52, years_of_self_support = 3;

/// KOM-1 to KOM-3: counts one person's weeks with benefits, week by week in order.
class WeekCount {
 public:
  /// Weeks with benefits that were counted before the first week given to `next`.
  explicit WeekCount(int weeks_before = 0) noexcept : weeks_(weeks_before) {}

  /// A week, by its number (`week_of`); gives how many weeks with benefits have been counted, it included. A week before
  /// the first counted day does not count (KOM-3).
  int next(std::int32_t week, WeekOf kind) {
    started_over_ = false;
    if (week < week_of(number_of(first_counted_day))) return weeks_;
    if (kind == WeekOf::benefit) ++weeks_;
    if (kind != WeekOf::self_support || weeks_ == 0) return weeks_;
    self_support_.push_back(week);
    // The three years end with the week's Sunday.
    const DayNumber next_monday = monday_of(week + 1);
    const Date end = date_of(next_monday);
    const DayNumber begin = number_of(day_of(month_of(end) - std::chrono::years{years_of_self_support}, end.day()));
    while (monday_of(self_support_[oldest_]) < begin) ++oldest_;
    if (self_support_.size() - oldest_ < weeks_of_self_support) return weeks_;
    self_support_.clear();
    oldest_ = 0;
    started_over_ = true;
    return weeks_ = 0;
  }
  [[nodiscard]] int weeks() const noexcept { return weeks_; }
  /// Whether the week last given let the count start over.
  [[nodiscard]] bool started_over() const noexcept { return started_over_; }

 private:
  int weeks_ = 0;
  bool started_over_ = false;
  std::vector<std::int32_t> self_support_{};  // since the first week with benefits
  std::size_t oldest_ = 0;                    // the first of them that can be within the years
};

/// KOM-4 (FIN § 30 stk. 3): the day on which a person approved before the staircase comes under it; none: not such a person, or
/// never. `moved`: the first day on or after 1 July 2014 of a new fleksjob, approval or grant.
[[nodiscard]] inline std::optional<Date> moved_to_staircase(std::optional<Date> approved, std::optional<Date> moved) noexcept {
  constexpr Date first_approval = std::chrono::year{2013} / std::chrono::January / 1;
  const bool between = approved && *approved >= first_approval && *approved < first_counted_day;
  return between ? moved : std::nullopt;
}

/// KOM-4 (FIN § 30 stk. 2-3): the first day the staircase holds for a person; none: never. Not knowing the approval it holds from
/// the beginning.
[[nodiscard]] inline std::optional<Date> staircase_from(std::optional<Date> approved, std::optional<Date> moved) noexcept {
  if (!approved || *approved >= first_counted_day) return first_day_of_staircase;
  const auto day = moved_to_staircase(approved, moved);
  return day ? std::optional(std::max(first_day_of_staircase, *day)) : std::nullopt;
}

/// KOM-5 (LAS § 104): months on ledighedsydelse within how many that leave all of it to the municipality; months of fleksjob
/// within how many that bring the refund back.
inline constexpr int unrefunded_months = 18, unrefunded_window = 24, restoring_months = 9, restoring_window = 18;

/// KOM-5: follows a person's months in order, by whether each was whole on ledighedsydelse, or in a fleksjob.
class LongTermOnBenefit {
 public:
  /// Whether the municipality bears the month alone, by the months before it; then the month itself.
  bool next(bool on_benefit, bool in_fleksjob) noexcept {
    if (alone_) {
      alone_ = count(in_fleksjob_, restoring_window) < restoring_months;
    } else if (count(on_benefit_, unrefunded_window) >= unrefunded_months) {
      alone_ = true;
      in_fleksjob_ = 0;  // only what follows brings the refund back
    }
    const bool now = alone_;
    on_benefit_ = on_benefit_ << 1U | static_cast<std::uint32_t>(on_benefit);
    in_fleksjob_ = in_fleksjob_ << 1U | static_cast<std::uint32_t>(in_fleksjob);
    return now;
  }

 private:
  static int count(std::uint32_t months, int window) noexcept { return __builtin_popcount(months & ((1U << window) - 1)); }
  std::uint32_t on_benefit_ = 0, in_fleksjob_ = 0;  // the month before is bit 0
  bool alone_ = false;
};

/// KOM-7: the rates of the fleksbidrag.
struct FleksbidragRates {
  Exact share, most, of_wage;
};
struct FleksbidragMonth {
  Exact base{};    ///< M
  Exact refund{};  ///< of the month's subsidy
  std::optional<Exact> wage{};
};

/// KOM-7 (FIN § 7; BEK 14/2026 § 24): 30 pct. of M after the refund, at most the cap, less 20 pct. of the wage without
/// pension, nearest krone; nothing where no wage is known.
template <Watcher W>
Exact fleksbidrag(const FleksbidragMonth& f, const FleksbidragRates& r, FleksbidragBase of, W& watch) {
  const Exact share = of == FleksbidragBase::after_refund ? r.share * (f.base - f.refund) : r.share * f.base - f.refund;
  const Exact before_wage = smaller(at_least_zero(share), r.most);
  const Exact by_wage = r.of_wage * f.wage.value_or(Exact{});
  const Exact due = f.wage ? nearest_krone(at_least_zero(before_wage - by_wage)) : Exact{};
  if constexpr (W::watching) {
    using Wording = steps::Fleksbidrag::Wording;
    Step& step = watch.step(due, steps::Fleksbidrag{.base = f.base,
                                                    .refund = f.refund,
                                                    .before_wage = before_wage,
                                                    .wage = f.wage.value_or(Exact{}),
                                                    .wording = !f.wage           ? Wording::no_wage_known
                                                               : share <= r.most ? Wording::by_share
                                                                                 : Wording::by_cap});
    by_rates(step, {RateKey::fleksbidrag_share_pct, RateKey::fleksbidrag_max_month, RateKey::fleksbidrag_wage_pct});
    step.rests_on_choice = true;
  }
  return due;
}

/// KOM-11 (udligningsloven § 2): the part of a municipal tax that stays with the municipality after equalisation.
template <class N>
N kept_tax(const N& municipal, const Exact& share_kept) {
  return municipal * share_kept;
}

}  // namespace fleks::law
