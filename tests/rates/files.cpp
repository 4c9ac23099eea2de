#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

#include <fstream>
#include <random>
#include <sstream>

#include "first_unknown.hpp"
#include "rates/read_rates.hpp"
#include "source_file.hpp"

using namespace fleks;
using namespace std::string_literals;

namespace {

const std::string header = "key,valid_from,valid_to,value,unit,status,source,note\n";

std::string with(const std::string& rows) { return header + rows; }

Date date(const char* text) { return parse_date(text).value(); }

}  // namespace

TEST_CASE("a rates file that is wrong is refused with the row, whatever is wrong") {
  const std::string good = "taper_low_pct,2013-01-01,2013-12-31,30,pct,read,law,\n";
  struct Row {
    const char* what;
    std::string text;
    ErrorCode code;
    int line;
    const char* field;
  };
  const Row rows[] = {
      {"overlap", with(good + "taper_low_pct,2013-12-31,,30,pct,read,law,\n"), ErrorCode::overlap, 3, "taper_low_pct"},
      {"the same first day", with(good + "taper_low_pct,2013-01-01,,30,pct,read,law,\n"), ErrorCode::overlap, 3, "taper_low_pct"},
      {"overlap after an open end", with("taper_low_pct,2013-01-01,,30,pct,read,law,\ntaper_low_pct,2014-01-01,,31,pct,read,law,\n"),
       ErrorCode::overlap, 3, "taper_low_pct"},
      {"hole of a day", with(good + "taper_low_pct,2014-01-02,,30,pct,read,law,\n"), ErrorCode::hole, 3, "taper_low_pct"},
      {"hole of years", with(good + "taper_low_pct,2024-01-01,,30,pct,read,law,\n"), ErrorCode::hole, 3, "taper_low_pct"},
      {"earlier row after a later", with(good + "taper_low_pct,2012-01-01,2012-12-31,30,pct,read,law,\n"), ErrorCode::disorder, 3,
       "taper_low_pct"},
      {"rows of a key apart", with(good + "taper_high_pct,2013-01-01,,55,pct,read,law,\ntaper_low_pct,2014-01-01,,30,pct,read,law,\n"),
       ErrorCode::disorder, 4, "taper_low_pct"},
      {"unknown key", with("taper_lowest_pct,2013-01-01,,30,pct,read,law,\n"), ErrorCode::unknown_key, 2, "key"},
      {"no key", with(",2013-01-01,,30,pct,read,law,\n"), ErrorCode::unknown_key, 2, "key"},
      {"key in another case", with("Taper_low_pct,2013-01-01,,30,pct,read,law,\n"), ErrorCode::unknown_key, 2, "key"},
      {"unit of another key", with("taper_low_pct,2013-01-01,,30,kr/month,read,law,\n"), ErrorCode::bad_unit, 2, "taper_low_pct"},
      {"no unit", with("taper_low_pct,2013-01-01,,30,,read,law,\n"), ErrorCode::bad_unit, 2, "taper_low_pct"},
      {"missing source", with("taper_low_pct,2013-01-01,,30,pct,read,,\n"), ErrorCode::missing_source, 2, "taper_low_pct"},
      {"percentage above 100", with("taper_low_pct,2013-01-01,,100.0001,pct,read,law,\n"), ErrorCode::too_large, 2, "taper_low_pct"},
      {"negative", with("taper_low_pct,2013-01-01,,-1,pct,read,law,\n"), ErrorCode::negative, 2, "taper_low_pct"},
      {"five decimals of a percentage", with("taper_low_pct,2013-01-01,,30.00001,pct,read,law,\n"), ErrorCode::too_many_decimals, 2,
       "taper_low_pct"},
      {"three decimals of kroner", with("taper_threshold_month,2013-01-01,,13208.001,kr/month,read,law,\n"), ErrorCode::too_many_decimals,
       2, "taper_threshold_month"},
      {"more hours than a week", with("full_time_hours_week,2013-01-01,,168.5,hours/week,read,law,\n"), ErrorCode::too_large, 2,
       "full_time_hours_week"},
      {"not a number", with("taper_low_pct,2013-01-01,,3e1,pct,read,law,\n"), ErrorCode::not_a_number, 2, "taper_low_pct"},
      {"no value", with("taper_low_pct,2013-01-01,,,pct,read,law,\n"), ErrorCode::bad_status, 2, "taper_low_pct"},
      {"missing with a value", with("taper_low_pct,2013-01-01,,30,pct,missing,law,\n"), ErrorCode::bad_status, 2, "taper_low_pct"},
      {"unknown status", with("taper_low_pct,2013-01-01,,30,pct,guessed,law,\n"), ErrorCode::bad_status, 2, "status"},
      {"no first day", with("taper_low_pct,,,30,pct,read,law,\n"), ErrorCode::empty, 2, "valid_from"},
      {"a day that does not exist", with("taper_low_pct,2013-02-29,,30,pct,read,law,\n"), ErrorCode::no_such_date, 2, "valid_from"},
      {"a date in another form", with("taper_low_pct,1.1.2013,,30,pct,read,law,\n"), ErrorCode::no_such_date, 2, "valid_from"},
      {"a last day that does not exist", with("taper_low_pct,2013-01-01,2013-13-01,30,pct,read,law,\n"), ErrorCode::no_such_date, 2,
       "valid_to"},
      {"ends before it begins", with("taper_low_pct,2013-01-02,2013-01-01,30,pct,read,law,\n"), ErrorCode::out_of_range, 2, "valid_to"},
      {"too few columns", with("taper_low_pct,2013-01-01,,30,pct,read,law\n"), ErrorCode::bad_row, 2, "row"},
      {"too many columns", with("taper_low_pct,2013-01-01,,30,pct,read,law,,\n"), ErrorCode::bad_row, 2, "row"},
      {"a decimal comma without quotes", with("taper_low_pct,2013-01-01,,30,5,pct,read,law,\n"), ErrorCode::bad_row, 2, "row"},
      {"a quote that is not closed", with("taper_low_pct,2013-01-01,,30,pct,read,\"law,\n"), ErrorCode::bad_row, 2, "row"},
      {"text after a quote", with("taper_low_pct,2013-01-01,,30,pct,read,\"law\"s,\n"), ErrorCode::bad_row, 2, "row"},
      {"another header", "key,from,to,value,unit,status,source,note\n" + good, ErrorCode::bad_header, 1, "header"},
      {"two columns quoted into one",
       "\"key,valid_from\",valid_to,value,unit,status,source,note\ntaper_low_pct,2013-01-01,,30,pct,read,law\n", ErrorCode::bad_header, 1,
       "header"},
      {"a header with a broken quote", "key,valid_from,valid_to,value,unit,status,source,\"note\n" + good, ErrorCode::bad_header, 1,
       "header"},
      {"no header", good, ErrorCode::bad_header, 1, "header"},
      {"nothing", "", ErrorCode::bad_header, 1, "header"},
      {"only a header", header, ErrorCode::empty, 1, "rows"},
      {"a null byte", with("taper_low_pct,2013-01-01,,3\0000,pct,read,law,\n"s), ErrorCode::not_text, 2, "rows"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const auto errors = RateTable::check(row.text);
    REQUIRE(!errors.empty());
    CHECK(errors.front().code == row.code);
    CHECK(errors.front().line == row.line);
    CHECK(errors.front().field.text() == row.field);
    const auto read = RateTable::read(row.text);
    REQUIRE(!read);
    CHECK(read.error() == errors.front());
    CHECK(!RateTable::embedded().extended_by(row.text));
  }
}

TEST_CASE("a rates file without end is refused, not read to its end") {
  const auto huge = RateTable::check(header + std::string(16'000'001 - header.size(), 'x'));
  REQUIRE(huge.size() == 1);
  CHECK(huge[0].code == ErrorCode::too_large);
  CHECK(huge[0].given == "16000001 B");
  CHECK(to_text(huge[0].allowed) == "<= 16000000");

  const auto many = [](int rows, const std::string& row) {
    std::string text = header;
    for (int i = 0; i < rows; ++i) text += row;
    return RateTable::check(text);
  };
  // 5.000 rows, and no more; a thousand errors, and one that says so.
  const auto years = [](int rows) {
    std::string text = header;
    for (int i = 0; i < rows; ++i) {
      const std::string day = to_text(Date{std::chrono::sys_days{date("1990-01-01")} + std::chrono::days{i}});
      text += "taper_low_pct," + day + "," + day + ",30,pct,read,law,\n";
    }
    return RateTable::check(text);
  };
  CHECK(years(5'000).empty());
  const auto one_more = years(5'001);
  REQUIRE(one_more.size() == 1);
  CHECK(one_more[0].code == ErrorCode::too_many);
  CHECK(one_more[0].field.text() == "rows");
  CHECK(to_text(one_more[0].allowed) == "<= 5000");
  CHECK(one_more[0].line == 5'002);
  const auto wrong = many(1'500, "x,2013-01-01,,30,pct,read,law,\n");
  REQUIRE(wrong.size() == 1'001);
  CHECK(wrong.back().code == ErrorCode::too_many);
  CHECK(to_text(wrong.back().allowed) == "<= 1000");
  CHECK(wrong.back().line == 1'002);
}

TEST_CASE("a table of municipal tax that is wrong is refused with the row, whatever is wrong") {
  const std::string first_line = "municipality,valid_from,valid_to,municipal_pct,church_pct,status,source\n";
  const std::string good = "Aarhus,2025-01-01,2025-12-31,24.52,0.74,read,a list\n";
  const auto read = read_municipal_tax("\xEF\xBB\xBF" + first_line + good + "Aarhus,2026-01-01,,24.5,0.74,derived,\"a, list\"\n");
  REQUIRE(read.errors.empty());
  REQUIRE(read.rows.size() == 2);
  CHECK(read.rows[0].municipal == Percent::of_ten_thousandths(245'200));
  CHECK(read.rows[0].church == Percent::of_ten_thousandths(7'400));
  CHECK(read.rows[1].last == Rate::open);
  CHECK(read.rows[1].status == RateStatus::derived);
  CHECK(read.rows[1].source == "a, list");

  struct Row {
    const char* what;
    std::string text;
    ErrorCode code;
    int line;
    const char *field, *allowed;
  };
  const Row rows[] = {
      {"no municipality", ",2025-01-01,,24.52,0.74,read,a list\n", ErrorCode::empty, 3, "municipality", ""},
      {"no source", "Ribe,2025-01-01,,24.52,0.74,read,\n", ErrorCode::missing_source, 3, "municipality", ""},
      {"not a number", "Ribe,2025-01-01,,24.5x,0.74,read,a list\n", ErrorCode::not_a_number, 3, "municipal_pct", "0-100"},
      {"above 100", "Ribe,2025-01-01,,24.52,100.01,read,a list\n", ErrorCode::too_large, 3, "church_pct", "0-100"},
      {"status", "Ribe,2025-01-01,,24.52,0.74,guessed,a list\n", ErrorCode::bad_status, 3, "status", "read, derived, missing"},
      {"a day that does not exist", "Ribe,2025-02-29,,24.52,0.74,read,a list\n", ErrorCode::no_such_date, 3, "valid_from", "YYYY-MM-DD"},
      {"too few columns", "Ribe,2025-01-01,,24.52,0.74,read\n", ErrorCode::bad_row, 3, "row", "7"},
      {"overlap", "Aarhus,2025-12-31,,24.52,0.74,read,a list\n", ErrorCode::overlap, 3, "Aarhus", ">= 2026-01-01"},
      {"hole", "Aarhus,2026-01-02,,24.52,0.74,read,a list\n", ErrorCode::hole, 3, "Aarhus", "2026-01-01"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const auto refused = read_municipal_tax(first_line + good + row.text);
    REQUIRE(refused.errors.size() == 1);
    CHECK(refused.rows.size() == 1);
    CHECK(refused.errors[0].code == row.code);
    CHECK(refused.errors[0].line == row.line);
    CHECK(refused.errors[0].field.text() == row.field);
    CHECK(to_text(refused.errors[0].allowed) == row.allowed);
  }
  // Several things wrong with one row: all are named.
  const auto all = read_municipal_tax(first_line + good + "Aarhus,x,,-1,x,x,\n");
  CHECK(all.errors.size() == 5);
  CHECK(all.rows.size() == 1);
  CHECK(read_municipal_tax("municipality\n").errors.front().code == ErrorCode::bad_header);
}

TEST_CASE("a check names every wrong row, in order") {
  const auto errors =
      RateTable::check(with("nonsense,2013-01-01,,30,pct,read,law,\n"
                            "taper_low_pct,2013-01-01,2013-12-31,30,pct,read,law,\n"
                            "\n"
                            "taper_low_pct,2015-01-01,,130,pct,read,,\n"
                            "taper_high_pct,2013-01-01,2013-12-31,55,pct,read,law,\n"
                            "taper_high_pct,2015-01-01,,55,pct,read,law,\n"));
  REQUIRE(errors.size() == 4);
  CHECK(errors[0].line == 2);
  CHECK(errors[1].line == 5);
  CHECK(errors[2].line == 5);
  CHECK(errors[3].line == 7);
  CHECK(errors[3].code == ErrorCode::hole);
  CHECK(to_text(errors[3].allowed) == "2014-01-01");
}

TEST_CASE("a rates file may have a byte-order mark, CRLF, quotes, empty lines and no last line end") {
  const std::string text =
      "\xEF\xBB\xBFkey,valid_from,valid_to,value,unit,status,source,note\r\n"
      "\r\n"
      "\"taper_low_pct\",2013-01-01,2013-12-31,\"30,5\",pct,read,\"the \"\"law\"\", § 123\r\nand more\",\r\n"
      "taper_low_pct,2014-01-01,,\"30\",pct,derived,law,a note";
  CHECK(RateTable::check(text).empty());
  const auto table = RateTable::read(text).value();
  REQUIRE(table.rows().size() == 2);
  CHECK(table.rows()[0].source == "the \"law\", § 123\r\nand more");
  CHECK(table.rows()[0].count == 305'000);
  CHECK(table.rows()[1].note == "a note");
  CHECK(table.on(date("2013-12-31")).get<RateKey::taper_low_pct>().value() == Percent::of_ten_thousandths(305'000));
  CHECK(table.on(date("2014-01-01")).get<RateKey::taper_low_pct>().value() == Percent::whole(30));
}

TEST_CASE("the published file reads to the embedded table") {
  std::ifstream in(source_file("/src/rates/rates.csv"), std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  CHECK(RateTable::check(text.str()).empty());
  const auto read = RateTable::read(text.str()).value();
  const RateTable embedded = RateTable::embedded();
  REQUIRE(read.rows().size() == embedded.rows().size());
  for (std::size_t i = 0; i < read.rows().size(); ++i) {
    const Rate &a = read.rows()[i], &b = embedded.rows()[i];
    CHECK((a.key == b.key && a.first == b.first && a.last == b.last && a.count == b.count && a.status == b.status && a.source == b.source &&
           a.note == b.note && a.exact == b.exact));
  }
}

TEST_CASE("next year's rows extend the table by a year") {
  const RateTable embedded = RateTable::embedded();
  const Month beyond = first_unknown_month();
  const std::string period = "," + to_text(first_day(beyond)) + "," + to_text(last_day(beyond + std::chrono::months{11})) + ",";
  const auto added = embedded.extended_by(with("fleksloentilskud_max_month" + period +
                                               "22000,kr/month,read,a circular,\n"
                                               "taper_threshold_month" +
                                               period + "18000,kr/month,read,a circular,\n"));
  REQUIRE(added);
  const auto statement = fleksloentilskud({.month = beyond, .pay = Pay::am_income(Money::kroner(20'000))}, *added);
  REQUIRE(statement);
  CHECK(statement->fleksloentilskud == Money::kroner(22'000 - 5'400 - 1'100));
  CHECK(added->rows().size() == embedded.rows().size() + 2);
  // What was asked before has not changed, and the first table knows nothing of it.
  CHECK(added->on(date("2026-12-31")).get<RateKey::fleksloentilskud_max_month>().value() == Money::kroner(21'600));
  CHECK(!embedded.on(beyond).get<RateKey::fleksloentilskud_max_month>());
}

TEST_CASE("a row over part of a period replaces that part only") {
  const auto table =
      RateTable::embedded().extended_by(with("fleksloentilskud_max_month,2024-04-01,2024-06-30,20000,kr/month,read,a change,\n")).value();
  const auto base = [&](const char* day) { return table.on(date(day)).get<RateKey::fleksloentilskud_max_month>().value(); };
  CHECK(base("2023-12-31") == Money::kroner(19'333));
  CHECK(base("2024-01-01") == Money::kroner(19'952));
  CHECK(base("2024-03-31") == Money::kroner(19'952));
  CHECK(base("2024-04-01") == Money::kroner(20'000));
  CHECK(base("2024-06-30") == Money::kroner(20'000));
  CHECK(base("2024-07-01") == Money::kroner(19'952));
  CHECK(base("2025-01-01") == Money::kroner(20'670));
  CHECK(table.rows(RateKey::fleksloentilskud_max_month).size() ==
        RateTable::embedded().rows(RateKey::fleksloentilskud_max_month).size() + 2);
  CHECK(table.on(date("2024-08-01")).row(RateKey::fleksloentilskud_max_month)->source ==
        RateTable::embedded().on(date("2024-08-01")).row(RateKey::fleksloentilskud_max_month)->source);
}

TEST_CASE("an open end is closed by a later row, and a stated hole can be filled") {
  const auto table = RateTable::embedded()
                         .extended_by(with("conversion_rate_hour,2018-01-01,2018-12-31,236.50,kr/hour,read,found,\n"
                                           "taper_low_pct,2028-01-01,,25,pct,read,a new law,\n"))
                         .value();
  CHECK(table.on(date("2018-05-05")).get<RateKey::conversion_rate_hour>().value() == Money::oere(23'650));
  CHECK(table.on(date("2027-12-31")).get<RateKey::taper_low_pct>().value() == Percent::whole(30));
  CHECK(table.on(date("2028-01-01")).get<RateKey::taper_low_pct>().value() == Percent::whole(25));
}

TEST_CASE("rows that would leave a hole are refused") {
  const Month beyond = first_unknown_month();
  const std::string early = to_text(first_day(month_after(beyond)));
  const auto table = RateTable::embedded().extended_by(with("fleksloentilskud_max_month," + early + ",,23000,kr/month,read,early,\n"));
  REQUIRE(!table);
  CHECK(table.error().code == ErrorCode::hole);
  CHECK(table.error().field.text() == "fleksloentilskud_max_month");
  CHECK(table.error().given == early);
  CHECK(to_text(table.error().allowed) == to_text(first_day(beyond)));
}

TEST_CASE("rows at hand take the place of what they cover, and may leave no hole before them") {
  const auto day = [](const char* text) { return std::chrono::sys_days{date(text)}; };
  const auto rate = [&](const char* first, const char* last) {
    return Rate{.key = RateKey::taper_low_pct, .first = day(first), .last = day(last), .count = 250'000, .source = "at hand"};
  };
  const RateTable table = RateTable::read(with("taper_low_pct,2013-01-01,2013-12-31,30,pct,read,law,\n")).value();
  const Rate overlapping[] = {rate("2013-12-01", "2014-06-30"), rate("2014-03-01", "2014-12-31"), rate("2012-01-01", "2012-12-31")};
  const RateTable more = table.extended_by(overlapping).value();
  const auto first_days = [](const RateTable& of) {
    std::string text;
    for (const Rate& each : of.rows()) text += to_text(Date{each.first}) + " ";
    return text;
  };
  CHECK(first_days(more) == "2012-01-01 2013-01-01 2013-12-01 2014-03-01 ");
  CHECK(more.on(date("2014-02-28")).find(RateKey::taper_low_pct)->last == day("2014-02-28"));
  CHECK(more.on(date("2011-12-31")).find(RateKey::taper_low_pct) == nullptr);
  const Rate later[] = {rate("2014-01-02", "2014-12-31")};
  CHECK(table.extended_by(later).error() ==
        Error{.code = ErrorCode::hole, .field = "taper_low_pct", .given = "2014-01-02", .allowed = Exactly{date("2014-01-01")}});
  CHECK(first_days(table.extended_by(std::span<const Rate>{}).value()) == "2013-01-01 ");
}

TEST_CASE("rows written as a file read back the same, quotation marks and line breaks too") {
  Rate rate{.key = RateKey::taper_low_pct,
            .first = std::chrono::sys_days{date("2013-01-01")},
            .last = Rate::open,
            .count = 305'000,
            .source = "the \"law\", § 123",
            .note = "one\ntwo"};
  const Rate* const one[] = {&rate};
  const std::string text = to_csv(one);
  CHECK(text == header + "taper_low_pct,2013-01-01,,30.5,pct,read,\"the \"\"law\"\", § 123\",\"one\ntwo\"\n");
  const RateTable table = RateTable::read(text).value();
  REQUIRE(table.rows().size() == 1);
  CHECK(table.rows()[0].source == rate.source);
  CHECK(table.rows()[0].note == rate.note);
}

TEST_CASE("rows at hand need only their count, and are checked like a file's") {
  const auto day = [](const char* text) { return std::chrono::sys_days{date(text)}; };
  Rate rate{.key = RateKey::fleksloentilskud_max_month,
            .first = day("2027-01-01"),
            .last = day("2027-12-31"),
            .count = 2'200'000,
            .source = "at hand"};
  const RateTable embedded = RateTable::embedded();
  const auto table = embedded.extended_by(std::span<const Rate>(&rate, 1));
  REQUIRE(table);
  CHECK(table->on(date("2027-06-01")).find(rate.key)->exact == Exact::of(Money::kroner(22'000)));
  const auto refused = [&](ErrorCode code) {
    const auto wrong = embedded.extended_by(std::span<const Rate>(&rate, 1));
    return !wrong && wrong.error().code == code && wrong.error().field.text() == info(rate.key).name;
  };
  rate.last = day("2026-12-31");
  CHECK(refused(ErrorCode::out_of_range));
  rate.last = day("2027-12-31");
  rate.count = -1;
  CHECK(refused(ErrorCode::negative));
  rate.count = largest_amount.in_oere() + 1;
  CHECK(refused(ErrorCode::too_large));
  rate = {.key = RateKey::taper_low_pct, .first = day("2027-01-01"), .last = Rate::open, .count = 1'000'001, .source = "at hand"};
  CHECK(refused(ErrorCode::too_large));
  rate.count = 250'000;
  rate.source = "";
  CHECK(refused(ErrorCode::missing_source));
}

TEST_CASE("random damage to a rates file is found or read, never more") {
  std::ifstream in(source_file("/src/rates/rates.csv"), std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  const std::string text = all.str().substr(0, 6'000);
  std::mt19937_64 engine(3);
  constexpr std::string_view bytes(",\"\n\r\0009x-\xC3", 9);
  for (int i = 0; i < 2'000; ++i) {
    std::string damaged = text;
    for (auto n = 1 + engine() % 4; n > 0; --n) {
      const auto at = engine() % damaged.size();
      switch (engine() % 3) {
        case 0: damaged[at] = bytes[engine() % bytes.size()]; break;
        case 1: damaged.erase(at, 1 + engine() % 40); break;
        default: damaged.insert(at, 1, bytes[engine() % bytes.size()]);
      }
    }
    const auto errors = RateTable::check(damaged);
    const auto table = RateTable::read(damaged);
    if (table.has_value() != errors.empty()) FAIL(i);
    for (const Error& error : errors)
      if (error.line < 1) FAIL(i);
  }
}
