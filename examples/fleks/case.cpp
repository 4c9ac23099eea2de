#include <algorithm>
#include <exception>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fleks/analysis/case_bounds.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/case_bounds.hpp>
#include <fleks/words/letter.hpp>
#include <fleks/words/message.hpp>

#include "case_impact.hpp"
#include "command.hpp"
#include "tasks/again.hpp"
#include "tasks/facts.hpp"
#include "tasks/net_facts.hpp"
#include "workbook.hpp"

// fleks case: a citizen's months in a row, the correction of the past, and the letter.

namespace program {
namespace {

using namespace fleks;

constexpr std::size_t as_workbook = 3;

/// Whether an error is about the command line, and so not about a file.
bool is_option(const Field& field) { return field.fact() || field.is_asked(); }

/// The case of a file; stops with everything that is wrong with it, a line each.
CaseReading read(const Arguments& a, const std::string& path) {
  CaseReading reading = read_case_in_ranges(a.read_file("", path));
  if (reading.good()) return reading;
  std::string rest;
  for (std::size_t i = 1; i < reading.errors.size(); ++i) rest += "\n" + shown(path) + ": " + in_words(reading.errors[i], a.language);
  throw Stop{.error = std::move(reading.errors.front()), .about = path, .rest = std::move(rest)};
}

/// What is known of the citizen's tax, where the letter is to say what is left after it.
std::optional<CitizensTax> read_tax(const Arguments& a, const Case& facts, const RateTable& rates, Month month) {
  if (!a.has("after_tax")) return std::nullopt;
  const MunicipalTaxTable taxes = read_municipal_taxes(a);
  const LocalTax where = read_local_tax(a, rates, taxes, static_cast<int>(month.year()), facts.municipality);
  CitizensTax tax{.municipality = std::string(where.municipality),
                  .municipal = where.municipal,
                  .church = where.church,
                  .is_average = where.is_average,
                  .single_parent = a.has("single_parent")};
  if (a.has("tax_card") && a.choice("tax_card", {"main", "secondary"}) == 1) tax.card = TaxCard::secondary;
  tax.deduction = a.read("deduction", parse_kroner);
  if (tax.deduction && tax.card == TaxCard::secondary)
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("deduction"), .allowed = NotWith{{asked("tax_card secondary")}}}};
  return tax;
}

std::string of_case(const Arguments& a, const CheckedCase& facts, const RateTable& rates, std::size_t form) {
  const auto as_of = a.read("as_of", parse_date);
  const bool json = form == 1;
  if (const auto month = a.read("letter", parse_month)) {
    const LetterForm letter_form = form == 2 ? LetterForm::html : LetterForm::text;
    if (const auto from = a.read("correct_from", parse_month))
      return or_stop(letter_of_correction(facts, rates, *from, *month, as_of, a.language, letter_form), Fact::last, "letter");
    const auto tax = read_tax(a, facts.facts(), rates, *month);
    return or_stop(letter(facts, rates, *month, as_of, a.language, letter_form, tax), Fact::month, "letter");
  }
  if (const auto from = a.read("correct_from", parse_month)) {
    const Correction c = or_stop(correction(facts, rates, *from, as_of));
    return json ? to_json(facts.facts(), c, rates, a.language) : breakdown(facts.facts(), c, a.language);
  }
  const auto first = a.read("from", parse_month), last = a.read("to", parse_month);
  const auto statement = or_stop(case_statement(facts, rates, {.as_of = as_of, .first = first, .last = last, .explained = true}));
  return json ? to_json(facts.facts(), statement, rates, a.language)
              : breakdown(facts.facts(), statement, rates, a.language, a.has("steps"));
}

/// A case of which not every fact is known: what each month's amounts are at least and at most.
std::string of_ranges(const Arguments& a, const CaseReading& reading, const RateTable& rates, std::size_t form) {
  for (const char* option : {"letter", "correct_from", "steps"})
    if (a.has(option))
      throw Stop{{.code = ErrorCode::exclusive_facts,
                  .field = path_of(reading.facts, reading.ranges[0]),
                  .allowed = NoRange{WhyNoRange::one_amount, {option}, {}}}};
  const CaseQuestion question{
      .as_of = a.read("as_of", parse_date), .first = a.read("from", parse_month), .last = a.read("to", parse_month)};
  const CaseBounds found = or_stop(bounds(reading.facts, reading.ranges, rates, question));
  return form == 1 ? to_json(reading.facts, found, rates, a.language) : breakdown(reading.facts, found, a.language);
}

/// One file of several: its result is computed from it alone.
Arguments alone(const Arguments& a, const std::string& path) {
  Arguments one{
      .files_read = std::make_shared<FilesRead>(), .options = a.options, .files = {path}, .language = a.language, .machine = a.machine};
  one.files_read->keeps = true;
  if (const std::string* rates = a.text("rates")) one.files_read->texts.emplace(*rates, a.read_file("rates", *rates));
  return one;
}

/// The case as a workbook.
std::string in_cells(const Arguments& a, const std::string& path, CaseReading reading, const RateTable& rates) {
  if (!reading.ranges.empty())
    throw Stop{{.code = ErrorCode::exclusive_facts,
                .field = path_of(reading.facts, reading.ranges[0]),
                .allowed = NoRange{WhyNoRange::one_amount, {asked("format xlsx")}, {}}}};
  const CaseQuestion question{
      .as_of = a.read("as_of", parse_date), .first = a.read("from", parse_month), .last = a.read("to", parse_month)};
  return workbook(a.read_file("", path), std::move(reading).checked(), rates, question, a.read("correct_from", parse_month), a.language);
}

std::string of_file(const Arguments& a, const std::string& path, const RateTable& rates, std::size_t form) {
  CaseReading reading = read(a, path);
  try {
    if (form == as_workbook) return in_cells(a, path, std::move(reading), rates);
    if (!reading.ranges.empty()) return of_ranges(a, reading, rates, form);
    return of_case(a, std::move(reading).checked(), rates, form);
  } catch (Stop& stop) {
    if (stop.about.empty() && !is_option(stop.error.field)) stop.about = path;
    throw;
  }
}

/// What is wrong in each of the files; what is wrong with an option is wrong for all of them, and said once.
class Failures {
 public:
  explicit Failures(Language language) : language_(language) {}
  void add(const std::exception_ptr& failure) try { std::rethrow_exception(failure); } catch (const Stop& stop) {
    if (!all_)
      all_ = stop;
    else if (!all_->about.empty())
      all_->rest += '\n' + in_words(stop, language_);
    ++count_;
  }
  [[nodiscard]] bool any() const noexcept { return all_.has_value(); }
  /// Whether there are so many that more are of no help, or one that is wrong for every file.
  [[nodiscard]] bool enough() const noexcept { return count_ >= 1'000 || (all_ && all_->about.empty()); }
  void stop(bool all_read) const {
    if (!all_) return;
    Stop stop = *all_;
    if (!all_read && !stop.about.empty())
      stop.rest += language_ == Language::danish ? "\nDe øvrige filer er ikke læst." : "\nThe other files were not read.";
    throw stop;
  }

 private:
  Language language_;
  std::optional<Stop> all_{};
  int count_ = 0;
};

Command case_task();

/// Each file by itself, on every core, and what it gives in their order: so many at a time as keep the cores busy.
void run_all(const Arguments& a, const RateTable& rates, std::size_t form, const std::function<void(std::string_view)>& write) {
  constexpr std::size_t at_once = 64;
  const bool list = form == 1 && a.files.size() > 1;
  std::vector<std::string> texts(at_once);
  std::vector<std::exception_ptr> wrong(at_once);
  Failures failures(a.language);
  std::size_t begin = 0;
  for (; begin < a.files.size() && !failures.enough(); begin += at_once) {
    const std::size_t count = std::min(at_once, a.files.size() - begin);
    on_every_core(count, [&](std::size_t i) {
      const std::string& path = a.files[begin + i];
      try {
        wrong[i] = nullptr;
        if (!list) {
          texts[i] = of_file(a, path, rates, form);
          return;
        }
        const Arguments one = alone(a, path);
        std::string text = of_file(one, path, rates, form);
        texts[i] = with_facts(std::move(text), given(case_task(), one));
      } catch (...) {
        wrong[i] = std::current_exception();
      }
    });
    for (std::size_t i = 0; i < count; ++i) {
      if (wrong[i]) failures.add(wrong[i]);
      if (failures.any()) continue;
      if (list)
        write(begin + i == 0 ? "[\n" : ",\n");
      else if (begin + i > 0)
        write("\n");
      write(texts[i]);
    }
  }
  failures.stop(begin >= a.files.size());
  if (list) write("]\n");
}

int run_one(const Arguments& a, const RateTable& rates, std::size_t form, Output& out) {
  run_all(a, rates, form, [&](std::string_view text) { out.text += text; });
  return 0;
}

/// What is computed again is the one file that was kept.
int run(const Arguments& a, Output& out) { return run_one(a, read_rates(a), a.choice("format", {"text", "json"}), out); }

int run_with_files(const Arguments& a, Output& out, Files& files) {
  if (a.has("schema")) {
    out.text = std::string(case_schema());
    return 0;
  }
  const bool batch = a.has("batch");
  if (a.files.empty() && !batch)
    throw Stop{{.code = ErrorCode::missing_fact, .field = a.language == Language::danish ? "FIL" : "FILE", .allowed = OneOf{{"*.json"}}}};
  const std::size_t form = a.choice("format", {"text", "json", "html", "xlsx"});
  if (form == as_workbook) {
    for (const char* option : {"letter", "steps", "batch"})
      if (a.has(option))
        throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(option), .allowed = NotWith{{asked("format xlsx")}}}};
    if (a.files.size() > 1)
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = a.files[1], .allowed = NotWith{{asked("format xlsx"), a.files[0]}}}};
  }
  if (form == 2 && !a.has("letter"))
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("format"), .given = "html", .allowed = OnlyWith{{asked("letter")}}}};
  if (form == 1 && a.has("letter"))
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("format"), .given = "json", .allowed = OnlyWith{{"text", "html"}}}};
  if (batch) return impact_of_rates(a, out);
  // Pages that are whole in themselves cannot follow one another in a file.
  if (form == 2 && a.files.size() > 1)
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = a.files[1], .allowed = NotWith{{asked("format html"), a.files[0]}}}};
  const RateTable rates = read_rates(a);
  if (a.files.size() == 1) return run_one(a, rates, form, out);
  // What waits beside its place can be written as it comes.
  const std::string* path = a.text("output");
  OutputStream* file = path == nullptr ? nullptr : &files.own_output(*path);
  run_all(a, rates, form,
          [&](std::string_view text) { file != nullptr && file->waits() ? file->write(text) : files.long_text.write(text); });
  if (file != nullptr && !file->waits()) files.long_text.copy_to(*file);
  return 0;
}

std::vector<Option> after_tax_options() {
  return joined(
      {{{"after_tax",
         {"", ""},
         {"brevet siger også vejledende, hvad der kommer på kontoen efter skat\n(hvor det udbetaler noget), med sagens kommune eller:",
          "the letter also says as guidance what reaches the account after tax\n(where it pays something out), with the case's "
          "municipality or:"}}},
       local_tax_options(),
       tax_card_options(),
       {municipal_taxes_option()}});
}

std::vector<Option> options_of_case() {
  return joined({{
                     {"as_of", {"DATO", "DATE"}, {"kun det, der var kendt den dag", "only what was known that day"}},
                     {"correct_from",
                      {"ÅÅÅÅ-MM", "YYYY-MM"},
                      {"efterregulering fra den måned: udbetalt, ret til og forskel\npr. måned og regel",
                       "the correction from that month: paid, due and difference\nper month and rule"}},
                     {"letter",
                      {"ÅÅÅÅ-MM", "YYYY-MM"},
                      {"brevet til borgeren om måneden; med --correct-from\nom efterreguleringen til og med den",
                       "the citizen's letter about the month; with\n--correct-from about the correction up to it"}},
                     {"from", {"ÅÅÅÅ-MM", "YYYY-MM"}, {"kun fra den måned (sagens første)", "only from that month (the case's first)"}},
                     {"to", {"ÅÅÅÅ-MM", "YYYY-MM"}, {"kun til den måned (sagens sidste)", "only to that month (the case's last)"}},
                     {"steps", {}, {"også hvert trin som sætning", "also every step as a sentence"}},
                 },
                 after_tax_options(),
                 {{.name = "batch",
                   .value = {"MAPPE", "FOLDER"},
                   .help = {"hver sag i mappen: hvilke måneder satserne i --rates ændrer, og med hvor\nmeget, i forhold til:",
                            "each case of the folder: which months the rates of --rates change, and by\nhow much, against:"},
                   .role = Option::Role::machine},
                  {"against",
                   {"GAMMEL", "OLD"},
                   {"  en satsfil; en fil, der ikke har alle satser, føjes til de indbyggede",
                    "  a rates file; a file without all rates adds to the built-in ones"}},
                  {"schema", {}, {"vis filens JSON Schema", "print the JSON Schema of the file"}},
                  rates_option(),
                  workbook_option({"sagen fra et regneark, som --format xlsx har lavet, og som er udfyldt",
                                   "the case from a workbook that --format xlsx made and that was filled in"}),
                  format_option({"text, json, (for brevet) html eller xlsx (et regneark med levende formler, med -o)",
                                 "text, json, (for the letter) html or xlsx (a workbook with live formulas, with -o)"},
                                {"text", "json", "html", "xlsx"})}});
}

Command case_task() {
  return {
      .name = "case",
      .what = {"en sag måned for måned, efterregulering og brev", "a case month by month, its correction and the letter"},
      .usage =
          {"FIL.json... [valg]\n      fleks case --from-xlsx FIL [valg]\n      fleks case --batch MAPPE --rates NY --against GAMMEL\n   "
           "   fleks case --schema\n"
           "Et beløb, timer, dage eller procent i filen, der ikke kendes, er \"?\" eller \"A..B\": så vises hvad hver måned er mindst og "
           "højst.",
           "FILE.json... [options]\n       fleks case --from-xlsx FILE [options]\n       fleks case --batch FOLDER --rates NEW "
           "--against OLD\n       fleks case --schema\n"
           "An amount, hours, days or per cent in the file that are not known are \"?\" or \"A..B\": what each month is at least and at "
           "most is shown."},
      .options = options_of_case,
      .example =
          {"  fleks case examples/cases/late_wage_report.json --correct-from 2024-02\nviser, hvad en for sent indberettet løn ændrer, "
           "måned for måned og regel for regel.",
           "  fleks case examples/cases/late_wage_report.json --correct-from 2024-02 --lang en\nshows what a late wage report "
           "changes, month by month and rule by rule."},
      .most_files = 100'000,
      .run = run,
      .run_with_files = run_with_files,
      .together = []() -> std::vector<Together> {
        return for_after_tax(
            {{"correct_from", {}, {"from", "to", "steps"}},
             {"letter", {}, {"from", "to", "steps"}},
             {"schema", {}, {"as_of", "correct_from", "letter", "from", "to", "steps", "rates", "format", "batch", "against", "from_xlsx"}},
             {"batch", {"against"}, {"correct_from", "letter", "steps", "schema", "from_xlsx"}},
             {"against", {"batch"}, {}},
             {"after_tax", {"letter"}, {"correct_from"}},
             {"municipal_taxes", {"after_tax"}, {"municipal_tax"}}});
      },
  };
}

const Registered case_command{case_task()};

}  // namespace
}  // namespace program
