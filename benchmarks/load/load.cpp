// Mixed calls through the C interface from many threads: throughput, how long a call takes (half of them, 99 of a hundred, the longest),
// and the level of the memory. Every answer is held against the one that a single thread got before.
// usage: load CASES_FOLDER [--seconds S] [--threads N] [--statements N]

#include <fleks/fleks.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

std::int64_t nanoseconds_since(Clock::time_point begin) {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - begin).count();
}

template <class Struct>
Struct sized() {
  Struct made{};
  made.size = sizeof made;
  return made;
}

/// How often each duration came: sixteen places an octave, so a share is right to some 6 per cent, and nothing grows.
class Durations {
 public:
  void add(std::int64_t nanoseconds) noexcept {
    ++counts_[place_of(nanoseconds)];
    ++count_;
    longest_ = std::max(longest_, nanoseconds);
  }
  void add(const Durations& other) noexcept {
    for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
    count_ += other.count_;
    longest_ = std::max(longest_, other.longest_);
  }
  [[nodiscard]] std::int64_t count() const noexcept { return count_; }
  [[nodiscard]] std::int64_t longest() const noexcept { return longest_; }
  /// The duration that so many of a thousand are not above.
  [[nodiscard]] std::int64_t at(std::int64_t thousandths) const noexcept {
    std::int64_t left = (count_ * thousandths + 999) / 1000;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      left -= counts_[i];
      if (left <= 0) return std::min(most_of(i), longest_);
    }
    return longest_;
  }

 private:
  static constexpr std::size_t of_an_octave = 16;
  static std::size_t place_of(std::int64_t nanoseconds) noexcept {
    const auto n = static_cast<std::uint64_t>(std::max<std::int64_t>(nanoseconds, of_an_octave));
    const std::size_t octave = std::bit_width(n) - 5;
    return std::min(octave * of_an_octave + (n >> octave) - of_an_octave, std::size_t{1023});
  }
  static std::int64_t most_of(std::size_t place) noexcept {
    const std::size_t octave = place / of_an_octave;
    return static_cast<std::int64_t>(((place % of_an_octave + of_an_octave + 1) << octave) - 1);
  }
  std::array<std::int64_t, 1024> counts_{};
  std::int64_t count_ = 0, longest_ = 0;
};

/// What a call gave, in short.
std::uint64_t hash_of(const void* data, std::size_t size) noexcept {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const auto* p = static_cast<const unsigned char*>(data); size != 0; ++p, --size) hash = (hash ^ *p) * 1099511628211ULL;
  return hash;
}
std::uint64_t taken(fleks_text* text) noexcept {
  const std::uint64_t hash = text == nullptr ? 0 : hash_of(fleks_text_data(text), fleks_text_size(text));
  fleks_text_free(text);
  return hash;
}

/// A kind of call: `variants` of them, each always with the same answer.
struct Kind {
  const char* name;
  int weight;  // of a thousand
  std::size_t variants;
  std::function<std::uint64_t(std::size_t variant)> call;
  std::vector<std::uint64_t> answers{};
};

struct Cases {
  std::vector<std::string> texts{}, records{};
};

fleks_month_facts month_facts(std::size_t variant) {
  auto facts = sized<fleks_month_facts>();
  facts.month = 202401 + static_cast<std::int32_t>(variant % 12);
  facts.pay_form = FLEKS_PAY_AM_INCOME;
  facts.pay = static_cast<std::int64_t>(variant) * 12'345;
  if (variant % 3 == 0) facts.ceiling.form = FLEKS_CEILING_STATED, facts.ceiling.amount = 2'900'000;
  return facts;
}

std::vector<Kind> kinds_of(const fleks_rates* rates, const Cases& cases) {
  const auto month = [rates](std::size_t variant) {
    const auto facts = month_facts(variant);
    auto statement = sized<fleks_month_statement>();
    return fleks_month(rates, &facts, nullptr, &statement, nullptr) == FLEKS_OK ? hash_of(&statement, sizeof statement) : 0;
  };
  const auto refused = [rates](std::size_t variant) {
    auto facts = month_facts(variant);
    facts.pay = -1 - static_cast<std::int64_t>(variant);
    auto statement = sized<fleks_month_statement>();
    auto error = sized<fleks_error>();
    fleks_month(rates, &facts, nullptr, &statement, &error);
    return hash_of(error.text, std::strlen(error.text));
  };
  const auto explained = [rates](std::size_t variant) {
    const auto facts = month_facts(variant);
    return taken(fleks_month_in_words(rates, &facts, nullptr, FLEKS_JSON, FLEKS_DANISH, nullptr));
  };
  const auto benefit = [rates](std::size_t variant) {
    auto facts = sized<fleks_ledighedsydelse_facts>();
    facts.month = 202405;
    facts.am_income = static_cast<std::int64_t>(variant) * 10'000;
    auto statement = sized<fleks_ledighedsydelse_statement>();
    return fleks_ledighedsydelse(rates, &facts, nullptr, &statement, nullptr) == FLEKS_OK ? hash_of(&statement, sizeof statement) : 0;
  };
  const auto columns = [rates](std::size_t variant) {
    std::array<std::int64_t, 1000> pay{}, subsidy{};
    for (std::size_t i = 0; i < pay.size(); ++i) pay[i] = static_cast<std::int64_t>(i * 3'000 + variant);
    auto facts = sized<fleks_months>();
    facts.rows = pay.size();
    facts.am_income = pay.data();
    auto results = sized<fleks_statements>();
    results.fleksloentilskud = subsidy.data();
    return fleks_compute(rates, 202403, &facts, nullptr, &results, nullptr) == FLEKS_OK ? hash_of(subsidy.data(), sizeof subsidy) : 0;
  };
  const auto hours = [rates](std::size_t variant) {
    auto citizen = sized<fleks_citizen>();
    citizen.year = 2025;
    citizen.hourly_wage = 15'000 + static_cast<std::int64_t>(variant) * 500;
    citizen.municipality = "Aarhus";
    auto asked = sized<fleks_hours_asked>();
    asked.from = asked.step = 10'000;
    asked.to = 370'000;
    std::array<fleks_hours_row, 37> rows{};
    std::size_t count = 0;
    const auto code = fleks_hours(rates, &citizen, nullptr, &asked, rows.data(), sizeof rows[0], rows.size(), &count, nullptr);
    return code == FLEKS_OK ? hash_of(rows.data(), sizeof rows) : 0;
  };
  const auto statement = [rates, &cases](std::size_t variant) {
    const std::string& json = cases.texts[variant];
    return taken(fleks_case_statement(rates, json.data(), json.size(), nullptr, FLEKS_JSON, FLEKS_DANISH, nullptr));
  };
  const auto letter = [rates, &cases](std::size_t variant) {
    const std::string& json = cases.texts[variant];
    const int month_of_letter = std::atoi(json.substr(json.find("\"from\": \"20") + 9, 4).c_str()) * 100 +
                                std::atoi(json.substr(json.find("\"from\": \"20") + 14, 2).c_str());
    return taken(fleks_case_letter(rates, json.data(), json.size(), month_of_letter, 0, FLEKS_TEXT, FLEKS_DANISH, nullptr));
  };
  const auto verified = [rates, &cases](std::size_t variant) {
    const std::string& record = cases.records[variant];
    std::int32_t same = 0;
    const std::uint64_t hash = taken(fleks_verify(rates, record.data(), record.size(), FLEKS_TEXT, FLEKS_DANISH, &same, nullptr));
    return same == 1 ? hash : 0;
  };
  const std::size_t count = cases.texts.size();
  return {{"fleks_month", 600, 500, month},
          {"fleks_month, refused", 30, 50, refused},
          {"fleks_month_in_words, JSON", 100, 100, explained},
          {"fleks_ledighedsydelse", 100, 100, benefit},
          {"fleks_compute, 1000 rows", 50, 20, columns},
          {"fleks_hours, 37 rows", 50, 20, hours},
          {"fleks_case_statement, JSON", 40, count, statement},
          {"fleks_case_letter", 20, count, letter},
          {"fleks_verify", 10, count, verified}};
}

std::int64_t resident_kilobytes() {
  long pages = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

/// What one thread has done.
struct Done {
  std::vector<Durations> durations;
  std::int64_t wrong = 0;
};

void work(const std::vector<Kind>& kinds, std::uint64_t seed, const std::atomic<bool>& over, Done& done) {
  done.durations.resize(kinds.size());
  std::uint64_t state = seed;
  while (!over.load(std::memory_order_relaxed)) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    auto of_a_thousand = static_cast<int>((state >> 33) % 1000);
    std::size_t kind = 0;
    while ((of_a_thousand -= kinds[kind].weight) >= 0) ++kind;
    const std::size_t variant = (state >> 45) % kinds[kind].variants;
    const auto begin = Clock::now();
    const std::uint64_t answer = kinds[kind].call(variant);
    done.durations[kind].add(nanoseconds_since(begin));
    done.wrong += answer != kinds[kind].answers[variant] ? 1 : 0;
  }
}

std::string shown(std::int64_t nanoseconds) {
  std::array<char, 40> text{};
  const bool small = nanoseconds < 100'000;
  const std::int64_t tenths = nanoseconds / (small ? 100 : 100'000);
  std::snprintf(text.data(), text.size(), "%lld.%lld %s", static_cast<long long>(tenths / 10), static_cast<long long>(tenths % 10),
                small ? "us" : "ms");
  return text.data();
}

/// The processor's time that the process has had, in milliseconds.
std::int64_t processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1'000 + now.tv_nsec / 1'000'000;
}

/// So many explained statements of the cases in turn, by one thread.
bool statements(const fleks_rates* rates, const Cases& cases, std::size_t count) {
  const auto begin = Clock::now();
  const auto before = processor_milliseconds();
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& json = cases.texts[i % cases.texts.size()];
    if (taken(fleks_case_statement(rates, json.data(), json.size(), nullptr, FLEKS_JSON, FLEKS_DANISH, nullptr)) == 0) return false;
  }
  std::printf("%zu statements of %zu cases as JSON with every step, one thread: %lld ms of the processor, %lld ms by the clock\n", count,
              cases.texts.size(), static_cast<long long>(processor_milliseconds() - before),
              static_cast<long long>(nanoseconds_since(begin) / 1'000'000));
  return true;
}

Cases read_cases(const char* folder, const fleks_rates* rates) {
  std::vector<std::filesystem::path> paths;
  for (const auto& each : std::filesystem::directory_iterator(folder))
    if (each.path().extension() == ".json") paths.push_back(each.path());
  std::sort(paths.begin(), paths.end());
  Cases cases;
  for (const auto& path : paths) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    const std::string json = text.str();
    fleks_text* record = fleks_case_record(rates, json.data(), json.size(), nullptr, 0, FLEKS_DANISH, nullptr);
    if (record == nullptr) continue;
    cases.records.emplace_back(fleks_text_data(record), fleks_text_size(record));
    cases.texts.push_back(json);
    fleks_text_free(record);
  }
  return cases;
}

void say_memory(const std::vector<std::int64_t>& levels) {
  // The first fifth is what the threads' own memory grows to.
  const std::size_t from = levels.size() / 5, part = std::max<std::size_t>((levels.size() - from) / 3, 1);
  const auto mean = [&](std::size_t begin) {
    std::int64_t sum = 0;
    for (std::size_t i = begin; i < begin + part && i < levels.size(); ++i) sum += levels[i];
    return sum / static_cast<std::int64_t>(part);
  };
  const auto [least, most] = std::minmax_element(levels.begin() + static_cast<std::ptrdiff_t>(from), levels.end());
  std::printf("memory: %lld kB at first, %lld kB at last (means of a third of the run each), from %lld to %lld\n",
              static_cast<long long>(mean(from)), static_cast<long long>(mean(levels.size() - part)), static_cast<long long>(*least),
              static_cast<long long>(*most));
}

bool under_load(std::vector<Kind>& kinds, double seconds, int threads) {
  for (Kind& kind : kinds)
    for (std::size_t variant = 0; variant < kind.variants; ++variant) kind.answers.push_back(kind.call(variant));
  std::atomic<bool> over = false;
  std::vector<Done> done(static_cast<std::size_t>(threads));
  std::vector<std::thread> all;
  const auto begin = Clock::now();
  for (std::size_t i = 0; i < done.size(); ++i) all.emplace_back([&, i] { work(kinds, 88172645463325252ULL + i, over, done[i]); });
  std::vector<std::int64_t> levels;
  const auto end = begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  const auto between = std::min<Clock::duration>(std::chrono::seconds(1), (end - begin) / 20);
  for (auto next = begin + between; next <= end; next += between) {
    std::this_thread::sleep_until(next);
    levels.push_back(resident_kilobytes());
  }
  over = true;
  for (std::thread& each : all) each.join();
  const auto took = nanoseconds_since(begin);
  std::int64_t calls = 0, wrong = 0;
  std::printf("%-28s %12s %10s %10s %10s\n", "call", "times", "half", "99 pct.", "longest");
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    Durations sum;
    for (const Done& each : done) sum.add(each.durations[k]);
    calls += sum.count();
    std::printf("%-28s %12lld %10s %10s %10s\n", kinds[k].name, static_cast<long long>(sum.count()), shown(sum.at(500)).c_str(),
                shown(sum.at(990)).c_str(), shown(sum.longest()).c_str());
  }
  for (const Done& each : done) wrong += each.wrong;
  std::printf("%lld calls in %lld s by %d threads: %lld a second, %lld wrong\n", static_cast<long long>(calls),
              static_cast<long long>(took / 1'000'000'000), threads, static_cast<long long>(calls * 1'000 / (took / 1'000'000 + 1)),
              static_cast<long long>(wrong));
  say_memory(levels);
  return wrong == 0;
}

}  // namespace

int main(int count, char** arguments) {
  double seconds = 600;
  int threads = 8, statement_count = 1000;
  for (int i = 2; i + 1 < count; i += 2) {
    const std::string_view option = arguments[i];
    if (option == "--seconds") seconds = std::atof(arguments[i + 1]);
    if (option == "--threads") threads = std::atoi(arguments[i + 1]);
    if (option == "--statements") statement_count = std::atoi(arguments[i + 1]);
  }
  fleks_rates* rates = fleks_rates_embedded();
  const Cases cases = count < 2 ? Cases{} : read_cases(arguments[1], rates);
  if (cases.texts.empty() || seconds <= 0 || threads < 1 || threads > 256 || statement_count < 1) {
    std::fprintf(stderr, "usage: load CASES_FOLDER [--seconds S] [--threads N] [--statements N]\n");
    return 2;
  }
  const bool computed = statements(rates, cases, static_cast<std::size_t>(statement_count));
  auto kinds = kinds_of(rates, cases);
  const bool right = computed && under_load(kinds, seconds, threads);
  fleks_rates_free(rates);
  return right ? 0 : 1;
}
