#pragma once

#include <fleks/fleks.hpp>

#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

#include "oracle/oracle.hpp"
#include "source_file.hpp"

// The library beside the oracle: a month's facts put into the oracle's words, and every amount of the two compared.

namespace agreement {

/// A debug or sanitizer build is many times slower and does a fiftieth.
constexpr int rounds(int full) {
#if defined(NDEBUG) && defined(__OPTIMIZE__)
  return full;
#else
  return full / 50;
#endif
}

/// From the two halves, the upper one with the sign.
inline oracle::Integer integer(fleks::int128 value) {
  oracle::Integer whole = static_cast<std::int64_t>(value >> 64);
  whole *= oracle::Integer(1) << 64;
  return whole + static_cast<std::uint64_t>(value);
}
inline oracle::Number number(const fleks::Exact& x) {
  return oracle::Number(integer(x.numerator())) / oracle::Number(integer(x.denominator()));
}

inline oracle::Number kroner(fleks::Money amount) { return oracle::kroner(amount.in_oere()); }
template <class T>
oracle::Number plain(T percent_hours_or_days) {
  return oracle::ratio(percent_hours_or_days.ten_thousandths(), 10'000);
}
inline oracle::Month month(fleks::Month m) { return {int{m.year()}, static_cast<int>(unsigned{m.month()})}; }
inline oracle::Day day(fleks::Date d) {
  return {int{d.year()}, static_cast<int>(unsigned{d.month()}), static_cast<int>(unsigned{d.day()})};
}

inline const oracle::RateBook& book() {
  static const auto rates = oracle::RateBook::read(source_file("/src/rates/rates.csv"));
  return rates;
}

/// The oracle's rates of a month, looked up once.
inline const oracle::MonthRates& rates_of(fleks::Month m) {
  static std::map<fleks::Month, oracle::MonthRates> known;
  auto found = known.find(m);
  if (found == known.end()) found = known.emplace(m, oracle::month_rates(book(), month(m).year, month(m).month)).first;
  return found->second;
}

inline const fleks::RateTable& table() {
  static const auto rates = fleks::RateTable::embedded();
  return rates;
}

inline oracle::Pension pension(const fleks::Contribution& c) {
  if (c.is_share()) return {oracle::PensionForm::percent, plain(c.share())};
  return {oracle::PensionForm::kroner, kroner(c.amount())};
}

inline oracle::MonthFacts in_oracle_words(const fleks::MonthFacts& f) {
  using fleks::Pay;
  oracle::MonthFacts o;
  o.subsidy_month = month(f.month);
  o.wage_month = f.wage_month ? month(*f.wage_month) : oracle::month_before(o.subsidy_month);
  o.form = f.pay.form == Pay::Form::am_income ? oracle::PayForm::am_income
           : f.pay.form == Pay::Form::monthly ? oracle::PayForm::monthly_wage
                                              : oracle::PayForm::hourly_wage;
  o.pay = kroner(f.pay.amount);
  o.weekly_hours = plain(f.pay.weekly_hours);
  o.intensity_pct = plain(f.pay.intensity);
  o.benefits_in_kind = kroner(f.benefits_in_kind);
  o.holiday_supplement = kroner(f.holiday_supplement);
  if (f.paid_hours) o.paid_hours = plain(*f.paid_hours);
  o.own_pension = pension(f.own_pension);
  o.employer_pension = pension(f.employer_pension);
  o.other_wage = kroner(f.other_wage);
  o.care_income = kroner(f.care_income);
  o.daily_benefit = kroner(f.daily_benefit);
  o.unclaimed_benefit = kroner(f.unclaimed_benefit);
  o.ledighedsydelse_days = plain(f.ledighedsydelse_days);
  if (f.ledighedsydelse) o.ledighedsydelse = kroner(*f.ledighedsydelse);
  const auto& c = f.ceiling;
  if (c.form == fleks::Ceiling::Form::stated) {
    o.ceiling.form = oracle::CeilingForm::amount;
    o.ceiling.amount = kroner(c.amount) + kroner(c.holiday_supplement);  // FLT-16
  } else if (c.form == fleks::Ceiling::Form::from_hourly) {
    o.ceiling.form = oracle::CeilingForm::parts;
    o.ceiling.hourly = kroner(c.amount);
  } else if (c.form == fleks::Ceiling::Form::from_monthly) {
    o.ceiling.form = oracle::CeilingForm::monthly_parts;
    o.ceiling.amount = kroner(c.amount);
  }
  o.ceiling.supplements = kroner(c.supplements);
  o.ceiling.bonus = kroner(c.fixed_bonus);
  o.ceiling.employer_pension_pct = plain(c.employer_pension);
  o.ceiling.holiday_supplement = kroner(c.holiday_supplement);
  const auto within = [](const fleks::Period& p, const oracle::Month& m) {
    const oracle::Day begin{m.year, m.month, 1}, end{m.year, m.month, oracle::days_in(m)};
    const oracle::Day first = day(p.first), last = day(p.last);
    return std::pair{first < begin ? begin : first, end < last ? end : last};
  };
  if (f.employed) {
    const auto [first, last] = within(*f.employed, o.wage_month);
    o.covered_weekdays = oracle::weekdays_between(first, last);
    o.all_weekdays = oracle::weekdays_in(o.wage_month);
  }
  if (f.job) {
    const auto [first, last] = within(*f.job, o.subsidy_month);
    o.job_weekdays = oracle::weekdays_between(first, last);
    o.job_calendar_part = oracle::ratio(last.day - first.day + 1, oracle::days_in(o.subsidy_month));
  }
  return o;
}

inline oracle::MonthOptions in_oracle_words(const fleks::Options& options) {
  oracle::MonthOptions o;
  if (options.rates_of == fleks::RatesOf::wage_month) o.rates_of = oracle::RatesOf::wage_month;
  // The same order of the same words.
  o.other_wage_under_ceiling = static_cast<oracle::OtherWageUnderCeiling>(options.other_wage_under_ceiling);
  o.benefits_under_ceiling = static_cast<oracle::OtherWageUnderCeiling>(options.benefits_under_ceiling);
  o.care_under_ceiling = static_cast<oracle::OtherWageUnderCeiling>(options.care_income_under_ceiling);
  o.round_to = static_cast<oracle::RoundTo>(options.round_to);
  if (options.holiday_days_of != fleks::HolidayDaysRule::by_law)
    o.holiday_rule = options.holiday_days_of == fleks::HolidayDaysRule::benefit_deducted ? oracle::HolidayRule::benefit_deducted
                                                                                         : oracle::HolidayRule::share;
  if (options.own_atp_of == fleks::OwnAtpOf::before_ceiling) o.own_atp_of = oracle::OwnAtpOf::before_ceiling;
  o.atp_contribution = fleks::word_of(options.atp_contribution)[0];
  if (options.own_atp == fleks::OwnAtp::counted) o.own_atp = oracle::OwnAtp::counted;
  return o;
}

/// Whether an exact amount in øre is the oracle's amount in kroner, without reducing either fraction.
inline bool same(const fleks::Exact& oere, const oracle::Number& kroner, int pieces = 100) {
  if (oere.out_of_range()) return false;
  namespace mp = boost::multiprecision;
  if (oere.numerator() == 0) return kroner.is_zero();
  const oracle::Number& given = kroner;
  const oracle::Integer n = mp::numerator(given), d = mp::denominator(given);
  const auto whole = [](fleks::int128 value) {
    return value == static_cast<std::int64_t>(value) ? oracle::Integer(static_cast<std::int64_t>(value)) : integer(value);
  };
  return whole(oere.numerator()) * d == n * whole(oere.denominator()) * pieces;
}

/// The amounts in which the two differ; empty when they agree on every one.
inline std::string differences(const fleks::MonthStatement& s, const oracle::MonthResult& o) {
  std::string names;
  const auto differs = [&](const char* name, bool equal) {
    if (!equal) names += std::string(names.empty() ? "" : ", ") + name;
  };
  differs("has_right", s.has_right == o.entitled);
  differs("pay", same(s.pay, o.pay));
  differs("own_pension", same(s.own_pension, o.own_pension));
  differs("employer_pension", same(s.employer_pension, o.employer_pension));
  differs("paid_hours", s.paid_hours.has_value() == o.paid_hours.has_value() && (!s.paid_hours || same(*s.paid_hours, *o.paid_hours, 1)));
  differs("wage", same(s.wage, o.wage));
  differs("other_wage", same(s.other_wage, o.other_wage));
  differs("daily_benefit", same(s.daily_benefit, o.daily_benefit));
  differs("base", same(s.base, o.base));
  differs("threshold", same(s.threshold, o.threshold));
  differs("taper", same(s.taper, o.taper));
  differs("before_ceiling", same(s.before_ceiling, o.before_ceiling));
  differs("normal_wage_ceiling", s.has_ceiling == o.ceiling.has_value() && (!s.has_ceiling || same(s.normal_wage_ceiling, *o.ceiling)));
  differs("ceiling_cut", same(s.ceiling_cut, o.ceiling_cut));
  differs("part_cut", same(s.part_cut, o.part_cut));
  differs("holiday_cut", same(s.holiday_cut, o.holiday_cut));
  differs("fleksloentilskud", s.fleksloentilskud.in_oere() == o.fleksloentilskud);
  differs("own_atp", s.own_atp.in_oere() == o.own_atp);
  differs("payout", s.payout.in_oere() == o.payout);
  differs("public_atp",
          s.public_atp.has_value() == o.public_atp.has_value() && (!s.public_atp || s.public_atp->in_oere() == *o.public_atp));
  differs("obligatory_pension", s.obligatory_pension.in_oere() == o.obligatory_pension);
  differs("total", same(s.total, o.total));
  return names;
}

/// The facts of a month on one line, for a case that went wrong.
inline std::string described(const fleks::MonthFacts& f, const fleks::Options& options) {
  using fleks::to_text;
  std::string text = to_text(f.month);
  if (f.wage_month) text += " wage of " + to_text(*f.wage_month);
  const auto form = [](auto value) { return std::to_string(static_cast<int>(value)); };
  const auto share = [](const fleks::Contribution& c) { return c.is_share() ? to_text(c.share()) + "%" : to_text(c.amount()); };
  text += " pay form " + form(f.pay.form) + ' ' + to_text(f.pay.amount) + " hours " + to_text(f.pay.weekly_hours) + " intensity " +
          to_text(f.pay.intensity) + " in kind " + to_text(f.benefits_in_kind) + " own " + share(f.own_pension) + " employer " +
          share(f.employer_pension) + " supplement " + to_text(f.holiday_supplement);
  if (f.paid_hours) text += " paid hours " + to_text(*f.paid_hours);
  text += " other " + to_text(f.other_wage) + " care " + to_text(f.care_income) + " benefit " + to_text(f.daily_benefit) + " days " +
          to_text(f.ledighedsydelse_days);
  text += " unclaimed " + to_text(f.unclaimed_benefit);
  if (f.ledighedsydelse) text += " paid for them " + to_text(*f.ledighedsydelse);
  if (f.job) text += " job " + to_text(f.job->first) + ".." + to_text(f.job->last);
  if (f.employed) text += " employed " + to_text(f.employed->first) + ".." + to_text(f.employed->last);
  text += " ceiling form " + form(f.ceiling.form) + ' ' + to_text(f.ceiling.amount) + " + " + to_text(f.ceiling.supplements) + " + " +
          to_text(f.ceiling.fixed_bonus) + " pension " + to_text(f.ceiling.employer_pension) + " supplement " +
          to_text(f.ceiling.holiday_supplement);
  return text + " options " + form(options.own_atp) + form(options.rates_of) + form(options.other_wage_under_ceiling) +
         form(options.round_to) + form(options.benefits_under_ceiling) + form(options.care_income_under_ceiling) +
         form(options.holiday_days_of) + form(options.own_atp_of) + form(options.atp_contribution);
}

/// Counts the months compared and shows the first few that differ.
class Comparison {
 public:
  void operator()(const fleks::MonthFacts& facts, const fleks::Options& options = {}) {
    compare(facts, options, fleks::fleksloentilskud(facts, table(), options));
  }
  void compare(const fleks::MonthFacts& facts, const fleks::Options& options, const fleks::Result<fleks::MonthStatement>& s) {
    ++months_;
    if (!s)
      return wrong(facts, options, "error " + std::to_string(static_cast<int>(s.error().code)) + ' ' + std::string(s.error().field.text()));
    const auto result = oracle::month(in_oracle_words(facts), in_oracle_words(options), rates_of(s->rates_month));
    const std::string names = differences(*s, result);
    if (!names.empty()) wrong(facts, options, names);
  }
  [[nodiscard]] int months() const { return months_; }
  [[nodiscard]] int wrong() const { return wrong_; }

 private:
  void wrong(const fleks::MonthFacts& facts, const fleks::Options& options, const std::string& what) {
    if (++wrong_ <= 5) std::cout << what << " of " << described(facts, options) << '\n';
  }
  int months_ = 0, wrong_ = 0;
};

}  // namespace agreement
