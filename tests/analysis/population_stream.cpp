#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <mutex>
#include <stdexcept>

#include <fleks/fleks.hpp>

// A population as a stream: the bytes of one worker for any number of threads, in order; what stops it, and what is told.

using namespace fleks;

namespace {

const std::string header = "id,month,am_income,own_pension,employer_pension";
constexpr const char* row = ",2024-03,15600,0,0\n";

/// A text read a piece at a time.
PopulationStream::Read pieces(std::string text, std::size_t size = 1000) {
  return [text = std::move(text), at = std::size_t{0}, size](char* to, std::size_t most) mutable {
    const std::size_t count = std::min({most, size, text.size() - at});
    std::memcpy(to, text.data() + at, count);
    at += count;
    return count;
  };
}

/// In order, or with places that are filled from any thread.
struct Collected : PopulationAnswer {
  explicit Collected(bool with_places = false) : places(with_places) {}
  void write(std::string_view more) override {
    const std::lock_guard lock(mutex);
    text += more;
  }
  std::int64_t reserve(std::size_t bytes) override {
    if (!places) return PopulationAnswer::reserve(bytes);
    const std::lock_guard lock(mutex);
    text.resize(text.size() + bytes, '?');
    return static_cast<std::int64_t>(text.size() - bytes);
  }
  void fill(std::int64_t place, std::string_view more) override {
    const std::lock_guard lock(mutex);
    text.replace(static_cast<std::size_t>(place), more.size(), more);
  }
  bool places;
  std::mutex mutex;
  std::string text;
};

struct Ran {
  std::string text;
  PopulationStream::Count count;
};
Ran run(std::string_view table, const PopulationStream::Task& task = {}, bool with_places = false) {
  auto stream = PopulationStream::open(pieces(std::string(table))).value();
  Collected answer(with_places);
  const auto count = stream.run(task, answer).value();
  return {answer.text, count};
}

/// Three megabytes: some blocks.
const std::string& long_table() {
  static const std::string table = [] {
    std::string text = header + "\n";
    for (int i = 0; i < 120'000; ++i)
      text += std::to_string(i) + ",2024-" + (i % 2 == 0 ? "03," : "11,") + std::to_string(9'000 + i % 9'000) + ",0,0\n";
    return text;
  }();
  return table;
}

}  // namespace

TEST_CASE("a stream gives the bytes of one worker, in order, for any number of threads, written in order or side by side") {
  const std::string& table = long_table();
  PopulationWorker worker(TableLayout::read(header).value(), {});
  TextBuffer out;
  std::vector<BadRow> bad;
  worker.run(std::string_view(table).substr(header.size() + 1), out, bad);
  const std::string expected = population_output_header({}) + std::string(out.text());
  for (const std::size_t threads : {1u, 2u, 7u})
    for (const bool with_places : {false, true}) {
      CAPTURE(threads);
      PopulationSummary summary;
      const auto ran = run(table, {.threads = threads, .summary = &summary}, with_places);
      CHECK((ran.text == expected));
      CHECK(ran.count.computed == 120'000);
      CHECK(ran.count.lines == 120'001);
      CHECK(ran.count.bytes == static_cast<std::int64_t>(table.size() - header.size() - 1));
      CHECK(ran.count.compared == 120'000);
      CHECK(ran.count.repeated == 0);
      CHECK(summary.rows == 120'000);
      CHECK(summary.months.size() == 2);
    }
}

TEST_CASE("the first row that cannot be computed ends a stream with its line, or is told with all the others in order") {
  std::string table = long_table();
  table += std::string("x") + row + "bad,2024-03,abc,0,0\n" + "y" + row + "\nworse,2024-13,1,0,0\n" + "z" + row;
  auto stream = PopulationStream::open(pieces(table)).value();
  Collected answer;
  const auto stopped = stream.run({.threads = 3}, answer);
  REQUIRE(!stopped);
  CHECK(stopped.error().line == 120'003);
  CHECK(stopped.error().field.text() == "am_income");

  std::vector<std::int64_t> lines;
  const auto ran = run(table, {.threads = 3, .bad_row = [&](const BadRow& bad) { lines.push_back(bad.error.line); }});
  CHECK(lines == std::vector<std::int64_t>{120'003, 120'006});
  CHECK(ran.count.bad == 2);
  CHECK(ran.count.computed == 120'003);
  // What follows a row without an end is not known to be rows.
  auto endless = PopulationStream::open(pieces(header + "\n\"" + std::string(longest_record + 10, 'x'), 1 << 16)).value();
  const auto refused = endless.run({.bad_row = [](const BadRow&) {}}, answer);
  REQUIRE(!refused);
  CHECK(refused.error().code == ErrorCode::record_too_long);
  CHECK(refused.error().line == 2);
}

TEST_CASE("the same id and month twice is told, refused or allowed; each row is computed as it stands") {
  const std::string table = header + "\na" + row + "b" + row + "\"a\"" + row + "a,2024-04,15600,0,0\na" + row;
  const auto told = run(table);
  CHECK(told.count.repeated == 2);
  CHECK(told.count.first_repeated == 4);
  CHECK(told.count.compared == 5);
  CHECK(told.count.computed == 5);
  const auto allowed = run(table, {.repeats = Repeats::allowed});
  CHECK(allowed.count.repeated == 0);
  CHECK(allowed.count.compared == 0);
  CHECK(allowed.text == told.text);
  for (const bool keeps_bad_rows : {false, true}) {
    auto stream = PopulationStream::open(pieces(table)).value();
    Collected answer;
    PopulationStream::Task task{.repeats = Repeats::refused};
    if (keeps_bad_rows) task.bad_row = [](const BadRow&) {};
    const auto refused = stream.run(task, answer);
    REQUIRE(!refused);
    CHECK(refused.error().code == ErrorCode::duplicate);
    CHECK(refused.error().field.text() == "id, month");
    CHECK(refused.error().line == 4);
  }
  // Far apart, in other blocks, whatever the number of threads.
  for (const std::size_t threads : {1u, 4u}) {
    const auto far = run(long_table() + "5,2024-11,1,0,0\n6,2024-11,1,0,0\n", {.threads = threads});
    CHECK(far.count.repeated == 1);
    CHECK(far.count.first_repeated == 120'002);
  }
}

TEST_CASE("the answer has the form of the table, or the one that is asked for; an id that a sheet would compute can be made safe") {
  const std::string table = "id;month;am_income;own_pension;employer_pension\n=1+1;2024-03;15.600,00;0;0\n";
  CHECK(run(table).text.ends_with("\n=1+1;2024-03;4680,00;15272,00;0,00;0,00;15272,00;500,00;14772,00;222,00\n"));
  const auto other = run(table, {.answer = TableForm{.safe_for_sheets = true}});
  CHECK(other.text.starts_with("id,month,taper,"));
  CHECK(other.text.ends_with("\n'=1+1,2024-03,4680.00,15272.00,0.00,0.00,15272.00,500.00,14772.00,222.00\n"));
  const auto safe = run(header + "\n\"@a,b\"" + row + "-1" + row + "1-" + row, {.answer = TableForm{.safe_for_sheets = true}});
  CHECK(safe.text.find("\n\"'@a,b\",2024-03,") != std::string::npos);
  CHECK(safe.text.find("\n'-1,2024-03,") != std::string::npos);
  CHECK(safe.text.find("\n1-,2024-03,") != std::string::npos);
}

TEST_CASE("what reading or the answer throws comes out of the stream, after every thread has ended") {
  struct Broken : PopulationAnswer {
    void write(std::string_view) override {
      if (++written == 2) throw std::runtime_error("full");
    }
    int written = 0;
  };
  Broken broken;
  auto stream = PopulationStream::open(pieces(long_table())).value();
  CHECK_THROWS_WITH(static_cast<void>(stream.run({.threads = 3}, broken)), "full");
  auto failing = PopulationStream::open([read = pieces(long_table()), left = 2'000](char* to, std::size_t most) mutable {
                   if (left-- == 0) throw std::runtime_error("gone");
                   return read(to, most);
                 }).value();
  Collected answer;
  CHECK_THROWS_WITH(static_cast<void>(failing.run({.threads = 3}, answer)), "gone");
}

TEST_CASE("a header that cannot be, and a reform that does not fit, are errors; a table without rows has its header") {
  CHECK(PopulationStream::open(pieces("id,month")).error().code == ErrorCode::missing_fact);
  CHECK(run(header).text == population_output_header({}));
  CHECK(run(header + "\n").count.computed == 0);
  auto stream = PopulationStream::open(pieces(header + "\n")).value();
  CHECK(stream.header() == header);
  CHECK(stream.layout().columns().size() == 5);
}

TEST_CASE("a reduction is put together with its rows however the file is cut, and the months are counted and told by their lines") {
  // Each month has three reports, of which every fifth takes something back; some ids are quoted, with a line break.
  for (const bool quoted : {false, true}) {
    std::string table = header + "\n", sums = header + "\n";
    std::int64_t together = 0;
    for (int i = 0; i < 30'000; ++i) {
      const std::string id = quoted && i % 7 == 0 ? "\"" + std::to_string(i) + "\n\"" : std::to_string(i);
      const std::string at = id + ",2024-03,";
      const int reports = i % 5 == 0 ? 3 : 1;
      if (reports == 3) {
        table += at + "9000,0,0\n" + at + "-" + std::to_string(i % 1'000) + ".5,0,0\n" + at + "500,0,0\n";
        together += 3;
      } else {
        table += at + std::to_string(9'499 - i % 1'000) + ".5,0,0\n";
      }
      sums += at + std::to_string(9'499 - i % 1'000) + ".5,0,0\n";
    }
    const std::string expected = run(sums).text;
    for (const std::size_t threads : {1u, 3u}) {
      const Ran ran = run(table, {.threads = threads}, threads == 3);
      CHECK(ran.text == expected);
      CHECK(ran.count.computed == 30'000);
      CHECK(ran.count.together == together);
      CHECK(ran.count.months_together == together / 3);
      CHECK(ran.count.first_together == 2);
      CHECK(ran.count.repeated == 0);
    }
    // The blocks of any size.
    const auto layout = TableLayout::read(header).value();
    for (const std::size_t size : {1u, 20u, 61u, 1'000u}) {
      const std::string some = table.substr(0, table.find("\n100,") + 1);
      RecordBlocks blocks(pieces(some), size);
      CHECK(blocks.header() == header);
      blocks.divided_by([&](std::string_view records) { return whole_months(records, layout); });
      PopulationWorker worker(layout, {});
      TextBuffer out;
      std::vector<BadRow> bad;
      for (std::string block; blocks.next(block);) worker.run(block, out, bad);
      CHECK(bad.empty());
      CHECK(expected.substr(expected.find('\n') + 1).starts_with(out.text()));
      CHECK(std::ranges::count(out.text(), '\n') >= 100);
    }
  }
}

TEST_CASE("of a month with more rows than can be put together none is lost, and a reduction behind them is refused") {
  std::string many = header + "\n";
  for (int i = 0; i < 200'000; ++i) many += "x,2024-03,500,0,0\n";
  CHECK(run(many, {.repeats = Repeats::allowed}).count.computed == 200'000);
  std::vector<std::pair<std::int64_t, ErrorCode>> bad;
  PopulationStream::Task task{.bad_row = [&](const BadRow& told) { bad.emplace_back(told.error.line, told.error.code); }};
  for (const char* behind : {"x,2024-03,-1,0,0\n", "x,2024-03,500,0,0\nx,2024-03,-1,0,0\n"}) {
    bad.clear();
    run(many + behind, task);
    REQUIRE(!bad.empty());
    for (const auto& [line, code] : bad) CHECK(code == ErrorCode::too_many);
    CHECK(bad.back().first == 200'001 + std::ranges::count(std::string_view(behind), '\n'));
  }
}
