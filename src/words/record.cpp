#include <fleks/words/record.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "rates/sha256.hpp"
#include "text/csv.hpp"
#include "text/json_text.hpp"
#include "text/json_tree.hpp"
#include "text/shown_json.hpp"

namespace fleks {
namespace {

using Kind = JsonTree::Kind;
using Node = JsonTree::Node;

constexpr JsonTree::Limits limits_of_a_result{.values = 4'000'000, .depth = 32, .fields = 2'000};

/// The member of an object, or 0, which is the root and so no member.
std::uint32_t member(const JsonTree& tree, std::uint32_t object, std::string_view name) {
  if (tree[object].kind != Kind::object) return 0;
  for (std::uint32_t at = tree[object].first; at != 0; at = tree[at].next)
    if (tree[at].key == name) return at;
  return 0;
}

std::string text_of(const JsonTree& tree, std::uint32_t object, std::string_view name) {
  const std::uint32_t at = member(tree, object, name);
  return at != 0 && (tree[at].kind == Kind::text || tree[at].kind == Kind::number) ? tree[at].text : std::string{};
}

/// A member that has to be there and of a kind.
Result<std::uint32_t> needed(const JsonTree& tree, std::uint32_t object, std::string_view name, Kind kind) {
  const std::uint32_t at = member(tree, object, name);
  const Form form = kind == Kind::object ? Form::object : kind == Kind::list ? Form::list : Form::text;
  if (at == 0) return Error{.code = ErrorCode::missing_fact, .field = tree.path(object, name), .allowed = form};
  if (tree[at].kind != kind) return Error{.code = ErrorCode::wrong_type, .field = tree.path(at), .allowed = form};
  return at;
}

/// The texts of a list.
Result<std::vector<std::string>> texts(const JsonTree& tree, std::uint32_t list) {
  std::vector<std::string> all;
  for (std::uint32_t at = tree[list].first; at != 0; at = tree[at].next) {
    if (tree[at].kind != Kind::text) return Error{.code = ErrorCode::wrong_type, .field = tree.path(at), .allowed = Form::text};
    all.push_back(tree[at].text);
  }
  return all;
}

Result<Given::Fact> fact_of(const JsonTree& tree, std::uint32_t at) {
  const Node& node = tree[at];
  if (node.kind == Kind::text) return Given::Fact{node.key, {node.text}};
  if (node.kind == Kind::boolean && node.truth) return Given::Fact{node.key, {}};
  if (node.kind != Kind::list || node.count == 0)
    return Error{.code = ErrorCode::wrong_type, .field = tree.path(at), .allowed = Form::text};
  auto values = texts(tree, at);
  if (!values) return std::move(values).error();
  return Given::Fact{node.key, *std::move(values)};
}

Result<Given> given_of(const JsonTree& tree, std::uint32_t facts) {
  Given given;
  for (const auto& [name, to] : {std::pair{"task", &given.task}, std::pair{"language", &given.language}}) {
    const auto at = needed(tree, facts, name, Kind::text);
    if (!at) return at.error();
    *to = tree[*at].text;
  }
  const auto facts_given = needed(tree, facts, "given", Kind::object);
  if (!facts_given) return facts_given.error();
  for (std::uint32_t at = tree[*facts_given].first; at != 0; at = tree[at].next) {
    auto fact = fact_of(tree, at);
    if (!fact) return std::move(fact).error();
    given.facts.push_back(*std::move(fact));
  }
  if (member(tree, facts, "arguments") != 0) {
    const auto list = needed(tree, facts, "arguments", Kind::list);
    if (!list) return list.error();
    auto arguments = texts(tree, *list);
    if (!arguments) return std::move(arguments).error();
    given.arguments = *std::move(arguments);
  }
  if (member(tree, facts, "files") != 0) {
    const auto files = needed(tree, facts, "files", Kind::object);
    if (!files) return files.error();
    for (std::uint32_t at = tree[*files].first; at != 0; at = tree[at].next)
      given.files.push_back({tree[at].key, tree[at].kind == Kind::text ? tree[at].text : canonical_json(tree, at)});
  }
  return given;
}

KeptResult::UsedRate rate_of(const JsonTree& tree, std::uint32_t at) {
  const auto of = [&](std::string_view name) { return text_of(tree, at, name); };
  return {of("key"), of("valid_from"), of("valid_to"), of("value"), of("unit"), of("status"), of("source"), of("note")};
}

/// Every rate that is named anywhere below a node.
void collect_rates(const JsonTree& tree, std::uint32_t at, std::map<std::pair<std::string, std::string>, KeptResult::UsedRate>& found) {
  const bool is_rate =
      tree[at].kind == Kind::object && member(tree, at, "key") != 0 && member(tree, at, "valid_from") != 0 && member(tree, at, "unit") != 0;
  if (is_rate) {
    auto rate = rate_of(tree, at);
    const std::pair place{rate.key, rate.valid_from};
    found.try_emplace(place, std::move(rate));
    return;
  }
  for (std::uint32_t child = tree[at].first; child != 0; child = tree[child].next) collect_rates(tree, child, found);
}

/// What may be worded anew, in a step and elsewhere.
bool is_wording(std::string_view name, bool in_step) {
  constexpr std::array<std::string_view, 7> anywhere{"text", "source", "sources", "note", "address", "remedy", "reserve"};
  constexpr std::array<std::string_view, 3> of_a_step{"name", "status", "rates"};
  return std::ranges::find(anywhere, name) != anywhere.end() || (in_step && std::ranges::find(of_a_step, name) != of_a_step.end());
}
bool is_step(const JsonTree& tree, std::uint32_t at) { return member(tree, at, "rule") != 0 && member(tree, at, "amount") != 0; }

/// A value in short.
std::string said(const JsonTree& tree, std::uint32_t at) { return tree[at].kind == Kind::text ? tree[at].text : canonical_json(tree, at); }

std::string in_list(const std::string& path, std::size_t place) {
  return std::string(path).append("[").append(std::to_string(place)).append("]");
}

/// Two trees walked side by side.
class Comparison {
 public:
  Comparison(const JsonTree& kept, const JsonTree& now) : kept_(kept), now_(now) {}

  void objects(std::uint32_t kept, std::uint32_t now, const std::string& path, bool top) {
    const bool step = is_step(kept_, kept);
    for (std::uint32_t at = kept_[kept].first; at != 0; at = kept_[at].next) {
      const std::string& name = kept_[at].key;
      if (is_wording(name, step) || (top && (name == "fleks" || name == "facts"))) continue;
      const std::string where = path.empty() ? name : path + "." + name;
      if (const std::uint32_t other = member(now_, now, name); other != 0)
        values(at, other, where);
      else
        found_.push_back({where, said(kept_, at), {}});
    }
  }
  [[nodiscard]] std::vector<Difference> found() && { return std::move(found_); }

 private:
  void values(std::uint32_t kept, std::uint32_t now, const std::string& path) {
    if (kept_[kept].kind != now_[now].kind) {
      found_.push_back({path, said(kept_, kept), said(now_, now)});
    } else if (kept_[kept].kind == Kind::object) {
      objects(kept, now, path, false);
    } else if (kept_[kept].kind == Kind::list) {
      lists(kept, now, path);
    } else if (kept_[kept].text != now_[now].text) {
      found_.push_back({path, said(kept_, kept), said(now_, now)});
    }
  }

  /// Steps are found by their rule, and by how often it has come before; a later version may have more of them. Anything else by
  /// its place.
  void lists(std::uint32_t kept, std::uint32_t now, const std::string& path) {
    if (kept_[kept].first != 0 && is_step(kept_, kept_[kept].first)) return steps(kept, now, path);
    std::uint32_t other = now_[now].first;
    for (std::uint32_t at = kept_[kept].first; at != 0; at = kept_[at].next) {
      const std::string where = in_list(path, kept_[at].index);
      if (other == 0) {
        found_.push_back({where, said(kept_, at), {}});
        continue;
      }
      values(at, other, where);
      other = now_[other].next;
    }
    for (; other != 0; other = now_[other].next) found_.push_back({in_list(path, now_[other].index), {}, said(now_, other)});
  }
  void steps(std::uint32_t kept, std::uint32_t now, const std::string& path) {
    std::map<std::string, std::vector<std::uint32_t>> by_rule;
    for (std::uint32_t at = now_[now].first; at != 0; at = now_[at].next) by_rule[text_of(now_, at, "rule")].push_back(at);
    std::map<std::string, std::size_t> before;
    for (std::uint32_t at = kept_[kept].first; at != 0; at = kept_[at].next) {
      const std::string rule = text_of(kept_, at, "rule");
      const auto& same = by_rule[rule];
      const std::size_t nth = before[rule]++;
      const std::string of_rule = path + "." + rule, where = nth == 0 ? of_rule : in_list(of_rule, nth);
      if (nth < same.size())
        objects(at, same[nth], where, false);
      else
        found_.push_back({where, text_of(kept_, at, "amount"), {}});
    }
  }

  const JsonTree& kept_;
  const JsonTree& now_;
  std::vector<Difference> found_{};
};

/// The amount of a benefit in a month; none where the month has not the benefit.
Result<Money> amount_of(const JsonTree& tree, std::uint32_t month, std::string_view benefit, std::string_view name) {
  const std::uint32_t object = benefit.empty() ? month : member(tree, month, benefit);
  if (object == 0 || tree[object].kind == Kind::nothing) return Money{};
  auto amount = Money::parse(text_of(tree, object, name));
  if (!amount) return std::move(amount).error().in(tree.path(object, name));
  return amount;
}

Result<MonthBefore> month_before(const JsonTree& tree, std::uint32_t at) {
  MonthBefore before;
  const auto month = parse_month(text_of(tree, at, "month"));
  if (!month) return Error(month.error()).in(tree.path(at, "month"));
  before.month = *month;
  const std::string status = text_of(tree, at, "status");
  OneOf allowed;
  for (const MonthStatus each : {MonthStatus::computed, MonthStatus::unknown, MonthStatus::no_right}) {
    allowed.choices.emplace_back(to_text(each));
    if (status == to_text(each)) before.under.status = each;
  }
  if (std::ranges::find(allowed.choices, status) == allowed.choices.end())
    return Error{.code = ErrorCode::no_such_choice, .field = tree.path(at, "status"), .given = status, .allowed = std::move(allowed)};
  struct Amount {
    std::string_view benefit, name;
    Money MonthUnder::*to;
  };
  for (const auto& [benefit, name, to] :
       {Amount{"subsidy", "fleksloentilskud", &MonthUnder::fleksloentilskud},
        Amount{"ledighedsydelse", "ledighedsydelse", &MonthUnder::ledighedsydelse}, Amount{"", "payout", &MonthUnder::payout}}) {
    const auto amount = amount_of(tree, at, benefit, name);
    if (!amount) return amount.error();
    before.under.*to = *amount;
  }
  return before;
}

std::string rate_json(const KeptResult::UsedRate& rate) {
  const auto text = [](const std::string& value) { return value.empty() ? std::string("null") : json_string(value); };
  return R"({"key":)" + text(rate.key) + R"(,"note":)" + text(rate.note) + R"(,"source":)" + text(rate.source) + R"(,"status":)" +
         text(rate.status) + R"(,"unit":)" + text(rate.unit) + R"(,"valid_from":)" + text(rate.valid_from) + R"(,"valid_to":)" +
         text(rate.valid_to) + R"(,"value":)" + text(rate.value) + "}";
}

/// The file as JSON on lines of its own, or as one text where it is none.
std::string file_json(const std::string& text, std::size_t indent) {
  JsonTree tree;
  const bool json = tree.read(text, limits_of_a_result).empty() && (tree[0].kind == Kind::object || tree[0].kind == Kind::list);
  return json ? indented_json(tree, 0, indent) : json_string(text);
}

std::string facts_json(const Given& given) {
  std::string out = "{\n    \"task\": " + json_string(given.task) + ",\n    \"language\": " + json_string(given.language);
  const auto list = [](const std::vector<std::string>& values) {
    std::string text = "[";
    for (const std::string& value : values) text.append(text.size() > 1 ? ", " : "").append(json_string(value));
    return text + "]";
  };
  out += ",\n    \"given\": {";
  for (const Given::Fact& fact : given.facts)
    out += (&fact == &given.facts.front() ? "\n      " : ",\n      ") + json_string(fact.name) + ": " +
           (fact.values.empty()       ? "true"
            : fact.values.size() == 1 ? json_string(fact.values.front())
                                      : list(fact.values));
  out += given.facts.empty() ? "}" : "\n    }";
  if (!given.arguments.empty()) out += ",\n    \"arguments\": " + list(given.arguments);
  if (!given.files.empty()) {
    out += ",\n    \"files\": {";
    for (const Given::File& file : given.files)
      out += (&file == &given.files.front() ? "\n      " : ",\n      ") + json_string(file.name) + ": " + file_json(file.text, 6);
    out += "\n    }";
  }
  return out + "\n  }";
}

}  // namespace

std::string with_facts(std::string result, const Given& given) {
  constexpr std::string_view begins = "{\n  \"fleks\": {", ends = "\n  },";
  const std::size_t end = result.starts_with(begins) ? result.find(ends, begins.size()) : std::string::npos;
  if (end == std::string::npos) return result;
  result.insert(end + ends.size(), "\n  \"facts\": " + shown_json(facts_json(given)) + ",");
  return result;
}

Result<Given> read_given(std::string_view json) {
  JsonTree tree;
  if (auto errors = tree.read(json, limits_of_a_result); !errors.empty()) return std::move(errors.front());
  if (tree[0].kind != Kind::object) return Error{.code = ErrorCode::wrong_type, .allowed = Form::object};
  return given_of(tree, 0);
}

Result<KeptResult> KeptResult::read(std::string_view json) {
  auto tree = std::make_shared<JsonTree>();
  if (auto errors = tree->read(json, limits_of_a_result); !errors.empty()) return std::move(errors.front());
  if ((*tree)[0].kind != Kind::object) return Error{.code = ErrorCode::wrong_type, .allowed = Form::object};
  KeptResult kept;
  const auto fleks = needed(*tree, 0, "fleks", Kind::object);
  if (!fleks) return fleks.error();
  const auto facts = needed(*tree, 0, "facts", Kind::object);
  if (!facts) return facts.error();
  for (const auto& [name, to] : {std::pair{"program", &kept.program_}, std::pair{"rates", &kept.rates_version_}}) {
    const auto at = needed(*tree, *fleks, name, Kind::text);
    if (!at) return at.error();
    *to = (*tree)[*at].text;
  }
  auto given = given_of(*tree, *facts);
  if (!given) return std::move(given).error();
  kept.given_ = *std::move(given);
  kept.fleks_ = *fleks;
  kept.facts_ = *facts;
  if (member(*tree, 0, "sha256") != 0) {
    for (const auto& [name, kind, to] : {std::tuple{"sha256", Kind::object, &kept.seal_}, std::tuple{"result", Kind::object, &kept.result_},
                                         std::tuple{"rates", Kind::list, &kept.rates_member_}}) {
      const auto at = needed(*tree, 0, name, kind);
      if (!at) return at.error();
      *to = *at;
    }
  }
  std::map<std::pair<std::string, std::string>, UsedRate> rates;
  const std::uint32_t named_in = kept.rates_member_ != 0 ? kept.rates_member_ : kept.result_;
  for (std::uint32_t at = (*tree)[named_in].first; at != 0; at = (*tree)[at].next)
    if (at != kept.facts_) collect_rates(*tree, at, rates);
  for (auto& [place, rate] : rates) kept.rates_.push_back(std::move(rate));
  kept.tree_ = std::move(tree);
  return kept;
}

std::string KeptResult::rates_csv() const {
  std::string csv = "key,valid_from,valid_to,value,unit,status,source,note\n";
  for (const UsedRate& r : rates_) {
    if (r.value.empty()) continue;
    for (const std::string* column : {&r.key, &r.valid_from, &r.valid_to, &r.value, &r.unit, &r.status, &r.source})
      csv += csv_field(*column) + ',';
    csv += csv_field(r.note) + '\n';
  }
  return csv;
}

std::vector<std::string> KeptResult::changed_parts() const {
  std::vector<std::string> changed;
  if (seal_ == 0) return changed;
  const auto holds = [&](std::string_view name, const std::string& text) {
    if (text_of(*tree_, seal_, name) != sha256(text)) changed.emplace_back(name);
  };
  holds("facts", canonical_json(*tree_, facts_));
  holds("rates", canonical_json(*tree_, rates_member_));
  holds("result", canonical_json(*tree_, result_));
  if (changed.empty()) holds("record", canonical_json(*tree_, 0, "sha256"));
  return changed;
}

std::vector<Difference> KeptResult::differences(const KeptResult& now) const {
  Comparison comparison(*tree_, *now.tree_);
  comparison.objects(result_, now.result_, {}, result_ == 0);
  return std::move(comparison).found();
}

std::vector<Difference> KeptResult::rate_differences(const KeptResult& now) const {
  std::vector<Difference> found;
  for (const UsedRate& kept : rates_) {
    // The same period; where today's is another, any period in which it has the same value.
    const UsedRate *same_period = nullptr, *same_value = nullptr, *any = nullptr;
    for (const UsedRate& rate : now.rates_) {
      if (rate.key != kept.key) continue;
      any = &rate;
      if (rate.valid_from == kept.valid_from) same_period = &rate;
      if (rate.value == kept.value) same_value = &rate;
    }
    const UsedRate* other = same_period != nullptr ? same_period : same_value != nullptr ? same_value : any;
    if (other != nullptr && other->value != kept.value) found.push_back({"rates." + kept.key, kept.value, other->value});
  }
  return found;
}

Result<std::vector<MonthBefore>> KeptResult::months_of_case() const {
  const auto list = given_.task == "case"
                        ? needed(*tree_, result_, "months", Kind::list)
                        : Error{.code = ErrorCode::no_such_choice, .field = "facts.task", .given = given_.task, .allowed = OneOf{{"case"}}};
  if (!list) return list.error();
  std::vector<MonthBefore> months;
  for (std::uint32_t at = (*tree_)[*list].first; at != 0; at = (*tree_)[at].next) {
    auto month = month_before(*tree_, at);
    if (!month) return std::move(month).error();
    months.push_back(*month);
  }
  return months;
}

void KeptResult::name_rates(std::span<const Rate* const> in_force) {
  if (!rates_.empty()) return;
  for (const Rate* rate : in_force)
    rates_.push_back({std::string(info(rate->key).name), to_text(Date{rate->first}), rate->has_end() ? to_text(Date{rate->last}) : "",
                      value_text(*rate), std::string(to_text(rate->unit())), std::string(to_text(rate->status)), std::string(rate->source),
                      std::string(rate->note)});
}

std::string KeptResult::record() const {
  std::string of_rates = "[";
  for (const UsedRate& rate : rates_) of_rates.append(of_rates.size() > 1 ? "," : "").append(rate_json(rate));
  of_rates += "]";
  const std::string of_facts = canonical_json(*tree_, facts_);
  std::string of_result = "{";
  {
    std::vector<std::uint32_t> members;
    for (std::uint32_t at = (*tree_)[result_].first; at != 0; at = (*tree_)[at].next)
      if (result_ != 0 || (at != fleks_ && at != facts_)) members.push_back(at);
    std::ranges::sort(members, {}, [&](std::uint32_t at) -> const std::string& { return (*tree_)[at].key; });
    for (const std::uint32_t at : members)
      of_result.append(of_result.size() > 1 ? "," : "")
          .append(json_string((*tree_)[at].key))
          .append(":")
          .append(canonical_json(*tree_, at));
    of_result += "}";
  }
  const std::string all =
      "{\"facts\":" + of_facts + ",\"fleks\":" + canonical_json(*tree_, fleks_) + ",\"rates\":" + of_rates + ",\"result\":" + of_result;
  return all + R"(,"sha256":{"facts":")" + sha256(of_facts) + R"(","rates":")" + sha256(of_rates) + R"(","record":")" + sha256(all + "}") +
         R"(","result":")" + sha256(of_result) + "\"}}\n";
}

}  // namespace fleks
