#pragma once

#include <fleks/facts/case.hpp>

// FLT-7, LY-5, LY-7: which incomes reduce which benefit.

namespace fleks::law {

/// FLT-7 (BEK-FLT § 11): care income counts as wage from the subsidy of January 2024.
inline constexpr Month first_month_of_care_income = std::chrono::year{2024} / std::chrono::January;

/// FLT-7, FLT-24: what counts in the fleksløntilskud of a month as other wage: side business, care income from 2024, offices,
/// and pay for the time after a former job when a new fleksjob has begun.
[[nodiscard]] constexpr bool counts_as_wage(OtherIncome::Kind kind, Month subsidy) noexcept {
  switch (kind) {
    case OtherIncome::Kind::care: return subsidy >= first_month_of_care_income;
    case OtherIncome::Kind::side_business:
    case OtherIncome::Kind::guarantee_fund:
    case OtherIncome::Kind::severance:
    case OtherIncome::Kind::office_pay: return true;
    default: return false;
  }
}

/// LY-5, LY-6, LY-10: whether income of the kind is offset in ledighedsydelse; the rest is not, by LY-7.
[[nodiscard]] constexpr bool is_offset(OtherIncome::Kind kind) noexcept { return kind != OtherIncome::Kind::uncounted; }

}  // namespace fleks::law
