#include <doctest/doctest.h>

#include <fstream>
#include <vector>

#include <fleks/statement/housing_statement.hpp>
#include <fleks/words/benefits.hpp>

#include "rules/housing_benefit.hpp"
#include "source_file.hpp"

// BOLIG: the official calculator's results, and each limit by figures worked out by hand.

using namespace fleks;

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}

HousingFacts home_2026(std::int64_t income, std::int64_t rent_a_month, int children = 0) {
  return {.year = 2026, .income = Money::kroner(income), .rent = Money::kroner(rent_a_month), .children = children};
}
HousingStatement of(const HousingFacts& facts) { return housing_benefit(facts, rates()).value(); }
Exact kroner(std::int64_t whole) { return Exact::of(Money::kroner(whole)); }

}  // namespace

TEST_CASE("BOLIG: every result of the official calculator of 2026, to the krone") {
  std::ifstream in(source_file("/tests/statement/housing_examples.csv"));
  std::string line;
  std::getline(in, line);
  REQUIRE(line == "income_month,rent_month,area_m2,wealth,heat_paid_apart,housing_benefit_month");
  int examples = 0;
  while (std::getline(in, line)) {
    CAPTURE(line);
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find(',', at), line.size());
      cells.push_back(line.substr(at, end - at));
      at = end + 1;
    }
    REQUIRE(cells.size() == 6);
    HousingFacts f = home_2026(12 * std::stoll(cells[0]), std::stoll(cells[1]));
    f.home = {.area = Exact::whole(std::stoll(cells[2])), .heat_apart = cells[4] == "yes", .wealth = Money::kroner(std::stoll(cells[3]))};
    CHECK(of(f).housing_benefit == Money::kroner(std::stoll(cells[5])));
    ++examples;
  }
  CHECK(examples == 22);
}

// Boligstøtteloven § 14: 95.500 kr. in 2026, 5 pct. more per child to the 4th, to the nearest hundred.
TEST_CASE("BOLIG: the highest rent, with children") {
  const auto most = [](int children) { return of(home_2026(0, 20'000, children)).rent; };
  CHECK(most(0) == kroner(95'500));
  CHECK(most(1) == kroner(100'300));  // 100.275
  CHECK(most(2) == kroner(105'100));  // 105.050
  CHECK(most(3) == kroner(109'800));  // 109.825
  CHECK(most(4) == kroner(114'600));
  CHECK(most(5) == kroner(114'600));
  HousingFacts at_most = home_2026(0, 7'958);  // 95.496
  CHECK(of(at_most).rent == kroner(95'496));
  at_most.rent = Money::kroner(7'959);
  CHECK(of(at_most).rent == kroner(95'500));
}

// §§ 10, 12: heat by the square metre; of the area that counts for the persons.
TEST_CASE("BOLIG: heat and area of the rent") {
  HousingFacts f = home_2026(100'000, 5'000);
  f.home.area = Exact::whole(50);
  CHECK(of(f).rent == kroner(60'000));
  f.home.heat_apart = true;
  CHECK(of(f).rent == kroner(61'750));
  f.home.heat_apart = false;
  f.home.heat_included = f.home.hot_water_included = true;
  CHECK(of(f).rent == kroner(60'000 - 50 * 120) - Exact::of(Money::oere(50 * 50)));
  f.home = {.area = Exact::whole(65)};
  CHECK(of(f).rent == kroner(60'000));
  f.home.area = Exact::whole(130);
  CHECK(of(f).rent == kroner(30'000));
  f.children = 1;
  f.home.area = Exact::whole(85);
  CHECK(of(f).rent == kroner(60'000));
  f.home.area = Exact::whole(170);
  CHECK(of(f).rent == kroner(30'000));
}

// § 8 a: nothing of the first 896.400, 10 pct. up to 1.793.000, 20 pct. above.
TEST_CASE("BOLIG: the share of the wealth that is income") {
  const auto with = [](std::int64_t wealth) {
    HousingFacts f = home_2026(100'000, 5'000);
    f.home.wealth = Money::kroner(wealth);
    return of(f).income - kroner(100'000);
  };
  CHECK(with(896'400).is_zero());
  CHECK(with(896'410) == kroner(1));
  CHECK(with(1'793'000) == kroner(89'660));
  CHECK(with(1'793'010) == kroner(89'662));
}

// §§ 22-23: 15 pct. without children but not for pensioners; a quarter more with four children.
TEST_CASE("BOLIG: childless, pensioners, many children") {
  HousingFacts f = home_2026(170'300, 5'000);
  CHECK(of(f).a_year == kroner(9'000));  // 15 pct. of 60.000
  f.home.pensioner = true;
  CHECK(of(f).a_year == kroner(31'300));  // rent less the lowest own payment; 36.000
  CHECK(of(home_2026(0, 8'000, 1)).a_year == kroner(50'412));
  CHECK(of(home_2026(0, 8'000, 3)).a_year == kroner(50'412));
  CHECK(of(home_2026(0, 8'000, 4)).a_year == kroner(57'600));
  CHECK(of(home_2026(0, 9'500, 4)).a_year == kroner(63'015));
}

// § 24, and the smallest payment of 3.696 a year, 308 a month.
TEST_CASE("BOLIG: whole kroner, and nothing below the smallest payment") {
  law::Untraced nobody;
  law::HousingRates r;
  r.smallest = kroner(3'696);
  const auto paid = [&](Money year) { return law::housing_paid_a_month(Exact::of(year), r, nobody); };
  CHECK(paid(Money::oere(369'549)).is_zero());
  CHECK(paid(Money::oere(369'550)) == kroner(308));  // 3.696 in whole kroner
  CHECK(paid(Money::kroner(3'701)) == kroner(308));
  CHECK(paid(Money::kroner(3'702)) == kroner(309));  // 308,50
  r.smallest.reset();
  CHECK(paid(Money::kroner(12)) == kroner(1));
  HousingFacts f = home_2026(150'000, 5'000);
  CHECK(of(f).smallest_known);
  f.year = 2024;
  CHECK_FALSE(of(f).smallest_known);
}

TEST_CASE("a home that cannot be is refused with its field") {
  const auto refused = [](auto change, ErrorCode code, const Field& field) {
    CAPTURE(field.text());
    HousingFacts f = home_2026(150'000, 5'000);
    change(f);
    const auto benefit = housing_benefit(f, rates());
    REQUIRE(!benefit);
    CHECK(benefit.error().code == code);
    CHECK(benefit.error().field == field);
  };
  refused([](auto& f) { f.year = 1899; }, ErrorCode::no_such_date, Fact::year);
  refused([](auto& f) { f.year = 10'000; }, ErrorCode::no_such_date, Fact::year);
  refused([](auto& f) { f.year = 2016; }, ErrorCode::rate_is_missing, "housing_benefit_income_limit_year");
  refused([](auto& f) { f.income = Money::oere(-1); }, ErrorCode::negative, Fact::household_income);
  refused([](auto& f) { f.rent = Money::oere(-1); }, ErrorCode::negative, Fact::rent);
  refused([](auto& f) { f.children = 31; }, ErrorCode::out_of_range, Fact::children);
  refused([](auto& f) { f.home.wealth = Money::oere(-1); }, ErrorCode::negative, Fact::wealth);
  refused([](auto& f) { f.home.area = Exact::whole(-1); }, ErrorCode::out_of_range, Fact::area);
  refused([](auto& f) { f.home.area = Exact::whole(1'001); }, ErrorCode::out_of_range, Fact::area);
  refused([](auto& f) { f.home.heat_apart = true; }, ErrorCode::missing_fact, Fact::area);
  refused([](auto& f) { f.home = {.area = Exact::whole(60), .heat_apart = true, .heat_included = true}; }, ErrorCode::exclusive_facts,
          Fact::heat);
  refused(
      [](auto& f) {
        f.year = 2024;
        f.home = {.area = Exact::whole(60), .heat_apart = true};
      },
      ErrorCode::no_rate, "housing_benefit_heat_apart_m2_year");
}

TEST_CASE("BOLIG in words, each step with its operands") {
  HousingFacts f = home_2026(396'000, 7'600);
  f.home = {.area = Exact::whole(70), .heat_apart = true, .wealth = Money::kroner(1'000'000)};
  const auto told = explained(f, rates()).value();
  const std::string da = breakdown(told, Language::danish), en = breakdown(told, Language::english),
                    json = to_json(told, Language::english);
  // Lines are broken between words: any of them may stand where a space is.
  const auto has = [](const std::string& broken, std::string_view part) {
    std::string all;
    for (const char c : broken)
      if ((c != ' ' && c != '\n') || (!all.empty() && all.back() != ' ')) all += c == '\n' ? ' ' : c;
    if (all.find(part) != std::string::npos) return true;
    MESSAGE(all);
    return false;
  };
  CHECK(has(da, "Husleje om året: 91.200,00 med varme 2.450,00, af det areal, der tæller med (92,86 pct.), højst 95.500,00 = "));
  CHECK(has(en, "Rent a year: 91,200.00 with heat 2,450.00, of the area that counts (92.86 per cent), at most 95,500.00 = "));
  CHECK(has(da, "Husstandens indkomst 396.000,00 + andel af formuen 10.360,00 = 406.360,00 kr."));
  CHECK(has(en, "The household's income 396,000.00 + share of the wealth 10,360.00 = DKK 406,360.00"));
  CHECK(has(json, "\"smallest_payment_known\": true"));
  f.income = Money::kroner(480'000);
  f.home = {};
  CHECK(has(breakdown(explained(f, rates()).value(), Language::danish), "er under det mindste, der udbetales, 3.696,00: 0,00 kr."));
  CHECK(has(breakdown(explained(f, rates()).value(), Language::english), "is below the smallest payment, 3,696.00: DKK 0.00"));
  f = home_2026(150'000, 5'000);
  f.year = 2024;
  CHECK(has(breakdown(explained(f, rates()).value(), Language::danish), "årets mindste udbetaling kendes ikke og er ikke brugt"));
  CHECK(has(breakdown(explained(f, rates()).value(), Language::english), "smallest payment is not known and not applied"));
}
