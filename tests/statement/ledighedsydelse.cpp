#include <doctest/doctest.h>

#include <vector>

#include "rules/steps.hpp"
#include "statement/against_oracle.hpp"

using namespace fleks;
using namespace std::chrono_literals;

namespace {

Money kr(std::string_view text) { return Money::parse(text).value(); }
LedighedsydelseFacts may_2022() { return {.month = 2022y / 5}; }
LedighedsydelseStatement run(const LedighedsydelseFacts& facts) { return ledighedsydelse(facts, against::table()).value(); }

oracle::BenefitFacts for_oracle(const LedighedsydelseFacts& f) {
  oracle::BenefitFacts o;
  o.month = against::month(f.month);
  o.benefit_class = static_cast<oracle::BenefitClass>(f.benefit_class);
  o.provider = f.provider;
  o.am_income = against::number(f.am_income);
  o.own_pension = against::number(f.own_pension);
  o.employer_pension = against::number(f.employer_pension);
  o.replacing_income = against::number(f.replacing_income + f.paid_out_holiday_allowance);
  o.self_employed_hours = against::number(f.self_employed_hours);
  if (f.entitled_weekdays) o.entitled_weekdays = against::number(*f.entitled_weekdays);
  o.sanction_days = against::number(f.sanction_days);
  o.untaken_holiday_days = against::number(f.untaken_holiday_days);
  o.holiday_days = against::number(f.holiday_days);
  o.holiday_pay_per_day = against::number(f.holiday_pay_per_day);
  return o;
}

}  // namespace

// LAS § 74 a: 89 pct. of the highest unemployment benefit, or a fixed amount.
TEST_CASE("LY-3: the month's amount is the dated rate of the class") {
  auto facts = may_2022();
  CHECK(run(facts).ledighedsydelse == kr("17222"));
  CHECK(run(facts).own_atp == kr("95"));
  facts.benefit_class = BenefitClass::low_provider;
  CHECK(run(facts).ledighedsydelse == kr("15570"));
  facts.benefit_class = BenefitClass::low_nonprovider;
  CHECK(run(facts).ledighedsydelse == kr("11716"));
}

// LAS § 74 a stk. 2-4.
TEST_CASE("LY-1, LY-2: the class by the facts; 9 months of fleksjob within 18 give the full rate") {
  CHECK(benefit_class({.sickness_benefit_right = true}) == BenefitClass::full);
  CHECK(benefit_class({.from_unsupported_work = true, .provider = true}) == BenefitClass::full);
  CHECK(benefit_class({.fleksjob_months_of_18 = 9}) == BenefitClass::full);
  CHECK(benefit_class({.fleksjob_months_of_18 = 8}) == BenefitClass::low_nonprovider);
  CHECK(benefit_class({.fleksjob_months_of_18 = 8, .provider = true}) == BenefitClass::low_provider);
}

// LAS § 74 d stk. 1: up to 5 days a week; a day is 12/260 of the month's amount.
TEST_CASE("LY-4: part of a month is paid by weekdays, the whole month with its amount") {
  struct Row {
    const char* name;
    int entitled, sanctioned, untaken;
    const char* due;
  };
  // May 2022 has 22 weekdays; 17.222 × 12/260 = 794,8615…
  for (const Row& row : {Row{"all 22 weekdays: the monthly amount, less than 22 days", 22, 0, 0, "17222.00"},
                         Row{"21 of 22 weekdays: by days", 21, 0, 0, "16692.00"}, Row{"10 weekdays", 10, 0, 0, "7949.00"},
                         Row{"none", 0, 0, 0, "0.00"}, Row{"3 weeks' sanction", 22, 15, 0, "5564.00"},
                         Row{"sanction and days not taken together", 22, 15, 5, "1590.00"}, Row{"never below zero", 10, 15, 0, "0.00"}}) {
    CAPTURE(row.name);
    auto facts = may_2022();
    facts.entitled_weekdays = Days::whole(row.entitled);
    facts.sanction_days = Days::whole(row.sanctioned);
    facts.untaken_holiday_days = Days::whole(row.untaken);
    CHECK(to_text(run(facts).ledighedsydelse) == row.due);
  }
  // LY-15: before May 2014 to the øre.
  CHECK(to_text(run({.month = 2014y / 4, .entitled_weekdays = Days::whole(10)}).ledighedsydelse) ==
        "7249.85");  // 15.708 × 120/260 = 7.249,846…
  CHECK(to_text(run({.month = 2014y / 5, .entitled_weekdays = Days::whole(10)}).ledighedsydelse) == "7250.00");
  CHECK(to_text(run({.month = 2014y / 5, .entitled_weekdays = Days::whole(10), .round_to = RoundTo::oere}).ledighedsydelse) == "7249.85");
  // July 2024 has 23 weekdays: 22 of them would be more than the month.
  LedighedsydelseFacts july{.month = 2024y / 7, .entitled_weekdays = Days::whole(22)};
  CHECK(run(july).ledighedsydelse == kr("18137"));
}

// LAS § 74 d stk. 2-3; BEK-LY § 19.
TEST_CASE("LY-5: 30 pct. of the month before's wage with pension up to the threshold, 55 pct. above") {
  auto facts = may_2022();
  facts.am_income = kr("3000");
  CHECK(run(facts).ledighedsydelse == kr("16322"));
  facts.own_pension = kr("100");
  facts.employer_pension = kr("200");
  CHECK(run(facts).offset == Exact::of(kr("990")));
  const Money threshold = against::table().on(2022y / 5).get<RateKey::taper_threshold_month>().value();
  facts = may_2022();
  facts.am_income = threshold + kr("1000");
  const auto above = run(facts);
  facts.am_income = threshold;
  CHECK(above.offset - run(facts).offset == Exact::of(kr("550")));
  facts.am_income = kr("90000");
  CHECK(run(facts).ledighedsydelse == Money{});
}

// BEK-LY § 15.
TEST_CASE("LY-6: hours of self-employment count by the conversion rate, and a year without one says so") {
  auto facts = may_2022();
  facts.self_employed_hours = Hours::whole(10);
  CHECK(run(facts).income == Exact::of(kr("2598")));
  facts.month = 2018y / 5;
  const auto unknown = ledighedsydelse(facts, against::table());
  REQUIRE(!unknown);
  CHECK(unknown.error().code == ErrorCode::rate_is_missing);
  facts.self_employed_hours = {};
  CHECK(ledighedsydelse(facts, against::table()).has_value());
}

// BEK-LY § 12.
TEST_CASE("LY-7: income that does not count is named in the steps and changes nothing") {
  for (std::size_t kind = 0; kind < uncounted_income_kinds; ++kind) {
    auto facts = may_2022();
    facts.uncounted[kind] = kr("5000");
    Trace trace;
    CHECK(ledighedsydelse(facts, against::table(), trace).value().ledighedsydelse == kr("17222"));
    const Step* step = trace.find(Rule::LY_7);
    REQUIRE(step != nullptr);
    CHECK(steps::as<steps::IncomeNotOffset>(*step).wording == static_cast<UncountedIncome>(kind));
    CHECK(step->amount == Exact{});
  }
}

// LAS § 74 e stk. 6: earned holiday pay is used first and topped up to the daily amount.
TEST_CASE("LY-9: paid holiday days are topped up, never reduced below the holiday pay") {
  auto facts = may_2022();
  facts.holiday_days = Days::whole(5);
  facts.holiday_pay_per_day = kr("500");
  const auto topped_up = run(facts);
  // 17.222 − 5 × 794,8615… + 5 × 294,8615…
  CHECK(topped_up.ledighedsydelse == kr("14722"));
  facts.holiday_pay_per_day = kr("800");
  CHECK(run(facts).holiday_top_up == Exact{});
}

// P 90-19.
TEST_CASE("LY-10: holiday allowance paid out without holiday is income") {
  auto facts = may_2022();
  facts.paid_out_holiday_allowance = kr("3000");
  CHECK(run(facts).ledighedsydelse == kr("16322"));
}

// LAS §§ 79-80 c.
TEST_CASE("LY-13: ATP only when the benefit reaches the low amount; obligatorisk pension from 2020") {
  auto facts = may_2022();
  facts.provider = true;            // the limit is then 15.570
  facts.am_income = kr("5506.67");  // leaves 15.570,00
  CHECK(run(facts).ledighedsydelse == kr("15570"));
  CHECK(run(facts).own_atp == kr("95"));
  CHECK(run(facts).public_atp == kr("189"));
  facts.am_income = kr("5508.34");  // leaves 15.569,498: 15.569
  CHECK(run(facts).own_atp == Money{});
  CHECK(run(facts).public_atp == Money{});
  facts.provider = false;  // 11.716
  CHECK(run(facts).own_atp == kr("95"));
  facts = may_2022();
  facts.benefit_class = BenefitClass::low_nonprovider;
  CHECK(run(facts).own_atp == kr("95"));
  facts.am_income = kr("2");  // 0,60 kr. is rounded to a krone
  CHECK(run(facts).own_atp == Money{});
  // For part of a month the limit and the amounts are in proportion: 11 of 22 weekdays.
  facts = may_2022();
  facts.entitled_weekdays = Days::whole(11);
  CHECK(run(facts).own_atp == kr("48"));     // 47,50
  CHECK(run(facts).public_atp == kr("95"));  // 94,50
  CHECK(run({.month = 2019y / 5}).obligatory_pension == Money{});
  CHECK(run({.month = 2020y / 5}).obligatory_pension > Money{});
}

TEST_CASE("a fact of ledighedsydelse that cannot be is named") {
  auto facts = may_2022();
  facts.entitled_weekdays = Days::whole(23);
  auto wrong = ledighedsydelse(facts, against::table());
  REQUIRE(!wrong);
  CHECK(wrong.error().field == Fact::entitled_weekdays);
  CHECK(to_text(wrong.error().allowed) == "0-22");
  facts = may_2022();
  facts.am_income = -kr("1");
  CHECK(ledighedsydelse(facts, against::table()).error().code == ErrorCode::negative);
  CHECK(ledighedsydelse({}, against::table()).error().code == ErrorCode::no_such_date);
}

TEST_CASE("each fact of ledighedsydelse lies from nothing to what a month can hold") {
  struct Row {
    Fact field;
    void (*set)(LedighedsydelseFacts&, bool below);
    const char* allowed;
  };
  const Money least = -Money::oere(1), most = largest_amount + Money::oere(1);
  static Money amount;  // what the row sets
  const Row rows[] = {
      {Fact::uncounted_income, [](auto& f, bool) { f.uncounted[3] = amount; }, "0-100000000"},
      {Fact::am_income, [](auto& f, bool) { f.am_income = amount; }, "0-100000000"},
      {Fact::own_pension, [](auto& f, bool) { f.own_pension = amount; }, "0-100000000"},
      {Fact::employer_pension, [](auto& f, bool) { f.employer_pension = amount; }, "0-100000000"},
      {Fact::replacing_income, [](auto& f, bool) { f.replacing_income = amount; }, "0-100000000"},
      {Fact::paid_out_holiday_allowance, [](auto& f, bool) { f.paid_out_holiday_allowance = amount; }, "0-100000000"},
      {Fact::holiday_pay_per_day, [](auto& f, bool) { f.holiday_pay_per_day = amount; }, "0-100000000"},
      {Fact::self_employed_hours,
       [](auto& f, bool below) {
         f.self_employed_hours = below ? Hours::of_ten_thousandths(-1) : Hours::of_ten_thousandths(hours_in_a_month.ten_thousandths() + 1);
       },
       "0-744"},
      {Fact::sanction_days, [](auto& f, bool below) { f.sanction_days = below ? Days::of_ten_thousandths(-1) : Days::whole(23); }, "0-22"},
      {Fact::untaken_holiday_days,
       [](auto& f, bool below) { f.untaken_holiday_days = below ? Days::of_ten_thousandths(-1) : Days::of_ten_thousandths(220'001); },
       "0-22"},
      {Fact::holiday_days,
       [](auto& f, bool below) { f.holiday_days = below ? Days::of_ten_thousandths(-1) : Days::of_ten_thousandths(220'001); }, "0-22"},
  };
  for (const Row& row : rows)
    for (const bool below : {true, false}) {
      CAPTURE(to_text(row.field));
      CAPTURE(below);
      amount = below ? least : most;
      auto facts = may_2022();
      row.set(facts, below);
      const auto wrong = ledighedsydelse(facts, against::table());
      REQUIRE(!wrong);
      CHECK(wrong.error().code == (below ? ErrorCode::negative : ErrorCode::too_large));
      CHECK(wrong.error().field == row.field);
      CHECK(to_text(wrong.error().allowed) == row.allowed);
    }
}

TEST_CASE("LY-1 to LY-13 agree with the oracle on random months, and the trace changes nothing") {
  against::Dice dice(74);
  for (int i = 0; i < 4000; ++i) {
    LedighedsydelseFacts f;
    f.month = std::chrono::year{static_cast<int>(dice.from_to(2013, 2026))} / static_cast<int>(dice.from_to(1, 12));
    f.benefit_class = static_cast<BenefitClass>(dice.from_to(0, 2));
    f.provider = dice.one_in(2);
    f.am_income = dice.one_in(3) ? Money{} : dice.oere_up_to(30000);
    if (dice.one_in(2)) f.own_pension = dice.oere_up_to(2000);
    if (dice.one_in(2)) f.employer_pension = dice.oere_up_to(4000);
    if (dice.one_in(3)) f.replacing_income = dice.oere_up_to(9000);
    if (dice.one_in(5)) f.paid_out_holiday_allowance = dice.oere_up_to(9000);
    const int year = int{f.month.year()};
    if (dice.one_in(3) && year >= 2020 && year != 2023 && year <= 2025)
      f.self_employed_hours = Hours::of_ten_thousandths(dice.from_to(0, 1'000'000));
    const int all = weekdays(f.month);
    if (dice.one_in(2)) f.entitled_weekdays = Days::whole(dice.from_to(0, all));
    if (dice.one_in(4)) f.sanction_days = Days::whole(dice.from_to(0, 15));
    if (dice.one_in(4)) f.untaken_holiday_days = Days::of_ten_thousandths(dice.from_to(0, 100'000));
    if (dice.one_in(3)) {
      f.holiday_days = Days::of_ten_thousandths(dice.from_to(0, 200'000));
      f.holiday_pay_per_day = dice.oere_up_to(1500);
    }
    const auto ours = run(f);
    const auto theirs =
        oracle::ledighedsydelse(for_oracle(f), oracle::month_rates(against::book(), year, static_cast<int>(unsigned{f.month.month()})));
    REQUIRE(ours.ledighedsydelse.in_oere() == theirs.ledighedsydelse);
    REQUIRE(ours.own_atp.in_oere() == theirs.own_atp);
    REQUIRE(ours.public_atp.in_oere() == theirs.public_atp);
    REQUIRE(ours.obligatory_pension.in_oere() == theirs.obligatory_pension);
    REQUIRE(against::kroner(ours.part_base) == theirs.part_base);
    REQUIRE(against::kroner(ours.offset) == theirs.offset);
    REQUIRE(against::kroner(ours.holiday_top_up) == theirs.holiday_top_up);
    Trace trace;
    REQUIRE(ledighedsydelse(f, against::table(), trace).value().ledighedsydelse == ours.ledighedsydelse);
  }
}
