#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <fleks/analysis/population.hpp>
#include <fleks/statement/batch.hpp>

#include "analysis/columns.hpp"
#include "analysis/population_purses.hpp"

// The rows of a population on their way through the batch.

namespace fleks {

struct PopulationRows {
  // Not a power of two: columns of 8 KiB would all have their rows in the same places of the processor's cache.
  static constexpr std::size_t most = 1016;
  using Column = std::array<std::int64_t, most>;
};

/// What is computed of a row. Those up to `obligatory_pension` are the columns of the answer, in its order.
enum class RowAmount : std::uint8_t {
  taper,
  before_ceiling,
  ceiling_cut,
  holiday_cut,
  fleksloentilskud,
  own_atp,
  payout,
  obligatory_pension,
  public_atp,
  municipality,
  state,
};
inline constexpr std::array<std::string_view, 8> answer_names{
    "taper", "before_ceiling", "ceiling_cut", "holiday_cut", "fleksloentilskud", "own_atp", "payout", "obligatory_pension"};

/// The amounts of many rows, by what they are.
struct RowAmounts {
  std::array<PopulationRows::Column, answer_names.size() + 3> columns;
  [[nodiscard]] PopulationRows::Column& operator[](RowAmount which) noexcept { return columns[static_cast<std::size_t>(which)]; }
  [[nodiscard]] const PopulationRows::Column& operator[](RowAmount which) const noexcept {
    return columns[static_cast<std::size_t>(which)];
  }
};

/// Rows of one period in which no rate changes under any scenario, as columns, with their results.
class PopulationPeriod {
 public:
  /// A batch for the law, and one for each reform.
  PopulationPeriod(Month month, const TableLayout& layout, std::vector<MonthBatch> batches, std::span<const Reform> reforms,
                   bool wants_public_atp, std::vector<PurseTerms> purses = {});

  /// Puts a row with the others, and gives its place.
  std::size_t add(const TableRow& row) noexcept;
  void drop_last() noexcept { --rows_; }
  void compute();
  void clear() noexcept { rows_ = 0; }

  [[nodiscard]] Month month() const noexcept { return month_; }
  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  /// Whether the rows may have that fact; paid hours may follow from the weekly hours.
  [[nodiscard]] bool given(TableColumn column) const noexcept { return given_[static_cast<std::size_t>(column)]; }
  [[nodiscard]] bool wants_public_atp() const noexcept { return wants_public_atp_; }
  /// Whether what municipality and state bear is computed.
  [[nodiscard]] bool has_purses() const noexcept { return !purses_.empty(); }
  /// The fact of a row, whether its column is there or not.
  [[nodiscard]] std::int64_t fact(TableColumn column, std::size_t at) const noexcept {
    return given(column) ? facts_[static_cast<std::size_t>(column)][at] : info(column).when_empty;
  }
  /// Under the law (0), or under a reform (from 1).
  [[nodiscard]] const RowAmounts& amounts(std::size_t scenario) const noexcept { return amounts_[scenario]; }
  /// Whether the rows have weights, and what one counts as in ten-thousandths; without weights 1.
  [[nodiscard]] bool weighted() const noexcept { return weighted_; }
  [[nodiscard]] std::int64_t weight(std::size_t at) const noexcept { return weighted_ ? weights_[at] : 1; }
  [[nodiscard]] const MonthBatch& batch(std::size_t scenario) const noexcept { return batches_[scenario]; }
  [[nodiscard]] MonthColumns columns(std::size_t scenario) const noexcept;

 private:
  [[nodiscard]] std::span<const std::int64_t> column(TableColumn which) const noexcept;

  Month month_;
  std::size_t rows_ = 0;
  bool wants_public_atp_, weighted_;
  PopulationRows::Column weights_;
  std::array<bool, population_columns> given_{};
  std::array<PopulationRows::Column, population_columns> facts_;
  std::vector<RowAmounts> amounts_;
  std::span<const Reform> reforms_;
  std::vector<bool> in_force_;                                // each reform
  std::vector<std::vector<std::int64_t>> ceiling_of_reform_;  // empty where the reform has none of its own
  std::vector<MonthBatch> batches_;
  std::vector<PurseTerms> purses_;  // of each scenario, or none

  void divide(std::size_t scenario);
};

/// Every fact has been judged when it was read: a batch finds nothing wrong with a row.
inline void computed(std::optional<Error> wrong) {
  if (wrong) throw BadResult(*std::move(wrong));
}

/// TIME-2: paid hours a month from those a week, both in ten-thousandths, half up.
[[nodiscard]] std::int64_t hours_a_month(std::int64_t hours_a_week) noexcept;

void add_to(PopulationSummary& summary, const PopulationPeriod& period, std::span<const Scenario> scenarios);

}  // namespace fleks
