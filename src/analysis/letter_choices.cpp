#include <algorithm>

#include "analysis/letter_content.hpp"

// The choices of law that a month's payout rests on: each other reading, computed.

namespace fleks {
namespace {

using Of = LetterChoice::Of;

/// One reading of one option: how it is said, whether a case has it, and how a case gets it.
struct Reading {
  Of name;
  bool (*is)(const CaseOptions&);
  void (*set)(CaseOptions&);
};

template <auto member, auto value>
constexpr Reading reading(Of name) {
  return {name, [](const CaseOptions& o) { return o.*member == value; }, [](CaseOptions& o) { o.*member = value; }};
}
template <auto value>
constexpr Reading month_reading(Of name) {
  return {name, [](const CaseOptions& o) { return o.month.rates_of == value; }, [](CaseOptions& o) { o.month.rates_of = value; }};
}

/// Each option with its readings; what the law of a month decides is no choice and is not here.
const std::vector<std::vector<Reading>>& all_readings() {
  using C = CaseOptions;
  static const std::vector<std::vector<Reading>> all{
      {month_reading<RatesOf::subsidy_month>(Of::rates_of_subsidy_month), month_reading<RatesOf::wage_month>(Of::rates_of_wage_month)},
      {reading<&C::ceiling_of_month, CeilingOfMonth::last_day>(Of::ceiling_last_day),
       reading<&C::ceiling_of_month, CeilingOfMonth::first_day>(Of::ceiling_first_day),
       reading<&C::ceiling_of_month, CeilingOfMonth::by_weekdays>(Of::ceiling_by_days)},
      {reading<&C::ceiling_of_two_jobs, CeilingOfTwoJobs::highest>(Of::highest_ceiling),
       reading<&C::ceiling_of_two_jobs, CeilingOfTwoJobs::lowest>(Of::lowest_ceiling),
       reading<&C::ceiling_of_two_jobs, CeilingOfTwoJobs::by_hours>(Of::ceilings_by_hours)},
      {reading<&C::ceiling_rise, CeilingRise::one_percent>(Of::one_percent_rise),
       reading<&C::ceiling_rise, CeilingRise::none>(Of::no_rise)},
      {reading<&C::split_wage, SplitWage::by_weekdays>(Of::split_by_days), reading<&C::split_wage, SplitWage::evenly>(Of::split_evenly),
       reading<&C::split_wage, SplitWage::by_disposal>(Of::split_by_disposal)},
      {reading<&C::holiday_benefit_offset, HolidayBenefitOffset::none>(Of::holiday_not_offset),
       reading<&C::holiday_benefit_offset, HolidayBenefitOffset::wage>(Of::holiday_offset)},
      {reading<&C::first_month, FirstMonth::own_wage>(Of::first_month_own_wage),
       reading<&C::first_month, FirstMonth::no_deduction>(Of::first_month_no_deduction),
       reading<&C::first_month, FirstMonth::no_subsidy>(Of::first_month_no_subsidy)},
      {reading<&C::part_of, PartOf::subsidy_month>(Of::part_of_subsidy_month),
       reading<&C::part_of, PartOf::wage_month>(Of::part_of_wage_month)},
      {reading<&C::first_month_on_benefit, FirstMonthOnBenefit::own_wage>(Of::benefit_own_wage),
       reading<&C::first_month_on_benefit, FirstMonthOnBenefit::month_before>(Of::benefit_month_before)}};
  return all;
}

}  // namespace

std::vector<LetterChoice> choices_that_matter(const Case& facts, const RateTable& rates, const CaseMonth& month, Date as_of) {
  std::vector<LetterChoice> found;
  Case other = facts;
  for (const std::vector<Reading>& option : all_readings()) {
    const auto made = std::find_if(option.begin(), option.end(), [&](const Reading& r) { return r.is(facts.options); });
    if (made == option.end()) continue;
    for (const Reading& each : option) {
      if (each.name == made->name) continue;
      other.options = facts.options;
      each.set(other.options);
      const auto then = case_statement(other, rates, {.as_of = as_of, .first = month.month, .last = month.month});
      if (!then || then->months.front().status == MonthStatus::unknown) continue;
      if (const Money payout = then->months.front().payout; payout != month.payout) found.push_back({made->name, each.name, payout});
    }
  }
  return found;
}

}  // namespace fleks
