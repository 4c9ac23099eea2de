#include <string>
#include <utility>

#include <fleks/analysis/effort_result.hpp>
#include <fleks/history/municipal_ledger.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/reading/effort_file.hpp>
#include <fleks/words/effort.hpp>
#include <fleks/words/municipality.hpp>

#include "c_interface/values.hpp"

namespace c_interface {
namespace {

fleks_municipal_asked asked_of(const fleks_municipal_asked* asked) {
  return asked == nullptr ? fleks_municipal_asked{} : given(asked, "asked");
}

/// What is said of the other of the two tasks would have no effect.
void refuse_if_said(std::int64_t value, const char* field, const char* task) {
  if (value != 0) refuse({.code = ErrorCode::exclusive_facts, .field = field, .allowed = fleks::NotWith{{task}}});
}

fleks::FleksbidragBase base_of(const fleks_municipal_asked& asked) {
  const auto base = choice<std::int32_t>(asked.fleksbidrag_base, {FLEKS_BIDRAG_AFTER_REFUND, FLEKS_BIDRAG_LESS_REFUND}, "fleksbidrag_base");
  return base == FLEKS_BIDRAG_AFTER_REFUND ? fleks::FleksbidragBase::after_refund : fleks::FleksbidragBase::m_less_refund;
}

fleks::WeeksOfMonth weeks_of(const fleks_municipal_asked& asked) {
  const auto weeks = choice<std::int32_t>(asked.weeks_of_month, {FLEKS_CALENDAR_DAYS, FLEKS_WEEKDAYS}, "weeks_of_month");
  return weeks == FLEKS_CALENDAR_DAYS ? fleks::WeeksOfMonth::calendar_days : fleks::WeeksOfMonth::weekdays;
}

fleks::WeeksBeforeNewJob before_new_job_of(const fleks_municipal_asked& asked) {
  const auto weeks =
      choice<std::int32_t>(asked.weeks_before_new_job, {FLEKS_WEEKS_COUNTED, FLEKS_WEEKS_NOT_COUNTED}, "weeks_before_new_job");
  return weeks == FLEKS_WEEKS_COUNTED ? fleks::WeeksBeforeNewJob::counted : fleks::WeeksBeforeNewJob::not_counted;
}

std::int32_t form_of(std::int32_t form) { return choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_JSON, FLEKS_CSV}, "form"); }

}  // namespace
}  // namespace c_interface

using namespace c_interface;

extern "C" {

fleks_text* fleks_case_ledger(const fleks_rates* rates, const char* json, std::size_t size, const fleks_municipal_asked* asked,
                              std::int32_t form, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = law_of(rates);
    not_null(json, "json");
    const fleks_municipal_asked q = asked_of(asked);
    refuse_if_said(q.cohorts, "cohorts", "fleks_case_ledger");
    refuse_if_said(q.seed, "seed", "fleks_case_ledger");
    const fleks::LedgerQuestion question{
        .as_of = date_if_given(q.as_of, "as_of"),
        .options = {.fleksbidrag_base = base_of(q), .weeks_of_month = weeks_of(q), .weeks_before_new_job = before_new_job_of(q)}};
    const std::int32_t as = form_of(form);
    const auto said_in = language_of(language);
    fleks::CaseReading reading = fleks::read_case({json, size});
    if (!reading.good()) refuse_text(std::move(reading.errors.front()));
    const fleks::CheckedCase facts = std::move(reading).checked();
    const auto ledger = or_refuse(municipal_ledger(facts, table, question));
    return as == FLEKS_JSON  ? to_json(facts.facts(), ledger, table, said_in)
           : as == FLEKS_CSV ? to_csv(ledger)
                             : breakdown(facts.facts(), ledger, table, said_in);
  });
}

fleks_text* fleks_effort(const fleks_rates* rates, const char* json, std::size_t size, const fleks_municipal_asked* asked,
                         std::int32_t form, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = law_of(rates);
    not_null(json, "json");
    const fleks_municipal_asked q = asked_of(asked);
    refuse_if_said(q.as_of, "as_of", "fleks_effort");
    refuse_if_said(q.weeks_of_month, "weeks_of_month", "fleks_effort");
    refuse_if_said(q.weeks_before_new_job, "weeks_before_new_job", "fleks_effort");
    if (q.cohorts == 0) refuse_if_said(q.seed, "seed", "cohorts 0");
    if (q.seed < 0) refuse({.code = ErrorCode::negative, .field = "seed", .given = std::to_string(q.seed), .allowed = fleks::AtLeast{0}});
    const std::int32_t as = form_of(form);
    const auto said_in = language_of(language);
    auto read = fleks::read_effort({json, size});
    if (!read) refuse_text(std::move(read).error());
    fleks::Effort effort = *std::move(read);
    effort.options.fleksbidrag_base = base_of(q);
    const fleks::EffortResult result = or_refuse(effort_result(effort, table));
    fleks::ToldEffort told{.effort = effort, .result = result, .rates = table};
    if (q.cohorts != 0) {
      auto spread = effort_spread(effort, table, q.cohorts, q.seed == 0 ? 1 : static_cast<std::uint64_t>(q.seed));
      if (!spread && spread.error().code == ErrorCode::out_of_range) refuse(std::move(spread).error().in("cohorts"));
      told.spread = or_refuse(std::move(spread));
    }
    return as == FLEKS_JSON ? to_json(told, said_in) : as == FLEKS_CSV ? to_csv(told) : breakdown(told, said_in);
  });
}

}  // extern "C"
