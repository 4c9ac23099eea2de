#include <doctest/doctest.h>

#include <random>

#include <fleks/statement/month_statement.hpp>

#include "statement/month_amounts.hpp"

using namespace fleks;

// Hourly pay of ordinary size and few decimals is counted in 64 bits, all other in fractions, as is every month that is traced. Each fact
// here lies on either side of what 64 bits are asked to hold.

namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : dice_(seed) {}
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(dice_() % static_cast<std::uint64_t>(most - least + 1));
  }
  bool one_in(std::int64_t times) { return between(1, times) == 1; }
  /// An ordinary amount, or one at the limit.
  Money amount(std::int64_t ordinary, std::int64_t limit) {
    return Money::oere(one_in(6) ? between(limit - 1, limit + 1) : between(0, ordinary));
  }
  std::int64_t of(std::initializer_list<std::int64_t> some) { return *(some.begin() + between(0, std::ssize(some) - 1)); }

 private:
  std::mt19937_64 dice_;
};

Contribution pension(Dice& dice) {
  if (dice.one_in(5)) return Contribution::of(dice.amount(2'000, 2'000));
  return Contribution::of(Percent::of_ten_thousandths(dice.of({0, 40'000, 42'500, 81'300, 81'301, 999'900, 1'000'000})));
}

MonthFacts facts(Dice& dice) {
  const int year = static_cast<int>(dice.between(2014, 2026));
  MonthFacts f{.month = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(dice.between(2, 6))}};
  f.pay = Pay::hourly(dice.amount(40'000, 50'000),
                      Hours::of_ten_thousandths(dice.of({10'000, 74'000, 130'000, 185'000, 122'500, 122'501, 370'000, 1'680'000})),
                      Percent::of_ten_thousandths(dice.of({1'000'000, 500'000, 330'000, 332'500, 10'000})));
  f.own_pension = pension(dice);
  f.employer_pension = pension(dice);
  constexpr std::int64_t limit = 5'000'000;
  if (dice.one_in(2)) f.ceiling = Ceiling::stated(dice.amount(4'000'000, limit));
  if (dice.one_in(3)) f.holiday_supplement = dice.amount(90'000, limit);
  if (dice.one_in(3)) f.ceiling.holiday_supplement = dice.amount(90'000, limit);
  if (dice.one_in(3)) f.other_wage = dice.amount(900'000, limit);
  if (dice.one_in(3)) f.care_income = dice.amount(900'000, limit);
  if (dice.one_in(3)) f.daily_benefit = dice.amount(900'000, limit);
  if (dice.one_in(3)) f.unclaimed_benefit = dice.amount(900'000, limit);
  if (dice.one_in(3)) f.paid_hours = Hours::of_ten_thousandths(dice.between(0, 1'600'000));
  f.right_without_wage = dice.one_in(8);
  f.no_subsidy = dice.one_in(8);
  return f;
}

Options options(Dice& dice) {
  Options o;
  o.own_atp = static_cast<OwnAtp>(dice.between(0, 1));
  o.round_to = static_cast<RoundTo>(dice.between(0, 2));
  o.rates_of = static_cast<RatesOf>(dice.between(0, 1));
  o.atp_contribution = static_cast<AtpContribution>(dice.between(0, 4));
  return o;
}

void check_same(const MonthFacts& f, const RateTable& table, const Options& o) {
  Trace trace;
  const auto counted = fleksloentilskud(f, table, o), in_fractions = fleksloentilskud(f, table, o, trace);
  REQUIRE(counted.has_value() == in_fractions.has_value());
  if (!counted) {
    REQUIRE(counted.error().code == in_fractions.error().code);
    REQUIRE(counted.error().field == in_fractions.error().field);
    return;
  }
  std::vector<std::optional<Exact>> amounts{counted->pay, counted->own_pension, counted->employer_pension},
      others{in_fractions->pay, in_fractions->own_pension, in_fractions->employer_pension};
  each_shown_amount(*counted, [&](auto, const std::optional<Exact>& amount) { amounts.push_back(amount); });
  each_shown_amount(*in_fractions, [&](auto, const std::optional<Exact>& amount) { others.push_back(amount); });
  REQUIRE(amounts == others);
  REQUIRE(counted->has_right == in_fractions->has_right);
  REQUIRE(counted->has_ceiling == in_fractions->has_ceiling);
  REQUIRE(counted->ceiling_rise_unknown == in_fractions->ceiling_rise_unknown);
}

}  // namespace

TEST_CASE("hourly pay gives the same month counted and in fractions") {
  const auto table = RateTable::embedded();
  Dice dice(41);
  for (int round = 0; round < 40'000; ++round) {
    CAPTURE(round);
    check_same(facts(dice), table, options(dice));
  }
}

TEST_CASE("hourly pay gives the same month with every fact the most that 64 bits are asked to hold") {
  constexpr Money most = Money::kroner(50'000);
  MonthFacts f{.month = std::chrono::year{2024} / std::chrono::March,
               .pay = Pay::hourly(Money::kroner(500), Hours::whole(168)),
               .own_pension = Contribution::of(Percent::whole(100)),
               .employer_pension = Contribution::of(Percent::whole(100))};
  f.holiday_supplement = f.other_wage = f.care_income = f.daily_benefit = f.unclaimed_benefit = most;
  check_same(f, RateTable::embedded(), {});
  f.ceiling = Ceiling::stated(most);
  f.ceiling.holiday_supplement = most;
  check_same(f, RateTable::embedded(), {});
  f.right_without_wage = true;
  f.employer_pension = Contribution::of(most);
  check_same(f, RateTable::embedded(), {.own_atp = OwnAtp::counted});
}

TEST_CASE("hourly pay gives the same month with rates on either side of what 64 bits are asked to hold") {
  constexpr std::string_view header = "key,valid_from,valid_to,value,unit,status,source,note\n";
  Dice dice(43);
  for (const std::string_view row :
       {"fleksloentilskud_max_month,2014-01-01,2026-12-31,50000,kr/month",
        "fleksloentilskud_max_month,2014-01-01,2026-12-31,50000.01,kr/month",
        "fleksloentilskud_max_month,2014-01-01,2026-12-31,100000000,kr/month",
        "taper_threshold_month,2014-01-01,2026-12-31,100000000,kr/month", "taper_low_pct,2014-01-01,2026-12-31,31.5,pct",
        "taper_high_pct,2014-01-01,2026-12-31,100,pct", "atp_subsidy_public_per_hour,2014-01-01,2026-12-31,500,kr/hour",
        "atp_subsidy_public_per_hour,2014-01-01,2026-12-31,100000000,kr/hour",
        "atp_wage_own_117h_month,2014-01-01,2026-12-31,100000000,kr/month"}) {
    const auto table = RateTable::embedded().extended_by(std::string(header) + std::string(row) + ",read,a test,\n").value();
    CAPTURE(row);
    for (int round = 0; round < 2'000; ++round) check_same(facts(dice), table, options(dice));
  }
}

TEST_CASE("a month from hourly pay says which rate is missing") {
  MonthFacts f{.month = std::chrono::year{1999} / std::chrono::May, .pay = Pay::hourly(Money::kroner(187), Hours::whole(13))};
  check_same(f, RateTable::embedded(), {});
  CHECK_FALSE(fleksloentilskud(f, RateTable::embedded()).has_value());
}
