#include "statement/validate.hpp"

#include <optional>

namespace fleks {
namespace {

const char* pay_field(Pay::Form form) noexcept {
  switch (form) {
    case Pay::Form::am_income: return "--am-income";
    case Pay::Form::monthly: return "--monthly-wage";
    case Pay::Form::hourly: return "--hourly-wage";
  }
  return "";
}

Error bad(ErrorCode code, const char* field, std::string given, std::string allowed) {
  return {.code = code, .field = field, .given = std::move(given), .allowed = std::move(allowed)};
}

std::int64_t count_of(Money money) noexcept { return money.in_oere(); }
template <class T>
std::int64_t count_of(T value) noexcept {
  return value.ten_thousandths();
}

/// Calls `check(value, most, field)` for every part of a ceiling that has to lie from 0 to a most; stops at the first false.
template <class Check>
bool each_bounded(const Ceiling& c, Check check) {
  return check(c.amount, largest_amount, c.form == Ceiling::Form::from_hourly ? "--ceiling-hourly" : "--ceiling") &&
         check(c.supplements, largest_amount, "--ceiling-supplements") && check(c.fixed_bonus, largest_amount, "--ceiling-bonus") &&
         check(c.holiday_supplement, largest_amount, "--ceiling-holiday-supplement") &&
         check(c.employer_pension, Percent::whole(100), "--ceiling-pension");
}

/// The same for every fact of a month.
template <class Check>
bool each_bounded(const MonthFacts& f, Check check) {
  return check(f.pay.amount, largest_amount, pay_field(f.pay.form)) && check(f.pay.weekly_hours, hours_in_a_week, "--weekly-hours") &&
         check(f.pay.intensity, Percent::whole(100), "--intensity") && check(f.benefits_in_kind, largest_amount, "--benefits-in-kind") &&
         check(f.own_pension.amount(), largest_amount, "--own-pension") &&
         check(f.own_pension.share(), Percent::whole(100), "--own-pension") &&
         check(f.employer_pension.amount(), largest_amount, "--employer-pension") &&
         check(f.employer_pension.share(), Percent::whole(100), "--employer-pension") &&
         check(f.holiday_supplement, largest_amount, "--holiday-supplement") &&
         (!f.paid_hours || check(*f.paid_hours, hours_in_a_month, "--paid-hours")) && check(f.other_wage, largest_amount, "--other-wage") &&
         check(f.care_income, largest_amount, "--care-income") && check(f.daily_benefit, largest_amount, "--daily-benefit") &&
         check(f.ledighedsydelse_days, Days::whole(31), "--ledighedsydelse-days") && each_bounded(f.ceiling, check);
}

/// The first of the facts that lies outside its bounds.
template <class Facts>
std::optional<Error> out_of_bounds(const Facts& facts) {
  std::optional<Error> wrong;
  each_bounded(facts, [&](auto value, auto most, const char* field) {
    const bool negative = count_of(value) < 0;
    if (!negative && count_of(value) <= count_of(most)) return true;
    wrong = bad(negative ? ErrorCode::negative : ErrorCode::too_large, field, to_text(value), "0-" + to_text(most));
    return false;
  });
  return wrong;
}

/// What of the facts contradicts another.
std::optional<Error> contradiction(const MonthFacts& f, Month wage_month, const Options& options) {
  if (f.pay.form == Pay::Form::am_income) {
    for (const auto& [contribution, field] :
         {std::pair{&f.own_pension, "--own-pension"}, std::pair{&f.employer_pension, "--employer-pension"}})
      if (contribution->is_share()) return bad(ErrorCode::no_such_choice, field, to_text(contribution->share()) + "%", "kr.");
    if (f.benefits_in_kind > f.pay.amount)
      return bad(ErrorCode::out_of_range, "--benefits-in-kind", to_text(f.benefits_in_kind), "0-" + to_text(f.pay.amount));
  } else {
    if (f.benefits_in_kind != Money{})
      return bad(ErrorCode::exclusive_facts, "--benefits-in-kind", to_text(f.benefits_in_kind), "--am-income");
    if (f.pay.form == Pay::Form::monthly && !f.paid_hours && options.own_atp == OwnAtp::excluded)
      return bad(ErrorCode::missing_fact, "--paid-hours", "", "0-" + to_text(hours_in_a_month));
    if (!f.own_pension.is_share() && f.own_pension.amount() != Money{}) {
      Exact pay = Exact::of(f.pay.amount);
      if (f.pay.form == Pay::Form::hourly) pay = pay * Exact::of(f.pay.weekly_hours) * Exact::of(f.pay.intensity) * Exact::ratio(52, 12);
      if (Exact::of(f.own_pension.amount()) > pay)
        return bad(ErrorCode::pension_above_wage, "--own-pension", to_text(f.own_pension.amount()), "0-" + to_kroner_text(pay));
    }
  }
  if (f.employed) {
    const auto [first, last] = *f.employed;
    if (!first.ok() || !last.ok()) return bad(ErrorCode::no_such_date, "--employed-from", "", "YYYY-MM-DD");
    if (last < first || last < first_day(wage_month) || first > last_day(wage_month))
      return bad(ErrorCode::out_of_range, "--employed-from", to_text(first) + ".." + to_text(last), to_text(wage_month));
  }
  return std::nullopt;
}

bool months_are_possible(const MonthFacts& f, const Month& wage_month) noexcept {
  return f.month.ok() && wage_month.ok() && wage_month <= f.month;
}

}  // namespace

bool is_possible(const MonthFacts& f, const Month& wage_month, const Options& options) noexcept {
  if (!months_are_possible(f, wage_month)) return false;
  // One unsigned comparison finds what is negative and what is too large.
  const bool bounded = each_bounded(f, [](auto value, auto most, const char*) {
    return static_cast<std::uint64_t>(count_of(value)) <= static_cast<std::uint64_t>(count_of(most));
  });
  if (!bounded) return false;
  const bool plain = f.pay.form == Pay::Form::am_income && !f.own_pension.is_share() && !f.employer_pension.is_share() &&
                     f.benefits_in_kind <= f.pay.amount && !f.employed;
  return plain || !contradiction(f, wage_month, options);
}

Error what_is_wrong(const MonthFacts& f, Month wage_month, const Options& options) {
  if (!f.month.ok()) return bad(ErrorCode::no_such_date, "--month", "", "YYYY-MM");
  if (!wage_month.ok()) return bad(ErrorCode::no_such_date, "--wage-month", "", "YYYY-MM");
  if (wage_month > f.month) return bad(ErrorCode::out_of_range, "--wage-month", to_text(wage_month), "<= " + to_text(f.month));
  if (auto wrong = out_of_bounds(f)) return std::move(*wrong);
  auto contradicts = contradiction(f, wage_month, options);
  assert(contradicts);
  return *std::move(contradicts);
}

std::optional<Error> what_is_wrong(const Ceiling& ceiling) { return out_of_bounds(ceiling); }

}  // namespace fleks
