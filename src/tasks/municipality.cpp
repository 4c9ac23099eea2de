#include <fleks/analysis/effort_result.hpp>
#include <fleks/analysis/refund_check.hpp>
#include <fleks/facts/municipal_names.hpp>
#include <fleks/history/municipal_ledger.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/reading/effort_file.hpp>
#include <fleks/reading/refund_file.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/words/effort.hpp>
#include <fleks/words/municipality.hpp>
#include <fleks/words/refund_check.hpp>

#include <algorithm>
#include <thread>

#include "tasks/facts.hpp"
#include "tasks/task.hpp"

// fleks municipality: what a case, or an effort for many, costs municipality and state.

namespace fleks::tasks {
namespace {

CheckedCase read_case_file(const Arguments& a, const std::string& path) {
  CaseReading reading = read_case(a.read_file("case", path));
  if (reading.good()) return std::move(reading).checked();
  std::string rest;
  for (std::size_t i = 1; i < reading.errors.size(); ++i)
    rest += "\n" + shown(path) + ": " + message(reading.errors[i], a.language, a.reader);
  throw Stop{.error = std::move(reading.errors.front()), .about = path, .rest = std::move(rest)};
}

MunicipalOptions options_of(const Arguments& a) {
  return {.fleksbidrag_base = a.choice<FleksbidragBase>("fleksbidrag_base"),
          .weeks_of_month = a.choice<WeeksOfMonth>("weeks_of_month"),
          .weeks_before_new_job = a.choice<WeeksBeforeNewJob>("weeks_before_new_job")};
}

std::string of_case(const Arguments& a, const std::string& path) {
  const CheckedCase facts = read_case_file(a, path);
  const RateTable rates = read_rates(a);
  const auto ledger = or_stop(municipal_ledger(facts, rates, {.as_of = a.read("as_of", parse_date), .options = options_of(a)}));
  switch (a.choice("format", {"text", "json", "csv", "svg"})) {
    case 1: return to_json(facts.facts(), ledger, rates, a.language);
    case 2: return to_csv(ledger);
    case 3: return picture(facts.facts(), ledger, a.language);
    default: return breakdown(facts.facts(), ledger, rates, a.language);
  }
}

/// The state's calculation held against the case. The person's number is not kept with the result.
int against_refunds(const Arguments& a, const std::string& case_path, const std::string& path, Output& out) {
  const CheckedCase facts = read_case_file(a, case_path);
  const std::string text = a.read_file("refund_file", path);
  auto file = read_refund_file(text);
  if (!file) throw Stop{.error = std::move(file).error(), .about = path};
  if (const auto kept = a.files_read->texts.find(path); kept != a.files_read->texts.end()) kept->second = without_person(text, *file);
  const RateTable rates = read_rates(a);
  const auto check = or_stop(refund_check(facts, rates, file->rows, {.as_of = a.read("as_of", parse_date), .options = options_of(a)}));
  switch (a.choice("format", {"text", "json", "csv", "svg"})) {
    case 1: out.text = to_json(facts.facts(), check, rates, a.language); break;
    case 2: out.text = to_csv(check); break;
    case 3:
      throw Stop{
          {.code = ErrorCode::exclusive_facts, .field = asked("format"), .given = "svg", .allowed = NotWith{{asked("refund_file")}}}};
    default: out.text = breakdown(facts.facts(), check, a.language);
  }
  return check.differences.empty() ? 0 : 1;
}

Result<int> whole(std::string_view text) {
  constexpr int most = 10'000'000;
  if (text.empty()) return Error{.code = ErrorCode::empty};
  if (text.size() > 8 || text.find_first_not_of("0123456789") != std::string_view::npos)
    return Error{.code = ErrorCode::not_a_number, .given = std::string(text.substr(0, 60)), .allowed = Range{0, most}};
  const int number = std::stoi(std::string(text));
  if (number > most) return Error{.code = ErrorCode::out_of_range, .given = std::string(text), .allowed = Range{0, most}};
  return number;
}

std::string of_effort(const Arguments& a, const std::string& path) {
  auto read = read_effort(a.read_file("", path));
  if (!read) throw Stop{.error = std::move(read).error(), .about = path};
  Effort effort = *std::move(read);
  effort.options.fleksbidrag_base = a.choice<FleksbidragBase>("fleksbidrag_base");
  const RateTable rates = read_rates(a);
  const EffortResult result = or_stop(effort_result(effort, rates));
  ToldEffort told{.effort = effort, .result = result, .rates = rates};
  if (const auto cohorts = a.read("simulate", whole)) {
    const int threads = a.read("jobs", whole).value_or(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
    told.spread = or_stop(
        effort_spread(effort, rates, *cohorts, static_cast<std::uint64_t>(a.read("seed", whole).value_or(1)), std::clamp(threads, 1, 256)),
        "simulate");
  }
  switch (a.choice("format", {"text", "json", "csv", "svg"})) {
    case 1: return to_json(told, a.language);
    case 2: return to_csv(told);
    case 3: return picture(told, a.language);
    default: return breakdown(told, a.language);
  }
}

int run(const Arguments& a, Output& out) {
  if (const std::string* file = a.text("case")) {
    if (!a.files.empty()) throw Stop{{.code = ErrorCode::exclusive_facts, .field = a.files.front(), .allowed = NotWith{{asked("case")}}}};
    if (const std::string* refunds = a.text("refund_file")) return against_refunds(a, *file, *refunds, out);
    out.text = of_case(a, *file);
    return 0;
  }
  if (a.files.empty())
    throw Stop{{.code = ErrorCode::missing_fact,
                .field = a.language == Language::danish ? "FIL" : "FILE",
                .allowed = OneOf{{"*.json", asked("case")}}}};
  out.text = of_effort(a, a.files.front());
  return 0;
}

}  // namespace

Command municipality_task() {
  return {
      .name = "municipality",
      .what = {"hvad en indsats eller en sag koster kommune og stat", "what an effort or a case costs municipality and state"},
      .options = []() -> std::vector<Option> {
        return {
            {"case",
             {"FIL", "FILE"},
             {"en borgers sag, måned for måned: ydelse, uger, refusion,\nfleksbidrag, og hvad kommune og stat bærer",
              "a citizen's case, month by month: benefit, weeks, refund,\nfleksbidrag, and what municipality and state bear"}},
            {"refund_file",
             {"FIL", "FILE"},
             {"statens beregning af refusionen (yr-ydelsesrefusion-beregning-….csv)\nholdes mod sagen, uge for uge; exit 1, hvis noget "
              "er forskelligt",
              "the state's calculation of the refund (yr-ydelsesrefusion-beregning-….csv)\nis held against the case, week by week; "
              "exit 1 if anything differs"}},
            {"as_of", {"DATO", "DATE"}, {"kun det, der var kendt den dag", "only what was known that day"}},
            {"fleksbidrag_base",
             {"HVAD", "WHAT"},
             {"fleksbidragets andel tages af det højeste tilskud efter refusion\n(after-refund), eller refusionen trækkes fra andelen "
              "(m-less-refund)",
              "the fleksbidrag's share is of the highest subsidy after the\nrefund (after-refund), or less it (m-less-refund)"},
             words<FleksbidragBase>()},
            {"weeks_of_month",
             {"DAGE", "DAYS"},
             {"månedens udgift deles på kalenderdage (calendar-days)\neller dage fra mandag til fredag (weekdays)",
              "the month's expense is divided on calendar days\n(calendar-days) or weekdays"},
             words<WeeksOfMonth>()},
            {"weeks_before_new_job",
             {"HVAD", "WHAT"},
             {"visiteret 2013 til juni 2014: ugerne med ledighedsydelse og\nfleksløntilskud før det nye fleksjob tæller (counted) eller "
              "ikke "
              "(not-counted)",
              "approved 2013 to June 2014: the weeks with ledighedsydelse and\nfleksløntilskud before the new fleksjob count (counted) or "
              "do not (not-counted)"},
             words<WeeksBeforeNewJob>()},
            {"simulate",
             {"ANTAL", "NUMBER"},
             {"træk så mange hold tilfældigt fra spændene (en indsats)", "draw so many cohorts at random from the ranges (an effort)"}},
            {"seed", {"TAL", "NUMBER"}, {"hvor trækningen begynder (1)", "where the drawing begins (1)"}},
            {.name = "jobs",
             .value = {"ANTAL", "NUMBER"},
             .help = {"tråde; svaret er det samme", "threads; the answer is the same"},
             .role = Option::Role::speed},
            rates_option(),
            format_option({"text, json, csv eller svg", "text, json, csv or svg"}, {"text", "json", "csv", "svg"})};
      },
      .most_files = 1,
      .run = run,
      .together = []() -> std::vector<Together> {
        return {{"refund_file", {"case"}, {}},    {"as_of", {"case"}, {}},
                {"weeks_of_month", {"case"}, {}}, {"weeks_before_new_job", {"case"}, {}},
                {"simulate", {}, {"case"}},       {"seed", {"simulate"}, {}},
                {"jobs", {"simulate"}, {}}};
      },
  };
}

}  // namespace fleks::tasks
