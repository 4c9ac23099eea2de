#include <doctest/doctest.h>

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "c_interface/handles.hpp"

// A struct that is shorter or longer than this library's: from a program of an older or of a newer header. older_header.sh runs a whole
// program of the first header.

namespace {

using namespace c_interface;

/// Memory for one struct, with pages on both sides of it that nobody may touch when it begins or ends where they do.
class AtThePageEnd {
 public:
  explicit AtThePageEnd(std::size_t size)
      : page_(static_cast<std::size_t>(sysconf(_SC_PAGESIZE))), length_((size + page_ - 1) / page_ * page_) {
    void* all = mmap(nullptr, length_ + page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    REQUIRE(all != MAP_FAILED);
    first_ = static_cast<char*>(all);
    REQUIRE(mprotect(first_ + length_, page_, PROT_NONE) == 0);
    at_ = first_ + length_ - size;
  }
  AtThePageEnd(const AtThePageEnd&) = delete;
  AtThePageEnd& operator=(const AtThePageEnd&) = delete;
  ~AtThePageEnd() { munmap(first_, length_ + page_); }
  [[nodiscard]] char* bytes() const { return at_; }

 private:
  std::size_t page_, length_;
  char* first_ = nullptr;
  char* at_ = nullptr;
};

/// A struct in memory of another length than this header's: what it lacks is cut off, what it has more is `rest`.
template <class Struct>
class Resized {
 public:
  Resized(const Struct& whole, std::size_t size, char rest = 0) : memory_(size) {
    std::memset(memory_.bytes(), rest, size);
    std::memcpy(memory_.bytes(), &whole, std::min(size, sizeof whole));
    std::memcpy(memory_.bytes(), &size, sizeof size);
  }
  [[nodiscard]] Struct* get() const { return reinterpret_cast<Struct*>(memory_.bytes()); }

 private:
  AtThePageEnd memory_;
};

fleks_month_facts a_month() {
  auto facts = sized<fleks_month_facts>();
  facts.month = 202403;
  facts.pay_form = FLEKS_PAY_AM_INCOME;
  facts.pay = 1'560'000;
  return facts;
}
fleks_citizen a_citizen() {
  auto citizen = sized<fleks_citizen>();
  citizen.year = 2025;
  citizen.hourly_wage = 20'000;
  return citizen;
}
fleks_hours_asked one_to_37() {
  auto asked = sized<fleks_hours_asked>();
  asked.from = asked.step = 10'000;
  asked.to = 370'000;
  return asked;
}
const char* const json = R"({"from": "2024-03", "to": "2024-03", "employments": [{"id": "a", "from": "2020-01-01"}],
 "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": "9000"}]})";

std::string said(const fleks_error& error) { return std::to_string(error.code) + " " + error.field; }

}  // namespace

TEST_CASE("C interface: facts longer than this library knows are taken where the rest is 0, and refused where it says something") {
  const Rates rates = embedded();
  const fleks_rates* r = rates.get();
  auto error = english();
  std::size_t count = 0;
  auto statement = sized<fleks_month_statement>();
  const std::int64_t wage[] = {1'560'000};
  std::int64_t subsidy[] = {0};
  auto months = sized<fleks_months>();
  months.rows = 1;
  months.am_income = wage;
  auto results = sized<fleks_statements>();
  results.fleksloentilskud = subsidy;
  const auto facts = a_month();
  const auto citizen = a_citizen();
  const auto asked = one_to_37();

  const auto tried = [&](const char* argument, const auto& whole, const auto& call) {
    CAPTURE(argument);
    using Struct = std::remove_cvref_t<decltype(whole)>;
    for (const std::size_t more : {std::size_t{8}, std::size_t{16}, std::size_t{40}}) {
      const Resized<Struct> longer(whole, sizeof whole + more);
      CHECK(call(longer.get()) == FLEKS_OK);
      const Resized<Struct> newer(whole, sizeof whole + more, 1);
      CHECK(call(newer.get()) == FLEKS_BAD_CALL);
      CHECK(said(error) == "-1 " + std::string(argument));
      CHECK(error.text == std::string(argument) + ": says more than this version of the library knows (" + std::to_string(sizeof whole) +
                              " bytes; " + std::to_string(sizeof whole + more) + " are given).");
    }
    for (const std::size_t size : {std::size_t{8}, std::size_t{16}}) {
      const Resized<Struct> too_short(whole, size);
      CHECK(call(too_short.get()) == FLEKS_BAD_CALL);
      CHECK(error.text == std::string(argument) + ": the size " + std::to_string(size) + " is not known; it is " +
                              std::to_string(sizeof whole) + " here.");
    }
  };
  tried("facts", facts, [&](const fleks_month_facts* f) { return fleks_month(r, f, nullptr, &statement, &error); });
  tried("options", sized<fleks_options>(), [&](const fleks_options* o) { return fleks_month(r, &facts, o, &statement, &error); });
  tried("facts", months, [&](const fleks_months* m) { return fleks_compute(r, 202403, m, nullptr, &results, &error); });
  tried("results", results, [&](const fleks_statements* s) { return fleks_compute(r, 202403, &months, nullptr, s, &error); });
  tried("citizen", citizen, [&](const fleks_citizen* c) { return fleks_hours(r, c, nullptr, &asked, nullptr, 0, 0, &count, &error); });
  tried("asked", asked, [&](const fleks_hours_asked* a) { return fleks_kinks(r, &citizen, nullptr, a, nullptr, 0, 0, &count, &error); });
  tried("asked", sized<fleks_case_asked>(), [&](const fleks_case_asked* a) {
    owned(fleks_case_statement(r, json, std::strlen(json), a, FLEKS_JSON, FLEKS_DANISH, &error));
    return error.code;
  });
}

TEST_CASE("C interface: results longer than this library knows are refused before anything is written") {
  const Rates rates = embedded();
  const fleks_rates* r = rates.get();
  auto error = english();
  std::size_t count = 0;
  const auto facts = a_month();
  const auto citizen = a_citizen();
  const auto asked = one_to_37();
  const auto untouched = [](const auto& whole, const auto& memory) {
    constexpr std::size_t first = sizeof(std::size_t);
    return std::memcmp(reinterpret_cast<const char*>(memory.get()) + first, reinterpret_cast<const char*>(&whole) + first,
                       sizeof whole - first) == 0;
  };
  for (const std::size_t size : {sizeof(fleks_month_statement) + 8, std::size_t{16}}) {
    const auto whole = sized<fleks_month_statement>();
    const Resized<fleks_month_statement> other(whole, size);
    CHECK(fleks_month(r, &facts, nullptr, other.get(), &error) == FLEKS_BAD_CALL);
    CHECK(said(error) == "-1 statement");
    if (size > sizeof whole) CHECK(untouched(whole, other));
  }
  for (const std::size_t size : {sizeof(fleks_rate) + 8, std::size_t{16}}) {
    const auto whole = sized<fleks_rate>();
    const Resized<fleks_rate> other(whole, size);
    CHECK(fleks_rate_on(r, "taper_low_pct", 20240101, other.get(), &error) == FLEKS_BAD_CALL);
    CHECK(said(error) == "-1 rate");
    if (size > sizeof whole) CHECK(untouched(whole, other));
  }
  for (const std::size_t size : {sizeof(fleks_pay_measures) + 8, std::size_t{16}}) {
    const auto whole = sized<fleks_pay_measures>();
    const Resized<fleks_pay_measures> other(whole, size);
    CHECK(fleks_measures(r, &citizen, nullptr, 100'000, other.get(), &error) == FLEKS_BAD_CALL);
    CHECK(said(error) == "-1 measures");
    if (size > sizeof whole) CHECK(untouched(whole, other));
  }
  for (const std::size_t size : {sizeof(fleks_hours_row) + 8, std::size_t{8}, std::size_t{0}}) {
    std::vector<char> rows(37 * (sizeof(fleks_hours_row) + 8), 0x5A);
    CHECK(fleks_hours(r, &citizen, nullptr, &asked, reinterpret_cast<fleks_hours_row*>(rows.data()), size, 37, &count, &error) ==
          FLEKS_BAD_CALL);
    CHECK(said(error) == "-1 row_size");
    CHECK(std::all_of(rows.begin(), rows.end(), [](char byte) { return byte == 0x5A; }));
  }
  for (const std::size_t size : {sizeof(fleks_kink) + 8, std::size_t{8}}) {
    std::vector<char> kinks(40 * (sizeof(fleks_kink) + 8), 0x5A);
    CHECK(fleks_kinks(r, &citizen, nullptr, &asked, reinterpret_cast<fleks_kink*>(kinks.data()), size, 40, &count, &error) ==
          FLEKS_BAD_CALL);
    CHECK(said(error) == "-1 kink_size");
    CHECK(std::all_of(kinks.begin(), kinks.end(), [](char byte) { return byte == 0x5A; }));
  }
}

TEST_CASE("C interface: an error of a newer header is filled in, one of none is not written to") {
  const Rates rates = embedded();
  auto statement = sized<fleks_month_statement>();
  auto facts = a_month();
  facts.pay = -1;
  const Resized<fleks_error> longer(english(), sizeof(fleks_error) + 24, 0x5A);
  CHECK(fleks_month(rates.get(), &facts, nullptr, &statement, longer.get()) == FLEKS_ERROR_NEGATIVE);
  CHECK(said(*longer.get()) == "5 am_income");
  CHECK(std::string_view(longer.get()->text).starts_with("am_income: \"-0.01\" is negative."));
  for (std::size_t i = 0; i < 24; ++i) CHECK(reinterpret_cast<const char*>(longer.get())[sizeof(fleks_error) + i] == 0x5A);

  // One of the first header, at the end of a page: what it has room for, and nothing beyond.
  const Resized<fleks_error> older(english(), offsetof(fleks_error, least));
  CHECK(fleks_month(rates.get(), &facts, nullptr, &statement, older.get()) == FLEKS_ERROR_NEGATIVE);
  CHECK(said(*older.get()) == "5 am_income");
  CHECK(std::string_view(older.get()->text) == longer.get()->text);

  auto error = english();
  error.code = 77;
  for (const std::size_t size : {std::size_t{0}, std::size_t{16}, std::size_t{100}}) {
    error.size = size;
    CHECK(fleks_month(rates.get(), &facts, nullptr, &statement, &error) == FLEKS_BAD_CALL);
    CHECK(fleks_rates_extended("", 0, &error) == nullptr);
    CHECK(fleks_case_problems("{}", 2, FLEKS_DANISH, &error) == nullptr);
    CHECK(error.code == 77);
  }
  error = english();
  error.language = 2;
  CHECK(fleks_month(rates.get(), &facts, nullptr, &statement, &error) == FLEKS_BAD_CALL);
}

TEST_CASE("C interface: a case with amounts only, and what an older program does not know of it") {
  const Rates rates = embedded();
  auto error = english();
  auto asked = sized<fleks_case_asked>();
  asked.amounts_only = 1;
  const auto statement = [&](const fleks_case_asked* a) {
    return std::string(view(owned(fleks_case_statement(rates.get(), json, std::strlen(json), a, FLEKS_JSON, FLEKS_DANISH, &error))));
  };
  const std::string all = statement(nullptr), amounts = statement(&asked);
  CHECK(all.find("\"rule\": \"FLT-8\"") != std::string::npos);
  CHECK(amounts.find("\"rule\": \"FLT-8\"") == std::string::npos);
  CHECK(amounts.find("\"steps\": []") != std::string::npos);
  CHECK(amounts.size() * 2 < all.size());
  CHECK(amounts.find("\"payout\": \"") != std::string::npos);
  // The member ends the struct: a program whose struct ends before it has not said it.
  const Resized<fleks_case_asked> older(asked, offsetof(fleks_case_asked, amounts_only));
  CHECK(statement(older.get()) == all);
  asked.steps = 1;
  CHECK(statement(&asked).empty());
  CHECK(said(error) == "11 steps");
  asked.steps = 0;
  asked.amounts_only = 2;
  CHECK(statement(&asked).empty());
  CHECK(said(error) == "9 amounts_only");
}

TEST_CASE("C interface: a month's facts and options of an older program end before what was added to them") {
  const Rates rates = embedded();
  auto error = english();
  auto facts = sized<fleks_month_facts>();
  facts.month = 202403;
  facts.pay_form = FLEKS_PAY_AM_INCOME;
  facts.pay = 1'560'000;
  auto options = sized<fleks_options>();
  const auto subsidy = [&](const fleks_month_facts* f, const fleks_options* o) {
    auto statement = sized<fleks_month_statement>();
    return fleks_month(rates.get(), f, o, &statement, &error) == FLEKS_OK ? statement.fleksloentilskud : -error.code;
  };
  const auto plain = subsidy(&facts, &options);
  CHECK(plain == 1'527'200);
  facts.unclaimed_benefit = 100'000;
  CHECK(subsidy(&facts, &options) < plain);
  const Resized<fleks_month_facts> older_facts(facts, offsetof(fleks_month_facts, job_from));
  CHECK(subsidy(older_facts.get(), &options) == plain);
  facts.unclaimed_benefit = 0;
  options.first_month = 2;
  CHECK(subsidy(&facts, &options) == -FLEKS_ERROR_EXCLUSIVE_FACTS);
  const Resized<fleks_options> older_options(options, offsetof(fleks_options, benefits_under_ceiling));
  CHECK(subsidy(&facts, older_options.get()) == plain);
  const Resized<fleks_options> too_short(options, offsetof(fleks_options, other_wage_under_ceiling));
  CHECK(subsidy(&facts, too_short.get()) == -FLEKS_BAD_CALL);
}
