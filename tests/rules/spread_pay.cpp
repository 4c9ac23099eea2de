#include "rules/spread_pay.hpp"

#include <doctest/doctest.h>

#include "rules/ceiling_in_force.hpp"
#include "rules/holiday_pay.hpp"
#include "rules/holiday_year.hpp"
#include "rules/income_kinds.hpp"
#include "rules/source_order.hpp"
#include "rules/wage_record.hpp"

using namespace fleks;
using namespace fleks::law;
using namespace std::chrono_literals;

// FLT-6 (BEK-FLT § 3 stk. 4): parts are exact fractions.
TEST_CASE("FLT-6: a payment over three months is a third of it in each, and the parts are the whole") {
  const Exact third = part_of_spread(Exact::of(Money::oere(10'000)), 1, 3);
  CHECK(third == Exact::ratio(10'000, 3));
  CHECK(third + third + third == Exact::whole(10'000));
  CHECK(part_of_spread(Exact::of(Money::oere(10'000)), 0, 3).is_zero());
}

// FLT-5: field 13 is after own pension.
TEST_CASE("FLT-5: pension in per cent is of the pay before own pension, found from field 13") {
  WageRecord w;
  w.am_income = Money::kroner(8'640);
  CHECK(pay_before_own_pension(w) == Exact::of(Money::kroner(8'640)));
  w.own_pension_share = Percent::whole(4);
  CHECK(pay_before_own_pension(w) == Exact::of(Money::kroner(9'000)));
  w.benefits_in_kind = Money::kroner(960);
  CHECK(pay_before_own_pension(w) == Exact::of(Money::kroner(8'000)));
  w.own_pension_share = Percent::whole(100);
  CHECK(pay_before_own_pension(w) == Exact::of(Money::kroner(7'680)));
}

// FLT-7, FLT-24, LY-5, LY-7.
TEST_CASE("FLT-7, LY-7: which incomes count in which benefit") {
  using Kind = OtherIncome::Kind;
  CHECK(!counts_as_wage(Kind::care, 2023y / 12));
  CHECK(counts_as_wage(Kind::care, 2024y / 1));
  CHECK(counts_as_wage(Kind::side_business, 2013y / 1));
  CHECK(counts_as_wage(Kind::guarantee_fund, 2014y / 11));
  CHECK(!counts_as_wage(Kind::replacing_wage, 2024y / 5));
  CHECK(!counts_as_wage(Kind::self_employment, 2024y / 5));
  CHECK(!counts_as_wage(Kind::uncounted, 2024y / 5));
  CHECK(is_offset(Kind::replacing_wage));
  CHECK(!is_offset(Kind::uncounted));
}

// FERIE-5 (ferieloven § 18).
TEST_CASE("FERIE-5: May's pay has the supplement of September to May, August's that of June to August, another of the ferieår so far") {
  const auto months = [](Month paid) { return earned_in({}, paid); };
  CHECK(months(2024y / 5).first == number_of(Month{2023y / 9}));
  CHECK(months(2024y / 5).last == number_of(Month{2024y / 5}));
  CHECK(months(2024y / 8).first == number_of(Month{2024y / 6}));
  CHECK(months(2024y / 7).first == number_of(Month{2023y / 9}));
  CHECK(months(2024y / 10).first == number_of(Month{2024y / 9}));
  const EarningMonths stated = earned_in({.first = 2024y / 1, .last = 2024y / 3}, 2024y / 5);
  CHECK(stated.first == number_of(Month{2024y / 1}));
  CHECK(stated.last == number_of(Month{2024y / 3}));
}

// FLT-15, FLT-16.
TEST_CASE("FLT-15, FLT-16: holiday allowance of a day, and a supplement in full time") {
  CHECK(allowance_a_day(Money::kroner(5'000), Exact::whole(20)) == Exact::of(Money::kroner(250)));
  CHECK(allowance_a_day(Money::kroner(5'000), Exact{}).is_zero());
  // 37 hours a week are 160 1/3 a month: for 80 1/6 the half.
  CHECK(supplement_of_full_time(Money::kroner(1'500), Exact::ratio(481, 6), Exact::whole(37)) == Exact::of(Money::kroner(3'000)));
  // From September the ferieår before is held first, when the job had begun.
  CHECK(allowance_earned_in(2024y / 10, number_of(Date{2024y / 8 / 31})).first == number_of(Month{2023y / 9}));
  CHECK(allowance_earned_in(2024y / 10, number_of(Date{2024y / 9 / 1})).first == number_of(Month{2024y / 9}));
  CHECK(allowance_earned_in(2024y / 8, number_of(Date{2020y / 1 / 1})).last == number_of(Month{2024y / 7}));
}

// FERIE-1 (ferieloven § 5), LY-8 (LAS § 74 e).
TEST_CASE("FERIE-1, LY-8: days earned by month, last year's held first, and lost after December") {
  HolidayYears years;
  years.begin(2023y / 9);
  for (int m = 0; m < 12; ++m) years.now.in_jobs.add(30, 30);
  CHECK(years.now.with_pay() == Exact::whole(25));
  CHECK(years.now.on_benefit().is_zero());
  years.begin(2024y / 9);
  years.now.in_jobs.add(10, 30);
  CHECK(years.now.with_pay() == Exact::ratio(7, 10));
  years.hold(Exact::whole(27), false);
  CHECK(years.before.held_with_pay == Exact::whole(25));
  CHECK(years.now.held_with_pay == Exact::whole(2));
  years.begin(2025y / 1);
  CHECK(years.before.with_pay().is_zero());
}

// LOFT-5 (P 48-22).
TEST_CASE("LOFT-5: the ceiling in force on a day is the latest that is known") {
  const std::vector<DatedCeiling> ceilings{{.from = 2024y / 1 / 1}, {.from = 2024y / 3 / 1}, {.from = 2024y / 2 / 1, .to = 2024y / 2 / 15}};
  const auto in_force = [&](Date day, std::size_t unknown = 9) {
    return ceiling_in_force(ceilings, number_of(day), [&](std::size_t i) { return i != unknown; });
  };
  CHECK(in_force(2023y / 12 / 31) == -1);
  CHECK(in_force(2024y / 1 / 1) == 0);
  CHECK(in_force(2024y / 2 / 15) == 2);
  CHECK(in_force(2024y / 2 / 16) == 0);
  CHECK(in_force(2024y / 3 / 1) == 1);
  CHECK(in_force(2024y / 3 / 1, 1) == 0);
  CHECK(goes_first(CeilingOfTwoJobs::highest, Exact::whole(2), Exact::whole(1)));
  CHECK(!goes_first(CeilingOfTwoJobs::lowest, Exact::whole(2), Exact::whole(1)));
}

TEST_CASE("BEK-FLT § 14: the register goes first for wages, FerieKonto for holiday") {
  CHECK(rank_for_wage(FactSource::income_register) < rank_for_wage(FactSource::employer));
  CHECK(rank_for_wage(FactSource::employer) < rank_for_wage(FactSource::holiday_account));
  CHECK(rank_for_wage(FactSource::holiday_account) < rank_for_wage(FactSource::citizen));
  CHECK(rank_for_wage(FactSource::citizen) < rank_for_wage(FactSource::municipality));
  CHECK(rank_for_holiday(FactSource::holiday_account) < rank_for_holiday(FactSource::income_register));
  CHECK(rank_for_wage(FactSource::municipality) < first_rank_of_expected);
}
