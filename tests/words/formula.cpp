#include <doctest/doctest.h>

#include <array>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// The formula in the words of each dialect; that a database computes by it what the program does, programs/formula.sh asks.

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}
std::string text(Dialect dialect, std::optional<Month> month, Language language = Language::english) {
  return formula_text(dialect, month, rates(), language).value();
}
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("FLT-11: a step is said over names, in each dialect's own words") {
  constexpr std::array facts{Fact::am_income, Fact::ceiling, Fact::paid_hours};
  const Formula formula = formula_of_month(2024y / 3, rates(), facts);
  const auto said = [&](std::string_view step, Dialect dialect) { return formula_text(formula, *formula.step(step), dialect); };
  CHECK(said("under_ceiling", Dialect::excel) == "MIN(before_ceiling, MAX(0, ceiling - am_income) * 100)");
  CHECK(said("under_ceiling", Dialect::sqlite) == "min(before_ceiling, max(0, ceiling - am_income) * 100)");
  CHECK(said("under_ceiling", Dialect::postgresql) == "least(before_ceiling, greatest(0, ceiling - am_income) * 100)");
  CHECK(said("wage", Dialect::duckdb) == "am_income");
  CHECK(said("fleksloentilskud", Dialect::excel) == "INT((under_ceiling + 5000) / 10000) * 100");
  CHECK(said("fleksloentilskud", Dialect::duckdb) == "(under_ceiling + 5000) // 10000 * 100");
  CHECK(said("fleksloentilskud", Dialect::postgresql) == "(under_ceiling + 5000) / 10000 * 100");
  CHECK(said("payout", Dialect::smt) == "(- (fleksloentilskud am_income ceiling paid_hours) (own_atp am_income ceiling paid_hours))");
  CHECK(has(said("before_ceiling", Dialect::excel), "IF(am_income > 0, "));
  CHECK(has(said("before_ceiling", Dialect::sqlite), "CASE WHEN am_income > 0 THEN "));
  CHECK(has(said("before_ceiling", Dialect::smt), "(ite (> am_income 0) "));
  CHECK(has(said("under_ceiling", Dialect::smt), "(ite (< (before_ceiling am_income ceiling paid_hours) "));
  CHECK(has(said("own_atp", Dialect::smt), "(div (+ "));
}

TEST_CASE("a month has its own law, and its own rates") {
  const std::string of_2024 = text(Dialect::excel, 2024y / 3);
  CHECK(has(of_2024, "fleksloentilskud_max_month = 1995200\n"));
  CHECK(has(of_2024, "taper_low_pct = 30\n"));
  CHECK(has(of_2024, "# The law from 2024-03 to 2024-03"));
  CHECK(has(of_2024, "due = under_ceiling * 65 - under_ceiling * MIN(65, ledighedsydelse_days * 3)\n"));
  CHECK(has(text(Dialect::excel, 2022y / 3), "due = under_ceiling - MIN(under_ceiling, ledighedsydelse * 100)\n"));
  CHECK(has(text(Dialect::excel, 2014y / 4), "INT((due + 50) / 100)\n"));
  CHECK(has(text(Dialect::excel, 2024y / 3, Language::danish), "# Loven fra 2024-03"));
}

TEST_CASE("all months: each reading of the law where it holds") {
  const std::string sheet = text(Dialect::excel, {});
  for (const char* period : {"2013-01 to 2014-04", "2014-05 to 2014-06", "2014-07 to 2022-03", "2022-04 to 2023-12"})
    CHECK(has(sheet, period));
  const std::string sql = text(Dialect::postgresql, {});
  CHECK(has(sql, "WHEN month <= '2014-06' THEN "));
  CHECK(has(sql, "\n  ('2013-01', "));
  CHECK(has(sql, "AND NOT (COALESCE(m.ledighedsydelse_days, 0) > 0 AND m.month BETWEEN '2013-01' AND '2022-03')"));
  CHECK(has(sql, "-- FLT-12: "));
  CHECK(!has(text(Dialect::sqlite, 2024y / 3), "2024-04"));
  CHECK(!has(text(Dialect::sqlite, 2024y / 3), "WHEN month"));
  CHECK(has(text(Dialect::smt, 2024y / 3, Language::danish), "(define-fun fleksloentilskud ((am_income Int) "));
}

TEST_CASE("a month of the old scheme or without rates has no formula") {
  for (const Dialect dialect : {Dialect::excel, Dialect::sqlite, Dialect::smt}) {
    CHECK(formula_text(dialect, 2012y / 12, rates(), Language::danish).error().code == ErrorCode::begins_before_2013);
    CHECK(formula_text(dialect, 2099y / 1, rates(), Language::danish).error().code == ErrorCode::no_rate);
  }
}
