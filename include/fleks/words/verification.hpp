#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/history/case_statement.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/words/language.hpp>
#include <fleks/words/record.hpp>

namespace fleks {

/// What became of a kept result when it was computed again.
struct Verification {
  /// With the rates that the result itself used.
  enum class ByOwnRates : std::uint8_t { not_asked, same, different, impossible };
  KeptResult kept;                                  ///< the result as it was kept
  std::string rates_version{};                      ///< of today's table
  bool same_rates_version = false;                  ///< whether that is the one it was made by
  std::vector<std::string> changed{};               ///< parts of a record that are not as they were sealed
  std::vector<Difference> differences{};            ///< of the result, computed with today's rates
  std::vector<Difference> rates{};                  ///< with another value today
  ByOwnRates by_own_rates = ByOwnRates::not_asked;  ///< asked where both rates and result are others
  /// A newer table may have another rate that makes no difference; the same table cannot.
  [[nodiscard]] bool same() const noexcept { return changed.empty() && differences.empty() && (rates.empty() || !same_rates_version); }
};

/// A kept result held against `now`, the same computed today. Where rates and result differ, `with_own_rates` is called with the rates
/// that the kept one used, as a rates file, to tell whether they alone make the difference; nothing is returned where it is impossible.
[[nodiscard]] Verification verification(KeptResult kept, const KeptResult& now,
                                        const std::function<std::optional<KeptResult>(const std::string& rates_csv)>& with_own_rates);

/// What was asked of a case that is to be kept: its statement, or its correction from a month.
struct CaseToKeep {
  CaseQuestion question{};               ///< of a correction `as_of` alone
  std::optional<Month> correct_from{};   ///< the correction from that month
  Language language = Language::danish;  ///< of its sentences
};
/// A case's statement or correction as a result to be kept, with the case among its facts as `case.json`; `record()` of it is the decision
/// record, which `verified_case` and the program's `fleks verify` compute again. Errors: those of reading and computing the case.
[[nodiscard]] Result<KeptResult> kept_case(std::string_view case_json, const RateTable& rates, const CaseToKeep& asked = {});

/// A kept result of a case, or its record, computed again by `today`: rates that the result was given as a file of its own
/// (`fleks case --rates`) count above them.
///
/// Errors: no kept result, or one of another task, which is named; a case that can no longer be computed. Example: a record of
/// today is the same; with one amount changed it differs, and `changed` names `result`.
[[nodiscard]] Result<Verification> verified_case(std::string_view json, const RateTable& today);

/// `NAME: the same result`, or in what and why it differs: rates, result, program, or a fact that was changed since.
[[nodiscard]] std::string breakdown(std::string_view name, const Verification& found, Language language);
/// The same as one object of JSON on one line: `fleks, file, outcome` (`same` or `different`)`, program: {kept, now}, changed, rates,
/// by_own_rates, differences`.
[[nodiscard]] std::string to_json(std::string_view name, const Verification& found);
/// The same of one that could not be read or computed, and why: `fleks, file, outcome` (`not_readable`)`, error`; `rates` is the version
/// of today's table.
[[nodiscard]] std::string not_readable_json(std::string_view name, std::string_view why, std::string_view rates);

}  // namespace fleks
