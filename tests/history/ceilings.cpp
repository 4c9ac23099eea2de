#include "history/case_by_text.hpp"

using namespace fleks;
using namespace case_by_text;
using Missing = MissingFact::Kind;

// LOFT-5, FLT-16 of several jobs. 2024: the highest subsidy is 19.952, 30 pct. of the wage; March has 21 weekdays, 11 of them to the 15th.

namespace {

std::string of_job(const char* id, const std::string& days, const std::string& ceiling, const std::string& rest = "") {
  return R"({"id": ")" + std::string(id) + R"(", )" + days + rest +
         (ceiling.empty() ? "" : R"(, "ceilings": [{"from": "2024-01-01", "amount": )" + ceiling + "}]") + "}";
}
/// March of three jobs begun in it: the first two to the 15th, the third from the 18th.
CaseMonth march(const std::string& first, const std::string& second, const std::string& third, const std::string& choice = "") {
  const std::string early = R"("from": "2024-03-01", "to": "2024-03-15")", late = R"("from": "2024-03-18")";
  return months(choice + R"("from": "2024-03", "to": "2024-03", "employments": [)" + of_job("a", early, first) + ", " +
                of_job("b", early, second) + ", " + of_job("c", late, third) + R"(], "wages": [
      {"employment": "a", "from": "2024-03-01", "to": "2024-03-15", "am_income": 2000}, {"employment": "b", "from": "2024-03-01", "to": "2024-03-15", "am_income": 3000},
      {"employment": "c", "from": "2024-03-18", "to": "2024-03-31", "am_income": 4000}])")[0];
}
/// The ceiling of October from what September paid beside it.
Exact october(const std::string& ceiling, const std::string& rest) {
  return months(
             R"("from": "2024-10", "to": "2024-10", "employments": [{"id": "a", "from": "2024-02-01", "ceilings": [{"from": "2024-02-01", "amount": ")" +
             ceiling + R"("}]}], "wages": [)" + wage("a", "2024-09", "9300", rest) + "]")[0]
      .subsidy->normal_wage_ceiling;
}

}  // namespace

TEST_CASE("LOFT-5: of ceilings by hours it is said whose hours are missing, and what the lowest of them would give") {
  const std::string days = R"("from": "2024-01-01")";
  const auto m = months(options(R"("ceiling_of_two_jobs": "by-hours")") + R"("from": "2024-03", "to": "2024-03", "employments": [)" +
                        of_job("a", days, "15000", R"(, "weekly_hours": 0)") + ", " +
                        of_job("b", days, "20000", R"(, "weekly_hours": 15)") + ", " + of_job("c", days, "18000") + R"(], "wages": [)" +
                        wage("a", "2024-02", "3000") + ", " + wage("b", "2024-02", "3000") + ", " + wage("c", "2024-02", "0") + "]");
  CHECK(subsidy(m[0]) == "14000.00");  // the highest
  using Of = std::pair<Missing, std::uint32_t>;
  CHECK(missing(m[0]) == std::vector{Of{Missing::hours, 0}, Of{Missing::hours, 2}});
  CHECK(otherwise(m[0], Missing::hours) == std::vector<std::string>{"9000.00", "9000.00"});
}

TEST_CASE("LOFT-5: the ceilings of jobs that follow each other by weekdays, and what is missing of each stretch") {
  // (11 × 20.000 + 10 × 25.000) / 21 = 22.380,952
  auto m = march("", "20000", "25000");
  CHECK(m.subsidy->normal_wage_ceiling == Exact::of(Money::oere(2'238'095)));
  CHECK(subsidy(m) == "13381.00");
  // Were the first job's ceiling none, the stretch's would be none: 19.952 - 30 pct. of 9.000.
  using Of = std::pair<Missing, std::uint32_t>;
  CHECK(missing(m) == std::vector{Of{Missing::ceiling, 0}});
  CHECK(otherwise(m, Missing::ceiling) == std::vector<std::string>{"17252.00"});
  // Two ceilings at once whose hours are not known: the highest, or the lowest for its days: (11 × 15.000 + 10 × 25.000) / 21.
  m = march("15000", "20000", "25000", options(R"("ceiling_of_two_jobs": "by-hours")"));
  CHECK(subsidy(m) == "13381.00");
  CHECK(missing(m) == std::vector{Of{Missing::hours, 0}, Of{Missing::hours, 1}});
  CHECK(otherwise(m, Missing::hours) == std::vector<std::string>{"10762.00", "10762.00"});
  // A stretch without any has no weight.
  m = march("15000", "20000", "");
  CHECK(subsidy(m) == "11000.00");
  CHECK(missing(m) == std::vector{Of{Missing::ceiling, 2}});
  CHECK(otherwise(m, Missing::ceiling) == std::vector<std::string>{"17252.00"});
}

TEST_CASE("FLT-16: a rise is rounded to the nearest øre, and has the rates it was found by") {
  const std::string holiday = R"(, "supplements": [{"kind": "holiday_supplement", "amount": 300}])";
  CHECK(october("20000.40", holiday) == Exact::of(Money::oere(2'020'040)));  // 1 pct. is 200,004
  CHECK(october("20000.50", holiday) == Exact::of(Money::oere(2'020'051)));  // 200,005
  // 300 × 37 × 52/12 / 70 = 687,1429; / 80 = 601,25.
  const std::string other = R"(, "supplements": [{"kind": "free_choice", "amount": 300}], "paid_hours": )";
  CHECK(october("20000", other + "70") == Exact::of(Money::oere(2'068'714)));
  CHECK(october("20000", other + "66") == Exact::of(Money::oere(2'072'879)));  // 728,7879
  CHECK(october("20000", other + "80") == Exact::of(Money::oere(2'060'125)));

  const auto rates_of = [](const std::string& rest) {
    const auto m = months(
        R"("from": "2024-10", "to": "2024-10", "employments": [{"id": "a", "from": "2024-02-01", "ceilings": [{"from": "2024-02-01", "amount": 20000}]}], "wages": [)" +
        wage("a", "2024-09", "9300", rest) + "]");
    const Step* step = step_of(m[0], Rule::FLT_16);
    REQUIRE(step != nullptr);
    return std::vector<RateKey>(step->rates().begin(), step->rates().end());
  };
  CHECK(rates_of(holiday) == std::vector{RateKey::holiday_supplement_pct});
  CHECK(rates_of(other + "70").empty());
}

TEST_CASE("FLT-16: a full-time supplement that decides is missed once, and a ceiling that is missing is said though it decides nothing") {
  const std::string start = R"("from": "2024-06", "to": "2024-06", "employments": [)" + of_job("a", R"("from": "2023-01-01")", "26000");
  const auto with = [&](const std::string& more) { return months(start + more)[0]; };
  const auto one =
      with(R"(], "wages": [)" + wage("a", "2024-05", "12867", R"(, "supplements": [{"kind": "holiday_supplement", "amount": 900}])") + "]");
  using Of = std::pair<Missing, std::uint32_t>;
  CHECK(missing(one) == std::vector{Of{Missing::full_time_supplement, 0}});
  CHECK(!one.missing[0].decides);
  CHECK(one.status == MonthStatus::computed);
  CHECK(otherwise(one, Missing::full_time_supplement) == std::vector<std::string>{"13133.00"});
  // 19.952 - 30 pct. of 4.000 are less than 26.000 - 4.000.
  const auto two = with(", " + of_job("b", R"("from": "2023-01-01")", "") + R"(], "wages": [)" + wage("a", "2024-05", "3000") + ", " +
                        wage("b", "2024-05", "1000") + "]");
  CHECK(subsidy(two) == "18752.00");
  CHECK(missing(two) == std::vector{Of{Missing::ceiling, 1}});
  CHECK(otherwise(two, Missing::ceiling) == std::vector<std::string>{"18752.00"});
  const auto says_so = [](const CaseMonth& m) {
    return std::any_of(m.steps.begin(), m.steps.end(), [&](const Step& step) {
      return in_words(step, RateTable::embedded().on(m.month), Language::english).find("not every ceiling is known") != std::string::npos;
    });
  };
  CHECK(says_so(two));
  CHECK(!says_so(one));
}

TEST_CASE("FLT-16: each supplement of a record raises the ceiling by its own") {
  CHECK(
      october(
          "20000",
          R"(, "supplements": [{"kind": "holiday_supplement", "amount": 300, "full_time": 700}, {"kind": "free_choice", "amount": 200, "full_time": 450}])") ==
      Exact::of(Money::kroner(21'150)));
}

TEST_CASE("LOFT-5: a ceiling that does not change within the month rests on no choice, one that does rests on it") {
  const auto march_of = [](const std::string& ceilings) {
    const auto m = months(R"("from": "2024-04", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01", "ceilings": [)" +
                          ceilings + R"(]}], "wages": [)" + wage("a", "2024-03", "8000") + "]");
    const Step* step = step_of(m[0], Rule::LOFT_5);
    REQUIRE(step != nullptr);
    return step->rests_on_choice;
  };
  CHECK(!march_of(R"({"from": "2024-01-01", "amount": 25000})"));
  CHECK(march_of(R"({"from": "2024-01-01", "amount": 25000}, {"from": "2024-03-15", "amount": 26000})"));
  CHECK(!march_of(R"({"from": "2024-03-15", "amount": 26000})"));  // the first there is
}
