#include <doctest/doctest.h>

#include <fleks/statement/after_tax.hpp>
#include <fleks/words/after_tax.hpp>
#include <fleks/words/json.hpp>

// SKAT-6: what a tax card withholds, by figures worked out by hand.

using namespace fleks;

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}
Exact kroner(std::int64_t whole) { return Exact::of(Money::kroner(whole)); }

/// 15.600 kr. of pay and 14.772 kr. paid out, 2025, municipal tax 25.
AfterTaxFacts march_2025(TaxCard card) {
  return {.year = 2025,
          .am_base = kroner(15'600),
          .work_base = kroner(15'600),
          .payout = kroner(14'772),
          .municipal = Percent::whole(25),
          .card = card};
}

}  // namespace

// A year: income 349.488; tax 41.973,5088 + 25 pct. of 326.462,40 - 37,01 pct. of 51.600 = 104.491,9488.
TEST_CASE("SKAT-6: the card of the year's figures") {
  const AfterTax s = after_tax(march_2025(TaxCard::main), rates()).value();
  CHECK(s.unrounded == Exact::ratio(3'701, 10'000));
  CHECK(s.percentage == Exact::ratio(38, 100));
  CHECK(s.deduction == Money::kroner(5'596));  // (349.488 - 104.491,9488 / 0,3701) / 12 = 5.596,13
  CHECK(s.base == kroner(14'772));
  CHECK(s.withheld == Money::kroner(3'487));  // 38 pct. of 9.176 = 3.486,88
  CHECK(s.in_hand == kroner(11'285));
  CHECK(s.am_contribution == Money::kroner(1'248));
  CHECK(s.wage_withheld == Money::kroner(5'454));  // 38 pct. of 14.352 = 5.453,76
  CHECK(s.wage_in_hand == kroner(8'898));
  CHECK(s.all_in_hand == kroner(20'183));
  CHECK(s.year_tax_per_month == kroner(104'491) / Exact::whole(12));
  CHECK(s.difference == kroner(8'941) - s.year_tax_per_month);
}

TEST_CASE("SKAT-6: on the secondary card there is no deduction; the employer has it then") {
  const AfterTax s = after_tax(march_2025(TaxCard::secondary), rates()).value();
  CHECK(s.withheld == Money::kroner(5'613));       // 38 pct. of 14.772 = 5.613,36
  CHECK(s.wage_withheld == Money::kroner(3'327));  // 38 pct. of 14.352 - 5.596 = 3.327,28
  CHECK(s.deduction == Money::kroner(5'596));
}

TEST_CASE("SKAT-6: a stated deduction, one above the income, and none of it below zero") {
  AfterTaxFacts f = march_2025(TaxCard::main);
  f.deduction = Money::kroner(4'772);
  CHECK(after_tax(f, rates()).value().withheld == Money::kroner(3'800));
  f.deduction = Money::kroner(14'771);
  CHECK(after_tax(f, rates()).value().withheld == Money{});  // 38 øre
  f.deduction = Money::kroner(20'000);
  CHECK(after_tax(f, rates()).value().withheld == Money{});
}

// A percentage that is whole already is not raised; taxes of high incomes raise it by their share of the income.
TEST_CASE("SKAT-6: the percentage is raised to a whole per cent") {
  AfterTaxFacts f = march_2025(TaxCard::main);
  f.municipal = Percent::of_ten_thousandths(249'900);
  CHECK(after_tax(f, rates()).value().percentage == Exact::ratio(37, 100));
  f.municipal = Percent::of_ten_thousandths(249'901);
  CHECK(after_tax(f, rates()).value().percentage == Exact::ratio(38, 100));
  f.am_base = f.work_base = kroner(100'000);
  const AfterTax high = after_tax(f, rates()).value();
  CHECK(Exact::ratio(40, 100) < high.percentage);
  // What is withheld is the year's tax all the same, but for the raised percentage and whole kroner.
  CHECK(high.difference < kroner(900));
  CHECK(Exact{} < high.difference);
}

TEST_CASE("SKAT-6: a month's facts become the card's") {
  MonthFacts facts{.month = std::chrono::year{2025} / 3, .pay = Pay::am_income(Money::kroner(15'600))};
  facts.own_pension = Contribution::of(Money::kroner(624));
  facts.employer_pension = Contribution::of(Money::kroner(1'248));
  facts.paid_hours = Hours::whole(78);
  facts.other_wage = Money::kroner(1'000);
  facts.daily_benefit = Money::kroner(500);
  const auto month = explained(facts, rates()).value();
  const AfterTaxFacts f = after_tax_facts(month).value();
  CHECK(f.am_base == kroner(16'600));
  CHECK(f.work_base == kroner(15'600 + 624 + 1'248 + 1'000 + 3 * 66));
  CHECK(f.other_benefits == kroner(500));
  CHECK(f.payout == Exact::of(month.statement.payout));
  // By the hour: own pension and own ATP come off.
  facts = {.month = std::chrono::year{2025} / 3, .pay = Pay::hourly(Money::kroner(200), Hours::whole(18))};
  const AfterTaxFacts hourly = after_tax_facts(explained(facts, rates()).value()).value();
  CHECK(hourly.am_base == kroner(15'600 - 66));
  CHECK(hourly.work_base == kroner(15'600 + 132));
}

TEST_CASE("what of a card cannot be is refused with its field") {
  AfterTaxFacts f = march_2025(TaxCard::main);
  f.municipal = Percent::of_ten_thousandths(-1);
  CHECK(after_tax(f, rates()).error().field == Fact::municipal_tax);
  f = march_2025(TaxCard::main);
  f.deduction = Money::oere(-1);
  CHECK(after_tax(f, rates()).error().field == Fact::deduction);
  f = march_2025(TaxCard::main);
  f.deductions.transport_days = 1;
  CHECK(after_tax(f, rates()).error().field == Fact::transport_km);
  f = march_2025(TaxCard::main);
  f.year = 2012;
  CHECK(after_tax(f, rates()).error().code == ErrorCode::no_rate);
}

TEST_CASE("SKAT-6 in words, by either card, with more and with less than the year's tax") {
  const auto told = [](const AfterTaxFacts& f, Language language) { return breakdown(explained(f, rates()).value(), language); };
  // Lines are broken between words: any of them may stand where a space is.
  const auto has = [](const std::string& broken, std::string_view part) {
    std::string all;
    for (const char c : broken)
      if ((c != ' ' && c != '\n') || (!all.empty() && all.back() != ' ')) all += c == '\n' ? ' ' : c;
    if (all.find(part) != std::string::npos) return true;
    MESSAGE(all);
    return false;
  };
  const std::string main = told(march_2025(TaxCard::main), Language::danish);
  CHECK(has(main, "A-skat på hovedkortet: 38 pct. over fradraget 5.596,00"));
  CHECK(has(main, "A-skat på bikortet: 38 pct."));
  CHECK(has(main, "kommer tilbage i årsopgørelsen"));
  const std::string secondary = told(march_2025(TaxCard::secondary), Language::english);
  CHECK(has(secondary, "Tax on the secondary card: 38 per cent"));
  CHECK(has(secondary, "Tax on the main card: 38 per cent above the deduction 5,596.00"));
  AfterTaxFacts less = march_2025(TaxCard::main);
  less.deduction = Money::kroner(9'000);
  CHECK(has(told(less, Language::danish), "skal betales i årsopgørelsen"));
  CHECK(has(told(less, Language::english), "is to be paid with the year's tax"));
  const auto steps = [](const AfterTaxFacts& f) {
    const auto told_of = explained(f, rates()).value();
    std::string all;
    for (const Step& step : told_of.trace.steps())
      for (const Language l : {Language::danish, Language::english}) all += in_words(step, told_of.rates_in_force(), l) + "\n";
    return all;
  };
  CHECK(has(steps(march_2025(TaxCard::main)),
            "A-skat på hovedkortet: 38 pct. af 14.772,00 - fradrag 5.596,00, i hele kroner = 3.487,00 kr."));
  CHECK(has(steps(march_2025(TaxCard::secondary)), "Tax on the secondary card: 38 per cent of 14,772.00, in whole kroner = DKK 5,613.00"));
  CHECK(has(steps(less), "oplyst: 9.000,00 kr."));
  CHECK(has(steps(less), "as stated: DKK 9,000.00"));
  const auto month =
      explained(MonthFacts{.month = std::chrono::year{2025} / 3, .pay = Pay::am_income(Money::kroner(15'600))}, rates()).value();
  const std::string json = to_json(month, explained(march_2025(TaxCard::main), rates()).value(), Language::english);
  CHECK(has(json, "\"withheld\": \"3487.00\""));
  CHECK(has(json, "\"percentage\": \"38\""));
}
