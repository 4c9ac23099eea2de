#include "history/case_by_text.hpp"

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
