#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>

#include <fleks/fleks.hpp>

using namespace fleks;

namespace {

std::string with(const std::string& rest) {
  return R"({"from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01", "to": "2024-06-30"}])" + rest + "}";
}
bool says(const CaseReading& reading, ErrorCode code, std::string_view path) {
  const bool found =
      std::any_of(reading.errors.begin(), reading.errors.end(), [&](const Error& e) { return e.code == code && e.field == path; });
  if (!found)
    for (const Error& e : reading.errors) MESSAGE(e.field << ": " << message(e, Language::english));
  return found;
}

}  // namespace

TEST_CASE("a case file is read; numbers keep their text") {
  const auto reading = read_case(with(R"(, "wages": [
    {"from": "2024-02-01", "to": "2024-02-29", "am_income": 7000.10, "own_pension": "288,50", "148": "1.576,00", "200": 52.25}])"));
  REQUIRE(reading.good());
  const WageRecord& w = reading.facts.wages.front();
  CHECK(w.am_income == Money::oere(700010));
  CHECK(w.own_pension == Money::oere(28850));
  CHECK(w.employer_pension == Money::oere(157600));
  CHECK(*w.paid_hours == Hours::of_ten_thousandths(522'500));
  CHECK(w.record.source == FactSource::income_register);
  CHECK(to_text(w.record.known) == "2024-02-29");
}

TEST_CASE("a number that no amount can be is refused as it is written, never rounded") {
  for (const auto& [text, code] : {std::pair{"7000.101", ErrorCode::too_many_decimals},
                                   {"1e4", ErrorCode::not_a_number},
                                   {"-5", ErrorCode::negative},
                                   {"100000000.01", ErrorCode::too_large},
                                   {"99999999999999999999999", ErrorCode::too_large}}) {
    const std::string number = text;
    CAPTURE(number);
    CHECK(says(read_case(with(R"(, "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": )" + number + "}]")), code,
               "wages[0].am_income"));
  }
}

TEST_CASE("each error is named by its path, all of them at once") {
  const auto reading = read_case(R"({
    "from": "2024-03", "to": "2024-13", "colour": "red",
    "employments": [
      {"id": "a", "from": "2024-01-01", "to": "2024-06-30"},
      {"id": "b", "from": "2012-05-01", "ceilings": [{"from": "2024-02-30", "amount": "x"}, {"from": "2024-03-01", "amount": 1, "hourly": 2}]}],
    "wages": [
      {"employment": "a", "from": "2024-06-01", "to": "2024-07-31", "am_income": 1},
      {"employment": "c", "from": "2024-06-01", "to": "2024-06-30", "am_income": 1, "am_income": 2},
      {"employment": "a", "from": "2024-06-10", "to": "2024-06-01"}],
    "holidays": [{"kind": "paid", "from": "2024-05-01", "to": "2024-06-28"}, 5],
    "ledighedsydelse": [{"from": "2024-06-01", "class": "half"}]})");
  CHECK(says(reading, ErrorCode::no_such_date, "to"));
  CHECK(says(reading, ErrorCode::unknown_field, "colour"));
  CHECK(says(reading, ErrorCode::begins_before_2013, "employments[1].from"));
  CHECK(says(reading, ErrorCode::no_such_date, "employments[1].ceilings[0].from"));
  CHECK(says(reading, ErrorCode::not_a_number, "employments[1].ceilings[0].amount"));
  CHECK(says(reading, ErrorCode::exclusive_facts, "employments[1].ceilings[1].amount"));
  CHECK(says(reading, ErrorCode::outside_employment, "wages[0].to"));
  CHECK(says(reading, ErrorCode::unknown_fact, "wages[1].employment"));
  CHECK(says(reading, ErrorCode::duplicate, "wages[1].am_income"));
  CHECK(says(reading, ErrorCode::out_of_range, "wages[2].to"));
  CHECK(says(reading, ErrorCode::too_many_days, "holidays[0].to"));
  CHECK(says(reading, ErrorCode::wrong_type, "holidays[1]"));
  CHECK(says(reading, ErrorCode::no_such_choice, "ledighedsydelse[0].class"));
  CHECK(says(reading, ErrorCode::overlapping_periods, "ledighedsydelse[0].from"));
}

TEST_CASE("facts that contradict each other are named") {
  CHECK(says(read_case(R"({"from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01", "ceilings": [
                       {"from": "2024-01-01", "to": "2024-05-31", "amount": 1}, {"from": "2024-05-01", "amount": 2}]}]})"),
             ErrorCode::overlapping_periods, "employments[0].ceilings[1].from"));
  CHECK(says(
      read_case(with(
          R"(, "holidays": [{"kind": "paid", "from": "2024-03-04", "to": "2024-03-08"}, {"kind": "ledighedsydelse", "from": "2024-03-08", "to": "2024-03-08"}])")),
      ErrorCode::overlapping_periods, "holidays[1].from"));
  CHECK(says(
      read_case(with(
          R"(, "holidays": [{"kind": "paid", "from": "2024-02-01", "to": "2024-03-06"}, {"kind": "paid", "from": "2024-05-01", "to": "2024-05-02"}])")),
      ErrorCode::too_many_days, "holidays[1].from"));
  CHECK(says(read_case(with(R"(, "wages": [{"id": "x", "from": "2024-02-01", "to": "2024-02-29", "known": "2024-04-01"},
                       {"corrects": "x", "from": "2024-02-01", "to": "2024-02-29", "known": "2024-03-01"}, {"corrects": "y", "from": "2024-02-01", "to": "2024-02-29"}])")),
             ErrorCode::unknown_fact, "wages[2].corrects"));
  CHECK(says(read_case(with(R"(, "wages": [{"id": "x", "from": "2024-02-01", "to": "2024-02-29", "known": "2024-04-01"},
                       {"corrects": "x", "from": "2024-02-01", "to": "2024-02-29", "known": "2024-03-01"}])")),
             ErrorCode::corrected_before_known, "wages[1].known"));
  CHECK(
      says(read_case(with(R"(, "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 100, "gifts": 60, "company_car": 50}])")),
           ErrorCode::out_of_range, "wages[0].am_income"));
  CHECK(says(read_case("{}"), ErrorCode::missing_fact, "from"));
}

TEST_CASE("25 days of each ferieår, the year before first in September to December") {
  // Five weeks in July, and five of the next ferieår in September: both are within their year.
  CHECK(read_case(with(R"(, "holidays": [{"kind": "paid", "from": "2024-05-01", "to": "2024-06-04"}])")).good());
  CHECK(says(
      read_case(with(
          R"(, "holidays": [{"kind": "paid", "from": "2024-05-01", "to": "2024-06-04"}, {"kind": "ledighedsydelse", "from": "2024-06-05", "to": "2024-06-05"}])")),
      ErrorCode::too_many_days, "holidays[1].from"));
}

TEST_CASE("what is not JSON, or nested too deep, or a megabyte of nonsense is refused quickly") {
  CHECK(says(read_case(""), ErrorCode::not_json, ""));
  CHECK(says(read_case("{\"from\": "), ErrorCode::not_json, ""));
  CHECK(read_case("{\n\n \"from\": nul}").errors.front().line == 3);
  CHECK(says(read_case("[1, 2]"), ErrorCode::wrong_type, ""));
  CHECK(read_case(std::string(1'000'000, '[')).errors.front().code == ErrorCode::too_deep);
  CHECK(read_case("{\"a\": \"\xff\xfe\"}").errors.front().code == ErrorCode::not_json);
  std::string many = "{", wide = R"({"from": "2024-03", "to": "2024-04", "employments": [)";
  for (int i = 0; many.size() < 1'000'000; ++i) many += "\"k" + std::to_string(i) + "\": 1, ";
  while (wide.size() < 1'000'000) wide += R"({"id": "a", "from": "2013-01-01"}, )";
  for (const std::string& text :
       {std::string(1'000'000, 'x'), many + "}", wide + "{}]}", std::string(1'000'000, '"'), std::string(1'000'000, '9')}) {
    // The processor's time: a machine that does other work too makes no reader slower.
    const auto start = std::clock();
    const auto reading = read_case(text);
    CHECK(!reading.good());
    CHECK(reading.errors.size() <= 100);
    CHECK(std::clock() - start < CLOCKS_PER_SEC);
  }
}

TEST_CASE("the schema is part of the library") {
  CHECK(case_schema().starts_with("{"));
  CHECK(case_schema().find("2020-12") != std::string_view::npos);
}
