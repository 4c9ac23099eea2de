#pragma once

#include <optional>
#include <span>
#include <vector>

#include <fleks/analysis/worth_of_hours.hpp>
#include <fleks/facts/municipal_facts.hpp>

namespace fleks {

/// What a month of a curve puts in the purses of municipality and state, beside the citizen's: øre a month, what is paid is below
/// zero. Sums of the row's printed amounts.
///
/// employer = in_hand + pension_saved + municipality + state, exactly.
struct RowPurses {
  Money employer{};       ///< what comes in: the employer's pay, pension and ATP, and other income where the citizen has it
  Money refund{};         ///< what the state refunds the municipality of the benefit (KOM-1)
  Money fleksbidrag{};    ///< KOM-7
  Money municipal_tax{};  ///< a twelfth of the year's municipal tax, what the personal allowance takes off left out
  Money kept_tax{};       ///< what of it stays with the municipality after equalisation (KOM-11)
  Money municipality{};   ///< kept tax + refund + fleksbidrag − subsidy − ledighedsydelse
  Money state{};          ///< AM-bidrag and the other tax − refund − fleksbidrag − ATP − obligatorisk pension − housing benefit
};

/// What is asked of the purses.
struct PursesQuestion {
  int benefit_weeks = 53;      ///< weeks with benefits, which give the refund: from the 53rd the last step (KOM-1)
  MunicipalOptions options{};  ///< the choices, and the share of tax kept
};

/// The purses of each row of a citizen's curve: KOM-1, KOM-7, KOM-10, KOM-11. Housing benefit is on the state's side, church tax too.
///
/// Daycare is paid to the municipality, child benefit by the state. Rates of 1 January of the citizen's year. The refund is rounded half up
/// to øre, the fleksbidrag to the krone, the tax kept half up to øre. Errors: no week, a year without rates. Pure, safe from any thread.
/// Example: 2024, a subsidy of 15.272 kr. past the 52nd week: refund 3.054,40 kr.
[[nodiscard]] Result<std::vector<RowPurses>> purses_of(const Citizen& citizen, std::span<const NetRow> rows, const RateTable& rates,
                                                       const PursesQuestion& question = {});

}  // namespace fleks
