#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include <fleks/tasks/tasks.hpp>

#include "tasks/task.hpp"

using namespace fleks;

namespace {

const RateTable rates = RateTable::embedded();

constexpr std::string_view march = R"({"task": "month", "language": "da", "given": {"month": "2024-03", "am_income": "15600"}})";

std::string with(std::string text, std::string_view from, std::string_view to) {
  const auto place = text.find(from);
  REQUIRE(place != std::string::npos);
  return text.replace(place, from.size(), to);
}

}  // namespace

TEST_CASE("a task is asked by its name and facts") {
  const auto json = task_result(march, "json", rates);
  REQUIRE(json);
  CHECK(json->find("\"fleksloentilskud\": \"15272.00\"") != std::string::npos);
  const auto text = task_result(march, "text", rates);
  REQUIRE(text);
  CHECK(text->find("15.272,00") != std::string::npos);
}

TEST_CASE("every task of the library is asked by its name, and knows its options") {
  CHECK(tasks::own_tasks().size() == 12);
  for (const tasks::Command& task : tasks::own_tasks()) {
    CAPTURE(task.name);
    CHECK(static_cast<bool>(task.run));
    CHECK(!task.options().empty());
    const auto asked =
        task_result(R"({"task": ")" + std::string(task.name) + R"(", "language": "da", "given": {"no_such_fact": "1"}})", "json", rates);
    REQUIRE(!asked);
    CHECK(asked.error().code == ErrorCode::unknown_fact);
    CHECK(asked.error().given == "no_such_fact");
  }
}

TEST_CASE("a text of help names what the task is asked by, as its reader knows it") {
  const Reader marked{.asked = [](std::string_view name) { return "<" + std::string(name) + ">"; }};
  std::size_t named = 0;
  for (const tasks::Command& task : tasks::own_tasks()) {
    const std::vector<tasks::Option> options = task.options();
    for (const tasks::Option& option : options)
      for (const Language language : {Language::danish, Language::english}) {
        const std::string help = option.help_in(language, marked);
        CAPTURE(task.name);
        CAPTURE(help);
        CHECK(help.find('{') == std::string::npos);
        for (auto at = help.find('<'); at != std::string::npos; at = help.find('<', at + 1)) {
          const std::string name = help.substr(at + 1, help.find('>', at) - at - 1);
          CHECK(std::ranges::any_of(options, [&](const tasks::Option& other) { return other.name == name; }));
          ++named;
        }
      }
  }
  CHECK(named > 20);
}

TEST_CASE("an error names what was asked by its id, and a program spells it") {
  const tasks::Stop stop{
      {.code = ErrorCode::exclusive_facts, .field = tasks::asked("at_hours"), .allowed = OnlyWith{{tasks::asked("over wage"), "paid"}}},
      tasks::asked("month 2030-01")};
  CHECK(in_words(stop, Language::english, {}) == "month 2030-01: at_hours: can only be given together with over wage, paid.");
  const Reader program{.asked = [](std::string_view name) { return "--" + std::string(name); }};
  CHECK(in_words(stop, Language::english, program) == "--month 2030-01: --at_hours: can only be given together with --over wage, paid.");
}

TEST_CASE("what only a program has is refused as no fact") {
  for (const char* fact : {"batch", "from_xlsx", "format"}) {
    CAPTURE(fact);
    const auto asked = task_result(R"({"task": "audit", "language": "da", "given": {")" + std::string(fact) + R"(": "x"}})", "json", rates);
    REQUIRE(!asked);
    CHECK(asked.error().code == ErrorCode::unknown_fact);
    CHECK(asked.error().field.text() == "given");
    CHECK(asked.error().given == fact);
  }
  const auto book = task_result(march, "xlsx", rates);
  REQUIRE(!book);
  CHECK(book.error().code == ErrorCode::unknown_fact);
  CHECK(book.error().given == "format");
  const auto file = task_result(
      R"({"task": "month", "language": "da", "given": {"month": "2024-03", "am_income": "15600", "rates": "mine.csv"}})", "json", rates);
  REQUIRE(!file);
  CHECK(file.error().code == ErrorCode::cannot_read);
  CHECK(file.error().field.text() == "given.rates");
}

TEST_CASE("a wrong fact is named as a fact, not as an option") {
  const auto asked = task_result(with(std::string(march), "15600", "1,5,6"), "json", rates);
  REQUIRE(!asked);
  CHECK(asked.error().field.text() == "given.am_income");
  const auto unknown = task_result(with(std::string(march), "\"month\", \"language\"", "\"moon\", \"language\""), "json", rates);
  REQUIRE(!unknown);
  CHECK(unknown.error().field.text() == "task");
}

TEST_CASE("a kept result is the same, and with one amount changed it is not") {
  const auto json = task_result(march, "json", rates);
  REQUIRE(json);
  const auto same = verified_result(*json, rates);
  REQUIRE(same);
  CHECK(same->same());
  const auto changed = verified_result(with(*json, "\"fleksloentilskud\": \"15272.00\"", "\"fleksloentilskud\": \"15273.00\""), rates);
  REQUIRE(changed);
  CHECK(!changed->same());
  REQUIRE(changed->differences.size() == 1);
  const auto none = verified_result("{}", rates);
  CHECK(!none);
}
