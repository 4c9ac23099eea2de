#include <fleks/analysis/population_stream.hpp>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

#include <fleks/analysis/population_summary.hpp>

#include "analysis/population_work.hpp"
#include "analysis/seen_rows.hpp"

namespace fleks {
namespace {

/// Threads that help: more only wait for each other and for memory.
std::size_t useful_threads(std::size_t wanted) noexcept {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  return wanted == 0 ? cores : std::min(wanted, std::max<std::size_t>(8, 2 * cores));
}

}  // namespace

std::int64_t PopulationAnswer::reserve(std::size_t) { return -1; }
void PopulationAnswer::fill(std::int64_t, std::string_view) {}

/// Blocks of whole records go in and come out in their order; any number of threads works on them between.
class PopulationStream::Run {
 public:
  Run(PopulationStream& stream, const Task& task, PopulationAnswer& answer)
      : stream_(stream), task_(task), answer_(answer), form_(task.answer.value_or(stream.layout_.form())) {
    count_.lines = stream.layout_.header_lines();
    header_ = population_output_header(task.reforms, form_, task.today.benefit_weeks > 0, task.today.columns,
                                       stream.layout_.has(TableColumn::weight));
    stream.records_.separated_by(stream.layout_.separator());
    stream.records_.divided_by([this, last = LastMonth(stream.layout_)](std::string_view records) {
      const std::size_t now = last.begin(records);
      if (now == records.size()) before_ = last.last(records);
      return now;
    });
  }

  Result<Count> run() {
    std::vector<std::thread> threads;
    threads.reserve(useful_threads(task_.threads));
    while (threads.size() + 1 < threads.capacity() && !has_ended()) {
      try {
        threads.emplace_back([this] { work(false); });
      } catch (const std::system_error&) {
        break;  // no more threads are to be had
      }
    }
    work(true);
    for (auto& thread : threads) thread.join();
    if (failure_) std::rethrow_exception(failure_);
    if (wrong_) return *std::move(wrong_);
    answer_.write(std::exchange(header_, {}));
    count_.compared = seen_.count();
    return count_;
  }

 private:
  /// What one thread works with.
  struct Bench {
    Bench(const PopulationStream& stream, const Task& task, const TableForm& form)
        : summary(task.reforms), work(stream.layout_, task.today, task.reforms, task.summary == nullptr ? nullptr : &summary, form) {
      if (task.repeats != Repeats::allowed) work.collect(keys);
    }
    PopulationSummary summary;
    std::vector<PopulationWork::Key> keys;
    PopulationWork work;
    std::string block, before;  // before: the row before the block, where a month is divided
    TextBuffer text;
    std::vector<BadRow> bad;
  };

  [[nodiscard]] bool has_ended() {
    const std::lock_guard lock(reading_);
    return ended_;
  }
  [[nodiscard]] bool has_failed() const noexcept { return failure_ || wrong_; }

  /// The next whole records and their place in the order; false when there are no more.
  bool next_block(Bench& bench, std::int64_t& place) {
    const std::lock_guard lock(reading_);
    bench.before = std::exchange(before_, {});
    if (ended_ || !stream_.records_.next(bench.block)) {
      ended_ = true;
      return false;
    }
    place = blocks_read_++;
    return true;
  }

  void work(bool is_first) {
    std::unique_ptr<Bench> bench;
    try {
      bench = std::make_unique<Bench>(stream_, task_, form_);
    } catch (const std::bad_alloc&) {
      if (!is_first) return;  // the others go on without it
      fail(std::current_exception());
    }
    try {
      if (bench) work_at(*bench);
    } catch (...) {
      fail(std::current_exception());
    }
    const std::lock_guard lock(reading_);
    ended_ = true;
  }
  void fail(std::exception_ptr why) {
    const std::lock_guard lock(writing_);
    if (!failure_) failure_ = std::move(why);
    turn_.notify_all();
  }

  void work_at(Bench& bench) {
    std::int64_t place = 0;
    while (next_block(bench, place)) {
      bench.text.clear();
      bench.bad.clear();
      bench.keys.clear();
      const PopulationWork::Together together = bench.work.together();
      const std::int64_t before = bench.work.computed(), lines = bench.work.run(bench.block, bench.text, bench.bad, bench.before);
      std::unique_lock lock(writing_);
      turn_.wait(lock, [&] { return blocks_written_ == place || has_failed(); });
      if (has_failed()) return;
      count_.computed += bench.work.computed() - before;
      count_.together += bench.work.together().rows - together.rows;
      count_.months_together += bench.work.together().months - together.months;
      if (count_.first_together == 0 && bench.work.together().first != 0)
        count_.first_together = count_.lines + bench.work.together().first;
      const std::int64_t reserved = deliver(bench, lines);
      ++blocks_written_;
      turn_.notify_all();
      if (has_failed()) return;
      lock.unlock();
      // A file's pieces have their places: they are filled side by side.
      if (reserved >= 0) answer_.fill(reserved, bench.text.text());
    }
    if (task_.summary == nullptr) return;
    const std::lock_guard lock(writing_);
    task_.summary->add(bench.summary);
  }

  /// Tells and writes in order what has to be, and gives the place that is kept for the text, or -1 when it is written.
  std::int64_t deliver(Bench& bench, std::int64_t lines) {
    if (auto repeated = look_for_repeats(bench.keys)) bench.bad.insert(place_of(*repeated, bench.bad), BadRow{*repeated, {}});
    for (BadRow& row : bench.bad) {
      row.error.line += count_.lines;
      // What follows a row without an end is not known to be rows.
      if (!task_.bad_row || row.error.code == ErrorCode::record_too_long || row.error.code == ErrorCode::duplicate) {
        wrong_ = std::move(row.error);
        return -1;
      }
      task_.bad_row(row);
      ++count_.bad;
    }
    answer_.write(std::exchange(header_, {}));
    const std::string_view text = bench.text.text();
    const std::int64_t reserved = answer_.reserve(text.size());
    if (reserved < 0) answer_.write(text);
    count_.lines += lines;
    count_.bytes += static_cast<std::int64_t>(bench.block.size());
    if (task_.progress) task_.progress(count_);
    return reserved;
  }

  /// The error of a row that was there before, where that is one; its line counts from the first of the block.
  std::optional<Error> look_for_repeats(const std::vector<PopulationWork::Key>& keys) {
    constexpr std::size_t ahead = 8;
    if (!keys.empty() && seen_.looks()) seen_.make_room(keys.size());
    for (std::size_t i = 0; i < keys.size() && seen_.looks(); ++i) {
      if (i + ahead < keys.size()) seen_.prefetch(keys[i + ahead].of);
      if (!seen_.was_there(keys[i].of)) continue;
      if (task_.repeats == Repeats::refused)
        return Error{.code = ErrorCode::duplicate, .field = "id, month", .given = "row", .line = keys[i].line};
      if (count_.repeated++ == 0) count_.first_repeated = count_.lines + keys[i].line;
    }
    return std::nullopt;
  }
  static std::vector<BadRow>::const_iterator place_of(const Error& error, const std::vector<BadRow>& bad) {
    return std::ranges::find_if(bad, [&](const BadRow& row) { return row.error.line > error.line; });
  }

  PopulationStream& stream_;
  const Task& task_;
  PopulationAnswer& answer_;
  TableForm form_;
  std::string header_;
  std::mutex reading_, writing_;
  std::condition_variable turn_;
  bool ended_ = false;
  std::string before_;
  std::int64_t blocks_read_ = 0, blocks_written_ = 0;
  Count count_;
  SeenRows seen_;
  std::exception_ptr failure_;
  std::optional<Error> wrong_;
};

PopulationStream::PopulationStream(RecordBlocks records, std::string header, TableLayout layout)
    : records_(std::move(records)), header_(std::move(header)), layout_(std::move(layout)) {}
PopulationStream::PopulationStream(PopulationStream&&) noexcept = default;
PopulationStream::~PopulationStream() = default;

Result<PopulationStream> PopulationStream::open(Read read) {
  RecordBlocks records(std::move(read));
  std::string header = records.header();
  auto layout = TableLayout::read(header);
  if (!layout) return std::move(layout).error();
  return PopulationStream(std::move(records), std::move(header), *std::move(layout));
}

Result<PopulationStream::Count> PopulationStream::run(const Task& task, PopulationAnswer& answer) {
  for (const Reform& reform : task.reforms)
    if (auto reformed = apply(reform, task.today.rates, task.today.options); !reformed) return std::move(reformed).error();
  return Run(*this, task, answer).run();
}

}  // namespace fleks
