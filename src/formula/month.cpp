#include <fleks/facts/month_facts.hpp>
#include <fleks/statement/month_statement.hpp>

#include "formula/maker.hpp"
#include "rules/facts_to_rules.hpp"
#include "rules/month.hpp"
#include "statement/month_amounts.hpp"
#include "statement/validate.hpp"

namespace fleks {
namespace {

using law::Symbol;
using law::SymbolNumbers;

/// The month's steps, of whatever facts.
template <class Maker, class Amounts>
void put_steps(Maker& maker, const Amounts& m, bool hours_known) {
  maker.step("wage", Rule::FLT_5, m.wage);
  maker.step("all_wage", Rule::FLT_7, m.subsidy.all_wage);
  maker.step("taper", Rule::FLT_8, m.subsidy.taper);
  maker.step("before_ceiling", Rule::FLT_10, m.subsidy.before_ceiling);
  maker.step("under_ceiling", Rule::FLT_11, m.subsidy.before_ceiling - m.subsidy.ceiling_cut);
  maker.step("due", Rule::FLT_12, m.subsidy.due);
  maker.step("fleksloentilskud", Rule::FLT_14, m.paid);
  each_that_follows(m, hours_known, [&](const char* name, Rule rule, const auto& amount) { maker.step(name, rule, amount); });
}

/// The month's formula while it is made.
class MonthFormula : public law::FormulaMaker {
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

    put_steps(*this, m, in.hours_known);
    return std::move(formula_);
  }

 private:
  Month month_;
  const RateTable& table_;
};

/// The facts of a month of a case: what is whole øre by name, the rest, the part of the month and the holiday days as they are.
class FactsFormula : public law::FormulaMaker {
 public:
  FactsFormula(const MonthFacts& f, const RateTable& table, const Options& options) noexcept
      : FormulaMaker({}), f_(f), table_(table), options_(options) {}

  FormulaOfFacts made(const Exact& ceiling) {
    using Numbers = law::SymbolPartNumbers;
    const Month month = f_.month, wage_month = f_.wage_month.value_or(month_before(month));
    law::MonthInput<Numbers> in;
    in.wage = {.pay = amount(Fact::am_income, f_.pay.amount) + Symbol(f_.in_parts->exact_wage),
               .in_kind = amount(Fact::benefits_in_kind, f_.benefits_in_kind),
               .own_pension = amount(Fact::own_pension, f_.own_pension.amount()),
               .employer_pension = amount(Fact::employer_pension, f_.employer_pension.amount()),
               .holiday_supplement = amount(Fact::holiday_supplement, f_.holiday_supplement)};
    if (f_.ceiling.form != Ceiling::Form::none) {
      const Exact whole = ceiling.whole_part_exact(Rounding::toward_zero);
      in.ceiling = {.form = Ceiling::Form::stated,
                    .amount = amount(Fact::ceiling, whole.round(Rounding::never).value()) + Symbol(ceiling - whole)};
    }
    auto terms = law::MonthTerms<Numbers>::of(options_, month);
    auto& subsidy = in.subsidy;
    subsidy.other_wage = amount(Fact::other_wage, f_.other_wage) + Symbol(f_.in_parts->exact_other_wage);
    if (care_income_counts(month)) subsidy.care_income = amount(Fact::care_income, f_.care_income);
    subsidy.daily_benefit = amount(Fact::daily_benefit, f_.daily_benefit);
    subsidy.unclaimed = amount(Fact::unclaimed_benefit, f_.unclaimed_benefit);
    if (f_.right_without_wage) subsidy.other_right = Symbol(Exact::whole(1));
    subsidy.no_subsidy = f_.no_subsidy;
    const PartTaken taken = part_taken(f_, month, wage_month);
    subsidy.part = Symbol(taken.part);
    subsidy.part_of_result = taken.of_result;
    in.calendar_part = Symbol(taken.calendar_part);
    if (is_all_holiday(f_)) terms.subsidy.holiday_benefit_deducted = false;
    if (f_.ledighedsydelse_days != Days{}) {
      if (terms.subsidy.holiday_benefit_deducted)
        subsidy.holiday_benefit = amount(Fact::ledighedsydelse, f_.ledighedsydelse.value_or(Money{}));
      else
        subsidy.holiday = Symbol(holiday_share(f_));
    }
    in.hours_known = f_.paid_hours.has_value();
    if (in.hours_known) in.paid_hours = named(Fact::paid_hours, f_.paid_hours->ten_thousandths(), 10'000);

    law::SymbolRates read(formula_, expressions_, table_);
    const auto rates = law::MonthRates<Numbers>::of(read, table_, {.public_atp = in.hours_known});
    law::Untraced untraced;
    const auto m = law::month(in, rates, terms, untraced);
    put_steps(*this, m, in.hours_known);
    return {std::move(formula_), std::move(counts_)};
  }

 private:
  Symbol named(Fact fact, std::int64_t count, std::int64_t pieces) {
    formula_.facts.push_back({fact, pieces});
    counts_.push_back(count);
    return {expressions_, expressions_.input(Formula::Op::fact, formula_.facts.size() - 1), pieces};
  }
  Symbol amount(Fact fact, Money money) { return named(fact, money.in_oere(), 1); }
  const MonthFacts& f_;
  const RateTable& table_;
  const Options& options_;
  std::vector<std::int64_t> counts_{};
};

}  // namespace

std::optional<FormulaOfFacts> formula_of_facts(const MonthFacts& f, const RateTable& rates, const Options& options) {
  const bool as_in_a_case = f.pay.form == Pay::Form::am_income && !f.own_pension.is_share() && !f.employer_pension.is_share();
  if (!as_in_a_case || options.policy != Policy{} || options.own_atp_of != OwnAtpOf::paid_subsidy) return std::nullopt;
  Exact ceiling;
  if (f.ceiling.form != Ceiling::Form::none) {
    const auto in_force = normal_wage_ceiling(f.ceiling, rates.on(f.month));
    if (!in_force) return std::nullopt;
    ceiling = *in_force;
  }
  return FactsFormula(f, rates, options).made(ceiling);
}

Formula formula_of_month(Month month, const RateTable& rates, std::span<const Fact> facts) {
  return MonthFormula(month, rates, facts).made();
}

}  // namespace fleks
