#include <string>
#include <string_view>
#include <utility>

#include <fleks/reading/case_file.hpp>
#include <fleks/reading/income_case.hpp>
#include <fleks/words/income.hpp>

#include "c_interface/values.hpp"

namespace c_interface {
namespace {

fleks::IncomeChoices choices_of(const fleks_income_asked& asked) {
  fleks::IncomeChoices choices;
  choices.fetched = date_if_given(asked.fetched, "fetched");
  choices.keep_person = yes(asked.keep_person, "keep_person");
  if (asked.ceiling != 0) {
    const fleks::Money ceiling = fleks::Money::oere(asked.ceiling);
    if (ceiling < fleks::Money{} || ceiling > fleks::largest_amount)
      refuse({.code = ceiling < fleks::Money{} ? ErrorCode::negative : ErrorCode::too_large,
              .field = "ceiling",
              .given = std::to_string(asked.ceiling),
              .allowed = fleks::Range{fleks::Money{}, fleks::largest_amount}});
    choices.ceiling = ceiling;
  }
  std::string_view jobs = asked.jobs == nullptr ? std::string_view() : std::string_view(asked.jobs);
  while (!jobs.empty()) {
    const auto end = jobs.find(';');
    auto job = fleks::parse_payer_is(jobs.substr(0, end));
    if (!job) refuse(std::move(job).error().in("jobs"));
    choices.jobs.push_back(*std::move(job));
    jobs = end == std::string_view::npos ? std::string_view() : jobs.substr(end + 1);
  }
  return choices;
}

/// An answer, and the case it makes.
struct Read {
  fleks::RegisterAnswer answer;
  fleks::IncomeCase made;
  std::string_view old;
};

Read read(const char* answer, std::size_t size, const fleks_income_asked* asked) {
  not_null(answer, "answer");
  const fleks_income_asked q = asked == nullptr ? fleks_income_asked{} : given(asked, "asked");
  const fleks::IncomeChoices choices = choices_of(q);
  auto got = fleks::read_income_answer({answer, size});
  if (!got) refuse_text(std::move(got).error());
  if (got->persons.size() != 1)
    refuse_text({.code = got->persons.empty() ? ErrorCode::missing_fact : ErrorCode::too_many,
                 .field = "IndkomstOplysningPersonStruktur",
                 .allowed = fleks::AtMost{1}});
  Read all{*std::move(got), {}, {}};
  fleks::CaseReading before;
  if (q.old_case != nullptr) {
    all.old = {q.old_case, q.old_case_size};
    before = fleks::read_case(all.old);
    if (!before.good()) refuse_text(std::move(before.errors.front()));
  }
  auto made = fleks::income_case(all.answer.persons.front(), choices, q.old_case == nullptr ? nullptr : &before.facts);
  if (!made) refuse_text(std::move(made).error());
  all.made = *std::move(made);
  return all;
}

/// The text, which is a case that can be read.
std::string checked_text(const Read& all) {
  std::string text = case_text(all.made, all.old);
  fleks::CaseReading now = fleks::read_case(text);
  if (!now.good()) refuse_text(std::move(now.errors.front()));
  return text;
}

}  // namespace
}  // namespace c_interface

using namespace c_interface;

extern "C" {

fleks_text* fleks_income_case(const char* answer, std::size_t size, const fleks_income_asked* asked, fleks_error* error) {
  return made(error, [&] { return checked_text(read(answer, size, asked)); });
}

fleks_text* fleks_income_in_words(const char* answer, std::size_t size, const fleks_income_asked* asked, std::int32_t language,
                                  fleks_error* error) {
  return made(error, [&] {
    const fleks::Language said_in = language_of(language);
    const Read all = read(answer, size, asked);
    (void)checked_text(all);
    return breakdown(all.made, all.answer, said_in);
  });
}

}  // extern "C"
