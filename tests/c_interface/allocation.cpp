#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <new>
#include <sstream>
#include <string>
#include <string_view>

#include "c_interface/handles.hpp"
#include "source_file.hpp"

// A month and a batch allocate nothing, and where memory is refused, at whatever place, that is an error. The shared library takes operator
// new of the program that it is loaded into, which counts here; that it does count is checked first.

namespace {
thread_local long allocations = 0;
thread_local long left = -1;  ///< how many more succeed before one fails; below 0 all do
thread_local bool once = false, refused = false;

std::string read_source(const std::string& path) {
  std::ifstream in(source_file(path), std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}
}  // namespace

[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (left == 0) {
    if (once) left = -1;
    refused = true;
    throw std::bad_alloc();
  }
  if (left > 0) --left;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

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

TEST_CASE("C interface: memory that is refused anywhere is an error and nothing else") {
  using namespace c_interface;
  const Rates rates = embedded();
  const fleks_rates* r = rates.get();
  auto facts = sized<fleks_month_facts>();
  facts.month = 202403;
  facts.pay_form = FLEKS_PAY_AM_INCOME;
  facts.pay = 1'560'000;
  auto bad_facts = facts;
  bad_facts.pay = -1;
  auto citizen = sized<fleks_citizen>();
  citizen.year = 2025;
  citizen.hourly_wage = 20'000;
  citizen.municipality = "Aarhus";
  auto asked = sized<fleks_hours_asked>();
  asked.from = asked.to = asked.step = 200'000;
  const std::string json =
      R"({"from": "2024-03", "to": "2024-03", "employments": [{"id": "job", "from": "2023-01-01", "weekly_hours": "10"}],)"
      R"("wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": "7000.00"}]})";
  const std::string csv =
      "key,valid_from,valid_to,value,unit,status,source,note\n"
      "fleksloentilskud_max_month,2027-01-01,2027-12-31,21500,kr/month,read,the agency,\n";

  auto error = sized<fleks_error>();
  auto statement = sized<fleks_month_statement>();
  // What a call makes of it: a code, or FLEKS_OK.
  const auto text = [&](fleks_text* made) {
    fleks_text_free(made);
    return made == nullptr ? error.code : FLEKS_OK;
  };
  const auto made = [&](fleks_rates* of_memory) {
    fleks_rates_free(of_memory);
    return of_memory == nullptr ? error.code : FLEKS_OK;
  };
  // A case read, its months with every step, and its correction, each as structs.
  const auto months = [&] {
    fleks_case* read = fleks_case_read(json.data(), json.size(), &error);
    fleks_case_result* all = read == nullptr ? nullptr : fleks_case_months(r, read, nullptr, FLEKS_STEPS, &error);
    fleks_case_result* corrected = all == nullptr ? nullptr : fleks_case_corrected(r, read, 202403, 0, &error);
    std::array<fleks_case_step, 60> steps{};
    std::size_t count = 0;
    int code = error.code;
    if (corrected != nullptr) code = fleks_case_steps(all, steps.data(), sizeof steps[0], steps.size(), &count, &error);
    fleks_case_result_free(corrected);
    fleks_case_result_free(all);
    fleks_case_free(read);
    return code;
  };
  // JSON is put together of values in values, which are taken apart again where memory is refused in the middle of it.
  auto audited = sized<fleks_audit_facts>();
  audited.month = &facts;
  audited.paid = 1'563'200;
  auto tax = sized<fleks_tax_facts>();
  tax.year = 2025;
  tax.pay = 20'000'000;
  const std::string effort = read_source("/examples/municipality/aarhus-35-2013.json"),
                    kept = read_source("/tests/programs/kept/audit.json");
  const auto case_json =
      [&](fleks_text* (*ask)(const fleks_rates*, const char*, size_t, int32_t, int32_t, int32_t, int32_t, fleks_error*)) {
        return text(ask(r, json.data(), json.size(), 202403, 0, FLEKS_JSON, FLEKS_DANISH, &error));
      };
  const auto record = [&] { return fleks_case_record(r, json.data(), json.size(), nullptr, 0, FLEKS_DANISH, &error); };
  const auto verified = [&](const std::string& of) {
    return text(fleks_verify(r, of.data(), of.size(), FLEKS_JSON, FLEKS_DANISH, nullptr, &error));
  };
  std::string of_case;
  {
    const auto made_of_case = owned(record());
    of_case = view(made_of_case);
  }
  const std::pair<int, std::function<int()>> calls[] = {
      {FLEKS_OK, [&] { return text(fleks_month_in_words(r, &facts, nullptr, FLEKS_JSON, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return text(fleks_audit_in_words(r, &audited, nullptr, FLEKS_JSON, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return text(fleks_tax_in_words(r, &tax, nullptr, FLEKS_JSON, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return text(fleks_hours_in_words(r, &citizen, nullptr, &asked, FLEKS_JSON, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return text(fleks_case_statement(r, json.data(), json.size(), nullptr, FLEKS_JSON, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return case_json(fleks_case_correction); }},
      {FLEKS_OK, [&] { return text(fleks_case_ledger(r, json.data(), json.size(), nullptr, FLEKS_JSON, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return text(fleks_effort(r, effort.data(), effort.size(), nullptr, FLEKS_JSON, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return text(record()); }},
      {FLEKS_OK, [&] { return verified(of_case); }},
      {FLEKS_OK, [&] { return verified(kept); }},
      {FLEKS_OK, [&] { return text(fleks_month_in_words(r, &facts, nullptr, FLEKS_TEXT, FLEKS_DANISH, &error)); }},
      {FLEKS_ERROR_NEGATIVE, [&] { return fleks_month(r, &bad_facts, nullptr, &statement, &error); }},
      {FLEKS_OK, [&] { return text(fleks_hours_in_words(r, &citizen, nullptr, &asked, FLEKS_TEXT, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return text(fleks_case_statement(r, json.data(), json.size(), nullptr, FLEKS_TEXT, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return text(fleks_case_correction(r, json.data(), json.size(), 202403, 0, FLEKS_TEXT, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return text(fleks_case_letter(r, json.data(), json.size(), 202403, 0, FLEKS_HTML, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return text(fleks_case_ledger(r, json.data(), json.size(), nullptr, FLEKS_TEXT, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return months(); }},
      {FLEKS_OK, [&] { return text(fleks_case_problems("{}", 2, FLEKS_DANISH, &error)); }},
      {FLEKS_OK, [&] { return made(fleks_rates_extended(csv.data(), csv.size(), &error)); }},
  };
  long failures = 0;
  for (const auto& [outcome, call] : calls)
    for (const bool one_time : {true, false}) {
      REQUIRE(call() == outcome);
      once = one_time;
      // Every place of the first ones, then further and further apart; sooner so where the build is many times slower.
#if defined(NDEBUG) && defined(__OPTIMIZE__)
      constexpr long every = 300;
#else
      constexpr long every = 40;
#endif
      for (long after = 0;; after += 1 + after / every) {
        error.text[0] = '\0';
        refused = false;
        left = after;
        const int code = call();
        left = -1;
        if (!refused) break;
        REQUIRE((code == FLEKS_NO_MEMORY || code == outcome));
        if (code != FLEKS_NO_MEMORY) continue;
        REQUIRE(std::string_view(error.text) == "der er ikke mere hukommelse");
        ++failures;
      }
      CHECK(call() == outcome);
    }
  left = 0;
  fleks_rates* none = fleks_rates_embedded();
  left = -1;
  CHECK(none == nullptr);
  MESSAGE(failures << " times without memory");
  CHECK(failures > 1'000);
}
