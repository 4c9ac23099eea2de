#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fleks/fleks.hpp>

#include "c_interface/handles.hpp"
#include "source_file.hpp"

// A decision record through the C interface: made, computed again, and what is told of one that was changed.

namespace {

using namespace fleks;
using namespace c_interface;

std::string read(const std::string& path) {
  std::ifstream in(source_file(path), std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

std::string said(const fleks_error& error) { return std::to_string(error.code) + " " + error.field; }

/// A text in which one place is another.
std::string changed(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

struct Verified {
  std::string text;
  std::int32_t same = -1;
};
Verified verified(const fleks_rates* rates, const std::string& record, std::int32_t form = FLEKS_JSON) {
  auto error = english();
  Verified found;
  const auto text = owned(fleks_verify(rates, record.data(), record.size(), form, FLEKS_ENGLISH, &found.same, &error));
  CHECK(said(error) == "0 ");
  found.text = view(text);
  return found;
}

const std::string late = "/examples/cases/late_wage_report.json";

}  // namespace

TEST_CASE("C interface: every case of the tests is recorded, and its record and its correction's are the same when computed again") {
  const Rates rates = embedded();
  auto error = english();
  int cases = 0;
  for (const auto& each : std::filesystem::directory_iterator(source_file("/tests/cases"))) {
    if (each.path().extension() != ".json") continue;
    CAPTURE(each.path().string());
    const std::string json = read("/tests/cases/" + each.path().filename().string());
    const Month first = read_case(json).facts.first;
    const int from = static_cast<int>(first.year()) * 100 + static_cast<int>(static_cast<unsigned>(first.month()));
    for (const int correct_from : {0, from}) {
      const std::string record(
          view(owned(fleks_case_record(rates.get(), json.data(), json.size(), nullptr, correct_from, FLEKS_DANISH, &error))));
      CHECK(KeptResult::read(record).value().changed_parts().empty());
      const Verified found = verified(rates.get(), record);
      CHECK(found.same == 1);
      CHECK(found.text.find("\"outcome\": \"same\"") != std::string::npos);
    }
    ++cases;
  }
  CHECK(cases > 20);
}

TEST_CASE("C interface: a fact, an amount, a rate changed after sealing, and a newer table of rates are told apart") {
  const Rates rates = embedded();
  auto error = english();
  const std::string json = read(late);
  auto asked = sized<fleks_case_asked>();
  asked.first = 202403;
  asked.as_of = 20240430;
  const std::string record(view(owned(fleks_case_record(rates.get(), json.data(), json.size(), &asked, 0, FLEKS_ENGLISH, &error))));
  CHECK(verified(rates.get(), record, FLEKS_TEXT).text == "record: the same result\n");

  const auto told = [&](std::string_view from, std::string_view to, const std::string& what) {
    const Verified found = verified(rates.get(), changed(record, from, to));
    CHECK(found.same == 0);
    CHECK(found.text.find("\"changed\": [\"" + what + "\"") != std::string::npos);
  };
  told("\"am_income\":\"7200.00\"", "\"am_income\":\"7300.00\"", "facts");
  told("\"payout\":\"17033.00\"", "\"payout\":\"17034.00\"", "result");
  told("\"value\":\"19952\"", "\"value\":\"19953\"", "rates");

  const std::string csv =
      "key,valid_from,valid_to,value,unit,status,source,note\n"
      "fleksloentilskud_max_month,2024-01-01,2024-12-31,20052,kr/month,read,a test,\n";
  const auto newer = Rates(fleks_rates_extended(csv.data(), csv.size(), &error), fleks_rates_free);
  REQUIRE(newer != nullptr);
  const Verified found = verified(newer.get(), record);
  CHECK(found.same == 0);
  CHECK(found.text.find("\"changed\": []") != std::string::npos);
  CHECK(found.text.find("\"by_own_rates\": \"same\"") != std::string::npos);
  CHECK(found.text.find("{\"where\": \"rates.fleksloentilskud_max_month\", \"kept\": \"19952\", \"now\": \"20052\"}") != std::string::npos);
  // A record of that table, by today's.
  const std::string of_newer(view(owned(fleks_case_record(newer.get(), json.data(), json.size(), &asked, 0, FLEKS_ENGLISH, &error))));
  CHECK(verified(newer.get(), of_newer).same == 1);
  CHECK(verified(rates.get(), of_newer).text.find("\"by_own_rates\": \"same\"") != std::string::npos);
  CHECK(verified(rates.get(), of_newer, FLEKS_TEXT).text.find("the rates make the difference") != std::string::npos);
}

TEST_CASE("C interface: a record of every task, of earlier days too, is verified, by the rates that are given") {
  const Rates rates = embedded();
  auto error = english();
  const std::string csv =
      "key,valid_from,valid_to,value,unit,status,source,note\n"
      "fleksloentilskud_max_month,2024-01-01,2024-12-31,20052,kr/month,read,a test,\n";
  const Rates newer(fleks_rates_extended(csv.data(), csv.size(), &error), fleks_rates_free);
  REQUIRE(newer != nullptr);
  std::vector<std::string> others;
  int records = 0;
  for (const auto& each : std::filesystem::directory_iterator(source_file("/tests/programs/kept"))) {
    const std::string name = each.path().filename().string(), record = read("/tests/programs/kept/" + name);
    CAPTURE(name);
    const Verified found = verified(rates.get(), record);
    CHECK(found.same == 1);
    CHECK(found.text.starts_with("{\"fleks\": {\"program\": \""));
    if (verified(newer.get(), record).same == 0) others.push_back(name);
    ++records;
  }
  CHECK(records >= 11);
  // Of the months of 2024 alone is the amount another.
  std::ranges::sort(others);
  CHECK(std::ranges::count(others, "month_2024.json") == 1);
  CHECK(std::ranges::count(others, "month_2014.json") == 0);
  CHECK(std::ranges::count(others, "ledighedsydelse.json") == 0);
  const std::string month = read("/tests/programs/kept/month_2024.json");
  CHECK(verified(newer.get(), month).text.find("\"by_own_rates\": \"same\"") != std::string::npos);
  const auto told = [&](std::string_view from, std::string_view to, const std::string& what) {
    const Verified found = verified(rates.get(), changed(month, from, to));
    CHECK(found.same == 0);
    CHECK(found.text.find("\"changed\": [\"" + what + "\"") != std::string::npos);
  };
  told("\"am_income\":\"15600\"", "\"am_income\":\"15700\"", "facts");
  told("\"value\":\"19952\"", "\"value\":\"19953\"", "rates");
}

TEST_CASE("C interface: of a kept result nothing is read but what it has with it") {
  const Rates rates = embedded();
  auto error = english();
  const auto of = [&](const std::string& given, const std::string& task = "month") {
    const std::string result = R"({"fleks": {"program": "0.1.0", "rates": "x", "format": 1}, "facts": {"task": ")" + task +
                               R"(", "language": "en", "given": {"month": "2024-03", "am_income": "15600")" + given +
                               R"(}}, "fleksloentilskud": "15272.00"})";
    const auto text = owned(fleks_verify(rates.get(), result.data(), result.size(), FLEKS_TEXT, FLEKS_ENGLISH, nullptr, &error));
    CHECK((text == nullptr) == (error.code != FLEKS_OK));
    return said(error);
  };
  CHECK(of("") == "0 ");
  CHECK(of(R"(, "rates": "/etc/passwd")") == std::to_string(FLEKS_ERROR_CANNOT_READ) + " facts.given.rates");
  CHECK(of(R"(, "reform": "/etc/passwd")") == std::to_string(FLEKS_ERROR_CANNOT_READ) + " facts.given.reform");
  CHECK(of(R"(, "from_xlsx": "/etc/passwd")") == std::to_string(FLEKS_ERROR_UNKNOWN_FACT) + " facts.given");
  CHECK(of(R"(, "batch": "/etc/passwd", "paid": "1")", "audit") == std::to_string(FLEKS_ERROR_UNKNOWN_FACT) + " facts.given");
  CHECK(of(R"(, "own_pension": "x")") == std::to_string(FLEKS_ERROR_NOT_A_NUMBER) + " facts.given.own_pension");
  CHECK(of("", "population") == std::to_string(FLEKS_ERROR_NO_SUCH_CHOICE) + " facts.task");
  CHECK(std::string(error.text).find("case, ") != std::string::npos);
}

TEST_CASE("C interface: a record that is none, or of what is no case, is refused with its place") {
  const Rates rates = embedded();
  auto error = english();
  std::int32_t same = 7;
  const auto of = [&](const std::string& record) {
    CHECK(fleks_verify(rates.get(), record.data(), record.size(), FLEKS_TEXT, FLEKS_ENGLISH, &same, &error) == nullptr);
    return said(error);
  };
  CHECK(of("{") == std::to_string(FLEKS_ERROR_NOT_JSON) + " ");
  CHECK(of("{}") == std::to_string(FLEKS_ERROR_MISSING_FACT) + " fleks");
  const std::string json = read(late);
  const std::string record(view(owned(fleks_case_record(rates.get(), json.data(), json.size(), nullptr, 0, FLEKS_DANISH, &error))));
  CHECK(of(changed(record, "\"task\":\"case\"", "\"task\":\"month\"")) == std::to_string(FLEKS_ERROR_UNKNOWN_FACT) + " facts.arguments");
  CHECK(of(changed(record, "\"given\":{", "\"given\":{\"other\":\"1\"")) == std::to_string(FLEKS_ERROR_UNKNOWN_FACT) + " facts.given");
  CHECK(of(changed(record, "\"given\":{", "\"given\":{\"as_of\":\"2024\"")) ==
        std::to_string(FLEKS_ERROR_NO_SUCH_DATE) + " facts.given.as_of");
  CHECK(of(changed(record, "\"given\":{", "\"given\":{\"rates\":\"r.csv\"")) == std::to_string(FLEKS_ERROR_MISSING_FACT) + " facts.files");
  CHECK(of(changed(record, "\"files\":{\"case.json\"", "\"files\":{\"other.json\"")) ==
        std::to_string(FLEKS_ERROR_MISSING_FACT) + " facts.files");
  CHECK(of(changed(record, "\"language\":\"da\"", "\"language\":\"fr\"")) ==
        std::to_string(FLEKS_ERROR_NO_SUCH_CHOICE) + " facts.language");
  CHECK(same == 7);

  auto asked = sized<fleks_case_asked>();
  const auto refused = [&](int correct_from) {
    CHECK(fleks_case_record(rates.get(), json.data(), json.size(), &asked, correct_from, FLEKS_DANISH, &error) == nullptr);
    return said(error);
  };
  asked.steps = 1;
  CHECK(refused(0) == std::to_string(FLEKS_ERROR_EXCLUSIVE_FACTS) + " steps");
  asked.steps = 0;
  asked.last = 202404;
  CHECK(refused(202402) == std::to_string(FLEKS_ERROR_EXCLUSIVE_FACTS) + " last");
  asked.last = 0;
  CHECK(refused(202413) == std::to_string(FLEKS_ERROR_NO_SUCH_DATE) + " correct_from");
  CHECK(fleks_case_record(rates.get(), "{}", 2, nullptr, 0, FLEKS_DANISH, &error) == nullptr);
  CHECK(said(error) == std::to_string(FLEKS_ERROR_MISSING_FACT) + " from");
}

TEST_CASE("C interface: the municipality's ledger of a case and of an effort is what the C++ library makes of it") {
  const Rates rates = embedded();
  const RateTable table = RateTable::embedded();
  auto error = english();
  const std::string json = read("/examples/municipality/refunds/case.json");
  const auto facts = read_case(json).checked();
  const auto ledger = municipal_ledger(facts, table).value();
  const auto of_case = [&](const fleks_municipal_asked* asked, std::int32_t form, std::int32_t language) {
    return std::string(view(owned(fleks_case_ledger(rates.get(), json.data(), json.size(), asked, form, language, &error))));
  };
  CHECK(of_case(nullptr, FLEKS_JSON, FLEKS_DANISH) == to_json(facts.facts(), ledger, table, Language::danish));
  CHECK(of_case(nullptr, FLEKS_CSV, FLEKS_DANISH) == to_csv(ledger));
  CHECK(of_case(nullptr, FLEKS_TEXT, FLEKS_ENGLISH) == breakdown(facts.facts(), ledger, table, Language::english));
  auto asked = sized<fleks_municipal_asked>();
  asked.fleksbidrag_base = FLEKS_BIDRAG_LESS_REFUND;
  asked.weeks_of_month = FLEKS_WEEKDAYS;
  asked.weeks_before_new_job = FLEKS_WEEKS_NOT_COUNTED;
  asked.as_of = 20240615;
  const auto other = municipal_ledger(facts, table,
                                      {.as_of = std::chrono::year{2024} / 6 / 15,
                                       .options = {.fleksbidrag_base = FleksbidragBase::m_less_refund,
                                                   .weeks_of_month = WeeksOfMonth::weekdays,
                                                   .weeks_before_new_job = WeeksBeforeNewJob::not_counted}})
                         .value();
  CHECK(of_case(&asked, FLEKS_CSV, FLEKS_DANISH) == to_csv(other));

  const std::string file = read("/examples/municipality/aarhus-35-2013.json");
  const auto of_effort = [&](const fleks_municipal_asked* q, std::int32_t form) {
    return std::string(view(owned(fleks_effort(rates.get(), file.data(), file.size(), q, form, FLEKS_ENGLISH, &error))));
  };
  const Effort effort = read_effort(file).value();
  const EffortResult result = effort_result(effort, table).value();
  ToldEffort told{.effort = effort, .result = result, .rates = table};
  CHECK(of_effort(nullptr, FLEKS_JSON) == to_json(told, Language::english));
  CHECK(of_effort(nullptr, FLEKS_CSV) == to_csv(told));
  CHECK(of_effort(nullptr, FLEKS_TEXT) == breakdown(told, Language::english));
  auto drawn = sized<fleks_municipal_asked>();
  drawn.cohorts = 20;
  told.spread = effort_spread(effort, table, 20, 1).value();
  CHECK(of_effort(&drawn, FLEKS_JSON) == to_json(told, Language::english));
  drawn.seed = 2;
  told.spread = effort_spread(effort, table, 20, 2).value();
  CHECK(of_effort(&drawn, FLEKS_JSON) == to_json(told, Language::english));
}

TEST_CASE("C interface: what is said of the other of ledger and effort, or of no cohorts, is refused") {
  const Rates rates = embedded();
  auto error = english();
  const std::string json = read(late), file = read("/examples/municipality/aarhus-35-2013.json");
  const auto of_case = [&](auto change) {
    auto asked = sized<fleks_municipal_asked>();
    change(asked);
    CHECK(fleks_case_ledger(rates.get(), json.data(), json.size(), &asked, FLEKS_JSON, FLEKS_DANISH, &error) == nullptr);
    return said(error);
  };
  const auto of_effort = [&](auto change) {
    auto asked = sized<fleks_municipal_asked>();
    change(asked);
    CHECK(fleks_effort(rates.get(), file.data(), file.size(), &asked, FLEKS_JSON, FLEKS_DANISH, &error) == nullptr);
    return said(error);
  };
  const std::string exclusive = std::to_string(FLEKS_ERROR_EXCLUSIVE_FACTS) + " ";
  CHECK(of_case([](auto& a) { a.cohorts = 5; }) == exclusive + "cohorts");
  CHECK(of_case([](auto& a) { a.seed = 5; }) == exclusive + "seed");
  CHECK(of_case([](auto& a) { a.weeks_of_month = 2; }) == std::to_string(FLEKS_ERROR_NO_SUCH_CHOICE) + " weeks_of_month");
  CHECK(of_case([](auto& a) { a.weeks_before_new_job = 2; }) == std::to_string(FLEKS_ERROR_NO_SUCH_CHOICE) + " weeks_before_new_job");
  CHECK(of_case([](auto& a) { a.fleksbidrag_base = -1; }) == std::to_string(FLEKS_ERROR_NO_SUCH_CHOICE) + " fleksbidrag_base");
  CHECK(of_case([](auto& a) { a.as_of = 20240230; }) == std::to_string(FLEKS_ERROR_NO_SUCH_DATE) + " as_of");
  CHECK(of_effort([](auto& a) { a.as_of = 20240615; }) == exclusive + "as_of");
  CHECK(of_effort([](auto& a) { a.weeks_of_month = 1; }) == exclusive + "weeks_of_month");
  CHECK(of_effort([](auto& a) { a.weeks_before_new_job = 1; }) == exclusive + "weeks_before_new_job");
  CHECK(of_effort([](auto& a) { a.seed = 5; }) == exclusive + "seed");
  CHECK(of_effort([](auto& a) { a.cohorts = 5, a.seed = -1; }) == std::to_string(FLEKS_ERROR_NEGATIVE) + " seed");
  CHECK(of_effort([](auto& a) { a.cohorts = -5; }) == std::to_string(FLEKS_ERROR_OUT_OF_RANGE) + " cohorts");
  CHECK(fleks_case_ledger(rates.get(), json.data(), json.size(), nullptr, FLEKS_HTML, FLEKS_DANISH, &error) == nullptr);
  CHECK(said(error) == std::to_string(FLEKS_ERROR_NO_SUCH_CHOICE) + " form");
  const std::string reform = R"({"id": "floor", "title": "A lower share", "from": "2024-01", "rates": {"taper_low_pct": 25}})";
  const Rates under(fleks_rates_reformed(rates.get(), reform.data(), reform.size(), nullptr, 0, &error), fleks_rates_free);
  CHECK(fleks_effort(under.get(), file.data(), file.size(), nullptr, FLEKS_JSON, FLEKS_DANISH, &error) == nullptr);
  CHECK(said(error) == "-1 rates");
}
