#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <fleks/errors/allowed.hpp>
#include <fleks/errors/fact.hpp>

namespace fleks {

/// What is wrong with a fact, a file or a rate. One list for the whole library; `message()` puts each
/// into words (Danish or English). The numbers are those of the C interface and stay.
enum class ErrorCode : std::uint8_t {
  empty = 1,               ///< nothing given where a value is needed
  not_a_number,            ///< not decimal text (`1e4`, `abc`, `+5`, ` 5`)
  contradicting_marks,     ///< thousands and decimal marks contradict (`12,345.67`, `1.5600,00`)
  too_many_decimals,       ///< amounts have at most two, percentages and hours at most four
  negative,                ///< below zero where only zero or more makes sense
  too_large,               ///< above what is allowed for the field
  out_of_range,            ///< outside an allowed interval
  no_such_date,            ///< not a calendar month or day, or not in the strict form
  no_such_choice,          ///< a word that is none of the allowed ones
  missing_fact,            ///< a fact that the rule cannot do without
  exclusive_facts,         ///< two facts given of which only one may be
  pension_above_wage,      ///< own pension above the pay it is taken from
  no_rate,                 ///< no rate of that key on that date
  rate_is_missing,         ///< the table states that the figure exists but is not known here
  unknown_key,             ///< no rate has that key
  unknown_option,          ///< the program has no such option
  unknown_municipality,    ///< no municipality of that name in the table
  overlap,                 ///< two periods of one rate overlap
  hole,                    ///< days between two periods of one rate have no rate
  disorder,                ///< rows of one rate are not together and in order of date
  bad_unit,                ///< the unit is not the one of the key
  bad_status,              ///< the status is none of the allowed ones, or contradicts the value
  missing_source,          ///< a rate without a source
  bad_header,              ///< the first line does not name the columns
  bad_row,                 ///< a line that does not have the columns of the header
  cannot_read,             ///< the file cannot be opened or read
  cannot_write,            ///< the output cannot be written
  too_precise,             ///< exact value needs more digits than the library carries (128 bits)
  not_exact,               ///< a rounding was asked that must lose nothing, and it would have
  begins_before_2013,      ///< the old scheme (LAB § 133): the subsidy goes to the employer
  unknown_field,           ///< a field that the file format does not have
  duplicate,               ///< the same field or fact twice
  overlapping_periods,     ///< two periods of one kind overlap
  not_json,                ///< not a JSON text
  wrong_type,              ///< a JSON value of another type than the field has
  too_deep,                ///< nested deeper than any file of the format
  outside_employment,      ///< wage or a ceiling on days when there is no such job
  too_many_days,           ///< more holiday days than a holiday year has
  unknown_fact,            ///< an id that no fact of the kind has
  corrected_before_known,  ///< a correction that was known before what it corrects
  not_text,                ///< bytes that are no UTF-8, or NUL
  record_too_long,         ///< a row of a table longer than any can be, or a quotation mark never closed
  too_many,                ///< more values, or errors, than a file of the format can have
};

/// The name of a code, the same in every language and as in the C interface. Example: `not_a_number`.
[[nodiscard]] std::string_view to_text(ErrorCode code) noexcept;

/// One thing wrong: the code, what it is about, the value as given, and what is allowed.
///
/// `line` is the line of a file, 0 where there is none.
/// Example: `{not_a_number, Fact::am_income, "1e4"}` reads `am_income: »1e4« er ikke et tal.`
struct Error {
  ErrorCode code{};                    ///< what is wrong
  Field field{};                       ///< what it is about: a fact, a column, the path of a member
  std::string given{};                 ///< what was given, as text
  Allowed allowed{};                   ///< what is allowed
  std::int64_t line = 0;               ///< of the file, from 1; 0 where there is none
  std::chrono::year_month_day date{};  ///< the date a rate was asked for; not ok() where it does not apply

  /// The same error in another field.
  [[nodiscard]] Error in(Field other_field) && {
    field = static_cast<Field&&>(other_field);
    return static_cast<Error&&>(*this);
  }
  friend bool operator==(const Error&, const Error&) = default;  ///< member by member
};

}  // namespace fleks
