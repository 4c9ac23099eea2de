#pragma once

#include <array>
#include <cassert>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/rules/step.hpp>

// Every step of a calculation by its name: the rule it stands on, what it was computed from, and the wordings it can
// have. A rule writes one with its amount (`watch.step(amount, steps::Taper{…})`), and the words take it by overload
// (`said(const steps::Taper&, …)`, src/words), so that a step without words does not compile. In a `Trace` it is
// kept in a `Step` of fixed size.
//
// A step is an aggregate of at most four `Exact`, then its wording where it has more than one; `unit` where its amount
// is not kroner.

namespace fleks::law {

/// FERIE-5 (ferieloven § 18): with which pay ferietillæg is paid.
enum class SupplementPaidWith : std::uint8_t { may, august, holiday };

}  // namespace fleks::law

namespace fleks::steps {

// The month

struct FirstMonth {
  static constexpr Rule rule = Rule::FLT_20;
  enum class Wording : std::uint8_t { expected_wage, own_wage, no_deduction, no_subsidy };
  Wording wording{};
};
struct RatesOfMonth {
  static constexpr Rule rule = Rule::FLT_2;
  using Wording = RatesOf;
  Wording wording{};
};
struct NoRight {
  static constexpr Rule rule = Rule::FLT_3;
  Exact other_wage;
};
struct HighestSubsidy {
  static constexpr Rule rule = Rule::FLT_4;
};
struct WageFromAmIncome {
  static constexpr Rule rule = Rule::FLT_5;
  Exact am_income;  // less benefits in kind
  Exact own_pension, employer_pension, holiday_supplement;
};
struct WageFromPay {
  static constexpr Rule rule = Rule::FLT_5;
  enum class Wording : std::uint8_t { own_atp_taken_out, own_atp_counted };
  Exact pay, own_atp, employer_pension, holiday_supplement;
  Wording wording{};
};
struct AllWage {
  static constexpr Rule rule = Rule::FLT_7;
  Exact wage, other_wage;
};
struct Taper {
  static constexpr Rule rule = Rule::FLT_8;
  Exact up_to, low, above, high;
};
struct ReductionByHours {
  static constexpr Rule rule = Rule::FLT_8;
  Exact base;
};
struct DailyBenefit {
  static constexpr Rule rule = Rule::FLT_9;
};
struct BeforeCeiling {
  static constexpr Rule rule = Rule::FLT_10;
  Exact base, taper, daily_benefit;
};
struct UnclaimedBenefit {
  static constexpr Rule rule = Rule::FLT_9;
};
struct UnderCeiling {
  static constexpr Rule rule = Rule::FLT_11;
  enum class Wording : std::uint8_t { wage, all_wage, wage_and_benefits };
  Exact ceiling, under, before, cut;
  Wording wording{};
};
struct HolidayDays {
  static constexpr Rule rule = Rule::FLT_12;
  Exact before, share, cut;
};
struct HolidayBenefit {
  static constexpr Rule rule = Rule::FLT_12;
  Exact before, benefit, cut;
};
struct PartOfMonth {
  static constexpr Rule rule = Rule::FLT_13;
  enum class Wording : std::uint8_t { base, ceiling, result };
  Exact whole, part;
  Wording wording{};
};
struct Rounded {
  static constexpr Rule rule = Rule::FLT_14;
  using Wording = RoundTo;
  Exact before;
  Wording wording{};
};
struct OwnAtpOfSubsidy {
  static constexpr Rule rule = Rule::FLT_17;
  using Wording = OwnAtpOf;
  Exact subsidy, share, most;
  Wording wording{};
};
struct PublicAtpOfSubsidy {
  static constexpr Rule rule = Rule::FLT_18;
  enum class Wording : std::uint8_t { by_hours, few_hours, no_subsidy };
  Exact paid_hours, not_worked;
  Exact part;  // of the month, by calendar days
  Wording wording{};
};
struct ObligatoryPension {
  static constexpr Rule rule = Rule::FLT_19;
  Exact benefit, share;
};

struct CeilingRaised {
  static constexpr Rule rule = Rule::FLT_16;
  Exact stated, holiday_supplement;
};
struct StatedCeiling {
  static constexpr Rule rule = Rule::LOFT_1;
  using Wording = Ceiling::StatedBy;
  Wording wording{};
};
struct FullTimeBase {
  static constexpr Rule rule = Rule::LOFT_3;
  Exact hourly_pay, hours_a_week;
  Exact rounded_hours_a_month{};  // none: exactly 52/12 weeks (LOFT-4)
};
struct CeilingFromParts {
  static constexpr Rule rule = Rule::LOFT_3;
  Exact base, supplements, employer_pension, holiday_supplement;
};
struct PaidHours {
  static constexpr Rule rule = Rule::TIME_1;
  static constexpr StepUnit unit = StepUnit::hours;
  Exact present, intensity;
};
struct HoursAMonth {
  static constexpr Rule rule = Rule::TIME_2;
  static constexpr StepUnit unit = StepUnit::hours;
  Exact a_week;
};
struct AtpOfWage {
  static constexpr Rule rule = Rule::ATP;
  enum class Wording : std::uint8_t { by_band, few_hours };
  Exact paid_hours;
  Wording wording{};
};

// Ledighedsydelse

struct ClassByFacts {
  static constexpr Rule rule = Rule::LY_1;
  static constexpr StepUnit unit = StepUnit::months;  // of fleksjob
  enum class Wording : std::uint8_t { sickness_benefit_right, unsupported_work, too_few_months, decided };
  Wording wording{};
};
struct HigherClassUsed {
  static constexpr Rule rule = Rule::LY_16;
};
struct ClassByMonths {
  static constexpr Rule rule = Rule::LY_2;
  static constexpr StepUnit unit = StepUnit::months;
};
struct BenefitOfMonth {
  static constexpr Rule rule = Rule::LY_3;
  using Wording = BenefitClass;
  Wording wording{};
};
struct PayableDays {
  static constexpr Rule rule = Rule::LY_4;
  enum class Wording : std::uint8_t { whole_month, by_days };
  Exact payable, weekdays, daily_amount, month;
  Wording wording{};
};
struct Offset {
  static constexpr Rule rule = Rule::LY_5;
  Exact up_to, low, above, high;
};
struct BenefitDue {
  static constexpr Rule rule = Rule::LY_5;
  Exact part_base, offset, holiday_reduction, holiday_top_up;
};
struct SelfEmployedHours {
  static constexpr Rule rule = Rule::LY_6;
  Exact hours, an_hour;
};
struct IncomeNotOffset {
  static constexpr Rule rule = Rule::LY_7;
  using Wording = UncountedIncome;
  Exact income;
  Wording wording{};
};
struct HolidayOnBenefit {
  static constexpr Rule rule = Rule::LY_8;
  static constexpr StepUnit unit = StepUnit::days;
  Exact held, left;
};
struct UntakenHoliday {
  static constexpr Rule rule = Rule::LY_9;
  static constexpr StepUnit unit = StepUnit::days;
};
struct HolidayTopUp {
  static constexpr Rule rule = Rule::LY_9;
  Exact days, daily_amount, holiday_pay_a_day, reduction;
};
struct PaidOutAllowance {
  static constexpr Rule rule = Rule::LY_10;
};
struct HolidayInJob {
  static constexpr Rule rule = Rule::LY_11;
  static constexpr StepUnit unit = StepUnit::days;
  enum class Wording : std::uint8_t { not_offset, offset_by_wage };
  Wording wording{};
};
struct SanctionDays {
  static constexpr Rule rule = Rule::LY_12;
  static constexpr StepUnit unit = StepUnit::days;
};
struct MissedDays {
  static constexpr Rule rule = Rule::LY_12;
  static constexpr StepUnit unit = StepUnit::days;
  Exact cut;
};
struct RightEnded {
  static constexpr Rule rule = Rule::LY_12;
};
struct AtpOfBenefit {
  static constexpr Rule rule = Rule::LY_13;
  enum class Wording : std::uint8_t { own, state, below_low_amount };
  Exact benefit, low_amount;
  Wording wording{};
};
struct Review {
  static constexpr Rule rule = Rule::LY_14;
  static constexpr StepUnit unit = StepUnit::months;
  enum class Wording : std::uint8_t { to_be_reviewed, long_term };
  Exact months_of_24;
  Wording wording{};
};

struct BenefitRounded {
  static constexpr Rule rule = Rule::LY_15;
  using Wording = RoundTo;
  Exact before;
  Wording wording{};
};

// Holiday

struct HolidayEarned {
  static constexpr Rule rule = Rule::FERIE_1;
  static constexpr StepUnit unit = StepUnit::days;
};
struct HolidayAllowance {
  static constexpr Rule rule = Rule::FERIE_2;
  Exact qualifying_pay, share;
};
struct HolidaySupplement {
  static constexpr Rule rule = Rule::FERIE_2;
  Exact qualifying_pay, share;
};
struct QualifyingPay {
  static constexpr Rule rule = Rule::FERIE_3;
  Exact a_month;
};
struct PayDuringHoliday {
  static constexpr Rule rule = Rule::FERIE_4;
  Exact pay, hours_then, hours_now;
};
struct SupplementWhenPaid {
  static constexpr Rule rule = Rule::FERIE_5;
  using Wording = law::SupplementPaidWith;
  Wording wording{};
};
struct UnpaidHoliday {
  static constexpr Rule rule = Rule::FERIE_6;
  Exact monthly_pay, days;
};
struct GreatPrayerDaySupplement {
  static constexpr Rule rule = Rule::FERIE_7;
  Exact pay_with_pension, share;
};
struct GreatPrayerDayInWage {
  static constexpr Rule rule = Rule::FERIE_7;
};

// The self-employed

struct BusinessIncome {
  static constexpr Rule rule = Rule::SELV;
  enum class Wording : std::uint8_t { two_best, only_year, none, half };
  Exact best, second;
  Wording wording{};
};
struct OtherEarnedIncome {
  static constexpr Rule rule = Rule::SELV;
  Exact business, other;
};
struct SelfEmployedGrant {
  static constexpr Rule rule = Rule::SELV;
  Exact maximum, income, share, reduction;
};

struct GrantAMonth {
  static constexpr Rule rule = Rule::SELV;
  Exact a_year;
};

// Tax and housing benefit of a year

struct AmContribution {
  static constexpr Rule rule = Rule::SKAT_1;
  Exact base, share;
};
struct PersonalIncome {
  static constexpr Rule rule = Rule::SKAT_2;
  Exact after_am, without_am;
};
struct DeductionByWork {
  static constexpr Rule rule = Rule::SKAT_3;
  enum class Wording : std::uint8_t { employment, single_parent, job, senior };
  Exact base, share, most;
  Wording wording{};
};
struct TransportDeduction {
  static constexpr Rule rule = Rule::SKAT_3;
  Exact kilometres, days, near, far;  // a day; øre a day up to the long distance, and beyond it
};
struct UnionFeeDeduction {
  static constexpr Rule rule = Rule::SKAT_3;
  Exact fee, most;
};
struct OneTax {
  static constexpr Rule rule = Rule::SKAT_4;
  enum class Wording : std::uint8_t { bottom, municipal, church, health, middle, top, toptop };
  Exact base, share;
  Wording wording{};
};
struct AllowanceValue {
  static constexpr Rule rule = Rule::SKAT_4;
  Exact share, allowance;
};
struct TaxAfterAllowance {
  static constexpr Rule rule = Rule::SKAT_4;
  Exact taxes, allowance_value;
};
struct TaxInWholeKroner {
  static constexpr Rule rule = Rule::SKAT_5;
  enum class Wording : std::uint8_t { cut, too_little_tax };
  Exact exact, whole;
  Wording wording{};
};
struct HousingRent {
  static constexpr Rule rule = Rule::BOLIG;
  enum class Wording : std::uint8_t { as_paid, area_too_large };
  Exact rent, heat, counted_part, most;
  Wording wording{};
};
struct HousingIncome {
  static constexpr Rule rule = Rule::BOLIG;
  Exact income, of_wealth;
};
struct HousingBenefit {
  static constexpr Rule rule = Rule::BOLIG;
  enum class Wording : std::uint8_t { with_children, childless };
  Exact rent, income, limit, childless_share;
  Wording wording{};
};
struct HousingPaid {
  static constexpr Rule rule = Rule::BOLIG;
  enum class Wording : std::uint8_t { a_month, below_smallest, smallest_unknown };
  Exact a_year, smallest;
  Wording wording{};
};

struct TaxCardDeduction {
  static constexpr Rule rule = Rule::SKAT_6;
  enum class Wording : std::uint8_t { from_the_year, stated };
  Exact income, tax, unrounded;
  Wording wording{};
};
struct TaxWithheld {
  static constexpr Rule rule = Rule::SKAT_6;
  enum class Wording : std::uint8_t { main_card, secondary_card };
  Exact base, deduction, percentage;
  Wording wording{};
};

// What only a row of months has

struct WageOfMonth {
  static constexpr Rule rule = Rule::FLT_20;
  enum class Wording : std::uint8_t { first_month, first_month_expected, after_part_month, after_part_month_expected, expected };
  Wording wording{};
};
struct WageAfterHoliday {
  static constexpr Rule rule = Rule::FLT_22;
};
struct HolidayOfLastMonth {
  static constexpr Rule rule = Rule::FLT_12;
  static constexpr StepUnit unit = StepUnit::days;
};
struct FirstMonthOnBenefit {
  static constexpr Rule rule = Rule::LY_5;
};
struct SpreadPay {
  static constexpr Rule rule = Rule::FLT_6;
  Exact all, months;
};
struct SplitWagePeriod {
  static constexpr Rule rule = Rule::FLT_6;
  enum class Wording : std::uint8_t { by_weekdays, evenly, by_disposal };
  Exact all;
  Wording wording{};
};
struct AllowanceTakenOut {
  static constexpr Rule rule = Rule::FLT_15;
};
struct AllowanceOfHoliday {
  static constexpr Rule rule = Rule::FLT_15;
  Exact days, a_day;
};
struct CeilingRise {
  static constexpr Rule rule = Rule::FLT_16;
  enum class Wording : std::uint8_t { full_time_known, share_of_full_time_pay, by_hours, not_by_choice, hours_unknown };
  Exact paid;
  Exact from;   // full-time pay of the earning period, or the hours of the month
  Exact share;  // of the full-time pay
  Wording wording{};
};
struct CeilingInForce {
  static constexpr Rule rule = Rule::LOFT_5;
  enum class Wording : std::uint8_t { the_same, last_day, first_day, by_weekdays };
  Wording wording{};
};
struct CeilingOfJobs {
  static constexpr Rule rule = Rule::LOFT_5;
  enum class Wording : std::uint8_t { highest, lowest, by_hours, one_unknown, hours_unknown, by_days };
  Exact jobs;
  Wording wording{};
};

// The municipality's ledger

/// KOM-1: of weeks at one percentage of the staircase.
struct RefundByWeeks {
  static constexpr Rule rule = Rule::KOM_1;
  Exact expense, share, first_week, last_week;  // the weeks with benefits that give the share
};
struct StartedOver {
  static constexpr Rule rule = Rule::KOM_2;
  static constexpr StepUnit unit = StepUnit::kroner;
  Exact weeks;  // of self-support
};
struct OldRefundOfBenefit {
  static constexpr Rule rule = Rule::KOM_5;
  enum class Wording : std::uint8_t { usual, offer, long_term };
  Exact expense, share;
  Wording wording{};
};
struct OldRefundOfSubsidy {
  static constexpr Rule rule = Rule::KOM_6;
  Exact expense, share;
};
struct Fleksbidrag {
  static constexpr Rule rule = Rule::KOM_7;
  enum class Wording : std::uint8_t { by_share, by_cap, no_wage_known };
  Exact base, refund, before_wage, wage;
  Wording wording{};
};
struct BornByMunicipality {
  static constexpr Rule rule = Rule::KOM_9;
  Exact benefit, refund, fleksbidrag;
};
struct BornByState {
  static constexpr Rule rule = Rule::KOM_10;
  Exact refund, fleksbidrag, atp, obligatory_pension;
};
struct TaxOfMunicipality {
  static constexpr Rule rule = Rule::KOM_11;
  Exact municipal, share;
};

struct BackPayment {
  static constexpr Rule rule = Rule::KOR_4;
  Exact days, all_days, paid;
};

// Every step has its place here, and with it its kind.
template <class... S>
struct List {
  static constexpr std::size_t size = sizeof...(S);
};
using All =
    List<FirstMonth, RatesOfMonth, NoRight, HighestSubsidy, WageFromAmIncome, WageFromPay, AllWage, Taper, ReductionByHours, DailyBenefit,
         UnclaimedBenefit, BeforeCeiling, UnderCeiling, HolidayDays, HolidayBenefit, PartOfMonth, Rounded, OwnAtpOfSubsidy,
         PublicAtpOfSubsidy, ObligatoryPension, StatedCeiling, CeilingRaised, FullTimeBase, CeilingFromParts, PaidHours, HoursAMonth,
         AtpOfWage, ClassByFacts, HigherClassUsed, ClassByMonths, BenefitOfMonth, PayableDays, Offset, BenefitDue, SelfEmployedHours,
         IncomeNotOffset, HolidayOnBenefit, UntakenHoliday, HolidayTopUp, PaidOutAllowance, HolidayInJob, SanctionDays, MissedDays,
         RightEnded, BenefitRounded, AtpOfBenefit, Review, HolidayEarned, HolidayAllowance, HolidaySupplement, QualifyingPay,
         PayDuringHoliday, SupplementWhenPaid, UnpaidHoliday, GreatPrayerDaySupplement, GreatPrayerDayInWage, BusinessIncome,
         OtherEarnedIncome, SelfEmployedGrant, GrantAMonth, AmContribution, PersonalIncome, DeductionByWork, TransportDeduction,
         UnionFeeDeduction, OneTax, AllowanceValue, TaxAfterAllowance, TaxInWholeKroner, HousingRent, HousingIncome, HousingBenefit,
         HousingPaid, TaxCardDeduction, TaxWithheld, WageOfMonth, FirstMonthOnBenefit, SpreadPay, SplitWagePeriod, AllowanceTakenOut,
         AllowanceOfHoliday, CeilingRise, CeilingInForce, CeilingOfJobs, RefundByWeeks, StartedOver, OldRefundOfBenefit, OldRefundOfSubsidy,
         Fleksbidrag, BornByMunicipality, BornByState, TaxOfMunicipality, WageAfterHoliday, HolidayOfLastMonth, BackPayment>;

/// A step's place in the list, from 1: a `Step` that nobody wrote is of no kind.
template <class S, class... T>
constexpr std::uint8_t place_in(List<T...>) noexcept {
  std::uint8_t place = 0, at = 0;
  ((++at, place = std::is_same_v<S, T> ? at : place), ...);
  return place;
}
template <class S>
inline constexpr std::uint8_t kind_of = place_in<S>(All{});

template <class S>
concept Named = kind_of<S>
!= 0;
template <class S>
concept HasWordings = requires(S s) {
  s.wording;
};

/// `Exact` is what a step is made of, so its size says how many of them there are; a wrong count does not compile.
template <Named S>
inline constexpr std::size_t operand_count = sizeof(S) / sizeof(Exact);

template <Named S>
constexpr StepUnit unit_of() noexcept {
  if constexpr (requires { S::unit; })
    return S::unit;
  else
    return StepUnit::kroner;
}

namespace stored {

inline void put(Step& step, std::size_t at, const Exact& operand) noexcept { step.operands[at] = operand; }
template <class Wording>
requires std::is_enum_v<Wording>
void put(Step& step, std::size_t, Wording wording) noexcept { step.wording = static_cast<std::uint8_t>(wording); }
template <class... Member>
void all(Step& step, const Member&... members) noexcept {
  std::size_t at = 0;
  (put(step, at++, members), ...);
}

template <Named S>
void members(Step& step, const S& s) noexcept {
  constexpr std::size_t count = operand_count<S> + (HasWordings<S> ? 1 : 0);
  if constexpr (count == 1) {
    const auto& [a] = s;
    all(step, a);
  } else if constexpr (count == 2) {
    const auto& [a, b] = s;
    all(step, a, b);
  } else if constexpr (count == 3) {
    const auto& [a, b, c] = s;
    all(step, a, b, c);
  } else if constexpr (count == 4) {
    const auto& [a, b, c, d] = s;
    all(step, a, b, c, d);
  } else if constexpr (count == 5) {
    const auto& [a, b, c, d, e] = s;
    all(step, a, b, c, d, e);
  } else {
    static_assert(count == 0 && std::is_empty_v<S>);
  }
}

template <Named S, std::size_t... at>
S read(const Step& step, std::index_sequence<at...>) {
  if constexpr (HasWordings<S>)
    return S{step.operands[at]..., static_cast<typename S::Wording>(step.wording)};
  else
    return S{step.operands[at]...};
}

}  // namespace stored

/// Writes a step as the next of a trace or a list.
template <Named S>
Step& write(Step& step, const Exact& amount, const S& s) noexcept {
  step.rule = S::rule;
  step.unit = unit_of<S>();
  step.kind = kind_of<S>;
  step.wording = 0;
  step.rests_on_choice = step.changed_by_reform = false;
  step.rate_count = 0;
  step.amount = amount;
  stored::members(step, s);
  return step;
}

template <Named S>
[[nodiscard]] bool is(const Step& step) noexcept {
  return step.kind == kind_of<S>;
}
/// The step by its name; it must be that one (assert).
template <Named S>
[[nodiscard]] S as(const Step& step) {
  assert(is<S>(step));
  return stored::read<S>(step, std::make_index_sequence<operand_count<S>>{});
}
/// The first step of that name, or null.
template <Named S>
[[nodiscard]] const Step* find(std::span<const Step> steps) noexcept {
  for (const Step& step : steps)
    if (is<S>(step)) return &step;
  return nullptr;
}

/// Calls `use` with the step by its name, or gives `otherwise` when nobody wrote it.
template <class Use, class Result, class... S>
Result visit(const Step& step, Use& use, Result otherwise, List<S...>) {
  using One = Result (*)(const Step&, Use&);
  static constexpr std::array<One, sizeof...(S)> each{[](const Step& s, Use& u) -> Result { return u(as<S>(s)); }...};
  return step.kind == 0 || step.kind > each.size() ? otherwise : each[step.kind - std::size_t{1}](step, use);
}

}  // namespace fleks::steps
