#include <fleks/facts/month_facts.hpp>

#include "formula/maker.hpp"
#include "rules/facts_to_rules.hpp"
#include "rules/month.hpp"
#include "statement/month_amounts.hpp"
#include "statement/validate.hpp"

namespace fleks {
namespace {

using law::Symbol;
using law::SymbolNumbers;

/// The month's formula while it is made.
class MonthFormula : law::FormulaMaker {
 public:
  MonthFormula(Month month, const RateTable& table, std::span<const Fact> facts) noexcept
      : FormulaMaker(facts), month_(month), table_(table) {}

  Formula made() {
    law::MonthInput<SymbolNumbers> in;
    in.wage = {.pay = fact(Fact::am_income),
               .in_kind = fact(Fact::benefits_in_kind),
               .own_pension = fact(Fact::own_pension),
               .employer_pension = fact(Fact::employer_pension),
               .holiday_supplement = fact(Fact::holiday_supplement)};
    if (is_named(Fact::ceiling)) in.ceiling = {.form = Ceiling::Form::stated, .amount = fact(Fact::ceiling)};
    const auto terms = law::MonthTerms<SymbolNumbers>::of({}, month_);
    auto& subsidy = in.subsidy;
    subsidy.other_wage = fact(Fact::other_wage);
    if (care_income_counts(month_)) subsidy.care_income = fact(Fact::care_income);
    subsidy.daily_benefit = fact(Fact::daily_benefit);
    subsidy.unclaimed = fact(Fact::unclaimed_benefit);
    if (terms.subsidy.holiday_benefit_deducted)
      subsidy.holiday_benefit = fact(Fact::ledighedsydelse);
    else if (is_named(Fact::ledighedsydelse_days))
      subsidy.holiday = holiday_share_of(fact(Fact::ledighedsydelse_days));
    in.hours_known = is_named(Fact::paid_hours);
    if (in.hours_known) in.paid_hours = fact(Fact::paid_hours, 10'000);

    law::SymbolRates read(formula_, expressions_, table_);
    const auto rates = law::MonthRates<SymbolNumbers>::of(read, table_, {.public_atp = in.hours_known});
    law::Untraced untraced;
    const auto m = law::month(in, rates, terms, untraced);

    step("wage", Rule::FLT_5, m.wage);
    step("all_wage", Rule::FLT_7, m.subsidy.all_wage);
    step("taper", Rule::FLT_8, m.subsidy.taper);
    step("before_ceiling", Rule::FLT_10, m.subsidy.before_ceiling);
    step("under_ceiling", Rule::FLT_11, m.subsidy.before_ceiling - m.subsidy.ceiling_cut);
    step("due", Rule::FLT_12, m.subsidy.due);
    step("fleksloentilskud", Rule::FLT_14, m.paid);
    each_that_follows(m, in.hours_known, [&](const char* name, Rule rule, const auto& amount) { step(name, rule, amount); });
    return std::move(formula_);
  }

 private:
  Month month_;
  const RateTable& table_;
};

}  // namespace

Formula formula_of_month(Month month, const RateTable& rates, std::span<const Fact> facts) {
  return MonthFormula(month, rates, facts).made();
}

}  // namespace fleks
