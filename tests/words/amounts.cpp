#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

constexpr auto da = Language::danish, en = Language::english;

TEST_CASE("Amounts: thousands, decimals and sign of each language") {
  struct {
    std::int64_t oere;
    const char *danish, *english;
  } const rows[] = {
      {0, "0,00", "0.00"},
      {1, "0,01", "0.01"},
      {-5, "-0,05", "-0.05"},
      {99'999, "999,99", "999.99"},
      {100'000, "1.000,00", "1,000.00"},
      {1'560'000, "15.600,00", "15,600.00"},
      {-100'000, "-1.000,00", "-1,000.00"},
      {10'000'000'000, "100.000.000,00", "100,000,000.00"},
  };
  for (const auto& row : rows) {
    CHECK(amount(Money::oere(row.oere), da) == row.danish);
    CHECK(amount(Money::oere(row.oere), en) == row.english);
    CHECK(kroner(Money::oere(row.oere), da) == std::string(row.danish) + " kr.");
    CHECK(kroner(Money::oere(row.oere), en) == "DKK " + std::string(row.english));
  }
}

TEST_CASE("Exact amounts that end show all their decimals; the others two, half up") {
  CHECK(amount(Exact::ratio(4'680'003, 10), da) == "4.680,003");
  CHECK(amount(Exact::ratio(9'620'000, 3), da) == "32.066,67");
  CHECK(is_shown_in_full(Exact::ratio(4'680'003, 10)));
  CHECK_FALSE(is_shown_in_full(Exact::ratio(9'620'000, 3)));
}

TEST_CASE("Hours, days, per cent, months and dates") {
  CHECK(hours(Exact::whole(1), da) == "1 time");
  CHECK(hours(Exact::ratio(27, 4), da) == "6,75 timer");
  CHECK(hours(Exact::ratio(27, 4), en) == "6.75 hours");
  CHECK(days(Exact::ratio(208, 100), da) == "2,08 dage");
  CHECK(days(Exact::whole(1), da) == "1 dag");
  CHECK(days(Exact::whole(1), en) == "1 day");
  CHECK(days(Exact::whole(2), en) == "2 days");
  CHECK(percent(Exact::ratio(3, 10), da) == "30 pct.");
  CHECK(percent(Percent::of_ten_thousandths(121'100), en) == "12.11 per cent");
  CHECK(in_words(2024y / 3, da) == "marts 2024");
  CHECK(in_words(2024y / 3, en) == "March 2024");
  CHECK(in_words(Date{2024y / 3 / 1}, da) == "1. marts 2024");
  CHECK(in_words(Date{2024y / 3 / 1}, en) == "1 March 2024");
}

TEST_CASE("Every rate has a name of its own in both languages, and a value in words") {
  const RateTable table = RateTable::embedded();
  for (const auto language : {da, en})
    for (std::size_t i = 0; i < rate_key_count; ++i) {
      const auto name = rate_name(static_cast<RateKey>(i), language);
      CHECK_FALSE(name.empty());
      for (std::size_t j = 0; j < i; ++j) CHECK(name != rate_name(static_cast<RateKey>(j), language));
    }
  const auto rates = table.on(2024y / 3);
  CHECK(value_in_words(*rates.row(RateKey::fleksloentilskud_max_month), da) == "19.952 kr. om måneden");
  CHECK(value_in_words(*rates.row(RateKey::atp_subsidy_public_per_hour), en) == "DKK 1.23 an hour");
  CHECK(period_in_words(*rates.row(RateKey::fleksloentilskud_max_month), da) == "1.1.2024-31.12.2024");
  CHECK(period_in_words(*rates.row(RateKey::taper_low_pct), da) == "fra 1.1.2013");
  CHECK(value_in_words(*rates.row(RateKey::tax_church_average_pct), da) == "ikke kendt");
  // Each unit, in both languages.
  struct {
    RateKey key;
    const char *danish, *english;
  } const units[] = {
      {RateKey::fleksloentilskud_max_month, "19.952 kr. om måneden", "DKK 19,952 a month"},
      {RateKey::tax_personal_allowance_year, "49.700 kr. om året", "DKK 49,700 a year"},
      {RateKey::sickness_benefit_max_week, "4.695 kr. om ugen", "DKK 4,695 a week"},
      {RateKey::atp_subsidy_public_per_hour, "1,23 kr. i timen", "DKK 1.23 an hour"},
      {RateKey::taper_low_pct, "30 pct.", "30 per cent"},
      {RateKey::full_time_hours_week, "37 timer om ugen", "37 hours a week"},
  };
  for (const auto& row : units) {
    CHECK(value_in_words(*rates.row(row.key), da) == row.danish);
    CHECK(value_in_words(*rates.row(row.key), en) == row.english);
  }
  CHECK(in_words(RateStatus::read, da) == "aflæst i kilden");
  CHECK(in_words(RateStatus::derived, en) == "derived");
  CHECK(in_words(RateStatus::missing, da) == "mangler");
  CHECK(in_words(RateStatus::missing, en) == "missing");
}
