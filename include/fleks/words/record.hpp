#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/analysis/rate_impact.hpp>
#include <fleks/errors/result.hpp>
#include <fleks/rates/rate_table.hpp>

namespace fleks {

class JsonTree;

/// What a task was given: all that is needed to compute its result again.
///
/// Example: of `fleks month --month 2024-03 --am-income 15600` the task is `month`, and the facts are
/// `{month: 2024-03, am_income: 15600}`, each text as it was given.
struct Given {
  /// A fact by its id with its values as texts: none of what is only said to be so, several of what is said several times.
  struct Fact {
    std::string name;                 ///< `am_income`
    std::vector<std::string> values;  ///< as given; of a list in JSON each, of `true` none
  };
  /// A file that was read, with what stood in it.
  struct File {
    std::string name;  ///< as it was named
    std::string text;  ///< all of it; of a JSON file the same data
  };
  std::string task;                      ///< `month`
  std::string language;                  ///< `da` or `en`
  std::vector<Fact> facts;               ///< in the order of their names
  std::vector<std::string> arguments{};  ///< what is given without a name, as the file of a case
  std::vector<File> files{};             ///< every file that was read
};

/// What a task is asked, from JSON as a result has it in its member `facts`. Errors: the member that is missing or of another type is
/// named.
[[nodiscard]] Result<Given> read_given(std::string_view json);

/// A result as JSON with what it was computed from as its member `facts`, after `fleks`; a text that does not begin as a result is
/// returned as it is.
///
/// Example: `"facts": {"task": "month", "language": "da", "given": {"am_income": "15600", "month": "2024-03"}}`.
[[nodiscard]] std::string with_facts(std::string result, const Given& given);

/// A place in which two results are not the same.
struct Difference {
  std::string where;  ///< the path: `fleksloentilskud`, `months[2].payout`, `steps.FLT-8.amount`, `rates.taper_low_pct`
  std::string kept;   ///< the value that was kept, as JSON writes it without quotation marks
  std::string now;    ///< the value now; empty where there is none any more
};

/// A result of any task as it was kept: the JSON that the program prints with `facts`, or the record made of it.
///
/// Amounts, rules and their order of calculation are what is compared; sentences, sources and the status of a rule may be worded
/// anew by a later version, and members that a later version adds are no difference.
class KeptResult {
 public:
  /// A rate that the result used, as texts: the columns of `rates.csv`.
  struct UsedRate {
    std::string key, valid_from, valid_to, value, unit, status, source, note;
  };
  /// Reads a result or a record. Errors: no JSON, or no result with `fleks` and `facts`; the member that is missing or of another
  /// type is named.
  [[nodiscard]] static Result<KeptResult> read(std::string_view json);

  /// What it was computed from.
  [[nodiscard]] const Given& given() const noexcept { return given_; }
  /// The version of the program that made it. Example: `0.1.0`.
  [[nodiscard]] const std::string& program() const noexcept { return program_; }
  /// The version of the rates. Example: `2026-12-31.743b169d5ce2`.
  [[nodiscard]] const std::string& rates_version() const noexcept { return rates_version_; }
  /// What each month of a case came to, in order. Errors: a result of another task, which is named with `case` as what is allowed, and a
  /// member that is missing or cannot be read. Example: `March 2024: 17,033.00` of a kept `fleks case`.
  [[nodiscard]] Result<std::vector<MonthBefore>> months_of_case() const;
  /// The rates it names, each once, by key and first day.
  [[nodiscard]] std::span<const UsedRate> rates() const noexcept { return rates_; }
  /// The same as a rates file, to be computed with: a rate that is known to be missing is left out.
  [[nodiscard]] std::string rates_csv() const;

  /// Which parts of a record are not what was sealed: `facts`, `rates`, `result`, or `record` for anything else. Empty of a
  /// record as it was made, and of a result, which has no seal.
  [[nodiscard]] std::vector<std::string> changed_parts() const;

  /// Where this result differs from the same computed now; empty when it is the same.
  [[nodiscard]] std::vector<Difference> differences(const KeptResult& now) const;
  /// The rates that both used and that have other values now.
  [[nodiscard]] std::vector<Difference> rate_differences(const KeptResult& now) const;

  /// The decision record: one line of canonical JSON (members by name, no space) of `facts`, `fleks`, `rates`, `result` and
  /// `sha256`, which has the SHA-256 of each part's canonical text and, as `record`, of all but itself.
  [[nodiscard]] std::string record() const;

  /// Names the rates of a result that names none, as the hours of a year do: those in force on its date.
  void name_rates(std::span<const Rate* const> in_force);

 private:
  std::shared_ptr<const JsonTree> tree_{};
  std::uint32_t facts_ = 0, result_ = 0, seal_ = 0, fleks_ = 0, rates_member_ = 0;
  Given given_{};
  std::string program_{}, rates_version_{};
  std::vector<UsedRate> rates_{};
};

}  // namespace fleks
