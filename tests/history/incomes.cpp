#include "history/case_by_text.hpp"

using namespace fleks;
using namespace case_by_text;
using Kind = FactUsed::Kind;

// Why a known fact counts in none of the months that are shown.

TEST_CASE("FLT-25, LY-12: a sanction before any ledighedsydelse is of other months, ended the right, or finds no benefit") {
  const auto s = statement(
      R"("from": "2024-06", "to": "2024-07", "employments": [{"id": "o", "kind": "other", "from": "2024-01-01"}],
    "sanctions": [{"date": "2024-04-30"}, {"date": "2024-05-01"}, {"date": "2024-07-31"}, {"date": "2024-08-01"}])");
  CHECK(unused(s, Kind::sanction, 0) == Counts::other_months);
  CHECK(unused(s, Kind::sanction, 1) == Counts::ended_right);  // the second within 12 months
  CHECK(unused(s, Kind::sanction, 2) == Counts::neither_benefit);
  CHECK(unused(s, Kind::sanction, 3) == Counts::other_months);
  for (const FactUsed& f : s.unused) CHECK(f.employment == 0);
}

TEST_CASE("LY-5, LY-11: ledighedsydelse for holiday in a fleksjob alone is told beside the month before") {
  const auto m =
      months(R"("from": "2024-03", "to": "2024-03", "employments": [{"id": "a", "from": "2024-01-01"}], "wages": [)" +
             wage("a", "2024-02", "2000") + R"(], "holidays": [{"kind": "ledighedsydelse", "from": "2024-03-04", "to": "2024-03-05"}])");
  REQUIRE(m[0].benefit);
  CHECK(m[0].income_month == parse_month("2024-02").value());
}

TEST_CASE("FLT-7, FLT-25: what counts in the subsidy is told to count, and nothing else is told of it") {
  const auto june = [](const std::string& jobs, const std::string& other) {
    return months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2024-01-01"}, )" + jobs + R"(], "wages": [)" +
                  wage("a", "2024-05", "8000") + ", " + other + "]")[0];
  };
  // 30 pct. of 9.000, whether the thousand is of other work or of a fleksjob that had ended.
  const auto of_other_work = june(R"({"id": "o", "kind": "other", "from": "2024-01-01"})", wage("o", "2024-05", "1000"));
  const auto after_the_end = june(R"({"id": "o", "from": "2023-01-01", "to": "2024-03-31"})", wage("o", "2024-05", "1000"));
  for (const CaseMonth& m : {of_other_work, after_the_end}) {
    CHECK(subsidy(m) == "17252.00");
    CHECK(std::count_if(m.facts.begin(), m.facts.end(), [](const FactUsed& f) { return f.kind == Kind::wage; }) == 2);
    for (const FactUsed& f : m.facts) CHECK(f.counts == Counts::yes);
  }
}

TEST_CASE("FLT-25: on the day a fact becomes known it is, and what it corrects is corrected") {
  const std::string text = R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "o", "kind": "other", "from": "2024-01-01"}],
    "sanctions": [{"id": "s", "date": "2024-06-03", "known": "2024-06-03"}, {"corrects": "s", "date": "2024-06-04", "known": "2024-06-10"}])";
  const auto on = [&](int day) {
    return statement(text, {.as_of = Date{std::chrono::year{2024} / std::chrono::June / day}, .explained = true});
  };
  CHECK(unused(on(2), Kind::sanction, 0) == Counts::not_known_yet);
  CHECK(unused(on(3), Kind::sanction, 0) == Counts::neither_benefit);
  CHECK(unused(on(9), Kind::sanction, 0) == Counts::neither_benefit);
  CHECK(unused(on(9), Kind::sanction, 1) == Counts::not_known_yet);
  CHECK(unused(on(10), Kind::sanction, 0) == Counts::corrected);
  CHECK(unused(on(10), Kind::sanction, 1) == Counts::neither_benefit);
}

TEST_CASE("FLT-25: what is known of a month with neither benefit is told with its own amount, and is of no job") {
  const auto m = months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "o", "kind": "other", "from": "2024-01-01"}],
    "daily_benefits": [{"kind": "bereavement", "from": "2024-05-06", "to": "2024-05-07", "amount": 700}],
    "incomes": [{"kind": "care", "month": "2024-05", "amount": 300}])");
  const auto told = [&](const FactUsed& fact) { return std::count(m[0].facts.begin(), m[0].facts.end(), fact) == 1; };
  CHECK(told({Kind::daily_benefit, 0, 0, Exact::of(Money::kroner(700)), Counts::neither_benefit}));
  CHECK(told({Kind::income, 0, 0, Exact::of(Money::kroner(300)), Counts::neither_benefit}));
}

TEST_CASE("FLT-23, FLT-25: from the month after the pension begins income counts in neither benefit") {
  const auto told = [](const std::string& rest) {
    const auto m = months(
        R"("pension_from": "2024-05-15", "from": "2024-06", "to": "2024-06", "incomes": [{"kind": "care", "month": "2024-05", "amount": 300}], )" +
        rest);
    return std::count(m[0].facts.begin(), m[0].facts.end(),
                      FactUsed{Kind::income, 0, 0, Exact::of(Money::kroner(300)), Counts::neither_benefit}) == 1;
  };
  CHECK(told(R"("employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}])"));
  CHECK(told(R"("employments": [{"id": "a", "from": "2024-01-01"}])"));
}
