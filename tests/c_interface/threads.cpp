#include <doctest/doctest.h>

#include <atomic>
#include <cstring>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

#include "c_interface/handles.hpp"
#include "source_file.hpp"

// The same rates from eight threads at once: each gets what one alone gets.

TEST_CASE("C interface: eight threads share the rates") {
  using namespace c_interface;
  std::ifstream file(source_file("/examples/cases/late_wage_report.json"));
  std::ostringstream read;
  read << file.rdbuf();
  const std::string json = read.str();
  const Rates rates = embedded();

  struct Answers {
    std::vector<fleks_month_statement> months;
    std::vector<fleks_hours_row> rows{37};
    std::string text;
    std::string wrong;
    bool operator==(const Answers& other) const {
      return months.size() == other.months.size() &&
             std::memcmp(months.data(), other.months.data(), months.size() * sizeof months[0]) == 0 &&
             std::memcmp(rows.data(), other.rows.data(), rows.size() * sizeof rows[0]) == 0 && text == other.text && wrong == other.wrong;
    }
  };
  const auto ask = [&] {
    Answers answers;
    auto error = english();
    auto facts = sized<fleks_month_facts>();
    facts.month = 202403;
    facts.pay_form = FLEKS_PAY_AM_INCOME;
    for (facts.pay = 0; facts.pay <= 4'000'000; facts.pay += 10'000) {
      auto statement = sized<fleks_month_statement>();
      if (fleks_month(rates.get(), &facts, nullptr, &statement, &error) == FLEKS_OK) answers.months.push_back(statement);
    }
    auto citizen = sized<fleks_citizen>();
    citizen.year = 2025;
    citizen.hourly_wage = 20'000;
    citizen.municipality = "Aarhus";
    auto asked = sized<fleks_hours_asked>();
    asked.from = asked.step = 10'000;
    asked.to = 370'000;
    std::size_t count = 0;
    fleks_hours(rates.get(), &citizen, nullptr, &asked, answers.rows.data(), sizeof(fleks_hours_row), 37, &count, &error);
    answers.text = view(owned(fleks_case_statement(rates.get(), json.data(), json.size(), nullptr, FLEKS_JSON, FLEKS_DANISH, &error)));
    facts.pay = -1;
    auto statement = sized<fleks_month_statement>();
    fleks_month(rates.get(), &facts, nullptr, &statement, &error);
    answers.wrong = error.text;
    return answers;
  };
  const Answers alone = ask();
  REQUIRE(alone.months.size() == 401);
  REQUIRE(alone.rows[36].in_hand > 0);
  REQUIRE(alone.text.size() > 1'000);
  REQUIRE(!alone.wrong.empty());

  std::atomic<int> same = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&] {
        for (int times = 0; times < 5; ++times) same += static_cast<int>(ask() == alone);
      });
  }
  CHECK(same == 40);
}
