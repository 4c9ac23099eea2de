#include <fleks/words/rules.hpp>

#include <doctest/doctest.h>

#include <fleks/words/explanation.hpp>

using namespace fleks;
using namespace std::chrono_literals;

TEST_CASE("a rule's text has the figures of the rates it is asked with") {
  const RateTable law = RateTable::embedded();
  CHECK(rule_text(Rule::FLT_8, 2024y / 3, law, Language::danish) ==
        "Tilskuddet sættes ned med 30 pct. af al løn op til en grænse på 16.323 kr. om måneden og med 55 pct. af det, der ligger over. Der "
        "er én grænse for summen.");
  const RateTable other =
      law.extended_by("key,valid_from,valid_to,value,unit,status,source,note\ntaper_low_pct,2013-01-01,,25,pct,read,a test,\n").value();
  CHECK(rule_text(Rule::FLT_8, 2024y / 3, other, Language::english)
            .starts_with("The subsidy is reduced by 25 per cent of all wage up to a threshold of DKK 16,323 a month"));
  // After the last row of a rate the newest is the one that is shown.
  CHECK(rule_text(Rule::FERIE_7, RuleInfo::open, law, Language::english).find("0.45 per cent") != std::string::npos);
}

TEST_CASE("a rule's text has the constants of the rules") {
  const RateTable law = RateTable::embedded();
  CHECK(rule_text(Rule::LY_2, 2024y / 3, law, Language::english) == "9 months of fleksjob within 18 months give the full rate.");
  CHECK(rule_text(Rule::FERIE_6, 2024y / 3, law, Language::danish) == "En feriedag uden løn koster 4,8 pct. af månedslønnen.");
  CHECK(rule_text(Rule::FERIE_1, 2024y / 3, law, Language::english).starts_with("2.08 holiday days are earned"));
  CHECK(rule_text(Rule::TIME_2, 2024y / 3, law, Language::danish) == "Timer om måneden er timer om ugen × 52 / 12.");
}

TEST_CASE("FLT-11, FLT-12, FLT-14: the text, the paragraph and the address are those of the month's order") {
  const RateTable law = RateTable::embedded();
  CHECK(rule_text(Rule::FLT_14, 2014y / 4, law, Language::english).find("nearest øre") != std::string::npos);
  CHECK(rule_text(Rule::FLT_14, 2014y / 5, law, Language::english).find("whole krone") != std::string::npos);
  CHECK(rule_source(Rule::FLT_11, 2014y / 6, Language::danish) == "LAB § 70 f stk. 3");
  CHECK(rule_source(Rule::FLT_11, 2014y / 7, Language::danish) == "LAB § 70 f stk. 3; BEK 811/2014 § 3 stk. 3, 5");
  CHECK(info(Rule::FLT_11, 2014y / 7).eli == "https://www.retsinformation.dk/eli/lta/2014/811");
  CHECK(rule_source(Rule::FLT_11, 2024y / 1, Language::danish) ==
        "LAB § 123 stk. 3; LAB § 124 stk. 3; BEK 227/2024 § 1 stk. 1 nr. 4, § 3 stk. 3, 5");
  CHECK(rule_source(Rule::FLT_12, 2019y / 12, Language::english) == "not in the text of the law; chosen in the program");
  CHECK(rule_source(Rule::FLT_12, 2021y / 2, Language::english) == "BEK 110/2021 § 9");
  CHECK(rule_source(Rule::FLT_12, 2022y / 4, Language::english) == "BEK 250/2022 § 10");
}

TEST_CASE("a period says why it differs from the one before it, and nothing where only the paragraph has moved") {
  CHECK(rule_change(info(Rule::FLT_14, 2014y / 4), Language::danish).empty());
  CHECK(rule_change(info(Rule::FLT_14, 2014y / 5), Language::english) ==
        "From 30 April 2014 the order says that the subsidy is rounded to whole kroner.");
  CHECK(rule_change(info(Rule::FLT_14, 2022y / 4), Language::english).empty());
}
