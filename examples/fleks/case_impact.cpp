#include "case_impact.hpp"

#include <algorithm>
#include <exception>

#include <fleks/reading/case_file.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/words/message.hpp>
#include <fleks/words/record.hpp>

#include "folders.hpp"
#include "rates_diff.hpp"

namespace program {
namespace {

using namespace fleks;

/// A case file's, or a kept result's, facts.
CheckedCase read_facts(std::string_view json) {
  CaseReading reading = read_case(json);
  if (!reading.good()) throw Stop{std::move(reading.errors.front())};
  return std::move(reading).checked();
}

/// What a kept result of a case was asked, and the text of the case that it was asked about.
struct KeptCase {
  std::string text{};
  CaseQuestion months{};
};
KeptCase kept_case(const KeptResult& kept) {
  const Given& given = kept.given();
  KeptCase found;
  const auto value = [&](const Given::Fact& fact, auto parse) {
    return or_stop(parse(fact.values.empty() ? std::string_view{} : std::string_view(fact.values.front())), "facts.given." + fact.name);
  };
  for (const Given::Fact& fact : given.facts) {
    if (fact.name == "as_of") found.months.as_of = value(fact, parse_date);
    if (fact.name == "from") found.months.first = value(fact, parse_month);
    if (fact.name == "to") found.months.last = value(fact, parse_month);
    if (fact.name == "correct_from")
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = "facts.given.correct_from", .allowed = NotWith{{"fleks impact"}}}};
  }
  const std::string name = given.arguments.empty() ? std::string{} : given.arguments.front();
  const auto file = std::ranges::find(given.files, name, &Given::File::name);
  if (file == given.files.end()) throw Stop{{.code = ErrorCode::missing_fact, .field = "facts.files", .given = name}};
  found.text = file->text;
  return found;
}

/// Whether a text is a kept result: a case file has no member `fleks`.
std::optional<KeptResult> kept_in(const std::string& text) {
  auto kept = KeptResult::read(text);
  if (kept) return *std::move(kept);
  const Error& error = kept.error();
  const bool of_a_result = error.code == ErrorCode::missing_fact || error.code == ErrorCode::wrong_type;
  if (!of_a_result || error.field.text().empty() || error.field.text() == "fleks") return std::nullopt;
  throw Stop{error};
}

CaseImpact impact_of(const std::string& path, const std::string& text, const ImpactQuestion& question, Language language) {
  CaseImpact impact{.name = path};
  const auto kept = kept_in(text);
  if (!kept) {
    if (!question.before) throw Stop{{.code = ErrorCode::missing_fact, .field = "--old-rates"}};
    impact.months = or_stop(rate_impact(read_facts(text), *question.before, question.after, question.months));
    return impact;
  }
  if (const auto changed = kept->changed_parts(); !changed.empty()) {
    impact.problem =
        shown(path) + (language == Language::danish ? ": ændret, efter at den blev forseglet: " : ": changed after it was sealed: ");
    impact.problem += changed.front();
    return impact;
  }
  const auto before = or_stop(kept->months_of_case());
  KeptCase of = kept_case(*kept);
  if (question.months.first) of.months.first = question.months.first;
  if (question.months.last) of.months.last = question.months.last;
  const CheckedCase facts = read_facts(of.text);
  if (question.before) {
    if (question.months.as_of) of.months.as_of = question.months.as_of;
    impact.months = or_stop(rate_impact(facts, *question.before, question.after, of.months));
    return impact;
  }
  if (question.months.as_of) throw Stop{{.code = ErrorCode::exclusive_facts, .field = "--as-of", .allowed = OnlyWith{{"--old-rates"}}}};
  impact.program = kept->program();
  impact.rates = kept->rates_version();
  impact.months = or_stop(impact_since(before, facts, question.after, of.months));
  return impact;
}

/// Whether it is an option that is wrong, and so nothing of the case.
bool is_of_the_command(const Stop& stop) { return stop.error.field.text().starts_with("--"); }

}  // namespace

Impacts impacts(const std::vector<std::string>& paths, const ImpactQuestion& question, Language language,
                const std::function<std::string(const std::string& path)>& text_of) {
  constexpr std::size_t at_once = 64;
  std::vector<CaseImpact> some(at_once);
  std::vector<std::exception_ptr> wrong(at_once);
  Impacts all;
  for (std::size_t begin = 0; begin < paths.size(); begin += at_once) {
    const std::size_t now = std::min(at_once, paths.size() - begin);
    on_every_core(now, [&](std::size_t i) {
      const std::string& path = paths[begin + i];
      wrong[i] = nullptr;
      try {
        some[i] = impact_of(path, text_of(path), question, language);
      } catch (const Stop& stop) {
        if (is_of_the_command(stop) || paths.size() == 1)
          wrong[i] = std::current_exception();
        else
          some[i] = {.name = path, .problem = shown(path) + ": " + in_words(stop, language)};
      } catch (...) {
        wrong[i] = std::current_exception();
      }
    });
    for (std::size_t i = 0; i < now; ++i) {
      if (wrong[i]) std::rethrow_exception(wrong[i]);
      all.count.add(some[i]);
      if (!some[i].months.empty() || !some[i].problem.empty()) all.cases.push_back(std::move(some[i]));
    }
  }
  return all;
}

std::vector<std::string> sorted_files(const std::string& path) {
  std::vector<std::string> paths;
  each_file(path, [&](const std::string& file) { paths.push_back(file); });
  std::ranges::sort(paths);
  return paths;
}

int impact_of_rates(const Arguments& a, Output& out) {
  const std::string& folder = *a.text("--batch");
  if (!is_folder(folder))
    throw Stop{{.code = ErrorCode::cannot_read,
                .field = "--batch",
                .given = folder,
                .allowed = OneOf{{a.language == Language::danish ? "en mappe" : "a folder"}}}};
  if (!a.files.empty()) throw Stop{{.code = ErrorCode::exclusive_facts, .field = a.files.front(), .allowed = NotWith{{"--batch"}}}};
  const std::string* rates = a.text("--rates");
  const ImpactQuestion question{
      .before = whole_table(a, "--against", *a.text("--against")),
      .after = rates == nullptr ? RateTable::embedded() : whole_table(a, "--rates", *rates),
      .months = {.as_of = a.read("--as-of", parse_date), .first = a.read("--from", parse_month), .last = a.read("--to", parse_month)}};
  const std::vector<std::string> paths = sorted_files(folder);
  if (paths.empty()) throw Stop{{.code = ErrorCode::missing_fact, .field = "--batch", .given = folder, .allowed = OneOf{{"*.json"}}}};
  const auto all = impacts(paths, question, a.language, [](const std::string& path) { return read_file("", path); });
  const bool json = a.choice("--format", {"text", "json", "html"}) == 1;
  out.text = json ? to_json(all.cases, all.count, question.before->version(), question.after) : breakdown(all.cases, all.count, a.language);
  return all.count.not_computed > 0 ? 1 : 0;
}

}  // namespace program
