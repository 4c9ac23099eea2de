#include "statement/validate.hpp"

#include <optional>

#include "rules/paid_hours.hpp"
#include "values/bounded.hpp"

namespace fleks {
namespace {

using namespace limits;

Error bad(ErrorCode code, Fact field, std::string given, Allowed allowed) {
  return {.code = code, .field = field, .given = std::move(given), .allowed = std::move(allowed)};
}

/// The first of the facts that lies outside its bounds.
template <class Facts>
std::optional<Error> out_of_bounds(const Facts& facts) {
  std::optional<Error> wrong;
  each_bounded(facts, [&](auto value, auto most, Fact field) {
    wrong = bounded(field, value, most);
    return !wrong;
  });
  return wrong;
}

/// What of the facts contradicts another.
std::optional<Error> contradiction(const MonthFacts& f, Month wage_month, const Options& options) {
  if (f.pay.form == Pay::Form::am_income) {
    // All of the pay as own pension leaves nothing to work the pay out from.
    if (f.own_pension.is_share() && f.own_pension.share() >= Percent::whole(100))
      return bad(ErrorCode::too_large, Fact::own_pension, to_text(f.own_pension.share()) + "%", Form::amount);
    if (f.benefits_in_kind > f.pay.amount)
      return bad(ErrorCode::out_of_range, Fact::benefits_in_kind, to_text(f.benefits_in_kind), Range{Money{}, f.pay.amount});
  } else {
    if (f.benefits_in_kind != Money{})
      return bad(ErrorCode::exclusive_facts, Fact::benefits_in_kind, to_text(f.benefits_in_kind), OnlyWith{{Fact::am_income}});
    if (f.pay.form == Pay::Form::monthly && !f.paid_hours && options.own_atp == OwnAtp::excluded)
      return bad(ErrorCode::missing_fact, Fact::paid_hours, "", Range{Hours{}, hours_in_a_month});
    if (!f.own_pension.is_share() && f.own_pension.amount() != Money{}) {
      Exact pay = Exact::of(f.pay.amount);
      if (f.pay.form == Pay::Form::hourly) pay = pay * Exact::of(f.pay.weekly_hours) * Exact::of(f.pay.intensity) * law::weeks_a_month;
      if (Exact::of(f.own_pension.amount()) > pay)
        return bad(ErrorCode::pension_above_wage, Fact::own_pension, to_text(f.own_pension.amount()),
                   Range{Money{}, pay.round(Rounding::down).value_or(largest_amount)});
    }
  }
  if (f.employed) {
    const auto [first, last] = *f.employed;
    if (!first.ok() || !last.ok()) return bad(ErrorCode::no_such_date, Fact::employed_from, "", Form::date);
    if (last < first || last < first_day(wage_month) || first > last_day(wage_month))
      return bad(ErrorCode::out_of_range, Fact::employed_from, to_text(first) + ".." + to_text(last),
                 Range{first_day(wage_month), last_day(wage_month)});
  }
  if (f.job) {
    const auto [first, last] = *f.job;
    if (!first.ok() || !last.ok()) return bad(ErrorCode::no_such_date, Fact::job_from, "", Form::date);
    if (last < first || last < first_day(f.month) || first > last_day(f.month))
      return bad(ErrorCode::out_of_range, Fact::job_from, to_text(first) + ".." + to_text(last),
                 Range{first_day(f.month), last_day(f.month)});
    if (f.employed) return bad(ErrorCode::exclusive_facts, Fact::employed_from, "", NotWith{{Fact::job_from}});
  }
  return std::nullopt;
}

}  // namespace

bool is_possible(const MonthFacts& f, const Month& wage_month, const Options& options) noexcept {
  if (!months_are_possible(f, wage_month)) return false;
  // One unsigned comparison finds what is negative and what is too large.
  const bool bounded = each_bounded(f, [](auto value, auto most, Fact) {
    return static_cast<std::uint64_t>(count_of(value)) <= static_cast<std::uint64_t>(count_of(most));
  });
  if (!bounded) return false;
  const bool plain = f.pay.form == Pay::Form::am_income && !f.own_pension.is_share() && !f.employer_pension.is_share() &&
                     f.benefits_in_kind <= f.pay.amount && !f.employed && !f.job;
  return plain || !contradiction(f, wage_month, options);
}

Error what_is_wrong(const MonthFacts& f, Month wage_month, const Options& options) {
  if (!f.month.ok()) return bad(ErrorCode::no_such_date, Fact::month, to_text(f.month), Form::month);
  if (!wage_month.ok()) return bad(ErrorCode::no_such_date, Fact::wage_month, to_text(wage_month), Form::month);
  if (wage_month > f.month) return bad(ErrorCode::out_of_range, Fact::wage_month, to_text(wage_month), AtMost{f.month});
  if (auto wrong = out_of_bounds(f)) return std::move(*wrong);
  auto contradicts = contradiction(f, wage_month, options);
  assert(contradicts);
  return *std::move(contradicts);
}

std::optional<Error> what_is_wrong(const Ceiling& ceiling) { return out_of_bounds(ceiling); }

}  // namespace fleks
