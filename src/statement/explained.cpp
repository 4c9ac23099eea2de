#include <fleks/statement/explained.hpp>

#include <fleks/statement/after_tax.hpp>
#include <fleks/statement/ceiling_statement.hpp>
#include <fleks/statement/holiday_statement.hpp>
#include <fleks/statement/housing_statement.hpp>
#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/statement/self_employed_grant.hpp>
#include <fleks/statement/tax_statement.hpp>

namespace fleks {
namespace {

/// The one way: what was asked is kept, and `compute` writes its steps.
template <class Statement, class Compute>
Result<Explained<Statement>> explain(const typename Statement::Facts& facts, const RateTable& rates, const Options& options,
                                     Compute compute) {
  Explained<Statement> made{.facts = facts, .rates = rates, .options = options};
  auto statement = compute(made.trace);
  if (!statement) return std::move(statement).error();
  made.statement = *std::move(statement);
  return made;
}

/// The options with the other choice of a rule, where it has one.
std::optional<Options> other_choice(Rule rule, Options options) {
  switch (rule) {
    case Rule::FLT_2: options.rates_of = options.rates_of == RatesOf::subsidy_month ? RatesOf::wage_month : RatesOf::subsidy_month; break;
    case Rule::FLT_5: options.own_atp = OwnAtp::excluded; break;
    case Rule::FLT_11:
      options.other_wage_under_ceiling = options.other_wage_under_ceiling == OtherWageUnderCeiling::excluded
                                             ? OtherWageUnderCeiling::included
                                             : OtherWageUnderCeiling::excluded;
      break;
    case Rule::FLT_14: options.round_to = options.round_to == RoundTo::oere ? RoundTo::krone : RoundTo::oere; break;
    default: return std::nullopt;
  }
  return options;
}

}  // namespace

Result<Explained<MonthStatement>> explained(const MonthFacts& facts, const RateTable& rates, const Options& options) {
  auto made = explain<MonthStatement>(facts, rates, options, [&](Trace& trace) { return fleksloentilskud(facts, rates, options, trace); });
  if (!made) return made;
  for (const Step& step : made->trace.steps()) {
    const auto other = step.rests_on_choice ? other_choice(step.rule, options) : std::nullopt;
    if (!other) continue;
    auto month = fleksloentilskud(facts, rates, *other);
    made->otherwise.push_back({step.rule, *other, month ? Result<Money>(month->fleksloentilskud) : std::move(month).error()});
  }
  return made;
}

Result<Explained<LedighedsydelseStatement>> explained(const LedighedsydelseFacts& facts, const RateTable& rates, const Options& options) {
  return explain<LedighedsydelseStatement>(facts, rates, options, [&](Trace& trace) { return ledighedsydelse(facts, rates, trace); });
}

Result<Explained<CeilingStatement>> explained(const CeilingFacts& facts, const RateTable& rates, const Options& options) {
  return explain<CeilingStatement>(facts, rates, options, [&](Trace& trace) -> Result<CeilingStatement> {
    auto ceiling = normal_wage_ceiling(facts.ceiling, rates.on(facts.date), trace);
    if (!ceiling) return std::move(ceiling).error();
    return CeilingStatement{*ceiling};
  });
}

Result<Explained<HolidayStatement>> explained(const HolidayFacts& facts, const RateTable& rates, const Options& options) {
  return explain<HolidayStatement>(facts, rates, options, [&](Trace& trace) { return holiday(facts, rates, trace); });
}

Result<Explained<SelfEmployedGrant>> explained(const SelfEmployedFacts& facts, const RateTable& rates, const Options& options) {
  return explain<SelfEmployedGrant>(facts, rates, options, [&](Trace& trace) { return self_employed_grant(facts, rates, trace); });
}

Result<Explained<HousingStatement>> explained(const HousingFacts& facts, const RateTable& rates, const Options& options) {
  return explain<HousingStatement>(facts, rates, options, [&](Trace& trace) { return housing_benefit(facts, rates, trace); });
}

Result<Explained<AfterTax>> explained(const AfterTaxFacts& facts, const RateTable& rates, const Options& options) {
  return explain<AfterTax>(facts, rates, options, [&](Trace& trace) { return after_tax(facts, rates, trace); });
}

Result<Explained<TaxStatement>> explained(const YearsIncome& facts, const RateTable& rates, const Options& options) {
  return explain<TaxStatement>(facts, rates, options, [&](Trace& trace) { return income_tax(facts, rates, trace); });
}

}  // namespace fleks
