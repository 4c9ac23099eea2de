#include <type_traits>

#include <fleks/analysis/correction.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/history/case_statement.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/tasks/tasks.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/letter.hpp>
#include <fleks/words/message.hpp>
#include <fleks/words/verification.hpp>

#include "c_interface/values.hpp"

namespace c_interface {

fleks::CheckedCase case_of(const char* json, std::size_t size) {
  not_null(json, "json");
  fleks::CaseReading reading = fleks::read_case({json, size});
  if (!reading.good()) refuse_text(std::move(reading.errors.front()));
  return std::move(reading).checked();
}

fleks::CaseQuestion question_of(const fleks_case_asked& asked) {
  return {.as_of = date_if_given(asked.as_of, "as_of"),
          .first = month_if_given(asked.first, "first"),
          .last = month_if_given(asked.last, "last")};
}

namespace {

/// The answer to a question about a case, as text or as JSON.
template <class Answer>
std::string told(const fleks::Case& facts, const Answer& answer, std::int32_t form, fleks::Language language, const fleks::RateTable& table,
                 bool steps) {
  const bool json = choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_JSON}, "form") == FLEKS_JSON;
  if constexpr (std::is_same_v<Answer, fleks::CaseStatement>)
    return json ? to_json(facts, answer, table, language) : breakdown(facts, answer, table, language, steps);
  else
    return json ? to_json(facts, answer, table, language) : breakdown(facts, answer, language);
}

}  // namespace
}  // namespace c_interface

using namespace c_interface;

extern "C" {

fleks_text* fleks_case_statement(const fleks_rates* rates, const char* json, std::size_t size, const fleks_case_asked* asked,
                                 std::int32_t form, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = law_of(rates);
    const fleks_case_asked q = asked == nullptr ? fleks_case_asked{} : given(asked, "asked");
    fleks::CaseQuestion question = question_of(q);
    question.explained = !yes(q.amounts_only, "amounts_only");
    const bool steps = yes(q.steps, "steps");
    if (steps && !question.explained)
      refuse({.code = ErrorCode::exclusive_facts, .field = "steps", .allowed = fleks::NotWith{{"amounts_only"}}});
    const fleks::CheckedCase facts = case_of(json, size);
    auto statement = case_statement(facts, table, question);
    return told(facts.facts(), or_refuse(std::move(statement)), form, language_of(language), table, steps);
  });
}

fleks_text* fleks_case_correction(const fleks_rates* rates, const char* json, std::size_t size, std::int32_t from_month, std::int32_t as_of,
                                  std::int32_t form, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = law_of(rates);
    const fleks::Month from = month_of(from_month, "from_month");
    const auto date = date_if_given(as_of, "as_of");
    const fleks::CheckedCase facts = case_of(json, size);
    return told(facts.facts(), or_refuse(correction(facts, table, from, date)), form, language_of(language), table, false);
  });
}

fleks_text* fleks_case_letter(const fleks_rates* rates, const char* json, std::size_t size, std::int32_t month, std::int32_t as_of,
                              std::int32_t form, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = law_of(rates);
    const fleks::Month of = month_of(month, "month");
    const auto date = date_if_given(as_of, "as_of");
    const bool html = choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_HTML}, "form") == FLEKS_HTML;
    auto text =
        letter(case_of(json, size), table, of, date, language_of(language), html ? fleks::LetterForm::html : fleks::LetterForm::text);
    return or_refuse(std::move(text));
  });
}

fleks_text* fleks_case_problems(const char* json, std::size_t size, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    not_null(json, "json");
    const auto said_in = language_of(language);
    std::string lines;
    for (const Error& each : fleks::read_case({json, size}).errors) lines += fleks::message(each, said_in) + "\n";
    return lines;
  });
}

fleks_text* fleks_case_record(const fleks_rates* rates, const char* json, std::size_t size, const fleks_case_asked* asked,
                              std::int32_t correct_from, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = law_of(rates);
    not_null(json, "json");
    const fleks_case_asked q = asked == nullptr ? fleks_case_asked{} : given(asked, "asked");
    const fleks::CaseToKeep to_keep{
        .question = question_of(q), .correct_from = month_if_given(correct_from, "correct_from"), .language = language_of(language)};
    for (const auto& [value, field] : {std::pair{q.steps, "steps"}, std::pair{q.amounts_only, "amounts_only"}})
      if (value != 0) refuse({.code = ErrorCode::exclusive_facts, .field = field, .allowed = fleks::NotWith{{"fleks_case_record"}}});
    for (const auto& [value, field] : {std::pair{q.first, "first"}, std::pair{q.last, "last"}})
      if (value != 0 && to_keep.correct_from)
        refuse({.code = ErrorCode::exclusive_facts, .field = field, .allowed = fleks::NotWith{{"correct_from"}}});
    fleks::CaseReading reading = fleks::read_case({json, size});
    if (!reading.good()) refuse_text(std::move(reading.errors.front()));
    return or_refuse(kept_case({json, size}, table, to_keep)).record();
  });
}

fleks_text* fleks_verify(const fleks_rates* rates, const char* record, std::size_t size, std::int32_t form, std::int32_t language,
                         std::int32_t* same, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = law_of(rates);
    not_null(record, "record");
    const bool json = choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_JSON}, "form") == FLEKS_JSON;
    const auto said_in = language_of(language);
    auto found = verified_result({record, size}, table);
    if (!found) refuse_text(std::move(found).error());
    std::string text = json ? to_json("record", *found) : breakdown("record", *found, said_in);
    if (same != nullptr) *same = found->same() ? 1 : 0;
    return text;
  });
}

fleks_text* fleks_task(const fleks_rates* rates, const char* asked, std::size_t size, std::int32_t form, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = law_of(rates);
    not_null(asked, "asked");
    const char* const forms[] = {"text", "json", "csv"};
    auto text = task_result({asked, size}, forms[choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_JSON, FLEKS_CSV}, "form")], table);
    if (!text) refuse_text(std::move(text).error());
    return *std::move(text);
  });
}

const char* fleks_case_schema(void) { return fleks::case_schema().data(); }

}  // extern "C"
