#include <doctest/doctest.h>

#include <cstring>
#include <functional>
#include <random>
#include <string>

#include <fleks/fleks.hpp>

#include "c_interface/handles.hpp"

// Each benefit through the C interface is what the C++ library makes of the same facts: every member, both texts in both languages, and
// the same error where there is one.

namespace {

using namespace c_interface;
using fleks::Exact;
using fleks::Money;

std::int64_t oere(const Exact& amount) { return amount.rounded(fleks::Rounding::half_up).value(); }
std::int64_t parts(const Exact& count) { return (count * Exact::whole(10'000)).rounded(fleks::Rounding::half_up).value(); }

/// Numbers for facts: mostly sensible, now and then not.
class Dice {
 public:
  std::int64_t upto(std::int64_t most) { return static_cast<std::int64_t>(numbers_() % static_cast<std::uint64_t>(most + 1)); }
  bool one_in(std::int64_t n) { return upto(n - 1) == 0; }
  std::int64_t money(std::int64_t kroner) { return one_in(40) ? -1 : one_in(3) ? 0 : upto(kroner * 100); }

 private:
  std::mt19937_64 numbers_{20'261'126};
};

/// How often there was an amount, and how often an error.
struct Outcome {
  int amounts = 0, errors = 0;
};

/// Holds one call of either kind against the library's own answer. `compare` looks at every member.
template <class Facts, class Statement, class Explained>
void same(Outcome& outcome, const Facts& facts, const fleks::Result<Explained>& expected,
          std::int32_t (*amounts)(const fleks_rates*, const Facts*, const fleks_options*, Statement*, fleks_error*),
          fleks_text* (*in_words)(const fleks_rates*, const Facts*, const fleks_options*, std::int32_t, std::int32_t, fleks_error*),
          const fleks_rates* rates, const std::function<void(const Statement&, const Explained&)>& compare) {
  auto error = english();
  auto statement = sized<Statement>();
  const std::int32_t code = amounts(rates, &facts, nullptr, &statement, &error);
  REQUIRE(code == error.code);
  if (!expected) {
    REQUIRE(code == static_cast<int>(expected.error().code));
    REQUIRE(owned(in_words(rates, &facts, nullptr, FLEKS_JSON, FLEKS_DANISH, &error)) == nullptr);
    REQUIRE(error.code == code);
    ++outcome.errors;
    return;
  }
  REQUIRE(code == FLEKS_OK);
  ++outcome.amounts;
  compare(statement, *expected);
  for (const auto language : {FLEKS_DANISH, FLEKS_ENGLISH}) {
    const auto said_in = language == FLEKS_DANISH ? fleks::Language::danish : fleks::Language::english;
    REQUIRE(view(owned(in_words(rates, &facts, nullptr, FLEKS_TEXT, language, &error))) == breakdown(*expected, said_in));
    REQUIRE(view(owned(in_words(rates, &facts, nullptr, FLEKS_JSON, language, &error))) == to_json(*expected, said_in));
  }
}

fleks::Month month_of(int number) { return std::chrono::year{number / 100} / std::chrono::month{static_cast<unsigned>(number % 100)}; }
fleks::Date date_of(int number) { return month_of(number / 100) / std::chrono::day{static_cast<unsigned>(number % 100)}; }

}  // namespace

TEST_CASE("C interface: ledighedsydelse is the library's, on random facts") {
  const Rates rates = embedded();
  const auto table = fleks::RateTable::embedded();
  Dice dice;
  Outcome outcome;
  for (int i = 0; i < 400; ++i) {
    auto c = sized<fleks_ledighedsydelse_facts>();
    c.month = static_cast<int>(201'300 + 100 * dice.upto(14) + 1 + dice.upto(11));
    c.benefit_class = static_cast<int>(dice.upto(2));
    c.provider = static_cast<int>(dice.upto(1));
    c.am_income = dice.money(30'000);
    c.own_pension = dice.money(2'000);
    c.employer_pension = dice.money(4'000);
    c.replacing_income = dice.money(4'000);
    c.paid_out_holiday_allowance = dice.money(3'000);
    c.self_employed_hours = dice.one_in(3) ? dice.upto(1'000'000) : 0;
    c.entitled_weekdays_known = static_cast<int>(dice.upto(1));
    c.entitled_weekdays = c.entitled_weekdays_known == 1 ? dice.upto(200'000) : 0;
    c.sanction_days = dice.one_in(4) ? dice.upto(50'000) : 0;
    c.untaken_holiday_days = dice.one_in(4) ? dice.upto(30'000) : 0;
    c.holiday_days = dice.one_in(4) ? 10'000 + dice.upto(30'000) : 0;
    c.holiday_pay_per_day = c.holiday_days != 0 ? dice.money(900) : 0;
    fleks::LedighedsydelseFacts f{.month = month_of(c.month),
                                  .benefit_class = static_cast<fleks::BenefitClass>(c.benefit_class),
                                  .provider = c.provider == 1,
                                  .am_income = Money::oere(c.am_income),
                                  .own_pension = Money::oere(c.own_pension),
                                  .employer_pension = Money::oere(c.employer_pension),
                                  .replacing_income = Money::oere(c.replacing_income),
                                  .paid_out_holiday_allowance = Money::oere(c.paid_out_holiday_allowance),
                                  .self_employed_hours = fleks::Hours::of_ten_thousandths(c.self_employed_hours)};
    if (c.entitled_weekdays_known == 1) f.entitled_weekdays = fleks::Days::of_ten_thousandths(c.entitled_weekdays);
    f.sanction_days = fleks::Days::of_ten_thousandths(c.sanction_days);
    f.untaken_holiday_days = fleks::Days::of_ten_thousandths(c.untaken_holiday_days);
    f.holiday_days = fleks::Days::of_ten_thousandths(c.holiday_days);
    f.holiday_pay_per_day = Money::oere(c.holiday_pay_per_day);
    using Statement = fleks_ledighedsydelse_statement;
    using Explained = fleks::Explained<fleks::LedighedsydelseStatement>;
    same<fleks_ledighedsydelse_facts, Statement, Explained>(
        outcome, c, fleks::explained(f, table), fleks_ledighedsydelse, fleks_ledighedsydelse_in_words, rates.get(),
        [&](const Statement& got, const Explained& e) {
          const auto& s = e.statement;
          const Statement wanted{sizeof wanted,          c.month,
                                 c.benefit_class,        oere(s.base),
                                 oere(s.daily_amount),   parts(s.payable_weekdays),
                                 oere(s.part_base),      oere(s.income),
                                 oere(s.offset),         oere(s.holiday_reduction),
                                 oere(s.holiday_top_up), s.ledighedsydelse.in_oere(),
                                 s.own_atp.in_oere(),    s.payout.in_oere(),
                                 s.public_atp.in_oere(), s.obligatory_pension.in_oere()};
          REQUIRE(std::memcmp(&got, &wanted, sizeof wanted) == 0);
        });
  }
  CHECK(outcome.amounts > 100);
  CHECK(outcome.errors > 20);
}

TEST_CASE("C interface: ceilings, holiday and the self-employed are the library's, on random facts") {
  const Rates rates = embedded();
  const auto table = fleks::RateTable::embedded();
  Dice dice;
  Outcome ceilings, holidays, grants;
  for (int i = 0; i < 300; ++i) {
    auto c = sized<fleks_ceiling_facts>();
    c.date = static_cast<int>(20'130'101 + 10'000 * dice.upto(13));
    c.ceiling = {FLEKS_CEILING_FROM_HOURLY + static_cast<int>(dice.upto(1)),
                 FLEKS_COMPUTED,
                 dice.money(300),
                 dice.money(2'000),
                 dice.money(500),
                 dice.upto(200'000),
                 dice.money(1'000)};
    const fleks::CeilingFacts f{.ceiling = {.form = c.ceiling.form == FLEKS_CEILING_FROM_HOURLY ? fleks::Ceiling::Form::from_hourly
                                                                                                : fleks::Ceiling::Form::from_monthly,
                                            .stated_by = fleks::Ceiling::StatedBy::computed,
                                            .amount = Money::oere(c.ceiling.amount),
                                            .supplements = Money::oere(c.ceiling.supplements),
                                            .fixed_bonus = Money::oere(c.ceiling.fixed_bonus),
                                            .employer_pension = fleks::Percent::of_ten_thousandths(c.ceiling.employer_pension),
                                            .holiday_supplement = Money::oere(c.ceiling.holiday_supplement)},
                                .date = date_of(c.date)};
    using Ceiling = fleks::Explained<fleks::CeilingStatement>;
    same<fleks_ceiling_facts, fleks_ceiling_statement, Ceiling>(ceilings, c, fleks::explained(f, table), fleks_ceiling_from_parts,
                                                                fleks_ceiling_from_parts_in_words, rates.get(),
                                                                [](const fleks_ceiling_statement& got, const Ceiling& e) {
                                                                  REQUIRE(got.normal_wage_ceiling == oere(e.statement.normal_wage_ceiling));
                                                                });

    auto h = sized<fleks_holiday_facts>();
    h.from = static_cast<int>(20'130'101 + 10'000 * dice.upto(12) + 100 * dice.upto(11) + dice.upto(27));
    h.to = dice.one_in(10) ? h.from - 10'000 : h.from + static_cast<int>(dice.upto(1)) * 10'000;
    h.kind = FLEKS_HOLIDAY_PAY + static_cast<int>(dice.upto(1));
    h.monthly_pay = dice.money(20'000);
    h.employer_pension = dice.money(2'000);
    const fleks::HolidayFacts hf{.from = date_of(h.from),
                                 .to = date_of(h.to),
                                 .monthly_pay = Money::oere(h.monthly_pay),
                                 .kind = h.kind == FLEKS_HOLIDAY_PAY ? fleks::HolidayKind::pay : fleks::HolidayKind::allowance,
                                 .employer_pension = Money::oere(h.employer_pension)};
    using Holiday = fleks::Explained<fleks::HolidayStatement>;
    same<fleks_holiday_facts, fleks_holiday_statement, Holiday>(
        holidays, h, fleks::explained(hf, table), fleks_holiday, fleks_holiday_in_words, rates.get(),
        [&](const fleks_holiday_statement& got, const Holiday& e) {
          const auto& s = e.statement;
          const bool pay = h.kind == FLEKS_HOLIDAY_PAY;
          REQUIRE(got.days_earned == parts(s.days_earned));
          REQUIRE(got.qualifying_pay == oere(s.qualifying_pay));
          REQUIRE(got.holiday_allowance == (pay ? FLEKS_NOT_KNOWN : oere(s.holiday_allowance)));
          REQUIRE(got.holiday_supplement == (pay ? oere(s.holiday_supplement) : FLEKS_NOT_KNOWN));
          REQUIRE(got.per_day == (s.per_day ? oere(*s.per_day) : FLEKS_NOT_KNOWN));
          REQUIRE(got.great_prayer_day_supplement == oere(s.great_prayer_day_supplement));
        });

    auto y = sized<fleks_self_employed_facts>();
    y.year = static_cast<int>(2012 + dice.upto(15));
    y.income = dice.money(400'000);
    using Grant = fleks::Explained<fleks::SelfEmployedGrant>;
    same<fleks_self_employed_facts, fleks_self_employed_statement, Grant>(
        grants, y, fleks::explained(fleks::SelfEmployedFacts{std::chrono::year{y.year}, Money::oere(y.income)}, table), fleks_self_employed,
        fleks_self_employed_in_words, rates.get(), [](const fleks_self_employed_statement& got, const Grant& e) {
          REQUIRE(got.maximum == oere(e.statement.maximum));
          REQUIRE(got.reduction == oere(e.statement.reduction));
          REQUIRE(got.grant == e.statement.grant.in_oere());
        });
  }
  for (const Outcome& outcome : {ceilings, holidays, grants}) {
    CHECK(outcome.amounts > 100);
    CHECK(outcome.errors > 10);
  }
}

TEST_CASE("C interface: a year's tax and an audit are the library's, on random facts") {
  const Rates rates = embedded();
  const auto table = fleks::RateTable::embedded();
  Dice dice;
  Outcome taxes, audits;
  for (int i = 0; i < 200; ++i) {
    auto c = sized<fleks_tax_facts>();
    c.year = static_cast<int>(2020 + dice.upto(7));
    c.municipal_tax = 220'000 + dice.upto(50'000);
    c.church_tax = dice.upto(10'000);
    c.single_parent = static_cast<int>(dice.upto(1));
    c.pay = dice.money(900'000);
    c.own_pension = dice.money(20'000);
    c.own_atp = dice.money(1'200);
    c.employer_pension = dice.money(40'000);
    c.employer_atp = dice.money(2'400);
    c.without_am = dice.money(200'000);
    const fleks::YearsIncome income{.year = c.year,
                                    .pay = Money::oere(c.pay),
                                    .own_pension = Money::oere(c.own_pension),
                                    .own_atp = Money::oere(c.own_atp),
                                    .employer_pension = Money::oere(c.employer_pension),
                                    .employer_atp = Money::oere(c.employer_atp),
                                    .without_am = Money::oere(c.without_am),
                                    .municipal = fleks::Percent::of_ten_thousandths(c.municipal_tax),
                                    .church = fleks::Percent::of_ten_thousandths(c.church_tax),
                                    .single_parent = c.single_parent == 1};
    using Tax = fleks::Explained<fleks::TaxStatement>;
    same<fleks_tax_facts, fleks_tax_statement, Tax>(taxes, c, fleks::explained(income, table), fleks_tax, fleks_tax_in_words, rates.get(),
                                                    [](const fleks_tax_statement& got, const Tax& e) {
                                                      const auto& s = e.statement;
                                                      const fleks_tax_statement wanted{sizeof wanted,
                                                                                       oere(s.am_contribution),
                                                                                       oere(s.personal_income),
                                                                                       oere(s.employment_deduction),
                                                                                       oere(s.single_parent_deduction),
                                                                                       oere(s.job_deduction),
                                                                                       oere(s.bottom),
                                                                                       oere(s.municipal),
                                                                                       oere(s.church),
                                                                                       oere(s.middle),
                                                                                       oere(s.top),
                                                                                       oere(s.toptop),
                                                                                       oere(s.allowance_value),
                                                                                       s.am_and_tax.in_oere(),
                                                                                       oere(s.tax)};
                                                      REQUIRE(std::memcmp(&got, &wanted, sizeof wanted) == 0);
                                                    });

    if (i % 4 != 0) continue;
    auto month = sized<fleks_month_facts>();
    month.month = static_cast<int>(202'001 + 100 * dice.upto(4));
    month.pay_form = FLEKS_PAY_AM_INCOME;
    month.pay = dice.money(20'000);
    month.employer_pension = dice.one_in(2) ? 120'000 : 0;
    auto a = sized<fleks_audit_facts>();
    a.month = &month;
    a.paid = dice.money(20'000);
    a.pay_of_same_month_known = static_cast<int>(dice.upto(1));
    a.pay_of_same_month = a.pay_of_same_month_known == 1 ? 1'234'500 : 0;
    fleks::PaidMonth facts{.month = {.month = month_of(month.month), .pay = fleks::Pay::am_income(Money::oere(month.pay))},
                           .paid = Money::oere(a.paid)};
    facts.month.employer_pension = fleks::Contribution::of(Money::oere(month.employer_pension));
    if (a.pay_of_same_month_known == 1) facts.more.pay_of_same_month = Money::oere(a.pay_of_same_month);
    using Audit = fleks::Explained<fleks::Audit>;
    same<fleks_audit_facts, fleks_audit_statement, Audit>(
        audits, a, fleks::explained(facts, table), fleks_audit, fleks_audit_in_words, rates.get(),
        [](const fleks_audit_statement& got, const Audit& e) {
          const auto& s = e.statement;
          REQUIRE(got.right == (s.right ? 1 : 0));
          REQUIRE(got.due == s.due.in_oere());
          REQUIRE(got.paid == s.paid.in_oere());
          REQUIRE(got.difference == s.difference.in_oere());
          REQUIRE(got.explanations == static_cast<int>(s.explanations.size()));
          REQUIRE(got.wage_that_fits == (s.wage_that_fits ? s.wage_that_fits->in_oere() : FLEKS_NOT_KNOWN));
          REQUIRE(got.ceiling_that_fits == (s.ceiling_that_fits ? s.ceiling_that_fits->in_oere() : FLEKS_NOT_KNOWN));
          const bool any = !s.explanations.empty();
          REQUIRE(std::string_view(got.best) == (any ? to_text(s.explanations[0].which[0]) : ""));
          REQUIRE(std::string_view(got.best_with) == (any && s.explanations[0].count > 1 ? to_text(s.explanations[0].which[1]) : ""));
          REQUIRE(got.exact == (any && s.explanations[0].exact() ? 1 : 0));
        });
  }
  CHECK(taxes.amounts > 60);
  CHECK(taxes.errors > 20);
  CHECK(audits.amounts > 30);
}

TEST_CASE("C interface: what cannot be of a benefit's facts names the member") {
  const Rates rates = embedded();
  const fleks_rates* r = rates.get();
  auto error = english();
  const auto said = [&] { return std::to_string(error.code) + " " + error.field; };

  const auto benefit = [&](auto change) {
    auto facts = sized<fleks_ledighedsydelse_facts>();
    facts.month = 202205;
    change(facts);
    auto statement = sized<fleks_ledighedsydelse_statement>();
    fleks_ledighedsydelse(r, &facts, nullptr, &statement, &error);
    return said();
  };
  using Benefit = fleks_ledighedsydelse_facts;
  CHECK(benefit([](Benefit&) {}) == "0 ");
  CHECK(benefit([](Benefit& f) { f.month = 202213; }) == "8 month");
  CHECK(benefit([](Benefit& f) { f.benefit_class = 3; }) == "9 benefit_class");
  CHECK(benefit([](Benefit& f) { f.provider = 2; }) == "9 provider");
  CHECK(benefit([](Benefit& f) { f.entitled_weekdays = 10'000; }) == "11 entitled_weekdays");
  CHECK(benefit([](Benefit& f) { f.entitled_weekdays_known = -1; }) == "9 entitled_weekdays_known");
  CHECK(benefit([](Benefit& f) { f.holiday_pay_per_day = 1; }) == "11 holiday_pay_per_day");
  CHECK(benefit([](Benefit& f) { f.am_income = -1; }) == "5 am_income");

  const auto holiday = [&](int from, int to, int kind) {
    auto facts = sized<fleks_holiday_facts>();
    facts.from = from;
    facts.to = to;
    facts.kind = kind;
    auto statement = sized<fleks_holiday_statement>();
    fleks_holiday(r, &facts, nullptr, &statement, &error);
    return said();
  };
  CHECK(holiday(20240101, 20240131, FLEKS_HOLIDAY_NOT_GIVEN) == "10 kind");
  CHECK(holiday(20240101, 20240131, 3) == "9 kind");
  CHECK(holiday(20240230, 20240131, 1) == "8 from");
  CHECK(holiday(20240101, 0, 1) == "8 to");

  auto ceiling = sized<fleks_ceiling_facts>();
  auto worked_out = sized<fleks_ceiling_statement>();
  CHECK(fleks_ceiling_from_parts(r, &ceiling, nullptr, &worked_out, &error) == FLEKS_ERROR_NO_SUCH_DATE);
  ceiling.date = 20240101;
  CHECK(fleks_ceiling_from_parts(r, &ceiling, nullptr, &worked_out, &error) == FLEKS_ERROR_MISSING_FACT);

  auto tax = sized<fleks_tax_facts>();
  auto taxed = sized<fleks_tax_statement>();
  CHECK(fleks_tax(r, &tax, nullptr, &taxed, &error) == FLEKS_ERROR_NO_SUCH_DATE);
  CHECK(said() == "8 year");
  tax.year = 2025;
  tax.municipality = "Atlantis";
  CHECK(fleks_tax(r, &tax, nullptr, &taxed, &error) == FLEKS_ERROR_UNKNOWN_MUNICIPALITY);
  tax.municipality = "København";
  CHECK(fleks_tax(r, &tax, nullptr, &taxed, &error) == FLEKS_OK);

  auto audit = sized<fleks_audit_facts>();
  auto found = sized<fleks_audit_statement>();
  CHECK(fleks_audit(r, &audit, nullptr, &found, &error) == FLEKS_BAD_CALL);
  CHECK(said() == "-1 month");
  auto month = sized<fleks_month_facts>();
  audit.month = &month;
  month.month = 202403;
  CHECK(fleks_audit(r, &audit, nullptr, &found, &error) == FLEKS_ERROR_MISSING_FACT);
  CHECK(said() == "10 pay_form");
  month.pay_form = FLEKS_PAY_AM_INCOME;
  audit.pay_of_same_month = 1;
  CHECK(fleks_audit(r, &audit, nullptr, &found, &error) == FLEKS_ERROR_EXCLUSIVE_FACTS);
  CHECK(said() == "11 pay_of_same_month");
  // A month of an older header inside facts of today's.
  audit.pay_of_same_month = 0;
  month.size = 8;
  CHECK(fleks_audit(r, &audit, nullptr, &found, &error) == FLEKS_BAD_CALL);
}
