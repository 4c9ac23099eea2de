#include <unistd.h>

#include <array>
#include <chrono>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include <fleks/analysis/population_stream.hpp>
#include <fleks/analysis/population_summary.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/message.hpp>
#include <fleks/words/population.hpp>

#include "command.hpp"
#include "streams.hpp"
#include "table_form.hpp"
#include "tasks/facts.hpp"
#include "tasks/net_facts.hpp"
#include "tasks/reforms.hpp"

// fleks population: a file of citizens' months, as a stream on all cores.

namespace program {
namespace {

using namespace fleks;

using OneAndMany = std::array<const char*, 2>;
std::string count_in_words(std::int64_t count, const OneAndMany& danish, const OneAndMany& english, Language language) {
  return localized(std::to_string(count), language) + " " + (language == Language::danish ? danish : english)[count == 1 ? 0 : 1];
}
/// Example: `1 række`, `1.200 rækker`.
std::string rows_in_words(std::int64_t rows, Language language) {
  return count_in_words(rows, {"række", "rækker"}, {"row", "rows"}, language);
}

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
    text += fmt::format("{}, {} {}", rows_in_words(rows, language_), localized(std::to_string(rows * 1000 / ms), language_),
                        danish ? "i sekundet" : "a second");
    if (bytes_ > 0 && bytes > 0 && bytes < bytes_)
      text += fmt::format(", {} s {}", ms * (bytes_ - bytes) / bytes / 1000, danish ? "tilbage" : "left");
    return text;
  }
  bool wanted_, terminal_;
  std::int64_t bytes_;
  Language language_;
  Clock::time_point start_ = Clock::now(), shown_{};
};

/// The result's file, or a stream.
class Answer : public PopulationAnswer {
 public:
  explicit Answer(OutputStream& out) : out_(out) {}
  void write(std::string_view text) override { out_.write(text); }
  std::int64_t reserve(std::size_t bytes) override { return out_.reserve(bytes); }
  void fill(std::int64_t place, std::string_view text) override { out_.write_at(place, text); }

 private:
  OutputStream& out_;
};

std::size_t read_jobs(const Arguments& a) {
  const std::string* text = a.text("jobs");
  if (text == nullptr) return std::max(1U, std::thread::hardware_concurrency());
  std::size_t jobs = 0;
  for (const char c : *text) jobs = c >= '0' && c <= '9' && jobs <= 1000 ? jobs * 10 + static_cast<std::size_t>(c - '0') : 10'000;
  if (jobs < 1 || jobs > 1000)
    throw Stop{{.code = ErrorCode::out_of_range, .field = asked("jobs"), .given = *text, .allowed = Range{1, 1000}}};
  return jobs;
}

/// Weeks with benefits of every row, which give the refund.
int read_weeks(const Arguments& a) {
  const std::string* text = a.text("benefit_weeks");
  if (text == nullptr) return 53;
  int weeks = 0;
  for (const char c : *text) weeks = c >= '0' && c <= '9' && weeks <= 1000 ? weeks * 10 + (c - '0') : 100'000;
  if (text->empty() || weeks < 1 || weeks > 9'999)
    throw Stop{{.code = ErrorCode::out_of_range, .field = asked("benefit_weeks"), .given = *text, .allowed = Range{1, 9'999}}};
  return weeks;
}

/// The files of the whole population, opened before the work.
struct SummaryFiles {
  SummaryFiles(const Arguments& a, Files& all) {
    if (const std::string* path = a.text("summary")) json = &all.written.open(*path, asked("summary"));
    if (const std::string* path = a.text("picture")) svg = &all.written.open(*path, asked("picture"));
  }
  [[nodiscard]] bool wanted() const noexcept { return json != nullptr || svg != nullptr; }
  void write(const PopulationSummary& summary, const RateTable& rates, Language language) const {
    if (json != nullptr) json->write(to_json(summary, rates));
    if (svg != nullptr) svg->write(picture(summary, language));
  }
  OutputStream *json = nullptr, *svg = nullptr;
};

/// What is told of the rows at the end.
std::string told(const Arguments& a, const PopulationStream::Count& count) {
  const bool danish = a.language == Language::danish;
  std::string text;
  if (a.has("purses") && !a.has("benefit_weeks"))
    text += danish ? "fleks: uger med ydelser er ikke oplyst: refusionen er efter mere end 52 uger for alle\n"
                   : "fleks: weeks with benefits are not stated: the refund is that after more than 52 weeks for all\n";
  if (count.bad != 0)
    text += fmt::format(fmt::runtime(danish ? "fleks: {} kunne ikke beregnes, se {}\n" : "fleks: {} could not be computed, see {}\n"),
                        rows_in_words(count.bad, a.language), *a.text("bad_rows"));
  if (count.together != 0)
    text += fmt::format(fmt::runtime(danish ? "fleks: {} med nedsættelser imellem er lagt sammen til {} (den første i linje {})\n"
                                            : "fleks: {} with reductions among them are put together to {} (the first in line {})\n"),
                        rows_in_words(count.together, a.language),
                        count_in_words(count.months_together, {"måned", "måneder"}, {"month", "months"}, a.language),
                        localized(std::to_string(count.first_together), a.language));
  if (count.repeated != 0)
    text += fmt::format(fmt::runtime(danish ? "fleks: {} har id og måned, der er angivet før (den første i linje {}); hver er "
                                              "beregnet for sig og talt med\n"
                                            : "fleks: {} with an id and month that were given before (the first in line {}); each is "
                                              "computed by itself and counted\n"),
                        rows_in_words(count.repeated, a.language), localized(std::to_string(count.first_repeated), a.language));
  if (count.compared != 0 && count.compared < count.computed)
    text += fmt::format(
        fmt::runtime(danish ? "fleks: gentagelser er søgt i de første {}\n" : "fleks: repeated rows were looked for in the first {}\n"),
        rows_in_words(count.compared, a.language));
  return text;
}

int run(const Arguments& a, Output& said, Files& written) {
  const std::string* out_path = a.text("output");
  if (a.files.size() != 1) throw Stop{{.code = ErrorCode::missing_fact, .field = "IN.csv", .allowed = OneOf{{"IN.csv", "-"}}}};
  if (out_path == nullptr) throw Stop{{.code = ErrorCode::missing_fact, .field = asked("output"), .allowed = OneOf{{"OUT.csv", "-"}}}};
  PopulationStream::Task task;
  task.today.rates = read_rates(a);
  task.reforms = read_reforms(a);
  task.threads = read_jobs(a);
  if (a.has("columns")) task.today.columns = *a.read("columns", read_net_columns);
  if (a.has("municipal_taxes")) task.today.municipal_taxes = read_municipal_taxes(a);
  if (a.has("purses")) task.today.benefit_weeks = read_weeks(a);
  for (const Reform& reform : task.reforms)
    if (auto reformed = apply(reform, task.today.rates); !reformed) throw Stop{std::move(reformed).error(), asked("reform " + reform.id)};

  InputStream in(a.files[0], "IN.csv");
  OutputStream& out = written.own_output(*out_path);
  OutputStream* bad = nullptr;
  if (const std::string* path = a.text("bad_rows")) bad = &written.written.open(*path, asked("bad_rows"));
  const SummaryFiles files(a, written);
  Progress progress(a.has("progress"), in.size(), a.language);

  PopulationStream stream = or_stop(PopulationStream::open([&](char* to, std::size_t size) { return in.read(to, size); }));
  PopulationSummary summary(task.reforms);
  if (files.wanted()) task.summary = &summary;
  if (bad) {
    bad->write(bad_rows_header(stream.header(), stream.layout()));
    task.bad_row = [&](const BadRow& row) { bad->write(bad_row_line(row, stream.layout(), a.language)); };
  }
  task.progress = [&](const PopulationStream::Count& so_far) { progress.at(so_far.computed, so_far.bytes); };
  task.answer = read_form(a, stream.layout().form());
  task.repeats = static_cast<Repeats>(a.choice("repeats", {"told", "refused", "allowed"}));
  Answer answer(out);
  const PopulationStream::Count count = or_stop(stream.run(task, answer));
  progress.done(count.computed);
  if (files.wanted()) {
    files.write(summary, task.today.rates, a.language);
    (written.written.take_standard_output() ? said.note : said.text) = table(summary, a.language);
  }
  said.note += told(a, count);
  // Of rows that all are bad there is no result.
  return count.bad != 0 && count.computed == 0 ? 1 : 0;
}

const Registered population{{
    .name = "population",
    .what = {"en fil af borgeres måneder, som en strøm på alle kerner", "a file of citizens' months, as a stream on all cores"},
    .usage = {"IND.csv -o UD.csv [valg]\n»-« er standardindlæsning og -udskrift.\n"
              "Negative beløb er nedsættelser, som i indkomstregisteret: de lægges sammen med\nrækkerne af samme id og måned lige ved.",
              "IN.csv -o OUT.csv [options]\n\"-\" is standard input and output.\n"
              "Negative amounts are reductions, as in the income register: they are put together\nwith the rows of the same id and month "
              "beside them."},
    .options = []() -> std::vector<Option> {
      return joined(
          {{output_option({"resultatet, én linje for hver række, i samme orden", "the result, a line for each row, in the same order"}),
            reform_option(true),
            {"summary",
             {"FIL", "FILE"},
             {"tal for hele befolkningen som JSON, og som tabel på skærmen",
              "figures of the whole population as JSON, and as a table on the screen"}},
            {"picture", {"FIL", "FILE"}, {"fordelingerne som billede (SVG)", "the distributions as a picture (SVG)"}},
            {"bad_rows",
             {"FIL", "FILE"},
             {"rækker, der ikke kan beregnes, med linje og grund;\nuden den standser kørslen ved den første",
              "rows that cannot be computed, with line and reason;\nwithout it the run stops at the first"}},
            {"repeats",
             {"VALG", "CHOICE"},
             {"samme id og måned igen: told (siges, beregnes for sig), refused (standser\nkørslen) eller allowed (siges ikke)",
              "the same id and month again: told (said, computed by itself), refused (stops\nthe run) or allowed (not said)"},
             {"told", "refused", "allowed"}},
            {"purses",
             {"", ""},
             {"også hvad kommune og stat bærer af hver række (refusion, fleksbidrag), med:",
              "also what municipality and state bear of each row (refund, fleksbidrag), with:"}},
            {"benefit_weeks",
             {"UGER", "WEEKS"},
             {"  uger med ydelser for alle rækker, som giver refusionen (53)",
              "  weeks with benefits of all rows, which give the refund (53)"}},
            {"columns",
             {"NAVNE", "NAMES"},
             {"også kolonner af hver rækkes nettobillede, fx in_hand,tax,emtr_hour,\nemtr_krone,ptr; rækkerne har da hourly_wage, "
              "weekly_hours og efter behov\nfleks hours' oplysninger som kolonner (municipality, children, rent ...)",
              "also columns of each row's net picture, e.g. in_hand,tax,emtr_hour,\nemtr_krone,ptr; the rows then have hourly_wage, "
              "weekly_hours and, as needed,\nthe facts of fleks hours as columns (municipality, children, rent ...)"}},
            municipal_taxes_option()},
           form_options(),
           {{"jobs", {"N", "N"}, {"tråde (alle kerner); resultatet er det samme", "threads (all cores); the result is the same"}},
            {"progress", {"", ""}, {"vis rækker, fart og resterende tid", "show rows, speed and time left"}},
            rates_option()}});
    },
    .example =
        {"  printf 'id,month,am_income,own_pension,employer_pension,ceiling\\n7,2024-03,15600,0,0,32067\\n' | fleks population - -o -\n"
         "giver: 7,2024-03,4680.00,15272.00,0.00,0.00,15272.00,500.00,14772.00,222.00",
         "  printf 'id,month,am_income,own_pension,employer_pension,ceiling\\n7,2024-03,15600,0,0,32067\\n' | fleks population - -o -\n"
         "gives: 7,2024-03,4680.00,15272.00,0.00,0.00,15272.00,500.00,14772.00,222.00"},
    .most_files = 1,
    .run_with_files = run,
    .together = []() -> std::vector<Together> {
      return {{"benefit_weeks", {"purses"}, {}}, {"municipal_taxes", {"columns"}, {}}};
    },
}};

}  // namespace
}  // namespace program
