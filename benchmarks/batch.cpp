// Rows a second of the batch beside a copy loop of the same columns, in the same run. 4 million rows, far beyond the
// caches. `batch` has the shape wage, pensions and ceiling in, all eight amounts out; `batch_subsidy_only` wage and
// ceiling in, the subsidy out. Example: build/release/benchmarks/batch --benchmark_counters_tabular=true
#include <benchmark/benchmark.h>

#include <array>
#include <cstring>
#include <vector>

#include <fleks/statement/batch.hpp>

namespace {

constexpr std::size_t rows = 4'000'000;

struct Columns {
  std::array<std::vector<std::int64_t>, 4> in;
  std::array<std::vector<std::int64_t>, 8> out;
  Columns() {
    std::uint64_t state = 1;
    const auto below = [&](std::int64_t n) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      return static_cast<std::int64_t>((state >> 33) % static_cast<std::uint64_t>(n));
    };
    for (auto& column : out) column.assign(rows, 1);
    for (auto& column : in) column.resize(rows);
    for (std::size_t i = 0; i < rows; ++i) {
      in[0][i] = below(3'500'000);
      in[1][i] = in[0][i] / 25;
      in[2][i] = in[0][i] / 12;
      in[3][i] = below(5) == 0 ? fleks::no_ceiling : 2'500'000 + below(1'500'000);
    }
  }
};

/// The thread's own part of the rows.
struct Part {
  explicit Part(const benchmark::State& state)
      : first(rows / static_cast<std::size_t>(state.threads()) * static_cast<std::size_t>(state.thread_index())),
        count(rows / static_cast<std::size_t>(state.threads())) {}
  std::size_t first, count;
};

Columns& columns() {
  static Columns shared;
  return shared;
}
const fleks::MonthBatch& batch() {
  static const fleks::MonthBatch march = fleks::MonthBatch::of(std::chrono::year{2024} / 3, fleks::RateTable::embedded()).value();
  return march;
}

// What a row costs at least: each column read, each column written. The fourth input is copied for the outputs that
// have no input of their own.
template <std::size_t ins, std::size_t outs>
void copy(benchmark::State& state) {
  Columns& c = columns();
  const Part part(state);
  for (auto _ : state) {
    constexpr std::size_t at_once = 512;  // as the batch walks its columns
    for (std::size_t at = part.first; at < part.first + part.count; at += at_once) {
      const std::size_t n = std::min(at_once, part.first + part.count - at);
      for (std::size_t i = 0; i < outs; ++i) std::memcpy(c.out[i].data() + at, c.in[i % ins].data() + at, n * sizeof(std::int64_t));
      if constexpr (ins > outs)
        for (std::size_t i = outs; i < ins; ++i) {
          std::int64_t ored = 0;
          for (std::size_t j = at; j < at + n; ++j) ored |= c.in[i][j];
          benchmark::DoNotOptimize(ored);
        }
    }
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(part.count));
}

void run(benchmark::State& state, bool whole) {
  Columns& c = columns();
  const Part part(state);
  const auto in = [&](std::size_t i) { return std::span<const std::int64_t>(c.in[i]).subspan(part.first, part.count); };
  const auto out = [&](std::size_t i) { return std::span(c.out[i]).subspan(part.first, part.count); };
  fleks::MonthColumns facts{.am_income = in(0), .ceiling = in(3)};
  fleks::StatementColumns results{.fleksloentilskud = out(0)};
  if (whole) {
    facts.own_pension = in(1);
    facts.employer_pension = in(2);
    results = {out(1), out(2), out(3), out(4), out(0), out(5), out(6), out(7)};
  }
  for (auto _ : state) {
    if (batch().run(facts, results)) state.SkipWithError("a row was refused");
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(part.count));
  state.SetLabel(std::string(batch().runs_on()));
}
void batch_whole(benchmark::State& state) { run(state, true); }
void batch_subsidy_only(benchmark::State& state) { run(state, false); }

BENCHMARK(copy<4, 8>)->Name("copy 4 in, 8 out")->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(batch_whole)->Name("batch 4 in, 8 out")->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(copy<2, 1>)->Name("copy 2 in, 1 out")->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(batch_subsidy_only)->Name("batch 2 in, 1 out")->Threads(1)->Threads(2)->UseRealTime();

}  // namespace
