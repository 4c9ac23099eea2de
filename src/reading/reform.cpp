#include <fleks/reading/reform.hpp>

#include <algorithm>

#include <fleks/rules/rule.hpp>
#include <fleks/values/hours.hpp>

#include "rates/read_rates.hpp"
#include "text/bad_row.hpp"
#include "text/csv.hpp"
#include "text/decimal.hpp"
#include "text/json_tree.hpp"
#include "text/utf8.hpp"

namespace fleks {
namespace {

constexpr JsonTree::Limits limits{.values = 1'001, .depth = 4, .fields = 1'000};
constexpr std::size_t most_bytes = JsonTree::most_bytes;
using Kind = JsonTree::Kind;

OneOf changeable_rules() { return {{"FLT-7", "FLT-8", "FLT-9", "FLT-11", "FLT-12"}}; }

bool is_a_word(std::string_view id) {
  return !id.empty() && id.size() <= 40 &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

std::optional<Error> read_ceilings(const std::string& csv, Reform& reform) {
  if (csv.size() > most_bytes)
    return Error{
        .code = ErrorCode::too_large, .field = "ceilings", .given = std::to_string(csv.size()) + " B", .allowed = AtMost{most_bytes}};
  if (const std::size_t bad = text_until(csv); bad != csv.size())
    return Error{.code = ErrorCode::not_text, .field = "ceilings", .given = text_about(csv, bad)};
  CsvLines lines(without_byte_order_mark(csv));
  std::vector<std::string> fields;
  if (!lines.next(fields) || fields != std::vector<std::string>{"agreement_area", "ceiling"})
    return Error{.code = ErrorCode::bad_header,
                 .field = "ceilings",
                 .given = csv.substr(0, std::min<std::size_t>(csv.find_first_of("\r\n"), 80)),
                 .allowed = OneOf{{"agreement_area,ceiling"}},
                 .line = 1};
  while (lines.next(fields)) {
    if (fields.size() != 2 || lines.broken()) {
      Error error = bad_row(fields.size(), lines.broken(), 2).in("ceilings");
      error.line = lines.line();
      return error;
    }
    auto amount = Money::parse(fields[1]);
    if (!amount || fields[0].empty()) {
      Error error = amount ? Error{.code = ErrorCode::empty} : amount.error();
      error.field = amount ? "agreement_area" : "ceiling";
      error.line = lines.line();
      return error;
    }
    reform.ceilings.push_back({fields[0], *amount});
  }
  if (reform.ceilings.empty()) return Error{.code = ErrorCode::empty, .field = "ceilings"};
  std::sort(reform.ceilings.begin(), reform.ceilings.end(), [](const auto& a, const auto& b) { return a.area < b.area; });
  for (std::size_t i = 1; i < reform.ceilings.size(); ++i)
    if (reform.ceilings[i - 1].area == reform.ceilings[i].area)
      return Error{.code = ErrorCode::duplicate, .field = "agreement_area", .given = reform.ceilings[i].area};
  return std::nullopt;
}

/// A reform from its tree. The first thing that is wrong is kept, and nothing is read after it.
class ReformReader {
 public:
  using ReadFile = std::function<Result<std::string>(std::string_view)>;
  ReformReader(const JsonTree& tree, const ReadFile& read_file, Reform& reform) : tree_(tree), read_file_(read_file), reform_(reform) {}

  std::optional<Error> read() {
    if (tree_[0].kind != Kind::object) return wrong(ErrorCode::wrong_type, 0, Form::object);
    return each(0, [&](At at) { return member(at); });
  }

 private:
  using At = std::uint32_t;
  using Wrong = std::optional<Error>;

  [[nodiscard]] Error wrong(ErrorCode code, At at, Allowed allowed = {}) const {
    static constexpr const char* kinds[] = {"null", "true/false", "", "\"\"", "[]", "{}"};
    const auto& node = tree_[at];
    return {.code = code,
            .field = tree_.path(at),
            .given = node.text.empty() ? kinds[static_cast<int>(node.kind)] : node.text,
            .allowed = std::move(allowed)};
  }
  template <class Read>
  Wrong each(At object, Read read) {
    for (At at = tree_[object].first; at != 0; at = tree_[at].next)
      if (Wrong error = read(at)) return error;
    return std::nullopt;
  }
  template <class Read>
  Wrong members_of(At at, Read read) {
    if (tree_[at].kind != Kind::object) return wrong(ErrorCode::wrong_type, at, Form::object);
    return each(at, read);
  }
  [[nodiscard]] bool is_number(At at) const { return tree_[at].kind == Kind::text || tree_[at].kind == Kind::number; }

  Wrong member(At at) {
    const std::string& name = tree_[at].key;
    const std::string& text = tree_[at].text;
    if (name == "rates") return members_of(at, [&](At each_rate) { return rate(each_rate); });
    if (name == "rules") return members_of(at, [&](At each_rule) { return rule_changed(each_rule); });
    if (name != "id" && name != "title" && name != "from" && name != "ceilings")
      return wrong(ErrorCode::unknown_field, at, OneOf{{"id", "title", "from", "rates", "rules", "ceilings"}});
    if (tree_[at].kind != Kind::text) return wrong(ErrorCode::wrong_type, at, Form::text);
    if (name == "title") {
      reform_.title = text;
    } else if (name == "id") {
      if (!is_a_word(text)) return wrong(ErrorCode::no_such_choice, at, Form::word);
      reform_.id = text;
    } else if (name == "from") {
      auto month = parse_month(text);
      if (!month) return std::move(month).error().in(name);
      reform_.from = *month;
    } else {
      auto csv = read_file_(text);
      if (!csv) return std::move(csv).error().in(name);
      return read_ceilings(*csv, reform_);
    }
    return std::nullopt;
  }

  Wrong rate(At at) {
    const auto key = rate_key(tree_[at].key);
    if (!key) return Error{.code = ErrorCode::unknown_key, .field = tree_.path(at), .given = tree_[at].key};
    if (!is_number(at)) return wrong(ErrorCode::wrong_type, at);
    const RateUnit unit = info(*key).unit;
    auto count = parse_decimal(tree_[at].text, is_kroner(unit) ? 2 : 4, largest_count(unit));
    if (!count) return std::move(count).error().in(tree_.path(at));
    reform_.rates.push_back({.key = *key, .count = *count});
    return std::nullopt;
  }

  Wrong rule_changed(At at) {
    const std::string& name = tree_[at].key;
    const bool is_word = tree_[at].kind == Kind::text;
    Policy& policy = reform_.policy;
    if (name == "FLT-8") {
      if (!is_word || tree_[at].text != "by_hours") return wrong(ErrorCode::no_such_choice, at, OneOf{{"by_hours"}});
      policy.reduced_by_hours = true;
      return std::nullopt;
    }
    if (name == "FLT-11" && tree_[at].kind == Kind::object) return each(at, [&](At part) { return cut(part); });
    bool* const applies = name == "FLT-7"    ? &policy.care_income_counts
                          : name == "FLT-9"  ? &policy.daily_benefit_deducted
                          : name == "FLT-11" ? &policy.ceiling_applies
                          : name == "FLT-12" ? &policy.holiday_days_cut
                                             : nullptr;
    if (applies == nullptr)
      return Error{.code = ErrorCode::no_such_choice, .field = tree_.path(at), .given = name, .allowed = changeable_rules()};
    if (!is_word || tree_[at].text != "off")
      return wrong(ErrorCode::no_such_choice, at, name == "FLT-11" ? OneOf{{"off", "{\"cut_pct\": N}"}} : OneOf{{"off"}});
    *applies = false;
    return std::nullopt;
  }

  /// FLT-11: how much of what lies above the ceiling is taken.
  Wrong cut(At at) {
    if (tree_[at].key != "cut_pct") return wrong(ErrorCode::unknown_field, at, OneOf{{"cut_pct"}});
    if (!is_number(at)) return wrong(ErrorCode::wrong_type, at);
    auto share = Percent::parse(tree_[at].text);
    if (!share) return std::move(share).error().in(tree_.path(at));
    reform_.policy.ceiling_cut_share = *share;
    return std::nullopt;
  }

  const JsonTree& tree_;
  const ReadFile& read_file_;
  Reform& reform_;
};

}  // namespace

std::optional<Money> Reform::ceiling(std::string_view area) const noexcept {
  const auto found =
      std::lower_bound(ceilings.begin(), ceilings.end(), area, [](const AreaCeiling& a, std::string_view b) { return a.area < b; });
  if (found == ceilings.end() || found->area != area) return std::nullopt;
  return found->ceiling;
}

Result<Reform> read_reform(std::string_view json, const std::function<Result<std::string>(std::string_view)>& read_file) {
  const auto about = [](Error error) { return error.field.empty() ? std::move(error).in("reform") : error; };
  JsonTree tree;
  if (auto errors = tree.read(json, limits); !errors.empty()) return about(std::move(errors.front()));
  Reform reform;
  if (auto error = ReformReader(tree, read_file, reform).read()) return about(*std::move(error));
  if (reform.id.empty()) return Error{.code = ErrorCode::missing_fact, .field = "id", .allowed = Form::word};
  if (!reform.from.ok()) return Error{.code = ErrorCode::missing_fact, .field = "from", .allowed = Form::month};
  reform.policy.from = reform.from;
  for (auto& rate : reform.rates) rate.first = std::chrono::sys_days{first_day(reform.from)};
  return reform;
}

Result<Reformed> apply(const Reform& reform, const RateTable& rates, const Options& options) {
  std::vector<Rate> rows;
  for (const auto& changed : reform.rates) {
    Rate row{.key = changed.key,
             .status = RateStatus::derived,
             .first = changed.first,
             .last = changed.last,
             .count = changed.count,
             .source = reform.title.empty() ? std::string_view(reform.id) : std::string_view(reform.title),
             .exact = exact_rate(info(changed.key).unit, changed.count)};
    row.of_reform = true;
    rows.push_back(row);
  }
  auto table = rows.empty() ? Result<RateTable>(rates) : rates.extended_by(rows);
  if (!table) return std::move(table).error();
  Reformed reformed{*std::move(table), options};
  reformed.options.policy = reform.policy;
  return reformed;
}

}  // namespace fleks
