#include <bit>

#include "facts/case_lists.hpp"
#include "history/course.hpp"
#include "history/days.hpp"
#include "history/holidays.hpp"
#include "rules/holiday_year.hpp"

namespace fleks::history {
namespace {

/// The first month whose holiday can still be left in `month`: what lies more than two ferieår back is lost or held.
int first_that_counts(const Known& known, Month month) {
  int first = number_of(month);
  for (const Job& job : known.jobs) first = std::min(first, number_of(month_of(date_of(job.days.first))));
  for (const BenefitPeriod& p : known.facts.ledighedsydelse) first = std::min(first, number_of(month_of(p.from)));
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

/// What a month earns.
void earn(law::HolidayYears& years, const Known& known, Month month, DayNumber as_of) {
  years.begin(month);
  years.now.in_jobs.add(std::popcount(job_days(known, month, as_of, false)), days_in(month));
  years.now.on_ledighedsydelse.add(std::popcount(days_with_right(known, month, as_of)), days_in(month));
}
/// What is held of it in a month: with pay and, where `on_benefit`, on ledighedsydelse.
void hold(law::HolidayYears& years, const Known& known, Month month, DayNumber as_of, bool on_benefit) {
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    const bool its_kind = h.kind == HolidayTaken::Kind::ledighedsydelse;
    if (counts_as_held(h.kind) && (on_benefit || !its_kind) && touches(h, month) && holiday_counts(known, i, as_of))
      years.hold(Exact::of(days_of_account(known, h, month, as_of)), its_kind);
  }
}

}  // namespace

void keep_accounts(std::vector<CaseMonth>& months, const Known& known, DayNumber as_of) {
  const int shown = number_of(months.front().month), last = number_of(months.back().month);
  law::HolidayYears years;
  for (int m = first_that_counts(known, months.front().month); m <= last; ++m) {
    const Month month = month_at(m);
    const int all = days_in(month);
    earn(years, known, month, as_of);
    hold(years, known, month, as_of, true);
    const bool in_fleksjob = (job_days(known, month, as_of, true) >> (all - 1) & 1) != 0;
    if (m >= shown) months[static_cast<std::size_t>(m - shown)].holiday = account_of(years, in_fleksjob);
  }
}

namespace {

/// LY-11: what is left for ledighedsydelse in a fleksjob of the year that runs and, until December, of the one before, where
/// its earned days have been held.
HolidayLeft left_on_benefit(const law::HolidayYears& years, Month month) {
  const auto of = [](const law::HolidayYear& year) {
    const Exact left = law::holiday_days_a_year - year.with_pay() - year.held_on_benefit;
    return left.is_positive() ? left : Exact{};
  };
  Exact left = of(years.now);
  if (unsigned{month.month()} >= holiday_year_begins) {
    const bool own_are_left = years.before.with_pay() - years.before.held_with_pay >= Exact::whole(1);
    left = (own_are_left ? Exact{} : left) + of(years.before);
  }
  const auto days = [](const Exact& x) {
    return Days::of_ten_thousandths((x * Exact::whole(10'000)).rounded(Rounding::toward_zero).value());
  };
  return {.earned = days(years.now.with_pay()), .held = days(years.now.held_on_benefit), .left = days(left)};
}

/// The holidays on ledighedsydelse that hold, by their first day.
std::vector<std::size_t> holidays_on_benefit(const Known& known, DayNumber as_of) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < known.holidays.size(); ++i)
    if (known.facts.holidays[i].kind == HolidayTaken::Kind::ledighedsydelse && holiday_counts(known, i, as_of)) found.push_back(i);
  std::ranges::sort(found, {}, [&](std::size_t i) { return number_of(known.facts.holidays[i].period.first); });
  return found;
}

}  // namespace

std::optional<Error> claimed_beyond(const Known& known) {
  const DayNumber as_of = all_is_known;
  const auto claims = holidays_on_benefit(known, as_of);
  if (claims.empty()) return std::nullopt;
  const auto month_of_claim = [&](std::size_t i) { return month_of(known.facts.holidays[i].period.first); };
  law::HolidayYears years;
  const int last = number_of(month_of(known.facts.holidays[claims.back()].period.last));
  for (int m = first_that_counts(known, month_of_claim(claims.front())); m <= last; ++m) {
    const Month month = month_at(m);
    earn(years, known, month, as_of);
    hold(years, known, month, as_of, false);
    for (const std::size_t i : claims) {
      const HolidayTaken& h = known.facts.holidays[i];
      const Days claimed = holiday_days_in_job(known, h, month, as_of);
      const HolidayLeft account = left_on_benefit(years, month);
      if (Limit(claimed).value > account.left.value)
        return Error{.code = ErrorCode::too_many_days,
                     .field = "holidays[" + std::to_string(i) + (h.days ? "].days" : "].to"),
                     .given = to_text(claimed),
                     .allowed = account};
      years.hold(Exact::of(days_of_account(known, h, month, as_of)), true);
    }
  }
  return std::nullopt;
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

MonthsOnBenefit::MonthsOnBenefit(const Known& known, DayNumber as_of) : known_(known), as_of_(as_of) {
  DayNumber earliest = no_end;
  for (std::size_t i = 0; i < known.periods.size(); ++i)
    if (known.periods[i].at(as_of)) earliest = std::min(earliest, known.period_days[i].first);
  if (earliest != no_end) first_ = number_of(month_of(date_of(earliest)));
}

law::MonthOnBenefit MonthsOnBenefit::look_at(Month month) const {
  const DaySet all = weekdays_of(month);
  return {.whole = (days_with_right(known_, month, as_of_) & ~on_leave(known_, month, as_of_) & all) == all,
          .in_fleksjob = job_days(known_, month, as_of_, true) != 0};
}

void MonthsOnBenefit::count(CaseMonth& out) {
  const int month = number_of(out.month);
  if (!first_ || month < *first_) return;
  seen_.resize(std::max(seen_.size(), static_cast<std::size_t>(month - *first_) + 1));
  const law::BenefitMonths count = law::benefit_months(month, *first_, [&](int m) {
    auto& here = seen_[static_cast<std::size_t>(m - *first_)];
    if (!here) here = look_at(month_at(m));
    return *here;
  });
  out.benefit_months = count.since;
  out.benefit_months_of_24 = count.of_window;
  out.review_due = count.review_due();
  out.long_term = count.long_term();
}

}  // namespace fleks::history
