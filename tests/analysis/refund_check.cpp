#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include <fleks/fleks.hpp>

using namespace fleks;
using namespace std::chrono_literals;

namespace {

Case a_case(std::int64_t wage_kroner = 9'000) {
  Case c;
  c.first = 2024y / 1;
  c.last = 2024y / 12;
  Employment job;
  job.id = "a";
  job.from = 2024y / 1 / 1;
  job.to = 2024y / 9 / 30;
  c.employments = {job};
  for (Month m = 2023y / 12; m <= Month{2024y / 9}; m = month_after(m)) {
    if (m < Month{2024y / 1}) continue;
    WageRecord w;
    w.period = {first_day(m), last_day(m)};
    w.disposal = last_day(m);
    w.record.known = w.disposal;
    w.am_income = Money::kroner(wage_kroner + 100 * (m - Month{2024y / 1}).count());
    w.employer_pension = Money::kroner(700);
    c.wages.push_back(w);
  }
  BenefitPeriod b;
  b.from = 2024y / 10 / 1;
  b.record.known = b.from;
  b.benefit_class = BenefitClass::full;
  c.ledighedsydelse = {b};
  c.benefit_weeks_before = 30;
  return c;
}

MunicipalLedger ledger_of(const Case& c, const LedgerQuestion& question = {}) {
  const auto checked = CheckedCase::of(c);
  REQUIRE(checked);
  const auto ledger = municipal_ledger(*checked, RateTable::embedded(), question);
  REQUIRE(ledger);
  return *ledger;
}

Money oere(const Exact& amount) { return amount.round(Rounding::half_up).value(); }

/// The file that the state would make of a ledger: each week rounded by itself, the fleksbidrag in the month's middle.
std::vector<RefundRow> file_of(const MunicipalLedger& l) {
  std::vector<RefundRow> rows;
  std::int64_t line = 1;
  const auto add = [&](const LedgerMonth& m, WeekOfExpense w, RefundRowKind kind) {
    const bool subsidy = kind == RefundRowKind::fleksloentilskud;
    const Exact amount = subsidy ? w.subsidy : w.ledighedsydelse;
    if (amount.is_zero()) return;
    (subsidy ? w.ledighedsydelse : w.subsidy) = Exact{};
    const Exact share = municipal_statement({.month = m.facts.month, .weeks = {w}}, RateTable::embedded()).value().share.value();
    RefundRow row;
    row.week = w.monday;
    row.kind = kind;
    row.computed = row.reported = oere(amount);
    row.share = Percent::of_ten_thousandths((share * Exact::whole(1'000'000)).rounded(Rounding::never).value());
    row.refund = oere(amount * share);
    row.line = ++line;
    rows.push_back(row);
  };
  for (const LedgerMonth& m : l.months) {
    for (const WeekOfExpense& w : m.facts.weeks)
      for (const auto kind : {RefundRowKind::fleksloentilskud, RefundRowKind::ledighedsydelse}) add(m, w, kind);
    if (m.statement.fleksbidrag == Money{}) continue;
    RefundRow row;
    row.week = m.facts.month / 15;
    row.kind = RefundRowKind::fleksbidrag;
    row.refund = m.statement.fleksbidrag;
    row.line = ++line;
    rows.push_back(row);
  }
  return rows;
}

RefundCheck check(const Case& c, const std::vector<RefundRow>& rows, const LedgerQuestion& question = {}) {
  const auto checked = CheckedCase::of(c);
  REQUIRE(checked);
  auto found = refund_check(*checked, RateTable::embedded(), rows, question);
  REQUIRE(found);
  return *std::move(found);
}

bool has(const RefundCheck& found, RefundDifferenceOf of, RefundCause cause) {
  return std::ranges::any_of(found.differences,
                             [&](const RefundDifference& d) { return d.of == of && std::ranges::find(d.causes, cause) != d.causes.end(); });
}
/// Whether each difference is of that kind and has that cause first.
bool all_are(const RefundCheck& found, RefundDifferenceOf of, RefundCause cause) {
  return !found.differences.empty() && std::ranges::all_of(found.differences, [&](const RefundDifference& d) {
    return d.of == of && !d.causes.empty() && d.causes.front() == cause;
  });
}

RefundRow& first_of(std::vector<RefundRow>& rows, RefundRowKind kind, Month month) {
  const auto found = std::ranges::find_if(rows, [&](const RefundRow& r) { return r.kind == kind && month_of(r.week) == month; });
  REQUIRE(found != rows.end());
  return *found;
}

}  // namespace

TEST_CASE("KOM-1, KOM-7, KOM-9: the file that the rules give has no difference; a part of it neither") {
  const Case c = a_case();
  auto rows = file_of(ledger_of(c));
  const RefundCheck all = check(c, rows);
  CHECK(all.differences.empty());
  CHECK(all.rows == static_cast<int>(rows.size()));
  CHECK(all.compared > 50);
  CHECK(all.partly == 1);  // the week of New Year's Eve goes on in 2025
  CHECK(all.outside == 0);
  CHECK(all.fleksbidrag == all.file_fleksbidrag);
  CHECK(all.fleksbidrag > Exact{});
  std::erase_if(rows, [](const RefundRow& r) { return r.week < Date{2024y / 3 / 1} || r.week > Date{2024y / 8 / 1}; });
  CHECK(check(c, rows).differences.empty());
  for (RefundRow& row : rows) row.week = row.week + std::chrono::years{1};
  CHECK(check(c, rows).outside == static_cast<int>(rows.size()));
}

TEST_CASE("KOM-1: a week count that is one off, and one that is far off, are told apart") {
  const Case c = a_case();
  Case other = c;
  other.benefit_weeks_before = 31;
  const auto one_off = check(c, file_of(ledger_of(other)));
  CHECK(has(one_off, RefundDifferenceOf::share, RefundCause::week_count_one_off));
  CHECK(std::ranges::count(one_off.differences, RefundDifferenceOf::share, &RefundDifference::of) == 1);
  const auto& share = *std::ranges::find(one_off.differences, RefundDifferenceOf::share, &RefundDifference::of);
  CHECK(share.weeks == 52);
  CHECK(share.file == Exact::ratio(1, 5));
  CHECK(share.due == Exact::ratio(3, 10));
  other.benefit_weeks_before = 300;
  const auto far_off = check(c, file_of(ledger_of(other)));
  CHECK(has(far_off, RefundDifferenceOf::share, RefundCause::other_week_count));
  CHECK(has(far_off, RefundDifferenceOf::fleksbidrag, RefundCause::share_is_not_lowest));
}

TEST_CASE("KOM-4 to KOM-6: the old rules in place of the staircase, and the other way") {
  const Case c = a_case();
  Case old = c;
  old.approved = 2012y / 5 / 1;
  const auto by_old = check(c, file_of(ledger_of(old)));
  CHECK(has(by_old, RefundDifferenceOf::share, RefundCause::old_rules));
  const auto by_staircase = check(old, file_of(ledger_of(c)));
  CHECK(has(by_staircase, RefundDifferenceOf::share, RefundCause::staircase));
  auto rows = file_of(ledger_of(old));
  for (RefundRow& row : rows)
    if (row.share == Percent::whole(65)) {
      row.share = Percent::whole(30);
      row.refund.reset();
    }
  CHECK(has(check(old, rows), RefundDifferenceOf::share, RefundCause::other_benefit));
}

TEST_CASE("KOM-9: amounts divided by the other days, less own ATP, of the other benefit, missing, and of nobody knows what") {
  const Case c = a_case();
  const auto weekdays = check(c, file_of(ledger_of(c, {.options = {.weeks_of_month = WeeksOfMonth::weekdays}})));
  CHECK(weekdays.differences.size() > 10);
  for (const RefundDifference& d : weekdays.differences) {
    REQUIRE(!d.causes.empty());
    CHECK(d.causes.front() == RefundCause::divided_otherwise);
  }
  const auto l = ledger_of(c);
  auto rows = file_of(l);
  RefundRow& benefit = first_of(rows, RefundRowKind::ledighedsydelse, 2024y / 11);
  const LedgerMonth& november = l.months[10];
  REQUIRE(november.facts.own_atp > Money{});
  benefit.computed = oere(Exact::of(*benefit.computed) * Exact::of(november.statement.citizen) / Exact::of(november.statement.benefit));
  benefit.refund.reset();
  CHECK(all_are(check(c, rows), RefundDifferenceOf::amount, RefundCause::after_own_atp));

  rows = file_of(l);
  first_of(rows, RefundRowKind::ledighedsydelse, 2024y / 11).kind = RefundRowKind::fleksloentilskud;
  const auto group = check(c, rows);
  REQUIRE(group.differences.size() == 2);
  CHECK(has(group, RefundDifferenceOf::missing, RefundCause::other_benefit));
  CHECK(has(group, RefundDifferenceOf::not_due, RefundCause::other_benefit));

  rows = file_of(l);
  rows.erase(std::ranges::find(rows, Date{2024y / 3 / 11}, &RefundRow::week));
  first_of(rows, RefundRowKind::fleksloentilskud, 2024y / 5).computed = Money::kroner(1);
  first_of(rows, RefundRowKind::fleksloentilskud, 2024y / 7).refund = Money::kroner(1);
  RefundRow other = rows.front();
  other.kind = RefundRowKind::other;
  rows.push_back(other);
  const auto found = check(c, rows);
  std::multiset<RefundDifferenceOf> kinds;
  for (const RefundDifference& d : found.differences) {
    kinds.insert(d.of);
    CHECK(d.causes.empty());
  }
  CHECK(kinds.count(RefundDifferenceOf::missing) == 1);
  CHECK(kinds.count(RefundDifferenceOf::amount) == 1);
  CHECK(kinds.count(RefundDifferenceOf::arithmetic) == 2);
  CHECK(found.other_rows == 1);
  CHECK(std::ranges::is_sorted(found.differences, {}, &RefundDifference::week));
  for (const Language language : {Language::danish, Language::english}) {
    CHECK(breakdown(c, found, language).find(language == Language::danish ? "ugen er ikke anmeldt" : "was not reported") !=
          std::string::npos);
    CHECK(to_json(c, found, RateTable::embedded(), language).find("\"arithmetic\"") != std::string::npos);
  }
  CHECK(std::ranges::count(to_csv(found), '\n') == 1 + static_cast<std::ptrdiff_t>(found.differences.size()));
}

TEST_CASE("KOM-7: each mistake of the fleksbidrag is found by its figure") {
  const Case c = a_case();
  const auto l = ledger_of(c);
  const LedgerMonth& august = l.months[7];
  REQUIRE(august.statement.share == Exact::ratio(1, 5));
  const auto with = [&](const std::optional<Exact>& wage, MunicipalOptions options = {}) {
    MunicipalFacts f = august.facts;
    f.wage = wage;
    return municipal_statement(f, RateTable::embedded(), options).value().fleksbidrag;
  };
  CHECK(august.pension == Exact::of(Money::kroner(700)));
  const struct {
    Money file;
    RefundCause cause;
  } mistakes[] = {
      {with(*august.facts.wage + august.pension), RefundCause::wage_with_pension},
      {with(Exact{}), RefundCause::without_wage},
      {with(l.months[6].facts.wage), RefundCause::other_months_wage},
      {with(august.facts.wage, {.fleksbidrag_base = FleksbidragBase::m_less_refund}), RefundCause::other_base},
      {august.statement.fleksbidrag + Money::oere(40), RefundCause::rounded_otherwise},
      {Money{}, RefundCause::share_is_not_lowest},
  };
  for (const auto& mistake : mistakes) {
    auto rows = file_of(l);
    first_of(rows, RefundRowKind::fleksbidrag, 2024y / 8).refund = mistake.file;
    CAPTURE(to_text(mistake.file));
    const auto found = check(c, rows);
    CHECK(found.differences.size() == 1);
    CHECK(has(found, RefundDifferenceOf::fleksbidrag, mistake.cause));
  }
  auto rows = file_of(l);
  first_of(rows, RefundRowKind::fleksbidrag, 2024y / 8).refund = Money::kroner(1);
  REQUIRE(check(c, rows).differences.size() == 1);
  CHECK(check(c, rows).differences.front().causes.empty());
  std::erase_if(rows, [](const RefundRow& r) { return r.kind == RefundRowKind::fleksbidrag && month_of(r.week) == Month{2024y / 8}; });
  const auto none = check(c, rows);
  REQUIRE(none.differences.size() == 1);
  CHECK(!none.differences.front().file);
}

TEST_CASE("KOM-8: a fleksbidrag above the cap is told as one without it") {
  Case c = a_case(16'000);
  c.benefit_weeks_before = 300;
  const auto l = ledger_of(c);
  auto rows = file_of(l);
  const LedgerMonth& may = l.months[4];
  // 30 pct. of M after the refund, less 20 pct. of the wage.
  Exact due = Exact::ratio(3, 10) * (may.facts.base - Exact::of(may.statement.refund)) - Exact::ratio(1, 5) * *may.facts.wage;
  due = due.to_krone(Rounding::half_up);
  REQUIRE(due > Exact::of(may.statement.fleksbidrag));
  first_of(rows, RefundRowKind::fleksbidrag, 2024y / 5).refund = oere(due);
  CHECK(all_are(check(c, rows), RefundDifferenceOf::fleksbidrag, RefundCause::without_cap));
}
