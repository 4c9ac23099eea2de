#include <doctest/doctest.h>

#include <string>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

namespace {

const std::string header =
    "Uge;CPR nummer;Ydelse;Indberetning udbetalingsbeløb;Beregnet udbetalingsbeløb;Refusionssats;Refusionsbeløb;"
    "Medfinansieringssats;Medfinansieringsbeløb\n";

Error wrong(const std::string& text) {
  const auto file = read_refund_file(text);
  REQUIRE(!file);
  return file.error();
}

}  // namespace

TEST_CASE("a file of the state's calculation: dates, amounts, percentages and kinds as they are written") {
  const auto file = read_refund_file("\xEF\xBB\xBF" + header +
                                     "2024-06-03;0101701234;Fleksløntilskud;4.025,47;4.025,47;20,00;805,09;80,00;3.220,38\r\n"
                                     "10-06-2024;101701234;Fleksbidrag fra staten;;;;3.150,00;;\n"
                                     "17.06.2024;010170-1234;Ledighedsydelse, passiv;-100;-100,00;0,3;-30,00;70 %;-70,00\n"
                                     "2024-06-24T00:00:00;0101701234;Kontanthjælp;1;1;20 %;0,20;;\n");
  REQUIRE(file);
  REQUIRE(file->rows.size() == 4);
  CHECK(file->person == "0101701234");
  const auto& rows = file->rows;
  CHECK(rows[0].week == Date{2024y / 6 / 3});
  CHECK(rows[0].kind == RefundRowKind::fleksloentilskud);
  CHECK(rows[0].reported == Money::oere(402'547));
  CHECK(rows[0].computed == Money::oere(402'547));
  CHECK(rows[0].share == Percent::whole(20));
  CHECK(rows[0].refund == Money::oere(80'509));
  CHECK(rows[0].line == 2);
  CHECK(rows[1].week == Date{2024y / 6 / 10});
  CHECK(rows[1].kind == RefundRowKind::fleksbidrag);
  CHECK(!rows[1].computed);
  CHECK(!rows[1].share);
  CHECK(rows[2].kind == RefundRowKind::ledighedsydelse);
  CHECK(rows[2].computed == Money::oere(-10'000));
  CHECK(rows[2].share == Percent::whole(30));  // a share
  CHECK(rows[3].kind == RefundRowKind::other);
  CHECK(rows[3].week == Date{2024y / 6 / 24});
  CHECK(rows[3].share == Percent::whole(20));
}

TEST_CASE("the person's number is kept out of what is kept, however it is written") {
  const std::string text = header +
                           "2024-06-03;0101701234;Fleksløntilskud;1;1;20;0,2;;\n2024-06-10;101701234;Fleksløntilskud;1;1;20;0,2;;\n" +
                           "2024-06-17;010170-1234;Fleksløntilskud;1;1;20;0,2;;\n";
  const auto file = read_refund_file(text);
  REQUIRE(file);
  const std::string kept = without_person(text, *file);
  CHECK(kept.find("1701234") == std::string::npos);
  CHECK(kept.find("0170-1234") == std::string::npos);
  const auto again = read_refund_file(kept);
  REQUIRE(again);
  CHECK(again->rows.size() == 3);
  CHECK(without_person(kept, *again) == kept);
}

TEST_CASE("a file that is none: field, line, what was given; never the person's number") {
  CHECK(wrong("").code == ErrorCode::empty);
  CHECK(wrong("Uge;Ydelse\n").code == ErrorCode::bad_header);
  CHECK(wrong("Uge;" + header).code == ErrorCode::duplicate);
  CHECK(wrong(header + "2024-06-03;0101701234;Fleksløntilskud;1;1;20;0,2;\n").code == ErrorCode::bad_row);
  CHECK(wrong(header + "\"2024-06-03;0101701234").code == ErrorCode::record_too_long);
  CHECK(wrong(header + "2024-06-03;0101701234;\xE6;1;1;20;0,2;;\n").code == ErrorCode::not_text);
  CHECK(wrong(std::string(16'000'001, 'x')).code == ErrorCode::too_large);
  const struct {
    const char* row;
    ErrorCode code;
    const char* field;
  } rows[] = {
      {"2024-13-03;0101701234;Fleksløntilskud;1;1;20;0,2;;", ErrorCode::no_such_date, "Uge"},
      {"2024-06-03;0101701234;;1;1;20;0,2;;", ErrorCode::empty, "Ydelse"},
      {"2024-06-03;0101701234;Fleksløntilskud;1;x;20;0,2;;", ErrorCode::not_a_number, "Beregnet udbetalingsbeløb"},
      {"2024-06-03;0101701234;Fleksløntilskud;-;1;20;0,2;;", ErrorCode::empty, "Indberetning udbetalingsbeløb"},
      {"2024-06-03;0101701234;Fleksløntilskud;1;1;120;0,2;;", ErrorCode::too_large, "Refusionssats"},
      {"2024-06-03;0101701234;Fleksløntilskud;1;1;20;1,234;;", ErrorCode::too_many_decimals, "Refusionsbeløb"},
      {"2024-06-03;010170123x;Fleksløntilskud;1;1;20;0,2;;", ErrorCode::no_such_choice, "CPR nummer"},
      {"2024-06-03;0202701234;Fleksløntilskud;1;1;20;0,2;;", ErrorCode::too_many, "CPR nummer"},
  };
  for (const auto& each : rows) {
    CAPTURE(each.row);
    const Error e = wrong(header + "2024-05-27;0101701234;Fleksløntilskud;1;1;20;0,2;;\n" + each.row + "\n");
    CHECK(e.field == Field(each.field));
    CHECK(e.line == 3);
    CHECK(e.given.find("01701") == std::string::npos);
    CHECK_MESSAGE(e.code == each.code, to_text(e.code));
  }
  std::string many = header;
  for (int i = 0; i <= 50'000; ++i) many += "2024-06-03;0101701234;Fleksløntilskud;1;1;20;0,2;;\n";
  CHECK(wrong(many).code == ErrorCode::too_many);
}
