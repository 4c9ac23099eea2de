#include "kernels/subsidy.hpp"

#include "rules/contributions.hpp"
#include "rules/fleksloentilskud.hpp"
#include "rules/scaled.hpp"
#include "rules/wage.hpp"

namespace fleks::kernels {
namespace {

using Numbers = law::ScaledNumbers<100, true>;
using Oere = Numbers::Whole;

// Inlined into each function below, so that the law's text is compiled once for each instruction set.
template <bool every_amount>
[[gnu::always_inline]] inline std::uint64_t subsidy_rows(const SubsidyColumns& c, std::size_t rows, const SubsidyRates& given) {
  const std::int64_t* __restrict am_income = c.am_income, * __restrict own_pension = c.own_pension, * __restrict employer_pension = c.employer_pension;
  const std::int64_t* __restrict other_wage = c.other_wage, * __restrict daily_benefit = c.daily_benefit, * __restrict ceiling = c.ceiling;
  std::int64_t* __restrict taper = c.taper, * __restrict before_ceiling = c.before_ceiling, * __restrict ceiling_cut = c.ceiling_cut;
  std::int64_t* __restrict fleksloentilskud = c.fleksloentilskud, * __restrict own_atp = c.own_atp, * __restrict payout = c.payout;
  std::int64_t* __restrict obligatory_pension = c.obligatory_pension;

  const law::SubsidyRates<Numbers> rates{{given.base}, {given.threshold}, {given.low}, {given.high}};
  constexpr law::SubsidyTerms<Numbers> as_the_law_is{};
  const law::Share<100> atp_share{given.own_atp_share};
  const law::Share<10'000> pension_share{given.obligatory_pension_share};
  const Oere atp_most{given.own_atp_most};
  law::Nobody nobody;
  std::uint64_t ored = 0;

  // No two columns overlap.
#if defined(__clang__)
#pragma clang loop vectorize(assume_safety)
#elif defined(__GNUC__)
#pragma GCC ivdep
#endif
  for (std::size_t i = 0; i < rows; ++i) {
    const law::SubsidyFacts<Numbers> facts{
        .wage = law::wage_from_am_income(Oere{am_income[i]}, Oere{}, Oere{own_pension[i]}, Oere{employer_pension[i]}, Oere{}, nobody),
        .other_wage = Oere{other_wage[i]},
        .daily_benefit = Oere{daily_benefit[i]},
        .ceiling = Oere{ceiling[i] < highest_ceiling ? ceiling[i] : highest_ceiling},
        .has_ceiling = true};
    const auto subsidy = law::subsidy(facts, rates, as_the_law_is, nobody);
    const Oere paid = law::nearest_oere(subsidy.due);
    fleksloentilskud[i] = paid.count;
    if constexpr (every_amount) {
      const Oere own = law::own_atp_of_subsidy(paid, atp_share, atp_most, nobody);
      taper[i] = law::nearest_oere(subsidy.taper).count;
      before_ceiling[i] = law::nearest_oere(subsidy.before_ceiling).count;
      ceiling_cut[i] = law::nearest_oere(subsidy.ceiling_cut).count;
      own_atp[i] = own.count;
      payout[i] = (paid - own).count;
      obligatory_pension[i] = law::obligatory_pension(paid - own, pension_share, nobody).count;
    }
    ored |= static_cast<std::uint64_t>(am_income[i] | own_pension[i] | employer_pension[i] | other_wage[i] | daily_benefit[i]) |
            (static_cast<std::uint64_t>(ceiling[i]) >> 63 << 63);
  }
  return ored;
}

template <bool every_amount>
[[gnu::flatten]] std::uint64_t plain(const SubsidyColumns& columns, std::size_t rows, const SubsidyRates& rates) {
  return subsidy_rows<every_amount>(columns, rows, rates);
}

#if defined(__x86_64__)
template <bool every_amount>
[[gnu::target("avx2"), gnu::flatten]] std::uint64_t avx2(const SubsidyColumns& columns, std::size_t rows, const SubsidyRates& rates) {
  return subsidy_rows<every_amount>(columns, rows, rates);
}
template <bool every_amount>
[[gnu::target("avx2,avx512f,avx512dq,avx512vl,avx512bw"), gnu::flatten]] std::uint64_t avx512(const SubsidyColumns& columns,
                                                                                              std::size_t rows, const SubsidyRates& rates) {
  return subsidy_rows<every_amount>(columns, rows, rates);
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
