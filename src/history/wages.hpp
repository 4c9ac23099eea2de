#pragma once

#include <span>

#include "history/known.hpp"
#include "rules/source_order.hpp"

namespace fleks::history {

/// A month's wages, by what they count as, as known on a day.
struct Wages {
  /// One job's.
  struct OfJob {
    int best_rank = law::no_rank;  // of whose word is taken (BEK-FLT § 14); `no_rank`: no wage is known
    bool without_hours = false;    // a wage of it has no hours
  };
  std::vector<OfJob> jobs{};
  Money pay{}, in_kind{}, own_pension{}, employer_pension{}, supplements{}, other{}, other_own{}, other_employer{};
  Hours hours{};
  bool hours_known = true, any = false;

  /// Whether the word of a better source is taken in place of this one's.
  [[nodiscard]] bool outranked(const WagePart& part) const noexcept { return part.rank > jobs[part.employment].best_rank; }
};

/// The parts of wage records that count in a month.
[[nodiscard]] std::span<const WagePart> parts_of(const Known& known, Month month) noexcept;
/// What they come to; `watch` is told of each.
template <class Watch>
[[nodiscard]] Wages wages_of(const Known& known, Month month, DayNumber as_of, Watch& watch);

}  // namespace fleks::history
