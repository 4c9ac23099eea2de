#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <new>

#include "c_interface/handles.hpp"

// A month and a batch allocate nothing. The shared library takes operator new of the program that it is loaded into, which
// counts here; that it does count is checked first.

namespace {
thread_local long allocations = 0;
}

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

TEST_CASE("C interface: fleks_month and fleks_compute allocate nothing") {
  using namespace c_interface;
  const Rates rates = embedded();
  REQUIRE(allocations > 0);
  auto facts = sized<fleks_month_facts>();
  facts.month = 202403;
  facts.pay_form = FLEKS_PAY_HOURLY;
  facts.pay = 20'000;
  facts.weekly_hours = 125'000;
  facts.own_pension_share = 40'000;
  facts.employer_pension_share = 80'000;
  facts.ceiling = {FLEKS_CEILING_FROM_HOURLY, FLEKS_COMPUTED, 20'000, 100'000, 0, 80'000, 0};
  const auto options = sized<fleks_options>();
  auto statement = sized<fleks_month_statement>();
  auto error = sized<fleks_error>();
  long before = allocations;
  REQUIRE(fleks_month(rates.get(), &facts, &options, &statement, &error) == FLEKS_OK);
  CHECK(allocations == before);

  std::array<int64_t, 1000> wage{}, subsidy{};
  wage.fill(1'560'000);
  wage[7] = 9'000'000'000;  // a row for the exact call
  auto columns = sized<fleks_months>();
  columns.rows = wage.size();
  columns.am_income = wage.data();
  auto results = sized<fleks_statements>();
  results.fleksloentilskud = subsidy.data();
  before = allocations;
  REQUIRE(fleks_compute(rates.get(), 202403, &columns, &options, &results, &error) == FLEKS_OK);
  CHECK(allocations == before);
  CHECK(subsidy[999] == 1'515'200 + 12'000);
  CHECK(subsidy[7] == 0);

  before = allocations;
  { const auto text = owned(fleks_month_in_words(rates.get(), &facts, &options, FLEKS_JSON, FLEKS_DANISH, &error)); }
  CHECK(allocations > before);
}
