#include "history/case_by_text.hpp"

using namespace fleks;
using namespace case_by_text;

// What a month's subsidy rests on. 2024: the highest subsidy is 19.952, 30 pct. of the wage. April has 22 weekdays, 12 of them from the
// 15th.

TEST_CASE("FLT-20: no wage is missing of a job whose own weekdays in the month were all without pay") {
  const auto april = [](const std::string& until) {
    return months(R"("from": "2024-04", "to": "2024-04", "employments": [{"id": "a", "from": "2024-04-15"}], "daily_benefits": [
      {"kind": "maternity", "from": "2024-04-15", "to": ")" +
                  until + R"(", "amount": 1000, "paid": "2024-04-30"}])")[0];
  };
  CHECK(april("2024-04-30").status != MonthStatus::unknown);
  REQUIRE(april("2024-04-30").missing.empty());
  CHECK(!april("2024-04-30").subsidy->public_atp);  // of no wage the hours are not known either
  CHECK(april("2024-04-29").status == MonthStatus::unknown);
  using Of = std::pair<MissingFact::Kind, std::uint32_t>;
  CHECK(missing(april("2024-04-29")) == std::vector{Of{MissingFact::Kind::wage, 0}});
}

TEST_CASE("FLT-20: it is said on which month's wage the first month rests, and nothing of it in the next") {
  const auto m = months(R"("from": "2024-04", "to": "2024-05", "employments": [{"id": "a", "from": "2024-04-01"}], "wages": [)" +
                        wage("a", "2024-04", "8000") + "]");
  REQUIRE(step_of(m[0], Rule::FLT_20) != nullptr);
  CHECK(step_of(m[0], Rule::FLT_20)->rests_on_choice);
  CHECK(step_of(m[1], Rule::FLT_20) == nullptr);
}

TEST_CASE("FLT-13: by the days of the wage month the next is reduced by as many weekdays as the jobs covered") {
  const auto may = [](const std::string& jobs, const std::string& wages) {
    return months(options(R"("part_of": "wage-month", "after_part_month": "as-paid", "round_to": "oere")") +
                  R"("from": "2024-05", "to": "2024-05", "employments": [)" + jobs + R"(], "wages": [)" + wages + "]")[0];
  };
  const std::string second = R"({"id": "b", "from": "2024-04-15"})",
                    pay = R"({"employment": "b", "from": "2024-04-15", "to": "2024-04-30", "am_income": 4000})";
  // 12 of 22 weekdays of 19.952, less 1.200.
  CHECK(subsidy(may(second, pay)) == "9682.91");
  // And with the five to the 5th in another fleksjob 17 of them.
  CHECK(subsidy(may(R"({"id": "a", "from": "2024-01-01", "to": "2024-04-05"}, )" + second,
                    R"({"employment": "a", "from": "2024-04-01", "to": "2024-04-05", "am_income": 0}, )" + pay)) == "14217.45");
  // Other work covers nothing.
  CHECK(subsidy(may(R"({"id": "o", "kind": "other", "from": "2024-01-01"}, )" + second, pay)) == "9682.91");
  // All of April's weekdays are the whole month, though its first day is a holiday.
  CHECK(subsidy(may(R"({"id": "b", "from": "2024-04-01"})",
                    R"({"employment": "b", "from": "2024-04-01", "to": "2024-04-30", "am_income": 4000})")) == "18752.00");
}

TEST_CASE("FLT-2, LOFT-3: the hours of full time are those of the month whose rates hold, by the choice") {
  const RateTable rates = RateTable::embedded()
                              .extended_by(
                                  "key,valid_from,valid_to,value,unit,status,source,note\n"
                                  "full_time_hours_week,2024-06-01,,36,hours/week,read,a test,\n")
                              .value();
  const auto june = [&](const std::string& choice) {
    const auto statement = case_statement(read(options(R"("rates_of": ")" + choice + "\"") + R"("from": "2024-06", "to": "2024-06",
      "employments": [{"id": "a", "from": "2024-01-01", "ceilings": [{"from": "2024-01-01", "hourly": 150}]}], "wages": [)" +
                                               wage("a", "2024-05", "8000") + "]"),
                                          rates);
    return statement.value().months[0].subsidy->normal_wage_ceiling;
  };
  CHECK(june("subsidy-month") == Exact::of(Money::kroner(23'400)));  // 150 × 36 × 52/12
  CHECK(june("wage-month") == Exact::of(Money::kroner(24'050)));     // 37 hours
}
