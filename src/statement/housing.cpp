#include <fleks/statement/housing_statement.hpp>

#include "rules/year_rates.hpp"
#include "values/bounded.hpp"

namespace fleks {
namespace {

/// A home is no larger than this many square metres.
constexpr Exact largest_area = Exact::whole(1'000);

template <class Watch>
Result<HousingStatement> housing(const HousingFacts& f, const RateTable& table, Watch watch) {
  if (f.year < 1900 || f.year > 9999)
    return Error{.code = ErrorCode::no_such_date, .field = Fact::year, .given = std::to_string(f.year), .allowed = Form::year};
  if (auto wrong = bounded(Fact::household_income, f.income, largest_amount)) return std::move(*wrong);
  if (auto wrong = bounded(Fact::rent, f.rent, largest_amount)) return std::move(*wrong);
  if (auto wrong = what_is_wrong(f.home, f.children)) return std::move(*wrong);
  const RatesOnDate rates = table.on(std::chrono::year{f.year} / std::chrono::January);
  RateReader fetch(rates);
  const bool with_wealth = f.home.wealth != Money{};
  const law::HousingRates r = housing_rates(fetch, table, with_wealth);
  const law::Home home = home_of(fetch, f.rent, f.children, f.home);
  if (fetch.failed()) return fetch.error();
  HousingStatement s;
  s.rent = law::rent_that_counts(home, r, watch);
  s.income = Exact::of(f.income);
  if (with_wealth) s.income = law::income_with_wealth(s.income, Exact::of(f.home.wealth), r, watch);
  s.a_year = law::housing_benefit(s.rent, s.income, home, r, watch);
  auto paid = law::housing_paid_a_month(s.a_year, r, watch).round(Rounding::never);
  if (!paid) return Error{.code = ErrorCode::too_precise, .field = Fact::area, .given = to_text(f.home.area, 4)};
  s.housing_benefit = *paid;
  s.smallest_known = r.smallest.has_value();
  return s;
}

}  // namespace

std::optional<Error> what_is_wrong(const HomeFacts& home, int children) {
  if (children < 0 || children > 30)
    return Error{.code = ErrorCode::out_of_range, .field = Fact::children, .given = std::to_string(children), .allowed = Range{0, 30}};
  if (home.area < Exact{} || largest_area < home.area)
    return Error{.code = ErrorCode::out_of_range, .field = Fact::area, .given = to_text(home.area, 4), .allowed = Range{0, 1'000}};
  if (home.heat_apart && (home.heat_included || home.hot_water_included))
    return Error{.code = ErrorCode::exclusive_facts, .field = Fact::heat, .allowed = NotWith{{Fact::heat}}};
  if ((home.heat_apart || home.heat_included || home.hot_water_included) && home.area.is_zero())
    return Error{.code = ErrorCode::missing_fact, .field = Fact::area, .allowed = Range{1, 1'000}};
  return bounded(Fact::wealth, home.wealth, largest_amount);
}

Result<HousingStatement> housing_benefit(const HousingFacts& facts, const RateTable& rates) {
  return housing(facts, rates, law::Untraced{});
}

Result<HousingStatement> housing_benefit(const HousingFacts& facts, const RateTable& rates, Trace& trace) {
  trace.clear();
  return housing(facts, rates, law::Tracer(trace));
}

}  // namespace fleks
