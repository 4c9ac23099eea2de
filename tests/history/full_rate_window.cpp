#include <doctest/doctest.h>

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
