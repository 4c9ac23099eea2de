#include <doctest/doctest.h>

#include <set>
#include <string>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// What an error is, as data: codes and facts with names that are the same in every language, and what is allowed.

TEST_CASE("every code has a name and a number of its own, and what is no code has none") {
  std::set<std::string> names;
  for (int code = 1; code <= static_cast<int>(ErrorCode::too_many); ++code) {
    const std::string name(to_text(static_cast<ErrorCode>(code)));
    CAPTURE(code);
    CHECK(!name.empty());
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string::npos);
    CHECK(names.insert(name).second);
  }
  CHECK(to_text(ErrorCode::empty) == "empty");
  CHECK(to_text(ErrorCode::not_a_number) == "not_a_number");
  CHECK(to_text(ErrorCode::begins_before_2013) == "begins_before_2013");
  CHECK(to_text(ErrorCode::too_many) == "too_many");
  CHECK(static_cast<int>(ErrorCode::empty) == 1);
  CHECK(to_text(ErrorCode{}).empty());
  CHECK(to_text(static_cast<ErrorCode>(static_cast<int>(ErrorCode::too_many) + 1)).empty());
}

TEST_CASE("a fact has an id, and a field is a fact or a place") {
  std::set<std::string_view> ids;
  for (int fact = 0; fact <= static_cast<int>(Fact::deduction); ++fact) CHECK(ids.insert(to_text(static_cast<Fact>(fact))).second);
  CHECK(to_text(Fact::am_income) == "am_income");
  CHECK(to_text(Fact::ceiling_holiday_supplement) == "ceiling_holiday_supplement");
  CHECK(to_text(Fact::without_am) == "without_am");
  CHECK(to_text(Fact::church) == "church");
  CHECK(to_text(static_cast<Fact>(static_cast<int>(Fact::round_to) + 1)).empty());

  CHECK(Field(Fact::rent).text() == "rent");
  CHECK(Field(Fact::rent).fact() == Fact::rent);
  CHECK(Field("wages[3].to").text() == "wages[3].to");
  CHECK(!Field("rent").fact());
  // The column of that name is not the fact.
  CHECK(Field("rent") != Field(Fact::rent));
  CHECK(Field::asked("over wage").text() == "over wage");
  CHECK(Field::asked("rent").is_asked());
  CHECK(!Field::asked("rent").fact());
  CHECK(Field::asked("rent") != Field("rent"));
  CHECK(!Field("rent").is_asked());
  CHECK(Field().empty());
  CHECK(!Field(Fact::am_income).empty());
  CHECK(Money::parse("x").error().in(Fact::rent).field == Fact::rent);
}

TEST_CASE("what is allowed is data, and in short it is one text in every language") {
  struct Row {
    Allowed allowed;
    const char* text;
  };
  const Row rows[] = {
      {{}, ""},
      {Range{Money{}, largest_amount}, "0-100000000"},
      {Range{Money::oere(1), Money::oere(150)}, "0.01-1.50"},
      {Range{Hours{}, Hours::of_ten_thousandths(7'405'000)}, "0-740.5"},
      {Range{Percent::of_ten_thousandths(1), Percent::whole(100)}, "0.0001-100"},
      {Range{-3, 30}, "-3-30"},
      {Range{Month{2024y / 3}, Month{2024y / 12}}, "2024-03..2024-12"},
      {AtLeast{Date{2024y / 2 / 9}}, ">= 2024-02-09"},
      {AtMost{16'000'000}, "<= 16000000"},
      {Above{Days{}}, "> 0"},
      {Above{Money{}, Money::kroner(5)}, "> 0, <= 5"},
      {Exactly{Date{987y / 10 / 30}}, "0987-10-30"},
      {OneOf{{"employer", "computed"}}, "employer, computed"},
      {AnyOf{{Fact::am_income, "amount"}}, "am_income, amount"},
      {OnlyWith{{Fact::hourly_wage}}, "only with hourly_wage"},
      {NotWith{{Fact::church, Fact::municipality}}, "not with church, municipality"},
      {Form::month, "YYYY-MM"},
      {Form::missing_has_no_value, "missing <=> no value"},
      {FileTrouble::missing, "missing"},
      {FileTrouble::is_written, "is written"},
  };
  for (const Row& row : rows) CHECK(to_text(row.allowed) == row.text);
  // A limit knows its unit: 30 things are not 30 øre.
  CHECK(Limit(30) != Limit(Money::oere(30)));
  CHECK(Limit(Hours::whole(168)) == Limit(LimitUnit::ten_thousandths, 1'680'000));
  CHECK(Limit(Money::oere(-7)) == Limit(LimitUnit::oere, -7));
  CHECK(to_text(Limit(Money::oere(-7))) == "-0.07");
  CHECK(Limit(2024y / 3).value == 202403);
  CHECK(Limit(Date{2024y / 3 / 1}).value == 20240301);
}
