#include <fleks/reading/effort_file.hpp>

#include <fleks/values/hours.hpp>

#include "text/json_fields.hpp"

namespace fleks {
namespace {

constexpr JsonTree::Limits limits{.values = 10'000, .depth = 6, .fields = 64};

/// An effort from its tree. The first thing that is wrong is kept, and nothing is read after it.
class EffortReader final : JsonFields {
 public:
  EffortReader(JsonTree& tree, Effort& effort) : JsonFields(tree), effort_(effort) {}

  std::optional<Error> read() {
    if (tree_[0].kind != Kind::object) wrong(ErrorCode::wrong_type, 0, Form::object);
    effort();
    return std::move(error_);
  }

 private:
  using Parse = Result<std::int64_t> (*)(std::string_view);

  void complain(Error error) final {
    if (!error_) error_ = std::move(error);
  }
  At object(At in, std::string_view field) {
    const At at = find(in, field);
    if (at != 0 && tree_[at].kind != Kind::object) wrong(ErrorCode::wrong_type, at, Form::object);
    return at;
  }
  static Result<std::int64_t> oere(std::string_view text) {
    auto money = Money::parse(text);
    return money ? Result<std::int64_t>(money->in_oere()) : std::move(money).error();
  }
  static Result<std::int64_t> share(std::string_view text) {
    auto percent = Percent::parse(text);
    return percent ? Result<std::int64_t>(percent->ten_thousandths()) : std::move(percent).error();
  }
  static Result<std::int64_t> week_hours(std::string_view text) {
    auto hours = Hours::parse(text, hours_in_a_week);
    return hours ? Result<std::int64_t>(hours->ten_thousandths()) : std::move(hours).error();
  }
  static Result<std::int64_t> count(std::string_view text) {
    if (text.empty() || text.size() > 7 || text.find_first_not_of("0123456789") != std::string_view::npos)
      return Error{.code = ErrorCode::not_a_number, .given = std::string(text.substr(0, 60)), .allowed = Range{0, 9'999'999}};
    return std::int64_t{std::stol(std::string(text))};
  }

  void value(At at, Parse parse, std::int64_t& out) {
    if (at == 0) return;
    if (tree_[at].kind != Kind::number && tree_[at].kind != Kind::text) return wrong(ErrorCode::wrong_type, at, OneOf{{"100", "100..200"}});
    auto read = parse(tree_[at].text);
    if (!read) return complain(std::move(read).error().in(tree_.path(at)));
    out = *read;
  }
  /// A number, `low..high`, or an object with `from`, `to`, `likely`, or `value`, and `assumed`.
  void ranged(At at, Parse parse, Ranged& out) {
    if (at == 0) return;
    if (tree_[at].kind == Kind::object) return range_object(at, parse, out);
    const std::string& text = tree_[at].text;
    const auto dots = text.find("..");
    if (tree_[at].kind != Kind::text || dots == std::string::npos) {
      value(at, parse, out.value);
      out.low = out.high = out.value;
      return;
    }
    auto low = parse(std::string_view(text).substr(0, dots)), high = parse(std::string_view(text).substr(dots + 2));
    for (auto* end : {&low, &high})
      if (!*end) return complain(std::move(*end).error().in(tree_.path(at)));
    out = {(*low + *high) / 2, *low, *high, false};
  }
  void range_object(At at, Parse parse, Ranged& out) {
    const At one = find(at, "value"), from = find(at, "from"), to = find(at, "to"), likely = find(at, "likely");
    if (const At assumed = find(at, "assumed"); assumed != 0) {
      if (tree_[assumed].kind != Kind::boolean) return wrong(ErrorCode::wrong_type, assumed, Form::truth);
      out.assumed = tree_[assumed].truth;
    }
    take(at, "why");
    no_other_fields(at);
    if (one != 0) {
      value(one, parse, out.value);
      out.low = out.high = out.value;
      return;
    }
    if (from == 0 || to == 0)
      return complain(
          {.code = ErrorCode::missing_fact, .field = tree_.path(at, from == 0 ? "from" : "to"), .allowed = AnyOf{{"value", "from", "to"}}});
    value(from, parse, out.low);
    value(to, parse, out.high);
    out.value = (out.low + out.high) / 2;
    value(likely, parse, out.value);
  }
  void whole(At at, int& out) {
    std::int64_t read = out;
    value(at, count, read);
    out = static_cast<int>(read);
  }
  template <class Choice, std::size_t n>
  void choose(At at, Choice& out, const std::pair<const char*, Choice> (&words)[n]) {
    if (at == 0) return;
    OneOf allowed;
    for (const auto& [word, choice] : words) {
      if (tree_[at].kind == Kind::text && tree_[at].text == word) {
        out = choice;
        return;
      }
      allowed.choices.emplace_back(word);
    }
    wrong(tree_[at].kind == Kind::text ? ErrorCode::no_such_choice : ErrorCode::wrong_type, at, std::move(allowed));
  }

  void work(At at, EffortWork& w) {
    ranged(required(at, "hourly_wage", Form::amount), oere, w.hourly_wage);
    ranged(required(at, "weekly_hours"), week_hours, w.weekly_hours);
    ranged(find(at, "own_pension"), share, w.own_pension);
    ranged(find(at, "employer_pension"), share, w.employer_pension);
    if (const At ceiling = find(at, "ceiling_hourly"); ceiling != 0) ranged(ceiling, oere, w.ceiling_hourly.emplace());
  }
  void outcome(At at, Outcome& o) {
    choose(required(at, "to", OneOf{{"fleksjob", "job", "other"}}), o.to,
           {{"fleksjob", Outcome::To::fleksjob}, {"job", Outcome::To::job}, {"other", Outcome::To::other}, {"back", Outcome::To::back}});
    ranged(required(at, "pct"), share, o.share);
    ranged(find(at, "lasts_months"), count, o.lasts);
    if (o.to == Outcome::To::fleksjob || o.to == Outcome::To::job) work(at, o.work);
    if (o.to == Outcome::To::other) {
      ranged(find(at, "benefit"), oere, o.benefit);
      ranged(find(at, "refund_pct"), share, o.refund);
    }
    take(at, "why");
    no_other_fields(at);
  }
  void outcomes(At list, std::vector<Outcome>& out) {
    if (list == 0) return;
    if (tree_[list].kind != Kind::list) return wrong(ErrorCode::wrong_type, list, Form::list);
    for (At at = tree_[list].first; at != 0; at = tree_[at].next) {
      if (tree_[at].kind != Kind::object) return wrong(ErrorCode::wrong_type, at, Form::object);
      outcome(at, out.emplace_back());
    }
  }
  void group(At at) {
    if (at == 0) return;
    choose(find(at, "refund"), effort_.refund, {{"staircase", GroupRefund::staircase}, {"old", GroupRefund::old}});
    whole(find(at, "benefit_weeks"), effort_.benefit_weeks);
    whole(find(at, "benefit_months"), effort_.benefit_months);
    choose(
        find(at, "class"), effort_.benefit_class,
        {{"full", BenefitClass::full}, {"low_provider", BenefitClass::low_provider}, {"low_nonprovider", BenefitClass::low_nonprovider}});
    no_other_fields(at);
  }
  void pool(At at) {
    if (at == 0) return;
    work(at, effort_.pool);
    ranged(required(at, "months"), count, effort_.pool_months);
    ranged(find(at, "holiday_pay_pct"), share, effort_.holiday_pay);
    ranged(find(at, "wage_paid_back_pct"), share, effort_.wage_paid_back);
    ranged(find(at, "work_worth_pct"), share, effort_.work_worth);
    no_other_fields(at);
  }
  void percent(At at, std::optional<Percent>& out) {
    if (at == 0) return;
    std::int64_t read = 0;
    value(at, share, read);
    out = Percent::of_ten_thousandths(read);
  }

  void effort() {
    if (error_) return;
    take(0, "description");
    if (const At name = find(0, "name"); name != 0) {
      if (tree_[name].kind != Kind::text) return wrong(ErrorCode::wrong_type, name, Form::text);
      effort_.name = tree_[name].text;
    }
    if (const At from = required(0, "from", Form::month); from != 0) {
      auto month = parse_month(tree_[from].text);
      if (!month) return complain(std::move(month).error().in("from"));
      effort_.from = *month;
    }
    whole(required(0, "months"), effort_.months);
    whole(required(0, "participants"), effort_.participants);
    whole(find(0, "intake_months"), effort_.intake_months);
    if (const At prices = find(0, "prices_of"); prices != 0) whole(prices, effort_.prices_of.emplace(0));
    group(object(0, "group"));
    percent(find(0, "municipal_tax"), effort_.municipal_tax);
    percent(find(0, "tax_share_kept_pct"), effort_.options.tax_share_kept);
    ranged(find(0, "staff_a_year"), oere, effort_.staff);
    ranged(find(0, "cost_a_participant"), oere, effort_.cost_a_participant);
    pool(object(0, "pool"));
    outcomes(find(0, "outcomes"), effort_.outcomes);
    outcomes(find(0, "anyway"), effort_.anyway);
    no_other_fields(0);
  }

  Effort& effort_;
  std::optional<Error> error_{};
};

}  // namespace

Result<Effort> read_effort(std::string_view json) {
  JsonTree tree;
  if (auto errors = tree.read(json, limits); !errors.empty()) return std::move(errors.front());
  Effort effort;
  if (auto wrong = EffortReader(tree, effort).read()) return std::move(*wrong);
  if (auto wrong = problem(effort)) return std::move(*wrong);
  return effort;
}

}  // namespace fleks
