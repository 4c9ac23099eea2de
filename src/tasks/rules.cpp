#include <fleks/words/rules.hpp>

#include "tasks/task.hpp"

// fleks rules: every rule that is computed, where it stands, how sure it is, and where it is tested.

namespace fleks::tasks {
namespace {

std::vector<std::string_view> ids() {
  std::vector<std::string_view> all;
  for (std::size_t i = 0; i < rule_count; ++i) all.push_back(info(static_cast<Rule>(i)).id);
  return all;
}

OneOf all_ids() {
  const auto all = ids();
  return {{all.begin(), all.end()}};
}

int run(const Arguments& a, Output& out) {
  const bool json = a.choice("format", {"text", "json"}) == 1;
  std::vector<Rule> rules;
  const auto date = a.read("date", parse_date);
  const Month month = date ? month_of(*date) : RuleInfo::open;
  std::vector<std::string> wanted = a.all("id");
  wanted.insert(wanted.end(), a.files.begin(), a.files.end());
  for (const std::string& id : wanted) {
    const auto found = rule(id);
    if (!found)
      throw Stop{
          {.code = id.empty() ? ErrorCode::empty : ErrorCode::no_such_choice, .field = asked("id"), .given = id, .allowed = all_ids()}};
    rules.push_back(*found);
  }
  if (rules.empty())
    for (std::size_t i = 0; i < rule_count; ++i)
      if (const Rule each = static_cast<Rule>(i); !date || a.has("changes") || in_force(each, month)) rules.push_back(each);
  const RateTable rates = RateTable::embedded();
  const auto changes = a.has("changes") ? rule_changes(rules, month) : std::vector<RuleChange>{};
  if (a.has("changes"))
    out.text = json ? to_json(changes, rates, a.language) : breakdown(changes, a.language);
  else
    out.text = json ? to_json(rules, month, rates, a.language) : breakdown(rules, month, rates, a.language);
  return 0;
}

}  // namespace

Command rules_task() {
  return {
      .name = "rules",
      .what = {"reglerne, som de beregnes: paragraf, status, valg, og hvor de er afprøvet",
               "the rules as they are computed: paragraph, status, options, and where they are tested"},
      .options = []() -> std::vector<Option> {
        return {
            {"id", {"REGEL", "RULE"}, {"kun den regel; kan gentages", "that rule only; may be repeated"}, {}, true, ids},
            {"date",
             {"DATO", "DATE"},
             {"reglerne, som de gjaldt den dag, og hvorfor de er ændret; en ændring midt i en måned gælder fra den næste",
              "the rules as they held that day, and why they have changed; a change within a month holds from the next"}},
            {"changes",
             {},
             {"kun ændringerne, den nyeste først: fra hvilken måned en regel beregnes anderledes,\nhvorfor, og hvor det står; med {date} "
              "dem til og med den dag",
              "the changes alone, the newest first: from which month a rule is computed otherwise,\nwhy, and where it stands; with "
              "{date} those up to that day"}},
            format_option({"text eller json", "text or json"}, {"text", "json"})};
      },
      .most_files = 100,
      .run = run,
  };
}

}  // namespace fleks::tasks
