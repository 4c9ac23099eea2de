#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

using namespace fleks;

namespace {

Citizen citizen(int year) {
  Citizen c;
  c.year = year;
  c.hourly_wage = Money::kroner(160);
  c.own_pension = Percent::whole(4);
  c.employer_pension = Percent::whole(8);
  c.municipal = Percent::of_ten_thousandths(245'200);
  return c;
}

}  // namespace

// KOM-11, the identity: what the employer pays is what citizen, pension, state and municipality get.
TEST_CASE("KOM-11: the four purses are what the employer pays, in every row, whatever is chosen") {
  for (const int year : {2022, 2024, 2026})
    for (const bool rent : {false, true})
      for (const int weeks : {1, 5, 27, 53}) {
        Citizen c = citizen(year);
        if (rent) c.rent = Money::kroner(5'000);
        const auto picture = NetPicture::of(c, RateTable::embedded());
        REQUIRE(picture);
        const auto rows = picture->curve(Hours{}, Hours::whole(37), Hours::of_ten_thousandths(5'000)).value();
        const auto purses = purses_of(c, rows, RateTable::embedded(), {.benefit_weeks = weeks});
        REQUIRE(purses);
        REQUIRE(purses->size() == rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
          const RowPurses& p = (*purses)[i];
          CHECK(p.employer == rows[i].gross_pay + rows[i].employer_pension + rows[i].wage_atp_employer);
          CHECK(p.employer == rows[i].in_hand + rows[i].pension_saved + p.municipality + p.state);
          CHECK(p.kept_tax <= p.municipal_tax);
        }
      }
}

TEST_CASE("KOM-11: the share of tax kept is the year's, or as stated; none and all of it are the ends") {
  const Citizen c = citizen(2024);
  const auto picture = NetPicture::of(c, RateTable::embedded());
  const auto rows = picture->curve(Hours::whole(20), Hours::whole(20), Hours::whole(1)).value();
  const auto with = [&](std::optional<Percent> kept) {
    PursesQuestion question;
    question.options.tax_share_kept = kept;
    return purses_of(c, rows, RateTable::embedded(), question)->front();
  };
  CHECK(with(Percent::whole(25)).kept_tax == with(std::nullopt).kept_tax);
  CHECK(with(Percent::whole(0)).kept_tax == Money{});
  CHECK(with(Percent::whole(100)).kept_tax == with(std::nullopt).municipal_tax);
  CHECK(with(std::nullopt).municipal_tax > Money{});
}

TEST_CASE("KOM-1: without a week with benefits there are no purses, and a year without rates is an error") {
  const Citizen c = citizen(2024);
  const auto rows = NetPicture::of(c, RateTable::embedded())->curve(Hours::whole(20), Hours::whole(20), Hours::whole(1)).value();
  CHECK(purses_of(c, rows, RateTable::embedded(), {.benefit_weeks = 0}).error().code == ErrorCode::out_of_range);
  CHECK(!purses_of(citizen(1999), rows, RateTable::embedded()));
}
