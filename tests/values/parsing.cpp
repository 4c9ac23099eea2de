#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

#include <random>

using namespace fleks;
using namespace std::string_view_literals;

TEST_CASE("Money::parse reads kroner with a point or a Danish comma") {
  struct Row {
    std::string_view text;
    std::int64_t oere;
  };
  const Row rows[] = {
      {"0", 0},
      {"15600", 1'560'000},
      {"15600.5", 1'560'050},
      {"15600.50", 1'560'050},
      {"15600,5", 1'560'050},
      {"15.600,00", 1'560'000},
      {"1.234.567,89", 123'456'789},
      {"0,01", 1},
      {"0.01", 1},
      {"007", 700},
      {"00000000000000000000000001", 100},
      {"100000000", 10'000'000'000},
      {"100.000.000,00", 10'000'000'000},
      {"999,99", 99'999},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto read = Money::parse(row.text);
    REQUIRE(read);
    CHECK(read->in_oere() == row.oere);
  }
}

TEST_CASE("Money::parse refuses, and says why") {
  struct Row {
    std::string_view text;
    ErrorCode code;
  };
  const Row rows[] = {
      {"", ErrorCode::empty},
      {"-5", ErrorCode::negative},
      {"-0.01", ErrorCode::negative},
      {"-1.234,56", ErrorCode::negative},
      {"-99999999999999999999", ErrorCode::negative},
      {"-0", ErrorCode::not_a_number},
      {"-", ErrorCode::not_a_number},
      {"--5", ErrorCode::not_a_number},
      {"+5", ErrorCode::not_a_number},
      {" 5", ErrorCode::not_a_number},
      {"5 ", ErrorCode::not_a_number},
      {"1 000", ErrorCode::not_a_number},
      {"1e4", ErrorCode::not_a_number},
      {"0x10", ErrorCode::not_a_number},
      {"NaN", ErrorCode::not_a_number},
      {"inf", ErrorCode::not_a_number},
      {"abc", ErrorCode::not_a_number},
      {"kr. 5", ErrorCode::not_a_number},
      {"5 kr", ErrorCode::not_a_number},
      {"5%", ErrorCode::not_a_number},
      {"5.", ErrorCode::not_a_number},
      {".5", ErrorCode::not_a_number},
      {",5", ErrorCode::not_a_number},
      {"5,", ErrorCode::not_a_number},
      {".", ErrorCode::not_a_number},
      {",", ErrorCode::not_a_number},
      {"5\n", ErrorCode::not_a_number},
      {"5\0"sv, ErrorCode::not_a_number},
      {"\0"sv, ErrorCode::not_a_number},
      {"5\0006"sv, ErrorCode::not_a_number},
      {"\xD9\xA1\xD9\xA2", ErrorCode::not_a_number},  // Arabic digits
      {"\xEF\xBC\x91", ErrorCode::not_a_number},      // full-width 1
      {"1\xC2\xA0"
       "000",
       ErrorCode::not_a_number},  // non-breaking space
      {"\xE2\x88\x92"
       "5",
       ErrorCode::not_a_number},  // the minus sign of typography
      {"\xFF\xFE", ErrorCode::not_a_number},
      {"12,345.67", ErrorCode::contradicting_marks},
      {"1.5600,00", ErrorCode::contradicting_marks},
      {"1234.567,00", ErrorCode::contradicting_marks},
      {"1..000,00", ErrorCode::contradicting_marks},
      {".123,00", ErrorCode::contradicting_marks},
      {"1.234.567", ErrorCode::contradicting_marks},
      {"1,234,567", ErrorCode::contradicting_marks},
      {"1.2.3,4", ErrorCode::contradicting_marks},
      {"1,2,3", ErrorCode::contradicting_marks},
      {"1.234", ErrorCode::too_many_decimals},
      {"1,234", ErrorCode::too_many_decimals},
      {"0.001", ErrorCode::too_many_decimals},
      {"1.000", ErrorCode::too_many_decimals},
      {"100000000.01", ErrorCode::too_large},
      {"100000001", ErrorCode::too_large},
      {"99999999999999999999", ErrorCode::too_large},
      {"9223372036854775807", ErrorCode::too_large},
      {"92233720368547758.08", ErrorCode::too_large},
      {"170141183460469231731687303715884105728", ErrorCode::too_large},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto read = Money::parse(row.text);
    REQUIRE(!read);
    CHECK(read.error().code == row.code);
    CHECK(read.error().given == row.text);
    CHECK(to_text(read.error().allowed) == "0-100000000");
  }
  CHECK(Money::parse(std::string(1'000'000, '9')).error().code == ErrorCode::too_large);
  CHECK(Money::parse(std::string(1'000'000, '9')).error().given.size() < 100);
  CHECK(Money::parse(std::string(1'000'000, 'x')).error().code == ErrorCode::not_a_number);
  CHECK_THROWS_AS((void)Money::parse("1e4").value(), BadResult);
}

TEST_CASE("Percent, Hours and Days: at most four decimals, and their ends") {
  CHECK(Percent::parse("12.11").value() == Percent::of_ten_thousandths(121'100));
  CHECK(Percent::parse("0,0001").value() == Percent::of_ten_thousandths(1));
  CHECK(Percent::parse("100").value() == Percent::whole(100));
  CHECK(Percent::parse("100,0000").value() == Percent::whole(100));
  CHECK(Percent::parse("100.0001").error().code == ErrorCode::too_large);
  CHECK(Percent::parse("12.11111").error().code == ErrorCode::too_many_decimals);
  CHECK(Percent::parse("-1").error().code == ErrorCode::negative);
  CHECK(Percent::parse("5%").error().code == ErrorCode::not_a_number);
  CHECK(Percent::parse("").error().code == ErrorCode::empty);
  CHECK(Hours::parse("6,75", hours_in_a_week).value() == Hours::of_ten_thousandths(67'500));
  CHECK(Hours::parse("168", hours_in_a_week).value() == hours_in_a_week);
  CHECK(Hours::parse("168.0001", hours_in_a_week).error().code == ErrorCode::too_large);
  CHECK(Hours::parse("744", hours_in_a_month).value() == hours_in_a_month);
  CHECK(Hours::parse("0.33333", hours_in_a_week).error().code == ErrorCode::too_many_decimals);
  CHECK(Days::parse("2,08", Days::whole(31)).value() == Days::of_ten_thousandths(20'800));
  CHECK(Days::parse("31.0001", Days::whole(31)).error().code == ErrorCode::too_large);
  CHECK(to_text(Days::parse("31.0001", Days::whole(31)).error().allowed) == "0-31");
}

TEST_CASE("Percent is a reduced fraction") {
  CHECK(Percent::whole(30).numerator() == 3);
  CHECK(Percent::whole(30).denominator() == 10);
  CHECK(Percent::of_ten_thousandths(121'100).numerator() == 1211);
  CHECK(Percent::of_ten_thousandths(121'100).denominator() == 10'000);
  CHECK(Percent{}.numerator() == 0);
  CHECK(Percent{}.denominator() == 1);
  CHECK(Percent{} == Percent::whole(0));
  CHECK(Exact::of(Percent{}).denominator() == 1);
  CHECK(Percent::whole(30) < Percent::whole(55));
}

TEST_CASE("what is written is read back") {
  std::mt19937_64 engine(7);
  for (int i = 0; i < 100'000; ++i) {
    const auto oere = static_cast<std::int64_t>(engine() % 10'000'000'001u);
    const auto share = static_cast<std::int64_t>(engine() % 1'000'001u);
    const auto hours = static_cast<std::int64_t>(engine() % 1'680'001u);
    if (Money::parse(to_text(Money::oere(oere))).value() != Money::oere(oere)) FAIL("kroner " << oere);
    if (Percent::parse(to_text(Percent::of_ten_thousandths(share))).value() != Percent::of_ten_thousandths(share))
      FAIL("percent " << share);
    if (Hours::parse(to_text(Hours::of_ten_thousandths(hours)), hours_in_a_week).value() != Hours::of_ten_thousandths(hours))
      FAIL("hours " << hours);
  }
  CHECK(to_text(Money::oere(-5)) == "-0.05");
  CHECK(to_text(Money::oere(INT64_MIN)) == "-92233720368547758.08");
  CHECK(to_text(Percent::whole(5)) == "5");
  CHECK(to_text(Days::of_ten_thousandths(20'800)) == "2.08");
}

TEST_CASE("random bytes never break a parser") {
  std::mt19937_64 engine(11);
  constexpr std::string_view alphabet("0123456789.,-+e \0\xC3\xA6x", 19);
  for (int i = 0; i < 200'000; ++i) {
    std::string text;
    for (auto length = engine() % 12; length > 0; --length) text += alphabet[engine() % alphabet.size()];
    const auto money = Money::parse(text);
    if (money && (*money < Money{} || *money > largest_amount)) FAIL(text);
    const auto month = parse_month(text);
    if (month && to_text(*month) != text) FAIL(text);
    const auto date = parse_date(text);
    if (date && to_text(*date) != text) FAIL(text);
  }
}

TEST_CASE("Money: overflow is an error and never wraps") {
  const Money most = Money::oere(INT64_MAX), least = Money::oere(INT64_MIN), one = Money::oere(1);
  CHECK_THROWS_AS((void)(most + one), MoneyOverflow);
  CHECK_THROWS_AS((void)(least - one), MoneyOverflow);
  CHECK_THROWS_AS((void)-least, MoneyOverflow);
  CHECK_THROWS_AS((void)Money::kroner(INT64_MAX / 100 + 1), MoneyOverflow);
  CHECK_THROWS_AS((void)Money::kroner(INT64_MIN / 100 - 1), MoneyOverflow);
  CHECK(Money::kroner(INT64_MAX / 100).in_oere() == INT64_MAX / 100 * 100);
  Money sum = most;
  CHECK_THROWS_AS(sum += one, MoneyOverflow);
  CHECK((-most + most) == Money{});
}
