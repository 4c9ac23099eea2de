#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <fleks/fleks.hpp>

using namespace fleks;

// What a summary says of who gains and who loses, and of an hour more where a month has no more hours: worked out by hand.

namespace {

PopulationSummary summary_of(const std::string& columns, const std::string& rows, const std::vector<Reform>& reforms,
                             const Scenario& today = {}) {
  PopulationSummary summary{reforms};
  PopulationWorker worker(TableLayout::read("id,month,am_income,own_pension,employer_pension," + columns).value(), today, reforms,
                          &summary);
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

TEST_CASE("two parts of a population are together what the whole is, with reforms and with purses") {
  const auto no_files = [](std::string_view) -> Result<std::string> { return std::string(); };
  const std::vector<Reform> reforms = {
      read_reform(R"({"id":"low","title":"Lower","from":"2025-01","rates":{"taper_low_pct":20}})", no_files).value(),
      read_reform(R"({"id":"high","title":"Higher","from":"2025-01","rates":{"taper_low_pct":40}})", no_files).value()};
  const std::string columns = "ceiling,hourly_wage,weekly_hours,paid_hours",
                    a = "1,2025-03,10000,400,800,39000,150,14,60\n2,2025-04,0,0,0,,,,\n", b = "3,2025-05,21000,0,0,,190,24,104\n";
  Scenario today;
  for (const int weeks : {0, 30}) {
    CAPTURE(weeks);
    today.benefit_weeks = weeks;
    const auto whole = summary_of(columns, a + b, reforms, today);
    PopulationSummary parts{reforms};
    parts.add(summary_of(columns, a, reforms, today));
    parts.add(summary_of(columns, b, reforms, today));
    CHECK(whole.purses == (weeks != 0));
    CHECK(to_json(parts, today.rates) == to_json(whole, today.rates));
    // What each part has of them differs, and none of it is nothing.
    const auto of_a = summary_of(columns, a, reforms, today);
    for (const ReformEffect& e : whole.reforms) CHECK(e.gained + e.lost > 0);
    CHECK(of_a.reforms[0].gained < whole.reforms[0].gained);
    CHECK(of_a.reforms[1].lost < whole.reforms[1].lost);
  }
}

TEST_CASE("a share's deciles are to a tenth of a per cent, an amount's to a krone") {
  NetSpread in_hand(NetColumn::in_hand), emtr(NetColumn::emtr_hour), ptr(NetColumn::ptr);
  for (NetSpread* spread : {&in_hand, &emtr, &ptr}) spread->add(1'234, "", 15'000, FamilyKind::no_children, 1);
  CHECK(in_hand.all.decile(5) == 1'200);
  CHECK(emtr.all.decile(5) == 1'230);
  CHECK(ptr.all.decile(5) == 1'230);
}
