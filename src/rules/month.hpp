#pragma once

#include <type_traits>

#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/rates/rate_table.hpp>

#include "rates/rate_reader.hpp"
#include "rules/atp_of_wage.hpp"
#include "rules/by_law.hpp"
#include "rules/concepts.hpp"
#include "rules/contributions.hpp"
#include "rules/fleksloentilskud.hpp"
#include "rules/normal_wage_ceiling.hpp"
#include "rules/wage.hpp"

// One month of fleksløntilskud, put together: wage → ceiling → subsidy → rounding → ATP → pension. The plain and the
// traced call, whole øre, the batch loops, the net picture, its bends and the misreadings all compute by this text.

namespace fleks::law {

/// Numbers that any facts can be given in; the others hold whole øre only, and take a narrower road through the text.
template <class Numbers>
inline constexpr bool takes_any_facts = std::is_same_v<typename Numbers::Whole, typename Numbers::Fine>;

/// What only any facts need: the narrower road carries nothing in its place.
struct NotAsked {};
template <class Numbers, class Asked>
using OfAnyFacts = std::conditional_t<takes_any_facts<Numbers>, Asked, NotAsked>;

/// Which rates a month needs beside those that every month does.
struct RatesNeeded {
  bool public_atp = false;  // FLT-18: the paid hours are known
  bool atp_of_wage = false;
  bool full_time_hours = false;
  AtpContribution contribution = AtpContribution::a;
};

/// The rates of one month's subsidy.
template <class Numbers>
struct MonthRates {
  using Whole = typename Numbers::Whole;
  using PublicAtp = PublicAtpTerms<Whole, typename Numbers::Hours, typename Numbers::AnHour>;
  using AtpBands = OfAnyFacts<Numbers, AtpBandsOf<typename Numbers::Rate>>;
  using FullTimeHours = OfAnyFacts<Numbers, typename Numbers::Rate>;
  SubsidyRates<Numbers> subsidy{};                    // FLT-4, FLT-8
  typename Numbers::AtpShare own_atp_share{};         // FLT-17
  Whole own_atp_most{};                               // FLT-17
  typename Numbers::PensionShare obligatory_share{};  // FLT-19
  PublicAtp public_atp{};                             // FLT-18
  AtpBands atp_of_wage{};
  FullTimeHours full_time_hours{};  // a week

  /// The only place that reads a month's rates. Each is made in its place, in this order: the first that is missing is told.
  template <class Reader>
  static MonthRates of(Reader& read, const RateTable& table, const RatesNeeded& needed) {
    using PensionShare = typename Numbers::PensionShare;
    return {.subsidy = {.base = rate<Whole>(read, RateKey::fleksloentilskud_max_month),
                        .threshold = rate<Whole>(read, RateKey::taper_threshold_month),
                        .low = rate<typename Numbers::Share>(read, RateKey::taper_low_pct),
                        .high = rate<typename Numbers::Share>(read, RateKey::taper_high_pct)},
            .own_atp_share = rate<typename Numbers::AtpShare>(read, RateKey::atp_subsidy_own_pct),
            .own_atp_most = rate<Whole>(read, RateKey::atp_subsidy_own_max_month),
            .obligatory_share = read.not_yet(RateKey::obligatory_pension_pct, table)
                                    ? PensionShare{}
                                    : rate<PensionShare>(read, RateKey::obligatory_pension_pct),
            .public_atp = needed.public_atp ? public_atp_terms(read) : PublicAtp{},
            .atp_of_wage = atp_bands(read, needed),
            .full_time_hours = full_time(read, needed)};
  }

  /// The same rates in other numbers.
  template <class Others>
  [[nodiscard]] MonthRates<Others> in() const {
    using Other = typename Others::Whole;
    return {.subsidy = {Other(subsidy.base), Other(subsidy.threshold), subsidy.low, subsidy.high},
            .own_atp_share = own_atp_share,
            .own_atp_most = Other(own_atp_most),
            .obligatory_share = obligatory_share,
            .public_atp = {Other(public_atp.an_hour), Other(public_atp.a_month_of_few_hours), Other(public_atp.full_time),
                           Other(public_atp.few_hours)},
            .atp_of_wage = atp_of_wage,
            .full_time_hours = full_time_hours};
  }

 private:
  template <class Rate, class Reader>
  static Rate rate(Reader& read, RateKey key) {
    if constexpr (requires(Rate & rate) { rate = read(key); })
      return read(key);
    else
      return {read.count(key)};
  }
  template <class Reader>
  static PublicAtp public_atp_terms(Reader& read) {
    using AnHour = typename Numbers::AnHour;
    return {.an_hour = rate<AnHour>(read, RateKey::atp_subsidy_public_per_hour),
            .a_month_of_few_hours = rate<Whole>(read, RateKey::atp_subsidy_public_under_39h_month),
            .full_time = full_time_a_month(read),
            .few_hours = few_hours()};
  }
  // In whole numbers an hour is counted in 12 × 10.000 parts, so that 52/12 of a week comes out even.
  static constexpr bool hours_are_counted = requires(typename Numbers::Hours hours) { hours.count; };
  template <class Reader>
  static typename Numbers::Hours full_time_a_month(Reader& read) {
    if constexpr (hours_are_counted)
      return {read.count(RateKey::full_time_hours_week) * weeks_a_year};
    else
      return read(RateKey::full_time_hours_week) * weeks_a_month;
  }
  static typename Numbers::Hours few_hours() {
    if constexpr (hours_are_counted)
      return {few_hours_a_month * hour_parts};
    else
      return typename Numbers::Hours(Exact::whole(few_hours_a_month));
  }
  template <class Reader>
  static AtpBands atp_bands(Reader& read, const RatesNeeded& needed) {
    if constexpr (takes_any_facts<Numbers>)
      if (needed.atp_of_wage) return AtpBands::of(read, needed.contribution);
    return {};
  }
  template <class Reader>
  static FullTimeHours full_time(Reader& read, const RatesNeeded& needed) {
    if constexpr (takes_any_facts<Numbers>)
      if (needed.full_time_hours) return read(RateKey::full_time_hours_week);
    return {};
  }
};

/// How the law of the month reads its choices, with the options that set them.
template <class Numbers>
struct MonthTerms {
  SubsidyTerms<Numbers> subsidy{};
  RoundTo round_to = RoundTo::krone;             // FLT-14
  bool rounding_chosen = false;                  // by an option, or by the rulebook where the law is silent
  OwnAtpOf own_atp_of = OwnAtpOf::paid_subsidy;  // FLT-17
  bool atp_counted = false;                      // FLT-5
  bool ceiling_applies = true;                   // a reform can end it

  [[gnu::always_inline]] static MonthTerms of(const Options& o, Month month, const Policy& policy = {}) {
    MonthTerms t;
    auto& s = t.subsidy;
    s.other_wage_under_ceiling = by_law(o.other_wage_under_ceiling, Rule::FLT_11, month) == OtherWageUnderCeiling::included;
    s.benefits_under_ceiling = by_law(o.benefits_under_ceiling, Rule::FLT_11, month) == BenefitsUnderCeiling::included;
    s.care_income_under_ceiling = by_law(o.care_income_under_ceiling, Rule::FLT_11, month) == CareIncomeUnderCeiling::included;
    s.holiday_benefit_deducted = by_law(o.holiday_days_of, Rule::FLT_12, month) == HolidayDaysRule::benefit_deducted;
    s.ceiling_chosen = o.other_wage_under_ceiling != OtherWageUnderCeiling::by_law ||
                       o.benefits_under_ceiling != BenefitsUnderCeiling::by_law ||
                       o.care_income_under_ceiling != CareIncomeUnderCeiling::by_law;
    s.daily_benefit_deducted = policy.daily_benefit_deducted;
    s.reduced_by_hours = policy.reduced_by_hours;
    if (policy.ceiling_cut_share != Percent::whole(100)) {
      s.whole_cut = false;
      if constexpr (takes_any_facts<Numbers>) s.cut_share = Exact::of(policy.ceiling_cut_share);
    }
    t.ceiling_applies = policy.ceiling_applies;
    t.round_to = by_law(o.round_to, Rule::FLT_14, month);
    t.own_atp_of = o.own_atp_of;
    t.atp_counted = o.own_atp == OwnAtp::counted;
    return t;
  }
  /// The same terms for other numbers.
  template <class Others>
  [[nodiscard]] MonthTerms<Others> in() const {
    MonthTerms<Others> t;
    static_cast<SharedTerms&>(t.subsidy) = subsidy;
    t.subsidy.cut_share = subsidy.cut_share;
    t.round_to = round_to;
    t.own_atp_of = own_atp_of;
    t.atp_counted = atp_counted;
    t.ceiling_applies = ceiling_applies;
    return t;
  }
  /// What of the terms rests on a choice; only who tells the steps asks, and of holiday days where there are any.
  void note_choices(const Options& o, Month month, bool has_holiday_days) noexcept {
    const auto silent = [month](Rule rule) { return info(rule, month).status == RuleStatus::interpretation; };
    rounding_chosen = o.round_to != RoundTo::by_law || silent(Rule::FLT_14);
    subsidy.holiday_chosen = has_holiday_days && (o.holiday_days_of != HolidayDaysRule::by_law || silent(Rule::FLT_12));
  }
};

/// The pay of a month, in the form it is given in (FLT-5).
template <class Numbers>
struct WageGiven {
  using Whole = typename Numbers::Whole;
  Whole pay{}, in_kind{}, own_pension{}, employer_pension{}, holiday_supplement{};
  bool before_contributions = false;  // before own pension and own ATP, which is then inside it
};

/// The ceiling of a month, in the form it is given in (LOFT-1 to LOFT-3, FLT-16).
template <class Numbers>
struct CeilingGiven {
  Ceiling::Form form = Ceiling::Form::none;
  Ceiling::StatedBy stated_by{};
  typename Numbers::Whole amount{}, holiday_supplement{};
  OfAnyFacts<Numbers, typename Numbers::Rate> supplements{}, fixed_bonus{}, employer_pension{};  // only of a ceiling from its parts
  Ceiling::FullTimeMonth full_time_month{};
};

/// What a month is computed from. Of `subsidy` the wage and the ceiling are worked out here.
template <class Numbers>
struct MonthInput {
  // As of `MonthAmounts`.
  MonthInput() noexcept {}  // NOLINT(modernize-use-equals-default)

  WageGiven<Numbers> wage{};
  CeilingGiven<Numbers> ceiling{};
  SubsidyFacts<Numbers> subsidy{};
  bool hours_known = false;
  typename Numbers::Hours paid_hours{};                                  // a month
  typename Numbers::Part calendar_part = all<typename Numbers::Part>();  // FLT-18: of the month that the job covers
};

template <class Numbers>
struct MonthAmounts {
  using Whole = typename Numbers::Whole;
  // A constructor of its own: an aggregate would be cleared as a whole before it is written.
  MonthAmounts() noexcept {}  // NOLINT(modernize-use-equals-default)

  Whole wage{};
  OfAnyFacts<Numbers, AtpOfWage<Whole>> atp_of_wage{};
  Subsidy<Numbers> subsidy{};
  Whole paid{}, own_atp{}, public_atp{}, obligatory_pension{};
};

/// FLT-5, TIME, ATP: the wage of the fleksjob.
template <class Numbers, Watcher W>
typename Numbers::Whole wage_of(const MonthInput<Numbers>& in, const MonthRates<Numbers>& rates, bool atp_counted,
                                [[maybe_unused]] OfAnyFacts<Numbers, AtpOfWage<typename Numbers::Whole>>& atp, W& watch) {
  const WageGiven<Numbers>& g = in.wage;
  if constexpr (takes_any_facts<Numbers>)
    if (g.before_contributions) {
      Untraced untraced;
      if (!atp_counted)
        atp = law::atp_of_wage(rates.atp_of_wage, in.paid_hours, watch);
      else if (in.hours_known)
        atp = law::atp_of_wage(rates.atp_of_wage, in.paid_hours, untraced);
      return wage_from_pay(g.pay, atp_counted ? typename Numbers::Whole{} : atp.own, g.employer_pension, g.holiday_supplement, atp_counted,
                           watch);
    }
  return wage_from_am_income(g.pay, g.in_kind, g.own_pension, g.employer_pension, g.holiday_supplement, watch);
}

/// LOFT-1 to LOFT-3, FLT-16: the ceiling, as stated or from its parts.
template <class Numbers, class Rate, Watcher W>
typename Numbers::Whole ceiling_of(const CeilingGiven<Numbers>& c, const Rate& full_time_hours, W& watch) {
  using Whole = typename Numbers::Whole;
  if (c.form == Ceiling::Form::stated) {
    if constexpr (W::watching) watch.step(c.amount, steps::StatedCeiling{c.stated_by});
    const Whole raised = c.amount + c.holiday_supplement;
    if constexpr (W::watching)
      if (!exact(c.holiday_supplement).is_zero())
        watch.step(raised, steps::CeilingRaised{.stated = exact(c.amount), .holiday_supplement = exact(c.holiday_supplement)});
    return raised;
  }
  if constexpr (takes_any_facts<Numbers>) {
    const Whole base =
        c.form == Ceiling::Form::from_hourly ? full_time_base(c.amount, full_time_hours, watch, c.full_time_month) : c.amount;
    return ceiling_from_parts(base, c.supplements, c.fixed_bonus, c.employer_pension, c.holiday_supplement, watch);
  } else {
    return c.amount;
  }
}

/// FLT-14 (BEK-FLT § 2 stk. 1): the only rounding of the subsidy, half up.
template <class Whole, class Fine, Watcher W>
Whole rounded(const Fine& due, RoundTo to, bool chosen, W& watch) {
  const Whole paid = to == RoundTo::krone ? nearest_krone(due) : nearest_oere(due);
  if constexpr (W::watching)
    watch.step(paid, steps::Rounded{.before = exact(due), .wording = to}).rests_on_choice = chosen && exact(paid) != exact(due);
  return paid;
}

/// FLT-14, FLT-17 to FLT-19: from what is due to what is paid.
template <class Numbers, Watcher W>
void pay_out(MonthAmounts<Numbers>& m, const MonthInput<Numbers>& in, const MonthRates<Numbers>& rates, const MonthTerms<Numbers>& terms,
             W& watch) {
  m.paid = rounded<typename Numbers::Whole>(m.subsidy.due, terms.round_to, terms.rounding_chosen, watch);
  typename Numbers::Whole atp_base = m.paid;
  if constexpr (takes_any_facts<Numbers>)
    if (terms.own_atp_of == OwnAtpOf::before_ceiling) atp_base = m.subsidy.before_ceiling;
  m.own_atp = own_atp_of_subsidy(m.paid, atp_base, rates.own_atp_share, rates.own_atp_most, terms.own_atp_of, watch);
  if (in.hours_known) m.public_atp = public_atp_of_subsidy(m.paid, in.paid_hours, in.calendar_part, rates.public_atp, watch);
  m.obligatory_pension = law::obligatory_pension(m.paid - m.own_atp, rates.obligatory_share, watch);
}

/// The month. What of its subsidy's facts is worked out here is written into them.
template <class Numbers, Watcher W>
MonthAmounts<Numbers> month(MonthInput<Numbers>& in, const MonthRates<Numbers>& rates, const MonthTerms<Numbers>& terms, W& watch) {
  static_assert(Number<typename Numbers::Whole> && Number<typename Numbers::Fine>);
  MonthAmounts<Numbers> m;
  m.wage = in.subsidy.wage = wage_of(in, rates, terms.atp_counted, m.atp_of_wage, watch);
  in.subsidy.has_ceiling = terms.ceiling_applies && in.ceiling.form != Ceiling::Form::none;
  if (in.subsidy.has_ceiling) in.subsidy.ceiling = ceiling_of(in.ceiling, rates.full_time_hours, watch);
  if constexpr (takes_any_facts<Numbers> && std::is_same_v<typename Numbers::Rate, Exact>)  // a reform has no symbols
    if (terms.subsidy.reduced_by_hours)
      in.subsidy.reduction_by_hours = reduction_by_hours(rates.subsidy.base * in.subsidy.part, in.paid_hours, rates.full_time_hours);
  work_out(m.subsidy, in.subsidy, rates.subsidy, terms.subsidy, watch);
  pay_out(m, in, rates, terms, watch);
  return m;
}

}  // namespace fleks::law
