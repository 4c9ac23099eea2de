#include "rules/municipal_refund.hpp"

#include <doctest/doctest.h>

#include <date/iso_week.h>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

namespace {

MunicipalFacts month_of_subsidy(Month month, Money subsidy, int weeks, std::optional<Exact> wage, Money base) {
  MunicipalFacts f;
  f.month = month;
  f.weeks = {{.monday = first_day(month), .days = days_in(month), .weeks = weeks, .subsidy = Exact::of(subsidy)}};
  f.base = Exact::of(base);
  f.wage = wage;
  return f;
}

std::vector<WeekOf> weeks(std::initializer_list<std::pair<int, WeekOf>> runs) {
  std::vector<WeekOf> all;
  for (const auto& [count, kind] : runs) all.insert(all.end(), static_cast<std::size_t>(count), kind);
  return all;
}

}  // namespace

// KOM-1 (FIN § 5 stk. 2): 80 pct. in weeks 1-4, 40 in 5-26, 30 in 27-52, 20 from 53.
TEST_CASE("KOM-1: the refund goes down at weeks 5, 27 and 53") {
  struct Row {
    int weeks;
    std::int64_t refund;
  };
  for (const Row& row : {Row{1, 800}, Row{4, 800}, Row{5, 400}, Row{26, 400}, Row{27, 300}, Row{52, 300}, Row{53, 200}, Row{900, 200}}) {
    const int count = row.weeks;
    const std::int64_t refund = row.refund;
    CAPTURE(count);
    const auto s = municipal_statement(month_of_subsidy(2024y / 3, Money::kroner(1'000), count, std::nullopt, Money::kroner(19'952)),
                                       RateTable::embedded());
    REQUIRE(s);
    CHECK(s->refund == Money::kroner(refund));
    CHECK(s->weeks == count);
  }
}

// The published business case (cabiweb.dk): 7.552 at 80 pct. own share is 6.042; 7 h × 127,86 × 4,33 = 3.875, half 1.938; 4.104 saved.
TEST_CASE("KOM-1: the published business case, to the krone") {
  const Exact benefit = Exact::of(Money::kroner(7'552));
  const Exact own = (benefit - benefit * RateTable::embedded().on(2016y / 1 / 4).find(RateKey::refund_later_weeks_pct)->exact);
  const Exact wage = Exact::ratio(7 * 12'786 * 433, 100);
  const Exact half = wage * Exact::ratio(1, 2);
  CHECK(own.round_to_krone(Rounding::half_up).value() == Money::kroner(6'042));
  CHECK(wage.round_to_krone(Rounding::half_up).value() == Money::kroner(3'875));
  CHECK(half.round_to_krone(Rounding::half_up).value() == Money::kroner(1'938));
  CHECK((own.round_to_krone(Rounding::half_up).value() - half.round_to_krone(Rounding::half_up).value()) == Money::kroner(4'104));
}

// KOM-2 (FIN § 6): 52 whole weeks of self-support in all within 3 years let the count start over.
TEST_CASE("KOM-2: the count starts over after 52 weeks of self-support within three years") {
  using enum WeekOf;
  CHECK(benefit_weeks(2016y / 1 / 4, weeks({{30, benefit}, {51, self_support}, {1, benefit}})).back() == 31);
  CHECK(benefit_weeks(2016y / 1 / 4, weeks({{30, benefit}, {52, self_support}, {1, benefit}})).back() == 1);
  // In all: 26 + 26 with weeks of neither between them.
  CHECK(benefit_weeks(2016y / 1 / 4, weeks({{30, benefit}, {26, self_support}, {20, neither}, {26, self_support}, {1, benefit}})).back() ==
        1);
  // Only after the first week with benefits, and only of the last three years.
  CHECK(benefit_weeks(2016y / 1 / 4, weeks({{60, self_support}, {1, benefit}, {51, self_support}, {1, benefit}})).back() == 2);
  CHECK(benefit_weeks(2016y / 1 / 4, weeks({{1, benefit}, {1, self_support}, {105, benefit}, {51, self_support}, {1, benefit}})).back() ==
        107);
  CHECK(benefit_weeks(2016y / 1 / 4, weeks({{1, benefit}, {1, self_support}, {104, benefit}, {51, self_support}, {1, benefit}})).back() ==
        1);
}

// KOM-3 (FIN § 30 stk. 1): weeks from 1 July 2014, a Tuesday: its week is the first.
TEST_CASE("KOM-3: weeks before the one of 1 July 2014 do not count") {
  const auto counted = benefit_weeks(2014y / 6 / 23, weeks({{3, WeekOf::benefit}}));
  CHECK(counted == std::vector<int>{0, 1, 2});
}

// KOM-4 (FIN § 30 stk. 2-3): by the day of approval.
TEST_CASE("KOM-4: whom the staircase holds for, and from when") {
  using law::staircase_from;
  const Date start = 2016y / 1 / 1, moved = 2018y / 5 / 1;
  CHECK(staircase_from(2014y / 7 / 1, std::nullopt) == start);
  CHECK(staircase_from(std::nullopt, std::nullopt) == start);
  CHECK(staircase_from(2014y / 6 / 30, std::nullopt) == std::nullopt);
  CHECK(staircase_from(2014y / 6 / 30, moved) == moved);
  CHECK(staircase_from(2013y / 1 / 1, 2014y / 9 / 1) == start);
  CHECK(staircase_from(2012y / 12 / 31, moved) == std::nullopt);
}

// KOM-5 (LAS § 104): 0 after 18 months of 24, and again after 9 months of fleksjob within 18.
TEST_CASE("KOM-5: the municipality bears all of it after 18 months, until 9 months of fleksjob") {
  law::LongTermOnBenefit months;
  for (int i = 0; i < 18; ++i) CHECK(!months.next(true, false));
  CHECK(months.next(true, false));
  for (int i = 0; i < 9; ++i) CHECK(months.next(false, true));
  CHECK(!months.next(true, false));
}
// Six months of fleksjob lay before the 18th month: three more are not nine that have followed.
TEST_CASE("KOM-5: months of fleksjob before the municipality bears all do not bring the refund back") {
  law::LongTermOnBenefit months;
  for (int i = 0; i < 12; ++i) CHECK(!months.next(true, false));
  for (int i = 0; i < 6; ++i) CHECK(!months.next(false, true));
  for (int i = 0; i < 6; ++i) CHECK(!months.next(true, false));
  for (int i = 0; i < 9; ++i) CHECK(months.next(false, true));
  CHECK(!months.next(false, true));
}
TEST_CASE("KOM-5, KOM-6: the old rules refund 30, 50 and 0 pct. of ledighedsydelse and 65 of the subsidy") {
  struct Row {
    RefundRules rules;
    std::int64_t refund;
  };
  for (const auto& [rules, refund] :
       {Row{RefundRules::old, 650 + 300}, Row{RefundRules::old_offer, 650 + 500}, Row{RefundRules::old_alone, 650}}) {
    MunicipalFacts f;
    f.month = 2014y / 5;
    f.weeks = {{.monday = 2014y / 5 / 5,
                .days = 7,
                .weeks = 0,
                .rules = rules,
                .subsidy = Exact::of(Money::kroner(1'000)),
                .ledighedsydelse = Exact::of(Money::kroner(1'000))}};
    Trace trace;
    const auto s = municipal_statement(f, RateTable::embedded(), {}, trace);
    REQUIRE(s);
    CHECK(s->refund == Money::kroner(refund));
    CHECK(s->fleksbidrag == Money{});
    REQUIRE(trace.find(Rule::KOM_5) != nullptr);
    REQUIRE(trace.find(Rule::KOM_6) != nullptr);
  }
}

// KOM-7, KOM-8: the ledger's own check of 2015, and the cap.
TEST_CASE("KOM-7: 2015, wage 5.000 without pension: 16.050, 3.210, 3.212, 9.628") {
  const auto facts = month_of_subsidy(2016y / 1, Money::kroner(16'050), 53, Exact::of(Money::kroner(5'000)), Money::kroner(17'550));
  auto of_2015 = facts;
  of_2015.month = 2015y / 12;
  const auto s = municipal_statement(facts, RateTable::embedded());
  REQUIRE(s);
  CHECK(s->refund == Money::kroner(3'210));
  // The refund's rates begin in 2016: the share, cap and wage of 2015 by the rule itself.
  const auto on = RateTable::embedded().on(2015y / 1 / 1);
  const law::FleksbidragRates r{on.find(RateKey::fleksbidrag_share_pct)->exact, on.find(RateKey::fleksbidrag_max_month)->exact,
                                on.find(RateKey::fleksbidrag_wage_pct)->exact};
  law::Untraced nobody;
  const auto fleksbidrag = law::fleksbidrag(
      {.base = Exact::of(Money::kroner(17'550)), .refund = Exact::of(Money::kroner(3'210)), .wage = Exact::of(Money::kroner(5'000))}, r,
      FleksbidragBase::after_refund, nobody);
  CHECK(fleksbidrag == Exact::of(Money::kroner(3'212)));
  CHECK(Exact::of(Money::kroner(16'050 - 3'210)) - fleksbidrag == Exact::of(Money::kroner(9'628)));
  CHECK(!municipal_statement(of_2015, RateTable::embedded()));
}
TEST_CASE("KOM-8: the cap of 2015 is what the full subsidy gives: 30 pct. of 80 pct. of M") {
  const auto on = RateTable::embedded().on(2015y / 1 / 1);
  const Exact m = on.find(RateKey::fleksloentilskud_max_month)->exact;
  CHECK((m - m * Exact::ratio(1, 5)) * Exact::ratio(3, 10) == on.find(RateKey::fleksbidrag_max_month)->exact);
}
TEST_CASE("KOM-7: without a known wage there is no fleksbidrag, and none before the last step") {
  const auto fleksbidrag = [](int count, std::optional<Exact> wage, FleksbidragBase base) {
    return municipal_statement(month_of_subsidy(2024y / 3, Money::kroner(15'000), count, wage, Money::kroner(19'952)),
                               RateTable::embedded(), {.fleksbidrag_base = base})
        ->fleksbidrag;
  };
  CHECK(fleksbidrag(53, std::nullopt, FleksbidragBase::after_refund) == Money{});
  CHECK(fleksbidrag(52, Exact{}, FleksbidragBase::after_refund) == Money{});
  CHECK(fleksbidrag(53, Exact{}, FleksbidragBase::after_refund) == Money::kroner(5'038));
  CHECK(fleksbidrag(53, Exact{}, FleksbidragBase::m_less_refund) == Money::kroner(2'986));
}

// KOM-9: settled by week, the refund rounded once.
TEST_CASE("KOM-9: a month that passes a step has the refund of each week, rounded once") {
  MunicipalFacts f;
  f.month = 2024y / 2;
  for (int i = 0; i < 3; ++i)
    f.weeks.push_back({.monday = 2024y / 2 / 5, .days = 7, .weeks = 3 + i, .ledighedsydelse = Exact::ratio(100'000, 3)});
  Trace trace;
  const auto s = municipal_statement(f, RateTable::embedded(), {}, trace);
  REQUIRE(s);
  CHECK(s->benefit == Money::kroner(1'000));
  CHECK(s->refund == Money::oere(66'667));  // 80 + 80 + 40 pct. of 333,33…
  CHECK(s->weeks == 5);
  CHECK(trace.steps().size() == 4);
  CHECK(trace.find(Rule::KOM_9) != nullptr);
}

// KOM-10 (LAS §§ 80-80 c; LAB §§ 138-138 a): ATP and obligatorisk pension are the state's.
TEST_CASE("KOM-10: public ATP and obligatorisk pension stand on the state's side, and the purses come out even") {
  auto f = month_of_subsidy(2024y / 3, Money::kroner(15'000), 60, Exact::of(Money::kroner(8'000)), Money::kroner(19'952));
  f.own_atp = Money::kroner(60);
  f.public_atp = Money::kroner(120);
  f.obligatory_pension = Money::kroner(50);
  const auto s = municipal_statement(f, RateTable::embedded());
  REQUIRE(s);
  CHECK(s->state == s->refund + s->fleksbidrag + Money::kroner(170));
  CHECK(s->municipality + s->state == s->citizen + s->pension);
}

// KOM-11 (udligningsloven § 2): what stays after equalisation.
TEST_CASE("KOM-11: a quarter of a change in municipal tax stays, unless another share is said") {
  const auto kept = RateTable::embedded().on(2024y / 1 / 1).find(RateKey::tax_share_kept_pct)->exact;
  CHECK(law::kept_tax(Exact::of(Money::kroner(1'000)), kept) == Exact::of(Money::kroner(250)));
}

TEST_CASE("KOM-9: every week is the calendar's own: Monday, and the number of ISO 8601") {
  for (DayNumber day = number_of(2013y / 1 / 1); day < number_of(2060y / 1 / 1); ++day) {
    const iso_week::year_weeknum_weekday iso{date::sys_days{date::days{day}}};
    const DayNumber monday = monday_of(week_of(day));
    CHECK((day - monday == static_cast<int>(unsigned{iso.weekday()}) - 1));
    CHECK(iso_week_of(date_of(day)) == iso_week_of(date_of(monday)));
  }
  CHECK(iso_week_of(2016y / 1 / 3) == "2015-W53");
  CHECK(iso_week_of(2016y / 1 / 4) == "2016-W01");
}
