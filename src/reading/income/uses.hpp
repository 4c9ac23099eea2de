#pragma once

#include <cstdint>

#include <fleks/facts/case.hpp>
#include <fleks/reading/income_case.hpp>

namespace fleks::income {

/// What a part of a report is in a case.
struct Use {
  enum class As : std::uint8_t { wage, daily_benefit, other_income, own_subsidy, left_out } as = As::wage;
  DailyBenefit::Kind benefit{};
  OtherIncome::Kind income{};
  IncomeLeftOut::Why why{};
  bool uncertain = false;  // the kind or type is not one that is known for sure
};
[[nodiscard]] Use use_of(const RegisterReport& report, const RegisterPart& part) noexcept;

/// What of a part is pay of a job.
[[nodiscard]] WageRecord wage_of(const RegisterReport& report, const RegisterPart& part);
/// Whether the register says the same of a wage as what the case has; what the officer has added does not matter.
[[nodiscard]] bool same_fact(const WageRecord& old, const WageRecord& now) noexcept;
[[nodiscard]] bool same_fact(const DailyBenefit& old, const DailyBenefit& now) noexcept;
[[nodiscard]] bool same_fact(const OtherIncome& old, const OtherIncome& now) noexcept;

/// How a report is named: payer and id, without the person's number.
[[nodiscard]] std::string name_of(const RegisterReport& report, std::string_view hidden_number);

}  // namespace fleks::income
