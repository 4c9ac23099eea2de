#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <fleks/errors/fact.hpp>

namespace fleks {

/// What a limit is counted in.
enum class LimitUnit : std::uint8_t {
  oere,             ///< money in whole øre
  ten_thousandths,  ///< hours, days and percentages
  count,            ///< things, years, bytes
  month,            ///< as 202403
  date,             ///< as 20240301
};

/// A bound of what is allowed: a number and its unit, the same for every kind of value. Exact.
///
/// Example: `Limit(Hours::whole(168))` is `{LimitUnit::ten_thousandths, 1680000}`.
struct Limit {
  LimitUnit unit = LimitUnit::count;  ///< what the value is counted in
  std::int64_t value = 0;             ///< the count

  /// Zero things.
  constexpr Limit() = default;
  /// A count of a unit.
  constexpr Limit(LimitUnit counted_in, std::int64_t count) noexcept : unit(counted_in), value(count) {}
  /// A count of things.
  constexpr Limit(std::integral auto count) noexcept : value(static_cast<std::int64_t>(count)) {}  // NOLINT(google-explicit-constructor)
  /// A month.
  constexpr Limit(std::chrono::year_month month) noexcept  // NOLINT(google-explicit-constructor)
      : unit(LimitUnit::month), value(int{month.year()} * 100 + static_cast<int>(unsigned{month.month()})) {}
  /// A day.
  constexpr Limit(std::chrono::year_month_day date) noexcept  // NOLINT(google-explicit-constructor)
      : unit(LimitUnit::date), value(Limit(date.year() / date.month()).value * 100 + static_cast<int>(unsigned{date.day()})) {}
  /// Any other value that has one: money, hours, days and percentages.
  template <class Value>
  requires requires(Value v) {
    { limit_of(v) } -> std::same_as<Limit>;
  }
  constexpr Limit(Value value_of_unit) noexcept : Limit(limit_of(value_of_unit)) {}  // NOLINT(google-explicit-constructor)

  /// The same number of the same unit.
  friend constexpr bool operator==(const Limit&, const Limit&) = default;
};

/// As plain decimal text. Example: `168`, `31.5`, `100000000`, `2024-03`, `2024-03-01`.
[[nodiscard]] std::string to_text(Limit limit);

/// Both ends included.
struct Range {
  Limit least{};                                                           ///< the least
  Limit most{};                                                            ///< the most
  friend constexpr bool operator==(const Range&, const Range&) = default;  ///< member by member
};
/// That or more; of dates, that day or later.
struct AtLeast {
  Limit least{};                                                               ///< the least
  friend constexpr bool operator==(const AtLeast&, const AtLeast&) = default;  ///< member by member
};
/// That or less.
struct AtMost {
  Limit most{};                                                              ///< the most
  friend constexpr bool operator==(const AtMost&, const AtMost&) = default;  ///< member by member
};
/// More than that, and where there is a most, not more than it.
struct Above {
  Limit bound{};                                                           ///< itself too little
  std::optional<Limit> most{};                                             ///< the most, where there is one
  friend constexpr bool operator==(const Above&, const Above&) = default;  ///< member by member
};
/// That and nothing else.
struct Exactly {
  Limit value{};                                                               ///< the one value
  friend constexpr bool operator==(const Exactly&, const Exactly&) = default;  ///< member by member
};
/// One of these words.
struct OneOf {
  std::vector<Field> choices{};                                  ///< in the order in which they are best read
  friend bool operator==(const OneOf&, const OneOf&) = default;  ///< member by member
};
/// One of these has to be given.
struct AnyOf {
  std::vector<Field> facts{};                                    ///< in the order in which they are best read
  friend bool operator==(const AnyOf&, const AnyOf&) = default;  ///< member by member
};
/// Only together with one of these.
struct OnlyWith {
  std::vector<Field> others{};                                         ///< facts or words
  friend bool operator==(const OnlyWith&, const OnlyWith&) = default;  ///< member by member
};
/// Not together with any of these.
struct NotWith {
  std::vector<Field> others{};                                       ///< facts or words
  friend bool operator==(const NotWith&, const NotWith&) = default;  ///< member by member
};
/// Why a fact cannot be a range, `?` or `A..B`.
enum class WhyNoRange : std::uint8_t {
  no_scale,                ///< a choice, a name, a date: nothing lies between two of its values
  not_here,                ///< no bounds are computed of it in this task
  one_amount,              ///< what is asked for needs one amount, and a range has a least and a most
  one_fact,                ///< the answer is for which values of one fact something holds
  reform,                  ///< a reform may turn round what the law promises of more wage, which the bounds rest on
  own_atp_before_ceiling,  ///< own ATP of the subsidy before the ceiling: the payout goes both up and down with a wage
  in_oere,                 ///< rounded to øre: a step of one of them is more than an øre, so what lies between is passed over
  product,                 ///< the steps of ATP go by the product of both
  both_ways,               ///< more of it gives now more, now less: each of its values is tried, so it has to stand alone
  each_value,              ///< each of its values is computed, and these are too many
  by_class,                ///< days that are told by class stand in its place
  another_month,           ///< what is known of the month, or whether there is a right, changes within the range
  ceiling_rests_on_it,     ///< a ceiling follows the paid hours
  steps_of_hours,          ///< between the steps of ATP more hours of the same pay are now more, now less
};
/// No range, and why.
struct NoRange {
  WhyNoRange why{};                                                  ///< the reason
  std::vector<Field> others{};                                       ///< beside which facts; none: not at all
  Limit most{};                                                      ///< how far apart its ends may be, where they are too far; else 0
  friend bool operator==(const NoRange&, const NoRange&) = default;  ///< member by member
};
/// What of a holiday year's days is left for ledighedsydelse (LY-11): the account behind a limit of days.
struct HolidayLeft {
  Limit earned{};                                                                      ///< days earned with pay
  Limit held{};                                                                        ///< days held on ledighedsydelse before
  Limit left{};                                                                        ///< what is left of all days of the year
  friend constexpr bool operator==(const HolidayLeft&, const HolidayLeft&) = default;  ///< member by member
};
/// A way of writing, or a kind of value in a file.
enum class Form : std::uint8_t {
  month,                 ///< `2024-03`
  date,                  ///< `2024-03-01`
  year,                  ///< `2024`
  amount,                ///< kroner, rather than a percentage
  text,                  ///< a JSON text
  truth,                 ///< true or false
  list,                  ///< a JSON list
  object,                ///< a JSON object
  word,                  ///< small letters, digits and underscores
  missing_has_no_value,  ///< a rate whose status is `missing` has no value, and every other has one
};
/// Why a file cannot be read or written.
enum class FileTrouble : std::uint8_t {
  missing,      ///< there is none
  directory,    ///< it is a directory
  changed,      ///< while it was read
  special,      ///< not an ordinary file
  closed,       ///< cannot be opened, or whoever reads it has gone
  full,         ///< no room
  no_folder,    ///< the directory is not there
  not_allowed,  ///< no permission
  is_read,      ///< it is the file that is read
  is_written,   ///< it is written to already
};

/// What is allowed, as data; the words make the sentence of it.
using Allowed = std::variant<std::monostate, Range, AtLeast, AtMost, Above, Exactly, OneOf, AnyOf, OnlyWith, NotWith, Form, FileTrouble,
                             HolidayLeft, NoRange>;

/// In short, for a log. Example: `0-168`, `>= 2024-03-01`, `employer, computed`, `YYYY-MM`.
[[nodiscard]] std::string to_text(const Allowed& allowed);

}  // namespace fleks
