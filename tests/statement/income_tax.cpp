#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <fleks/rates/municipal_tax.hpp>
#include <fleks/statement/tax_statement.hpp>
#include <fleks/words/benefits.hpp>
#include <fleks/words/explanation.hpp>

#include "rules/income_tax.hpp"

// SKAT, each rule by figures worked out by hand. The agreement with the oracle on random years is elsewhere.

using namespace fleks;

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}

YearsIncome year_2024(Money pay) {
  YearsIncome i;
  i.year = 2024;
  i.pay = pay;
  i.municipal = Percent::whole(25);
  return i;
}

TaxStatement tax_of(const YearsIncome& income) { return income_tax(income, rates()).value(); }

Exact kroner(std::int64_t whole) { return Exact::of(Money::kroner(whole)); }

template <RateKey key>
Exact rate() {
  return Exact::of(rates().on(std::chrono::year{2024} / std::chrono::January).get<key>().value());
}

}  // namespace

// AMBL §§ 1-2: 8 pct. of the wage after own pension and own ATP; none of subsidy and benefits.
TEST_CASE("SKAT-1: AM-bidrag is 8 pct. of the wage after own pension and own ATP") {
  YearsIncome i = year_2024(Money::kroner(240'000));
  i.own_pension = Money::kroner(9'600);
  i.own_atp = Money::kroner(1'188);
  CHECK(tax_of(i).am_contribution == Exact::of(Money::oere(1'833'696)));  // 8 pct. of 229.212
  i.without_am = Money::kroner(150'000);
  i.employer_pension = Money::kroner(19'200);
  CHECK(tax_of(i).am_contribution == Exact::of(Money::oere(1'833'696)));
}

// PSL § 3.
TEST_CASE("SKAT-2: personal income is the wage after pension, ATP and AM-bidrag, and the benefits") {
  YearsIncome i = year_2024(Money::kroner(240'000));
  i.own_pension = Money::kroner(9'600);
  i.own_atp = Money::kroner(1'188);
  i.without_am = Money::kroner(150'000);
  CHECK(tax_of(i).personal_income == Exact::of(Money::oere(36'087'504)));  // 229.212 - 18.336,96 + 150.000
}

// LL §§ 9 J, 9 K: of pay before own contributions with the employer's, not of the subsidy; at most the year's maximum.
TEST_CASE("SKAT-3: employment and job deductions by the work base, up to their maximum and above the threshold") {
  YearsIncome i = year_2024(Money::kroner(100'000));
  i.employer_pension = Money::kroner(8'000);
  i.employer_atp = Money::kroner(2'376);
  i.without_am = Money::kroner(150'000);
  TaxStatement t = tax_of(i);
  CHECK(t.work_base == kroner(110'376));
  CHECK(t.employment_deduction == kroner(110'376) * rate<RateKey::tax_employment_deduction_pct>());
  CHECK(t.job_deduction.is_zero());
  CHECK(t.single_parent_deduction.is_zero());
  i.single_parent = true;
  CHECK(tax_of(i).single_parent_deduction == kroner(110'376) * rate<RateKey::tax_single_parent_deduction_pct>());

  const Exact threshold = rate<RateKey::tax_job_deduction_threshold_year>();
  const auto at_threshold = threshold.round(Rounding::never).value();
  CHECK(tax_of(year_2024(at_threshold)).job_deduction.is_zero());
  CHECK(tax_of(year_2024(at_threshold + Money::kroner(100))).job_deduction == kroner(100) * rate<RateKey::tax_job_deduction_pct>());
  t = tax_of(year_2024(Money::kroner(600'000)));
  CHECK(t.employment_deduction == rate<RateKey::tax_employment_deduction_max_year>());
  CHECK(t.job_deduction == rate<RateKey::tax_job_deduction_max_year>());
}

// PSL §§ 5-12, § 19.
TEST_CASE("SKAT-4: bottom and municipal tax less the value of the allowance, never below zero") {
  YearsIncome i = year_2024(Money::kroner(240'000));
  i.church = Percent::whole(1);
  const TaxStatement t = tax_of(i);
  const Exact income = kroner(220'800), bottom = rate<RateKey::tax_bottom_pct>();
  const Exact municipal_base = income - t.employment_deduction - t.job_deduction;
  CHECK(t.personal_income == income);
  CHECK(t.bottom == income * bottom);
  CHECK(t.municipal == municipal_base * Exact::ratio(25, 100));
  CHECK(t.church == municipal_base * Exact::ratio(1, 100));
  CHECK(t.allowance_value == rate<RateKey::tax_personal_allowance_year>() * (bottom + Exact::ratio(26, 100)));
  CHECK(t.before_truncation == t.bottom + t.municipal + t.church - t.allowance_value);
  CHECK(t.top.is_zero());
  CHECK(tax_of(year_2024(Money::kroner(20'000))).before_truncation.is_zero());
  // The tax ceiling: with 30 pct. to the municipality the top tax gives way, and is there all the same without it.
  YearsIncome high = year_2024(Money::kroner(900'000));
  const Exact above = tax_of(high).personal_income - rate<RateKey::tax_top_threshold_year>();
  high.municipal = Percent::whole(30);
  const Exact top_share = rate<RateKey::tax_ceiling_pct>() - bottom - Exact::ratio(30, 100);
  CHECK(tax_of(high).top == above * top_share);
}

// PSL § 19 as of 2026: each of the three upper taxes keeps what is before it within its own ceiling.
TEST_CASE("SKAT-4: middle, top and top-top tax each give way to a high municipal tax") {
  const auto on = rates().on(std::chrono::year{2026} / std::chrono::January);
  const auto of = [&](RateKey key) { return on.find(key)->exact; };
  YearsIncome i = year_2024(Money::kroner(4'000'000));
  i.year = 2026;
  for (const int municipal : {20, 27, 30, 33, 45, 55}) {
    CAPTURE(municipal);
    i.municipal = Percent::whole(municipal);
    i.church = Percent::whole(1);  // not counted
    const TaxStatement t = tax_of(i);
    Exact before = of(RateKey::tax_bottom_pct) + Exact::ratio(municipal, 100);
    const auto taxed = [&](RateKey threshold, RateKey share, RateKey ceiling) {
      Exact part = of(share), room = of(ceiling) - before;
      if (room < Exact{}) room = Exact{};
      if (room < part) part = room;
      before = before + part;
      return (t.personal_income - of(threshold)) * part;
    };
    CHECK(t.middle == taxed(RateKey::tax_middle_threshold_year, RateKey::tax_middle_pct, RateKey::tax_ceiling_middle_pct));
    CHECK(t.top == taxed(RateKey::tax_top_threshold_year, RateKey::tax_top_pct, RateKey::tax_ceiling_top_pct));
    CHECK(t.toptop == taxed(RateKey::tax_toptop_threshold_year, RateKey::tax_toptop_pct, RateKey::tax_ceiling_toptop_pct));
  }
}

// The ceilings of 2026 lie as far apart as the taxes, so that only the first ever gives way; others could be passed.
TEST_CASE("SKAT-4: each tax ceiling counts all the taxes before its own") {
  law::TaxRates r{};
  r.bottom = Exact::ratio(12, 100);
  r.municipal = Exact::ratio(25, 100);
  r.church = Exact::ratio(1, 100);  // not counted
  r.middle = Exact::ratio(7, 100);
  r.middle_ceiling = Exact::ratio(42, 100);
  r.top = Exact::ratio(8, 100);
  r.top_ceiling = Exact::ratio(48, 100);
  r.toptop = Exact::ratio(5, 100);
  r.toptop_ceiling = Exact::ratio(52, 100);
  const law::TaxScale scale(r);
  CHECK(scale.middle == Exact::ratio(5, 100));  // 42 - 12 - 25
  CHECK(scale.top == Exact::ratio(6, 100));     // 48 - 12 - 25 - 5
  CHECK(scale.toptop == Exact::ratio(4, 100));  // 52 - 12 - 25 - 5 - 6
}

TEST_CASE("SKAT-5: AM-bidrag and tax together are truncated to whole kroner, and nothing else is rounded") {
  for (const int pay : {0, 100'000, 123'457, 240'001, 599'999}) {
    CAPTURE(pay);
    const TaxStatement t = tax_of(year_2024(Money::kroner(pay)));
    const Exact sum = t.am_contribution + t.before_truncation;
    CHECK(Exact::of(t.am_and_tax) == sum.to_krone(Rounding::down));
    CHECK(t.tax == Exact::of(t.am_and_tax) - t.am_contribution);
  }
}

// 8 pct. of 40.006,25 is 3.200,50, and below the allowance there is no tax that 50 øre could be taken of.
TEST_CASE("SKAT-5: the tax is never below zero, and AM-bidrag then stands alone") {
  Trace trace;
  const YearsIncome low = year_2024(Money::oere(4'000'625));
  const TaxStatement t = income_tax(low, RateTable::embedded(), trace).value();
  CHECK(t.am_contribution == Exact::of(Money::oere(320'050)));
  CHECK(t.tax.is_zero());
  CHECK(t.am_and_tax == Money::oere(320'050));
  const Step* step = trace.find(Rule::SKAT_5);
  REQUIRE(step != nullptr);
  CHECK(step->rests_on_choice);
  const auto rates = RateTable::embedded().on(std::chrono::year{2024} / 1);
  CHECK(in_words(*step, rates, Language::danish).find("aldrig under 0") != std::string::npos);
  CHECK(in_words(*step, rates, Language::english).find("never below 0") != std::string::npos);
  const auto told = explained(low, RateTable::embedded()).value();
  CHECK(breakdown(told, Language::danish).find("I alt, hele kroner") == std::string::npos);
  // AM-bidrag of a pay of 11 øre is no whole øre.
  CHECK(tax_of(year_2024(Money::oere(11))).am_and_tax == Money::oere(1));
}

// PSL § 8 as it was to 2018; LL § 9 J before 2018.
TEST_CASE("SKAT-4, SKAT-3: health contribution to 2018, and pension in the work base from 2018") {
  YearsIncome i = year_2024(Money::kroner(300'000));
  i.own_pension = Money::kroner(12'000);
  i.employer_pension = Money::kroner(24'000);
  i.year = 2017;
  TaxStatement t = tax_of(i);
  CHECK(t.work_base == kroner(288'000));
  CHECK(t.employment_deduction == kroner(25'200));  // 8,75 pct.
  CHECK(t.job_deduction.is_zero());
  CHECK(t.health == Exact::of(Money::oere(479'520)));  // 2 pct. of 239.760
  CHECK(t.allowance_value == kroner(16'686));          // 37,08 pct. of 45.000
  CHECK(t.before_truncation == Exact::of(Money::oere(7'475'716)) + Exact::ratio(8, 10));
  i.year = 2018;
  t = tax_of(i);
  CHECK(t.work_base == kroner(324'000));
  CHECK(t.health.is_positive());
  i.year = 2019;
  CHECK(tax_of(i).health.is_zero());
  // It counts in the tax ceiling: 51,7 - 5,83 - 6 - 28 = 11,87 for the top tax of 15 pct. in 2013.
  YearsIncome high = year_2024(Money::kroner(900'000));
  high.year = 2013;
  high.municipal = Percent::whole(28);
  t = tax_of(high);
  CHECK(t.top == (t.personal_income - kroner(421'000)) * Exact::ratio(1'187, 10'000));
}

// Every year with figures has a tax; single parents of 2016 do not, for their most is not known.
TEST_CASE("SKAT-4: the years from 2013 have their tax") {
  for (int year = 2013; year <= 2026; ++year) {
    CAPTURE(year);
    YearsIncome i = year_2024(Money::kroner(300'000));
    i.year = year;
    CHECK(tax_of(i).am_and_tax > Money::kroner(60'000));
    i.single_parent = true;
    const auto single = income_tax(i, rates());
    CHECK(single.has_value() == (year != 2016));
    if (year == 2016) CHECK(single.error().field == "tax_single_parent_deduction_max_year");
  }
}

// skat.dk's calculator, 2026: 600.000 kr. in København without church tax.
TEST_CASE("SKAT-4: the tax of an outside calculator, before it is truncated") {
  YearsIncome i{.year = 2026, .pay = Money::kroner(600'000)};
  i.municipal = MunicipalTaxTable::embedded().find("København", Date{std::chrono::year{2026} / 1 / 1})->municipal;
  const TaxStatement t = tax_of(i);
  CHECK((t.am_contribution + t.before_truncation).round(Rounding::half_up).value() == Money::oere(20'872'564));
  CHECK(t.am_and_tax == Money::kroner(208'725));
}

// LL § 9 C: 24 km a day free, the near ones up to 120 km; § 13: up to a most.
TEST_CASE("SKAT-3: transport by kilometres and days, union fee up to its most") {
  const auto deducted = [](Exact km, int days, Money fee) {
    YearsIncome i = year_2024(Money::kroner(300'000));
    i.year = 2026;
    i.deductions = {.transport_km = km, .transport_days = days, .union_fee = fee};
    const TaxStatement with = tax_of(i);
    i.deductions = {};
    const TaxStatement without = tax_of(i);
    // Only municipal tax is lower, by the municipal share of the deduction.
    CHECK(without.municipal - with.municipal == with.other_deductions * Exact::ratio(25, 100));
    CHECK(without.bottom == with.bottom);
    return with.other_deductions;
  };
  CHECK(deducted(Exact::whole(24), 200, {}).is_zero());
  CHECK(deducted(Exact::whole(25), 1, {}) == Exact::of(Money::oere(228)));
  CHECK(deducted(Exact::whole(60), 200, {}) == kroner(16'416));
  CHECK(deducted(Exact::whole(120), 1, {}) == Exact::of(Money::oere(96 * 228)));
  CHECK(deducted(Exact::whole(130), 1, {}) == Exact::of(Money::oere(96 * 228 + 10 * 114)));
  CHECK(deducted({}, 0, Money::kroner(7'000)) == kroner(7'000));
  CHECK(deducted({}, 0, Money::oere(699'999)) == Exact::of(Money::oere(699'999)));
  CHECK(deducted({}, 0, Money::oere(700'001)) == kroner(7'000));
}

// LL § 9 J stk. 5: the two income years before that of the state pension age, from 2026.
TEST_CASE("SKAT-3: seniors' deduction in the two years before that of the pension age") {
  const auto of = [](int year, int birth, Money pay) {
    YearsIncome i = year_2024(pay);
    i.year = year;
    i.birth_year = birth;
    return tax_of(i).senior_deduction;
  };
  CHECK(of(2026, 1959, Money::kroner(300'000)).is_zero());
  CHECK(of(2026, 1960, Money::kroner(300'000)) == kroner(4'200));
  CHECK(of(2026, 1961, Money::kroner(300'000)) == kroner(4'200));
  CHECK(of(2026, 1962, Money::kroner(300'000)).is_zero());
  CHECK(of(2026, 1961, Money::kroner(600'000)) == kroner(6'100));
  CHECK(of(2025, 1960, Money::kroner(300'000)).is_zero());
}

TEST_CASE("a year's income that cannot be is refused with its field") {
  const auto refused = [](auto change, ErrorCode code, const Field& field) {
    CAPTURE(field.text());
    YearsIncome i = year_2024(Money::kroner(240'000));
    change(i);
    const auto tax = income_tax(i, rates());
    REQUIRE(!tax);
    CHECK(tax.error().code == code);
    CHECK(tax.error().field == field);
  };
  refused([](auto& i) { i.year = 1899; }, ErrorCode::no_such_date, Fact::year);
  refused([](auto& i) { i.year = 10'000; }, ErrorCode::no_such_date, Fact::year);
  refused([](auto& i) { i.year = 2012; }, ErrorCode::no_rate, "tax_am_pct");
  refused([](auto& i) { i.pay = Money::oere(-1); }, ErrorCode::negative, Fact::pay);
  refused([](auto& i) { i.pay = Money::oere(12 * largest_amount.in_oere() + 1); }, ErrorCode::too_large, Fact::pay);
  refused([](auto& i) { i.employer_atp = Money::oere(-1); }, ErrorCode::negative, Fact::employer_atp);
  refused([](auto& i) { i.without_am = Money::oere(-1); }, ErrorCode::negative, Fact::without_am);
  refused([](auto& i) { i.own_pension = i.pay + Money::oere(1); }, ErrorCode::pension_above_wage, Fact::own_pension);
  refused([](auto& i) { i.municipal = Percent::of_ten_thousandths(1'000'001); }, ErrorCode::too_large, Fact::municipal_tax);
  refused([](auto& i) { i.church = Percent::of_ten_thousandths(-1); }, ErrorCode::negative, Fact::church_tax);
  refused([](auto& i) { i.deductions.transport_days = 200; }, ErrorCode::missing_fact, Fact::transport_km);
  refused([](auto& i) { i.deductions.transport_km = Exact::whole(30); }, ErrorCode::missing_fact, Fact::transport_days);
  refused([](auto& i) { i.deductions = {Exact::whole(1'001), 1, {}}; }, ErrorCode::out_of_range, Fact::transport_km);
  refused([](auto& i) { i.deductions = {Exact::whole(-1), 1, {}}; }, ErrorCode::out_of_range, Fact::transport_km);
  refused([](auto& i) { i.deductions = {Exact::whole(30), 367, {}}; }, ErrorCode::out_of_range, Fact::transport_days);
  refused([](auto& i) { i.deductions.union_fee = Money::oere(-1); }, ErrorCode::negative, Fact::union_fee);
  refused([](auto& i) { i.birth_year = 1899; }, ErrorCode::out_of_range, Fact::birth_year);
  refused([](auto& i) { i.birth_year = 2025; }, ErrorCode::out_of_range, Fact::birth_year);
  YearsIncome all_in_pension = year_2024(Money::kroner(1'000));
  all_in_pension.own_pension = all_in_pension.pay;
  CHECK(tax_of(all_in_pension).am_and_tax == Money{});
}
