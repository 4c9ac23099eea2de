#include <fleks/statement/month_statement.hpp>

#include "rules/counted_rates.hpp"
#include "rules/facts_to_rules.hpp"
#include "rules/month.hpp"
#include "rules/paid_hours.hpp"
#include "statement/month_amounts.hpp"
#include "statement/validate.hpp"

namespace fleks {
namespace {

using law::by_rates;
using law::exact;
using law::ExactNumbers;
using law::Tracer;
using law::Untraced;
using law::WholeOere;

/// Shares of rates have at most four decimals of a percentage point.
using OereNumbers = law::ScaledNumbers<1'000'000>;

/// Its copy, part by part: one in a piece would wait until the parts, which have just been written, are in memory.
constexpr Month copy_of(const Month& month) noexcept { return month.year() / month.month(); }

/// FLT-1, FLT-2: the month of the subsidy, of the wage and of the rates.
struct MonthsUsed {
  Month month, wage_month, rates_month;

  static MonthsUsed of(const MonthFacts& facts, const Options& options) noexcept {
    const Month month = copy_of(facts.month), wage_month = facts.wage_month ? copy_of(*facts.wage_month) : month_before(month);
    return {month, wage_month, options.rates_of == RatesOf::subsidy_month ? month : wage_month};
  }
};

constexpr Policy no_reform{};

// One question: behind a row of them the compiler takes what follows for rare, and divides as if it were.
template <std::size_t questions>
[[nodiscard, gnu::always_inline]] inline bool none_of(const bool (&others)[questions]) noexcept {
  bool any = false;
  for (const bool other : others) any |= other;
  return !any;
}

/// Whether only the pay, the pensions and the ceiling can have made anything but whole øre of it.
[[nodiscard, gnu::always_inline]] inline bool is_ordinary(const MonthFacts& f, const Options& options, const Policy& policy) noexcept {
  return none_of({f.employed.has_value(), f.job.has_value(), static_cast<bool>(f.in_parts), f.ledighedsydelse_days != Days{},
                  f.ceiling.form > Ceiling::Form::stated, options.own_atp_of != OwnAtpOf::paid_subsidy, policy.reduced_by_hours,
                  policy.ceiling_cut_share != Percent::whole(100)});
}
[[nodiscard, gnu::always_inline]] inline bool is_in_whole_oere(const MonthFacts& f, const Options& options, const Policy& policy) noexcept {
  return none_of(
      {f.pay.form != Pay::Form::am_income, f.own_pension.is_share(), f.employer_pension.is_share(), !is_ordinary(f, options, policy)});
}

/// Whether hourly pay gives amounts that `NarrowAmount` holds: of ten decimals, with two of the hours, two of the intensity, four of the
/// pension's share and two of the taper's, and of ordinary size.
[[nodiscard]] bool is_narrow(const MonthFacts& f, const RatesOnDate& rates) noexcept {
  constexpr std::int64_t two_decimals = 100, whole_percent = 10'000, tenth_of_a_thousandth = 100;
  const auto finer = [](std::int64_t count, std::int64_t than) { return count % than != 0; };
  const auto too_large = [](Money amount) { return amount > law::most_narrow; };
  return none_of({f.pay.form != Pay::Form::hourly, f.pay.amount > law::most_narrow_pay,
                  finer(f.pay.weekly_hours.ten_thousandths(), two_decimals), finer(f.pay.intensity.ten_thousandths(), whole_percent),
                  finer(f.own_pension.share().ten_thousandths(), tenth_of_a_thousandth),
                  finer(f.employer_pension.share().ten_thousandths(), tenth_of_a_thousandth),
                  finer(rates.count(RateKey::taper_low_pct), whole_percent), finer(rates.count(RateKey::taper_high_pct), whole_percent),
                  too_large(f.own_pension.amount()), too_large(f.employer_pension.amount()), too_large(f.holiday_supplement),
                  too_large(f.other_wage), too_large(f.care_income), too_large(f.daily_benefit), too_large(f.unclaimed_benefit),
                  too_large(f.ceiling.amount), too_large(f.ceiling.holiday_supplement), !law::are_narrow(rates)});
}

[[gnu::noinline]] Error missing_rate(RatesOnDate rates, const RateTable& table, const law::RatesNeeded& needed) {
  RateReader read(rates);
  law::MonthRates<OereNumbers>::of(read, table, needed);
  return read.error();
}

/// One month's calculation, from facts that have been found possible.
template <class Watch>
class MonthCalculation {
 public:
  MonthCalculation(const MonthFacts& facts, const RateTable& table, const Options& options, const Policy& policy, const MonthsUsed& months,
                   Watch& watch) noexcept
      : f_(facts),
        table_(table),
        options_(options),
        policy_(policy),
        months_(months),
        rates_(table.on(copy_of(months.rates_month))),
        watch_(watch) {}

  [[gnu::always_inline]] Result<MonthStatement> from_whole_oere() {
    note_months();
    const auto whole = [](Money money) { return WholeOere{money.in_oere()}; };
    law::MonthInput<OereNumbers> in;
    in.wage = {.pay = whole(f_.pay.amount),
               .in_kind = whole(f_.benefits_in_kind),
               .own_pension = whole(f_.own_pension.amount()),
               .employer_pension = whole(f_.employer_pension.amount()),
               .holiday_supplement = whole(f_.holiday_supplement)};
    in.ceiling = {.form = f_.ceiling.form,
                  .stated_by = f_.ceiling.stated_by,
                  .amount = whole(f_.ceiling.amount),
                  .holiday_supplement = whole(f_.ceiling.holiday_supplement)};
    auto& subsidy = in.subsidy;
    subsidy.other_wage = whole(f_.other_wage);
    if (care_income_counts()) subsidy.care_income = whole(f_.care_income);
    subsidy.daily_benefit = whole(f_.daily_benefit);
    subsidy.unclaimed = whole(f_.unclaimed_benefit);
    if (f_.right_without_wage) subsidy.other_right = WholeOere{1};
    subsidy.no_subsidy = f_.no_subsidy;
    in.hours_known = f_.paid_hours.has_value();
    if (in.hours_known) in.paid_hours.count = f_.paid_hours->ten_thousandths() * law::months_a_year;
    const law::RatesNeeded needed{.public_atp = in.hours_known};
    CountReader read(rates_);
    const auto rates = law::MonthRates<OereNumbers>::of(read, table_, needed);
    const auto m = law::month(in, rates, terms<OereNumbers>(), watch_);
    if (read.failed()) [[unlikely]]
      return missing_rate(rates_, table_, needed);
    note_reform(m);
    return stated(in, rates, m, whole_oere(m.paid), exact(m.wage + subsidy.care_income + m.paid));
  }

  [[nodiscard]] bool is_narrow_hourly() const noexcept { return is_ordinary(f_, options_, policy_) && is_narrow(f_, rates_); }

  /// From hourly pay that `is_narrow_hourly`.
  [[gnu::noinline]] Result<MonthStatement> from_narrow_hourly() {
    using Amount = law::NarrowAmount;
    const auto whole = [](Money money) { return Amount::oere(money.in_oere()); };
    law::MonthInput<law::NarrowNumbers> in;
    const Amount a_week = law::paid_hours_a_week(Amount(Exact::of(f_.pay.weekly_hours)), Exact::of(f_.pay.intensity), watch_);
    const Amount a_month = law::hours_a_month(a_week, watch_), pay = whole(f_.pay.amount) * a_month;
    const auto contribution = [&](const Contribution& c) {
      return c.is_share() ? pay * law::RateCount::of_percent(c.share()) : whole(c.amount());
    };
    in.hours_known = true;
    in.paid_hours = f_.paid_hours ? Amount(Exact::of(*f_.paid_hours)) : a_month;
    auto& wage = in.wage;
    wage.pay = pay;
    wage.own_pension = contribution(f_.own_pension);
    wage.employer_pension = contribution(f_.employer_pension);
    wage.holiday_supplement = whole(f_.holiday_supplement);
    wage.before_contributions = true;
    in.ceiling.form = f_.ceiling.form;
    in.ceiling.stated_by = f_.ceiling.stated_by;
    in.ceiling.amount = whole(f_.ceiling.amount);
    in.ceiling.holiday_supplement = whole(f_.ceiling.holiday_supplement);
    auto& subsidy = in.subsidy;
    subsidy.other_wage = whole(f_.other_wage);
    if (care_income_counts()) subsidy.care_income = whole(f_.care_income);
    subsidy.daily_benefit = whole(f_.daily_benefit);
    subsidy.unclaimed = whole(f_.unclaimed_benefit);
    if (f_.right_without_wage) subsidy.other_right = Amount::oere(1);
    subsidy.no_subsidy = f_.no_subsidy;
    law::RateCounter read(rates_);
    const auto rates = law::MonthRates<law::NarrowNumbers>::of(
        read, table_, {.public_atp = true, .atp_of_wage = options_.own_atp == OwnAtp::excluded, .contribution = options_.atp_contribution});
    // It says which is missing.
    if (read.failed()) [[unlikely]]
      return from_any_facts();
    const auto m = law::month(in, rates, terms<law::NarrowNumbers>(), watch_);
    return stated(in, rates, m, whole_oere(m.paid), exact(m.wage + subsidy.care_income + m.paid));
  }

  [[gnu::noinline]] Result<MonthStatement> from_any_facts() {
    note_months();
    law::MonthInput<ExactNumbers> in;
    work_out_pay(in);
    const Ceiling& c = f_.ceiling;
    in.ceiling.form = c.form;
    in.ceiling.stated_by = c.stated_by;
    in.ceiling.amount = Exact::of(c.amount);
    in.ceiling.holiday_supplement = Exact::of(c.holiday_supplement);
    in.ceiling.supplements = Exact::of(c.supplements);
    in.ceiling.fixed_bonus = Exact::of(c.fixed_bonus);
    in.ceiling.employer_pension = Exact::of(c.employer_pension);
    in.ceiling.full_time_month = c.full_time_month;
    auto& subsidy = in.subsidy;
    subsidy.other_wage = Exact::of(f_.other_wage) + f_.in_parts->exact_other_wage;
    if (care_income_counts()) subsidy.care_income = Exact::of(f_.care_income);
    subsidy.daily_benefit = Exact::of(f_.daily_benefit);
    subsidy.unclaimed = Exact::of(f_.unclaimed_benefit);
    if (f_.right_without_wage) subsidy.other_right = Exact::whole(1);
    subsidy.no_subsidy = f_.no_subsidy;
    const PartTaken taken = part_taken(f_, months_.month, months_.wage_month);
    subsidy.part = taken.part;
    subsidy.part_of_result = taken.of_result;
    in.calendar_part = taken.calendar_part;
    auto terms = this->terms<ExactNumbers>();
    if (is_all_holiday(f_)) terms.subsidy.holiday_benefit_deducted = false;
    if (policy_.holiday_days_cut && f_.ledighedsydelse_days != Days{}) {
      if (!terms.subsidy.holiday_benefit_deducted) {
        subsidy.holiday = holiday_share(f_);
      } else if (f_.ledighedsydelse) {
        subsidy.holiday_benefit = Exact::of(*f_.ledighedsydelse);
      } else {
        return Error{.code = ErrorCode::missing_fact, .field = Fact::ledighedsydelse, .allowed = Range{Money{}, largest_amount}};
      }
    }
    if (policy_.reduced_by_hours && !in.hours_known)
      return Error{.code = ErrorCode::missing_fact, .field = Fact::paid_hours, .allowed = Range{Hours{}, hours_in_a_month}};
    RateReader read(rates_);
    const auto rates =
        law::MonthRates<ExactNumbers>::of(read, table_,
                                          {.public_atp = in.hours_known,
                                           .atp_of_wage = in.wage.before_contributions && options_.own_atp == OwnAtp::excluded,
                                           .full_time_hours = c.form == Ceiling::Form::from_hourly || policy_.reduced_by_hours,
                                           .contribution = options_.atp_contribution});
    const auto m = law::month(in, rates, terms, watch_);
    note_reform(m);
    const Exact total = m.wage + subsidy.care_income + m.paid;
    const auto paid = m.paid.round(Rounding::never);
    if (!paid || total.out_of_range()) return Error{.code = ErrorCode::too_precise, .field = Fact::hourly_wage};
    if (read.failed()) return read.error();
    return stated(in, rates, m, *paid, total);
  }

 private:
  [[nodiscard]] bool cuts_whole() const noexcept { return policy_.ceiling_cut_share == Percent::whole(100); }
  [[nodiscard]] bool care_income_counts() const noexcept { return policy_.care_income_counts && fleks::care_income_counts(months_.month); }

  template <class Numbers>
  [[nodiscard, gnu::always_inline]] law::MonthTerms<Numbers> terms() const noexcept {
    auto terms = law::MonthTerms<Numbers>::of(options_, months_.month, policy_);
    if constexpr (Watch::watching) terms.note_choices(options_, months_.month, f_.ledighedsydelse_days != Days{});
    return terms;
  }
  /// What would have been cut by the law, and is not by the reform.
  template <class Numbers>
  void note_reform(const law::MonthAmounts<Numbers>& m) noexcept {
    if constexpr (Watch::watching) {
      const Exact before = exact(m.subsidy.before_ceiling), due = exact(m.subsidy.due);
      if (f_.ceiling.form == Ceiling::Form::stated && !policy_.ceiling_applies)
        watch_
            .step(before, steps::UnderCeiling{.ceiling = Exact::of(f_.ceiling.amount),
                                              .under = exact(m.wage),
                                              .before = before,
                                              .cut = {},
                                              .wording = steps::UnderCeiling::Wording::wage})
            .changed_by_reform = true;
      if (f_.ledighedsydelse_days != Days{} && !policy_.holiday_days_cut)
        watch_.step(due, steps::HolidayDays{.before = due, .share = holiday_share(f_.ledighedsydelse_days), .cut = {}}).changed_by_reform =
            true;
      mark_rates_of_reform();
    }
  }
  void mark_rates_of_reform() noexcept {
    if constexpr (Watch::watching)
      if (rates_.any_of_reform())
        watch_.each([&](Step& step) {
          for (const RateKey key : step.rates())
            if (const Rate* rate = rates_.find(key); rate != nullptr && rate->of_reform) step.changed_by_reform = true;
        });
  }

  // FLT-1, FLT-2, FLT-20: which months.
  void note_months() {
    if constexpr (Watch::watching) {
      if (f_.job && (months_.wage_month == months_.month || f_.right_without_wage || f_.no_subsidy)) {
        using Wording = steps::FirstMonth::Wording;
        watch_
            .step(Exact::of(f_.pay.amount), steps::FirstMonth{f_.no_subsidy           ? Wording::no_subsidy
                                                              : f_.right_without_wage ? Wording::no_deduction
                                                              : f_.wage_expected      ? Wording::expected_wage
                                                                                      : Wording::own_wage})
            .rests_on_choice = true;
      }
      const Rate* base = rates_.find(RateKey::fleksloentilskud_max_month);
      Step& step = by_rates(watch_.step(base != nullptr ? base->exact : Exact{}, steps::RatesOfMonth{options_.rates_of}),
                            {RateKey::fleksloentilskud_max_month});
      step.rests_on_choice = other_month_has_other_rates();
    }
  }

  [[nodiscard]] bool other_month_has_other_rates() const noexcept {
    const RatesOnDate other = table_.on(options_.rates_of == RatesOf::subsidy_month ? months_.wage_month : months_.month);
    if (rates_.same_as(other)) return false;
    for (const RateKey key :
         {RateKey::fleksloentilskud_max_month, RateKey::taper_threshold_month, RateKey::taper_low_pct, RateKey::taper_high_pct,
          RateKey::atp_subsidy_own_pct, RateKey::atp_subsidy_own_max_month, RateKey::obligatory_pension_pct})
      if (rates_.row(key) != other.row(key)) return true;
    return false;
  }

  /// TIME-1, TIME-2: from the pay as given to that of the month.
  void work_out_pay(law::MonthInput<ExactNumbers>& in) {
    Exact pay = Exact::of(f_.pay.amount) + f_.in_parts->exact_wage;
    in.hours_known = f_.paid_hours.has_value();
    if (in.hours_known) in.paid_hours = Exact::of(*f_.paid_hours);
    if (f_.pay.form == Pay::Form::hourly) {
      const Exact a_week = law::paid_hours_a_week(Exact::of(f_.pay.weekly_hours), Exact::of(f_.pay.intensity), watch_);
      const Exact a_month = law::hours_a_month(a_week, watch_);
      pay = pay * a_month;
      if (!in.hours_known) in.paid_hours = a_month;
      in.hours_known = true;
    }
    const Exact before_own_pension = f_.pay.form == Pay::Form::am_income ? law::pay_before_own_pension(pay, f_.own_pension) : pay;
    auto& wage = in.wage;
    wage.pay = pay;
    wage.in_kind = Exact::of(f_.benefits_in_kind);
    wage.own_pension = contribution(f_.own_pension, before_own_pension);
    wage.employer_pension = contribution(f_.employer_pension, before_own_pension);
    wage.holiday_supplement = Exact::of(f_.holiday_supplement);
    wage.before_contributions = f_.pay.form != Pay::Form::am_income;
  }

  /// All of the statement, made where the caller has it and written once.
  template <class Numbers>
  [[gnu::always_inline]] Result<MonthStatement> stated(const law::MonthInput<Numbers>& in, const law::MonthRates<Numbers>& rates,
                                                       const law::MonthAmounts<Numbers>& m, Money paid, const Exact& total) const {
    const auto& subsidy = m.subsidy;
    const Month month = copy_of(months_.month), wage_month = copy_of(months_.wage_month), rates_month = copy_of(months_.rates_month);
    const bool has_right = exact(subsidy.right).is_positive();
    const bool has_ceiling = f_.ceiling.form != Ceiling::Form::none && policy_.ceiling_applies;
    const bool rise_unknown = has_ceiling && f_.ceiling.form == Ceiling::Form::stated && f_.holiday_supplement != Money{} &&
                              f_.ceiling.holiday_supplement == Money{} && has_right;
    const Exact paid_hours = f_.paid_hours ? Exact::of(*f_.paid_hours) : exact(in.paid_hours);
    const auto amounts_paid = AmountsPaid::of(paid, m, in.hours_known);
    // Nothing is read or asked from here on: what the members begin as is then never written.
    Result<MonthStatement> result{std::in_place};
    MonthStatement& s = *result;
    s.month = month;
    s.wage_month = wage_month;
    s.rates_month = rates_month;
    s.has_right = has_right;
    s.has_ceiling = has_ceiling;
    s.ceiling_rise_unknown = rise_unknown;
    s.pay = exact(in.wage.pay);
    s.own_pension = exact(in.wage.own_pension);
    s.employer_pension = exact(in.wage.employer_pension);
    s.wage = exact(m.wage);
    s.other_wage = exact(in.subsidy.other_wage + in.subsidy.care_income);
    s.daily_benefit = exact(in.subsidy.daily_benefit + in.subsidy.unclaimed);
    s.base = exact(subsidy.base);
    s.threshold = exact(rates.subsidy.threshold);
    s.taper = exact(subsidy.taper);
    s.before_ceiling = exact(subsidy.before_ceiling);
    s.normal_wage_ceiling = exact(subsidy.ceiling);
    s.ceiling_cut = exact(subsidy.ceiling_cut);
    s.part_cut = exact(subsidy.part_cut);
    s.holiday_cut = exact(subsidy.holiday_cut);
    s.total = total;
    state_paid(s, amounts_paid);
    if (in.hours_known) s.paid_hours = paid_hours;
    return result;
  }

  const MonthFacts& f_;
  const RateTable& table_;
  const Options& options_;
  const Policy& policy_;
  const MonthsUsed& months_;
  const RatesOnDate rates_;
  Watch& watch_;
};

const Policy& policy_of(const MonthFacts& facts, const Options& options) noexcept {
  return options.policy.in_force(facts.month) ? options.policy : no_reform;
}

template <class Watch>
[[gnu::noinline]] Result<MonthStatement> any_month(const MonthFacts& facts, const RateTable& table, const Options& options, Watch watch) {
  const auto months = MonthsUsed::of(facts, options);
  if (!is_possible(facts, months.wage_month, options)) [[unlikely]]
    return what_is_wrong(facts, months.wage_month, options);
  MonthCalculation<Watch> calculation(facts, table, options, policy_of(facts, options), months, watch);
  if constexpr (!Watch::watching)
    if (calculation.is_narrow_hourly()) return calculation.from_narrow_hourly();
  return calculation.from_any_facts();
}

// Most months are one run of code, whose calculation is never put together in memory.
template <class Watch>
Result<MonthStatement> month(const MonthFacts& facts, const RateTable& table, const Options& options, Watch watch) {
  const Policy& policy = policy_of(facts, options);
  if (is_in_whole_oere(facts, options, policy) && is_surely_possible(facts)) [[likely]] {
    const auto months = MonthsUsed::of(facts, options);
    return MonthCalculation<Watch>(facts, table, options, policy, months, watch).from_whole_oere();
  }
  return any_month(facts, table, options, watch);
}

template <class Watch>
Result<Exact> ceiling(const Ceiling& c, const RatesOnDate& rates, Watch& watch) {
  if (auto wrong = what_is_wrong(c)) return std::move(*wrong);
  if (c.form == Ceiling::Form::none) return Error{.code = ErrorCode::missing_fact, .field = Fact::ceiling};
  RateReader read(rates);
  const Exact full_time_hours = c.form == Ceiling::Form::from_hourly ? read(RateKey::full_time_hours_week) : Exact{};
  if (read.failed()) return read.error();
  const law::CeilingGiven<ExactNumbers> given{.form = c.form,
                                              .stated_by = c.stated_by,
                                              .amount = Exact::of(c.amount),
                                              .holiday_supplement = Exact::of(c.holiday_supplement),
                                              .supplements = Exact::of(c.supplements),
                                              .fixed_bonus = Exact::of(c.fixed_bonus),
                                              .employer_pension = Exact::of(c.employer_pension),
                                              .full_time_month = c.full_time_month};
  return law::ceiling_of(given, full_time_hours, watch);
}

}  // namespace

Result<MonthStatement> fleksloentilskud(const MonthFacts& facts, const RateTable& rates, const Options& options) {
  return month(facts, rates, options, Untraced{});
}

Result<MonthStatement> fleksloentilskud(const MonthFacts& facts, const RateTable& rates, const Options& options, Trace& trace) {
  trace.clear();
  return month(facts, rates, options, Tracer(trace));
}

Money likely_ceiling_rise(const MonthFacts& facts, const MonthStatement& statement, const RateTable& rates) noexcept {
  const Rate* full_time = rates.on(statement.rates_month).find(RateKey::full_time_hours_week);
  if (full_time == nullptr || !statement.paid_hours || !statement.paid_hours->is_positive()) return facts.holiday_supplement;
  const Exact in_full_time = Exact::of(facts.holiday_supplement) * (full_time->exact * law::weeks_a_month / *statement.paid_hours);
  const auto rise = larger(Exact::of(facts.holiday_supplement), in_full_time).round(Rounding::half_up);
  return rise && *rise <= largest_amount ? *rise : largest_amount;
}

Result<Exact> normal_wage_ceiling(const Ceiling& c, const RatesOnDate& rates) {
  Untraced untraced;
  return ceiling(c, rates, untraced);
}

Result<Exact> normal_wage_ceiling(const Ceiling& c, const RatesOnDate& rates, Trace& trace) {
  trace.clear();
  Tracer tracer(trace);
  return ceiling(c, rates, tracer);
}

}  // namespace fleks
