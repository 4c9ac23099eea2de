#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include <fleks/fleks.hpp>

#include "rules/steps.hpp"
#include "source_file.hpp"

// One test a rule: the rule in our own words with its paragraph, and rows worked by hand. Unless a row says otherwise
// the subsidy month is in 2024: M = 19.952, T = 16.323, 30 and 55 pct.

using namespace fleks;

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}

Money kr(const char* text) { return Money::parse(text).value(); }
Month month(const char* text) { return parse_month(text).value(); }
Date date(const char* text) { return parse_date(text).value(); }

MonthFacts in_2024(const char* am_income) { return {.month = month("2024-03"), .pay = Pay::am_income(kr(am_income))}; }
MonthFacts in(const char* subsidy_month, const char* am_income) {
  return {.month = month(subsidy_month), .pay = Pay::am_income(kr(am_income))};
}

MonthStatement run(const MonthFacts& facts, const Options& options = {}) { return fleksloentilskud(facts, rates(), options).value(); }
// To the øre, so that the other rules show what they give; FLT-14 has its own test.
constexpr Options in_oere{.round_to = RoundTo::oere};
std::string subsidy(const MonthFacts& facts, const Options& options = in_oere) { return to_text(run(facts, options).fleksloentilskud); }
std::string text(const Exact& oere) { return to_kroner_text(oere); }

const Step& step(const Trace& trace, Rule rule) {
  const Step* found = trace.find(rule);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

// LAB § 123 stk. 1, BEK-FLT §§ 4, 9: the subsidy is paid in arrears, from the wage of the month before.
TEST_CASE("FLT-1: the wage month is the month before, over the year's end too") {
  CHECK(run(in_2024("10000")).wage_month == month("2024-02"));
  CHECK(run(in("2024-01", "10000")).wage_month == month("2023-12"));
  MonthFacts stated = in_2024("10000");
  stated.wage_month = month("2024-03");
  CHECK(run(stated).wage_month == month("2024-03"));
  stated.wage_month = month("2024-04");
  const auto later = fleksloentilskud(stated, rates());
  REQUIRE(!later);
  CHECK(later.error().code == ErrorCode::out_of_range);
  CHECK(later.error().field == Fact::wage_month);
}

// The text does not say whose rates hold when the two months lie in different years: an option, the subsidy month's by default.
TEST_CASE("FLT-2: rates of the subsidy month, or by choice of the wage month") {
  // Wage of December 2023: 19.952 − 3.000 by 2024's base, 19.333 − 3.000 by 2023's.
  CHECK(subsidy(in("2024-01", "10000")) == "16952.00");
  CHECK(subsidy(in("2024-01", "10000"), {.rates_of = RatesOf::wage_month}) == "16333.00");
  CHECK(subsidy(in("2024-02", "10000"), {.rates_of = RatesOf::wage_month}) == "16952.00");
  Trace trace;
  CHECK(fleksloentilskud(in("2024-01", "10000"), rates(), {}, trace));
  CHECK(step(trace, Rule::FLT_2).rests_on_choice);
  CHECK(fleksloentilskud(in("2024-02", "10000"), rates(), {}, trace));
  CHECK(!step(trace, Rule::FLT_2).rests_on_choice);
}

// Vejl. 9154/2022 pkt. 2.1: no wage from the fleksjob, no subsidy, whatever other jobs pay; care income from 2024 or a daily
// benefit also give the right.
TEST_CASE("FLT-3: without wage from the fleksjob there is no subsidy") {
  MonthFacts f = in_2024("0");
  MonthStatement s = run(f);
  CHECK(!s.has_right);
  CHECK(to_text(s.fleksloentilskud) == "0.00");
  CHECK(text(s.before_ceiling) == "0.00");
  f.other_wage = kr("12000");
  CHECK(subsidy(f) == "0.00");
  Trace trace;
  CHECK(fleksloentilskud(f, rates(), {}, trace));
  CHECK(trace.find(Rule::FLT_3) != nullptr);
  CHECK(trace.find(Rule::FLT_10) == nullptr);
  CHECK(subsidy(in_2024("0.01")) == "19952.00");  // 0,003 kr. of taper
  f = in_2024("0");
  f.employer_pension = Contribution::of(kr("100"));
  CHECK(subsidy(f) == "19922.00");
  f = in_2024("0");
  f.daily_benefit = kr("5000");
  CHECK(subsidy(f) == "14952.00");
  f = in_2024("0");
  f.care_income = kr("10000");
  CHECK(subsidy(f) == "16952.00");
}

// LAB § 123 stk. 1, ALF § 47: the base is 98 pct. of the highest unemployment benefit, a dated rate in whole kroner.
TEST_CASE("FLT-4: the base of each period") {
  struct Row {
    const char* month;
    const char* base;
  };
  for (const Row& row : {Row{"2013-02", "17008.00"}, Row{"2014-01", "17312.00"}, Row{"2015-01", "17550.00"}, Row{"2016-12", "17745.00"},
                         Row{"2017-06", "18027.00"}, Row{"2017-07", "18035.00"}, Row{"2018-01", "18260.00"}, Row{"2019-01", "18489.00"},
                         Row{"2020-01", "18701.00"}, Row{"2021-01", "18936.00"}, Row{"2022-01", "18964.00"}, Row{"2023-01", "19333.00"},
                         Row{"2024-12", "19952.00"}, Row{"2025-01", "20670.00"}, Row{"2026-12", "21600.00"}}) {
    CAPTURE(row.month);
    CHECK(text(run(in(row.month, "100")).base) == row.base);
  }
}

// BEK-FLT § 1 nr. 1-2: pay with AM-bidrag + own + employer's pension + ferietillæg; ATP, benefits in kind and gifts are not wage.
TEST_CASE("FLT-5: what is in the wage, from field 13 and from pay before pension and ATP") {
  MonthFacts f = in_2024("10000");
  f.own_pension = Contribution::of(kr("400"));
  f.employer_pension = Contribution::of(kr("800.50"));
  CHECK(text(run(f).wage) == "11200.50");
  f.benefits_in_kind = kr("250.25");
  CHECK(text(run(f).wage) == "10950.25");
  f.holiday_supplement = kr("100");
  CHECK(text(run(f).wage) == "11050.25");
  CHECK(subsidy(f) == "16636.93");  // 19.952 − 3.315,075 = 16.636,925, half up

  // 78 hours: own ATP of 66 kr. leaves the pay; own pension is inside it; the employer's 8 pct. comes on top.
  f = {.month = month("2024-03"), .pay = Pay::monthly(kr("15600"))};
  f.paid_hours = Hours::whole(78);
  f.own_pension = Contribution::of(Percent::whole(4));
  f.employer_pension = Contribution::of(Percent::whole(8));
  CHECK(text(run(f).wage) == "16782.00");
  CHECK(text(run(f).own_pension) == "624.00");
  CHECK(text(run(f, {.own_atp = OwnAtp::counted}).wage) == "16848.00");
  f.paid_hours.reset();
  const auto missing = fleksloentilskud(f, rates());
  REQUIRE(!missing);
  CHECK(missing.error().code == ErrorCode::missing_fact);
  CHECK(missing.error().field == Fact::paid_hours);
  CHECK(text(run(f, {.own_atp = OwnAtp::counted}).wage) == "16848.00");
  // ATP takes no more than there is of the pay.
  f = {.month = month("2024-03"), .pay = Pay::monthly(kr("10"))};
  f.paid_hours = Hours::whole(160);
  CHECK(text(run(f).wage) == "0.00");
}

// LAB § 123 stk. 2, BEK-FLT § 11: wage from other jobs, and from 2024 care income, tapers like the wage itself.
TEST_CASE("FLT-7: other wage and care income taper together with the wage") {
  MonthFacts f = in_2024("10000");
  f.other_wage = kr("8000");
  // 18.000: 30 pct. of 16.323 = 4.896,90 and 55 pct. of 1.677 = 922,35
  CHECK(text(run(f).taper) == "5819.25");
  CHECK(subsidy(f) == "14132.75");
  f.other_wage = kr("5000");
  f.care_income = kr("3000");
  CHECK(subsidy(f) == "14132.75");
  // The subsidy of January 2024 is the first with care income; it is in the total, too.
  f = in("2024-01", "10000");
  f.care_income = kr("1000");
  CHECK(text(run(f).other_wage) == "1000.00");
  CHECK(text(run(f).total) == "27652.00");  // 10.000 + 1.000 + 16.652
  f = in("2023-12", "10000");
  f.care_income = kr("1000");
  CHECK(text(run(f).other_wage) == "0.00");
  CHECK(text(run(f).taper) == "3000.00");
}

// LAB § 123 stk. 2: 30 pct. of all wage up to the threshold, 55 pct. of what lies above.
TEST_CASE("FLT-8: the taper about its threshold") {
  struct Row {
    const char* wage;
    const char* taper;
  };
  for (const Row& row : {Row{"0.01", "0.003"}, Row{"16322.98", "4896.894"}, Row{"16322.99", "4896.897"}, Row{"16323.00", "4896.90"},
                         Row{"16323.01", "4896.9055"}, Row{"16323.02", "4896.911"}, Row{"20000.00", "6919.25"}}) {
    CAPTURE(row.wage);
    CHECK(text(run(in_2024(row.wage)).taper) == row.taper);
  }
}

// LAB § 124 stk. 3, BEK-FLT § 9: sickness, maternity and bereavement benefit comes off in full, beside the taper.
TEST_CASE("FLT-9: a daily benefit is deducted in full") {
  MonthFacts f = in_2024("8000");
  f.daily_benefit = kr("6000.55");
  CHECK(subsidy(f) == "11551.45");  // 19.952 − 2.400 − 6.000,55
  f = in_2024("0");
  f.daily_benefit = kr("19951.99");
  CHECK(subsidy(f) == "0.01");  // with no wage the two together are M
  f.daily_benefit = kr("19952.01");
  CHECK(subsidy(f) == "0.00");
  // BEK-FLT §§ 7-9, 14 stk. 4: what could have been had is deducted as if it had been paid, and gives the right.
  f.daily_benefit = {};
  f.unclaimed_benefit = kr("6000");
  CHECK(run(f).has_right);
  CHECK(subsidy(f) == "13952.00");
  f.daily_benefit = kr("1000");
  CHECK(subsidy(f) == "12952.00");
  CHECK(text(run(f).daily_benefit) == "7000.00");
}

// Never below zero. In 2024: 4.896,90 at the threshold leaves 15.055,10, gone after 15.055,10 / 0,55 = 27.372,909… above it.
TEST_CASE("FLT-10: the subsidy ends at zero") {
  CHECK(subsidy(in_2024("43695.88")) == "0.02");  // 0,0160
  CHECK(subsidy(in_2024("43695.89")) == "0.01");  // 0,0105
  CHECK(subsidy(in_2024("43695.90")) == "0.01");  // 0,0050: a tie
  CHECK(subsidy(in_2024("43695.91")) == "0.00");
  CHECK(subsidy(in_2024("100000000")) == "0.00");
  CHECK(text(run(in_2024("43695.92")).before_ceiling) == "0.00");
}

// LAB § 123 stk. 3: subsidy and wage are together at most the full-time pay of the position.
TEST_CASE("FLT-11: the ceiling takes what lies above it") {
  const auto under = [](const char* wage, const char* ceiling) {
    MonthFacts f = in("2020-06", wage);
    f.ceiling = Ceiling::stated(kr(ceiling));
    return f;
  };
  MonthStatement s = run(under("16000", "23545"));
  CHECK(text(s.before_ceiling) == "13642.25");
  CHECK(to_text(s.fleksloentilskud) == "7545.00");
  CHECK(text(s.ceiling_cut) == "6097.25");
  CHECK(text(s.total) == "23545.00");
  // Reached exactly at 16.000 + 13.642,25; an øre of room less is an øre less.
  CHECK(subsidy(under("16000", "29642.26")) == "13642.25");
  CHECK(subsidy(under("16000", "29642.25")) == "13642.25");
  CHECK(subsidy(under("16000", "29642.24")) == "13642.24");
  CHECK(subsidy(under("16000", "16000.01")) == "0.01");
  CHECK(subsidy(under("16000", "16000.00")) == "0.00");
  CHECK(subsidy(under("16000", "15999.99")) == "0.00");
  CHECK(subsidy(under("16000", "0")) == "0.00");
  // Since July 2014 other wage stands there too: 23.545 − 14.000 − 2.000.
  MonthFacts f = under("14000", "23545");
  f.other_wage = kr("2000");
  CHECK(subsidy(f) == "7545.00");
  CHECK(subsidy(f, {.other_wage_under_ceiling = OtherWageUnderCeiling::excluded}) == "9545.00");
}

// LAB § 70 f stk. 3; BEK 811/2014 § 3 stk. 3; BEK 227/2024 § 3 stk. 3, 5: what stands under the ceiling has a date.
TEST_CASE("FLT-11: other wage from July 2014, benefits and care income from 2024") {
  MonthFacts f = in("2014-06", "5000");
  f.ceiling = Ceiling::stated(kr("15000"));
  f.other_wage = kr("1000");
  CHECK(subsidy(f) == "10000.00");
  f.month = month("2014-07");
  CHECK(subsidy(f) == "9000.00");
  f.daily_benefit = kr("2000");
  f.month = month("2023-12");
  CHECK(subsidy(f) == "9000.00");
  f.month = month("2024-01");
  CHECK(subsidy(f) == "7000.00");
  f.unclaimed_benefit = kr("500");
  CHECK(subsidy(f) == "6500.00");
  f.care_income = kr("300");
  CHECK(subsidy(f) == "6200.00");
  // Each can be read the other way, for comparison.
  CHECK(subsidy(f, {.care_income_under_ceiling = CareIncomeUnderCeiling::excluded, .round_to = RoundTo::oere}) == "6500.00");
  CHECK(subsidy(f, {.benefits_under_ceiling = BenefitsUnderCeiling::excluded, .round_to = RoundTo::oere}) == "8700.00");
  // Public examples.
  MonthFacts g = in("2021-06", "8123.45");
  g.other_wage = kr("4000");
  g.ceiling = Ceiling::stated(kr("24000"));
  CHECK(subsidy(g, {}) == "11877.00");
  g = in("2025-06", "5000");
  g.daily_benefit = kr("9000");
  g.ceiling = Ceiling::stated(kr("20000"));
  CHECK(subsidy(g, {}) == "6000.00");
}

// BEK-FLT § 10 stk. 2: no subsidy for holiday days on ledighedsydelse; a month has 260/12 days.
TEST_CASE("FLT-12: holiday days on ledighedsydelse") {
  MonthFacts f = in_2024("10000");
  f.ledighedsydelse_days = Days::whole(5);  // 16.952 × 60/260 = 3.912
  CHECK(subsidy(f) == "13040.00");
  CHECK(text(run(f).holiday_cut) == "3912.00");
  f.ledighedsydelse_days = Days::of_ten_thousandths(20'800);  // 2,08 × 12/260 = 0,096: 1.627,392
  CHECK(subsidy(f) == "15324.61");
  f.ledighedsydelse_days = Days::whole(21);  // 1 − 252/260 = 8/260
  CHECK(subsidy(f) == "521.60");
  for (const int days : {22, 31}) {
    f.ledighedsydelse_days = Days::whole(days);
    CHECK(subsidy(f) == "0.00");
  }
  f.ledighedsydelse_days = Days::whole(5);
  f.ceiling = Ceiling::stated(kr("20000"));  // first the ceiling: 10.000, then 60/260 of it
  CHECK(subsidy(f) == "7692.31");
}

// BEK 1604/2019 § 9; BEK 250/2022 § 10; BEK 227/2024 § 10.
TEST_CASE("FLT-12: until March 2022 the ledighedsydelse paid for the days is deducted krone for krone") {
  MonthFacts f = in("2022-03", "10000");
  f.ledighedsydelse_days = Days::whole(5);
  const auto missing = fleksloentilskud(f, rates());
  REQUIRE(!missing);
  CHECK(missing.error().code == ErrorCode::missing_fact);
  CHECK(missing.error().field == Fact::ledighedsydelse);
  f.ledighedsydelse = kr("3974.31");
  CHECK(subsidy(f) == "11989.69");  // 18.964 − 3.000 − 3.974,31
  CHECK(text(run(f).holiday_cut) == "3974.31");
  f.ledighedsydelse = kr("20000");
  CHECK(subsidy(f) == "0.00");  // never below
  f.month = month("2022-04");
  CHECK(subsidy(f) == "12280.00");  // 15.964 × 200/260
  f.ledighedsydelse.reset();
  CHECK(subsidy(f) == "12280.00");
  // By choice the other way about.
  f.month = month("2022-03");
  CHECK(subsidy(f, {.round_to = RoundTo::oere, .holiday_days_of = HolidayDaysRule::holiday_month}) == "12280.00");
}

// BEK 250/2022 § 2 stk. 2: a month has 260/12 days; before it the weekdays of the month.
TEST_CASE("FLT-13: a part of the subsidy month, by where the wage comes from") {
  MonthFacts f = in("2024-04", "4500");
  f.job = Period{date("2024-04-15"), date("2024-04-30")};  // 12 weekdays
  f.wage_month = month("2024-04");
  CHECK(subsidy(f, {}) == "9700.00");  // 19.952 × 144/260 = 11.050,338…, less 1.350
  f.wage_month.reset();
  f.pay = Pay::am_income(kr("9000"));
  CHECK(run(f).base == Exact::of(kr("19952")));
  CHECK(subsidy(f) == "9554.95");  // 17.252 × 144/260
  f.month = month("2022-03");      // 12 of 23 weekdays
  f.job = Period{date("2022-03-16"), date("2022-03-31")};
  CHECK(subsidy(f) == "8485.57");  // (18.964 − 2.700) × 12/23 = 8.485,56…
  f.job = Period{date("2024-05-01"), date("2024-05-31")};
  CHECK(fleksloentilskud(f, rates()).error().field == Fact::job_from);
  f.job = Period{date("2022-03-31"), date("2022-03-01")};
  CHECK(fleksloentilskud(f, rates()).error().field == Fact::job_from);
  f.job = Period{Date{}, date("2022-03-01")};
  CHECK(fleksloentilskud(f, rates()).error().code == ErrorCode::no_such_date);
  f.job = f.employed = Period{date("2022-03-01"), date("2022-03-31")};
  f.wage_month = month("2022-03");
  CHECK(fleksloentilskud(f, rates()).error().code == ErrorCode::exclusive_facts);
}

// A fleksjob over part of the wage month: base and ceiling by its weekdays of the month's.
TEST_CASE("FLT-13: part of a wage month by weekdays") {
  MonthFacts f = in_2024("6000");
  f.employed = Period{date("2024-02-15"), date("2024-02-29")};  // 11 of February's 21 weekdays
  // 19.952 × 11/21 = 10.451,047…; less 1.800
  CHECK(text(run(f).base) == "10451.05");
  CHECK(subsidy(f) == "8651.05");
  f.ceiling = Ceiling::stated(kr("25200"));  // 13.200 of it: 7.200 of room
  CHECK(text(run(f).normal_wage_ceiling) == "13200.00");
  CHECK(subsidy(f) == "7200.00");
  f.employed = Period{date("2013-01-01"), date("2030-01-01")};  // all of it
  CHECK(text(run(f).base) == "19952.00");
  f.employed = Period{date("2024-02-24"), date("2024-02-25")};  // a weekend
  CHECK(subsidy(f) == "0.00");
  f.employed = Period{date("2024-03-01"), date("2024-03-31")};
  CHECK(!fleksloentilskud(f, rates()));
}

// BEK-FLT § 2 stk. 1: from 30 April 2014 to the nearest whole krone; before there is no rule, and øre are kept.
TEST_CASE("FLT-14: whole kroner from May 2014") {
  CHECK(subsidy(in("2014-04", "14000.50"), {}) == "12973.23");  // 17.367 − 16.040… by 2014's rates: 12.973,225
  CHECK(subsidy(in("2014-05", "14000.50"), {}) == "12973.00");
  CHECK(subsidy(in("2020-06", "16000"), {}) == "13642.00");
  CHECK(subsidy(in_2024("15905"), {}) == "15181.00");  // 15.180,50: half a krone up
  Trace trace;
  CHECK(fleksloentilskud(in_2024("15905"), rates(), {}, trace));
  CHECK_FALSE(step(trace, Rule::FLT_14).rests_on_choice);  // the law itself
  CHECK(fleksloentilskud(in("2014-04", "14000.50"), rates(), {}, trace));
  CHECK(step(trace, Rule::FLT_14).rests_on_choice);  // where it is silent
}

// One rounding, half up, to whole øre; or by choice to whole kroner.
TEST_CASE("FLT-14: the only rounding") {
  CHECK(subsidy(in_2024("0.05")) == "19951.99");      // 19.951,985
  CHECK(subsidy(in_2024("0.04")) == "19951.99");      // 19.951,988
  CHECK(subsidy(in_2024("16323.30")) == "15054.94");  // 15.054,935
  const Options krone{.round_to = RoundTo::krone};
  CHECK(subsidy(in_2024("16323.30"), krone) == "15055.00");
  CHECK(subsidy(in_2024("15905"), krone) == "15181.00");     // 15.180,50
  CHECK(subsidy(in_2024("15905.04"), krone) == "15180.00");  // 15.180,488
}

// LAB § 137, BEK 1344/2015 § 2: 5 pct. of the subsidy to the nearest krone, at most 500 kr.
TEST_CASE("FLT-17: own ATP of the subsidy") {
  const auto atp = [](const char* room) {
    MonthFacts f = in_2024("10000");
    f.ceiling = Ceiling::stated(kr("10000") + kr(room));
    return to_text(run(f, in_oere).own_atp);
  };
  CHECK(atp("9.99") == "0.00");       // 0,4995
  CHECK(atp("10.00") == "1.00");      // 0,50
  CHECK(atp("7630.00") == "382.00");  // 381,50
  CHECK(atp("7629.80") == "381.00");
  CHECK(atp("9989.99") == "499.00");  // 499,4995
  CHECK(atp("9990.00") == "500.00");
  CHECK(atp("16000") == "500.00");
  const MonthStatement s = run(in_2024("10000"));
  CHECK(to_text(s.payout) == "16452.00");
}

// LAB § 137: "after deduction for wage" could also be before the ceiling.
TEST_CASE("FLT-17: own ATP of what is paid, or of what is before the ceiling") {
  MonthFacts f = in_2024("10000");
  f.ceiling = Ceiling::stated(kr("12000"));
  CHECK(to_text(run(f).own_atp) == "100.00");
  const Options before{.own_atp_of = OwnAtpOf::before_ceiling};
  CHECK(to_text(run(f, before).own_atp) == "500.00");
  CHECK(to_text(run(f, before).payout) == "1500.00");
  f.ceiling = Ceiling::stated(kr("10010"));
  CHECK(to_text(run(f, before).payout) == "0.00");  // never more than there is
}

// BEK-FLT § 12 stk. 2, 4; P 14-22: ferietillæg raises a stated ceiling in its month.
TEST_CASE("FLT-16: a holiday supplement raises the ceiling by what full time would have had") {
  MonthFacts f{
      .month = month("2024-06"), .pay = Pay::monthly(kr("12000")), .holiday_supplement = kr("900"), .paid_hours = Hours::whole(60)};
  f.ceiling = Ceiling::stated(kr("26000"));
  const MonthStatement unknown = run(f);
  CHECK(unknown.ceiling_rise_unknown);
  CHECK(to_text(unknown.fleksloentilskud) == "13133.00");
  CHECK(to_text(likely_ceiling_rise(f, unknown, rates())) == "2405.00");  // 900 × 160,333… / 60
  f.ceiling.holiday_supplement = kr("2340");
  CHECK(subsidy(f, {}) == "15473.00");
  CHECK_FALSE(run(f).ceiling_rise_unknown);
  Trace trace;
  CHECK(fleksloentilskud(f, rates(), {}, trace));
  CHECK(step(trace, Rule::FLT_16).amount == Exact::of(kr("28340")));
  f.ceiling.holiday_supplement = {};
  f.paid_hours.reset();
  CHECK(to_text(likely_ceiling_rise(f, run(f, {.own_atp = OwnAtp::counted}), rates())) == "900.00");  // at least what was paid
  f.holiday_supplement = {};
  CHECK_FALSE(run(f, {.own_atp = OwnAtp::counted}).ceiling_rise_unknown);
}

// BEK-FLT § 4 stk. 2: the first month rests on its own wage, expected until it is known.
TEST_CASE("FLT-20: the first month of a job by its own wage, without deduction or without subsidy") {
  MonthFacts f = in("2024-04", "9000");
  f.job = Period{date("2024-04-01"), date("2024-04-30")};
  f.wage_month = month("2024-04");
  f.wage_expected = true;
  Trace trace;
  CHECK(to_text(fleksloentilskud(f, rates(), {}, trace)->fleksloentilskud) == "17252.00");
  CHECK(steps::as<steps::FirstMonth>(step(trace, Rule::FLT_20)).wording == steps::FirstMonth::Wording::expected_wage);
  f.no_subsidy = true;
  CHECK(subsidy(f) == "0.00");
  f.no_subsidy = false;
  f.pay = Pay::am_income({});
  CHECK(subsidy(f) == "0.00");
  f.right_without_wage = true;
  CHECK(subsidy(f) == "19952.00");
}

// BEK-FLT § 1: a percentage is of the pay before own pension, which field 13 has been left after.
TEST_CASE("FLT-5: pension in per cent of field 13") {
  MonthFacts f = in("2024-06", "8600");
  f.own_pension = Contribution::of(Percent::whole(4));
  f.employer_pension = Contribution::of(Percent::whole(8));
  const MonthStatement s = run(f);  // 8.600 / 0,96 = 8.958,333…
  CHECK(s.own_pension == Exact::ratio(107'500, 3));
  CHECK(s.wage == Exact::ratio(2'902'500, 3));  // 8.958,333… × 1,08
  f.own_pension = Contribution::of(kr("400"));
  CHECK(text(run(f).employer_pension) == "720.00");  // 8 pct. of 9.000
  f.own_pension = Contribution::of(Percent::whole(100));
  CHECK(fleksloentilskud(f, rates()).error().field == Fact::own_pension);
}

// LAB § 138, BEK 1344/2015: 1,23 kr. (2024) for each hour up to full time of 160,333… hours; below 39 hours 297 kr.
TEST_CASE("FLT-18: public ATP by paid hours") {
  struct Row {
    std::int64_t ten_thousandths;
    const char* atp;
  };
  for (const Row& row :
       {Row{0, "297.00"}, Row{389'999, "297.00"}, Row{390'000, "149.00"} /* 149,24 */, Row{780'000, "101.00"} /* 101,27 */,
        Row{1'600'000, "0.00"} /* 0,41 */, Row{1'599'200, "1.00"} /* 0,508… */, Row{1'603'333, "0.00"}, Row{2'000'000, "0.00"}}) {
    CAPTURE(row.ten_thousandths);
    MonthFacts f = in_2024("10000");
    f.paid_hours = Hours::of_ten_thousandths(row.ten_thousandths);
    CHECK(to_text(run(f).public_atp.value()) == row.atp);
    f.employed = Period{date("2024-02-01"), date("2024-02-29")};  // the exact path
    CHECK(to_text(run(f).public_atp.value()) == row.atp);
  }
  MonthFacts half = in_2024("10000");
  half.job = Period{date("2024-03-17"), date("2024-03-31")};  // 15 of 31 days
  half.paid_hours = Hours::whole(78);
  CHECK(to_text(run(half).public_atp.value()) == "49.00");  // 101,27 × 15/31
  CHECK(!run(in_2024("10000")).public_atp);                 // unknown hours: unknown, never zero
  MonthFacts gone = in_2024("50000");
  gone.paid_hours = Hours::whole(20);
  CHECK(run(gone).public_atp == Money{});
}

// LAB § 138 a: the year's share of subsidy less own ATP, nearest krone, from 2020.
TEST_CASE("FLT-19: obligatorisk pension") {
  CHECK(to_text(run(in_2024("10000")).obligatory_pension) == "247.00");  // 1,5 pct. of 16.452 = 246,78
  CHECK(to_text(run(in("2019-12", "10000")).obligatory_pension) == "0.00");
  CHECK(to_text(run(in("2020-01", "10000")).obligatory_pension) == "46.00");   // 0,3 pct. of 15.201 = 45,603
  CHECK(to_text(run(in("2026-06", "10000")).obligatory_pension) == "380.00");  // 2,1 pct. of 18.100 = 380,10
  // Before its first period there was none; a table that never heard of it does not know.
  std::ifstream file(source_file("/src/rates/rates.csv"));
  std::string without, line;
  while (std::getline(file, line))
    if (!line.starts_with("obligatory_pension_pct,")) without += line + '\n';
  const RateTable table = RateTable::read(without).value();
  for (const char* of : {"2019-12", "2024-03"}) {
    const auto unknown = fleksloentilskud(in(of, "10000"), table);
    REQUIRE(!unknown);
    CHECK(unknown.error().code == ErrorCode::no_rate);
    CHECK(unknown.error().field.text() == "obligatory_pension_pct");
  }
}

TEST_CASE("each fact of a month lies from nothing to what can be, whichever way the wage is given") {
  static Money amount;  // what the row sets
  static Percent share;
  struct Row {
    Fact field;
    void (*set)(MonthFacts&);
    bool shares;
  };
  const Row rows[] = {
      {Fact::am_income, [](MonthFacts& f) { f.pay.amount = amount; }, false},
      {Fact::monthly_wage, [](MonthFacts& f) { f.pay = Pay::monthly(amount); }, false},
      {Fact::hourly_wage, [](MonthFacts& f) { f.pay = Pay::hourly(amount, Hours::whole(10)); }, false},
      {Fact::intensity, [](MonthFacts& f) { f.pay = Pay::hourly(kr("200"), Hours::whole(10), share); }, true},
      {Fact::benefits_in_kind, [](MonthFacts& f) { f.benefits_in_kind = amount; }, false},
      {Fact::own_pension, [](MonthFacts& f) { f.own_pension = Contribution::of(amount); }, false},
      {Fact::own_pension, [](MonthFacts& f) { f.own_pension = Contribution::of(share); }, true},
      {Fact::employer_pension, [](MonthFacts& f) { f.employer_pension = Contribution::of(amount); }, false},
      {Fact::employer_pension, [](MonthFacts& f) { f.employer_pension = Contribution::of(share); }, true},
      {Fact::holiday_supplement, [](MonthFacts& f) { f.holiday_supplement = amount; }, false},
      {Fact::other_wage, [](MonthFacts& f) { f.other_wage = amount; }, false},
      {Fact::care_income, [](MonthFacts& f) { f.care_income = amount; }, false},
      {Fact::daily_benefit, [](MonthFacts& f) { f.daily_benefit = amount; }, false},
      {Fact::unclaimed_benefit, [](MonthFacts& f) { f.unclaimed_benefit = amount; }, false},
      {Fact::ledighedsydelse, [](MonthFacts& f) { f.ledighedsydelse = amount; }, false},
      {Fact::ceiling, [](MonthFacts& f) { f.ceiling = Ceiling::stated(amount); }, false},
      {Fact::ceiling_hourly, [](MonthFacts& f) { f.ceiling = Ceiling::from_hourly(amount); }, false},
      {Fact::ceiling_supplements, [](MonthFacts& f) { f.ceiling.supplements = amount; }, false},
      {Fact::ceiling_bonus, [](MonthFacts& f) { f.ceiling.fixed_bonus = amount; }, false},
      {Fact::ceiling_holiday_supplement, [](MonthFacts& f) { f.ceiling.holiday_supplement = amount; }, false},
      {Fact::ceiling_pension, [](MonthFacts& f) { f.ceiling.employer_pension = share; }, true},
  };
  for (const Row& row : rows)
    for (const bool below : {true, false}) {
      CAPTURE(to_text(row.field));
      CAPTURE(below);
      amount = below ? Money::oere(-1) : largest_amount + Money::oere(1);
      share = Percent::of_ten_thousandths(below ? -1 : 1'000'001);
      MonthFacts f = in_2024("10000");
      row.set(f);
      const auto wrong = fleksloentilskud(f, rates());
      REQUIRE(!wrong);
      CHECK(wrong.error().code == (below ? ErrorCode::negative : ErrorCode::too_large));
      CHECK(wrong.error().field == row.field);
      CHECK(to_text(wrong.error().allowed) == (row.shares ? "0-100" : "0-100000000"));
      // A ceiling alone is held to the same.
      if (to_text(row.field).starts_with("ceiling")) {
        Trace trace;
        CHECK(normal_wage_ceiling(f.ceiling, rates().on(month("2024-03"))).error().field == row.field);
        CHECK(normal_wage_ceiling(f.ceiling, rates().on(month("2024-03")), trace).error().field == row.field);
      }
    }
  MonthFacts hours = in_2024("10000");
  hours.ledighedsydelse_days = Days::whole(32);
  CHECK(to_text(fleksloentilskud(hours, rates()).error().allowed) == "0-31");
  hours = in_2024("10000");
  hours.paid_hours = Hours::of_ten_thousandths(-1);
  CHECK(fleksloentilskud(hours, rates()).error().field == Fact::paid_hours);
}

TEST_CASE("own pension is at most the pay it is of, and a job's days are days of the wage month") {
  MonthFacts f = in_2024("0");
  f.pay = Pay::monthly(kr("5000"));
  f.paid_hours = Hours::whole(40);
  f.own_pension = Contribution::of(kr("5000"));
  CHECK(fleksloentilskud(f, rates()).has_value());
  f.own_pension = Contribution::of(kr("5000.01"));
  CHECK(fleksloentilskud(f, rates()).error().code == ErrorCode::pension_above_wage);
  CHECK(to_text(fleksloentilskud(f, rates()).error().allowed) == "0-5000");
  f.benefits_in_kind = kr("1");
  CHECK(fleksloentilskud(f, rates()).error().code == ErrorCode::exclusive_facts);

  for (const auto& [first, last, code] : {std::tuple{Date{}, date("2024-02-29"), ErrorCode::no_such_date},
                                          {date("2024-02-01"), Date{}, ErrorCode::no_such_date},
                                          {date("2024-02-20"), date("2024-02-19"), ErrorCode::out_of_range},
                                          {date("2024-01-01"), date("2024-01-31"), ErrorCode::out_of_range},
                                          {date("2024-03-01"), date("2024-03-31"), ErrorCode::out_of_range}}) {
    f = in_2024("10000");
    f.employed = Period{first, last};
    const auto wrong = fleksloentilskud(f, rates());
    REQUIRE(!wrong);
    CHECK(wrong.error().code == code);
    CHECK(wrong.error().field == Fact::employed_from);
  }
}

// LAB § 123 stk. 3: the ceiling is a fact of its own; without one the result is before the ceiling.
TEST_CASE("LOFT-1: the ceiling is given, never inferred") {
  MonthStatement s = run(in_2024("10000"));
  CHECK(!s.has_ceiling);
  CHECK(s.ceiling_cut.is_zero());
  const auto none = normal_wage_ceiling({}, rates().on(month("2024-03")));
  REQUIRE(!none);
  CHECK(none.error().code == ErrorCode::missing_fact);
  CHECK(none.error().field == Fact::ceiling);
  CHECK(normal_wage_ceiling(Ceiling::stated(kr("32067")), rates().on(month("2024-03"))).value() == Exact::of(kr("32067")));
}

// P 48-22, P 27-23: base pay of full time, all supplements, fixed bonus and pension.
TEST_CASE("LOFT-2: supplements, bonus and pension are in the ceiling") {
  Ceiling c{.form = Ceiling::Form::from_monthly,
            .stated_by = Ceiling::StatedBy::computed,
            .amount = kr("30000"),
            .supplements = kr("1500"),
            .fixed_bonus = kr("500")};
  const auto ceiling = [&] { return text(normal_wage_ceiling(c, rates().on(month("2024-03"))).value()); };
  CHECK(ceiling() == "32000.00");
  c.employer_pension = Percent::whole(8);
  CHECK(ceiling() == "34560.00");
  c.holiday_supplement = kr("320");
  CHECK(ceiling() == "34880.00");
}

// STAR's calculator: hourly pay × 37 × 52 / 12, unrounded, and the employer's pension on it.
TEST_CASE("LOFT-3: the ceiling from the hourly pay") {
  const auto day = rates().on(month("2024-03"));
  CHECK(text(normal_wage_ceiling(Ceiling::from_hourly(kr("200")), day).value()) == "32066.67");
  CHECK(normal_wage_ceiling(Ceiling::from_hourly(kr("200")), day).value() == Exact::ratio(9'620'000, 3));
  CHECK(text(normal_wage_ceiling(Ceiling::from_hourly(kr("200"), {}, Percent::whole(8)), day).value()) == "34632.00");
}

// Who stated the ceiling follows its step.
TEST_CASE("LOFT-4: the trace says who stated the ceiling") {
  for (const auto who : {Ceiling::StatedBy::employer, Ceiling::StatedBy::computed, Ceiling::StatedBy::agreement_table}) {
    MonthFacts f = in_2024("10000");
    f.ceiling = Ceiling::stated(kr("30000"), who);
    Trace trace;
    CHECK(fleksloentilskud(f, rates(), {}, trace));
    CHECK(steps::as<steps::StatedCeiling>(step(trace, Rule::LOFT_1)).wording == who);
  }
}

// LAB § 122: pay for the work actually done; 12 hours at half intensity are 6 paid hours.
TEST_CASE("TIME-1: paid hours are hours present × intensity") {
  struct Row {
    std::int64_t hours;
    std::int64_t intensity;
    const char* a_week;
  };
  for (const Row& row :
       {Row{12, 50, "6"}, Row{9, 75, "6.75"}, Row{12, 85, "10.2"}, Row{20, 50, "10"}, Row{37, 100, "37"}, Row{37, 0, "0"}}) {
    MonthFacts f{.month = month("2024-03"), .pay = Pay::hourly(kr("150"), Hours::whole(row.hours), Percent::whole(row.intensity))};
    Trace trace;
    CHECK(fleksloentilskud(f, rates(), {}, trace));
    CHECK(to_text(step(trace, Rule::TIME_1).amount, 4) == row.a_week);
    CHECK(step(trace, Rule::TIME_1).unit == StepUnit::hours);
  }
}

// STAR's calculator: a month is 52/12 weeks; full time is 160,333… hours.
TEST_CASE("TIME-2: monthly hours are weekly hours × 52 / 12") {
  const MonthFacts f{.month = month("2024-03"), .pay = Pay::hourly(kr("150"), Hours::whole(37))};
  CHECK(run(f).paid_hours.value() == Exact::ratio(481, 3));
  MonthFacts stated = f;
  stated.paid_hours = Hours::whole(100);  // paid hours that are stated hold
  CHECK(run(stated).paid_hours.value() == Exact::whole(100));
}

// ATP's rates (section 6): nothing below 39 hours a month, then a third, two thirds and all from 39, 78 and 117.
TEST_CASE("ATP: own ATP of the wage by bands of paid hours") {
  struct Row {
    const char* month;
    std::int64_t ten_thousandths;
    const char* wage;
  };
  for (const Row& row : {Row{"2024-03", 389'999, "10000.00"}, Row{"2024-03", 390'000, "9967.00"}, Row{"2024-03", 779'999, "9967.00"},
                         Row{"2024-03", 780'000, "9934.00"}, Row{"2024-03", 1'169'999, "9934.00"}, Row{"2024-03", 1'170'000, "9901.00"},
                         Row{"2020-03", 390'000, "9968.45"}, Row{"2020-03", 1'170'000, "9905.35"}, Row{"2014-03", 780'000, "9940.00"}}) {
    CAPTURE(row.ten_thousandths);
    MonthFacts f{.month = month(row.month), .pay = Pay::monthly(kr("10000")), .paid_hours = Hours::of_ten_thousandths(row.ten_thousandths)};
    CHECK(text(run(f).wage) == row.wage);
  }
  // 9 hours a week are 39 a month exactly.
  const MonthFacts nine{.month = month("2024-03"), .pay = Pay::hourly(kr("100"), Hours::whole(9))};
  CHECK(text(run(nine).wage) == "3867.00");
}

// BEK 1621/2023 § 2: some public employers pay other contributions, a third of them own, by the same bands.
TEST_CASE("ATP: contributions C to F") {
  struct Row {
    AtpContribution contribution;
    const char* month;
    std::int64_t hours;
    const char* wage;
  };
  for (const Row& row : {Row{AtpContribution::c, "2024-03", 117, "9933.40"}, Row{AtpContribution::c, "2024-03", 78, "9955.60"},
                         Row{AtpContribution::c, "2024-03", 39, "9977.80"}, Row{AtpContribution::c, "2023-03", 117, "9937.73"},
                         Row{AtpContribution::d, "2024-03", 117, "9943.00"}, Row{AtpContribution::e, "2024-03", 117, "9922.60"},
                         Row{AtpContribution::f, "2024-03", 117, "9911.80"}, Row{AtpContribution::f, "2024-03", 38, "10000.00"}}) {
    CAPTURE(row.hours);
    const MonthFacts f{.month = month(row.month), .pay = Pay::monthly(kr("10000")), .paid_hours = Hours::whole(row.hours)};
    CHECK(text(run(f, {.atp_contribution = row.contribution}).wage) == row.wage);
  }
  const MonthFacts before{.month = month("2015-03"), .pay = Pay::monthly(kr("10000")), .paid_hours = Hours::whole(117)};
  CHECK(fleksloentilskud(before, rates(), {.atp_contribution = AtpContribution::c}).error().code == ErrorCode::no_rate);
}

// What others have published, as examples.csv has it.
TEST_CASE("published examples E1 to E5") {
  // E1, star.dk 2024: 200 kr. × 18 hours, ceiling from 200 kr.
  MonthFacts f{.month = month("2024-03"), .pay = Pay::hourly(kr("200"), Hours::whole(18))};
  f.ceiling = Ceiling::from_hourly(kr("200"));
  MonthStatement s = run(f, {.own_atp = OwnAtp::counted});
  CHECK(to_text(s.fleksloentilskud) == "15272.00");
  CHECK(text(s.total) == "30872.00");
  CHECK(text(s.normal_wage_ceiling) == "32066.67");
  CHECK(subsidy(f) == "15291.80");
  CHECK(subsidy(f, {}) == "15292.00");  // own ATP of 66 kr. is not in field 13
  // E2, kk.dk 2020.
  CHECK(text(run(in("2020-06", "16000")).before_ceiling) == "13642.25");
  // E3, billund.dk 2014: 12.973, each deduction rounded to kroner there.
  CHECK(text(run(in("2014-06", "14000")).before_ceiling) == "12973.50");
  // E4, cabiweb.dk: 12 hours at 2/3 intensity are 8 paid hours (66,6667 pct. is as near as four decimals come).
  f = {.month = month("2024-03"), .pay = Pay::hourly(kr("200"), Hours::whole(12), Percent::of_ten_thousandths(666'667))};
  CHECK(to_text(run(f).paid_hours.value() * Exact::ratio(12, 52), 3) == "8.000004");
  // E5, flex-job.dk 2018: at 18.260 × 12 / (37 × 52) = 113,89 kr. an hour, full time is worth the subsidy of no hours.
  const Exact an_hour =
      Exact::of(rates().on(month("2018-06")).get<RateKey::fleksloentilskud_max_month>().value()) * Exact::ratio(12, 37 * 52);
  CHECK(text(an_hour.to_krone(Rounding::half_up)) == "114.00");
}
