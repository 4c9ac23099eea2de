#include <benchmark/benchmark.h>

#include <fleks/fleks.hpp>

#include "case_of_ten_years.hpp"

// A case of 10 years with 3 jobs, 360 wage records and a correction.

namespace {

using namespace fleks;

void statement(benchmark::State& state) {
  const Case c = ten_years();
  const RateTable rates = RateTable::embedded();
  for (auto _ : state) benchmark::DoNotOptimize(case_statement(c, rates).value());
}
BENCHMARK(statement)->Unit(benchmark::kMicrosecond);

void statement_and_correction(benchmark::State& state) {
  const Case c = ten_years();
  const RateTable rates = RateTable::embedded();
  for (auto _ : state) {
    benchmark::DoNotOptimize(case_statement(c, rates).value());
    benchmark::DoNotOptimize(correction(c, rates, c.first).value());
  }
}
BENCHMARK(statement_and_correction)->Unit(benchmark::kMicrosecond);

void explained(benchmark::State& state) {
  const Case c = ten_years();
  const RateTable rates = RateTable::embedded();
  for (auto _ : state) benchmark::DoNotOptimize(case_statement(c, rates, {.explained = true}).value());
}
BENCHMARK(explained)->Unit(benchmark::kMicrosecond);

}  // namespace
