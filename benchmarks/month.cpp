// What one month costs: plain, with its trace, through the exact path, by the oracle's rational numbers, and a loop
// that only copies what goes in and comes out. The ratios at the end are of this run.

#include <benchmark/benchmark.h>

#include <fleks/fleks.hpp>

#include <array>
#include <cstdio>
#include <map>
#include <string>

#include "agreement/agreement.hpp"

namespace {

using namespace fleks;

constexpr std::size_t month_count = 64;  // a power of two: the loops below mask

/// Months of different wages, under a ceiling that cuts some of them.
std::array<MonthFacts, month_count> months(Pay::Form form) {
  std::array<MonthFacts, month_count> all;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto n = static_cast<std::int64_t>(i);
    MonthFacts& f = all[i];
    f.month = Month{std::chrono::year{2024}, std::chrono::March};
    f.pay = form == Pay::Form::hourly ? Pay::hourly(Money::oere(14'000 + 137 * n), Hours::whole(5 + n / 3))
                                      : Pay::am_income(Money::oere(400'000 + 43'211 * n));
    if (form == Pay::Form::am_income) {
      f.own_pension = Contribution::of(Money::oere(20'000 + 311 * n));
      f.employer_pension = Contribution::of(Money::oere(40'000 + 622 * n));
      f.paid_hours = Hours::whole(20 + n);
    } else {
      f.own_pension = Contribution::of(Percent::whole(4));
      f.employer_pension = Contribution::of(Percent::whole(8));
    }
    f.ceiling = Ceiling::stated(Money::kroner(29'000));
  }
  return all;
}

void month_plain(benchmark::State& state) {
  const auto all = months(Pay::Form::am_income);
  const RateTable rates = RateTable::embedded();
  std::size_t i = 0;
  for (auto _ : state) {
    auto statement = fleksloentilskud(all[i++ % month_count], rates);
    benchmark::DoNotOptimize(statement);
  }
}

void month_traced(benchmark::State& state) {
  const auto all = months(Pay::Form::am_income);
  const RateTable rates = RateTable::embedded();
  Trace trace;
  std::size_t i = 0;
  for (auto _ : state) {
    auto statement = fleksloentilskud(all[i++ % month_count], rates, {}, trace);
    benchmark::DoNotOptimize(statement);
    benchmark::DoNotOptimize(trace);
  }
}

void month_from_hourly_pay(benchmark::State& state) {
  const auto all = months(Pay::Form::hourly);
  const RateTable rates = RateTable::embedded();
  std::size_t i = 0;
  for (auto _ : state) {
    auto statement = fleksloentilskud(all[i++ % month_count], rates);
    benchmark::DoNotOptimize(statement);
  }
}

/// The same months in rational numbers, facts and rates already in the oracle's own words.
void month_by_the_oracle(benchmark::State& state) {
  std::array<oracle::MonthFacts, month_count> all;
  const auto given = months(Pay::Form::am_income);
  for (std::size_t i = 0; i < month_count; ++i) all[i] = agreement::in_oracle_words(given[i]);
  const oracle::MonthRates& rates = agreement::rates_of(given[0].month);
  const oracle::MonthOptions options;
  std::size_t i = 0;
  for (auto _ : state) {
    auto result = oracle::month(all[i++ % month_count], options, rates);
    benchmark::DoNotOptimize(result);
  }
}

/// What moving the facts in and a statement out costs by itself.
void copy_loop(benchmark::State& state) {
  const auto all = months(Pay::Form::am_income);
  const auto out = fleksloentilskud(all[0], RateTable::embedded());
  std::size_t i = 0;
  for (auto _ : state) {
    MonthFacts facts = all[i++ % month_count];
    benchmark::DoNotOptimize(facts);
    MonthStatement statement = *out;
    benchmark::DoNotOptimize(statement);
  }
}

void rates_of_a_day(benchmark::State& state) {
  const RateTable rates = RateTable::embedded();
  std::chrono::sys_days day{std::chrono::year{2013} / 1 / 1};
  std::array<Date, 4096> days;
  for (auto& date : days) date = Date{day += std::chrono::days{1}};
  std::size_t i = 0;
  for (auto _ : state) {
    i = (i + 1237) % days.size();
    auto base = rates.on(days[i]).find(RateKey::fleksloentilskud_max_month);
    benchmark::DoNotOptimize(base);
  }
}

void embedded_again(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(RateTable::embedded());
}

BENCHMARK(copy_loop);
BENCHMARK(rates_of_a_day);
BENCHMARK(embedded_again);
BENCHMARK(month_plain);
BENCHMARK(month_traced);
BENCHMARK(month_from_hourly_pay);
BENCHMARK(month_by_the_oracle);

/// Shows the runs as usual and keeps the best of each for the ratios.
class Keeper : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      if (run.error_occurred || run.run_type != Run::RT_Iteration) continue;
      const double time = run.GetAdjustedCPUTime();
      auto [best, is_new] = best_.try_emplace(run.run_name.function_name, time);
      if (!is_new && time < best->second) best->second = time;
    }
  }
  void show_ratios() const {
    const auto ratio = [&](const char* slow, const char* fast) {
      if (best_.contains(slow) && best_.contains(fast)) std::printf("%-22s / %-22s %8.1f\n", slow, fast, best_.at(slow) / best_.at(fast));
    };
    std::puts("\nRatios of this run");
    ratio("month_by_the_oracle", "month_plain");
    ratio("month_by_the_oracle", "month_traced");
    ratio("month_by_the_oracle", "month_from_hourly_pay");
    ratio("month_traced", "month_plain");
    ratio("month_plain", "copy_loop");
  }

 private:
  std::map<std::string, double> best_;
};

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  Keeper keeper;
  benchmark::RunSpecifiedBenchmarks(&keeper);
  keeper.show_ratios();
}
