#include <bit>

#include "facts/case_lists.hpp"
#include "history/course.hpp"
#include "history/days.hpp"
#include "history/holidays.hpp"
#include "rules/holiday_year.hpp"
#include "rules/long_term.hpp"

namespace fleks::history {
namespace {

/// The first month whose holiday can still be left in `month`: what lies more than two ferieår back is lost or held.
int first_that_counts(const Known& known, Month month) {
  int first = number_of(month);
  for (const Job& job : known.jobs) first = std::min(first, number_of(month_of(date_of(job.days.first))));
  for (const BenefitPeriod& p : known.facts.ledighedsydelse)
    if (!p.record.withdrawn) first = std::min(first, number_of(month_of(p.from)));
  return std::max(first, law::first_month_of_holiday_year(law::holiday_year_of(month) - 1));
}

HolidayAccount account_of(const law::HolidayYears& years, bool in_fleksjob) {
  const auto at_least_none = [](const Exact& x) { return x.is_positive() ? x : Exact{}; };
  const law::HolidayYear& now = years.now;
  HolidayAccount a;
  a.earned_with_pay = now.with_pay();
  a.held_with_pay = now.held_with_pay;
  a.left_with_pay = at_least_none(a.earned_with_pay - now.held_with_pay);
  a.left_of_year_before = at_least_none(years.before.with_pay() - years.before.held_with_pay);
  a.earned_on_benefit = now.on_benefit();
  a.held_on_benefit = now.held_on_benefit;
  // LY-11: in a fleksjob what of 25 days is not earned with pay.
  a.left_on_benefit =
      at_least_none((in_fleksjob ? law::holiday_days_a_year - a.earned_with_pay : a.earned_on_benefit) - now.held_on_benefit);
  return a;
}

}  // namespace

void keep_accounts(std::vector<CaseMonth>& months, const Known& known, DayNumber as_of) {
  const int shown = number_of(months.front().month), last = number_of(months.back().month);
  law::HolidayYears years;
  for (int m = first_that_counts(known, months.front().month); m <= last; ++m) {
    const Month month = month_at(m);
    const int all = days_in(month);
    years.begin(month);
    years.now.in_jobs.add(std::popcount(job_days(known, month, as_of, false)), all);
    years.now.on_ledighedsydelse.add(std::popcount(days_with_right(known, month, as_of)), all);
    for (std::size_t i = 0; i < known.holidays.size(); ++i) {
      const HolidayTaken& h = known.facts.holidays[i];
      if (counts_as_held(h.kind) && touches(h, month) && holiday_counts(known, i, as_of))
        years.hold(Exact::of(holiday_days_in(h, month)), h.kind == HolidayTaken::Kind::ledighedsydelse);
    }
    const bool in_fleksjob = (job_days(known, month, as_of, true) >> (all - 1) & 1) != 0;
    if (m >= shown) months[static_cast<std::size_t>(m - shown)].holiday = account_of(years, in_fleksjob);
  }
}

/// Days in maternity or bereavement, which are not counted (LAS § 74 c stk. 1).
static DaySet on_leave(const Known& known, Month month, DayNumber as_of) noexcept {
  DaySet days = 0;
  for (std::size_t i = 0; i < known.daily_benefits.size(); ++i) {
    const DailyBenefit& b = known.facts.daily_benefits[i];
    if (known.daily_benefits[i].at(as_of) && (b.kind == DailyBenefit::Kind::maternity || b.kind == DailyBenefit::Kind::bereavement))
      days |= days_in(month, days_of(b.period));
  }
  return days;
}

void count_months(CaseMonth& out, const Known& known, DayNumber as_of) {
  DayNumber earliest = no_end;
  for (std::size_t i = 0; i < known.periods.size(); ++i)
    if (known.periods[i].at(as_of)) earliest = std::min(earliest, number_of(known.facts.ledighedsydelse[i].from));
  if (earliest == no_end) return;
  const law::BenefitMonths count = law::benefit_months(number_of(out.month), number_of(month_of(date_of(earliest))), [&](int m) {
    const Month month = month_at(m);
    const DaySet all = weekdays_of(month);
    return law::MonthOnBenefit{(days_with_right(known, month, as_of) & ~on_leave(known, month, as_of) & all) == all,
                               job_days(known, month, as_of, true) != 0};
  });
  out.benefit_months = count.since;
  out.benefit_months_of_24 = count.of_window;
  out.review_due = count.review_due();
  out.long_term = count.long_term();
}

}  // namespace fleks::history
