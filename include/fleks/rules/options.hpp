#pragma once

#include <cstdint>

#include <fleks/values/percent.hpp>

namespace fleks {

/// Whether the employee's own ATP counts in the wage of FLT-5, for pay given before ATP. `excluded` as in
/// the income register's field 13; `counted` as in STAR's calculator.
enum class OwnAtp : std::uint8_t { excluded, counted };
/// FLT-2: whose rates hold when the wage month lies in another year. The text does not say.
enum class RatesOf : std::uint8_t { subsidy_month, wage_month };
/// FLT-11: whether wage from other jobs also fills the space under the ceiling.
enum class OtherWageUnderCeiling : std::uint8_t { excluded, included };
/// FLT-14: what the result is rounded to, half up.
enum class RoundTo : std::uint8_t { oere, krone };

/// The choices the law leaves, by name. The defaults are the rulebook's.
struct Options {
  OwnAtp own_atp = OwnAtp::excluded;
  RatesOf rates_of = RatesOf::subsidy_month;
  OtherWageUnderCeiling other_wage_under_ceiling = OtherWageUnderCeiling::excluded;
  RoundTo round_to = RoundTo::oere;

  friend bool operator==(const Options&, const Options&) = default;
};

}  // namespace fleks
