#include <doctest/doctest.h>

#include <vector>

#include <fleks/statement/tax_statement.hpp>

#include "rules/housing_benefit.hpp"
#include "rules/income_tax.hpp"

// SKAT and BOLIG, each rule by figures worked out by hand. The agreement with the oracle on random years is elsewhere.

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
  for (const int pay : {0, 1, 100'000, 123'457, 240'001, 599'999}) {
    CAPTURE(pay);
    const TaxStatement t = tax_of(year_2024(Money::kroner(pay)));
    const Exact sum = t.am_contribution + t.before_truncation;
    CHECK(Exact::of(t.am_and_tax) == sum.to_krone(Rounding::down));
    CHECK(t.tax == Exact::of(t.am_and_tax) - t.am_contribution);
  }
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
  YearsIncome all_in_pension = year_2024(Money::kroner(1'000));
  all_in_pension.own_pension = all_in_pension.pay;
  CHECK(tax_of(all_in_pension).am_and_tax == Money{});
}

// Boligstøtteloven §§ 21-22: 60 pct. of the rent - 18 pct. of the income above the limit, at most rent - own payment,
// at most the highest; without children at most 15 pct. of the rent.
TEST_CASE("BOLIG: the rent's share less the income's, within own payment and maximum") {
  law::Untraced nobody;
  law::HousingRates r{.rent_share = Exact::ratio(60, 100),
                      .income_share = Exact::ratio(18, 100),
                      .income_limit = kroner(160'000),
                      .per_child = kroner(40'000),
                      .own_payment_least = kroner(25'000),
                      .most = kroner(45'000),
                      .childless_share = Exact::ratio(15, 100)};
  const auto benefit = [&](std::int64_t rent, std::int64_t income, int children) {
    return law::housing_benefit(kroner(rent), kroner(income), children, r, nobody);
  };
  CHECK(benefit(60'000, 160'000, 1) == kroner(35'000));  // the own payment: 36.000 would leave 24.000
  CHECK(benefit(70'000, 160'000, 1) == kroner(42'000));
  CHECK(benefit(70'000, 170'000, 1) == kroner(40'200));
  CHECK(benefit(90'000, 160'000, 1) == kroner(45'000));
  CHECK(benefit(70'000, 600'000, 1).is_zero());
  CHECK(benefit(70'000, 160'000, 0) == kroner(10'500));
  CHECK(benefit(70'000, 380'000, 2) == kroner(9'600));  // the limit is 200.000
  CHECK(benefit(70'000, 380'000, 4) == kroner(24'000));
  CHECK(benefit(70'000, 380'000, 7) == kroner(24'000));

  Trace trace;
  law::Tracer tracer(trace);
  law::housing_benefit(kroner(70'000), kroner(380'000), 2, r, tracer);
  law::housing_benefit(kroner(70'000), kroner(160'000), 0, r, tracer);
  REQUIRE(trace.steps().size() == 2);
  const auto with = steps::as<steps::HousingBenefit>(trace.step(0)), without = steps::as<steps::HousingBenefit>(trace.step(1));
  CHECK(trace.step(0).amount == kroner(9'600));
  CHECK(with.rent == kroner(70'000));
  CHECK(with.income == kroner(380'000));
  CHECK(with.limit == kroner(200'000));
  CHECK(with.wording == steps::HousingBenefit::Wording::with_children);
  CHECK(without.income == kroner(160'000));
  CHECK(without.limit == kroner(160'000));
  CHECK(without.childless_share == Exact::ratio(15, 100));
  CHECK(without.wording == steps::HousingBenefit::Wording::childless);
  const std::vector<RateKey> keys{RateKey::housing_benefit_rent_share_pct, RateKey::housing_benefit_income_share_pct,
                                  RateKey::housing_benefit_income_limit_year};
  for (const Step& step : trace.steps()) {
    CHECK(step.rule == Rule::BOLIG);
    CHECK(std::vector<RateKey>(step.rates().begin(), step.rates().end()) == keys);
  }
}
