#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/analysis/net_columns.hpp>
#include <fleks/analysis/table.hpp>
#include <fleks/errors/result.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/rates/municipal_tax.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/reading/reform.hpp>

namespace fleks {

/// Rates and options to compute a population by.
struct Scenario {
  RateTable rates = RateTable::embedded();  ///< the rates of the law, or others in their place
  Options options{};                        ///< the choices for every row
  /// With weeks the answer also says what municipality and state bear of each row, by the refund of that week with benefits
  /// (KOM-1); 0: it does not. Of a reform those of the law hold.
  int benefit_weeks = 0;
  /// Columns of each row's net picture under the law, from its `hourly_wage`, `weekly_hours` and what else of `fleks hours` the
  /// table has; with them every row has to have those two.
  std::vector<NetColumn> columns{};
  std::optional<MunicipalTaxTable> municipal_taxes{};  ///< for those; nothing: the embedded ones
};

/// Text that grows without being cleared first, and is used again.
class TextBuffer {
 public:
  /// Forgets the text and keeps the memory.
  void clear() noexcept { size_ = 0; }
  /// The text so far; it holds until the next change.
  [[nodiscard]] std::string_view text() const noexcept { return {data_.get(), size_}; }
  /// Room for so many bytes more; `wrote` says how many were used.
  [[nodiscard]] char* room(std::size_t bytes);
  /// Says where the writing that `room` allowed has ended.
  void wrote(const char* end) noexcept { size_ = static_cast<std::size_t>(end - data_.get()); }
  /// Adds a text at the end.
  void add(std::string_view text);

 private:
  std::unique_ptr<char[]> data_;
  std::size_t size_ = 0, capacity_ = 0;
};

struct PopulationSummary;

/// A row that could not be computed.
struct BadRow {
  Error error;      ///< `line` counts from the first line of the text, from 1
  std::string row;  ///< as it stood
};

/// Computes population rows, text in and text out. One a thread; rows of any months, mixed.
///
/// The øre are those of `fleksloentilskud()` for every row. With reforms each row is computed once more for
/// each, and gets its subsidy, its payout and the subsidy's difference to today as further columns. Where the table has the column
/// `weight`, each row has one above 0, which is its last column in the answer too, and what it counts as in the summary.
/// Example: `8,2020-06,16000.00,0,0,` gives `8,2020-06,5110.75,13642.25,0.00,0.00,13642.25,500.00,13142.25,39.00`.
class PopulationWorker {
 public:
  /// A worker for files of that layout: the law as `today` has it, and beside it each reform. Workers share nothing. The answer
  /// has the form of the file: semicolons and decimal commas where that has them.
  PopulationWorker(const TableLayout& layout, const Scenario& today, std::span<const Reform> reforms = {},
                   PopulationSummary* summary = nullptr);
  /// A worker can be moved, and not copied.
  PopulationWorker(PopulationWorker&&) noexcept;
  PopulationWorker(const PopulationWorker&) = delete;
  ~PopulationWorker();

  /// Whole records in, a line for each added to `out` (one for those of a month with a reduction, which have to come together), those that
  /// cannot be computed to `bad`, in order. Gives the number of lines read.
  std::int64_t run(std::string_view records, TextBuffer& out, std::vector<BadRow>& bad);

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

/// The header of the output in that form, with its line break; `purses`: with what municipality and state bear; then come the columns
/// of the net picture, and last the weights, where the table has them.
[[nodiscard]] std::string population_output_header(std::span<const Reform> reforms, const TableForm& form = {}, bool purses = false,
                                                   std::span<const NetColumn> columns = {}, bool weights = false);

}  // namespace fleks
