#pragma once

#include <fleks/facts/case.hpp>

// BEK-FLT § 14: whose word goes first about the same fact.

namespace fleks::law {

/// BEK-FLT § 14 stk. 1: the income register, then the documents of employer and citizen; the lower number goes first.
[[nodiscard]] constexpr int rank_for_wage(FactSource source) noexcept {
  switch (source) {
    case FactSource::income_register: return 0;
    case FactSource::employer: return 1;
    case FactSource::holiday_account: return 2;
    case FactSource::citizen: return 3;
    case FactSource::municipality: return 4;
  }
  return 5;
}

/// BEK-FLT § 14 stk. 2: of holiday FerieKonto goes first.
[[nodiscard]] constexpr int rank_for_holiday(FactSource source) noexcept {
  switch (source) {
    case FactSource::holiday_account: return 0;
    case FactSource::income_register: return 1;
    case FactSource::employer: return 2;
    case FactSource::citizen: return 3;
    case FactSource::municipality: return 4;
  }
  return 5;
}

/// Worse than every source: an expected wage, by its source; and nothing known at all.
inline constexpr int first_rank_of_expected = 50, no_rank = 99;

}  // namespace fleks::law
