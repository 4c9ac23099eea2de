// Written by embed_lists from src/rules/rules.csv; build the target `lists` after a change of it.
#pragma once

#include <string_view>

#include <fleks/rules/rule.hpp>

namespace fleks::law {

/// How a rule reads an option from a month on, in the option's own word.
struct DatedReading {
  Rule rule{};
  std::string_view option;
  Month first{};
  std::string_view word;
};

// clang-format off
inline constexpr DatedReading dated_readings[] = {
    {Rule::FLT_11, "other_wage_under_ceiling", Month{std::chrono::year{2013}, std::chrono::month{1}}, "excluded"},
    {Rule::FLT_11, "benefits_under_ceiling", Month{std::chrono::year{2013}, std::chrono::month{1}}, "excluded"},
    {Rule::FLT_11, "care_income_under_ceiling", Month{std::chrono::year{2013}, std::chrono::month{1}}, "excluded"},
    {Rule::FLT_11, "other_wage_under_ceiling", Month{std::chrono::year{2014}, std::chrono::month{7}}, "included"},
    {Rule::FLT_11, "benefits_under_ceiling", Month{std::chrono::year{2024}, std::chrono::month{1}}, "included"},
    {Rule::FLT_11, "care_income_under_ceiling", Month{std::chrono::year{2024}, std::chrono::month{1}}, "included"},
    {Rule::FLT_12, "holiday_days_of", Month{std::chrono::year{2013}, std::chrono::month{1}}, "benefit-deducted"},
    {Rule::FLT_12, "holiday_days_of", Month{std::chrono::year{2022}, std::chrono::month{4}}, "holiday-month"},
    {Rule::FLT_12, "holiday_days_of", Month{std::chrono::year{2024}, std::chrono::month{1}}, "month-after"},
    {Rule::FLT_14, "round_to", Month{std::chrono::year{2013}, std::chrono::month{1}}, "oere"},
    {Rule::FLT_14, "round_to", Month{std::chrono::year{2014}, std::chrono::month{5}}, "krone"},
    {Rule::FLT_22, "after_holiday", Month{std::chrono::year{2020}, std::chrono::month{1}}, "regulated"},
    {Rule::LOFT_4, "ceiling_hours", Month{std::chrono::year{2013}, std::chrono::month{1}}, "exact"},
    {Rule::LOFT_4, "ceiling_hours", Month{std::chrono::year{2024}, std::chrono::month{1}}, "160.333"},
    {Rule::LY_15, "round_to", Month{std::chrono::year{2013}, std::chrono::month{1}}, "oere"},
    {Rule::LY_15, "round_to", Month{std::chrono::year{2014}, std::chrono::month{5}}, "krone"},
};
// clang-format on

}  // namespace fleks::law
