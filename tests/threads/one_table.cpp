#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include <fleks/fleks.h>
#include <fleks/fleks.hpp>

#include "source_file.hpp"

// Eight threads on one table of rates, everything at once: what each gives is what one thread gives alone, byte for
// byte. Under ThreadSanitizer (preset tsan) also that none writes what another reads.

namespace {

using namespace fleks;

constexpr std::size_t thread_count = 8;

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Task {
  std::string name;
  std::function<std::string()> run;
};

/// The tasks one after the other, then by eight threads that each do all of them, from different ends.
void same_on_every_thread(const std::vector<Task>& tasks) {
  REQUIRE(!tasks.empty());
  std::vector<std::string> alone;
  for (const Task& task : tasks) {
    alone.push_back(task.run());
    CHECK_MESSAGE(alone.back().size() > 20, task.name);
  }
  std::atomic<std::size_t> ready{0};
  std::vector<std::vector<std::string>> together(thread_count);
  {
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < thread_count; ++t)
      threads.emplace_back([&, t] {
        together[t].resize(tasks.size());
        for (++ready; ready < thread_count;) std::this_thread::yield();
        for (std::size_t i = 0; i < tasks.size(); ++i) {
          const std::size_t at = (i + t * tasks.size() / thread_count) % tasks.size();
          together[t][at] = tasks[at].run();
        }
      });
  }
  for (std::size_t t = 0; t < thread_count; ++t)
    for (std::size_t i = 0; i < tasks.size(); ++i) CHECK_MESSAGE(together[t][i] == alone[i], tasks[i].name);
}

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}

TEST_CASE("the examples' cases: read, computed, corrected, told, on eight threads") {
  std::vector<Task> tasks;
  for (const auto& entry : std::filesystem::directory_iterator(source_file("/examples/cases")))
    tasks.push_back({entry.path().filename().string(), [json = text_of(entry.path())] {
                       const CaseReading reading = read_case(json);
                       const Case& facts = reading.facts;
                       const auto statement = case_statement(facts, rates(), {.explained = true}).value();
                       const auto corrected = correction(facts, rates(), facts.first).value();
                       return breakdown(facts, statement, rates(), Language::danish, true) +
                              to_json(facts, statement, rates(), Language::english) + breakdown(facts, corrected, Language::danish) +
                              letter(facts, rates(), facts.last, std::nullopt, Language::danish, LetterForm::html).value();
                     }});
  REQUIRE(tasks.size() >= 9);
  same_on_every_thread(tasks);
}

TEST_CASE("months with their explanation, audits and hours curves, on eight threads") {
  std::vector<Task> tasks;
  for (int i = 0; i < 12; ++i) {
    MonthFacts facts{.month = std::chrono::year{2013 + i} / (1 + i), .pay = Pay::am_income(Money::kroner(9'000 + 1'100 * i))};
    facts.paid_hours = Hours::whole(40 + 5 * i);
    facts.ceiling = Ceiling::stated(Money::kroner(22'000 + 700 * i));
    tasks.push_back({"month " + std::to_string(i), [facts] {
                       const auto month = explained(facts, rates()).value();
                       return breakdown(month, Language::danish) + to_json(month, Language::english);
                     }});
    tasks.push_back({"audit " + std::to_string(i), [facts, i] {
                       const auto due = fleksloentilskud(facts, rates()).value().fleksloentilskud;
                       return to_json(explained(PaidMonth{.month = facts, .paid = due + Money::oere(i * 12'345)}, rates()).value(),
                                      Language::danish);
                     }});
  }
  for (int year = 2021; year <= 2025; ++year)
    tasks.push_back({"hours " + std::to_string(year), [year] {
                       Citizen citizen;
                       citizen.year = year;
                       citizen.hourly_wage = Money::kroner(120 + year % 10 * 10);
                       citizen.municipal = Percent::whole(25);
                       const auto picture = NetPicture::of(citizen, rates()).value();
                       const auto rows = picture.curve(Hours::whole(1), Hours::whole(12), Hours::whole(1)).value();
                       const auto kinks = picture.kinks_over_hours(Hours::whole(1), Hours::whole(12)).value();
                       std::string text;
                       for (const NetRow& row : rows) text += to_text(row.in_hand) + " ";
                       for (const Kink& kink : kinks) text += to_fraction_text(kink.at) + std::string(kink.cause) + " ";
                       return text;
                     }});
  same_on_every_thread(tasks);
}

TEST_CASE("the C interface with one object of rates, on eight threads") {
  fleks_rates* const table = fleks_rates_embedded();
  const std::string json = text_of(source_file("/examples/cases/late_wage_report.json"));
  std::vector<Task> tasks;
  for (std::int64_t pay : {900'000, 1'560'000, 2'345'678})
    tasks.push_back({"C month", [=] {
                       fleks_month_facts facts{};
                       facts.size = sizeof facts;
                       facts.month = 202403;
                       facts.pay_form = FLEKS_PAY_AM_INCOME;
                       facts.pay = pay;
                       fleks_month_statement month{};
                       month.size = sizeof month;
                       REQUIRE(fleks_month(table, &facts, nullptr, &month, nullptr) == FLEKS_OK);
                       fleks_text* words = fleks_month_in_words(table, &facts, nullptr, FLEKS_TEXT, FLEKS_DANISH, nullptr);
                       std::string text = std::to_string(month.fleksloentilskud) + fleks_text_data(words) + fleks_rates_version(table);
                       fleks_text_free(words);
                       return text;
                     }});
  same_on_every_thread(tasks);
  fleks_rates_free(table);
}

TEST_CASE("files of months and of payments, with reforms and a summary, on eight threads") {
  std::string people(Sample::header());
  const Sample sample = Sample::of(7, 2025, rates()).value();
  sample.add(0, 240, people);
  const std::string header = people.substr(0, people.find('\n')), rows = people.substr(header.size() + 1);
  const auto layout = TableLayout::read(header).value();
  const Reform reform =
      read_reform(text_of(source_file("/examples/reforms/1-always-pays.json")), [](auto) -> Result<std::string> { return {""}; }).value();
  std::vector<Task> tasks;
  tasks.push_back({"population", [&] {
                     std::vector<PopulationSummary> summary(1, PopulationSummary(std::span(&reform, 1)));
                     PopulationWorker worker(layout, {rates(), {}}, std::span(&reform, 1), summary.data());
                     TextBuffer out;
                     std::vector<BadRow> bad;
                     worker.run(rows, out, bad);
                     return std::string(out.text()) + to_json(summary[0], rates());
                   }});
  const std::string payments = "1,2024-03,14400,0,1200,32067,15632\n2,2024-03,15600,0,0,32067,15272\n3,2025-05,9000,100,300,,15000\n";
  tasks.push_back({"audit file", [&] {
                     auto file = AuditFile::read("id,month,am_income,own_pension,employer_pension,ceiling,paid", rates()).value();
                     std::string out;
                     CHECK(!file.run(payments, out));
                     return out;
                   }});
  same_on_every_thread(tasks);
}

}  // namespace
