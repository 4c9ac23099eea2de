// The oracle's course against figures that were published or worked by hand from the rulebook's words.
#include "oracle/course.hpp"

#include <doctest/doctest.h>
#include "source_file.hpp"

using namespace oracle;
using namespace oracle::course;

namespace {

const RateBook& book() {
  static const RateBook rates = RateBook::read(source_file("/src/rates/rates.csv"));
  return rates;
}

Ore ore(const char* text) { return to_ore(decimal(text)); }

// What is built up in a test: a course by its facts, each in one line.
struct Story {
  Course c;
  Story(Month first, Month last) {
    c.first = first;
    c.last = last;
  }
  std::size_t job(Date from, Date to, const char* ceiling = nullptr, bool fleksjob = true) {
    Job j;
    j.fleksjob = fleksjob;
    j.from = from;
    j.to = to;
    if (ceiling) {
      DatedCeiling x;
      x.from = from;
      x.amount = decimal(ceiling);
      j.ceilings.push_back(x);
    }
    c.jobs.push_back(j);
    return c.jobs.size() - 1;
  }
  WageRecord& wage(std::size_t job, Date from, Date to, const char* amount, Date known = always) {
    WageRecord w;
    w.job = job;
    w.from = from;
    w.to = to;
    w.disposal = to;
    w.am_income = decimal(amount);
    w.record.known = known;
    c.wages.push_back(w);
    return c.wages.back();
  }
  WageRecord& wage(std::size_t job, Month m, const char* amount, Date known = always) {
    return wage(job, first_of(m), last_of(m), amount, known);
  }
  void benefit(Date from, Date to = open, BenefitClass c_ = BenefitClass::full) {
    BenefitPeriod p;
    p.from = from;
    p.to = to;
    p.benefit_class = c_;
    c.ledighedsydelse.push_back(p);
  }
  void holiday(Date from, Date to, Holiday::Kind kind = Holiday::Kind::ledighedsydelse) {
    Holiday h;
    h.kind = kind;
    h.from = from;
    h.to = to;
    c.holidays.push_back(h);
  }
  void sanction(Date day) {
    Sanction s;
    s.day = day;
    c.sanctions.push_back(s);
  }
  CourseMonth at(int year, int m, Date as_of = open - 1, const CourseChoices& choices = {}) const {
    return course::month(c, {year, m}, as_of, choices, book());
  }
  Ore subsidy(int year, int m, Date as_of = open - 1, const CourseChoices& choices = {}) const {
    const CourseMonth out = at(year, m, as_of, choices);
    return out.subsidy ? out.subsidy->fleksloentilskud : -1;
  }
};

Ore days_of(BenefitClass c, int year, int month, int days) {
  return to_krone(law::monthly_amount(c, month_rates(book(), year, month)) * 12 / 260 * days);
}

}  // namespace

TEST_CASE("days and dates") {
  CHECK(date(1970, 1, 1) == 0);
  CHECK(date(2024, 3, 1) - date(2024, 2, 28) == 2);
  CHECK(day_of(date(2024, 2, 29)) == Day{2024, 2, 29});
  CHECK(day_of(date(2023, 12, 31)) == Day{2023, 12, 31});
  CHECK(day_of(date(2024, 1, 1)) == Day{2024, 1, 1});
  for (Date d = date(2012, 12, 25); d < date(2027, 1, 7); ++d) {
    const Day day = day_of(d);
    CHECK(date(day.year, day.month, day.day) == d);
    CHECK(course::weekdays(d, d) == weekdays_between(day, day));
  }
  CHECK(course::weekdays(date(2024, 4, 15), date(2024, 4, 30)) == 12);
  CHECK(last_weekday_of({2024, 3}) == date(2024, 3, 29));
}

TEST_CASE("FLT-20: the first month rests on its own wage") {
  Story s({2024, 3}, {2024, 6});
  const auto job = s.job(date(2024, 4, 1), open, "30000");
  s.wage(job, {2024, 4}, "9000");
  s.wage(job, {2024, 5}, "9000");
  s.benefit(date(2023, 6, 1), date(2024, 3, 31));
  CHECK(s.at(2024, 3).benefit->ledighedsydelse == to_krone(book().get("ledighedsydelse_full_month", {2024, 3, 1})));
  CHECK_FALSE(s.at(2024, 3).subsidy.has_value());
  CHECK_FALSE(s.at(2024, 4).benefit.has_value());
  CHECK(s.subsidy(2024, 4) == ore("17252"));
  CHECK(s.subsidy(2024, 5) == ore("17252"));
  CHECK(s.subsidy(2024, 6) == ore("17252"));
  CHECK(s.at(2024, 7).status == Status::unknown);  // June's wage is not known
}

TEST_CASE("FLT-20, KOR-2: the expected wage until the real one is known") {
  Story s({2024, 4}, {2024, 5});
  const auto job = s.job(date(2024, 4, 1), open, "30000");
  s.wage(job, {2024, 4}, "9000", date(2024, 3, 25)).expected = true;
  s.wage(job, {2024, 4}, "9500", date(2024, 5, 3));
  CHECK(s.subsidy(2024, 4, date(2024, 4, 30)) == ore("17252"));
  CHECK(s.subsidy(2024, 4) == ore("17102"));
  CHECK(s.subsidy(2024, 5) == ore("17102"));
  CHECK(s.at(2024, 4, date(2024, 3, 24)).status == Status::unknown);
  const Correction k = correction(s.c, {2024, 4}, date(2024, 6, 1), {}, book());
  REQUIRE(k.months.size() == 2);
  CHECK(k.months[0].difference == -ore("150"));
  CHECK(k.months[1].difference == 0);
  CHECK(k.total == -ore("150"));
}

TEST_CASE("FLT-13, FLT-20: a job that starts within a month") {
  Story s({2024, 4}, {2024, 6});
  const auto job = s.job(date(2024, 4, 15), open, "30000");
  s.wage(job, date(2024, 4, 15), date(2024, 4, 30), "4500");
  s.wage(job, {2024, 5}, "9000");
  s.benefit(date(2023, 6, 1), date(2024, 4, 14));
  const CourseMonth april = s.at(2024, 4);
  CHECK(april.subsidy->fleksloentilskud == ore("9700"));
  CHECK(april.benefit->ledighedsydelse == days_of(BenefitClass::full, 2024, 4, 10));
  CHECK(april.days.fleksjob == 12);
  CHECK(april.days.ledighedsydelse == 10);
  CHECK(april.days.neither == 0);
  CHECK(s.subsidy(2024, 5) == ore("17252"));
  CHECK(s.subsidy(2024, 6) == ore("17252"));
  CourseChoices as_paid;
  as_paid.after_part_month_regulated = false;
  CHECK(s.subsidy(2024, 5, open - 1, as_paid) == ore("18602"));
}

TEST_CASE("FLT-20: a job from the first weekday covers the month") {
  Story s({2024, 6}, {2024, 8});
  const auto job = s.job(date(2024, 6, 3), open);  // the first and second were a weekend
  s.wage(job, date(2024, 6, 3), date(2024, 6, 30), "8000");
  s.wage(job, {2024, 7}, "9000");
  CHECK(s.at(2024, 6).subsidy_facts->covered == law::Covered::whole);
  CHECK(s.subsidy(2024, 7) == ore("17552"));  // June's wage
}

TEST_CASE("FLT-21, FLT-24, LY-5: the last wage is not deducted once more") {
  Story s({2024, 6}, {2024, 8});
  const auto job = s.job(date(2020, 1, 1), date(2024, 5, 31), "30000");
  s.wage(job, {2024, 4}, "9000");
  s.wage(job, {2024, 5}, "9000");
  s.benefit(date(2024, 6, 1));
  CHECK(s.subsidy(2024, 5) == ore("17252"));
  const CourseMonth june = s.at(2024, 6);
  CHECK_FALSE(june.subsidy.has_value());
  CHECK(june.benefit->offset == 0);
  CHECK(june.benefit->ledighedsydelse == to_krone(book().get("ledighedsydelse_full_month", {2024, 6, 1})));
  CHECK(s.at(2024, 7).benefit->offset == 0);
}

TEST_CASE("FLT-13, FLT-21: a job that ends within a month") {
  Story s({2024, 6}, {2024, 7});
  const auto job = s.job(date(2023, 1, 1), date(2024, 6, 14), "28000");
  s.wage(job, {2024, 5}, "8000");
  s.wage(job, date(2024, 6, 1), date(2024, 6, 14), "4000");
  s.benefit(date(2024, 6, 15));
  const CourseMonth june = s.at(2024, 6);
  CHECK(june.subsidy->fleksloentilskud == ore("8101"));  // 17.552 x 10 x 12/260 = 8.100,92
  CHECK(june.benefit->ledighedsydelse == days_of(BenefitClass::full, 2024, 6, 10));
  CHECK(june.benefit->offset == 0);
  CHECK(s.at(2024, 7).benefit->offset == 0);
}

TEST_CASE("FLT-12, LY-11: holiday over the job's end is the same as holiday to its end") {
  Story a({2024, 6}, {2024, 7});
  const auto job = a.job(date(2023, 1, 1), date(2024, 6, 14), "28000");
  a.wage(job, {2024, 5}, "8000");
  a.benefit(date(2024, 6, 15));
  Story b = a;
  a.holiday(date(2024, 6, 10), date(2024, 6, 21));
  b.holiday(date(2024, 6, 10), date(2024, 6, 14));
  CHECK(a.at(2024, 6).payout == b.at(2024, 6).payout);
  CHECK(a.at(2024, 7).payout == b.at(2024, 7).payout);
}

TEST_CASE("FLT-20, FLT-21: a new job without a gap") {
  Story s({2024, 5}, {2024, 7});
  const auto old = s.job(date(2020, 1, 1), date(2024, 5, 31));
  const auto fresh = s.job(date(2024, 6, 1), open);
  s.wage(old, {2024, 4}, "9000");
  s.wage(old, {2024, 5}, "9000");
  s.wage(fresh, {2024, 6}, "6000");
  CHECK(s.subsidy(2024, 5) == ore("17252"));
  CHECK(s.subsidy(2024, 6) == ore("18152"));  // June's own 6.000
  CHECK(s.subsidy(2024, 7) == ore("18152"));
}

TEST_CASE("FLT-13, FLT-20: a new job within the month, each part with its own wage") {
  Story s({2024, 6}, {2024, 7});
  const auto old = s.job(date(2020, 1, 1), date(2024, 6, 14));
  const auto fresh = s.job(date(2024, 6, 17), open);
  s.wage(old, {2024, 5}, "9000");
  s.wage(fresh, date(2024, 6, 17), date(2024, 6, 30), "3000");
  s.wage(fresh, {2024, 7}, "6000");
  // Together they have every weekday of June, ten each: 17.252 / 2 + (19.952 / 2 - 900)
  CHECK(s.subsidy(2024, 6) == ore("17702"));
  CHECK(s.subsidy(2024, 7) == ore("18152"));
}

TEST_CASE("FLT-7, FLT-20: two fleksjob, each from its own month") {
  Story s({2024, 6}, {2024, 7});
  const auto one = s.job(date(2020, 1, 1), open, "30000");
  const auto two = s.job(date(2024, 6, 1), date(2024, 6, 30), "26000");
  s.wage(one, {2024, 5}, "5000");
  s.wage(one, {2024, 6}, "5000");
  s.wage(two, {2024, 6}, "4000");
  CHECK(s.subsidy(2024, 6) == ore("17252"));  // May's 5.000 and June's 4.000
  CHECK(s.subsidy(2024, 7) == ore("18452"));  // the second has ended: its last wage is not deducted once more
  CHECK(*s.at(2024, 6).subsidy->ceiling == 30000);
}

TEST_CASE("LY-5: the first month of ledighedsydelse rests on its own income") {
  Story s({2024, 6}, {2024, 8});
  const auto job = s.job(date(2020, 1, 1), date(2024, 5, 31));
  const auto shop = s.job(date(2020, 1, 1), open, nullptr, false);
  s.wage(job, {2024, 5}, "9000");
  s.wage(shop, {2024, 5}, "1000");
  s.wage(shop, {2024, 6}, "2000");
  s.wage(shop, {2024, 7}, "3000");
  s.benefit(date(2024, 6, 1));
  CHECK(s.at(2024, 6).benefit->income == 2000);
  CHECK(s.at(2024, 7).benefit->income == 2000);
  CHECK(s.at(2024, 8).benefit->income == 3000);
  CourseChoices before;
  before.first_benefit_month_own = false;
  CHECK(s.at(2024, 6, open - 1, before).benefit->income == 1000);
  // Written as two records over a boundary it is the same.
  Story two = s;
  two.c.ledighedsydelse.clear();
  two.benefit(date(2024, 6, 1), date(2024, 6, 30));
  two.benefit(date(2024, 7, 1));
  CHECK(two.at(2024, 7).benefit->income == 2000);
}

TEST_CASE("FLT-12, FLT-22: holiday on ledighedsydelse by its three rules") {
  Story s({2021, 7}, {2021, 9});
  const auto job = s.job(date(2021, 4, 1), open);
  s.wage(job, {2021, 6}, "8000");
  s.wage(job, {2021, 7}, "6000", date(2021, 8, 2));
  s.wage(job, {2021, 8}, "8000", date(2021, 9, 2));
  s.holiday(date(2021, 7, 5), date(2021, 7, 9));
  CHECK(s.at(2021, 7).benefit->ledighedsydelse == ore("3969"));  // 17.197 x 12/260 x 5
  CHECK(s.subsidy(2021, 7) == ore("12567"));                     // 16.536 - 3.969
  CHECK(s.subsidy(2021, 8, date(2021, 8, 31)) == ore("17136"));  // first from the lower wage of July
  CHECK(s.subsidy(2021, 8) == ore("16536"));                     // regulated on the real one
  CHECK(s.subsidy(2021, 9) == ore("16536"));

  Story later({2022, 7}, {2022, 9});
  const auto j = later.job(date(2022, 4, 1), open);
  later.wage(j, {2022, 6}, "8000");
  later.wage(j, {2022, 7}, "6000");
  later.wage(j, {2022, 8}, "8000");
  later.holiday(date(2022, 7, 4), date(2022, 7, 8));
  CHECK(later.subsidy(2022, 7) == ore("12742"));  // 16.564 x 200/260 = 12.741,54
  CHECK(later.subsidy(2022, 8) == ore("16564"));
}

TEST_CASE("FLT-12: from 2024 the days take from the month after") {
  Story s({2024, 7}, {2024, 9});
  const auto job = s.job(date(2024, 4, 1), open);
  s.wage(job, {2024, 6}, "8000");
  s.wage(job, {2024, 7}, "6000");
  s.wage(job, {2024, 8}, "8000");
  s.holiday(date(2024, 7, 1), date(2024, 7, 5));
  CHECK(s.subsidy(2024, 7) == ore("17552"));
  CHECK(s.subsidy(2024, 8) == ore("13963"));  // 18.152 x 200/260 = 13.963,08
  CHECK(s.subsidy(2024, 9) == ore("17552"));
  // A public holiday is no such day: 2. pinsedag
  Story may({2024, 5}, {2024, 6});
  const auto j = may.job(date(2024, 1, 1), open);
  may.wage(j, {2024, 4}, "8000");
  may.wage(j, {2024, 5}, "8000");
  may.holiday(date(2024, 5, 20), date(2024, 5, 24));
  CHECK(may.subsidy(2024, 6) == ore("14312"));  // 17.552 x (1 - 48/260) = 14.311,63
  CourseChoices counted;
  counted.public_holidays_excluded = false;
  CHECK(may.subsidy(2024, 6, open - 1, counted) == ore("13502"));
}

TEST_CASE("FLT-6: pay over several months as exact parts, from when it is known") {
  Story s({2024, 2}, {2024, 8});
  const auto job = s.job(date(2023, 1, 1), open);
  for (int m = 1; m <= 6; ++m) s.wage(job, {2024, m}, "8000");
  WageRecord& bonus = s.wage(job, {2024, 7}, "8100", date(2024, 8, 1));
  bonus.spread.push_back({100, {2024, 1}, {2024, 7}});
  CHECK(*wage_in(s.c, job, {2024, 3}, open - 1) == 8000 + ratio(100, 7));
  CHECK(*wage_in(s.c, job, {2024, 3}, date(2024, 7, 31)) == 8000);
  CHECK(*wage_in(s.c, job, {2024, 7}, open - 1) == 8000 + ratio(100, 7));
  CHECK(s.subsidy(2024, 4) == ore("17548"));  // 17.552 - 4,29
  CHECK(s.subsidy(2024, 4, date(2024, 7, 31)) == ore("17552"));
  CHECK(wage_in(s.c, job, {2024, 8}, open - 1).has_value() == false);
}

TEST_CASE("FLT-6, BEK-LY § 16: settled forward, and the rest is repaid") {
  const SettledForward a = settle_forward(-1000, {300, 0, 500});
  CHECK(a.in_month == std::vector<Ore>{-300, 0, -500});
  CHECK(a.repaid == -200);
  const SettledForward b = settle_forward(-1000, {3000, 10});
  CHECK(b.in_month == std::vector<Ore>{-1000, 0});
  CHECK(b.repaid == 0);
  CHECK(settle_forward(700, {0, 10}).in_month == std::vector<Ore>{700, 0});
}

TEST_CASE("FLT-24: pay for the time after the job's end counts in the month after it is paid") {
  Story s({2014, 10}, {2014, 12});
  const auto old = s.job(date(2013, 1, 1), date(2014, 7, 16));
  const auto fresh = s.job(date(2014, 9, 1), open, "25000");
  WageRecord& fund = s.wage(old, date(2014, 8, 1), date(2014, 10, 31), "10000");
  fund.after_end = true;
  fund.disposal = date(2014, 11, 20);
  for (int m = 9; m <= 11; ++m) s.wage(fresh, {2014, m}, "9000");
  CHECK(s.subsidy(2014, 11) == ore("14612"));
  // 17.312 - 0,3 x 13.446 - 0,55 x 5.554 = 10.223,50; under 25.000 there is room for 6.000
  CHECK(s.subsidy(2014, 12) == ore("6000"));
  Story idle({2014, 10}, {2014, 12});
  const auto gone = idle.job(date(2013, 1, 1), date(2014, 7, 16));
  idle.benefit(date(2014, 7, 17));
  WageRecord& notice = idle.wage(gone, date(2014, 8, 1), date(2014, 8, 31), "10000");
  notice.after_end = true;
  notice.disposal = date(2014, 9, 30);
  CHECK(idle.at(2014, 9).benefit->income == 0);
  CHECK(idle.at(2014, 10).benefit->income == 10000);
}

TEST_CASE("LY-12: three weeks, and a second within twelve months ends the right") {
  Story s({2024, 1}, {2024, 4});
  s.benefit(date(2023, 7, 1), date(2024, 3, 28));
  s.sanction(date(2023, 12, 1));
  s.sanction(date(2024, 1, 8));
  CHECK(s.at(2023, 12).benefit->payable == 6);  // 21 weekdays less 15
  CHECK(s.at(2024, 1).benefit->payable == 5);
  CHECK_FALSE(s.at(2024, 2).benefit.has_value());
  CHECK_FALSE(s.at(2024, 3).benefit.has_value());
  Story apart({2023, 1}, {2024, 12});
  apart.benefit(date(2023, 1, 1));
  apart.sanction(date(2023, 2, 1));
  apart.sanction(date(2024, 2, 1));
  CHECK(apart.at(2024, 3).benefit->payable == 21);
}

TEST_CASE("LY-12: regained by nine months of fleksjob within 18") {
  Story s({2024, 1}, {2025, 12});
  s.benefit(date(2023, 7, 1), date(2024, 3, 31));
  s.sanction(date(2023, 12, 1));
  s.sanction(date(2024, 1, 8));
  const auto job = s.job(date(2024, 4, 1), date(2025, 2, 28));
  s.wage(job, {2024, 4}, "1000");
  s.benefit(date(2025, 3, 1));
  CHECK(s.at(2025, 3).benefit.has_value());
  s.c.jobs[job].to = date(2024, 11, 30);  // eight months
  s.c.ledighedsydelse.back().from = date(2024, 12, 1);
  CHECK_FALSE(s.at(2025, 3).benefit.has_value());
  // Nine months by the calendar, however few days they have.
  s.c.jobs[job] = {};
  s.c.jobs[job].from = date(2024, 6, 1);
  s.c.jobs[job].to = date(2025, 2, 28);
  s.c.ledighedsydelse.back().from = date(2025, 3, 1);
  CHECK(s.at(2025, 3).benefit.has_value());
}

TEST_CASE("LY-12: a missed meeting takes the daily amount of each weekday until contact") {
  Story s({2025, 3}, {2025, 3});
  s.benefit(date(2025, 1, 1));
  DaySanction missed;
  missed.from = date(2025, 3, 7);
  missed.to = date(2025, 3, 10);
  s.c.day_sanctions.push_back(missed);
  CHECK(s.at(2025, 3).benefit->ledighedsydelse == ore("17039"));  // 18.772 - 2 x 866,40
}

TEST_CASE("FLT-23: the right ends with the month of the pension") {
  CHECK(pension_age_month(date(1953, 12, 31)) == Month{2018, 12});
  CHECK(pension_age_month(date(1954, 1, 1)) == Month{2019, 7});
  CHECK(pension_age_month(date(1954, 7, 1)) == Month{2020, 7});
  CHECK(pension_age_month(date(1955, 1, 1)) == Month{2021, 7});
  CHECK(pension_age_month(date(1955, 7, 1)) == Month{2022, 7});
  CHECK(pension_age_month(date(1963, 1, 1)) == Month{2031, 1});
  CHECK(pension_age_month(date(1967, 1, 1)) == Month{2036, 1});
  Story s({2022, 6}, {2022, 9});
  const auto job = s.job(date(2020, 1, 1), open);
  for (int m = 5; m <= 8; ++m) s.wage(job, {2022, m}, "1000");
  s.c.birth = date(1955, 7, 10);
  CHECK(s.at(2022, 7).subsidy.has_value());
  CHECK_FALSE(s.at(2022, 8).subsidy.has_value());
  s.c.birth.reset();
  s.c.pension_from = date(2022, 6, 1);
  CHECK(s.at(2022, 6).subsidy.has_value());
  CHECK_FALSE(s.at(2022, 7).subsidy.has_value());
}

TEST_CASE("FLT-20: before July 2017 the expected wage is the first month's alone") {
  Story s({2017, 5}, {2017, 8});
  const auto job = s.job(date(2017, 5, 15), open);
  for (int m = 5; m <= 8; ++m) s.wage(job, {2017, m}, "4000").expected = true;
  CHECK(s.at(2017, 5).status == Status::computed);
  CHECK(s.at(2017, 6).status == Status::unknown);
  CHECK(s.at(2017, 7).status == Status::computed);
  s.wage(job, date(2017, 5, 15), date(2017, 5, 31), "2000");
  CHECK(s.subsidy(2017, 6) == ore("17427"));  // 18.027 - 30 pct. of the part month's 2.000
}

TEST_CASE("LY-1, LY-4: each day its class") {
  Story s({2024, 3}, {2024, 4});
  s.benefit(date(2024, 3, 1), date(2024, 3, 3), BenefitClass::full);
  s.benefit(date(2024, 3, 4), open, BenefitClass::low_nonprovider);
  const MonthRates r = month_rates(book(), 2024, 3);
  CHECK(s.at(2024, 3).benefit->part_base == (r.ledighedsydelse_full + 20 * r.ledighedsydelse_low_nonprovider) / 21);
  CHECK(s.at(2024, 4).benefit->part_base == r.ledighedsydelse_low_nonprovider);
}

TEST_CASE("Facts: the register goes first, corrections replace, what is withdrawn is gone") {
  Story s({2024, 2}, {2024, 4});
  const auto job = s.job(date(2023, 1, 1), open);
  s.wage(job, {2024, 1}, "8500", date(2024, 2, 1)).record.source = Source::citizen;
  WageRecord& first = s.wage(job, {2024, 1}, "8000", date(2024, 2, 10));
  first.record.id = "a";
  WageRecord& second = s.wage(job, {2024, 1}, "8200", date(2024, 3, 1));
  second.record.corrects = "a";
  second.record.id = "b";
  WageRecord& none = s.wage(job, {2024, 1}, "0", date(2024, 4, 1));
  none.record.corrects = "b";
  none.record.withdrawn = true;
  CHECK(*wage_in(s.c, job, {2024, 1}, date(2024, 2, 5)) == 8500);
  CHECK(*wage_in(s.c, job, {2024, 1}, date(2024, 2, 10)) == 8000);
  CHECK(*wage_in(s.c, job, {2024, 1}, date(2024, 3, 1)) == 8200);
  CHECK(*wage_in(s.c, job, {2024, 1}, date(2024, 4, 1)) == 8500);
}

TEST_CASE("KOR-1: twelve months back; a settled correction leaves nothing") {
  Story s({2023, 1}, {2024, 6});
  const auto job = s.job(date(2022, 1, 1), open);
  s.wage(job, {2022, 12}, "8000");
  for (int m = 1; m <= 12; ++m) s.wage(job, {2023, m}, "8000");
  for (int m = 1; m <= 5; ++m) s.wage(job, {2024, m}, "8000");
  for (std::size_t i = 0; i < s.c.wages.size(); ++i) s.c.wages[i].record.id = std::to_string(i);
  WageRecord& old = s.wage(job, {2023, 3}, "9000", date(2024, 6, 10));
  old.record.corrects = "3";  // March 2023, for April 2023
  WageRecord& recent = s.wage(job, {2023, 6}, "9000", date(2024, 6, 10));
  recent.record.corrects = "6";  // June 2023, for July 2023
  Correction k = correction(s.c, {2023, 1}, date(2024, 6, 28), {}, book());
  CHECK(k.months[3].difference == -ore("300"));
  CHECK_FALSE(k.months[3].regulated);
  CHECK(k.months[6].difference == -ore("300"));
  CHECK(k.months[6].regulated);
  CHECK(k.total == -ore("300"));
  s.c.settled.push_back({date(2024, 6, 28), {2023, 1}});
  k = correction(s.c, {2023, 1}, date(2024, 6, 30), {}, book());
  CHECK(k.total == 0);
  CHECK(k.months[3].difference == -ore("300"));  // still shown apart
  CHECK(k.months[6].difference == 0);
}
