#include <fleks/statement/month_statement.hpp>

#include "rules/atp_of_wage.hpp"
#include "rules/contributions.hpp"
#include "rules/fleksloentilskud.hpp"
#include "rules/normal_wage_ceiling.hpp"
#include "rules/paid_hours.hpp"
#include "rules/wage.hpp"
#include "statement/fetch.hpp"
#include "statement/gather.hpp"
#include "statement/validate.hpp"

namespace fleks {
namespace {

using law::by_rates;
using law::exact;
using law::ExactNumbers;
using law::Nobody;
using law::Tracer;
using law::Whole;

/// Shares of rates have at most four decimals of a percentage point.
using OereNumbers = law::ScaledNumbers<1'000'000>;

template <class Watch>
Result<Exact> ceiling(const Ceiling& c, const RatesOnDate& rates, Watch& watch) {
  Exact base = Exact::of(c.amount);
  switch (c.form) {
    case Ceiling::Form::none: return Error{.code = ErrorCode::missing_fact, .field = Fact::ceiling};
    case Ceiling::Form::stated:
      if constexpr (Watch::watching) watch.step(base, steps::StatedCeiling{c.stated_by});
      return base;
    case Ceiling::Form::from_hourly: {
      Fetch fetch(rates);
      const Exact full_time = fetch(RateKey::full_time_hours_week);
      if (fetch.failed()) return fetch.error();
      base = law::full_time_base(base, full_time, watch);
      break;
    }
    case Ceiling::Form::from_monthly: break;
  }
  return law::ceiling_from_parts(base, Exact::of(c.supplements), Exact::of(c.fixed_bonus), Exact::of(c.employer_pension),
                                 Exact::of(c.holiday_supplement), watch);
}

/// One month's calculation, from facts that have been found possible.
template <class Watch>
class MonthCalculation {
 public:
  MonthCalculation(const MonthFacts& facts, const RateTable& table, const Options& options, MonthStatement& statement,
                   Watch& watch) noexcept
      : f_(facts), table_(table), options_(options), rates_(table.on(statement.rates_month)), fetch_(rates_), s_(statement), watch_(watch) {
    if (options.policy.in_force(statement.month)) [[unlikely]]
      policy_ = options.policy;
  }

  /// Nothing, or what stands in the way.
  std::optional<Error> run() {
    const bool in_whole_oere = f_.pay.form == Pay::Form::am_income && !f_.employed && !f_.part && f_.exact_wage.is_zero() &&
                               f_.exact_other_wage.is_zero() && !f_.right_without_wage && f_.ledighedsydelse_days == Days{} &&
                               f_.ceiling.form <= Ceiling::Form::stated && !policy_.reduced_by_hours && cuts_whole();
    note_months();
    if (in_whole_oere)
      from_whole_oere();
    else if (auto wrong = from_any_facts())
      return wrong;
    if (fetch_.failed()) return fetch_.error();
    if constexpr (Watch::watching) mark_rates_of_reform();
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool cuts_whole() const noexcept { return policy_.ceiling_cut_share == Percent::whole(100); }
  [[nodiscard]] bool ceiling_applies() const noexcept { return f_.ceiling.form != Ceiling::Form::none && policy_.ceiling_applies; }
  [[nodiscard]] bool care_income_counts() const noexcept { return policy_.care_income_counts && fleks::care_income_counts(s_.wage_month); }

  template <class Numbers>
  [[nodiscard]] law::SubsidyTerms<Numbers> terms() const noexcept {
    law::SubsidyTerms<Numbers> terms{options_.other_wage_under_ceiling};
    terms.daily_benefit_deducted = policy_.daily_benefit_deducted;
    return terms;
  }
  [[nodiscard]] law::SubsidyTerms<ExactNumbers> exact_terms() const noexcept {
    auto all = terms<ExactNumbers>();
    all.reduced_by_hours = policy_.reduced_by_hours;
    all.whole_cut = cuts_whole();
    all.cut_share = Exact::of(policy_.ceiling_cut_share);
    return all;
  }
  /// What would have been cut by the law, and is not by the reform.
  template <class Amount, class Fine>
  void note_switched_off(const Amount& wage, const Fine& before_ceiling, const Fine& due) noexcept {
    if constexpr (Watch::watching) {
      if (f_.ceiling.form == Ceiling::Form::stated && !policy_.ceiling_applies)
        watch_
            .step(before_ceiling, steps::UnderCeiling{.ceiling = Exact::of(f_.ceiling.amount),
                                                      .wage = exact(wage),
                                                      .before = exact(before_ceiling),
                                                      .cut = {},
                                                      .wording = steps::UnderCeiling::Wording::wage})
            .changed_by_reform = true;
      if (f_.ledighedsydelse_days != Days{} && !policy_.holiday_days_cut)
        watch_.step(due, steps::HolidayDays{.before = exact(due), .share = holiday_share(f_.ledighedsydelse_days), .cut = {}})
            .changed_by_reform = true;
    }
  }
  void mark_rates_of_reform() noexcept {
    if constexpr (Watch::watching)
      watch_.each([&](Step& step) {
        for (const RateKey key : step.rates())
          if (const Rate* rate = rates_.find(key); rate != nullptr && rate->of_reform) step.changed_by_reform = true;
      });
  }

  // FLT-1, FLT-2: which months.
  void note_months() {
    if constexpr (Watch::watching) {
      Step& step = by_rates(watch_.step(fetch_(RateKey::fleksloentilskud_max_month), steps::RatesOfMonth{options_.rates_of}),
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

  void from_whole_oere() {
    const auto whole = [](Money money) { return Whole{money.in_oere()}; };
    const auto oere = [&](RateKey key) { return Whole{fetch_.count(key)}; };
    const auto share = [&](RateKey key) { return law::Share<1'000'000>{fetch_.count(key)}; };

    const Whole own = whole(f_.own_pension.amount()), employer = whole(f_.employer_pension.amount());
    s_.pay = Exact::of(f_.pay.amount);
    s_.own_pension = exact(own);
    s_.employer_pension = exact(employer);
    if (f_.paid_hours) s_.paid_hours = Exact::of(*f_.paid_hours);
    const Whole wage =
        law::wage_from_am_income(whole(f_.pay.amount), whole(f_.benefits_in_kind), own, employer, whole(f_.holiday_supplement), watch_);

    law::SubsidyFacts<OereNumbers> facts;
    facts.wage = wage;
    if (care_income_counts()) facts.right_by_care = whole(f_.care_income);
    facts.other_wage = whole(f_.other_wage) + facts.right_by_care;
    facts.daily_benefit = whole(f_.daily_benefit);
    facts.has_ceiling = ceiling_applies();
    if (facts.has_ceiling) {
      facts.ceiling = whole(f_.ceiling.amount);
      if constexpr (Watch::watching) watch_.step(facts.ceiling, steps::StatedCeiling{f_.ceiling.stated_by});
    }
    const law::SubsidyRates<OereNumbers> rates{oere(RateKey::fleksloentilskud_max_month), oere(RateKey::taper_threshold_month),
                                               share(RateKey::taper_low_pct), share(RateKey::taper_high_pct)};
    const auto subsidy = law::subsidy(facts, rates, terms<OereNumbers>(), watch_);
    state(facts, rates, subsidy);
    note_switched_off(facts.wage, subsidy.before_ceiling, subsidy.due);

    const Whole paid = options_.round_to == RoundTo::oere ? law::nearest_oere(subsidy.due) : law::nearest_krone(subsidy.due);
    note_rounding(exact(subsidy.due), exact(paid));
    const Whole own_atp =
        law::own_atp_of_subsidy(paid, share(RateKey::atp_subsidy_own_pct), oere(RateKey::atp_subsidy_own_max_month), watch_);
    pay_out(Money::oere(paid.count), Money::oere(own_atp.count));
    if (f_.paid_hours) s_.public_atp = Money::oere(public_atp(paid, *f_.paid_hours).count);
    const law::Share<1'000'000> pension_share{fetch_.count_if_in_force_yet(RateKey::obligatory_pension_pct, table_)};
    s_.obligatory_pension = Money::oere(law::obligatory_pension(paid - own_atp, pension_share, watch_).count);
    s_.total = exact(wage + paid);
  }

  std::optional<Error> from_any_facts() {
    work_out_wage();
    law::SubsidyFacts<ExactNumbers> facts;
    facts.wage = s_.wage;
    if (care_income_counts()) facts.right_by_care = Exact::of(f_.care_income);
    facts.other_wage = Exact::of(f_.other_wage) + f_.exact_other_wage + facts.right_by_care;
    if (f_.right_without_wage) facts.right_by_care += Exact::whole(1);  // any amount above zero gives it
    facts.daily_benefit = Exact::of(f_.daily_benefit);
    facts.part = f_.part ? *f_.part : part_of_month(f_, s_.wage_month);
    facts.part_of_result = f_.part && s_.wage_month != s_.month;
    if (policy_.holiday_days_cut) facts.holiday = holiday_share(f_.ledighedsydelse_days);
    if (f_.part && !f_.part->is_zero()) facts.holiday = smaller(Exact::whole(1), facts.holiday / facts.part);
    facts.has_ceiling = ceiling_applies();
    if (facts.has_ceiling) {
      auto c = ceiling(f_.ceiling, rates_, watch_);
      if (!c) return std::move(c).error();
      facts.ceiling = *c;
    }
    const law::SubsidyRates<ExactNumbers> rates{fetch_(RateKey::fleksloentilskud_max_month), fetch_(RateKey::taper_threshold_month),
                                                fetch_(RateKey::taper_low_pct), fetch_(RateKey::taper_high_pct)};
    if (policy_.reduced_by_hours) {
      if (!s_.paid_hours)
        return Error{.code = ErrorCode::missing_fact, .field = Fact::paid_hours, .allowed = Range{Hours{}, hours_in_a_month}};
      facts.reduction_by_hours = law::reduction_by_hours(rates.base * facts.part, *s_.paid_hours, fetch_(RateKey::full_time_hours_week));
    }
    const auto subsidy = law::subsidy(facts, rates, exact_terms(), watch_);
    state(facts, rates, subsidy);
    note_switched_off(facts.wage, subsidy.before_ceiling, subsidy.due);

    const auto rounded =
        options_.round_to == RoundTo::oere ? subsidy.due.round(Rounding::half_up) : subsidy.due.round_to_krone(Rounding::half_up);
    if (!rounded) return Error{.code = ErrorCode::too_precise, .field = Fact::hourly_wage};
    const Exact paid = Exact::of(*rounded);
    note_rounding(subsidy.due, paid);
    const Exact own_atp =
        law::own_atp_of_subsidy(paid, fetch_(RateKey::atp_subsidy_own_pct), fetch_(RateKey::atp_subsidy_own_max_month), watch_);
    pay_out(*rounded, *own_atp.round(Rounding::never));
    if (s_.paid_hours) s_.public_atp = *public_atp(paid, *s_.paid_hours).round(Rounding::never);
    const Exact pension_share = fetch_.if_in_force_yet(RateKey::obligatory_pension_pct, table_);
    s_.obligatory_pension = *law::obligatory_pension(paid - own_atp, pension_share, watch_).round(Rounding::never);
    s_.total = s_.wage + paid;
    if (s_.total.out_of_range()) return Error{.code = ErrorCode::too_precise, .field = Fact::hourly_wage};
    return std::nullopt;
  }

  /// TIME-1, TIME-2, ATP and FLT-5: from the pay as given to the wage that counts.
  void work_out_wage() {
    s_.pay = Exact::of(f_.pay.amount) + f_.exact_wage;
    if (f_.paid_hours) s_.paid_hours = Exact::of(*f_.paid_hours);
    if (f_.pay.form == Pay::Form::hourly) {
      const Exact a_week = law::paid_hours_a_week(Exact::of(f_.pay.weekly_hours), Exact::of(f_.pay.intensity), watch_);
      const Exact a_month = law::hours_a_month(a_week, watch_);
      s_.pay = s_.pay * a_month;
      if (!s_.paid_hours) s_.paid_hours = a_month;
    }
    s_.own_pension = contribution(f_.own_pension, s_.pay);
    s_.employer_pension = contribution(f_.employer_pension, s_.pay);
    const Exact holiday_supplement = Exact::of(f_.holiday_supplement);
    if (f_.pay.form == Pay::Form::am_income) {
      s_.wage =
          law::wage_from_am_income(s_.pay, Exact::of(f_.benefits_in_kind), s_.own_pension, s_.employer_pension, holiday_supplement, watch_);
      return;
    }
    const bool atp_counted = options_.own_atp == OwnAtp::counted;
    Exact own_atp{};
    if (!atp_counted) {
      law::AtpBands bands;
      for (std::size_t band = 0; band < bands.own.size(); ++band) bands.own[band] = fetch_(law::AtpBands::own_keys[band]);
      own_atp = law::atp_of_wage(bands, *s_.paid_hours, watch_).own;
    }
    s_.wage = law::wage_from_pay(s_.pay, own_atp, s_.employer_pension, holiday_supplement, atp_counted, watch_);
  }

  template <class Numbers>
  void state(const law::SubsidyFacts<Numbers>& facts, const law::SubsidyRates<Numbers>& rates, const law::Subsidy<Numbers>& subsidy) {
    s_.has_right = exact(subsidy.right).is_positive();
    s_.has_ceiling = facts.has_ceiling;
    s_.wage = exact(facts.wage);
    s_.other_wage = exact(facts.other_wage);
    s_.daily_benefit = exact(facts.daily_benefit);
    s_.base = exact(subsidy.base);
    s_.threshold = exact(rates.threshold);
    s_.taper = exact(subsidy.taper);
    s_.before_ceiling = exact(subsidy.before_ceiling);
    s_.normal_wage_ceiling = exact(subsidy.ceiling);
    s_.ceiling_cut = exact(subsidy.ceiling_cut);
    s_.part_cut = exact(subsidy.part_cut);
    s_.holiday_cut = exact(subsidy.holiday_cut);
  }

  // FLT-14: the only rounding of the subsidy, half up.
  void note_rounding(const Exact& due, const Exact& paid) {
    if constexpr (Watch::watching) {
      Step& step = watch_.step(paid, steps::Rounded{.before = due, .wording = options_.round_to});
      step.rests_on_choice = paid != due;
    }
  }

  // FLT-17: what is withheld.
  void pay_out(Money subsidy, Money own_atp) {
    s_.fleksloentilskud = subsidy;
    s_.own_atp = own_atp;
    s_.payout = subsidy - own_atp;
  }

  // FLT-18: what the state pays where the paid hours are known.
  Exact public_atp(const Exact& subsidy, const Exact& paid_hours) {
    const law::PublicAtpRates rates{fetch_(RateKey::atp_subsidy_public_per_hour), fetch_(RateKey::atp_subsidy_public_under_39h_month),
                                    fetch_(RateKey::full_time_hours_week)};
    return law::public_atp_of_subsidy(subsidy, paid_hours, rates, watch_);
  }
  // In whole numbers an hour is counted in 12 × 10.000 parts, so that 52/12 of a week comes out even.
  Whole public_atp(Whole subsidy, Hours paid_hours) {
    using HoursAMonth = law::Scaled<std::int64_t{law::months_a_year} * 10'000>;
    const law::PublicAtpTerms<Whole, HoursAMonth, law::Share<1>> terms{
        {fetch_.count(RateKey::atp_subsidy_public_per_hour)},
        {fetch_.count(RateKey::atp_subsidy_public_under_39h_month)},
        {fetch_.count(RateKey::full_time_hours_week) * law::weeks_a_year},
        {law::counted_in<std::int64_t{law::months_a_year} * 10'000>(Whole{law::few_hours_a_month})}};
    return law::public_atp_of_subsidy(subsidy, HoursAMonth{paid_hours.ten_thousandths() * law::months_a_year}, terms, watch_);
  }

  const MonthFacts& f_;
  const RateTable& table_;
  const Options& options_;
  Policy policy_{};
  const RatesOnDate rates_;
  Fetch fetch_;
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

}  // namespace

Result<MonthStatement> fleksloentilskud(const MonthFacts& facts, const RateTable& rates, const Options& options) {
  return month(facts, rates, options, Nobody{});
}

Result<MonthStatement> fleksloentilskud(const MonthFacts& facts, const RateTable& rates, const Options& options, Trace& trace) {
  trace.clear();
  return month(facts, rates, options, Tracer(trace));
}

Result<Exact> normal_wage_ceiling(const Ceiling& c, const RatesOnDate& rates) {
  if (auto wrong = what_is_wrong(c)) return std::move(*wrong);
  Nobody nobody;
  return ceiling(c, rates, nobody);
}

Result<Exact> normal_wage_ceiling(const Ceiling& c, const RatesOnDate& rates, Trace& trace) {
  trace.clear();
  if (auto wrong = what_is_wrong(c)) return std::move(*wrong);
  Tracer tracer(trace);
  return ceiling(c, rates, tracer);
}

}  // namespace fleks
