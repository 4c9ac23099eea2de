#include "kernels/subsidy.hpp"

#include "rules/month.hpp"
#include "rules/scaled.hpp"

namespace fleks::kernels {
namespace {

using Numbers = law::ScaledNumbers<100, true, 10'000>;
using Oere = Numbers::Whole;

/// Of a row outside the range something else, which is not used.
constexpr Oere narrow(std::int64_t oere) noexcept { return {static_cast<std::uint32_t>(oere)}; }

// Inlined into each function below, so that the law's text is compiled once for each instruction set.
template <bool every_amount, bool has_pensions, bool has_others, bool other_wage_under_ceiling, bool benefits_under_ceiling>
[[gnu::always_inline]] inline std::uint64_t subsidy_rows(const SubsidyColumns& c, std::size_t rows, const SubsidyRates& given) {
  const std::int64_t* __restrict am_income = c.am_income, * __restrict own_pension = c.own_pension, * __restrict employer_pension = c.employer_pension;
  const std::int64_t* __restrict other_wage = c.other_wage, * __restrict daily_benefit = c.daily_benefit, * __restrict ceiling = c.ceiling;
  std::int64_t* __restrict taper = c.taper, * __restrict before_ceiling = c.before_ceiling, * __restrict ceiling_cut = c.ceiling_cut;
  std::int64_t* __restrict fleksloentilskud = c.fleksloentilskud, * __restrict own_atp = c.own_atp, * __restrict payout = c.payout;
  std::int64_t* __restrict obligatory_pension = c.obligatory_pension;

  law::MonthRates<Numbers> rates;
  rates.subsidy = {narrow(given.base), narrow(given.threshold), {given.low}, {given.high}};
  rates.own_atp_share = {given.own_atp_share};
  rates.own_atp_most = narrow(given.own_atp_most);
  rates.obligatory_share = {given.obligatory_pension_share};
  // Whole kroner is what the loops are for; other roundings take the single call.
  law::MonthTerms<Numbers> terms;
  terms.subsidy.other_wage_under_ceiling = other_wage_under_ceiling;
  terms.subsidy.benefits_under_ceiling = benefits_under_ceiling;
  law::Untraced untraced;
  std::uint64_t ored = 0;

  // No two columns overlap.
#if defined(__clang__)
#pragma clang loop vectorize(assume_safety)
#elif defined(__GNUC__)
#pragma GCC ivdep
#endif
  for (std::size_t i = 0; i < rows; ++i) {
    // law::month in pieces: through its structs g++ 12 keeps the loop scalar.
    law::SubsidyFacts<Numbers> facts{};
    const std::int64_t own = has_pensions ? own_pension[i] : 0, employers = has_pensions ? employer_pension[i] : 0;
    const std::int64_t wage_elsewhere = has_others ? other_wage[i] : 0, benefit = has_others ? daily_benefit[i] : 0;
    facts.wage = law::wage_from_am_income(narrow(am_income[i]), Oere{}, narrow(own), narrow(employers), Oere{}, untraced);
    facts.other_wage = narrow(wage_elsewhere);
    facts.daily_benefit = narrow(benefit);
    facts.ceiling = narrow(ceiling[i]);
    facts.has_ceiling = true;
    const auto subsidy = law::subsidy(facts, rates.subsidy, terms.subsidy, untraced);
    const Oere paid = law::nearest_krone(subsidy.due);
    fleksloentilskud[i] = paid.count;
    if constexpr (every_amount) {
      taper[i] = law::nearest_oere(subsidy.taper).count;
      before_ceiling[i] = law::nearest_oere(subsidy.before_ceiling).count;
      ceiling_cut[i] = law::nearest_oere(subsidy.ceiling_cut).count;
      const Oere atp = law::own_atp_of_subsidy(paid, paid, rates.own_atp_share, rates.own_atp_most, OwnAtpOf::paid_subsidy, untraced);
      own_atp[i] = atp.count;
      payout[i] = (paid - atp).count;
      obligatory_pension[i] = law::obligatory_pension(paid - atp, rates.obligatory_share, untraced).count;
    }
    ored |= static_cast<std::uint64_t>(am_income[i] | own | employers | wage_elsewhere | benefit) | beyond_range(ceiling[i]);
  }
  return ored;
}

// What a row has, and what stands under the ceiling (FLT-11), is decided outside the loop, which is vectorised only without it.
template <bool every_amount>
[[gnu::always_inline]] inline std::uint64_t rows_by_law(const SubsidyColumns& columns, std::size_t rows, const SubsidyRates& rates) {
  if (!columns.has_others)
    return columns.has_pensions ? subsidy_rows<every_amount, true, false, true, true>(columns, rows, rates)
                                : subsidy_rows<every_amount, false, false, true, true>(columns, rows, rates);
  if (rates.other_wage_under_ceiling)
    return rates.benefits_under_ceiling ? subsidy_rows<every_amount, true, true, true, true>(columns, rows, rates)
                                        : subsidy_rows<every_amount, true, true, true, false>(columns, rows, rates);
  return rates.benefits_under_ceiling ? subsidy_rows<every_amount, true, true, false, true>(columns, rows, rates)
                                      : subsidy_rows<every_amount, true, true, false, false>(columns, rows, rates);
}

template <bool every_amount>
[[gnu::flatten]] std::uint64_t plain(const SubsidyColumns& columns, std::size_t rows, const SubsidyRates& rates) {
  return rows_by_law<every_amount>(columns, rows, rates);
}

#if defined(__x86_64__)
template <bool every_amount>
[[gnu::target("avx2"), gnu::flatten]] std::uint64_t avx2(const SubsidyColumns& columns, std::size_t rows, const SubsidyRates& rates) {
  return rows_by_law<every_amount>(columns, rows, rates);
}
template <bool every_amount>
[[gnu::target("avx2,avx512f,avx512dq,avx512vl,avx512bw"), gnu::flatten]] std::uint64_t avx512(const SubsidyColumns& columns,
                                                                                              std::size_t rows, const SubsidyRates& rates) {
  return rows_by_law<every_amount>(columns, rows, rates);
}
#endif

}  // namespace

std::size_t implementations(Implementation (&all)[3]) noexcept {
  std::size_t count = 0;
#if defined(__x86_64__)
  all[count++] = {plain<true>, plain<false>, "x86-64"};
  if (__builtin_cpu_supports("avx2")) all[count++] = {avx2<true>, avx2<false>, "avx2"};
  if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
    all[count++] = {avx512<true>, avx512<false>, "avx512"};
#else
  all[count++] = {plain<true>, plain<false>, "plain"};
#endif
  return count;
}

Implementation best_implementation() noexcept {
  Implementation all[3];
  return all[implementations(all) - 1];
}

}  // namespace fleks::kernels
