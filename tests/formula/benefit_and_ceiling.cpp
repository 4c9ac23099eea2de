#include <doctest/doctest.h>

#include <array>
#include <random>

#include <fleks/fleks.hpp>

#include "facts/ledighedsydelse_numbers.hpp"

using namespace fleks;
using namespace std::chrono_literals;

// The formulas of ledighedsydelse and of the ceiling, their facts and rates filled in, are what the library computes.

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}

constexpr std::array of_ceiling{Fact::ceiling_hourly, Fact::ceiling_supplements, Fact::ceiling_bonus, Fact::ceiling_pension,
                                Fact::ceiling_holiday_supplement};

/// A step's exact øre.
Exact amount(const Formula& formula, std::string_view name, std::span<const std::int64_t> facts, Month month) {
  std::vector<std::int64_t> counts;
  for (const Formula::RateInput& rate : formula.rates) counts.push_back(counted(rate, month, rates()).value());
  const Formula::Step* step = formula.step(name);
  REQUIRE(step != nullptr);
  return Exact::ratio(formula.value(step->node, facts, counts).value(), step->pieces);
}

std::int64_t of_fact(const LedighedsydelseFacts& f, Fact fact) {
  switch (fact) {
    case Fact::am_income: return f.am_income.in_oere();
    case Fact::own_pension: return f.own_pension.in_oere();
    case Fact::employer_pension: return f.employer_pension.in_oere();
    case Fact::replacing_income: return f.replacing_income.in_oere();
    case Fact::paid_out_holiday_allowance: return f.paid_out_holiday_allowance.in_oere();
    case Fact::self_employed_hours: return f.self_employed_hours.ten_thousandths();
    case Fact::entitled_weekdays: return f.entitled_weekdays->ten_thousandths();
    case Fact::sanction_days: return f.sanction_days.ten_thousandths();
    case Fact::untaken_holiday_days: return f.untaken_holiday_days.ten_thousandths();
    case Fact::holiday_days: return f.holiday_days.ten_thousandths();
    case Fact::holiday_pay_per_day: return f.holiday_pay_per_day.in_oere();
    default: FAIL("a fact of the formula that the test does not know"); return 0;
  }
}

}  // namespace

TEST_CASE("LY-3 to LY-15: each step of the formula is the month's amount, for random facts, classes and months") {
  std::mt19937_64 dice(74);
  const auto one_in = [&](int n) { return dice() % static_cast<unsigned>(n) == 0; };
  const auto below = [&](std::int64_t most) { return static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most)); };
  const auto money = [&](std::int64_t kroner) { return Money::oere(below(kroner * 100)); };
  int reached = 0, by_hours = 0;
  for (int round = 0; round < 12'000; ++round) {
    LedighedsydelseFacts f{.month = Month{2013y / 1} + std::chrono::months{below(168)},
                           .benefit_class = static_cast<BenefitClass>(below(3)),
                           .provider = one_in(2)};
    const bool has_hours = rates().on(f.month).find(RateKey::conversion_rate_hour) != nullptr;
    if (!one_in(3)) f.am_income = money(one_in(3) ? 40'000 : 9'000);
    if (one_in(3)) f.own_pension = money(900);
    if (one_in(3)) f.employer_pension = money(1'800);
    if (one_in(4)) f.replacing_income = money(6'000);
    if (one_in(6)) f.paid_out_holiday_allowance = money(4'000);
    if (has_hours && one_in(4)) f.self_employed_hours = Hours::of_ten_thousandths(below(800'000));
    const std::int64_t all = weekdays(f.month) * 10'000;
    f.entitled_weekdays = Days::of_ten_thousandths(one_in(2) ? all : below(all + 1));
    if (one_in(4)) f.sanction_days = Days::of_ten_thousandths(below(60'000));
    if (one_in(5)) f.untaken_holiday_days = Days::of_ten_thousandths(below(60'000));
    if (one_in(4)) {
      f.holiday_days = Days::of_ten_thousandths(below(90'000));
      f.holiday_pay_per_day = money(900);
    }
    const auto s = ledighedsydelse(f, rates());
    if (!s) continue;
    const Formula formula = formula_of_ledighedsydelse(f.month, f.benefit_class, f.provider, rates(), numbers_of_ledighedsydelse);
    std::vector<std::int64_t> given;
    for (const Formula::FactInput& fact : formula.facts) given.push_back(of_fact(f, fact.fact));
    const auto step = [&](std::string_view name) { return amount(formula, name, given, f.month); };
    CAPTURE(to_text(f.month));
    REQUIRE(step("part_base") == s->part_base);
    REQUIRE(step("income") == s->income);
    REQUIRE(step("offset") == s->offset);
    REQUIRE(step("holiday_reduction") == s->holiday_reduction);
    REQUIRE(step("holiday_top_up") == s->holiday_top_up);
    REQUIRE(step("ledighedsydelse") == Exact::of(s->ledighedsydelse));
    REQUIRE(step("own_atp") == Exact::of(s->own_atp));
    REQUIRE(step("payout") == Exact::of(s->payout));
    REQUIRE(step("public_atp") == Exact::of(s->public_atp));
    REQUIRE(step("obligatory_pension") == Exact::of(s->obligatory_pension));
    reached += s->own_atp != Money{};
    by_hours += f.self_employed_hours != Hours{};
  }
  CHECK(reached > 1'000);
  CHECK(by_hours > 500);
}

TEST_CASE("LY-5: the formula of May 2022 over the wage alone; what is not named is not there") {
  constexpr std::array wage_alone{Fact::am_income};
  const Formula formula = formula_of_ledighedsydelse(2022y / 5, BenefitClass::full, false, rates(), wage_alone);
  REQUIRE(formula.facts.size() == 1);
  CHECK(amount(formula, "ledighedsydelse", std::array{std::int64_t{300'000}}, 2022y / 5) == Exact::whole(1'632'200));
  CHECK(amount(formula, "holiday_top_up", std::array{std::int64_t{300'000}}, 2022y / 5).is_zero());
}

TEST_CASE("64 bits hold the largest amounts of ledighedsydelse") {
  const Formula formula = formula_of_ledighedsydelse(2024y / 5, BenefitClass::full, false, rates(), numbers_of_ledighedsydelse);
  std::vector<std::int64_t> given;
  for (const Formula::FactInput& fact : formula.facts) given.push_back(fact.pieces == 1 ? largest_amount.in_oere() : 230'000);
  std::vector<std::int64_t> counts;
  for (const Formula::RateInput& rate : formula.rates) counts.push_back(counted(rate, 2024y / 5, rates()).value());
  for (const Formula::Step& step : formula.steps) CHECK(formula.value(step.node, given, counts));
}

TEST_CASE("LOFT-3: the formula of the ceiling is the ceiling, for random parts") {
  std::mt19937_64 dice(3);
  const auto below = [&](std::int64_t most) { return static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most)); };
  const Formula formula = formula_of_ceiling(rates(), of_ceiling);
  const Month month = 2024y / 3;
  for (int round = 0; round < 2'000; ++round) {
    const std::array given{below(40'000), below(900'000), below(300'000), below(200'000), below(500'000)};
    Ceiling c = Ceiling::from_hourly(Money::oere(given[0]), Money::oere(given[1]), Percent::of_ten_thousandths(given[3]));
    c.fixed_bonus = Money::oere(given[2]);
    c.holiday_supplement = Money::oere(given[4]);
    REQUIRE(amount(formula, "normal_wage_ceiling", given, month) == normal_wage_ceiling(c, rates().on(month)).value());
  }
  CHECK(amount(formula, "base", std::array<std::int64_t, 5>{20'000}, month) == Exact::ratio(9'620'000, 3));
}
