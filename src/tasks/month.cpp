#include <fleks/analysis/bounds.hpp>
#include <fleks/analysis/pay_for_payout.hpp>
#include <fleks/statement/after_tax.hpp>
#include <fleks/words/after_tax.hpp>
#include <fleks/words/bounds.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/json.hpp>
#include <fleks/words/pay_for_payout.hpp>

#include "tasks/facts.hpp"
#include "tasks/month_facts.hpp"
#include "tasks/net_facts.hpp"
#include "tasks/ranges.hpp"
#include "tasks/reforms.hpp"
#include "tasks/results.hpp"
#include "tasks/task.hpp"

// fleks month: one month's fleksløntilskud.

namespace fleks::tasks {
namespace {

/// What is left of the month after tax.
Explained<AfterTax> read_after_tax(const Arguments& a, const Explained<MonthStatement>& month) {
  AfterTaxFacts facts = or_stop(after_tax_facts(month));
  const LocalTax where = read_local_tax(a, month.rates, read_municipal_taxes(a), facts.year);
  facts.municipal = where.municipal;
  facts.church = where.church;
  facts.single_parent = a.has("single_parent");
  facts.birth_year = read_birth_year(a);
  facts.deductions = read_deductions(a);
  facts.card = a.has("tax_card") && a.choice("tax_card", {"main", "secondary"}) == 1 ? TaxCard::secondary : TaxCard::main;
  facts.deduction = a.read("deduction", parse_kroner);
  return computed(explained(facts, month.rates), "month " + to_text(month.facts.month));
}

/// The reform's ceiling for the area that is given; an area that the reform does not know is an error, not a month without a ceiling.
std::optional<Money> ceiling_of_area(const Arguments& a, const Reform& reform) {
  const std::string* area = a.text("agreement_area");
  if (area == nullptr) return std::nullopt;
  if (reform.ceilings.empty())
    throw Stop{
        {.code = ErrorCode::exclusive_facts, .field = asked("agreement_area"), .allowed = NotWith{{asked("reform " + *a.text("reform"))}}}};
  const auto ceiling = reform.ceiling(*area);
  if (ceiling) return *ceiling;
  OneOf areas;
  for (const auto& known : reform.ceilings) areas.choices.emplace_back(known.area);
  throw Stop{{.code = ErrorCode::no_such_choice, .field = asked("agreement_area"), .given = *area, .allowed = std::move(areas)}};
}

/// A full-time pay that is not known is a pay of its hours that is not: where those are at most full time, each of its øre is one.
void take_full_time_wage(Arguments& a, std::vector<FactRange>& ranges) {
  constexpr const char *option = "full_time_wage", *hours = "weekly_hours";
  const std::string* given = a.text(option);
  if (given == nullptr) return;
  for (const FactRange& range : ranges)
    if (range.fact == Fact::weekly_hours || range.fact == Fact::intensity)
      throw Stop{{.code = ErrorCode::exclusive_facts,
                  .field = asked(std::string(to_text(range.fact)) + " ?, A..B"),
                  .allowed = NotWith{{asked(option)}}}};
  const std::size_t dots = given->find("..");
  if (*given != "?" && dots == std::string::npos) return;
  const std::string least = dots == std::string::npos ? "0" : given->substr(0, dots),
                    most = dots == std::string::npos ? to_text(largest_amount) : given->substr(dots + 2);
  const auto pay = [&](const std::string& full_time) {
    a.options.find(option)->second.front() = full_time;
    return read_month_facts(a).pay.amount.in_oere();
  };
  const Money from = or_stop(parse_kroner(least), option), to = or_stop(parse_kroner(most), option);
  const FactRange range{Fact::monthly_wage, pay(least), pay(most)};
  pay(least);
  if (from > to)
    throw Stop{{.code = ErrorCode::out_of_range, .field = asked(option), .given = least + ".." + most, .allowed = OneOf{{"?", "A..B"}}}};
  if (range.to - range.from > (to - from).in_oere() + 1)
    throw Stop{{.code = ErrorCode::out_of_range, .field = asked(hours), .given = *a.text(hours), .allowed = AtMost{Hours::whole(37)}}};
  ranges.push_back(range);
}

/// A month of which not every fact is known: what each amount is at least and at most.
int run_bounds(const Arguments& a, const std::vector<FactRange>& ranges, bool json, Output& out) {
  refuse_with_ranges(a, {"expect", "after_tax"});
  if (a.has("reform"))
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(ranges.front().fact), .allowed = NoRange{WhyNoRange::reform, {}, {}}}};
  const MonthFacts facts = read_month_facts(a);
  const Options options = read_month_options(a);
  if (options.own_atp_of == OwnAtpOf::before_ceiling)
    throw Stop{{.code = ErrorCode::exclusive_facts,
                .field = asked(ranges.front().fact),
                .allowed = NoRange{WhyNoRange::own_atp_before_ceiling, {}, {}}}};
  const RateTable rates = read_rates(a);
  const auto found = computed(bounds(facts, ranges, rates, options), "month " + to_text(facts.month));
  const auto highest = computed(explained(found.facts, rates, options), "month " + to_text(facts.month));
  out.text = json ? to_json(found, highest, a.language) : breakdown(found, highest, a.language);
  return 0;
}

/// From the payout back to the pay, which is what is not known.
int run_target(const Arguments& a, const std::vector<FactRange>& ranges, bool json, Output& out) {
  const Money payout = read_money(a, "target_payout");
  for (const char* option :
       {"expect", "reform", "after_tax", "employed_from", "employed_to", "job_from", "job_to", "ledighedsydelse_days", "own_atp_of"})
    if (a.has(option))
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(option), .allowed = NotWith{{asked("target_payout")}}}};
  if (ranges.size() != 1 || ranges[0].fact != Fact::am_income || ranges[0] != all_of(Fact::am_income))
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("target_payout"), .allowed = OnlyWith{{asked("am_income ?")}}}};
  const MonthFacts facts = read_month_facts(a);
  const RateTable rates = read_rates(a);
  const auto found = computed(pay_for_payout(payout, facts, rates, read_month_options(a)), "month " + to_text(facts.month));
  out.text = json ? to_json(found, payout, facts, rates) : breakdown(found, payout, facts, a.language);
  return 0;
}

int run(const Arguments& given, Output& out) {
  Arguments a = given;
  std::vector<FactRange> ranges = take_ranges(a, month_facts_in_ranges());
  take_full_time_wage(a, ranges);
  refuse_other_ranges(
      a, {"month", "wage_month", "employed_from", "employed_to", "job_from", "job_to", "municipality", "agreement_area", "format", "lang"});
  const std::size_t format = a.choice("format", {"text", "json", "xlsx"});
  const bool json = format == 1, xlsx = format == 2;
  if (xlsx) static_cast<void>(needed(a.machine.month_workbook, "format"));
  if (xlsx && a.has("target_payout"))
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("format xlsx"), .allowed = NotWith{{asked("target_payout")}}}};
  if (xlsx && !ranges.empty()) throw not_with_ranges("format xlsx");
  if (a.has("target_payout")) return run_target(a, ranges, json, out);
  if (!ranges.empty()) return run_bounds(a, ranges, json, out);
  const auto expected = a.read("expect", parse_kroner);
  Options options = read_month_options(a);
  MonthFacts facts = read_month_facts(a);
  RateTable rates = read_rates(a);
  const auto reforms = read_reforms(a);
  if (!reforms.empty()) {
    auto reformed = or_stop(apply(reforms[0], rates, options), "reform");
    rates = std::move(reformed.rates);
    options = reformed.options;
    const auto of_area = ceiling_of_area(a, reforms[0]);
    if (of_area && options.policy.in_force(facts.month)) facts.ceiling = Ceiling::stated(*of_area, Ceiling::StatedBy::agreement_table);
  }
  const auto month = computed(explained(facts, rates, options), "month " + to_text(facts.month));
  if (a.has("after_tax")) {
    if (xlsx) throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("after_tax"), .allowed = NotWith{{asked("format xlsx")}}}};
    const auto tax = read_after_tax(a, month);
    out.text = json ? to_json(month, tax, a.language, expected) : breakdown(month, a.language, a.reader) + breakdown(tax, a.language);
  } else {
    out.text = xlsx   ? needed(a.machine.month_workbook, "format")(month, a.language)
               : json ? to_json(month, a.language, expected)
                      : breakdown(month, a.language, a.reader);
  }
  return compare(expected, month.statement.fleksloentilskud, json || xlsx, a.language, out);
}

std::vector<Option> after_tax_options() {
  return joined({{{"after_tax", {"", ""}, {"også efter skat, med:", "also after tax, with:"}}},
                 local_tax_options(),
                 tax_card_options(),
                 deduction_options(),
                 {municipal_taxes_option()}});
}

}  // namespace

Command month_task() {
  return {
      .name = "month",
      .what = {"én måneds fleksløntilskud, med hvert trin", "one month's fleksløntilskud, with every step"},
      .options = []() -> std::vector<Option> {
        return month_options(joined(
            {after_tax_options(),
             {{"target_payout",
               {"KR", "KR"},
               {"hvilken løn giver så meget udbetalt før skat (med {am_income} ?)",
                "which pay gives so much paid out before tax (with {am_income} ?)"}},
              reform_option(false),
              {"agreement_area",
               {"OMRÅDE", "AREA"},
               {"overenskomstområdet, for en reform med lønlofter efter område", "the agreement area, for a reform with ceilings by area"}},
              expect_option(),
              format_option(
                  {"text, json eller xlsx (et regneark med levende formler)", "text, json or xlsx (a workbook with live formulas)"},
                  {"text", "json", "xlsx"})}}));
      },
      .run = run,
      .together = []() -> std::vector<Together> {
        return for_after_tax({{"agreement_area", {"reform"}},
                              {"birth_year", {"after_tax"}, {}},
                              {"transport_km", {"after_tax"}, {}},
                              {"transport_days", {"transport_km"}, {}},
                              {"union_fee", {"after_tax"}, {}},
                              {"municipal_taxes", {"after_tax"}, {}}});
      },
  };
}

}  // namespace fleks::tasks
