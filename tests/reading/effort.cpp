#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

namespace {

const std::string good = R"({"name": "x", "from": "2021-01", "months": 48, "participants": 10, "intake_months": "2", "prices_of": 2020,
 "group": {"refund": "staircase", "benefit_weeks": 60, "class": "low_provider"}, "municipal_tax": "25.5", "tax_share_kept_pct": 30,
 "staff_a_year": "100..300", "cost_a_participant": {"value": 5, "assumed": true, "why": "guessed"},
 "pool": {"hourly_wage": {"from": 100, "to": 200, "likely": 130}, "weekly_hours": 10, "months": 9, "holiday_pay_pct": 12.5},
 "outcomes": [{"to": "fleksjob", "pct": 40, "hourly_wage": 150, "weekly_hours": 12, "ceiling_hourly": 160, "lasts_months": 12},
              {"to": "other", "pct": 20, "benefit": 15000, "refund_pct": 20}, {"to": "back", "pct": 5}],
 "anyway": [{"to": "job", "pct": 1, "hourly_wage": 170, "weekly_hours": 30, "own_pension": 4, "employer_pension": 8}]})";

/// The place of what is wrong after a change of the text.
std::string wrong(std::string_view of, std::string_view by) {
  std::string text = good;
  const auto at = text.find(of);
  REQUIRE(at != std::string::npos);
  text.replace(at, of.size(), by);
  const auto e = read_effort(text);
  if (e) return "";
  CHECK(!e.error().field.empty());
  return std::string(e.error().field.text());
}

}  // namespace

TEST_CASE("an effort is read with its ranges") {
  const auto e = read_effort(good);
  REQUIRE(e);
  CHECK(e->name == "x");
  CHECK((e->from == 2021y / 1 && e->months == 48 && e->participants == 10 && e->intake_months == 2 && e->prices_of == 2020));
  CHECK((e->refund == GroupRefund::staircase && e->benefit_weeks == 60 && e->benefit_class == BenefitClass::low_provider));
  CHECK(e->municipal_tax == Percent::of_ten_thousandths(255'000));
  CHECK(e->options.tax_share_kept == Percent::whole(30));
  CHECK((e->staff.low == 10'000 && e->staff.value == 20'000 && e->staff.high == 30'000 && !e->staff.assumed));
  CHECK((e->cost_a_participant.value == 500 && e->cost_a_participant.assumed && !e->cost_a_participant.is_range()));
  CHECK(e->pool.hourly_wage.value == 13'000);
  CHECK(e->holiday_pay.value == 125'000);
  REQUIRE(e->outcomes.size() == 3);
  CHECK(e->outcomes[0].work.ceiling_hourly->value == 16'000);
  CHECK(e->outcomes[0].lasts.value == 12);
  CHECK(e->outcomes[1].benefit.value == 1'500'000);
  CHECK(e->anyway[0].to == Outcome::To::job);
}

TEST_CASE("what is wrong with an effort is said with its place") {
  CHECK(wrong("\"x\"", "5") == "name");
  CHECK(wrong("2021-01", "2021-13") == "from");
  CHECK(wrong("\"months\": 48", "\"months\": -4") == "months");
  CHECK(wrong("\"months\": 48", "\"years\": 4") == "months");
  CHECK(wrong("\"participants\": 10", "\"participants\": []") == "participants");
  CHECK(wrong("\"staircase\"", "\"stairs\"") == "group.refund");
  CHECK(wrong("\"staircase\"", "7") == "group.refund");
  CHECK(wrong("{\"refund\": \"staircase\", \"benefit_weeks\": 60, \"class\": \"low_provider\"}", "3") == "group");
  CHECK(wrong("\"class\"", "\"klasse\"") == "group.klasse");
  CHECK(wrong("100..300", "300..100") == "staff_a_year");
  CHECK(wrong("100..300", "a..100") == "staff_a_year");
  CHECK(wrong("100..300", "100..b") == "staff_a_year");
  CHECK(wrong("\"100..300\"", "true") == "staff_a_year");
  CHECK(wrong("\"to\": 200, ", "") == "pool.hourly_wage.to");
  CHECK(wrong("\"from\": 100, ", "") == "pool.hourly_wage.from");
  CHECK(wrong("\"likely\": 130", "\"likely\": 230") == "pool.hourly_wage");
  CHECK(wrong("\"assumed\": true", "\"assumed\": 1") == "cost_a_participant.assumed");
  CHECK(wrong("\"why\"", "\"because\"") == "cost_a_participant.because");
  CHECK(wrong("\"weekly_hours\": 10,", "\"weekly_hours\": 200,") == "pool.weekly_hours");
  CHECK(wrong("\"months\": 9,", "") == "pool.months");
  CHECK(wrong("\"pct\": 40", "\"pct\": 140") == "outcomes[0].pct");
  CHECK(wrong("\"pct\": 40", "\"pct\": 90") == "outcomes[1].pct");
  CHECK(wrong("\"to\": \"fleksjob\"", "\"to\": \"pension\"") == "outcomes[0].to");
  CHECK(wrong("\"anyway\": [", "\"anyway\": [7, ") == "anyway[0]");
  CHECK(wrong("\"anyway\": [", "\"anyway\": {}, \"also\": [") == "anyway");
  CHECK(wrong("\"anyway\"", "\"sowieso\"") == "sowieso");
  CHECK(wrong("\"municipal_tax\": \"25.5\"", "\"municipal_tax\": 130") == "municipal_tax");
  CHECK(!read_effort("[]"));
  CHECK(!read_effort("{"));
}
