#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <vector>

#include <fleks/fleks.h>

// The C interface: the batch's øre, and every failure as a code and a text.

TEST_CASE("C interface: the øre of the library, and public ATP only where the hours are known") {
  REQUIRE(fleks_interface_version() == FLEKS_INTERFACE_VERSION);
  fleks_rates* rates = fleks_rates_embedded();
  REQUIRE(rates != nullptr);
  const std::array<int64_t, 3> wage{1'560'000, 1'600'000, 0}, ceiling{3'206'700, FLEKS_NO_CEILING, 3'000'000},
      hours{780'000, FLEKS_NOT_KNOWN, 0};
  std::array<int64_t, 3> subsidy{}, payout{}, public_atp{};
  fleks_months facts{};
  facts.size = sizeof facts;
  facts.rows = 3;
  facts.am_income = wage.data();
  facts.ceiling = ceiling.data();
  facts.paid_hours = hours.data();
  fleks_statements results{};
  results.size = sizeof results;
  results.fleksloentilskud = subsidy.data();
  results.payout = payout.data();
  results.public_atp = public_atp.data();
  fleks_error error{};
  error.size = sizeof error;
  error.language = FLEKS_ENGLISH;
  REQUIRE(fleks_compute(rates, 202403, &facts, nullptr, &results, &error) == 0);
  CHECK(error.code == 0);
  CHECK(subsidy == std::array<int64_t, 3>{1'527'200, 1'515'200, 0});
  CHECK(payout[0] == 1'477'200);
  CHECK(public_atp[0] > 0);
  CHECK(public_atp[1] == FLEKS_NOT_KNOWN);

  const std::array<int64_t, 3> bad{1'560'000, -1, 0};
  facts.am_income = bad.data();
  CHECK(fleks_compute(rates, 202403, &facts, nullptr, &results, &error) != 0);
  CHECK(error.row == 1);
  CHECK(std::string_view(error.text).find("-0.01") != std::string_view::npos);
  facts.am_income = wage.data();
  CHECK(fleks_compute(rates, 202413, &facts, nullptr, &results, &error) != 0);
  CHECK(fleks_compute(rates, 201101, &facts, nullptr, &results, &error) != 0);
  CHECK(error.row == -1);
  CHECK(fleks_compute(rates, 202403, nullptr, nullptr, &results, nullptr) != 0);
  facts.size = 8;
  CHECK(fleks_compute(rates, 202403, &facts, nullptr, &results, &error) != 0);
  fleks_rates_free(rates);
}

// FLT-12: 18.936 - 2.700 - 2.488,50 in 2021; from April 2022 the days take their share, whatever was paid.
TEST_CASE("C interface: what was paid for holiday days is a column, needed where it is deducted") {
  fleks_rates* rates = fleks_rates_embedded();
  const std::array<int64_t, 3> wage{900'000, 900'000, 900'000}, days{30'000, 0, 30'000}, paid{248'850, FLEKS_NOT_KNOWN, 0};
  std::array<int64_t, 3> subsidy{};
  std::array<int32_t, 3> status{};
  fleks_months facts{};
  facts.size = sizeof facts;
  facts.rows = 3;
  facts.am_income = wage.data();
  facts.ledighedsydelse_days = days.data();
  facts.ledighedsydelse = paid.data();
  fleks_statements results{};
  results.size = sizeof results;
  results.fleksloentilskud = subsidy.data();
  REQUIRE(fleks_compute(rates, 202108, &facts, nullptr, &results, nullptr) == FLEKS_OK);
  CHECK(subsidy == std::array<int64_t, 3>{1'374'800, 1'623'600, 1'623'600});
  REQUIRE(fleks_compute(rates, 202404, &facts, nullptr, &results, nullptr) == FLEKS_OK);
  CHECK(subsidy[0] == subsidy[2]);
  CHECK(subsidy[0] < subsidy[1]);
  // A program of the header before has no such column.
  facts.size = offsetof(fleks_months, ledighedsydelse);
  results.status = status.data();
  REQUIRE(fleks_compute(rates, 202108, &facts, nullptr, &results, nullptr) == FLEKS_OK);
  CHECK(status == std::array<int32_t, 3>{FLEKS_ERROR_MISSING_FACT, FLEKS_OK, FLEKS_ERROR_MISSING_FACT});
  fleks_rates_free(rates);
}

TEST_CASE("C interface: with a status a row, wrong rows do not stop the others") {
  fleks_rates* rates = fleks_rates_embedded();
  fleks_error error{};
  error.size = sizeof error;
  constexpr std::size_t rows = 5'000;
  std::vector<int64_t> wage(rows), hours(rows, 780'000), subsidy(rows), atp(rows), alone(1);
  for (std::size_t i = 0; i < rows; ++i) wage[i] = 1'000'000 + static_cast<int64_t>(i) * 100;
  // Wrong at both ends, beside one another, and by a fact that is looked at last.
  for (const std::size_t i : {std::size_t{0}, std::size_t{1023}, std::size_t{1024}, std::size_t{3'000}, rows - 1}) wage[i] = -1;
  wage[2'500] = 10'000'000'001;
  hours[4'000] = -2;
  std::vector<int32_t> status(rows, 77);
  fleks_months facts{};
  facts.size = sizeof facts;
  facts.rows = rows;
  facts.am_income = wage.data();
  facts.paid_hours = hours.data();
  fleks_statements results{};
  results.size = sizeof results;
  results.fleksloentilskud = subsidy.data();
  results.public_atp = atp.data();
  CHECK(fleks_compute(rates, 202403, &facts, nullptr, &results, &error) == FLEKS_ERROR_NEGATIVE);
  CHECK(error.row == 0);
  results.status = status.data();
  REQUIRE(fleks_compute(rates, 202403, &facts, nullptr, &results, &error) == FLEKS_OK);
  int wrong = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    fleks_months one = facts;
    one.rows = 1;
    one.am_income = &wage[i];
    one.paid_hours = &hours[i];
    fleks_statements to{};
    to.size = sizeof to;
    to.fleksloentilskud = alone.data();
    REQUIRE(fleks_compute(rates, 202403, &one, nullptr, &to, &error) == status[i]);
    REQUIRE(subsidy[i] == (status[i] == FLEKS_OK ? alone[0] : FLEKS_NOT_KNOWN));
    REQUIRE((atp[i] == FLEKS_NOT_KNOWN) == (status[i] != FLEKS_OK));
    wrong += static_cast<int>(status[i] != FLEKS_OK);
  }
  CHECK(wrong == 7);
  CHECK(status[2'500] == FLEKS_ERROR_TOO_LARGE);
  facts.rows = SIZE_MAX / 8;
  CHECK(fleks_compute(rates, 202403, &facts, nullptr, &results, &error) == FLEKS_ERROR_TOO_LARGE);
  fleks_rates_free(rates);
}

TEST_CASE("C interface: a rates file that is wrong gives no rates and says why") {
  fleks_error error{};
  error.size = sizeof error;
  const char* csv = "key,valid_from,valid_to,value,unit,status,source,note\nnonsense,2027-01-01,,1,kr/month,read,here,\n";
  CHECK(fleks_rates_extended(csv, std::strlen(csv), &error) == nullptr);
  CHECK(error.code != 0);
  CHECK(std::string_view(error.text).find("nonsense") != std::string_view::npos);
}
