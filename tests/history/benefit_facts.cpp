#include "history/case_by_text.hpp"
#include "rules/steps.hpp"

using namespace fleks;
using namespace case_by_text;

// What a month's ledighedsydelse rests on. 2024: 18.137 (full), a day 837,0923; 12.326 (low), a day 568,8923. June has 20 weekdays.

namespace {

std::string june(const std::string& periods, const std::string& rest) {
  return benefit(months(R"("from": "2024-06", "to": "2024-06", "employments": [], "ledighedsydelse": [)" + periods + "], " + rest)[0]);
}
const std::string full = R"({"from": "2024-05-01", "class": "full"})";

}  // namespace

TEST_CASE("LY-9: of paid holiday of a day and a half, half of the day's pay counts on the half day") {
  // 18.137 - 1,5 × 500
  CHECK(june(full, R"("holidays": [{"kind": "paid", "pay_per_day": 500, "from": "2024-06-03", "to": "2024-06-04", "days": 1.5}])") ==
        "17387.00");
}

TEST_CASE("LY-9: of a holiday that is said to be a day the first day is it, however long the period") {
  CHECK(june(full, R"("holidays": [{"kind": "paid", "pay_per_day": 500, "from": "2024-06-03", "to": "2024-06-06", "days": 1}])") ==
        "17637.00");
}

TEST_CASE("LY-1, LY-9: each paid holiday day is topped up to the daily amount of its own class") {
  // (2 × 18.137 + 18 × 12.326) / 20 = 12.907,10. Of 700 a day the full day loses 700; the low day its 568,89, for it is paid more.
  CHECK(june(R"({"from": "2024-05-01", "to": "2024-06-04", "class": "full"}, {"from": "2024-06-05", "class": "low_nonprovider"})",
             R"("holidays": [{"kind": "paid", "pay_per_day": 700, "from": "2024-06-04", "to": "2024-06-05"}])") == "11638.00");
  // July has 23 weekdays: (18.137 + 22 × 12.326) / 23 = 12.578,65, less 700 for the 1st and 568,89 for the 2nd.
  const auto july = months(R"("from": "2024-07", "to": "2024-07", "employments": [],
    "ledighedsydelse": [{"from": "2024-05-01", "to": "2024-07-01", "class": "full"}, {"from": "2024-07-02", "class": "low_nonprovider"}],
    "holidays": [{"kind": "paid", "pay_per_day": 700, "from": "2024-07-01", "to": "2024-07-02"}])");
  CHECK(benefit(july[0]) == "11310.00");
}

TEST_CASE("LY-5: a daily benefit is income of the month it is paid in, and counts in the next") {
  const auto m =
      months(R"("from": "2024-06", "to": "2024-08", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
    "daily_benefits": [{"kind": "bereavement", "from": "2024-06-03", "to": "2024-06-04", "amount": 1000}],
    "incomes": [{"kind": "care", "month": "2024-07", "amount": 500}])");
  CHECK(benefit(m[0]) == "18137.00");
  CHECK(benefit(m[1]) == "17837.00");
  CHECK(benefit(m[2]) == "17987.00");
  const FactUsed care{FactUsed::Kind::income, 0, 0, Exact::of(Money::kroner(500)), Counts::yes};
  CHECK(std::count(m[2].facts.begin(), m[2].facts.end(), care) == 1);
}

TEST_CASE("LY-12: missed days are told, as many as they are") {
  const auto m =
      months(R"("from": "2024-06", "to": "2024-06", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
    "day_sanctions": [{"kind": "missed_meeting", "from": "2024-06-03", "to": "2024-06-04"}])");
  const auto step = std::find_if(m[0].steps.begin(), m[0].steps.end(), [](const Step& s) { return steps::is<steps::MissedDays>(s); });
  REQUIRE(step != m[0].steps.end());
  CHECK(step->amount == Exact::whole(2));
  CHECK(benefit(m[0]) == "16463.00");  // 18.137 - 2 × 837,0923
}

TEST_CASE("LY-9: the pay of a day from FerieKonto counts to the nearest øre") {
  // What May and June earned for 4,16 days: 2.003 is 481,4904 a day, 2.000 is 480,7692.
  const auto july = [](const char* of_june) {
    return benefit(months(options(R"("round_to": "oere")") +
                          R"("from": "2024-07", "to": "2024-07", "employments": [{"id": "a", "from": "2024-05-01", "to": "2024-06-30"}],
      "ledighedsydelse": [{"from": "2024-07-01", "class": "full"}], "wages": [)" +
                          wage("a", "2024-05", "8000", R"(, "holiday_allowance": 1000)") + ", " +
                          wage("a", "2024-06", "8000", R"(, "holiday_allowance": )" + std::string(of_june)) +
                          R"(], "holidays": [{"kind": "allowance", "employment": "a", "from": "2024-07-01", "to": "2024-07-02"}])")[0]);
  };
  CHECK(july("1003") == "17174.02");
  CHECK(july("1000") == "17175.46");
}

TEST_CASE("LY-8: holiday earned on ledighedsydelse is told in a month with ledighedsydelse, where any is earned") {
  const auto said = [](const std::string& rest) {
    const auto m = months(R"("from": "2024-06", "to": "2024-06", )" + rest);
    return std::any_of(m[0].steps.begin(), m[0].steps.end(), [](const Step& s) { return steps::is<steps::HolidayOnBenefit>(s); });
  };
  const std::string after = R"("employments": [{"id": "a", "from": "2024-05-01"}], "wages": [)" + wage("a", "2024-05", "8000") + "]",
                    holiday = R"(, "holidays": [{"kind": "ledighedsydelse", "from": "2024-06-03", "to": "2024-06-03"}])";
  CHECK(said(R"("employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}])"));
  CHECK(!said(after + R"(, "ledighedsydelse": [{"from": "2024-01-01", "to": "2024-04-30", "class": "full"}])"));
  CHECK(said(after + R"(, "ledighedsydelse": [{"from": "2024-01-01", "to": "2024-04-30", "class": "full"}])" + holiday));
  CHECK(!said(after + holiday));
}
