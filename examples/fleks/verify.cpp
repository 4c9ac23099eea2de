#include <sys/stat.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <vector>

#include <fmt/format.h>

#include <fleks/text/shown.hpp>
#include <fleks/version.hpp>
#include <fleks/words/verification.hpp>

#include "command.hpp"
#include "folders.hpp"
#include "streams.hpp"
#include "tasks/again.hpp"

// fleks record, fleks verify: a result kept so that it can be computed again years later, and the computing again.

namespace program {
namespace {

using namespace fleks;

/// A kept result as text; stops when it is none that can be read.
KeptResult read_kept(const std::string& text) {
  auto kept = KeptResult::read(text);
  if (!kept && kept.error().field.text().empty()) return or_stop(std::move(kept), "JSON");
  return or_stop(std::move(kept));
}

// ------------------------------------------------------------------------------------------------------------ files

std::string text_of(const std::string& path) {
  if (path != "-") return read_file("", path);
  InputStream in("-", "-");
  std::string text;
  char block[65536];
  for (std::size_t got = 0; (got = in.read(block, sizeof block)) != 0;) {
    text.append(block, got);
    if (text.size() > 16'000'000) throw Stop{{.code = ErrorCode::cannot_read, .field = "-", .allowed = AtMost{16'000'000}}};
  }
  return text;
}

Error no_file(Language language) {
  return {.code = ErrorCode::missing_fact, .field = language == Language::danish ? "FIL" : "FILE", .allowed = OneOf{{"*.json"}}};
}

/// Kept results, computed again and told of in their order: so many at a time as keep the cores busy.
class Verifier {
 public:
  Verifier(OutputStream& to, Language language, bool json) : to_(to), language_(language), json_(json) {}

  /// Of one file the reason why it cannot be read is the program's message.
  void one(const std::string& path) { to_.write(verify(path, counts_)); }
  /// Of many each has its line.
  void add(const std::string& path) {
    waiting_.push_back({.path = path});
    if (waiting_.size() == at_once) finish();
  }
  void finish() {
    on_every_core(waiting_.size(), [&](std::size_t i) { verify_one_of_many(waiting_[i]); });
    for (const Kept& each : waiting_) {
      if (each.failure) std::rethrow_exception(each.failure);
      counts_ += each.counts;
      to_.write(each.told);
    }
    waiting_.clear();
  }

  struct Counts {
    std::int64_t same = 0, different = 0, unreadable = 0;
    Counts& operator+=(const Counts& more) {
      same += more.same;
      different += more.different;
      unreadable += more.unreadable;
      return *this;
    }
    [[nodiscard]] std::int64_t all() const noexcept { return same + different + unreadable; }
  };
  [[nodiscard]] const Counts& counts() const noexcept { return counts_; }

 private:
  static constexpr std::size_t at_once = 256;
  struct Kept {
    std::string path{}, told{};
    Counts counts{};
    std::exception_ptr failure{};
  };

  std::string verify(const std::string& path, Counts& counts) const {
    const Verification found = verified(read_kept(text_of(path)), commands());
    std::string told = json_ ? to_json(path, found) : breakdown(path, found, language_);
    ++(found.same() ? counts.same : counts.different);
    return told;
  }
  void verify_one_of_many(Kept& kept) const noexcept {
    try {
      try {
        kept.told = verify(kept.path, kept.counts);
      } catch (const Stop& stop) {
        ++kept.counts.unreadable;
        const std::string said = in_words(stop, language_);
        kept.told = json_ ? not_readable_json(kept.path, said, version_) : shown(kept.path) + ": " + said + "\n";
      }
    } catch (...) {
      kept.failure = std::current_exception();
    }
  }

  OutputStream& to_;
  Language language_;
  bool json_;
  std::string version_ = rates_version(RateTable::embedded());
  Counts counts_{};
  std::vector<Kept> waiting_{};
};

int run_verify(const Arguments& a, Output&, Files& files) {
  if (a.files.empty()) throw Stop{no_file(a.language)};
  const bool json = a.choice("format", {"text", "json"}) == 1, danish = a.language == Language::danish;
  const std::string* file = a.text("output");
  OutputStream& to = files.own_output(file == nullptr ? "-" : *file);
  struct stat about {};
  const bool many = a.files.size() > 1 || (stat(a.files.front().c_str(), &about) == 0 && S_ISDIR(about.st_mode));
  Verifier verifier(to, a.language, json);
  for (const std::string& path : a.files)
    each_file(path, [&](const std::string& found) { many ? verifier.add(found) : verifier.one(found); });
  verifier.finish();
  const auto [same, different, unreadable] = verifier.counts();
  const std::int64_t all = verifier.counts().all();
  if (all == 0) throw Stop{no_file(a.language)};
  if (many && !json)
    to.write(fmt::format(fmt::runtime(danish ? "{} gemte resultater: {} samme, {} andre, {} kan ikke læses\n"
                                             : "{} kept results: {} the same, {} different, {} not readable\n"),
                         all, same, different, unreadable));
  return unreadable > 0 ? 2 : different > 0 ? 1 : 0;
}

int run_record(const Arguments& a, Output& out) {
  if (a.files.empty()) throw Stop{no_file(a.language)};
  const std::string& path = a.files.front();
  KeptResult kept = read_kept(text_of(path));
  const Verification found = verified(std::move(kept), commands());
  if (!found.same()) {
    out.note = "fleks: " + breakdown(path, found, a.language);
    return 1;
  }
  // As it is computed now: of what was kept only the facts are needed.
  out.text = computed_again(found.kept.given(), commands()).record();
  return 0;
}

const Registered verify_command{{
    .name = "verify",
    .what = {"regn et gemt resultat igen: det samme, eller hvad der er et andet", "compute a kept result again: the same, or what differs"},
    .usage = {"FIL.json|MAPPE... [valg]", "FILE.json|FOLDER... [options]"},
    .options = []() -> std::vector<Option> {
      return {format_option({"text eller json (en linje for hvert resultat)", "text or json (a line for each result)"}, {"text", "json"})};
    },
    .example = {"fleks month --month 2024-03 --am-income 15600 --format json -o marts.json && fleks verify marts.json\ngiver: marts.json: "
                "samme resultat. Er noget et andet, er afslutningskoden 1, og det siges, om oplysninger, satser\neller program gør "
                "forskellen; kan "
                "resultatet ikke læses, er exit 2.",
                "fleks month --month 2024-03 --am-income 15600 --format json -o march.json && fleks verify march.json --lang en\ngives: "
                "march.json: the same result. Exit 1 when something differs, with whether facts, rates or program\nmake the difference; "
                "exit 2 when it cannot be read."},
    .most_files = 100'000,
    .run_with_files = run_verify,
}};

const Registered record_command{{
    .name = "record",
    .what = {"et resultat som det gemmes: oplysninger, satser, trin og segl", "a result as it is kept: facts, rates, steps and seal"},
    .usage = {"RESULTAT.json|- [-o FIL]", "RESULT.json|- [-o FILE]"},
    .options = []() -> std::vector<Option> { return {}; },
    .example = {"fleks month --month 2024-03 --am-income 15600 --format json | fleks record - -o marts.json\nskriver én linje JSON med "
                "SHA-256 af oplysninger, satser og resultat; fleks verify regner den igen.",
                "fleks month --month 2024-03 --am-income 15600 --format json | fleks record - -o march.json\nwrites one line of JSON with "
                "the SHA-256 of facts, rates and result; fleks verify computes it again."},
    .most_files = 1,
    .run = run_record,
}};

}  // namespace
}  // namespace program
