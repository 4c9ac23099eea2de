#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <fleks/fleks.hpp>

#include "c_interface/handles.hpp"
#include "source_file.hpp"

// A case through the C interface is what the C++ library makes of it, and so what `fleks case` prints.

namespace {

using namespace fleks;
using namespace c_interface;

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

std::vector<std::filesystem::path> files(const std::string& folder) {
  std::vector<std::filesystem::path> found;
  for (const auto& each : std::filesystem::directory_iterator(folder))
    if (each.path().extension() == ".json") found.push_back(each.path());
  std::sort(found.begin(), found.end());
  return found;
}

Date first_of(Month m) { return m / 1; }
int number(Month m) { return static_cast<int>(m.year()) * 100 + static_cast<int>(static_cast<unsigned>(m.month())); }
int number(Date d) { return number(month_of(d)) * 100 + static_cast<int>(static_cast<unsigned>(d.day())); }

}  // namespace

TEST_CASE("C interface: every case of the tests, all of it, as known on a day, corrected, and as a letter") {
  const Rates rates = embedded();
  const RateTable table = RateTable::embedded();
  auto error = english();
  int cases = 0, changed = 0;
  for (const auto& path : files(source_file("/tests/cases"))) {
    CAPTURE(path.string());
    const std::string json = read(path);
    const CaseReading reading = read_case(json);
    REQUIRE(reading.good());
    const Case& facts = reading.facts;
    ++cases;
    CHECK(fleks_text_size(owned(fleks_case_problems(json.data(), json.size(), FLEKS_DANISH, &error)).get()) == 0);
    CHECK(error.code == FLEKS_OK);

    const auto all = case_statement(facts, table, {.explained = true}).value();
    CHECK(view(owned(fleks_case_statement(rates.get(), json.data(), json.size(), nullptr, FLEKS_JSON, FLEKS_DANISH, &error))) ==
          to_json(facts, all, table, Language::danish));
    CHECK(view(owned(fleks_case_statement(rates.get(), json.data(), json.size(), nullptr, FLEKS_TEXT, FLEKS_ENGLISH, &error))) ==
          breakdown(facts, all, table, Language::english));

    // As it was known in the middle, one month, with the steps.
    const Date day = Date{std::chrono::sys_days{first_of(facts.first)} +
                          (std::chrono::sys_days{first_of(facts.last)} - std::chrono::sys_days{first_of(facts.first)}) / 2};
    auto asked = sized<fleks_case_asked>();
    asked.as_of = number(day);
    asked.first = asked.last = number(facts.last);
    asked.steps = 1;
    const auto then = case_statement(facts, table, {.as_of = day, .first = facts.last, .last = facts.last, .explained = true}).value();
    CHECK(view(owned(fleks_case_statement(rates.get(), json.data(), json.size(), &asked, FLEKS_TEXT, FLEKS_DANISH, &error))) ==
          breakdown(facts, then, table, Language::danish, true));

    const auto corrected = correction(facts, table, facts.first).value();
    changed += static_cast<int>(corrected.total != Money{});
    const int from = number(facts.first);
    CHECK(view(owned(fleks_case_correction(rates.get(), json.data(), json.size(), from, 0, FLEKS_JSON, FLEKS_ENGLISH, &error))) ==
          to_json(facts, corrected, table, Language::english));
    CHECK(view(owned(fleks_case_correction(rates.get(), json.data(), json.size(), from, number(day), FLEKS_TEXT, FLEKS_DANISH, &error))) ==
          breakdown(facts, correction(facts, table, facts.first, day).value(), Language::danish));

    CHECK(view(owned(fleks_case_letter(rates.get(), json.data(), json.size(), number(facts.last), 0, FLEKS_TEXT, FLEKS_DANISH, &error))) ==
          letter(facts, table, facts.last, std::nullopt, Language::danish).value());
    CHECK(view(owned(fleks_case_letter(rates.get(), json.data(), json.size(), from, number(last_known(facts)), FLEKS_HTML, FLEKS_ENGLISH,
                                       &error))) ==
          letter(facts, table, facts.first, last_known(facts), Language::english, LetterForm::html).value());
    CHECK(error.code == FLEKS_OK);
  }
  CHECK(cases > 30);
  CHECK(changed > 3);
}

TEST_CASE("C interface: a case file that is wrong is refused with its first problem, and all of them can be had") {
  const Rates rates = embedded();
  auto error = english();
  int broken = 0;
  for (const std::string& folder : {source_file("/tests/cases/broken"), source_file("/tests/cases/broken_form")})
    for (const auto& path : files(folder)) {
      CAPTURE(path.string());
      const std::string json = read(path);
      const auto errors = read_case(json).errors;
      if (errors.empty()) {
        // What only the months themselves show: more holiday than the account has.
        CHECK(fleks_case_statement(rates.get(), json.data(), json.size(), nullptr, FLEKS_JSON, FLEKS_DANISH, &error) == nullptr);
        CHECK(std::string_view(error.field).starts_with("holidays["));
        continue;
      }
      ++broken;
      CHECK(fleks_case_statement(rates.get(), json.data(), json.size(), nullptr, FLEKS_JSON, FLEKS_DANISH, &error) == nullptr);
      CHECK(error.code == static_cast<int>(errors.front().code));
      CHECK(error.field == errors.front().field.text());
      CHECK(error.text == message(errors.front(), Language::english));
      CHECK(fleks_case_correction(rates.get(), json.data(), json.size(), 202401, 0, FLEKS_JSON, FLEKS_DANISH, nullptr) == nullptr);
      CHECK(fleks_case_letter(rates.get(), json.data(), json.size(), 202401, 0, FLEKS_TEXT, FLEKS_DANISH, nullptr) == nullptr);
      std::string lines;
      for (const auto& each : errors) lines += message(each, Language::danish) + "\n";
      CHECK(view(owned(fleks_case_problems(json.data(), json.size(), FLEKS_DANISH, &error))) == lines);
      CHECK(error.code == FLEKS_OK);
    }
  CHECK(broken > 15);

  const std::string json = read(source_file("/tests/cases/plain_month.json"));
  auto asked = sized<fleks_case_asked>();
  const auto statement = [&] {
    CHECK(fleks_case_statement(rates.get(), json.data(), json.size(), &asked, FLEKS_JSON, FLEKS_DANISH, &error) == nullptr);
    return error.code;
  };
  asked.first = 201301;
  CHECK(statement() == FLEKS_ERROR_OUT_OF_RANGE);
  CHECK(std::string_view(error.field) == "first");
  asked.first = 0;
  asked.last = 209901;
  CHECK(statement() == FLEKS_ERROR_OUT_OF_RANGE);
  CHECK(std::string_view(error.field) == "last");
  CHECK(fleks_case_letter(rates.get(), json.data(), json.size(), 201301, 0, FLEKS_TEXT, FLEKS_DANISH, &error) == nullptr);
  CHECK(error.code == FLEKS_ERROR_OUT_OF_RANGE);
  CHECK(std::string_view(error.field) == "month");
  CHECK(std::string_view(fleks_case_schema()) == case_schema());
}
