#pragma once

#include <utility>

#include <fleks/analysis/audit.hpp>

#include "agreement/agreement.hpp"
#include "agreement/random_month.hpp"

// Months that are misread on purpose, by the oracle and without a line of the library's: what an officer would have
// paid who made the mistake.

namespace audit_test {

using oracle::Number;
using oracle::Ore;

/// A month in the oracle's words, before or after mistakes. The pay is a month's and pensions are kroner.
struct Misread {
  oracle::MonthFacts facts;
  oracle::MonthOptions options;
  oracle::MonthRates rates;
  Number wage_added;
  Number ceiling_less;
  Number ceiling_factor = 1;
  std::optional<Number> days_a_month;  // none: 260/12
  enum class Order { law, ceiling_before_taper, ceiling_before_benefit, holiday_before_ceiling } order = Order::law;
  int years_off = 0;
  bool threshold_for_each_job = false;
  bool benefit_as_wage = false;
  bool deductions_rounded = false;
  bool right_without_wage = false;
  std::optional<std::pair<Number, Number>> parts;  // of the base and of the ceiling
  bool other_under, benefits_under, care_under;    // FLT-11
  bool benefit_deducted;                           // FLT-12
  enum class Rounded { oere, krone, oere_down, krone_down } rounded = Rounded::oere;
  enum class Stated { subsidy, payout, with_own_atp, less_obligatory_pension } stated = Stated::subsidy;

  Misread(const fleks::MonthFacts& f, const fleks::Options& o)
      : facts(agreement::in_oracle_words(f)), options(agreement::in_oracle_words(o)) {
    const auto& m = options.rates_of == oracle::RatesOf::subsidy_month ? facts.subsidy_month : facts.wage_month;
    rates = rates_of(m);
    if (facts.form == oracle::PayForm::hourly_wage) {
      const Number hours = oracle::monthly_hours(oracle::share(facts.intensity_pct, facts.weekly_hours));
      facts.form = oracle::PayForm::monthly_wage;
      facts.pay = facts.pay * hours;
      if (!facts.paid_hours) facts.paid_hours = hours;
    }
    for (oracle::Pension* p : {&facts.own_pension, &facts.employer_pension})
      if (p->form == oracle::PensionForm::percent) *p = {oracle::PensionForm::kroner, oracle::share(p->amount, facts.pay)};
    const auto counts = [](oracle::OtherWageUnderCeiling option, bool by_law) {
      return option == oracle::OtherWageUnderCeiling::by_law ? by_law : option == oracle::OtherWageUnderCeiling::included;
    };
    const bool from_2024 = facts.subsidy_month.year >= 2024;
    other_under = counts(options.other_wage_under_ceiling, !(facts.subsidy_month < oracle::Month{2014, 7}));
    benefits_under = counts(options.benefits_under_ceiling, from_2024);
    care_under = counts(options.care_under_ceiling, from_2024);
    benefit_deducted = facts.subsidy_month < oracle::Month{2022, 4};
    if (options.round_to == oracle::RoundTo::by_law)
      options.round_to = facts.subsidy_month < oracle::Month{2014, 5} ? oracle::RoundTo::oere : oracle::RoundTo::krone;
    rounded = options.round_to == oracle::RoundTo::oere ? Rounded::oere : Rounded::krone;
  }

  static const oracle::MonthRates& rates_of(const oracle::Month& m) {
    return agreement::rates_of(std::chrono::year{m.year} / std::chrono::month{static_cast<unsigned>(m.month)});
  }
  [[nodiscard]] bool am_income() const { return facts.form == oracle::PayForm::am_income; }

  /// The taper of two amounts of wage, from the rulebook: 30 pct. up to the threshold and 55 pct. above.
  [[nodiscard]] std::pair<Number, Number> taper(const Number& wage) const {
    const Number below = wage < rates.threshold ? wage : rates.threshold;
    return {rates.taper_low * below, rates.taper_high * (wage - below)};
  }

  /// What is paid.
  [[nodiscard]] Ore paid() const {
    const auto m = oracle::month(facts, options, rates);
    const Number wage = oracle::below_zero_is_none(m.wage + wage_added);
    const bool care_counts = facts.subsidy_month.year >= 2024;
    const Number care = care_counts ? facts.care_income : Number(0);
    Number other = facts.other_wage, benefit = facts.daily_benefit + facts.unclaimed_benefit;
    const bool right = wage > 0 || care > 0 || benefit > 0 || right_without_wage;
    if (benefit_as_wage) {
      other += benefit;
      benefit = 0;
    }
    const Number part_of_base = parts ? parts->first : oracle::ratio(facts.covered_weekdays, facts.all_weekdays);
    const Number part_of_ceiling = parts ? parts->second : part_of_base;
    const Number base = rates.base * part_of_base;
    std::optional<Number> ceiling;
    if (m.full_ceiling) ceiling = (*m.full_ceiling * ceiling_factor - ceiling_less) * part_of_ceiling;

    auto [low, high] = taper(wage + other + care);
    if (threshold_for_each_job) {
      const auto one = taper(wage), two = taper(other + care);
      low = one.first + two.first;
      high = one.second + two.second;
    }
    Number share = facts.ledighedsydelse_days / (days_a_month ? *days_a_month : oracle::ratio(260, 12));
    if (share > 1) share = 1;
    if (deductions_rounded) {
      low = oracle::kroner(oracle::to_krone(low));
      high = oracle::kroner(oracle::to_krone(high));
      benefit = oracle::kroner(oracle::to_krone(benefit));
    }
    const auto under_ceiling = [&](const Number& amount) {
      if (!ceiling) return amount;
      Number room = *ceiling - wage;
      if (other_under) room -= other;
      if (care_under) room -= care;
      if (benefits_under) room -= benefit;
      room = oracle::below_zero_is_none(room);
      return amount < room ? amount : room;
    };
    const auto less = [](const Number& amount, const Number& deduction) { return oracle::below_zero_is_none(amount - deduction); };
    const auto cut = [&](const Number& amount) {
      if (!benefit_deducted) return Number(amount * share);
      const Number paid = facts.ledighedsydelse_days.is_zero() ? Number(0) : facts.ledighedsydelse;
      return paid < amount ? paid : amount;
    };
    const auto after_holiday = [&](const Number& amount) { return Number(amount - cut(amount)); };
    Number due = 0;
    if (right) switch (order) {
        case Order::law: {
          const Number before_holiday = under_ceiling(less(base, low + high + benefit));
          due = after_holiday(before_holiday);
          if (deductions_rounded) due = before_holiday - oracle::kroner(oracle::to_krone(cut(before_holiday)));
          break;
        }
        case Order::ceiling_before_taper: due = after_holiday(less(under_ceiling(base), low + high + benefit)); break;
        case Order::ceiling_before_benefit: due = after_holiday(less(under_ceiling(less(base, low + high)), benefit)); break;
        case Order::holiday_before_ceiling: due = under_ceiling(after_holiday(less(base, low + high + benefit))); break;
      }

    Ore subsidy = 0;
    switch (rounded) {
      case Rounded::oere: subsidy = oracle::to_ore(due); break;
      case Rounded::krone: subsidy = oracle::to_krone(due); break;
      case Rounded::oere_down: subsidy = oracle::floor_of(due * 100); break;
      case Rounded::krone_down: subsidy = oracle::floor_of(due) * 100; break;
    }
    const Ore five_pct = oracle::to_krone(rates.subsidy_own_atp_share * oracle::kroner(subsidy));
    const Ore own_atp = std::min(five_pct, oracle::to_ore(rates.subsidy_own_atp_max));
    switch (stated) {
      case Stated::subsidy: return subsidy;
      case Stated::payout: return subsidy - own_atp;
      case Stated::with_own_atp: return subsidy + own_atp;
      case Stated::less_obligatory_pension:
        return subsidy - oracle::to_krone(rates.obligatory_pension_share * oracle::kroner(subsidy - own_atp));
    }
    return subsidy;
  }
};

/// Makes the mistake; false where there is nothing to make it with.
inline bool misread(fleks::Misreading which, Misread& m, const fleks::MonthFacts& given, const fleks::Options& options,
                    const fleks::AuditFacts& more) {
  using enum fleks::Misreading;
  using agreement::kroner;
  auto& f = m.facts;
  Number& own = f.own_pension.amount;
  Number& employer = f.employer_pension.amount;
  const bool parts = f.ceiling.form == oracle::CeilingForm::parts || f.ceiling.form == oracle::CeilingForm::monthly_parts;
  const bool stated = f.ceiling.form == oracle::CeilingForm::amount;
  const auto clear = [](Number& amount) {
    const bool there = !amount.is_zero();
    amount = 0;
    return there;
  };
  const auto own_out_of_wage = [&](int times) {
    // Field 13 is without own pension; other pay contains it.
    if (m.am_income())
      own = own * times;
    else
      m.wage_added += own * (times - 1);
  };
  const auto year = [&](int step) {
    const auto& month = m.options.rates_of == oracle::RatesOf::subsidy_month ? f.subsidy_month : f.wage_month;
    const int wanted = month.year + step;
    if (wanted < 2013 || wanted > 2026) return false;
    m.rates = Misread::rates_of({wanted, month.month});
    m.years_off = step;
    return true;
  };
  const auto own_atp = [&] { return oracle::own_atp_of_wage(*f.paid_hours, m.rates); };
  const auto employer_atp = [&] { return oracle::employer_atp_of_wage(*f.paid_hours, m.rates); };
  const auto days_of = [&](const Number& days) {
    m.days_a_month = days;
    return !m.benefit_deducted && !f.ledighedsydelse_days.is_zero();
  };
  const bool counted = options.own_atp == fleks::OwnAtp::counted;

  switch (which) {
    case pension_left_out_of_wage: {
      const bool there = !own.is_zero() && !employer.is_zero();
      own_out_of_wage(0);
      employer = 0;
      return there;
    }
    case employer_pension_left_out_of_wage: return clear(employer);
    case own_pension_left_out_of_wage: {
      const bool there = !own.is_zero();
      own_out_of_wage(0);
      return there;
    }
    case own_pension_counted_twice: own_out_of_wage(2); return !m.am_income() && !own.is_zero();
    case pension_left_out_of_ceiling:
      if (parts) return clear(f.ceiling.employer_pension_pct);
      m.ceiling_less += own + employer;
      return stated && more.ceiling_pension == fleks::Percent{} && !(own + employer).is_zero();
    case employer_pension_left_out_of_ceiling:
      m.ceiling_less += employer;
      return stated && more.ceiling_pension == fleks::Percent{} && !own.is_zero() && !employer.is_zero();
    case pension_share_left_out_of_ceiling:
    case employer_pension_share_left_out_of_ceiling: {
      const bool own_too = which == pension_share_left_out_of_ceiling;
      const Number before = m.am_income() ? f.pay - f.benefits_in_kind + own : f.pay;
      if (!stated || more.ceiling_pension != fleks::Percent{} || (before + employer).is_zero()) return false;
      if ((own + employer).is_zero() || (!own_too && (own.is_zero() || employer.is_zero()))) return false;
      m.ceiling_factor = (own_too ? Number(before - own) : before) / (before + employer);
      return true;
    }
    case supplements_left_out_of_ceiling:
      if (parts) return clear(f.ceiling.supplements);
      m.ceiling_less += kroner(more.ceiling_supplements) * (1 + oracle::share(agreement::plain(more.ceiling_pension), 1));
      return stated && more.ceiling_supplements != fleks::Money{};
    case bonus_left_out_of_ceiling: return parts && clear(f.ceiling.bonus);
    case ceiling_not_raised_for_holiday_supplement:
      if (parts) return clear(f.ceiling.holiday_supplement);
      m.ceiling_less += kroner(given.ceiling.holiday_supplement);
      return stated && given.ceiling.holiday_supplement != fleks::Money{};
    case ceiling_ignored: {
      const bool there = parts || stated;
      f.ceiling.form = oracle::CeilingForm::none;
      return there;
    }
    case ceiling_in_part_time: {
      if (!(parts || stated) || !f.paid_hours) return false;
      const Number share = *f.paid_hours / m.rates.full_time_hours_month;
      m.ceiling_factor = share < 1 ? share : Number(1);
      return true;
    }
    case wage_of_same_month:
    case wage_of_two_months_before: {
      const auto& pay = which == wage_of_same_month ? more.pay_of_same_month : more.pay_of_two_months_before;
      if (!pay) return false;
      f.pay = kroner(*pay);
      if (given.own_pension.is_share()) own = oracle::share(agreement::plain(given.own_pension.share()), f.pay);
      if (given.employer_pension.is_share()) employer = oracle::share(agreement::plain(given.employer_pension.share()), f.pay);
      return true;
    }
    case rates_of_year_before: return year(-1);
    case rates_of_year_after: return year(1);
    case rates_of_wage_month: m.rates = Misread::rates_of(f.wage_month); return m.options.rates_of == oracle::RatesOf::subsidy_month;
    case rates_of_subsidy_month: m.rates = Misread::rates_of(f.subsidy_month); return m.options.rates_of == oracle::RatesOf::wage_month;
    case other_wage_ignored: return clear(f.other_wage);
    case other_wage_under_ceiling:
      if (f.other_wage.is_zero()) return false;
      return !std::exchange(m.other_under, true);
    case other_wage_not_under_ceiling:
      if (f.other_wage.is_zero()) return false;
      return std::exchange(m.other_under, false);
    case benefits_under_ceiling: return !std::exchange(m.benefits_under, true);
    case benefits_not_under_ceiling: return std::exchange(m.benefits_under, false);
    case care_income_not_under_ceiling: return std::exchange(m.care_under, false);
    case threshold_for_each_job: m.threshold_for_each_job = true; return true;
    case daily_benefit_ignored: return clear(f.daily_benefit);
    case unclaimed_benefit_ignored: return clear(f.unclaimed_benefit);
    case daily_benefit_as_wage: m.benefit_as_wage = true; return !(f.daily_benefit + f.unclaimed_benefit).is_zero();
    case care_income_ignored: return clear(f.care_income);
    case high_share_of_all_wage: m.rates.taper_low = m.rates.taper_high; return true;
    case low_share_of_all_wage: m.rates.taper_high = m.rates.taper_low; return true;
    case no_taper: m.rates.taper_low = m.rates.taper_high = 0; return true;
    case holiday_days_ignored: return clear(f.ledighedsydelse_days);
    case holiday_days_by_another_rule: m.benefit_deducted = !m.benefit_deducted; return !f.ledighedsydelse_days.is_zero();
    case holiday_days_of_calendar_days: return days_of(oracle::days_in(f.subsidy_month));
    case holiday_days_of_weekdays: return days_of(oracle::weekdays_in(f.subsidy_month));
    case holiday_days_of_30: return days_of(30);
    case holiday_days_of_22: return days_of(22);
    case holiday_days_of_21: return days_of(21);
    case holiday_days_of_20: return days_of(20);
    case holiday_days_before_ceiling: m.order = Misread::Order::holiday_before_ceiling; return true;
    case holiday_supplement_left_out_of_wage: return clear(f.holiday_supplement);
    case holiday_allowance_counted_twice: m.wage_added += kroner(more.holiday_allowance); return true;
    case own_atp_subtracted_from_subsidy: m.stated = Misread::Stated::payout; return true;
    case own_atp_added_to_subsidy: m.stated = Misread::Stated::with_own_atp; return true;
    case own_atp_counted_in_wage:
      if (counted || !f.paid_hours) return false;
      if (m.am_income())
        m.wage_added += own_atp();
      else
        m.options.own_atp = oracle::OwnAtp::counted;
      return true;
    case own_atp_left_out_of_wage:
      if (m.am_income() || !counted || !f.paid_hours) return false;
      m.options.own_atp = oracle::OwnAtp::excluded;
      return true;
    case own_atp_taken_out_twice:
      if (counted || !f.paid_hours) return false;
      m.wage_added -= own_atp();
      return true;
    case atp_counted_in_wage:
      if (!f.paid_hours) return false;
      m.wage_added += employer_atp();
      if (m.am_income())
        m.wage_added += own_atp();
      else
        m.options.own_atp = oracle::OwnAtp::counted;
      return true;
    case obligatory_pension_subtracted: m.stated = Misread::Stated::less_obligatory_pension; return true;
    case benefits_in_kind_counted: return clear(f.benefits_in_kind);
    case intensity_ignored: {
      if (given.pay.form != fleks::Pay::Form::hourly || given.pay.intensity == fleks::Percent{}) return false;
      const Number factor = 100 / f.intensity_pct;
      f.pay *= factor;
      if (!given.paid_hours) *f.paid_hours *= factor;
      if (given.own_pension.is_share()) own *= factor;
      if (given.employer_pension.is_share()) employer *= factor;
      return true;
    }
    case part_month_not_reduced: m.parts = {1, 1}; return true;
    case part_month_ceiling_not_reduced: m.parts = {oracle::ratio(f.covered_weekdays, f.all_weekdays), 1}; return true;
    case part_month_by_calendar_days: {
      if (!given.employed) return false;
      const auto wage_month = given.wage_month ? *given.wage_month : fleks::month_before(given.month);
      int days = 0;
      for (auto d = std::chrono::sys_days{fleks::first_day(wage_month)}; d <= std::chrono::sys_days{fleks::last_day(wage_month)};
           d += std::chrono::days{1})
        days += d >= std::chrono::sys_days{given.employed->first} && d <= std::chrono::sys_days{given.employed->last} ? 1 : 0;
      const Number part = oracle::ratio(days, oracle::days_in(f.wage_month));
      m.parts = {part, part};
      return true;
    }
    case full_unemployment_benefit_as_base: {
      const auto& month = m.options.rates_of == oracle::RatesOf::subsidy_month ? f.subsidy_month : f.wage_month;
      m.rates.base = agreement::book().get("unemployment_benefit_max_month", {month.year + m.years_off, month.month, 1});
      return true;
    }
    case no_wage_yet_paid: m.right_without_wage = true; return true;
    case ceiling_before_taper: m.order = Misread::Order::ceiling_before_taper; return true;
    case ceiling_before_daily_benefit: m.order = Misread::Order::ceiling_before_benefit; return true;
    case rounded_to_krone: m.rounded = Misread::Rounded::krone; return true;
    case krone_rounded_down: m.rounded = Misread::Rounded::krone_down; return true;
    case oere_rounded_down: m.rounded = Misread::Rounded::oere_down; return m.options.round_to == oracle::RoundTo::oere;
    case deductions_rounded_to_krone: m.deductions_rounded = true; return true;
    case rounded_to_oere: m.rounded = Misread::Rounded::oere; return true;
  }
  return false;
}

/// Months as officers have them, with every fact that a misreading may need now and then.
class OfficersMonth : public agreement::RandomMonth {
 public:
  using RandomMonth::RandomMonth;
  struct Case {
    fleks::MonthFacts facts;
    fleks::Options options;
    fleks::AuditFacts more;
  };
  Case next_case() {
    using namespace fleks;
    Case c;
    MonthFacts& f = c.facts;
    f.month = Month{std::chrono::year{2013}, std::chrono::February} + std::chrono::months{below(14 * 12 - 1)};
    const Month wage_month = month_before(f.month);
    if (chance(15)) c.options.rates_of = RatesOf::wage_month;
    if (chance(15)) c.options.other_wage_under_ceiling = chance(50) ? OtherWageUnderCeiling::included : OtherWageUnderCeiling::excluded;
    if (chance(15)) c.options.round_to = chance(50) ? RoundTo::krone : RoundTo::oere;
    const auto form = below(3);
    const Money pay = chance(4) ? Money{} : money(4'000, 21'000);
    if (form == 0) {
      f.pay = Pay::am_income(pay);
      if (chance(75)) f.own_pension = Contribution::of(money(100, 900));
      if (chance(75)) f.employer_pension = Contribution::of(money(200, 1'900));
      if (chance(25)) f.benefits_in_kind = std::min(pay, money(100, 900));
      if (chance(85)) f.paid_hours = Hours::whole(20 + below(130));
    } else {
      if (form == 1) {
        f.pay = Pay::monthly(pay);
        f.paid_hours = Hours::whole(20 + below(130));
      } else {
        f.pay =
            Pay::hourly(money(110, 240), Hours::whole(4 + below(26)), chance(60) ? Percent::whole(100) : Percent::whole(40 + below(60)));
      }
      if (chance(75)) f.own_pension = Contribution::of(Percent::whole(2 + below(4)));
      if (chance(75)) f.employer_pension = Contribution::of(Percent::whole(5 + below(9)));
      if (chance(25)) c.options.own_atp = OwnAtp::counted;
    }
    if (chance(35)) f.holiday_supplement = money(50, 1'500);
    if (chance(35)) f.other_wage = money(500, 9'000);
    if (chance(25)) f.care_income = money(500, 6'000);
    if (chance(30)) f.daily_benefit = money(500, 9'000);
    if (chance(15)) f.unclaimed_benefit = money(500, 9'000);
    f.ledighedsydelse = money(300, 9'000);
    if (chance(45)) f.ledighedsydelse_days = Days::whole(1 + below(15));
    if (chance(25)) {
      const auto begin = std::chrono::sys_days{first_day(wage_month)};
      const auto first = begin + std::chrono::days{below(20)};
      f.employed = Period{Date{first}, Date{first + std::chrono::days{5 + below(20)}}};
    }
    switch (below(5)) {
      case 0: break;
      case 1:
      case 2:
        f.ceiling = Ceiling::stated(money(19'000, 36'000));
        if (chance(40)) c.more.ceiling_supplements = money(500, 4'000);
        if (chance(30)) f.ceiling.holiday_supplement = money(100, 3'000);
        break;
      default:
        f.ceiling = Ceiling::from_hourly(money(120, 210), chance(60) ? money(500, 4'000) : Money{},
                                         chance(75) ? Percent::whole(5 + below(9)) : Percent{});
        if (chance(40)) f.ceiling.fixed_bonus = money(200, 2'000);
        if (chance(40)) f.ceiling.holiday_supplement = money(100, 3'000);
        if (chance(30)) {
          f.ceiling.form = Ceiling::Form::from_monthly;
          f.ceiling.amount = money(18'000, 32'000);
        }
    }
    if (chance(50)) c.more.pay_of_same_month = money(4'000, 21'000);
    if (chance(50)) c.more.pay_of_two_months_before = money(4'000, 21'000);
    if (chance(50)) c.more.holiday_allowance = money(200, 2'500);
    return c;
  }

 private:
  fleks::Money money(std::int64_t from, std::int64_t to) { return fleks::Money::oere(from * 100 + below((to - from) * 100)); }
};

}  // namespace audit_test
