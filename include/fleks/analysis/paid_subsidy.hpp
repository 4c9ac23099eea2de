#pragma once

#include <optional>
#include <vector>

#include <fleks/facts/case.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/reading/income_case.hpp>

namespace fleks {

/// Fleksløntilskud of a month as the register has it paid (kind 0083), held against what the case gives.
struct HeldSubsidy {
  Month month{};               ///< the month it is for
  Money paid{};                ///< after own ATP, all reports of the month
  std::optional<Money> due{};  ///< after own ATP; none: the case does not have the month, or cannot compute it
  /// Whether there is something to look at.
  [[nodiscard]] bool differs() const noexcept { return !due || *due != paid; }
};

/// Each month that the register has a payment for, in order. Errors: as `case_statement`.
/// Example: paid 14.772,00 kr. for March 2024 on a wage of 15.600 kr. differs by nothing.
[[nodiscard]] Result<std::vector<HeldSubsidy>> held_against_due(const std::vector<PaidSubsidy>& paid, const CheckedCase& facts,
                                                                const RateTable& rates);

}  // namespace fleks
