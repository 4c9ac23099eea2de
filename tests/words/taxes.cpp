#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

#include "rules/steps.hpp"

using namespace fleks;

// SKAT-1 to SKAT-5 and BOLIG in words: every operand is in the sentence, and what it is called is the tax's own name.

namespace {

/// The sentences of a year's tax.
std::string told(YearsIncome income, Language language) {
  const RateTable rates = RateTable::embedded();
  Trace trace;
  REQUIRE(income_tax(income, rates, trace));
  std::string all;
  for (const Step& step : trace.steps())
    all += in_words(step, rates.on(std::chrono::year{income.year} / std::chrono::January), language) + '\n';
  return all;
}
bool has(const std::string& all, std::string_view part) {
  if (all.find(part) != std::string::npos) return true;
  MESSAGE(all);
  return false;
}

}  // namespace

TEST_CASE("a year's tax is told step by step in both languages") {
  YearsIncome income{
      .year = 2024, .pay = Money::kroner(240'000), .own_pension = Money::kroner(10'000), .without_am = Money::kroner(100'000)};
  income.municipal = Percent::whole(25);
  income.church = Percent::whole(1);
  income.single_parent = true;
  const std::string da = told(income, Language::danish), en = told(income, Language::english);
  CHECK(has(da, "AM-bidrag: 8 pct. af lønnen efter eget pensions- og ATP-bidrag 230.000,00 = 18.400,00 kr."));
  CHECK(has(en, "AM-bidrag: 8 per cent of the pay after own pension and own ATP 230,000.00 = DKK 18,400.00"));
  CHECK(has(da, "Personlig indkomst: løn efter AM-bidrag 211.600,00 + ydelser 100.000,00 = 311.600,00 kr."));
  CHECK(has(en, "Personal income: pay after AM-bidrag 211,600.00 + benefits 100,000.00 = DKK 311,600.00"));
  CHECK(has(da, "Beskæftigelsesfradrag: 10,65 pct. af 240.000,00, højst 45.100,00 = 25.560,00 kr."));
  CHECK(has(da, "Ekstra fradrag for enlige forsørgere: 6,25 pct. af 240.000,00, højst 25.300,00 = 15.000,00 kr."));
  CHECK(has(en, "Job deduction (of what is above the threshold): 4.5 per cent of 23,900.00, at most 2,800.00 = DKK 1,075.50"));
  CHECK(has(da, "Bundskat: 12,01 pct. af 311.600,00 = 37.423,16 kr."));
  CHECK(has(en, "Municipal tax: 25 per cent of 269,964.50 (income after deductions) = DKK 67,491.125"));
  CHECK(has(da, "Kirkeskat: 1 pct. af 269.964,50 (indkomst efter fradrag) = 2.699,645 kr."));
  CHECK(has(da, "Personfradragets værdi: 38,01 pct. af 49.700,00 = 18.890,97 kr."));
  CHECK(has(en, "The taxes 107,613.93 - value of the allowance 18,890.97, never below 0 = DKK 88,722.96"));
  CHECK(has(da, "AM-bidrag og skat 107.122,96 rundes ned til hele kroner, 107.122,00; heraf er skatten 88.722,00 kr."));
  // Taxes that the income does not reach are not told.
  for (const char* tax : {"Mellemskat", "Topskat", "Toptopskat"}) CHECK(da.find(tax) == std::string::npos);
}

TEST_CASE("the job deduction is told only of pay above its threshold") {
  // 2024: 4,5 pct. of what the pay has above 216.100.
  YearsIncome income{.year = 2024, .pay = Money::kroner(216'100), .municipal = Percent::whole(25)};
  CHECK(told(income, Language::danish).find("Jobfradrag") == std::string::npos);
  income.pay += Money::kroner(100);
  CHECK(has(told(income, Language::danish), "Jobfradrag (af det over grænsen): 4,5 pct. af 100,00, højst 2.800,00 = 4,50 kr."));
}

TEST_CASE("taxes of high incomes are told with what lies above their thresholds") {
  YearsIncome income{.year = 2026, .pay = Money::kroner(4'000'000)};
  income.municipal = Percent::whole(20);
  const std::string da = told(income, Language::danish), en = told(income, Language::english);
  for (const char* tax : {"Mellemskat: 7,5 pct. af ", "Topskat: 7,5 pct. af ", "Toptopskat: 5 pct. af "}) CHECK(has(da, tax));
  for (const char* tax : {"Middle tax: 7.5 per cent of ", "Top tax: 7.5 per cent of ", "Top-top tax: 5 per cent of "}) CHECK(has(en, tax));
  CHECK(has(da, " (indkomst over grænsen) = "));
  CHECK(da.find("Kirkeskat") == std::string::npos);
}

TEST_CASE("housing benefit is told with rent, income and limit") {
  const RateTable rates = RateTable::embedded();
  steps::HousingBenefit housing{.rent = Exact::of(Money::kroner(70'000)),
                                .income = Exact::of(Money::kroner(160'000)),
                                .limit = Exact::of(Money::kroner(180'000)),
                                .childless_share = Exact::ratio(15, 100),
                                .wording = steps::HousingBenefit::Wording::with_children};
  Step step;
  steps::write(step, Exact::of(Money::kroner(10'500)), housing);
  const auto on = rates.on(std::chrono::year{2025} / std::chrono::January);
  CHECK(in_words(step, on, Language::danish) ==
        "Boligsikring: husleje 70.000,00, husstandens indkomst 160.000,00, indkomstgrænse 180.000,00 = 10.500,00 kr. om året.");
  CHECK(in_words(step, on, Language::english) ==
        "Housing benefit: rent 70,000.00, household income 160,000.00, income limit 180,000.00 = DKK 10,500.00 a year.");
  housing.wording = steps::HousingBenefit::Wording::childless;
  steps::write(step, Exact::of(Money::kroner(10'500)), housing);
  CHECK(in_words(step, on, Language::danish) ==
        "Boligsikring: husleje 70.000,00, husstandens indkomst 160.000,00, indkomstgrænse 180.000,00, uden børn højst 15 pct. af huslejen "
        "= 10.500,00 kr. om året.");
  CHECK(has(in_words(step, on, Language::english), ", without children at most 15 per cent of the rent = DKK 10,500.00 a year."));
}
