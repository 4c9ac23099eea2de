#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <fleks/fleks.hpp>

using namespace fleks;

// What of a wage record counts in which month, for the parts that are rare. 2024: the highest subsidy is 19.952, 30 pct. of the wage.

namespace {

std::vector<CaseMonth> months(const std::string& text) {
  const CaseReading reading = read_case("{" + text + "}");
  for (const Error& e : reading.errors) MESSAGE(message(e, Language::english));
  REQUIRE(reading.good());
  return case_statement(reading.facts, RateTable::embedded()).value().months;
}
std::string subsidy(const CaseMonth& m) { return m.subsidy ? to_text(m.subsidy->fleksloentilskud) : "-"; }
const std::string job = R"("employments": [{"id": "a", "from": "2023-01-01"}], )";

}  // namespace

// BEK-FLT § 1 stk. 1 nr. 1.
TEST_CASE("FLT-5: B-income of the job is wage, beside what stands in field 13") {
  const auto m = months(R"("from": "2024-06", "to": "2024-06", )" + job +
                        R"("wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 8000, "b_income": 1000}])");
  CHECK(subsidy(m[0]) == "17252.00");  // of 9.000
}

TEST_CASE("FLT-5, FLT-15: each field of a wage record counts or does not, by its name and by its number") {
  // June's subsidy by what stands in May's record beside 9.000 of field 13.
  const auto june = [](const std::string& field) {
    const auto m = months(R"("from": "2024-06", "to": "2024-06", )" + job +
                          R"("wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 9000, )" + field + "}]");
    return subsidy(m[0]);
  };
  // Benefits in kind stand in field 13 and are no wage; so does what is earned to FerieKonto: of 8.000.
  for (const char* inside : {"company_car", "19", "telephone", "20", "board_and_lodging", "21", "health_insurance", "26",
                             "holiday_allowance", "198", "holiday_pay_201", "201", "gifts"}) {
    CAPTURE(inside);
    CHECK(june('"' + std::string(inside) + "\": 1000") == "17552.00");
  }
  // Never wage, and not in field 13: income without AM-bidrag, ATP. Of 9.000.
  for (const char* beside : {"income_without_am", "14", "atp", "46"}) {
    CAPTURE(beside);
    CHECK(june('"' + std::string(beside) + "\": 1000") == "17252.00");
  }
  // Of holiday pay after tax the gross, which is taken out, is not known: nothing is computed.
  for (const char* net : {"holiday_pay_202", "202"}) {
    CAPTURE(net);
    CHECK(june('"' + std::string(net) + "\": 1000") == "-");
  }
  // Beside field 13, and wage: of 10.000.
  for (const char* wage : {"b_income", "36", "own_pension", "147", "employer_pension", "148"}) {
    CAPTURE(wage);
    CHECK(june('"' + std::string(wage) + "\": 1000") == "16952.00");
  }
  // All of them: 9.000 - 4 × 500 - 1.000 - 200 + 300 + 400 + 600.
  CHECK(june(R"("19": 500, "20": 500, "21": 500, "26": 500, "198": 1000, "gifts": 200, "36": 300, "147": 400, "148": 600, "14": 700,
    "46": 94)") == "17822.00");
}

// Ten weekdays, of which three are in January.
TEST_CASE("FLT-6: pay, both pensions and hours of a period over two months are each month's by its weekdays") {
  const auto m = months(R"("from": "2024-02", "to": "2024-03", )" + job +
                        R"("wages": [{"from": "2024-01-29", "to": "2024-02-09", "am_income": 10000, "own_pension": 400,
      "employer_pension": 1000, "paid_hours": 100}])");
  CHECK(m[0].subsidy->wage == Exact::of(Money::kroner(3'420)));
  CHECK(m[1].subsidy->wage == Exact::of(Money::kroner(7'980)));
  CHECK(m[0].subsidy->paid_hours == Exact::whole(30));
  CHECK(m[1].subsidy->paid_hours == Exact::whole(70));
  CHECK(subsidy(m[0]) == "18926.00");
  CHECK(subsidy(m[1]) == "17558.00");
}

TEST_CASE("LY-5: a supplement of another job paid the month before is income of ledighedsydelse") {
  const auto m = months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "o", "kind": "other", "from": "2024-01-01"}],
    "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}], "wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 3000,
      "supplements": [{"kind": "holiday_supplement", "amount": 1000}]}])");
  CHECK(m[0].benefit->income == Exact::of(Money::kroner(3'000)));
}

TEST_CASE("LY-12: two sanctions end the right whichever stands first in the file") {
  // What is paid of ledighedsydelse in June.
  const auto june = [](const std::string& sanctions) {
    const auto m =
        months(R"("from": "2024-06", "to": "2024-06", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
      "sanctions": [)" +
               sanctions + "]");
    return m[0].benefit ? to_text(m[0].benefit->ledighedsydelse) : "-";
  };
  const std::string first = R"({"date": "2024-01-08"})", second = R"({"date": "2024-03-04"})";
  CHECK(june(first + ", " + second) == "0.00");
  CHECK(june(second + ", " + first) == "0.00");
  CHECK(june(second) == "18137.00");
}

TEST_CASE("TIME-2: the hours of a job's week are a month's to the nearest ten-thousandth") {
  const auto m =
      months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2023-01-01", "weekly_hours": "10.0001"}],
    "wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 8000}])");
  CHECK(m[0].subsidy->paid_hours == Exact::ratio(433'338, 10'000));  // 43,33376…
  const auto fewer =
      months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2023-01-01", "weekly_hours": "10.0003"}],
    "wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 8000}])");
  CHECK(fewer[0].subsidy->paid_hours == Exact::ratio(433'346, 10'000));  // 43,33463…
}
