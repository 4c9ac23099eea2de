#include <doctest/doctest.h>

#include "statement/against_oracle.hpp"

using namespace fleks;
using namespace std::chrono_literals;

namespace {

Money kr(std::string_view text) { return Money::parse(text).value(); }
HolidayStatement run(const HolidayFacts& facts) { return holiday(facts, against::table()).value(); }

}  // namespace

// ferieloven § 5: 2,08 days a month, 25 in a ferieår.
TEST_CASE("FERIE-1: days earned by whole months, parts of months and whole ferieår") {
  struct Row {
    const char* name;
    Date from, to;
    const char* days;
  };
  for (const Row& row :
       {Row{"a ferieår is 25", 2024y / 9 / 1, 2025y / 8 / 31, "25"}, Row{"one month", 2024y / 9 / 1, 2024y / 9 / 30, "2.08"},
        Row{"twelve months across 1 September", 2024y / 1 / 1, 2024y / 12 / 31, "24.96"},
        Row{"ten days of a month", 2024y / 9 / 21, 2024y / 9 / 30, "0.7"},
        Row{"30 days of 31: at most a month's", 2024y / 10 / 2, 2024y / 10 / 31, "2.08"},
        Row{"a single day", 2024y / 10 / 2, 2024y / 10 / 2, "0.07"}, Row{"two ferieår", 2023y / 9 / 1, 2025y / 8 / 31, "50"}}) {
    CAPTURE(row.name);
    CHECK(to_text(run({.from = row.from, .to = row.to}).days_earned, 4) == row.days);
  }
}

// ferieloven §§ 16-19.
TEST_CASE("FERIE-2, FERIE-3: 12,5 pct. feriegodtgørelse, or pay during holiday with 1 pct. ferietillæg") {
  HolidayFacts facts{.from = 2024y / 9 / 1, .to = 2025y / 8 / 31, .monthly_pay = kr("12000")};
  auto s = run(facts);
  CHECK(s.days_earned == Exact::whole(25));
  CHECK(s.qualifying_pay == Exact::of(kr("144000")));
  CHECK(s.holiday_allowance == Exact::of(kr("18000")));
  CHECK(*s.per_day == Exact::of(kr("720")));
  CHECK(s.great_prayer_day_supplement == Exact{});
  facts.kind = HolidayKind::pay;
  s = run(facts);
  CHECK(s.holiday_allowance == Exact{});
  CHECK(s.holiday_supplement == Exact::of(kr("1440")));
  CHECK(s.great_prayer_day_supplement == Exact::of(kr("648")));
}

// lov 214/2023 §§ 3-4: from 1 January 2024, of the pay with the employer's pension, monthly paid only.
TEST_CASE("FERIE-7: store bededagstillæg counts the pay from 2024 on") {
  HolidayFacts facts{.from = 2023y / 9 / 1, .to = 2024y / 2 / 29, .monthly_pay = kr("10000"), .kind = HolidayKind::pay};
  CHECK(run(facts).great_prayer_day_supplement == Exact::of(kr("90")));
  facts.employer_pension = kr("1000");
  CHECK(run(facts).great_prayer_day_supplement == Exact::of(kr("99")));
  facts.to = 2023y / 12 / 31;
  CHECK(run(facts).great_prayer_day_supplement == Exact{});
}

// ferieloven § 17 stk. 2.
TEST_CASE("FERIE-4: pay during holiday follows the hours at the time of earning") {
  CHECK(pay_during_holiday(kr("12000"), Hours::whole(10), Hours::whole(15)).value() == Exact::of(kr("8000")));
  CHECK(pay_during_holiday(kr("12000"), Hours::whole(15), Hours::whole(10)).value() == Exact::of(kr("18000")));
  CHECK(pay_during_holiday(kr("12000"), Hours::whole(15), Hours{}).error().code == ErrorCode::out_of_range);
}

// ferieloven § 15 stk. 3.
TEST_CASE("FERIE-6: an unpaid holiday day costs 4,8 pct. of the monthly pay, at most all of it") {
  CHECK(unpaid_holiday_deduction(kr("12000"), Days::whole(2)) == Exact::of(kr("1152")));
  CHECK(unpaid_holiday_deduction(kr("12000"), Days::whole(25)) == Exact::of(kr("12000")));
}

TEST_CASE("a period of employment that ends before it begins is an error") {
  const auto wrong = holiday({.from = 2024y / 9 / 1, .to = 2024y / 8 / 31}, against::table());
  REQUIRE(!wrong);
  CHECK(wrong.error().field == Fact::to);
}

TEST_CASE("days that do not exist, above a hundred years and amounts that cannot be are errors of holiday") {
  const HolidayFacts good{.from = 2023y / 9 / 1, .to = 2024y / 8 / 31};
  const auto error = [&](auto change) {
    HolidayFacts f = good;
    change(f);
    return holiday(f, against::table()).error();
  };
  CHECK(error([](auto& f) { f.from = 2023y / 2 / 29; }).code == ErrorCode::no_such_date);
  CHECK(error([](auto& f) { f.from = 2023y / 2 / 29; }).field == Fact::from);
  CHECK(error([](auto& f) { f.to = Date{}; }).field == Fact::to);
  CHECK(error([](auto& f) { f.from = 1923y / 8 / 31; }).code == ErrorCode::out_of_range);
  CHECK(error([](auto& f) { f.monthly_pay = -kr("1"); }).code == ErrorCode::negative);
  CHECK(error([](auto& f) { f.monthly_pay = -kr("1"); }).field == Fact::monthly_pay);
  CHECK(error([](auto& f) { f.employer_pension = kr("100000000") + Money::oere(1); }).code == ErrorCode::too_large);
  CHECK(error([](auto& f) { f.employer_pension = kr("100000000") + Money::oere(1); }).field == Fact::employer_pension);
  // Percentages are those of the last day, and of before 2013 none are known.
  CHECK(error([](auto& f) { f.from = 2012y / 1 / 1, f.to = 2012y / 6 / 30; }).code == ErrorCode::no_rate);
}

TEST_CASE("FERIE-1 to FERIE-7 agree with the oracle on random periods") {
  against::Dice dice(17);
  for (int i = 0; i < 3000; ++i) {
    HolidayFacts f;
    const std::chrono::sys_days begin{std::chrono::sys_days{2013y / 1 / 1} + std::chrono::days{dice.from_to(0, 4500)}};
    f.from = Date{begin};
    f.to = Date{begin + std::chrono::days{dice.one_in(3) ? dice.from_to(0, 40) : dice.from_to(0, 1200)}};
    if (dice.one_in(4)) f.from = first_day(month_of(f.from));
    if (dice.one_in(4)) f.to = last_day(month_of(f.to));
    f.monthly_pay = dice.oere_up_to(40000);
    f.kind = dice.one_in(2) ? HolidayKind::pay : HolidayKind::allowance;
    const auto ours = run(f);
    oracle::HolidayFacts o{against::day(f.from), against::day(f.to), against::number(f.monthly_pay),
                           static_cast<oracle::HolidayKind>(f.kind)};
    const auto theirs = oracle::holiday(o, against::book());
    REQUIRE(against::number(ours.days_earned) == theirs.days_earned);
    REQUIRE(against::kroner(ours.qualifying_pay) == theirs.qualifying_pay);
    REQUIRE(against::kroner(ours.holiday_allowance) == theirs.holiday_allowance);
    REQUIRE(against::kroner(ours.holiday_supplement) == theirs.holiday_supplement);
    REQUIRE(against::kroner(ours.great_prayer_day_supplement) == theirs.great_prayer_day_supplement);
    REQUIRE(ours.per_day.has_value() == theirs.per_day.has_value());
    if (ours.per_day) REQUIRE(against::kroner(*ours.per_day) == *theirs.per_day);
  }
}
