#include <sys/stat.h>

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include <fleks/text/shown.hpp>
#include <fleks/version.hpp>

#include "again.hpp"
#include "command.hpp"
#include "folders.hpp"
#include "streams.hpp"

// fleks record, fleks verify: a result kept so that it can be computed again years later, and the computing again.

namespace program {
namespace {

using namespace fleks;

/// What became of a kept result.
struct Found {
  KeptResult kept;
  bool same_rates_version = false;
  std::vector<std::string> changed{};     // parts of a record that are not as they were sealed
  std::vector<Difference> differences{};  // of the result, computed with today's rates
  std::vector<Difference> rates{};        // with another value today
  enum class Own { not_asked, same, different, impossible } by_own_rates = Own::not_asked;
  /// A newer table may have another rate that makes no difference; the same table cannot.
  [[nodiscard]] bool same() const { return changed.empty() && differences.empty() && (rates.empty() || !same_rates_version); }
};

Found verified(KeptResult kept) {
  using enum Found::Own;
  const KeptResult now = computed_again(kept.given());
  Found found{.kept = std::move(kept)};
  found.same_rates_version = found.kept.rates_version() == now.rates_version();
  found.changed = found.kept.changed_parts();
  found.differences = found.kept.differences(now);
  found.rates = found.kept.rate_differences(now);
  if (!found.rates.empty() && !found.differences.empty()) try {
      const KeptResult as_then = computed_again(found.kept.given(), found.kept.rates_csv());
      found.by_own_rates = found.kept.differences(as_then).empty() ? same : different;
    } catch (const Stop&) {
      found.by_own_rates = impossible;
    }
  return found;
}

/// A kept result as text; stops when it is none that can be read.
KeptResult read_kept(const std::string& text) {
  auto kept = KeptResult::read(text);
  if (!kept && kept.error().field.text().empty()) return or_stop(std::move(kept), "JSON");
  return or_stop(std::move(kept));
}

// ------------------------------------------------------------------------------------------------------------ words

/// Lines of what differs, the first of them and how many more there are.
void list(std::string& text, const std::vector<Difference>& all, bool danish) {
  constexpr std::size_t most = 12;
  for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
    const Difference& d = all[i];
    const auto value = [&](const std::string& v) { return v.empty() ? std::string(danish ? "(findes ikke)" : "(none)") : shown(v, 60); };
    text += fmt::format(fmt::runtime(danish ? "    {}: gemt {}, nu {}\n" : "    {}: kept {}, now {}\n"), shown(d.where, 120), value(d.kept),
                        value(d.now));
  }
  if (all.size() > most) text += fmt::format(fmt::runtime(danish ? "    og {} til\n" : "    and {} more\n"), all.size() - most);
}

std::string why(const Found& f, bool danish) {
  using enum Found::Own;
  std::string text;
  const bool same_program = f.kept.program() == library_version();
  for (const std::string& part : f.changed)
    text += fmt::format(fmt::runtime(danish ? "  ændret, efter at den blev forseglet: {}\n" : "  changed after it was sealed: {}\n"), part);
  if (!f.rates.empty()) {
    text += danish ? "  satser\n" : "  rates\n";
    list(text, f.rates, danish);
  }
  switch (f.by_own_rates) {
    case not_asked: break;
    case same:
      text += danish ? "  med de gemte satser er resultatet det samme: satserne gør forskellen\n"
                     : "  with the kept rates the result is the same: the rates make the difference\n";
      break;
    case different:
      text += danish ? "  også med de gemte satser er resultatet et andet\n" : "  with the kept rates too the result is another\n";
      break;
    case impossible:
      text += danish ? "  de gemte satser kan ikke bruges sammen med dagens\n" : "  the kept rates cannot be used with today's\n";
      break;
  }
  if (!f.differences.empty()) {
    text += danish ? "  resultat\n" : "  result\n";
    list(text, f.differences, danish);
  }
  if (!same_program)
    text += fmt::format(fmt::runtime(danish ? "  program: gemt {}, nu {}\n" : "  program: kept {}, now {}\n"), shown(f.kept.program()),
                        library_version());
  else if (f.changed.empty() && f.rates.empty())
    text += danish ? "  program og satser er de samme: en oplysning eller et beløb er ændret, efter at resultatet blev gemt\n"
                   : "  program and rates are the same: a fact or an amount was changed after the result was kept\n";
  return text;
}

std::string as_text(const std::string& name, const Found& f, bool danish) {
  if (f.same()) return shown(name) + (danish ? ": samme resultat\n" : ": the same result\n");
  return shown(name) + (danish ? ": et andet resultat\n" : ": a different result\n") + why(f, danish);
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : shown(text, 2000)) out.append(c == '"' || c == '\\' ? "\\" : "").append(1, c);
  return out + '"';
}
std::string as_json(const std::vector<Difference>& all) {
  std::string out = "[";
  for (const Difference& d : all)
    out += fmt::format(R"({}{{"where": {}, "kept": {}, "now": {}}})", out.size() > 1 ? ", " : "", quoted(d.where), quoted(d.kept),
                       d.now.empty() ? "null" : quoted(d.now));
  return out + "]";
}
/// One object on one line.
std::string as_json(const std::string& name, const Found& f) {
  std::string changed;
  for (const std::string& part : f.changed) changed += (changed.empty() ? "" : ", ") + quoted(part);
  constexpr const char* by_own_rates[] = {"null", R"("same")", R"("different")", R"("impossible")"};
  return fmt::format(
      R"({{"file": {}, "outcome": "{}", "program": {{"kept": {}, "now": {}}}, "changed": [{}], "rates": {}, "by_own_rates": {}, "differences": {}}})"
      "\n",
      quoted(name), f.same() ? "same" : "different", quoted(f.kept.program()), quoted(library_version()), changed, as_json(f.rates),
      by_own_rates[static_cast<int>(f.by_own_rates)], as_json(f.differences));
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

int run_verify(const Arguments& a, Output& out) {
  if (a.files.empty()) throw Stop{no_file(a.language)};
  const bool json = a.choice("--format", {"text", "json"}) == 1, danish = a.language == Language::danish;
  const std::string* file = a.text("-o");
  OutputStream& to = out.files.open(file == nullptr ? "-" : *file, "-o");
  std::int64_t same = 0, different = 0, unreadable = 0;
  // Of one file the reason is the program's message; of a folder each has its line.
  struct stat about {};
  const bool many = a.files.size() > 1 || (stat(a.files.front().c_str(), &about) == 0 && S_ISDIR(about.st_mode));
  const auto one = [&](const std::string& path) {
    if (!many) {
      const Found found = verified(read_kept(text_of(path)));
      ++(found.same() ? same : different);
      return to.write(json ? as_json(path, found) : as_text(path, found, danish));
    }
    try {
      const Found found = verified(read_kept(text_of(path)));
      ++(found.same() ? same : different);
      to.write(json ? as_json(path, found) : as_text(path, found, danish));
    } catch (const Stop& stop) {
      ++unreadable;
      const std::string said = in_words(stop, a.language);
      to.write(json ? fmt::format(R"({{"file": {}, "outcome": "not_readable", "error": {}}})"
                                  "\n",
                                  quoted(path), quoted(said))
                    : shown(path) + ": " + said + "\n");
    }
  };
  for (const std::string& path : a.files) each_file(path, one);
  const std::int64_t all = same + different + unreadable;
  if (all == 0) throw Stop{no_file(a.language)};
  if (many && !json)
    to.write(fmt::format(fmt::runtime(danish ? "{} gemte resultater: {} samme, {} andre, {} kan ikke læses\n"
                                             : "{} kept results: {} the same, {} different, {} not readable\n"),
                         all, same, different, unreadable));
  return unreadable > 0 ? 2 : different > 0 ? 1 : 0;
}

int run_record(const Arguments& a, Output& out) {
  if (a.files.empty()) throw Stop{no_file(a.language)};
  const bool danish = a.language == Language::danish;
  const std::string& path = a.files.front();
  KeptResult kept = read_kept(text_of(path));
  const Found found = verified(std::move(kept));
  if (!found.same()) {
    out.note = "fleks: " + as_text(path, found, danish);
    return 1;
  }
  // As it is computed now: of what was kept only the facts are needed.
  out.text = computed_again(found.kept.given()).record();
  if (const std::string* file = a.text("-o")) out.file = *file;
  return 0;
}

const Registered verify_command{{
    .name = "verify",
    .what = {"regn et gemt resultat igen: det samme, eller hvad der er et andet", "compute a kept result again: the same, or what differs"},
    .usage = {"FIL.json|MAPPE... [valg]", "FILE.json|FOLDER... [options]"},
    .options = {format_option({"text eller json (en linje for hvert resultat)", "text or json (a line for each result)"}, {"text", "json"}),
                {"-o", {"FIL", "FILE"}, {"skriv til en fil", "write to a file"}}},
    .example = {"fleks month --month 2024-03 --am-income 15600 --format json -o marts.json && fleks verify marts.json\ngiver: marts.json: "
                "samme resultat. Er noget et andet, er afslutningskoden 1, og det siges, om oplysninger, satser\neller program gør "
                "forskellen; kan "
                "resultatet ikke læses, er exit 2.",
                "fleks month --month 2024-03 --am-income 15600 --format json -o march.json && fleks verify march.json --lang en\ngives: "
                "march.json: the same result. Exit 1 when something differs, with whether facts, rates or program\nmake the difference; "
                "exit 2 when it cannot be read."},
    .most_files = 100'000,
    .run = run_verify,
}};

const Registered record_command{{
    .name = "record",
    .what = {"et resultat som det gemmes: oplysninger, satser, trin og segl", "a result as it is kept: facts, rates, steps and seal"},
    .usage = {"RESULTAT.json|- [-o FIL]", "RESULT.json|- [-o FILE]"},
    .options = {{"-o", {"FIL", "FILE"}, {"skriv til en fil", "write to a file"}}},
    .example = {"fleks month --month 2024-03 --am-income 15600 --format json | fleks record - -o marts.json\nskriver én linje JSON med "
                "SHA-256 af oplysninger, satser og resultat; fleks verify regner den igen.",
                "fleks month --month 2024-03 --am-income 15600 --format json | fleks record - -o march.json\nwrites one line of JSON with "
                "the SHA-256 of facts, rates and result; fleks verify computes it again."},
    .most_files = 1,
    .run = run_record,
}};

}  // namespace
}  // namespace program
