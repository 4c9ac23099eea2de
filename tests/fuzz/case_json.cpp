#include "check.hpp"

#include <fleks/analysis/case_bounds.hpp>
#include <fleks/analysis/correction.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/case_bounds.hpp>

#include <nlohmann/json.hpp>

// Any bytes as a case: errors with their paths and words, or a case that can be computed, corrected and told; and a
// month comes out the same whichever months are asked for with it.

using namespace fleks;
using fuzz::must;

namespace {

/// The same in which facts may lie in ranges: they do only where a case as it stands is refused.
void fuzz_ranges(std::string_view input, const RateTable& rates, const CaseReading& as_it_stands) {
  const CaseReading reading = read_case_in_ranges(input);
  for (const Error& e : reading.errors) fuzz::must_have_words(e);
  must(!reading.ranges.empty() || reading.errors == as_it_stands.errors, "without ranges both readings are the same", input);
  must(reading.ranges.empty() || !as_it_stands.good(), "a range is no amount", input);
  if (!reading.good() || reading.ranges.empty() || reading.ranges.size() > 3) return;
  const Case& c = reading.facts;
  const auto found = bounds(c, reading.ranges, rates, {.first = c.first, .last = c.first});
  if (!found) return fuzz::must_have_words(found.error());
  must(found->months.size() == 1, "the month asked for is there", input);
  for (const AmountBounds& a : found->months[0].subsidy)
    must(a.from < a.to, "an amount that is not fixed has a least below its most", input);
  must(fleks::text_until(breakdown(c, *found, Language::danish)) != 0, "bounds have words", input);
  must(nlohmann::json::accept(to_json(c, *found, rates, Language::english)), "the JSON of bounds is JSON", input);
}

}  // namespace

void fuzz_one(std::string_view input) {
  static const RateTable rates = RateTable::embedded();
  const CaseReading reading = read_case(input);
  must(reading.errors.size() <= 100, "at most a hundred errors", input);
  for (const Error& e : reading.errors) fuzz::must_have_words(e);
  fuzz_ranges(input, rates, reading);
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
