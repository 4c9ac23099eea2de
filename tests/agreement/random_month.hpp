#pragma once

#include <fleks/fleks.hpp>

#include <random>

// Months of every form, option and period; amounts where the rules bend more often than chance would give them.

namespace agreement {

class RandomMonth {
 public:
  explicit RandomMonth(std::uint64_t seed) : engine_(seed) {}

  struct Case {
    fleks::MonthFacts facts;
    fleks::Options options;
  };

  Case next() {
    using namespace fleks;
    Case c;
    MonthFacts& f = c.facts;
    c.options = {.own_atp = one_of<OwnAtp>(2),
                 .rates_of = one_of<RatesOf>(2),
                 .other_wage_under_ceiling = chance(50) ? OtherWageUnderCeiling::by_law : one_of<OtherWageUnderCeiling>(3),
                 .benefits_under_ceiling = chance(70) ? BenefitsUnderCeiling::by_law : one_of<BenefitsUnderCeiling>(3),
                 .care_income_under_ceiling = chance(70) ? CareIncomeUnderCeiling::by_law : one_of<CareIncomeUnderCeiling>(3),
                 .round_to = chance(50) ? RoundTo::by_law : one_of<RoundTo>(3),
                 .holiday_days_of = chance(70) ? HolidayDaysRule::by_law : one_of<HolidayDaysRule>(4),
                 .own_atp_of = chance(80) ? OwnAtpOf::paid_subsidy : OwnAtpOf::before_ceiling};
    f.month = Month{std::chrono::year{2013}, std::chrono::February} + std::chrono::months{below(14 * 12 - 1)};
    Month wage_month = month_before(f.month);
    if (chance(10)) {
      const auto earliest = Month{std::chrono::year{2013}, std::chrono::January};
      wage_month = f.month - std::chrono::months{below(std::min<std::int64_t>(14, (f.month - earliest).count() + 1))};
      f.wage_month = wage_month;
    }
    // The contributions other than A are known from 2016.
    const Month oldest = std::min(f.month, wage_month);
    if (oldest.year() >= std::chrono::year{2016} && chance(20)) c.options.atp_contribution = one_of<AtpContribution>(5);
    f.pay.form = one_of<Pay::Form>(3);
    const bool am_income = f.pay.form == Pay::Form::am_income;
    if (f.pay.form == Pay::Form::hourly) {
      f.pay.amount = chance(5) ? Money{} : Money::oere(below(50'000));
      f.pay.weekly_hours = chance(50) ? Hours::whole(below(41)) : Hours::of_ten_thousandths(below(168 * 10'000 + 1));
      if (chance(50)) f.pay.intensity = percent();
    } else {
      f.pay.amount = amount();
    }
    if (am_income) {
      if (chance(15)) f.benefits_in_kind = Money::oere(below(f.pay.amount.in_oere() + 1));
      if (chance(40))
        f.own_pension =
            chance(30) ? Contribution::of(Percent::of_ten_thousandths(below(990'000))) : Contribution::of(Money::oere(below(300'000)));
      if (chance(10))
        f.employer_pension = Contribution::of(percent());
      else if (chance(40))
        f.employer_pension = Contribution::of(Money::oere(below(600'000)));
    } else {
      if (chance(40)) f.own_pension = Contribution::of(percent());
      if (chance(40)) f.employer_pension = chance(50) ? Contribution::of(percent()) : Contribution::of(Money::oere(below(600'000)));
    }
    if (f.pay.form == Pay::Form::monthly || chance(50)) f.paid_hours = hours();
    if (f.pay.form == Pay::Form::hourly && chance(70)) f.paid_hours.reset();
    if (chance(10)) f.holiday_supplement = Money::oere(below(100'000));
    if (chance(25)) f.other_wage = amount();
    if (chance(15)) f.care_income = amount();
    if (chance(15)) f.daily_benefit = amount();
    if (chance(10)) f.unclaimed_benefit = amount();
    f.ledighedsydelse = amount();
    if (chance(15)) f.ledighedsydelse_days = chance(60) ? Days::whole(below(32)) : Days::of_ten_thousandths(below(31 * 10'000 + 1));
    if (chance(15)) {
      const auto begin = std::chrono::sys_days{first_day(wage_month)};
      const auto first = begin + std::chrono::days{below(28)};
      f.employed = Period{Date{first}, Date{first + std::chrono::days{below(40)}}};
      if (chance(30)) f.employed->first = Date{begin - std::chrono::days{below(400)}};
    }
    if (!f.employed && chance(15)) {
      const auto first = std::chrono::sys_days{first_day(f.month)} + std::chrono::days{below(28)};
      f.job = Period{Date{first}, Date{first + std::chrono::days{below(40)}}};
      if (chance(50)) f.wage_month = f.month;
    }
    f.ceiling.form = one_of<Ceiling::Form>(4);
    f.ceiling.amount = f.ceiling.form == Ceiling::Form::from_hourly ? Money::oere(below(40'000)) : amount();
    if (f.ceiling.form == Ceiling::Form::stated && chance(20)) f.ceiling.holiday_supplement = Money::oere(below(300'000));
    if (f.ceiling.form >= Ceiling::Form::from_hourly) {
      if (chance(50)) f.ceiling.supplements = Money::oere(below(500'000));
      if (chance(20)) f.ceiling.fixed_bonus = Money::oere(below(200'000));
      if (chance(50)) f.ceiling.employer_pension = percent();
      if (chance(20)) f.ceiling.holiday_supplement = Money::oere(below(100'000));
    }
    return c;
  }

  /// A whole number from 0 to `end` − 1.
  std::int64_t below(std::int64_t end) { return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(end)); }
  bool chance(int of_a_hundred) { return below(100) < of_a_hundred; }

  fleks::Money amount() {
    using fleks::Money;
    switch (below(12)) {
      case 0: return {};
      case 1: return Money::oere(below(300));
      case 2: return Money::oere(below(fleks::largest_amount.in_oere() + 1));
      case 3:  // about a threshold of the period
        return Money::oere(1'300'000 + below(500'000));
      case 4:
      case 5:
      case 6: return Money::kroner(below(50'001));
      default: return Money::oere(below(5'000'001));
    }
  }
  fleks::Percent percent() { return chance(60) ? fleks::Percent::whole(below(101)) : fleks::Percent::of_ten_thousandths(below(1'000'001)); }
  fleks::Hours hours() {
    switch (below(4)) {
      case 0: return fleks::Hours::whole(39 * (1 + below(3)));
      case 1: return fleks::Hours::of_ten_thousandths(below(744 * 10'000 + 1));
      default: return fleks::Hours::whole(below(181));
    }
  }

 private:
  template <class Enum>
  Enum one_of(int count) {
    return static_cast<Enum>(below(count));
  }
  std::mt19937_64 engine_;
};

}  // namespace agreement
