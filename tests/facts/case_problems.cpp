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
  for (const Error& e : errors) all += std::string(e.field.text()) + ": " + message(e, Language::english) + '\n';
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
      {R"("wages": [{"id": "x", "from": "2024-02-01", "to": "2024-02-29", "am_income": 1}, {"id": "x", "from": "2024-03-01", "to": "2024-03-31", "am_income": 2}])",
       ErrorCode::duplicate, "wages[1].id"},
      {R"("wages": [{"withdrawn": true, "known": "2024-03-01"}])", ErrorCode::missing_fact, "wages[0].corrects"},
      {R"("wages": [{"id": "x", "from": "2024-02-01", "to": "2024-02-29", "am_income": 3}, {"corrects": "x", "from": "2024-02-01", "to": "2024-02-29", "am_income": 4},
                    {"corrects": "x", "from": "2024-02-01", "to": "2024-02-29", "am_income": 5}])",
       ErrorCode::duplicate, "wages[2].corrects"},
      {R"("wages": [{"id": "x", "corrects": "x", "from": "2024-02-01", "to": "2024-02-29", "am_income": 6}])", ErrorCode::unknown_fact,
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
      {R"("wages": [{"id": "x", "from": "2024-02-01", "to": "2024-02-29", "am_income": 7}], "incomes": [{"corrects": "x", "kind": "care", "month": "2024-02", "amount": 1}])",
       ErrorCode::unknown_fact, "incomes[0].corrects"},
      {R"("wages": [{"id": "x", "from": "2024-02-01", "to": "2024-02-29", "known": "2024-03-05", "am_income": 8},
                    {"corrects": "x", "from": "2024-02-01", "to": "2024-02-29", "known": "2024-03-04", "am_income": 9}])",
       ErrorCode::corrected_before_known, "wages[1].known"},
      {R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 100, "bonus": [{"amount": 50, "from": "2019-02", "to": "2024-02"}]}])",
       ErrorCode::out_of_range, "wages[0].bonus[0].to"},
      {R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 100, "supplements": [{"kind": "holiday_supplement", "amount": 50, "to": "2024-01"}]}])",
       ErrorCode::missing_fact, "wages[0].supplements[0].from"},
      {R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 100, "supplements": [{"kind": "free_choice", "amount": 50, "from": "2019-02", "to": "2024-02"}]}])",
       ErrorCode::out_of_range, "wages[0].supplements[0].to"},
      {R"("daily_benefits": [{"kind": "sickness", "from": "2024-02-05", "to": "2024-02-09", "paid": "2024-02-20", "amount": 1},
                             {"kind": "sickness", "from": "2024-02-01", "to": "2024-02-05", "paid": "2024-02-20", "amount": 1}])",
       ErrorCode::overlapping_periods, "daily_benefits[1].from"},
      {R"("holidays": [{"kind": "paid", "from": "2024-03-08", "to": "2024-03-04"}])", ErrorCode::out_of_range, "holidays[0].to"},
      {R"("wages": [{"known": "2024-13-01", "from": "2024-02-01", "to": "2024-02-29", "am_income": 10}])", ErrorCode::no_such_date,
       "wages[0].known"},
      {R"("incomes": [{"kind": "care", "month": "2024-13", "amount": 1}])", ErrorCode::no_such_date, "incomes[0].month"},
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
      CHECK(e.field.text() == row.field);
    }
  }
}

TEST_CASE("a job and its ceilings that cannot be are named by their path") {
  const Row rows[] = {
      {R"({"id": "a", "from": "2024-01-01"}, {"id": "a", "from": "2024-02-01"})", ErrorCode::duplicate, "employments[1].id"},
      {R"({"id": "a", "from": "2024-02-01", "to": "2024-01-31"})", ErrorCode::out_of_range, "employments[0].to"},
      {R"({"id": "a", "from": "2024-01-01", "ceilings": [{"from": "2024-02-01", "to": "2024-01-31", "amount": 1}]})",
       ErrorCode::out_of_range, "employments[0].ceilings[0].to"},
      {R"({"id": "a", "from": "2024-01-01", "to": "2024-03-31", "ceilings": [{"from": "2024-04-01", "amount": 1}]})",
       ErrorCode::outside_employment, "employments[0].ceilings[0].from"},
      {R"({"id": "a", "from": "2024-01-01", "ceilings": [{"from": "2024-01-01", "amount": 1}, {"from": "2024-01-01", "amount": 2}]})",
       ErrorCode::overlapping_periods, "employments[0].ceilings[1].from"},
      {R"({"id": "a", "from": "2024-01-01", "ceilings": [{"from": "2024-01-01", "to": "2024-01-31", "amount": 1},
          {"from": "2024-02-01", "to": "2024-04-30", "amount": 2}, {"from": "2024-04-30", "amount": 3}]})",
       ErrorCode::overlapping_periods, "employments[0].ceilings[2].from"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.members));
    const auto reading = read_case(R"({"from": "2024-03", "to": "2024-04", "employments": [)" + std::string(row.members) + "]}");
    CAPTURE(shown(reading.errors));
    CHECK(!reading.errors.empty());
    for (const Error& e : reading.errors) {
      CHECK(e.code == row.code);
      CHECK(e.field.text() == row.field);
    }
  }
}

TEST_CASE("facts that look alike and are right are not complained of") {
  for (const char* members : {
           // A ceiling that ends before the next begins; one withdrawn; one that another replaces.
           R"("employments": [{"id": "a", "from": "2024-01-01", "ceilings": [
              {"from": "2024-01-01", "to": "2024-02-29", "amount": 1}, {"from": "2024-03-01", "amount": 2, "id": "c"},
              {"corrects": "c", "from": "2024-03-01", "amount": 3}, {"corrects": "d", "withdrawn": true, "known": "2024-03-01"},
              {"id": "d", "from": "2024-03-01", "amount": 4}]}])",
           // The same days of sickness and of ledighedsydelse once more, after the first were corrected or withdrawn.
           R"("employments": [{"id": "a", "from": "2024-01-01", "to": "2024-03-31"}],
              "daily_benefits": [{"id": "s", "kind": "sickness", "from": "2024-02-01", "to": "2024-02-05", "amount": 1},
                                 {"corrects": "s", "kind": "sickness", "from": "2024-02-05", "to": "2024-02-09", "amount": 1, "id": "t"},
                                 {"corrects": "t", "withdrawn": true, "known": "2024-03-01"},
                                 {"kind": "sickness", "from": "2024-02-06", "to": "2024-02-07", "amount": 1},
                                 {"kind": "maternity", "from": "2024-02-06", "to": "2024-02-07", "amount": 1}],
              "ledighedsydelse": [{"id": "l", "from": "2024-04-01"}, {"corrects": "l", "from": "2024-04-01", "to": "2024-04-10"},
                                  {"from": "2024-04-11", "to": "2024-04-12"}, {"id": "m", "from": "2024-02-01"},
                                  {"corrects": "m", "withdrawn": true, "known": "2024-02-01"}])",
           // Holiday of the weekdays of two months, stated; on allowance from elsewhere; a wrong one that was withdrawn.
           R"("employments": [{"id": "a", "from": "2024-01-01"}, {"id": "b", "from": "2024-01-01"}],
              "holidays": [{"kind": "paid", "from": "2024-03-28", "to": "2024-04-03", "days": 5},
                           {"kind": "allowance", "from": "2024-04-15", "to": "2024-04-16", "pay_per_day": 500},
                           {"kind": "allowance", "from": "2024-04-17", "to": "2024-04-17", "id": "h"},
                           {"corrects": "h", "withdrawn": true, "known": "2024-04-20"}])",
           // A wage of a case without a job that holds; two jobs may be called nothing.
           R"("employments": [{"id": "", "from": "2024-01-01"}, {"id": "", "from": "2024-01-01"}])",
           // Two months decided.
           R"("employments": [], "decisions": [{"month": "2024-03", "date": "2024-03-28"}, {"month": "2024-04", "date": "2024-04-28"}])",
       }) {
    CAPTURE(std::string(members));
    const auto reading = read_case(std::string(R"({"from": "2024-03", "to": "2024-04", )") + members + "}");
    CAPTURE(shown(reading.errors));
    CHECK(reading.good());
  }
}

TEST_CASE("of facts whose dates are none only the dates are named") {
  struct Wrong {
    const char* members;
    std::vector<const char*> fields;
  };
  const Wrong rows[] = {
      {R"("employments": [{"id": "a", "from": "2024-02-30", "to": "2024-06-31", "end_known": "2024-07-32", "ceilings": [{"from": "2024-00-01", "to": "2023-02-29", "amount": 1}, {"from": "2024-01-01", "amount": 1}]}],
          "wages": [{"from": "2024-01-01", "to": "2024-01-31", "am_income": 11}], "holidays": [{"kind": "paid", "from": "2024-01-01", "to": "2024-01-02"}],
          "ledighedsydelse": [{"from": "2024-01-01"}])",
       {"employments[0].from", "employments[0].to", "employments[0].end_known", "employments[0].ceilings[0].from",
        "employments[0].ceilings[0].to"}},
      {R"("employments": [], "ledighedsydelse": [{"from": "2024-02-30"}, {"from": "2024-02-01", "to": "2024-02-02"}, {"from": "2024-02-31", "to": "2024-02-30"}])",
       {"ledighedsydelse[0].from", "ledighedsydelse[2].from", "ledighedsydelse[2].to"}},
      {R"("employments": [{"id": "a", "from": "2024-01-01"}], "wages": [{"from": "2024-02-01", "to": "2024-02-30", "am_income": 9,
           "bonus": [{"amount": 1, "from": "2024-13", "to": "2024-01"}, {"amount": 1, "from": "2023-01", "to": "2024-00"}],
           "supplements": [{"kind": "free_choice", "amount": 1, "from": "2024-01", "to": "2024-02"}]}])",
       {"wages[0].to", "wages[0].bonus[0].from", "wages[0].bonus[1].to"}},
      {R"("employments": [], "daily_benefits": [{"kind": "sickness", "from": "2024-02-30", "to": "2024-02-01", "amount": 1},
                                                {"kind": "sickness", "from": "2024-02-01", "to": "2024-02-30", "amount": 1}])",
       {"daily_benefits[0].from", "daily_benefits[1].to"}},
      {R"("employments": [], "decisions": [{"month": "2024-13", "date": "2024-03-28"}, {"month": "2024-13", "date": "2024-03-28"}])",
       {"decisions[0].month", "decisions[1].month"}},
      {R"("employments": [], "incomes": [{"id": "x", "kind": "care", "month": "2024-02", "amount": 1, "known": "2024-02-01"},
                                         {"corrects": "x", "kind": "care", "month": "2024-02", "amount": 1, "known": "2024-02-30"}])",
       {"incomes[1].known"}},
      {R"("employments": [], "sanctions": [{"date": "2024-02-30"}], "corrections": [{"date": "2024-02-30", "from": "2024-13"}])",
       {"sanctions[0].date", "corrections[0].date", "corrections[0].from"}},
  };
  for (const Wrong& row : rows) {
    CAPTURE(std::string(row.members));
    const auto reading = read_case(std::string(R"({"from": "2024-03", "to": "2024-04", )") + row.members + "}");
    CAPTURE(shown(reading.errors));
    REQUIRE(reading.errors.size() == row.fields.size());
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      CHECK(reading.errors[i].code == ErrorCode::no_such_date);
      CHECK(reading.errors[i].field.text() == row.fields[i]);
    }
  }
}

TEST_CASE("a case of more than a hundred years, a wage of more than a year, holiday allowance from no job are named") {
  const auto only = [](const std::string& text, ErrorCode code, const char* field) {
    const auto reading = read_case(text);
    CAPTURE(text);
    CAPTURE(shown(reading.errors));
    REQUIRE(reading.errors.size() == 1);
    CHECK(reading.errors[0].code == code);
    CHECK(reading.errors[0].field.text() == field);
  };
  only(R"({"from": "1924-03", "to": "2024-04", "employments": []})", ErrorCode::out_of_range, "to");
  only(
      R"({"from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2020-01-01"}], "wages": [{"from": "2023-01-01", "to": "2024-01-03", "am_income": 12}]})",
      ErrorCode::out_of_range, "wages[0].to");
  only(R"({"from": "2024-03", "to": "2024-04", "employments": [], "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 13}]})",
       ErrorCode::missing_fact, "wages[0].employment");
  const std::string two_jobs =
      R"({"from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01"}, {"id": "b", "from": "2024-01-01"}], )";
  only(two_jobs + R"("holidays": [{"kind": "allowance", "from": "2024-03-04", "to": "2024-03-05"}]})", ErrorCode::missing_fact,
       "holidays[0].pay_per_day");
  only(two_jobs + R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 14}]})", ErrorCode::missing_fact,
       "wages[0].employment");
  // x corrects y, and y and z each other: y is corrected twice, and no order can be found for two.
  const auto circle = read_case(R"({"from": "2024-03", "to": "2024-04", "employments": [], "incomes": [
    {"id": "x", "corrects": "y", "kind": "care", "month": "2024-02", "amount": 1}, {"id": "y", "corrects": "z", "kind": "care", "month": "2024-02", "amount": 1},
    {"id": "z", "corrects": "y", "kind": "care", "month": "2024-02", "amount": 1}]})");
  CHECK(shown(circle.errors).find("incomes[2].corrects") != std::string::npos);
  CHECK(shown(circle.errors).find("incomes[1].corrects") != std::string::npos);
  CHECK(shown(circle.errors).find("incomes[0]") == std::string::npos);
  // However long the circle is, and what leads into it is no part of it.
  std::string many = R"({"id": "0", "kind": "care", "month": "2024-03", "amount": 1, "corrects": "1"})";
  for (int i = 1; i <= 150; ++i)
    many += R"(, {"id": ")" + std::to_string(i) + R"(", "kind": "care", "month": "2024-03", "amount": )" + std::to_string(i + 1) +
            R"(, "corrects": ")" + std::to_string(i == 150 ? 1 : i + 1) + "\"}";
  const auto long_circle = read_case(R"({"from": "2024-03", "to": "2024-04", "employments": [], "incomes": [)" + many + "]}");
  CHECK(shown(long_circle.errors).find("incomes[1].corrects") != std::string::npos);
  CHECK(shown(long_circle.errors).find("incomes[45].corrects") != std::string::npos);
  CHECK(shown(long_circle.errors).find("incomes[0].corrects: unknown") == std::string::npos);
}

TEST_CASE("a program's dates that are none, days never set and jobs that are not there are named by the path of the file") {
  using namespace std::chrono_literals;
  const Date no_day = 2024y / 2 / 30;
  const Month no_month = 2024y / 13;
  Case c;
  REQUIRE(problems(c).size() == 2);  // nothing is set
  CHECK(problems(c)[0].field.text() == "from");
  CHECK(to_text(problems(c)[0].allowed) == "YYYY-MM");
  c.first = c.last = 2024y / 3;
  CHECK(problems(c).empty());
  c.employments.push_back({.from = no_day, .to = no_day, .end_known = no_day, .ceilings = {{.from = no_day, .to = no_day}}});
  c.employments[0].ceilings.push_back({.record = {.corrects = "x", .withdrawn = true}});  // a withdrawal has no dates
  c.wages.push_back({.record = {.known = no_day}, .employment = 1, .period = {no_day, no_day}, .disposal = no_day});
  c.wages[0].spread.push_back({.first = no_month, .last = no_month});
  c.wages[0].supplements.push_back({.first = no_month, .last = no_month});
  c.wages[0].supplements.push_back({});
  c.wages.push_back({.record = {.withdrawn = true}});
  c.daily_benefits.push_back({.period = {2024y / 2 / 1, no_day}});  // `paid` is not set
  c.daily_benefits.push_back({.record = {.withdrawn = true}});
  c.holidays.push_back({.employment = 7, .period = {no_day, 2024y / 2 / 1}});
  c.holidays.push_back({.record = {.withdrawn = true}});
  c.ledighedsydelse.push_back({.from = no_day, .to = no_day});
  c.ledighedsydelse.push_back({.record = {.withdrawn = true}});
  c.sanctions.push_back({.date = no_day});
  c.sanctions.push_back({.record = {.withdrawn = true}});
  c.incomes.push_back({.month = no_month});
  c.incomes.push_back({.record = {.withdrawn = true}});
  c.decisions.push_back({.month = no_month, .date = no_day});
  c.corrections.push_back({.date = no_day, .from = no_month});
  const char* fields[] = {"employments[0].from",
                          "employments[0].to",
                          "employments[0].end_known",
                          "employments[0].ceilings[0].from",
                          "employments[0].ceilings[0].to",
                          "wages[0].known",
                          "wages[0].employment",
                          "wages[0].from",
                          "wages[0].to",
                          "wages[0].disposal",
                          "wages[0].bonus[0].from",
                          "wages[0].bonus[0].to",
                          "wages[0].supplements[0].from",
                          "wages[0].supplements[0].to",
                          "daily_benefits[0].to",
                          "daily_benefits[0].paid",
                          "holidays[0].employment",
                          "holidays[0].from",
                          "ledighedsydelse[0].from",
                          "ledighedsydelse[0].to",
                          "sanctions[0].date",
                          "incomes[0].month",
                          "decisions[0].month",
                          "decisions[0].date",
                          "corrections[0].date",
                          "corrections[0].from"};
  const auto found = problems(c);
  CAPTURE(shown(found));
  REQUIRE(found.size() == std::size(fields));
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i].field.text() == fields[i]);
    const bool job = found[i].field.text().ends_with(".employment");
    CHECK(found[i].code == (job ? ErrorCode::unknown_fact : ErrorCode::no_such_date));
  }
  // What a case cannot be is not computed.
  CHECK(case_statement(c, RateTable::embedded()).error().field.text() == "employments[0].from");
  CHECK(correction(c, RateTable::embedded(), c.first).error().field.text() == "employments[0].from");
}

TEST_CASE("at most a hundred problems are named, of whatever kind") {
  Case c;
  c.first = c.last = std::chrono::year{2024} / 3;
  for (int i = 0; i < 150; ++i) c.incomes.push_back({.month = c.first, .amount = -Money::oere(1)});
  CHECK(problems(c).size() == 100);
  CHECK(problems(c).back().field.text() == "incomes[99].amount");
  for (auto& income : c.incomes) income.month = Month{};
  CHECK(problems(c).size() == 100);
  CHECK(problems(c).back().field.text() == "incomes[99].month");
  std::string file = R"({"from": "2024-03", "to": "2024-04", "employments": [], "incomes": [)";
  for (int i = 0; i < 150; ++i) file += i == 0 ? "{}" : ", {}";  // each lacks kind, month and amount
  const auto reading = read_case(file + "]}");
  CHECK(reading.errors.size() == 100);
  CHECK(reading.errors.back().code == ErrorCode::missing_fact);
}

TEST_CASE("amounts of a ceiling, a bonus, a supplement and a holiday are none below zero") {
  using namespace std::chrono_literals;
  Case c;
  c.first = c.last = 2024y / 3;
  const Money below = -Money::oere(1);
  Ceiling ceiling = Ceiling::stated(Money{});
  ceiling.supplements = ceiling.fixed_bonus = below;
  c.employments.push_back({.from = 2024y / 1 / 1, .ceilings = {{.from = 2024y / 1 / 1, .ceiling = ceiling}}});
  c.wages.push_back({.period = {2024y / 2 / 1, 2024y / 2 / 29}, .disposal = 2024y / 2 / 29, .supplements = {{.full_time = below}}});
  c.wages.push_back({.period = {2024y / 2 / 1, 2024y / 2 / 29},
                     .disposal = 2024y / 2 / 29,
                     .spread = {{.amount = below, .first = 2024y / 2, .last = 2024y / 2}},
                     .supplements = {{.amount = below}}});
  c.holidays.push_back({.period = {2024y / 3 / 4, 2024y / 3 / 5}, .pay_per_day = below, .monthly_pay = below});
  const auto found = problems(c);
  CAPTURE(shown(found));
  const char* fields[] = {"employments[0].ceilings[0].supplements",
                          "employments[0].ceilings[0].bonus",
                          "wages[0].supplements[0].full_time",
                          "wages[1].bonus[0].amount",
                          "wages[1].supplements[0].amount",
                          "holidays[0].pay_per_day",
                          "holidays[0].monthly_pay"};
  REQUIRE(found.size() == std::size(fields));
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i].field.text() == fields[i]);
  CHECK(std::all_of(found.begin(), found.end(), [](const Error& e) { return e.code == ErrorCode::negative; }));
}

TEST_CASE("facts put together in C++ are held to the same: amounts, months, and corrections in a circle") {
  Case c;
  c.first = std::chrono::year{2024} / 3;
  c.last = std::chrono::year{2024} / 2;
  CHECK(problems(c).front().field.text() == "to");
  c.last = std::chrono::year{2024} / 4;
  CHECK(problems(c).empty());
  c.incomes.push_back({.month = c.first, .amount = Money::oere(-1)});
  CHECK(problems(c).front().code == ErrorCode::negative);
  CHECK(problems(c).front().field.text() == "incomes[0].amount");
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

// Rulebook 11: the register corrects by records below zero; what is left of a month is not less than nothing.
TEST_CASE("records below zero correct others of their month: pay, hours, benefits and other income") {
  Case c;
  c.first = c.last = std::chrono::year{2024} / 3;
  c.employments.push_back({.id = "a", .employer = "a", .from = std::chrono::year{2020} / 1 / 1});
  const Period february{std::chrono::year{2024} / 2 / 1, std::chrono::year{2024} / 2 / 29};
  const auto wage = [&](const char* id, int kroner, int hours) {
    WageRecord w;
    w.record.id = id;
    w.period = february;
    w.disposal = february.last;
    w.am_income = Money::kroner(kroner);
    w.paid_hours = Hours::whole(hours);
    c.wages.push_back(w);
  };
  wage("p/1", 7000, 50);
  wage("p/2", -700, -5);
  wage("p/3", -700, -5);
  const auto benefit = [&](const char* id, int kroner) {
    DailyBenefit b;
    b.record.id = id;
    b.period = february;
    b.paid = february.last;
    b.amount = Money::kroner(kroner);
    c.daily_benefits.push_back(b);
  };
  benefit("p/4", 500);
  benefit("p/5", -500);
  c.incomes.push_back({.month = c.first, .amount = Money::kroner(10)});
  c.incomes.push_back({.month = c.first, .amount = Money::kroner(-10)});
  CHECK(shown(problems(c)) == "");

  // A record that says nothing of hours gives none to take of.
  c.wages[0].paid_hours.reset();
  const auto without = problems(c);
  REQUIRE(without.size() == 2);
  CHECK(without[0].field.text() == "wages[1].paid_hours");
  CHECK(to_text(without[0].allowed) == ">= 5");
  c.wages[0].paid_hours = Hours::whole(50);

  c.wages[1].paid_hours = Hours::whole(-46);
  c.daily_benefits[1].amount = Money::kroner(-501);
  c.incomes[1].amount = -largest_amount - Money::oere(1);
  const auto found = problems(c);
  CAPTURE(shown(found));
  REQUIRE(found.size() == 4);
  CHECK(found[0].field.text() == "wages[1].paid_hours");
  CHECK(found[0].allowed == Allowed(AtLeast{Hours::whole(-45)}));
  CHECK(found[1].field.text() == "wages[2].paid_hours");
  CHECK(found[2].field.text() == "daily_benefits[1].amount");
  CHECK(found[2].code == ErrorCode::negative);
  CHECK(found[3].code == ErrorCode::too_large);
  // Not of a report, two benefits of the same days are one too many.
  c.daily_benefits[1].record.id.clear();
  c.daily_benefits[1].amount = Money::kroner(5);
  c.daily_benefits[0].record.id.clear();
  const auto overlapping = problems(c);
  CHECK(std::any_of(overlapping.begin(), overlapping.end(), [](const Error& e) { return e.code == ErrorCode::overlapping_periods; }));
}

TEST_CASE("FLT-6: a bonus or a supplement is of at most sixty months") {
  for (const char* list : {"bonus", "supplements"})
    for (const auto& [last, good] : {std::pair{"2023-12", true}, {"2024-01", false}}) {
      const auto reading =
          read_case(R"({"from": "2024-03", "to": "2024-03", "employments": [{"id": "a", "from": "2018-01-01"}],
        "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 9000, ")" +
                    std::string(list) + R"(": [{)" + (list == std::string("supplements") ? R"("kind": "holiday_supplement", )" : "") +
                    R"("amount": 600, "from": "2019-01", "to": ")" + last + "\"}]}]}");
      CAPTURE(shown(reading.errors));
      CHECK(reading.errors.empty() == good);
    }
}

TEST_CASE("a wage record is of at most a year, and says until when") {
  const auto of = [](const char* last) {
    return read_case(R"({"from": "2024-03", "to": "2024-03", "employments": [{"id": "a", "from": "2018-01-01"}],
      "wages": [{"from": "2023-01-01", "am_income": 9000, "to": ")" +
                     std::string(last) + "\"}]}");
  };
  CHECK(of("2024-01-02").errors.empty());
  const auto too_long = of("2024-01-03");
  REQUIRE(too_long.errors.size() == 1);
  CHECK(too_long.errors[0].field.text() == "wages[0].to");
  CHECK(to_text(too_long.errors[0].allowed) == "<= 2024-01-02");
}
