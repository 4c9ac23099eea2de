#include <fleks/analysis/known_months.hpp>

#include <algorithm>

#include <fleks/analysis/worth_of_hours.hpp>
#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/statement/self_employed_grant.hpp>
#include <fleks/statement/tax_statement.hpp>

namespace fleks {
namespace {

constexpr Month end_of_time = std::chrono::year{9999} / std::chrono::December;

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
  const bool given = what == RatesNeededFor::own_tax || what == RatesNeededFor::housing_benefit;
  const auto where =
      local_tax({.municipal = given ? std::optional(Percent::whole(25)) : std::nullopt}, rates.on(year / std::chrono::January));
  if (!where) return false;
  if (what == RatesNeededFor::tax) {
    const YearsIncome income{.year = static_cast<int>(year),
                             .pay = Money::kroner(1'000'000),
                             .municipal = where->municipal,
                             .church = where->church,
                             .single_parent = true};
    return income_tax(income, rates).has_value();
  }
  Citizen citizen{
      .year = static_cast<int>(year), .hourly_wage = Money::kroner(200), .municipal = where->municipal, .church = where->church};
  if (what == RatesNeededFor::housing_benefit) citizen.rent = Money::kroner(5'000);
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

std::optional<KnownMonths> known_months(const RateTable& rates, RatesNeededFor what) {
  const auto changes = rates.changes();
  // Between two changes all stands still, so one month of each period answers for it: its last, and for the time after the
  // last change a month far in it.
  const auto last_of = [&](std::size_t period) {
    return period == changes.size() ? month_of(Date{changes.back()}) + std::chrono::months{12}
                                    : month_of(Date{changes[period] - std::chrono::days{1}});
  };
  std::size_t end = changes.size();
  while (end > 0 && !is_known(rates, last_of(end), what)) --end;
  if (end == 0) return std::nullopt;
  std::size_t begin = end;
  while (begin > 1 && is_known(rates, last_of(begin - 1), what)) --begin;
  KnownMonths known{.first = month_of(Date{changes[begin - 1]}), .last = end == changes.size() ? end_of_time : last_of(end)};
  if (what != RatesNeededFor::month && what != RatesNeededFor::ledighedsydelse) {
    // A year has the rates of its first day.
    if (known.first.month() != std::chrono::January) known.first = (known.first.year() + std::chrono::years{1}) / std::chrono::January;
    known.last = known.last.year() / std::chrono::December;
  } else if (first_day(known.first) != Date{changes[begin - 1]}) {
    known.first = month_after(known.first);
  }
  return known;
}

std::optional<KnownMonths> known_months(const MunicipalTaxTable& taxes) {
  const auto rows = taxes.rows();
  if (rows.empty()) return std::nullopt;
  // The rows of a municipality follow each other without a hole, so its first and its last say it all.
  std::chrono::sys_days first = rows.front().first, last{std::chrono::sys_days{last_day(end_of_time)}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || rows[i - 1].municipality != rows[i].municipality) first = std::max(first, rows[i].first);
    if (i + 1 == rows.size() || rows[i + 1].municipality != rows[i].municipality) last = std::min(last, rows[i].last);
  }
  if (last < first) return std::nullopt;
  return KnownMonths{.first = month_of(Date{first}), .last = month_of(Date{last})};
}

}  // namespace fleks
