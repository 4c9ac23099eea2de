#include <fleks/analysis/last_month.hpp>

#include <fleks/analysis/worth_of_hours.hpp>
#include <fleks/rates/municipal_tax.hpp>
#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/statement/self_employed_grant.hpp>
#include <fleks/statement/tax_statement.hpp>

namespace fleks {
namespace {

// Facts that ask for every rate of their task.

bool month_is_known(const RateTable& rates, Month month) {
  MonthFacts facts{.month = month, .pay = Pay::hourly(Money::kroner(200), Hours::whole(20))};
  facts.ceiling = Ceiling::from_hourly(Money::kroner(200));
  return fleksloentilskud(facts, rates).has_value();
}

bool ledighedsydelse_is_known(const RateTable& rates, Month month) {
  for (const BenefitClass each : {BenefitClass::full, BenefitClass::low_provider, BenefitClass::low_nonprovider})
    if (!ledighedsydelse({.month = month, .benefit_class = each, .am_income = Money::kroner(3'000)}, rates)) return false;
  return true;
}

bool year_is_known(const RateTable& rates, std::chrono::year year, RatesNeededFor what) {
  if (what == RatesNeededFor::self_employed) return self_employed_grant(year, Money::kroner(10'000), rates).has_value();
  const auto where = local_tax({}, rates.on(year / std::chrono::January));
  if (!where) return false;
  if (what == RatesNeededFor::tax) {
    const YearsIncome income{.year = static_cast<int>(year),
                             .pay = Money::kroner(1'000'000),
                             .municipal = where->municipal,
                             .church = where->church,
                             .single_parent = true};
    return income_tax(income, rates).has_value();
  }
  const Citizen citizen{
      .year = static_cast<int>(year), .hourly_wage = Money::kroner(200), .municipal = where->municipal, .church = where->church};
  const auto picture = NetPicture::of(citizen, rates);
  return picture && picture->curve(Hours{}, Hours::whole(37), Hours::whole(37)).has_value();
}

bool is_known(const RateTable& rates, Month month, RatesNeededFor what) {
  switch (what) {
    case RatesNeededFor::month: return month_is_known(rates, month);
    case RatesNeededFor::ledighedsydelse: return ledighedsydelse_is_known(rates, month);
    default: return year_is_known(rates, month.year(), what);
  }
}

}  // namespace

std::optional<Month> last_month(const RateTable& rates, RatesNeededFor what) {
  const bool by_year = what != RatesNeededFor::month && what != RatesNeededFor::ledighedsydelse;
  const auto whole = [&](Month month) { return by_year ? month.year() / std::chrono::December : month; };
  const auto changes = rates.changes();
  if (changes.empty()) return std::nullopt;
  // After the last change all stands still; before it a month is like the last one before the next change.
  constexpr Month last = std::chrono::year{9999} / std::chrono::December;
  if (is_known(rates, month_of(Date{changes.back()}) + std::chrono::months{12}, what)) return last;
  for (std::size_t i = changes.size(); i-- > 0;) {
    const Month before = month_of(Date{changes[i] - std::chrono::days{1}});
    if (is_known(rates, before, what)) return whole(before);
  }
  return std::nullopt;
}

}  // namespace fleks
