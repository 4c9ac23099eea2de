#include <fleks/analysis/effort_result.hpp>

#include <algorithm>
#include <atomic>
#include <thread>

#include "analysis/effort_paths.hpp"

namespace fleks {
namespace {

/// Steele, Lea and Flood's SplitMix64: a stream for each cohort, by its number alone.
class Draws {
 public:
  Draws(std::uint64_t seed, std::uint64_t cohort) noexcept : state_(seed * 0x9E37'79B9'7F4A'7C15U + cohort * 0xD1B5'4A32'D192'ED03U) {
    next();
  }
  /// A whole number from 0 to `most`.
  std::int64_t up_to(std::int64_t most) noexcept {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(uint128{next()} * (static_cast<std::uint64_t>(most) + 1) >> 64U));
  }
  /// Of a triangle: the nearer to the most likely value the more often.
  std::int64_t from(const Ranged& r) noexcept {
    if (!r.is_range()) return r.value;
    if (up_to(r.high - r.low - 1) < r.value - r.low) {
      const std::int64_t a = up_to(r.value - r.low), b = up_to(r.value - r.low);
      return r.low + std::max(a, b);
    }
    const std::int64_t a = up_to(r.high - r.value), b = up_to(r.high - r.value);
    return r.value + std::min(a, b);
  }

 private:
  std::uint64_t next() noexcept {
    std::uint64_t z = (state_ += 0x9E37'79B9'7F4A'7C15U);
    z = (z ^ z >> 30U) * 0xBF58'476D'1CE4'E5B9U;
    z = (z ^ z >> 27U) * 0x94D0'49BB'1331'11EBU;
    return z ^ z >> 31U;
  }
  std::uint64_t state_;
};

/// What each outcome comes to for the municipality, by the month in which a participant begins.
std::vector<std::vector<std::int64_t>> totals(const Effort& e, PersonMonths& months, bool with_effort) {
  std::vector<std::vector<std::int64_t>> all;
  const std::size_t outcomes = (with_effort ? e.outcomes : e.anyway).size();
  for (std::size_t o = 0; o <= outcomes; ++o) {
    auto& of = all.emplace_back();
    for (int start = 0; start < e.intake_months; ++start) {
      std::int64_t sum = 0;
      int at = start;
      for (const Standing& s : path(e, start, with_effort, o)) sum += months(s, e.from + std::chrono::months{at++}).municipality;
      of.push_back(sum);
    }
  }
  return all;
}

/// Which outcome a draw of 1.000.000 falls on; beyond the last: back.
std::size_t outcome_of(const std::vector<Outcome>& outcomes, std::int64_t draw) noexcept {
  std::size_t at = 0;
  for (; at < outcomes.size(); ++at) {
    if (draw < outcomes[at].share.value) return at;
    draw -= outcomes[at].share.value;
  }
  return at;
}

Result<std::int64_t> cohort(const Effort& effort, const RateTable& rates, std::uint64_t seed, std::uint64_t number) {
  Draws draws(seed, number);
  Effort e = effort;
  each_input(e, [&](const std::string&, Ranged& r) { r.value = draws.from(r); });
  PersonMonths months(e, rates);
  const auto with = totals(e, months, true), without = totals(e, months, false);
  std::int64_t sum = 0;
  for (int i = 0; i < e.participants; ++i) {
    const auto start = static_cast<std::size_t>(i % e.intake_months);
    sum += with[outcome_of(e.outcomes, draws.up_to(999'999))][start] - without[outcome_of(e.anyway, draws.up_to(999'999))][start];
    sum -= months.indexed(e.cost_a_participant.value, e.from + std::chrono::months{static_cast<int>(start)});
  }
  for (int m = 0; m < std::min(e.months, e.intake_months + static_cast<int>(e.pool_months.value)); ++m)
    sum -= (Exact::whole(months.indexed(e.staff.value, e.from + std::chrono::months{m})) * Exact::ratio(1, months_in_a_year))
               .rounded(Rounding::half_up)
               .value_or(0);
  if (months.error()) return *months.error();
  return sum;
}

}  // namespace

Result<EffortSpread> effort_spread(const Effort& effort, const RateTable& rates, int cohorts, std::uint64_t seed, int threads) {
  if (auto wrong = problem(effort)) return std::move(*wrong);
  constexpr int most = 10'000'000;
  if (cohorts < 1 || cohorts > most)
    return Error{.code = ErrorCode::out_of_range, .field = "simulate", .given = std::to_string(cohorts), .allowed = Range{1, most}};
  std::vector<std::int64_t> results(static_cast<std::size_t>(cohorts));
  std::vector<std::optional<Error>> errors(static_cast<std::size_t>(std::max(1, threads)));
  std::atomic<int> next{0};
  const auto work = [&](std::size_t thread) {
    for (int i = next++; i < cohorts && !errors[thread]; i = next++) {
      auto result = cohort(effort, rates, seed, static_cast<std::uint64_t>(i));
      if (result)
        results[static_cast<std::size_t>(i)] = *result;
      else
        errors[thread] = std::move(result).error();
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (std::size_t t = 1; t < errors.size(); ++t) helpers.emplace_back(work, t);
    work(0);
  }
  for (auto& error : errors)
    if (error) return *std::move(error);
  EffortSpread s{.cohorts = cohorts, .seed = seed};
  int128 sum = 0;
  for (const std::int64_t r : results) {
    sum += r;
    s.paying += static_cast<int>(r >= 0);
  }
  s.mean = Exact::ratio(static_cast<std::int64_t>(sum), cohorts);
  std::sort(results.begin(), results.end());
  for (const int of_a_hundred : {5, 25, 50, 75, 95})
    s.percentiles.push_back(Money::oere(results[static_cast<std::size_t>(std::int64_t{cohorts - 1} * of_a_hundred / 100)]));
  return s;
}

}  // namespace fleks
