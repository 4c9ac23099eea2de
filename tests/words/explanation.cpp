#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

#include "words/rule_words.hpp"

#include "words/said.hpp"

using namespace fleks;
using namespace std::chrono_literals;

namespace {

MonthFacts march(Pay pay) { return {.month = 2024y / 3, .pay = pay}; }

std::string words(const Explained<MonthStatement>& month, Rule rule, Language language) {
  const Step* step = month.trace.find(rule);
  return step == nullptr ? "no such step" : in_words(*step, month.rates_in_force(), language);
}

}  // namespace

TEST_CASE("a text cites a law with its commas, and what is no paragraph as it stands") {
  CHECK(cited("LAB § 123 stk. 3") == "LAB § 123, stk. 3");
  CHECK(cited("BEK 227/2024 § 1 stk. 1 nr. 1-2, § 2 stk. 3; P 14-22") == "BEK 227/2024 § 1, stk. 1, nr. 1-2, § 2, stk. 3; P 14-22");
  CHECK(cited("LAS § 74 d stk. 2-3; BEK 411/2014 § 1 nr. 3, § 3 stk. 4") == "LAS § 74 d, stk. 2-3; BEK 411/2014 § 1, nr. 3, § 3, stk. 4");
  CHECK(cited("BEK 1344/2015 § 1 stk. 2 nr. 2, stk. 3, § 3") == "BEK 1344/2015 § 1, stk. 2, nr. 2, stk. 3, § 3");
  for (const char* as_it_stands :
       {"", "LAB §§ 123, 124", "P 48-22; P 27-23", "STAR's beregner", "lov nr. 548 af 7. maj 2019 § 3; lov nr. 214", "stk. 2"})
    CHECK(cited(as_it_stands) == as_it_stands);
  CHECK(cited_source(Rule::FLT_8, 2024y / 3, Language::danish) == "LAB § 123, stk. 2; BEK 227/2024 § 3, stk. 2, 6");
  CHECK(first_source(Rule::FLT_8, 2014y / 6, Language::danish) == "LAB § 70 f, stk. 2");
  CHECK(first_source(Rule::FLT_2, 2024y / 3, Language::english) == "interpretation");
}

TEST_CASE("Every rule has a name and a source in both languages") {
  for (const auto language : {Language::danish, Language::english})
    for (std::size_t i = 0; i < rule_count; ++i) {
      CHECK_FALSE(rule_name(static_cast<Rule>(i), language).empty());
      CHECK_FALSE(rule_source(static_cast<Rule>(i), language).empty());
    }
  CHECK(rule_source(Rule::FLT_8, Language::english) == "LAB § 123 stk. 2; BEK 227/2024 § 3 stk. 2, 6");
  CHECK(rule_source(Rule::FLT_2, Language::danish) == "står ikke i lovteksten; valgt i programmet");
}

TEST_CASE("A step in words has its operands, and its rates with value, period and status") {
  const auto month = explained(march(Pay::am_income(Money::kroner(15'600))), RateTable::embedded()).value();
  CHECK(words(month, Rule::FLT_4, Language::danish) ==
        "Det højeste fleksløntilskud er 19.952,00 kr. (sats: højeste fleksløntilskud 19.952 kr. om måneden, 1.1.2024-31.12.2024, aflæst i "
        "kilden).");
  CHECK(words(month, Rule::FLT_8, Language::danish).starts_with("Fradrag for løn: 30 pct. af 15.600,00 = 4.680,00 kr. (sats: "));
  CHECK(words(month, Rule::FLT_10, Language::danish) == "Tilskud før lønloft: 19.952,00 - 4.680,00 = 15.272,00 kr.");
  CHECK(words(month, Rule::FLT_10, Language::english) == "Subsidy before the ceiling: 19,952.00 - 4,680.00 = DKK 15,272.00.");
}

TEST_CASE("Every step that a month can have is in words, and never by its rule's name alone") {
  MonthFacts all = march(Pay::hourly(Money::kroner(200), Hours::whole(18), Percent::whole(75)));
  all.own_pension = Contribution::of(Percent::whole(4));
  all.employer_pension = Contribution::of(Percent::whole(8));
  all.other_wage = Money::kroner(2'000);
  all.daily_benefit = Money::kroner(500);
  all.ledighedsydelse_days = Days::whole(3);
  all.employed = Period{2024y / 2 / 5, 2024y / 2 / 29};
  all.ceiling = Ceiling::from_hourly(Money::kroner(150), Money::kroner(300), Percent::whole(8));
  MonthFacts none = march(Pay::am_income(Money{}));
  none.ceiling = Ceiling::stated(Money::kroner(30'000));
  for (const auto& facts : {all, none})
    for (const auto language : {Language::danish, Language::english}) {
      const auto month = explained(facts, RateTable::embedded()).value();
      for (const Step& step : month.trace.steps()) {
        const std::string text = in_words(step, month.rates_in_force(), language);
        CAPTURE(text);
        CHECK(text.back() == '.');
        CHECK(text.find("..") == std::string::npos);
        CHECK_FALSE(text.starts_with(std::string(rule_name(step.rule, language)) + ": " + kroner(step.amount, language) + "."));
      }
    }
}

TEST_CASE("A step that an option decided is an interpretation, whatever its rule's status") {
  MonthFacts facts = march(Pay::am_income(Money::kroner(15'600)));
  facts.ceiling = Ceiling::stated(Money::kroner(32'067));
  auto month = explained(facts, RateTable::embedded()).value();
  CHECK(status_of(*month.trace.find(Rule::FLT_11), facts.month) == RuleStatus::read);
  facts.other_wage = Money::kroner(1'000);
  month = explained(facts, RateTable::embedded()).value();
  CHECK(status_of(*month.trace.find(Rule::FLT_11), facts.month) == RuleStatus::read);
  month = explained(facts, RateTable::embedded(), {.other_wage_under_ceiling = OtherWageUnderCeiling::excluded}).value();
  CHECK(status_of(*month.trace.find(Rule::FLT_11), facts.month) == RuleStatus::interpretation);
}

TEST_CASE("FLT-2: the choice of rates is named when the two months have different ones, and only then") {
  const auto rests = [](Month month) {
    const auto made = explained(MonthFacts{.month = month, .pay = Pay::am_income(Money::kroner(10'000))}, RateTable::embedded()).value();
    return made.trace.find(Rule::FLT_2)->rests_on_choice;
  };
  CHECK(rests(2024y / 1));
  CHECK_FALSE(rests(2024y / 2));
  CHECK(rests(2017y / 7));  // the base changed in the middle of 2017
}

TEST_CASE("The breakdown says what was not given, and what the other choice would give") {
  const auto text = [](const MonthFacts& facts, const Options& options = {}) {
    return breakdown(explained(facts, RateTable::embedded(), options).value(), Language::danish);
  };
  const auto has = [](const std::string& all, std::string_view part) { return all.find(part) != std::string::npos; };
  const MonthFacts bare = march(Pay::am_income(Money::kroner(15'600)));
  CHECK(has(text(bare), "Lønloftet er ikke oplyst. Resultatet er derfor før lønloftet"));
  CHECK(has(text(bare), "Løntimerne er ikke oplyst. Statens ATP-bidrag er derfor ukendt"));
  MonthFacts full = bare;
  full.ceiling = Ceiling::stated(Money::kroner(32'067));
  full.paid_hours = Hours::whole(78);
  full.employer_pension = Contribution::of(Money::kroner(1'000));
  CHECK_FALSE(has(text(full), "Ikke oplyst"));
  MonthFacts january = bare;
  january.month = 2024y / 1;
  CHECK(said::has(text(january), "rates_of wage-month"));
  CHECK(has(text(january), "14.653,00 kr."));  // 19.333 - 30 pct. of 15.600
}

TEST_CASE("The breakdown of a reform marks what it changes, line by line") {
  MonthFacts f = march(Pay::am_income(Money::kroner(15'600)));
  f.ceiling = Ceiling::stated(Money::kroner(28'000));
  f.paid_hours = Hours::of_ten_thousandths(801'667);  // 18,5 a week, half of full time
  f.daily_benefit = Money::kroner(1'000);
  f.ledighedsydelse_days = Days::whole(2);
  const auto of = [&](auto change, Language language = Language::danish) {
    Options options;
    options.policy.from = 2024y / 1;
    change(options.policy);
    return said::on_one_line(breakdown(explained(f, RateTable::embedded(), options).value(), language));
  };
  const auto has = [](const std::string& all, std::string_view part) { return all.find(part) != std::string::npos; };
  const std::string as_it_is = of([](Policy&) {});
  CHECK(has(as_it_is, "Dagpenge m.v., fuldt ud -1.000,00 FLT-9"));
  CHECK(has(as_it_is, "Nedsat på grund af lønloftet -2.872,00 FLT-11"));
  CHECK(!has(as_it_is, "reform"));

  const std::string by_hours = of([](Policy& p) { p.reduced_by_hours = true; });
  CHECK(has(by_hours, "Nedsættelse efter løntimer (reform) -9.97"));
  CHECK(has(by_hours, "ændret af reformen"));
  CHECK(has(of([](Policy& p) { p.reduced_by_hours = true; }, Language::english), "Reduction by paid hours (reform) -9,97"));
  const std::string no_benefit = of([](Policy& p) { p.daily_benefit_deducted = false; });
  CHECK(has(no_benefit, "Dagpenge m.v., trækkes ikke fra (reform) 0,00 FLT-9"));
  CHECK(
      has(of([](Policy& p) { p.daily_benefit_deducted = false; }, Language::english), "Daily benefits, not deducted (reform) 0.00 FLT-9"));
  const std::string without_ceiling = of([](Policy& p) { p.ceiling_applies = false; });
  CHECK(has(without_ceiling, "Lønloftet gælder ikke (reform)."));
  CHECK(has(without_ceiling, "Tilskud før lønloft 14.272,00 Feriedage med ledighedsydelse: 2 af 21,6667"));
  CHECK(has(of([](Policy& p) { p.ceiling_applies = false; }, Language::english), "The ceiling does not apply (reform)."));
  const std::string half = of([](Policy& p) { p.ceiling_cut_share = Percent::whole(50); });
  CHECK(has(half, "Nedsat på grund af lønloftet (reform) -1.436,00 FLT-11"));
  CHECK(has(of([](Policy& p) { p.ceiling_cut_share = Percent::whole(50); }, Language::english),
            "Cut because of the ceiling (reform) -1,436.00"));
}

TEST_CASE("The breakdown without a ceiling, at nothing left, and without a right") {
  const auto text = [](const MonthFacts& facts, const Options& options = {}) {
    return said::on_one_line(breakdown(explained(facts, RateTable::embedded(), options).value(), Language::danish));
  };
  const auto has = [](const std::string& all, std::string_view part) { return all.find(part) != std::string::npos; };
  MonthFacts f = march(Pay::am_income(Money::kroner(15'600)));
  f.ledighedsydelse_days = Days::whole(2);
  CHECK(has(text(f), "Tilskud før lønloft 15.272,00 Feriedage med ledighedsydelse: 2 af 21,6667"));
  // Daily benefits of exactly what is left: nothing more is taken, and nothing given back.
  f.ledighedsydelse_days = {};
  f.daily_benefit = Money::kroner(15'272);
  CHECK(has(text(f), "Tilskud før lønloft 0,00 FLT-10"));
  CHECK(!has(text(f), "Tilskuddet kan ikke blive under 0"));
  f.daily_benefit = Money::kroner(15'273);
  CHECK(has(text(f), "Tilskuddet kan ikke blive under 0 1,00 FLT-10"));
  // A choice that decides nothing, as there is no right, is not told.
  MonthFacts none = march(Pay::am_income(Money{}));
  none.month = 2024y / 1;
  none.other_wage = Money::kroner(3'000);
  none.ceiling = Ceiling::stated(Money::kroner(30'000));
  CHECK(has(text(none), "Fleksløntilskud 0,00 FLT-3"));
  CHECK(!has(text(none), "--rates-of"));
  CHECK(!has(text(none, {.other_wage_under_ceiling = OtherWageUnderCeiling::excluded}), "Månedens lov"));
  none.pay = Pay::am_income(Money::kroner(1));
  CHECK(has(text(none), "rates_of wage-month"));
  CHECK(has(text(none, {.other_wage_under_ceiling = OtherWageUnderCeiling::excluded}), "Månedens lov: by-law."));
  // The rates of a month before all others cannot tell the other choice.
  MonthFacts first = march(Pay::am_income(Money::kroner(10'000)));
  first.month = 2013y / 1;
  CHECK(has(text(first), "Det andet valg kan ikke beregnes med de kendte satser."));
}
