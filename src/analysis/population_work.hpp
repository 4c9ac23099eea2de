#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <fleks/analysis/population.hpp>

#include "analysis/population_net.hpp"
#include "analysis/population_rows.hpp"
#include "analysis/row_reader.hpp"

namespace fleks {

/// What a `PopulationWorker` does, and what a stream asks of it beside.
class PopulationWork {
 public:
  PopulationWork(const TableLayout& layout, const Scenario& today, std::span<const Reform> reforms, PopulationSummary* summary,
                 const TableForm& answer);

  std::int64_t run(std::string_view records, TextBuffer& out, std::vector<BadRow>& bad);

  /// A row by its citizen and month: equal for equal ones, and for others but once in some 10^19 pairs.
  struct Key {
    std::uint64_t of;
    std::int64_t line;
  };
  /// Rows with an answer, since the beginning.
  [[nodiscard]] std::int64_t computed() const noexcept { return computed_; }
  /// Keys of the rows to come are put there.
  void collect(std::vector<Key>& keys) noexcept { keys_ = &keys; }

 private:
  /// The rows of some months, as long as no rate changes between them under any scenario.
  struct Period {
    std::vector<std::ptrdiff_t> key;
    PopulationPeriod rows;
  };
  struct Done {
    std::string_view id, month;
    PopulationPeriod* period;
    std::size_t at;
  };
  void refuse(Error error, const char* from, const char* to, std::vector<BadRow>& bad) const;
  /// The row of a record that is not plain, or what is wrong with it.
  std::optional<Error> take_any(std::string_view record);
  /// Puts the row with the others of its period, or says what stands in the way.
  std::optional<Error> take(TableRow& row);
  [[nodiscard]] std::optional<Error> days_without_benefit(const TableRow& row) const;
  [[nodiscard]] std::optional<Error> wrong_weight(const TableRow& row) const;
  std::optional<Error> find_period(const TableRow& row, PopulationPeriod*& found);
  [[nodiscard]] std::vector<std::ptrdiff_t> period_key(Month month) const;
  void flush(TextBuffer& out);
  char* write(char* p, std::size_t row) const noexcept;

  static constexpr std::int16_t unknown_period = -1;
  static constexpr int first_year = 2000, years = 100;

  TableLayout layout_;
  RowReader reader_;
  TableForm answer_;
  std::vector<Reform> reforms_;
  std::vector<Scenario> scenarios_;  // the law, then each reform
  bool weighted_;
  PopulationSummary* summary_;
  std::optional<NetOfRows> net_;  // where its columns are asked for
  bool asks_for_hours_ = false;
  std::array<std::int16_t, static_cast<std::size_t>(12 * years)> period_of_month_{};
  std::vector<std::unique_ptr<Period>> periods_;
  std::vector<Done> rows_;
  std::vector<Key>* keys_ = nullptr;
  std::int64_t line_ = 1, computed_ = 0;
};

}  // namespace fleks
