#include "c_interface/values.hpp"

#include <algorithm>

#include <fleks/facts/first_month.hpp>

namespace c_interface {

using fleks::Exact;
using fleks::Money;
using fleks::Percent;

const fleks::RateTable& law_of(const fleks_rates* rates, const char* argument) {
  not_null(rates, argument);
  if (rates->reform)
    refuse_call(FLEKS_BAD_CALL, argument, "er satser efter en reform; her regnes efter loven.",
                "are rates under a reform; this is computed by the law.");
  return rates->table;
}

bool yes(std::int32_t value, const char* field) { return choice<int>(value, {0, 1}, field) == 1; }

fleks::Language language_of(std::int32_t language) { return choice<fleks::Language>(language, {FLEKS_DANISH, FLEKS_ENGLISH}, "language"); }

fleks::Month month_of(std::int32_t number, const char* field) {
  const int year = number / 100, month = number % 100;
  if (year < 1900 || year > 9999 || month < 1 || month > 12)
    refuse({.code = ErrorCode::no_such_date, .field = field, .given = std::to_string(number), .allowed = fleks::Form::month});
  return std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)};
}
std::optional<fleks::Month> month_if_given(std::int32_t number, const char* field) {
  return number == 0 ? std::nullopt : std::optional(month_of(number, field));
}
std::chrono::year year_of(std::int32_t number, const char* field) {
  if (number < 1900 || number > 9999)
    refuse({.code = ErrorCode::no_such_date, .field = field, .given = std::to_string(number), .allowed = fleks::Form::year});
  return std::chrono::year{number};
}
fleks::Date date_of(std::int32_t number, const char* field) {
  const int year = number / 10'000, month = number / 100 % 100, day = number % 100;
  if (year >= 1900 && year <= 9999 && month >= 1 && day >= 1) {
    const fleks::Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                           std::chrono::day{static_cast<unsigned>(day)}};
    if (date.ok()) return date;
  }
  refuse({.code = ErrorCode::no_such_date, .field = field, .given = std::to_string(number), .allowed = fleks::Form::date});
}
std::optional<fleks::Date> date_if_given(std::int32_t number, const char* field) {
  return number == 0 ? std::nullopt : std::optional(date_of(number, field));
}

std::int32_t number_of(fleks::Month month) noexcept {
  return static_cast<int>(month.year()) * 100 + static_cast<std::int32_t>(static_cast<unsigned>(month.month()));
}
std::int32_t number_of(fleks::Date date) noexcept {
  return number_of(fleks::month_of(date)) * 100 + static_cast<std::int32_t>(static_cast<unsigned>(date.day()));
}

std::int64_t rounded(const Exact& amount) { return or_refuse(amount.rounded(fleks::Rounding::half_up)); }
std::int64_t in_ten_thousandths(const Exact& number) { return rounded(number * Exact::whole(10'000)); }

Percent percent_of(std::int64_t count, const char* field) {
  if (count < 0 || count > Percent::whole(100).ten_thousandths())
    refuse({.code = ErrorCode::out_of_range,
            .field = field,
            .given = to_text(fleks::Hours::of_ten_thousandths(count)),
            .allowed = fleks::Range{Percent{}, Percent::whole(100)}});
  return Percent::of_ten_thousandths(count);
}
Percent intensity_of(std::int64_t count) { return count == 0 ? Percent::whole(100) : percent_of(count, "intensity"); }

void only_with(std::int64_t value, bool other, const char* field, std::initializer_list<const char*> others) {
  if (value != 0 && !other)
    refuse({.code = ErrorCode::exclusive_facts,
            .field = field,
            .given = std::to_string(value),
            .allowed = fleks::OnlyWith{{others.begin(), others.end()}}});
}

fleks::BenefitClass benefit_class_of(std::int32_t value) {
  return choice<fleks::BenefitClass>(value, {FLEKS_CLASS_FULL, FLEKS_CLASS_LOW_PROVIDER, FLEKS_CLASS_LOW_NONPROVIDER}, "benefit_class");
}

fleks::LocalTaxFacts local_tax_of(const char* municipality, std::int64_t municipal_tax, std::int64_t church_tax, std::int32_t church) {
  fleks::LocalTaxFacts where;
  if (municipality != nullptr) where.municipality = municipality;
  if (municipal_tax != 0) where.municipal = percent_of(municipal_tax, "municipal_tax");
  if (church_tax != 0) where.church = percent_of(church_tax, "church_tax");
  where.church_member = yes(church, "church");
  return where;
}

/// 0 is the law, whatever that is in the month.
template <class UnderCeiling>
UnderCeiling under_ceiling(std::int32_t value, const char* field) {
  switch (choice<int>(value, {0, 1, 2}, field)) {
    case 1: return UnderCeiling::included;
    case 2: return UnderCeiling::excluded;
    default: return UnderCeiling::by_law;
  }
}

fleks::Options options_of(const fleks_options* given_options, const fleks_rates* rates) {
  fleks::Options options;
  if (rates->reform) options.policy = rates->reform->policy;
  if (given_options == nullptr) return options;
  const fleks_options o = given(given_options, "options");
  options.own_atp = choice<fleks::OwnAtp>(o.own_atp, {0, 1}, "own_atp");
  options.rates_of = choice<fleks::RatesOf>(o.rates_of, {0, 1}, "rates_of");
  options.other_wage_under_ceiling = under_ceiling<fleks::OtherWageUnderCeiling>(o.other_wage_under_ceiling, "other_wage_under_ceiling");
  options.benefits_under_ceiling = under_ceiling<fleks::BenefitsUnderCeiling>(o.benefits_under_ceiling, "benefits_under_ceiling");
  options.care_income_under_ceiling =
      under_ceiling<fleks::CareIncomeUnderCeiling>(o.care_income_under_ceiling, "care_income_under_ceiling");
  options.holiday_days_of = choice<fleks::HolidayDaysRule>(o.holiday_days_of, {0, 1, 2, 3}, "holiday_days_of");
  options.own_atp_of = choice<fleks::OwnAtpOf>(o.own_atp_of, {0, 1}, "own_atp_of");
  options.atp_contribution = choice<fleks::AtpContribution>(o.atp_contribution, {0, 1, 2, 3, 4}, "atp_contribution");
  switch (choice<int>(o.round_to, {0, 1, 2}, "round_to")) {
    case 1: options.round_to = fleks::RoundTo::krone; break;
    case 2: options.round_to = fleks::RoundTo::oere; break;
    default: break;
  }
  return options;
}

fleks::Ceiling ceiling_of(const fleks_ceiling& c) {
  fleks::Ceiling ceiling;
  ceiling.form = choice<fleks::Ceiling::Form>(
      c.form, {FLEKS_CEILING_NONE, FLEKS_CEILING_STATED, FLEKS_CEILING_FROM_HOURLY, FLEKS_CEILING_FROM_MONTHLY}, "ceiling_form");
  ceiling.stated_by =
      choice<fleks::Ceiling::StatedBy>(c.stated_by, {FLEKS_BY_EMPLOYER, FLEKS_COMPUTED, FLEKS_BY_AGREEMENT_TABLE}, "ceiling_stated_by");
  const bool from_parts = c.form == FLEKS_CEILING_FROM_HOURLY || c.form == FLEKS_CEILING_FROM_MONTHLY;
  const auto forms = {"FLEKS_CEILING_FROM_HOURLY", "FLEKS_CEILING_FROM_MONTHLY"};
  only_with(c.amount, c.form != FLEKS_CEILING_NONE, "ceiling",
            {"FLEKS_CEILING_STATED", "FLEKS_CEILING_FROM_HOURLY", "FLEKS_CEILING_FROM_MONTHLY"});
  only_with(c.stated_by, c.form != FLEKS_CEILING_NONE, "ceiling_stated_by", forms);
  only_with(c.supplements, from_parts, "ceiling_supplements", forms);
  only_with(c.fixed_bonus, from_parts, "ceiling_bonus", forms);
  only_with(c.employer_pension, from_parts, "ceiling_pension", forms);
  only_with(c.holiday_supplement, c.form != FLEKS_CEILING_NONE, "ceiling_holiday_supplement",
            {"FLEKS_CEILING_STATED", "FLEKS_CEILING_FROM_HOURLY", "FLEKS_CEILING_FROM_MONTHLY"});
  ceiling.amount = Money::oere(c.amount);
  ceiling.supplements = Money::oere(c.supplements);
  ceiling.fixed_bonus = Money::oere(c.fixed_bonus);
  ceiling.employer_pension = percent_of(c.employer_pension, "ceiling_pension");
  ceiling.holiday_supplement = Money::oere(c.holiday_supplement);
  return ceiling;
}

fleks::Contribution contribution_of(std::int64_t amount, std::int64_t share, const char* field, const char* share_field) {
  if (share == 0) return fleks::Contribution::of(Money::oere(amount));
  if (amount != 0) refuse({.code = ErrorCode::exclusive_facts, .field = share_field, .allowed = fleks::NotWith{{field}}});
  return fleks::Contribution::of(percent_of(share, share_field));
}

fleks::MonthFacts facts_of(const fleks_month_facts* given_facts) {
  const fleks_month_facts c = given(given_facts, "facts");
  fleks::MonthFacts f;
  f.month = month_of(c.month, "month");
  f.wage_month = month_if_given(c.wage_month, "wage_month");
  if (c.pay_form == FLEKS_PAY_NOT_GIVEN)
    refuse({.code = ErrorCode::missing_fact,
            .field = "pay_form",
            .allowed = fleks::AnyOf{{fleks::Fact::am_income, fleks::Fact::monthly_wage, fleks::Fact::hourly_wage}}});
  const auto form = choice<std::int32_t>(c.pay_form, {FLEKS_PAY_AM_INCOME, FLEKS_PAY_MONTHLY, FLEKS_PAY_HOURLY}, "pay_form");
  const bool hourly = form == FLEKS_PAY_HOURLY;
  only_with(c.weekly_hours, hourly, "weekly_hours", {"FLEKS_PAY_HOURLY"});
  only_with(c.intensity, hourly, "intensity", {"FLEKS_PAY_HOURLY"});
  f.pay = form == FLEKS_PAY_AM_INCOME ? fleks::Pay::am_income(Money::oere(c.pay))
          : hourly ? fleks::Pay::hourly(Money::oere(c.pay), fleks::Hours::of_ten_thousandths(c.weekly_hours), intensity_of(c.intensity))
                   : fleks::Pay::monthly(Money::oere(c.pay));
  const bool hours_known = yes(c.paid_hours_known, "paid_hours_known");
  only_with(c.paid_hours, hours_known, "paid_hours", {"paid_hours_known"});
  if (hours_known) f.paid_hours = fleks::Hours::of_ten_thousandths(c.paid_hours);
  f.benefits_in_kind = Money::oere(c.benefits_in_kind);
  f.own_pension = contribution_of(c.own_pension, c.own_pension_share, "own_pension", "own_pension_share");
  f.employer_pension = contribution_of(c.employer_pension, c.employer_pension_share, "employer_pension", "employer_pension_share");
  f.holiday_supplement = Money::oere(c.holiday_supplement);
  f.other_wage = Money::oere(c.other_wage);
  f.care_income = Money::oere(c.care_income);
  f.daily_benefit = Money::oere(c.daily_benefit);
  f.ledighedsydelse_days = fleks::Days::of_ten_thousandths(c.ledighedsydelse_days);
  const auto from = date_if_given(c.employed_from, "employed_from"), to = date_if_given(c.employed_to, "employed_to");
  if (from || to) {
    const fleks::Month wage_month = f.wage_month.value_or(fleks::month_before(f.month));
    f.employed = fleks::Period{from.value_or(fleks::first_day(wage_month)), to.value_or(fleks::last_day(wage_month))};
  }
  f.ceiling = ceiling_of(c.ceiling);
  const auto job_from = date_if_given(c.job_from, "job_from"), job_to = date_if_given(c.job_to, "job_to");
  if (job_from || job_to)
    f.job = fleks::Period{job_from.value_or(std::min(fleks::first_day(f.month), job_to.value_or(fleks::first_day(f.month)))),
                          job_to.value_or(std::max(fleks::last_day(f.month), job_from.value_or(fleks::last_day(f.month))))};
  f.wage_expected = yes(c.wage_expected, "wage_expected");
  const bool benefit_known = yes(c.ledighedsydelse_known, "ledighedsydelse_known");
  only_with(c.ledighedsydelse, benefit_known, "ledighedsydelse", {"ledighedsydelse_known"});
  if (benefit_known) f.ledighedsydelse = Money::oere(c.ledighedsydelse);
  f.unclaimed_benefit = Money::oere(c.unclaimed_benefit);
  return f;
}

void begin_job(fleks::MonthFacts& facts, const fleks_month_facts* given_facts, const fleks_options* given_options) {
  const std::int32_t from = given(given_facts, "facts").job_from;
  const std::int32_t first = given_options == nullptr ? 0 : given(given_options, "options").first_month;
  const auto rests_on = choice<fleks::FirstMonth>(first, {0, 1, 2}, "first_month");
  const bool begins = from / 100 == number_of(facts.month);
  only_with(first, begins, "first_month", {"job_from"});
  if (begins) fleks::begin_job(facts, rests_on);
}

}  // namespace c_interface
