#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/money.hpp>
#include <fleks/values/percent.hpp>

namespace fleks {

/// What a row of the state's calculation of refunds is about.
enum class RefundRowKind : std::uint8_t {
  fleksloentilskud,  ///< the subsidy
  ledighedsydelse,   ///< the benefit between jobs
  fleksbidrag,       ///< *fleksbidrag fra staten* (KOM-7)
  other,             ///< a benefit that is none of these
};

/// A row of a calculation file of *Ydelsesrefusion*: one benefit of one week. What the file leaves empty is not there.
struct RefundRow {
  Date week{};                      ///< as written, mostly the week's Monday
  RefundRowKind kind{};             ///< by the name of the benefit
  std::string benefit{};            ///< the name as written
  std::optional<Money> reported{};  ///< *Indberetning udbetalingsbeløb*: what the municipality reported as paid
  std::optional<Money> computed{};  ///< *Beregnet udbetalingsbeløb*: what the refund is computed of
  std::optional<Percent> share{};   ///< *Refusionssats*
  std::optional<Money> refund{};    ///< *Refusionsbeløb*
  std::int64_t line = 0;            ///< of the file
};

/// A calculation file of one person.
struct RefundFile {
  std::vector<RefundRow> rows{};  ///< in the file's order
  std::string person{};           ///< the person's number, ten digits, where the file has one; no result ever shows it
};

/// Reads a calculation file of *Ydelsesrefusion* (`yr-ydelsesrefusion-beregning-….csv`): semicolons, decimal comma, UTF-8.
///
/// Needed columns: `Uge`, `Ydelse`, `Beregnet udbetalingsbeløb`, `Refusionssats` and `Refusionsbeløb`; used where they are there:
/// `CPR nummer` and `Indberetning udbetalingsbeløb`; the others are left alone. Amounts may be below zero. A rate is in per
/// cent, with or without the sign; a number above zero and not above one is a share (0,2 is 20 pct.). Errors name column and
/// line, and never show the person's number; rows of two persons are an error. Pure, safe from any thread.
/// Example: `2024-06-03;Fleksløntilskud;4.025,47;20,00;805,09` under `Uge;Ydelse;Beregnet udbetalingsbeløb;Refusionssats;Refusionsbeløb`.
[[nodiscard]] Result<RefundFile> read_refund_file(std::string_view csv);

/// The same file with the person's number as ten zeros, to be kept with a result.
[[nodiscard]] std::string without_person(std::string csv, const RefundFile& file);

}  // namespace fleks
