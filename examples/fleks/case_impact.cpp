#include "case_impact.hpp"

#include <algorithm>

#include <fleks/reading/case_file.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/words/message.hpp>
#include <fleks/words/rate_impact.hpp>

#include "folders.hpp"
#include "rates_diff.hpp"

namespace program {
namespace {

using namespace fleks;

CaseImpact impact_of(const Arguments& a, const std::string& path, const RateTable& before, const RateTable& after,
                     const CaseQuestion& question) {
  CaseImpact impact{.name = path};
  const auto problem = [&](const Error& error) { impact.problem = shown(path) + ": " + in_words(error, a.language); };
  try {
    CaseReading reading = read_case(read_file("", path));
    if (!reading.good()) {
      problem(reading.errors.front());
      return impact;
    }
    auto months = rate_impact(std::move(reading).checked(), before, after, question);
    if (months)
      impact.months = *std::move(months);
    else
      problem(months.error());
  } catch (const Stop& stop) {
    impact.problem = in_words(stop, a.language);
  }
  return impact;
}

}  // namespace

int impact_of_rates(const Arguments& a, Output& out) {
  constexpr std::size_t at_once = 64;
  const std::string& folder = *a.text("--batch");
  if (!is_folder(folder))
    throw Stop{{.code = ErrorCode::cannot_read,
                .field = "--batch",
                .given = folder,
                .allowed = OneOf{{a.language == Language::danish ? "en mappe" : "a folder"}}}};
  if (!a.files.empty()) throw Stop{{.code = ErrorCode::exclusive_facts, .field = a.files.front(), .allowed = NotWith{{"--batch"}}}};
  const std::string* rates = a.text("--rates");
  const RateTable after = rates == nullptr ? RateTable::embedded() : whole_table(a, "--rates", *rates);
  const RateTable before = whole_table(a, "--against", *a.text("--against"));
  const CaseQuestion question{
      .as_of = a.read("--as-of", parse_date), .first = a.read("--from", parse_month), .last = a.read("--to", parse_month)};

  std::vector<std::string> paths;
  each_file(folder, [&](const std::string& path) { paths.push_back(path); });
  std::ranges::sort(paths);
  std::vector<CaseImpact> some(at_once), kept;
  ImpactCount count;
  for (std::size_t begin = 0; begin < paths.size(); begin += at_once) {
    const std::size_t now = std::min(at_once, paths.size() - begin);
    on_every_core(now, [&](std::size_t i) { some[i] = impact_of(a, paths[begin + i], before, after, question); });
    for (std::size_t i = 0; i < now; ++i) {
      count.add(some[i]);
      if (!some[i].months.empty() || !some[i].problem.empty()) kept.push_back(std::move(some[i]));
    }
  }
  if (paths.empty()) throw Stop{{.code = ErrorCode::missing_fact, .field = "--batch", .given = folder, .allowed = OneOf{{"*.json"}}}};
  const bool json = a.choice("--format", {"text", "json", "html"}) == 1;
  out.text = json ? to_json(kept, count, before, after) : breakdown(kept, count, a.language);
  return count.not_computed > 0 ? 1 : 0;
}

}  // namespace program
