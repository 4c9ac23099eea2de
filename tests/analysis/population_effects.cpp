#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <fleks/fleks.hpp>

using namespace fleks;

// What a summary says of who gains and who loses, and of an hour more where a month has no more hours: worked out by hand.

namespace {

PopulationSummary summary_of(const std::string& columns, const std::string& rows, const std::vector<Reform>& reforms) {
  PopulationSummary summary{reforms};
  PopulationWorker worker(TableLayout::read("id,month,am_income,own_pension,employer_pension," + columns).value(), {}, reforms, &summary);
  std::vector<BadRow> bad;
  TextBuffer text;
  worker.run(rows, text, bad);
  REQUIRE(bad.empty());
  return summary;
}

}  // namespace

TEST_CASE("what is gained and what is lost under a reform are both told as amounts above zero") {
  const auto ceilings = [](std::string_view) -> Result<std::string> { return std::string("agreement_area,ceiling\n1,20000\n2,25000\n"); };
  const auto s =
      summary_of("ceiling,agreement_area",
                 "a,2024-03,10000,0,0,22000,1\n"   // 20.000 in place of 22.000: 2.000 less
                 "b,2024-03,10000,0,0,22000,2\n"   // 25.000 in place of 22.000: 3.000 more
                 "c,2024-03,11000,0,0,21000,1\n"   // 1.000 less
                 "d,2024-03,10000,0,0,22000,3\n",  // no ceiling of that area
                 {read_reform(R"({"id":"areas","title":"Ceilings","from":"2024-01","ceilings":"areas.csv"})", ceilings).value()});
  REQUIRE(s.reforms.size() == 1);
  const ReformEffect& e = s.reforms[0];
  CHECK(e.winners == 1);
  CHECK(e.losers == 2);
  CHECK(e.unchanged == 1);
  // Own ATP is 500 kr. before and after, but for the third: 9.000 of 10.000 has 450 of it.
  CHECK(e.gained == 300'000);
  CHECK(e.lost == 200'000 + 95'000);
  CHECK(e.difference.sum() == 300'000 - 295'000);
  CHECK(e.subsidy == 300'000 - 300'000);
}

// 2025: the highest subsidy is 20.670 kr. An hour of 200 kr. a week is 866,67 kr. a month and costs 30 pct. of it.
TEST_CASE("TIME-2: an hour more of who is paid for the month's last hours is counted, and the month has no more than 744") {
  for (const char* hours : {"100", "701", "744"}) {
    CAPTURE(hours);
    const auto s = summary_of("hourly_wage,weekly_hours,paid_hours", std::string("a,2025-03,10000,0,0,200,18,") + hours + "\n", {});
    REQUIRE(s.gross);
    CHECK(s.gross->all.count() == 1);
    CHECK(s.gross->amount.sum() == 86'667 + 1'741'000 - 1'767'000);
  }
}
