#include <doctest/doctest.h>

#include "agreement/agreement.hpp"

namespace {

using namespace fleks;

/// A month in each period in which no rate of the subsidy changes.
std::vector<Month> months_of_periods() {
  std::vector<Month> months;
  for (const Rate& base : agreement::table().rows(RateKey::fleksloentilskud_max_month)) months.push_back(month_of(Date{base.first}));
  return months;
}

// The whole range of monthly wages, a krone at a time, in every period of the rates.
void every_krone(const Ceiling& ceiling) {
  agreement::Comparison compare;
  const auto months = months_of_periods();
  REQUIRE(months.size() == 15);
  for (const Month month : months)
    for (int krone = 0; krone <= 50'000; krone += agreement::rounds(50) == 50 ? 1 : 53)
      compare({.month = month, .pay = Pay::am_income(Money::kroner(krone)), .paid_hours = Hours::whole(78), .ceiling = ceiling});
  MESSAGE(compare.months() << " wages, " << compare.wrong() << " of them different");
  CHECK(compare.wrong() == 0);
}

}  // namespace

TEST_CASE("every krone from 0 to 50.000 in every period, without a ceiling") { every_krone({}); }
TEST_CASE("every krone from 0 to 50.000 in every period, under a low ceiling") { every_krone(Ceiling::stated(Money::kroner(19'500))); }
TEST_CASE("every krone from 0 to 50.000 in every period, under a high ceiling") { every_krone(Ceiling::stated(Money::kroner(32'067))); }
