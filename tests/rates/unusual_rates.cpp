#include <fleks/rates/unusual_rates.hpp>

#include <doctest/doctest.h>

#include <string>

#include <fleks/values/calendar.hpp>

using namespace fleks;

namespace {

const std::string header = "key,valid_from,valid_to,value,unit,status,source,note\n";

/// A table of 2024's ceiling of the subsidy, and rows after it.
RateTable table(const std::string& rows) { return RateTable::read(header + rows).value(); }
const std::string of_2024 = "fleksloentilskud_max_month,2024-01-01,2024-12-31,19952,kr/month,read,a source,\n";

std::string told(const std::vector<UnusualRate>& all) {
  std::string text;
  for (const UnusualRate& found : all) text += to_text(Date{found.rate->first}) + " " + std::to_string(static_cast<int>(found.why)) + ";";
  return text;
}
std::string next(const std::string& value, const std::string& from = "2025-01-01") {
  const std::string before = of_2024.substr(0, of_2024.find("2024-12-31")) + (from == "2025-01-01" ? "2024-12-31" : "2025-01-14") +
                             ",19952,kr/month,read,a source,\n";
  return told(
      unusual_rates(table(before + "fleksloentilskud_max_month," + from + ",," + value + ",kr/month,read,a source,\n"), table(of_2024)));
}
std::string percentage(const std::string& before, const std::string& after) {
  return told(unusual_rates(
      table("taper_low_pct,2024-01-01,2024-12-31," + before + ",pct,read,s,\ntaper_low_pct,2025-01-01,," + after + ",pct,read,s,\n"),
      table("taper_low_pct,2024-01-01,2024-12-31," + before + ",pct,read,s,\n")));
}
std::string told(const std::vector<RateChange>& all) {
  std::string text;
  for (const RateChange& c : all)
    text += std::string(info(c.key).name) + " " + to_text(Date{c.first}) + " " + (c.last == Rate::open ? "open" : to_text(Date{c.last})) +
            " " + (c.before == nullptr ? "-" : value_text(*c.before)) + ">" + (c.after == nullptr ? "-" : value_text(*c.after)) + ";";
  return text;
}

}  // namespace

TEST_CASE("A new rate that is ten times the one before, much changed, a share, or begins inside a month is unusual") {
  CHECK(next("20350") == "");
  CHECK(next("21947.20") == "");  // 10 per cent to the øre
  CHECK(next("21947.21") == "2025-01-01 1;");
  CHECK(next("17956.80") == "");
  CHECK(next("17956.79") == "2025-01-01 1;");
  CHECK(next("210000") == "2025-01-01 0;");
  CHECK(next("1995.20") == "2025-01-01 0;");
  CHECK(next("0") == "");
  CHECK(next("20350", "2025-01-15") == "2025-01-15 3;");
  CHECK(percentage("30", "0.3") == "2025-01-01 2;");
  CHECK(percentage("30", "3") == "2025-01-01 0;");
  CHECK(percentage("30", "31") == "");
  CHECK(percentage("0.9", "0.6") == "2025-01-01 1;");
}

TEST_CASE("What is published is not asked about, nor what is stated as missing, nor the first row of a rate") {
  CHECK(unusual_rates(RateTable::embedded(), RateTable::embedded()).empty());
  CHECK(unusual_rates(table(of_2024), table("taper_low_pct,2024-01-01,,30,pct,read,s,\n")).empty());
  const RateTable missing = table(of_2024 +
                                  "fleksloentilskud_max_month,2025-01-01,2025-12-31,,kr/month,missing,a source,\n"
                                  "fleksloentilskud_max_month,2026-01-01,,210000,kr/month,read,a source,\n");
  CHECK(told(unusual_rates(missing, table(of_2024))) == "");
  // A row that is published with another value is.
  CHECK(told(unusual_rates(table(of_2024 + "fleksloentilskud_max_month,2025-01-01,,210000,kr/month,read,a source,\n"),
                           RateTable::embedded())) == "2025-01-01 0;");
}

TEST_CASE("Two tables differ by day and value, whatever rows their periods are made of") {
  CHECK(rate_changes(RateTable::embedded(), RateTable::embedded()).empty());
  const std::string split =
      "fleksloentilskud_max_month,2024-01-01,2024-06-30,19952,kr/month,read,another source,\n"
      "fleksloentilskud_max_month,2024-07-01,2024-12-31,19952,kr/month,read,a source,\n";
  CHECK(rate_changes(table(of_2024), table(split)).empty());
  CHECK(told(rate_changes(table(split), table(of_2024 + "fleksloentilskud_max_month,2025-01-01,,20350,kr/month,read,s,\n"))) ==
        "fleksloentilskud_max_month 2025-01-01 open ->20350;");
  CHECK(told(rate_changes(table(of_2024 + "taper_low_pct,2013-01-01,,30,pct,read,s,\n"), table(split))) ==
        "taper_low_pct 2013-01-01 open 30>-;");
  // Periods in which both stand still, put together over the rows of the other.
  const std::string changed =
      "fleksloentilskud_max_month,2024-01-01,2024-06-30,20000,kr/month,read,s,\n"
      "fleksloentilskud_max_month,2024-07-01,2024-09-30,20000,kr/month,read,s,\n"
      "fleksloentilskud_max_month,2024-10-01,2024-12-31,,kr/month,missing,s,\n";
  CHECK(told(rate_changes(table(split), table(changed))) ==
        "fleksloentilskud_max_month 2024-01-01 2024-09-30 19952>20000;fleksloentilskud_max_month 2024-10-01 2024-12-31 19952>;");
}
