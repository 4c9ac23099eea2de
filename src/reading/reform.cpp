#include <fleks/reading/reform.hpp>

#include <algorithm>

#include <fleks/rules/rule.hpp>
#include <fleks/values/hours.hpp>

#include "rates/read_rates.hpp"
#include "text/csv.hpp"
#include "text/decimal.hpp"
#include "text/nlohmann.hpp"
#include "text/utf8.hpp"

namespace fleks {
namespace {

constexpr std::size_t most_bytes = 16'000'000, deepest = 4, most_members = 1'000;

enum class Kind : std::uint8_t { text, number, truth, null };
struct Member {
  std::string path;
  Kind kind;
  std::string text;
};

/// The members of a JSON object by their paths; a number is its text, as it stands in the file.
class Flatten : public nlohmann::json_sax<nlohmann::json> {
 public:
  std::vector<Member> members;
  std::optional<Error> wrong;

  bool null() override { return put(Kind::null, ""); }
  bool boolean(bool value) override { return put(Kind::truth, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return put(Kind::number, std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return put(Kind::number, std::to_string(value)); }
  bool number_float(number_float_t, const string_t& text) override { return put(Kind::number, text); }
  bool string(string_t& value) override { return put(Kind::text, value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override {
    if (names_.size() == deepest) return refuse(ErrorCode::too_deep, path_here(), std::to_string(deepest));
    names_.emplace_back();
    return true;
  }
  bool key(string_t& name) override {
    names_.back() = name;
    const std::string path = path_here();
    if (std::find(seen_.begin(), seen_.end(), path) != seen_.end()) return refuse(ErrorCode::duplicate, path, "");
    if (seen_.size() == most_members) {
      wrong = Error{.code = ErrorCode::too_many, .field = path, .allowed = AtMost{most_members}};
      return false;
    }
    seen_.push_back(path);
    return true;
  }
  bool end_object() override {
    names_.pop_back();
    return true;
  }
  bool start_array(std::size_t) override { return refuse(ErrorCode::wrong_type, path_here(), "[…]"); }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    return refuse(ErrorCode::not_json, "reform", "byte " + std::to_string(position));
  }

 private:
  [[nodiscard]] std::string path_here() const {
    std::string path;
    for (const auto& name : names_) path += (path.empty() ? "" : ".") + name;
    return path;
  }
  bool put(Kind kind, std::string text) {
    if (names_.empty()) return refuse(ErrorCode::wrong_type, "reform", text);
    members.push_back({path_here(), kind, std::move(text)});
    return true;
  }
  bool refuse(ErrorCode code, std::string field, std::string given) {
    if (field.empty()) field = "reform";
    wrong = Error{.code = code, .field = std::move(field), .given = std::move(given)};
    return false;
  }
  std::vector<std::string> names_, seen_;
};

Error wrong(ErrorCode code, const Member& member, Allowed allowed = {}) {
  return {.code = code, .field = member.path.empty() ? "reform" : member.path, .given = member.text, .allowed = std::move(allowed)};
}

OneOf changeable_rules() { return {{"FLT-7", "FLT-8", "FLT-9", "FLT-11", "FLT-12"}}; }

bool is_a_word(std::string_view id) {
  return !id.empty() && id.size() <= 40 &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

std::optional<Error> read_rate(const Member& member, std::string_view name, Reform& reform) {
  const auto key = rate_key(name);
  if (!key) return wrong(ErrorCode::unknown_key, member);
  if (member.kind != Kind::text && member.kind != Kind::number) return wrong(ErrorCode::wrong_type, member);
  const RateUnit unit = info(*key).unit;
  const bool fine = unit == RateUnit::percent || unit == RateUnit::hours_a_week;
  const std::int64_t most = unit == RateUnit::percent        ? Percent::whole(100).ten_thousandths()
                            : unit == RateUnit::hours_a_week ? hours_in_a_week.ten_thousandths()
                                                             : largest_amount.in_oere();
  auto count = parse_decimal(member.text, fine ? 4 : 2, most);
  if (!count) return std::move(count).error().in(member.path);
  reform.rates.push_back({.key = *key, .count = *count});
  return std::nullopt;
}

std::optional<Error> read_rule(const Member& member, std::string_view name, Reform& reform) {
  const bool off = member.kind == Kind::text && member.text == "off";
  if (name == "FLT-11.cut_pct") {
    if (member.kind != Kind::text && member.kind != Kind::number) return wrong(ErrorCode::wrong_type, member);
    auto share = Percent::parse(member.text);
    if (!share) return std::move(share).error().in(member.path);
    reform.policy.ceiling_cut_share = *share;
    return std::nullopt;
  }
  if (!rule(name.substr(0, name.find('.')))) return wrong(ErrorCode::no_such_choice, member, changeable_rules());
  if (name == "FLT-8") {
    if (member.kind != Kind::text || member.text != "by_hours") return wrong(ErrorCode::no_such_choice, member, OneOf{{"by_hours"}});
    reform.policy.reduced_by_hours = true;
    return std::nullopt;
  }
  bool* const applies = name == "FLT-7"    ? &reform.policy.care_income_counts
                        : name == "FLT-9"  ? &reform.policy.daily_benefit_deducted
                        : name == "FLT-11" ? &reform.policy.ceiling_applies
                        : name == "FLT-12" ? &reform.policy.holiday_days_cut
                                           : nullptr;
  if (applies == nullptr) return wrong(ErrorCode::no_such_choice, member, changeable_rules());
  if (!off) return wrong(ErrorCode::no_such_choice, member, name == "FLT-11" ? OneOf{{"off", "{\"cut_pct\": N}"}} : OneOf{{"off"}});
  *applies = false;
  return std::nullopt;
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
    return Error{.code = ErrorCode::bad_header, .field = "ceilings", .allowed = OneOf{{"agreement_area,ceiling"}}, .line = 1};
  while (lines.next(fields)) {
    if (fields.size() != 2 || lines.broken())
      return Error{.code = ErrorCode::bad_row,
                   .field = "ceilings",
                   .given = std::to_string(fields.size()),
                   .allowed = Exactly{2},
                   .line = lines.line()};
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

std::optional<Error> read_member(const Member& member, Reform& reform,
                                 const std::function<Result<std::string>(std::string_view)>& read_file) {
  const std::string_view path = member.path;
  if (path.starts_with("rates.")) return read_rate(member, path.substr(6), reform);
  if (path.starts_with("rules.")) return read_rule(member, path.substr(6), reform);
  if (path != "id" && path != "title" && path != "from" && path != "ceilings")
    return wrong(ErrorCode::unknown_field, member, OneOf{{"id", "title", "from", "rates", "rules", "ceilings"}});
  if (member.kind != Kind::text) return wrong(ErrorCode::wrong_type, member, Form::text);
  if (path == "title") {
    reform.title = member.text;
  } else if (path == "id") {
    if (!is_a_word(member.text)) return wrong(ErrorCode::no_such_choice, member, Form::word);
    reform.id = member.text;
  } else if (path == "from") {
    auto month = parse_month(member.text);
    if (!month) return std::move(month).error().in(path);
    reform.from = *month;
  } else {
    auto csv = read_file(member.text);
    if (!csv) return std::move(csv).error().in(path);
    return read_ceilings(*csv, reform);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Money> Reform::ceiling(std::string_view area) const noexcept {
  const auto found =
      std::lower_bound(ceilings.begin(), ceilings.end(), area, [](const AreaCeiling& a, std::string_view b) { return a.area < b; });
  if (found == ceilings.end() || found->area != area) return std::nullopt;
  return found->ceiling;
}

Result<Reform> read_reform(std::string_view json, const std::function<Result<std::string>(std::string_view)>& read_file) {
  if (json.size() > most_bytes)
    return Error{
        .code = ErrorCode::too_large, .field = "reform", .given = std::to_string(json.size()) + " B", .allowed = AtMost{most_bytes}};
  Flatten flat;
  nlohmann::json::sax_parse(json, &flat);
  if (flat.wrong) return *std::move(flat.wrong);
  Reform reform;
  for (const Member& member : flat.members)
    if (auto error = read_member(member, reform, read_file)) return *std::move(error);
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
