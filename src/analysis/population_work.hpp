#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/analysis/population.hpp>

#include "analysis/population_net.hpp"
#include "analysis/population_rows.hpp"
#include "analysis/reductions.hpp"
#include "analysis/row_reader.hpp"

namespace fleks {

/// What a `PopulationWorker` does, and what a stream asks of it beside.
class PopulationWork {
 public:
  PopulationWork(const TableLayout& layout, const Scenario& today, std::span<const Reform> reforms, PopulationSummary* summary,
                 const TableForm& answer);

  /// `before`: the record that was before them, where it is of the same month as the first.
  std::int64_t run(std::string_view records, TextBuffer& out, std::vector<BadRow>& bad, std::string_view before = {});

  /// A row by its citizen and month: equal for equal ones, and for others but once in some 10^19 pairs.
  struct Key {
    std::uint64_t of;
    std::int64_t line;
  };
  /// Rows with an answer, since the beginning.
  [[nodiscard]] std::int64_t computed() const noexcept { return computed_; }
  /// Rows that a reduction has put together with others, since the beginning, and in the last run the line of the first, or 0.
  struct Together {
    std::int64_t rows = 0, months = 0, first = 0;
  };
  [[nodiscard]] const Together& together() const noexcept { return together_; }
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
    const char* from;
  };
  void refuse(Error error, const char* from, const char* to, std::vector<BadRow>& bad);
  [[nodiscard]] const char* end_of(const char* p, const char* end) const noexcept;
  /// The record that begins at `p` and is not plain; gives where the next one does.
  const char* take_any(const char* p, const char* end, std::vector<BadRow>& bad);
  /// The rows from `p` on that are of one month, a reduction among them; gives where the next row begins.
  const char* take_month(const char* p, const char* end, std::vector<BadRow>& bad);
  const char* read_month(const char* p, const char* end);
  /// Takes back the last rows, as far as they are of that month; gives where the first of them begins.
  const char* take_back(std::string_view id, std::string_view month, const char* p);
  /// Computes the rows, but not those of the last month: a reduction may follow, so they are read again.
  const char* flush_months(const char* p, TextBuffer& out);
  /// Puts the row with the others of its period, or says what stands in the way; where its text begins.
  std::optional<Error> take(TableRow& row, const char* from);
  /// The id as it is written in the answer.
  [[nodiscard]] std::string_view shown_id(std::string_view id);
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
  std::size_t unbroken_from_ = 0;               // from here on nothing was refused between the rows
  std::string continued_id_, continued_month_;  // of the rows before these that can no longer be taken back
  MonthOfReports month_;
  Together together_;
  std::vector<Key>* keys_ = nullptr;
  std::int64_t line_ = 1, computed_ = 0;
};

}  // namespace fleks
