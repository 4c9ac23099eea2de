#include <type_traits>
#include <utility>

#include <fleks/analysis/audit.hpp>
#include <fleks/rates/municipal_tax.hpp>
#include <fleks/statement/ceiling_statement.hpp>
#include <fleks/statement/holiday_statement.hpp>
#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/statement/self_employed_grant.hpp>
#include <fleks/statement/tax_statement.hpp>
#include <fleks/words/audit.hpp>
#include <fleks/words/benefits.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/json.hpp>

#include "c_interface/values.hpp"

// Every benefit by one shape. For each: its facts from the struct (`facts_of`), its amounts (`computed`), and they as a struct (`plain`).

namespace c_interface {

using fleks::Money;

namespace {

using c_interface::facts_of;

std::int64_t known_or_not(const std::optional<Money>& amount) { return amount ? amount->in_oere() : FLEKS_NOT_KNOWN; }

// A month

auto computed(const fleks::MonthFacts& f, const fleks::RateTable& rates, const fleks::Options& o) {
  return fleks::fleksloentilskud(f, rates, o);
}
fleks_month_statement plain(const fleks::MonthFacts&, const fleks::MonthStatement& s) {
  fleks_month_statement whole{};
  whole.month = number_of(s.month);
  whole.wage_month = number_of(s.wage_month);
  whole.rates_month = number_of(s.rates_month);
  whole.has_right = s.has_right ? 1 : 0;
  whole.pay = rounded(s.pay);
  whole.own_pension = rounded(s.own_pension);
  whole.employer_pension = rounded(s.employer_pension);
  whole.paid_hours = s.paid_hours ? in_ten_thousandths(*s.paid_hours) : FLEKS_NOT_KNOWN;
  whole.wage = rounded(s.wage);
  whole.other_wage = rounded(s.other_wage);
  whole.daily_benefit = rounded(s.daily_benefit);
  whole.base = rounded(s.base);
  whole.threshold = rounded(s.threshold);
  whole.taper = rounded(s.taper);
  whole.before_ceiling = rounded(s.before_ceiling);
  whole.normal_wage_ceiling = s.has_ceiling ? rounded(s.normal_wage_ceiling) : FLEKS_NO_CEILING;
  whole.ceiling_cut = rounded(s.ceiling_cut);
  whole.holiday_cut = rounded(s.holiday_cut);
  whole.fleksloentilskud = s.fleksloentilskud.in_oere();
  whole.own_atp = s.own_atp.in_oere();
  whole.payout = s.payout.in_oere();
  whole.public_atp = known_or_not(s.public_atp);
  whole.obligatory_pension = s.obligatory_pension.in_oere();
  whole.total = rounded(s.total);
  return whole;
}

// A month on ledighedsydelse

fleks::LedighedsydelseFacts facts_of(const fleks_ledighedsydelse_facts* given_facts) {
  const fleks_ledighedsydelse_facts c = given(given_facts, "facts");
  fleks::LedighedsydelseFacts f;
  f.month = month_of(c.month, "month");
  f.benefit_class = benefit_class_of(c.benefit_class);
  f.provider = yes(c.provider, "provider");
  f.am_income = Money::oere(c.am_income);
  f.own_pension = Money::oere(c.own_pension);
  f.employer_pension = Money::oere(c.employer_pension);
  f.replacing_income = Money::oere(c.replacing_income);
  f.paid_out_holiday_allowance = Money::oere(c.paid_out_holiday_allowance);
  f.self_employed_hours = fleks::Hours::of_ten_thousandths(c.self_employed_hours);
  const bool entitled_known = yes(c.entitled_weekdays_known, "entitled_weekdays_known");
  only_with(c.entitled_weekdays, entitled_known, "entitled_weekdays", {"entitled_weekdays_known"});
  if (entitled_known) f.entitled_weekdays = fleks::Days::of_ten_thousandths(c.entitled_weekdays);
  f.sanction_days = fleks::Days::of_ten_thousandths(c.sanction_days);
  f.untaken_holiday_days = fleks::Days::of_ten_thousandths(c.untaken_holiday_days);
  f.holiday_days = fleks::Days::of_ten_thousandths(c.holiday_days);
  only_with(c.holiday_pay_per_day, c.holiday_days != 0, "holiday_pay_per_day", {"holiday_days"});
  f.holiday_pay_per_day = Money::oere(c.holiday_pay_per_day);
  return f;
}
auto computed(const fleks::LedighedsydelseFacts& f, const fleks::RateTable& rates, const fleks::Options&) {
  return fleks::ledighedsydelse(f, rates);
}
fleks_ledighedsydelse_statement plain(const fleks::LedighedsydelseFacts&, const fleks::LedighedsydelseStatement& s) {
  fleks_ledighedsydelse_statement whole{};
  whole.month = number_of(s.month);
  whole.benefit_class = static_cast<std::int32_t>(s.benefit_class);
  whole.base = rounded(s.base);
  whole.daily_amount = rounded(s.daily_amount);
  whole.payable_weekdays = in_ten_thousandths(s.payable_weekdays);
  whole.part_base = rounded(s.part_base);
  whole.income = rounded(s.income);
  whole.offset = rounded(s.offset);
  whole.holiday_reduction = rounded(s.holiday_reduction);
  whole.holiday_top_up = rounded(s.holiday_top_up);
  whole.ledighedsydelse = s.ledighedsydelse.in_oere();
  whole.own_atp = s.own_atp.in_oere();
  whole.payout = s.payout.in_oere();
  whole.public_atp = s.public_atp.in_oere();
  whole.obligatory_pension = s.obligatory_pension.in_oere();
  return whole;
}

// A ceiling

fleks::CeilingFacts facts_of(const fleks_ceiling_facts* given_facts) {
  const fleks_ceiling_facts c = given(given_facts, "facts");
  return {.ceiling = ceiling_of(c.ceiling), .date = date_of(c.date, "date")};
}
fleks::Result<fleks::CeilingStatement> computed(const fleks::CeilingFacts& f, const fleks::RateTable& rates, const fleks::Options&) {
  auto ceiling = fleks::normal_wage_ceiling(f.ceiling, rates.on(f.date));
  if (!ceiling) return std::move(ceiling).error();
  return fleks::CeilingStatement{*ceiling};
}
fleks_ceiling_statement plain(const fleks::CeilingFacts&, const fleks::CeilingStatement& s) {
  fleks_ceiling_statement whole{};
  whole.normal_wage_ceiling = rounded(s.normal_wage_ceiling);
  return whole;
}

// Holiday

fleks::HolidayFacts facts_of(const fleks_holiday_facts* given_facts) {
  const fleks_holiday_facts c = given(given_facts, "facts");
  if (c.kind == FLEKS_HOLIDAY_NOT_GIVEN) refuse({.code = ErrorCode::missing_fact, .field = "kind", .allowed = fleks::OneOf{{"1", "2"}}});
  const bool pay = choice<std::int32_t>(c.kind, {FLEKS_HOLIDAY_PAY, FLEKS_HOLIDAY_ALLOWANCE}, "kind") == FLEKS_HOLIDAY_PAY;
  return {.from = date_of(c.from, "from"),
          .to = date_of(c.to, "to"),
          .monthly_pay = Money::oere(c.monthly_pay),
          .kind = pay ? fleks::HolidayKind::pay : fleks::HolidayKind::allowance,
          .employer_pension = Money::oere(c.employer_pension)};
}
auto computed(const fleks::HolidayFacts& f, const fleks::RateTable& rates, const fleks::Options&) { return fleks::holiday(f, rates); }
fleks_holiday_statement plain(const fleks::HolidayFacts& f, const fleks::HolidayStatement& s) {
  const bool pay = f.kind == fleks::HolidayKind::pay;
  fleks_holiday_statement whole{};
  whole.days_earned = in_ten_thousandths(s.days_earned);
  whole.qualifying_pay = rounded(s.qualifying_pay);
  whole.holiday_allowance = pay ? FLEKS_NOT_KNOWN : rounded(s.holiday_allowance);
  whole.holiday_supplement = pay ? rounded(s.holiday_supplement) : FLEKS_NOT_KNOWN;
  whole.per_day = s.per_day ? rounded(*s.per_day) : FLEKS_NOT_KNOWN;
  whole.great_prayer_day_supplement = rounded(s.great_prayer_day_supplement);
  return whole;
}

// The self-employed

fleks::SelfEmployedFacts facts_of(const fleks_self_employed_facts* given_facts) {
  const fleks_self_employed_facts c = given(given_facts, "facts");
  return {.year = year_of(c.year, "year"), .income = Money::oere(c.income)};
}
auto computed(const fleks::SelfEmployedFacts& f, const fleks::RateTable& rates, const fleks::Options&) {
  return fleks::self_employed_grant(f.year, f.income, rates);
}
fleks_self_employed_statement plain(const fleks::SelfEmployedFacts&, const fleks::SelfEmployedGrant& s) {
  fleks_self_employed_statement whole{};
  whole.maximum = rounded(s.maximum);
  whole.reduction = rounded(s.reduction);
  whole.grant = s.grant.in_oere();
  return whole;
}

// A year's tax: where it is paid is looked up in the rates, so the facts are made with them.

struct TaxAsked {
  fleks::YearsIncome income;
  fleks::LocalTaxFacts where;
};
TaxAsked facts_of(const fleks_tax_facts* given_facts) {
  const fleks_tax_facts c = given(given_facts, "facts");
  fleks::YearsIncome income;
  income.year = static_cast<int>(year_of(c.year, "year"));
  income.pay = Money::oere(c.pay);
  income.own_pension = Money::oere(c.own_pension);
  income.own_atp = Money::oere(c.own_atp);
  income.employer_pension = Money::oere(c.employer_pension);
  income.employer_atp = Money::oere(c.employer_atp);
  income.without_am = Money::oere(c.without_am);
  income.single_parent = yes(c.single_parent, "single_parent");
  return {.income = income, .where = local_tax_of(c.municipality, c.municipal_tax, c.church_tax, c.church)};
}
fleks::YearsIncome where_paid(TaxAsked asked, const fleks::RateTable& rates) {
  const auto tax = or_refuse(fleks::local_tax(asked.where, rates.on(std::chrono::year{asked.income.year} / std::chrono::January)));
  asked.income.municipal = tax.municipal;
  asked.income.church = tax.church;
  return asked.income;
}
auto computed(const TaxAsked& f, const fleks::RateTable& rates, const fleks::Options&) {
  return fleks::income_tax(where_paid(f, rates), rates);
}
auto explained(const TaxAsked& f, const fleks::RateTable& rates, const fleks::Options& o) {
  return fleks::explained(where_paid(f, rates), rates, o);
}
fleks_tax_statement plain(const TaxAsked&, const fleks::TaxStatement& s) {
  fleks_tax_statement whole{};
  whole.am_contribution = rounded(s.am_contribution);
  whole.personal_income = rounded(s.personal_income);
  whole.employment_deduction = rounded(s.employment_deduction);
  whole.single_parent_deduction = rounded(s.single_parent_deduction);
  whole.job_deduction = rounded(s.job_deduction);
  whole.bottom = rounded(s.bottom);
  whole.municipal = rounded(s.municipal);
  whole.church = rounded(s.church);
  whole.middle = rounded(s.middle);
  whole.top = rounded(s.top);
  whole.toptop = rounded(s.toptop);
  whole.allowance_value = rounded(s.allowance_value);
  whole.am_and_tax = s.am_and_tax.in_oere();
  whole.tax = rounded(s.tax);
  return whole;
}

// An audit

fleks::PaidMonth facts_of(const fleks_audit_facts* given_facts) {
  const fleks_audit_facts c = given(given_facts, "facts");
  not_null(c.month, "month");
  fleks::PaidMonth f{.month = facts_of(c.month), .paid = Money::oere(c.paid)};
  const bool same = yes(c.pay_of_same_month_known, "pay_of_same_month_known");
  only_with(c.pay_of_same_month, same, "pay_of_same_month", {"pay_of_same_month_known"});
  if (same) f.more.pay_of_same_month = Money::oere(c.pay_of_same_month);
  const bool before = yes(c.pay_of_two_months_before_known, "pay_of_two_months_before_known");
  only_with(c.pay_of_two_months_before, before, "pay_of_two_months_before", {"pay_of_two_months_before_known"});
  if (before) f.more.pay_of_two_months_before = Money::oere(c.pay_of_two_months_before);
  f.more.holiday_allowance = Money::oere(c.holiday_allowance);
  f.more.ceiling_supplements = Money::oere(c.ceiling_supplements);
  f.more.ceiling_bonus = Money::oere(c.ceiling_bonus);
  f.more.ceiling_pension = percent_of(c.ceiling_pension, "ceiling_pension");
  if (c.ceiling_holiday_supplement != 0) f.month.ceiling.holiday_supplement = Money::oere(c.ceiling_holiday_supplement);
  return f;
}
auto computed(const fleks::PaidMonth& f, const fleks::RateTable& rates, const fleks::Options& o) {
  return fleks::audit(f.month, f.paid, rates, o, f.more);
}
fleks_audit_statement plain(const fleks::PaidMonth&, const fleks::Audit& s) {
  fleks_audit_statement whole{};
  whole.month = number_of(s.month);
  whole.right = s.right ? 1 : 0;
  whole.due = s.due.in_oere();
  whole.paid = s.paid.in_oere();
  whole.difference = s.difference.in_oere();
  whole.explanations = static_cast<std::int32_t>(s.explanations.size());
  whole.wage_that_fits = known_or_not(s.wage_that_fits);
  whole.ceiling_that_fits = known_or_not(s.ceiling_that_fits);
  if (s.explanations.empty()) return whole;
  const fleks::AuditExplanation& best = s.explanations.front();
  whole.exact = best.exact() ? 1 : 0;
  put(whole.best, to_text(best.which[0]));
  if (best.count > 1) put(whole.best_with, to_text(best.which[1]));
  return whole;
}

// The shape

/// The facts, and what the options say of them.
template <class Facts>
auto facts_with(const Facts* facts, const fleks_options* options) {
  auto f = facts_of(facts);
  if constexpr (std::is_same_v<decltype(f), fleks::MonthFacts>)
    begin_job(f, facts, options);
  else if constexpr (std::is_same_v<decltype(f), fleks::PaidMonth>)
    begin_job(f.month, facts->month, options);
  return f;
}

template <class Facts, class Statement>
std::int32_t amounts(const fleks_rates* rates, const Facts* facts, const fleks_options* options, Statement* statement,
                     fleks_error* error) noexcept {
  return guarded(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    const auto f = facts_with(facts, options);
    const Results results(statement, "statement");
    results.are(plain(f, or_refuse(computed(f, table, options_of(options, rates)))));
  });
}

template <class Facts>
fleks_text* in_words(const fleks_rates* rates, const Facts* facts, const fleks_options* options, std::int32_t form, std::int32_t language,
                     fleks_error* error) noexcept {
  return made(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    const auto told = or_refuse(explained(facts_with(facts, options), table, options_of(options, rates)));
    const bool json = choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_JSON}, "form") == FLEKS_JSON;
    return json ? to_json(told, language_of(language)) : breakdown(told, language_of(language));
  });
}

}  // namespace
}  // namespace c_interface

extern "C" {

std::int32_t fleks_month(const fleks_rates* rates, const fleks_month_facts* facts, const fleks_options* options,
                         fleks_month_statement* statement, fleks_error* error) {
  return c_interface::amounts(rates, facts, options, statement, error);
}
fleks_text* fleks_month_in_words(const fleks_rates* rates, const fleks_month_facts* facts, const fleks_options* options, std::int32_t form,
                                 std::int32_t language, fleks_error* error) {
  return c_interface::in_words(rates, facts, options, form, language, error);
}

std::int32_t fleks_ledighedsydelse(const fleks_rates* rates, const fleks_ledighedsydelse_facts* facts, const fleks_options* options,
                                   fleks_ledighedsydelse_statement* statement, fleks_error* error) {
  return c_interface::amounts(rates, facts, options, statement, error);
}
fleks_text* fleks_ledighedsydelse_in_words(const fleks_rates* rates, const fleks_ledighedsydelse_facts* facts, const fleks_options* options,
                                           std::int32_t form, std::int32_t language, fleks_error* error) {
  return c_interface::in_words(rates, facts, options, form, language, error);
}

std::int32_t fleks_ceiling_from_parts(const fleks_rates* rates, const fleks_ceiling_facts* facts, const fleks_options* options,
                                      fleks_ceiling_statement* statement, fleks_error* error) {
  return c_interface::amounts(rates, facts, options, statement, error);
}
fleks_text* fleks_ceiling_from_parts_in_words(const fleks_rates* rates, const fleks_ceiling_facts* facts, const fleks_options* options,
                                              std::int32_t form, std::int32_t language, fleks_error* error) {
  return c_interface::in_words(rates, facts, options, form, language, error);
}

std::int32_t fleks_holiday(const fleks_rates* rates, const fleks_holiday_facts* facts, const fleks_options* options,
                           fleks_holiday_statement* statement, fleks_error* error) {
  return c_interface::amounts(rates, facts, options, statement, error);
}
fleks_text* fleks_holiday_in_words(const fleks_rates* rates, const fleks_holiday_facts* facts, const fleks_options* options,
                                   std::int32_t form, std::int32_t language, fleks_error* error) {
  return c_interface::in_words(rates, facts, options, form, language, error);
}

std::int32_t fleks_self_employed(const fleks_rates* rates, const fleks_self_employed_facts* facts, const fleks_options* options,
                                 fleks_self_employed_statement* statement, fleks_error* error) {
  return c_interface::amounts(rates, facts, options, statement, error);
}
fleks_text* fleks_self_employed_in_words(const fleks_rates* rates, const fleks_self_employed_facts* facts, const fleks_options* options,
                                         std::int32_t form, std::int32_t language, fleks_error* error) {
  return c_interface::in_words(rates, facts, options, form, language, error);
}

std::int32_t fleks_tax(const fleks_rates* rates, const fleks_tax_facts* facts, const fleks_options* options, fleks_tax_statement* statement,
                       fleks_error* error) {
  return c_interface::amounts(rates, facts, options, statement, error);
}
fleks_text* fleks_tax_in_words(const fleks_rates* rates, const fleks_tax_facts* facts, const fleks_options* options, std::int32_t form,
                               std::int32_t language, fleks_error* error) {
  return c_interface::in_words(rates, facts, options, form, language, error);
}

std::int32_t fleks_audit(const fleks_rates* rates, const fleks_audit_facts* facts, const fleks_options* options,
                         fleks_audit_statement* statement, fleks_error* error) {
  return c_interface::amounts(rates, facts, options, statement, error);
}
fleks_text* fleks_audit_in_words(const fleks_rates* rates, const fleks_audit_facts* facts, const fleks_options* options, std::int32_t form,
                                 std::int32_t language, fleks_error* error) {
  return c_interface::in_words(rates, facts, options, form, language, error);
}

}  // extern "C"
