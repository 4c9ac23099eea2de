#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include <fleks/facts/case.hpp>
#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/history/case_statement.hpp>
#include <fleks/rates/municipal_tax.hpp>
#include <fleks/values/exact.hpp>

#include "c_interface/call.hpp"

// What is passed as plain numbers, as the library's values; and back.

namespace c_interface {

template <class Choice>
Choice choice(std::int32_t value, std::initializer_list<std::int32_t> choices, const char* field) {
  for (const std::int32_t each : choices)
    if (each == value) return static_cast<Choice>(value);
  fleks::OneOf allowed;
  for (const std::int32_t each : choices) allowed.choices.emplace_back(std::to_string(each));
  refuse({.code = ErrorCode::no_such_choice, .field = field, .given = std::to_string(value), .allowed = std::move(allowed)});
}
/// The table, where the law is computed by it: half of a reform, its rates without its rules, would be neither.
[[nodiscard]] const fleks::RateTable& law_of(const fleks_rates* rates, const char* argument = "rates");
[[nodiscard]] bool yes(std::int32_t value, const char* field);
[[nodiscard]] fleks::Language language_of(std::int32_t language);

[[nodiscard]] fleks::Month month_of(std::int32_t number, const char* field);
[[nodiscard]] std::optional<fleks::Month> month_if_given(std::int32_t number, const char* field);
[[nodiscard]] std::chrono::year year_of(std::int32_t number, const char* field);
[[nodiscard]] fleks::Date date_of(std::int32_t number, const char* field);
[[nodiscard]] std::optional<fleks::Date> date_if_given(std::int32_t number, const char* field);
[[nodiscard]] std::int32_t number_of(fleks::Month month) noexcept;
[[nodiscard]] std::int32_t number_of(fleks::Date date) noexcept;

[[nodiscard]] std::int64_t rounded(const fleks::Exact& amount);
[[nodiscard]] std::int64_t in_ten_thousandths(const fleks::Exact& number);
[[nodiscard]] fleks::Percent percent_of(std::int64_t count, const char* field);
/// 0 is 100 pct.
[[nodiscard]] fleks::Percent intensity_of(std::int64_t count);

/// A member that means something only beside another.
void only_with(std::int64_t value, bool other, const char* field, std::initializer_list<const char*> others);

[[nodiscard]] fleks::BenefitClass benefit_class_of(std::int32_t value);
/// Where tax is paid, of the four members that say it.
[[nodiscard]] fleks::LocalTaxFacts local_tax_of(const char* municipality, std::int64_t municipal_tax, std::int64_t church_tax,
                                                std::int32_t church);
/// NULL is the defaults. The rules are those of the reform that the rates are under.
[[nodiscard]] fleks::Options options_of(const fleks_options* options, const fleks_rates* rates);
[[nodiscard]] fleks::Ceiling ceiling_of(const fleks_ceiling& ceiling);
[[nodiscard]] fleks::MonthFacts facts_of(const fleks_month_facts* facts);
/// A case from the text of its file, or its first problem.
[[nodiscard]] fleks::CheckedCase case_of(const char* json, std::size_t size);
/// The day and the months that are asked for.
[[nodiscard]] fleks::CaseQuestion question_of(const fleks_case_asked& asked);
/// FLT-20 of the options: what the first month of a job rests on, if the facts given begin one.
void begin_job(fleks::MonthFacts& facts, const fleks_month_facts* given_facts, const fleks_options* options);

}  // namespace c_interface
