#include "rules/ledighedsydelse.hpp"

#include <fleks/statement/ledighedsydelse_statement.hpp>

#include "rates/rate_reader.hpp"
#include "rules/by_law.hpp"
#include "rules/contributions.hpp"
#include "rules/rate_class.hpp"
#include "values/bounded.hpp"

namespace fleks {
namespace {

/// The first fact that cannot be.
std::optional<Error> what_is_wrong(const LedighedsydelseFacts& f) {
  if (!f.month.ok()) return Error{.code = ErrorCode::no_such_date, .field = Fact::month, .given = to_text(f.month), .allowed = Form::month};
  std::optional<Error> wrong;
  const auto check = [&](auto value, auto most, Fact field) {
    // Nearly all are: an error is only made where there is one.
    if (value >= decltype(value){} && value <= most) [[likely]]
      return true;
    wrong = bounded(field, value, most);
    return false;
  };
  const Days weekdays_of_month = Days::whole(weekdays(f.month));
  for (const Money amount : f.uncounted)
    if (!check(amount, largest_amount, Fact::uncounted_income)) return wrong;
  check(f.am_income, largest_amount, Fact::am_income) && check(f.own_pension, largest_amount, Fact::own_pension) &&
      check(f.employer_pension, largest_amount, Fact::employer_pension) &&
      check(f.replacing_income, largest_amount, Fact::replacing_income) &&
      check(f.paid_out_holiday_allowance, largest_amount, Fact::paid_out_holiday_allowance) &&
      check(f.self_employed_hours, hours_in_a_month, Fact::self_employed_hours) &&
      check(f.entitled_weekdays.value_or(Days{}), weekdays_of_month, Fact::entitled_weekdays) &&
      check(f.sanction_days, weekdays_of_month, Fact::sanction_days) &&
      check(f.untaken_holiday_days, weekdays_of_month, Fact::untaken_holiday_days) &&
      check(f.holiday_days, weekdays_of_month, Fact::holiday_days) &&
      check(f.holiday_pay_per_day, largest_amount, Fact::holiday_pay_per_day);
  for (std::size_t i = 0; !wrong && i < f.holiday_days_of_class.size(); ++i)
    check(f.holiday_days_of_class[i], weekdays_of_month, Fact::holiday_days) &&
        check(f.missed_days_of_class[i], weekdays_of_month, Fact::sanction_days) &&
        check(f.holiday_pay_of_class[i], largest_amount, Fact::holiday_pay_per_day);
  return wrong;
}

/// LY-13: the low amount that the benefit of a class is held against.
RateKey low_amount(const LedighedsydelseFacts& f, BenefitClass of) noexcept {
  const bool provider = of == BenefitClass::full ? f.provider : of == BenefitClass::low_provider;
  return provider ? RateKey::ledighedsydelse_low_provider_month : RateKey::ledighedsydelse_low_nonprovider_month;
}

/// LY-1: an amount by class; where the class changes within the month, each day its class, so that the whole month is the mean.
template <class Amount>
Exact by_class(const LedighedsydelseFacts& f, Amount amount) {
  Exact sum, days;
  for (std::size_t i = 0; i < f.weekdays_of_class.size(); ++i) {
    if (f.weekdays_of_class[i] == Days{}) continue;
    sum += amount(static_cast<BenefitClass>(i)) * Exact::of(f.weekdays_of_class[i]);
    days += Exact::of(f.weekdays_of_class[i]);
  }
  return days.is_positive() ? sum / days : amount(f.benefit_class);
}

/// LY-1: the paid holiday and the missed days of each class; where none is said, all of the month's mean.
std::array<law::DaysOfClass, 3> days_of_class(const LedighedsydelseFacts& f, const Exact& base, RateReader& fetch) {
  std::array<law::DaysOfClass, 3> days;
  bool said = false;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (f.holiday_days_of_class[i] == Days{} && f.missed_days_of_class[i] == Days{}) continue;
    said = true;
    days[i] = {.daily_amount = law::daily_amount(fetch(law::class_keys[i])),
               .holiday = Exact::of(f.holiday_days_of_class[i]),
               .holiday_pay_a_day = Exact::of(f.holiday_pay_of_class[i]),
               .missed = Exact::of(f.missed_days_of_class[i])};
  }
  if (!said)
    days[0] = {.daily_amount = law::daily_amount(base),
               .holiday = Exact::of(f.holiday_days),
               .holiday_pay_a_day = Exact::of(f.holiday_pay_per_day),
               .missed = Exact::of(f.missed_days)};
  return days;
}

template <class Watch>
Result<LedighedsydelseStatement> month(const LedighedsydelseFacts& f, const RateTable& table, Watch watch) {
  if (auto wrong = what_is_wrong(f)) return std::move(*wrong);
  const RatesOnDate rates_of_month = table.on(f.month);
  RateReader fetch(rates_of_month);

  law::LedighedsydelseMonth facts;
  facts.benefit_class = f.benefit_class;
  facts.wage = Exact::of(f.am_income + f.own_pension + f.employer_pension) + f.exact_income;
  facts.replacing_income = Exact::of(f.replacing_income);
  facts.paid_out_holiday_allowance = Exact::of(f.paid_out_holiday_allowance);
  facts.self_employed_hours = Exact::of(f.self_employed_hours);
  for (std::size_t kind = 0; kind < f.uncounted.size(); ++kind) facts.uncounted[kind] = Exact::of(f.uncounted[kind]);
  facts.weekdays = Exact::whole(weekdays(f.month));
  facts.entitled = f.entitled_weekdays ? Exact::of(*f.entitled_weekdays) : facts.weekdays;
  facts.sanctioned = Exact::of(f.sanction_days);
  facts.missed = Exact::of(f.missed_days);
  facts.untaken = Exact::of(f.untaken_holiday_days);

  law::LedighedsydelseRates rates;
  rates.base = by_class(f, [&](BenefitClass of) { return fetch(law::class_keys[static_cast<std::size_t>(of)]); });  // LY-3
  facts.of_class = days_of_class(f, rates.base, fetch);
  rates.threshold = fetch(RateKey::taper_threshold_month);
  rates.low = fetch(RateKey::taper_low_pct);
  rates.high = fetch(RateKey::taper_high_pct);
  // The conversion rate has years that are not known; only who asks for it meets them.
  if (f.self_employed_hours != Hours{}) rates.an_hour = fetch(RateKey::conversion_rate_hour);
  const auto own_atp = fetch(RateKey::atp_ledighedsydelse_own_month), public_atp = fetch(RateKey::atp_ledighedsydelse_public_month);
  const Exact low = by_class(f, [&](BenefitClass of) { return fetch(low_amount(f, of)); });
  const auto pension_share = fetch.if_in_force_yet(RateKey::obligatory_pension_pct, table);
  if (fetch.failed()) return fetch.error();

  const auto benefit = law::ledighedsydelse(facts, rates, watch);
  const RoundTo round_to = law::by_law(f.round_to, Rule::LY_15, f.month);
  const auto rounded = round_to == RoundTo::krone ? benefit.due.round_to_krone(Rounding::half_up) : benefit.due.round(Rounding::half_up);
  if (!rounded) return Error{.code = ErrorCode::too_precise, .field = Fact::self_employed_hours};
  if constexpr (Watch::watching)
    watch.step(Exact::of(*rounded), steps::BenefitRounded{.before = benefit.due, .wording = round_to}).rests_on_choice =
        f.round_to != RoundTo::by_law && Exact::of(*rounded) != benefit.due;
  const Exact part = smaller(Exact::whole(1), benefit.payable / facts.weekdays);
  const auto atp = law::atp_of_ledighedsydelse(Exact::of(*rounded), part, low, low_amount(f, f.benefit_class), own_atp, public_atp, watch);

  LedighedsydelseStatement s;
  s.month = f.month;
  s.benefit_class = f.benefit_class;
  s.base = rates.base;
  s.daily_amount = benefit.daily_amount;
  s.payable_weekdays = benefit.payable;
  s.part_base = benefit.part_base;
  s.income = benefit.income;
  s.offset = benefit.offset;
  s.holiday_reduction = benefit.holiday_reduction;
  s.holiday_top_up = benefit.holiday_top_up;
  s.missed_cut = benefit.missed_cut;
  s.ledighedsydelse = *rounded;
  s.own_atp = atp.own.round(Rounding::half_up).value();
  s.public_atp = atp.state.round(Rounding::half_up).value();
  s.payout = s.ledighedsydelse - s.own_atp;
  s.obligatory_pension = law::obligatory_pension(Exact::of(s.payout), pension_share, watch).round(Rounding::never).value();
  return s;
}

}  // namespace

Result<LedighedsydelseStatement> ledighedsydelse(const LedighedsydelseFacts& facts, const RateTable& rates) {
  return month(facts, rates, law::Untraced{});
}

Result<LedighedsydelseStatement> ledighedsydelse(const LedighedsydelseFacts& facts, const RateTable& rates, Trace& trace) {
  trace.clear();
  return month(facts, rates, law::Tracer(trace));
}

BenefitClass benefit_class(const BenefitClassFacts& f) noexcept {
  if (f.sickness_benefit_right || f.from_unsupported_work || f.fleksjob_months_of_18 >= law::full_rate_months) return BenefitClass::full;
  return f.provider ? BenefitClass::low_provider : BenefitClass::low_nonprovider;
}

}  // namespace fleks
