#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include <fleks/fleks.hpp>

#include "c_interface/handles.hpp"
#include "source_file.hpp"

// An answer of the income register through the C interface is what the C++ library makes of it.

namespace {

using namespace fleks;
using namespace c_interface;

std::string example(const std::string& name) {
  std::ifstream in(source_file("/examples/income/" + name), std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}
fleks_income_asked asked(const char* jobs = nullptr) {
  fleks_income_asked a{};
  a.size = sizeof a;
  a.jobs = jobs;
  return a;
}
std::string said(const fleks_error& error) { return std::to_string(error.code) + " " + error.field; }

}  // namespace

TEST_CASE("C interface: an answer is a case, a second one more of it, and the same twice no byte") {
  auto error = english();
  const std::string first = example("01-plain-month.xml"), second = example("02-soap-two-months.xml");
  auto q = asked("12345678=fleksjob");
  q.ceiling = 2'780'000;
  q.fetched = 20240301;
  const std::string text(view(owned(fleks_income_case(first.data(), first.size(), &q, &error))));
  const auto person = read_income_answer(first).value().persons.at(0);
  CHECK(text == case_text(income_case(person, {.jobs = {{"12345678", "", "fleksjob"}},
                                               .ceiling = Money::kroner(27'800),
                                               .fetched = std::chrono::year{2024} / 3 / 1})
                              .value()));
  auto more = asked();
  more.old_case = text.data();
  more.old_case_size = text.size();
  const std::string longer(view(owned(fleks_income_case(second.data(), second.size(), &more, &error))));
  CHECK(longer.size() > text.size());
  more.old_case = longer.data();
  more.old_case_size = longer.size();
  CHECK(view(owned(fleks_income_case(second.data(), second.size(), &more, &error))) == longer);
  CHECK(view(owned(fleks_income_in_words(first.data(), first.size(), nullptr, FLEKS_ENGLISH, &error))).starts_with("Read: 1 report."));
  CHECK(view(owned(fleks_income_in_words(first.data(), first.size(), nullptr, FLEKS_ENGLISH, &error))).find("3213990017") ==
        std::string_view::npos);
}

TEST_CASE("C interface: what is wrong with an answer, a case or what is said beside them is named") {
  auto error = english();
  const std::string good = example("01-plain-month.xml");
  const auto of = [&](const std::string& answer, const fleks_income_asked* q) {
    CHECK(fleks_income_case(answer.data(), answer.size(), q, &error) == nullptr);
    return said(error);
  };
  CHECK(of("<html/>", nullptr) == std::to_string(FLEKS_ERROR_NO_SUCH_CHOICE) + " XML");
  CHECK(of(example("30-register-error.xml"), nullptr) == std::to_string(FLEKS_ERROR_CANNOT_READ) + " FejlStruktur");
  CHECK(std::string_view(error.text).find("3213990017") == std::string_view::npos);
  CHECK(of(example("35-two-persons.xml"), nullptr) == std::to_string(FLEKS_ERROR_TOO_MANY) + " IndkomstOplysningPersonStruktur");
  CHECK(of(example("29-below-zero.xml"), nullptr).starts_with(std::to_string(FLEKS_ERROR_NEGATIVE) + " felt 13 2024-03"));
  auto q = asked("12345678");
  CHECK(of(good, &q) == std::to_string(FLEKS_ERROR_NO_SUCH_CHOICE) + " jobs");
  q = asked("12345678=fleksjob;23456789=other;");
  CHECK(view(owned(fleks_income_case(good.data(), good.size(), &q, &error))).size() > 100);
  q = asked();
  q.ceiling = -1;
  CHECK(of(good, &q) == std::to_string(FLEKS_ERROR_NEGATIVE) + " ceiling");
  q.ceiling = INT64_MAX;
  CHECK(of(good, &q) == std::to_string(FLEKS_ERROR_TOO_LARGE) + " ceiling");
  q = asked();
  q.fetched = 20240230;
  CHECK(of(good, &q) == std::to_string(FLEKS_ERROR_NO_SUCH_DATE) + " fetched");
  q = asked();
  q.keep_person = 2;
  CHECK(of(good, &q) == std::to_string(FLEKS_ERROR_NO_SUCH_CHOICE) + " keep_person");
  q = asked();
  q.old_case = "{}";
  q.old_case_size = 2;
  CHECK(of(good, &q) == std::to_string(FLEKS_ERROR_MISSING_FACT) + " from");
  CHECK(fleks_income_case(nullptr, 2, nullptr, &error) == nullptr);
  CHECK(error.code == FLEKS_BAD_CALL);
  CHECK(fleks_income_in_words(good.data(), good.size(), nullptr, 9, &error) == nullptr);
  CHECK(std::string_view(error.field) == "language");
}
