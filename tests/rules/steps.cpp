#include <doctest/doctest.h>

#include <algorithm>

#include <fleks/fleks.hpp>

#include "rules/steps.hpp"

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

TEST_CASE("a step read by its name is what was written, and what is written is as small as it was") {
  Step step;
  const steps::Taper taper{.up_to = Exact::whole(1), .low = Exact::ratio(3, 10), .above = Exact::whole(2), .high = Exact::ratio(55, 100)};
  steps::write(step, Exact::whole(5), taper);
  CHECK(step.rule == Rule::FLT_8);
  CHECK(step.unit == StepUnit::kroner);
  const auto read = steps::as<steps::Taper>(step);
  CHECK(read.up_to == taper.up_to);
  CHECK(read.low == taper.low);
  CHECK(read.above == taper.above);
  CHECK(read.high == taper.high);
  CHECK_FALSE(steps::is<steps::Offset>(step));
  step.rests_on_choice = step.changed_by_reform = true;
  step.rate_count = 3;
  steps::write(step, Exact::whole(12), steps::Review{.months_of_24 = Exact::whole(18), .wording = steps::Review::Wording::long_term});
  CHECK(step.unit == StepUnit::months);
  CHECK(steps::as<steps::Review>(step).wording == steps::Review::Wording::long_term);
  CHECK(steps::as<steps::Review>(step).months_of_24 == Exact::whole(18));
  CHECK_FALSE(step.rests_on_choice);
  CHECK_FALSE(step.changed_by_reform);
  CHECK(step.rates().empty());
  CHECK(sizeof(Step) <= 176);
}

TEST_CASE("a step that nobody wrote is told by its rule's name") {
  CHECK(in_words(Step{.rule = Rule::FLT_8}, rates().on(2024y / 3), Language::english) ==
        std::string(rule_name(Rule::FLT_8, Language::english)) + ": DKK 0.00.");
}

TEST_CASE("base and ceiling of a part month both rest on the choice of how they are reduced") {
  MonthFacts facts = march_2024(Money::kroner(7'000));
  facts.ceiling = Ceiling::stated(Money::kroner(30'000));
  facts.employed = Period{2024y / 2 / 15, 2024y / 2 / 29};
  const auto all = steps_of(facts, Rule::FLT_13);
  REQUIRE(all.size() == 2);
  CHECK(all[0].rests_on_choice);
  CHECK(all[1].rests_on_choice);
  CHECK(steps::as<steps::PartOfMonth>(all[0]).wording == steps::PartOfMonth::Wording::base);
  CHECK(steps::as<steps::PartOfMonth>(all[1]).wording == steps::PartOfMonth::Wording::ceiling);
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
    using Wording = steps::UnderCeiling::Wording;
    CHECK(steps::as<steps::UnderCeiling>(step).wording == (choice == OtherWageUnderCeiling::included ? Wording::all_wage : Wording::wage));
    return in_words(step, rates().on(2024y / 3), Language::danish);
  };
  CHECK(said(OtherWageUnderCeiling::excluded).starts_with("Lønloft 25.000,00 - løn 15.600,00 = 9.400,00 kr."));
  CHECK(said(OtherWageUnderCeiling::included).starts_with("Lønloft 25.000,00 - al løn 16.600,00 = 8.400,00 kr."));
}

TEST_CASE("rounding rests on the choice only where there is something to round") {
  for (const RoundTo choice : {RoundTo::oere, RoundTo::krone}) {
    const Options chosen{.round_to = choice};
    CHECK_FALSE(steps_of(march_2024(Money::kroner(15'600)), Rule::FLT_14, rates(), chosen).at(0).rests_on_choice);
    CHECK(steps_of(march_2024(Money::oere(1'560'001)), Rule::FLT_14, rates(), chosen).at(0).rests_on_choice);
  }
  CHECK_FALSE(steps_of(march_2024(Money::oere(1'560'001)), Rule::FLT_14).at(0).rests_on_choice);  // the law's own
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
  const auto told = [&] { return steps::as<steps::PublicAtpOfSubsidy>(steps_of(facts, Rule::FLT_18).at(0)).wording; };
  facts.paid_hours = Hours::whole(78);
  CHECK(told() == steps::PublicAtpOfSubsidy::Wording::by_hours);
  facts.paid_hours = Hours::whole(38);
  CHECK(told() == steps::PublicAtpOfSubsidy::Wording::few_hours);
  facts.paid_hours = Hours::whole(39);
  CHECK(told() == steps::PublicAtpOfSubsidy::Wording::by_hours);
  facts.pay = Pay::am_income(Money::kroner(60'000));
  CHECK(told() == steps::PublicAtpOfSubsidy::Wording::no_subsidy);
}

TEST_CASE("what a reform leaves out is told as changed, by the rule's own id") {
  MonthFacts facts = march_2024(Money::kroner(15'600));
  facts.ceiling = Ceiling::stated(Money::kroner(20'000));
  facts.ledighedsydelse_days = Days::whole(3);
  Options options{.policy = {.from = 2024y / 1, .ceiling_applies = false, .holiday_days_cut = false}};
  for (const Rule rule : {Rule::FLT_11, Rule::FLT_12}) {
    const auto all = steps_of(facts, rule, rates(), options);
    REQUIRE(all.size() == 1);
    CHECK(all[0].changed_by_reform);
  }
  CHECK_FALSE(steps_of(facts, Rule::FLT_12).at(0).changed_by_reform);
  CHECK_FALSE(steps_of(facts, Rule::FLT_12).at(0).rests_on_choice);
  CHECK(steps_of(facts, Rule::FLT_12, rates(), {.holiday_days_of = HolidayDaysRule::holiday_month}).at(0).rests_on_choice);
}

TEST_CASE("a reduction by hours is told as the reform's, in its own words") {
  MonthFacts facts = march_2024(Money::kroner(15'600));
  facts.pay = Pay::hourly(Money::kroner(200), Hours::whole(15));
  const auto all = steps_of(facts, Rule::FLT_8, rates(), {.policy = {.from = 2024y / 1, .reduced_by_hours = true}});
  REQUIRE(all.size() == 1);
  CHECK(steps::is<steps::ReductionByHours>(all[0]));
  CHECK(all[0].changed_by_reform);
  CHECK(std::vector<RateKey>(all[0].rates().begin(), all[0].rates().end()) == std::vector{RateKey::full_time_hours_week});
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
  CHECK(steps::as<steps::PayableDays>(*trace.find(Rule::LY_4)).wording == steps::PayableDays::Wording::whole_month);
  CHECK_FALSE(trace.find(Rule::LY_4)->rests_on_choice);
  facts.sanction_days = Days::whole(3);
  REQUIRE(ledighedsydelse(facts, rates(), trace));
  CHECK(steps::as<steps::PayableDays>(*trace.find(Rule::LY_4)).wording == steps::PayableDays::Wording::by_days);
  CHECK(trace.find(Rule::LY_4)->rests_on_choice);
  std::vector<Step> offsets;
  for (const Step& step : trace.steps())
    if (step.rule == Rule::LY_5) offsets.push_back(step);
  REQUIRE(offsets.size() == 2);
  CHECK(steps::is<steps::Offset>(offsets[0]));
  CHECK(steps::is<steps::BenefitDue>(offsets[1]));
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
  CHECK(steps::is<steps::UntakenHoliday>(*trace.find(Rule::LY_9)));
  // Paid holiday days are the law's own words, not a choice.
  facts.untaken_holiday_days = {};
  facts.holiday_days = Days::whole(2);
  REQUIRE(ledighedsydelse(facts, rates(), trace));
  REQUIRE(trace.find(Rule::LY_9));
  CHECK(trace.find(Rule::LY_9)->unit == StepUnit::kroner);
  CHECK_FALSE(trace.find(Rule::LY_9)->rests_on_choice);
  CHECK(steps::is<steps::HolidayTopUp>(*trace.find(Rule::LY_9)));
}

TEST_CASE("ATP of ledighedsydelse is told as own and as the state's, or as none below the low amount") {
  using Wording = steps::AtpOfBenefit::Wording;
  const auto wordings = [](const LedighedsydelseFacts& facts) {
    Trace trace;
    REQUIRE(ledighedsydelse(facts, rates(), trace));
    std::vector<Wording> all;
    for (const Step& step : trace.steps())
      if (step.rule == Rule::LY_13) all.push_back(steps::as<steps::AtpOfBenefit>(step).wording);
    return all;
  };
  LedighedsydelseFacts facts{.month = 2024y / 6};
  CHECK(wordings(facts) == std::vector{Wording::own, Wording::state});
  // For part of a month the limit is in proportion; a wage brings what is left below it.
  facts.sanction_days = Days::whole(15);
  CHECK(wordings(facts) == std::vector{Wording::own, Wording::state});
  facts.am_income = Money::kroner(10'000);
  CHECK(wordings(facts) == std::vector{Wording::below_low_amount});
  // A full rate that the wage brings down to the low one to the øre: "at least the low amount" holds.
  const auto rate = [](RateKey key) { return rates().on(2024y / 6).find(key)->exact; };
  const Exact over = rate(RateKey::ledighedsydelse_full_month) - rate(RateKey::ledighedsydelse_low_provider_month);
  facts = {.month = 2024y / 6, .provider = true, .am_income = (over / rate(RateKey::taper_low_pct)).round(Rounding::down).value()};
  CHECK(ledighedsydelse(facts, rates()).value().ledighedsydelse ==
        rates().on(2024y / 6).get<RateKey::ledighedsydelse_low_provider_month>().value());
  CHECK(wordings(facts) == std::vector{Wording::own, Wording::state});
  facts.am_income = facts.am_income + Money::kroner(3);
  CHECK(wordings(facts) == std::vector{Wording::below_low_amount});
}

TEST_CASE("ledighedsydelse tells which of the three amounts it begins with") {
  for (const auto& [given, key] : {std::pair{BenefitClass::full, RateKey::ledighedsydelse_full_month},
                                   std::pair{BenefitClass::low_provider, RateKey::ledighedsydelse_low_provider_month},
                                   std::pair{BenefitClass::low_nonprovider, RateKey::ledighedsydelse_low_nonprovider_month}}) {
    Trace trace;
    REQUIRE(ledighedsydelse({.month = 2024y / 6, .benefit_class = given}, rates(), trace));
    const Step* step = trace.find(Rule::LY_3);
    REQUIRE(step);
    CHECK(steps::as<steps::BenefitOfMonth>(*step).wording == given);
    CHECK(step->amount == rates().on(2024y / 6).find(key)->exact);
  }
}

// Who defends a step must find the rates it rests on; each is written here from the rulebook, by rule and wording.
TEST_CASE("every step names the dated rates it was computed from, and no others") {
  using enum RateKey;
  using steps::kind_of;
  struct Of {
    std::uint8_t kind, wording;
    std::vector<RateKey> keys;
  };
  const auto word = [](auto wording) { return static_cast<std::uint8_t>(wording); };
  const auto check = [](const Trace& trace, const std::vector<Of>& expected) {
    for (const Of& of : expected) {
      CAPTURE(int{of.kind});
      CAPTURE(int{of.wording});
      const auto found = std::find_if(trace.steps().begin(), trace.steps().end(),
                                      [&](const Step& s) { return s.kind == of.kind && s.wording == of.wording; });
      REQUIRE(found != trace.steps().end());
      CHECK(std::vector<RateKey>(found->rates().begin(), found->rates().end()) == of.keys);
    }
  };
  Trace trace;

  YearsIncome income{.year = 2026, .pay = Money::kroner(4'000'000), .municipal = Percent::whole(20)};
  income.church = Percent::whole(1);
  income.single_parent = true;
  REQUIRE(income_tax(income, rates(), trace));
  check(trace, {{kind_of<steps::AmContribution>, 0, {tax_am_pct}},
                {kind_of<steps::PersonalIncome>, 0, {}},
                {kind_of<steps::DeductionByWork>,
                 word(steps::DeductionByWork::Wording::employment),
                 {tax_employment_deduction_pct, tax_employment_deduction_max_year}},
                {kind_of<steps::DeductionByWork>,
                 word(steps::DeductionByWork::Wording::single_parent),
                 {tax_single_parent_deduction_pct, tax_single_parent_deduction_max_year}},
                {kind_of<steps::DeductionByWork>,
                 word(steps::DeductionByWork::Wording::job),
                 {tax_job_deduction_pct, tax_job_deduction_threshold_year, tax_job_deduction_max_year}},
                {kind_of<steps::OneTax>, word(steps::OneTax::Wording::bottom), {tax_bottom_pct}},
                {kind_of<steps::OneTax>, word(steps::OneTax::Wording::municipal), {}},
                {kind_of<steps::OneTax>, word(steps::OneTax::Wording::church), {}},
                {kind_of<steps::OneTax>, word(steps::OneTax::Wording::middle), {tax_middle_pct, tax_middle_threshold_year}},
                {kind_of<steps::OneTax>, word(steps::OneTax::Wording::top), {tax_top_pct, tax_top_threshold_year}},
                {kind_of<steps::OneTax>, word(steps::OneTax::Wording::toptop), {tax_toptop_pct, tax_toptop_threshold_year}},
                {kind_of<steps::AllowanceValue>, 0, {tax_personal_allowance_year}},
                {kind_of<steps::TaxAfterAllowance>, 0, {}},
                {kind_of<steps::TaxInWholeKroner>, 0, {}}});

  LedighedsydelseFacts without_job{.month = 2024y / 6, .benefit_class = BenefitClass::low_provider, .am_income = Money::kroner(900)};
  without_job.self_employed_hours = Hours::whole(2);
  REQUIRE(ledighedsydelse(without_job, rates(), trace));
  check(trace, {{kind_of<steps::BenefitOfMonth>, word(BenefitClass::low_provider), {ledighedsydelse_low_provider_month}},
                {kind_of<steps::PayableDays>, word(steps::PayableDays::Wording::whole_month), {}},
                {kind_of<steps::SelfEmployedHours>, 0, {conversion_rate_hour}},
                {kind_of<steps::Offset>, 0, {taper_threshold_month, taper_low_pct, taper_high_pct}},
                {kind_of<steps::BenefitDue>, 0, {}},
                {kind_of<steps::AtpOfBenefit>, word(steps::AtpOfBenefit::Wording::below_low_amount), {ledighedsydelse_low_provider_month}},
                {kind_of<steps::ObligatoryPension>, 0, {obligatory_pension_pct}}});
  REQUIRE(ledighedsydelse({.month = 2024y / 6}, rates(), trace));
  check(trace, {{kind_of<steps::AtpOfBenefit>,
                 word(steps::AtpOfBenefit::Wording::own),
                 {atp_ledighedsydelse_own_month, ledighedsydelse_low_nonprovider_month}},
                {kind_of<steps::AtpOfBenefit>,
                 word(steps::AtpOfBenefit::Wording::state),
                 {atp_ledighedsydelse_public_month, ledighedsydelse_low_nonprovider_month}}});

  MonthFacts in_job = march_2024(Money::kroner(15'600));
  in_job.paid_hours = Hours::whole(65);
  REQUIRE(fleksloentilskud(in_job, rates(), Options{}, trace));
  check(trace, {{kind_of<steps::RatesOfMonth>, 0, {fleksloentilskud_max_month}},
                {kind_of<steps::HighestSubsidy>, 0, {fleksloentilskud_max_month}},
                {kind_of<steps::Taper>, 0, {taper_threshold_month, taper_low_pct, taper_high_pct}},
                {kind_of<steps::Rounded>, word(RoundTo::krone), {}},
                {kind_of<steps::OwnAtpOfSubsidy>, 0, {atp_subsidy_own_pct, atp_subsidy_own_max_month}},
                {kind_of<steps::PublicAtpOfSubsidy>, word(steps::PublicAtpOfSubsidy::Wording::by_hours), {atp_subsidy_public_per_hour}},
                {kind_of<steps::ObligatoryPension>, 0, {obligatory_pension_pct}}});
  in_job.paid_hours = Hours::whole(38);
  REQUIRE(fleksloentilskud(in_job, rates(), Options{}, trace));
  check(trace,
        {{kind_of<steps::PublicAtpOfSubsidy>, word(steps::PublicAtpOfSubsidy::Wording::few_hours), {atp_subsidy_public_under_39h_month}}});

  // 38, 39, 78 and 117 hours a month; the week's hours are 12/52 of them.
  using OfHours = std::pair<std::int64_t, std::vector<RateKey>>;
  for (const auto& [hours, keys] : {OfHours{8, {}}, OfHours{9, {atp_wage_own_39h_month}}, OfHours{17, {atp_wage_own_39h_month}},
                                    OfHours{18, {atp_wage_own_78h_month}}, OfHours{27, {atp_wage_own_117h_month}}}) {
    in_job = {.month = 2024y / 3, .pay = Pay::hourly(Money::kroner(200), Hours::whole(hours))};
    REQUIRE(fleksloentilskud(in_job, rates(), Options{}, trace));
    check(trace, {{kind_of<steps::AtpOfWage>,
                   word(keys.empty() ? steps::AtpOfWage::Wording::few_hours : steps::AtpOfWage::Wording::by_band), keys}});
  }

  HolidayFacts held{.from = 2024y / 9 / 1, .to = 2025y / 8 / 31, .monthly_pay = Money::kroner(12'000)};
  REQUIRE(holiday(held, rates(), trace));
  check(trace, {{kind_of<steps::HolidayAllowance>, 0, {holiday_allowance_pct}}});
  held.kind = HolidayKind::pay;
  REQUIRE(holiday(held, rates(), trace));
  check(trace, {{kind_of<steps::HolidaySupplement>, 0, {holiday_supplement_pct}},
                {kind_of<steps::GreatPrayerDaySupplement>, 0, {great_prayer_day_supplement_pct}}});

  REQUIRE(self_employed_grant(2019y, Money::kroner(48'000), rates(), trace));
  check(trace, {{kind_of<steps::SelfEmployedGrant>, 0, {self_employed_grant_max_year, self_employed_taper_pct}},
                {kind_of<steps::GrantAMonth>, 0, {}}});
}

TEST_CASE("taxes above their thresholds are told with what lies above") {
  YearsIncome income{.year = 2026, .pay = Money::kroner(4'000'000), .municipal = Percent::whole(20)};
  Trace trace;
  const auto tax = income_tax(income, rates(), trace).value();
  using Wording = steps::OneTax::Wording;
  for (const auto& [wording, threshold] :
       {std::pair{Wording::middle, RateKey::tax_middle_threshold_year}, std::pair{Wording::top, RateKey::tax_top_threshold_year},
        std::pair{Wording::toptop, RateKey::tax_toptop_threshold_year}}) {
    const auto name = info(threshold).name;
    CAPTURE(name);
    int found = 0;
    for (const Step& step : trace.steps()) {
      if (!steps::is<steps::OneTax>(step) || steps::as<steps::OneTax>(step).wording != wording) continue;
      const auto one = steps::as<steps::OneTax>(step);
      CHECK(one.base == tax.personal_income - rates().on(2026y / 1).find(threshold)->exact);
      CHECK(step.amount == one.base * one.share);
      ++found;
    }
    CHECK(found == 1);
  }
}
