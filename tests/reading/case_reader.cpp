#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include <fleks/fleks.hpp>

using namespace fleks;

namespace {

std::string with(const std::string& rest) {
  return R"({"from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01", "to": "2024-06-30"}])" + rest + "}";
}
bool says(const CaseReading& reading, ErrorCode code, std::string_view path) {
  const bool found =
      std::any_of(reading.errors.begin(), reading.errors.end(), [&](const Error& e) { return e.code == code && e.field.text() == path; });
  if (!found)
    for (const Error& e : reading.errors) MESSAGE(e.field.text() << ": " << message(e, Language::english));
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

TEST_CASE("a value of another type is named with what is allowed, and nothing else is") {
  struct Row {
    const char* members;
    ErrorCode code;
    const char* field;
    const char* allowed;
  };
  const Row rows[] = {
      {R"("provider": "ja")", ErrorCode::wrong_type, "provider", "true, false"},
      {R"("name": 5)", ErrorCode::wrong_type, "name", "\"...\""},
      {R"("options": [])", ErrorCode::wrong_type, "options", "{...}"},
      {R"("options": {"split_wage": true})", ErrorCode::wrong_type, "options.split_wage", "\"...\""},
      {R"("options": {"split_wage": "even"})", ErrorCode::no_such_choice, "options.split_wage", "by-weekdays, evenly, by-disposal"},
      {R"("wages": {})", ErrorCode::wrong_type, "wages", "[...]"},
      {R"("sanctions": [{"date": 20240301}])", ErrorCode::wrong_type, "sanctions[0].date", "YYYY-MM-DD"},
      {R"("incomes": [{"kind": "care", "month": "2024-02", "amount": []}])", ErrorCode::wrong_type, "incomes[0].amount", "15600.00"},
      {R"("incomes": [{"kind": "self_employment", "month": "2024-02", "hours": {}}])", ErrorCode::wrong_type, "incomes[0].hours", "12"},
      {R"("incomes": [{"kind": "self_employment", "month": "2024-02"}])", ErrorCode::missing_fact, "incomes[0].hours", ""},
      {R"("holidays": [{"kind": "paid", "from": "2024-03-04", "to": "2024-03-05", "days": true}])", ErrorCode::wrong_type,
       "holidays[0].days", "5"},
      {R"("holidays": [{"from": "2024-03-04", "to": "2024-03-05"}])", ErrorCode::missing_fact, "holidays[0].kind", ""},
      {R"("wages": [{"employment": 1, "from": "2024-02-01", "to": "2024-02-29", "am_income": 15}])", ErrorCode::wrong_type,
       "wages[0].employment", "\"...\""},
      {R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 1, "13": 1}])", ErrorCode::duplicate, "wages[0].13", ""},
      {R"("ledighedsydelse": [{"corrects": "x", "withdrawn": true}])", ErrorCode::missing_fact, "ledighedsydelse[0].known", "YYYY-MM-DD"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.members));
    const auto reading = read_case(with(std::string(", ") + row.members));
    for (const Error& e : reading.errors) CAPTURE(e.field.text());
    REQUIRE(!reading.errors.empty());
    CHECK(reading.errors[0].code == row.code);
    CHECK(reading.errors[0].field.text() == row.field);
    CHECK(to_text(reading.errors[0].allowed) == row.allowed);
    // A correction of nothing is an error of its own.
    CHECK(reading.errors.size() == (std::string_view(row.members).find("corrects") == std::string_view::npos ? 1 : 2));
  }
  const auto ceiling = [](const std::string& members) {
    return read_case(
        R"({"from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01", "ceilings": [{"from": "2024-01-01")" +
        members + "}]}]}");
  };
  CHECK(says(ceiling(""), ErrorCode::missing_fact, "employments[0].ceilings[0].amount"));
  CHECK(says(ceiling(R"(, "hourly": 180, "monthly_base": 30000)"), ErrorCode::exclusive_facts, "employments[0].ceilings[0].amount"));
  CHECK(says(ceiling(R"(, "monthly_base": 30000, "pension": [])"), ErrorCode::wrong_type, "employments[0].ceilings[0].pension"));
  CHECK(says(ceiling(R"(, "monthly_base": 30000, "pension": 101)"), ErrorCode::too_large, "employments[0].ceilings[0].pension"));
  CHECK(says(ceiling(R"(, "amount": 30000, "bonus": 1)"), ErrorCode::unknown_field, "employments[0].ceilings[0].bonus"));
}

TEST_CASE("null is a member that is not there, false is false, and a withdrawal needs no more than its record") {
  const auto reading = read_case(with(R"(, "name": null, "provider": false, "wages": [
      {"id": "w", "from": "2024-02-01", "to": "2024-02-29", "am_income": 5, "paid_hours": null}, {"corrects": "w", "withdrawn": true, "known": "2024-03-05"}],
    "daily_benefits": [{"id": "d", "kind": "maternity", "from": "2024-02-01", "to": "2024-02-02", "amount": 5, "withdrawn": false},
                       {"corrects": "d", "withdrawn": true, "known": "2024-03-05"}],
    "holidays": [{"id": "h", "kind": "paid", "from": "2024-02-01", "to": "2024-02-02"}, {"corrects": "h", "withdrawn": true, "known": "2024-03-05"}],
    "ledighedsydelse": [{"id": "l", "from": "2024-07-01"}, {"corrects": "l", "withdrawn": true, "known": "2024-07-05"}],
    "sanctions": [{"id": "s", "date": "2024-07-01"}, {"corrects": "s", "withdrawn": true, "known": "2024-07-05"}],
    "incomes": [{"id": "i", "kind": "replacing_wage", "month": "2024-02", "amount": 5}, {"corrects": "i", "withdrawn": true, "known": "2024-03-05"}])"));
  for (const Error& e : reading.errors) MESSAGE(e.field.text() << ": " << message(e, Language::english));
  REQUIRE(reading.good());
  const Case& c = reading.facts;
  CHECK(c.name.empty());
  CHECK(!c.provider);
  CHECK(!c.wages[0].paid_hours);
  CHECK(c.wages[1].record.withdrawn);
  CHECK(!c.daily_benefits[0].record.withdrawn);
  CHECK(c.daily_benefits[0].kind == DailyBenefit::Kind::maternity);
  CHECK(c.daily_benefits[1].record.withdrawn);
  CHECK(c.holidays[1].record.withdrawn);
  CHECK(c.ledighedsydelse[1].record.withdrawn);
  CHECK(c.sanctions[1].record.withdrawn);
  CHECK(to_text(c.incomes[1].record.known) == "2024-03-05");
  // What is not said is known when it was at the citizen's disposal, began, or was the month's.
  CHECK(to_text(c.wages[0].record.known) == "2024-02-29");
  CHECK(to_text(c.sanctions[0].record.known) == "2024-07-01");
  CHECK(to_text(c.incomes[0].record.known) == "2024-02-01");
}

TEST_CASE("a ceiling by the hour, by the month with its parts, or as one amount") {
  const auto reading = read_case(R"({"from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01", "ceilings": [
    {"from": "2024-01-01", "hourly": 180}, {"from": "2024-02-01", "monthly_base": 30000, "supplements": 500, "bonus": 250, "pension": "10"},
    {"from": "2024-03-01", "amount": 33000, "stated_by": "computed"}]}]})");
  REQUIRE(reading.good());
  const auto& c = reading.facts.employments[0].ceilings;
  CHECK(c[0].ceiling.form == Ceiling::Form::from_hourly);
  CHECK(c[0].ceiling.amount == Money::kroner(180));
  CHECK(c[1].ceiling.form == Ceiling::Form::from_monthly);
  CHECK(c[1].ceiling.supplements == Money::kroner(500));
  CHECK(c[1].ceiling.fixed_bonus == Money::kroner(250));
  CHECK(c[1].ceiling.employer_pension == Percent::whole(10));
  CHECK(c[2].ceiling.form == Ceiling::Form::stated);
}

TEST_CASE("a file above a limit is refused by that limit") {
  CHECK(read_case(std::string(16'000'001, ' ')).errors.front().code == ErrorCode::too_large);
  // The value after the 500.000th, whatever it is: a number, true, or a list of its own.
  std::string values = "{\"from\": [0";
  for (int i = 0; i < 499'997; ++i) values += ",0";  // the object, the list and these are 500.000
  CHECK(read_case(values + "]}").errors.front().code == ErrorCode::wrong_type);
  for (const char* one_more : {",0", ",true", ",[]"}) {
    const auto refused = read_case(values + one_more + "]}");
    CHECK(refused.errors.front().code == ErrorCode::too_many);
    CHECK(refused.errors.front().field.text() == "from");
    CHECK(to_text(refused.errors.front().allowed) == "<= 500000");
  }
  std::string object = "{", twice;
  for (int i = 0; i < 60; ++i) object += R"("a": 1, )";
  for (int i = 0; i < 3; ++i) twice += object + R"("b": 1}, )";
  const auto named = read_case("{\"wages\": [" + twice + "{}]}").errors;
  CHECK(named.size() == 100);
  CHECK(named.back().code == ErrorCode::duplicate);
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
  CHECK(says(read_case(with(R"(, "wages": [{"id": "x", "from": "2024-02-01", "to": "2024-02-29", "known": "2024-04-01", "am_income": 16},
                       {"corrects": "x", "from": "2024-02-01", "to": "2024-02-29", "known": "2024-03-01", "am_income": 17}, {"corrects": "y", "from": "2024-02-01", "to": "2024-02-29", "am_income": 18}])")),
             ErrorCode::unknown_fact, "wages[2].corrects"));
  CHECK(says(read_case(with(R"(, "wages": [{"id": "x", "from": "2024-02-01", "to": "2024-02-29", "known": "2024-04-01", "am_income": 19},
                       {"corrects": "x", "from": "2024-02-01", "to": "2024-02-29", "known": "2024-03-01", "am_income": 20}])")),
             ErrorCode::corrected_before_known, "wages[1].known"));
  CHECK(
      says(read_case(with(R"(, "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 100, "gifts": 60, "company_car": 50}])")),
           ErrorCode::out_of_range, "wages[0].am_income"));
  CHECK(says(read_case("{}"), ErrorCode::missing_fact, "from"));
}

TEST_CASE("more than 25 days of a ferieår are named by their path") {
  CHECK(read_case(with(R"(, "holidays": [{"kind": "paid", "from": "2024-05-01", "to": "2024-06-04"}])")).good());
  CHECK(says(
      read_case(with(
          R"(, "holidays": [{"kind": "paid", "from": "2024-05-01", "to": "2024-06-04"}, {"kind": "ledighedsydelse", "from": "2024-06-05", "to": "2024-06-05"}])")),
      ErrorCode::too_many_days, "holidays[1].from"));
}

TEST_CASE("what is not JSON, or nested too deep, or a megabyte of nonsense is refused with at most a hundred errors") {
  CHECK(says(read_case(""), ErrorCode::not_json, ""));
  CHECK(says(read_case("{\"from\": "), ErrorCode::not_json, ""));
  CHECK(read_case("{\n\n \"from\": nul}").errors.front().line == 3);
  CHECK(says(read_case("[1, 2]"), ErrorCode::wrong_type, ""));
  CHECK(read_case(std::string(1'000'000, '[')).errors.front().code == ErrorCode::too_deep);
  CHECK(read_case("{\"a\": \"\xff\xfe\"}").errors.front().code == ErrorCode::not_text);
  std::string many = "{", wide = R"({"from": "2024-03", "to": "2024-04", "employments": [)";
  for (int i = 0; many.size() < 1'000'000; ++i) many += "\"k" + std::to_string(i) + "\": 1, ";
  while (wide.size() < 1'000'000) wide += R"({"id": "a", "from": "2013-01-01"}, )";
  for (const std::string& text :
       {std::string(1'000'000, 'x'), many + "}", wide + "{}]}", std::string(1'000'000, '"'), std::string(1'000'000, '9')}) {
    const auto reading = read_case(text);
    CHECK(!reading.good());
    CHECK(reading.errors.size() <= 100);
  }
}

TEST_CASE("holiday pay known after tax is made gross by its tax and AM-bidrag (FLT-15, BEK-FLT § 6)") {
  const std::string start = R"({"from": "2024-06", "to": "2024-07", "employments": [{"id": "a", "from": "2023-01-01"}], )";
  const auto holiday = [&](const std::string& pay) {
    return read_case(start + R"("wages": [], "holidays": [{"kind": "allowance", "from": "2024-06-10", "to": "2024-06-12")" + pay + "}]}");
  };
  const CaseReading of_day = holiday(R"(, "net_per_day": "512.25", "tax_per_day": "387.76")");
  REQUIRE(of_day.good());
  CHECK(of_day.facts.holidays.at(0).pay_per_day == Money::oere(90'001));
  // Without its tax it is known, and not taken for gross.
  const CaseReading net = holiday(R"(, "net_per_day": 500)");
  REQUIRE(net.good());
  CHECK_FALSE(net.facts.holidays.at(0).pay_per_day);
  CHECK(net.facts.holidays.at(0).net_per_day == Money::kroner(500));
  const CaseReading by_share = holiday(R"(, "net_per_day": 500, "tax_pct": "38", "tax_deduction": 0)");
  REQUIRE(by_share.good());
  CHECK(by_share.facts.holidays.at(0).tax_share == Percent::whole(38));
  CHECK(holiday(R"(, "net_per_day": 500, "tax_pct": 38)").errors.at(0).field.text() == "holidays[0].tax_deduction");
  CHECK(holiday(R"(, "net_per_day": 500, "tax_deduction": 0)").errors.at(0).field.text() == "holidays[0].tax_pct");
  CHECK(holiday(R"(, "tax_pct": 38, "tax_deduction": 0)").errors.at(0).field.text() == "holidays[0].net_per_day");
  CHECK(holiday(R"(, "net_per_day": 500, "tax_pct": 100, "tax_deduction": 0)").errors.at(0).field.text() == "holidays[0].tax_pct");
  CHECK(holiday(R"(, "net_per_day": 500, "tax_per_day": 400, "tax_pct": 38, "tax_deduction": 0)").errors.at(0).field.text() ==
        "holidays[0].tax_per_day");
  CHECK(holiday(R"(, "tax_per_day": 500)").errors.at(0).field.text() == "holidays[0].net_per_day");
  CHECK(holiday(R"(, "pay_per_day": 900, "net_per_day": 500, "tax_per_day": 400)").errors.at(0).code == ErrorCode::exclusive_facts);

  const auto wage = [&](const std::string& pay) {
    return read_case(start + R"("wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 8000)" + pay + "}]}");
  };
  const CaseReading of_wage = wage(R"(, "holiday_pay_202": "610.00", "holiday_tax": "390.50")");
  REQUIRE(of_wage.good());
  CHECK(of_wage.facts.wages.at(0).holiday_allowance == Money::oere(100'050));
  CHECK(of_wage.facts.wages.at(0).net_holiday_allowance == Money::kroner(610));
  CHECK(wage(R"(, "202": -610, "holiday_tax": "-390.50")").facts.wages.at(0).holiday_allowance == -Money::oere(100'050));
  const CaseReading share_of_wage = wage(R"(, "holiday_pay_202": 610, "holiday_tax_pct": "38.5", "holiday_tax_deduction": "100.50")");
  REQUIRE(share_of_wage.good());
  CHECK(share_of_wage.facts.wages.at(0).holiday_allowance == Money{});
  CHECK(share_of_wage.facts.wages.at(0).holiday_tax_share == Percent::of_ten_thousandths(385'000));
  CHECK(share_of_wage.facts.wages.at(0).holiday_tax_deduction == Money::oere(10'050));
  CHECK(wage(R"(, "holiday_pay_202": 610, "holiday_tax_pct": 38)").errors.at(0).field.text() == "wages[0].holiday_tax_deduction");
  CHECK(wage(R"(, "holiday_allowance": 9, "holiday_pay_202": 6, "holiday_tax_pct": 38, "holiday_tax_deduction": 0)").errors.at(0).code ==
        ErrorCode::exclusive_facts);
  CHECK(wage(R"(, "holiday_tax": 390)").errors.at(0).field.text() == "wages[0].holiday_pay_202");
  CHECK(wage(R"(, "holiday_allowance": 1000, "holiday_pay_202": 610, "holiday_tax": 390)").errors.at(0).code == ErrorCode::exclusive_facts);
}

TEST_CASE("the schema is part of the library") {
  CHECK(case_schema().starts_with("{"));
  CHECK(case_schema().find("2020-12") != std::string_view::npos);
}
