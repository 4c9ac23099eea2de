#include <fleks/words/rules.hpp>

#include "command.hpp"

// fleks rules: every rule that is computed, where it stands, how sure it is, and where it is tested.

namespace program {
namespace {

using namespace fleks;

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
  const bool json = a.choice("--format", {"text", "json"}) == 1;
  std::vector<Rule> rules;
  for (const std::string& id : a.all("--id")) {
    const auto found = rule(id);
    if (!found)
      throw Stop{{.code = id.empty() ? ErrorCode::empty : ErrorCode::no_such_choice, .field = "--id", .given = id, .allowed = all_ids()}};
    rules.push_back(*found);
  }
  if (rules.empty())
    for (std::size_t i = 0; i < rule_count; ++i) rules.push_back(static_cast<Rule>(i));
  const RateTable rates = RateTable::embedded();
  out.text = json ? to_json(rules, RuleInfo::open, rates, a.language) : breakdown(rules, RuleInfo::open, rates, a.language);
  if (const std::string* file = a.text("-o")) out.file = *file;
  return 0;
}

const Registered rules_command{{
    .name = "rules",
    .what = {"reglerne, som de beregnes: paragraf, status, valg, og hvor de er afprøvet",
             "the rules as they are computed: paragraph, status, options, and where they are tested"},
    .usage = {"[--id REGEL] [valg]", "[--id RULE] [options]"},
    .options = {{"--id", {"REGEL", "RULE"}, {"kun den regel; kan gentages", "that rule only; may be repeated"}, {}, true, ids},
                format_option({"text eller json", "text or json"}, {"text", "json"}),
                {"-o", {"FIL", "FILE"}, {"skriv til en fil", "write to a file"}}},
    .example = {"  fleks rules --id FLT-11\ngiver lønloftet: reglen med sin paragraf (LAB § 123 stk. 3), status, valg og test.",
                "  fleks rules --id FLT-11 --lang en\ngives the ceiling: the rule with its paragraph (LAB § 123 stk. 3), status, option "
                "and tests."},
    .run = run,
}};

}  // namespace
}  // namespace program
