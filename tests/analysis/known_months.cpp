#include <doctest/doctest.h>

#include <fleks/analysis/known_months.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/statement/tax_statement.hpp>

using namespace fleks;
using namespace std::chrono_literals;

namespace {

const std::string header = "key,valid_from,valid_to,value,unit,status,source,note\n";
const std::string tax_header = "municipality,valid_from,valid_to,municipal_pct,church_pct,status,source\n";

}  // namespace

TEST_CASE("known months: the table's own first and last, and outside them nothing is computed") {
  const RateTable table = RateTable::embedded();
  const auto subsidy = known_months(table, RatesNeededFor::month).value();
  CHECK(subsidy.first == 2013y / 1);
  CHECK(subsidy.last >= 2026y / 12);
  const auto computed = [&](Month month) {
    return fleksloentilskud({.month = month, .pay = Pay::am_income(Money::kroner(10'000))}, table).has_value();
  };
  CHECK(computed(subsidy.last));
  CHECK(!computed(month_after(subsidy.last)));
  CHECK(!computed(month_before(subsidy.first)));

  const auto tax = known_months(table, RatesNeededFor::own_tax).value();
  const auto taxed = [&](std::chrono::year year) {
    return income_tax({.year = int{year}, .pay = Money::kroner(100'000), .municipal = Percent::whole(25)}, table).has_value();
  };
  CHECK(taxed(tax.first.year()));
  CHECK(taxed(tax.last.year()));
  CHECK(!taxed(tax.first.year() - std::chrono::years{1}));
  CHECK(!taxed(tax.last.year() + std::chrono::years{1}));
  for (const auto what : {RatesNeededFor::ledighedsydelse, RatesNeededFor::self_employed, RatesNeededFor::tax, RatesNeededFor::hours})
    CHECK(known_months(table, what).value().last == subsidy.last);
  CHECK(known_months(table, RatesNeededFor::ledighedsydelse).value().first == 2013y / 1);
}

TEST_CASE("known months: rows that are added move the end, and only for what they reach") {
  const RateTable table = RateTable::embedded();
  const Month next = month_after(known_months(table, RatesNeededFor::month).value().last);
  const std::string period = "," + to_text(first_day(next)) + "," + to_text(last_day(next)) + ",";
  const RateTable more = table
                             .extended_by(header + "fleksloentilskud_max_month" + period + "22000,kr/month,read,a circular,\n" +
                                          "taper_threshold_month" + period + "18000,kr/month,read,a circular,\n")
                             .value();
  CHECK(known_months(more, RatesNeededFor::month).value().last == next);
  CHECK(known_months(more, RatesNeededFor::month).value().first == 2013y / 1);
  CHECK(known_months(more, RatesNeededFor::own_tax).value().last == known_months(table, RatesNeededFor::own_tax).value().last);

  // A table of one rate knows no month of anything; one of a year alone knows that year.
  const RateTable one = RateTable::read(header + "taper_low_pct,2013-01-01,,30,pct,read,law,\n").value();
  CHECK(!known_months(one, RatesNeededFor::month));
  CHECK(!known_months(one, RatesNeededFor::own_tax));

  const auto taxes = [&](const std::string& rows) { return known_months(MunicipalTaxTable::read(tax_header + rows).value()); };
  const auto both = taxes("Ribe,2025-01-01,2026-12-31,24,1,read,a\nFaaborg,2024-01-01,2025-12-31,24,1,read,a\n");
  REQUIRE(both);
  CHECK(both->first == 2025y / 1);
  CHECK(both->last == 2025y / 12);
  CHECK(!taxes("Ribe,2025-01-01,2025-12-31,24,1,read,a\nFaaborg,2026-01-01,2026-12-31,24,1,read,a\n"));
  CHECK(taxes("Ribe,2025-01-01,,24,1,read,a\n")->last == 9999y / 12);
}
