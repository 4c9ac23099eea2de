#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <fleks/statement/batch.hpp>
#include <fleks/statement/month_statement.hpp>

#include "kernels/subsidy.hpp"
#include "rules/month.hpp"
#include "rules/scaled.hpp"

// The batch gives the øre of the single call: on every wage, on random rows of every kind, on every instruction set.

namespace {

using namespace fleks;

#if defined(NDEBUG) && defined(__OPTIMIZE__)
constexpr std::int64_t step = 1;
constexpr std::size_t random_rows = 10'000'000;
#else
constexpr std::int64_t step = 997;
constexpr std::size_t random_rows = 100'000;
#endif

using Wide = law::ScaledNumbers<1'000'000>;

struct Random {
  std::uint64_t state;
  std::uint64_t next() noexcept {
    std::uint64_t z = state += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  std::int64_t below(std::int64_t n) noexcept { return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(n)); }
};

constexpr std::size_t fact_columns = 8, result_columns = 9;

struct Rows {
  explicit Rows(std::size_t count) {
    for (auto& column : facts) column.assign(count, 0);
    for (auto& column : results) column.assign(count, 0);
  }
  std::array<std::vector<std::int64_t>, fact_columns> facts;
  std::array<std::vector<std::int64_t>, result_columns> results;

  [[nodiscard]] MonthColumns in() const { return {facts[0], facts[1], facts[2], facts[3], facts[4], facts[5], facts[6], facts[7]}; }
  [[nodiscard]] StatementColumns out() {
    return {results[0], results[1], results[2], results[3], results[4], results[5], results[6], results[7], results[8]};
  }
};

std::int64_t shown(const Exact& amount) { return amount.round(Rounding::half_up).value().in_oere(); }

std::array<std::int64_t, result_columns> single(const Rows& rows, std::size_t i, Month month, const RateTable& table,
                                                const Options& options) {
  const auto& f = rows.facts;
  MonthFacts facts{.month = month, .pay = Pay::am_income(Money::oere(f[0][i]))};
  facts.own_pension = Contribution::of(Money::oere(f[1][i]));
  facts.employer_pension = Contribution::of(Money::oere(f[2][i]));
  facts.other_wage = Money::oere(f[3][i]);
  facts.daily_benefit = Money::oere(f[4][i]);
  if (f[5][i] != no_ceiling) facts.ceiling = Ceiling::stated(Money::oere(f[5][i]));
  facts.ledighedsydelse_days = Days::of_ten_thousandths(f[6][i]);
  if (f[7][i] != not_known) facts.paid_hours = Hours::of_ten_thousandths(f[7][i]);
  const MonthStatement s = fleksloentilskud(facts, table, options).value();
  return {shown(s.taper),       shown(s.before_ceiling),        shown(s.ceiling_cut),
          shown(s.holiday_cut), s.fleksloentilskud.in_oere(),   s.own_atp.in_oere(),
          s.payout.in_oere(),   s.obligatory_pension.in_oere(), s.public_atp ? s.public_atp->in_oere() : not_known};
}

/// One month of every period between two changes of the rates, 2013 to 2026.
std::vector<Month> periods(const RateTable& table) {
  std::vector<Month> months;
  for (Month month = std::chrono::year{2013} / 1; month <= std::chrono::year{2026} / 12; month += std::chrono::months{1})
    for (const auto day : table.changes())
      if (std::chrono::sys_days{first_day(month)} == day) months.push_back(month);
  return months;
}

/// Runs `each(i)` for i below count on two threads.
template <class Each>
void on_two_threads(std::size_t count, Each each) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) each(i);
  };
  std::thread other(work);
  work();
  other.join();
}

}  // namespace

TEST_CASE("FLT: the batch has the law's øre for every wage to 60.000 kr., period and ceiling") {
  const RateTable table = RateTable::embedded();
  const auto months = periods(table);
  REQUIRE(months.size() >= 14);
  constexpr std::array<std::int64_t, 3> ceilings{no_ceiling, 2'354'500, 3'206'667};
  constexpr std::int64_t most = 6'000'000, piece = 60'000;
  // Every øre against the rules over numbers that divide by a plain division, and each 7th (FLEKS_EVERY_OERE: each)
  // against the single call, which takes ten times as long.
  const std::size_t stride = std::getenv("FLEKS_EVERY_OERE") != nullptr ? 1 : 7;
  std::atomic<std::int64_t> wrong{0}, compared{0}, by_single_call{0};
  on_two_threads(months.size() * ceilings.size(), [&](std::size_t job) {
    const Month month = months[job / ceilings.size()];
    const std::int64_t ceiling = ceilings[job % ceilings.size()];
    const MonthBatch batch = MonthBatch::of(month, table).value();
    const RatesOnDate on = table.on(month);
    RateReader read(on);
    const auto rates = law::MonthRates<Wide>::of(read, table, {});
    const auto terms = law::MonthTerms<Wide>::of({}, month);
    law::Untraced untraced;
    MonthFacts facts{.month = month};
    if (ceiling != no_ceiling) facts.ceiling = Ceiling::stated(Money::oere(ceiling));
    std::vector<std::int64_t> wage, ceiling_column(static_cast<std::size_t>(piece / step) + 1, ceiling), subsidy(ceiling_column.size()),
        payout(ceiling_column.size()), pension(ceiling_column.size());
    for (std::int64_t start = 0; start <= most; start += piece) {
      wage.clear();
      for (std::int64_t oere = start; oere < start + piece && oere <= most; oere += step) wage.push_back(oere);
      const auto failed = batch.run({.am_income = wage, .ceiling = std::span(ceiling_column).first(wage.size())},
                                    {.fleksloentilskud = subsidy, .payout = payout, .obligatory_pension = pension});
      std::int64_t different = failed ? 1 : 0;
      for (std::size_t i = 0; i < wage.size(); ++i) {
        law::MonthInput<Wide> in;
        in.wage.pay = {wage[i]};
        if (ceiling != no_ceiling) in.ceiling = {.form = Ceiling::Form::stated, .amount = {ceiling}};
        const auto m = law::month(in, rates, terms, untraced);
        different += subsidy[i] != m.paid.count || payout[i] != (m.paid - m.own_atp).count || pension[i] != m.obligatory_pension.count;
      }
      for (std::size_t i = job % stride; i < wage.size(); i += stride) {
        facts.pay = Pay::am_income(Money::oere(wage[i]));
        const auto s = fleksloentilskud(facts, table);
        different += !s || s->fleksloentilskud.in_oere() != subsidy[i] || s->payout.in_oere() != payout[i] ||
                     s->obligatory_pension.in_oere() != pension[i];
        ++by_single_call;
      }
      wrong += different;
      compared += static_cast<std::int64_t>(wage.size());
    }
  });
  MESSAGE(compared.load(), " rows compared, ", by_single_call.load(), " of them with the single call");
  CHECK(wrong.load() == 0);
}

TEST_CASE("FLT: the batch has the single call's øre on random rows with every branch, and on every instruction set") {
  const RateTable table = RateTable::embedded();
  const auto months = periods(table);
  constexpr std::size_t at_once = 25'000;
  std::atomic<std::int64_t> wrong{0};
  std::array<std::atomic<std::int64_t>, 8> met{};
  on_two_threads(random_rows / at_once, [&](std::size_t job) {
    Random random{job * 1'000'003 + 7};
    const Month month = months[months.size() - 1 - job % months.size()];
    Rows rows(at_once);
    for (std::size_t i = 0; i < at_once; ++i) {
      auto& f = rows.facts;
      const std::int64_t kind = random.below(400);
      f[0][i] = kind < 4 ? 0 : kind == 4 ? random.below(largest_amount.in_oere()) : random.below(kind % 3 == 0 ? 1'700'000 : 4'500'000);
      f[1][i] = random.below(4) == 0 ? random.below(300'000) : 0;
      f[2][i] = random.below(3) == 0 ? random.below(500'000) : 0;
      f[3][i] = random.below(8) == 0 ? random.below(1'500'000) : 0;
      f[4][i] = random.below(12) == 0 ? random.below(2'000'000) : 0;
      f[5][i] = random.below(3) == 0 ? no_ceiling : random.below(4'500'000);
      // Until March 2022 the benefit paid for the days is what is deducted, which no column has.
      f[6][i] = random.below(200) == 0 && month >= std::chrono::year{2022} / 4 ? random.below(310'000) : 0;
      f[7][i] = random.below(50) == 0 ? random.below(1'700'000) : not_known;
    }
    const MonthBatch batch = MonthBatch::of(month, table).value();
    const bool failed = batch.run(rows.in(), rows.out()).has_value();
    std::int64_t different = failed ? 1 : 0;
    for (std::size_t i = 0; i < at_once; ++i) {
      const auto expected = single(rows, i, month, table, {});
      for (std::size_t column = 0; column < result_columns; ++column) different += rows.results[column][i] != expected[column];
      if (i % 16 != 0) continue;
      const auto& f = rows.facts;
      met[0] += expected[2] > 0;                             // cut by the ceiling
      met[1] += expected[3] > 0;                             // holiday days
      met[2] += expected[4] == 0;                            // nothing left
      met[3] += f[0][i] + f[1][i] + f[2][i] + f[4][i] == 0;  // no right
      met[4] += expected[5] == 50'000;                       // the most own ATP
      met[5] += f[0][i] > std::int64_t{1} << 24;             // beyond the loops
      met[6] += f[4][i] > 0;                                 // a daily benefit
      met[7] += expected[8] > 0;                             // public ATP
    }
    wrong += different;
  });
  CHECK(wrong.load() == 0);
  for (const auto& branch : met) CHECK(branch.load() > 0);
}

TEST_CASE("FLT: every loop that this processor can run gives the same") {
  const RateTable table = RateTable::embedded();
  kernels::Implementation all[3];
  const std::size_t count = kernels::implementations(all);
  REQUIRE(count >= 1);
  const kernels::SubsidyRates rates{2'067'000, 1'691'100, 30, 55, 5, 50'000, 180};
  Random random{11};
  constexpr std::size_t n = 10'007;
  std::array<std::vector<std::int64_t>, 6> in;
  for (auto& column : in)
    for (std::size_t i = 0; i < n; ++i) column.push_back(random.below(3) == 0 ? 0 : random.below(4'000'000));
  std::array<std::array<std::vector<std::int64_t>, 7>, 3> out;
  std::array<std::uint64_t, 3> ored{};
  for (std::size_t k = 0; k < count; ++k) {
    for (auto& column : out[k]) column.assign(n, -1);
    auto& o = out[k];
    ored[k] = all[k].subsidy({in[0].data(), in[1].data(), in[2].data(), in[3].data(), in[4].data(), in[5].data(), o[0].data(), o[1].data(),
                              o[2].data(), o[3].data(), o[4].data(), o[5].data(), o[6].data()},
                             n, rates);
    std::vector<std::int64_t> subsidy_only(n, -1);
    CHECK(ored[k] == all[k].subsidy_only({in[0].data(), in[1].data(), in[2].data(), in[3].data(), in[4].data(), in[5].data(), nullptr,
                                          nullptr, nullptr, subsidy_only.data(), nullptr, nullptr, nullptr},
                                         n, rates));
    CHECK(subsidy_only == out[0][3]);
    CHECK(ored[k] == ored[0]);
    CHECK(out[k] == out[0]);
    // What no row has is not read.
    const std::vector<std::int64_t> zeros(n, 0);
    for (const bool pensions : {false, true}) {
      const auto* own = pensions ? in[1].data() : zeros.data();
      const auto* employers = pensions ? in[2].data() : zeros.data();
      std::vector<std::int64_t> all_read(n, -1);
      static_cast<void>(all[k].subsidy_only({in[0].data(), own, employers, zeros.data(), zeros.data(), in[5].data(), nullptr, nullptr,
                                             nullptr, all_read.data(), nullptr, nullptr, nullptr},
                                            n, rates));
      static_cast<void>(
          all[k].subsidy_only({in[0].data(), pensions ? own : nullptr, pensions ? employers : nullptr, nullptr, nullptr, in[5].data(),
                               nullptr, nullptr, nullptr, subsidy_only.data(), nullptr, nullptr, nullptr, pensions, false},
                              n, rates));
      CHECK(subsidy_only == all_read);
    }
  }
}

#if defined(__x86_64__) && defined(__linux__)
// What the processor has, by the system's own list of it.
TEST_CASE("every loop for this processor is offered, and the widest is taken") {
  std::ifstream list("/proc/cpuinfo");
  std::string line;
  while (std::getline(list, line) && !line.starts_with("flags")) {
  }
  REQUIRE(line.starts_with("flags"));
  const auto has = [&](const std::string& flag) { return (line + ' ').find(' ' + flag + ' ') != std::string::npos; };
  std::vector<std::string> expected{"x86-64"}, offered;
  if (has("avx2")) expected.emplace_back("avx2");
  if (has("avx512dq") && has("avx512vl") && has("avx512bw")) expected.emplace_back("avx512");
  kernels::Implementation all[3];
  const std::size_t count = kernels::implementations(all);
  for (std::size_t i = 0; i < count; ++i) offered.emplace_back(all[i].instructions);
  CHECK(offered == expected);
  CHECK(std::string(kernels::best_implementation().instructions) == expected.back());
}
#endif

TEST_CASE("rounding in 32 bits is that in 64, up to the last amount that has room for its half") {
  using law::Scaled;
  std::int64_t wrong = 0;
  const auto compare = [&]<std::int64_t scale>(std::int64_t unit, auto round, Scaled<scale>) {
    const std::int64_t most = 0xFFFF'FFFF - unit / 2;
    const auto differs = [&](std::int64_t x) {
      return x >= 0 && x <= most && round(Scaled<scale, true>{static_cast<std::uint32_t>(x)}).count != round(Scaled<scale>{x}).count;
    };
    // Around every half and every whole that a rounding can meet, and at the end.
    for (std::int64_t half = 0; half <= most; half += unit / 2 * std::max<std::int64_t>(1, most / unit / 400'000))
      for (std::int64_t x = half - 1; x <= half + 1; ++x) wrong += differs(x);
    for (std::int64_t x = most - 2 * unit; x <= most; ++x) wrong += differs(x);
  };
  const auto krone = [](auto x) { return law::nearest_krone(x); };
  const auto oere = [](auto x) { return law::nearest_oere(x); };
  compare(10'000, krone, Scaled<100>{});
  compare(1'000'000, krone, Scaled<10'000>{});
  compare(100, oere, Scaled<100>{});
  CHECK(wrong == 0);
}

TEST_CASE("in 32 bits a difference ends at zero, and what is far more does not run over") {
  using Oere = law::Scaled<1, true>;
  using Fine = law::Scaled<100, true>;
  CHECK((Oere{3} - Oere{5}).count == 0);
  CHECK((Fine{350} - Oere{3}).count == 50);
  CHECK((Fine{299} - Oere{3} - Oere{1}).count == 0);
  CHECK(law::above(Cause::none, Oere{7}, Oere{5}).count == 2);
  CHECK(law::above(Cause::none, Oere{5}, Oere{7}).count == 0);
  for (const std::uint32_t far : {42'949'672U, 42'949'673U, 85'899'346U, 0xFFFF'FFFFU})
    CHECK(law::least(Cause::none, Fine{4'294'962'295U}, Oere{far}).count == 4'294'962'295U);
  CHECK(law::least(Cause::none, Fine{4'294'962'295U}, Oere{42'949'622}).count == 4'294'962'200U);
}

TEST_CASE("FLT: rows at the edges of the loops have the single call's øre, under the law's rates and a reform's") {
  const RateTable law = RateTable::embedded();
  // A slow taper, so that amounts may be larger; a threshold and a highest ATP beyond 32 bits.
  const auto row = [](RateKey key, std::int64_t count) {
    return Rate{.key = key,
                .status = RateStatus::read,
                .first = std::chrono::sys_days{std::chrono::year{2024} / 1 / 1},
                .last = std::chrono::sys_days{std::chrono::year{2024} / 12 / 31},
                .count = count,
                .source = "test"};
  };
  const std::array reform{row(RateKey::taper_low_pct, 20'000), row(RateKey::taper_high_pct, 30'000),
                          row(RateKey::taper_threshold_month, 9'999'999'900), row(RateKey::atp_subsidy_own_max_month, 9'999'999'900)};
  const auto reformed = law.extended_by(reform);
  REQUIRE(reformed);
  const Month month = std::chrono::year{2024} / 3;
  constexpr std::int64_t two_32 = std::int64_t{1} << 32;
  std::vector<std::int64_t> ceilings{0, 1, two_32 - 2, two_32 - 1, two_32, two_32 + 1, two_32 + 2'500'000, 9'999'999'999, no_ceiling};
  for (const std::int64_t n : {2'354'500, 33'554'431, 33'554'432, 42'949'672, 42'949'673, 67'108'864}) ceilings.push_back(n);
  std::vector<std::int64_t> amounts{0, 1, 1'692'100};
  for (int bit = 20; bit <= 33; ++bit)
    for (const std::int64_t beside : {-1, 0}) amounts.push_back((std::int64_t{1} << bit) + beside);
  Random random{17};
  Rows rows(20'000);
  const auto any_of = [&](const std::vector<std::int64_t>& all) {
    return all[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(all.size())))];
  };
  for (std::size_t i = 0; i < rows.facts[0].size(); ++i) {
    for (std::size_t column = 0; column < 5; ++column)
      rows.facts[column][i] = random.below(3) == 0 ? any_of(amounts) : random.below(40'000);
    rows.facts[5][i] = any_of(ceilings);
    rows.facts[7][i] = not_known;
  }
  for (const RateTable& table : {law, *reformed}) {
    const MonthBatch batch = MonthBatch::of(month, table).value();
    CHECK(batch.runs_on() != "exact");
    REQUIRE_FALSE(batch.run(rows.in(), rows.out()));
    std::int64_t wrong = 0;
    for (std::size_t i = 0; i < rows.facts[0].size(); ++i) {
      const auto expected = single(rows, i, month, table, {});
      for (std::size_t column = 0; column < result_columns; ++column) wrong += rows.results[column][i] != expected[column];
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("a row that cannot be is named, and none is computed wrongly in silence") {
  const RateTable table = RateTable::embedded();
  const MonthBatch batch = MonthBatch::of(std::chrono::year{2024} / 3, table).value();
  std::vector<std::int64_t> wage(1'000, 1'560'000), ceiling(1'000, 3'206'700), hours(1'000, 780'000), subsidy(1'000), atp(1'000);
  const MonthColumns facts{.am_income = wage, .ceiling = ceiling, .paid_hours = hours};
  const StatementColumns results{.fleksloentilskud = subsidy, .public_atp = atp};
  CHECK_FALSE(batch.run(facts, results));
  CHECK(subsidy[999] == 1'527'200);
  for (auto* column : {&wage, &ceiling}) {
    const std::int64_t before = (*column)[700];
    (*column)[700] = -1;
    const auto wrong = batch.run(facts, results);
    REQUIRE(wrong);
    CHECK(wrong->code == ErrorCode::negative);
    CHECK(wrong->line == 701);
    (*column)[700] = before;
  }
  hours[3] = -2;
  REQUIRE(batch.run(facts, results));
  CHECK(batch.run(facts, results)->line == 4);
  // Each column alone, beside zeros: negative, and larger than the loops take.
  for (std::size_t column = 0; column < 6; ++column) {
    CAPTURE(column);
    Rows rows(100);
    rows.facts[5].assign(100, no_ceiling);
    rows.facts[7].assign(100, not_known);
    for (const std::int64_t below_zero : {-1, -2, -1'000'000}) {
      rows.facts[column][40] = below_zero;
      const auto negative = batch.run(rows.in(), rows.out());
      REQUIRE(negative);
      CHECK(negative->code == ErrorCode::negative);
      CHECK(negative->line == 41);
    }
    for (const std::int64_t large : {16'000'000, 100'000'000}) {
      rows.facts[column][40] = large;
      REQUIRE_FALSE(batch.run(rows.in(), rows.out()));
      const auto expected = single(rows, 40, std::chrono::year{2024} / 3, table, {});
      for (std::size_t result = 0; result < result_columns; ++result) CHECK(rows.results[result][40] == expected[result]);
    }
  }
  CHECK(MonthBatch::of(std::chrono::year{2012} / 1, table).error().code == ErrorCode::no_rate);
}

TEST_CASE("hours that cannot be are named in every loop, and without a column of hours the state's ATP is not known") {
  const RateTable table = RateTable::embedded();
  const Month month = std::chrono::year{2024} / 3;
  const Options oere{.round_to = RoundTo::oere};
  const MonthBatch fast = MonthBatch::of(month, table).value(), exact = MonthBatch::of(month, table, oere).value();
  CHECK(fast.runs_on() != "exact");
  CHECK(exact.runs_on() == "exact");
  for (const MonthBatch* batch : {&fast, &exact})
    for (const std::int64_t hours : {std::int64_t{-2}, hours_in_a_month.ten_thousandths() + 1}) {
      Rows rows(3);
      rows.facts[5].assign(3, no_ceiling);
      rows.facts[7][1] = hours;
      const auto wrong = batch->run(rows.in(), rows.out());
      REQUIRE(wrong);
      CHECK(wrong->code == (hours < 0 ? ErrorCode::negative : ErrorCode::too_large));
      CHECK(wrong->field == Fact::paid_hours);
      CHECK(wrong->line == 2);
    }
  const std::vector<std::int64_t> wage(2, 1'590'500);
  std::vector<std::int64_t> subsidy(2), atp(2);
  for (const MonthBatch* batch : {&fast, &exact}) {
    REQUIRE_FALSE(batch->run({.am_income = wage}, {.fleksloentilskud = subsidy, .public_atp = atp}));
    CHECK(subsidy[1] == (batch == &fast ? 1'518'100 : 1'518'050));  // 15.180,50, or the krone above
    CHECK(atp[1] == not_known);
  }
}

TEST_CASE("rates that the loops cannot hold are computed exactly: finer shares, and a subsidy or pension too large") {
  const Month month = std::chrono::year{2024} / 3;
  const RateTable table = RateTable::embedded();  // its rows' texts last as long
  struct Row {
    RateKey key;
    std::int64_t count;
    bool fast;
  };
  for (const Row& row :
       {Row{RateKey::taper_high_pct, 560'000, true}, Row{RateKey::taper_high_pct, 555'000, false},
        Row{RateKey::atp_subsidy_own_pct, 60'000, true}, Row{RateKey::atp_subsidy_own_pct, 55'000, false},
        Row{RateKey::obligatory_pension_pct, 15'500, true}, Row{RateKey::obligatory_pension_pct, 15'550, false},
        Row{RateKey::obligatory_pension_pct, 300'000, false}, Row{RateKey::fleksloentilskud_max_month, 33'554'431, false},
        Row{RateKey::fleksloentilskud_max_month, 33'554'432, false}, Row{RateKey::fleksloentilskud_max_month, 20'000'000, true}}) {
    CAPTURE(static_cast<int>(row.key));
    CAPTURE(row.count);
    std::vector<Rate> changed(1, *table.on(month).find(row.key));
    changed[0].count = row.count;
    changed[0].exact =
        info(row.key).unit == RateUnit::percent ? Exact::of(Percent::of_ten_thousandths(row.count)) : Exact::of(Money::oere(row.count));
    const RateTable rates = table.extended_by(changed).value();
    const MonthBatch batch = MonthBatch::of(month, rates).value();
    CHECK((batch.runs_on() != "exact") == row.fast);
    Rows rows(300);
    for (std::size_t i = 0; i < 300; ++i) rows.facts[0][i] = static_cast<std::int64_t>(i) * 12'345;
    rows.facts[5].assign(300, no_ceiling);
    REQUIRE_FALSE(batch.run(rows.in(), rows.out()));
    std::int64_t different = 0;
    for (std::size_t i = 0; i < 300; ++i) {
      const auto expected = single(rows, i, month, rates, {});
      for (std::size_t column = 0; column < result_columns; ++column) different += rows.results[column][i] != expected[column];
    }
    CHECK(different == 0);
  }
}

TEST_CASE("a reform's switched rules and rates come out of the batch as out of the single call") {
  RateTable table = RateTable::embedded();
  const Month month = std::chrono::year{2024} / 3;
  std::vector<Rate> lower(1, *table.on(month).find(RateKey::taper_low_pct));
  lower[0].count = 225'000;  // 22,5 pct.: finer than the loops' shares
  lower[0].exact = Exact::of(Percent::of_ten_thousandths(lower[0].count));
  lower[0].first = std::chrono::sys_days{first_day(month)};
  table = table.extended_by(lower).value();
  std::vector<Options> reforms(6);
  for (auto& options : reforms) options.policy.from = month;
  reforms[0].policy.ceiling_cut_share = Percent::whole(40);
  reforms[1].policy.reduced_by_hours = true;
  reforms[2].policy.holiday_days_cut = false;
  reforms[3].policy.daily_benefit_deducted = false;
  reforms[4].policy.ceiling_applies = false;
  reforms[5].policy.from = month + std::chrono::months{1};
  Random random{5};
  for (const Options& options : reforms)
    for (const RateTable& rates : {table, RateTable::embedded()}) {
      Rows rows(2'000);
      for (std::size_t i = 0; i < 2'000; ++i) {
        rows.facts[0][i] = random.below(4'000'000);
        rows.facts[4][i] = random.below(5) == 0 ? random.below(500'000) : 0;
        rows.facts[5][i] = random.below(2) == 0 ? no_ceiling : random.below(4'000'000);
        rows.facts[6][i] = random.below(5) == 0 ? random.below(200'000) : 0;
        rows.facts[7][i] = random.below(1'600'000);
      }
      REQUIRE_FALSE(MonthBatch::of(month, rates, options).value().run(rows.in(), rows.out()));
      std::int64_t different = 0;
      for (std::size_t i = 0; i < 2'000; ++i) {
        const auto expected = single(rows, i, month, rates, options);
        for (std::size_t column = 0; column < result_columns; ++column) different += rows.results[column][i] != expected[column];
      }
      CHECK(different == 0);
    }
}
