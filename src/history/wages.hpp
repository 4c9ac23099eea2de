#pragma once

#include <span>
#include <vector>

#include <fleks/history/case_statement.hpp>

#include "history/known.hpp"
#include "rules/source_order.hpp"
#include "values/few.hpp"

namespace fleks::history {

/// As what a job's wages of a month count.
enum class WageAs : std::uint8_t { nothing, fleksjob, fleksjob_real, other };  // `real`: an expected wage does not hold

/// One of something for each job of the case.
template <class Something>
using OfEachJob = Few<Something, 8>;

/// A month's wages, by what they count as, as known on a day: exact øre.
struct Wages {
  /// One job's.
  struct OfJob {
    int best_rank = law::no_rank;  // of whose word is taken (BEK-FLT § 14); `no_rank`: no wage is known
    bool without_hours = false;    // a wage of it has no hours
    bool expected = false;         // its wage is the expected one
  };
  OfEachJob<OfJob> jobs{};
  Exact pay{}, own_pension{}, employer_pension{}, supplements{}, other{};
  Exact hours{};
  bool hours_known = true, any = false;

  /// FLT-5: all of the fleksjob's.
  [[nodiscard]] Exact wage() const { return pay + own_pension + employer_pension + supplements; }
};

/// Whose word is taken of each job's wage of the month.
[[nodiscard]] OfEachJob<Wages::OfJob> whose_word(const Known& known, Month month, DayNumber as_of);
/// Whether the word of a better source is taken in place of a part's: for ordinary pay that of the month, `words` being whose
/// it is; for a bonus or a supplement that of its record's own days.
[[nodiscard]] bool outranked(const Known& known, const WagePart& part, std::span<const Wages::OfJob> words, DayNumber as_of);
/// What they come to; `as` says of each job as what it counts, `after_end` whether pay for days after the end of a job
/// does, as other wage (FLT-24); `watch` is told of each.
template <class Watch>
[[nodiscard]] Wages wages_of(const Known& known, Month month, DayNumber as_of, std::span<const WageAs> as, bool after_end, Watch& watch);
/// FLT-15: what is not known of the wages of the month that count: the tax of a feriegodtgørelse that is known after tax.
void find_untaxed(std::vector<MissingFact>& missing, const Known& known, Month month, DayNumber as_of, std::span<const WageAs> as);

}  // namespace fleks::history
