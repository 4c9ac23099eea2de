#include "analysis/readings.hpp"

#include "rules/facts_to_rules.hpp"
#include "rules/paid_hours.hpp"
#include "statement/validate.hpp"

namespace fleks {
namespace {

using law::ExactNumbers;
using enum Misreading;

constexpr Exact none{};
constexpr Exact one = Exact::whole(1);

Exact times(const Exact& x, int count) { return count == 1 ? x : x * Exact::whole(count); }

}  // namespace

/// The law, run on what a reading makes of the facts.
struct MonthRead::Run {
  law::SubsidyFacts<ExactNumbers> facts{};
  law::SubsidyRates<ExactNumbers> rates{};
  law::SubsidyTerms<ExactNumbers> terms{};

  [[nodiscard]] law::Subsidy<ExactNumbers> operator()() const {
    law::Untraced untraced;
    return law::subsidy(facts, rates, terms, untraced);
  }
  /// The base and the ceiling as they are in the part of the month, so that they can be put in other places.
  void take_part_out() {
    if (facts.part_of_result) return;
    rates.base = rates.base * facts.part;
    facts.ceiling = facts.ceiling * facts.part;
    facts.part = one;
  }
  void take_taper_out() { rates.low = rates.high = none; }
  /// Without the daily benefits, but with the right that they give.
  void take_benefit_out() {
    facts.other_right += facts.daily_benefit + facts.unclaimed;
    facts.daily_benefit = facts.unclaimed = none;
  }
  void take_holiday_out() { facts.holiday = facts.holiday_benefit = none; }
  /// The subsidy when each deduction is rounded to whole kroner before it.
  [[nodiscard]] Exact with_rounded_deductions() const {
    Run low = *this, high = *this, rest = *this;
    low.rates.high = none;
    high.rates.low = none;
    rest.take_part_out();
    rest.take_taper_out();
    rest.rates.base -= law::nearest_krone(low().taper) + law::nearest_krone(high().taper);
    rest.facts.daily_benefit = law::nearest_krone(facts.daily_benefit + facts.unclaimed);
    rest.facts.unclaimed = none;
    const auto s = rest();
    return s.due + s.holiday_cut - law::nearest_krone(s.holiday_cut);
  }
};

std::optional<RatesRead> RatesRead::of(Month month, const RateTable& table) {
  const RatesOnDate on = table.on(month);
  RateReader read(on);
  RatesRead r{.month = law::MonthRates<ExactNumbers>::of(read, table, {.full_time_hours = true}),
              .full_unemployment_benefit = std::nullopt};
  if (read.failed()) return std::nullopt;
  const law::AtpBands bands = law::AtpBands::of(read, AtpContribution::a);
  r.atp_known = !read.failed();
  if (r.atp_known) r.month.atp_of_wage = bands;
  if (const Rate* rate = on.find(RateKey::unemployment_benefit_max_month)) r.full_unemployment_benefit = rate->exact;
  return r;
}

MonthRead::MonthRead(const MonthFacts& facts, const RateTable& table, const Options& options, const AuditFacts& more)
    : f_(facts), options_(options), more_(more), wage_month_(facts.wage_month ? *facts.wage_month : month_before(facts.month)) {
  const bool of_wage_month = options.rates_of == RatesOf::wage_month;
  const Month rates_month = of_wage_month ? wage_month_ : facts.month;
  own_rates_ = RatesRead::of(rates_month, table);
  year_before_ = RatesRead::of(rates_month - std::chrono::years{1}, table);
  year_after_ = RatesRead::of(rates_month + std::chrono::years{1}, table);
  other_month_ = RatesRead::of(of_wage_month ? facts.month : wage_month_, table);

  law::Untraced untraced;
  Reading& r = law_;
  static_cast<void>(use_rates(own_rates_, r));
  r.pay = Exact::of(f_.pay.amount);
  if (f_.paid_hours) r.paid_hours = Exact::of(*f_.paid_hours);
  if (f_.pay.form == Pay::Form::hourly) {
    const Exact a_month =
        law::hours_a_month(law::paid_hours_a_week(Exact::of(f_.pay.weekly_hours), Exact::of(f_.pay.intensity), untraced), untraced);
    r.pay = r.pay * a_month;
    if (!r.paid_hours) r.paid_hours = a_month;
  }
  r.in_kind = Exact::of(f_.benefits_in_kind);
  r.holiday_supplement = Exact::of(f_.holiday_supplement);
  r.other_wage = Exact::of(f_.other_wage);
  if (care_income_counts(f_.month)) r.care_income = Exact::of(f_.care_income);
  r.daily_benefit = Exact::of(f_.daily_benefit);
  r.unclaimed = Exact::of(f_.unclaimed_benefit);
  const auto terms = law::MonthTerms<ExactNumbers>::of(options, f_.month);
  r.other_wage_under_ceiling = terms.subsidy.other_wage_under_ceiling;
  r.benefits_under_ceiling = terms.subsidy.benefits_under_ceiling;
  r.care_income_under_ceiling = terms.subsidy.care_income_under_ceiling;
  r.part_of_base = r.part_of_ceiling = f_.job ? part_of_job() : part_of_wage_month(f_, wage_month_);
  r.part_of_result = f_.job && wage_month_ != f_.month;
  r.holiday_benefit_deducted = terms.subsidy.holiday_benefit_deducted;
  if (r.holiday_benefit_deducted) {
    if (f_.ledighedsydelse_days != Days{}) r.holiday_benefit = Exact::of(f_.ledighedsydelse.value_or(Money{}));
  } else {
    r.holiday = holiday_share(f_.ledighedsydelse_days);
  }
  r.rounded = terms.round_to == RoundTo::oere ? Reading::Rounded::oere : Reading::Rounded::krone;

  if (more.paid_out) r.stated = Reading::Stated::payout;

  const Ceiling& c = f_.ceiling;
  r.has_ceiling = c.form != Ceiling::Form::none;
  r.ceiling_form = c.form;
  r.ceiling_base = Exact::of(c.amount);
  r.ceiling_supplements = Exact::of(c.supplements);
  r.ceiling_bonus = Exact::of(c.fixed_bonus);
  r.ceiling_pension = Exact::of(c.employer_pension);
  r.ceiling_holiday_supplement = Exact::of(c.holiday_supplement);
  if (c.form == Ceiling::Form::stated) {
    // Taken apart by what is known of it, so that its parts can be left out like those of any other.
    r.ceiling_supplements = Exact::of(more.ceiling_supplements);
    r.ceiling_bonus = Exact::of(more.ceiling_bonus);
    r.ceiling_pension = Exact::of(more.ceiling_pension);
    r.ceiling_base = r.ceiling_base / (one + r.ceiling_pension) - r.ceiling_supplements - r.ceiling_bonus;
  }
}

bool MonthRead::use_rates(const std::optional<RatesRead>& rates, Reading& r) const {
  if (!rates) return false;
  r.rates = &*rates;
  r.base = rates->month.subsidy.base;
  r.threshold = rates->month.subsidy.threshold;
  r.low = rates->month.subsidy.low;
  r.high = rates->month.subsidy.high;
  return true;
}

Exact MonthRead::own_pension(const Reading& r) const { return contribution(f_.own_pension, pay_before_pension(r)); }
Exact MonthRead::employer_pension(const Reading& r) const { return contribution(f_.employer_pension, pay_before_pension(r)); }
Exact MonthRead::pay_before_pension(const Reading& r) const {
  return f_.pay.form == Pay::Form::am_income ? law::pay_before_own_pension(r.pay, f_.own_pension) : r.pay;
}
Exact MonthRead::part_of_job() const {
  const Period covered = within(*f_.job, f_.month);
  return law::part_of_month(weekdays(covered.first, covered.last), f_.month);
}

Exact MonthRead::wage(const Reading& r) const {
  using AtpInWage = Reading::AtpInWage;
  if (r.wage) return *r.wage;
  law::Untraced untraced;
  const Exact own_pension_once = own_pension(r), employer = times(employer_pension(r), r.employer_pension_times);
  const auto atp = [&] {
    return r.rates->atp_known && r.paid_hours ? law::atp_of_wage(r.rates->month.atp_of_wage, *r.paid_hours, untraced)
                                              : law::AtpOfWage<Exact>{};
  };
  Exact wage{};
  if (f_.pay.form == Pay::Form::am_income) {
    wage =
        law::wage_from_am_income(r.pay, r.in_kind, times(own_pension_once, r.own_pension_times), employer, r.holiday_supplement, untraced);
    if (r.atp_in_wage == AtpInWage::counted) wage += atp().own;
    if (r.atp_in_wage == AtpInWage::both_counted) wage += atp().own + atp().employer;
  } else {
    const bool excluded = options_.own_atp == OwnAtp::excluded;
    const bool out =
        r.atp_in_wage == AtpInWage::as_stated ? excluded : r.atp_in_wage == AtpInWage::left_out || r.atp_in_wage == AtpInWage::twice_out;
    const Exact taken_out = out ? atp().own : none;
    // Own pension is inside the pay: to leave it out is to take it out, to count it twice to add it.
    Exact pay = r.pay;
    if (r.own_pension_times != 1) pay += times(own_pension_once, r.own_pension_times - 1);
    wage = law::wage_from_pay(pay, taken_out, employer, r.holiday_supplement, false, untraced);
    if (r.atp_in_wage == AtpInWage::both_counted) wage += atp().employer;
  }
  if (r.atp_in_wage == AtpInWage::twice_out) wage -= atp().own;
  return law::not_below_zero(Cause::none, wage + r.holiday_allowance);
}

Exact MonthRead::ceiling(const Reading& r) const {
  law::Untraced untraced;
  const Exact base = r.ceiling_form == Ceiling::Form::from_hourly
                         ? law::full_time_base(r.ceiling_base, r.rates->month.full_time_hours, untraced)
                         : r.ceiling_base;
  const Exact whole =
      law::ceiling_from_parts(base, r.ceiling_supplements, r.ceiling_bonus, r.ceiling_pension, r.ceiling_holiday_supplement, untraced);
  return whole * r.ceiling_factor - r.ceiling_less;
}

/// The facts, rates and terms of the law as the reading has them.
MonthRead::Run MonthRead::run_of(const Reading& r) const {
  Run run;
  run.terms.other_wage_under_ceiling = r.other_wage_under_ceiling;
  run.terms.benefits_under_ceiling = r.benefits_under_ceiling;
  run.terms.care_income_under_ceiling = r.care_income_under_ceiling;
  run.terms.holiday_benefit_deducted = r.holiday_benefit_deducted;
  run.rates = {r.base, r.threshold, r.low, r.high};
  auto& f = run.facts;
  f.wage = wage(r);
  f.other_wage = r.other_wage;
  f.care_income = r.care_income;
  f.daily_benefit = r.daily_benefit;
  f.unclaimed = r.unclaimed;
  f.holiday = r.holiday;
  f.holiday_benefit = r.holiday_benefit;
  f.part_of_result = r.part_of_result;
  f.has_ceiling = r.has_ceiling;
  if (r.has_ceiling) f.ceiling = ceiling(r);
  if (r.threshold_for_each_job) run.rates.threshold = smaller(f.wage, r.threshold) + smaller(f.other_wage + f.care_income, r.threshold);
  if (r.benefit_as_wage) {
    run.take_benefit_out();
    f.other_wage += r.daily_benefit + r.unclaimed;
  }
  if (r.right_without_wage) f.other_right += one;
  f.part = r.part_of_base;
  if (r.part_of_base != r.part_of_ceiling) {
    f.part = one;
    run.rates.base = run.rates.base * r.part_of_base;
    f.ceiling = f.ceiling * r.part_of_ceiling;
  }
  return run;
}

Exact MonthRead::due(const Reading& r) const {
  Run run = run_of(r);
  if (r.deductions_rounded) return run.with_rounded_deductions();
  auto& f = run.facts;
  // An order of one's own: what the first run gives is the base of the second.
  Run first = run;
  switch (r.order) {
    case Reading::Order::law: return run().due;
    case Reading::Order::ceiling_before_taper:
      first.take_taper_out();
      first.terms.daily_benefit_deducted = false;
      first.take_holiday_out();
      f.has_ceiling = false;
      break;
    case Reading::Order::ceiling_before_benefit:
      first.terms.daily_benefit_deducted = false;
      first.take_holiday_out();
      f.has_ceiling = false;
      run.take_taper_out();
      break;
    case Reading::Order::holiday_before_ceiling:
      first.facts.has_ceiling = false;
      run.take_taper_out();
      run.terms.daily_benefit_deducted = false;
      run.take_holiday_out();
      break;
  }
  run.take_part_out();
  run.facts.part = one;
  run.facts.part_of_result = false;
  run.rates.base = first().due;
  return run().due;
}

std::optional<Money> MonthRead::amount(const Reading& r) const {
  using Rounded = Reading::Rounded;
  const Exact exact = due(r);
  const auto rounded = r.rounded == Rounded::oere        ? exact.round(Rounding::half_up)
                       : r.rounded == Rounded::krone     ? exact.round_to_krone(Rounding::half_up)
                       : r.rounded == Rounded::oere_down ? exact.round(Rounding::down)
                                                         : exact.round_to_krone(Rounding::down);
  if (!rounded) return std::nullopt;
  if (r.stated == Reading::Stated::subsidy) return *rounded;
  law::Untraced untraced;
  const Exact subsidy = Exact::of(*rounded);
  const Exact own_atp = law::own_atp_of_subsidy(subsidy, subsidy, r.rates->month.own_atp_share, r.rates->month.own_atp_most,
                                                OwnAtpOf::paid_subsidy, untraced);
  Exact stated = subsidy;
  if (r.stated == Reading::Stated::payout) stated = subsidy - own_atp;
  if (r.stated == Reading::Stated::subsidy_and_own_atp) stated = subsidy + own_atp;
  if (r.stated == Reading::Stated::less_obligatory_pension)
    stated = subsidy - law::obligatory_pension(subsidy - own_atp, r.rates->month.obligatory_share, untraced);
  const auto money = stated.round(Rounding::half_up);
  return money ? std::optional(*money) : std::nullopt;
}

Exact MonthRead::days_of(std::int64_t days_a_month) const {
  return smaller(one, Exact::of(f_.ledighedsydelse_days) / Exact::whole(days_a_month));
}

namespace {
std::int64_t calendar_days(Month month) { return static_cast<std::int64_t>(unsigned{last_day(month).day()}); }
/// Sets an amount to nothing, if there is any.
bool left_out(Exact& amount) {
  if (amount.is_zero()) return false;
  amount = none;
  return true;
}
bool turn(bool& which, bool to) {
  if (which == to) return false;
  which = to;
  return true;
}
}  // namespace

std::optional<bool> MonthRead::pension_misread(Change change, Reading& r) const {
  const auto way = change.way;
  const auto only_way = [&](bool there) { return way == 0 && there; };
  const bool am_income = f_.pay.form == Pay::Form::am_income;
  const bool stated = r.ceiling_form == Ceiling::Form::stated;
  const bool has_own = !own_pension(r).is_zero(), has_employer = !employer_pension(r).is_zero();
  const auto leave_out = [&](Exact& amount) { return way == 0 && left_out(amount); };
  /// The share of the wage that own and employer's pension, or the employer's, are.
  const auto pension_of_wage = [&](bool own_too) {
    const Exact pay = am_income ? r.pay - r.in_kind + own_pension(r) : r.pay;
    const Exact with = pay + employer_pension(r);
    return with.is_zero() ? none : (employer_pension(r) + (own_too ? own_pension(r) : none)) / with;
  };
  const bool guess_ceiling_pension = way == 0 && stated && r.ceiling_pension.is_zero();
  switch (change.which) {
    case pension_left_out_of_wage: r.own_pension_times = r.employer_pension_times = 0; return only_way(has_own && has_employer);
    case employer_pension_left_out_of_wage: r.employer_pension_times = 0; return only_way(has_employer);
    case own_pension_left_out_of_wage: r.own_pension_times = 0; return only_way(has_own);
    case own_pension_counted_twice: r.own_pension_times = 2; return only_way(has_own && !am_income);
    case pension_left_out_of_ceiling:
      if (!guess_ceiling_pension) return r.has_ceiling && leave_out(r.ceiling_pension);
      r.ceiling_less += own_pension(r) + employer_pension(r);
      return has_own || has_employer;
    case employer_pension_left_out_of_ceiling:
      r.ceiling_less += employer_pension(r);
      return guess_ceiling_pension && has_own && has_employer;
    case pension_share_left_out_of_ceiling:
      r.ceiling_factor = r.ceiling_factor * (one - pension_of_wage(true));
      return guess_ceiling_pension && (has_own || has_employer);
    case employer_pension_share_left_out_of_ceiling:
      r.ceiling_factor = r.ceiling_factor * (one - pension_of_wage(false));
      return guess_ceiling_pension && has_own && has_employer;
    default: return std::nullopt;
  }
}

std::optional<bool> MonthRead::ceiling_misread(Change change, Reading& r) const {
  const auto way = change.way;
  const auto only_way = [&](bool there) { return way == 0 && there; };
  law::Untraced untraced;
  const auto leave_out = [&](Exact& amount) { return way == 0 && left_out(amount); };
  switch (change.which) {
    case supplements_left_out_of_ceiling: return r.has_ceiling && leave_out(r.ceiling_supplements);
    case bonus_left_out_of_ceiling: return r.has_ceiling && leave_out(r.ceiling_bonus);
    case ceiling_not_raised_for_holiday_supplement: return r.has_ceiling && leave_out(r.ceiling_holiday_supplement);
    case ceiling_ignored:
      if (way != 0 || !r.has_ceiling) return false;
      r.has_ceiling = false;
      return true;
    case ceiling_in_part_time:
      if (way != 0 || !r.has_ceiling || !r.paid_hours) return false;
      r.ceiling_factor = r.ceiling_factor * smaller(one, *r.paid_hours / law::hours_a_month(r.rates->month.full_time_hours, untraced));
      return true;
    case ceiling_before_taper: r.order = Reading::Order::ceiling_before_taper; return only_way(r.has_ceiling);
    case ceiling_before_daily_benefit:
      r.order = Reading::Order::ceiling_before_benefit;
      return only_way(r.has_ceiling && !(r.daily_benefit + r.unclaimed).is_zero());
    default: return std::nullopt;
  }
}

std::optional<bool> MonthRead::month_misread(Change change, Reading& r) const {
  const auto way = change.way;
  const auto only_way = [&](bool there) { return way == 0 && there; };
  switch (change.which) {
    case wage_of_same_month:
      if (way != 0 || !more_.pay_of_same_month) return false;
      r.pay = Exact::of(*more_.pay_of_same_month);
      return true;
    case wage_of_two_months_before:
      if (way != 0 || !more_.pay_of_two_months_before) return false;
      r.pay = Exact::of(*more_.pay_of_two_months_before);
      return true;
    case rates_of_year_before: return way == 0 && use_rates(year_before_, r);
    case rates_of_year_after: return way == 0 && use_rates(year_after_, r);
    case rates_of_wage_month: return only_way(options_.rates_of == RatesOf::subsidy_month) && use_rates(other_month_, r);
    case rates_of_subsidy_month: return only_way(options_.rates_of == RatesOf::wage_month) && use_rates(other_month_, r);
    case intensity_ignored:
      if (way != 0 || f_.pay.form != Pay::Form::hourly || f_.pay.intensity == Percent::whole(100) || f_.pay.intensity == Percent{})
        return false;
      r.pay = r.pay / Exact::of(f_.pay.intensity);
      if (!f_.paid_hours) r.paid_hours = *r.paid_hours / Exact::of(f_.pay.intensity);
      return true;
    case part_month_not_reduced: r.part_of_base = r.part_of_ceiling = one; return only_way(f_.employed || f_.job);
    case part_month_ceiling_not_reduced:
      r.part_of_ceiling = one;
      return only_way((f_.employed || f_.job) && !r.part_of_result && r.has_ceiling);
    case part_month_by_calendar_days: {
      if (way != 0 || !(f_.employed || f_.job)) return false;
      const Month month = f_.job ? f_.month : wage_month_;
      r.part_of_base = r.part_of_ceiling = calendar_part(within(f_.job ? *f_.job : *f_.employed, month), month);
      return true;
    }
    case full_unemployment_benefit_as_base:
      if (way != 0 || !r.rates->full_unemployment_benefit) return false;
      r.base = *r.rates->full_unemployment_benefit;
      return true;
    default: return std::nullopt;
  }
}

std::optional<bool> MonthRead::other_income_misread(Change change, Reading& r) const {
  const auto way = change.way;
  const auto only_way = [&](bool there) { return way == 0 && there; };
  const bool has_other_wage = !r.other_wage.is_zero() || !r.care_income.is_zero();
  const auto leave_out = [&](Exact& amount) { return way == 0 && left_out(amount); };
  switch (change.which) {
    case other_wage_ignored: return leave_out(r.other_wage);
    case other_wage_under_ceiling:
    case other_wage_not_under_ceiling: {
      const bool under = change.which == other_wage_under_ceiling;
      return only_way(r.has_ceiling && !r.other_wage.is_zero()) && turn(r.other_wage_under_ceiling, under);
    }
    case benefits_under_ceiling:
    case benefits_not_under_ceiling: {
      const bool under = change.which == benefits_under_ceiling;
      return only_way(r.has_ceiling && !(r.daily_benefit + r.unclaimed).is_zero()) && turn(r.benefits_under_ceiling, under);
    }
    case care_income_not_under_ceiling:
      return only_way(r.has_ceiling && !r.care_income.is_zero()) && turn(r.care_income_under_ceiling, false);
    case threshold_for_each_job: r.threshold_for_each_job = true; return only_way(has_other_wage);
    case daily_benefit_ignored:
      // Without a wage the right is ignored with it, or stands.
      if (r.daily_benefit.is_zero() || way > (wage(r).is_zero() ? 1 : 0)) return false;
      r.daily_benefit = none;
      r.right_without_wage = way == 1;
      return true;
    case unclaimed_benefit_ignored: return leave_out(r.unclaimed);
    case daily_benefit_as_wage: r.benefit_as_wage = true; return only_way(!(r.daily_benefit + r.unclaimed).is_zero());
    case care_income_ignored: return leave_out(r.care_income);
    case benefits_in_kind_counted: return leave_out(r.in_kind);
    case no_wage_yet_paid: r.right_without_wage = true; return only_way(wage(r).is_zero());
    default: return std::nullopt;
  }
}

std::optional<bool> MonthRead::holiday_misread(Change change, Reading& r) const {
  const auto way = change.way;
  const auto only_way = [&](bool there) { return way == 0 && there; };
  const bool has_days = f_.ledighedsydelse_days != Days{};
  const auto leave_out = [&](Exact& amount) { return way == 0 && left_out(amount); };
  const auto set_holiday = [&](const Exact& share) {
    if (!has_days || r.holiday_benefit_deducted || r.holiday == share) return false;
    r.holiday = share;
    return true;
  };
  switch (change.which) {
    case holiday_days_ignored:
      if (r.holiday_benefit_deducted) return leave_out(r.holiday_benefit);
      return only_way(has_days) && set_holiday(none);
    case holiday_days_by_another_rule: {
      // The days' share where the benefit is what is deducted, or the other way about.
      if (!only_way(has_days && (r.holiday_benefit_deducted || f_.ledighedsydelse))) return false;
      r.holiday_benefit_deducted = !r.holiday_benefit_deducted;
      r.holiday = r.holiday_benefit_deducted ? none : holiday_share(f_.ledighedsydelse_days);
      r.holiday_benefit = r.holiday_benefit_deducted ? Exact::of(*f_.ledighedsydelse) : none;
      return true;
    }
    case holiday_days_of_calendar_days: return way < 2 && set_holiday(days_of(calendar_days(way == 0 ? f_.month : wage_month_)));
    case holiday_days_of_weekdays: return way < 2 && set_holiday(days_of(weekdays(way == 0 ? f_.month : wage_month_)));
    case holiday_days_of_30: return way == 0 && set_holiday(days_of(30));
    case holiday_days_of_22: return way == 0 && set_holiday(days_of(22));
    case holiday_days_of_21: return way == 0 && set_holiday(days_of(21));
    case holiday_days_of_20: return way == 0 && set_holiday(days_of(20));
    case holiday_days_before_ceiling: r.order = Reading::Order::holiday_before_ceiling; return only_way(has_days && r.has_ceiling);
    case holiday_supplement_left_out_of_wage: return leave_out(r.holiday_supplement);
    case holiday_allowance_counted_twice:
      r.holiday_allowance = Exact::of(more_.holiday_allowance);
      return only_way(more_.holiday_allowance != Money{});
    default: return std::nullopt;
  }
}

std::optional<bool> MonthRead::atp_misread(Change change, Reading& r) const {
  const auto way = change.way;
  const auto only_way = [&](bool there) { return way == 0 && there; };
  const bool am_income = f_.pay.form == Pay::Form::am_income;
  const bool atp_known = r.rates->atp_known && r.paid_hours;
  switch (change.which) {
    case own_atp_subtracted_from_subsidy:
      if (r.stated == Reading::Stated::payout) return false;
      r.stated = Reading::Stated::payout;
      return way == 0;
    case own_atp_added_to_subsidy: r.stated = Reading::Stated::subsidy_and_own_atp; return way == 0;
    case own_atp_counted_in_wage:
      r.atp_in_wage = Reading::AtpInWage::counted;
      if (!am_income) return only_way(options_.own_atp == OwnAtp::excluded);
      if (!r.rates->atp_known) return false;
      if (r.paid_hours) return way == 0;
      // The band is not known: any of the three.
      r.paid_hours = Exact::whole(law::AtpBands::from_hours[2 - way]);
      return true;
    case own_atp_left_out_of_wage:
      r.atp_in_wage = Reading::AtpInWage::left_out;
      return only_way(!am_income && options_.own_atp == OwnAtp::counted && atp_known);
    case own_atp_taken_out_twice:
      r.atp_in_wage = Reading::AtpInWage::twice_out;
      return only_way(atp_known && options_.own_atp == OwnAtp::excluded);
    case atp_counted_in_wage: r.atp_in_wage = Reading::AtpInWage::both_counted; return only_way(atp_known);
    case obligatory_pension_subtracted:
      r.stated = Reading::Stated::less_obligatory_pension;
      return only_way(!r.rates->month.obligatory_share.is_zero());
    default: return std::nullopt;
  }
}

std::optional<bool> MonthRead::arithmetic_misread(Change change, Reading& r) const {
  const auto way = change.way;
  const auto round_as = [&](Reading::Rounded how) {
    if (way != 0 || r.rounded == how) return false;
    r.rounded = how;
    return true;
  };
  switch (change.which) {
    case high_share_of_all_wage: r.low = r.high; return way == 0;
    case low_share_of_all_wage: r.high = r.low; return way == 0;
    case no_taper: r.low = r.high = none; return way == 0;
    case rounded_to_krone: return round_as(Reading::Rounded::krone);
    case krone_rounded_down: return round_as(Reading::Rounded::krone_down);
    case oere_rounded_down: return r.rounded == Reading::Rounded::oere && round_as(Reading::Rounded::oere_down);
    case deductions_rounded_to_krone: r.deductions_rounded = true; return way == 0;
    case rounded_to_oere: return r.rounded == Reading::Rounded::krone && round_as(Reading::Rounded::oere);
    default: return std::nullopt;
  }
}

bool MonthRead::apply(Change change, Reading& r) const {
  using Kind = std::optional<bool> (MonthRead::*)(Change, Reading&) const;
  static constexpr Kind kinds[] = {&MonthRead::pension_misread,      &MonthRead::ceiling_misread, &MonthRead::month_misread,
                                   &MonthRead::other_income_misread, &MonthRead::holiday_misread, &MonthRead::atp_misread,
                                   &MonthRead::arithmetic_misread};
  for (const Kind kind : kinds)
    if (const auto there = (this->*kind)(change, r)) return *there;
  return false;
}

std::vector<Change> MonthRead::changes() const {
  std::vector<Change> all;
  all.reserve(misreading_count);
  for (std::size_t i = 0; i < misreading_count; ++i)
    for (std::uint8_t way = 0; way < 3; ++way) {
      Reading r = law_;
      const Change change{static_cast<Misreading>(i), way};
      if (apply(change, r)) all.push_back(change);
    }
  return all;
}

}  // namespace fleks
