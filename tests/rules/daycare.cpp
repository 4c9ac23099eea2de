#include <doctest/doctest.h>

#include <array>

#include <fleks/values/money.hpp>

#include "rules/child_benefit.hpp"
#include "rules/daycare.hpp"

// FRIPLADS and BOERN, each limit a krone to either side, in the numbers of any calculation.

using namespace fleks;

namespace {

Exact kroner(std::int64_t whole) { return Exact::of(Money::kroner(whole)); }

}  // namespace

// Dagtilbudsloven § 43: nothing below the free limit, a first share from it, one point more each step, all from the upper.
TEST_CASE("FRIPLADS: the parents' share by the income's steps") {
  const law::DaycareRates r{.free_below = kroner(218'101),
                            .full_from = kroner(677'500),
                            .step = kroner(4'836),
                            .first_share = Exact::ratio(5, 100),
                            .step_share = Exact::ratio(1, 100),
                            .sibling_discount = Exact::ratio(50, 100)};
  const auto share = [&](std::int64_t income) { return law::parents_share(kroner(income), r); };
  CHECK(share(0).is_zero());
  CHECK(law::parents_share(kroner(218'101) - Exact::whole(1), r).is_zero());
  CHECK(share(218'101) == Exact::ratio(5, 100));
  CHECK(law::parents_share(kroner(218'101 + 4'836) - Exact::whole(1), r) == Exact::ratio(5, 100));
  CHECK(share(218'101 + 4'836) == Exact::ratio(6, 100));
  CHECK(share(218'101 + 94 * 4'836) == Exact::ratio(99, 100));
  CHECK(law::parents_share(kroner(677'500) - Exact::whole(1), r) == Exact::ratio(99, 100));
  CHECK(share(677'500) == Exact::whole(1));
  CHECK(law::full_fee(kroner(4'000), 1, r) == kroner(4'000));
  CHECK(law::full_fee(kroner(4'000), 3, r) == kroner(8'000));
}

// Børne- og ungeydelsesloven §§ 1, 1 a; børnetilskudsloven §§ 2-3.
TEST_CASE("BOERN: the amounts by age, the allowance of a single parent, and the taper") {
  const law::ChildRates r{.youngest = kroner(21'480),
                          .before_school = kroner(16'992),
                          .school = kroner(13'368),
                          .taper_share = Exact::ratio(2, 100),
                          .taper_threshold = kroner(961'100),
                          .allowance = kroner(6'964),
                          .extra_allowance = kroner(7'096)};
  const auto of = [&](int age) { return law::child_benefit_by_age(std::array{age}, r); };
  CHECK(of(0) == kroner(21'480));
  CHECK(of(2) == kroner(21'480));
  CHECK(of(3) == kroner(16'992));
  CHECK(of(6) == kroner(16'992));
  CHECK(of(7) == kroner(13'368));
  CHECK(of(17) == kroner(13'368));
  CHECK(of(18).is_zero());
  CHECK(law::child_benefit_by_age(std::array{1, 4, 9}, r) == kroner(51'840));
  CHECK(law::child_allowance(std::array{1, 4}, r) == kroner(2 * 6'964 + 7'096));
  CHECK(law::child_allowance(std::array{18}, r).is_zero());
  CHECK(law::child_benefit(kroner(21'480), kroner(961'100), r) == kroner(21'480));
  CHECK(law::child_benefit(kroner(21'480), kroner(961'150), r) == kroner(21'479));
  CHECK(law::child_benefit(kroner(21'480), kroner(961'100 + 50 * 21'480), r).is_zero());
  CHECK(law::child_benefit(kroner(21'480), kroner(9'000'000), r).is_zero());
}
