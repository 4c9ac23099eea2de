#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/analysis/rate_impact.hpp>
#include <fleks/errors/result.hpp>
#include <fleks/history/case_statement.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// A case of many, and what new rates or a new library change in it.
struct CaseImpact {
  std::string name{};                 ///< what it is called, such as its file
  std::vector<MonthImpact> months{};  ///< the months that change; none where `problem` says why it was not computed
  std::string problem{};              ///< why the case could not be computed, in words
  std::string program{};              ///< of a kept result: the version of the library that made it
  std::string rates{};                ///< of a kept result: the version of its rates
  std::string changed{};              ///< of a record: the part that is not as it was sealed, where nothing is computed of it
};

/// What is asked about a case.
struct ImpactQuestion {
  std::optional<RateTable> before{};  ///< the rates before; none: what the kept result says
  RateTable after;                    ///< the rates after
  CaseQuestion months{};              ///< of the case; what is not given, as the kept result was asked
};
/// What new rates, or this version of the library, change in a case: `text` is its file, or a result of it that was kept
/// (`fleks case --format json`, or its record).
///
/// Errors: those of reading and computing it, `missing_fact` of `before` for a case file without rates before, and `exclusive_facts` of
/// `as_of` for a kept result without them. Example: of a record of today nothing changes.
[[nodiscard]] Result<CaseImpact> case_impact(std::string_view name, std::string_view text, const ImpactQuestion& question);

/// All of them together.
struct ImpactCount {
  std::int64_t cases = 0;         ///< computed
  std::int64_t changed = 0;       ///< of which with another month
  std::int64_t months = 0;        ///< that are not the same
  std::int64_t not_computed = 0;  ///< cases that could not be computed
  Money difference{};             ///< of what is paid out, over the months known under both tables
  /// Counts a case.
  void add(const CaseImpact& impact) noexcept;
};

/// A line for each month that changes under the case's name, and how many there are.
[[nodiscard]] std::string breakdown(std::span<const CaseImpact> cases, const ImpactCount& count, Language language);
/// A row for each month that changes: `case, month, decided`, then `status, fleksloentilskud, ledighedsydelse, payout` before and
/// after, `difference` and `problem`. What is not known is empty; a case that could not be computed has a row with its problem alone.
[[nodiscard]] std::string to_csv(std::span<const CaseImpact> cases);
/// `fleks, against` (the rates' version before; empty, for results that were kept each with its own: null)`, cases, summary`. The cases
/// are those that change or could not be computed; one of a kept result also has `before: {program, rates}`.
[[nodiscard]] std::string to_json(std::span<const CaseImpact> cases, const ImpactCount& count, std::string_view against,
                                  const RateTable& after);

}  // namespace fleks
