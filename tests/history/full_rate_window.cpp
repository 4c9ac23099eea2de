#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include <fleks/fleks.hpp>

using namespace fleks;

// LAS § 74 a stk. 4: 9 months of fleksjob within the last 18 give the full rate.
TEST_CASE("the 18 months are counted back from the first day on ledighedsydelse, to the day") {
  const auto of_june = [](const std::string& from, const std::string& to) {
    const auto reading = read_case(
        R"({"from": "2024-06", "to": "2024-06", "provider": true, "employments": [{"id": "a", "from": ")" + from + R"(", "to": ")" + to +
        R"("}, {"id": "b", "from": "2023-12-01", "to": "2024-04-30"}], "ledighedsydelse": [{"from": "2024-06-01"}]})");
    REQUIRE(reading.good());
    return case_statement(reading.facts, RateTable::embedded()).value().months.front().benefit.value().benefit_class;
  };
  // Five months in the second job; so four are needed of the first, and the 18 months begin on 1 December 2022.
  CHECK(of_june("2022-12-01", "2023-03-31") == BenefitClass::full);
  CHECK(of_june("2022-11-01", "2023-03-31") == BenefitClass::full);
  // Days beyond whole months make one when they are 30.
  CHECK(of_june("2022-11-01", "2023-03-30") == BenefitClass::full);
  CHECK(of_june("2022-11-01", "2023-03-29") == BenefitClass::low_provider);
  CHECK(of_june("2022-12-03", "2023-03-31") == BenefitClass::low_provider);
}

// LAS § 74 b stk. 2.
TEST_CASE("LY-16: from the age of fleksydelse six months in all on the higher rates, then the lowest") {
  const auto reading = read_case(
      R"({"from": "2023-12", "to": "2024-10", "provider": true, "fleksydelse_age": "2024-02-15",
          "employments": [{"id": "a", "from": "2024-06-01", "to": "2024-06-30"}],
          "wages": [{"from": "2024-06-01", "to": "2024-06-30", "am_income": 9000}],
          "ledighedsydelse": [{"from": "2023-12-01", "to": "2024-05-31", "class": "full"}, {"from": "2024-07-01", "class": "full"}]})");
  for (const Error& e : reading.errors) MESSAGE(message(e, Language::english));
  REQUIRE(reading.good());
  const auto months = case_statement(reading.facts, RateTable::embedded(), {.explained = true}).value().months;
  const auto class_in = [&](std::size_t i) { return months[i].benefit.value().benefit_class; };
  const auto says_it = [&](std::size_t i) {
    return std::any_of(months[i].steps.begin(), months[i].steps.end(), [](const Step& s) { return s.rule == Rule::LY_16; });
  };
  // February to May are four of them, June in the fleksjob is none; July and August are the fifth and the sixth.
  for (const std::size_t i : {0U, 2U, 5U, 7U, 8U}) {
    CHECK(class_in(i) == BenefitClass::full);
    CHECK(!says_it(i));
  }
  for (const std::size_t i : {9U, 10U}) {
    CHECK(class_in(i) == BenefitClass::low_nonprovider);
    CHECK(says_it(i));
  }
}
