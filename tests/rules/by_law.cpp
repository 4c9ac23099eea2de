#include "rules/by_law.hpp"

#include <doctest/doctest.h>

using namespace fleks;
using namespace std::chrono_literals;

namespace {
/// An option as a calculation has it, with the words of rules.csv.
enum class Rounded : std::uint8_t { by_law, oere, krone };
enum class HolidayDaysOf : std::uint8_t { by_law, holiday_month, month_after, benefit_deducted };
}  // namespace

template <>
inline constexpr Names<Rounded, 3> fleks::names<Rounded>{"round_to",
                                                         {{Rounded::by_law, "by-law"}, {Rounded::oere, "oere"}, {Rounded::krone, "krone"}}};
template <>
inline constexpr Names<HolidayDaysOf, 4> fleks::names<HolidayDaysOf>{"holiday_days_of",
                                                                     {{HolidayDaysOf::by_law, "by-law"},
                                                                      {HolidayDaysOf::holiday_month, "holiday-month"},
                                                                      {HolidayDaysOf::month_after, "month-after"},
                                                                      {HolidayDaysOf::benefit_deducted, "benefit-deducted"}}};

TEST_CASE("FLT-14, LY-15: left to the law, the rounding is the period's") {
  for (const Rule rule : {Rule::FLT_14, Rule::LY_15}) {
    CHECK(law::by_law(Rounded::by_law, rule, 2013y / 1) == Rounded::oere);
    CHECK(law::by_law(Rounded::by_law, rule, 2014y / 4) == Rounded::oere);
    CHECK(law::by_law(Rounded::by_law, rule, 2014y / 5) == Rounded::krone);
    CHECK(law::by_law(Rounded::by_law, rule, 2026y / 1) == Rounded::krone);
    CHECK(law::by_law(Rounded::by_law, rule, 2000y / 1) == Rounded::oere);
    CHECK(law::by_law(Rounded::krone, rule, 2013y / 1) == Rounded::krone);
    CHECK(law::by_law(Rounded::oere, rule, 2026y / 1) == Rounded::oere);
  }
}

TEST_CASE("FLT-12: the holiday days have had three rules") {
  static_assert(law::by_law(HolidayDaysOf::by_law, Rule::FLT_12, 2024y / 1) == HolidayDaysOf::month_after);
  CHECK(law::by_law(HolidayDaysOf::by_law, Rule::FLT_12, 2019y / 12) == HolidayDaysOf::benefit_deducted);
  CHECK(law::by_law(HolidayDaysOf::by_law, Rule::FLT_12, 2022y / 3) == HolidayDaysOf::benefit_deducted);
  CHECK(law::by_law(HolidayDaysOf::by_law, Rule::FLT_12, 2022y / 4) == HolidayDaysOf::holiday_month);
  CHECK(law::by_law(HolidayDaysOf::by_law, Rule::FLT_12, 2023y / 12) == HolidayDaysOf::holiday_month);
  CHECK(law::by_law(HolidayDaysOf::by_law, Rule::FLT_12, 2024y / 1) == HolidayDaysOf::month_after);
  CHECK(law::by_law(HolidayDaysOf::holiday_month, Rule::FLT_12, 2025y / 1) == HolidayDaysOf::holiday_month);
}
