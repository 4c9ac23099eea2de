#include "check.hpp"

#include <fleks/analysis/correction.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/words/case.hpp>

#include <nlohmann/json.hpp>

// Any bytes as a case: errors with their paths and words, or a case that can be computed, corrected and told; and a
// month comes out the same whichever months are asked for with it.

using namespace fleks;
using fuzz::must;

void fuzz_one(std::string_view input) {
  static const RateTable rates = RateTable::embedded();
  const CaseReading reading = read_case(input);
  must(reading.errors.size() <= 100, "at most a hundred errors", input);
  for (const Error& e : reading.errors) fuzz::must_have_words(e);
  if (!reading.good()) return;
  const Case& c = reading.facts;
  must(problems(c).empty(), "a case that is read has no problems", input);
  const Month last = std::min(c.last, c.first + std::chrono::months{3});
  const auto statement = case_statement(c, rates, {.last = last, .explained = true});
  if (!statement) {
    fuzz::must_have_words(statement.error());
  } else {
    must(statement->months.size() == static_cast<std::size_t>((last - c.first).count() + 1), "every month asked for is there", input);
    must(fleks::text_until(breakdown(c, *statement, rates, Language::danish, true)) != 0, "a statement has words", input);
    must(nlohmann::json::accept(to_json(c, *statement, rates, Language::english)), "the statement's JSON is JSON", input);
    const auto alone = case_statement(c, rates, {.first = last, .last = last});
    must(alone.has_value() && alone->months.size() == 1, "a month that can be computed can be computed alone", input);
    must(alone->months[0].payout == statement->months.back().payout, "a month is the same whichever months are asked for with it", input);
  }
  if (c.last - c.first >= std::chrono::months{12}) return;
  const auto corrected = correction(c, rates, c.first);
  if (!corrected) return fuzz::must_have_words(corrected.error());
  (void)breakdown(c, *corrected, Language::danish);
  must(nlohmann::json::accept(to_json(c, *corrected, rates, Language::english)), "the correction's JSON is JSON", input);
}
