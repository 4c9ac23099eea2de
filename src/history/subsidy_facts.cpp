#include "history/subsidy_facts.hpp"

#include <algorithm>
#include <bit>

#include "history/ceilings.hpp"
#include "history/days.hpp"
#include "history/holidays.hpp"
#include "history/subsidy_holidays.hpp"
#include "history/told.hpp"
#include "rules/income_kinds.hpp"
#include "rules/part_of_month.hpp"

namespace fleks::history {
namespace {

/// What is whole øre of an amount, and what is not.
struct Split {
  Money whole{};
  Exact rest{};
};
Split split(const Exact& amount) {
  const Exact whole = amount.whole_part_exact(Rounding::toward_zero);
  return {whole.round(Rounding::never).value(), amount - whole};
}

/// FLT-5, FLT-7: the wages into the facts of a month.
std::optional<Error> take_wages(MonthFacts& f, const Wages& wages) {
  const Split pay = split(wages.pay), own = split(wages.own_pension), employer = split(wages.employer_pension),
              supplements = split(wages.supplements), other = split(wages.other);
  for (const Split* each : {&pay, &own, &employer, &other})
    if (each->whole < Money{})
      return Error{.code = ErrorCode::negative, .field = "wages", .given = to_text(each->whole), .allowed = AtLeast{Money{}}};
  f.pay = Pay::am_income(pay.whole);
  f.own_pension = Contribution::of(own.whole);
  f.employer_pension = Contribution::of(employer.whole);
  f.holiday_supplement = supplements.whole;
  f.other_wage = other.whole;
  const Exact rest = pay.rest + own.rest + employer.rest + supplements.rest;
  if (rest != Exact{} || f.in_parts) f.in_parts.say().exact_wage = rest;
  if (other.rest != Exact{} || f.in_parts) f.in_parts.say().exact_other_wage = other.rest;
  if (wages.any && wages.hours_known)
    f.paid_hours =
        std::min(Hours::of_ten_thousandths((wages.hours * Exact::whole(10'000)).rounded(Rounding::half_up).value()), hours_in_a_month);
  return std::nullopt;
}

/// Weekdays of a month on which a job is not paid: daily benefits and unpaid holiday.
DaySet days_without_pay(const Known& known, Month month, DayNumber as_of) {
  DaySet days = 0;
  const auto add = [&](const std::vector<Holds>& holds, const std::vector<DailyBenefit>& list) {
    for (std::size_t i = 0; i < list.size(); ++i)
      if (holds[i].at(as_of)) days |= days_in(month, days_of(list[i].period));
  };
  add(known.daily_benefits, known.facts.daily_benefits);
  add(known.unclaimed_benefits, known.facts.unclaimed_benefits);
  for (std::size_t i = 0; i < known.holidays.size(); ++i)
    if (known.facts.holidays[i].kind == HolidayTaken::Kind::unpaid && holiday_counts(known, i, as_of))
      days |= days_in(month, days_of(known.facts.holidays[i].period));
  return days;
}

/// FLT-20: a wage that is neither reported nor expected is unknown, not zero; a job without pay all month has none.
bool wage_is_missing(const Known& known, const Ground& g, const Wages& wages, DayNumber as_of) {
  const int rank = wages.jobs[g.job].best_rank;
  if (rank < law::first_rank_of_expected || (rank != law::no_rank && g.expected_holds)) return false;
  const DaySet days = days_in(g.wage_month, known.jobs[g.job].known(as_of)) & weekdays_of(g.wage_month);
  return (days & ~days_without_pay(known, g.wage_month, as_of)) != 0 || days == 0;
}

/// FLT-7, FLT-9: what was paid in the month of other income.
template <class Watch>
void add_benefits(MonthFacts& f, const Known& known, Month month, DayNumber as_of, Watch& watch) {
  const auto add = [&](const std::vector<Holds>& holds, const std::vector<DailyBenefit>& list, FactUsed::Kind kind) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!holds[i].at(as_of) || month_of(list[i].paid) != month) continue;
      f.daily_benefit += list[i].amount;
      watch.fact(kind, i, Exact::of(list[i].amount));
    }
  };
  add(known.daily_benefits, known.facts.daily_benefits, FactUsed::Kind::daily_benefit);
  if (known.facts.options.unclaimed_benefit == UnclaimedBenefit::deducted)
    add(known.unclaimed_benefits, known.facts.unclaimed_benefits, FactUsed::Kind::unclaimed_benefit);
  for (std::size_t i = 0; i < known.incomes.size(); ++i) {
    const OtherIncome& income = known.facts.incomes[i];
    if (!known.incomes[i].at(as_of) || income.month != month || !law::counts_as_wage(income.kind, f.month)) continue;
    (income.kind == OtherIncome::Kind::care ? f.care_income : f.other_wage) += income.amount;
    watch.fact(FactUsed::Kind::income, i, Exact::of(income.amount));
  }
}

/// A part of the wage month, as the span of as many weekdays where two jobs leave a gap between them.
std::optional<Period> part_of_wage_month(Month month, DaySet covered) {
  const DaySet all_weekdays = weekdays_of(month);
  const int worked = std::popcount(covered & all_weekdays);
  if (worked == std::popcount(all_weekdays) || worked == 0) return std::nullopt;
  const Period span{day_at(month, std::countr_zero(covered)), day_at(month, 31 - std::countl_zero(covered))};
  if (weekdays(span.first, span.last) == worked) return span;
  int end = 0;
  while (std::popcount(all_weekdays & ((2U << end) - 1)) < worked) ++end;
  return Period{first_day(month), day_at(month, end)};
}

/// LOFT-5, FLT-16: the ceiling of the jobs.
template <class Watch>
std::optional<Error> set_ceiling(MonthFacts& f, SubsidyFacts& out, const Known& known, std::span<const Ground> grounds, DayNumber as_of,
                                 Watch& watch) {
  const bool of_subsidy_month = known.facts.options.month.rates_of == RatesOf::subsidy_month;
  const RatesOnDate rates = known.rates.on(of_subsidy_month ? f.month : grounds.front().wage_month);
  auto together = ceiling_of_part(known, grounds, as_of, rates, watch);
  if (!together) return std::move(together).error();
  if (!together->ceiling) return std::nullopt;
  auto rise = ceiling_rise(known, grounds, as_of, rates, watch);
  if (!rise) return std::move(rise).error();
  const auto raised = [](Ceiling ceiling, Money by) {
    if (by == Money{}) return ceiling;
    // LOFT-3 adds the ferietillæg of the month to the ceiling.
    if (ceiling.form == Ceiling::Form::stated) ceiling.form = Ceiling::Form::from_monthly;
    ceiling.holiday_supplement += by;
    return ceiling;
  };
  f.ceiling = raised(*together->ceiling, rise->sum);
  for (auto& [missing, ceiling] : together->otherwise) {
    out.missing.push_back(missing);
    out.otherwise.emplace_back(missing, ceiling ? std::optional(raised(*ceiling, rise->sum)) : std::nullopt);
  }
  for (const auto& [missing, by] : rise->otherwise)
    out.otherwise.emplace_back(missing, by ? std::optional(raised(*together->ceiling, *by)) : std::nullopt);
  return std::nullopt;
}

/// The jobs of a month that are computed together.
template <class Watch>
class PartOfMonth {
 public:
  PartOfMonth(const Known& known, Month month, DayNumber as_of, std::span<const Ground> grounds, Watch& watch)
      : known_(known), month_(month), as_of_(as_of), grounds_(grounds), watch_(watch) {}

  /// `share` of the month is what these jobs cover.
  std::optional<Error> add_to(SubsidyFacts& out, const Exact& share, const Exact& of_month) {
    const Month other_income = month_of_other_income(grounds_, month_);
    MonthFacts& f = out.parts.emplace_back();
    f.month = month_;
    f.wage_month = other_income;
    if (auto wrong = add_wages(f, out, other_income)) return wrong;
    add_benefits(f, known_, other_income, as_of_, watch_);
    add_holidays(f, out.missing, known_, {month_, grounds_, share, of_month}, as_of_, watch_);
    set_part(f, share, other_income);
    if (auto wrong = set_ceiling(f, out, known_, grounds_, as_of_, watch_)) return wrong;
    check_holiday_pay(known_, other_income, as_of_, watch_);
    return std::nullopt;
  }

 private:
  std::optional<Error> add_wages(MonthFacts& f, SubsidyFacts& out, Month other_income) {
    Wages sum;
    for (const Month m : {month_before(month_), month_}) {
      auto as = wages_as(known_, grounds_, m, other_income);
      if (std::all_of(as.begin(), as.end(), [](WageAs a) { return a == WageAs::nothing; }) && m != other_income) continue;
      if (m == month_ && known_.facts.options.first_month == FirstMonth::no_deduction) leave_out_first_months(as, f);
      const Wages wages = wages_of(known_, m, as_of_, as, m == other_income, watch_);
      find_untaxed(out.missing, known_, m, as_of_, as);
      for (const Ground& g : grounds_)
        if (g.wage_month == m) add_basis(out, g, wages, as[g.job] == WageAs::nothing);
      add(sum, wages);
    }
    return take_wages(f, sum);
  }
  /// FLT-20, when the option deducts nothing in the first month of a job.
  void leave_out_first_months(OfEachJob<WageAs>& as, MonthFacts& f) const {
    for (const Ground& g : grounds_)
      if (g.own && month_of(date_of(known_.jobs[g.job].days.first)) == month_) {
        as[g.job] = WageAs::nothing;
        f.right_without_wage = true;
      }
  }
  void add_basis(SubsidyFacts& out, const Ground& g, const Wages& wages, bool nothing) {
    out.basis.push_back({g.job, g.wage_month, g.rule, wages.jobs[g.job].expected});
    if constexpr (Watch::watching) tell_of_basis(out.basis.back());
    if (!nothing && wage_is_missing(known_, g, wages, as_of_)) out.missing.push_back({MissingFact::Kind::wage, g.job, g.wage_month, true});
  }
  void tell_of_basis(const Basis& basis) {
    using Wording = steps::WageOfMonth::Wording;
    const bool first = month_of(date_of(known_.jobs[basis.employment].days.first)) == month_;
    if (basis.rule == Rule::FLT_22)
      watch_.step(Exact{}, steps::WageAfterHoliday{});
    else if (basis.rule == Rule::FLT_20)
      watch_.choice(Exact{}, steps::WageOfMonth{first            ? basis.expected ? Wording::first_month_expected : Wording::first_month
                                                : basis.expected ? Wording::after_part_month_expected
                                                                 : Wording::after_part_month});
    else if (basis.expected)
      watch_.step(Exact{}, steps::WageOfMonth{Wording::expected});
  }
  static void add(Wages& sum, const Wages& more) {
    sum.pay += more.pay;
    sum.own_pension += more.own_pension;
    sum.employer_pension += more.employer_pension;
    sum.supplements += more.supplements;
    sum.other += more.other;
    sum.hours += more.hours;
    sum.hours_known = sum.hours_known && more.hours_known;
    sum.any = sum.any || more.any;
  }
  /// FLT-18: calendar days that the jobs cover / those of the month.
  [[nodiscard]] Exact calendar_part() const {
    DaySet days = 0;
    for (const Ground& g : grounds_) days |= days_in(month_, known_.jobs[g.job].known(as_of_));
    return Exact::ratio(std::popcount(days), days_in(month_));
  }
  /// FLT-13.
  void set_part(MonthFacts& f, const Exact& share, Month other_income) const {
    if (known_.facts.options.part_of == PartOf::wage_month && other_income != month_) {
      f.employed = part_of_wage_month(other_income, job_days(known_, other_income, as_of_, true));
      return;
    }
    // Weekdays that are all of the subsidy need not be all of the calendar.
    const Exact one = Exact::whole(1), of_calendar = calendar_part();
    if (of_calendar != one) f.in_parts.say().calendar_part = of_calendar;
    if (of_calendar != one || share != one) f.in_parts.say().part = share;
  }

  const Known& known_;
  Month month_;
  DayNumber as_of_;
  std::span<const Ground> grounds_;
  Watch& watch_;
};

}  // namespace

template <class Watch>
Result<std::optional<SubsidyFacts>> subsidy_facts(const Known& known, Month month, DayNumber as_of, Watch& watch) {
  if (known.without_right && month >= *known.without_right) return std::optional<SubsidyFacts>{};
  auto all = grounds(known, month, as_of);
  if (all.empty()) return std::optional<SubsidyFacts>{};
  SubsidyFacts out;
  const DaySet covered = covered_by(all);
  const Exact share = law::part_of_month(std::popcount(covered), month);

  // A job that follows another within the month has its own days and, where that rests on another month, its own wage.
  for (const auto& together : that_are_computed_together(std::move(all))) {
    const Exact of_covered = Exact::ratio(std::popcount(covered_by(together)), std::popcount(covered));
    if (auto wrong = PartOfMonth(known, month, as_of, together, watch).add_to(out, share * of_covered, share)) return std::move(*wrong);
  }
  return std::optional(std::move(out));
}
template Result<std::optional<SubsidyFacts>> subsidy_facts(const Known&, Month, DayNumber, NotTold&);
template Result<std::optional<SubsidyFacts>> subsidy_facts(const Known&, Month, DayNumber, Told&);

}  // namespace fleks::history
