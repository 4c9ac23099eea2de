#include "history/case_by_text.hpp"

using namespace fleks;
using namespace case_by_text;

// KOR-4: another benefit paid for days for which ledighedsydelse was. June 2024 has 20 weekdays, 15 of them from the 10th.

TEST_CASE("KOR-4, LY-12: holiday on ledighedsydelse in a sanction was not paid for, though in other work") {
  const auto june = [](const std::string& rest) {
    return statement(
        R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "o", "kind": "other", "from": "2024-01-01"}],
      "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}], "holidays": [{"kind": "ledighedsydelse", "from": "2024-06-10", "to": "2024-06-14"}],
      "back_payments": [{"kind": "disability_pension", "known": "2024-06-01", "from": "2024-06-10", "to": "2024-06-14", "amount": 5000}])" +
        rest);
  };
  const auto with_sanction = june(R"(, "sanctions": [{"date": "2024-06-10"}])");
  CHECK(benefit(with_sanction.months[0]) == "4185.00");  // 5 × 837,0923
  CHECK(unused(with_sanction, FactUsed::Kind::back_payment, 0) == Counts::no_benefit_paid);
  CHECK(unused(june(""), FactUsed::Kind::back_payment, 0) == Counts::yes);
}
