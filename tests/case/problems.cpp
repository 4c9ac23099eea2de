#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include <fleks/fleks.hpp>

using namespace fleks;

// What facts of a case cannot be, each alone in a case that is otherwise right: code and path.

namespace {

struct Row {
  const char* members;  // of the case, beside a job from January to June 2024
  ErrorCode code;
  const char* field;
};

std::string shown(const std::vector<Error>& errors) {
  std::string all;
  for (const Error& e : errors) all += e.field + ": " + message(e, Language::english) + '\n';
  return all;
}

}  // namespace

TEST_CASE("each fact of a case that cannot be is named by its path, and nothing else is") {
  const Row rows[] = {
      {R"("daily_benefits": [{"kind": "sickness", "from": "2024-02-05", "to": "2024-02-01", "paid": "2024-02-20", "amount": 1}])",
       ErrorCode::out_of_range, "daily_benefits[0].to"},
      {R"("daily_benefits": [{"kind": "sickness", "from": "2024-02-01", "to": "2024-02-05", "paid": "2024-02-20", "amount": 1},
                             {"kind": "sickness", "from": "2024-02-05", "to": "2024-02-09", "paid": "2024-02-20", "amount": 1}])",
       ErrorCode::overlapping_periods, "daily_benefits[1].from"},
      {R"("wages": [{"id": "x", "from": "2024-02-01", "to": "2024-02-29"}, {"id": "x", "from": "2024-03-01", "to": "2024-03-31"}])",
       ErrorCode::duplicate, "wages[1].id"},
      {R"("wages": [{"withdrawn": true, "known": "2024-03-01"}])", ErrorCode::missing_fact, "wages[0].corrects"},
      {R"("wages": [{"id": "x", "from": "2024-02-01", "to": "2024-02-29"}, {"corrects": "x", "from": "2024-02-01", "to": "2024-02-29"},
                    {"corrects": "x", "from": "2024-02-01", "to": "2024-02-29"}])",
       ErrorCode::duplicate, "wages[2].corrects"},
      {R"("wages": [{"id": "x", "corrects": "x", "from": "2024-02-01", "to": "2024-02-29"}])", ErrorCode::unknown_fact,
       "wages[0].corrects"},
      {R"("wages": [{"from": "2023-12-01", "to": "2023-12-31", "am_income": 1}])", ErrorCode::outside_employment, "wages[0].from"},
      {R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 100, "bonus": [{"amount": 50, "from": "2024-03", "to": "2024-01"}]}])",
       ErrorCode::out_of_range, "wages[0].bonus[0].to"},
      {R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 100, "bonus": [{"amount": 101, "from": "2024-01", "to": "2024-01"}]}])",
       ErrorCode::out_of_range, "wages[0].am_income"},
      {R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 100, "supplements": [{"kind": "holiday_supplement", "amount": 50, "from": "2024-01"}]}])",
       ErrorCode::missing_fact, "wages[0].supplements[0].to"},
      {R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 100, "supplements": [{"kind": "free_choice", "amount": 50, "from": "2024-01", "to": "2023-12"}]}])",
       ErrorCode::out_of_range, "wages[0].supplements[0].to"},
      {R"("holidays": [{"kind": "paid", "from": "2024-03-04", "to": "2024-03-08", "days": 6}])", ErrorCode::too_many_days,
       "holidays[0].days"},
      {R"("holidays": [{"kind": "paid", "from": "2024-03-28", "to": "2024-04-03", "days": 2}])", ErrorCode::out_of_range, "holidays[0].to"},
      {R"("holidays": [{"kind": "paid", "from": "2024-03-04", "to": "2024-03-08", "hours_then": 20}])", ErrorCode::missing_fact,
       "holidays[0].hours_now"},
      {R"("holidays": [{"kind": "paid", "from": "2024-03-04", "to": "2024-03-08", "hours_now": 20}])", ErrorCode::missing_fact,
       "holidays[0].hours_then"},
      {R"("holidays": [{"kind": "paid", "from": "2024-03-04", "to": "2024-03-08", "hours_then": 20, "hours_now": 0}])",
       ErrorCode::out_of_range, "holidays[0].hours_now"},
      {R"("holidays": [{"kind": "paid", "employment": "a", "from": "2023-12-27", "to": "2023-12-29"}])", ErrorCode::outside_employment,
       "holidays[0].from"},
      {R"("holidays": [{"kind": "unpaid", "employment": "a", "from": "2024-07-01", "to": "2024-07-02"}])", ErrorCode::outside_employment,
       "holidays[0].to"},
      {R"("ledighedsydelse": [{"from": "2024-08-05", "to": "2024-08-01"}])", ErrorCode::out_of_range, "ledighedsydelse[0].to"},
      {R"("ledighedsydelse": [{"from": "2024-08-01", "to": "2024-08-31"}, {"from": "2024-08-31"}])", ErrorCode::overlapping_periods,
       "ledighedsydelse[1].from"},
      {R"("decisions": [{"month": "2024-03", "date": "2024-03-28"}, {"month": "2024-03", "date": "2024-03-29"}])", ErrorCode::duplicate,
       "decisions[1].month"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.members));
    const auto reading =
        read_case(R"({"from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01", "to": "2024-06-30"}], )" +
                  std::string(row.members) + "}");
    CAPTURE(shown(reading.errors));
    CHECK(!reading.errors.empty());
    for (const Error& e : reading.errors) {
      CHECK(e.code == row.code);
      CHECK(e.field == row.field);
    }
  }
}

TEST_CASE("a job and its ceilings that cannot be are named by their path") {
  const Row rows[] = {
      {R"({"id": "a", "from": "2024-01-01"}, {"id": "a", "from": "2024-02-01"})", ErrorCode::duplicate, "employments[1].id"},
      {R"({"id": "a", "from": "2024-02-01", "to": "2024-01-31"})", ErrorCode::out_of_range, "employments[0].to"},
      {R"({"id": "a", "from": "2012-12-31"})", ErrorCode::begins_before_2013, "employments[0].from"},
      {R"({"id": "a", "from": "2024-01-01", "ceilings": [{"from": "2024-02-01", "to": "2024-01-31", "amount": 1}]})",
       ErrorCode::out_of_range, "employments[0].ceilings[0].to"},
      {R"({"id": "a", "from": "2024-01-01", "to": "2024-03-31", "ceilings": [{"from": "2024-04-01", "amount": 1}]})",
       ErrorCode::outside_employment, "employments[0].ceilings[0].from"},
      {R"({"id": "a", "from": "2024-01-01", "ceilings": [{"from": "2024-01-01", "amount": 1}, {"from": "2024-01-01", "amount": 2}]})",
       ErrorCode::overlapping_periods, "employments[0].ceilings[1].from"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.members));
    const auto reading = read_case(R"({"from": "2024-03", "to": "2024-04", "employments": [)" + std::string(row.members) + "]}");
    CAPTURE(shown(reading.errors));
    CHECK(!reading.errors.empty());
    for (const Error& e : reading.errors) {
      CHECK(e.code == row.code);
      CHECK(e.field == row.field);
    }
  }
}

TEST_CASE("facts put together in C++ are held to the same: amounts, months, and corrections in a circle") {
  Case c;
  c.first = std::chrono::year{2024} / 3;
  c.last = std::chrono::year{2024} / 2;
  CHECK(problems(c).front().field == "to");
  c.last = std::chrono::year{2024} / 4;
  CHECK(problems(c).empty());
  c.incomes.push_back({.month = c.first, .amount = Money::oere(-1)});
  CHECK(problems(c).front().code == ErrorCode::negative);
  CHECK(problems(c).front().field == "incomes[0].amount");
  c.incomes[0].amount = largest_amount + Money::oere(1);
  CHECK(problems(c).front().code == ErrorCode::too_large);
  c.incomes[0].amount = largest_amount;
  CHECK(problems(c).empty());

  const Date day = std::chrono::year{2024} / 3 / 1;
  for (const auto& [id, corrects] : {std::pair{"x", "y"}, {"y", "z"}, {"z", "x"}})
    c.incomes.push_back({.record = {.id = id, .corrects = corrects, .known = day}, .month = c.first});
  const auto circle = problems(c);
  CHECK(circle.size() == 3);
  CHECK(std::all_of(circle.begin(), circle.end(), [](const Error& e) { return e.code == ErrorCode::unknown_fact; }));
}
