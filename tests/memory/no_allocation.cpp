#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <new>
#include <string>

#include <fleks/fleks.h>
#include <fleks/fleks.hpp>

// What says that it allocates nothing does not: every allocation of this program is counted, by operator new and, where
// no sanitizer has its own, by malloc.

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define FLEKS_TESTS_COUNT_MALLOC 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define FLEKS_TESTS_COUNT_MALLOC 0
#endif
#endif
#ifndef FLEKS_TESTS_COUNT_MALLOC
#define FLEKS_TESTS_COUNT_MALLOC 1
#endif

namespace {
thread_local std::int64_t allocations = 0;

void* counted(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

#if FLEKS_TESTS_COUNT_MALLOC
extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* malloc(std::size_t size) {
  ++allocations;
  return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
  ++allocations;
  return __libc_calloc(count, size);
}
void* realloc(void* memory, std::size_t size) {
  ++allocations;
  return __libc_realloc(memory, size);
}
}
#endif

namespace {

using namespace fleks;

/// How many allocations `run` makes.
template <class Run>
std::int64_t allocations_of(Run run) {
  const std::int64_t before = allocations;
  run();
  return allocations - before;
}

MonthFacts facts_of(int i) {
  MonthFacts f{.month = std::chrono::year{2013 + i % 13} / (1 + i % 12), .pay = Pay::am_income(Money::kroner(3'000 + 600 * i))};
  f.own_pension = Contribution::of(Money::kroner(500));
  f.other_wage = Money::oere(i % 3 * 123'457);
  f.ledighedsydelse_days = Days::of_ten_thousandths(i % 4 * 25'000);
  f.ledighedsydelse = Money::kroner(2'000 * (i % 4));
  f.paid_hours = Hours::whole(20 + i);
  if (i % 2 == 0) f.ceiling = Ceiling::from_hourly(Money::oere(15'678), Money::kroner(900), Percent::whole(8));
  if (i % 5 == 0) f.ceiling = Ceiling::stated(Money::kroner(28'000));
  if (i % 7 == 0) f.pay = Pay::hourly(Money::oere(17'333), Hours::of_ten_thousandths(185'000));
  if (f.month < Month{std::chrono::year{2013}, std::chrono::March}) f.month += std::chrono::months{2};
  return f;
}

TEST_CASE("the counting counts: what is known to allocate is seen") {
  // A compiler may leave out an allocation that nobody sees.
  static void* volatile seen;
  const auto by_new = [] {
    seen = ::operator new(1);
    ::operator delete(seen);
  };
  CHECK(allocations_of(by_new) > 0);
  CHECK(allocations_of([] { (void)std::string(100, 'x'); }) > 0);
  const RateTable rates = RateTable::embedded();
  CHECK(allocations_of([&] { CHECK(!breakdown(*explained(facts_of(3), rates), Language::danish).empty()); }) > 0);
#if FLEKS_TESTS_COUNT_MALLOC
  const auto by_malloc = [] {
    seen = std::malloc(50);
    std::free(seen);
  };
  CHECK(allocations_of(by_malloc) > 0);
#endif
}

TEST_CASE("a month's fleksløntilskud allocates nothing, plain or with its trace") {
  const RateTable rates = RateTable::embedded();
  Trace trace;
  for (int i = 0; i < 60; ++i) {
    const MonthFacts facts = facts_of(i);
    bool good = false;
    CHECK(allocations_of([&] { good = fleksloentilskud(facts, rates).has_value(); }) == 0);
    REQUIRE(good);
    CHECK(allocations_of([&] { good = fleksloentilskud(facts, rates, {.round_to = RoundTo::krone}).has_value(); }) == 0);
    CHECK(allocations_of([&] { good = fleksloentilskud(facts, rates, {}, trace).has_value(); }) == 0);
    REQUIRE(good);
    CHECK(trace.steps().size() > 3);
  }
}

TEST_CASE("a batch allocates nothing, in its loops and in its single calls") {
  const RateTable rates = RateTable::embedded();
  const auto batch = MonthBatch::of(std::chrono::year{2024} / 3, rates).value();
  constexpr std::size_t rows = 1'000;
  std::array<std::int64_t, rows> wage{}, days{}, ceiling{}, subsidy{}, taper{};
  for (std::size_t i = 0; i < rows; ++i) {
    wage[i] = static_cast<std::int64_t>(i) * 4'321;
    days[i] = i % 9 == 0 ? 25'000 : 0;
    ceiling[i] = i % 2 == 0 ? no_ceiling : 2'500'000;
  }
  wage[500] = 9'000'000'000;
  std::optional<Error> wrong;
  const auto run = [&](std::span<const std::int64_t> of_days) {
    wrong =
        batch.run({.am_income = wage, .ceiling = ceiling, .ledighedsydelse_days = of_days}, {.taper = taper, .fleksloentilskud = subsidy});
  };
  CHECK(allocations_of([&] { run({}); }) == 0);
  REQUIRE(!wrong);
  CHECK(allocations_of([&] { run(days); }) == 0);
  REQUIRE(!wrong);
  CHECK(subsidy[1] > 0);
}

TEST_CASE("the built-in tables are built once: asking for them again allocates nothing") {
  const RateTable first = RateTable::embedded();
  const MunicipalTaxTable taxes = MunicipalTaxTable::embedded();
  const Month month = std::chrono::year{2024} / 3;
  Money maximum;
  CHECK(allocations_of([&] {
          const RateTable again = RateTable::embedded(), copy = again;
          maximum = *copy.on(month).get<RateKey::fleksloentilskud_max_month>();
        }) == 0);
  CHECK(maximum == Money::kroner(19'952));
  CHECK(RateTable::embedded().rows().data() == first.rows().data());
  CHECK(allocations_of([&] { (void)MunicipalTaxTable::embedded(); }) == 0);
  CHECK(MunicipalTaxTable::embedded().rows().data() == taxes.rows().data());
}

TEST_CASE("C interface: fleks_month and fleks_compute allocate nothing") {
  fleks_rates* const rates = fleks_rates_embedded();
  fleks_month_facts facts{};
  facts.size = sizeof facts;
  facts.month = 202403;
  facts.pay_form = FLEKS_PAY_AM_INCOME;
  facts.pay = 1'560'000;
  facts.ceiling.form = FLEKS_CEILING_STATED;
  facts.ceiling.amount = 3'206'700;
  fleks_month_statement month{};
  month.size = sizeof month;
  std::int32_t code = -1;
  CHECK(allocations_of([&] { code = fleks_month(rates, &facts, nullptr, &month, nullptr); }) == 0);
  REQUIRE(code == FLEKS_OK);
  CHECK(month.fleksloentilskud == 1'527'200);

  const std::array<std::int64_t, 4> wage{1'560'000, 900'000, 0, 2'000'000'000};
  std::array<std::int64_t, 4> subsidy{};
  fleks_months columns{};
  columns.size = sizeof columns;
  columns.rows = wage.size();
  columns.am_income = wage.data();
  fleks_statements results{};
  results.size = sizeof results;
  results.fleksloentilskud = subsidy.data();
  CHECK(allocations_of([&] { code = fleks_compute(rates, 202403, &columns, nullptr, &results, nullptr); }) == 0);
  CHECK(code == FLEKS_OK);
  CHECK(subsidy[0] == 1'527'200);
  fleks_rates_free(rates);
}

}  // namespace
