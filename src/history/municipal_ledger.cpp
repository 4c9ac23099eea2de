#include <fleks/history/municipal_ledger.hpp>

#include <algorithm>
#include <bit>
#include <map>

#include "facts/case_lists.hpp"
#include "history/days.hpp"
#include "history/holidays.hpp"
#include "history/month_of_case.hpp"
#include "history/sanctioned.hpp"
#include "rules/municipal_refund.hpp"

namespace fleks {
namespace {

using namespace history;

/// The days of a month by what the count of weeks has them as: `own` those with ledighedsydelse or fleksløntilskud, `other` those
/// with another benefit.
struct MonthDays {
  DaySet own = 0, other = 0, self_support = 0;
};

/// FIN § 3: sickness benefit and ressourceforløbsydelse are among the benefits that count, maternity and bereavement are
/// public support that does not.
bool counts_as_benefit(DailyBenefit::Kind kind) noexcept {
  return kind == DailyBenefit::Kind::sickness || kind == DailyBenefit::Kind::resource;
}

/// The days that a month's payments cover (BEK 14/2026 § 19 stk. 2).
struct CoveredDays {
  DaySet subsidy = 0, ledighedsydelse = 0;
};

/// No subsidy is paid for holiday on ledighedsydelse (BEK-FLT § 10 stk. 2), and no ledighedsydelse in a sanction or for earned
/// holiday that was not taken (LY-9, LY-12).
CoveredDays covered_days(const Known& known, Month month, DayNumber as_of) {
  CoveredDays days;
  for (const Job& job : known.jobs)
    if (job.gives_right()) days.subsidy |= days_in(month, job.known(as_of));
  const DaySet holidays = holidays_on_benefit_in_job(known, month, as_of);
  if ((days.subsidy & ~holidays) != 0) days.subsidy &= ~holidays;
  days.ledighedsydelse =
      holidays | (days_with_right(known, month, as_of) & ~days_of_sanctions(known, month, as_of) & ~untaken_days(known, month, as_of));
  return days;
}

/// Which of a month's benefits were paid. Of a month before the case, and of one that is not known, it is taken that they were.
struct PaidIn {
  bool subsidy = true, ledighedsydelse = true;
};
PaidIn paid_in(const CaseMonth& m) noexcept {
  const bool unknown = m.status == MonthStatus::unknown;
  return {.subsidy = m.subsidy ? m.subsidy->fleksloentilskud > Money{} : unknown,
          .ledighedsydelse = m.benefit ? m.benefit->ledighedsydelse > Money{} : unknown};
}

MonthDays days_of(const Known& known, Month month, DayNumber as_of, PaidIn paid) {
  MonthDays days;
  const CoveredDays covered = covered_days(known, month, as_of);
  if (paid.subsidy) days.own |= covered.subsidy;
  if (paid.ledighedsydelse) days.own |= covered.ledighedsydelse;
  DaySet supported = 0;
  for (const Job& job : known.jobs) (job.fleks ? supported : days.self_support) |= days_in(month, job.known(as_of));
  for (std::size_t i = 0; i < known.daily_benefits.size(); ++i) {
    const DailyBenefit& b = known.facts.daily_benefits[i];
    if (!known.daily_benefits[i].at(as_of)) continue;
    (counts_as_benefit(b.kind) ? days.other : supported) |= days_in(month, history::days_of(b.period));
  }
  days.self_support &= ~(days.own | days.other | supported);
  return days;
}

/// The first month of which the case knows on what the citizen lived.
Month first_known(const Known& known) {
  int first = number_of(known.facts.first);
  const auto from = [&](Date day) { first = std::min(first, number_of(month_of(day))); };
  for (const Job& job : known.jobs) from(date_of(job.days.first));
  for (const BenefitPeriod& p : known.facts.ledighedsydelse)
    if (!p.record.withdrawn) from(p.from);
  for (const DailyBenefit& b : known.facts.daily_benefits)
    if (!b.record.withdrawn) from(b.period.first);
  return month_at(first);
}

/// KOM-1 to KOM-3: the weeks of a case, by their number, with the count at the end of each. Ledighedsydelse and fleksløntilskud
/// before `own_from` are no weeks with benefits (KOM-4).
class Weeks {
 public:
  Weeks(const Known& known, const std::vector<CaseMonth>& months, DayNumber as_of, std::optional<Date> own_from) {
    const Case& c = known.facts;
    // The week of the first day is not among those that ended before the first month.
    const DayNumber known_from =
        c.benefit_weeks_before ? monday_of(week_of(number_of(first_day(c.first)))) : number_of(first_day(first_known(known)));
    const DayNumber begin = std::max(known_from, number_of(first_counted_day));
    const DayNumber own = own_from ? number_of(*own_from) : begin;
    std::map<std::int32_t, std::pair<bool, int>> weeks;  // a benefit in it, days of self-support
    for (Month m = month_of(date_of(begin)); m <= c.last; m = month_after(m)) {
      const auto at = (m - c.first).count();
      const MonthDays days = days_of(known, m, as_of, at < 0 ? PaidIn{} : paid_in(months[static_cast<std::size_t>(at)]));
      const DayNumber first = number_of(first_day(m));
      for (int i = std::max(0, begin - first), length = days_in(m); i < length; ++i) {
        auto& [benefit, self_support] = weeks[week_of(first + i)];
        benefit = benefit || ((first + i < own ? days.other : days.own | days.other) >> i & 1U) != 0;
        self_support += static_cast<int>(days.self_support >> i & 1U);
      }
    }
    law::WeekCount count(c.benefit_weeks_before.value_or(0));
    for (const auto& [week, days] : weeks) {
      const WeekOf kind = days.first ? WeekOf::benefit : days.second == days_a_week ? WeekOf::self_support : WeekOf::neither;
      counted_[week] = count.next(week, kind);
      if (count.started_over()) started_over_.push_back(week);
    }
  }
  /// Weeks with benefits up to and with the week of that day. FIN § 29 stk. 3: on the staircase the days before 4 January 2016
  /// count as the week after.
  [[nodiscard]] int at(DayNumber day, RefundRules rules) const {
    static constexpr DayNumber first_monday = 16'804;  // 4 January 2016
    const auto found = counted_.find(week_of(rules == RefundRules::staircase ? std::max(day, first_monday) : day));
    return found == counted_.end() ? 0 : found->second;
  }
  [[nodiscard]] bool starts_over_in(Month month) const {
    for (const std::int32_t week : started_over_)
      if (month_of(date_of(monday_of(week + 1) - 1)) == month) return true;
    return false;
  }

 private:
  std::map<std::int32_t, int> counted_{};
  std::vector<std::int32_t> started_over_{};
};

/// KOM-4: the first day from 1 July 2014 on which a fleksjob begins.
std::optional<Date> first_new_fleksjob(const Known& known) {
  std::optional<Date> first;
  for (const Job& job : known.jobs)
    if (const Date from = date_of(job.days.first); job.gives_right() && from >= first_counted_day)
      first = std::min(from, first.value_or(from));
  return first;
}

/// KOM-5: which months the municipality bears alone, from the first the case knows.
class Alone {
 public:
  Alone(const Known& known, DayNumber as_of) : first_(first_known(known)) {
    law::LongTermOnBenefit follow;
    for (Month m = first_; m <= known.facts.last; m = month_after(m)) {
      const DaySet all = weekdays_of(m);
      months_.push_back(follow.next((days_with_right(known, m, as_of) & all) == all, (job_days(known, m, as_of, true) & all) == all));
    }
  }
  [[nodiscard]] bool at(Month month) const { return months_[static_cast<std::size_t>((month - first_).count())]; }

 private:
  Month first_;
  std::vector<bool> months_{};
};

/// KOM-9: the days that an expense is divided on; all of the month where none is known.
DaySet divided_on(DaySet days, Month month, WeeksOfMonth by) noexcept {
  const DaySet all = days_in(month, Stretch{});
  if (days == 0) days = all;
  if (by == WeeksOfMonth::weekdays && (days & weekdays_of(month)) != 0) days &= weekdays_of(month);
  return days;
}

struct Dividing {
  const Weeks& weeks;
  const Weeks* weeks_otherwise;  // as the other reading of KOM-4 has them; none: it says the same
  const Alone& alone;
  std::optional<Date> staircase_from;
  WeeksOfMonth by;
};

RefundRules rules_on(const Dividing& d, Date day) noexcept {
  if (d.staircase_from && day >= *d.staircase_from) return RefundRules::staircase;
  return d.alone.at(month_of(day)) ? RefundRules::old_alone : RefundRules::old;
}

/// KOM-9: the month's expense, week by week; a week in which the rules change is two.
std::vector<WeekOfExpense> weeks_of(const CaseMonth& m, const Known& known, DayNumber as_of, const Dividing& by) {
  const Exact subsidy = m.subsidy ? Exact::of(m.subsidy->fleksloentilskud) : Exact{};
  const Exact benefit = m.benefit ? Exact::of(m.benefit->ledighedsydelse) : Exact{};
  const CoveredDays covered = covered_days(known, m.month, as_of);
  const DaySet of_subsidy = subsidy.is_zero() ? 0 : divided_on(covered.subsidy, m.month, by.by);
  const DaySet of_benefit = benefit.is_zero() ? 0 : divided_on(covered.ledighedsydelse, m.month, by.by);
  std::vector<WeekOfExpense> out;
  const DayNumber first = number_of(first_day(m.month));
  for (int i = 0, length = days_in(m.month); i < length; ++i) {
    if (((of_subsidy | of_benefit) >> i & 1U) == 0) continue;
    const std::int32_t week = week_of(first + i);
    const RefundRules rules = rules_on(by, date_of(first + i));
    if (out.empty() || out.back().monday != date_of(monday_of(week)) || out.back().rules != rules)
      out.push_back({.monday = date_of(monday_of(week)), .weeks = by.weeks.at(first + i, rules), .rules = rules});
    WeekOfExpense& w = out.back();
    ++w.days;
    if ((of_subsidy >> i & 1U) != 0) w.subsidy += subsidy * Exact::ratio(1, std::popcount(of_subsidy));
    if ((of_benefit >> i & 1U) != 0) w.ledighedsydelse += benefit * Exact::ratio(1, std::popcount(of_benefit));
  }
  for (WeekOfExpense& w : out) {
    w.subsidy = w.subsidy.reduced();
    w.ledighedsydelse = w.ledighedsydelse.reduced();
  }
  return out;
}

/// KOM-4: whether the other count of weeks refunds one of them otherwise.
bool is_on_other_step(const std::vector<WeekOfExpense>& weeks, const Weeks& other) {
  return std::ranges::any_of(weeks, [&](const WeekOfExpense& w) {
    return w.rules == RefundRules::staircase &&
           law::refund_step(w.weeks) !=
               law::refund_step(other.at(std::max(number_of(w.monday), number_of(law::first_day_of_staircase)), w.rules));
  });
}

/// KOM-7 (BEK 14/2026 § 24 stk. 2): what the income register has of a month, without pension; nothing where it has nothing. A
/// part of a bonus that lies in the month is not a report of it.
std::optional<Exact> reported_wage(const Known& known, Month month, DayNumber as_of, Exact& pension) {
  bool reported = false;
  Exact wage;
  pension = {};
  for (const WagePart& p : known.parts.of(month)) {
    if (!p.holds.at(as_of) || p.expected || known.facts.wages[p.record].record.source != FactSource::income_register) continue;
    reported = reported || p.kind != WagePart::Kind::spread;
    wage += p.pay;
    pension += p.own_pension + p.employer_pension;
  }
  return reported ? std::optional(wage) : std::nullopt;
}

/// KOM-7 (BEK 14/2026 § 24 stk. 3): the month's own wage, else the latest known before it.
void set_wage(LedgerMonth& out, const Known& known, Month month, DayNumber as_of) {
  if (known.parts.empty()) return;
  for (int m = number_of(month); m >= known.parts.first(); --m) {
    out.facts.wage = reported_wage(known, month_at(m), as_of, out.pension);
    if (!out.facts.wage) continue;
    if (m != number_of(month)) out.wage_month = month_at(m);
    return;
  }
}

void set_contributions(LedgerMonth& out, const CaseMonth& m) {
  MunicipalFacts& f = out.facts;
  if (m.subsidy) {
    f.base = m.subsidy->base;
    f.own_atp += m.subsidy->own_atp;
    f.obligatory_pension += m.subsidy->obligatory_pension;
    out.public_atp_known = m.subsidy->public_atp.has_value() || m.subsidy->fleksloentilskud == Money{};
    f.public_atp += m.subsidy->public_atp.value_or(Money{});
  }
  if (m.benefit) {
    f.own_atp += m.benefit->own_atp;
    f.public_atp += m.benefit->public_atp;
    f.obligatory_pension += m.benefit->obligatory_pension;
  }
}

Result<LedgerMonth> ledger_month(const CaseMonth& m, const Known& known, DayNumber as_of, const Dividing& by,
                                 const MunicipalOptions& options) {
  LedgerMonth out;
  out.status = m.status;
  out.facts.month = out.statement.month = m.month;
  if (by.weeks.starts_over_in(m.month))
    steps::write(out.steps.emplace_back(), Exact{}, steps::StartedOver{.weeks = Exact::whole(law::weeks_of_self_support)});
  if (m.status == MonthStatus::unknown) return out;
  out.facts.weeks = weeks_of(m, known, as_of, by);
  out.rests_on_choice = by.weeks_otherwise != nullptr && is_on_other_step(out.facts.weeks, *by.weeks_otherwise);
  set_contributions(out, m);
  set_wage(out, known, m.month, as_of);
  Trace trace;
  auto statement = municipal_statement(out.facts, known.rates, options, trace);
  if (!statement) return std::move(statement).error();
  out.statement = *std::move(statement);
  out.steps.insert(out.steps.end(), trace.steps().begin(), trace.steps().end());
  for (Step& step : out.steps)
    if (step.rule == Rule::KOM_1) step.rests_on_choice = out.rests_on_choice;
  return out;
}

}  // namespace

Result<MunicipalLedger> municipal_ledger(const CheckedCase& checked, const RateTable& rates, const LedgerQuestion& question) {
  const Case& facts = checked.facts();
  const auto statement = case_statement(checked, rates, {.as_of = question.as_of});
  if (!statement) return statement.error();
  const Known known(facts, rates);
  const DayNumber as_of = question.as_of ? number_of(*question.as_of) : all_is_known;
  const auto new_job = first_new_fleksjob(known), moved = law::moved_to_staircase(facts.approved, new_job);
  const bool counted = question.options.weeks_before_new_job == WeeksBeforeNewJob::counted;
  const Weeks weeks(known, statement->months, as_of, counted ? std::nullopt : moved);
  const Weeks otherwise(known, statement->months, as_of, counted ? moved : std::nullopt);
  const Alone alone(known, as_of);
  MunicipalLedger out;
  out.as_of = question.as_of;
  out.staircase_from = law::staircase_from(facts.approved, new_job);
  out.weeks_before_new_job = question.options.weeks_before_new_job;
  out.approval_known = facts.approved.has_value();
  out.weeks_stated = facts.benefit_weeks_before.has_value();
  const Dividing by{weeks, moved ? &otherwise : nullptr, alone, out.staircase_from, question.options.weeks_of_month};
  for (const CaseMonth& m : statement->months) {
    auto month = ledger_month(m, known, as_of, by, question.options);
    if (!month) return std::move(month).error();
    out.months.push_back(*std::move(month));
  }
  return out;
}

}  // namespace fleks
