// The dated rules of the oracle against figures that were published or worked by hand from the rulebook's words.
#include "oracle/law.hpp"

#include <doctest/doctest.h>
#include "source_file.hpp"

using namespace oracle;
using namespace oracle::law;

namespace {

const RateBook& book() {
  static const RateBook rates = RateBook::read(source_file("/src/rates/rates.csv"));
  return rates;
}

Number kr(const char* text) { return decimal(text); }
Ore ore(const char* text) { return to_ore(decimal(text)); }

SubsidyFacts with_wage(Month month, const char* amount) {
  SubsidyFacts f;
  f.month = month;
  f.wage_month = month_before(month);
  f.wage = kr(amount);
  return f;
}
SubsidyFacts under(SubsidyFacts f, const char* ceiling) {
  f.ceiling = kr(ceiling);
  return f;
}
Subsidy run(const SubsidyFacts& f, const Choices& c = {}) { return subsidy(f, c, book()); }

BenefitMonth whole(Month month, BenefitClass c) {
  BenefitMonth f;
  f.month = month;
  f.days = {{c, weekdays_in(month)}};
  return f;
}

}  // namespace

TEST_CASE("Danish public holidays") {
  CHECK(is_public_holiday({2024, 3, 28}));  // skærtorsdag, Easter day is 31 March
  CHECK(is_public_holiday({2024, 3, 29}));
  CHECK(is_public_holiday({2024, 4, 1}));
  CHECK(is_public_holiday({2023, 5, 5}));         // store bededag
  CHECK_FALSE(is_public_holiday({2024, 4, 26}));  // no more
  CHECK(is_public_holiday({2024, 5, 9}));         // Kristi himmelfart
  CHECK(is_public_holiday({2024, 5, 20}));        // 2. pinsedag
  CHECK(is_public_holiday({2025, 4, 17}));
  CHECK(is_public_holiday({2018, 4, 2}));   // Easter day is 1 April
  CHECK(is_public_holiday({2018, 3, 29}));  // the days before it are in March
  CHECK(is_public_holiday({2024, 12, 26}));
  CHECK(is_public_holiday({2024, 1, 1}));
  CHECK_FALSE(is_public_holiday({2024, 6, 5}));
  CHECK_FALSE(is_public_holiday({2024, 12, 24}));
  CHECK(law::next({2024, 2, 29}) == Day{2024, 3, 1});
  CHECK(law::next({2024, 12, 31}) == Day{2025, 1, 1});
  CHECK(law::later({2024, 11}, 3) == Month{2025, 2});
  CHECK(law::later({2024, 2}, -3) == Month{2023, 11});
}

TEST_CASE("FLT-8, FLT-14: published months, in whole kroner from May 2014") {
  CHECK(run(with_wage({2024, 3}, "15600")).fleksloentilskud == ore("15272"));
  CHECK(run(with_wage({2020, 6}, "16000")).before_ceiling == kr("13642.25"));
  CHECK(run(with_wage({2020, 6}, "16000")).fleksloentilskud == ore("13642"));
  CHECK(run(under(with_wage({2020, 6}, "16000"), "23545")).fleksloentilskud == ore("7545"));
  CHECK(run(with_wage({2014, 3}, "14000")).fleksloentilskud == ore("12973.50"));
  CHECK(run(with_wage({2014, 4}, "14000")).fleksloentilskud == ore("12973.50"));
  CHECK(run(with_wage({2014, 5}, "14000")).fleksloentilskud == ore("12974"));  // half a krone up
  // 17.312 - 0,3 x 13.446 - 0,55 x 554,50 = 12.973,225
  CHECK(run(with_wage({2014, 3}, "14000.50")).fleksloentilskud == ore("12973.23"));
  Choices c;
  c.round_to = law::RoundTo::oere;
  CHECK(run(with_wage({2020, 6}, "16000"), c).fleksloentilskud == ore("13642.25"));
  c.round_to = law::RoundTo::krone;
  CHECK(run(with_wage({2014, 3}, "14000"), c).fleksloentilskud == ore("12974"));
}

TEST_CASE("FLT-11: what stands under the ceiling, by date") {
  SubsidyFacts f = under(with_wage({2021, 6}, "8123.45"), "24000");
  f.other_wage = 4000;
  CHECK(run(f).fleksloentilskud == ore("11877"));
  Choices c;
  c.other_wage = Under::excluded;
  CHECK(run(f, c).fleksloentilskud == ore("15299"));  // S0 = 18.936 - 0,3 x 12.123,45 = 15.298,965
  f.month = {2014, 6};
  f.wage_month = {2014, 5};
  f.ceiling = kr("20000");  // S0 = 17.312 - 3.637,035 = 13.674,965; room 11.876,55, with A 7.876,55
  CHECK(run(f).fleksloentilskud == ore("11877"));
  f.month = {2014, 7};
  CHECK(run(f).fleksloentilskud == ore("7877"));

  SubsidyFacts sick = under(with_wage({2025, 6}, "5000"), "20000");
  sick.daily_benefit = 9000;
  CHECK(run(sick).before_ceiling == kr("10170"));
  CHECK(run(sick).fleksloentilskud == ore("6000"));
  sick.month = {2023, 12};  // S0 = 19.333 - 1.500 - 9.000; the benefit is not under the ceiling
  CHECK(run(sick).fleksloentilskud == ore("8833"));
  sick.daily_benefit = 0;
  sick.unclaimed_benefit = 9000;
  sick.month = {2025, 6};
  CHECK(run(sick).fleksloentilskud == ore("6000"));
  Choices ignored;
  ignored.unclaimed_counts = false;
  CHECK(run(sick, ignored).fleksloentilskud == ore("15000"));  // S0 = 19.170, room 15.000
}

TEST_CASE("FLT-7: care income is as wage from 2024, under the ceiling and in the total") {
  SubsidyFacts f = under(with_wage({2024, 6}, "0"), "20843");
  f.care_income = 8450;
  CHECK(run(f).fleksloentilskud == ore("12393"));
  CHECK(run(f).total == 20843);
  f.month = {2023, 6};
  CHECK_FALSE(run(f).right);
  CHECK(run(f).fleksloentilskud == 0);
  f.wage = 1000;
  CHECK(run(f).fleksloentilskud == ore("19033"));  // 19.333 - 300
}

TEST_CASE("FLT-3: wage of other jobs alone is not enough") {
  SubsidyFacts f = with_wage({2024, 6}, "0");
  f.other_wage = 9000;
  CHECK_FALSE(run(f).right);
  CHECK(run(f).fleksloentilskud == 0);
  f.daily_benefit = 1;
  CHECK(run(f).fleksloentilskud == ore("17251"));
}

TEST_CASE("FLT-13: parts of months") {
  // Twelve of April 2024's 22 weekdays, own wage of the part: 12 x 12/260 x 19.952 - 30 pct. of 4.500 = 9.700,34
  SubsidyFacts f = under(with_wage({2024, 4}, "4500"), "30000");
  f.wage_month = {2024, 4};
  f.covered = Covered::own_wage;
  f.covered_weekdays = 12;
  CHECK(run(f).fleksloentilskud == ore("9700"));
  // The whole month's 17.252 x 12 x 12/260 = 9.554,95
  f.covered = Covered::wage_of_whole;
  f.wage = 9000;
  CHECK(run(f).fleksloentilskud == ore("9555"));
  CHECK(part_of_month({2024, 10}, 22) == 1);  // 22 x 12/260 is more than one
  CHECK(part_of_month({2022, 4}, 10) == ratio(120, 260));
  CHECK(part_of_month({2022, 3}, 10) == ratio(10, 23));
}

TEST_CASE("FLT-12: holiday days on ledighedsydelse, three rules") {
  CHECK(holiday_cut_of({2024, 1}) == HolidayCut::share_month_after);
  CHECK(holiday_cut_of({2023, 12}) == HolidayCut::share_same_month);
  CHECK(holiday_cut_of({2022, 4}) == HolidayCut::share_same_month);
  CHECK(holiday_cut_of({2022, 3}) == HolidayCut::benefit_same_month);
  CHECK(holiday_cut_of({2019, 7}) == HolidayCut::benefit_same_month);
  CHECK(regulated_after_holiday({2020, 1}));
  CHECK_FALSE(regulated_after_holiday({2019, 12}));
  CHECK_FALSE(regulated_after_holiday({2024, 1}));

  SubsidyFacts f = with_wage({2024, 8}, "8000");
  f.holiday_days = 5;
  CHECK(run(f).fleksloentilskud == ore("13502"));  // 17.552 x (1 - 60/260) = 13.501,54
  f.month = {2021, 7};
  f.holiday_benefit = 3969;                        // 17.197 x 12/260 x 5 = 3.968,54
  CHECK(run(f).fleksloentilskud == ore("12567"));  // 18.936 - 2.400 - 3.969
  f.holiday_benefit = 17000;
  CHECK(run(f).fleksloentilskud == 0);
  f.all_days_on_holiday = true;
  f.month = {2024, 8};
  CHECK(run(f).fleksloentilskud == 0);
}

TEST_CASE("FLT-5: the wage, pension in per cent of field 13 too, own ATP by table") {
  WageFacts f;
  f.month = {2024, 3};
  f.form = PayForm::hourly_wage;
  f.pay = 200;
  f.weekly_hours = 18;
  const MonthRates r = month_rates(book(), 2024, 3);
  CHECK(wage(f, {}, r).wage == kr("15534"));  // 78 hours: own ATP of 66
  SubsidyFacts month = with_wage({2024, 3}, "15534");
  month.ceiling = full_time_base(200, 37);
  CHECK(run(month).fleksloentilskud == ore("15292"));  // 15.291,80
  Choices c;
  c.atp = AtpTable::C;
  CHECK(wage(f, c, r).own_atp == kr("44.40"));  // a third of two thirds of 199,80
  c.own_atp = OwnAtp::counted;
  CHECK(wage(f, c, r).wage == 15600);

  WageFacts am;
  am.month = {2024, 6};
  am.pay = 8600;
  am.own_pension = {PensionForm::percent, 4};
  am.employer_pension = {PensionForm::percent, 8};
  CHECK(wage(am, {}, r).wage == 8600 + ratio(8600 * 12, 96));
}

TEST_CASE("FLT-17 to FLT-19: what is withheld, and what the state pays") {
  SubsidyFacts f = with_wage({2024, 3}, "15600");
  f.paid_hours = 78;
  const Subsidy s = run(f);
  CHECK(s.own_atp == ore("500"));
  CHECK(s.payout == ore("14772"));
  CHECK(s.public_atp == ore("101"));
  CHECK(s.obligatory_pension == ore("222"));
  CHECK(run(with_wage({2024, 6}, "9800")).payout == ore("16512"));
  CHECK_FALSE(run(with_wage({2024, 6}, "9800")).public_atp.has_value());
  f.paid_hours = kr("38.99");
  CHECK(run(f).public_atp == ore("297"));
  CHECK(run(with_wage({2019, 12}, "9800")).obligatory_pension == 0);
}

TEST_CASE("LY-3 to LY-6, LY-13, LY-15: ledighedsydelse of a month") {
  const Benefit b = benefit(whole({2025, 3}, BenefitClass::full), book());
  CHECK(b.ledighedsydelse == ore("18772"));
  CHECK(b.own_atp == ore("99"));
  CHECK(b.public_atp == ore("198"));
  CHECK(b.obligatory_pension == ore("336"));  // 1,8 pct. of 18.673 = 336,11

  BenefitMonth part = whole({2022, 5}, BenefitClass::full);
  part.days = {{BenefitClass::full, 10}};
  CHECK(benefit(part, book()).ledighedsydelse == ore("7949"));  // 17.222 x 12/260 x 10 = 7.948,62
  CHECK(benefit(part, book()).own_atp == ore("43"));            // 95 x 10/22; the limit is 11.716 x 10/22 = 5.325
  part.round_to = law::RoundTo::oere;
  CHECK(benefit(part, book()).ledighedsydelse == ore("7948.62"));
  part.month = {2014, 4};
  part.round_to = law::RoundTo::by_law;
  CHECK(benefit(part, book()).ledighedsydelse == ore("7249.85"));  // 15.708 x 120/260 = 7.249,846

  BenefitMonth offset = whole({2025, 3}, BenefitClass::full);
  offset.income = 20000;  // 0,3 x 16.911 + 0,55 x 3.089 = 6.772,25
  CHECK(benefit(offset, book()).ledighedsydelse == ore("12000"));
  CHECK(benefit(offset, book()).own_atp == 0);  // below 12.770
  offset.self_employed_hours = 10;              // 2.955,40 more at 55 pct.: 10.374,28
  CHECK(benefit(offset, book()).ledighedsydelse == ore("10374"));

  BenefitMonth provider = whole({2025, 3}, BenefitClass::full);
  provider.provider = true;
  provider.income = 6010;  // 16.969 is below 16.972
  CHECK(benefit(provider, book()).own_atp == 0);
  provider.income = 6000;  // 16.972 exactly
  CHECK(benefit(provider, book()).own_atp == ore("99"));

  BenefitMonth sanction = whole({2025, 3}, BenefitClass::full);
  sanction.sanction_days = 15;
  CHECK(benefit(sanction, book()).ledighedsydelse == ore("5198"));  // 6 x 866,40
  sanction.sanction_days = 0;
  sanction.day_sanctions = 2;
  CHECK(benefit(sanction, book()).ledighedsydelse == ore("17039"));  // 18.772 - 1.732,80
  sanction.income = 20000;                                           // and alike of what the offset leaves
  CHECK(benefit(sanction, book()).ledighedsydelse == ore("10892"));  // 11.999,75 x (1 - 24/260) = 10.892,08
}

TEST_CASE("LY-1, LY-4: a class that changes within a month") {
  BenefitMonth f = whole({2025, 3}, BenefitClass::full);
  f.days = {{BenefitClass::full, 1}, {BenefitClass::low_nonprovider, 20}};
  CHECK(benefit(f, book()).part_base == ratio(18772 + 20 * 12770, 21));
  f.days = {{BenefitClass::full, 1}, {BenefitClass::low_nonprovider, 10}};
  CHECK(benefit(f, book()).ledighedsydelse == ore("6760"));  // 866,40 + 5.893,85
}

TEST_CASE("LY-9: paid holiday without a job is topped up") {
  BenefitMonth f = whole({2025, 3}, BenefitClass::full);
  f.holiday_days = 5;
  f.holiday_pay_per_day = 500;
  CHECK(benefit(f, book()).ledighedsydelse == ore("16272"));  // 18.772 - 5 x 500
  f.holiday_pay_per_day = 900;                                // more than the daily 866,40
  CHECK(benefit(f, book()).ledighedsydelse == ore("14440"));  // 18.772 - 5 x 866,40
  f.income = 1000000;
  f.holiday_pay_per_day = 500;
  CHECK(benefit(f, book()).ledighedsydelse == ore("1832"));  // the offset takes no more than the rest
}

TEST_CASE("Section 9: the grant to the self-employed") {
  CHECK(grant(book(), 2019, {{48000, 0}}).year == ore("126806"));
  const Grant g = grant(book(), 2024, {{100000, 30000}, {60000, 30000}, {-20000, 30000}});
  CHECK(g.income == 110000);
  CHECK(g.year == ore("123953"));
  CHECK(g.month == ratio(123953, 12));
  CHECK(grant(book(), 2024, {{-20000, 0}, {-5000, 0}}).year == ore("156953"));
  CHECK(grant(book(), 2024, {}).year == 0);
  CHECK(grant(book(), 2024, {{1000000, 0}}).year == 0);
}
