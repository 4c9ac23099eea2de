#include "reading/income/uses.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace fleks::income {
namespace {

using As = Use::As;
using Why = IncomeLeftOut::Why;

struct KindName {
  std::string_view kind;
  Use use;
};
/// Income kinds (*indkomstart*) that are no wage; rulebook 11, `read` or `secondary`.
constexpr auto kinds = std::to_array<KindName>({{"0083", {.as = As::own_subsidy, .why = Why::own_subsidy}},
                                                {"0078", {.as = As::daily_benefit, .benefit = DailyBenefit::Kind::maternity}},
                                                {"0103", {.as = As::daily_benefit, .benefit = DailyBenefit::Kind::sickness}},
                                                {"0003", {.as = As::daily_benefit, .benefit = DailyBenefit::Kind::sickness}},
                                                {"0084", {.as = As::daily_benefit, .benefit = DailyBenefit::Kind::resource}},
                                                {"0104", {.as = As::other_income, .income = OtherIncome::Kind::replacing_wage}},
                                                {"0105", {.as = As::other_income, .income = OtherIncome::Kind::care}},
                                                {"0106", {.as = As::other_income, .income = OtherIncome::Kind::care}},
                                                {"0041", {.as = As::left_out, .why = Why::other_benefit}},
                                                {"0042", {.as = As::left_out, .why = Why::other_benefit}},
                                                {"0086", {.as = As::left_out, .why = Why::other_benefit}}});
/// Income types (*indkomsttype*), for a kind that says no more.
constexpr auto types =
    std::to_array<KindName>({{"", {}},
                             {"00", {}},
                             {"05", {.uncertain = true}},
                             {"06", {.as = As::left_out, .why = Why::other_benefit}},
                             {"07", {.as = As::daily_benefit, .benefit = DailyBenefit::Kind::sickness, .uncertain = true}},
                             {"10", {.as = As::other_income, .income = OtherIncome::Kind::guarantee_fund}}});

}  // namespace

Use use_of(const RegisterReport& report, const RegisterPart& part) noexcept {
  const auto named = [](std::string_view word) { return [word](const KindName& each) { return each.kind == word; }; };
  if (const auto kind = std::find_if(kinds.begin(), kinds.end(), named(part.kind)); kind != kinds.end()) return kind->use;
  const auto type = std::find_if(types.begin(), types.end(), named(report.income_type));
  if (type == types.end()) return {.as = As::left_out, .why = Why::unknown_income, .uncertain = true};
  Use use = type->use;
  if (!part.kind.empty() && part.kind.find_first_not_of('0') != std::string::npos) use.uncertain = true;
  return use;
}

WageRecord wage_of(const RegisterReport& report, const RegisterPart& part) {
  using enum RegisterAmount;
  WageRecord w;
  w.record.source = FactSource::income_register;
  w.period = report.period;
  w.disposal = report.disposal ? *report.disposal : report.period.last;
  w.am_income = part[am_income];
  w.b_income = part[b_income];
  w.own_pension = part[own_pension];
  w.employer_pension = part[employer_pension];
  w.benefits_in_kind = part[company_car] + part[telephone] + part[board_and_lodging] + part[health_insurance];
  w.paid_hours = part.paid_hours;
  w.net_holiday_allowance = part[net_holiday_pay] + part[net_on_leaving];
  // Inside field 13 by the rulebook; where it cannot be, it is asked for.
  if (part[holiday_allowance] <= part[am_income]) w.holiday_allowance = part[holiday_allowance];
  return w;
}

bool same_fact(const WageRecord& old, const WageRecord& now) noexcept {
  const auto unsaid_or_same = [](Money was, Money is) { return is == Money{} || was == is; };
  return old.am_income == now.am_income && old.b_income == now.b_income && unsaid_or_same(old.own_pension, now.own_pension) &&
         unsaid_or_same(old.employer_pension, now.employer_pension) && unsaid_or_same(old.benefits_in_kind, now.benefits_in_kind) &&
         unsaid_or_same(old.holiday_allowance, now.holiday_allowance) &&
         unsaid_or_same(old.net_holiday_allowance, now.net_holiday_allowance) && (!now.paid_hours || old.paid_hours == now.paid_hours);
}
bool same_fact(const DailyBenefit& old, const DailyBenefit& now) noexcept { return old.amount == now.amount; }
bool same_fact(const OtherIncome& old, const OtherIncome& now) noexcept { return old.amount == now.amount; }

std::string name_of(const RegisterReport& report, std::string_view hidden_number) {
  return report.payer + "/" + (hidden_number.empty() ? report.id : without_person(report.id, hidden_number));
}

}  // namespace fleks::income
