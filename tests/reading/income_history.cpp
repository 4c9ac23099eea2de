#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include <fleks/facts/case.hpp>
#include <fleks/reading/income_case.hpp>
#include <fleks/reading/income_register.hpp>

using namespace fleks;
using std::chrono::last;
using std::chrono::month;
using std::chrono::sys_days;
using namespace std::chrono_literals;

// Rulebook 11: a correction is a later record for an earlier period. Reports of one payer and period are summed as far as they are not
// taken back, and each keeps the day it became known.

namespace {

RegisterReport report(std::string id, Date disposal, std::int64_t kroner, Period period = {2024y / 2 / 1, 2024y / 2 / 29}) {
  RegisterReport r;
  r.payer = "12345678";
  r.id = std::move(id);
  r.period = period;
  r.disposal = disposal;
  r.income_type = "00";
  r.parts.emplace_back().add(RegisterAmount::am_income, Money::kroner(kroner));
  return r;
}
RegisterReport taken_back(RegisterReport r, Date disposal) {
  r.reversal = true;
  r.disposal = disposal;
  return r;
}

std::vector<RegisterFate> fates(const std::vector<RegisterReport>& reports) {
  std::vector<RegisterFate> out;
  for (const RegisterStanding& s : register_history(reports, {})) out.push_back(s.fate);
  return out;
}

Money sum(const std::vector<RegisterReport>& reports, Date as_of, std::optional<Date> fetched = {}) {
  Money all{};
  for (const RegisterStanding& s : register_history(reports, fetched))
    if (s.holds(as_of)) all += reports[s.report].parts[s.part][RegisterAmount::am_income];
  return all;
}

constexpr Date on(int n) { return Date{sys_days{2024y / 2 / 27} + std::chrono::days{n}}; }
Money kr(std::int64_t n) { return Money::kroner(n); }
using enum RegisterFate;

}  // namespace

TEST_CASE("a report taken back by its id held until then") {
  const auto a = report("A", on(0), 7200);
  const std::vector all{a, taken_back(a, on(5)), report("B", on(5), 6900)};
  CHECK(fates(all) == std::vector{reversed, reversal, counts});
  CHECK(sum(all, on(-1)) == kr(0));
  CHECK(sum(all, on(0)) == kr(7200));
  CHECK(sum(all, on(4)) == kr(7200));
  CHECK(sum(all, on(5)) == kr(6900));
  const auto standings = register_history(all, {});
  CHECK(standings[0].other == 1U);
  CHECK(standings[1].other == 0U);
  CHECK(*standings[0].until == on(5));
}

TEST_CASE("nothing was known before the answer was fetched") {
  const auto a = report("A", on(0), 7200);
  CHECK(sum({a}, on(9), on(10)) == kr(0));
  CHECK(sum({a}, on(10), on(10)) == kr(7200));
  CHECK(sum({a, taken_back(a, on(5))}, on(10), on(10)) == kr(0));
}

TEST_CASE("a reversal waits for what it takes back, and one of nothing says so") {
  const auto a = report("A", on(3), 7200);
  const std::vector first{taken_back(a, on(0)), a};
  CHECK(fates(first) == std::vector{reversal, cancelled});
  CHECK(sum(first, on(9)) == kr(0));
  CHECK(fates({taken_back(a, on(0))}) == std::vector{unknown_reversal});
  auto of_another = a;
  of_another.payer = "23456789";
  CHECK(fates({taken_back(of_another, on(4)), a}) == std::vector{unknown_reversal, counts});
}

TEST_CASE("the same report is never counted twice, nor the same reversal") {
  const auto a = report("A", on(0), 7200);
  CHECK(fates({a, a}) == std::vector{counts, twice});
  CHECK(fates({a, taken_back(a, on(0)), a, taken_back(a, on(0))}) == std::vector{cancelled, reversal, twice, twice});
  auto without_id = a;
  without_id.id.clear();
  CHECK(fates({without_id, without_id}) == std::vector{counts, counts});
}

TEST_CASE("a part that is marked reversed counts nothing, and takes back the same that came without the mark") {
  auto marked = report("A", on(0), 7200);
  marked.parts[0].reversed = true;
  const auto plain = report("A", on(0), 7200);
  CHECK(fates({marked}) == std::vector{marked_reversed});
  CHECK(fates({plain, marked}) == std::vector{cancelled, marked_reversed});
  CHECK(fates({marked, plain}) == std::vector{marked_reversed, cancelled});
  CHECK(fates({marked, report("A", on(0), 7300)}) == std::vector{marked_reversed, counts});
}

TEST_CASE("a reversal finds its report: by content, by period, the last one") {
  const Period march{2024y / 3 / 1, 2024y / 3 / 31};
  const auto a = report("LON", on(0), 7200), b = report("LON", on(1), 7200, march), c = report("LON", on(2), 7000);
  auto bare = taken_back(report("LON", on(3), 0), on(3));
  bare.parts[0] = {};
  CHECK(fates({a, b, bare}) == std::vector{reversed, counts, reversal});
  CHECK(fates({a, c, bare}) == std::vector{counts, reversed, reversal});
  bare.period = {2024y / 4 / 1, 2024y / 4 / 30};
  CHECK(fates({a, b, bare}) == std::vector{counts, reversed, reversal});
  // Amounts below zero are the same report taken back, and another amount of the same period is.
  CHECK(fates({a, b, taken_back(report("LON", on(0), -7200, march), on(4))}) == std::vector{counts, reversed, reversal});
  CHECK(fates({a, b, taken_back(report("LON", on(0), 99), on(4))}) == std::vector{reversed, counts, reversal});
  auto other_kind = taken_back(a, on(4));
  other_kind.parts[0].kind = "0103";
  auto sickness = a;
  sickness.parts[0].kind = "0078";
  CHECK(fates({sickness, other_kind}) == std::vector{counts, unknown_reversal});
}

namespace {

/// A history made from the truth: what each day's sums are is known without reading it.
struct Made {
  struct Amount {
    std::string payer;
    Period period;
    Money amount;
    Date from;
    std::optional<Date> until;
  };
  std::vector<RegisterReport> reports{};
  std::vector<Amount> truth{};
};

Made made(std::mt19937_64& random) {
  const auto any = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  Made m;
  const int count = 1 + any(9);
  for (int i = 0; i < count; ++i) {
    const Month of = 2024y / month{static_cast<unsigned>(1 + any(3))};
    RegisterReport r = report("R" + std::to_string(i), on(any(20)), 0, {of / 1, Date{of / last}});
    r.payer = any(3) == 0 ? "23456789" : "12345678";
    r.parts[0] = {};
    r.parts[0].add(RegisterAmount::am_income, Money::oere(1'000'000 + any(1'000'000)));
    // An addition or a reduction beside it, within what is there.
    RegisterReport more = r;
    more.id += "M";
    more.disposal = any(2) == 0 ? *r.disposal : on(20 + any(20));
    more.parts[0] = {};
    more.parts[0].add(RegisterAmount::am_income, Money::oere(any(200'000) - 100'000));
    for (const RegisterReport& each : {r, more}) {
      if (each.id.ends_with('M') && any(2) == 0) continue;
      m.reports.push_back(each);
      Made::Amount amount{each.payer, each.period, each.parts[0][RegisterAmount::am_income], *each.disposal, {}};
      const bool base_must_stay = !each.id.ends_with('M') && m.reports.size() > 1 && any(2) == 0;
      if (any(3) == 0 && !base_must_stay) {
        const Date back = on(any(40));
        RegisterReport t = taken_back(each, back);
        if (any(4) == 0) t.parts[0] = {};
        m.reports.push_back(t);
        amount.until = std::max(back, amount.from);
      }
      if (any(4) == 0) m.reports.push_back(each);
      m.truth.push_back(amount);
    }
  }
  std::shuffle(m.reports.begin(), m.reports.end(), random);
  return m;
}

using Sums = std::map<std::pair<std::string, Month>, Money>;
void drop_zeros(Sums& sums) {
  std::erase_if(sums, [](const auto& each) { return each.second == Money{}; });
}

Sums true_sums(const Made& m, Date as_of) {
  Sums sums;
  for (const Made::Amount& a : m.truth)
    if (a.from <= as_of && (!a.until || as_of < *a.until)) sums[{a.payer, a.period.first.year() / a.period.first.month()}] += a.amount;
  drop_zeros(sums);
  return sums;
}
Sums read_sums(const std::vector<RegisterReport>& reports, Date as_of) {
  Sums sums;
  for (const RegisterStanding& s : register_history(reports, {}))
    if (s.holds(as_of)) {
      const RegisterReport& r = reports[s.report];
      sums[{r.payer, r.period.first.year() / r.period.first.month()}] += r.parts[s.part][RegisterAmount::am_income];
    }
  drop_zeros(sums);
  return sums;
}
/// The sums of a case's records as they were known on a day.
Sums case_sums(const Case& c, Date as_of) {
  std::map<std::string, Date> corrected;
  for (const WageRecord& w : c.wages)
    if (!w.record.corrects.empty()) corrected[w.record.corrects] = w.record.known;
  Sums sums;
  for (const WageRecord& w : c.wages) {
    if (w.record.withdrawn || w.record.known > as_of) continue;
    const auto found = corrected.find(w.record.id);
    if (found != corrected.end() && found->second <= as_of) continue;
    sums[{c.employments[w.employment].id.substr(3), w.period.first.year() / w.period.first.month()}] += w.am_income;
  }
  drop_zeros(sums);
  return sums;
}

/// How many histories: some in every run, all of them when asked for.
int histories() {
  const char* asked = std::getenv("FLEKS_HISTORIES");
  return asked == nullptr ? 1'500 : std::atoi(asked);
}

}  // namespace

TEST_CASE("of random histories the sums are the history's, on any day, and the reader's who knew only what was known then") {
  std::mt19937_64 random(19);
  int read = 0, cases = 0;
  for (int i = 0; i < histories(); ++i) {
    const Made m = made(random);
    for (const int n : {-1, static_cast<int>(random() % 45), 60}) {
      const Date as_of = on(n);
      const Sums truth = true_sums(m, as_of);
      const bool same = read_sums(m.reports, as_of) == truth;
      std::vector<RegisterReport> known;
      std::copy_if(m.reports.begin(), m.reports.end(), std::back_inserter(known),
                   [&](const RegisterReport& r) { return r.known({}) <= as_of; });
      const bool then = read_sums(known, as_of) == truth;
      if (!same || !then) {
        CAPTURE(i);
        CAPTURE(n);
        CHECK(same);
        CHECK(then);
      }
      ++read;
    }
    RegisterPerson person;
    person.number = "3213990017";
    person.reports = m.reports;
    const auto made_case = income_case(person, {});
    if (!made_case) {
      CHECK(made_case.error().code == ErrorCode::negative);
      continue;
    }
    ++cases;
    const Date as_of = on(static_cast<int>(random() % 45));
    if (case_sums(made_case->facts, as_of) != true_sums(m, as_of)) {
      CAPTURE(i);
      FAIL_CHECK("the case has other sums");
    }
    // Read once more, nothing is new.
    const auto again = income_case(person, {}, &made_case->facts);
    REQUIRE(again.has_value());
    if (again->facts.wages.size() != made_case->facts.wages.size() || again->corrected != 0) {
      CAPTURE(i);
      FAIL_CHECK("the same answer changes the case");
    }
  }
  CHECK(read == 3 * histories());
  CHECK(cases > histories() / 3);
}
