#include <doctest/doctest.h>

#include <algorithm>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// What a step says beside its amount: its operands, which wording fits, whether a choice or a reform decided it.

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}

MonthFacts march_2024(Money pay) { return {.month = 2024y / 3, .pay = Pay::am_income(pay)}; }

std::vector<Step> steps_of(const MonthFacts& facts, Rule rule, const RateTable& table = rates(), const Options& options = {}) {
  Trace trace;
  REQUIRE(fleksloentilskud(facts, table, options, trace));
  std::vector<Step> found;
  for (const Step& step : trace.steps())
    if (step.rule == rule) found.push_back(step);
  return found;
}

}  // namespace

TEST_CASE("a step has as many operands as its rule is computed from") {
  MonthFacts facts = march_2024(Money::kroner(15'600));
  facts.ceiling = Ceiling::stated(Money::kroner(32'067));
  CHECK(steps_of(facts, Rule::FLT_4).at(0).given().size() == 0);
  CHECK(steps_of(facts, Rule::FLT_8).at(0).given().size() == 4);
  CHECK(steps_of(facts, Rule::FLT_10).at(0).given().size() == 3);
  CHECK(steps_of(facts, Rule::FLT_17).at(0).given().size() == 3);
  CHECK(steps_of(facts, Rule::FLT_14).at(0).given().size() == 1);
}

TEST_CASE("base and ceiling of a part month both rest on the choice of how they are reduced") {
  MonthFacts facts = march_2024(Money::kroner(7'000));
  facts.ceiling = Ceiling::stated(Money::kroner(30'000));
  facts.employed = Period{2024y / 2 / 15, 2024y / 2 / 29};
  const auto steps = steps_of(facts, Rule::FLT_13);
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].rests_on_choice);
  CHECK(steps[1].rests_on_choice);
  CHECK(steps[0].variant == 0);
  CHECK(steps[1].variant == 1);
  facts.employed.reset();
  CHECK(steps_of(facts, Rule::FLT_13).empty());
}

TEST_CASE("under the ceiling it is told whether the wage of other jobs fills it too, and that this is a choice") {
  MonthFacts facts = march_2024(Money::kroner(15'600));
  facts.ceiling = Ceiling::stated(Money::kroner(25'000));
  CHECK_FALSE(steps_of(facts, Rule::FLT_11).at(0).rests_on_choice);
  facts.other_wage = Money::kroner(1'000);
  const auto said = [&](OtherWageUnderCeiling choice) {
    const Step step = steps_of(facts, Rule::FLT_11, rates(), {.other_wage_under_ceiling = choice}).at(0);
    CHECK(step.rests_on_choice);
    CHECK(step.variant == static_cast<std::uint8_t>(choice));
    return in_words(step, rates().on(2024y / 3), Language::danish);
  };
  CHECK(said(OtherWageUnderCeiling::excluded).starts_with("Lønloft 25.000,00 - løn 15.600,00 = 9.400,00 kr."));
  CHECK(said(OtherWageUnderCeiling::included).starts_with("Lønloft 25.000,00 - al løn 16.600,00 = 8.400,00 kr."));
}

TEST_CASE("rounding rests on the choice only where there is something to round") {
  CHECK_FALSE(steps_of(march_2024(Money::kroner(15'600)), Rule::FLT_14).at(0).rests_on_choice);
  CHECK(steps_of(march_2024(Money::oere(1'560'001)), Rule::FLT_14).at(0).rests_on_choice);
}

TEST_CASE("whose rates hold is a choice when any rate of the subsidy differs between the two months") {
  for (const RateKey key :
       {RateKey::fleksloentilskud_max_month, RateKey::taper_threshold_month, RateKey::taper_low_pct, RateKey::taper_high_pct,
        RateKey::atp_subsidy_own_pct, RateKey::atp_subsidy_own_max_month, RateKey::obligatory_pension_pct}) {
    CAPTURE(info(key).name);
    std::vector<Rate> changed(1, *rates().on(2024y / 3).find(key));
    changed[0].count += 100;
    changed[0].exact = changed[0].exact + changed[0].exact * Exact::ratio(1, 1'000);
    changed[0].first = std::chrono::sys_days{2024y / 3 / 1};
    const RateTable table = rates().extended_by(changed).value();
    CHECK(steps_of(march_2024(Money::kroner(15'600)), Rule::FLT_2, table).at(0).rests_on_choice);
    CHECK_FALSE(steps_of(march_2024(Money::kroner(15'600)), Rule::FLT_2).at(0).rests_on_choice);
  }
}

TEST_CASE("the state's ATP is told by hours, as few hours, or as none without a subsidy") {
  MonthFacts facts = march_2024(Money::kroner(15'600));
  facts.paid_hours = Hours::whole(78);
  CHECK(steps_of(facts, Rule::FLT_18).at(0).variant == 0);
  facts.paid_hours = Hours::whole(38);
  CHECK(steps_of(facts, Rule::FLT_18).at(0).variant == 1);
  facts.paid_hours = Hours::whole(39);
  CHECK(steps_of(facts, Rule::FLT_18).at(0).variant == 0);
  facts.pay = Pay::am_income(Money::kroner(60'000));
  CHECK(steps_of(facts, Rule::FLT_18).at(0).variant == 2);
}

TEST_CASE("what a reform leaves out is told as changed, by the rule's own id") {
  MonthFacts facts = march_2024(Money::kroner(15'600));
  facts.ceiling = Ceiling::stated(Money::kroner(20'000));
  facts.ledighedsydelse_days = Days::whole(3);
  Options options{.policy = {.from = 2024y / 1, .ceiling_applies = false, .holiday_days_cut = false}};
  for (const Rule rule : {Rule::FLT_11, Rule::FLT_12}) {
    const auto steps = steps_of(facts, rule, rates(), options);
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].changed_by_reform);
  }
  CHECK_FALSE(steps_of(facts, Rule::FLT_12).at(0).changed_by_reform);
  CHECK(steps_of(facts, Rule::FLT_12).at(0).rests_on_choice);
}

TEST_CASE("a reduction by hours is told as the reform's, in its own words") {
  MonthFacts facts = march_2024(Money::kroner(15'600));
  facts.pay = Pay::hourly(Money::kroner(200), Hours::whole(15));
  const auto steps = steps_of(facts, Rule::FLT_8, rates(), {.policy = {.from = 2024y / 1, .reduced_by_hours = true}});
  REQUIRE(steps.size() == 1);
  CHECK(steps[0].variant == 1);
  CHECK(steps[0].changed_by_reform);
  CHECK(std::vector<RateKey>(steps[0].rates().begin(), steps[0].rates().end()) == std::vector{RateKey::full_time_hours_week});
  CHECK_FALSE(steps_of(facts, Rule::FLT_8).at(0).changed_by_reform);
}

TEST_CASE("every step that uses a reform's rate is marked, the first one too") {
  Reform reform;
  reform.id = "base";
  reform.from = 2024y / 1;
  reform.policy.from = reform.from;
  reform.rates.push_back({.key = RateKey::fleksloentilskud_max_month, .count = 2'100'000, .first = std::chrono::sys_days{2024y / 1 / 1}});
  const auto reformed = apply(reform, rates()).value();
  Trace trace;
  REQUIRE(fleksloentilskud(march_2024(Money::kroner(15'600)), reformed.rates, reformed.options, trace));
  CHECK(trace.steps().front().rule == Rule::FLT_2);
  for (const Step& step : trace.steps()) {
    CAPTURE(info(step.rule).id);
    const auto used = step.rates();
    CHECK(step.changed_by_reform == (std::find(used.begin(), used.end(), RateKey::fleksloentilskud_max_month) != used.end()));
  }
}

TEST_CASE("ledighedsydelse tells its last step as what is due, and a part of a month as one by days") {
  LedighedsydelseFacts facts{.month = 2024y / 6};
  Trace trace;
  REQUIRE(ledighedsydelse(facts, rates(), trace));
  CHECK(trace.find(Rule::LY_4)->variant == 0);
  CHECK_FALSE(trace.find(Rule::LY_4)->rests_on_choice);
  facts.sanction_days = Days::whole(3);
  REQUIRE(ledighedsydelse(facts, rates(), trace));
  CHECK(trace.find(Rule::LY_4)->variant == 1);
  CHECK(trace.find(Rule::LY_4)->rests_on_choice);
  std::vector<std::uint8_t> variants;
  for (const Step& step : trace.steps())
    if (step.rule == Rule::LY_5) variants.push_back(step.variant);
  CHECK(variants == std::vector<std::uint8_t>{0, 1});
  // What costs days is told in days, and only where there is any.
  const Step* sanction = trace.find(Rule::LY_12);
  REQUIRE(sanction);
  CHECK(sanction->unit == StepUnit::days);
  CHECK(sanction->amount == Exact::whole(3));
  CHECK(trace.find(Rule::LY_9) == nullptr);
  facts.sanction_days = {};
  facts.untaken_holiday_days = Days::whole(2);
  REQUIRE(ledighedsydelse(facts, rates(), trace));
  CHECK(trace.find(Rule::LY_12) == nullptr);
  REQUIRE(trace.find(Rule::LY_9));
  CHECK(trace.find(Rule::LY_9)->unit == StepUnit::days);
  CHECK(trace.find(Rule::LY_9)->amount == Exact::whole(2));
  CHECK(trace.find(Rule::LY_9)->variant == 1);
  // Paid holiday days are the law's own words, not a choice.
  facts.untaken_holiday_days = {};
  facts.holiday_days = Days::whole(2);
  REQUIRE(ledighedsydelse(facts, rates(), trace));
  REQUIRE(trace.find(Rule::LY_9));
  CHECK(trace.find(Rule::LY_9)->unit == StepUnit::kroner);
  CHECK_FALSE(trace.find(Rule::LY_9)->rests_on_choice);
  CHECK(trace.find(Rule::LY_9)->variant == 0);
}

TEST_CASE("ATP of ledighedsydelse is told as own and as the state's, or as none below the low amount") {
  const auto variants = [](const LedighedsydelseFacts& facts) {
    Trace trace;
    REQUIRE(ledighedsydelse(facts, rates(), trace));
    std::vector<std::uint8_t> all;
    for (const Step& step : trace.steps())
      if (step.rule == Rule::LY_13) all.push_back(step.variant);
    return all;
  };
  LedighedsydelseFacts facts{.month = 2024y / 6};
  CHECK(variants(facts) == std::vector<std::uint8_t>{0, 1});
  facts.sanction_days = Days::whole(15);
  CHECK(variants(facts) == std::vector<std::uint8_t>{2});
  // A full rate that the wage brings down to the low one to the øre: "at least the low amount" holds.
  const auto rate = [](RateKey key) { return rates().on(2024y / 6).find(key)->exact; };
  const Exact over = rate(RateKey::ledighedsydelse_full_month) - rate(RateKey::ledighedsydelse_low_provider_month);
  facts = {.month = 2024y / 6, .provider = true, .am_income = (over / rate(RateKey::taper_low_pct)).round(Rounding::down).value()};
  CHECK(ledighedsydelse(facts, rates()).value().ledighedsydelse ==
        rates().on(2024y / 6).get<RateKey::ledighedsydelse_low_provider_month>().value());
  CHECK(variants(facts) == std::vector<std::uint8_t>{0, 1});
  facts.am_income = facts.am_income + Money::oere(3);
  CHECK(variants(facts) == std::vector<std::uint8_t>{2});
}

TEST_CASE("ledighedsydelse tells which of the three amounts it begins with") {
  for (const auto& [given, key] : {std::pair{BenefitClass::full, RateKey::ledighedsydelse_full_month},
                                   std::pair{BenefitClass::low_provider, RateKey::ledighedsydelse_low_provider_month},
                                   std::pair{BenefitClass::low_nonprovider, RateKey::ledighedsydelse_low_nonprovider_month}}) {
    Trace trace;
    REQUIRE(ledighedsydelse({.month = 2024y / 6, .benefit_class = given}, rates(), trace));
    const Step* step = trace.find(Rule::LY_3);
    REQUIRE(step);
    CHECK(step->variant == static_cast<std::uint8_t>(given));
    CHECK(step->amount == rates().on(2024y / 6).find(key)->exact);
  }
}

// Who defends a step must find the rates it rests on; each is written here from the rulebook, by rule and wording.
TEST_CASE("every step names the dated rates it was computed from, and no others") {
  using enum RateKey;
  using Named = std::vector<std::pair<std::pair<Rule, int>, std::vector<RateKey>>>;
  const auto check = [](const Trace& trace, const Named& expected) {
    for (const auto& named : expected) {
      const auto& step = named.first;
      const auto& keys = named.second;
      CAPTURE(info(step.first).id);
      CAPTURE(step.second);
      const auto found = std::find_if(trace.steps().begin(), trace.steps().end(),
                                      [&](const Step& s) { return s.rule == step.first && s.variant == step.second; });
      REQUIRE(found != trace.steps().end());
      CHECK(std::vector<RateKey>(found->rates().begin(), found->rates().end()) == keys);
    }
  };
  Trace trace;

  YearsIncome income{.year = 2026, .pay = Money::kroner(4'000'000), .municipal = Percent::whole(20)};
  income.church = Percent::whole(1);
  income.single_parent = true;
  REQUIRE(income_tax(income, rates(), trace));
  check(trace, {{{Rule::SKAT_1, 0}, {tax_am_pct}},
                {{Rule::SKAT_2, 0}, {}},
                {{Rule::SKAT_3, 0}, {tax_employment_deduction_pct, tax_employment_deduction_max_year}},
                {{Rule::SKAT_3, 1}, {tax_single_parent_deduction_pct, tax_single_parent_deduction_max_year}},
                {{Rule::SKAT_3, 2}, {tax_job_deduction_pct, tax_job_deduction_threshold_year, tax_job_deduction_max_year}},
                {{Rule::SKAT_4, 0}, {tax_bottom_pct}},
                {{Rule::SKAT_4, 1}, {}},
                {{Rule::SKAT_4, 2}, {}},
                {{Rule::SKAT_4, 3}, {tax_middle_pct, tax_middle_threshold_year}},
                {{Rule::SKAT_4, 4}, {tax_top_pct, tax_top_threshold_year}},
                {{Rule::SKAT_4, 5}, {tax_toptop_pct, tax_toptop_threshold_year}},
                {{Rule::SKAT_4, 6}, {tax_personal_allowance_year}},
                {{Rule::SKAT_4, 7}, {}},
                {{Rule::SKAT_5, 0}, {}}});

  LedighedsydelseFacts without_job{.month = 2024y / 6, .benefit_class = BenefitClass::low_provider, .am_income = Money::kroner(900)};
  without_job.self_employed_hours = Hours::whole(2);
  REQUIRE(ledighedsydelse(without_job, rates(), trace));
  check(trace, {{{Rule::LY_3, static_cast<int>(BenefitClass::low_provider)}, {ledighedsydelse_low_provider_month}},
                {{Rule::LY_4, 0}, {}},
                {{Rule::LY_6, 0}, {conversion_rate_hour}},
                {{Rule::LY_5, 0}, {taper_threshold_month, taper_low_pct, taper_high_pct}},
                {{Rule::LY_5, 1}, {}},
                {{Rule::LY_13, 2}, {ledighedsydelse_low_provider_month}},
                {{Rule::FLT_19, 0}, {obligatory_pension_pct}}});
  REQUIRE(ledighedsydelse({.month = 2024y / 6}, rates(), trace));
  check(trace, {{{Rule::LY_13, 0}, {atp_ledighedsydelse_own_month, ledighedsydelse_low_nonprovider_month}},
                {{Rule::LY_13, 1}, {atp_ledighedsydelse_public_month, ledighedsydelse_low_nonprovider_month}}});

  MonthFacts in_job = march_2024(Money::kroner(15'600));
  in_job.paid_hours = Hours::whole(65);
  REQUIRE(fleksloentilskud(in_job, rates(), Options{}, trace));
  check(trace, {{{Rule::FLT_2, 0}, {fleksloentilskud_max_month}},
                {{Rule::FLT_4, 0}, {fleksloentilskud_max_month}},
                {{Rule::FLT_8, 0}, {taper_threshold_month, taper_low_pct, taper_high_pct}},
                {{Rule::FLT_14, 0}, {}},
                {{Rule::FLT_17, 0}, {atp_subsidy_own_pct, atp_subsidy_own_max_month}},
                {{Rule::FLT_18, 0}, {atp_subsidy_public_per_hour}},
                {{Rule::FLT_19, 0}, {obligatory_pension_pct}}});
  in_job.paid_hours = Hours::whole(38);
  REQUIRE(fleksloentilskud(in_job, rates(), Options{}, trace));
  check(trace, {{{Rule::FLT_18, 1}, {atp_subsidy_public_under_39h_month}}});

  // 38, 39, 78 and 117 hours a month; the week's hours are 12/52 of them.
  using OfHours = std::pair<std::int64_t, std::vector<RateKey>>;
  for (const auto& [hours, keys] : {OfHours{8, {}}, OfHours{9, {atp_wage_own_39h_month}}, OfHours{17, {atp_wage_own_39h_month}},
                                    OfHours{18, {atp_wage_own_78h_month}}, OfHours{27, {atp_wage_own_117h_month}}}) {
    in_job = {.month = 2024y / 3, .pay = Pay::hourly(Money::kroner(200), Hours::whole(hours))};
    REQUIRE(fleksloentilskud(in_job, rates(), Options{}, trace));
    check(trace, {{{Rule::ATP, 0}, keys}});
  }

  HolidayFacts held{.from = 2024y / 9 / 1, .to = 2025y / 8 / 31, .monthly_pay = Money::kroner(12'000)};
  REQUIRE(holiday(held, rates(), trace));
  check(trace, {{{Rule::FERIE_2, 0}, {holiday_allowance_pct}}});
  held.kind = HolidayKind::pay;
  REQUIRE(holiday(held, rates(), trace));
  check(trace, {{{Rule::FERIE_2, 1}, {holiday_supplement_pct}}, {{Rule::FERIE_7, 0}, {great_prayer_day_supplement_pct}}});

  REQUIRE(self_employed_grant(2019y, Money::kroner(48'000), rates(), trace));
  check(trace, {{{Rule::SELV, 0}, {self_employed_grant_max_year, self_employed_taper_pct}}});
}

TEST_CASE("taxes above their thresholds are told with what lies above") {
  YearsIncome income{.year = 2026, .pay = Money::kroner(4'000'000), .municipal = Percent::whole(20)};
  Trace trace;
  const auto tax = income_tax(income, rates(), trace).value();
  struct Row {
    std::uint8_t variant;
    RateKey threshold;
  };
  for (const Row& row :
       {Row{3, RateKey::tax_middle_threshold_year}, Row{4, RateKey::tax_top_threshold_year}, Row{5, RateKey::tax_toptop_threshold_year}}) {
    CAPTURE(row.variant);
    const auto step = std::find_if(trace.steps().begin(), trace.steps().end(),
                                   [&](const Step& s) { return s.rule == Rule::SKAT_4 && s.variant == row.variant; });
    REQUIRE(step != trace.steps().end());
    CHECK(step->given()[0] == tax.personal_income - rates().on(2026y / 1).find(row.threshold)->exact);
    CHECK(step->amount == step->given()[0] * step->given()[1]);
  }
}
