#include <doctest/doctest.h>

#include <algorithm>

#include <fleks/words/worth_in_words.hpp>

#include "analysis/random_citizens.hpp"

// The way back: from what is to be in hand to the hours or the wage, solved on the exact pieces.

using namespace fleks;

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}
NetPicture picture_of(int year, Money hourly_wage, const Options& options = {}) {
  return NetPicture::of({.year = year, .hourly_wage = hourly_wage, .municipal = Percent::whole(25)}, rates(), options).value();
}
Money away(Money a, Money b) { return a < b ? b - a : a - b; }

/// The roundings of the law that a row may be away from the exact curve: half a krone of the subsidy, of its ATP and of the
/// housing benefit, a twelfth of a krone of the tax, øre; and the hours of four decimals.
constexpr Money roundings = Money::oere(250);

}  // namespace

TEST_CASE("a target is in hand at the hours that are found, within the roundings of the law") {
  const NetPicture picture = picture_of(2024, Money::kroner(200));
  for (int kroner = 14'000; kroner <= 18'400; kroner += 100) {
    CAPTURE(kroner);
    const Money target = Money::kroner(kroner);
    const auto found = picture.target_over_hours(target, Hours::whole(1), Hours::whole(37)).value();
    CHECK(found.places.empty() == found.most.has_value());
    for (const TargetPlace& place : found.places) {
      CHECK(place.row.in_hand == picture.at(place.row.hours).value().in_hand);
      if (!place.jumps) CHECK(away(place.row.in_hand, target) <= roundings);
    }
  }
}

// 2024, 200 kr.: the pieces end at the bands of ATP, so that the same amount is in hand before a band and again after it.
TEST_CASE("every place is found where in hand passes the target more than once") {
  const NetPicture picture = picture_of(2024, Money::kroner(200));
  const auto kinks = picture.kinks_over_hours(Hours::whole(1), Hours::whole(37)).value();
  const auto band = std::find_if(kinks.begin(), kinks.end(), [](const Kink& k) { return k.cause == "atp_band"; });
  REQUIRE(band != kinks.end());
  REQUIRE(band->jump < Exact{});
  // A krone below what is had just before the band: once on each side, and the jump between them.
  const Money just_before = Money::oere((band->in_hand - band->jump).rounded(Rounding::down).value()) - Money::kroner(1);
  const auto found = picture.target_over_hours(just_before, Hours::whole(1), Hours::whole(37)).value();
  REQUIRE(found.places.size() == 3);
  CHECK(found.places[0].at < band->at);
  CHECK(found.places[1].at == band->at);
  CHECK(found.places[1].jumps);
  CHECK(found.places[1].row.hours == Hours::whole(9));
  CHECK(band->at < found.places[2].at);
}

TEST_CASE("above the best there is none, and the most is said") {
  const NetPicture picture = picture_of(2024, Money::kroner(200));
  const auto found = picture.target_over_hours(Money::kroner(25'000), Hours::whole(1), Hours::whole(37)).value();
  CHECK(found.places.empty());
  REQUIRE(found.most);
  const auto rows = picture.curve(Hours::whole(1), Hours::whole(37), Hours::of_ten_thousandths(2'500)).value();
  const auto best = std::max_element(rows.begin(), rows.end(), [](const NetRow& a, const NetRow& b) { return a.in_hand < b.in_hand; });
  CHECK(found.most->in_hand >= best->in_hand);
  CHECK(away(found.most->in_hand, best->in_hand) <= Money::kroner(4));
}

// Without tax wage and subsidy are the ceiling of 28.000 kr. at any hours from where it is reached, less own ATP of the subsidy, 500 kr.,
// until the subsidy is so low that this falls.
TEST_CASE("a flat stretch is a range of hours") {
  const RateTable untaxed = rates()
                                .extended_by(
                                    "key,valid_from,valid_to,value,unit,status,source,note\n"
                                    "tax_am_pct,2020-01-01,2026-12-31,0,pct,read,a test,\n"
                                    "tax_bottom_pct,2024-01-01,2024-12-31,0,pct,read,a test,\n")
                                .value();
  Citizen c{.year = 2024, .hourly_wage = Money::kroner(200), .municipal = Percent{}};
  c.ceiling = Ceiling::stated(Money::kroner(28'000));
  const NetPicture picture = NetPicture::of(c, untaxed).value();
  const Money in_hand = Money::kroner(27'500);
  const auto found = picture.target_over_hours(in_hand, Hours::whole(1), Hours::whole(37)).value();
  REQUIRE(found.places.size() == 1);
  const TargetPlace& flat = found.places[0];
  const auto kinks = picture.kinks_over_hours(Hours::whole(1), Hours::whole(37)).value();
  const auto at = [&](std::string_view cause) {
    return std::find_if(kinks.begin(), kinks.end(), [&](const Kink& k) { return k.cause == cause; })->at;
  };
  CHECK(flat.at == at("ceiling_reached"));
  CHECK(flat.to == at("subsidy_atp_most"));
  CHECK(flat.at < flat.to);
  CHECK(!flat.jumps);
  for (const int hours : {14, 17, 19, 20}) CHECK(away(picture.at(Hours::whole(hours)).value().in_hand, in_hand) <= Money::oere(50));
  // An øre beside it there is no range.
  for (const Money beside : {in_hand - Money::oere(1), in_hand + Money::oere(1)}) {
    const auto near = picture.target_over_hours(beside, Hours::whole(1), Hours::whole(37)).value();
    for (const TargetPlace& p : near.places) CHECK(!(p.at < p.to));
  }
}

TEST_CASE("random citizens: what is found is the target, and nothing between two points of a fine grid is missed") {
  std::mt19937_64 dice(31);
  for (int round = 0; round < citizens::rounds(300); ++round) {
    CAPTURE(round);
    const auto c = citizens::random_case(dice);
    const auto picture = NetPicture::of(c.citizen, rates(), c.options).value();
    const Hours from = Hours::whole(1), to = Hours::whole(37);
    const Exact first = picture.exact_in_hand(picture.at(from).value()), last = picture.exact_in_hand(picture.at(to).value());
    const Money target = Money::oere(
        (first + (last - first) * Exact::counted(citizens::between(dice, -200, 1'200), 1'000)).rounded(Rounding::half_up).value());
    if (target < Money{}) continue;
    const auto found = picture.target_over_hours(target, from, to).value();
    CHECK(found.places.empty() == found.most.has_value());
    const auto& rates_of_year = citizens::rates_of(c.citizen.year);
    const auto in_hand = [&](const oracle::Number& hours) {
      return oracle::Number(
          oracle::net_without_rounding(citizens::as_oracle(c, hours * citizens::points(c.citizen.intensity) / 100), rates_of_year)
              .exact.in_hand *
          100);
    };
    const oracle::Number wanted(target.in_oere());
    for (const TargetPlace& p : found.places) {
      const auto at = citizens::number(p.at);
      if (!p.jumps) REQUIRE(in_hand(at) == wanted);
    }
    constexpr int points = 120;
    oracle::Number before = in_hand(1);
    for (int i = 1; i <= points; ++i) {
      const Exact here = Exact::whole(1) + Exact::ratio(36 * i, points), there = Exact::whole(1) + Exact::ratio(36 * (i - 1), points);
      const oracle::Number now = in_hand(citizens::number(here));
      const bool passes = (before < wanted && wanted < now) || (now < wanted && wanted < before);
      if (passes)
        REQUIRE(
            std::any_of(found.places.begin(), found.places.end(), [&](const TargetPlace& p) { return !(p.to < there) && !(here < p.at); }));
      if (found.places.empty()) REQUIRE((now < wanted) == (before < wanted));
      before = now;
    }
  }
}

TEST_CASE("over the wage: the øre an hour at which a target is in hand") {
  const NetPicture picture = picture_of(2025, Money::kroner(200));
  const Hours hours = Hours::whole(20);
  const auto found = picture.target_over_wage(Money::kroner(17'000), hours, Money::kroner(100), Money::kroner(400)).value();
  REQUIRE(found.places.size() == 1);
  CHECK(away(found.places[0].row.in_hand, Money::kroner(17'000)) <= roundings);
  CHECK(found.places[0].row.hourly_wage ==
        picture.at(Work{hours, Percent::whole(100), found.places[0].row.hourly_wage, false}).value().hourly_wage);
  CHECK(picture.target_over_wage(Money::kroner(60'000), hours, Money::kroner(100), Money::kroner(200)).value().most->hourly_wage ==
        Money::kroner(200));
}

TEST_CASE("from no job: ledighedsydelse is a point of its own") {
  const NetPicture picture = picture_of(2025, Money::kroner(200));
  const Money without_job = picture.at(Hours{}).value().in_hand;
  const auto found = picture.target_over_hours(without_job, Hours{}, Hours::whole(37)).value();
  REQUIRE(!found.places.empty());
  CHECK(found.places[0].row.hours == Hours{});
  CHECK(!found.places[0].row.in_job);
  const auto most = picture.target_over_hours(Money::kroner(90'000), Hours{}, Hours::whole(1)).value().most;
  REQUIRE(most);
  CHECK(most->in_hand >= without_job);
}

TEST_CASE("a target or hours that cannot be are refused") {
  const NetPicture picture = picture_of(2025, Money::kroner(200));
  CHECK(picture.target_over_hours(Money::oere(-1), Hours::whole(1), Hours::whole(2)).error().field == Fact::target);
  CHECK(picture.target_over_hours(Money{}, Hours::whole(2), Hours::whole(1)).error().field == Fact::to);
  CHECK(picture.target_over_wage(Money::oere(-1), Hours::whole(1), Money{}, Money{}).error().field == Fact::target);
  CHECK(picture.target_over_wage(Money{}, Hours::whole(1), Money::kroner(2), Money::kroner(1)).error().field == Fact::to);
}

// Between two kinks an hour is worth the same, so that its verdict is too, however small the steps.
TEST_CASE("verdicts follow the exact slopes") {
  const NetPicture picture = picture_of(2024, Money::kroner(200));
  const auto kinks = picture.kinks_over_hours(Hours::whole(1), Hours::whole(37)).value();
  const auto rows = picture.curve(Hours::whole(20), Hours::whole(37), Hours::of_ten_thousandths(100)).value();
  std::size_t changes = 0;
  bool follows = false;
  Verdict before{};
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Exact from = Exact::of(rows[i - 1].hours), to = Exact::of(rows[i].hours);
    const bool kinked = std::any_of(kinks.begin(), kinks.end(), [&](const Kink& k) { return !(k.at < from) && !(to < k.at); });
    const Verdict verdict = picture.extra(rows[i - 1], rows[i]).verdict;
    if (follows && !kinked && verdict != before) ++changes;
    follows = !kinked;
    before = verdict;
  }
  CHECK(changes == 0);
}

TEST_CASE("the last point is always a row") {
  const NetPicture picture = picture_of(2024, Money::kroner(200));
  const auto rows = picture.curve(Hours::whole(1), Hours::whole(37), Hours::whole(5)).value();
  REQUIRE(rows.size() == 9);
  CHECK(rows[7].hours == Hours::whole(36));
  CHECK(rows.back().hours == Hours::whole(37));
  CHECK(picture.curve(Hours::whole(1), Hours::whole(36), Hours::whole(5)).value().size() == 8);
  CHECK(picture.curve_over_wage(Hours::whole(20), Money::kroner(100), Money::kroner(115), Money::kroner(10)).value().back().hourly_wage ==
        Money::kroner(115));
}

TEST_CASE("hours to the minute") {
  CHECK(clock_text(Exact::ratio(425, 24)) == "17:43");  // 17,7083…
  CHECK(clock_text(Exact::whole(9)) == "9:00");
  CHECK(clock_text(Exact::ratio(119, 12)) == "9:55");
}
