#include <fleks/analysis/audit.hpp>
#include <fleks/words/audit.hpp>
#include <fleks/words/bounds.hpp>

#include "tasks/facts.hpp"
#include "tasks/month_facts.hpp"
#include "tasks/ranges.hpp"
#include "tasks/results.hpp"
#include "tasks/task.hpp"

// fleks audit: is what was paid for a month right, and if not, which known misreading gives it.

namespace fleks::tasks {
namespace {

/// What is known of a stated ceiling's parts is the audit's own: with `ceiling` the month itself has no use for it.
AuditFacts read_more(const Arguments& a) {
  AuditFacts more;
  more.pay_of_same_month = a.read("wage_of_same_month", parse_kroner);
  more.pay_of_two_months_before = a.read("wage_two_months_before", parse_kroner);
  more.holiday_allowance = read_money(a, "holiday_allowance");
  if (a.has("ceiling")) {
    more.ceiling_supplements = read_money(a, "ceiling_supplements");
    more.ceiling_bonus = read_money(a, "ceiling_bonus");
    more.ceiling_pension = read_percent(a, "ceiling_pension");
  }
  return more;
}

MonthFacts read_facts(const Arguments& a) {
  if (!a.has("ceiling") || a.has("ceiling_hourly") || a.has("ceiling_monthly")) return read_month_facts(a);
  Arguments month = a;
  for (const char* part : {"ceiling_supplements", "ceiling_bonus", "ceiling_pension"}) month.options.erase(part);
  return read_month_facts(month);
}

/// A fact that is not known: for which of its values what was paid is right.
int run_in_ranges(const Arguments& a, const std::vector<FactRange>& ranges, Money paid, bool payout_only, bool json, Output& out) {
  if (ranges.size() > 1)
    throw Stop{{.code = ErrorCode::exclusive_facts,
                .field = asked(ranges[1].fact),
                .allowed = NoRange{WhyNoRange::one_fact, {asked(ranges[0].fact)}, {}}}};
  refuse_with_ranges(a, {"wage_of_same_month", "wage_two_months_before", "holiday_allowance"});
  const MonthFacts facts = read_facts(a);
  const RateTable rates = read_rates(a);
  const auto found = computed(right_if(facts, ranges[0], paid, payout_only, rates, read_month_options(a)), "month " + to_text(facts.month));
  out.text = json ? to_json(found, rates) : right_if(found, a.language);
  return found.where.size() == 1 && found.where[0] == found.range ? 0 : 1;
}

int run(const Arguments& given, Output& out) {
  Arguments a = given;
  const std::vector<FactRange> ranges = take_ranges(a, month_facts_in_ranges());
  const bool json = a.choice("format", {"text", "json"}) == 1;
  const auto subsidy = a.read("paid", parse_kroner), payout = a.read("paid_out", parse_kroner);
  if (subsidy && payout) throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("paid_out"), .allowed = NotWith{{asked("paid")}}}};
  const auto paid = subsidy ? subsidy : payout;
  if (!paid) throw Stop{{.code = ErrorCode::missing_fact, .field = asked("paid"), .allowed = Form::amount}};
  if (!ranges.empty()) return run_in_ranges(a, ranges, *paid, payout.has_value(), json, out);
  const Options options = read_month_options(a);
  PaidMonth facts{.month = read_facts(a), .paid = *paid, .more = read_more(a)};
  facts.more.paid_out = payout.has_value();
  const auto found = computed(explained(facts, read_rates(a), options), "month " + to_text(facts.month.month));
  out.text = json ? to_json(found, a.language) : breakdown(found, a.language);
  return found.statement.right ? 0 : 1;
}

}  // namespace

Command audit_task() {
  return {
      .name = "audit",
      .what = {"er det udbetalte rigtigt, og hvis ikke: hvilken fejl giver det",
               "is what was paid right, and if not, which mistake gives it"},
      .options = []() -> std::vector<Option> {
        return month_options(
            {{"paid",
              {"KR", "KR"},
              {"det fleksløntilskud, der er udbetalt: før eget ATP-bidrag,\neller efter, som på kontoudtoget",
               "the fleksløntilskud that was paid: before own ATP,\nor after it, as on the bank statement"}},
             {"paid_out", {"KR", "KR"}, {"det udbetalte, efter eget ATP-bidrag", "what was paid out, after own ATP"}},
             {"wage_of_same_month",
              {"KR", "KR"},
              {"løn i tilskudsmåneden selv, i samme form som lønnen\n(månedsløn ved {hourly_wage})",
               "pay of the subsidy month itself, in the form of the pay\n(a month's pay with {hourly_wage})"}},
             {"wage_two_months_before", {"KR", "KR"}, {"løn to måneder før, ligeså", "pay of two months before, likewise"}},
             {"holiday_allowance",
              {"KR", "KR"},
              {"feriegodtgørelse, som allerede er talt med i lønnen", "holiday allowance that is already counted in the pay"}},
             format_option({"text eller json", "text or json"}, {"text", "json"})});
      },
      .run = run,
  };
}

}  // namespace fleks::tasks
