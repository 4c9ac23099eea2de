#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include <fleks/fleks.hpp>

#include "agreement/agreement.hpp"
#include "analysis/every_point.hpp"
#include "history/random_case.hpp"

using namespace fleks;
using namespace std::chrono_literals;

// Facts of a case that lie in ranges: the bounds of each month are those of the case at every point of the ranges.

namespace {

/// What the points of a box come to in a month.
struct OfMonth {
  Intervals subsidy, benefit, payout, result;
  std::set<MonthStatus> status;
};

void join(OfMonth& all, const CaseMonth& m) {
  all.status.insert(m.status);
  if (m.subsidy) {
    const MonthStatement& s = *m.subsidy;
    fleks::join(all.subsidy, "wage", s.wage);
    fleks::join(all.subsidy, "other_wage", s.other_wage);
    fleks::join(all.subsidy, "daily_benefit", s.daily_benefit);
    fleks::join(all.subsidy, "taper", s.taper);
    fleks::join(all.subsidy, "before_ceiling", s.before_ceiling);
    if (s.has_ceiling) fleks::join(all.subsidy, "normal_wage_ceiling", s.normal_wage_ceiling);
    fleks::join(all.subsidy, "ceiling_cut", s.ceiling_cut);
    fleks::join(all.subsidy, "part_cut", s.part_cut);
    fleks::join(all.subsidy, "holiday_cut", s.holiday_cut);
    fleks::join(all.subsidy, "fleksloentilskud", Exact::of(s.fleksloentilskud));
    fleks::join(all.subsidy, "own_atp", Exact::of(s.own_atp));
    fleks::join(all.subsidy, "payout", Exact::of(s.payout));
    if (s.public_atp) fleks::join(all.subsidy, "public_atp", Exact::of(*s.public_atp));
    fleks::join(all.subsidy, "obligatory_pension", Exact::of(s.obligatory_pension));
  }
  if (m.benefit) {
    const LedighedsydelseStatement& b = *m.benefit;
    fleks::join(all.benefit, "income", b.income);
    fleks::join(all.benefit, "offset", b.offset);
    fleks::join(all.benefit, "holiday_top_up", b.holiday_top_up);
    fleks::join(all.benefit, "ledighedsydelse", Exact::of(b.ledighedsydelse));
    fleks::join(all.benefit, "own_atp", Exact::of(b.own_atp));
    fleks::join(all.benefit, "payout", Exact::of(b.payout));
    fleks::join(all.benefit, "public_atp", Exact::of(b.public_atp));
    fleks::join(all.benefit, "obligatory_pension", Exact::of(b.obligatory_pension));
  }
  fleks::join(all.payout, "payout", Exact::of(m.payout));
  fleks::join(all.result, "result",
              Exact::of((m.subsidy ? m.subsidy->fleksloentilskud : Money{}) + (m.benefit ? m.benefit->ledighedsydelse : Money{})));
}

/// Every fact of a case that can be a range.
std::vector<CaseRange> all_facts(const Case& c, against::Dice& dice) {
  std::vector<CaseRange> all;
  using List = CaseRange::List;
  for (std::size_t i = 0; i < c.wages.size(); ++i) {
    if (c.wages[i].record.withdrawn) continue;
    for (const Fact fact : {Fact::am_income, Fact::am_income, Fact::own_pension, Fact::employer_pension})
      all.push_back({List::wages, i, 0, fact, c.wages[i].am_income.in_oere(), 0});
    if (c.wages[i].paid_hours) all.push_back({List::wages, i, 0, Fact::paid_hours, c.wages[i].paid_hours->ten_thousandths(), 0});
    const WageRecord& w = c.wages[i];
    all.push_back({List::b_incomes, i, 0, Fact::am_income, 0, 0});
    for (const Fact fact : {Fact::own_pension, Fact::employer_pension})
      all.push_back({.list = List::wages, .index = i, .fact = fact, .from = 400, .is_share = true});
    if (w.gifts != Money{}) all.push_back({List::gifts, i, 0, Fact::am_income, w.gifts.in_oere(), 0});
    // What stands inside the pay, more often than there are of it.
    for (int often = 0; often < 6; ++often) {
      if (w.net_holiday_allowance != Money{}) {
        all.push_back({List::allowance_nets, i, 0, Fact::am_income, w.net_holiday_allowance.in_oere(), 0});
        if (w.holiday_tax_share) {
          all.push_back({List::allowance_deductions, i, 0, Fact::am_income, 1'000, 0});
          all.push_back({.list = List::allowance_tax_shares, .index = i, .fact = Fact::am_income, .from = 3'600, .is_share = true});
        } else {
          all.push_back({List::allowance_taxes, i, 0, Fact::am_income, (w.holiday_allowance - w.net_holiday_allowance).in_oere(), 0});
        }
      } else if (w.holiday_allowance != Money{})
        all.push_back({List::holiday_allowances, i, 0, Fact::am_income, w.holiday_allowance.in_oere(), 0});
      for (std::size_t s = 0; s < w.spread.size(); ++s)
        all.push_back({List::bonuses, i, 0, Fact::am_income, w.spread[s].amount.in_oere(), 0, s});
      for (std::size_t s = 0; s < w.supplements.size(); ++s) {
        const SupplementPaid& paid = w.supplements[s];
        all.push_back({List::supplements, i, 0, Fact::am_income, paid.amount.in_oere(), 0, s});
        if (paid.full_time) all.push_back({List::full_time_supplements, i, 0, Fact::am_income, paid.full_time->in_oere(), 0, s});
      }
    }
  }
  for (std::size_t i = 0; i < c.holidays.size(); ++i) {
    const HolidayTaken& h = c.holidays[i];
    if (h.record.withdrawn) continue;
    for (int often = 0; often < 3; ++often) {
      if (h.pay_per_day) all.push_back({List::holidays, i, 0, Fact::holiday_pay_per_day, h.pay_per_day->in_oere(), 0});
      if (h.pay_per_day) {
        const Money tax = Money::oere(h.pay_per_day->in_oere() / 3), net = *h.pay_per_day - tax;
        const std::int64_t from = dice.one_in(2) ? net.in_oere() : 0;
        all.push_back({.list = List::holiday_nets, .index = i, .fact = Fact::holiday_pay_per_day, .from = from, .beside = tax});
        all.push_back({.list = List::holiday_taxes, .index = i, .fact = Fact::holiday_pay_per_day, .from = tax.in_oere(), .beside = net});
      }
      if (h.tax_share) {
        all.push_back({List::holiday_nets, i, 0, Fact::holiday_pay_per_day, h.net_per_day->in_oere(), 0});
        all.push_back({List::holiday_deductions, i, 0, Fact::holiday_pay_per_day, 1'000, 0});
        all.push_back({.list = List::holiday_tax_shares, .index = i, .fact = Fact::holiday_pay_per_day, .from = 3'600, .is_share = true});
      }
      if (month_of(h.period.first) == month_of(h.period.last)) all.push_back({List::holiday_days, i, 0, Fact::holiday_days, 10'000, 0});
    }
  }
  for (std::size_t i = 0; i < c.back_payments.size(); ++i)
    all.push_back({List::back_payments, i, 0, Fact::daily_benefit, c.back_payments[i].amount.in_oere(), 0});
  for (std::size_t e = 0; e < c.employments.size(); ++e)
    for (std::size_t i = 0; i < c.employments[e].ceilings.size(); ++i)
      if (c.employments[e].ceilings[i].ceiling.form != Ceiling::Form::stated)
        all.push_back({List::ceilings, i, e, Fact::ceiling_pension, 800, 0});
  for (std::size_t e = 0; e < c.employments.size(); ++e)
    for (std::size_t i = 0; i < c.employments[e].ceilings.size(); ++i)
      for (int twice = 0; twice < 4; ++twice)
        all.push_back({List::ceilings, i, e, Fact::ceiling, c.employments[e].ceilings[i].ceiling.amount.in_oere(), 0});
  for (std::size_t i = 0; i < c.daily_benefits.size(); ++i)
    all.push_back({List::daily_benefits, i, 0, Fact::daily_benefit, c.daily_benefits[i].amount.in_oere(), 0});
  for (std::size_t i = 0; i < c.incomes.size(); ++i) {
    const bool hours = c.incomes[i].kind == OtherIncome::Kind::self_employment;
    all.push_back({List::incomes, i, 0, hours ? Fact::self_employed_hours : Fact::replacing_income,
                   hours ? c.incomes[i].hours.ten_thousandths() : c.incomes[i].amount.in_oere(), 0});
  }
  return all;
}

/// A case, and up to three narrow ranges, some of them where the law turns.
struct Asked {
  Case facts;
  std::vector<CaseRange> ranges;
};
Asked random_box(against::Dice& dice) {
  Asked a{random_case::make(dice, 4), {}};
  // An own pension in place of nothing, and a wage with a share of it.
  for (WageRecord& w : a.facts.wages) {
    if (dice.one_in(9)) {
      w.own_pension = {};
      w.own_pension_share = Percent::whole(4);
    }
    // Pay from the middle of one month to that of the next.
    const Date earlier = random_case::day_in(month_before(month_of(w.period.first)), 21);
    if (dice.one_in(5) && !w.record.withdrawn && earlier >= a.facts.employments[w.employment].from) w.period.first = earlier;
    if (w.record.withdrawn) continue;
    // Supplements and holiday allowance inside the pay, some paid in the month after.
    if (dice.one_in(6)) {
      SupplementPaid paid;
      paid.kind = static_cast<SupplementPaid::Kind>(dice.from_to(0, 3));
      paid.amount = Money::oere(w.am_income.in_oere() / 10);
      if (dice.one_in(3)) paid.full_time = Money::oere(w.am_income.in_oere() / 4);
      w.supplements.push_back(paid);
      if (dice.one_in(2)) w.disposal = random_case::later(w.disposal, 12);
    }
    if (dice.one_in(5)) w.holiday_allowance = Money::oere(w.am_income.in_oere() / 8);
    // Or what is known of it after tax, with the tax or with its percentage.
    if (w.holiday_allowance != Money{} && dice.one_in(2)) {
      w.net_holiday_allowance = Money::oere(w.holiday_allowance.in_oere() * 3 / 5);
      if (dice.one_in(2)) {
        w.net_holiday_allowance = Money::oere(w.holiday_allowance.in_oere() / 3);
        w.holiday_allowance = {};
        w.holiday_tax_share = Percent::whole(36);
      }
    }
  }
  for (std::size_t job = 0; job < a.facts.employments.size(); ++job) {
    const Employment& e = a.facts.employments[job];
    const Date day = random_case::day_in(a.facts.first + std::chrono::months{dice.from_to(0, 3)}, 7);
    if (!dice.one_in(2) || day < e.from || (e.to && random_case::later(day, 4) > *e.to)) continue;
    HolidayTaken h;
    h.kind = HolidayTaken::Kind::allowance;
    h.employment = job;
    h.period = {day, random_case::later(day, 4)};
    if (dice.one_in(2)) h.pay_per_day = dice.oere_up_to(900);
    if (!h.pay_per_day && dice.one_in(2)) {
      h.net_per_day = dice.oere_up_to(600);
      h.tax_share = Percent::whole(36);
    }
    a.facts.holidays.push_back(h);
  }
  if (dice.one_in(3)) {
    OtherIncome own;
    own.kind = OtherIncome::Kind::self_employment;
    own.month = a.facts.first + std::chrono::months{dice.from_to(-1, 3)};
    own.hours = Hours::whole(dice.from_to(0, 60));
    a.facts.incomes.push_back(own);
  }
  const std::vector<CaseRange> possible = all_facts(a.facts, dice);
  const std::size_t count = possible.empty() ? 0 : static_cast<std::size_t>(dice.one_in(2) ? 1 : dice.from_to(2, 3));
  const std::int64_t width = count == 1 ? 2'500 : count == 2 ? 45 : 12;
  for (int tries = 0; a.ranges.size() < count && tries < 30; ++tries) {
    CaseRange r = possible[static_cast<std::size_t>(dice.from_to(0, std::ssize(possible) - 1))];
    // One of a fact, and of a day's pay, what is left of it and its tax.
    const auto of_a_day = [](const CaseRange& o) {
      return o.list == CaseRange::List::holidays || o.list == CaseRange::List::holiday_nets || o.list == CaseRange::List::holiday_taxes;
    };
    if (std::any_of(a.ranges.begin(), a.ranges.end(), [&](const CaseRange& o) {
          return path_of(a.facts, o) == path_of(a.facts, r) || (of_a_day(o) && of_a_day(r) && o.index == r.index);
        }))
      continue;
    if (r.list == CaseRange::List::wages && r.fact != Fact::paid_hours && !r.is_share && dice.one_in(3)) r.from = dice.from_to(0, 30);
    if (!r.is_share && (r.fact == Fact::own_pension || r.fact == Fact::employer_pension)) r.from = dice.from_to(0, 100'000);
    if (r.fact == Fact::paid_hours && dice.one_in(2)) r.from = 389'900;
    if (r.list == CaseRange::List::ceilings && r.fact == Fact::ceiling && !dice.one_in(3)) {
      // Where the ceiling begins to cut some month, or has cut all of it.
      const auto s = case_statement(a.facts, against::table());
      if (s)
        for (const CaseMonth& m : s->months)
          if (m.subsidy && dice.one_in(2))
            r.from = (m.subsidy->wage + (dice.one_in(2) ? m.subsidy->before_ceiling : Exact{})).round(Rounding::half_up)->in_oere() -
                     dice.from_to(0, width);
    }
    r.from = std::max<std::int64_t>(r.from, 0);
    r.to = r.from + dice.from_to(0, width);
    if (Case with = a.facts; set(with, r, r.from)) a.ranges.push_back(r);
  }
  // What is asked is asked of the ranges as they stand.
  for (const CaseRange& r : a.ranges) set(a.facts, r, r.from);
  return a;
}

void each_point(Case& facts, const std::vector<CaseRange>& ranges, const std::function<void(const Case&)>& visit, std::size_t place = 0) {
  if (place == ranges.size()) return visit(facts);
  for (std::int64_t count = ranges[place].from; count <= ranges[place].to; ++count) {
    set(facts, ranges[place], count);
    each_point(facts, ranges, visit, place + 1);
  }
}

void check(const std::vector<AmountBounds>& found, const Intervals& all, const std::vector<std::string_view>& left_out) {
  for (const auto& each : all) {
    const std::string& name = each.first;
    const Interval& interval = each.second;
    CAPTURE(name);
    if (std::find(left_out.begin(), left_out.end(), name) != left_out.end()) continue;
    const auto amount = std::find_if(found.begin(), found.end(), [&](const AmountBounds& a) { return a.name == name; });
    const bool fixed = amount == found.end();
    const Exact from = fixed ? interval.from : amount->from, to = fixed ? interval.from : amount->to;
    CAPTURE(to_kroner_text(from));
    CAPTURE(to_kroner_text(interval.from));
    CAPTURE(to_kroner_text(to));
    CAPTURE(to_kroner_text(interval.to));
    REQUIRE(from == interval.from);
    REQUIRE(to == interval.to);
  }
}

}  // namespace

TEST_CASE("bounds of a case's months are the least and the most of all points of its ranges") {
  against::Dice dice(2'024);
  constexpr int boxes = std::max(agreement::rounds(200), 40);
  int refused = 0, moved = 0, left_out = 0, not_reached = 0, steps = 0, inside = 0, shares = 0, after_tax = 0, days = 0;
  for (int round = 0; round < boxes; ++round) {
    Asked a = random_box(dice);
    if (a.ranges.empty()) continue;
    std::string said;
    for (const CaseRange& r : a.ranges) said += path_of(a.facts, r) + " " + std::to_string(r.from) + ".." + std::to_string(r.to) + "; ";
    CAPTURE(round);
    CAPTURE(said);
    const auto found = bounds(a.facts, a.ranges, against::table());
    if (!found) {
      ++refused;
      continue;
    }
    const auto has = [&](CaseRange::List first, CaseRange::List last) {
      return std::ranges::any_of(a.ranges, [&](const CaseRange& r) { return r.list >= first && r.list <= last; });
    };
    shares += std::ranges::any_of(a.ranges, &CaseRange::is_share);
    after_tax += has(CaseRange::List::allowance_nets, CaseRange::List::holiday_deductions);
    days += has(CaseRange::List::holiday_days, CaseRange::List::holiday_days);
    std::vector<OfMonth> months(found->months.size());
    each_point(a.facts, a.ranges, [&](const Case& facts) {
      const CaseStatement s = case_statement(facts, against::table()).value();
      for (std::size_t i = 0; i < months.size(); ++i) join(months[i], s.months[i]);
    });
    for (std::size_t i = 0; i < months.size(); ++i) {
      const CaseMonthBounds& m = found->months[i];
      const std::string month = to_text(m.highest.month);
      CAPTURE(month);
      check(m.subsidy, months[i].subsidy, m.left_out);
      check(m.benefit, months[i].benefit, {});
      REQUIRE(months[i].status.contains(m.highest.status));
      REQUIRE(months[i].status.contains(m.lowest.status));
      if (m.payout_reached)
        check(m.payout ? std::vector{*m.payout} : std::vector<AmountBounds>{}, months[i].payout, {});
      else
        REQUIRE((m.payout->from <= months[i].payout["payout"].from && m.payout->to >= months[i].payout["payout"].to));
      moved += m.payout.has_value();
      if (m.payout && !m.decides.empty() && a.ranges[m.decides.front().range].list > CaseRange::List::incomes) ++inside;
      left_out += !m.left_out.empty();
      not_reached += !m.payout_reached;
      for (const CaseDecider& d : m.decides) {
        const CaseRange& r = a.ranges[d.range];
        steps += d.stops_at.has_value() + d.starts_at.has_value();
        if (d.stops_at) REQUIRE((*d.stops_at > r.from && *d.stops_at < r.to));
        if (d.starts_at) REQUIRE((*d.starts_at > r.from && *d.starts_at < r.to));
        const Interval& result = months[i].result["result"];
        REQUIRE(Exact::of(d.worth) <= result.to - result.from);
        if (a.ranges.size() == 1) REQUIRE(Exact::of(d.worth) == result.to - result.from);
      }
    }
  }
  MESSAGE(boxes << " cases, " << refused << " refused, " << moved << " months moved, " << left_out << " without ceiling_cut, "
                << not_reached << " payouts enclosed, " << steps << " places where a fact begins or ends to matter, " << inside
                << " months moved by what stands inside the pay; cases with a share " << shares << ", with what is after tax " << after_tax
                << ", with days of a holiday " << days);
  CHECK(refused < boxes / 4);
  CHECK(moved > boxes / 16);
}

namespace {

const Month february_2024 = 2024y / 2, march_2024 = 2024y / 3;

/// A job with a wage of February and a ceiling, and perhaps another job instead of it, on ledighedsydelse.
Case one_job(bool on_benefit) {
  Case c;
  c.first = c.last = march_2024;
  Employment job;
  job.id = job.employer = "a";
  job.from = 2020y / 1 / 1;
  job.kind = on_benefit ? Employment::Kind::other : Employment::Kind::fleksjob;
  if (!on_benefit) job.ceilings.push_back({{}, job.from, {}, Ceiling::stated(Money::kroner(30'000))});
  c.employments.push_back(job);
  WageRecord w;
  w.period = {first_day(february_2024), last_day(february_2024)};
  w.disposal = w.period.last;
  w.am_income = Money::kroner(8'000);
  w.paid_hours = Hours::whole(52);
  c.wages.push_back(w);
  if (on_benefit) c.ledighedsydelse.push_back({{}, 2024y / 1 / 1, {}, BenefitClass::full});
  return c;
}

void check_the_same(const std::vector<AmountBounds>& of_case, const std::vector<AmountBounds>& of_month) {
  for (const AmountBounds& a : of_month) {
    if (a.name == "total") continue;  // no amount of a case
    const std::string name(a.name);
    CAPTURE(name);
    const auto found = std::find_if(of_case.begin(), of_case.end(), [&](const AmountBounds& b) { return b.name == a.name; });
    REQUIRE(found != of_case.end());
    REQUIRE(found->from == a.from);
    REQUIRE(found->to == a.to);
  }
}

}  // namespace

TEST_CASE("bounds of a case with one job, wide ranges: those of the month and of its ledighedsydelse") {
  against::Dice dice(16);
  const Case job = one_job(false), other = one_job(true);
  int turns = 0;
  for (int round = 0; round < agreement::rounds(120); ++round) {
    CAPTURE(round);
    const std::int64_t wage = dice.one_in(4) ? 0 : dice.from_to(0, 3'000'000), ceiling = dice.from_to(0, 4'000'000);
    const FactRange wages{Fact::am_income, wage, wage + dice.from_to(0, 2'000'000)},
        ceilings{Fact::ceiling, ceiling, ceiling + dice.from_to(0, 2'000'000)};
    const CaseRange of_wage{CaseRange::List::wages, 0, 0, Fact::am_income, wages.from, wages.to},
        of_ceiling{CaseRange::List::ceilings, 0, 0, Fact::ceiling, ceilings.from, ceilings.to};
    MonthFacts facts{.month = march_2024, .paid_hours = Hours::whole(52), .ceiling = Ceiling::stated({})};
    const auto month = bounds(facts, std::array{wages, ceilings}, rates()).value();
    const CaseMonthBounds found = bounds(job, std::array{of_wage, of_ceiling}, rates()).value().months[0];
    check_the_same(found.subsidy, month.amounts);
    REQUIRE(found.decides.size() == 2);
    for (const CaseDecider& d : found.decides) {
      const auto same = std::find_if(month.decides.begin(), month.decides.end(),
                                     [&](const DecidingFact& m) { return (m.range.fact == Fact::am_income) == (d.range == 0); });
      REQUIRE(d.worth == same->worth);
      REQUIRE(d.starts_at == same->starts_at);
      REQUIRE(d.stops_at == same->stops_at);
      turns += d.stops_at.has_value() + d.starts_at.has_value();
    }
    const auto benefit = bounds(LedighedsydelseFacts{.month = march_2024}, std::array{wages}, rates()).value();
    check_the_same(bounds(other, std::array{of_wage}, rates()).value().months[0].benefit, benefit.amounts);
  }
  CHECK((turns > 30 || agreement::rounds(120) < 120));  // a fiftieth of the rounds need not meet one
}

TEST_CASE("FLT-6: a bonus that is not known moves the month it is paid with one way, and the others the other way") {
  Case c = one_job(false);
  c.first = february_2024;
  WageRecord january = c.wages[0];
  january.period = {2024y / 1 / 1, 2024y / 1 / 31};
  january.disposal = january.period.last;
  c.wages.push_back(january);
  c.wages[0].am_income = Money::kroner(10'000);
  c.wages[0].spread.push_back({Money::kroner(2'000), 2024y / 1, february_2024});
  const CaseRange bonus{.list = CaseRange::List::bonuses, .fact = Fact::am_income, .from = 0, .to = 200'000};
  CHECK(path_of(c, bonus) == "wages[0].bonus[0].amount");
  const CaseBounds found = bounds(c, std::array{bonus}, rates()).value();
  // February rests on January: 19.952 - 30 pct. of 8.000 to 9.000. March on February: of 10.000 down to 9.000.
  CHECK(found.months[0].lowest.subsidy->fleksloentilskud == Money::kroner(17'252));
  CHECK(found.months[0].highest.subsidy->fleksloentilskud == Money::kroner(17'552));
  CHECK(found.months[1].lowest.subsidy->fleksloentilskud == Money::kroner(16'952));
  CHECK(found.months[1].highest.subsidy->fleksloentilskud == Money::kroner(17'252));
  CHECK(found.decides[0].worth == Money::kroner(600));
}

TEST_CASE("FLT-16: a supplement that lowers the subsidy and lifts the ceiling is gone through øre by øre, alone and in at most 1.000 kr.") {
  Case c = one_job(false);
  c.employments[0].ceilings[0].ceiling = Ceiling::stated(Money::kroner(24'000));
  c.wages[0].am_income = Money::kroner(9'000);
  c.wages[0].paid_hours = Hours::whole(80);
  WageRecord paid = c.wages[0];
  // Notice of January, paid with February: it moves the wage of February alone.
  paid.period = {2024y / 1 / 1, 2024y / 1 / 31};
  paid.am_income = Money::kroner(3'000);
  paid.supplements.push_back({SupplementPaid::Kind::public_holidays, Money::kroner(500), {}, {}, {}});
  c.wages.push_back(paid);
  CaseRange supplement{.list = CaseRange::List::supplements, .index = 1, .fact = Fact::am_income, .from = 40'000, .to = 130'000};
  const CaseBounds found = bounds(c, std::array{supplement}, rates()).value();
  Money least = Money::kroner(100'000), most{};
  for (std::int64_t count = supplement.from; count <= supplement.to; count += 97) {
    set(c, supplement, count);
    const Money subsidy = case_statement(c, rates()).value().months[0].subsidy->fleksloentilskud;
    least = std::min(least, subsidy);
    most = std::max(most, subsidy);
  }
  CHECK(found.months[0].lowest.subsidy->fleksloentilskud <= least);
  CHECK(found.months[0].highest.subsidy->fleksloentilskud >= most);
  CHECK(found.months[0].highest.subsidy->fleksloentilskud - most <= Money::kroner(1));
  supplement.to = 140'001;
  CHECK(bounds(c, std::array{supplement}, rates()).error() == Error{.code = ErrorCode::too_large,
                                                                    .field = "wages[1].supplements[0].amount",
                                                                    .given = "400..1400.01",
                                                                    .allowed = NoRange{WhyNoRange::both_ways, {}, Money::kroner(1'000)}});
  supplement.to = 130'000;
  const CaseRange ceiling{CaseRange::List::ceilings, 0, 0, Fact::ceiling, 2'000'000, 2'100'000};
  CHECK(bounds(c, std::array{ceiling, supplement}, rates()).error() ==
        Error{.code = ErrorCode::exclusive_facts,
              .field = "wages[1].supplements[0].amount",
              .allowed = NoRange{WhyNoRange::both_ways, {"employments[0].ceilings[0].amount"}, {}}});
}

TEST_CASE("FLT-18: the state's ATP by hours that are not known, on both sides of 39") {
  const CaseRange hours{CaseRange::List::wages, 0, 0, Fact::paid_hours, 380'000, 400'000};
  const CaseBounds found = bounds(one_job(false), std::array{hours}, rates()).value();
  REQUIRE(found.months[0].subsidy.size() == 1);
  CHECK(found.months[0].subsidy[0].name == "public_atp");
  CHECK(found.months[0].subsidy[0].from == Exact::whole(14'800));
  CHECK(found.months[0].subsidy[0].to == Exact::whole(29'700));
  CHECK(found.decides[0].worth == Money{});
}

TEST_CASE("a case's ranges that cannot be") {
  using List = CaseRange::List;
  Case c = one_job(false);
  const auto error = [&](const CaseRange& r) {
    const auto found = bounds(c, std::array{r}, rates());
    REQUIRE(!found);
    return found.error();
  };
  CHECK(error({List::wages, 0, 0, Fact::am_income, 2, 1}) == Error{.code = ErrorCode::out_of_range, .field = "wages[0].am_income"});
  CHECK(error({List::wages, 0, 0, Fact::am_income, -1, 1}).code == ErrorCode::out_of_range);
  CHECK(error({List::wages, 0, 0, Fact::paid_hours, 0, 7'440'001}).code == ErrorCode::out_of_range);
  CHECK(error({List::wages, 1, 0, Fact::am_income, 0, 1}).code == ErrorCode::exclusive_facts);
  CHECK(error({List::wages, 0, 0, Fact::rent, 0, 1}).code == ErrorCode::exclusive_facts);
  CHECK(error({List::ceilings, 0, 0, Fact::ceiling_hourly, 0, 1}).field == Field("employments[0].ceilings[0].hourly"));
  CHECK(error({List::incomes, 0, 0, Fact::replacing_income, 0, 1}).field == Field("incomes[0].amount"));
  const CaseRange wage{List::wages, 0, 0, Fact::am_income, 0, 1};
  const auto twice = bounds(c, std::array{wage, wage}, rates());
  REQUIRE(!twice);
  CHECK(twice.error().code == ErrorCode::duplicate);
  // What contradicts another fact at an end.
  c.wages[0].benefits_in_kind = Money::kroner(100);
  CHECK(error({List::wages, 0, 0, Fact::am_income, 0, 20'000}).field.text().starts_with("wages[0]"));
  // A month that rounds to øre.
  c = one_job(false);
  c.options.month.round_to = RoundTo::oere;
  CHECK(error({List::wages, 0, 0, Fact::am_income, 0, 1}) ==
        Error{.code = ErrorCode::exclusive_facts, .field = "wages[0].am_income", .allowed = NoRange{WhyNoRange::in_oere, {}, {}}});
}

TEST_CASE("pensions as shares, days and taxes of holiday, a ceiling's pension and a back payment are read as ranges") {
  const std::string_view json = R"({"from": "2024-03", "to": "2024-03",
    "employments": [{"id": "a", "from": "2020-01-01", "ceilings": [{"from": "2020-01-01", "hourly": 180, "pension": "8..12,5"}]}],
    "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 8000, "own_pension": "4%..6%", "148": "?%", "202": "300..400",
      "holiday_tax": "?"},
      {"from": "2024-01-01", "to": "2024-01-31", "am_income": 8000, "202": 100, "holiday_tax_pct": "?", "holiday_tax_deduction": "0..10"}],
    "holidays": [{"kind": "allowance", "employment": "a", "from": "2024-02-05", "to": "2024-02-09", "days": "0,5..2", "net_per_day": "1..2",
      "tax_per_day": 3}, {"kind": "allowance", "employment": "a", "from": "2024-02-12", "to": "2024-02-13", "net_per_day": "?",
      "tax_pct": 38, "tax_deduction": 0}],
    "ledighedsydelse": [{"from": "2019-01-01", "to": "2019-06-30", "class": "full"}],
    "back_payments": [{"kind": "other", "from": "2019-01-01", "to": "2019-02-28", "amount": "1000..2000"}]})";
  const CaseReading reading = read_case_in_ranges(json);
  for (const Error& error : reading.errors) MESSAGE(message(error, Language::english));
  REQUIRE(reading.good());
  std::vector<std::string> said;
  for (const CaseRange& r : reading.ranges)
    said.push_back(path_of(reading.facts, r) + " " + std::to_string(r.from) + " " + std::to_string(r.to) + (r.is_share ? " %" : ""));
  CHECK(said == std::vector<std::string>{
                    "employments[0].ceilings[0].pension 800 1250", "wages[0].own_pension 400 600 %", "wages[0].employer_pension 0 10000 %",
                    "wages[0].holiday_pay_202 30000 40000", "wages[0].holiday_tax 0 770000", "wages[1].holiday_tax_deduction 0 1000",
                    "wages[1].holiday_tax_pct 0 9999 %", "holidays[0].days 5000 20000", "holidays[0].net_per_day 100 200",
                    "holidays[1].net_per_day 0 1000000000", "back_payments[0].amount 100000 200000"});
  CHECK(reading.facts.wages[0].own_pension_share == Percent::whole(4));
  CHECK(reading.facts.wages[0].holiday_allowance == Money::kroner(300));
  CHECK(reading.facts.holidays[0].pay_per_day == Money::kroner(4));
  // Where no bounds are computed the reason is said.
  const CaseReading wrong = read_case_in_ranges(R"({"from": "2024-03", "to": "2024-03",
    "employments": [{"id": "a", "from": "2020-01-01", "weekly_hours": "?"}],
    "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 8000, "own_pension": "4..6%", "employer_pension": "4,555%..6%",
      "202": "?"}]})");
  std::vector<std::string> why;
  for (const Error& error : wrong.errors) why.push_back(message(error, Language::english));
  CHECK(why == std::vector<std::string>{
                   "employments[0].weekly_hours: cannot be a range (? or A..B): no bounds are computed of it here. Allowed: one value.",
                   "wages[0].own_pension: \"4..6%\" is outside what is allowed. Allowed: ?%, A%..B%.",
                   "wages[0].employer_pension: \"4,555\" is outside what is allowed. Allowed: N.NN.",
                   "wages[0].202: cannot be a range (? or A..B): no bounds are computed of it here. Allowed: one value."});
}

TEST_CASE("KOR-4: a back payment that is not known moves no month") {
  Case c = one_job(true);
  c.back_payments.push_back({{}, BackPayment::Kind::other, {2024y / 3 / 1, 2024y / 3 / 31}, Money::kroner(1'000)});
  const CaseRange claim{.list = CaseRange::List::back_payments, .fact = Fact::daily_benefit, .from = 0, .to = 900'000};
  const CaseBounds found = bounds(c, std::array{claim}, rates()).value();
  CHECK(found.months[0].benefit.empty());
  CHECK(!found.months[0].payout);
  CHECK(found.decides[0].worth == Money{});
}

TEST_CASE("LY-9: days of paid holiday that are not known take a benefit out and then top up") {
  Case c = one_job(true);
  c.wages[0].am_income = Money::kroner(30'000);
  HolidayTaken h;
  h.kind = HolidayTaken::Kind::allowance;
  h.period = {2024y / 3 / 4, 2024y / 3 / 15};
  h.pay_per_day = Money::kroner(200);
  h.days = Days{};
  c.holidays.push_back(h);
  const CaseRange days{.list = CaseRange::List::holiday_days, .fact = Fact::holiday_days, .from = 0, .to = 100'000};
  const CaseBounds found = bounds(c, std::array{days}, rates()).value();
  Money least = Money::kroner(100'000), most{};
  for (std::int64_t count = 0; count <= 100'000; count += 50) {
    set(c, days, count);
    const Money paid = case_statement(c, rates()).value().months[0].benefit->ledighedsydelse;
    least = std::min(least, paid);
    most = std::max(most, paid);
  }
  // Between two of those points lies at most 1/200 of a day.
  CHECK(found.months[0].lowest.benefit->ledighedsydelse <= least);
  CHECK(least - found.months[0].lowest.benefit->ledighedsydelse < Money::kroner(5));
  CHECK(found.months[0].highest.benefit->ledighedsydelse == most);
  CaseRange wide = days;
  wide.to = 100'001;
  CHECK(bounds(c, std::array{wide}, rates()).error().code == ErrorCode::too_many_days);  // the ten days of the period
}

TEST_CASE("a part of a pay that is not known is at most what the others leave of it") {
  const CaseReading reading = read_case_in_ranges(R"({"from": "2024-03", "to": "2024-03",
    "employments": [{"id": "a", "from": "2020-01-01"}],
    "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 8000, "gifts": 500, "198": "?",
      "bonus": [{"amount": "100..300", "from": "2024-01", "to": "2024-02"}],
      "supplements": [{"kind": "free_choice", "amount": 200, "full_time": "?"}]}],
    "holidays": [{"kind": "allowance", "employment": "a", "from": "2024-02-05", "to": "2024-02-06", "pay_per_day": "300..400,5"}],
    "incomes": [{"kind": "self_employment", "month": "2024-02", "hours": "0..10"}]})");
  REQUIRE(reading.good());
  std::vector<std::string> said;
  for (const CaseRange& r : reading.ranges)
    said.push_back(path_of(reading.facts, r) + " " + std::to_string(r.from) + " " + std::to_string(r.to));
  CHECK(said == std::vector<std::string>{"wages[0].holiday_allowance 0 720000", "wages[0].bonus[0].amount 10000 30000",
                                         "wages[0].supplements[0].full_time 0 1000000000", "holidays[0].pay_per_day 30000 40050",
                                         "incomes[0].hours 0 100000"});
  // Where it is most and the pay is least there has to be room for it.
  Case facts = reading.facts;
  facts.wages[0].holiday_allowance = {};
  const CaseRange pay{.list = CaseRange::List::wages, .fact = Fact::am_income, .from = 100'000, .to = 900'000},
      bonus{.list = CaseRange::List::bonuses, .fact = Fact::am_income, .from = 0, .to = 30'001};
  CHECK(
      bounds(facts, std::array{pay, bonus}, rates()).error() ==
      Error{.code = ErrorCode::out_of_range, .field = "wages[0].am_income", .given = "1000.00", .allowed = AtLeast{Money::oere(100'001)}});
}

TEST_CASE("ranges are read from a case file, and only where they are asked for") {
  const std::string_view json = R"({"from": "2024-03", "to": "2024-03",
    "employments": [{"id": "a", "from": "2020-01-01", "ceilings": [{"from": "2020-01-01", "hourly": "180..190,5", "bonus": "?"}]}],
    "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": "8.000,00..9000", "147": "?", "paid_hours": "?"}],
    "incomes": [{"kind": "care", "month": "2024-02", "amount": "1..2"}]})";
  const CaseReading reading = read_case_in_ranges(json);
  REQUIRE(reading.good());
  std::vector<std::string> said;
  for (const CaseRange& r : reading.ranges)
    said.push_back(path_of(reading.facts, r) + " " + std::to_string(r.from) + " " + std::to_string(r.to));
  CHECK(said == std::vector<std::string>{"employments[0].ceilings[0].hourly 18000 19050", "employments[0].ceilings[0].bonus 0 1000000000",
                                         "wages[0].am_income 800000 900000", "wages[0].own_pension 0 1000000000",
                                         "wages[0].paid_hours 0 7440000", "incomes[0].amount 100 200"});
  CHECK(reading.facts.wages[0].am_income == Money::kroner(8'000));
  const CaseReading refused = read_case(json);
  REQUIRE(refused.errors.size() == 6);
  CHECK(refused.errors[0].allowed == Allowed(NoRange{WhyNoRange::not_here, {}, {}}));
  CHECK(refused.errors[0].field == Field("employments[0].ceilings[0].hourly"));
}
