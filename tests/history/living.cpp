#include "history/case_by_text.hpp"

using namespace fleks;
using namespace case_by_text;

// What a citizen lives on, day by day.

TEST_CASE("a fleksjob covers other work on the same days, whichever stands first in the file") {
  const std::string a = R"({"id": "a", "from": "2024-06-10", "to": "2024-06-20"})",
                    o = R"({"id": "o", "kind": "other", "from": "2024-01-01"})";
  for (const bool other_first : {false, true}) {
    CAPTURE(other_first);
    const auto m = months(R"("from": "2024-06", "to": "2024-06", "employments": [)" + (other_first ? o + ", " + a : a + ", " + o) + "]");
    const auto& days = m[0].days;
    REQUIRE(days.size() == 3);
    CHECK(days[0].on == Living::other_work);
    CHECK(days[1].on == Living::fleksjob);
    CHECK(days[1].employment == (other_first ? 1 : 0));
    CHECK(to_text(days[1].days.first) == "2024-06-10");
    CHECK(to_text(days[1].days.last) == "2024-06-20");
    CHECK(days[2].on == Living::other_work);
  }
}

TEST_CASE("days of holiday, daily benefits and ledighedsydelse lie over the job's, and what is not known is said") {
  const auto m = months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2024-06-03", "to": "2024-06-16"}],
    "ledighedsydelse": [{"from": "2024-06-17", "class": "full"}], "holidays": [{"kind": "unpaid", "from": "2024-06-05", "to": "2024-06-06"},
      {"kind": "paid", "pay_per_day": 500, "from": "2024-06-10", "to": "2024-06-10"}, {"kind": "ledighedsydelse", "from": "2024-06-24", "to": "2024-06-25"}],
    "daily_benefits": [{"kind": "bereavement", "from": "2024-06-12", "to": "2024-06-13", "amount": 500}])");
  std::vector<std::pair<std::string, Living>> seen;
  for (const LivingDays& d : m[0].days) seen.emplace_back(to_text(d.days.first).substr(8) + "-" + to_text(d.days.last).substr(8), d.on);
  CHECK(seen == std::vector<std::pair<std::string, Living>>{{"01-02", Living::nothing_known},
                                                            {"03-04", Living::fleksjob},
                                                            {"05-06", Living::unpaid_holiday},
                                                            {"07-09", Living::fleksjob},
                                                            {"10-10", Living::paid_holiday},
                                                            {"11-11", Living::fleksjob},
                                                            {"12-13", Living::daily_benefit},
                                                            {"14-16", Living::fleksjob},
                                                            {"17-23", Living::ledighedsydelse},
                                                            {"24-25", Living::holiday_on_benefit},
                                                            {"26-30", Living::ledighedsydelse}});
}
