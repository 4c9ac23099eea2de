#include <fleks/words/formula.hpp>

#include <algorithm>

#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>
#include <fleks/words/benefits.hpp>
#include <fleks/words/explanation.hpp>

#include "facts/ledighedsydelse_numbers.hpp"
#include "words/formula_names.hpp"
#include "words/say.hpp"

// From nodes to text: one writer of operations, three ways to write them (SQL, a spreadsheet, SMT-LIB).

namespace fleks {
namespace {

using Op = Formula::Op;

/// A text and how strongly it holds together: 1 a sum, 2 a product, 3 a name, a number or a call.
struct Part {
  std::string text;
  int strength = 3;
  [[nodiscard]] std::string at_least(int wanted) const { return strength >= wanted ? text : "(" + text + ")"; }
};

class Writer {
 public:
  Writer(const Formula& formula, Dialect dialect) : f_(formula), dialect_(dialect), names_(formula.nodes.size()) {
    for (const Formula::Step& step : f_.steps) {
      const auto place = static_cast<std::size_t>(step.node);
      if (f_.nodes[place].op > Op::rate && names_[place].empty()) names_[place] = step.name;
    }
  }
  /// The step itself is not said by its own name; a later step with the same node is the earlier one's name.
  [[nodiscard]] std::string step(const Formula::Step& step) const {
    const bool first = names_[static_cast<std::size_t>(step.node)] == step.name;
    return (first ? operation(step.node) : part(step.node)).text;
  }

 private:
  [[nodiscard]] bool smt() const noexcept { return dialect_ == Dialect::smt; }

  [[nodiscard]] Part part(int node) const {
    const std::string_view name = names_[static_cast<std::size_t>(node)];
    return name.empty() ? operation(node) : named(name);
  }
  // A step is a function of the facts in SMT-LIB.
  [[nodiscard]] Part named(std::string_view step) const {
    if (!smt()) return {dialect_ == Dialect::excel ? std::string(step) : sql_name(step)};
    std::string call = "(" + std::string(step);
    for (const Formula::FactInput& fact : f_.facts) call += fmt::format(" {}", to_text(fact.fact));
    return {call + ")"};
  }
  [[nodiscard]] static Part prefix(std::string_view op, const std::vector<Part>& parts) {
    std::string text = "(" + std::string(op);
    for (const Part& each : parts) text += " " + each.text;
    return {text + ")"};
  }
  [[nodiscard]] static Part call(std::string_view function, const Part& a, const Part& b) {
    return {fmt::format("{}({}, {})", function, a.text, b.text)};
  }
  [[nodiscard]] Part choice(std::string_view sign, const Part& test, const Part& then, const Part& otherwise) const {
    if (smt()) return prefix("ite", {prefix(sign, {test, {"0"}}), then, otherwise});
    if (dialect_ == Dialect::excel) return {fmt::format("IF({} {} 0, {}, {})", test.text, sign, then.text, otherwise.text)};
    return {fmt::format("CASE WHEN {} {} 0 THEN {} ELSE {} END", test.text, sign, then.text, otherwise.text)};
  }
  [[nodiscard]] Part least(const Part& a, const Part& b) const {
    if (smt()) return prefix("ite", {prefix("<", {a, b}), a, b});
    return call(dialect_ == Dialect::excel ? "MIN" : dialect_ == Dialect::sqlite ? "min" : "least", a, b);
  }
  [[nodiscard]] Part above_zero(const Part& a) const {
    if (smt()) return prefix("ite", {prefix(">", {a, {"0"}}), a, {"0"}});
    return call(dialect_ == Dialect::excel ? "MAX" : dialect_ == Dialect::sqlite ? "max" : "greatest", {"0"}, a);
  }
  [[nodiscard]] Part quotient(const Part& a, const Part& b) const {
    if (smt()) return prefix("div", {a, b});
    if (dialect_ == Dialect::excel) return {fmt::format("INT({} / {})", a.at_least(2), b.at_least(3))};
    return {fmt::format("{} {} {}", a.at_least(2), dialect_ == Dialect::duckdb ? "//" : "/", b.at_least(3)), 2};
  }
  [[nodiscard]] Part operation(int node) const {
    const Formula::Node& n = f_.nodes[static_cast<std::size_t>(node)];
    const auto of = [&](std::size_t which) { return part(n.of[which]); };
    const auto place = static_cast<std::size_t>(n.number);
    switch (n.op) {
      case Op::constant: return {std::to_string(n.number)};
      case Op::fact: return {std::string(to_text(f_.facts[place].fact))};
      case Op::rate: return {std::string(info(f_.rates[place].key).name)};
      case Op::sum: return smt() ? prefix("+", {of(0), of(1)}) : Part{of(0).at_least(1) + " + " + of(1).at_least(1), 1};
      case Op::difference: return smt() ? prefix("-", {of(0), of(1)}) : Part{of(0).at_least(1) + " - " + of(1).at_least(2), 1};
      // A quotient within a product would be taken of the product, were it not bracketed.
      case Op::product: return smt() ? prefix("*", {of(0), of(1)}) : Part{of(0).at_least(2) + " * " + of(1).at_least(3), 2};
      case Op::quotient: return quotient(of(0), of(1));
      case Op::least: return least(of(0), of(1));
      case Op::above_zero: return above_zero(of(0));
      case Op::if_positive: return choice(">", of(0), of(1), of(2));
      case Op::if_not_negative: return choice(">=", of(0), of(1), of(2));
    }
    return {};
  }

  const Formula& f_;
  Dialect dialect_;
  std::vector<std::string_view> names_;  // of steps, by node
};

/// Of every rate the month has; else the first that it lacks.
std::optional<Error> lacks(const Formula& formula, Month month, const RateTable& rates) {
  for (const Formula::RateInput& rate : formula.rates)
    if (auto count = counted_or_why_not(rate, month, rates); !count) return std::move(count).error();
  return std::nullopt;
}

/// What `excel` computes with, beside the columns of a population.
constexpr std::array facts_of_a_sheet{Fact::am_income,          Fact::benefits_in_kind,     Fact::own_pension,     Fact::employer_pension,
                                      Fact::holiday_supplement, Fact::other_wage,           Fact::care_income,     Fact::daily_benefit,
                                      Fact::unclaimed_benefit,  Fact::ledighedsydelse_days, Fact::ledighedsydelse, Fact::ceiling,
                                      Fact::paid_hours};

/// What the formula of the ceiling knows.
constexpr std::array facts_of_ceiling{Fact::ceiling_hourly, Fact::ceiling_supplements, Fact::ceiling_bonus, Fact::ceiling_pension,
                                      Fact::ceiling_holiday_supplement};

std::string excel_lines(const FormulaAsked& asked, const LawText& law, const RateTable& rates, Language language) {
  const Say say(language);
  const Month now = law.last;
  std::string text;
  if (asked.of != FormulaOf::month) {
    text = say("# {}, {}: navne på fakta (øre, eller de dele, der står ved dem), satser og trin\n",
               "# {}, {}: names of facts (øre, or the pieces beside them), rates and steps\n", title_of(asked, language), to_text(now));
    for (const Formula::FactInput& fact : law.formula.facts)
      text += fact.pieces == 1 ? fmt::format("# {}\n", to_text(fact.fact)) : fmt::format("# {}: 1/{}\n", to_text(fact.fact), fact.pieces);
    for (const Formula::RateInput& rate : law.formula.rates)
      if (const auto count = counted(rate, now, rates)) text += fmt::format("{} = {}\n", info(rate.key).name, *count);
    for (std::size_t i = 0; i < law.steps.size(); ++i)
      text += fmt::format("# {}: {}\n{} = {}\n", info(law.formula.steps[i].rule).id, pieces_in_words(law.formula.steps[i].pieces),
                          law.formula.steps[i].name, law.steps[i]);
    return text;
  }
  text = say("# Loven fra {} til {}: navne på fakta (øre, dage; timer i titusindedele), satser og trin\n",
             "# The law from {} to {}: names of facts (øre, days; hours in ten-thousandths), rates and steps\n", to_text(law.first),
             to_text(now));
  for (const Formula::FactInput& fact : law.formula.facts) text += fmt::format("# {}\n", to_text(fact.fact));
  for (const Formula::RateInput& rate : law.formula.rates)
    if (const auto count = counted(rate, now, rates)) text += fmt::format("{} = {}\n", info(rate.key).name, *count);
  for (std::size_t i = 0; i < law.steps.size(); ++i) text += fmt::format("{} = {}\n", law.formula.steps[i].name, law.steps[i]);
  return text;
}

}  // namespace

std::string formula_text(const Formula& formula, const Formula::Step& step, Dialect dialect) { return Writer(formula, dialect).step(step); }

std::string sql_name(std::string_view step) { return step == "offset" ? "\"offset\"" : std::string(step); }

std::string pieces_in_words(std::int64_t pieces) { return pieces == 1 ? "øre" : fmt::format("1/{} øre", pieces); }

Result<std::int64_t> counted_or_why_not(const Formula::RateInput& rate, Month month, const RateTable& rates) {
  if (const auto count = counted(rate, month, rates)) return *count;
  return rates.on(month).why_not(rate.key);
}

std::vector<LawText> laws_in_words(Month first, Month last, const RateTable& rates, std::span<const Fact> facts, Dialect dialect) {
  std::vector<LawText> laws;
  for (Month month = first; month <= last; month = month_after(month)) {
    LawText law{month, month, formula_of_month(month, rates, facts), {}};
    const Writer writer(law.formula, dialect);
    for (const Formula::Step& step : law.formula.steps) law.steps.push_back(writer.step(step));
    if (!laws.empty() && laws.back().steps == law.steps)
      laws.back().last = month;
    else
      laws.push_back(std::move(law));
  }
  return laws;
}

std::string title_of(const FormulaAsked& asked, Language language) {
  const Say say(language);
  switch (asked.of) {
    case FormulaOf::month: return "Fleksløntilskud";
    case FormulaOf::ledighedsydelse: return fmt::format("Ledighedsydelse ({})", to_text(asked.benefit_class));
    case FormulaOf::ceiling: return say.text("Lønloft af sine dele", "The ceiling from its parts");
  }
  return {};
}

std::int64_t most_of(const Formula::FactInput& fact, Month month) noexcept {
  constexpr std::int64_t most_days = 31;  // of the longest month
  switch (fact.fact) {
    case Fact::ceiling: return Formula::no_ceiling;
    case Fact::ledighedsydelse_days: return most_days * fact.pieces;
    case Fact::ceiling_pension: return fact.pieces;
    // So that a full-time month of it is held by 64 bits in the smallest pieces.
    case Fact::ceiling_hourly: return largest_amount.in_oere() / 10;
    case Fact::self_employed_hours:
    case Fact::paid_hours: return hours_in_a_month.ten_thousandths() / 10'000 * fact.pieces;
    case Fact::entitled_weekdays:
    case Fact::sanction_days:
    case Fact::untaken_holiday_days:
    case Fact::holiday_days: return weekdays(month) * fact.pieces;
    default: return largest_amount.in_oere();
  }
}

namespace {

/// The one law of a month.
LawText law_of(const FormulaAsked& asked, Month month, const RateTable& rates) {
  LawText law{month, month, {}, {}};
  switch (asked.of) {
    case FormulaOf::month: law.formula = formula_of_month(month, rates, columns_of_formula); break;
    case FormulaOf::ledighedsydelse:
      law.formula = formula_of_ledighedsydelse(month, asked.benefit_class, asked.provider, rates, numbers_of_ledighedsydelse);
      break;
    case FormulaOf::ceiling: law.formula = formula_of_ceiling(rates, facts_of_ceiling); break;
  }
  const Writer writer(law.formula, asked.dialect);
  for (const Formula::Step& step : law.formula.steps) law.steps.push_back(writer.step(step));
  return law;
}

}  // namespace

Result<std::string> formula_text(const FormulaAsked& asked, const RateTable& rates, Language language) {
  constexpr Month begins = std::chrono::year{2013} / std::chrono::January;
  if (asked.month && *asked.month < begins)
    return Error{.code = ErrorCode::begins_before_2013, .field = Fact::month, .given = to_text(*asked.month)};
  const auto highest = rates.rows(RateKey::fleksloentilskud_max_month);
  Month newest = begins;
  for (const Rate& rate : highest) newest = std::max(newest, month_of(Date{rate.has_end() ? rate.last : rate.first}));
  const Month first = asked.month.value_or(begins), last = asked.month.value_or(newest);
  const LawText law = law_of(asked, last, rates);
  if (auto wrong = lacks(law.formula, last, rates)) return std::move(*wrong);
  const bool of_month = asked.of == FormulaOf::month;
  switch (asked.dialect) {
    case Dialect::sqlite:
    case Dialect::postgresql:
    case Dialect::duckdb: return of_month ? sql_script(asked, first, last, rates, language) : sql_of_facts(asked, law, rates, language);
    case Dialect::smt: return smt_script(asked, law, rates, language);
    case Dialect::excel: break;
  }
  if (!of_month) return excel_lines(asked, law, rates, language);
  std::string text;
  for (const LawText& each : laws_in_words(first, last, rates, facts_of_a_sheet, asked.dialect))
    text += excel_lines(asked, each, rates, language);
  return text;
}

Result<std::string> formula_text(Dialect dialect, std::optional<Month> month, const RateTable& rates, Language language) {
  return formula_text(FormulaAsked{.dialect = dialect, .month = month}, rates, language);
}

}  // namespace fleks
