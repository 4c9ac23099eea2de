#include <benchmark/benchmark.h>

#include <fleks/analysis/worth_of_hours.hpp>

#include "oracle/oracle.hpp"

// A citizen's whole curve and exact kinks, beside the oracle's picture of one point.

namespace {

using namespace fleks;

Citizen citizen() {
  Citizen c;
  c.year = 2025;
  c.hourly_wage = Money::kroner(200);
  c.own_pension = Percent::whole(4);
  c.employer_pension = Percent::whole(8);
  c.municipal = Percent::of_ten_thousandths(250'680);
  c.church = Percent::of_ten_thousandths(8'700);
  return c;
}

Citizen without_pension() {
  Citizen c;
  c.year = 2024;
  c.hourly_wage = Money::kroner(200);
  c.municipal = Percent::whole(25);
  return c;
}

const NetPicture& picture() {
  static const NetPicture p = NetPicture::of(citizen(), RateTable::embedded()).value();
  return p;
}

void curve(benchmark::State& state, const Citizen& of_whom) {
  const RateTable table = RateTable::embedded();
  for (auto _ : state) {
    const NetPicture p = NetPicture::of(of_whom, table).value();
    for (int h = 0; h <= 37; ++h) benchmark::DoNotOptimize(p.at(Hours::whole(h)));
  }
}
// A citizen's terms and the 38 points.
void curve_of_38_points(benchmark::State& state) { curve(state, citizen()); }
BENCHMARK(curve_of_38_points)->Unit(benchmark::kMicrosecond);
void curve_of_38_points_without_pension(benchmark::State& state) { curve(state, without_pension()); }
BENCHMARK(curve_of_38_points_without_pension)->Unit(benchmark::kMicrosecond);

void exact_kinks(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(picture().kinks_over_hours(Hours::whole(1), Hours::whole(37)));
}
BENCHMARK(exact_kinks)->Unit(benchmark::kMicrosecond);

void a_citizens_terms(benchmark::State& state) {
  const RateTable table = RateTable::embedded();
  for (auto _ : state) benchmark::DoNotOptimize(NetPicture::of(citizen(), table));
}
BENCHMARK(a_citizens_terms)->Unit(benchmark::kMicrosecond);

void one_point_by_the_oracle(benchmark::State& state) {
  const auto book = oracle::RateBook::read(FLEKS_SOURCE_DIR "/src/rates/rates.csv");
  const auto rates = oracle::year_rates(book, 2025);
  oracle::NetFacts f;
  f.hourly_wage = 200;
  f.weekly_hours = 18;
  f.own_pension_pct = 4;
  f.employer_pension_pct = 8;
  f.municipal_pct = oracle::ratio(25'068, 1'000);
  f.church_pct = oracle::ratio(87, 100);
  for (auto _ : state) benchmark::DoNotOptimize(oracle::net(f, rates));
}
BENCHMARK(one_point_by_the_oracle)->Unit(benchmark::kMicrosecond);

}  // namespace
