#include "rules/self_employed.hpp"

#include <fleks/statement/self_employed_grant.hpp>

#include "rates/rate_reader.hpp"
#include "values/bounded.hpp"

namespace fleks {
namespace {

template <class Watch>
Result<SelfEmployedGrant> grant(const SelfEmployedFacts& f, const RateTable& table, Watch watch) {
  if (auto wrong = bounded(Fact::income, f.income, largest_amount)) return *std::move(wrong);
  if (auto wrong = bounded(Fact::other_income, f.other_income, largest_amount)) return *std::move(wrong);
  for (const Money surplus : f.accounts)
    if (auto wrong = bounded(Fact::income, surplus < Money{} ? -surplus : surplus, largest_amount)) return *std::move(wrong);
  if (f.accounts.size() > law::accounting_years)
    return Error{.code = ErrorCode::too_many,
                 .field = Fact::income,
                 .given = std::to_string(f.accounts.size()),
                 .allowed = AtMost{law::accounting_years}};
  const RatesOnDate rates = table.on(f.year / std::chrono::January);
  RateReader fetch(rates);
  const Exact maximum = fetch(RateKey::self_employed_grant_max_year), share = fetch(RateKey::self_employed_taper_pct);
  if (fetch.failed()) return fetch.error();
  SelfEmployedGrant whole{.maximum = maximum};
  whole.business_income = f.by_accounts   ? law::business_income(f.accounts, f.with_spouse, watch)
                          : f.with_spouse ? law::of_one_spouse(Exact::of(f.income), watch)
                                          : Exact::of(f.income);
  // Without a whole accounting year nothing can be computed: the grant is nothing.
  if (f.by_accounts && f.accounts.empty()) return whole;
  Exact income = whole.business_income;
  if (f.other_income != Money{}) income = law::with_other_income(income, Exact::of(f.other_income), watch);
  const auto due = law::self_employed_grant(maximum, income, share, watch);
  whole.reduction = due.reduction;
  whole.grant = due.due.round(Rounding::half_up).value();
  whole.a_month = law::grant_a_month(due.due, watch).round(Rounding::half_up).value();
  return whole;
}

}  // namespace

Result<SelfEmployedGrant> self_employed_grant(const SelfEmployedFacts& facts, const RateTable& rates) {
  return grant(facts, rates, law::Untraced{});
}

Result<SelfEmployedGrant> self_employed_grant(const SelfEmployedFacts& facts, const RateTable& rates, Trace& trace) {
  trace.clear();
  return grant(facts, rates, law::Tracer(trace));
}

Result<SelfEmployedGrant> self_employed_grant(std::chrono::year year, Money income, const RateTable& rates) {
  return self_employed_grant(SelfEmployedFacts{.year = year, .income = income}, rates);
}

Result<SelfEmployedGrant> self_employed_grant(std::chrono::year year, Money income, const RateTable& rates, Trace& trace) {
  return self_employed_grant(SelfEmployedFacts{.year = year, .income = income}, rates, trace);
}

}  // namespace fleks
