#include "rules/self_employed.hpp"

#include <fleks/statement/self_employed_grant.hpp>

#include "statement/fetch.hpp"
#include "values/bounded.hpp"

namespace fleks {
namespace {

template <class Watch>
Result<SelfEmployedGrant> grant(std::chrono::year year, Money income, const RateTable& table, Watch watch) {
  if (auto wrong = bounded(Fact::income, income, largest_amount)) return *std::move(wrong);
  const RatesOnDate rates = table.on(year / std::chrono::January);
  Fetch fetch(rates);
  const Exact maximum = fetch(RateKey::self_employed_grant_max_year), share = fetch(RateKey::self_employed_taper_pct);
  if (fetch.failed()) return fetch.error();
  const auto due = law::self_employed_grant(maximum, Exact::of(income), share, watch);
  return SelfEmployedGrant{.maximum = maximum, .reduction = due.reduction, .grant = due.due.round(Rounding::half_up).value()};
}

}  // namespace

Result<SelfEmployedGrant> self_employed_grant(std::chrono::year year, Money income, const RateTable& rates) {
  return grant(year, income, rates, law::Nobody{});
}

Result<SelfEmployedGrant> self_employed_grant(std::chrono::year year, Money income, const RateTable& rates, Trace& trace) {
  trace.clear();
  return grant(year, income, rates, law::Tracer(trace));
}

}  // namespace fleks
