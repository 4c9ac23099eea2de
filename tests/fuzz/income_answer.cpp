#include "check.hpp"

#include <fleks/reading/case_file.hpp>
#include <fleks/reading/income_case.hpp>
#include <fleks/words/income.hpp>

// Any bytes as an answer of the income register: an error with words and without a person's number, or reports whose sum is what
// holds; in any pieces the same; a case made of them is known again by its own answer, and changes nothing.

using namespace fleks;
using fuzz::must;

namespace {

Result<RegisterAnswer> in_pieces(std::string_view input) {
  IncomeReader reader;
  for (std::size_t at = 0, size = 1; at < input.size(); at += size, size = size % 97 + 3)
    if (!reader.feed(input.substr(at, size))) break;
  return reader.finish();
}

std::size_t count_of(const RegisterAnswer& answer) {
  std::size_t parts = 0;
  for (const RegisterPerson& person : answer.persons)
    for (const RegisterReport& report : person.reports) parts += report.parts.size();
  return parts;
}

void must_be_known_again(const RegisterPerson& person, std::string_view input) {
  const auto made = income_case(person, {});
  if (!made) return fuzz::must_have_words(made.error());
  for (const Language language : {Language::danish, Language::english}) {
    RegisterAnswer answer;
    answer.persons.push_back(person);
    const std::string said = breakdown(*made, answer, language);
    must(text_until(said) == said.size(), "what is said is UTF-8", input);
  }
  const std::string text = case_text(*made);
  const CaseReading reading = read_case(text);
  if (!reading.good()) {
    for (const Error& e : reading.errors) fuzz::must_have_words(e);
    return;
  }
  const auto again = income_case(person, {}, &reading.facts);
  must(again.has_value(), "the same answer can be added to its own case", input);
  must(case_text(*again, text) == text, "the same answer changes nothing", input);
}

}  // namespace

void fuzz_one(std::string_view input) {
  const auto answer = read_income_answer(input);
  const auto pieces = in_pieces(input);
  must(answer.has_value() == pieces.has_value(), "in any pieces it is an answer or none", input);
  if (!answer) return fuzz::must_have_words(answer.error());
  must(count_of(*answer) == count_of(*pieces), "in any pieces there are as many reports", input);
  for (const RegisterPerson& person : answer->persons) {
    Money sum{}, held{};
    const auto far = Date{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};
    for (const RegisterStanding& s : register_history(person.reports, {})) {
      const RegisterPart& part = person.reports[s.report].parts[s.part];
      if (s.fate == RegisterFate::counts) sum += part[RegisterAmount::am_income];
      if (s.holds(far)) held += part[RegisterAmount::am_income];
      must(s.fate != RegisterFate::reversed || (s.until && s.other), "what was taken back says when and by what", input);
    }
    must(sum == held, "the sum is what holds", input);
    must_be_known_again(person, input);
  }
}
