#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

namespace {

Employment fleksjob(Date from, std::optional<Date> to = std::nullopt) {
  Employment e;
  e.id = "a";
  e.from = from;
  e.to = to;
  return e;
}

WageRecord wage(Month month, std::int64_t kroner) {
  WageRecord w;
  w.period = {first_day(month), last_day(month)};
  w.disposal = last_day(month);
  w.record.known = w.disposal;
  w.am_income = Money::kroner(kroner);
  return w;
}

BenefitPeriod benefit(Date from, Date to) {
  BenefitPeriod b;
  b.record.known = from;
  b.from = from;
  b.to = to;
  b.benefit_class = BenefitClass::full;
  return b;
}

MunicipalLedger ledger(const Case& facts, const LedgerQuestion& question = {}) {
  const auto checked = CheckedCase::of(facts);
  REQUIRE(checked);
  const auto l = municipal_ledger(*checked, RateTable::embedded(), question);
  REQUIRE(l);
  for (const LedgerMonth& m : l->months) {
    CHECK(m.statement.municipality + m.statement.state == m.statement.citizen + m.statement.pension);
    Exact sum{};
    int days = 0;
    for (const WeekOfExpense& w : m.facts.weeks) {
      sum += w.subsidy + w.ledighedsydelse;
      days += w.days;
    }
    CHECK(sum == Exact::of(m.statement.benefit));
    CHECK(days <= 31);
  }
  return *l;
}

}  // namespace

TEST_CASE("KOM-1, KOM-9: a fleksjob since 2020 is past the 52nd week; the benefit of the month is divided on its weeks by days") {
  Case c;
  c.first = c.last = 2024y / 6;
  c.employments = {fleksjob(2020y / 1 / 1)};
  c.wages = {wage(2024y / 5, 9'000)};
  const auto l = ledger(c);
  const LedgerMonth& m = l.months.front();
  CHECK(m.statement.benefit == Money::kroner(17'252));
  CHECK(m.statement.refund == Money::oere(345'040));
  CHECK(m.statement.share == Exact::ratio(1, 5));
  CHECK(m.statement.weeks == 235);  // the weeks from 30 December 2019 to that of 30 June 2024
  // 30 pct. of 19.952 − 3.450,40 is 4.950,48, less 20 pct. of 9.000.
  CHECK(m.statement.fleksbidrag == Money::kroner(3'150));
  CHECK(m.wage_month == 2024y / 5);
  CHECK(m.facts.weeks.size() == 5);  // June 2024 begins on a Saturday
  CHECK(m.facts.weeks.front().days == 2);
  CHECK(!l.approval_known);
  CHECK(!l.weeks_stated);
}

TEST_CASE("KOM-1: weeks counted before the first month decide the step, and a month may pass one") {
  Case c;
  c.first = 2024y / 1;
  c.last = 2024y / 3;
  c.employments = {fleksjob(2024y / 1 / 1)};
  c.wages = {wage(2024y / 1, 9'000), wage(2024y / 2, 9'000), wage(2024y / 3, 9'000)};
  c.benefit_weeks_before = 20;
  const auto l = ledger(c);
  CHECK(l.weeks_stated);
  CHECK(l.months[0].statement.share == Exact::ratio(2, 5));
  CHECK(l.months[0].facts.weeks.front().weeks == 21);
  CHECK(l.months[1].statement.share == Exact::ratio(3, 10));  // week 27 begins on 12 February
  CHECK(l.months[1].statement.refund > l.months[2].statement.refund);
  CHECK(l.months[2].statement.fleksbidrag == Money{});
  // On weekdays the same in all, divided otherwise.
  const auto weekdays = ledger(c, {.options = {.weeks_of_month = WeeksOfMonth::weekdays}});
  CHECK(weekdays.months[1].statement.benefit == l.months[1].statement.benefit);
  CHECK(weekdays.months[1].statement.refund != l.months[1].statement.refund);
}

TEST_CASE("KOM-2: a year of other work lets the count start over, and it is told") {
  Case c;
  c.first = 2022y / 1;
  c.last = 2024y / 3;
  c.employments = {fleksjob(2021y / 1 / 1, 2022y / 12 / 31), fleksjob(2024y / 2 / 1)};
  c.employments[1].id = "b";
  Employment other = fleksjob(2023y / 1 / 1, 2024y / 1 / 31);
  other.id = "c";
  other.kind = Employment::Kind::other;
  c.employments.push_back(other);
  for (Month m = 2021y / 12; m <= Month{2022y / 12}; m = month_after(m)) c.wages.push_back(wage(m, 8'000));
  for (Month m = 2024y / 2; m <= Month{2024y / 3}; m = month_after(m)) {
    c.wages.push_back(wage(m, 8'000));
    c.wages.back().employment = 1;
  }
  const auto l = ledger(c);
  const auto at = [&](Month m) -> const LedgerMonth& { return l.months[static_cast<std::size_t>((m - c.first).count())]; };
  CHECK(at(2022y / 12).statement.weeks > 52);
  CHECK(at(2023y / 6).statement.benefit == Money{});
  CHECK(at(2024y / 2).facts.weeks.front().weeks == 1);
  bool told = false;
  for (const LedgerMonth& m : l.months)
    for (const Step& step : m.steps) told = told || step.rule == Rule::KOM_2;
  CHECK(told);
}

TEST_CASE("KOM-4, KOM-5, KOM-6: approved before the staircase the old rules hold, until a new fleksjob") {
  Case c;
  c.first = 2013y / 1;
  c.last = 2016y / 3;
  c.approved = 2013y / 1 / 1;
  c.ledighedsydelse = {benefit(2013y / 1 / 1, 2015y / 5 / 31)};
  c.employments = {fleksjob(2015y / 6 / 1)};
  for (Month m = 2015y / 6; m <= Month{2016y / 3}; m = month_after(m)) c.wages.push_back(wage(m, 8'000));
  const auto l = ledger(c);
  const auto at = [&](Month m) -> const MunicipalStatement& { return l.months[static_cast<std::size_t>((m - c.first).count())].statement; };
  CHECK(l.approval_known);
  CHECK(l.staircase_from == Date{2016y / 1 / 1});
  CHECK(at(2013y / 1).share == Exact::ratio(3, 10));
  CHECK(at(2014y / 6).share == Exact::ratio(3, 10));  // the 18th month
  CHECK(at(2014y / 7).share == Exact{});              // after 18 of 24
  CHECK(at(2015y / 7).share == Exact::ratio(13, 20));
  CHECK(at(2016y / 2).share == Exact::ratio(1, 5));
  // Approved before 2013: never on the staircase.
  c.approved = 2012y / 1 / 1;
  const auto old = ledger(c);
  CHECK(!old.staircase_from);
  CHECK(old.months.back().statement.share == Exact::ratio(13, 20));
}

// FIN § 29 stk. 3: the days 1-3 January 2016 have the percentage of the week after.
TEST_CASE("KOM-1: the first three days of 2016 are refunded as the week of 4 January") {
  Case c;
  c.first = c.last = 2016y / 1;
  c.employments = {fleksjob(2015y / 7 / 6)};
  c.wages = {wage(2015y / 12, 8'000), wage(2016y / 1, 8'000)};
  const auto l = ledger(c);
  const auto& weeks = l.months.front().facts.weeks;
  CHECK(weeks[0].weeks == 27);  // its own week would be the 26th
  CHECK(weeks[1].weeks == 27);
}

TEST_CASE("KOM-7: without any reported wage there is no fleksbidrag; an expected one is not reported") {
  Case c;
  c.first = c.last = 2024y / 6;
  c.employments = {fleksjob(2020y / 1 / 1)};
  c.wages = {wage(2024y / 5, 9'000)};
  c.wages.front().expected = true;
  const auto l = ledger(c);
  CHECK(!l.months.front().facts.wage);
  CHECK(l.months.front().statement.fleksbidrag == Money{});
}

TEST_CASE("KOM-1: what cannot be of approval and weeks is said with its place") {
  Case c;
  c.first = c.last = 2024y / 6;
  c.employments = {fleksjob(2020y / 1 / 1)};
  c.benefit_weeks_before = 600;
  auto wrong = problems(c);
  REQUIRE(wrong.size() == 1);
  CHECK(wrong.front().field.text() == "benefit_weeks_before");
  c.benefit_weeks_before = -1;
  CHECK(problems(c).size() == 1);
  c.benefit_weeks_before = 500;
  CHECK(problems(c).empty());
  // Before July 2014 no week had been counted.
  c.first = c.last = 2014y / 5;
  c.benefit_weeks_before = 1;
  CHECK(problems(c).size() == 1);
  c.benefit_weeks_before = 0;
  CHECK(problems(c).empty());
  c.first = c.last = 2024y / 6;
  c.approved = 2024y / 2 / 30;
  wrong = problems(c);
  REQUIRE(wrong.size() == 1);
  CHECK(wrong.front().code == ErrorCode::no_such_date);
}

// BEK 14/2026 § 21 can be read two ways: one approved from 2013 to June 2014 brings the weeks since 1 July 2014 to the new fleksjob,
// or only those from it on.
TEST_CASE("KOM-4: the weeks before the new fleksjob count, or by the option do not, and the months where that decides say so") {
  Case c;
  c.first = 2016y / 1;
  c.last = 2017y / 2;
  c.approved = 2014y / 6 / 30;
  c.ledighedsydelse = {benefit(2014y / 7 / 1, 2015y / 12 / 31)};
  c.employments = {fleksjob(2016y / 1 / 4)};
  for (Month m = c.first; m <= c.last; m = month_after(m)) c.wages.push_back(wage(m, 8'000));
  c.wages.front().period.first = 2016y / 1 / 4;
  const auto counted = ledger(c), not_counted = ledger(c, {.options = {.weeks_before_new_job = WeeksBeforeNewJob::not_counted}});
  const auto weeks_of = [](const MunicipalLedger& l, std::size_t month) { return l.months[month].facts.weeks.front().weeks; };
  // 1 July 2014 is in the first of 79 weeks to 3 January 2016.
  CHECK(weeks_of(counted, 0) == 80);
  CHECK(weeks_of(not_counted, 0) == 1);
  CHECK(weeks_of(counted, 6) == weeks_of(not_counted, 6) + 79);
  CHECK(counted.months[0].statement.share == Exact::ratio(1, 5));
  CHECK(not_counted.months[0].statement.share == Exact::ratio(4, 5));
  CHECK(not_counted.months[5].statement.share == Exact::ratio(2, 5));
  CHECK(counted.staircase_from == not_counted.staircase_from);
  // In February 2017 both are past the 52nd week.
  for (const auto* l : {&counted, &not_counted}) {
    CHECK(l->months.front().rests_on_choice);
    CHECK(!l->months.back().rests_on_choice);
    for (const LedgerMonth& m : l->months)
      for (const Step& step : m.steps)
        if (step.rule == Rule::KOM_1) CHECK(step.rests_on_choice == m.rests_on_choice);
  }
  CHECK(breakdown(c, counted, RateTable::embedded(), Language::english).find("weeks_before_new_job") != std::string::npos);
  // A day of sickness benefit counts whoever has it; and for one approved later nothing is read two ways.
  DailyBenefit sick;
  sick.kind = DailyBenefit::Kind::sickness;
  sick.period = {2015y / 3 / 2, 2015y / 3 / 8};
  sick.paid = 2015y / 3 / 8;
  sick.amount = Money::kroner(4'000);
  c.daily_benefits = {sick};
  CHECK(weeks_of(ledger(c, {.options = {.weeks_before_new_job = WeeksBeforeNewJob::not_counted}}), 0) == 2);
  c.approved = 2014y / 7 / 1;
  const auto later = ledger(c, {.options = {.weeks_before_new_job = WeeksBeforeNewJob::not_counted}});
  CHECK(weeks_of(later, 0) == 80);
  CHECK(!later.months.front().rests_on_choice);
  CHECK(breakdown(c, later, RateTable::embedded(), Language::english).find("weeks_before_new_job") == std::string::npos);
}

TEST_CASE("KOM-4: of two new fleksjob the first in time begins the staircase, on its first day, wherever it stands in the file") {
  for (const bool last_first : {false, true}) {
    Case c;
    c.first = c.last = 2016y / 5;
    c.approved = 2013y / 1 / 1;
    c.employments = {fleksjob(2016y / 5 / 11, 2016y / 12 / 31), fleksjob(2018y / 1 / 1)};
    c.employments[1].id = "b";
    if (last_first) std::swap(c.employments[0], c.employments[1]);
    c.wages = {wage(2016y / 5, 8'000)};
    c.wages[0].period.first = 2016y / 5 / 11;
    c.wages[0].employment = last_first ? 1 : 0;
    const auto l = ledger(c);
    CHECK(l.staircase_from == Date{2016y / 5 / 11});
    // A Wednesday: five days of its week are in the month, all of them on the staircase; before it nothing was paid.
    const auto& weeks = l.months.front().facts.weeks;
    REQUIRE(weeks.size() == 4);
    CHECK(weeks[0].monday == Date{2016y / 5 / 9});
    CHECK(weeks[0].days == 5);
    CHECK(weeks[0].rules == RefundRules::staircase);
  }
}

TEST_CASE("FLT-18: the state's ATP is known with the hours, and where no subsidy is paid") {
  Case c;
  c.first = c.last = 2024y / 6;
  c.employments = {fleksjob(2020y / 1 / 1)};
  c.wages = {wage(2024y / 5, 9'000)};
  CHECK(!ledger(c).months.front().public_atp_known);
  c.wages[0].paid_hours = Hours::whole(40);
  CHECK(ledger(c).months.front().public_atp_known);
  CHECK(ledger(c).months.front().facts.public_atp > Money{});
  c.wages[0].am_income = Money::kroner(60'000);
  c.wages[0].paid_hours.reset();
  CHECK(ledger(c).months.front().public_atp_known);
}

// BEK 14/2026 § 19 stk. 2, § 20: an expense is divided on the days it covers, and only a week with one is counted.
TEST_CASE("KOM-9: the three weeks of a sanction have no expense and are not counted") {
  Case c;
  c.first = 2024y / 6;
  c.last = 2024y / 7;
  c.ledighedsydelse = {benefit(2024y / 5 / 27, 2024y / 12 / 31)};
  Sanction& sanction = c.sanctions.emplace_back();
  sanction.date = sanction.record.known = 2024y / 6 / 10;
  const auto l = ledger(c);
  const auto& june = l.months[0].facts.weeks;
  REQUIRE(june.size() == 2);  // 1-2 and 3-9 June
  CHECK(june[0].days == 2);
  CHECK(june[1].days == 7);
  CHECK(june[1].weeks == 2);
  CHECK(june[1].ledighedsydelse == Exact::of(l.months[0].statement.benefit) * Exact::ratio(7, 9));
  CHECK(l.months[1].facts.weeks.front().weeks == 3);
}

// BEK-FLT § 10 stk. 2: no subsidy is paid for days of holiday on ledighedsydelse.
TEST_CASE("KOM-9: holiday on ledighedsydelse in a fleksjob has its own days, and the subsidy the others") {
  Case c;
  c.first = c.last = 2024y / 6;
  c.employments = {fleksjob(2024y / 6 / 3)};
  c.wages = {wage(2024y / 6, 9'000)};
  c.wages[0].period.first = 2024y / 6 / 3;
  HolidayTaken& h = c.holidays.emplace_back();
  h.kind = HolidayTaken::Kind::ledighedsydelse;
  h.employment = 0;
  h.period = {2024y / 6 / 11, 2024y / 6 / 12};
  const auto l = ledger(c);
  const auto& weeks = l.months[0].facts.weeks;
  REQUIRE(weeks.size() == 4);
  for (const WeekOfExpense& w : weeks) {
    const bool holiday = w.monday == Date{2024y / 6 / 10};
    CHECK(w.days == 7);
    CHECK(w.subsidy * Exact::whole(26) == (weeks[0].subsidy * Exact::ratio(26 * (holiday ? 5 : 7), 7)));
    CHECK(w.ledighedsydelse.is_positive() == holiday);
  }
}

TEST_CASE("KOM-1: a month that cannot be computed has no purses, and its weeks are counted as those before the case") {
  Case c;
  c.first = 2024y / 3;
  c.last = 2024y / 5;
  c.employments = {fleksjob(2024y / 1 / 1, 2024y / 4 / 10)};
  c.ledighedsydelse = {benefit(2024y / 4 / 11, 2024y / 12 / 31)};
  c.wages = {wage(2024y / 2, 9'000)};
  const auto l = ledger(c);
  CHECK(l.months[1].status == MonthStatus::unknown);  // the wage of March is not known
  CHECK(l.months[1].facts.weeks.empty());
  CHECK(l.months[1].statement.benefit == Money{});
  CHECK(l.months[1].statement.month == 2024y / 4);
  CHECK(l.months[0].facts.weeks.back().weeks == 13);
  CHECK(l.months[2].facts.weeks.front().weeks == 18);
}

TEST_CASE("KOM-2: ledighedsydelse of 0 kr. beside other work is no benefit") {
  Case c;
  c.first = 2024y / 1;
  c.last = 2024y / 3;
  c.employments = {fleksjob(2023y / 1 / 1)};
  c.employments[0].kind = Employment::Kind::other;
  c.ledighedsydelse = {benefit(2024y / 1 / 1, 2024y / 12 / 31)};
  c.wages = {wage(2024y / 1, 9'000), wage(2024y / 2, 60'000)};
  const auto l = ledger(c);
  CHECK(l.months[1].statement.benefit > Money{});
  CHECK(l.months[2].statement.benefit == Money{});
  CHECK(l.months[1].statement.weeks == 9);
  c.last = 2024y / 4;
  c.wages.push_back(wage(2024y / 3, 9'000));
  // 1 to 31 March is of the weeks of 26 February to 25 March; the first of April is the next that is counted.
  CHECK(ledger(c).months[3].facts.weeks.front().weeks == 10);
}

// BEK 14/2026 § 24 stk. 2-3: what stands in the income register.
TEST_CASE("KOM-7: a payslip and a part of a bonus are no reported wage of a month") {
  Case c;
  c.first = c.last = 2024y / 6;
  c.employments = {fleksjob(2020y / 1 / 1)};
  c.wages = {wage(2024y / 5, 9'000), wage(2024y / 6, 11'000), wage(2024y / 8, 20'000)};
  c.wages[1].record.source = FactSource::employer;
  c.wages[2].spread = {{Money::kroner(12'000), 2024y / 6, 2024y / 8}};
  const auto l = ledger(c);
  CHECK(l.months[0].facts.wage == Exact::of(Money::kroner(9'000)));
  CHECK(l.months[0].wage_month == 2024y / 5);
  c.wages[1].record.source = FactSource::income_register;
  CHECK(ledger(c).months[0].facts.wage == Exact::of(Money::kroner(15'000)));
}

TEST_CASE("KOM-1, KOM-3: the week of the first month's first day is the case's own, and 30 June 2014 is not counted") {
  Case c;
  c.first = c.last = 2024y / 3;  // a Friday
  c.employments = {fleksjob(2024y / 1 / 1, 2024y / 2 / 27)};
  c.ledighedsydelse = {benefit(2024y / 3 / 4, 2024y / 12 / 31)};
  c.benefit_weeks_before = 10;
  CHECK(ledger(c).months[0].facts.weeks.front().weeks == 12);

  c = {};
  c.first = 2014y / 6;
  c.last = 2014y / 7;
  c.ledighedsydelse = {benefit(2014y / 6 / 1, 2014y / 6 / 30), benefit(2014y / 7 / 14, 2014y / 12 / 31)};
  const auto l = ledger(c);
  CHECK(l.months[0].facts.weeks.back().weeks == 0);
  CHECK(l.months[1].facts.weeks.front().weeks == 1);
}

// FIN § 3 stk. 1 nr. 7 and 10; § 6 stk. 2.
TEST_CASE("KOM-1, KOM-2: sickness and ressourceforløb are weeks with a benefit, maternity and bereavement neither that nor self-support") {
  for (const auto kind :
       {DailyBenefit::Kind::sickness, DailyBenefit::Kind::resource, DailyBenefit::Kind::maternity, DailyBenefit::Kind::bereavement}) {
    const bool counts = kind == DailyBenefit::Kind::sickness || kind == DailyBenefit::Kind::resource;
    Case c;
    c.first = c.last = 2022y / 1;
    c.ledighedsydelse = {benefit(2021y / 1 / 4, 2021y / 1 / 10)};
    c.employments = {fleksjob(2021y / 1 / 11, 2022y / 1 / 9), fleksjob(2022y / 1 / 10)};
    c.employments[0].kind = Employment::Kind::other;
    c.employments[1].id = "b";
    c.wages = {wage(2022y / 1, 8'000)};
    c.wages[0].period.first = 2022y / 1 / 10;
    c.wages[0].employment = 1;
    CHECK(ledger(c).months[0].facts.weeks.front().weeks == 1);  // after 52 weeks of other work
    DailyBenefit& b = c.daily_benefits.emplace_back();
    b.kind = kind;
    b.period = {2021y / 3 / 1, 2021y / 3 / 7};
    b.paid = 2021y / 3 / 7;
    b.amount = Money::kroner(4'000);
    CHECK(ledger(c).months[0].facts.weeks.front().weeks == (counts ? 3 : 2));
    // Known only later it changes nothing before.
    b.record.known = 2022y / 6 / 1;
    CHECK(ledger(c, {.as_of = 2022y / 2 / 28}).months[0].facts.weeks.front().weeks == 1);
  }
}

TEST_CASE("KOM-9: where all weekdays of a job's first days are holiday on ledighedsydelse, the subsidy is divided on the weekend before") {
  Case c;
  c.first = c.last = 2024y / 5;
  c.employments = {fleksjob(2024y / 5 / 25)};  // a Saturday
  c.wages = {wage(2024y / 5, 2'000)};
  c.wages[0].period.first = 2024y / 5 / 25;
  HolidayTaken& h = c.holidays.emplace_back();
  h.kind = HolidayTaken::Kind::ledighedsydelse;
  h.employment = 0;
  h.period = {2024y / 5 / 27, 2024y / 5 / 31};
  const auto l = ledger(c, {.options = {.weeks_of_month = WeeksOfMonth::weekdays}});
  const auto& weeks = l.months[0].facts.weeks;
  REQUIRE(weeks.size() == 2);
  CHECK(weeks[0].subsidy.is_positive());
  CHECK(weeks[0].ledighedsydelse.is_zero());
  CHECK(weeks[1].days == 5);
  CHECK(weeks[1].subsidy.is_zero());
  CHECK(weeks[1].ledighedsydelse.is_positive());

  // Without one it stands on the same days as the ledighedsydelse.
  c.employments[0].from = c.wages[0].period.first = 2024y / 5 / 27;
  const auto all = ledger(c).months[0].facts.weeks;
  REQUIRE(all.size() == 1);
  CHECK(all[0].days == 5);
  CHECK(all[0].subsidy.is_positive());
  CHECK(all[0].ledighedsydelse.is_positive());
}

TEST_CASE("KOM-1: weeks of sickness before any job are known to the case, and are counted") {
  Case c;
  c.first = c.last = 2024y / 6;
  c.employments = {fleksjob(2024y / 6 / 3)};
  c.wages = {wage(2024y / 6, 8'000)};
  c.wages[0].period.first = 2024y / 6 / 3;
  DailyBenefit& sick = c.daily_benefits.emplace_back();
  sick.kind = DailyBenefit::Kind::sickness;
  sick.period = {2024y / 5 / 6, 2024y / 6 / 2};  // four weeks
  sick.paid = sick.record.known = 2024y / 5 / 31;
  sick.amount = Money::kroner(4'000);
  const auto l = ledger(c, {.as_of = Date{2024y / 7 / 1}});
  CHECK(l.as_of == Date{2024y / 7 / 1});
  REQUIRE(!l.months[0].facts.weeks.empty());
  CHECK(l.months[0].facts.weeks[0].monday == Date{2024y / 6 / 3});
  CHECK(l.months[0].facts.weeks[0].weeks == 5);
}
