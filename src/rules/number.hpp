#pragma once

#include <cstdint>

#include <fleks/values/exact.hpp>

// The few operations the law is written in, beside + − × and comparison. A rule is a template over its
// numbers: `Exact` for any calculation, `Scaled` integers for facts in whole øre (and in the kernels),
// `Line` (analysis) for amounts that move with hours or pay. Each place where a rule bends names its cause, so that a number that moves can
// say where it will bend next; a number that stands still has no use for the name.

namespace fleks {

/// Why the worth of an hour changes: where a rule bends or jumps.
enum class Cause : std::uint8_t {
  none,                       // of what is never part of the net picture
  small_pay,                  // FLT-5: the pay covers own ATP
  taper_threshold,            // FLT-8: all wage passes T
  subsidy_gone,               // FLT-10: the taper has taken all of it
  ceiling_reached,            // FLT-11: wage + subsidy reaches the ceiling
  wage_at_ceiling,            // FLT-11: the wage alone reaches it
  subsidy_atp_most,           // FLT-17: 5 pct. reaches the most there is
  atp_band,                   // ATP: 39, 78, 117 hours a month
  no_wage,                    // FLT-3
  full_time,                  // FLT-18: no hours left without public ATP
  employment_deduction_most,  // SKAT-3
  single_parent_deduction_most,
  job_deduction_begins,
  job_deduction_most,
  municipal_base_begins,  // SKAT-4: income passes the deductions
  allowance_used_up,
  middle_tax_begins,
  top_tax_begins,
  toptop_tax_begins,
  housing_income_limit,  // BOLIG
  housing_childless_most,
  housing_own_payment,
  housing_most,
  housing_gone,
  housing_least_payment,
  senior_deduction_most,  // SKAT-3
  daycare_free_ends,      // FRIPLADS
  daycare_step,
  daycare_full_payment,
  child_benefit_taper,  // BOERN
  child_benefit_gone,
  am_base_begins,  // SKAT-1: the pay covers own pension and own ATP
};

namespace law {

inline Exact least(Cause, const Exact& a, const Exact& b) noexcept { return smaller(a, b); }
/// What of `a` lies above `limit`.
inline Exact above(Cause, const Exact& a, const Exact& limit) noexcept {
  const Exact rest = a - limit;
  return rest.is_positive() || rest.out_of_range() ? rest : Exact{};
}
inline Exact not_below_zero(Cause, const Exact& a) noexcept { return a.is_positive() || a.out_of_range() ? a : Exact{}; }
/// `then` where `test` is above zero, else `otherwise`.
inline Exact if_positive(Cause, const Exact& test, const Exact& then, const Exact& otherwise) noexcept {
  return test.out_of_range() ? test : test.is_positive() ? then : otherwise;
}
/// `then` where `test` is zero or more, else `otherwise`.
inline Exact if_not_negative(Cause, const Exact& test, const Exact& then, const Exact& otherwise) noexcept {
  return test.out_of_range() ? test : test.numerator() >= 0 ? then : otherwise;
}
/// The law's "nearest krone", half up; on øre.
inline Exact nearest_krone(const Exact& oere) noexcept { return oere.to_krone(Rounding::half_up); }

/// The nearest øre, half up: FLT-14.
inline Exact nearest_oere(const Exact& oere) noexcept { return oere.whole_part_exact(Rounding::half_up); }
/// How many whole steps an amount that is not negative has come past.
inline Exact whole_steps(Cause, const Exact& amount, const Exact& step) noexcept {
  return (amount / step).whole_part_exact(Rounding::down);
}
/// Whole kroner, the rest left out: SKAT-5.
inline Exact whole_kroner(const Exact& oere) noexcept { return oere.to_krone(Rounding::toward_zero); }

inline Exact at_least_zero(const Exact& x) noexcept { return x.is_positive() || x.out_of_range() ? x : Exact{}; }

inline const Exact& exact(const Exact& x) noexcept { return x; }

/// The numbers of any calculation.
struct ExactNumbers {
  using Whole = Exact;  ///< an amount as given
  using Fine = Exact;   ///< an amount with shares in it
  using Share = Exact;
  using Part = Exact;  ///< FLT-13
  using Cut = Exact;   ///< a reform's share of what exceeds the ceiling
  using Days = Exact;  ///< FLT-12
  using AtpShare = Exact;
  using PensionShare = Exact;
  using Hours = Exact;
  using AnHour = Exact;
  using Rate = Exact;  ///< a rate, or a part of the ceiling, that is no amount of the month itself
};

/// All of something, in the numbers of its share.
template <class Share>
constexpr Share all() noexcept {
  return {};
}
template <>
constexpr Exact all<Exact>() noexcept {
  return Exact::whole(1);
}

/// Watches nothing: the plain calculation.
struct Untraced {
  static constexpr bool watching = false;
};

}  // namespace law
}  // namespace fleks
