#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <random>
#include <vector>

#include "c_interface/handles.hpp"

// Every way to call the C interface wrongly is an error that says so.

namespace {

using namespace c_interface;

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

/// What a call says: `code field`.
std::string said(const fleks_error& error) { return std::to_string(error.code) + " " + error.field; }

}  // namespace

TEST_CASE("C interface: NULL where it is not allowed") {
  const Rates rates = embedded();
  auto error = english();
  const auto facts = a_month();
  auto statement = sized<fleks_month_statement>();
  const auto citizen = a_citizen();
  const auto asked = one_to_37();
  auto rate = sized<fleks_rate>();
  auto measures = sized<fleks_pay_measures>();
  const auto months = sized<fleks_months>();
  const auto results = sized<fleks_statements>();
  std::size_t count = 0;
  const fleks_rates* r = rates.get();
  const char* json = "{}";

  const std::pair<const char*, std::function<void()>> calls[] = {
      {"rates", [&] { fleks_month(nullptr, &facts, nullptr, &statement, &error); }},
      {"facts", [&] { fleks_month(r, nullptr, nullptr, &statement, &error); }},
      {"statement", [&] { fleks_month(r, &facts, nullptr, nullptr, &error); }},
      {"rates", [&] { fleks_month_in_words(nullptr, &facts, nullptr, FLEKS_TEXT, FLEKS_DANISH, &error); }},
      {"facts", [&] { fleks_month_in_words(r, nullptr, nullptr, FLEKS_TEXT, FLEKS_DANISH, &error); }},
      {"rates", [&] { fleks_compute(nullptr, 202403, &months, nullptr, &results, &error); }},
      {"facts", [&] { fleks_compute(r, 202403, nullptr, nullptr, &results, &error); }},
      {"results", [&] { fleks_compute(r, 202403, &months, nullptr, nullptr, &error); }},
      {"rates", [&] { fleks_hours(nullptr, &citizen, nullptr, &asked, nullptr, 0, 0, &count, &error); }},
      {"citizen", [&] { fleks_hours(r, nullptr, nullptr, &asked, nullptr, 0, 0, &count, &error); }},
      {"asked", [&] { fleks_hours(r, &citizen, nullptr, nullptr, nullptr, 0, 0, &count, &error); }},
      {"count", [&] { fleks_hours(r, &citizen, nullptr, &asked, nullptr, 0, 0, nullptr, &error); }},
      {"rates", [&] { fleks_kinks(nullptr, &citizen, nullptr, &asked, nullptr, 0, 0, &count, &error); }},
      {"citizen", [&] { fleks_kinks(r, nullptr, nullptr, &asked, nullptr, 0, 0, &count, &error); }},
      {"asked", [&] { fleks_kinks(r, &citizen, nullptr, nullptr, nullptr, 0, 0, &count, &error); }},
      {"count", [&] { fleks_kinks(r, &citizen, nullptr, &asked, nullptr, 0, 0, nullptr, &error); }},
      {"rates", [&] { fleks_measures(nullptr, &citizen, nullptr, 100'000, &measures, &error); }},
      {"citizen", [&] { fleks_measures(r, nullptr, nullptr, 100'000, &measures, &error); }},
      {"measures", [&] { fleks_measures(r, &citizen, nullptr, 100'000, nullptr, &error); }},
      {"rates", [&] { fleks_hours_in_words(nullptr, &citizen, nullptr, &asked, FLEKS_TEXT, FLEKS_DANISH, &error); }},
      {"citizen", [&] { fleks_hours_in_words(r, nullptr, nullptr, &asked, FLEKS_TEXT, FLEKS_DANISH, &error); }},
      {"asked", [&] { fleks_hours_in_words(r, &citizen, nullptr, nullptr, FLEKS_TEXT, FLEKS_DANISH, &error); }},
      {"rates", [&] { fleks_case_statement(nullptr, json, 2, nullptr, FLEKS_JSON, FLEKS_DANISH, &error); }},
      {"json", [&] { fleks_case_statement(r, nullptr, 2, nullptr, FLEKS_JSON, FLEKS_DANISH, &error); }},
      {"rates", [&] { fleks_case_correction(nullptr, json, 2, 202401, 0, FLEKS_JSON, FLEKS_DANISH, &error); }},
      {"json", [&] { fleks_case_correction(r, nullptr, 2, 202401, 0, FLEKS_JSON, FLEKS_DANISH, &error); }},
      {"rates", [&] { fleks_case_letter(nullptr, json, 2, 202401, 0, FLEKS_TEXT, FLEKS_DANISH, &error); }},
      {"json", [&] { fleks_case_letter(r, nullptr, 2, 202401, 0, FLEKS_TEXT, FLEKS_DANISH, &error); }},
      {"json", [&] { fleks_case_problems(nullptr, 2, FLEKS_DANISH, &error); }},
      {"rates", [&] { fleks_case_record(nullptr, json, 2, nullptr, 0, FLEKS_DANISH, &error); }},
      {"json", [&] { fleks_case_record(r, nullptr, 2, nullptr, 0, FLEKS_DANISH, &error); }},
      {"rates", [&] { fleks_verify(nullptr, json, 2, FLEKS_TEXT, FLEKS_DANISH, nullptr, &error); }},
      {"record", [&] { fleks_verify(r, nullptr, 2, FLEKS_TEXT, FLEKS_DANISH, nullptr, &error); }},
      {"rates", [&] { fleks_case_ledger(nullptr, json, 2, nullptr, FLEKS_TEXT, FLEKS_DANISH, &error); }},
      {"json", [&] { fleks_case_ledger(r, nullptr, 2, nullptr, FLEKS_TEXT, FLEKS_DANISH, &error); }},
      {"rates", [&] { fleks_effort(nullptr, json, 2, nullptr, FLEKS_TEXT, FLEKS_DANISH, &error); }},
      {"json", [&] { fleks_effort(r, nullptr, 2, nullptr, FLEKS_TEXT, FLEKS_DANISH, &error); }},
      {"csv", [&] { fleks_rates_extended(nullptr, 2, &error); }},
      {"rates", [&] { fleks_rate_on(nullptr, "taper_low_pct", 20240101, &rate, &error); }},
      {"key", [&] { fleks_rate_on(r, nullptr, 20240101, &rate, &error); }},
      {"rate", [&] { fleks_rate_on(r, "taper_low_pct", 20240101, nullptr, &error); }},
  };
  for (const auto& [argument, call] : calls) {
    error = english();
    call();
    CHECK(said(error) == "-1 " + std::string(argument));
    CHECK(error.text == std::string(argument) + ": must not be NULL.");
  }
  auto in_danish = sized<fleks_error>();
  CHECK(fleks_month(nullptr, &facts, nullptr, &statement, &in_danish) == FLEKS_BAD_CALL);
  CHECK(std::string_view(in_danish.text) == "rates: må ikke være NULL.");
  auto rows = sized<fleks_months>();
  rows.rows = 1;
  CHECK(fleks_compute(r, 202403, &rows, nullptr, &results, &error) == FLEKS_BAD_CALL);
  CHECK(std::string_view(error.field) == "am_income");
  // No error to fill in is no reason to fail otherwise; what takes no error takes NULL.
  CHECK(fleks_month(nullptr, &facts, nullptr, &statement, nullptr) == FLEKS_BAD_CALL);
  CHECK(fleks_month(r, &facts, nullptr, &statement, nullptr) == FLEKS_OK);
  CHECK(fleks_compute(r, 202403, &months, nullptr, &results, nullptr) == FLEKS_OK);
  fleks_rates_free(nullptr);
  fleks_text_free(nullptr);
  CHECK(fleks_text_size(nullptr) == 0);
  CHECK(*fleks_text_data(nullptr) == '\0');
}

TEST_CASE("C interface: a choice that does not exist, and facts that cannot stand together") {
  const Rates rates = embedded();
  const fleks_rates* r = rates.get();
  auto error = english();
  auto statement = sized<fleks_month_statement>();
  const auto of_month = [&](auto change) {
    auto facts = a_month();
    change(facts);
    fleks_month(r, &facts, nullptr, &statement, &error);
    return said(error);
  };
  const auto of_options = [&](auto change) {
    const auto facts = a_month();
    auto options = sized<fleks_options>();
    change(options);
    fleks_month(r, &facts, &options, &statement, &error);
    return said(error);
  };
  const auto of_citizen = [&](auto change) {
    auto citizen = a_citizen();
    const auto asked = one_to_37();
    change(citizen);
    std::size_t count = 0;
    fleks_hours(r, &citizen, nullptr, &asked, nullptr, 0, 0, &count, &error);
    return said(error);
  };
  const auto of_hours = [&](auto change) {
    const auto citizen = a_citizen();
    auto asked = one_to_37();
    change(asked);
    std::size_t count = 0;
    fleks_hours(r, &citizen, nullptr, &asked, nullptr, 0, 0, &count, &error);
    return said(error);
  };
  using Facts = fleks_month_facts;
  for (const int wrong : {-1, 4, INT32_MAX, INT32_MIN}) {
    CHECK(of_month([&](Facts& f) { f.pay_form = wrong; }) == "9 pay_form");
    CHECK(of_month([&](Facts& f) { f.ceiling.form = wrong; }) == "9 ceiling_form");
    CHECK(of_month([&](Facts& f) { f.ceiling = {FLEKS_CEILING_STATED, wrong, 1, 0, 0, 0, 0}; }) == "9 ceiling_stated_by");
    CHECK(of_month([&](Facts& f) { f.paid_hours_known = wrong; }) == "9 paid_hours_known");
    CHECK(of_month([&](Facts& f) { f.month = wrong; }) == "8 month");
    CHECK(of_month([&](Facts& f) { f.wage_month = wrong; }) == "8 wage_month");
    CHECK(of_month([&](Facts& f) { f.employed_from = wrong; }) == "8 employed_from");
    CHECK(of_month([&](Facts& f) { f.employed_to = wrong; }) == "8 employed_to");
    for (const int no_day : {20240003, 20240300, 20240230, 100000101})
      CHECK(of_month([&](Facts& f) { f.employed_from = no_day; }) == "8 employed_from");
    for (const int no_month : {202400, 202413, 1000001}) CHECK(of_month([&](Facts& f) { f.month = no_month; }) == "8 month");
    CHECK(of_options([&](fleks_options& o) { o.own_atp = wrong; }) == "9 own_atp");
    CHECK(of_options([&](fleks_options& o) { o.rates_of = wrong; }) == "9 rates_of");
    CHECK(of_options([&](fleks_options& o) { o.other_wage_under_ceiling = wrong; }) == "9 other_wage_under_ceiling");
    CHECK(of_options([&](fleks_options& o) { o.round_to = wrong; }) == "9 round_to");
    CHECK(of_citizen([&](fleks_citizen& c) { c.benefit_class = wrong; }) == "9 benefit_class");
    CHECK(of_citizen([&](fleks_citizen& c) { c.church = wrong; }) == "9 church");
    CHECK(of_citizen([&](fleks_citizen& c) { c.single_parent = wrong; }) == "9 single_parent");
    CHECK(of_citizen([&](fleks_citizen& c) { c.rent_known = wrong; }) == "9 rent_known");
    CHECK(of_citizen([&](fleks_citizen& c) { c.year = wrong; }) == "8 year");
    const auto facts = a_month();
    const auto citizen = a_citizen();
    const auto asked = one_to_37();
    CHECK(fleks_month_in_words(r, &facts, nullptr, wrong, FLEKS_DANISH, &error) == nullptr);
    CHECK(said(error) == "9 form");
    CHECK(fleks_month_in_words(r, &facts, nullptr, FLEKS_TEXT, wrong, &error) == nullptr);
    CHECK(said(error) == "9 language");
    CHECK(fleks_hours_in_words(r, &citizen, nullptr, &asked, wrong, FLEKS_DANISH, &error) == nullptr);
    CHECK(said(error) == "9 form");
    CHECK(fleks_case_problems("{}", 2, wrong, &error) == nullptr);
    CHECK(said(error) == "9 language");
    CHECK(fleks_case_correction(r, "{}", 2, wrong, 0, FLEKS_JSON, FLEKS_DANISH, &error) == nullptr);
    CHECK(said(error) == "8 from_month");
    CHECK(fleks_case_letter(r, "{}", 2, wrong, 0, FLEKS_TEXT, FLEKS_DANISH, &error) == nullptr);
    CHECK(said(error) == "8 month");
    CHECK(fleks_case_letter(r, "{}", 2, 202401, wrong, FLEKS_TEXT, FLEKS_DANISH, &error) == nullptr);
    CHECK(said(error) == "8 as_of");
  }
  // Forms that exist, and not here.
  const auto facts = a_month();
  CHECK(fleks_month_in_words(r, &facts, nullptr, FLEKS_HTML, FLEKS_DANISH, &error) == nullptr);
  CHECK(said(error) == "9 form");
  CHECK(std::string_view(error.text) == "form: \"3\" is not a choice here. Allowed: 0, 1.");

  CHECK(of_month([](Facts& f) { f.paid_hours = 10'000; }) == "11 paid_hours");
  CHECK(std::string_view(error.text) == "paid_hours: can only be given together with paid_hours_known.");
  CHECK(of_month([](Facts& f) { f.weekly_hours = 10'000; }) == "11 weekly_hours");
  CHECK(std::string_view(error.text) == "weekly_hours: can only be given together with FLEKS_PAY_HOURLY.");
  CHECK(of_month([](Facts& f) { f.intensity = 10'000; }) == "11 intensity");
  CHECK(of_month([](Facts& f) { f.ceiling.amount = 1; }) == "11 ceiling");
  CHECK(of_month([](Facts& f) { f.ceiling = {FLEKS_CEILING_STATED, 0, 1, 1, 0, 0, 0}; }) == "11 ceiling_supplements");
  CHECK(of_month([](Facts& f) { f.ceiling = {FLEKS_CEILING_STATED, 0, 1, 0, 1, 0, 0}; }) == "11 ceiling_bonus");
  CHECK(of_month([](Facts& f) { f.ceiling = {FLEKS_CEILING_STATED, 0, 1, 0, 0, 1, 0}; }) == "11 ceiling_pension");
  CHECK(of_month([](Facts& f) { f.ceiling = {FLEKS_CEILING_NONE, 0, 0, 0, 0, 0, 1}; }) == "11 ceiling_holiday_supplement");
  CHECK(of_month([](Facts& f) { f.ceiling = {FLEKS_CEILING_STATED, 0, 1, 0, 0, 0, 1}; }) == "0 ");
  CHECK(of_month([](Facts& f) {
          f.pay_form = FLEKS_PAY_MONTHLY;
          f.own_pension = f.own_pension_share = 1;
        }) == "11 own_pension_share");
  CHECK(of_month([](Facts& f) { f.employer_pension = f.employer_pension_share = 1; }) == "11 employer_pension_share");
  CHECK(of_month([](Facts& f) { f.own_pension_share = 40'000; }) == "0 ");  // per cent of the pay that field 13 is left of
  CHECK(of_citizen([](fleks_citizen& c) { c.rent = 1; }) == "11 rent");
  CHECK(of_citizen([](fleks_citizen& c) { c.children = 31; }) == "7 children");
  CHECK(of_citizen([](fleks_citizen& c) { c.hourly_wage = -1; }) == "5 hourly_wage");
  CHECK(of_citizen([](fleks_citizen& c) { c.own_pension = 1'000'001; }) == "7 own_pension");
  CHECK(of_citizen([](fleks_citizen& c) { c.ceiling = {FLEKS_CEILING_STATED, 0, -1, 0, 0, 0, 0}; }) == "5 ceiling");
  CHECK(of_hours([](fleks_hours_asked& a) { a.from = -1; }) == "5 from");
  CHECK(of_hours([](fleks_hours_asked& a) { a.to = INT64_MAX; }) == "6 to");
  CHECK(of_hours([](fleks_hours_asked& a) { a.to = 0; }) == "7 to");
  CHECK(of_hours([](fleks_hours_asked& a) { a.step = 0; }) == "7 step");
  CHECK(of_hours([](fleks_hours_asked& a) { a.step = INT64_MAX; }) == "7 step");
  CHECK(of_hours([](fleks_hours_asked& a) { a.step = 1; }) == "7 step");
  CHECK(of_hours([](fleks_hours_asked& a) { a.hardly_below = -1; }) == "7 hardly_below");
  std::size_t count = 0;
  const auto citizen = a_citizen();
  auto backwards = one_to_37();
  backwards.to = 0;
  CHECK(fleks_kinks(r, &citizen, nullptr, &backwards, nullptr, 0, 0, &count, &error) == FLEKS_ERROR_OUT_OF_RANGE);
  backwards.to = 1'680'001;
  CHECK(fleks_kinks(r, &citizen, nullptr, &backwards, nullptr, 0, 0, &count, &error) == FLEKS_ERROR_TOO_LARGE);
}

TEST_CASE("C interface: an array that is too short is not written to, and the count says how long it must be") {
  const Rates rates = embedded();
  auto error = english();
  const auto citizen = a_citizen();
  const auto asked = one_to_37();
  std::vector<fleks_hours_row> rows(37);
  std::memset(rows.data(), 0x5A, rows.size() * sizeof rows[0]);
  const auto before = rows;
  std::size_t count = 0;
  CHECK(fleks_hours(rates.get(), &citizen, nullptr, &asked, rows.data(), sizeof rows[0], 36, &count, &error) == FLEKS_NO_ROOM);
  CHECK(count == 37);
  CHECK(said(error) == "-3 capacity");
  CHECK(std::string_view(error.text) == "capacity: there is room for 36, and there are 37.");
  CHECK(std::memcmp(rows.data(), before.data(), rows.size() * sizeof rows[0]) == 0);
  fleks_kink kink;
  CHECK(fleks_kinks(rates.get(), &citizen, nullptr, &asked, &kink, sizeof kink, 0, &count, &error) == FLEKS_NO_ROOM);
  CHECK(count > 3);
}

TEST_CASE("C interface: an error says between which numbers a fact is allowed, and its code has a name") {
  const Rates rates = embedded();
  auto error = english();
  auto statement = sized<fleks_month_statement>();
  auto facts = a_month();
  CHECK(fleks_month(rates.get(), &facts, nullptr, &statement, &error) == FLEKS_OK);
  CHECK(error.least == INT64_MIN);
  CHECK(error.most == INT64_MAX);
  facts.pay = -1;
  CHECK(fleks_month(rates.get(), &facts, nullptr, &statement, &error) == FLEKS_ERROR_NEGATIVE);
  CHECK(error.least == 0);
  CHECK(error.most == 10'000'000'000);
  facts.pay = 0;
  facts.intensity = 1;
  CHECK(fleks_month(rates.get(), &facts, nullptr, &statement, &error) == FLEKS_ERROR_EXCLUSIVE_FACTS);
  CHECK(error.least == INT64_MIN);
  auto citizen = a_citizen();
  citizen.own_pension = 1'000'001;
  const auto asked = one_to_37();
  std::size_t count = 0;
  CHECK(fleks_hours(rates.get(), &citizen, nullptr, &asked, nullptr, 0, 0, &count, &error) == FLEKS_ERROR_OUT_OF_RANGE);
  CHECK(error.most == 1'000'000);

  CHECK(fleks_error_name(FLEKS_OK) == std::string_view("ok"));
  CHECK(fleks_error_name(FLEKS_ERROR_NEGATIVE) == std::string_view("negative"));
  CHECK(fleks_error_name(FLEKS_ERROR_TOO_MANY) == std::string_view("too_many"));
  std::vector<std::string_view> names;
  for (int code = FLEKS_FAILED; code <= FLEKS_ERROR_TOO_MANY; ++code) names.emplace_back(fleks_error_name(code));
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
  CHECK(!names.front().empty());
  for (const int none : {FLEKS_FAILED - 1, FLEKS_ERROR_TOO_MANY + 1, INT32_MAX, INT32_MIN}) CHECK(*fleks_error_name(none) == '\0');
}

TEST_CASE("C interface: texts of an error are cut between characters and never lost behind a zero byte") {
  auto error = english();
  const Rates rates = embedded();
  auto rate = sized<fleks_rate>();
  std::string key(126, 'x');
  key += "æøå";
  CHECK(fleks_rate_on(rates.get(), key.c_str(), 20240101, &rate, &error) == FLEKS_ERROR_UNKNOWN_KEY);
  CHECK(std::string_view(error.value) == std::string(126, 'x'));
  key.insert(0, "y");
  CHECK(fleks_rate_on(rates.get(), key.c_str(), 20240101, &rate, &error) == FLEKS_ERROR_UNKNOWN_KEY);
  CHECK(std::string_view(error.value) == "y" + std::string(126, 'x'));
  key.erase(0, 2);
  CHECK(fleks_rate_on(rates.get(), key.c_str(), 20240101, &rate, &error) == FLEKS_ERROR_UNKNOWN_KEY);
  CHECK(std::string_view(error.value) == std::string(125, 'x') + "æ");
  const std::string_view csv("key,valid_from,valid_to,value,unit,status,source,note\nnon\0sense,2027-01-01,,1,kr/month,read,here,\n", 97);
  CHECK(fleks_rates_extended(csv.data(), csv.size(), &error) == nullptr);
  CHECK(std::string_view(error.value).starts_with("non sense"));
}

TEST_CASE("C interface: structs of any bytes give an answer or an error") {
  const Rates rates = embedded();
  std::mt19937_64 dice(5);
  const std::int64_t odd[] = {0, 1, -1, 2, 100, 10'000, 1'000'000, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN, 10'000'000'000, 202403};
  int answers = 0, errors = 0;
  for (int i = 0; i < 20'000; ++i) {
    auto error = english();
    // A good month or citizen with a few members of anything at all.
    const auto spoil = [&](auto structure, std::size_t first) {
      for (auto times = dice() % 4; times > 0; --times) {
        const std::int64_t value = dice() % 3 == 0 ? static_cast<std::int64_t>(dice()) : odd[dice() % std::size(odd)];
        const std::size_t width = dice() % 2 == 0 ? 8 : 4, places = (sizeof structure - first) / width;
        std::memcpy(reinterpret_cast<char*>(&structure) + first + dice() % places * width, &value, width);
      }
      return structure;
    };
    auto statement = sized<fleks_month_statement>();
    const auto facts = spoil(a_month(), sizeof(std::size_t));
    const auto options = spoil(sized<fleks_options>(), sizeof(std::size_t));
    const int code = fleks_month(rates.get(), &facts, &options, &statement, &error);
    CHECK(code == error.code);
    CHECK(code >= FLEKS_OK);
    (code == FLEKS_OK ? answers : errors) += 1;
    if (i % 20 != 0) continue;
    auto citizen = spoil(a_citizen(), sizeof(std::size_t));
    citizen.municipality = nullptr;
    const auto asked = spoil(one_to_37(), sizeof(std::size_t));
    std::size_t count = 0;
    CHECK(fleks_hours(rates.get(), &citizen, &options, &asked, nullptr, 0, 0, &count, &error) >= FLEKS_OK);
    CHECK(fleks_kinks(rates.get(), &citizen, &options, &asked, nullptr, 0, 0, &count, &error) >= FLEKS_OK);
  }
  CHECK(answers > 1'000);
  CHECK(errors > 1'000);
}
