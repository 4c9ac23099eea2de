#include "case_impact.hpp"

#include <algorithm>
#include <exception>

#include <fleks/text/shown.hpp>
#include <fleks/words/message.hpp>

#include "folders.hpp"
#include "tasks/rates_diff.hpp"

namespace program {
namespace {

using namespace fleks;

/// What the library calls `before` and `as_of` are options here.
Stop of_the_options(Error error) {
  if (error.field.text() == "before") return {std::move(error).in(asked("old_rates"))};
  if (error.field.text() == "as_of" && error.code == ErrorCode::exclusive_facts)
    return {{.code = ErrorCode::exclusive_facts, .field = asked("as_of"), .allowed = OnlyWith{{asked("old_rates")}}}};
  return {std::move(error)};
}

CaseImpact impact_of(const std::string& path, const std::string& text, const ImpactQuestion& question, Language language) {
  auto impact = case_impact(path, text, question);
  if (!impact) throw of_the_options(std::move(impact).error());
  if (!impact->changed.empty())
    impact->problem = shown(path) +
                      (language == Language::danish ? ": ændret, efter at den blev forseglet: " : ": changed after it was sealed: ") +
                      impact->changed;
  return *std::move(impact);
}

/// Whether it is an option that is wrong, and so nothing of the case.
bool is_of_the_command(const Stop& stop) { return stop.error.field.is_asked(); }

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
  const std::string& folder = *a.text("batch");
  if (!is_folder(folder))
    throw Stop{{.code = ErrorCode::cannot_read,
                .field = asked("batch"),
                .given = folder,
                .allowed = OneOf{{a.language == Language::danish ? "en mappe" : "a folder"}}}};
  if (!a.files.empty()) throw Stop{{.code = ErrorCode::exclusive_facts, .field = a.files.front(), .allowed = NotWith{{asked("batch")}}}};
  const std::string* rates = a.text("rates");
  const ImpactQuestion question{
      .before = whole_table(a, "against", *a.text("against")),
      .after = rates == nullptr ? RateTable::embedded() : whole_table(a, "rates", *rates),
      .months = {.as_of = a.read("as_of", parse_date), .first = a.read("from", parse_month), .last = a.read("to", parse_month)}};
  const std::vector<std::string> paths = sorted_files(folder);
  if (paths.empty()) throw Stop{{.code = ErrorCode::missing_fact, .field = asked("batch"), .given = folder, .allowed = OneOf{{"*.json"}}}};
  const auto all = impacts(paths, question, a.language, [](const std::string& path) { return read_file("", path); });
  const bool json = a.choice("format", {"text", "json", "html"}) == 1;
  out.text = json ? to_json(all.cases, all.count, question.before->version(), question.after) : breakdown(all.cases, all.count, a.language);
  return all.count.not_computed > 0 ? 1 : 0;
}

}  // namespace program
