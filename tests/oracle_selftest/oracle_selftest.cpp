// The oracle against what others have published and against figures worked by hand from the rulebook's words.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#define DOCTEST_CONFIG_VOID_CAST_EXPRESSIONS
#include <doctest/doctest.h>

#include "../oracle/oracle.hpp"

#ifndef FLEKS_RATES_CSV
#define FLEKS_RATES_CSV (std::filesystem::path(__FILE__).parent_path() / "../../src/rates/rates.csv")
#endif

using namespace oracle;

namespace {

const RateBook& book() {
    static const RateBook rates = RateBook::read(FLEKS_RATES_CSV);
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

MonthResult run(const MonthFacts& f, const MonthOptions& options = {}) { return month(f, options, book()); }

} // namespace

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
    CHECK(month_rates(book(), 2019, 12).obligatory_pension_pct == 0);
    CHECK_FALSE(month_rates(book(), 2023, 5).conversion_rate_hour.has_value());
    CHECK_THROWS_AS(month_rates(book(), 2027, 1), std::out_of_range);
    CHECK_THROWS_AS(month_rates(book(), 2012, 12), std::out_of_range);
}

TEST_CASE("E1: STAR's form, 18 hours at 200 kr. in 2024, ATP counted") {
    MonthFacts f = hourly_month({2024, 3}, "200", "18");
    f.ceiling.form = CeilingForm::parts;
    f.ceiling.hourly = 200;
    MonthOptions options;
    options.own_atp = OwnAtp::counted;
    const MonthResult r = run(f, options);
    CHECK(r.wage == 15600);
    CHECK(r.taper == 4680);
    CHECK(r.fleksloentilskud == ore("15272.00"));
    CHECK(to_ore(*r.full_ceiling) == ore("32066.67"));
    CHECK(r.total == 30872);
    CHECK(r.own_atp == ore("500"));            // 5 pct. is 763,60
    CHECK(r.payout == ore("14772"));
    CHECK(r.public_atp == ore("101"));         // 1,23 x (160,333.. - 78) = 101,27
    CHECK(r.obligatory_pension == ore("222")); // 1,5 pct. of 14.772 = 221,58

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
    MonthOptions options;
    CHECK(run(f, options).before_ceiling == 16952);
    options.rates_of = RatesOf::wage_month;
    CHECK(run(f, options).before_ceiling == 16333);
}

TEST_CASE("FLT-3: no wage of the fleksjob, no subsidy") {
    MonthFacts f = am_month({2024, 3}, "0");
    CHECK_FALSE(run(f).entitled);
    CHECK(run(f).fleksloentilskud == 0);
    f.other_wage = 8000; // another job is not enough
    CHECK_FALSE(run(f).entitled);
    CHECK(run(f).taper == 2400);
    f.care_income = 1000; // care income is, from 2024
    CHECK(run(f).before_ceiling == 19952 - 2700);
    f.subsidy_month = {2024, 1};
    f.wage_month = {2023, 12};
    CHECK_FALSE(run(f).entitled);
    CHECK(run(f).other_wage == 8000);
    MonthOptions by_subsidy_month;
    by_subsidy_month.care_from = CareFrom::subsidy_month;
    CHECK(run(f, by_subsidy_month).before_ceiling == 19952 - 2700);
}

TEST_CASE("FLT-5: pensions in kroner and in per cent") {
    MonthFacts f = am_month({2024, 3}, "10000");
    f.own_pension = {PensionForm::kroner, 400};
    f.employer_pension = {PensionForm::kroner, 800};
    CHECK(run(f).wage == 11200);

    f.form = PayForm::monthly_wage; // 10.000 before own pension and ATP
    f.own_pension = {PensionForm::percent, 4};
    f.employer_pension = {PensionForm::percent, 8};
    f.paid_hours = 80;
    const MonthResult r = run(f);
    CHECK(r.own_pension == 400);
    CHECK(r.employer_pension == 800);
    CHECK(r.wage == 10000 - 66 + 800);
    MonthOptions counted;
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
    MonthOptions included;
    included.other_wage_under_ceiling = OtherWageUnderCeiling::included;
    CHECK(run(f, included).fleksloentilskud == ore("13000"));
    f.ceiling.amount = 9000;
    CHECK(run(f).fleksloentilskud == 0);
    CHECK(run(f).ceiling_cut == 16352);
}

TEST_CASE("FLT-12: days on ledighedsydelse") {
    MonthFacts f = am_month({2024, 3}, "10000");
    f.ledighedsydelse_days = 5;
    const MonthResult r = run(f); // 16.952 x (1 - 5 x 12/260) = 16.952 x 10/13
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
    f.all_weekdays = 21; // February 2024
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
    MonthOptions krone;
    krone.round_to = RoundTo::krone;
    CHECK(run(am_month({2024, 3}, "10005"), krone).fleksloentilskud == ore("16951")); // 16.950,50
    CHECK(run(am_month({2024, 3}, "10005.10"), krone).fleksloentilskud == ore("16950"));
}

TEST_CASE("FLT-17: 5 pct. to the nearest krone, at most 500") {
    // Base 19.952 and a ceiling that sets the subsidy.
    CHECK(run(with_ceiling(am_month({2024, 3}, "10000"), "10010")).own_atp == ore("1"));     // 0,50
    CHECK(run(with_ceiling(am_month({2024, 3}, "10000"), "10009.99")).own_atp == ore("0"));
    CHECK(run(with_ceiling(am_month({2024, 3}, "10000"), "19989.99")).own_atp == ore("499")); // 499,4995
    CHECK(run(with_ceiling(am_month({2024, 3}, "10000"), "19990")).own_atp == ore("500"));
    CHECK(run(with_ceiling(am_month({2024, 3}, "10000"), "24000")).own_atp == ore("500"));
}

TEST_CASE("FLT-18: public ATP by paid hours") {
    MonthFacts f = am_month({2022, 5}, "8000");
    f.paid_hours = decimal("38.99");
    CHECK(run(f).public_atp == ore("284"));
    f.paid_hours = 39; // 1,18 x 121,333.. = 143,17
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
    CHECK(run(am_month({2022, 5}, "10000")).obligatory_pension == ore("139")); // 0,9 pct. of 15.964 - 500 = 139,18
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
