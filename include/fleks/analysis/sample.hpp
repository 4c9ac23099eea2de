#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <fleks/errors/result.hpp>
#include <fleks/rates/rate_table.hpp>

namespace fleks {

struct SyntheticRow;

/// Draws a synthetic population: rows of a population file, twelve months a citizen, the same for the same seed
/// on any machine, since nothing but integers is used.
///
/// Weekly hours follow the published bands of October 2022 (1-5 h 20.871 persons, 6-10 26.148, 11-15 16.780,
/// 16-20 7.293, 21-25 967, 26-30 237), whole hours evenly within a band. Everything else is an assumption, and
/// no person is behind any row: hourly pay from a table of deciles times a factor of the agreement area,
/// pensions, supplements under the ceiling, and a few months with sickness, holiday on ledighedsydelse, other wage,
/// no wage or no known ceiling (src/analysis/sample.cpp has the tables). Each id begins with `synthetic-`.
///
/// Random numbers: splitmix64, one stream a citizen begun from seed and citizen number.
class Sample {
 public:
  /// Months of `year`, whose wage months' rates the table must have.
  [[nodiscard]] static Result<Sample> of(std::uint64_t seed, int year, const RateTable& rates);

  /// The header of the file, with its line break.
  [[nodiscard]] static std::string_view header();
  /// Adds the rows from `first` (from 0) on; any pieces in any order make the same file.
  void add(std::uint64_t first, std::uint64_t count, std::string& text) const;

 private:
  friend class CalibratedSample;
  struct State;
  [[nodiscard]] SyntheticRow row(std::uint64_t at) const;
  /// Evenly from 0 to pieces − 1, for what a calibration draws of a citizen beside the row.
  [[nodiscard]] std::int64_t part_of(std::uint64_t citizen, std::int64_t pieces) const noexcept;
  explicit Sample(std::shared_ptr<const State> state);
  std::shared_ptr<const State> state_;
};

}  // namespace fleks
