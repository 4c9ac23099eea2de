#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include <fleks/analysis/population.hpp>
#include <fleks/analysis/population_summary.hpp>
#include <fleks/words/message.hpp>
#include <fleks/words/population.hpp>

#include "command.hpp"
#include "facts.hpp"
#include "records.hpp"
#include "reforms.hpp"
#include "streams.hpp"

// fleks population: a file of citizens' months, as a stream on all cores.

namespace program {
namespace {

using namespace fleks;

/// What is written on a terminal while it runs.
class Progress {
 public:
  Progress(bool wanted, std::int64_t bytes, Language language)
      : wanted_(wanted), terminal_(::isatty(STDERR_FILENO) != 0), bytes_(bytes), language_(language) {}

  void at(std::int64_t rows, std::int64_t bytes) {
    if (!wanted_ || !terminal_) return;
    const auto now = Clock::now();
    if (now - shown_ < std::chrono::milliseconds{200}) return;
    shown_ = now;
    fmt::print(stderr, "\r{}\x1b[K", line(rows, bytes, now));
    std::fflush(stderr);
  }
  void done(std::int64_t rows) {
    if (!wanted_) return;
    fmt::print(stderr, "{}{}{}\n", terminal_ ? "\r" : "", line(rows, bytes_, Clock::now()), terminal_ ? "\x1b[K" : "");
  }

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] std::string line(std::int64_t rows, std::int64_t bytes, Clock::time_point now) const {
    const bool danish = language_ == Language::danish;
    const auto ms = std::max<std::int64_t>(1, std::chrono::duration_cast<std::chrono::milliseconds>(now - start_).count());
    std::string text;
    if (bytes_ > 0) {
      const auto filled = static_cast<std::size_t>(std::min<std::int64_t>(24, bytes * 24 / bytes_));
      text = "[" + std::string(filled, '#') + std::string(24 - filled, '.') +
             fmt::format("] {:3} pct.  ", std::min<std::int64_t>(100, bytes * 100 / bytes_));
    }
    text += fmt::format("{} {}, {} {}", rows, danish ? "rækker" : "rows", rows * 1000 / ms, danish ? "i sekundet" : "a second");
    if (bytes_ > 0 && bytes > 0 && bytes < bytes_)
      text += fmt::format(", {} s {}", ms * (bytes_ - bytes) / bytes / 1000, danish ? "tilbage" : "left");
    return text;
  }
  bool wanted_, terminal_;
  std::int64_t bytes_;
  Language language_;
  Clock::time_point start_ = Clock::now(), shown_{};
};

/// Blocks of whole records go in and come out in their order; any number of threads works on them between.
class Pipeline {
 public:
  Pipeline(InputStream& in, OutputStream& out, OutputStream* bad_rows, Progress& progress, Language language)
      : records_([&in](char* to, std::size_t size) { return in.read(to, size); }),
        out_(out),
        bad_rows_(bad_rows),
        progress_(progress),
        language_(language) {}

  /// What is written before the first row that could be computed.
  void begin_with(std::string output_header) { output_header_ = std::move(output_header); }

  std::string header() { return records_.header(); }

  void run(std::vector<PopulationWorker>& workers, char separator) {
    separator_ = separator;
    records_.separated_by(separator);
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < workers.size(); ++i) threads.emplace_back([&, i] { work(workers[i]); });
    work(workers[0]);
    for (auto& thread : threads) thread.join();
    if (failure_) std::rethrow_exception(failure_);
    out_.write(std::exchange(output_header_, {}));
    progress_.done(rows_);
  }
  [[nodiscard]] std::int64_t bad_rows() const noexcept { return bad_count_; }

 private:
  /// The next whole records and their place in the order; false when there are no more.
  bool next_block(std::string& block, std::int64_t& place) {
    const std::lock_guard lock(reading_);
    if (stopped_ || !records_.next(block)) return false;
    place = blocks_read_++;
    return true;
  }

  void work(PopulationWorker& worker) {
    std::string block;
    TextBuffer text;
    std::vector<BadRow> bad;
    std::int64_t place = 0;
    try {
      while (next_block(block, place)) {
        text.clear();
        bad.clear();
        const std::int64_t lines = worker.run(block, text, bad);
        std::unique_lock lock(writing_);
        turn_.wait(lock, [&] { return blocks_written_ == place || failure_; });
        if (failure_) break;
        const std::int64_t reserved = write(block, text.text(), lines, bad);
        ++blocks_written_;
        turn_.notify_all();
        lock.unlock();
        // A file's pieces have their places: they are filled side by side.
        if (reserved >= 0) out_.write_at(reserved, text.text());
      }
    } catch (...) {
      const std::lock_guard lock(writing_);
      if (!failure_) failure_ = std::current_exception();
      turn_.notify_all();
    }
    const std::lock_guard lock(reading_);
    stopped_ = true;
  }

  /// Writes in order what has to be, and gives the place that is kept for the text, or -1 when it is written.
  std::int64_t write(const std::string& block, std::string_view text, std::int64_t lines, std::vector<BadRow>& bad) {
    for (BadRow& row : bad) {
      row.error.line += lines_;
      // What follows a row without an end is not known to be rows.
      if (bad_rows_ == nullptr || row.error.code == ErrorCode::record_too_long) throw Stop{std::move(row.error)};
      const auto line = row.error.line;
      row.error.line = 0;
      std::string reason = "\"";
      for (const char c : message(row.error, language_)) reason += c == '"' ? std::string("\"\"") : std::string(1, c);
      bad_rows_->write(std::to_string(line) + separator_ + reason + "\"" + separator_ + row.row + "\n");
    }
    out_.write(std::exchange(output_header_, {}));
    const std::int64_t reserved = out_.reserve(text.size());
    if (reserved < 0) out_.write(text);
    bad_count_ += static_cast<std::int64_t>(bad.size());
    lines_ += lines;
    rows_ += lines;
    bytes_ += static_cast<std::int64_t>(block.size());
    progress_.at(rows_, bytes_);
    return reserved;
  }

  RecordBlocks records_;
  OutputStream& out_;
  OutputStream* bad_rows_;
  Progress& progress_;
  Language language_;
  char separator_ = ',';
  std::mutex reading_, writing_;
  std::condition_variable turn_;
  std::string output_header_;
  bool stopped_ = false;
  std::int64_t blocks_read_ = 0, blocks_written_ = 0, lines_ = 1, rows_ = 0, bytes_ = 0, bad_count_ = 0;
  std::exception_ptr failure_;
};

std::size_t read_jobs(const Arguments& a) {
  const std::string* text = a.text("--jobs");
  if (text == nullptr) return std::max(1U, std::thread::hardware_concurrency());
  std::size_t jobs = 0;
  for (const char c : *text) jobs = c >= '0' && c <= '9' && jobs <= 1000 ? jobs * 10 + static_cast<std::size_t>(c - '0') : 10'000;
  if (jobs < 1 || jobs > 1000) throw Stop{{.code = ErrorCode::out_of_range, .field = "--jobs", .given = *text, .allowed = "1-1000"}};
  return jobs;
}

void write_summary(const Arguments& a, const PopulationSummary& summary, bool output_is_taken, Output& said) {
  const auto put = [&](const char* option, const std::string& text) {
    if (const std::string* path = a.text(option)) {
      OutputStream file(*path, option);
      file.write(text);
      file.keep();
    }
  };
  put("--summary", to_json(summary));
  put("--picture", picture(summary, a.language));
  (output_is_taken ? said.note : said.text) = table(summary, a.language);
}

int run(const Arguments& a, Output& said) {
  const std::string* out_path = a.text("-o");
  if (a.files.size() != 1) throw Stop{{.code = ErrorCode::missing_fact, .field = "IN.csv", .allowed = "IN.csv, -"}};
  if (out_path == nullptr) throw Stop{{.code = ErrorCode::missing_fact, .field = "-o", .allowed = "OUT.csv, -"}};
  const std::size_t jobs = read_jobs(a);
  Scenario today{read_rates(a), {}};
  const std::vector<Reform> reforms = read_reforms(a);
  for (const Reform& reform : reforms)
    if (auto reformed = apply(reform, today.rates); !reformed) throw Stop{std::move(reformed).error(), "--reform " + reform.id};

  InputStream in(a.files[0], "IN.csv");
  OutputStream out(*out_path, "-o");
  std::optional<OutputStream> bad;
  if (const std::string* path = a.text("--bad-rows")) bad.emplace(*path, "--bad-rows");
  Progress progress(a.has("--progress"), in.size(), a.language);
  Pipeline pipeline(in, out, bad ? &*bad : nullptr, progress, a.language);

  const std::string header = pipeline.header();
  const PopulationLayout layout = or_stop(PopulationLayout::read(header));
  const bool wants_summary = a.has("--summary") || a.has("--picture");
  std::vector<PopulationSummary> summaries(wants_summary ? jobs : 0, PopulationSummary(reforms));
  std::vector<PopulationWorker> workers;
  workers.reserve(jobs);
  for (std::size_t i = 0; i < jobs; ++i) workers.emplace_back(layout, today, reforms, wants_summary ? &summaries[i] : nullptr);
  pipeline.begin_with(population_output_header(reforms));
  if (bad) bad->write(std::string("line") + layout.separator() + "reason" + layout.separator() + header + "\n");
  pipeline.run(workers, layout.separator());
  if (wants_summary) {
    for (std::size_t i = 1; i < summaries.size(); ++i) summaries[0].add(summaries[i]);
    write_summary(a, summaries[0], *out_path == "-", said);
  }
  if (bad) bad->keep();
  out.keep();
  if (pipeline.bad_rows() != 0)
    said.note += a.language == Language::danish
                     ? fmt::format("fleks: {} rækker kunne ikke beregnes, se {}\n", pipeline.bad_rows(), *a.text("--bad-rows"))
                     : fmt::format("fleks: {} rows could not be computed, see {}\n", pipeline.bad_rows(), *a.text("--bad-rows"));
  return 0;
}

const Registered population{{
    .name = "population",
    .what = {"en fil af borgeres måneder, som en strøm på alle kerner", "a file of citizens' months, as a stream on all cores"},
    .usage = {"IND.csv -o UD.csv [valg]\n«-» er standardindlæsning og -udskrift.",
              "IN.csv -o OUT.csv [options]\n\"-\" is standard input and output."},
    .options = {{"-o",
                 {"FIL", "FILE"},
                 {"resultatet, én linje for hver række, i samme orden", "the result, a line for each row, in the same order"}},
                reform_option(true),
                {"--summary",
                 {"FIL", "FILE"},
                 {"tal for hele befolkningen som JSON, og som tabel på skærmen",
                  "figures of the whole population as JSON, and as a table on the screen"}},
                {"--picture", {"FIL", "FILE"}, {"fordelingerne som billede (SVG)", "the distributions as a picture (SVG)"}},
                {"--bad-rows",
                 {"FIL", "FILE"},
                 {"rækker, der ikke kan beregnes, med linje og grund;\nuden den standser kørslen ved den første",
                  "rows that cannot be computed, with line and reason;\nwithout it the run stops at the first"}},
                {"--jobs", {"N", "N"}, {"tråde (alle kerner); resultatet er det samme", "threads (all cores); the result is the same"}},
                {"--progress", {"", ""}, {"vis rækker, fart og resterende tid", "show rows, speed and time left"}},
                rates_option()},
    .example =
        {"  printf 'id,month,am_income,own_pension,employer_pension,ceiling\\n7,2024-03,15600,0,0,32067\\n' | fleks population - -o -\n"
         "giver: 7,2024-03,4680.00,15272.00,0.00,0.00,15272.00,500.00,14772.00,222.00",
         "  printf 'id,month,am_income,own_pension,employer_pension,ceiling\\n7,2024-03,15600,0,0,32067\\n' | fleks population - -o -\n"
         "gives: 7,2024-03,4680.00,15272.00,0.00,0.00,15272.00,500.00,14772.00,222.00"},
    .most_files = 1,
    .run = run,
}};

}  // namespace
}  // namespace program
