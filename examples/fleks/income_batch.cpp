#ifdef __EMSCRIPTEN__
#include "income.hpp"

// A page has no folders.
int program::income_batch(const Arguments&, Output&) {
  throw Stop{{.code = fleks::ErrorCode::unknown_option, .field = "--batch", .given = "--batch"}};
}
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <new>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

#include <fleks/analysis/correction.hpp>
#include <fleks/analysis/paid_subsidy.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/version.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/income.hpp>
#include <fleks/words/letter.hpp>

#include "facts.hpp"
#include "income.hpp"
#include "income_sheet.hpp"

// fleks income --batch: a folder of answers, each citizen by itself. A citizen is done when the row is there, which is written
// last and says of which input it is: what is done already is left as it is, also by a run after one that was killed.

namespace program {
namespace {

using namespace fleks;
namespace fs = std::filesystem;

/// A file, or nothing when it is not there; one that cannot be read, or is larger than any case, stops.
std::optional<std::string> text_of(const fs::path& path) {
  constexpr std::size_t most = 16'000'000;
  const auto cannot_read = [&](Allowed why) {
    return Stop{{.code = ErrorCode::cannot_read, .given = without_person(path.filename().string()), .allowed = std::move(why)}};
  };
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::error_code unknown;
    if (fs::exists(path, unknown) || unknown) throw cannot_read(FileTrouble::closed);
    return {};
  }
  std::string text;
  char block[1 << 16];
  while (file.read(block, sizeof block) || file.gcount() > 0) {
    text.append(block, static_cast<std::size_t>(file.gcount()));
    if (text.size() > most) throw cannot_read(AtMost{most});
  }
  if (file.bad()) throw cannot_read(FileTrouble::closed);
  return text;
}

[[noreturn]] void cannot_write(const fs::path& path) {
  throw Stop{{.code = ErrorCode::cannot_write,
              .field = "-o",
              .given = without_person(path.string()),
              .allowed = errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? FileTrouble::full
                         : fs::exists(path.parent_path())                     ? FileTrouble::not_allowed
                                                                              : FileTrouble::no_folder}};
}

/// The whole file or nothing of it; one that says the same is left alone.
void put_file(const fs::path& path, std::string_view text) {
  if (const auto there = text_of(path); there && *there == text) return;
  const fs::path beside = path.string() + ".part";
  {
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file.flush()) cannot_write(path);
  }
  std::error_code failed;
  fs::rename(beside, path, failed);
  if (failed) cannot_write(path);
}

/// The same; an empty text is no file, also where an earlier run has left one.
void put_or_remove(const fs::path& path, std::string_view text) {
  if (!text.empty()) return put_file(path, text);
  std::error_code failed;
  fs::remove(path, failed);
  if (failed) cannot_write(path);
}

/// One run at a time writes to a folder; a run that is killed has let it go.
class Lock {
 public:
  explicit Lock(const fs::path& folder) : file_(::open((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (file_ < 0) cannot_write(folder / ".lock");
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
      ::close(file_);
      throw Stop{
          {.code = ErrorCode::cannot_write, .field = "-o", .given = without_person(folder.string()), .allowed = FileTrouble::is_written}};
    }
  }
  ~Lock() { ::close(file_); }
  Lock(const Lock&) = delete;

 private:
  int file_;
};

/// What an input was, to know it again (FNV-1a, two of them).
std::string mark_of(std::initializer_list<std::string_view> parts) {
  std::uint64_t a = 0xCBF29CE484222325U, b = 0x84222325CBF29CE4U;
  for (const std::string_view part : parts) {
    for (const char c : part) {
      a = (a ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
      b = (b ^ static_cast<unsigned char>(c)) * 0x100000001B3U + 1;
    }
    a = (a ^ 0x100U) * 0x100000001B3U;
    b ^= part.size();
  }
  // In letters: among its digits could be a run that looks like a person's number.
  std::string mark;
  for (const std::uint64_t number : {a, b})
    for (int at = 0; at < 64; at += 4) mark += static_cast<char>('a' + (number >> at & 0xFU));
  return mark;
}

/// What of a citizen is looked at by a person.
struct Row {
  std::string payment, due, paid, difference, why, missing, questions, look;
};

const char* in_short(CorrectionBasis basis, bool danish) {
  switch (basis) {
    case CorrectionBasis::none: break;
    case CorrectionBasis::expected_wage: return danish ? "forventet løn er erstattet" : "expected wage replaced";
    case CorrectionBasis::other_facts: return danish ? "oplysninger er ændret" : "facts changed";
    case CorrectionBasis::pay_over_months: return danish ? "løn for flere måneder" : "pay for several months";
    case CorrectionBasis::after_holiday: return danish ? "måneden efter ferie" : "month after a holiday";
    case CorrectionBasis::ceiling: return danish ? "lønloftet er ændret" : "ceiling changed";
    case CorrectionBasis::not_regulated: return danish ? "reguleres ikke" : "not regulated";
  }
  return "";
}

const char* in_short(MissingFact::Kind missing, bool danish) {
  switch (missing) {
    case MissingFact::Kind::wage: return danish ? "løn" : "wage";
    case MissingFact::Kind::ceiling: return danish ? "lønloft" : "ceiling";
    case MissingFact::Kind::hours: return danish ? "timer" : "hours";
    case MissingFact::Kind::holiday_pay: return danish ? "feriepenge" : "holiday pay";
    case MissingFact::Kind::full_time_supplement: return danish ? "fuldtidstillæg" : "full-time supplement";
    case MissingFact::Kind::capped: return danish ? "begrænset tilskud" : "capped subsidy";
  }
  return "";
}

class Batch {
 public:
  Batch(const Arguments& a, const fs::path& from, const fs::path& to)
      : from_(from),
        to_(to),
        language_(a.language),
        choices_(income_choices(a)),
        rates_(read_rates(a)),
        month_(a.read("--month", parse_month)),
        threshold_(a.read("--threshold", [](std::string_view text) { return Money::parse(text); }).value_or(Money::kroner(5000))) {
    for (const auto& [option, values] : a.options)
      if (option != "--batch" && option != "-o" && option != "--jobs")
        for (const std::string& value : values) options_ += option + "=" + value + "\n";
    options_ += std::string(library_version()) + " " + rates_version(rates_) + (language_ == Language::danish ? " da" : " en");
  }

  /// All that is there, in the order of names.
  void find() {
    std::set<std::string> stems;
    std::error_code failed;
    for (fs::directory_iterator at(from_, failed), end; !failed && at != end; at.increment(failed)) {
      const std::string name = at->path().filename().string();
      const bool answer = name.ends_with(".xml") || (name.ends_with(".json") && !name.ends_with(".case.json"));
      if (answer && at->is_regular_file()) names_.push_back(name);
    }
    if (failed)
      throw Stop{{.code = ErrorCode::cannot_read,
                  .field = "--batch",
                  .given = without_person(from_.string()),
                  .allowed = failed == std::errc::not_a_directory ? FileTrouble::special : FileTrouble::missing}};
    std::sort(names_.begin(), names_.end());
    for (std::size_t i = 1; i < names_.size(); ++i)
      if (fs::path(names_[i]).stem() == fs::path(names_[i - 1]).stem())
        throw Stop{{.code = ErrorCode::duplicate, .field = without_person(names_[i])}};
  }

  void run() {
    const auto work = [&] {
      for (std::size_t i = next_++; i < names_.size(); i = next_++) try {
          file(i);
        } catch (...) {
          ++unwritten_;
        }
    };
    const std::size_t cores =
        std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), std::max<std::size_t>(names_.size(), 1));
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < cores; ++i) helpers.emplace_back(work);
    work();
  }

  /// The sheet of all, from the rows as they lie; how many failed.
  std::size_t sheet() {
    std::size_t failures = 0;
    IncomeSheet all(to_, language_);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::string rows = text_of(place_of(i) / "row.csv").value_or("");
      if (rows.starts_with("failed")) ++failures;
      for (std::size_t at = rows.find('\n'); at != std::string::npos && at + 1 < rows.size();) {
        const std::size_t end = rows.find('\n', at + 1);
        all.add(std::string_view(rows).substr(at + 1, end - at - 1));
        at = end;
      }
    }
    all.keep();
    has_workbook_ = !all.too_long();
    return failures;
  }

  [[nodiscard]] std::size_t files() const noexcept { return names_.size(); }
  [[nodiscard]] std::size_t done_before() const noexcept { return done_before_; }
  [[nodiscard]] bool has_workbook() const noexcept { return has_workbook_; }
  [[nodiscard]] std::size_t unwritten() const noexcept { return unwritten_; }

 private:
  /// One file: its persons, or what is wrong with it.
  void file(std::size_t index) {
    const std::string& name = names_[index];
    const std::string stem = fs::path(name).stem().string();
    const fs::path place = place_of(index);
    std::string mark, rows;
    try {
      const std::string answer = text_of(from_ / name).value_or("");
      mark = mark_of({answer, cases_of(stem), options_});
      if (const auto row = text_of(place / "row.csv"); row && row->substr(0, row->find('\n')).ends_with(" " + mark)) {
        ++done_before_;
        return;
      }
      if (shows_person(stem))
        throw Stop{
            {.code = ErrorCode::no_such_choice, .field = "--batch", .given = without_person(name), .allowed = OneOf{{"--keep-cpr"}}}};
      rows = "done " + mark + "\n" + citizens(stem, name, answer);
    } catch (const Stop& stop) {
      // What the machine would not do it may do the next time: such a row is not known again.
      const bool of_machine = stop.error.code == ErrorCode::cannot_write || stop.error.code == ErrorCode::cannot_read;
      rows = failure(place, stem, of_machine ? "-" : mark, in_words(stop, language_));
    } catch (const std::bad_alloc&) {
      rows = failure(place, stem, "-", no_memory(language_));
    }
    std::error_code ignored;
    fs::create_directory(place, ignored);
    put_file(place / "row.csv", rows);
  }
  [[nodiscard]] bool shows_person(const std::string& stem) const { return !choices_.keep_person && without_person(stem) != stem; }
  /// Where what comes of a file goes; a name with a person's number in it is not written.
  [[nodiscard]] fs::path place_of(std::size_t index) const {
    const std::string stem = fs::path(names_[index]).stem().string();
    return to_ / (shows_person(stem) ? "file-" + std::to_string(index + 1) : stem);
  }
  /// The cases before, of a file of one person or of several.
  [[nodiscard]] std::string cases_of(const std::string& stem) const {
    std::string cases = text_of(from_ / (stem + ".case.json")).value_or("-");
    for (int person = 1; person < 100; ++person) {
      const auto one = text_of(from_ / (stem + "." + std::to_string(person) + ".case.json"));
      if (!one) break;
      cases += "\n" + *one;
    }
    return cases;
  }

  std::string failure(const fs::path& place, const std::string& stem, const std::string& mark, const std::string& why) const {
    std::error_code ignored;
    for (const char* old : {"case.json", "correction.txt", "correction.html", "payment.txt", "letter.html", "read.txt"})
      fs::remove(place / old, ignored);
    return "failed " + mark + "\n" + sheet_field(without_person(stem)) + ";;;;;" +
           sheet_field((language_ == Language::danish ? "fejl: " : "error: ") + why) + ";;;" +
           (language_ == Language::danish ? "ja" : "yes") + "\n";
  }

  std::string citizens(const std::string& stem, const std::string& name, const std::string& text) {
    auto answer = read_income_answer(text);
    if (!answer) throw Stop{.error = std::move(answer).error(), .about = without_person(name)};
    if (answer->persons.empty())
      throw Stop{.error = {.code = ErrorCode::missing_fact, .field = "IndkomstOplysningPersonStruktur"}, .about = without_person(name)};
    // A file of several is divided, each person a part of its own.
    std::string rows;
    const bool several = answer->persons.size() > 1;
    for (std::size_t i = 0; i < answer->persons.size(); ++i) {
      const std::string who = several ? stem + "." + std::to_string(i + 1) : stem;
      const std::string case_path = several ? who + ".case.json" : stem + ".case.json";
      RegisterAnswer of_one{
          .transaction = answer->transaction, .service = {}, .advice = answer->advice, .persons = {}, .unknown = answer->unknown};
      of_one.persons.push_back(std::move(answer->persons[i]));
      rows += citizen(who, case_path, several ? to_ / stem / std::to_string(i + 1) : to_ / stem, of_one);
    }
    return rows;
  }

  std::string citizen(const std::string& who, const std::string& case_path, const fs::path& place, const RegisterAnswer& answer) {
    const std::string old = text_of(from_ / case_path).value_or("");
    const MadeCase done = make_case(answer.persons.front(), choices_, old, old.empty() ? who : case_path, language_);
    const Case& c = done.checked.facts();
    const Month month = month_.value_or(c.last);
    const auto statement =
        or_stop(case_statement(done.checked, rates_, {.as_of = choices_.fetched, .first = month, .last = month, .explained = true}),
                Fact::first, "--month");
    std::optional<Correction> corrected;
    if (!old.empty()) corrected = or_stop(correction(done.checked, rates_, c.first, choices_.fetched));
    const auto held = or_stop(held_against_due(done.made.paid, done.checked, rates_));
    std::error_code failed;
    fs::create_directories(place, failed);
    if (failed) cannot_write(place / "case.json");
    put_file(place / "read.txt", breakdown(done.made, answer, language_));
    put_or_remove(place / "correction.txt", corrected ? breakdown(c, *corrected, language_) : std::string());
    put_or_remove(place / "correction.html", corrected ? letter_of(*corrected, done.checked) : std::string());
    put_file(place / "payment.txt", breakdown(c, statement, rates_, language_));
    put_file(place / "letter.html", or_stop(letter(done.checked, rates_, month, choices_.fetched, language_, LetterForm::html)));
    put_file(place / "case.json", done.text);
    return in_sheet(who, row_of(done, statement.months.front(), corrected, held));
  }

  /// The letter about the months that are another amount now: back pay, or a hearing before anything is recovered; none: empty.
  std::string letter_of(const Correction& corrected, const CheckedCase& facts) const {
    std::optional<Month> first, last;
    for (const CorrectedMonth& each : corrected.months) {
      if (each.basis == CorrectionBasis::none) continue;
      if (!first) first = each.month;
      last = each.month;
    }
    if (!first) return {};
    return or_stop(letter_of_correction(facts, rates_, *first, *last, choices_.fetched, language_, LetterForm::html));
  }

  Row row_of(const MadeCase& done, const CaseMonth& month, const std::optional<Correction>& corrected,
             const std::vector<HeldSubsidy>& held) const {
    const bool danish = language_ == Language::danish;
    const auto add = [](std::string& to, std::string_view what) { to += (to.empty() ? "" : ", ") + std::string(what); };
    Row row;
    if (month.status != MonthStatus::unknown) row.payment = amount(month.payout, language_);
    bool look = month.status == MonthStatus::unknown;
    if (corrected) {
      Money due{}, paid{};
      for (const CorrectedMonth& each : corrected->months) {
        due += each.due;
        paid += each.paid;
        if (each.difference != Money{}) add(row.why, to_text(each.month) + " " + in_short(each.basis, danish));
        look = look || each.basis == CorrectionBasis::not_regulated || each.basis == CorrectionBasis::ceiling || each.too_old;
      }
      row.due = amount(due, language_);
      row.paid = amount(paid, language_);
      row.difference = amount(due - paid, language_);
      look = look || due - paid > threshold_ || paid - due > threshold_;
    }
    for (const HeldSubsidy& h : held)
      if (h.differs()) {
        add(row.why, to_text(h.month) + (danish ? " udbetalt iflg. registret " : " paid by the register ") + amount(h.paid, language_));
        look = true;
      }
    for (const MissingFact& m : month.missing) add(row.missing, in_short(m.kind, danish));
    row.questions = std::to_string(done.made.questions.size());
    look = look || !done.made.questions.empty() || !month.missing.empty();
    row.look = look ? (danish ? "ja" : "yes") : (danish ? "nej" : "no");
    return row;
  }
  static std::string in_sheet(const std::string& who, const Row& row) {
    return sheet_field(without_person(who)) + ";" + row.payment + ";" + row.due + ";" + row.paid + ";" + row.difference + ";" +
           sheet_field(row.why) + ";" + sheet_field(row.missing) + ";" + row.questions + ";" + row.look + "\n";
  }

  fs::path from_, to_;
  Language language_;
  IncomeChoices choices_;
  RateTable rates_;
  std::optional<Month> month_;
  Money threshold_;
  std::string options_{};
  std::vector<std::string> names_{};
  bool has_workbook_ = true;
  std::atomic<std::size_t> next_{0}, done_before_{0}, unwritten_{0};
};

}  // namespace

int income_batch(const Arguments& a, Output& out) {
  const std::string* to = a.text("-o");
  if (to == nullptr) throw Stop{{.code = ErrorCode::missing_fact, .field = "-o"}};
  if (!a.files.empty())
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = without_person(a.files.front()), .allowed = NotWith{{"--batch"}}}};
  Batch batch(a, *a.text("--batch"), *to);
  batch.find();
  std::error_code failed;
  std::filesystem::create_directories(*to, failed);
  if (failed) cannot_write(std::filesystem::path(*to) / "sheet.csv");
  const Lock lock{std::filesystem::path(*to)};
  batch.run();
  if (batch.unwritten() > 0) cannot_write(std::filesystem::path(*to) / "row.csv");
  const std::size_t failures = batch.sheet();
  const bool danish = a.language == Language::danish;
  out.text = (danish ? "Filer: " : "Files: ") + std::to_string(batch.files()) + (danish ? ", regnet før: " : ", done before: ") +
             std::to_string(batch.done_before()) + (danish ? ", fejl: " : ", errors: ") + std::to_string(failures) + "\n" +
             without_person((std::filesystem::path(*to) / "sheet.csv").string()) + "\n";
  if (batch.has_workbook()) out.text += without_person((std::filesystem::path(*to) / "sheet.xlsx").string()) + "\n";
  return failures == 0 ? 0 : 1;
}

}  // namespace program

#endif
