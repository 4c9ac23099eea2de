#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

namespace {

EffortWork work(std::int64_t kroner, std::int64_t hours) {
  return {.hourly_wage = Ranged::of(kroner * 100), .weekly_hours = Ranged::of(hours * 10'000)};
}

Effort effort(GroupRefund refund) {
  Effort e;
  e.from = refund == GroupRefund::old ? 2013y / 1 : 2021y / 1;
  e.months = 48;
  e.participants = 60;
  e.intake_months = 12;
  e.refund = refund;
  e.benefit_weeks = 104;
  e.municipal_tax = Percent::whole(25);
  e.staff = {30'000'000, 20'000'000, 40'000'000, true};
  e.pool = work(140, 10);
  e.pool_months = Ranged::of(10);
  e.work_worth = Ranged::of(500'000);
  e.outcomes = {{.to = Outcome::To::fleksjob, .share = {500'000, 300'000, 700'000, false}, .work = work(150, 12)},
                {.to = Outcome::To::job, .share = Ranged::of(20'000), .work = work(170, 30)},
                {.to = Outcome::To::other, .share = Ranged::of(100'000), .benefit = Ranged::of(1'500'000), .refund = Ranged::of(200'000)}};
  e.anyway = {{.to = Outcome::To::fleksjob, .share = Ranged::of(100'000), .work = work(150, 12)}};
  return e;
}

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}

}  // namespace

// KOM-13: the years are the sum of their lines, and all of it the sum of the years.
TEST_CASE("KOM-13, KOM-12: an effort's purses are the sum of their lines, year by year and in all") {
  for (const GroupRefund refund : {GroupRefund::old, GroupRefund::staircase}) {
    const auto r = effort_result(effort(refund), rates());
    REQUIRE(r);
    Exact all{};
    for (const EffortYear& y : r->years) {
      const EffortLine& l = y.as_it_falls;
      CHECK(l.municipality == l.refund + l.fleksbidrag + l.kept_tax - l.benefit - l.pool_wage - l.staff);
      CHECK(l.pool_wage >= Exact{});
      all += l.municipality;
    }
    CHECK(r->years.size() == 4);
    CHECK(all == r->all.municipality);
    CHECK(r->cumulated.back() == all);
    CHECK(r->years.front().fixed.municipality == r->years.front().as_it_falls.municipality);
    CHECK(r->all.pool_wage.is_positive());
  }
}

// KOM-13: at the break-even share the result is nothing.
TEST_CASE("KOM-13: the share at which it pays gives a result of nothing, below it a loss, above it a gain") {
  Effort e = effort(GroupRefund::staircase);
  e.staff = Ranged::of(0);
  // Costs that nearly eat what it gives.
  e.staff = Ranged::of(effort_result(e, rates())->all.municipality.rounded(Rounding::half_up).value() / 2);
  const auto r = effort_result(e, rates());
  REQUIRE(r);
  REQUIRE(r->break_even.success);
  REQUIRE(r->break_even.success->is_positive());
  CHECK(r->success == Exact::ratio(52, 100));
  // The file's shares are of four decimals: the result of the nearest one lies within what one of them is worth.
  const auto result_at = [&](std::int64_t share) {
    for (Outcome& o : e.outcomes)
      if (o.to == Outcome::To::fleksjob)
        o.share = Ranged::of(share * 50 / 52);
      else if (o.to == Outcome::To::job)
        o.share = Ranged::of(share * 2 / 52);
    return effort_result(e, rates())->all.municipality;
  };
  const std::int64_t at = (*r->break_even.success * Exact::whole(1'000'000)).rounded(Rounding::half_up).value();
  CHECK(result_at(at - 10'000) < Exact{});
  CHECK(result_at(at + 10'000) > Exact{});
  const Exact near = result_at(at), step = result_at(at + 1'000) - result_at(at - 1'000);
  CHECK((near < step && Exact{} - near < step));
}

TEST_CASE("KOM-13: months until it is paid back, and none when it never is") {
  Effort e = effort(GroupRefund::old);
  e.staff = Ranged::of(0);
  e.work_worth = Ranged::of(1'000'000);
  const auto pays = effort_result(e, rates());
  REQUIRE(pays->break_even.months);
  const auto month = static_cast<std::size_t>(*pays->break_even.months);
  CHECK(!(pays->cumulated[month - 1] < Exact{}));
  if (month > 1) CHECK(pays->cumulated[month - 2] < Exact{});
  e.staff = Ranged::of(10'000'000'000);
  const auto never = effort_result(e, rates());
  CHECK(!never->break_even.months);
  CHECK(!never->break_even.success);
}

TEST_CASE("KOM-13: each range has its result at both ends, what decides most first") {
  const auto r = effort_result(effort(GroupRefund::staircase), rates());
  REQUIRE(r->decides.size() == 2);
  CHECK(!(r->decides[0].worth() < r->decides[1].worth()));
  const Decides& staff = r->decides[0].input == "staff_a_year" ? r->decides[0] : r->decides[1];
  CHECK(staff.assumed);
  CHECK(staff.at_low > staff.at_high);
  Effort low = effort(GroupRefund::staircase);
  low.staff = Ranged::of(20'000'000);
  CHECK(effort_result(low, rates())->all.municipality == staff.at_low);
}

// Reproducible: the same for any number of threads.
TEST_CASE("KOM-13: cohorts drawn at random are the same for one thread and for many, and lie about the result") {
  const Effort e = effort(GroupRefund::old);
  const auto one = effort_spread(e, rates(), 40, 7, 1), three = effort_spread(e, rates(), 40, 7, 3),
             other = effort_spread(e, rates(), 40, 8, 1);
  REQUIRE(one);
  REQUIRE(three);
  CHECK(one->mean == three->mean);
  CHECK(one->percentiles == three->percentiles);
  CHECK(one->paying == three->paying);
  CHECK(one->mean != other->mean);
  for (std::size_t i = 1; i < one->percentiles.size(); ++i) CHECK(one->percentiles[i - 1] <= one->percentiles[i]);
  CHECK(!effort_spread(e, rates(), 0, 7));
}

TEST_CASE("KOM-13: without ranges and with everybody alike a cohort is the result itself") {
  Effort e = effort(GroupRefund::old);
  e.staff = Ranged::of(30'000'000);
  e.outcomes.resize(1);
  e.outcomes[0].share = Ranged::of(1'000'000);
  e.anyway.clear();
  const auto spread = effort_spread(e, rates(), 2, 1);
  const auto result = effort_result(e, rates());
  CHECK(spread->mean == result->all.municipality);
}

// KOM-1, KOM-2: an ordinary job for a year lets the count start over; KOM-5: a pool job of nine months brings the refund back.
TEST_CASE("KOM-5, KOM-2: nine months of fleksjob bring the refund of ledighedsydelse back, and a year's job lets the weeks start over") {
  Effort e = effort(GroupRefund::old);
  e.outcomes.clear();
  e.anyway.clear();
  e.staff = Ranged::of(0);
  e.intake_months = 1;
  e.pool_months = Ranged::of(8);
  const auto eight = effort_result(e, rates());
  e.pool_months = Ranged::of(9);
  const auto nine = effort_result(e, rates());
  // After eight months nothing of the ledighedsydelse comes back; after nine, thirty per cent of it.
  CHECK(eight->years[1].as_it_falls.refund == Exact{});
  CHECK(nine->years[1].as_it_falls.refund.is_positive());
  Effort job = effort(GroupRefund::staircase);
  job.intake_months = 1;
  job.outcomes = {{.to = Outcome::To::job, .share = Ranged::of(1'000'000), .work = work(170, 30), .lasts = Ranged::of(12)}};
  job.anyway.clear();
  const auto back = effort_result(job, rates());
  // Back after the job the first weeks are refunded more than those of the others.
  CHECK(back->years[2].as_it_falls.refund.is_positive());
}

TEST_CASE("KOM-13: what cannot be is said, with its place") {
  const auto wrong = [](auto change) {
    Effort e = effort(GroupRefund::staircase);
    change(e);
    const auto error = problem(e);
    return error ? std::string(error->field.text()) : std::string();
  };
  CHECK(wrong([](Effort&) {}).empty());
  CHECK(wrong([](Effort& e) { e.from = Month{}; }) == "from");
  CHECK(wrong([](Effort& e) { e.months = 0; }) == "months");
  CHECK(wrong([](Effort& e) { e.participants = 0; }) == "participants");
  CHECK(wrong([](Effort& e) { e.intake_months = 49; }) == "intake_months");
  CHECK(wrong([](Effort& e) { e.benefit_weeks = 340; }) == "group.benefit_weeks");
  CHECK(wrong([](Effort& e) { e.benefit_months = 25; }) == "group.benefit_months");
  CHECK(wrong([](Effort& e) { e.staff = {1, 2, 0, false}; }) == "staff_a_year");
  CHECK(wrong([](Effort& e) { e.outcomes[1].share = Ranged::of(300'000); }) == "outcomes[2].pct");
  CHECK(wrong([](Effort& e) { e.anyway[0].share = Ranged::of(1'000'001); }) == "anyway[0].pct");
  CHECK(wrong([](Effort& e) { e.from = 2015y / 12; }) == "from");
  Effort e = effort(GroupRefund::old);
  e.from = 1999y / 1;
  CHECK(!effort_result(e, rates()));
}
