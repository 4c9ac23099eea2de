// The oracle against what others have published and against figures worked by hand from the rulebook's words.
#include "oracle/oracle.hpp"
#include "source_file.hpp"

#include <doctest/doctest.h>

using namespace oracle;

namespace {

const RateBook& book() {
  static const RateBook rates = RateBook::read(source_file("/src/rates/rates.csv"));
  return rates;
}

Number kr(const char* text) { return decimal(text); }
Ore ore(const char* text) { return to_ore(decimal(text)); }

MonthFacts am_month(Month subsidy_month, const char* am_income) {
  MonthFacts f;
  f.subsidy_month = subsidy_month;
  f.wage_month = month_before(subsidy_month);
  f.pay = kr(am_income);
  return f;
}

MonthFacts hourly_month(Month subsidy_month, const char* hourly, const char* weekly_hours) {
  MonthFacts f = am_month(subsidy_month, hourly);
  f.form = PayForm::hourly_wage;
  f.weekly_hours = kr(weekly_hours);
  return f;
}

MonthFacts with_ceiling(MonthFacts f, const char* amount) {
  f.ceiling.form = CeilingForm::amount;
  f.ceiling.amount = kr(amount);
  return f;
}

// Readings that are the same in every month, so that the rows do not depend on when a rule changed.
MonthOptions every_month_alike() {
  MonthOptions o;
  o.other_wage_under_ceiling = o.benefits_under_ceiling = o.care_under_ceiling = OtherWageUnderCeiling::excluded;
  o.round_to = RoundTo::oere;
  o.holiday_rule = HolidayRule::share;
  o.care_from = CareFrom::wage_month;
  return o;
}

MonthResult run(const MonthFacts& f, const MonthOptions& options = every_month_alike()) { return month(f, options, book()); }

}  // namespace

TEST_CASE("rounding is half up, towards plus infinity, below zero too") {
  CHECK(half_up(ratio(-6, 10)) == -1);
  CHECK(half_up(ratio(-5, 10)) == 0);
  CHECK(half_up(ratio(-4, 10)) == 0);
  CHECK(half_up(ratio(4, 10)) == 0);
  CHECK(half_up(ratio(5, 10)) == 1);
  CHECK(half_up(ratio(-15, 10)) == -1);
  CHECK(half_up(ratio(-16, 10)) == -2);
  CHECK(floor_of(ratio(-1, 3)) == -1);
  CHECK(floor_of(Number(-2)) == -2);
  CHECK(to_ore(kr("0.125")) == 13);
  CHECK(to_ore(kr("0.124999")) == 12);
  CHECK(to_krone(kr("12.50")) == 1300);
  CHECK(decimal("-12.05") == ratio(-1205, 100));
}

TEST_CASE("weekdays by the calendar") {
  CHECK(weekdays_in({2024, 2}) == 21);
  CHECK(weekdays_in({2023, 2}) == 20);
  CHECK(weekdays_in({2022, 5}) == 22);
  CHECK(weekdays_in({2026, 11}) == 21);
  CHECK(weekdays_between({2024, 3, 16}, {2024, 3, 31}) == 10);
  CHECK(weekdays_between({2024, 3, 2}, {2024, 3, 3}) == 0);
  CHECK(weekdays_between({2023, 12, 29}, {2024, 1, 2}) == 3);
}

TEST_CASE("rates are those of the day") {
  CHECK(book().get("fleksloentilskud_max_month", {2017, 6, 30}) == 18027);
  CHECK(book().get("fleksloentilskud_max_month", {2017, 7, 1}) == 18035);
  CHECK(book().get("obligatory_pension_pct", {2031, 1, 1}) == decimal("3.3"));
  CHECK(month_rates(book(), 2019, 12).obligatory_pension_share == 0);
  CHECK_FALSE(month_rates(book(), 2018, 5).conversion_rate_hour.has_value());
  CHECK_THROWS_AS(month_rates(book(), 2027, 1), std::out_of_range);
  CHECK_THROWS_AS(month_rates(book(), 2012, 12), std::out_of_range);
}

TEST_CASE("E1: STAR's form, 18 hours at 200 kr. in 2024, ATP counted") {
  MonthFacts f = hourly_month({2024, 3}, "200", "18");
  f.ceiling.form = CeilingForm::parts;
  f.ceiling.hourly = 200;
  MonthOptions options = every_month_alike();
  options.own_atp = OwnAtp::counted;
  const MonthResult r = run(f, options);
  CHECK(r.wage == 15600);
  CHECK(r.taper == 4680);
  CHECK(r.fleksloentilskud == ore("15272.00"));
  CHECK(to_ore(*r.full_ceiling) == ore("32066.67"));
  CHECK(r.total == 30872);
  CHECK(r.own_atp == ore("500"));  // 5 pct. is 763,60
  CHECK(r.payout == ore("14772"));
  CHECK(r.public_atp == ore("101"));          // 1,23 x (160,333.. - 78) = 101,27
  CHECK(r.obligatory_pension == ore("222"));  // 1,5 pct. of 14.772 = 221,58

  // As in the income register: the 66 kr. of own ATP of 78 hours a month are not in field 13.
  const MonthResult excluded = run(f);
  CHECK(excluded.own_atp_taken_out == 66);
  CHECK(excluded.fleksloentilskud == ore("15291.80"));
}

TEST_CASE("E2: kk.dk's example of 2020, with and without the ceiling") {
  CHECK(run(am_month({2020, 6}, "16000")).before_ceiling == kr("13642.25"));
  const MonthResult r = run(with_ceiling(am_month({2020, 6}, "16000"), "23545"));
  CHECK(r.before_ceiling == kr("13642.25"));
  CHECK(r.fleksloentilskud == ore("7545.00"));
  CHECK(r.ceiling_cut == kr("6097.25"));
  CHECK(r.taper_below == kr("4489.50"));
  CHECK(r.taper_above == kr("569.25"));
  CHECK_FALSE(r.public_atp.has_value());
}

TEST_CASE("E3: billund.dk's example of 2014") {
  CHECK(run(am_month({2014, 6}, "14000")).before_ceiling == kr("12973.50"));
  CHECK(run(am_month({2014, 6}, "14000")).obligatory_pension == 0);
}

TEST_CASE("E4: paid hours are hours present times intensity") {
  MonthFacts f = hourly_month({2024, 3}, "150", "20");
  f.intensity_pct = 50;
  CHECK(*run(f).paid_hours == monthly_hours(Number(10)));
  f.weekly_hours = 12;
  CHECK(*run(f).paid_hours == 26);
  f.weekly_hours = 9;
  f.intensity_pct = 75;
  CHECK(*run(f).paid_hours == monthly_hours(decimal("6.75")));
  f.weekly_hours = 12;
  f.intensity_pct = 85;
  CHECK(*run(f).paid_hours == monthly_hours(decimal("10.2")));
  CHECK(monthly_hours(Number(37)) == ratio(481, 3));
}

TEST_CASE("FLT-2: rates of the subsidy month or of the wage month") {
  const MonthFacts f = am_month({2024, 1}, "10000");
  MonthOptions options = every_month_alike();
  CHECK(run(f, options).before_ceiling == 16952);
  options.rates_of = RatesOf::wage_month;
  CHECK(run(f, options).before_ceiling == 16333);
}

TEST_CASE("FLT-3: no wage of the fleksjob, no subsidy") {
  MonthFacts f = am_month({2024, 3}, "0");
  CHECK_FALSE(run(f).entitled);
  CHECK(run(f).fleksloentilskud == 0);
  f.other_wage = 8000;  // another job is not enough
  CHECK_FALSE(run(f).entitled);
  CHECK(run(f).taper == 2400);
  f.care_income = 1000;  // care income is, from 2024
  CHECK(run(f).before_ceiling == 19952 - 2700);
  f.subsidy_month = {2024, 1};
  f.wage_month = {2023, 12};
  CHECK_FALSE(run(f).entitled);
  CHECK(run(f).other_wage == 8000);
  MonthOptions by_subsidy_month = every_month_alike();
  by_subsidy_month.care_from = CareFrom::subsidy_month;
  CHECK(run(f, by_subsidy_month).before_ceiling == 19952 - 2700);
}

TEST_CASE("FLT-5: pensions in kroner and in per cent") {
  MonthFacts f = am_month({2024, 3}, "10000");
  f.own_pension = {PensionForm::kroner, 400};
  f.employer_pension = {PensionForm::kroner, 800};
  CHECK(run(f).wage == 11200);

  f.form = PayForm::monthly_wage;  // 10.000 before own pension and ATP
  f.own_pension = {PensionForm::percent, 4};
  f.employer_pension = {PensionForm::percent, 8};
  f.paid_hours = 80;
  const MonthResult r = run(f);
  CHECK(r.own_pension == 400);
  CHECK(r.employer_pension == 800);
  CHECK(r.wage == 10000 - 66 + 800);
  MonthOptions counted = every_month_alike();
  counted.own_atp = OwnAtp::counted;
  CHECK(run(f, counted).wage == 10800);
  f.paid_hours.reset();
  CHECK(run(f, counted).wage == 10800);
  CHECK_THROWS_AS(run(f), std::invalid_argument);
}

TEST_CASE("FLT-9: a daily benefit is deducted in full; with no wage the two are M") {
  MonthFacts f = am_month({2024, 3}, "0");
  f.daily_benefit = 12000;
  CHECK(run(f).before_ceiling == 7952);
  f.pay = 5000;
  CHECK(run(f).before_ceiling == 6452);
  f.daily_benefit = 20000;
  CHECK(run(f).fleksloentilskud == 0);
}

TEST_CASE("FLT-11: other wage under the ceiling") {
  MonthFacts f = with_ceiling(am_month({2024, 3}, "10000"), "25000");
  f.other_wage = 2000;
  CHECK(run(f).before_ceiling == 16352);
  CHECK(run(f).fleksloentilskud == ore("15000"));
  MonthOptions included = every_month_alike();
  included.other_wage_under_ceiling = OtherWageUnderCeiling::included;
  CHECK(run(f, included).fleksloentilskud == ore("13000"));
  f.ceiling.amount = 9000;
  CHECK(run(f).fleksloentilskud == 0);
  CHECK(run(f).ceiling_cut == 16352);
}

TEST_CASE("FLT-12: days on ledighedsydelse") {
  MonthFacts f = am_month({2024, 3}, "10000");
  f.ledighedsydelse_days = 5;
  const MonthResult r = run(f);  // 16.952 x (1 - 5 x 12/260) = 16.952 x 10/13
  CHECK(r.after_holiday == ratio(169520, 13));
  CHECK(r.fleksloentilskud == ore("13040.00"));
  f.ledighedsydelse_days = decimal("2.5");
  CHECK(run(f).after_holiday == Number(16952) * ratio(23, 26));
  f.ledighedsydelse_days = 22;
  CHECK(run(f).fleksloentilskud == 0);
}

TEST_CASE("FLT-13: part of a month reduces base and ceiling") {
  MonthFacts f = with_ceiling(am_month({2024, 3}, "5000"), "21000");
  f.covered_weekdays = 7;
  f.all_weekdays = 21;  // February 2024
  const MonthResult r = run(f);
  CHECK(r.base == ratio(19952, 3));
  CHECK(*r.ceiling == 7000);
  CHECK(r.before_ceiling == ratio(19952, 3) - 1500);
  CHECK(r.fleksloentilskud == ore("2000"));
}

TEST_CASE("FLT-14: rounded once, half up, to øre or krone") {
  // 2024: 30 pct. of 0,05 is 0,015, so the exact amount ends on half an øre.
  const MonthFacts f = am_month({2024, 3}, "10000.05");
  CHECK(run(f).after_holiday == kr("16951.985"));
  CHECK(run(f).fleksloentilskud == ore("16951.99"));
  MonthOptions krone = every_month_alike();
  krone.round_to = RoundTo::krone;
  CHECK(run(am_month({2024, 3}, "10005"), krone).fleksloentilskud == ore("16951"));  // 16.950,50
  CHECK(run(am_month({2024, 3}, "10005.10"), krone).fleksloentilskud == ore("16950"));
}

TEST_CASE("FLT-17: 5 pct. to the nearest krone, at most 500") {
  // Base 19.952 and a ceiling that sets the subsidy.
  CHECK(run(with_ceiling(am_month({2024, 3}, "10000"), "10010")).own_atp == ore("1"));  // 0,50
  CHECK(run(with_ceiling(am_month({2024, 3}, "10000"), "10009.99")).own_atp == ore("0"));
  CHECK(run(with_ceiling(am_month({2024, 3}, "10000"), "19989.99")).own_atp == ore("499"));  // 499,4995
  CHECK(run(with_ceiling(am_month({2024, 3}, "10000"), "19990")).own_atp == ore("500"));
  CHECK(run(with_ceiling(am_month({2024, 3}, "10000"), "24000")).own_atp == ore("500"));
}

TEST_CASE("FLT-18: public ATP by paid hours") {
  MonthFacts f = am_month({2022, 5}, "8000");
  f.paid_hours = decimal("38.99");
  CHECK(run(f).public_atp == ore("284"));
  f.paid_hours = 39;  // 1,18 x 121,333.. = 143,17
  CHECK(run(f).public_atp == ore("143"));
  f.paid_hours = 170;
  CHECK(run(f).public_atp == 0);
  f = with_ceiling(f, "8000");
  f.paid_hours = 39;
  CHECK(run(f).fleksloentilskud == 0);
  CHECK(run(f).public_atp == 0);
  f.paid_hours.reset();
  CHECK_FALSE(run(f).public_atp.has_value());
}

TEST_CASE("FLT-19: obligatory pension of what is paid out") {
  CHECK(run(am_month({2022, 5}, "10000")).obligatory_pension == ore("139"));  // 0,9 pct. of 15.964 - 500 = 139,18
  CHECK(run(am_month({2019, 5}, "10000")).obligatory_pension == 0);
}

TEST_CASE("section 6: the ATP bands of the wage are steps") {
  const MonthRates r = month_rates(book(), 2024, 1);
  CHECK(own_atp_of_wage(decimal("38.9999"), r) == 0);
  CHECK(own_atp_of_wage(39, r) == 33);
  CHECK(own_atp_of_wage(decimal("77.9999"), r) == 33);
  CHECK(own_atp_of_wage(78, r) == 66);
  CHECK(own_atp_of_wage(117, r) == 99);
  CHECK(employer_atp_of_wage(39, r) == 66);
  CHECK(employer_atp_of_wage(78, r) == 132);
  CHECK(employer_atp_of_wage(117, r) == 198);
  CHECK(employer_atp_of_wage(0, r) == 0);
}

// ---- section 7: tax of a year ---------------------------------------------------------------------------------------

namespace {

TaxRates table_of_2021() {
  TaxRates r = tax_rates(book(), 2021);
  r.bottom = decimal("12.11") / 100;  // as the table with the check values has it
  return r;
}

}  // namespace

TEST_CASE("tax: wage of 120.000 in 2021, Copenhagen, no church") {
  TaxFacts f;
  f.gross_pay = 120000;
  f.municipal_pct = decimal("23.80");
  const TaxResult r = tax(f, table_of_2021());
  CHECK(r.am_contribution == 9600);
  CHECK(r.personal_income == 110400);
  CHECK(r.employment_deduction == 12720);
  CHECK(r.job_deduction == 0);
  CHECK(r.tax_unrounded == decimal("19847.31"));
  CHECK(r.am_and_tax == 29447);
}

TEST_CASE("tax: pension income of 240.000 in 2021") {
  TaxFacts f;
  f.income_without_am = 240000;
  f.municipal_pct = decimal("23.80");
  const TaxResult r = tax(f, table_of_2021());
  CHECK(r.am_contribution == 0);
  CHECK(r.employment_deduction == 0);
  CHECK(r.am_and_tax == 69414);
}

TEST_CASE("tax: deductions meet their maxima") {
  TaxFacts f;
  f.municipal_pct = 25;
  f.single_parent = true;
  f.gross_pay = 360000;
  f.employer_pension = 30000;
  f.employer_atp = decimal("2376");
  const TaxRates r = tax_rates(book(), 2024);
  CHECK(tax(f, r).work_base == 392376);
  CHECK(tax(f, r).employment_deduction == decimal("41788.044"));   // 10,65 pct.
  CHECK(tax(f, r).single_parent_deduction == decimal("24523.5"));  // 6,25 pct.
  CHECK(tax(f, r).job_deduction == 2800);                          // 4,5 pct. of 176.276 is more
  f.gross_pay = 420000;
  CHECK(tax(f, r).employment_deduction == 45100);
  CHECK(tax(f, r).single_parent_deduction == 25300);
}

TEST_CASE("tax: unused allowance, AM-bidrag alone, and a municipal tax of 0") {
  TaxFacts f;
  f.gross_pay = 40000;
  f.municipal_pct = 25;
  const TaxResult r = tax(f, tax_rates(book(), 2024));
  CHECK(r.tax_unrounded == 0);
  CHECK(r.am_and_tax == 3200);
  CHECK(r.tax == 0);
  f.gross_pay = decimal("40006.30");  // AM 3.200,504: the sum would be cut to 3.200, and there is no tax to take the rest of
  CHECK(tax(f, tax_rates(book(), 2024)).tax == 0);
  CHECK(tax(f, tax_rates(book(), 2024)).am_and_tax == decimal("3200.504"));
}

TEST_CASE("tax: the ceilings lower top, middle and top-top, never bottom and municipal") {
  TaxFacts f;
  f.income_without_am = 700000;
  f.municipal_pct = 25;  // 2024: 12,01 + 25 + 15 = 52,01, within 52,07
  CHECK(tax(f, tax_rates(book(), 2024)).top_rate == decimal("0.15"));
  CHECK(tax(f, tax_rates(book(), 2024)).top == decimal("0.15") * (700000 - 588900));
  f.municipal_pct = decimal("26.3");  // 12,01 + 26,3 + 13,76 = 52,07
  CHECK(tax(f, tax_rates(book(), 2024)).top_rate == decimal("0.1376"));

  f.income_without_am = 3000000;  // 2026
  f.municipal_pct = 25;           // 12,01 + 25 + 7,5 = 44,51; + 7,5 = 52,01; + 5 = 57,01
  TaxResult r = tax(f, tax_rates(book(), 2026));
  CHECK(r.middle_rate == decimal("0.075"));
  CHECK(r.top_rate == decimal("0.075"));
  CHECK(r.toptop_rate == decimal("0.05"));
  CHECK(r.middle == decimal("0.075") * (3000000 - 641200));
  CHECK(r.top == decimal("0.075") * (3000000 - 777900));
  CHECK(r.toptop == decimal("0.05") * (3000000 - 2592700));
  f.municipal_pct = decimal("26.3");  // middle 44,57 - 38,31 = 6,26; top 52,07 - 44,57 = 7,5; top-top 5
  r = tax(f, tax_rates(book(), 2026));
  CHECK(r.middle_rate == decimal("0.0626"));
  CHECK(r.top_rate == decimal("0.075"));
  CHECK(r.toptop_rate == decimal("0.05"));
}

// ---- section 8 ------------------------------------------------------------------------------------------------------

TEST_CASE("housing benefit: each of its limits") {
  const HousingRates r = *housing_rates(book(), 2026);
  CHECK_FALSE(housing_rates(book(), 2016).has_value());
  const auto benefit = [&](const Number& rent, const Number& income, int children) {
    Home home;
    home.rent = rent / 12;
    home.children = children;
    return housing_benefit(home, income, r);
  };
  CHECK(benefit(96000, 200000, 1) == 50412);             // 57.600 - 5.346 = 52.254, maximum
  CHECK(benefit(96000, 220000, 1) == decimal("48654"));  // 57.600 - 18 pct. of 49.700
  CHECK(benefit(96000, 220000, 2) == 50412);             // limit 215.200
  CHECK(benefit(96000, 400000, 4) == decimal("40500"));  // limit 305.000
  CHECK(benefit(96000, 400000, 6) == decimal("40500"));
  CHECK(benefit(96000, 100000, 4) == 57600);              // the maximum is a quarter more, 63.015
  CHECK(benefit(60000, 100000, 1) == 31300);              // rent less 28.700
  CHECK(benefit(96000, 200000, 0) == 14325);              // 15 pct. of the highest rent, 95.500
  CHECK(benefit(120000, 300000, 1) == decimal("36834"));  // 95.500 + 5 pct. = 100.300: 60.180 - 18 pct. of 129.700
  CHECK(benefit(96000, 600000, 0) == 0);
  CHECK(benefit(20000, 100000, 1) == 0);
  Home home;
  home.rent = 7600;
  home.area = 60;
  home.heat_apart = true;
  CHECK(housing_a_month(home, 432000, r, true) == 740);  // 8.874 a year
  CHECK(housing_a_month(home, 468000, r, true) == 0);    // 2.394 a year is below 3.696
  home.wealth = 1000000;
  CHECK(housing_a_month(home, 396000, r, true) == 1124);  // 10.360 of the wealth
}

TEST_CASE("health contribution and the work base of 2017") {
  TaxFacts f;
  f.gross_pay = 300000;
  f.own_pension = 12000;
  f.employer_pension = 24000;
  f.municipal_pct = 25;
  const TaxResult r = tax(f, tax_rates(book(), 2017));
  CHECK(r.am_contribution == 23040);
  CHECK(r.personal_income == 264960);
  CHECK(r.work_base == 288000);            // after pension
  CHECK(r.employment_deduction == 25200);  // 8,75 pct.
  CHECK(r.job_deduction == 0);
  CHECK(r.health == decimal("4795.2"));            // 2 pct. of 239.760
  CHECK(r.bottom == decimal("26707.968"));         // 10,08 pct.
  CHECK(r.allowance_value == decimal("16686"));    // 37,08 pct. of 45.000
  CHECK(r.tax_unrounded == decimal("74757.168"));  // 26.707,968 + 59.940 + 4.795,20 - 16.686
}

TEST_CASE("seniors, transport and union fee") {
  CHECK(transport_and_union(20, 200, 0, book(), 2026) == 0);
  CHECK(transport_and_union(60, 200, 0, book(), 2026) == decimal("16416"));      // 36 km of 2,28
  CHECK(transport_and_union(130, 100, 8000, book(), 2026) == decimal("30028"));  // 96 x 2,28 + 10 x 1,14 = 230,28; 7.000
  TaxFacts f;
  f.gross_pay = 300000;
  f.birth_year = 1960;  // 67 in 2027
  CHECK(tax(f, tax_rates(book(), 2026)).senior_deduction == 4200);
  f.birth_year = 1961;
  CHECK(tax(f, tax_rates(book(), 2026)).senior_deduction == 4200);
  f.birth_year = 1962;
  CHECK(tax(f, tax_rates(book(), 2026)).senior_deduction == 0);
  f.birth_year = 1959;
  CHECK(tax(f, tax_rates(book(), 2026)).senior_deduction == 0);
}

TEST_CASE("daycare by income, and child benefit") {
  const DaycareRates r = *daycare_rates(book(), 2026);
  CHECK(daycare(218100, 1, 4000, 1, false, r) == 0);
  CHECK(daycare(218101, 1, 4000, 1, false, r) == 200);  // 5 pct.
  CHECK(daycare(218101 + 4835, 1, 4000, 1, false, r) == 200);
  CHECK(daycare(218101 + 4836, 1, 4000, 1, false, r) == 240);  // 6 pct.
  CHECK(daycare(677499, 1, 4000, 1, false, r) == 3960);        // 99 pct.
  CHECK(daycare(677500, 1, 4000, 1, false, r) == 4000);
  CHECK(daycare(301418, 2, 4000, 2, true, r) == 300);  // 218.101 + 7.000 + 76.317; one and a half fee
  CHECK(daycare(301417, 2, 4000, 2, true, r) == 0);
  const ChildRates c = *child_rates(book(), 2026);
  CHECK(child_benefit({1, 5, 10}, false, 300000, c) == decimal("4320"));  // 21.480 + 16.992 + 13.368
  CHECK(child_benefit({5}, true, 300000, c) == (Number(16992) + 6964 + 7096) / 12);
}

// ---- the net picture ------------------------------------------------------------------------------------------------

namespace {

NetFacts citizen(const char* hourly, int hours, OwnAtp own_atp) {
  NetFacts f;
  f.hourly_wage = kr(hourly);
  f.weekly_hours = hours;
  f.municipal_pct = 25;
  f.own_atp = own_atp;
  return f;
}

}  // namespace

TEST_CASE("120 kr. an hour in 2024: the ceiling takes every hour") {
  const YearRates rates = year_rates(book(), 2024);
  NetResult before = net(citizen("120", 1, OwnAtp::counted), rates);
  CHECK(before.row.in_hand == ore("13324.83"));
  for (int hours = 1; hours <= 37; ++hours) {
    const NetResult at = net(citizen("120", hours, OwnAtp::counted), rates);
    CHECK(at.row.gross_pay + at.row.fleksloentilskud == ore("19240.00"));
    if (hours > 1) {
      const Extra e = extra(before, at);
      CHECK(identity_holds(e));
      CHECK(e.verdict != Verdict::pays);
      CHECK(e.taken_ceiling > 0);
    }
    before = at;
  }
  CHECK(before.row.in_hand == ore("13158.83"));
  CHECK(to_ore(no_gain_hourly_wage(rates.month)) == ore("124.44"));
  CHECK(to_ore(no_gain_hourly_wage(month_rates(book(), 2018, 1))) == ore("113.89"));  // E5
}

TEST_CASE("a raise from 200 to 220 kr. at 20 hours keeps 45 pct.; from 125 to 145 the ceiling follows") {
  const YearRates rates = year_rates(book(), 2022);
  const auto both = [&](const char* hourly) {
    const NetResult r = net(citizen(hourly, 20, OwnAtp::counted), rates);
    return Number(r.exact.gross_pay + r.subsidy->after_holiday);
  };
  CHECK(both("220") - both("200") == Number(20 * 20) * 52 / 12 * 45 / 100);
  CHECK(to_ore(both("145") - both("125")) == ore("3206.67"));
}

TEST_CASE("the first row without a job is ledighedsydelse, and the identity holds into the first hour") {
  const YearRates rates = year_rates(book(), 2024);
  NetFacts f = citizen("160", 0, OwnAtp::excluded);
  f.own_pension_pct = 4;
  f.employer_pension_pct = 8;
  const NetResult none = net(f, rates);
  CHECK(none.row.ledighedsydelse == ore("18137"));
  CHECK(none.row.ledighedsydelse_atp_own == ore("99"));
  CHECK(none.row.public_atp == ore("198"));
  CHECK(none.row.obligatory_pension == ore("271"));  // 1,5 pct. of 18.038 = 270,57
  CHECK(none.row.gross_pay == 0);
  CHECK(none.row.am_contribution == 0);
  // 18.038 x 12 = 216.456; 37,01 pct. of (216.456 - 49.700) = 61.716,3956, cut to kroner, a twelfth
  CHECK(none.row.tax == ore("5143"));
  CHECK(none.row.in_hand == ore("12895"));
  CHECK(none.row.pension_saved == ore("568"));
  f.weekly_hours = 1;
  const NetResult one = net(f, rates);
  const Extra e = extra(none, one);
  CHECK(identity_holds(e));
  CHECK(e.given == one.row.fleksloentilskud);
  CHECK(e.taken_ledighedsydelse == ore("18137"));
  CHECK(e.taken_taper == 0);
  CHECK(e.taken_ceiling == 0);
}

TEST_CASE("a whole row worked by hand: 2025, 180 kr., 20 hours, pension 4 and 8 pct., 24,5 + 0,9 pct., rent, 2 children") {
  NetFacts f = citizen("180", 20, OwnAtp::excluded);
  f.own_pension_pct = 4;
  f.employer_pension_pct = 8;
  f.municipal_pct = decimal("24.5");
  f.church_pct = decimal("0.9");
  f.children = 2;
  f.single_parent = true;
  f.rent = 9000;
  const NetResult r = net(f, year_rates(book(), 2025));
  CHECK(r.row.gross_pay == ore("15600"));  // 180 x 86,666.. hours
  CHECK(r.row.own_pension == ore("624"));
  CHECK(r.row.employer_pension == ore("1248"));
  CHECK(r.row.wage_atp_own == ore("66"));  // 78 to 117 hours
  CHECK(r.row.wage_atp_employer == ore("132"));
  CHECK(r.subsidy->wage == 16782);                   // 15.600 - 66 + 1.248, below 16.911
  CHECK(*r.subsidy->ceiling == decimal("31168.8"));  // 28.860 x 1,08
  CHECK(r.row.fleksloentilskud == ore("14387"));     // 20.670 - 5.034,60 = 15.635,40; the ceiling leaves 14.386,80
  CHECK(r.ceiling_cut == decimal("1248.6"));
  CHECK(r.row.subsidy_atp_own == ore("500"));
  CHECK(r.row.public_atp == ore("91"));            // 1,23 x 73,666.. = 90,61
  CHECK(r.row.obligatory_pension == ore("250"));   // 1,8 pct. of 13.887 = 249,97
  CHECK(r.row.am_contribution == ore("1192.80"));  // 8 pct. of 14.910
  // A year: PI = 12 x (14.910 - 1.192,80 + 13.887) = 331.250,40. W = 12 x 16.980 = 203.760.
  CHECK(r.tax_year.personal_income == decimal("331250.4"));
  CHECK(r.tax_year.work_base == 203760);
  CHECK(r.tax_year.employment_deduction == decimal("25062.48"));    // 12,3 pct.
  CHECK(r.tax_year.single_parent_deduction == decimal("23432.4"));  // 11,5 pct.
  CHECK(r.tax_year.job_deduction == 0);
  // 12,01 pct. of 331.250,40 = 39.783,17304; 25,4 pct. of 282.755,52 = 71.819,90208; allowance 37,41 pct. of 51.600 = 19.303,56
  CHECK(r.tax_year.tax_unrounded == decimal("92299.51512"));
  // with AM of 14.313,60: 106.613,11512, cut to 106.613; tax 92.299,40 a year
  CHECK(r.tax_year.am_and_tax == 106613);
  CHECK(r.row.tax == ore("7691.62"));
  // rent 108.000, at most 103.600: 62.160 - 18 pct. of (331.250,40 - 212.100 = 119.150,40) = 40.712,928 a year
  CHECK(r.row.housing_benefit == ore("3393"));
  CHECK(r.row.in_hand == ore("23305.58") /* 15600-624-66-1192.80-7691.62+14387-500+3393 */);
  CHECK(r.row.pension_saved == ore("2911"));
}

TEST_CASE("without rounding the picture is linear between events") {
  const YearRates rates = year_rates(book(), 2024);
  NetFacts f = citizen("200", 10, OwnAtp::excluded);  // from 10 to 12 hours nothing happens: no band, below T, no ceiling
  const Number at10 = net_without_rounding(f, rates).exact.in_hand;
  f.weekly_hours = 11;
  const Number at11 = net_without_rounding(f, rates).exact.in_hand;
  f.weekly_hours = 12;
  const Number at12 = net_without_rounding(f, rates).exact.in_hand;
  CHECK(at12 - at11 == at11 - at10);
  // An hour is 866,67 of pay: AM 8 pct. of it; the subsidy falls 30 pct.; tax on 62 pct. less 10,65 pct. of it in the
  // municipal base; ATP of the subsidy is at its maximum.
  const Number pay = ratio(200 * 52, 12);
  const Number taxed = decimal("0.62");
  const Number expected = pay * (taxed - decimal("0.1201") * taxed - decimal("0.25") * (taxed - decimal("0.1065")));
  CHECK(at11 - at10 == expected);
}

// ---- section 4: ledighedsydelse -------------------------------------------------------------------------------------

namespace {

BenefitFacts full_benefit(Month m) {
  BenefitFacts f;
  f.month = m;
  return f;
}

BenefitResult run(const BenefitFacts& f) { return ledighedsydelse(f, month_rates(book(), f.month.year, f.month.month)); }

}  // namespace

TEST_CASE("ledighedsydelse of May 2022: whole month, with a wage, and 10 weekdays") {
  BenefitFacts f = full_benefit({2022, 5});
  BenefitResult r = run(f);
  CHECK(r.ledighedsydelse == ore("17222.00"));
  CHECK(r.own_atp == ore("95.00"));
  CHECK(r.public_atp == ore("189"));
  CHECK(r.payable_weekdays == 22);
  CHECK(r.obligatory_pension == ore("154"));  // 0,9 pct. of 17.127 = 154,14

  f.am_income = 3000;
  CHECK(run(f).ledighedsydelse == ore("16322.00"));
  CHECK(run(f).own_atp == ore("95"));

  f.am_income = 0;
  f.entitled_weekdays = 10;
  r = run(f);
  CHECK(r.ledighedsydelse == ore("7949"));  // 7.948,62
  CHECK(r.daily_amount == Number(17222) * 12 / 260);
  CHECK(r.own_atp == ore("43"));  // 10/22 of 95; the limit is 10/22 of 11.716
  CHECK(r.public_atp == ore("86"));
  CHECK(r.obligatory_pension == ore("71"));  // 0,9 pct. of 7.906 = 71,15
}

TEST_CASE("LY-4: sanctions and holiday days not taken come off, never below nothing, never above the month") {
  BenefitFacts f = full_benefit({2022, 5});
  f.sanction_days = 15;
  CHECK(run(f).payable_weekdays == 7);
  CHECK(run(f).part_base == Number(17222) * 12 / 260 * 7);
  f.untaken_holiday_days = 10;
  CHECK(run(f).ledighedsydelse == 0);
  f = full_benefit({2024, 5});  // 23 weekdays: 22 of them are more than a month's 21,67
  f.entitled_weekdays = 22;
  CHECK(run(f).part_base == 18137);
  f.entitled_weekdays = 21;
  CHECK(run(f).ledighedsydelse == ore("17579"));  // 18.137 x 252/260 = 17.578,94
  f = full_benefit({2024, 2});                    // 21 weekdays: all of them are the month
  f.entitled_weekdays = 21;
  CHECK(run(f).ledighedsydelse == ore("18137"));
}

TEST_CASE("LY-5, LY-6: 30 pct. to the threshold, 55 above; hours of one's own count at the conversion rate") {
  BenefitFacts f = full_benefit({2024, 6});
  f.am_income = 15000;
  f.own_pension = 500;
  f.employer_pension = 1000;
  f.replacing_income = 823;
  CHECK(run(f).income == 17323);
  CHECK(run(f).offset == decimal("4896.9") + 550);  // 16.323 and 1.000
  CHECK(run(f).ledighedsydelse == ore("12690"));
  f = full_benefit({2024, 6});
  f.self_employed_hours = 20;
  CHECK(run(f).offset == decimal("1666.56"));  // 30 pct. of 5.555,20
  f.month = {2016, 6};
  CHECK_THROWS_AS(run(f), std::out_of_range);
  f = full_benefit({2024, 6});
  f.am_income = 60000;
  CHECK(run(f).ledighedsydelse == 0);
  CHECK(run(f).payout == 0);
}

TEST_CASE("LY-9: holiday pay first, topped up to the daily amount") {
  BenefitFacts f = full_benefit({2025, 7});  // 18.772: 866,4 a day
  f.holiday_days = 5;
  f.holiday_pay_per_day = 600;
  BenefitResult r = run(f);
  CHECK(r.daily_amount == decimal("866.4"));
  CHECK(r.after_offset == 18772 - 4332);
  CHECK(r.holiday_top_up == 1332);
  CHECK(r.ledighedsydelse == ore("15772"));
  f.holiday_pay_per_day = 900;
  CHECK(run(f).holiday_top_up == 0);
  f.holiday_pay_per_day = 600;
  f.am_income = 80000;
  CHECK(run(f).ledighedsydelse == ore("1332"));  // the offset does not reach the top-up
}

TEST_CASE("LY-13: ATP only from the low amount up") {
  BenefitFacts f = full_benefit({2022, 5});
  f.am_income = 5510;  // 30 pct. = 1.653: 15.569, one krone below low_provider
  CHECK(run(f).ledighedsydelse == ore("15569"));
  CHECK(run(f).own_atp == ore("95"));
  f.provider = true;
  CHECK(run(f).own_atp == 0);
  f.am_income = decimal("5506.66");  // 15.570,002
  CHECK(run(f).own_atp == ore("95"));
  f = full_benefit({2022, 5});
  f.benefit_class = BenefitClass::low_provider;
  CHECK(run(f).ledighedsydelse == ore("15570"));
  CHECK(run(f).own_atp == ore("95"));
  f.am_income = 2;  // 15.569,40
  CHECK(run(f).own_atp == 0);
  f.benefit_class = BenefitClass::low_nonprovider;
  f.provider = true;  // counts for class full only
  f.am_income = 0;
  CHECK(run(f).own_atp == ore("95"));
}

TEST_CASE("E6: self-employed grant, 2019, income 48.000") {
  CHECK(self_employed_grant(book(), 2019, 48000).grant == ore("126806"));
  CHECK(self_employed_grant(book(), 2019, 600000).grant == 0);
}

// ---- sections 2 and 5 -----------------------------------------------------------------------------------------------

TEST_CASE("the normal-wage ceiling from its parts") {
  CeilingParts p;
  p.hourly = 200;
  p.employer_pension_pct = 8;
  CHECK(normal_wage_ceiling(p, 37) == 34632);
  p.hourly.reset();
  p.monthly_base = 30000;
  p.supplements = 1500;
  p.bonus = 500;
  p.holiday_supplement = 320;
  CHECK(normal_wage_ceiling(p, 37) == 32000 + 2560 + 320);
  p.hourly = 200;
  CHECK_THROWS_AS(normal_wage_ceiling(p, 37), std::invalid_argument);
}

TEST_CASE("holiday of a whole ferieår, kind allowance") {
  HolidayFacts f;
  f.from = {2024, 9, 1};
  f.to = {2025, 8, 31};
  f.monthly_pay = 12000;
  const HolidayResult r = holiday(f, book());
  CHECK(r.days_earned == 25);
  CHECK(r.qualifying_pay == 144000);
  CHECK(r.holiday_allowance == 18000);
  CHECK(r.holiday_supplement == 0);
  CHECK(*r.per_day == 720);
  CHECK(r.great_prayer_day_supplement == 0);
}

TEST_CASE("holiday of parts, kind pay") {
  HolidayFacts f;
  f.kind = HolidayKind::pay;
  f.from = {2023, 12, 16};
  f.to = {2024, 2, 29};
  f.monthly_pay = 31000;
  const HolidayResult r = holiday(f, book());
  CHECK(r.days_earned == decimal("5.28"));  // 16 x 0,07 = 1,12, and 2 x 2,08
  CHECK(r.qualifying_pay == 16000 + 62000);
  CHECK(r.holiday_supplement == 780);
  CHECK(r.great_prayer_day_supplement == 279);  // 0,45 pct. of the 62.000 of 2024
  CHECK(r.holiday_allowance == 0);
  f.from = {2024, 3, 2};
  f.to = {2024, 3, 31};  // 30 days x 0,07 is more than 2,08
  CHECK(holiday(f, book()).days_earned == decimal("2.08"));
  f.from = {2024, 1, 1};
  f.to = {2024, 12, 31};
  CHECK(holiday(f, book()).days_earned == decimal("24.96"));
}
