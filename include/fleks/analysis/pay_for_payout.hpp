#pragma once

#include <optional>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/rates/rate_table.hpp>

namespace fleks {

/// Field 13 amounts that all give the same payout.
struct PayRange {
  Money from{};              ///< the least of them
  Money to{};                ///< the most of them
  Money fleksloentilskud{};  ///< the subsidy they give (FLT-14)
  Money own_atp{};           ///< what is withheld from it (FLT-17)
};

/// The way back from what is paid out to the wage: every pay that gives it, or, where there is none, the most that is paid out.
struct PayForPayout {
  std::vector<PayRange> ranges{};  ///< in the order of the pay
  /// The pay with the most paid out, and that payout; only without ranges.
  struct Most {
    Money pay{};     ///< the least pay that gives it
    Money payout{};  ///< what it gives
  };
  std::optional<Most> most{};  ///< nothing where there are ranges
};

/// Every *AM-bidragspligtig indkomst* (field 13), in whole øre, with which the month's payout before tax is this amount.
///
/// Solved on the exact pieces of the subsidy before it is rounded; the pay in `facts` is not looked at. Errors: those of the month;
/// `exclusive_facts` for facts with which it is not solved: another form of pay, part of a month, holiday days, own ATP of the subsidy
/// before the ceiling, a reform. Example: March 2024, 14.772,00 kr.: from 15.598,34 to 15.601,66 kr.
[[nodiscard]] Result<PayForPayout> pay_for_payout(Money payout, const MonthFacts& facts, const RateTable& rates,
                                                  const Options& options = {});

}  // namespace fleks
