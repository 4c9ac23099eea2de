#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "agreement/agreement.hpp"

// A population file: its header, its records, each form a row may have and each thing it may not be; and its summary,
// counted a second time from the oracle's amounts.

using namespace fleks;

namespace {

const std::string needed = "id,month,am_income,own_pension,employer_pension";

struct Computed {
  std::string text;
  std::vector<BadRow> bad;
  std::int64_t lines = 0;
};

Computed compute(std::string_view header, std::string_view rows, std::span<const Reform> reforms = {}, PopulationSummary* summary = nullptr,
                 const Scenario& today = {}) {
  PopulationWorker worker(TableLayout::read(header).value(), today, reforms, summary);
  Computed c;
  TextBuffer out;
  c.lines = worker.run(rows, out, c.bad);
  c.text = std::string(out.text());
  return c;
}

/// The line that a row gives, from the single call's amounts.
std::string line_of(const std::string& id, const MonthFacts& f) {
  const auto s = fleksloentilskud(f, agreement::table()).value();
  const auto shown = [](const Exact& amount) { return to_text(amount.round(Rounding::half_up).value()); };
  return id + "," + to_text(f.month) + "," + shown(s.taper) + "," + shown(s.before_ceiling) + "," + shown(s.ceiling_cut) + "," +
         shown(s.holiday_cut) + "," + to_text(s.fleksloentilskud) + "," + to_text(s.own_atp) + "," + to_text(s.payout) + "," +
         to_text(s.obligatory_pension) + "\n";
}

/// The same as a file with semicolons has it.
std::string danish(std::string line) {
  for (char& c : line) c = c == ',' ? ';' : c == '.' ? ',' : c;
  return line;
}

MonthFacts month_of(const char* month, std::int64_t am_income_in_oere) {
  MonthFacts f;
  f.month = parse_month(month).value();
  f.pay = Pay::am_income(Money::oere(am_income_in_oere));
  return f;
}

Reform reform_of(const std::string& json, const std::string& ceilings = {}) {
  return read_reform(json, [&](std::string_view) -> Result<std::string> { return ceilings; }).value();
}

}  // namespace

TEST_CASE("a row in any form is the month of its facts") {
  auto all = month_of("2024-03", 1'234'567);
  all.own_pension = Contribution::of(Money::oere(50'050));
  all.employer_pension = Contribution::of(Money::kroner(1'200));
  all.other_wage = Money::kroner(700);
  all.daily_benefit = Money::kroner(300);
  all.ledighedsydelse_days = Days::of_ten_thousandths(25'000);
  all.ceiling = Ceiling::stated(Money::kroner(25'000));
  const std::string every =
      needed + ",other_wage,daily_benefit,ledighedsydelse_days,ceiling,paid_hours,hourly_wage,weekly_hours,agreement_area";
  // Plain digits are read by one reader, quoted and grouped ones by another.
  for (const char* row : {"a,2024-03,12345.67,500.5,1200,700,300,2.5,25000,78,160,18,12\n",
                          "a,2024-03,12345.67,500.5,1200,700,300,2.5,25000,78.0000,160.00,18,12",
                          "\"a\",2024-03,12345.67,500.50,1200,700,300,2.5,25000,78,160,18,\"1,2\"\n"}) {
    CAPTURE(row);
    const auto c = compute(every, row);
    CHECK(c.bad.empty());
    CHECK(c.text == line_of("a", all));
  }
  std::string semicolons = every;
  std::replace(semicolons.begin(), semicolons.end(), ',', ';');
  for (const char* row : {"a;2024-03;12345,67;500,5;1200;700;300;2,5;25000;78;160;18;1,2\n",
                          "a;2024-03;12.345,67;500,5;1.200,00;700;300;2,5;25.000,0;78;160;18;12\r\n"}) {
    CAPTURE(row);
    CHECK(compute(semicolons, row).text == danish(line_of("a", all)));
  }
  // Empty is the same as no such column, read by either.
  for (const char* row : {"a,2024-03,15600,0,0,,,,,,,,\n", "\"a\",2024-03,15600,0,0,,,,,,,,\n"})
    CHECK(compute(every, row).text == line_of("a", month_of("2024-03", 1'560'000)));
  // An id of any text is written so that it can be read again.
  CHECK(compute(needed, "\"a,\"\"b\"\"\",2024-03,15600,0,0\n").text == line_of("\"a,\"\"b\"\"\"", month_of("2024-03", 1'560'000)));
  std::string five = needed;
  std::replace(five.begin(), five.end(), ',', ';');
  CHECK(compute(five, "a/b;2024-03;15600;0;0\n").text == danish(line_of("a/b", month_of("2024-03", 1'560'000))));
  CHECK(compute(five, "a,b;2024-03;15600;0;0\n").text.starts_with("a,b;2024-03;4680,00;"));
  CHECK(compute(five, "\"a;b\";2024-03;15600;0;0\n").text.starts_with("\"a;b\";2024-03;4680,00;"));
  CHECK(compute(needed, "a;b,2024-03,15600,0,0\n").text.starts_with("a;b,2024-03,4680.00,"));
  CHECK(compute("month,am_income,own_pension,employer_pension,id", "2024-03,15600,0,0,last\r\n").text ==
        line_of("last", month_of("2024-03", 1'560'000)));
}

// BEK 110/2021 § 9: what was paid for the days is deducted krone for krone, and has to be known.
TEST_CASE("FLT-12: ledighedsydelse of a row is deducted krone for krone to March 2022, and the days alone do after") {
  const std::string header = needed + ",ledighedsydelse_days,ledighedsydelse";
  for (const char* month : {"2021-08", "2022-03", "2022-04", "2024-03"}) {
    CAPTURE(month);
    auto facts = month_of(month, 900'000);
    facts.ledighedsydelse_days = Days::whole(3);
    facts.ledighedsydelse = Money::oere(248'850);
    std::string many;
    for (int row = 0; row < 700; ++row) many += std::string("a,") + month + ",9000,0,0,3,2488.50\nb," + month + ",9000,0,0,,\n";
    const auto c = compute(header, many);
    CHECK(c.bad.empty());
    CHECK(c.text.starts_with(line_of("a", facts) + line_of("b", month_of(month, 900'000))));
    CHECK(c.text.ends_with(line_of("a", facts) + line_of("b", month_of(month, 900'000))));
  }
  const auto refused = [&](const std::string& row) {
    auto c = compute(header, row + "\n");
    REQUIRE(c.bad.size() == 1);
    return std::move(c.bad[0].error);
  };
  CHECK(refused("a,2022-03,9000,0,0,3,").code == ErrorCode::missing_fact);
  CHECK(refused("a,2022-03,9000,0,0,3,").field.text() == "ledighedsydelse");
  CHECK(refused("a,2022-03,9000,0,0,3,-1").code == ErrorCode::negative);
  CHECK(refused("a,2024-03,9000,0,0,,100").code == ErrorCode::exclusive_facts);
  CHECK(refused("a,2024-03,9000,0,0,0,100").field.text() == "ledighedsydelse");
  CHECK(compute(header, "a,2024-03,9000,0,0,0,0\n").bad.empty());
}

TEST_CASE("amounts of every length are written as they are") {
  for (const std::int64_t kroner : {0, 1, 9, 10, 99, 100, 999, 1'000, 9'999, 10'000, 99'999, 100'000, 999'999, 1'000'000, 9'999'999,
                                    10'000'000, 18'181'819, 99'999'999}) {
    const auto f = month_of("2020-06", kroner * 100 + 37);
    CHECK(compute(needed, "7,2020-06," + to_text(f.pay.amount) + ",0,0\n").text == line_of("7", f));
  }
}

TEST_CASE("lines without a row are passed over and counted; a text without rows gives nothing") {
  const std::string row = "7,2024-03,15600,0,0";
  const std::string computed = line_of("7", month_of("2024-03", 1'560'000));
  const auto c = compute(needed, "\n" + row + "\n\r\n\n" + row);
  CHECK(c.text == computed + computed);
  CHECK(c.lines == 5);
  CHECK(compute(needed, "").lines == 0);
  CHECK(compute(needed, "\n\n").text.empty());
  // More rows than are computed at once, and a row over two lines.
  std::string many, expected;
  for (int i = 0; i < 1'500; ++i) {
    many += row + "\n";
    expected += computed;
  }
  const auto after = compute(needed, many + "\"8\n9\",2024-03,15600,0,0\nx\n");
  CHECK(after.text == expected + line_of("\"8\n9\"", month_of("2024-03", 1'560'000)));
  REQUIRE(after.bad.size() == 1);
  CHECK(after.bad[0].error.line == 1'503);
  CHECK(after.lines == 1'503);
}

TEST_CASE("a population row that cannot be computed is named by line, column and what is allowed, and kept as it stood") {
  const std::string header = needed + ",ledighedsydelse_days,ceiling,paid_hours,hourly_wage,weekly_hours";
  struct Row {
    std::string row;
    ErrorCode code;
    const char *field, *allowed;
  };
  const Row rows[] = {
      {",2024-03,1,0,0,,,,,", ErrorCode::empty, "id", ""},
      {"a,2024-00,1,0,0,,,,,", ErrorCode::no_such_date, "month", "YYYY-MM"},
      {"a,2024-13,1,0,0,,,,,", ErrorCode::no_such_date, "month", "YYYY-MM"},
      {"a,202-03,1,0,0,,,,,", ErrorCode::no_such_date, "month", "YYYY-MM"},
      {"a,2024/03,1,0,0,,,,,", ErrorCode::no_such_date, "month", "YYYY-MM"},
      {"a,2012-12,1,0,0,,,,,", ErrorCode::no_rate, "fleksloentilskud_max_month", ""},
      {"a,1999-12,1,0,0,,,,,", ErrorCode::no_rate, "fleksloentilskud_max_month", ""},
      {"a,2100-01,1,0,0,,,,,", ErrorCode::no_rate, "fleksloentilskud_max_month", ""},
      {"a,2024-03,,0,0,,,,,", ErrorCode::empty, "am_income", "0-100000000"},
      {"a,2024-03,1.,0,0,,,,,", ErrorCode::not_a_number, "am_income", "0-100000000"},
      {"a,2024-03,1,0x,0,,,,,", ErrorCode::not_a_number, "own_pension", "0-100000000"},
      {"a,2024-03,1,0,-1,,,,,", ErrorCode::negative, "employer_pension", "only with id, month"},
      {"a,2024-03,1,0,--1,,,,,", ErrorCode::not_a_number, "employer_pension", "0-100000000"},
      {"a,2024-03,1,0,-0,,,,,", ErrorCode::not_a_number, "employer_pension", "0-100000000"},
      {"a,2024-03,1,0,0,,-1,,,", ErrorCode::negative, "ceiling", "0-100000000"},
      {"a,2024-03,123456789,0,0,,,,,", ErrorCode::too_large, "am_income", "0-100000000"},
      {"a,2024-03,1,0,0,31.0001,,,,", ErrorCode::too_large, "ledighedsydelse_days", "0-31"},
      {"a,2024-03,1,0,0,,1.234,,,", ErrorCode::too_many_decimals, "ceiling", "0-100000000"},
      {"a,2024-03,1,0,0,,,744.5,,", ErrorCode::too_large, "paid_hours", "0-744"},
      {"a,2024-03,1,0,0,,,,x,", ErrorCode::not_a_number, "hourly_wage", "0-100000000"},
      {"a,2024-03,1,0,0,,,,,168.5", ErrorCode::too_large, "weekly_hours", "0-168"},
      {"a,2024-03,1,0,0,,,,,18x", ErrorCode::not_a_number, "weekly_hours", "0-168"},
      {"a,2024-03,1,0,0,,,,", ErrorCode::bad_row, "row", "10"},
      {"a,2024-03,1,0,0,,,,,,", ErrorCode::bad_row, "row", "10"},
      {"\"a\"b,2024-03,1,0,0,,,,,", ErrorCode::bad_row, "row", "\"a,b\", \"a \"\"b\"\"\""},
      {"\rx", ErrorCode::bad_row, "row", "10"},
      {"a\xFF,2024-03,1,0,0,,,,,", ErrorCode::not_text, "row", ""},
      {"a;b,2024-03,15600,0,0,,,,,18\rx", ErrorCode::not_a_number, "weekly_hours", "0-168"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.row);
    const std::string good = "ok,2024-03,15600,0,0,,,,,\n";
    const auto c = compute(header, good + row.row + "\r\n" + good);
    REQUIRE(c.bad.size() == 1);
    CHECK(c.bad[0].error.code == row.code);
    CHECK(c.bad[0].error.field.text() == row.field);
    CHECK(to_text(c.bad[0].error.allowed) == row.allowed);
    CHECK(c.bad[0].error.line == 2);
    CHECK(c.bad[0].row == row.row);
    CHECK(c.text == line_of("ok", month_of("2024-03", 1'560'000)) + line_of("ok", month_of("2024-03", 1'560'000)));
  }
  // Longer than any row, plain or quoted: named, and not kept.
  const std::string endless(longest_record, 'x');
  for (const std::string& row : {endless + ",2024-03,1,0,0,,,,,\n", "\"" + endless + "\",2024-03,1,0,0,,,,,\n"}) {
    const auto c = compute(header, row);
    REQUIRE(c.bad.size() == 1);
    CHECK(c.bad[0].error.code == ErrorCode::record_too_long);
    CHECK(to_text(c.bad[0].error.allowed) == "<= 1048576");
    CHECK(c.bad[0].row.empty());
  }
  // A quotation mark that is never closed takes the rest.
  const auto open = compute(header, "\"a,2024-03,1,0,0,,,,,\nb,2024-03,1,0,0,,,,,\n");
  REQUIRE(open.bad.size() == 1);
  CHECK(open.bad[0].error.code == ErrorCode::bad_row);
  CHECK(open.lines == 2);
}

TEST_CASE("reforms stand beside today's law from their first month on, with ceilings by agreement area where they have them") {
  const std::string areas = "agreement_area,ceiling\n1,20000\n2,21000\n";
  const Reform reforms[] = {reform_of(R"({"id":"areas","title":"Ceilings","from":"2024-01","ceilings":"areas.csv"})", areas),
                            reform_of(R"({"id":"low","title":"Lower","from":"2025-01","rates":{"taper_low_pct":25}})")};
  CHECK(population_output_header(reforms) ==
        "id,month,taper,before_ceiling,ceiling_cut,holiday_cut,fleksloentilskud,own_atp,payout,obligatory_pension,areas_fleksloentilskud,"
        "areas_payout,areas_difference,low_fleksloentilskud,low_payout,low_difference\n");
  const auto today = [](const char* month, std::int64_t ceiling) {
    auto f = month_of(month, 1'000'000);
    f.ceiling = Ceiling::stated(Money::kroner(ceiling));
    const std::string line = line_of("a", f);
    return line.substr(0, line.size() - 1);
  };
  const auto c = compute(needed + ",ceiling,agreement_area",
                         "a,2024-03,10000,0,0,22000,1\n"  // 20.000 - 10.000 in place of 22.000 - 10.000
                         "a,2024-03,10000,0,0,22000,3\n"  // no ceiling of that area: the employer's
                         "a,2024-03,10000,0,0,22000,\n"
                         "a,2023-12,10000,0,0,22000,1\n"   // before any of the reforms
                         "a,2025-01,10000,0,0,30000,2\n",  // 20.670 - 25 pct. of 10.000 = 18.170; 21.000 - 10.000 under the areas'
                         reforms);
  CHECK(c.bad.empty());
  CHECK(c.text == today("2024-03", 22'000) + ",10000.00,9500.00,-2000.00,12000.00,11500.00,0.00\n" +   //
                      today("2024-03", 22'000) + ",12000.00,11500.00,0.00,12000.00,11500.00,0.00\n" +  //
                      today("2024-03", 22'000) + ",12000.00,11500.00,0.00,12000.00,11500.00,0.00\n" +  //
                      today("2023-12", 22'000) + ",12000.00,11500.00,0.00,12000.00,11500.00,0.00\n" +  //
                      today("2025-01", 30'000) + ",11000.00,10500.00,-6670.00,18170.00,17670.00,500.00\n");
}

TEST_CASE("a reform by hours asks each row for them; weekly hours are turned into the month's (TIME-2)") {
  const Reform by_hours[] = {
      reform_of(R"({"id":"hours","title":"By hours","from":"2024-01","rules":{"FLT-8":"by_hours","FLT-11":"off"}})")};
  const auto c = compute(needed + ",paid_hours,weekly_hours",
                         "a,2025-03,10000,0,0,,18.5\n"
                         "b,2025-03,10000,0,0,80.166666,1\n"  // what is given of the month goes before the week's
                         "c,2025-03,10000,0,0,80.1667,1\n"
                         "d,2025-03,10000,0,0,,\n",
                         by_hours);
  // 20.670 x (37 - 18,5) / 37 = 10.335
  CHECK(c.text.find(",10335.00,9835.00,-7335.00\n") != std::string::npos);
  REQUIRE(c.bad.size() == 2);
  CHECK(c.bad[0].error.field.text() == "paid_hours");
  CHECK(c.bad[0].error.code == ErrorCode::too_many_decimals);
  CHECK(c.bad[1].error.line == 4);
  CHECK(c.bad[1].error.field.text() == "paid_hours");
  CHECK(c.bad[1].error.code == ErrorCode::missing_fact);
  CHECK(to_text(c.bad[1].error.allowed) == "0-744");
  // Weekly hours alone are enough.
  CHECK(compute(needed + ",weekly_hours", "a,2025-03,10000,0,0,18.5\n", by_hours).text.find(",10335.00,") != std::string::npos);
}

TEST_CASE("what is counted: mean half up, deciles to the width of a bin, and nothing of nothing") {
  Counted c(-10, 10, 5);
  CHECK(c.mean() == 0);
  CHECK(c.decile(5) == 0);
  for (const std::int64_t value : {-100, -7, -1, 0, 4, 5, 10, 999}) c.add(value);
  CHECK(c.bins() == std::vector<std::int64_t>{2, 1, 2, 1, 2});
  CHECK(c.count() == 8);
  CHECK(c.sum() == 910);
  CHECK(c.mean() == 114);  // 113,75
  CHECK(c.decile(1) == -10);
  CHECK(c.decile(3) == -5);
  CHECK(c.decile(5) == 0);
  CHECK(c.decile(9) == 10);
  Counted below(-10, 10, 5);
  below.add(-1);
  below.add(-2);
  CHECK(below.mean() == -1);  // -1,5
  below.add(c);
  CHECK(below.count() == 10);
  CHECK(below.sum() == 907);
  CHECK(below.bins() == std::vector<std::int64_t>{2, 3, 2, 1, 2});
}

// The summary a second time: every row by the oracle, sorted and added up.
namespace {

struct SampleRow {
  MonthFacts f;
  std::optional<Hours> weekly;
  Money hourly;
};

struct Kept {
  std::vector<std::int64_t> per_mille, amounts;
  HourClasses all;
  void put(std::int64_t kept, std::int64_t pay) {
    amounts.push_back(kept);
    per_mille.push_back(oracle::half_up(oracle::ratio(kept * 1'000, pay)));
    const oracle::Number share = oracle::ratio(kept, pay);
    ++(kept <= 0 ? all.nothing : share < oracle::ratio(1, 5) ? all.under_20 : all.more);
  }
};

std::int64_t mean(const std::vector<std::int64_t>& values) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) sum += value;
  return oracle::half_up(oracle::ratio(sum, static_cast<std::int64_t>(values.size())));
}
/// The smallest value up to which at least so many tenths of all lie, down to the width of a bin.
std::int64_t decile(std::vector<std::int64_t> values, int tenths, std::int64_t width) {
  std::sort(values.begin(), values.end());
  const auto count = static_cast<std::int64_t>(values.size());
  const auto at = std::max<std::int64_t>(1, (count * tenths + 9) / 10) - 1;
  return oracle::floor_of(oracle::ratio(values[static_cast<std::size_t>(at)], width)) * width;
}

void same(const Counted& counted, const std::vector<std::int64_t>& values) {
  REQUIRE(counted.count() == static_cast<std::int64_t>(values.size()));
  if (values.empty()) return;
  CHECK(counted.mean() == mean(values));
  for (int tenths = 1; tenths <= 9; ++tenths) CHECK(counted.decile(tenths) == decile(values, tenths, counted.width()));
}
void same(const HourClasses& a, const HourClasses& b) {
  CHECK(a.nothing == b.nothing);
  CHECK(a.under_20 == b.under_20);
  CHECK(a.more == b.more);
}
void same(const HourWorth& worth, const Kept& kept) {
  same(worth.share, kept.per_mille);
  same(worth.amount, kept.amounts);
  same(worth.all, kept.all);
  HourClasses bands;
  for (const auto& of_wage : worth.by_band)
    for (const auto& band : of_wage) bands.add(band);
  same(bands, kept.all);
}

/// A month by the oracle, today or with another taper; the ATP of the pay is known with its hours.
oracle::MonthResult month_by_oracle(const MonthFacts& f, const std::optional<oracle::Number>& taper_low) {
  oracle::MonthRates rates = agreement::rates_of(f.month);
  if (taper_low) rates.taper_low = *taper_low;
  return oracle::month(agreement::in_oracle_words(f), {}, rates);
}
/// A twelfth of the tax and AM-bidrag of twelve such months, average municipality.
oracle::Ore twelfth_of_tax(const MonthFacts& f, oracle::Ore payout) {
  const int year = int{f.month.year()};
  const auto rates = agreement::rates_of(f.month.year() / std::chrono::January);
  oracle::TaxFacts t;
  oracle::Number own_atp = 0, employer_atp = 0;
  if (f.paid_hours && *f.paid_hours > Hours{}) {
    own_atp = oracle::own_atp_of_wage(agreement::plain(*f.paid_hours), rates);
    employer_atp = oracle::employer_atp_of_wage(agreement::plain(*f.paid_hours), rates);
  }
  t.own_pension = 12 * agreement::kroner(f.own_pension.amount());
  t.own_atp = 12 * own_atp;
  t.employer_pension = 12 * agreement::kroner(f.employer_pension.amount());
  t.employer_atp = 12 * employer_atp;
  t.gross_pay = 12 * agreement::kroner(f.pay.amount) + t.own_pension + t.own_atp;
  t.income_without_am = 12 * (oracle::kroner(payout) + agreement::kroner(f.daily_benefit));
  t.municipal_pct = agreement::book().get("tax_municipal_average_pct", {year, 1, 1});
  return oracle::to_ore(oracle::tax(t, oracle::tax_rates(agreement::book(), year)).am_and_tax / 12);
}

}  // namespace

TEST_CASE("a population's summary is what the oracle's amounts add up to, today and under a reform") {
  const std::string header = needed + ",other_wage,daily_benefit,ceiling,paid_hours,hourly_wage,weekly_hours";
  const Reform reforms[] = {reform_of(R"({"id":"low","title":"Lower","from":"2025-01","rates":{"taper_low_pct":20}})")};
  std::mt19937_64 dice(11);
  const auto between = [&](std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most - least + 1));
  };
  std::string text;
  std::vector<SampleRow> rows;
  for (int i = 0; i < 400; ++i) {
    SampleRow row;
    // 2018 and 2025 have the taxes of an average municipality, 2024 has none.
    const char* months[] = {"2018-05", "2024-02", "2025-03", "2025-11"};
    row.f = month_of(months[between(0, 3)], between(0, 2'500'000));
    row.f.own_pension = Contribution::of(Money::oere(between(0, 1) * between(0, 150'000)));
    row.f.employer_pension = Contribution::of(Money::oere(between(0, 1) * between(0, 300'000)));
    row.f.other_wage = Money::oere(between(0, 3) == 0 ? between(0, 1'500'000) : 0);
    row.f.daily_benefit = Money::oere(between(0, 3) == 0 ? between(0, 800'000) : 0);
    if (between(0, 3) != 0) row.f.ceiling = Ceiling::stated(Money::oere(between(1'500'000, 3'000'000)));
    if (between(0, 4) != 0) row.weekly = Hours::of_ten_thousandths(between(0, 9) == 0 ? 0 : between(10'000, 370'000));
    if (between(0, 2) == 0) row.f.paid_hours = Hours::of_ten_thousandths(between(0, 7'440'000));
    row.hourly = Money::oere(between(0, 9) == 0 ? 0 : between(9'000, 40'000));
    const auto known = [](bool is, const std::string& value) { return is ? value : std::string{}; };
    text += std::to_string(i) + "," + to_text(row.f.month) + "," + to_text(row.f.pay.amount) + "," + to_text(row.f.own_pension.amount()) +
            "," + to_text(row.f.employer_pension.amount()) + "," + to_text(row.f.other_wage) + "," + to_text(row.f.daily_benefit) + "," +
            known(row.f.ceiling.form == Ceiling::Form::stated, to_text(row.f.ceiling.amount)) + "," +
            known(row.f.paid_hours.has_value(), to_text(row.f.paid_hours.value_or(Hours{}))) + "," +
            known(row.hourly != Money{}, to_text(row.hourly)) + "," + known(row.weekly.has_value(), to_text(row.weekly.value_or(Hours{}))) +
            "\n";
    rows.push_back(row);
  }
  PopulationSummary summary{reforms};
  REQUIRE(compute(header, text, reforms, &summary).bad.empty());

  std::int64_t without_subsidy = 0, cut = 0, no_ceiling_known = 0, above = 0, own_atp = 0, obligatory = 0, public_atp = 0, known_hours = 0;
  std::int64_t winners = 0, losers = 0, gained = 0, more_subsidy = 0, more_public_atp = 0, more_obligatory = 0, tax = 0;
  std::vector<std::int64_t> subsidies, payouts, differences;
  Kept gross, in_hand, reformed_gross, reformed_in_hand;
  for (SampleRow& row : rows) {
    MonthFacts& f = row.f;
    // TIME-2 to four decimals, where the month's hours are not given themselves.
    if (!f.paid_hours && row.weekly)
      f.paid_hours = Hours::of_ten_thousandths(oracle::half_up(10'000 * oracle::monthly_hours(agreement::plain(*row.weekly))));
    const bool tax_known = int{f.month.year()} != 2024;
    const bool reform_holds = int{f.month.year()} == 2025;
    const std::optional<oracle::Number> lower = reform_holds ? std::optional(oracle::ratio(1, 5)) : std::nullopt;
    const auto now = month_by_oracle(f, std::nullopt), then = month_by_oracle(f, lower);
    subsidies.push_back(now.fleksloentilskud);
    payouts.push_back(now.payout);
    without_subsidy += now.fleksloentilskud == 0;
    cut += oracle::to_ore(now.ceiling_cut) > 0;
    no_ceiling_known += f.ceiling.form == Ceiling::Form::none;
    above += now.wage + now.other_wage > now.threshold;
    own_atp += now.own_atp;
    obligatory += now.obligatory_pension;
    if (now.public_atp) {
      public_atp += *now.public_atp;
      more_public_atp += *then.public_atp - *now.public_atp;
      ++known_hours;
    }
    const std::int64_t difference = then.payout - now.payout;
    differences.push_back(difference);
    winners += difference > 0;
    losers += difference < 0;
    gained += difference;
    more_subsidy += then.fleksloentilskud - now.fleksloentilskud;
    more_obligatory += then.obligatory_pension - now.obligatory_pension;
    if (tax_known) tax += twelfth_of_tax(f, then.payout) - twelfth_of_tax(f, now.payout);

    if (row.hourly == Money{} || !row.weekly || *row.weekly == Hours{}) continue;
    const std::int64_t pay = oracle::half_up(oracle::ratio(row.hourly.in_oere() * 52, 12)), weekly = row.weekly->ten_thousandths();
    const auto for_an_hour = [&](const Contribution& a_month) {
      return Money::oere(oracle::half_up(oracle::ratio(a_month.amount().in_oere() * 10'000, weekly)));
    };
    const Money own = std::min(for_an_hour(f.own_pension), Money::oere(pay));
    MonthFacts more = f;
    more.pay.amount = f.pay.amount + Money::oere(pay) - own;
    more.own_pension = Contribution::of(f.own_pension.amount() + own);
    more.employer_pension = Contribution::of(f.employer_pension.amount() + for_an_hour(f.employer_pension));
    if (f.paid_hours) more.paid_hours = std::min(Hours::of_ten_thousandths(f.paid_hours->ten_thousandths() + 43'333), hours_in_a_month);
    const auto count = [&](const oracle::MonthResult& before, const oracle::MonthResult& after, Kept& before_tax, Kept& after_tax) {
      before_tax.put(pay + after.fleksloentilskud - before.fleksloentilskud, pay);
      if (tax_known)
        after_tax.put(
            pay - own.in_oere() + after.payout - before.payout - (twelfth_of_tax(more, after.payout) - twelfth_of_tax(f, before.payout)),
            pay);
    };
    count(now, month_by_oracle(more, std::nullopt), gross, in_hand);
    count(then, month_by_oracle(more, lower), reformed_gross, reformed_in_hand);
  }

  CHECK(summary.rows == 400);
  CHECK(summary.months.size() == 4);
  CHECK(summary.without_subsidy == without_subsidy);
  CHECK(summary.cut_by_ceiling == cut);
  CHECK(summary.without_known_ceiling == no_ceiling_known);
  CHECK(summary.above_threshold == above);
  CHECK(summary.own_atp == own_atp);
  CHECK(summary.obligatory_pension == obligatory);
  CHECK(summary.public_atp == public_atp);
  CHECK(summary.public_atp_known == known_hours);
  same(summary.subsidy, subsidies);
  same(summary.payout, payouts);
  REQUIRE(summary.gross);
  same(*summary.gross, gross);
  same(*summary.in_hand, in_hand);
  REQUIRE(summary.reforms.size() == 1);
  const ReformEffect& effect = summary.reforms[0];
  CHECK(effect.id == "low");
  CHECK(effect.title == "Lower");
  CHECK(effect.winners == winners);
  CHECK(effect.losers == losers);
  CHECK(effect.unchanged == 400 - winners - losers);
  CHECK(effect.gained - effect.lost == gained);
  CHECK(effect.subsidy == more_subsidy);
  CHECK(effect.public_atp == more_public_atp);
  CHECK(effect.obligatory_pension == more_obligatory);
  CHECK(effect.tax == tax);
  same(effect.difference, differences);
  same(effect.gross, reformed_gross);
  same(effect.in_hand, reformed_in_hand);

  // Parts add up to the whole, whichever is first, also where the first has no row with an hour.
  const std::size_t half = text.find("\n200,") + 1;
  PopulationSummary first{reforms}, second{reforms}, parts{reforms};
  CHECK(compute(header, text.substr(0, half), reforms, &first).lines == 200);
  CHECK(compute(header, text.substr(half), reforms, &second).lines == 200);
  parts.add(second);
  parts.add(first);
  CHECK(to_json(parts, RateTable::embedded()) == to_json(summary, RateTable::embedded()));

  // The bands: 160 kr. an hour is the third, 6 hours a week the second.
  PopulationSummary one;
  compute(header, "a,2025-03,4160,0,0,,,,,160,6\n", {}, &one);
  CHECK(one.gross->by_band[2][1].count() == 1);
}

TEST_CASE("a summary without hours says nothing of an hour more; without columns they are nothing, and paid hours unknown") {
  PopulationSummary summary;
  compute(needed, "a,2024-03,15600,0,0\nb,2024-03,0,0,0\n", {}, &summary);
  CHECK(summary.rows == 2);
  CHECK(summary.without_subsidy == 1);
  CHECK(summary.without_known_ceiling == 2);
  CHECK(summary.public_atp_known == 0);
  CHECK(summary.subsidy.sum() == 1'527'200);
  CHECK(!summary.gross);
  CHECK(!summary.in_hand);
  // The hourly wage alone is not enough, nor the hours alone.
  compute(needed + ",hourly_wage", "a,2024-03,15600,0,0,200\n", {}, &summary);
  compute(needed + ",weekly_hours", "a,2024-03,15600,0,0,18\n", {}, &summary);
  CHECK(!summary.gross);
  CHECK(summary.public_atp_known == 1);
}

TEST_CASE("a row whose hour more would be above every allowed amount is not counted for the hour, and the others are") {
  const Reform reforms[] = {reform_of(R"({"id":"low","title":"Lower","from":"2025-01","rates":{"taper_low_pct":20}})")};
  PopulationSummary summary{reforms};
  const auto c = compute(needed + ",hourly_wage,weekly_hours",
                         "a,2025-03,10000,0,0,200,18\n"
                         "b,2025-03,10000,0,0,90000000,18\n"    // a month's pay of an hour a week would be 390 million
                         "c,2025-03,10000,0,9000000,200,0.5\n"  // an employer's pension of 18 million for the hour is allowed
                         "d,2025-03,10000,0,90000000,200,0.5\n",
                         reforms, &summary);
  CHECK(c.bad.empty());
  CHECK(summary.rows == 4);
  REQUIRE(summary.gross);
  CHECK(summary.gross->all.count() == 2);
  CHECK(summary.in_hand->all.count() == 2);
  CHECK(summary.reforms[0].winners == 2);
  CHECK(summary.reforms[0].unchanged == 2);
  CHECK(summary.reforms[0].gross.all.count() == 2);
}

TEST_CASE("a reduction is put together with the rows of its month beside it, before it or after it, and no other row is changed") {
  const std::string header = needed + ",other_wage,daily_benefit,ceiling,paid_hours";
  auto month = month_of("2024-03", 1'560'000);
  month.own_pension = Contribution::of(Money::kroner(400));
  month.employer_pension = Contribution::of(Money::kroner(800));
  month.other_wage = Money::kroner(50);
  month.daily_benefit = Money::kroner(100);
  month.ceiling = Ceiling::stated(Money::kroner(25'000));
  month.paid_hours = Hours::whole(70);
  const std::string line = line_of("7", month), other = line_of("7", month_of("2024-04", 900'000));
  const std::string april = "7,2024-04,9000,0,0,,,,\n", report = "7,2024-03,16000.50,500,900,250,100,25000,78\n",
                    reduction = "7,2024-03,-400.50,-100,-100,-200,,,-8\n";
  const std::string plain = line_of("9", month_of("2024-03", 100'000)) + line_of("9", month_of("2024-03", 200'000));
  const std::string plain_rows = "9,2024-03,1000,0,0,,,,\n9,2024-03,2000,0,0,,,,\n";
  for (const std::string& rows : {report + reduction, reduction + report, report + "\n\r\n" + reduction,
                                  "7,2024-03,10000,500,0,250,100,,\n7,2024-03,6000.50,0,900,,,25000,78\n" + reduction,
                                  report + "7,2024-03,-400,-100,0,-200,,25000,-8\n7,2024-03,-0.5,0,-100,0,0,,\n",
                                  "\"7\",2024-03,16000.50,500,900,250,100,25000,78\r\n" + reduction}) {
    CAPTURE(rows);
    const auto c = compute(header, plain_rows + april + rows + april + plain_rows);
    CHECK(c.bad.empty());
    CHECK(c.text == plain + other + line + other + plain);
  }
  // An id that is written in quotation marks, and a reduction of a row that has none.
  const auto quoted = compute(needed, "\"a,b\",2024-03,16000,0,0\n\"a,b\",2024-03,-400,0,0\n");
  CHECK(quoted.text == line_of("\"a,b\"", month_of("2024-03", 1'560'000)));
  CHECK(quoted.lines == 2);
}

TEST_CASE("a reduction that stands alone, a sum below zero and two values of a month are named by the lines they are of") {
  const std::string good = "ok,2024-03,15600,0,0,\n", computed = line_of("ok", month_of("2024-03", 1'560'000));
  struct Case {
    std::string rows;
    ErrorCode code;
    const char *field, *given;
    std::vector<const char*> allowed;  // of each row
  };
  for (const Case& each : {
           Case{"a,2024-03,-400,0,0,\n", ErrorCode::negative, "am_income", "-400", {"only with id, month"}},
           Case{"a,2024-03,300,0,0,\na,2024-03,-400,0,0,\n", ErrorCode::negative, "am_income", "-100", {"0-1", "-1-0"}},
           Case{"a,2024-03,300,0,0,\n\na,2024-03,-1,0,-0.01,\n", ErrorCode::negative, "employer_pension", "-0.01", {"0-2", "-2-0"}},
           Case{"a,2024-03,300,0,0,20000\na,2024-03,-1,0,0,20001\n", ErrorCode::exclusive_facts, "ceiling", "20001", {"0-1", "-1-0"}},
           Case{"a,2024-03,99999999,0,0,\na,2024-03,2,0,0,\na,2024-03,-0.99,0,0,\n",
                ErrorCode::too_large,
                "am_income",
                "100000000.01",
                {"0-100000000", "0-100000000", "0-100000000"}},
       }) {
    CAPTURE(each.rows);
    const auto c = compute(needed + ",ceiling", good + each.rows + good);
    CHECK(c.text == computed + computed);
    REQUIRE(c.bad.size() == each.allowed.size());
    for (std::size_t i = 0; i < c.bad.size(); ++i) {
      CHECK(c.bad[i].error.code == each.code);
      CHECK(c.bad[i].error.field.text() == each.field);
      CHECK(c.bad[i].error.given == each.given);
      CHECK(to_text(c.bad[i].error.allowed) == each.allowed[i]);
    }
    CHECK(c.bad.front().error.line == 2);
  }
  // A row between them that cannot be read keeps them apart.
  const auto apart = compute(needed, "a,2024-03,900,0,0\na,2024-03,x,0,0\na,2024-03,-400,0,0\n");
  CHECK(apart.text == line_of("a", month_of("2024-03", 90'000)));
  REQUIRE(apart.bad.size() == 2);
  CHECK(apart.bad[1].error.code == ErrorCode::negative);
}

TEST_CASE("a reduction finds its rows wherever they stand among those that are computed at once, and a month of too many is refused") {
  const std::string row = ",2024-03,500,0,0\n", reduced = line_of("x", month_of("2024-03", 90'000)), one = "x,2024-03,500,0,0\n";
  for (const int before : {0, 1, 1'021, 1'022, 1'023, 1'024, 2'044, 2'045}) {
    CAPTURE(before);
    std::string rows, text;
    for (int i = 0; i < before; ++i) {
      rows += std::to_string(i) + row;
      text += line_of(std::to_string(i), month_of("2024-03", 50'000));
    }
    PopulationSummary summary;
    const auto c = compute(needed, rows + one + one + "x,2024-03,-100,0,0\n" + rows, {}, &summary);
    CHECK(c.bad.empty());
    CHECK(c.text == text + reduced + text);
    CHECK(c.lines == 2 * before + 3);
    CHECK(summary.rows == 2 * before + 1);
  }
  for (const int many : {998, 999, 1'000, 1'023, 1'024, 1'025, 3'000}) {
    CAPTURE(many);
    std::string rows;
    for (int i = 0; i < many; ++i) rows += one;
    const auto c = compute(needed, rows + "x,2024-03,-100,0,0\n");
    CHECK(c.bad.empty() == (many < 1'000));
    if (!c.bad.empty()) CHECK(c.bad.back().error.code == ErrorCode::too_many);
    // Without a reduction each is a row.
    CHECK(compute(needed, rows).text.size() == static_cast<std::size_t>(many) * line_of("x", month_of("2024-03", 50'000)).size());
  }
}
