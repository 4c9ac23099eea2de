#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>

#include <fleks/fleks.hpp>

#include "c_interface/handles.hpp"
#include "source_file.hpp"

// The rates through the C interface: every row with its provenance, rates from memory, and which rates they are.

namespace {

using namespace fleks;
using namespace c_interface;

int number(std::chrono::sys_days day) {
  const Date d{day};
  return static_cast<int>(d.year()) * 10'000 + static_cast<int>(static_cast<unsigned>(d.month()) * 100 + static_cast<unsigned>(d.day()));
}

constexpr const char* next_year =
    "key,valid_from,valid_to,value,unit,status,source,note\n"
    "fleksloentilskud_max_month,2027-01-01,2027-12-31,21500,kr/month,read,the agency,first estimate\n";

}  // namespace

TEST_CASE("C interface: every rate of the table with value, unit, period, status and source") {
  const Rates rates = embedded();
  const RateTable table = RateTable::embedded();
  auto rate = sized<fleks_rate>();
  auto error = english();
  int missing = 0, noted = 0;
  for (const Rate& row : table.rows()) {
    REQUIRE(fleks_rate_on(rates.get(), info(row.key).name.data(), number(row.first), &rate, &error) == FLEKS_OK);
    CHECK(rate.value == (row.status == RateStatus::missing ? FLEKS_NOT_KNOWN : row.count));
    CHECK(rate.unit == static_cast<int>(row.unit()));
    CHECK(rate.status == static_cast<int>(row.status));
    CHECK(rate.first == number(row.first));
    CHECK(rate.last == (row.has_end() ? number(row.last) : 0));
    CHECK(rate.key == info(row.key).name);
    CHECK(rate.source == row.source);
    CHECK(rate.note == row.note);
    missing += static_cast<int>(rate.status == FLEKS_RATE_MISSING);
    noted += static_cast<int>(*rate.note != '\0');
  }
  CHECK(missing > 0);
  CHECK(noted > 0);
  REQUIRE(fleks_rate_key_count() == rate_key_count);
  for (std::size_t i = 0; i < rate_key_count; ++i) CHECK(fleks_rate_key(i) == rate_keys[i].name);
  CHECK(fleks_rate_key(rate_key_count) == nullptr);

  CHECK(fleks_rate_on(rates.get(), "fleksloentilskud_max_month", 20300101, &rate, &error) == FLEKS_ERROR_NO_RATE);
  CHECK(fleks_rate_on(rates.get(), "fleksloentilskud", 20240101, &rate, &error) == FLEKS_ERROR_UNKNOWN_KEY);
  CHECK(std::string_view(error.value) == "fleksloentilskud");
  for (const int day : {0, -1, 20240230, 20241301, 18991231, 2024, INT32_MIN, INT32_MAX})
    CHECK(fleks_rate_on(rates.get(), "taper_low_pct", day, &rate, &error) == FLEKS_ERROR_NO_SUCH_DATE);
}

TEST_CASE("C interface: rates from memory") {
  auto error = english();
  const Rates rates{fleks_rates_extended(next_year, std::strlen(next_year), &error), fleks_rates_free};
  REQUIRE(rates != nullptr);
  auto rate = sized<fleks_rate>();
  REQUIRE(fleks_rate_on(rates.get(), "fleksloentilskud_max_month", 20270301, &rate, &error) == FLEKS_OK);
  CHECK(rate.value == 2'150'000);
  CHECK(std::string_view(rate.source) == "the agency");
  CHECK(std::string_view(rate.note) == "first estimate");

  const auto refused = [&](std::string_view csv) {
    CHECK(fleks_rates_extended(csv.data(), csv.size(), &error) == nullptr);
    return error.code;
  };
  CHECK(refused("key,valid_from,valid_to,value,unit,status,source,note\nnonsense,2027-01-01,,1,kr/month,read,here,\n") ==
        FLEKS_ERROR_UNKNOWN_KEY);
  CHECK(error.line == 2);
  CHECK(error.row == -1);
  CHECK(std::string_view(error.value) == "nonsense");
  CHECK(std::string_view(error.text).find("nonsense") != std::string_view::npos);
  CHECK(refused("") != FLEKS_OK);
  CHECK(refused("key;value\n") == FLEKS_ERROR_BAD_HEADER);
}

TEST_CASE("C interface: rates under a reform have its rates and its rules, and a case refuses them") {
  const Rates rates = embedded();
  auto error = english();
  constexpr std::string_view reform = R"({"id": "r", "title": "A reform", "from": "2024-01", "rates": {"taper_low_pct": 25},
    "rules": {"FLT-11": "off"}, "ceilings": "areas.csv"})";
  constexpr std::string_view areas = "agreement_area,ceiling\ndetail,30500\n";
  const Rates under{fleks_rates_reformed(rates.get(), reform.data(), reform.size(), areas.data(), areas.size(), &error), fleks_rates_free};
  REQUIRE(under != nullptr);
  CHECK(fleks_rates_version(under.get()) != std::string_view(fleks_rates_version(rates.get())));
  CHECK(fleks_rates_area_ceiling(under.get(), "detail") == 3'050'000);
  CHECK(fleks_rates_area_ceiling(under.get(), "nowhere") == FLEKS_NOT_KNOWN);
  CHECK(fleks_rates_area_ceiling(rates.get(), "detail") == FLEKS_NOT_KNOWN);
  CHECK(fleks_rates_area_ceiling(nullptr, "detail") == FLEKS_NOT_KNOWN);
  CHECK(fleks_rates_area_ceiling(under.get(), nullptr) == FLEKS_NOT_KNOWN);

  // The same as the C++ library: in a single month, its words, a batch and the hours, with the ceiling off and before the reform.
  const Reform read = read_reform(reform, [&](std::string_view) -> Result<std::string> { return std::string(areas); }).value();
  const Reformed reformed = apply(read, RateTable::embedded()).value();
  for (const Month month : {std::chrono::year{2023} / 12, std::chrono::year{2024} / 3}) {
    auto facts = sized<fleks_month_facts>();
    facts.month = int{month.year()} * 100 + static_cast<int>(unsigned{month.month()});
    facts.pay_form = FLEKS_PAY_AM_INCOME;
    facts.pay = 1'560'000;
    facts.ceiling.form = FLEKS_CEILING_STATED;
    facts.ceiling.amount = 2'000'000;
    auto statement = sized<fleks_month_statement>();
    REQUIRE(fleks_month(under.get(), &facts, nullptr, &statement, &error) == FLEKS_OK);
    MonthFacts same;
    same.month = month;
    same.pay = Pay::am_income(Money::oere(1'560'000));
    same.ceiling = Ceiling::stated(Money::oere(2'000'000));
    const auto wanted = fleksloentilskud(same, reformed.rates, reformed.options).value();
    CHECK(statement.fleksloentilskud == wanted.fleksloentilskud.in_oere());
    CHECK((statement.ceiling_cut == 0) == (month.year() == std::chrono::year{2024}));
    const Text words = owned(fleks_month_in_words(under.get(), &facts, nullptr, FLEKS_JSON, FLEKS_ENGLISH, &error));
    CHECK((view(words).find("\"changed_by_reform\": true") != std::string_view::npos) == (month.year() == std::chrono::year{2024}));

    std::int64_t subsidy = 0;
    auto months = sized<fleks_months>();
    months.rows = 1;
    months.am_income = &facts.pay;
    months.ceiling = &facts.ceiling.amount;
    auto results = sized<fleks_statements>();
    results.fleksloentilskud = &subsidy;
    REQUIRE(fleks_compute(under.get(), facts.month, &months, nullptr, &results, &error) == FLEKS_OK);
    CHECK(subsidy == statement.fleksloentilskud);
  }

  const auto refused = [&](std::string_view json) {
    CHECK(fleks_rates_reformed(rates.get(), json.data(), json.size(), nullptr, 0, &error) == nullptr);
    return std::string(error.field) + " " + fleks_error_name(error.code);
  };
  CHECK(refused("{") == "reform not_json");
  CHECK(refused(R"({"title": "A reform", "from": "2024-01"})") == "id missing_fact");
  CHECK(refused(reform) == "ceilings missing_fact");
  CHECK(fleks_rates_reformed(nullptr, "{}", 2, nullptr, 0, &error) == nullptr);
  CHECK(error.code == FLEKS_BAD_CALL);
  CHECK(fleks_rates_reformed(rates.get(), nullptr, 0, nullptr, 0, &error) == nullptr);
  CHECK(error.code == FLEKS_BAD_CALL);
  CHECK(owned(fleks_case_statement(under.get(), "{}", 2, nullptr, FLEKS_JSON, FLEKS_ENGLISH, &error)) == nullptr);
  CHECK(error.code == FLEKS_BAD_CALL);
  CHECK(std::string_view(error.text).find("by the law") != std::string_view::npos);
}

TEST_CASE("the rates' version is how far they reach and a fingerprint of every row") {
  const RateTable table = RateTable::embedded();
  const std::string version = rates_version(table);
  // What the table says itself.
  std::vector<const Rate*> rows;
  for (const Rate& rate : table.rows()) rows.push_back(&rate);
  const std::string csv = to_csv(rows);
  const auto last = table.rows(RateKey::fleksloentilskud_max_month).back();
  CHECK(version.size() == 23);
  CHECK(version.substr(0, 11) == to_text(Date{last.last}) + ".");
  CHECK(std::all_of(version.begin() + 11, version.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }));
  // The same rows from a file are the same rates; the published file is.
  CHECK(rates_version(RateTable::read(csv).value()) == version);
  std::ifstream file(source_file("/src/rates/rates.csv"));
  std::ostringstream published;
  published << file.rdbuf();
  CHECK(rates_version(RateTable::read(published.str()).value()) == version);
  // One figure, or one source, makes them other rates.
  const RateTable longer = table.extended_by(next_year).value();
  CHECK(rates_version(longer).substr(0, 11) == "2027-12-31.");
  std::string noted = csv;
  noted.replace(noted.find("https://"), 8, "http://");
  CHECK(rates_version(RateTable::read(noted).value()).substr(0, 11) == version.substr(0, 11));
  CHECK(rates_version(RateTable::read(noted).value()) != version);
  const std::string header = "key,valid_from,valid_to,value,unit,status,source,note\n";
  CHECK(rates_version(RateTable::read(header + "taper_low_pct,2027-01-01,,30,pct,read,here,\n").value()).starts_with("none."));
  CHECK(rates_version(RateTable::read(header + "fleksloentilskud_max_month,2027-01-01,,1,kr/month,read,here,\n").value())
            .starts_with("open."));

  CHECK(fleks_rates_version(embedded().get()) == version);
  auto error = english();
  const Rates of_memory{fleks_rates_extended(next_year, std::strlen(next_year), &error), fleks_rates_free};
  CHECK(fleks_rates_version(of_memory.get()) == rates_version(longer));
  CHECK(std::string_view(fleks_rates_version(nullptr)).empty());
  CHECK(fleks_version() == library_version());
}
