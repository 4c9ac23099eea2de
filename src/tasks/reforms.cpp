#include "tasks/reforms.hpp"

#include <fleks/words/amounts.hpp>

namespace fleks::tasks {

Option reform_option(bool repeatable) {
  return {"reform",
          {"FIL", "FILE"},
          {repeatable ? "en reform (JSON), regnet ved siden af gældende regler;\nkan gives flere gange"
                      : "regn efter en reform (JSON); hvert ændret trin mærkes",
           repeatable ? "a reform (JSON), computed beside the rules in force;\nmay be given several times"
                      : "compute under a reform (JSON); each changed step is marked"},
          {},
          repeatable};
}

std::vector<Reform> read_reforms(const Arguments& arguments) {
  std::vector<Reform> reforms;
  for (const std::string& path : arguments.all("reform")) {
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    auto reform = read_reform(arguments.read_file("reform", path), [&](std::string_view name) -> Result<std::string> {
      return arguments.read_file("reform", name.starts_with('/') ? std::string(name) : folder + std::string(name));
    });
    if (!reform) throw Stop{std::move(reform).error(), asked("reform " + path)};
    for (const Reform& other : reforms)
      if (other.id == reform->id) throw Stop{{.code = ErrorCode::duplicate, .field = "id", .given = other.id}, asked("reform " + path)};
    reforms.push_back(*std::move(reform));
  }
  return reforms;
}

std::string in_words(const Reform& reform, Language language) {
  const bool danish = language == Language::danish;
  std::string changed;
  const auto add = [&](std::string_view what) { changed += (changed.empty() ? "" : ", ") + std::string(what); };
  for (const auto& rate : reform.rates) add(rate_name(rate.key, language));
  const Policy& policy = reform.policy;
  if (!policy.care_income_counts) add("FLT-7");
  if (policy.reduced_by_hours) add("FLT-8");
  if (!policy.daily_benefit_deducted) add("FLT-9");
  if (!policy.ceiling_applies || policy.ceiling_cut_share != Percent::whole(100)) add("FLT-11");
  if (!policy.holiday_days_cut) add("FLT-12");
  if (!reform.ceilings.empty()) add(danish ? "lønlofter efter overenskomstområde" : "ceilings by agreement area");
  return (danish ? "Efter en reform: " : "Under a reform: ") + (reform.title.empty() ? reform.id : reform.title) +
         (danish ? "\nÆndret fra " : "\nChanged from ") + in_words(reform.from, language) + ": " + changed + "\n";
}

}  // namespace fleks::tasks
