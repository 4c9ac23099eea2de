#include <fleks/statement/month_statement.hpp>

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

/// One month's calculation, from facts that have been found possible.
template <class Watch>
class MonthCalculation {
 public:
  MonthCalculation(const MonthFacts& facts, const RateTable& table, const Options& options, MonthStatement& statement,
                   Watch& watch) noexcept
      : f_(facts), table_(table), options_(options), rates_(table.on(statement.rates_month)), read_(rates_), s_(statement), watch_(watch) {
    if (options.policy.in_force(statement.month)) [[unlikely]]
      policy_ = options.policy;
  }

  /// Nothing, or what stands in the way.
  std::optional<Error> run() {
    const bool in_whole_oere = f_.pay.form == Pay::Form::am_income && !f_.own_pension.is_share() && !f_.employer_pension.is_share() &&
                               !f_.employed && !f_.job && !f_.part && f_.exact_wage.is_zero() && f_.exact_other_wage.is_zero() &&
                               f_.ledighedsydelse_days == Days{} && f_.ceiling.form <= Ceiling::Form::stated &&
                               options_.own_atp_of == OwnAtpOf::paid_subsidy && !policy_.reduced_by_hours && cuts_whole();
    note_months();
    if (in_whole_oere) [[likely]]
      from_whole_oere();
    else if (auto wrong = from_any_facts())
      return wrong;
    if (read_.failed()) return read_.error();
    if constexpr (Watch::watching) mark_rates_of_reform();
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool cuts_whole() const noexcept { return policy_.ceiling_cut_share == Percent::whole(100); }
  [[nodiscard]] bool care_income_counts() const noexcept { return policy_.care_income_counts && fleks::care_income_counts(s_.month); }

  template <class Numbers>
  [[nodiscard]] law::MonthTerms<Numbers> terms() const noexcept {
    auto terms = law::MonthTerms<Numbers>::of(options_, s_.month, policy_);
    if constexpr (Watch::watching) terms.note_choices(options_, s_.month);
    return terms;
  }
  /// What would have been cut by the law, and is not by the reform.
  template <class Numbers>
  void note_switched_off(const law::MonthAmounts<Numbers>& m) noexcept {
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
    }
  }
  void mark_rates_of_reform() noexcept {
    if constexpr (Watch::watching)
      watch_.each([&](Step& step) {
        for (const RateKey key : step.rates())
          if (const Rate* rate = rates_.find(key); rate != nullptr && rate->of_reform) step.changed_by_reform = true;
      });
  }

  // FLT-1, FLT-2, FLT-20: which months.
  void note_months() {
    if constexpr (Watch::watching) {
      if (f_.job && (s_.wage_month == s_.month || f_.right_without_wage || f_.no_subsidy)) {
        using Wording = steps::FirstMonth::Wording;
        watch_
            .step(Exact::of(f_.pay.amount), steps::FirstMonth{f_.no_subsidy           ? Wording::no_subsidy
                                                              : f_.right_without_wage ? Wording::no_deduction
                                                              : f_.wage_expected      ? Wording::expected_wage
                                                                                      : Wording::own_wage})
            .rests_on_choice = true;
      }
      Step& step = by_rates(watch_.step(read_(RateKey::fleksloentilskud_max_month), steps::RatesOfMonth{options_.rates_of}),
                            {RateKey::fleksloentilskud_max_month});
      step.rests_on_choice = other_month_has_other_rates();
    }
  }

  [[nodiscard]] bool other_month_has_other_rates() const noexcept {
    const RatesOnDate other = table_.on(options_.rates_of == RatesOf::subsidy_month ? s_.wage_month : s_.month);
    for (const RateKey key :
         {RateKey::fleksloentilskud_max_month, RateKey::taper_threshold_month, RateKey::taper_low_pct, RateKey::taper_high_pct,
          RateKey::atp_subsidy_own_pct, RateKey::atp_subsidy_own_max_month, RateKey::obligatory_pension_pct})
      if (rates_.row(key) != other.row(key)) return true;
    return false;
  }

  // A function of its own: behind so many conditions the compiler takes it for rare, and divides as if it were.
  [[gnu::noinline]] void from_whole_oere() {
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
    if (in.hours_known) {
      in.paid_hours.count = f_.paid_hours->ten_thousandths() * law::months_a_year;
      s_.paid_hours = Exact::of(*f_.paid_hours);
    }
    s_.pay = exact(in.wage.pay);
    s_.own_pension = exact(in.wage.own_pension);
    s_.employer_pension = exact(in.wage.employer_pension);
    const auto rates = law::MonthRates<OereNumbers>::of(read_, table_, {.public_atp = in.hours_known});
    const auto m = law::month(in, rates, terms<OereNumbers>(), watch_);
    state(in, rates, m);
    state_paid(s_, whole_oere(m.paid), m, in.hours_known);
    s_.total = exact(m.wage + subsidy.care_income + m.paid);
  }

  std::optional<Error> from_any_facts() {
    law::MonthInput<ExactNumbers> in;
    work_out_pay(in);
    const Ceiling& c = f_.ceiling;
    in.ceiling = {.form = c.form,
                  .stated_by = c.stated_by,
                  .amount = Exact::of(c.amount),
                  .holiday_supplement = Exact::of(c.holiday_supplement),
                  .supplements = Exact::of(c.supplements),
                  .fixed_bonus = Exact::of(c.fixed_bonus),
                  .employer_pension = Exact::of(c.employer_pension),
                  .full_time_month = c.full_time_month};
    auto& subsidy = in.subsidy;
    subsidy.other_wage = Exact::of(f_.other_wage) + f_.exact_other_wage;
    if (care_income_counts()) subsidy.care_income = Exact::of(f_.care_income);
    subsidy.daily_benefit = Exact::of(f_.daily_benefit);
    subsidy.unclaimed = Exact::of(f_.unclaimed_benefit);
    if (f_.right_without_wage) subsidy.other_right = Exact::whole(1);
    subsidy.no_subsidy = f_.no_subsidy;
    const PartTaken taken = part_taken(f_, s_.month, s_.wage_month);
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
    const auto rates =
        law::MonthRates<ExactNumbers>::of(read_, table_,
                                          {.public_atp = in.hours_known,
                                           .atp_of_wage = in.wage.before_contributions && options_.own_atp == OwnAtp::excluded,
                                           .full_time_hours = c.form == Ceiling::Form::from_hourly || policy_.reduced_by_hours,
                                           .contribution = options_.atp_contribution});
    const auto m = law::month(in, rates, terms, watch_);
    state(in, rates, m);
    s_.total = m.wage + subsidy.care_income + m.paid;
    const auto paid = m.paid.round(Rounding::never);
    if (!paid || s_.total.out_of_range()) return Error{.code = ErrorCode::too_precise, .field = Fact::hourly_wage};
    state_paid(s_, *paid, m, in.hours_known);
    return std::nullopt;
  }

  /// TIME-1, TIME-2: from the pay as given to that of the month.
  void work_out_pay(law::MonthInput<ExactNumbers>& in) {
    s_.pay = Exact::of(f_.pay.amount) + f_.exact_wage;
    if (f_.paid_hours) s_.paid_hours = Exact::of(*f_.paid_hours);
    if (f_.pay.form == Pay::Form::hourly) {
      const Exact a_week = law::paid_hours_a_week(Exact::of(f_.pay.weekly_hours), Exact::of(f_.pay.intensity), watch_);
      const Exact a_month = law::hours_a_month(a_week, watch_);
      s_.pay = s_.pay * a_month;
      if (!s_.paid_hours) s_.paid_hours = a_month;
    }
    const Exact before_own_pension = f_.pay.form == Pay::Form::am_income ? law::pay_before_own_pension(s_.pay, f_.own_pension) : s_.pay;
    s_.own_pension = contribution(f_.own_pension, before_own_pension);
    s_.employer_pension = contribution(f_.employer_pension, before_own_pension);
    in.wage = {.pay = s_.pay,
               .in_kind = Exact::of(f_.benefits_in_kind),
               .own_pension = s_.own_pension,
               .employer_pension = s_.employer_pension,
               .holiday_supplement = Exact::of(f_.holiday_supplement),
               .before_contributions = f_.pay.form != Pay::Form::am_income};
    in.hours_known = s_.paid_hours.has_value();
    if (in.hours_known) in.paid_hours = *s_.paid_hours;
  }

  template <class Numbers>
  void state(const law::MonthInput<Numbers>& in, const law::MonthRates<Numbers>& rates, const law::MonthAmounts<Numbers>& m) {
    const auto& subsidy = m.subsidy;
    s_.has_right = exact(subsidy.right).is_positive();
    s_.has_ceiling = f_.ceiling.form != Ceiling::Form::none && policy_.ceiling_applies;
    s_.ceiling_rise_unknown = s_.has_ceiling && f_.ceiling.form == Ceiling::Form::stated && f_.holiday_supplement != Money{} &&
                              f_.ceiling.holiday_supplement == Money{} && s_.has_right;
    s_.wage = exact(m.wage);
    s_.other_wage = exact(in.subsidy.other_wage) + exact(in.subsidy.care_income);
    s_.daily_benefit = exact(in.subsidy.daily_benefit) + exact(in.subsidy.unclaimed);
    s_.base = exact(subsidy.base);
    s_.threshold = exact(rates.subsidy.threshold);
    s_.taper = exact(subsidy.taper);
    s_.before_ceiling = exact(subsidy.before_ceiling);
    s_.normal_wage_ceiling = exact(subsidy.ceiling);
    s_.ceiling_cut = exact(subsidy.ceiling_cut);
    s_.part_cut = exact(subsidy.part_cut);
    s_.holiday_cut = exact(subsidy.holiday_cut);
    note_switched_off(m);
  }

  const MonthFacts& f_;
  const RateTable& table_;
  const Options& options_;
  Policy policy_{};
  const RatesOnDate rates_;
  RateReader read_;
  MonthStatement& s_;
  Watch& watch_;
};

template <class Watch>
Result<MonthStatement> month(const MonthFacts& facts, const RateTable& table, const Options& options, Watch watch) {
  Result<MonthStatement> result{std::in_place};
  MonthStatement& s = *result;
  s.month = facts.month;
  s.wage_month = facts.wage_month ? *facts.wage_month : month_before(facts.month);
  s.rates_month = options.rates_of == RatesOf::subsidy_month ? s.month : s.wage_month;
  // One way out, so that the statement is written where the caller has it.
  if (!is_possible(facts, s.wage_month, options)) [[unlikely]]
    result = what_is_wrong(facts, s.wage_month, options);
  else if (auto wrong = MonthCalculation<Watch>(facts, table, options, s, watch).run()) [[unlikely]]
    result = std::move(*wrong);
  return result;
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
