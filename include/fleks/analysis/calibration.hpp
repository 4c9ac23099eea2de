#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/analysis/sample.hpp>
#include <fleks/errors/result.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/values/exact.hpp>

namespace fleks {

/// What a published total is of.
enum class TargetFigure : std::uint8_t {
  persons,           ///< all citizens
  weekly_hours,      ///< those with so many whole hours a week, both ends included
  agreement_area,    ///< those in an agreement area of `Sample`
  municipality,      ///< those who live in it; the population gets the column, drawn in proportion to the totals
  fleksloentilskud,  ///< all the fleksløntilskud of the year
};
/// The word of a figure in a file. Example: `weekly_hours`.
[[nodiscard]] std::string_view to_text(TargetFigure figure) noexcept;

/// A published total that a synthetic population is to have.
struct CalibrationTarget {
  TargetFigure figure{};              ///< what it is of
  std::string group{};                ///< of whom: `6-10`, an agreement area, a municipality by its own name, `other`; or nobody
  int first_hour = 0, last_hour = 0;  ///< of `weekly_hours`
  std::int64_t total = 0;             ///< persons in ten-thousandths, or øre; above 0
  std::string source{};               ///< where it is published, as the file says
};

/// Reads a file of totals: CSV with the header `figure,group,total` and optionally `source`, or with semicolons and decimal commas.
///
/// `persons` and `fleksloentilskud` have no group. Persons have up to four decimals and kroner two; at most 100 million persons and
/// 1.000 billion kr. The group `other` of `municipality` is all that live elsewhere.
/// Errors, by column and line: `bad_header`, `bad_row`, `no_such_choice` (an unknown figure or area), `unknown_municipality`,
/// `out_of_range`, those of a number, `duplicate` (the same total twice, or hours in two bands), `empty` of a file without a total.
/// Example: `weekly_hours,6-10,26148,October 2022`.
[[nodiscard]] Result<std::vector<CalibrationTarget>> read_calibration_targets(std::string_view csv);

/// A target and what came of it.
struct TargetReached {
  CalibrationTarget target{};  ///< as given
  Exact wanted{};              ///< persons, or øre
  Exact reached{};             ///< the weighted sum of the rows as they are written, exact
  bool is_near = false;        ///< within one in 10.000 of what was wanted
};

/// A synthetic population whose rows have weights, such that its totals are those of a file: raked.
///
/// Each citizen of `Sample` begins with the same weight. In rounds, the weights of each group are multiplied by the same factor so
/// that it has its total, and for the total of fleksløntilskud by a factor that grows evenly with what the citizen's subsidy of the year
/// is above the mean of those in the same groups, by at most a half a round, until every total is within one in 100 million, or the
/// rounds come no nearer. All of it is whole numbers of 10^-9 persons, in one order: the same weights on any machine. They are rounded
/// to four decimals such that what one loses the next in the same groups gets. A citizen's twelve months have the same weight. The
/// persons stay invented, and what the targets do not say is not made true by them.
///
/// Errors: `out_of_range` where rows are not whole citizens or too few to weigh at most 100.000 each, and where the totals of two
/// figures that count every citizen are different; those of `fleksloentilskud()` where rates are missing.
/// Example: 120.000 rows and the bands of October 2022 give 10.000 citizens who count as 72.296.
class CalibratedSample {
 public:
  /// Most rows: the weights of all citizens are kept in memory.
  static constexpr std::uint64_t most_rows = 12'000'000;
  /// Rakes; `rates` are those the subsidies of the year are computed by.
  [[nodiscard]] static Result<CalibratedSample> of(const Sample& sample, std::uint64_t rows, std::vector<CalibrationTarget> targets,
                                                   const RateTable& rates);

  /// The header of the file, with its line break: that of `Sample`, `municipality` where a target is of one, and `weight`.
  [[nodiscard]] std::string header() const;
  /// Adds the rows from `first` (from 0) on.
  void add(std::uint64_t first, std::uint64_t count, std::string& text) const;
  /// Each target and how near it is, in the file's order.
  [[nodiscard]] std::span<const TargetReached> reached() const noexcept;
  /// Whether all are near.
  [[nodiscard]] bool is_near() const noexcept;
  /// How many rounds it took.
  [[nodiscard]] int rounds() const noexcept;

 private:
  struct Raked;
  CalibratedSample(const Sample& sample, std::shared_ptr<const Raked> raked);
  Sample sample_;
  std::shared_ptr<const Raked> raked_;
};

}  // namespace fleks
