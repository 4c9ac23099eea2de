#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <new>
#include <system_error>
#include <utility>

#include <fleks/analysis/correction.hpp>
#include <fleks/analysis/paid_subsidy.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/version.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/income.hpp>
#include <fleks/words/letter.hpp>

#include "folders.hpp"
#include "income.hpp"
#include "income_sheet.hpp"
#include "streams.hpp"
#include "tasks/facts.hpp"

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
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0 && (errno == ENOENT || errno == ENOTDIR)) return {};
  if (file < 0) throw cannot_read(FileTrouble::closed);
  const std::unique_ptr<const int, void (*)(const int*)> closes(&file, [](const int* open) { ::close(*open); });
  std::string text;
  char block[1 << 16];
  for (;;) {
    const ssize_t count = ::read(file, block, sizeof block);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw cannot_read(FileTrouble::closed);
    if (count == 0) return text;
    text.append(block, static_cast<std::size_t>(count));
    if (text.size() > most) throw cannot_read(AtMost{most});
  }
}

/// And what a killed run has left beside it; what is not there is gone already.
void remove_file(const fs::path& path) {
  for (const std::string& each : {path.string(), path.string() + ".part"})
    if (::unlink(each.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR) cannot_write_part(path.string(), errno);
}
void make_folder(const fs::path& path) {
  if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) cannot_write_part((path / "row.csv").string(), errno);
}
void put_file(const fs::path& path, std::string_view text) {
  PartFile file(path.string());
  file.write(text);
  file.finish();
  file.replace();
}

/// Files of one citizen: all are whole and on disk before the first comes into its place.
class Papers {
 public:
  /// An empty text is no file, also where an earlier run has left one.
  void add(const fs::path& path, std::string_view text) {
    if (text.empty()) return remove_file(path);
    files_.push_back(std::make_unique<PartFile>(path.string()));
    files_.back()->write(text);
  }
  void keep() {
    for (const auto& file : files_) file->finish();
    for (const auto& file : files_) file->replace();
  }

 private:
  std::vector<std::unique_ptr<PartFile>> files_{};
};
/// Their names, beside the row of the citizen.
constexpr const char* papers[] = {"case.json", "correction.txt", "correction.html", "payment.txt", "letter.html", "read.txt"};
void remove_papers(const fs::path& place) {
  for (const char* name : papers) remove_file(place / name);
}

/// One run at a time writes to a folder; a run that is killed has let it go.
class Lock {
 public:
  explicit Lock(const fs::path& folder) : file_(::open((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (file_ < 0) cannot_write_part((folder / ".lock").string(), errno);
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
      ::close(file_);
      throw Stop{{.code = ErrorCode::cannot_write,
                  .field = asked("output"),
                  .given = without_person(folder.string()),
                  .allowed = FileTrouble::is_written}};
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
    case MissingFact::Kind::holiday_tax: return danish ? "skat af feriepenge" : "tax of holiday pay";
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
        month_(a.read("month", parse_month)),
        threshold_(a.read("threshold", [](std::string_view text) { return Money::parse(text); }).value_or(Money::kroner(5000))) {
    for (const auto& [option, values] : a.options)
      if (option != "batch" && option != "output" && option != "jobs")
        for (const std::string& value : values) options_ += option + "=" + value + "\n";
    options_ += std::string(library_version()) + " " + rates_version(rates_) + (language_ == Language::danish ? " da" : " en");
  }

  /// All that is there, in the order of names.
  void find() {
    const int wrong = each_name(from_.string(), [&](const std::string& name) {
      const bool answer = name.ends_with(".xml") || (name.ends_with(".json") && !name.ends_with(".case.json"));
      std::error_code unknown;
      if (answer && fs::is_regular_file(from_ / name, unknown)) names_.push_back(name);
    });
    if (wrong != 0)
      throw Stop{{.code = ErrorCode::cannot_read,
                  .field = asked("batch"),
                  .given = without_person(from_.string()),
                  .allowed = wrong == ENOTDIR  ? FileTrouble::special
                             : wrong == ENOENT ? FileTrouble::missing
                                               : FileTrouble::closed}};
    std::sort(names_.begin(), names_.end());
    for (std::size_t i = 1; i < names_.size(); ++i)
      if (fs::path(names_[i]).stem() == fs::path(names_[i - 1]).stem())
        throw Stop{{.code = ErrorCode::duplicate, .field = without_person(names_[i])}};
  }

  /// Each file; that one cannot be written does not stop the others.
  void run() {
    // What is put on disk at the same time is waited for once.
    constexpr std::size_t at_a_time = 8;
    const auto one = [&](std::size_t i) {
      try {
        file(i);
      } catch (...) {
        const std::lock_guard lock(failing_);
        if (!failure_) failure_ = std::current_exception();
      }
    };
    on_every_core(names_.size(), one, at_a_time);
    if (failure_) std::rethrow_exception(failure_);
  }

  /// The sheet of all, from the rows as they lie; how many failed.
  std::size_t sheet() {
    std::size_t failures = 0;
    IncomeSheet all(to_, language_);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const fs::path path = place_of(i) / "row.csv";
      const auto there = text_of(path);
      if (!there || there->find('\n') == std::string::npos)
        throw Stop{{.code = ErrorCode::cannot_read,
                    .given = without_person(path.string()),
                    .allowed = there ? FileTrouble::changed : FileTrouble::missing}};
      const std::string& rows = *there;
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
      // From here to its end the place is of no input.
      remove_file(place / "row.csv");
      if (shows_person(stem))
        throw Stop{{.code = ErrorCode::no_such_choice,
                    .field = asked("batch"),
                    .given = without_person(name),
                    .allowed = OneOf{{asked("keep_cpr")}}}};
      rows = "done " + mark + "\n" + citizens(stem, name, answer);
    } catch (const Stop& stop) {
      // What the machine would not do it may do the next time: such a row is not known again.
      const bool of_machine = stop.error.code == ErrorCode::cannot_write || stop.error.code == ErrorCode::cannot_read;
      rows = failure(place, stem, of_machine ? "-" : mark, in_words(stop, language_));
    } catch (const std::bad_alloc&) {
      rows = failure(place, stem, "-", no_memory(language_));
    }
    make_folder(place);
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

  /// What an input of before has left: of one person, and of several those after `persons`.
  static void clear(const fs::path& place, std::size_t persons) {
    if (persons != 1) remove_papers(place);
    const std::size_t first = persons > 1 ? persons + 1 : 1;
    std::size_t end = first;
    const auto of_person = [&](std::size_t i) { return place / std::to_string(i); };
    for (std::error_code unknown; fs::is_directory(of_person(end), unknown);) ++end;
    // The last one first: what is killed leaves no gap that would end the next search.
    while (end > first) {
      const fs::path one = of_person(--end);
      remove_papers(one);
      ::rmdir(one.c_str());
    }
  }

  std::string failure(const fs::path& place, const std::string& stem, const std::string& mark, const std::string& why) const {
    remove_file(place / "row.csv");
    clear(place, 0);
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
    clear(to_ / stem, answer->persons.size());
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
                Fact::first, "month");
    std::optional<Correction> corrected;
    if (!old.empty()) corrected = or_stop(correction(done.checked, rates_, c.first, choices_.fetched));
    const auto held = or_stop(held_against_due(done.made.paid, done.checked, rates_));
    make_folder(place.parent_path());
    make_folder(place);
    Papers all;
    all.add(place / "read.txt", breakdown(done.made, answer, language_));
    all.add(place / "correction.txt", corrected ? breakdown(c, *corrected, language_) : std::string());
    all.add(place / "correction.html", corrected ? letter_of(*corrected, done.checked) : std::string());
    all.add(place / "payment.txt", breakdown(c, statement, rates_, language_));
    all.add(place / "letter.html", or_stop(letter(done.checked, rates_, month, choices_.fetched, language_, LetterForm::html)));
    all.add(place / "case.json", done.text);
    all.keep();
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
  std::atomic<std::size_t> done_before_{0};
  std::mutex failing_{};
  std::exception_ptr failure_{};
};

}  // namespace

int income_batch(const Arguments& a, Output& out, Files& files) {
  files.has_own_output = true;  // a folder
  const std::string* to = a.text("output");
  if (to == nullptr) throw Stop{{.code = ErrorCode::missing_fact, .field = asked("output")}};
  if (!a.files.empty())
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = without_person(a.files.front()), .allowed = NotWith{{asked("batch")}}}};
  Batch batch(a, *a.text("batch"), *to);
  batch.find();
  std::error_code failed;
  std::filesystem::create_directories(*to, failed);
  if (failed) cannot_write_part((std::filesystem::path(*to) / "sheet.csv").string(), failed.value());
  const Lock lock{std::filesystem::path(*to)};
  batch.run();
  const std::size_t failures = batch.sheet();
  const bool danish = a.language == Language::danish;
  out.text = (danish ? "Filer: " : "Files: ") + std::to_string(batch.files()) + (danish ? ", regnet før: " : ", done before: ") +
             std::to_string(batch.done_before()) + (danish ? ", fejl: " : ", errors: ") + std::to_string(failures) + "\n" +
             without_person((std::filesystem::path(*to) / "sheet.csv").string()) + "\n";
  if (batch.has_workbook()) out.text += without_person((std::filesystem::path(*to) / "sheet.xlsx").string()) + "\n";
  return failures == 0 ? 0 : 1;
}

}  // namespace program
