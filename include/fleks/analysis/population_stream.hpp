#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/analysis/population.hpp>

namespace fleks {

/// Where the answer to a stream goes.
class PopulationAnswer {
 public:
  virtual ~PopulationAnswer() = default;
  /// The next text, in order; called by one thread at a time.
  virtual void write(std::string_view text) = 0;
  /// A place of so many bytes that comes next, to be filled by `fill`: a file can be written side by side. -1, as here: texts
  /// have to come in order, by `write`.
  [[nodiscard]] virtual std::int64_t reserve(std::size_t bytes);
  /// The text of a place, from any thread and in any order. It is called for each place that `reserve` gave.
  virtual void fill(std::int64_t place, std::string_view text);
};

/// What two rows of the same id and month mean.
enum class Repeats : std::uint8_t {
  told,     ///< each is computed as it stands and counts in the summary; how many there are is told
  refused,  ///< the second is an error, `duplicate`
  allowed,  ///< as `told`, and nobody looks for them
};

/// A population file on all cores: bytes in, bytes out in the order of the rows, the same for any number of threads.
/// Memory does not grow with the file: some megabytes a thread, and at most 64 MB to find repeated rows.
///
/// Rows of one id and month that stand together, a reduction among them as the income register has it (a negative amount), are
/// one row, with the sum of what they report: `am_income` and the pensions, `other_wage`, `daily_benefit` and `paid_hours`.
///
/// Example: `PopulationStream::open(read)` of `id,month,am_income,own_pension,employer_pension` and
/// `7,2024-03,15600,0,0`, then `run({}, answer)`, writes
/// `id,month,taper,…` and `7,2024-03,4680.00,15272.00,0.00,0.00,15272.00,500.00,14772.00,222.00`.
class PopulationStream {
 public:
  /// Reads up to `size` bytes; 0 at the end. Called by one thread at a time.
  using Read = RecordBlocks::Read;

  /// What became of the rows, so far or in all.
  struct Count {
    std::int64_t lines = 1;            ///< of the file
    std::int64_t bytes = 0;            ///< read after the header
    std::int64_t computed = 0;         ///< rows with an answer
    std::int64_t bad = 0;              ///< rows that could not be computed
    std::int64_t repeated = 0;         ///< rows whose id and month were in an earlier row
    std::int64_t first_repeated = 0;   ///< the line of the first of them
    std::int64_t together = 0;         ///< rows that are one with others of their month, for a reduction is among them
    std::int64_t months_together = 0;  ///< the months that they are
    std::int64_t first_together = 0;   ///< the line of the first of them
    std::int64_t compared = 0;         ///< rows that were looked at for that: all, or the first 6.291.456
  };

  /// How a stream is computed.
  struct Task {
    Scenario today{};                      ///< the law
    std::vector<Reform> reforms{};         ///< and beside it
    std::size_t threads = 0;               ///< 0: one for each core; never more than help
    std::optional<TableForm> answer{};     ///< the form of the answer, where it is not that of the file
    Repeats repeats = Repeats::told;       ///< what a row means that was there before
    PopulationSummary* summary = nullptr;  ///< the rows are added to it
    /// Told of each row that cannot be computed, in order, its error with the line of the file. Without it the first one ends the
    /// run. A row without an end does in any case: what follows it is not known to be rows.
    std::function<void(const BadRow& row)> bad_row{};
    std::function<void(const Count& so_far)> progress{};  ///< told now and then, by one thread at a time
  };

  /// Reads the header. Errors: those of `TableLayout::read`. What `read` throws is let through.
  [[nodiscard]] static Result<PopulationStream> open(Read read);
  /// A stream can be moved, and not copied.
  PopulationStream(PopulationStream&&) noexcept;
  PopulationStream(const PopulationStream&) = delete;
  ~PopulationStream();

  /// The header as it stands.
  [[nodiscard]] std::string_view header() const noexcept { return header_; }
  /// What it says.
  [[nodiscard]] const TableLayout& layout() const noexcept { return layout_; }

  /// Computes the whole stream, once. Error: the first row that cannot be computed, or a reform that does not fit the rates.
  /// What `read` and the answer throw is let through, after every thread has ended. Where a thread cannot be started there are
  /// fewer.
  [[nodiscard]] Result<Count> run(const Task& task, PopulationAnswer& answer);

 private:
  PopulationStream(RecordBlocks records, std::string header, TableLayout layout);
  class Run;

  RecordBlocks records_;
  std::string header_;
  TableLayout layout_;
};

}  // namespace fleks
