#include "history/subsidy_holidays.hpp"

#include <algorithm>
#include <bit>

#include "history/class_of_case.hpp"
#include "history/days.hpp"
#include "history/holidays.hpp"
#include "history/told.hpp"
#include "rules/by_law.hpp"
#include "rules/facts_to_rules.hpp"
#include "rules/ledighedsydelse.hpp"

namespace fleks::history {
namespace {

/// FLT-15: feriegodtgørelse counts gross, in proportion to the days, in the month of the holiday. On ledighedsydelse it
/// is topped up instead (LY-9).
template <class Watch>
void add_holiday_allowance(MonthFacts& f, std::vector<MissingFact>& missing, const Known& known, std::size_t index, Month wage_month,
                           DayNumber as_of, Watch& watch) {
  const HolidayTaken& h = known.facts.holidays[index];
  const Exact days = Exact::of(holiday_days_in(h, wage_month));
  if (days.is_zero() || (benefit_days(known, wage_month, as_of) & days_in(wage_month, days_of(h.period))) != 0) return;
  const auto a_day = allowance_a_day(known, h, wage_month, as_of);
  if (!a_day) {
    missing.push_back(missing_holiday_pay(known, index, wage_month));
    return;
  }
  const Exact amount = *a_day * days;
  f.in_parts.say().exact_wage += amount;
  watch.fact(FactUsed::Kind::holiday, index, amount);
  if constexpr (Watch::watching) watch.step(amount, steps::AllowanceOfHoliday{.days = days, .a_day = *a_day});
}

/// FLT-12, LY-4, LY-15: the ledighedsydelse of so many holiday days.
std::optional<Money> paid_for_holiday(const Known& known, Month month, Days days, DayNumber first, DayNumber as_of) {
  const BenefitClass of_days = class_of_holiday(known, first, as_of);
  const Rate* rate = known.rates.on(month).find(law::class_keys[static_cast<std::size_t>(of_days)]);
  if (rate == nullptr) return std::nullopt;
  const Exact due = law::daily_amount(rate->exact) * Exact::of(days);
  const bool krone = law::by_law(known.facts.options.month.round_to, Rule::LY_15, month) == RoundTo::krone;
  const auto paid = krone ? due.round_to_krone(Rounding::half_up) : due.round(Rounding::half_up);
  return paid ? std::optional(*paid) : std::nullopt;
}

/// Holiday days on ledighedsydelse on some days of a month.
struct DaysOnBenefit {
  Days days{};
  DayNumber first = no_end;
};
template <class Watch>
DaysOnBenefit days_on_benefit(const Known& known, Month month, DaySet within, DayNumber as_of, Watch& watch) {
  std::int64_t sum = 0;
  DaysOnBenefit out;
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    if (h.kind != HolidayTaken::Kind::ledighedsydelse || !touches(h, month) || !holiday_counts(known, i, as_of)) continue;
    const Days days = days_on_benefit_within(known, h, month, within);
    if (days == Days{}) continue;
    sum += days.ten_thousandths();
    out.first = std::min(out.first, std::max(number_of(h.period.first), number_of(first_day(month))));
    watch.fact(FactUsed::Kind::holiday, i, Exact::of(days));
  }
  // A month has at most as many days to lose as it has.
  out.days = Days::of_ten_thousandths(std::min(sum, Days::whole(longest_month).ten_thousandths()));
  return out;
}

/// Whether they are all the days of `of` for which ledighedsydelse could be paid.
bool are_all(const Known& known, Days days, Month month, DaySet of) noexcept {
  return days != Days{} && days == Days::whole(std::popcount(of & payable_holidays(known, month)));
}

Days together(Days a, Days b) noexcept { return Days::of_ten_thousandths(a.ten_thousandths() + b.ten_thousandths()); }

/// FLT-12: what the holiday days take of the subsidy of a part of a month.
template <class Watch>
class HolidayDaysTaken {
 public:
  HolidayDaysTaken(const Known& known, const PartOfSubsidy& part, DayNumber as_of, Watch& watch)
      : known_(known), part_(part), as_of_(as_of), watch_(watch) {}

  void add_to(MonthFacts& f) {
    switch (rule_of(f.month)) {
      case HolidayDaysRule::benefit_deducted: return deduct_benefit(f);
      case HolidayDaysRule::holiday_month: return take_share(f, own_days(f.month), {});
      default: break;
    }
    // Each month's days follow the rule of that month, so that those of December 2023 are not taken twice.
    const Month before = month_before(f.month);
    const DaysOnBenefit of_before = rule_of(before) == HolidayDaysRule::month_after
                                        ? days_on_benefit(known_, before, job_days(known_, before, as_of_, true), as_of_, watch_)
                                        : DaysOnBenefit{};
    take_share(f, is_last() ? own_days(f.month) : DaysOnBenefit{}, of_before);
  }

 private:
  [[nodiscard]] HolidayDaysRule rule_of(Month month) const noexcept {
    return law::by_law(known_.facts.options.month.holiday_days_of, Rule::FLT_12, month);
  }
  /// Whether no subsidy follows that the days of this month could be taken of.
  [[nodiscard]] bool is_last() const {
    const Month after = month_after(part_.month);
    return (known_.without_right && after >= *known_.without_right) || grounds(known_, after, as_of_).empty();
  }
  /// Of the month itself, in the jobs of the part.
  [[nodiscard]] DaysOnBenefit own_days(Month month) { return days_on_benefit(known_, month, covered_by(part_.grounds), as_of_, watch_); }

  void deduct_benefit(MonthFacts& f) {
    const DaysOnBenefit own = own_days(f.month);
    f.ledighedsydelse_days = own.days;
    if (own.days == Days{}) return;
    f.ledighedsydelse = paid_for_holiday(known_, f.month, own.days, own.first, as_of_);
    if (are_all(known_, own.days, f.month, covered_by(part_.grounds))) f.in_parts.say().holiday_share = Exact::whole(1);
  }
  void take_share(MonthFacts& f, const DaysOnBenefit& own, const DaysOnBenefit& of_before) {
    f.ledighedsydelse_days = together(own.days, of_before.days);
    if (f.ledighedsydelse_days == Days{}) return;
    const Exact one = Exact::whole(1), part = part_.share.is_positive() ? part_.share : one;
    // Of a month that the job covers in part they are the days of that part.
    Exact share = holiday_share(own.days) / part + holiday_share(of_before.days) / (part_.of_month.is_positive() ? part_.of_month : one);
    const DaySet before = job_days(known_, month_before(f.month), as_of_, true);
    const bool whole_before = (weekdays_of(month_before(f.month)) & ~before) == 0;
    if (are_all(known_, own.days, f.month, covered_by(part_.grounds)) ||
        (whole_before && are_all(known_, of_before.days, month_before(f.month), before)))
      share = one;
    f.in_parts.say().holiday_share = smaller(one, share);
    if constexpr (Watch::watching)
      if (own.days != Days{} && rule_of(f.month) == HolidayDaysRule::month_after)
        watch_.choice(Exact::of(own.days), steps::HolidayOfLastMonth{});
  }

  const Known& known_;
  const PartOfSubsidy& part_;
  DayNumber as_of_;
  Watch& watch_;
};

}  // namespace

template <class Watch>
void add_holidays(MonthFacts& f, std::vector<MissingFact>& missing, const Known& known, const PartOfSubsidy& part, DayNumber as_of,
                  Watch& watch) {
  const Month wage_month = *f.wage_month;
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    if (h.kind == HolidayTaken::Kind::allowance && touches(h, wage_month) && holiday_counts(known, i, as_of))
      add_holiday_allowance(f, missing, known, i, wage_month, as_of, watch);
  }
  if (!known.holidays.empty()) HolidayDaysTaken(known, part, as_of, watch).add_to(f);
}
template void add_holidays(MonthFacts&, std::vector<MissingFact>&, const Known&, const PartOfSubsidy&, DayNumber, NotTold&);
template void add_holidays(MonthFacts&, std::vector<MissingFact>&, const Known&, const PartOfSubsidy&, DayNumber, Told&);

}  // namespace fleks::history
