#include "income.hpp"

#include <algorithm>
#include <utility>

#include <fleks/analysis/paid_subsidy.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/income.hpp>

#include "tasks/facts.hpp"

// fleks income: the income register's answer to a case file.

namespace program {

using namespace fleks;

RegisterAnswer read_answer(const std::string& path) {
  InputStream file(path, "", true);
  IncomeReader reader;
  std::string block(1 << 16, '\0');
  for (std::size_t got = 0; (got = file.read(block.data(), block.size())) != 0;)
    if (!reader.feed(std::string_view(block).substr(0, got))) break;
  auto answer = reader.finish();
  if (!answer) throw Stop{.error = std::move(answer).error(), .about = without_person(path)};
  if (answer->persons.empty())
    throw Stop{.error = {.code = ErrorCode::missing_fact, .field = "IndkomstOplysningPersonStruktur"}, .about = without_person(path)};
  return *std::move(answer);
}

IncomeChoices income_choices(const Arguments& a) {
  IncomeChoices choices{.jobs = {},
                        .ceiling = a.read("ceiling", [](std::string_view text) { return Money::parse(text); }),
                        .fetched = a.read("fetched", parse_date),
                        .keep_person = a.has("keep_cpr")};
  for (const std::string& job : a.all("job")) choices.jobs.push_back(or_stop(parse_payer_is(job), "job"));
  return choices;
}

MadeCase make_case(const RegisterPerson& person, const IncomeChoices& choices, const std::string& old, const std::string& old_path,
                   Language language) {
  const auto stop_with = [&](std::vector<Error> errors, const std::string& path) {
    std::string rest;
    for (std::size_t i = 1; i < errors.size(); ++i) rest += "\n" + without_person(shown(path)) + ": " + in_words(errors[i], language);
    throw Stop{.error = std::move(errors.front()), .about = without_person(path), .rest = std::move(rest)};
  };
  std::optional<Case> before;
  if (!old.empty()) {
    CaseReading reading = read_case(old);
    if (!reading.good()) stop_with(std::move(reading.errors), old_path);
    before = std::move(reading.facts);
  }
  auto result = income_case(person, choices, before ? &*before : nullptr);
  if (!result) stop_with({std::move(result).error()}, old_path);
  IncomeCase made = *std::move(result);
  std::string text = case_text(made, old);
  CaseReading now = read_case(text);
  if (!now.good()) stop_with(std::move(now.errors), old_path);
  return {std::move(made), std::move(now).checked(), std::move(text)};
}

namespace {

/// Fleksløntilskud paid and due, month by month.
std::string held_in_words(const std::vector<HeldSubsidy>& held, Language language) {
  const bool danish = language == Language::danish;
  std::string text = danish ? "\nFleksløntilskud i registret (art 0083) og i sagen, efter eget ATP\n"
                            : "\nFleksløntilskud in the register (kind 0083) and in the case, after own ATP\n";
  for (const HeldSubsidy& h : held) {
    text += "  " + to_text(h.month) + (danish ? "  udbetalt " : "  paid ") + kroner(h.paid, language);
    if (!h.due)
      text += danish ? ", og sagen giver intet beløb" : ", and the case gives no amount";
    else if (*h.due == h.paid)
      text += danish ? ", som sagen" : ", as the case";
    else
      text += (danish ? ", sagen " : ", the case ") + kroner(*h.due, language) + (danish ? ": forskel " : ": difference ") +
              kroner(*h.due - h.paid, language);
    text += "\n";
  }
  return text;
}

/// The one person of all the files.
RegisterAnswer read_answers(const Arguments& a) {
  RegisterAnswer all;
  for (const std::string& path : a.files) {
    RegisterAnswer answer = read_answer(path);
    const bool another = !all.persons.empty() && all.persons.front().number != answer.persons.front().number;
    if (answer.persons.size() > 1 || another)
      throw Stop{.error = {.code = ErrorCode::too_many, .field = "PersonCivilRegistrationIdentifier", .allowed = AtMost{1}},
                 .about = without_person(path)};
    if (all.persons.empty()) {
      all = std::move(answer);
      continue;
    }
    auto& reports = all.persons.front().reports;
    auto& more = answer.persons.front().reports;
    reports.insert(reports.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    all.advice.insert(all.advice.end(), answer.advice.begin(), answer.advice.end());
    for (std::string& name : answer.unknown)
      if (std::find(all.unknown.begin(), all.unknown.end(), name) == all.unknown.end()) all.unknown.push_back(std::move(name));
  }
  return all;
}

int run(const Arguments& a, Output& out, Files& files) {
  if (a.has("batch")) return income_batch(a, out, files);
  if (a.files.empty())
    throw Stop{{.code = ErrorCode::missing_fact,
                .field = a.language == Language::danish ? "SVAR" : "ANSWER",
                .allowed = OneOf{{"*.xml", "*.json"}}}};
  const std::string* to = a.text("output");
  if (to == nullptr) throw Stop{{.code = ErrorCode::missing_fact, .field = asked("output"), .allowed = OneOf{{"CASE.json"}}}};
  const IncomeChoices choices = income_choices(a);
  const RateTable rates = read_rates(a);
  const std::string* old_path = a.text("case");
  const std::string old = old_path == nullptr ? std::string() : read_file("case", *old_path);
  const RegisterAnswer answer = read_answers(a);
  const MadeCase done = make_case(answer.persons.front(), choices, old, old_path == nullptr ? a.files.front() : *old_path, a.language);
  out.text = breakdown(done.made, answer, a.language);
  if (choices.keep_person) out.text = "CPR " + answer.persons.front().number + "\n" + out.text;
  if (!done.made.paid.empty()) out.text += held_in_words(or_stop(held_against_due(done.made.paid, done.checked, rates)), a.language);
  files.own_output(*to).write(done.text);
  return a.has("strict") && !done.made.questions.empty() ? 1 : 0;
}

const Registered income_command{{
    .name = "income",
    .what = {"indkomstregistrets svar til en sag", "the income register's answer to a case"},
    .usage = {"SVAR.xml... -o SAG.json [valg]\n      fleks income --batch MAPPE -o MAPPE [valg]",
              "ANSWER.xml... -o CASE.json [options]\n       fleks income --batch FOLDER -o FOLDER [options]"},
    .options = []() -> std::vector<Option> {
      return {
          output_option({"sagen, der skrives; med --batch en mappe", "the case that is written; with --batch a folder"}),
          {"case", {"FIL", "FILE"}, {"en sag, der føjes til: intet i den går tabt", "a case that is added to: nothing in it is lost"}},
          {"job",
           {"SE=HVAD", "SE=WHAT"},
           {"hvad jobbet hos en arbejdsgiver er: fleksjob, other, eller et id i\nsagen; SE/NUMMER=... for ét medarbejdernummer",
            "what the job at a payer is: fleksjob, other, or an id of the\ncase; SE/NUMBER=... for one number of employee"},
           {},
           true},
          {"ceiling",
           {"KR", "KR"},
           {"fuldtidslønnen i fleksjobbet om måneden (lønloftet)", "full-time pay of the fleksjob a month (the ceiling)"}},
          {"fetched",
           {"DATO", "DATE"},
           {"dagen, svaret er hentet: intet i det var kendt før", "the day the answer was fetched: nothing in it was known before"}},
          {"keep_cpr", {}, {"skriv personnummeret, som ellers aldrig skrives", "write the person's number, which else is never written"}},
          {"strict", {}, {"afslutningskode 1, når der er spørgsmål", "exit 1 when there are questions"}},
          {"batch",
           {"MAPPE", "FOLDER"},
           {"en fil NAVN.xml eller NAVN.json pr. borger, med NAVN.case.json\nsom sagen før",
            "a file NAME.xml or NAME.json a citizen, with NAME.case.json\nas the case before"}},
          {"month", {"ÅÅÅÅ-MM", "YYYY-MM"}, {"måneden, der udbetales for (sagens sidste)", "the month that is paid for (the case's last)"}},
          {"threshold",
           {"KR", "KR"},
           {"en større forskel skal ses af et menneske (5000)", "a larger difference is looked at by a person (5000)"}},
          rates_option()};
    },
    .example = {"  fleks income examples/income/01-plain-month.xml --ceiling 27800 -o sag.json\nlæser svaret, skriver sagen og spørger om "
                "det, registret ikke "
                "ved.",
                "  fleks income examples/income/01-plain-month.xml --ceiling 27800 -o case.json --lang en\nreads the answer, writes the "
                "case and asks "
                "what the register does not know."},
    .most_files = 1'000,
    .run_with_files = run,
    .together = []() -> std::vector<Together> {
      return {{"batch", {}, {"case", "strict"}}, {"month", {"batch"}, {}}, {"threshold", {"batch"}, {}}};
    },
}};

}  // namespace
}  // namespace program
