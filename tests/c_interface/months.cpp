#include <doctest/doctest.h>

#include <fleks/fleks.hpp>
#include <fleks/words/json.hpp>

#include "agreement/agreement.hpp"
#include "agreement/random_month.hpp"
#include "c_interface/handles.hpp"

// A month through the C interface is the month of the C++ library: every amount, the explanation and the error.

namespace {

using namespace fleks;
using namespace c_interface;

constexpr Reader of_a_call{.gives_numbers = true, .rates_danish = "fleks_rates_extended", .rates_english = "fleks_rates_extended"};

int number(Month m) { return static_cast<int>(m.year()) * 100 + static_cast<int>(static_cast<unsigned>(m.month())); }
int number(Date d) { return number(month_of(d)) * 100 + static_cast<int>(static_cast<unsigned>(d.day())); }

fleks_month_facts as_c(const MonthFacts& f) {
  auto c = sized<fleks_month_facts>();
  c.month = number(f.month);
  if (f.wage_month) c.wage_month = number(*f.wage_month);
  c.pay_form = static_cast<int>(f.pay.form) + 1;
  c.pay = f.pay.amount.in_oere();
  if (f.pay.form == Pay::Form::hourly) {
    c.weekly_hours = f.pay.weekly_hours.ten_thousandths();
    c.intensity = f.pay.intensity.ten_thousandths();
  }
  c.paid_hours_known = f.paid_hours ? 1 : 0;
  if (f.paid_hours) c.paid_hours = f.paid_hours->ten_thousandths();
  c.benefits_in_kind = f.benefits_in_kind.in_oere();
  c.own_pension = f.own_pension.amount().in_oere();
  c.own_pension_share = f.own_pension.share().ten_thousandths();
  c.employer_pension = f.employer_pension.amount().in_oere();
  c.employer_pension_share = f.employer_pension.share().ten_thousandths();
  c.holiday_supplement = f.holiday_supplement.in_oere();
  c.other_wage = f.other_wage.in_oere();
  c.care_income = f.care_income.in_oere();
  c.daily_benefit = f.daily_benefit.in_oere();
  c.ledighedsydelse_days = f.ledighedsydelse_days.ten_thousandths();
  if (f.employed) {
    c.employed_from = number(f.employed->first);
    c.employed_to = number(f.employed->last);
  }
  c.ceiling.form = static_cast<int>(f.ceiling.form);
  if (f.ceiling.form != Ceiling::Form::none) {
    c.ceiling.stated_by = static_cast<int>(f.ceiling.stated_by);
    c.ceiling.amount = f.ceiling.amount.in_oere();
    c.ceiling.supplements = f.ceiling.supplements.in_oere();
    c.ceiling.fixed_bonus = f.ceiling.fixed_bonus.in_oere();
    c.ceiling.employer_pension = f.ceiling.employer_pension.ten_thousandths();
    c.ceiling.holiday_supplement = f.ceiling.holiday_supplement.in_oere();
  }
  return c;
}

fleks_options as_c(const Options& o) {
  auto c = sized<fleks_options>();
  c.own_atp = static_cast<int>(o.own_atp);
  c.rates_of = static_cast<int>(o.rates_of);
  // 0 is the law of the month, 1 what 1 meant before there was one.
  c.other_wage_under_ceiling = o.other_wage_under_ceiling == OtherWageUnderCeiling::by_law     ? 0
                               : o.other_wage_under_ceiling == OtherWageUnderCeiling::included ? 1
                                                                                               : 2;
  c.round_to = o.round_to == RoundTo::by_law ? 0 : o.round_to == RoundTo::krone ? 1 : 2;
  return c;
}

std::int64_t shown(const Exact& amount) { return amount.round(Rounding::half_up).value().in_oere(); }

/// All of the statement as the C interface must have it.
fleks_month_statement as_c(const MonthStatement& s) {
  auto c = sized<fleks_month_statement>();
  c.month = number(s.month);
  c.wage_month = number(s.wage_month);
  c.rates_month = number(s.rates_month);
  c.has_right = s.has_right ? 1 : 0;
  c.pay = shown(s.pay);
  c.own_pension = shown(s.own_pension);
  c.employer_pension = shown(s.employer_pension);
  c.paid_hours = s.paid_hours ? (*s.paid_hours * Exact::whole(10'000)).rounded(Rounding::half_up).value() : FLEKS_NOT_KNOWN;
  c.wage = shown(s.wage);
  c.other_wage = shown(s.other_wage);
  c.daily_benefit = shown(s.daily_benefit);
  c.base = shown(s.base);
  c.threshold = shown(s.threshold);
  c.taper = shown(s.taper);
  c.before_ceiling = shown(s.before_ceiling);
  c.normal_wage_ceiling = s.has_ceiling ? shown(s.normal_wage_ceiling) : FLEKS_NO_CEILING;
  c.ceiling_cut = shown(s.ceiling_cut);
  c.holiday_cut = shown(s.holiday_cut);
  c.fleksloentilskud = s.fleksloentilskud.in_oere();
  c.own_atp = s.own_atp.in_oere();
  c.payout = s.payout.in_oere();
  c.public_atp = s.public_atp ? s.public_atp->in_oere() : FLEKS_NOT_KNOWN;
  c.obligatory_pension = s.obligatory_pension.in_oere();
  c.total = shown(s.total);
  return c;
}

}  // namespace

TEST_CASE("C interface: random months of every form and option give the amounts and the errors of the C++ library") {
  const Rates rates = embedded();
  const RateTable table = RateTable::embedded();
  agreement::RandomMonth random(7);
  auto error = english();
  int good = 0, bad = 0, without_ceiling = 0, without_hours = 0;
  for (int i = 0; i < agreement::rounds(100'000); ++i) {
    auto [facts, options] = random.next();
    // What a struct of C has no member for yet.
    options = {.own_atp = options.own_atp,
               .rates_of = options.rates_of,
               .other_wage_under_ceiling = options.other_wage_under_ceiling,
               .round_to = options.round_to};
    facts.job.reset();
    facts.unclaimed_benefit = {};
    facts.ledighedsydelse.reset();
    // In C a share or an intensity of 0 is none given, and a ceiling has parts only in the forms that are made of them.
    if (facts.pay.intensity == Percent{}) facts.pay.intensity = Percent::whole(1);
    for (Contribution* contribution : {&facts.own_pension, &facts.employer_pension})
      if (contribution->share() == Percent{} && contribution->amount() == Money{}) *contribution = {};
    if (facts.ceiling.form == Ceiling::Form::none) facts.ceiling = {};
    if (random.chance(5))
      facts.other_wage = Money::oere(random.below(2) == 0 ? -random.below(1'000'000) - 1 : 10'000'000'001 + random.below(1'000));
    const auto c = as_c(facts);
    const auto chosen = as_c(options);
    auto statement = sized<fleks_month_statement>();
    const int code = fleks_month(rates.get(), &c, &chosen, &statement, &error);
    REQUIRE(code == error.code);
    const auto expected = fleksloentilskud(facts, table, options);
    REQUIRE((code == FLEKS_OK) == expected.has_value());
    if (!expected) {
      ++bad;
      REQUIRE(code == static_cast<int>(expected.error().code));
      REQUIRE(std::string_view(error.text) == message(expected.error(), Language::english, of_a_call));
      REQUIRE(std::string_view(error.value) == expected.error().given);
      continue;
    }
    ++good;
    without_ceiling += static_cast<int>(statement.normal_wage_ceiling == FLEKS_NO_CEILING);
    without_hours += static_cast<int>(statement.public_atp == FLEKS_NOT_KNOWN);
    const auto wanted = as_c(*expected);
    REQUIRE(std::memcmp(&statement, &wanted, sizeof wanted) == 0);
    if (i % 50 != 0) continue;
    const auto month = fleks::explained(facts, table, options).value();
    for (const auto language : {FLEKS_DANISH, FLEKS_ENGLISH}) {
      const auto said_in = language == FLEKS_DANISH ? Language::danish : Language::english;
      REQUIRE(view(owned(fleks_month_in_words(rates.get(), &c, &chosen, FLEKS_JSON, language, &error))) == to_json(month, said_in));
      REQUIRE(view(owned(fleks_month_in_words(rates.get(), &c, &chosen, FLEKS_TEXT, language, &error))) == breakdown(month, said_in));
    }
  }
  MESSAGE(good << " months the same, " << bad << " refused the same");
  CHECK(good > 100);
  CHECK(bad > 20);
  CHECK(without_ceiling > 10);
  CHECK(without_hours > 10);
}

TEST_CASE("C interface: what is not given is not 0") {
  const Rates rates = embedded();
  auto facts = sized<fleks_month_facts>();
  auto statement = sized<fleks_month_statement>();
  auto error = english();
  const auto month = [&] { return fleks_month(rates.get(), &facts, nullptr, &statement, &error); };
  CHECK(month() == FLEKS_ERROR_NO_SUCH_DATE);
  CHECK(std::string_view(error.field) == "month");
  facts.month = 202403;
  CHECK(month() == FLEKS_ERROR_MISSING_FACT);
  CHECK(std::string_view(error.field) == "pay_form");
  facts.pay_form = FLEKS_PAY_AM_INCOME;
  facts.pay = 1'560'000;
  CHECK(month() == FLEKS_OK);
  CHECK(statement.fleksloentilskud == 1'527'200);
  CHECK(statement.public_atp == FLEKS_NOT_KNOWN);
  CHECK(statement.paid_hours == FLEKS_NOT_KNOWN);
  CHECK(statement.normal_wage_ceiling == FLEKS_NO_CEILING);
  facts.paid_hours_known = 1;
  CHECK(month() == FLEKS_OK);
  CHECK(statement.paid_hours == 0);
  CHECK(statement.public_atp >= 0);
  facts.pay_form = FLEKS_PAY_MONTHLY;
  facts.paid_hours_known = 0;
  CHECK(month() == FLEKS_ERROR_MISSING_FACT);
  CHECK(std::string_view(error.text) == "paid_hours: is missing. Allowed: 0 to 744.");
  // A job of a part of the wage month: either day may be left out.
  facts.pay_form = FLEKS_PAY_AM_INCOME;
  facts.employed_from = 20240215;
  CHECK(month() == FLEKS_OK);
  const auto from_the_15th = statement;
  facts.employed_to = 20240229;
  CHECK(month() == FLEKS_OK);
  CHECK(std::memcmp(&statement, &from_the_15th, sizeof statement) == 0);
  facts.employed_from = 0;
  CHECK(month() == FLEKS_OK);
  CHECK(statement.base == 1'995'200);
}

TEST_CASE("C interface: the days of a job, its first month, what was paid for holiday days, and every choice of the law") {
  using namespace fleks;
  const Rates rates = embedded();
  auto error = english();
  const auto march = std::chrono::year{2024} / 3;
  auto facts = sized<fleks_month_facts>();
  facts.month = 202403;
  facts.pay_form = FLEKS_PAY_AM_INCOME;
  facts.pay = 900'000;
  facts.daily_benefit = 30'000;
  facts.care_income = 20'000;
  facts.unclaimed_benefit = 70'000;
  facts.ceiling.form = FLEKS_CEILING_STATED;
  facts.ceiling.amount = 2'000'000;
  auto options = sized<fleks_options>();
  const auto subsidy = [&] {
    auto statement = sized<fleks_month_statement>();
    REQUIRE_MESSAGE(fleks_month(rates.get(), &facts, &options, &statement, &error) == FLEKS_OK, error.text);
    return statement.fleksloentilskud;
  };
  MonthFacts same;
  same.month = march;
  same.pay = Pay::am_income(Money::oere(facts.pay));
  same.daily_benefit = Money::oere(facts.daily_benefit);
  same.care_income = Money::oere(facts.care_income);
  same.unclaimed_benefit = Money::oere(facts.unclaimed_benefit);
  same.ceiling = Ceiling::stated(Money::oere(facts.ceiling.amount));
  Options choices;
  const auto wanted = [&] { return fleksloentilskud(same, RateTable::embedded(), choices).value().fleksloentilskud.in_oere(); };
  CHECK(subsidy() == wanted());

  for (std::int32_t i = 0; i < 3; ++i)
    for (std::int32_t j = 0; j < 3; ++j) {
      options.benefits_under_ceiling = i;
      options.care_income_under_ceiling = j;
      constexpr std::array benefits{BenefitsUnderCeiling::by_law, BenefitsUnderCeiling::included, BenefitsUnderCeiling::excluded};
      constexpr std::array care{CareIncomeUnderCeiling::by_law, CareIncomeUnderCeiling::included, CareIncomeUnderCeiling::excluded};
      choices.benefits_under_ceiling = benefits[static_cast<std::size_t>(i)];
      choices.care_income_under_ceiling = care[static_cast<std::size_t>(j)];
      CHECK(subsidy() == wanted());
    }

  // The last days alone, and a job that begins: its own wage, no deduction, no subsidy.
  facts.job_to = 20240311;
  same.job = Period{first_day(march), march / 11};
  CHECK(subsidy() == wanted());
  facts.job_to = 0;
  facts.job_from = 20240311;
  same.job = Period{march / 11, last_day(march)};
  facts.wage_expected = 1;
  same.wage_expected = true;
  for (const FirstMonth first : {FirstMonth::own_wage, FirstMonth::no_deduction, FirstMonth::no_subsidy}) {
    options.first_month = static_cast<std::int32_t>(first);
    MonthFacts begun = same;
    begin_job(begun, first);
    CHECK(subsidy() == fleksloentilskud(begun, RateTable::embedded(), choices).value().fleksloentilskud.in_oere());
    const Text words = owned(fleks_month_in_words(rates.get(), &facts, &options, FLEKS_JSON, FLEKS_ENGLISH, &error));
    CHECK(view(words).find(first == FirstMonth::own_wage ? "\"wage_month\": \"2024-03\"" : "FLT-20") != std::string_view::npos);
  }
  // The same month without options is that of its own wage.
  auto statement = sized<fleks_month_statement>();
  REQUIRE(fleks_month(rates.get(), &facts, nullptr, &statement, &error) == FLEKS_OK);
  CHECK(statement.wage_month == 202403);
  facts.job_from = 0;
  CHECK(fleks_month(rates.get(), &facts, &options, &statement, &error) == FLEKS_ERROR_EXCLUSIVE_FACTS);
  CHECK(std::string_view(error.field) == "first_month");
  options.first_month = 3;
  CHECK(fleks_month(rates.get(), &facts, &options, &statement, &error) == FLEKS_ERROR_NO_SUCH_CHOICE);

  // What was paid for holiday days, deducted krone for krone in 2021.
  facts = sized<fleks_month_facts>();
  facts.month = 202108;
  facts.pay_form = FLEKS_PAY_AM_INCOME;
  facts.pay = 900'000;
  facts.ledighedsydelse_days = 30'000;
  facts.ledighedsydelse_known = 1;
  facts.ledighedsydelse = 200'000;
  options = sized<fleks_options>();
  same = {};
  same.month = std::chrono::year{2021} / 8;
  same.pay = Pay::am_income(Money::oere(facts.pay));
  same.ledighedsydelse_days = Days::whole(3);
  same.ledighedsydelse = Money::oere(200'000);
  choices = {};
  CHECK(subsidy() == wanted());
  for (const std::int32_t holiday : {1, 2, 3}) {
    options.holiday_days_of = holiday;
    choices.holiday_days_of = static_cast<HolidayDaysRule>(holiday);
    CHECK(subsidy() == wanted());
  }
  options.own_atp_of = 1;
  choices.own_atp_of = OwnAtpOf::before_ceiling;
  for (std::int32_t atp = 0; atp < 5; ++atp) {
    options.atp_contribution = atp;
    choices.atp_contribution = static_cast<AtpContribution>(atp);
    CHECK(subsidy() == wanted());
  }
  facts.ledighedsydelse_known = 0;
  CHECK(fleks_month(rates.get(), &facts, &options, &statement, &error) == FLEKS_ERROR_EXCLUSIVE_FACTS);
  CHECK(std::string_view(error.field) == "ledighedsydelse");
}
