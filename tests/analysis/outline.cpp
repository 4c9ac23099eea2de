#include "analysis/outline.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "analysis/random_citizens.hpp"

// The curve in a few strokes: the stretches meet, the dips are dips, and the best is the best.

using namespace fleks;

TEST_CASE("random citizens: stretches meet, dips are below, and nothing is above the best") {
  std::mt19937_64 dice(47);
  for (int round = 0; round < citizens::rounds(60); ++round) {
    CAPTURE(round);
    constexpr auto one = Hours::whole(1), full = Hours::whole(37);
    const auto random = citizens::random_case(dice);
    const auto picture = NetPicture::of(random.citizen, RateTable::embedded(), random.options).value();
    const auto kinks = picture.kinks_over_hours(one, full).value();
    const auto value = [&](Hours h) { return picture.exact_in_hand(picture.at(h).value()); };
    const CurveEnd first{Exact::of(one), value(one)}, last{Exact::of(full), value(full)};
    const CurveOutline o = outline_of(first, last, kinks, Exact::whole(20'000), Exact::whole(1));
    REQUIRE(!o.stretches.empty());
    CHECK(o.stretches.front().from == first.at);
    CHECK(o.stretches.back().to == last.at);
    for (std::size_t i = 1; i < o.stretches.size(); ++i) {
      CHECK(o.stretches[i].from == o.stretches[i - 1].to);
      CHECK(o.stretches[i].gain != o.stretches[i - 1].gain);
    }
    // A dip begins where the curve bends down or jumps down, or at its first place.
    const auto peak = [&](const CurveDip& d) {
      Exact most = first.in_hand;
      for (const Kink& k : kinks)
        if (k.at == d.from) most = k.jump < Exact{} ? k.in_hand - k.jump : k.in_hand;
      return most;
    };
    for (int quarter = 4; quarter <= 148; ++quarter) {
      const Hours h = Hours::of_ten_thousandths(quarter * 2'500);
      const Exact here = Exact::of(h), v = value(h);
      const auto inside = std::find_if(o.dips.begin(), o.dips.end(), [&](const CurveDip& d) { return d.from < here && here < d.to; });
      if (inside != o.dips.end()) CHECK(v < peak(*inside));
      CHECK(!(o.best < v));
    }
  }
}
