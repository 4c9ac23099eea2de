#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

// The batch loop of a month's subsidy: columns of whole øre, one rate period, every row by the law's own text. What of
// the text differs from period to period, and from option to option, is a term of the loop; the result is whole kroner.

namespace fleks::kernels {

/// Whole øre; shares as counts of a percentage point, the pension's of a hundredth of one.
struct SubsidyRates {
  std::int64_t base = 0, threshold = 0, low = 0, high = 0;
  std::int64_t own_atp_share = 0, own_atp_most = 0, obligatory_pension_share = 0;
  bool other_wage_under_ceiling = false, benefits_under_ceiling = false;  // FLT-11
};

/// Columns of equal length. No two overlap. What no row has is not read: every row costs what it reads.
struct SubsidyColumns {
  const std::int64_t *am_income, *own_pension, *employer_pension, *other_wage, *daily_benefit, *ceiling;
  std::int64_t *taper, *before_ceiling, *ceiling_cut, *fleksloentilskud, *own_atp, *payout, *obligatory_pension;
  bool has_pensions = true, has_others = true;  ///< the two pensions; the other wage and the benefit
};

/// No ceiling: its 32 bits, which are what the loop reads, are one beyond any wage.
inline constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();

/// What of a ceiling does not fit 32 bits.
[[nodiscard]] constexpr std::uint64_t beyond_range(std::int64_t ceiling) noexcept {
  return static_cast<std::uint64_t>(ceiling == none ? 0 : ceiling) >> 32 << 32;
}

/// Computes `rows` rows. Gives all amounts of wage and benefit, and what of a ceiling is beyond the range, ored together: where that
/// is below the fast range every row is exact, otherwise the rows outside it are left to the single call.
using SubsidyLoop = std::uint64_t (*)(const SubsidyColumns& columns, std::size_t rows, const SubsidyRates& rates);

struct Implementation {
  SubsidyLoop subsidy;
  SubsidyLoop subsidy_only;       ///< the same, of the results only fleksloentilskud
  std::string_view instructions;  ///< `x86-64`, `avx2`, `avx512` or `plain`
};

/// The best for this processor.
[[nodiscard]] Implementation best_implementation() noexcept;
/// Every one that this processor can run, for tests and benchmarks; the best is last.
[[nodiscard]] std::size_t implementations(Implementation (&all)[3]) noexcept;

}  // namespace fleks::kernels
