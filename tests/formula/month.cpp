#include <doctest/doctest.h>

#include <array>
#include <random>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// The formula of a month, its facts and rates filled in, is the month: every step, every fact, every reading of the law.

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}

constexpr std::array all_facts{Fact::am_income,          Fact::benefits_in_kind,     Fact::own_pension,     Fact::employer_pension,
                               Fact::holiday_supplement, Fact::other_wage,           Fact::care_income,     Fact::daily_benefit,
                               Fact::unclaimed_benefit,  Fact::ledighedsydelse_days, Fact::ledighedsydelse, Fact::ceiling,
                               Fact::paid_hours};

std::vector<std::int64_t> rates_of(const Formula& formula, Month month) {
  std::vector<std::int64_t> counts;
  for (const Formula::RateInput& rate : formula.rates) counts.push_back(counted(rate, month, rates()).value());
  return counts;
}

std::int64_t of_fact(const MonthFacts& f, Fact fact) {
  switch (fact) {
    case Fact::am_income: return f.pay.amount.in_oere();
    case Fact::benefits_in_kind: return f.benefits_in_kind.in_oere();
    case Fact::own_pension: return f.own_pension.amount().in_oere();
    case Fact::employer_pension: return f.employer_pension.amount().in_oere();
    case Fact::holiday_supplement: return f.holiday_supplement.in_oere();
    case Fact::other_wage: return f.other_wage.in_oere();
    case Fact::care_income: return f.care_income.in_oere();
    case Fact::daily_benefit: return f.daily_benefit.in_oere();
    case Fact::unclaimed_benefit: return f.unclaimed_benefit.in_oere();
    case Fact::ledighedsydelse_days: return f.ledighedsydelse_days.ten_thousandths() / 10'000;
    case Fact::ledighedsydelse: return f.ledighedsydelse.value_or(Money{}).in_oere();
    case Fact::ceiling: return f.ceiling.form == Ceiling::Form::none ? Formula::no_ceiling : f.ceiling.amount.in_oere();
    case Fact::paid_hours: return f.paid_hours->ten_thousandths();
    default: FAIL("a fact of the formula that the test does not know"); return 0;
  }
}

MonthFacts random_month(std::mt19937_64& dice) {
  const auto one_in = [&](int n) { return dice() % static_cast<unsigned>(n) == 0; };
  const auto amount = [&](std::int64_t kroner) {
    return Money::oere(static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(kroner * 100)));
  };
  MonthFacts f{.month = Month{2013y / 1} + std::chrono::months{dice() % 168},
               .pay = Pay::am_income(one_in(9) ? Money{} : amount(one_in(4) ? 50'000 : 25'000))};
  if (one_in(3)) f.own_pension = Contribution::of(amount(2'000));
  if (one_in(3)) f.employer_pension = Contribution::of(amount(4'000));
  if (one_in(5)) f.benefits_in_kind = std::min(amount(1'000), f.pay.amount);
  if (one_in(5)) f.holiday_supplement = amount(2'000);
  if (one_in(4)) f.other_wage = amount(15'000);
  if (one_in(5)) f.care_income = amount(9'000);
  if (one_in(5)) f.daily_benefit = amount(20'000);
  if (one_in(8)) f.unclaimed_benefit = amount(9'000);
  if (one_in(4)) {
    f.ledighedsydelse_days = Days::whole(static_cast<int>(1 + dice() % 23));
    f.ledighedsydelse = amount(20'000);
  }
  if (!one_in(4)) f.ceiling = Ceiling::stated(amount(45'000));
  f.paid_hours = Hours::of_ten_thousandths(static_cast<std::int64_t>(dice() % 1'700'000));
  return f;
}

}  // namespace

TEST_CASE("FLT-4 to FLT-19: each step of the formula is the month's amount, for random facts in every month") {
  std::mt19937_64 dice(16);
  for (int round = 0; round < 20'000; ++round) {
    const MonthFacts facts = random_month(dice);
    const auto month = fleksloentilskud(facts, rates());
    REQUIRE(month);
    const Formula formula = formula_of_month(facts.month, rates(), all_facts);
    std::vector<std::int64_t> given;
    for (const Formula::FactInput& fact : formula.facts) given.push_back(of_fact(facts, fact.fact));
    const auto counts = rates_of(formula, facts.month);
    const auto amount = [&](std::string_view name) {
      const Formula::Step* step = formula.step(name);
      REQUIRE(step != nullptr);
      return Exact::ratio(formula.value(step->node, given, counts).value(), step->pieces);
    };
    CAPTURE(to_text(facts.month));
    REQUIRE(amount("wage") == month->wage);
    REQUIRE(amount("taper") == month->taper);
    REQUIRE(amount("before_ceiling") == month->before_ceiling);
    REQUIRE(amount("under_ceiling") == month->before_ceiling - month->ceiling_cut);
    REQUIRE(amount("due") == month->before_ceiling - month->ceiling_cut - month->holiday_cut);
    REQUIRE(amount("fleksloentilskud") == Exact::of(month->fleksloentilskud));
    REQUIRE(amount("own_atp") == Exact::of(month->own_atp));
    REQUIRE(amount("payout") == Exact::of(month->payout));
    REQUIRE(amount("public_atp") == Exact::of(month->public_atp.value()));
    REQUIRE(amount("obligatory_pension") == Exact::of(month->obligatory_pension));
  }
}

TEST_CASE("a formula over the facts named, and no more: without hours no public ATP, without a ceiling none is cut") {
  constexpr std::array wage_alone{Fact::am_income};
  const Formula formula = formula_of_month(2024y / 3, rates(), wage_alone);
  REQUIRE(formula.facts.size() == 1);
  CHECK(formula.step("public_atp") == nullptr);
  CHECK(formula.step("before_ceiling")->node == formula.step("under_ceiling")->node);
  CHECK(formula.step("wage")->node == formula.step("all_wage")->node);
  const std::array wage{std::int64_t{1'560'000}};
  CHECK(formula.value(formula.step("fleksloentilskud")->node, wage, rates_of(formula, 2024y / 3)) == 1'527'200);
}

TEST_CASE("64 bits hold the largest amounts, and say where they do not") {
  const Formula formula = formula_of_month(2024y / 3, rates(), all_facts);
  const auto counts = rates_of(formula, 2024y / 3);
  std::vector<std::int64_t> given(formula.facts.size(), largest_amount.in_oere());
  for (std::size_t i = 0; i < given.size(); ++i)
    if (formula.facts[i].fact == Fact::ledighedsydelse_days) given[i] = 31;
  for (const Formula::Step& step : formula.steps) CHECK(formula.value(step.node, given, counts));
  std::fill(given.begin(), given.end(), INT64_MAX / 2);
  CHECK(!formula.value(formula.step("taper")->node, given, counts));
  CHECK(!formula.value(formula.step("all_wage")->node, given, counts));
  std::fill(given.begin(), given.end(), INT64_MIN);
  given[1] = INT64_MAX;  // taken from the pay
  CHECK(!formula.value(formula.step("wage")->node, given, counts));
}

TEST_CASE("FLT-19: the scheme had no share before 2020; a rate of a month that is not known is not known") {
  const Formula::RateInput pension{RateKey::obligatory_pension_pct, 1'000};
  CHECK(counted(pension, 2019y / 12, rates()) == 0);
  CHECK(counted(pension, 2020y / 1, rates()) == 3);
  CHECK(!counted({RateKey::fleksloentilskud_max_month, 1}, 2012y / 12, rates()));
  CHECK(!counted({RateKey::fleksloentilskud_max_month, 1}, 2099y / 1, rates()));
  CHECK(counted({RateKey::full_time_hours_week, 1}, 2024y / 1, rates()) == 37);
}
